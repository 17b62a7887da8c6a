"""The prompters in a real terminal."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pyte
import pytest

from .conftest import (
    ALT_ENTER,
    CTRL_C,
    CTRL_D,
    CTRL_X_CTRL_E,
    DOWN,
    ENTER,
    F1,
    F2,
    F4,
    PAGE_DOWN,
    RIGHT,
    SHIFT_TAB,
    SPACE,
    TAB,
    UP,
    paste,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.terminal, pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")]

PROGRAM = Path(__file__).parent / "conversation.py"
KEYS = "Ctrl-C pauze"
PATIENCE = 30


class Screen:
    """A program on a terminal of some size, with what its screen shows and what scrolled off it at the top."""

    def __init__(self, folder: Path, names: tuple[str, ...], columns: int, rows: int, term: str) -> None:
        import pexpect

        self.out = folder / "out"
        self.screen = pyte.HistoryScreen(columns, rows, history=1000, ratio=0.001)
        self.stream = pyte.ByteStream(self.screen)
        self.sent, self.fed = b"", 0
        command = 'exec "$@" > out'
        self.child = pexpect.spawn(
            "/bin/sh",
            ["-c", command, "sh", sys.executable, str(PROGRAM), *names],
            cwd=folder,
            dimensions=(rows, columns),
            env={**os.environ, "TERM": term, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    def type(self, *keys: str) -> None:
        for key in keys:
            self.child.send(key.encode())

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def above(self) -> str:
        return "\n".join(
            "".join(line[x].data for x in range(self.screen.columns)).rstrip() for line in self.screen.history.top
        )

    def wait(self, *texts: str) -> str:
        """Give the screen as soon as it shows all texts."""
        until = time.monotonic() + PATIENCE
        while not all(text in self.text for text in texts):
            going_on = self._read() and time.monotonic() < until
            assert going_on, f"no {texts} in:\n{self.text}"
        return self.text

    def answers(self) -> list[object]:
        """Give what the program gave, after its end."""
        until = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < until, self.text
        self.child.close()
        assert (self.child.exitstatus, self.child.signalstatus) == (0, None)
        return [json.loads(line) for line in self.out.read_text("utf-8").splitlines()]

    def _read(self) -> bool:
        import pexpect

        try:
            self.sent += self.child.read_nonblocking(65536, timeout=0.2)
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            return False
        self.stream.feed(self.sent[self.fed :])
        self.fed = len(self.sent)
        return True


class Start(Protocol):
    def __call__(self, *names: str, columns: int = 80, rows: int = 24, term: str = "xterm-256color") -> Screen: ...


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the conversation about questions, by their names, on a terminal."""
    begun: list[Screen] = []

    def call(*names: str, columns: int = 80, rows: int = 24, term: str = "xterm-256color") -> Screen:
        begun.append(Screen(tmp_path, names, columns, rows, term))
        return begun[-1]

    yield call
    for one in begun:
        one.child.close(force=True)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 24)])
def test_choice(start: Start, columns: int, rows: int) -> None:
    """It shows the question, the options and the keys, and afterwards question and answer in words."""
    screen = start("choice", columns=columns, rows=rows)
    shown = words(screen.wait("Heb je het zelf gevraagd?", "overslaan", KEYS))
    assert "Vraag 3 van 12 · Radicaal aansluiten · Microniveau In hoeverre" in shown
    assert "» helemaal niet een beetje grotendeels helemaal dat weet ik niet past hier niet overslaan" in shown
    assert "↑↓ kiezen · Enter klaar" in shown
    screen.type(DOWN, ENTER)
    screen.wait(" > een beetje")
    assert KEYS not in screen.text
    assert screen.answers() == ["o2"]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 24), (120, 40)])
