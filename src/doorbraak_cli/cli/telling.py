"""Conversation: lines on stderr, with nothing in them that acts on a screen."""

import sys
from contextlib import suppress

from doorbraak_cli.domain.printable import visible


def tell(line: str) -> None:
    """Write a line to stderr. A screen that is gone stops nothing."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        sys.stderr.write(visible(line) + "\n")
        sys.stderr.flush()
