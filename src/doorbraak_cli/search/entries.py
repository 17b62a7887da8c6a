"""What can be found: every item of a pack as a title, a sentence and the rest of its text, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.pack import Pack

Kind = Literal[
    "principles", "recommendations", "aids", "journeys", "practices", "bottlenecks", "terms", "products", "questions"
]
# What an item is called, and the sentence that tells most of it, by kind.
_TITLES: dict[Kind, tuple[str, str]] = {
    "aids": ("title", "gist"),
    "recommendations": ("title", "gist"),
    "bottlenecks": ("title", "text"),
    "terms": ("term", "text"),
    "questions": ("text", "why"),
    "principles": ("title", "why"),
    "journeys": ("title", "gist"),
    "practices": ("title", "text"),
    "products": ("title", "text"),
}
KINDS: tuple[Kind, ...] = tuple(_TITLES)


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing to find: its kind and id, and its texts: `titles` are those of what stands inside it."""

    kind: Kind
    id: str
    title: str
    gist: str
    titles: tuple[str, ...]
    rest: tuple[str, ...]


def entries(pack: Pack, lang: str) -> list[SearchEntry]:
    """Give all there is to find in a pack."""
    return [_entry(kind, one, lang) for kind in KINDS for one in getattr(pack, kind)]


def _entry(kind: Kind, item: Model, lang: str) -> SearchEntry:
    title, gist = _TITLES[kind]
    below = [found for name, value in item if name not in {title, gist} for found in _texts(name, value)]
    titles, rest = (
        tuple(text.pick(lang) for name, text in below if (name == "title") is wanted) for wanted in (True, False)
    )
    return SearchEntry(kind, _id(item), _text(item, title, lang), _text(item, gist, lang), titles, rest)


def _id(item: Model) -> str:
    return str(dict(item)["id"])


def _text(item: Model, name: str, lang: str) -> str:
    value: Text = dict(item)[name]
    return value.pick(lang)


def _texts(name: str, value: object) -> Iterator[tuple[str, Text]]:
    """Give every text below a value with the name it stands under, in order."""
    if isinstance(value, Text):
        yield name, value
    elif isinstance(value, Model):
        for inner, one in value:
            yield from _texts(inner, one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(name, one)
