"""One line from a person, with the prompt on stderr, so that stdout can be a file."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_OUT, _SCREEN = 1, 2
_DIGITS = 9  # of a number somebody may mean; Python itself refuses thousands of them


def read_line(prompt: str) -> str:
    """Show the prompt and give the line without its end. Raises EOFError, and KeyboardInterrupt on Ctrl-C.

    On a terminal the line can be edited, and is as long as somebody types: a terminal's own line stops at 4,095 bytes.
    """
    if isinstance(sys.stdin, TextIOWrapper) and sys.stdin.errors != "replace":
        with suppress(OSError):  # something was read already: then it stays as it is
            sys.stdin.reconfigure(errors="replace")
    if _on_terminal():
        with suppress(ImportError):
            import readline  # noqa: PLC0415 - makes input() edit; Windows does so by itself

            readline.clear_history()
        with _out_is_screen():
            return input(prompt)
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def number(typed: str, most: int) -> int | None:
    """Give the number from 1 to `most` that was typed, or None where it is something else."""
    wrong = not typed.isdecimal() or len(typed) > _DIGITS
    return None if wrong or not 1 <= int(typed) <= most else int(typed)


def unfinished() -> str:
    """Give what was typed of a line that is being read, where the system's line editing knows it.

    A line that was ended a moment ago stands in the history, which is empty when a line begins.
    """
    editing = sys.modules.get("readline")
    if editing is None:
        return ""
    return str(editing.get_line_buffer() or editing.get_history_item(1) or "")


def _on_terminal() -> bool:
    """Tell whether stdin, stdout and stderr are the ones the program started with, and people see and type here."""
    own = sys.stdin is sys.__stdin__ and sys.stdout is sys.__stdout__ and sys.stderr is sys.__stderr__
    return own and sys.stdin.isatty() and sys.stderr.isatty()


@contextmanager
def _out_is_screen() -> Iterator[None]:
    """Let stdout be the screen for as long as this takes: input() edits only there, and only shows its prompt there."""
    sys.stdout.flush()
    kept = os.dup(_OUT)
    try:
        os.dup2(_SCREEN, _OUT)
        yield
    finally:
        os.dup2(kept, _OUT)
        os.close(kept)
