"""A report as neutral blocks. All text is plain text: a renderer shows every character as itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is the title of the report."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or more of ours."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What a person wrote, literally, its own line ends kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Short facts with a label each."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list in which the order counts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a list, with the name it is opened by; `details` are lines below it."""

    key: str
    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tasks:
    """A list of things to do, none of them done yet."""

    items: tuple[str, ...]


Block = Heading | Paragraph | Quote | Fields | Table | Bullets | Numbered | Item | Tasks


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: facts for machines, and blocks in reading order."""

    meta: Mapping[str, str]
    blocks: tuple[Block, ...]


def page(*blocks: Block) -> Document:
    """Give a page of the guide: blocks without facts for machines."""
    return Document({}, blocks)


def labelled(label: str) -> str:
    """Give a label with a colon, unless it ends a sentence by itself."""
    return label if label.endswith(("?", ":", ".", "!", "…")) else f"{label}:"
