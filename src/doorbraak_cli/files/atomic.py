"""Writing a file whole or not at all."""

from __future__ import annotations

import glob
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_SHOWN = 40
_SUFFIX = ".tmp"


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file by new content: a temporary file beside it (0600), flushed to disk, then renamed over it.

    Raises OSError, with the old file as it was and nothing left beside it.
    """
    descriptor, name = tempfile.mkstemp(prefix=_prefix(path), suffix=_SUFFIX, dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _flush_folder(path.parent)


def clear_leftovers(path: Path) -> None:
    """Remove what a save that was killed left beside a file. Whoever calls must be the only one who saves it."""
    if len(path.name) > _SHOWN:
        return
    for left in path.parent.glob(f"{glob.escape(_prefix(path))}????????{_SUFFIX}"):
        with suppress(OSError):
            left.unlink()


def _prefix(path: Path) -> str:
    """Give only the start of the name: the longest names a file can have leave no room for more."""
    return f".{path.name[:_SHOWN]}."


def _flush_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can (Windows cannot)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
