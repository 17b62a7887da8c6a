"""Hands and eyes: what types keys, and what keeps what was shown."""

from __future__ import annotations

import io
import re
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import pyte
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output
from rich.console import Console

from doorbraak_cli.errors import Message
from doorbraak_cli.flows.prompter import Guard, Interrupted
from doorbraak_cli.terminal.display import Display
from doorbraak_cli.terminal.keyboard import KeyboardPrompter
from doorbraak_cli.terminal.plain import PlainPrompter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question

UP, DOWN, ENTER, SPACE, BACKSPACE = "\x1b[A", "\x1b[B", "\r", " ", "\x7f"
RIGHT, LEFT, HOME, END, PAGE_UP, PAGE_DOWN, TAB = "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\t"
SHIFT_TAB, F1, F2, F4, ALT_ENTER = "\x1b[Z", "\x1bOP", "\x1bOQ", "\x1bOS", "\x1b\r"
CTRL_C, CTRL_D, CTRL_L, CTRL_Q, CTRL_R, CTRL_Z, CTRL_X_CTRL_E = (
    "\x03",
    "\x04",
    "\x0c",
    "\x11",
    "\x12",
    "\x1a",
    "\x18\x05",
)


GUARD = Guard(
    refusal=lambda text: Message("trace.refused", {"what": "een naam, een adres"}) if "Jansen" in text else None,
    masked=lambda text: text.replace("Jansen", "[…]"),
    found=lambda text: ["Jansen"] if "Jansen" in text else [],
)
"""Refuses one name, and leaves it out."""


def paste(text: str) -> str:
    """Give the keys of a paste, as a terminal sends it."""
    return f"\x1b[200~{text}\x1b[201~"


@dataclass
class Typist:
    """Types into the keyboard prompter; `screen` is what was shown around the prompts."""

    keyboard: PipeInput
    prompter: KeyboardPrompter
    screen: io.StringIO

    def answer(self, question: Question, keys: str, draft: Value | None = None) -> Value | None:
        self.keyboard.send_text(keys)
        return self.prompter.ask(question, draft)

    def send(self, keys: str) -> None:
        self.keyboard.send_text(keys)

    @property
    def shown(self) -> str:
        return self.screen.getvalue()


class Glass(io.StringIO):
    """A screen that remembers each of its frames, and passes on the next keys as soon as a frame is drawn."""

    def __init__(self, columns: int, rows: int, keyboard: PipeInput, steps: list[str]) -> None:
        super().__init__()
        self.terminal = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.terminal)
        self.keyboard, self.steps = keyboard, steps
        self.frames: list[str] = []
        self.asking = False

    def write(self, text: str) -> int:
        self.stream.feed(text.replace("\r\n", "\n").replace("\n", "\r\n"))
        return len(text)

    def flush(self) -> None:
        frame = "\n".join(line.rstrip() for line in self.terminal.display).rstrip()
        if self.frames and frame == self.frames[-1]:
            return
        self.frames.append(frame)
        self.asking = self.asking or re.search("^ [»>]", frame, re.MULTILINE) is not None
        if self.steps and self.asking:
            self.keyboard.send_bytes(self.steps.pop(0).encode("utf-8", "surrogateescape"))


class Look(Protocol):
    def __call__(self, question: Question, *steps: str, columns: int = 80, rows: int = 24) -> list[str]: ...


@pytest.fixture
def look(nl: Wording, tmp_path: Path) -> Look:
    """Give what draws a question on a screen, types the steps, each when the one before shows, and gives the frames."""

    def call(question: Question, *steps: str, columns: int = 80, rows: int = 24) -> list[str]:
        with create_pipe_input() as keyboard:
            glass = Glass(columns, rows, keyboard, [*steps])
            output = Vt100_Output(glass, lambda: Size(rows, columns), enable_cpr=False)
            console = Console(file=glass, width=columns, height=rows, color_system=None)
            patience = threading.Timer(15, keyboard.close)  # a step that never comes must fail, not hang
            patience.start()
            with create_app_session(input=keyboard, output=output), suppress(Interrupted):
                KeyboardPrompter(nl, Display(nl, console), tmp_path).ask(question)
            patience.cancel()
            assert not glass.steps
        return [frame for frame in glass.frames if " » " in frame or "Ctrl-C pauze" in frame]

    return call


@dataclass
class Lines:
    """Gives lines to the plain prompter; an exception is raised in the place of a line, and at the end EOFError."""

    lines: list[str | type[BaseException]] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)

    def __call__(self, prompt: str) -> str:
        self.prompts.append(prompt)
        line = self.lines.pop(0) if self.lines else EOFError
        if isinstance(line, str):
            return line
        raise line


@dataclass
class Reader:
    """Answers the plain prompter; `screen` is what was shown, without what was typed."""

    prompter: PlainPrompter
    lines: Lines
    screen: io.StringIO

    def answer(self, question: Question, *lines: str | type[BaseException], draft: Value | None = None) -> Value | None:
        self.lines.lines = [*lines]
        return self.prompter.ask(question, draft)

    @property
    def shown(self) -> str:
        return self.screen.getvalue()


@pytest.fixture
def screen() -> io.StringIO:
    """Give what is written around the prompts."""
    return io.StringIO()


@pytest.fixture
def display(nl: Wording, screen: io.StringIO) -> Display:
    """Give a Dutch display of 80 columns."""
    return Display(nl, Console(file=screen, width=80, color_system=None))


@pytest.fixture
def typist(nl: Wording, display: Display, screen: io.StringIO, tmp_path: Path) -> Iterator[Typist]:
    """Give somebody at the keyboard, with a case in tmp_path."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        yield Typist(keyboard, KeyboardPrompter(nl, display, tmp_path), screen)


@pytest.fixture
def reader(nl: Wording, display: Display, screen: io.StringIO) -> Reader:
    """Give somebody who types lines."""
    lines = Lines()
    return Reader(PlainPrompter(nl, display, lines), lines, screen)
