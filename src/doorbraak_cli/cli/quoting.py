"""Words as somebody can type them on this system."""

import shlex
import sys
from collections.abc import Sequence


def typed(words: Sequence[str]) -> str:
    """Give words as one line, quoted where the shell of this system needs that."""
    if sys.platform == "win32":
        from subprocess import list2cmdline  # noqa: PLC0415 - slow to load, and only there

        return list2cmdline(words)
    return shlex.join(words)
