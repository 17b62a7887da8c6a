"""Whether there is a person at a terminal, and whether they are better served by plain lines. Loads no library."""

from __future__ import annotations

import os
import sys
from typing import TextIO

_NARROW = 60


def is_interactive() -> bool:
    """Tell whether questions can be asked: keys come from a terminal, and what is said goes to one."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def wants_plain(flag: bool) -> bool:
    """Tell whether to ask in numbered lines: because of --plain, NO_COLOR, a simple terminal or a narrow one."""
    simple = os.environ.get("TERM", "").lower() in {"dumb", "unknown"}
    return flag or bool(os.environ.get("NO_COLOR")) or simple or 0 < _columns() < _NARROW


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def _columns() -> int:
    """Give the width of the terminal that shows the conversation; 0 where it is not known."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except (AttributeError, OSError, ValueError):  # no stream, not a terminal, closed
        return 0
