"""The texts of the shipped content, each with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel

from doorbraak_cli.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.pack import Pack


def walk(value: object, place: str) -> Iterator[tuple[str, Text]]:
    """Give every text below a value, with its place such as `questions.3.parts.0.text`."""
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), f"{place}.{name}")
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from walk(one, f"{place}.{getattr(one, 'id', index)}")


@pytest.fixture(scope="session")
def texts(pack: Pack) -> list[tuple[str, Text]]:
    """Give every text of the shipped pack, with its place."""
    return list(walk(pack, "pack"))
