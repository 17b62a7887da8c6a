"""The sentences of the interface, from wording/."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak_cli.domain.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorbraak_cli.domain.wording import Language

FOLDER = Path(__file__).parent.parent / "wording"


def load(lang: Language) -> Wording:
    """Give the wording of a language."""
    tables = tomllib.loads((FOLDER / f"{lang}.toml").read_text("utf-8"))
    return Wording(lang, dict(_flat(tables, "")))


def _flat(table: Mapping[str, object], start: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{start}{key}.")
        else:
            yield f"{start}{key}", str(value)
