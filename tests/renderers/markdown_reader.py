"""Reads Markdown back as the shapes our blocks have, with a parser that is not ours; anything else is a fault."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

Pieces: TypeAlias = tuple[tuple[str, bool], ...]
"""What stands in an item of a list: pieces of text, each bold or not."""
Shape: TypeAlias = tuple[str, Any]


def read(content: bytes, flavour: str) -> list[Shape]:
    """Give what a reader sees below the front matter.

    ("h2", text), ("p", text), ("quote", (paragraph, …)), ("list" or "numbered", (pieces, …)) and ("table", (row, …)).
    Raises AssertionError on any other element: a link, emphasis, code, HTML, a nested block, a number out of turn.
    """
    text = content.decode()
    assert text.startswith("---\n")
    body = text[text.index("\n---\n") + 5 :]
    parser = MarkdownIt(flavour, {"html": True, "linkify": False})
    tokens = iter(parser.parse(body))
    return [_shape(token, tokens) for token in tokens]


def _shape(token: Token, tokens: Iterator[Token]) -> Shape:
    if token.type == "heading_open":
        return token.tag, _plain(_until(tokens, "heading_close"))
    if token.type == "paragraph_open":
        return "p", _plain(_until(tokens, "paragraph_close"))
    if token.type == "blockquote_open":
        return "quote", tuple(_paragraphs(_until(tokens, "blockquote_close")))
    if token.type == "bullet_list_open":
        return "list", tuple(_items(_until(tokens, "bullet_list_close")))
    if token.type == "ordered_list_open":
        assert "start" not in token.attrs
        return "numbered", tuple(_items(_until(tokens, "ordered_list_close")))
    assert token.type == "table_open", token.type
    return "table", tuple(_rows(_until(tokens, "table_close")))


def _until(tokens: Iterator[Token], end: str) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        if token.type == end:
            return found
        found.append(token)
    raise AssertionError(end)


def _plain(tokens: list[Token]) -> str:
    assert [token.type for token in tokens] in ([], ["inline"]), [token.type for token in tokens]
    pieces = [piece for token in tokens for piece in _inline(token)]
    assert not any(bold for _, bold in pieces)
    return "".join(text for text, _ in pieces)


def _inline(token: Token) -> Iterator[tuple[str, bool]]:
    """Give the pieces of text, bold or not; a hard line end is a newline, and a soft one a fault."""
    bold = False
    for child in token.children or []:
        if child.type in ("strong_open", "strong_close"):
            bold = child.type == "strong_open"
            continue
        assert child.type in ("text", "hardbreak"), (child.type, child.content)
        if text := "\n" if child.type == "hardbreak" else child.content:
            yield text, bold


def _paragraphs(tokens: list[Token]) -> Iterator[str]:
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"] * (len(tokens) // 3)
    return (_plain([token]) for token in tokens[1::3])


def _items(tokens: list[Token]) -> Iterator[Pieces]:
    """Give the items of a flat list; a number that is written is the one a reader shows."""
    assert {token.type for token in tokens} <= {
        "list_item_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "list_item_close",
    }
    starts = [place for place, token in enumerate(tokens) if token.type == "list_item_open"]
    for number, (start, end) in enumerate(pairwise([*starts, len(tokens)]), start=1):
        assert tokens[start].info in ("", str(number))
        inside = [token for token in tokens[start:end] if token.type == "inline"]
        assert len(inside) <= 1
        pieces = _inline(inside[0]) if inside else iter(())
        yield tuple(
            ("".join(text for text, _ in group), bold) for bold, group in groupby(pieces, key=lambda one: one[1])
        )


def _rows(tokens: list[Token]) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    cells = iter(tokens)
    for token in cells:
        if token.type in ("th_open", "td_open"):
            row.append(_plain(_until(cells, token.type.replace("open", "close"))))
        elif token.type == "tr_close":
            yield tuple(row)
            row = []
        else:
            assert token.type in ("thead_open", "thead_close", "tbody_open", "tbody_close", "tr_open"), token.type
