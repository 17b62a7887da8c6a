"""Reads reports back as people see them: what stands in them as itself, and which numbers are about a family."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import visible
from doorbraak_cli.renderers import markdown
from doorbraak_cli.reports.document import Bullets, Fields, Heading, Paragraph, Quote, Table, labelled

from ..reports.conftest import lines
from .markdown_reader import Shape, read

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.document import Document

HOSTILE = ("| a | b |", "a\\|b", "<b>x</b>", "\x1b[31mrood", "[x](http://y)", "# kop\n- x", "`", "x" * 300, "***", "\\")
APART = ("summary.overview", "summary.sources", "summary.limits", "summary.privacy", "family.words")
"""The parts of a report that are about our work or our sources."""


def flat(text: str) -> str:
    """Give a text as a reader should see it: on one line, with nothing that acts."""
    return " ".join(visible(text).split())


def cells_read(shapes: list[Shape]) -> list[tuple[str, ...]]:
    return [row for kind, rows in shapes if kind == "table" for row in rows]


def cells_of(document: Document) -> list[tuple[str, ...]]:
    """Give the rows of all tables as a reader should see them: on one line, with nothing that acts."""
    there = [row for block in document.blocks if isinstance(block, Table) for row in (block.header, *block.rows)]
    return [tuple(flat(cell) for cell in row) for row in there]


def assert_reads_as_itself(document: Document) -> None:
    """Demand that Markdown gives every table, heading and quote back as what it was."""
    shapes = read(markdown.render(document), "gfm-like")
    assert [tuple(flat(cell) for cell in row) for row in cells_read(shapes)] == cells_of(document)
    headings = [flat(block.text) for block in document.blocks if isinstance(block, Heading)]
    assert [flat(text) for kind, text in shapes if kind.startswith("h")] == headings
    quotes = [flat(block.text) for block in document.blocks if isinstance(block, Quote)]
    assert [flat(" ".join(told)) for kind, told in shapes if kind == "quote"] == quotes


def assert_lists_read_as_themselves(document: Document) -> None:
    """Demand that Markdown gives every list of facts or of things back as what it was; for lists without tasks."""
    shapes = read(markdown.render(document), "gfm-like")
    items = [item for kind, told in shapes if kind == "list" for item in told]
    there = [
        f"{labelled(item[0])} {item[1]}" if isinstance(item, tuple) else item
        for block in document.blocks
        if isinstance(block, (Bullets, Fields))
        for item in (block.items if isinstance(block, Bullets) else block.pairs)
    ]
    assert [flat("".join(text for text, _ in item)) for item in items] == [flat(one) for one in there]


def ours(say: Wording, *typed: str) -> re.Pattern[str]:
    """Give what holds a number, not about a family or typed: days, telephone numbers, codes, places in a book."""
    months = "|".join(say(f"calendar.{month}") for month in range(1, 13))
    places = r"\((?:hfst|ch)\. \d+, p\. \d+\)"
    told = "".join(f"{re.escape(one)}|" for one in typed)
    codes = r"\b(?:RA|BK|SW)\d\d\b"
    return re.compile(rf"{told}\d{{1,2}} (?:{months}) \d{{4}}|\b112\b|\b0800-2000\b|{places}|{codes}")


def about_the_family(document: Document, say: Wording, *typed: str) -> str:
    """Give what stands in a report, without the parts that are about our work or our sources."""
    away = {say(key) for key in APART}
    kept: list[str] = []
    passing = False
    limits = Paragraph(say("summary.limits.line"))
    for block in (one for one in document.blocks if one != limits):
        if isinstance(block, Heading) and block.level <= 2:
            passing = block.text in away
        if not passing:
            kept += lines(document.__class__({}, (block,)))
    return ours(say, *typed).sub("", "\n".join(kept))
