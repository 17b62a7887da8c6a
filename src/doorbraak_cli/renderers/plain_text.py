"""A document as plain text, wrapped to a width in columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatchmethod
from itertools import zip_longest
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import visible
from doorbraak_cli.reports.document import (
    Bullets,
    Fields,
    Heading,
    Item,
    Numbered,
    Paragraph,
    Quote,
    Table,
    Tasks,
    labelled,
)

if TYPE_CHECKING:
    from doorbraak_cli.reports.document import Block, Document

WIDEST, NARROWEST = 88, 20
_WIDEST_TABLE = 120
_BETWEEN = " │ "
_LABELS = 18  # columns for what the rows of a table are called
_LEAST_CELL = 24  # columns below which text in a cell does not read
_UNDERLINED = 2  # headings up to this level


def render(document: Document, width: int, *, side_by_side: bool = True) -> str:
    """Give the document; tables as columns where they fit and are wanted, and else a cell below the other."""
    return _Page(max(width, NARROWEST), side_by_side).text(document.blocks)


@dataclass(frozen=True, slots=True)
class _Page:
    width: int
    side_by_side: bool

    def text(self, blocks: Iterable[Block]) -> str:
        lines: list[str] = []
        before: Block | None = None
        for block in blocks:
            told = list(self._block(block))
            if told and before is not None and not _close(before, block):
                lines.append("")
            lines += told
            before = block if told else before
        return "\n".join(line.rstrip() for line in lines)

    @singledispatchmethod
    def _block(self, block: object) -> Iterable[str]:
        raise TypeError(type(block).__name__)

    @_block.register
    def _(self, block: Heading) -> Iterable[str]:
        lines = self._wrapped(block.text)
        return [*lines, "─" * max(map(len, lines), default=0)] if block.level <= _UNDERLINED else lines

    @_block.register
    def _(self, block: Paragraph) -> Iterable[str]:
        return self._wrapped(block.text)

    @_block.register
    def _(self, block: Quote) -> Iterator[str]:
        for line in visible(block.text).split("\n"):
            yield from self._wrapped(line, "  │ ") if line.strip() else ["  │"]

    @_block.register
    def _(self, block: Fields) -> Iterable[str]:
        return self._list(f"{labelled(label)} {value}" for label, value in block.pairs)

    @_block.register
    def _(self, block: Bullets) -> Iterable[str]:
        return self._list(block.items, "- ")

    @_block.register
    def _(self, block: Tasks) -> Iterable[str]:
        return self._list(block.items, "[ ] ")

    @_block.register
    def _(self, block: Numbered) -> Iterator[str]:
        for number, item in enumerate(block.items, start=1):
            yield from self._list([item], f"{number}. ")

    @_block.register
    def _(self, block: Item) -> Iterator[str]:
        yield from self._wrapped(block.key, "  ")
        yield from self._wrapped(block.text, "    ")
        for line in block.details:
            yield from self._wrapped(line, "      ")

    @_block.register
    def _(self, block: Table) -> Iterable[str]:
        columns = len(block.header) - 1
        room = min(self.width, _WIDEST_TABLE) - _LABELS - len(_BETWEEN) * columns
        if self.side_by_side and columns and room // columns >= _LEAST_CELL:
            return self._columns(block, (_LABELS, *[room // columns] * columns))
        return self._stacked(block)

    def _list(self, items: Iterable[str], mark: str = "") -> Iterator[str]:
        hang = " " * (len(mark) or 2)
        for item in items:
            yield from self._wrapped(item, mark, hang)

    def _columns(self, block: Table, widths: tuple[int, ...]) -> Iterator[str]:
        rule = "─┼─".join("─" * width for width in widths)
        for number, row in enumerate((block.header, *block.rows)):
            yield from [rule] if number else []
            cells = [_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
            for parts in zip_longest(*cells, fillvalue=""):
                yield _BETWEEN.join(part.ljust(width) for part, width in zip(parts, widths, strict=True))

    def _stacked(self, block: Table) -> Iterator[str]:
        first, *names = block.header
        for number, (label, *cells) in enumerate(block.rows):
            yield from [""] if number else []
            yield from self._wrapped(f"{labelled(first)} {label}" if first else label)
            for name, cell in zip(names, cells, strict=True):
                yield from self._wrapped(f"{labelled(name)} {cell}", "  ", "    ")

    def _wrapped(self, text: str, first: str = "", later: str | None = None) -> list[str]:
        """Give a text on lines; the later ones start as the first does, unless said otherwise."""
        return _lines(text, min(self.width, WIDEST), first, first if later is None else later)


def _lines(text: str, width: int, first: str = "", later: str = "") -> list[str]:
    return textwrap.wrap(visible(text), width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False)


def _close(before: Block, block: Block) -> bool:
    """Tell whether no blank line stands between two blocks: below a heading, and between the things of one list."""
    return isinstance(before, Heading) or (isinstance(before, Item) and isinstance(block, Item))
