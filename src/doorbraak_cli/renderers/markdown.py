"""A document as Markdown (CommonMark with GitHub's tables and task lists), every text as itself."""

from __future__ import annotations

import re
from functools import singledispatch
from itertools import groupby
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import visible
from doorbraak_cli.renderers.json_text import as_json
from doorbraak_cli.renderers.seal import UNSEALED, seal
from doorbraak_cli.reports.document import (
    Bullets,
    Document,
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
    from collections.abc import Iterable, Iterator, Mapping

    from doorbraak_cli.reports.document import Block

# As entities: a backslash before a line end breaks the line, and "\\|" ends a table cell in some readers.
_ENTITIES = {"\\": "&#92;", "|": "&#124;"}
# What starts code, emphasis, strikethrough, maths, a link, a tag or an entity; a `_` inside a word starts nothing.
_INLINE = re.compile(r"[\\|`*~$\[]|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")
# What GitHub and others turn into a link by themselves: http://x, //x, www.x, a@b, mailto:a@b.
_ADDRESS = re.compile(r":(?=//)|(?<!:)/(?=/)|(?<=www)\.|(?<=\S)@(?=\w)|(?:(?<=mailto)|(?<=xmpp)):", re.IGNORECASE)
# What makes a line a heading (also of the line above), quote, list, rule, table or definition by how it starts.
_START = re.compile(r"\d{1,9}(?=[.)](?:\s|$))|(?=[#>]|[-+:](?:\s|$)|=+\s*$|[-:][-:\s]*$)")
# Readers drop spaces of any kind at the ends of a line.
_SPACES = "\t \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff"

_LISTS = (Fields, Bullets, Item, Tasks)


def render(document: Document) -> bytes:
    """Give the document as Markdown in UTF-8, with front matter, sealed (see renderers/seal.py)."""
    return seal("\n\n".join([_front_matter(document.meta), *_blocks(document.blocks)]) + "\n").encode()


def body(document: Document) -> str:
    """Give the blocks of a document as Markdown, without front matter, for a page among others."""
    return "\n\n".join(_blocks(document.blocks))


def escape(text: str) -> str:
    """Give a text on one line so that it reads as itself in Markdown: no markup, no link, no HTML.

    Control characters become symbols and line ends become spaces. Spaces at the end go; those at the start, and
    uncommon ones at either end, become entities, so that no reader drops them. What a reader makes of plain text after
    all (GitHub: an e-mail address as a link, :smile: as a picture) cannot be escaped without changing the text.
    """
    flat = visible(text).replace("\n", " ").rstrip(" \t")
    body = flat.strip(_SPACES)
    start, _, end = flat.partition(body) if body else (flat, "", "")
    escaped = _ADDRESS.sub(r"\\\g<0>", _INLINE.sub(_escaped, body))
    return _spaces(start) + _at_start(escaped) + _spaces(end)


def _escaped(found: re.Match[str]) -> str:
    return _ENTITIES.get(found.group(), "\\" + found.group())


def _spaces(spaces: str) -> str:
    return "".join("&nbsp;" if one == " " else f"&#{ord(one)};" for one in spaces)


def _at_start(line: str) -> str:
    found = _START.match(line)
    return f"{line[: found.end()]}\\{line[found.end() :]}" if found else line


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Give every block; a list right after one of its kind gets the other marker, or readers take the two for one.

    Items are one list as long as they follow each other.
    """
    before: Block | None = None
    other = False
    for block in blocks:
        text = _block(block)
        if not text:
            continue
        if not (isinstance(block, Item) and isinstance(before, Item)):
            other = _alike(before, block) and not other
        yield _marked(text, block) if other else text
        before = block


def _alike(before: Block | None, block: Block) -> bool:
    """Tell whether a reader would take these for one list."""
    return any(isinstance(before, kind) and isinstance(block, kind) for kind in (_LISTS, Numbered))


def _marked(text: str, block: Block) -> str:
    """Give a list with the other marker: `*` for `-`, `1)` for `1.`."""
    if isinstance(block, Numbered):
        return re.sub(r"^(\d+)\.", r"\1)", text, flags=re.MULTILINE)
    return re.sub(r"^-", "*", text, flags=re.MULTILINE)


def _front_matter(meta: Mapping[str, str]) -> str:
    pairs = {**meta, "generator": "doorbraak", "digest": UNSEALED}
    lines = [f"{key}: {as_json(visible(value))}" for key, value in pairs.items()]
    return "\n".join(["---", *lines, "---"])


@singledispatch
def _block(block: object) -> str:
    raise TypeError(type(block).__name__)


@_block.register
def _(block: Heading) -> str:
    # A closing run of # would be dropped as decoration.
    text = re.sub(r"(?<!\\)#$", r"\\#", escape(block.text))
    return f"{'#' * block.level} {text}".rstrip(" ")


@_block.register
def _(block: Paragraph) -> str:
    return escape(block.text)


@_block.register
def _(block: Quote) -> str:
    """Give a block quote; a line end inside a paragraph is a hard one, empty lines end the paragraph."""
    lines = [escape(line) for line in visible(block.text).split("\n")]
    paragraphs = [list(group) for told, group in groupby(lines, key=bool) if told]
    return "\n>\n".join("> " + "\\\n> ".join(paragraph) for paragraph in paragraphs) or ">"


@_block.register
def _(block: Fields) -> str:
    return "\n".join(f"- {escape(labelled(label))} {_bold(value)}".rstrip(" ") for label, value in block.pairs)


def _bold(value: str) -> str:
    escaped = escape(value)
    return f"**{escaped}**" if escaped else ""


@_block.register
def _(block: Table) -> str:
    header, *rows = [[escape(cell) for cell in row] for row in (block.header, *block.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), *rows))


@_block.register
def _(block: Bullets) -> str:
    return _list("- ", block.items)


@_block.register
def _(block: Numbered) -> str:
    return "\n".join(f"{number}. {escape(item)}".rstrip(" ") for number, item in enumerate(block.items, start=1))


@_block.register
def _(block: Item) -> str:
    key = labelled(block.key) if block.text else block.key
    lines = [f"{_bold(key)} {escape(block.text)}".strip(" "), *map(escape, block.details)]
    return "- " + "\\\n  ".join(line for line in lines if line)


@_block.register
def _(block: Tasks) -> str:
    return _list("- [ ] ", block.items)


def _list(mark: str, items: Iterable[str]) -> str:
    return "\n".join(f"{mark}{escape(item)}".rstrip(" ") for item in items)
