"""A person at a real (pseudo-)terminal: what is on the screen, and keys to press."""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 30
LOOK_AGAIN, A_MOMENT = 0.01, 0.05
BACK, WHY, DONE, SKIP_STEP, ENTER, PAUSE = "\x1b[Z", "\x1bOP", "\x1bOQ", "\x1bOS", "\r", "\x03"
UP, DOWN, RIGHT, LEFT, TAB = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\t"
HOME, END, PAGE_UP, PAGE_DOWN = "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~"
KEYS_SHOWN = ("Ctrl-C pauze", "Ctrl-C pause")
LINE_READ = ">"


@dataclass
class Terminal:
    """The program on a screen of its own."""

    child: pexpect.spawn
    screen: pyte.HistoryScreen
    stream: pyte.ByteStream
    plain: bool = False
    answered: str = ""
    _shown: list[str] = field(default_factory=list)
    _above: list[str] = field(default_factory=list)

    @classmethod
    def start(cls, *arguments: str, rows: int = 24, columns: int = 80, **environment: str) -> Self:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "doorbraak_cli", *arguments],
            dimensions=(rows, columns),
            env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment},
            timeout=PATIENCE,
        )
        child.delaybeforesend = None
        screen = pyte.HistoryScreen(columns, rows, history=10_000, ratio=0.5)
        return cls(child, screen, pyte.ByteStream(screen), plain="--plain" in arguments)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.close(force=True)

    def lines(self) -> list[str]:
        """Give what is on the screen now, top to bottom."""
        self._read()
        return self._display()

    def text(self) -> str:
        """Give what is on the screen as one line."""
        return " ".join(" ".join(self.lines()).split())

    def everything(self) -> str:
        """Give all that was ever on the screen, as one line."""
        self._read()
        for row in list(self.screen.history.top)[len(self._above) :]:  # what went off the screen stays as it was
            self._above.append("".join(row[column].data for column in sorted(row)))
        return " ".join(" ".join([*self._above, *self._display()]).split())

    def until(self, there: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not there():
            if time.monotonic() > end or not self.child.isalive():
                if there():
                    return
                raise AssertionError(f"never saw {what!r}; the screen was:\n" + "\n".join(self.lines()))
            self._read(LOOK_AGAIN)

    def sees(self, text: str) -> None:
        """Wait until a text is on the screen, wherever it is wrapped."""
        self.until(lambda: text in self.text(), text)

    def is_asked(self, text: str) -> None:
        """Wait until a question is asked anew since the last key, and its prompt is ready for keys."""
        start = " ".join(text.split())[:60]
        before = self.answered.count(start)
        self.until(lambda: self.everything().count(start) > before and self._ready(), text)

    def is_ready(self) -> bool:
        """Tell whether a prompt is ready for keys."""
        self._read()
        return self._ready()

    def press(self, *keys: str) -> None:
        """Press keys, all at once; a moment later where the prompt may be one that is going: it would lose them."""
        if not self.is_ready() or self.everything() == self.answered:
            time.sleep(A_MOMENT)
        self.answered = self.everything()
        for key in keys:
            self.child.send(key)

    def kill(self) -> None:
        self.child.kill(signal.SIGKILL)
        self.child.wait()

    def ends(self) -> int:
        """Wait for the end and give the exit code, or minus the signal that ended it."""
        self.until(lambda: self._read() or not self.child.isalive(), "the end")
        self._read()
        self.child.close()
        status = self.child.exitstatus
        return int(status) if status is not None else -int(self.child.signalstatus)

    def take_away(self) -> None:
        """Take the terminal away, as when its window is killed, and wait for the program to end."""
        self.child.ptyproc.fileobj.close()
        self.child.closed = self.child.ptyproc.closed = True
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < end, "it went on without a terminal"
            time.sleep(0.01)

    def _ready(self) -> bool:
        shown = [line for line in self._display() if line]
        if self.plain:
            return bool(shown) and shown[-1] == LINE_READ
        return bool(shown) and any(keys in shown[-1] for keys in KEYS_SHOWN)

    def _display(self) -> list[str]:
        """Give what is on the screen, looked at anew only where something was written."""
        if not self._shown:
            self._shown = [line.rstrip() for line in self.screen.display]
        return self._shown

    def _read(self, patience: float = 0) -> bool:
        """Take in what was written; wait so long for the first of it."""
        if self.child.closed:
            time.sleep(patience)
            return False
        try:
            while True:
                self.stream.feed(self.child.read_nonblocking(65536, timeout=patience))
                self._shown, patience = [], 0
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            time.sleep(patience)
            return False
