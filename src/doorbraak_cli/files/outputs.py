"""Writing a result where somebody asked for it, never over something that is not ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.errors import failure
from doorbraak_cli.files.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def write(path: Path, content: bytes, *, force: bool = False, is_ours: Callable[[bytes], bool] | None = None) -> None:
    """Write a result whole or not at all (mode 0600). Raises AppError when something stands there that is not ours.

    `is_ours` tells from the bytes whether they are a result of ours that nobody changed since; without it nothing is.
    """
    try:
        target = path.resolve()
        if unfit := _unfit(target):
            raise failure(unfit, path=str(path), folder=str(target.parent))
        if not force and target.exists() and not (is_ours and is_ours(target.read_bytes())):
            raise failure("output.exists", path=str(path))
        write_atomically(target, content)
    except (OSError, RuntimeError) as error:  # Python before 3.13 raises RuntimeError for a link to itself
        raise failure(
            "output.no-write", path=str(path), reason=getattr(error, "strerror", None) or str(error)
        ) from None


def _unfit(target: Path) -> str | None:
    if target.is_dir():
        return "output.is-folder"
    if target.exists() and not target.is_file():
        return "output.is-special"
    return None if target.parent.is_dir() else "output.no-folder"