def test_every_form(start: Start, columns: int, rows: int) -> None:
    """It takes all five, one after the other, with stdout in a file."""
    screen = start("levels", "choices", "many", "title", "text", columns=columns, rows=rows)
    screen.wait("Op welk niveau", KEYS)
    screen.type(ALT_ENTER, DOWN, DOWN, ENTER)
    screen.wait("Met welke principes", KEYS)
    screen.type(SPACE, DOWN, SPACE, ENTER)
    screen.wait("Welke vragen", KEYS)
    screen.type(DOWN * 14, SPACE, ENTER)
    screen.wait("Hoe noem je", KEYS)
    screen.type(paste("Gezin\nDuin"), ENTER)
    screen.wait("Waar merkte je", KEYS)
    screen.type("Zij zei:", ENTER, "ja", F2)
    assert screen.answers() == ["o3", ["o1", "o2"], ["o15"], "Gezin Duin", "Zij zei:\nja"]


@pytest.mark.parametrize("rows", [24, 10])
def test_long_question(start: Start, rows: int) -> None:
    """It does not cut a question of 23 lines: what does not fit scrolled up, and is still there."""
    screen = start("long", columns=80, rows=rows)
    screen.wait("Regel 23 van de vraag.", KEYS)
    lines = (screen.above + "\n" + screen.text).split("\n")
    assert [line for line in lines if line.startswith("Regel ")] == [f"Regel {n} van de vraag." for n in range(1, 24)]
    screen.type(CTRL_D)
    assert screen.answers() == [None]


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("plain", [False, True])
def test_hostile_text(start: Start, columns: int, plain: bool) -> None:
    """It shows markup, escape codes and emoji names as they are."""
    screen = start("hostile", *(["--plain"] if plain else []), columns=columns)
    shown = screen.wait("drie", KEYS)
    for text in ("[dim]kop[/]", "[bold]vet[/] ␛[31mrood :smile:", "[red]een[/]", "␛[2Jtwee :bomb:"):
        assert text in shown
    screen.type("?\r" if plain else F1)
    screen.wait("[link]x[/] ␛[1m")
    screen.type("2\r" if plain else DOWN + ENTER)
    assert screen.answers() == ["o2"]


def test_why_and_back(start: Start) -> None:
    """It shows the reason above what was typed, and goes back with that."""
    screen = start("line")
    screen.wait(KEYS)
    screen.type("bellen", F1)
    assert re.search(
        r"Waarom deze vraag\nWie het gezin.*\n\n > bellen\n", screen.wait("Waarom", "> bellen", KEYS), re.DOTALL
    )
    screen.type(SHIFT_TAB)
    assert screen.answers() == [{"back": "bellen"}]


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_pause(start: Start, key: str) -> None:
    """It pauses without a traceback, with what was typed."""
    screen = start("line")
    screen.wait(KEYS)
    screen.type("bellen")
    screen.wait("> bellen")
    screen.type(key)
    assert screen.answers() == [{"paused": "bellen"}]
    assert "Traceback" not in screen.text


@pytest.mark.parametrize(("name", "draft"), [("line", "jj"), ("choice", None)])
def test_interrupt_from_elsewhere(start: Start, name: str, draft: str | None) -> None:
    """It pauses on a signal, as on Ctrl-C."""
    screen = start(name)
    screen.wait(KEYS)
    screen.type("jj")
    screen.wait("> jj" if draft else "» grotendeels")
    screen.child.kill(signal.SIGINT)
    assert screen.answers() == [{"paused": draft}]


def test_resize(start: Start) -> None:
    """It fits itself to a window that gets smaller."""
    screen = start("levels", columns=100, rows=30)
    screen.wait("alleen of samen met collega's", KEYS)
    screen.resize(44, 20)
    screen.wait(" » Microniveau: professionals die met een\n   gezin werken", "Ctrl-C pauze")
    screen.type(ENTER)
    assert screen.answers() == ["o1"]


def reversed_on(screen: Screen) -> str:
    """Give what the screen shows in reverse."""
    cells = [screen.screen.buffer[y][x] for y in range(screen.screen.lines) for x in range(screen.screen.columns)]
    return "".join(cell.data for cell in cells if cell.reverse)


