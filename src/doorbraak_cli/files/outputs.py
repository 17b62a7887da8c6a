"""Writing a result where somebody asked for it, never over something that is not ours."""

from __future__ import annotations

from os.path import realpath  # Path.resolve raises other errors in other versions of Python
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak_cli.errors import failure, reason
from doorbraak_cli.files.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable


def write(path: Path, content: bytes, *, force: bool = False, is_ours: Callable[[bytes], bool] | None = None) -> None:
    """Write a result whole or not at all (mode 0600). Raises AppError when something stands there that is not ours.

    `is_ours` tells from the bytes whether they are a result of ours that nobody changed since; without it nothing is.
    """
    try:
        target = Path(realpath(path))
        if unfit := _unfit(target):
            raise failure(unfit, path=str(path), folder=str(target.parent))
        if not force and target.exists() and not (is_ours and is_ours(target.read_bytes())):
            raise failure("output.exists", path=str(path))
        write_atomically(target, content)
    except OSError as error:
        raise failure("output.no-write", path=str(path), reason=reason(error)) from None


def _unfit(target: Path) -> str | None:
    if target.is_dir():
        return "output.is-folder"
    if target.is_symlink() or (target.exists() and not target.is_file()):  # a link only where it leads to itself
        return "output.is-special"
    return None if target.parent.is_dir() else "output.no-folder"
