"""Whether there is a person at a terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from doorbraak_cli.terminal.interactive import is_interactive, wants_plain


class Stream(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def fileno(self) -> int:
        return 99


class Closed(io.StringIO):
    def isatty(self) -> bool:
        raise ValueError("I/O operation on closed file")


TERMINAL, FILE = Stream(terminal=True), Stream(terminal=False)


@pytest.mark.parametrize(
    ("stdin", "stderr", "there"),
    [
        (TERMINAL, TERMINAL, True),
        (FILE, TERMINAL, False),
        (TERMINAL, FILE, False),
        (None, TERMINAL, False),
        (TERMINAL, None, False),
        (Closed(), TERMINAL, False),
        (TERMINAL, Closed(), False),
    ],
)
def test_is_interactive(monkeypatch: pytest.MonkeyPatch, stdin: object, stderr: object, there: bool) -> None:
    """It asks for keys and for a screen; a stream that is closed or not there is neither."""
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr(sys, "stderr", stderr)
    assert is_interactive() is there


@pytest.mark.parametrize(
    ("flag", "term", "no_color", "columns", "plain"),
    [
        (False, "xterm", "", 80, False),
        (False, "", "", 80, False),
        (False, "xterm", "", 60, False),
        (False, "xterm", "", 0, False),
        (True, "xterm", "", 80, True),
        (False, "dumb", "", 80, True),
        (False, "unknown", "", 80, True),
        (False, "xterm", "1", 80, True),
        (False, "xterm", "", 59, True),
    ],
)
def test_wants_plain(
    monkeypatch: pytest.MonkeyPatch, flag: bool, term: str, no_color: str, columns: int, plain: bool
) -> None:
    """It goes by --plain, TERM, NO_COLOR and the width."""
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr(sys, "stderr", TERMINAL)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    assert wants_plain(flag) is plain


@pytest.mark.parametrize("stderr", [None, io.StringIO(), FILE])
def test_unknown_width(monkeypatch: pytest.MonkeyPatch, stderr: object) -> None:
    """It does not take a width that is not known for a narrow one."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", stderr)
    assert not wants_plain(False)


def test_loads_no_library() -> None:
    """It is known before anything heavy is loaded."""
    code = (
        "import sys, doorbraak_cli.terminal.interactive\n"
        "print([one for one in ('questionary', 'prompt_toolkit', 'rich') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
