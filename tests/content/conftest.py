"""The texts of the shipped content, each with where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import pytest
from pydantic import BaseModel

from doorbraak_cli.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.pack import Pack


Kind = TypeVar("Kind")


def below(value: object, kind: type[Kind], place: str) -> Iterator[tuple[str, Kind]]:
    """Give everything of a kind below a value, with its place such as `pack.questions.ra-micro-1.parts.a.text`."""
    if isinstance(value, kind):
        yield place, value
    elif isinstance(value, BaseModel):
        for name, one in value:
            yield from below(one, kind, f"{place}.{name}")
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from below(one, kind, f"{place}.{getattr(one, 'id', index)}")


def untidy(text: str) -> list[str]:
    """Give what no text of ours holds: double spaces, placeholders and notes to ourselves."""
    return [wrong for wrong in ("  ", " \n", "{", "TODO", "...", "\t") if wrong in text]


def sentences(text: str) -> int:
    """Give how many sentences a text has, by how they end."""
    return len(re.findall(r"[.!?]['\")]*(?=\s|$)", text))


def is_one_sentence(text: str) -> bool:
    """Tell whether a text is one sentence that is finished."""
    return sentences(text) == 1 and bool(re.search(r"[.!?]['\")]*$", text))


@pytest.fixture(scope="session")
def texts(pack: Pack) -> list[tuple[str, Text]]:
    """Give every text of the shipped pack, with its place."""
    return list(below(pack, Text, "pack"))