def test_grid(start: Start) -> None:
    """It shows the cell pointed at in reverse, without a colour, and gives where somebody goes."""
    screen = start("grid")
    screen.wait("Welke cel vul je in?", "» Thuis", "Vader neemt", KEYS)
    screen.type(ALT_ENTER, TAB, DOWN)
    screen.wait("   Hotel · veiligheid · lang: leeg")
    assert reversed_on(screen) == "[leeg]"
    assert {cell.fg for row in screen.screen.buffer.values() for cell in row.values()} == {"default"}
    screen.type(F1)
    screen.wait("Waarom deze vraag", "   Hotel · veiligheid · lang: leeg")
    screen.type(RIGHT, ENTER)
    screen.wait(" > Hotel · bestaanszekerheid · kort")
    assert KEYS not in screen.text
    assert screen.answers() == ["2-3"]


def test_skipping_a_step(start: Start) -> None:
    """It leaves the rest of a step on F4."""
    screen = start("grid")
    screen.wait(KEYS, "F4 rest van de stap overslaan")
    screen.type(F4)
    assert screen.answers() == [{"skip": None}]


def test_resize_grid(start: Start) -> None:
    """It fits a grid to the window: fewer rows, or only the columns that share a name with the one pointed at."""
    screen = start("grid-15", columns=100, rows=40)
    screen.wait("» Thuis", "Alles tegelijk", KEYS)
    screen.type(PAGE_DOWN, UP, RIGHT, RIGHT)
    screen.wait("» Alles tegelijk", "Alles tegelijk · bestaanszekerheid · kort: leeg")
    screen.resize(100, 20)
    screen.wait("» Alles tegelijk", "15 van 15", "ontwikkeling", KEYS)
    screen.resize(50, 20)
    shown = screen.wait("» Alles tegelijk", "[leeg]    leeg\n", "Ctrl-C pauze")
    assert "ontwikkeling\n" not in shown
    screen.type(RIGHT, RIGHT)
    screen.wait("» Alles tegelijk", "ontwikkeling\n", "Alles tegelijk · ontwikkeling · kort: leeg")
    screen.resize(120, 45)
    screen.wait("» Alles tegelijk", "veiligheid        bestaanszekerheid", "in een gezinshuis leeg", KEYS)
    screen.type(ENTER)
    assert screen.answers() == ["15-5"]


def test_editor(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gives the terminal to an editor, and takes it back."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "print('in de editor'); line = input()\n"
        "file.write_text(file.read_text() + line)\n"
    )
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')
    screen = start("text")
    screen.wait(KEYS)
    screen.type("Zij zei: ", CTRL_X_CTRL_E)
    screen.wait("in de editor")
    screen.type("nee\r")
    screen.wait("> Zij zei: nee", KEYS)
    screen.type("!", F2)
    assert screen.answers() == ["Zij zei: nee!"]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".draft")]


def test_plain(start: Start) -> None:
    """It asks in lines, with stdout in a file and without a single code for colour or cursor."""
    screen = start("--plain", "choice", "choices", "title", "text", term="dumb")
    screen.wait("7  overslaan", KEYS)
    screen.type("9\r", "2\r")
    screen.wait("tot en met 7", "Gekozen: een beetje", "Met welke principes")
    screen.type("alles\r")
    screen.wait("Hoe noem je")
    screen.type("Duim\x7fn\r")
    screen.wait("Waar merkte je")
    screen.type("een\r", "  twee\r", CTRL_D)
    assert screen.answers() == ["o2", ["o1", "o2", "o3"], "Duin", "een\n  twee"]
    assert b"\x1b" not in screen.sent


def test_plain_pause(start: Start) -> None:
    """It pauses in plain lines with what was typed."""
    screen = start("--plain", "text")
    screen.wait("alleen een punt", KEYS)
    screen.type("een\r")
    screen.wait("> een\n>")
    screen.type(CTRL_C)
    assert screen.answers() == [{"paused": "een"}]


def test_plain_long_line(start: Start) -> None:
    """It keeps a line longer than a terminal keeps by itself."""
    screen = start("--plain", "title")
    screen.wait("druk op Enter", KEYS)
    for _ in range(60):
        screen.type("a" * 100)
        screen.child.expect(b"a{50}", timeout=PATIENCE)
    screen.type("\r")
    assert screen.answers() == ["a" * 6000]
