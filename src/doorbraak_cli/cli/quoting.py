"""Commands as somebody can type them here."""

import os
import shlex
import sys
from collections.abc import Sequence

NAME = "doorbraak"


def typed(words: Sequence[str]) -> str:
    """Give words as one line, quoted where the shell of this system needs that."""
    if sys.platform == "win32":
        from subprocess import list2cmdline  # noqa: PLC0415 - slow to load, and only there

        return list2cmdline(words)
    return shlex.join(words)


def program() -> str:
    """Give `doorbraak` where the shell finds it under that name, and the path it was started by where not."""
    started = sys.argv[0]
    # Windows finds doorbraak.exe where the program was started as doorbraak.
    if _name(started) != NAME or any(_same(started, os.path.join(one, NAME)) for one in os.get_exec_path()):  # noqa: PTH118 - pathlib is slow to load
        return NAME
    near = os.path.relpath(started)
    shorter = near if not near.startswith(os.pardir) else started
    return shorter if os.path.dirname(shorter) else os.path.join(os.curdir, shorter)  # noqa: PTH118, PTH120 - as above


def _name(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122 - as above


def _same(one: str, other: str) -> bool:
    return any(
        os.path.exists(other + suffix) and os.path.realpath(other + suffix) == os.path.realpath(one)  # noqa: PTH110 - as above
        for suffix in ("", ".exe")
    )
