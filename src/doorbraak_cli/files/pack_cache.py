"""The shipped pack as it was read before, so that looking something up starts quickly.

What is kept is named after everything it was made of: the content's files and the code that reads them. When any of
these changes, the name changes and the pack is made anew; so what is kept is never stale. It is JSON and checked like
any input. Packs of somebody's own are never kept.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.files.bundled import SHIPPED, content_root, yaml_files

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = ("domain", "files", "errors.py")


def load() -> Pack:
    """Give the shipped pack. Raises AppError with every problem in it."""
    kept = _place()
    pack = _read(kept) if kept else None
    if pack is None:
        from doorbraak_cli.files import packs  # noqa: PLC0415 - yaml and all checks, only where nothing is kept

        pack = packs.load()
        if kept:
            _write(kept, pack)
    return pack


def made_of() -> str:
    """Give a digest of everything the shipped pack is made of."""
    digest = hashlib.sha256()
    content = (file for name in SHIPPED for file in yaml_files(content_root() / name))
    for path in (*content, *_code()):
        read = path.read_bytes()
        digest.update(f"{path.name} {len(read)}\n".encode())
        digest.update(read)
    return digest.hexdigest()[:24]


def _code() -> Iterator[Path]:
    for place in (_PACKAGE / name for name in _CODE):
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def _place() -> Path | None:
    """Give where the pack is kept; None where the system has no place for it."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - a patch of it in tests counts

    folder = user_cache_path("doorbraak", appauthor=False)
    try:
        # Where there is no home, it would be a folder called "~" in the one somebody works in.
        return folder / f"pack-{made_of()}.json" if folder.is_absolute() else None
    except OSError:
        return None


def _read(kept: Path) -> Pack | None:
    """Give the pack as it was kept; None where there is none, or it is not as it was written."""
    try:
        seal, _, content = kept.read_bytes().partition(b"\n")
        return Pack.model_validate_json(content) if seal == _seal(content) else None
    except (OSError, ValidationError):
        return None


def _write(kept: Path, pack: Pack) -> None:
    """Keep the pack in the place of what was kept before. Where that cannot be, nothing is lost but time."""
    from doorbraak_cli.files.atomic import clear_leftovers, write_atomically  # noqa: PLC0415 - only where nothing is kept

    content = pack.model_dump_json(exclude_defaults=True).encode()
    with suppress(OSError):
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in kept.parent.glob("pack-*.json"):
            old.unlink(missing_ok=True)
        clear_leftovers(kept)
        write_atomically(kept, _seal(content) + b"\n" + content)


def _seal(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
