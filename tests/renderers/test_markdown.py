"""Markdown: every text comes back as itself from a parser that is not ours.

What "as itself" means: control characters are visible symbols. In blocks of one line, line ends are spaces. Spaces and
tabs at the end of a line are gone; spaces at the start are non-breaking ones. Empty lines end a paragraph, however many
there are. Everything else comes back character by character, runs of spaces inside a line too (though a browser shows
one space for them).
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given

from doorbraak_cli.domain.printable import visible
from doorbraak_cli.renderers.markdown import escape, render
from doorbraak_cli.reports.document import (
    Block,
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

from .documents import FRAGMENTS, TEXTS, documents, kinds, tables
from .markdown_reader import Pieces, Shape, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FLAVOURS = ["commonmark", "gfm-like"]


def line(text: str) -> str:
    """Give a text as it comes back in a block of one line."""
    flat = visible(text).replace("\n", " ").rstrip(" \t")
    return re.sub(r"^[\s\ufeff]+|[\s\ufeff]+$", lambda found: found.group().replace(" ", "\xa0"), flat)


def paragraphs(text: str) -> tuple[str, ...]:
    """Give a text as it comes back in a block that keeps its line ends."""
    lines = [line(one) for one in visible(text).split("\n")]
    return tuple("\n".join(group) for told, group in groupby(lines, key=bool) if told)


def shapes(blocks: Iterable[Block]) -> list[Shape]:
    """Give what a reader should find; items that follow each other are one list, what is empty is not there."""
    told = [(isinstance(block, Item), one) for block in blocks if (one := shape(block))]
    found: list[Shape] = []
    for is_item, group in groupby(told, key=lambda pair: pair[0]):
        there = [one for _, one in group]
        found += [("list", tuple(item for _, items in there for item in items))] if is_item else there
    return found


def shape(block: Block) -> Shape | None:
    """Give what a reader should find for a block; None where there is nothing to find."""
    match block:
        case Heading():
            return f"h{block.level}", line(block.text)
        case Paragraph():
            return ("p", line(block.text)) if line(block.text) else None
        case Quote():
            return "quote", paragraphs(block.text)
        case Table():
            return "table", tuple(tuple(line(cell) for cell in row) for row in (block.header, *block.rows))
        case Numbered():
            return ("numbered", items) if (items := tuple(list_items(block))) else None
        case _:
            return ("list", items) if (items := tuple(list_items(block))) else None


def list_items(block: Fields | Bullets | Numbered | Item | Tasks) -> Iterator[Pieces]:
    match block:
        case Fields():
            yield from (pair(*one) for one in block.pairs)
        case Bullets() | Numbered():
            yield from (plain(line(one)) for one in block.items)
        case Tasks():
            yield from (plain(f"[ ] {line(one)}".rstrip(" ")) for one in block.items)
        case Item():
            text = f" {line(block.text)}".rstrip(" ")
            details = [f"\n{line(one)}" for one in block.details if line(one)]
            key = line(labelled(block.key) if block.text else block.key)
            rest = "".join((text, *details))
            yield ((key, True), *plain(rest)) if key else plain(rest.removeprefix("\n"))


def plain(text: str) -> Pieces:
    return ((text, False),) if text else ()


def pair(label: str, value: str) -> Pieces:
    label = line(labelled(label))
    return ((f"{label} ", False), (line(value), True)) if line(value) else plain(label)


def rendered(*blocks: Block) -> bytes:
    return render(Document({"title": "x"}, blocks))


def source(*blocks: Block) -> str:
    """Give the Markdown itself, without the front matter."""
    return rendered(*blocks).decode().partition("\n---\n\n")[2].removesuffix("\n")


def assert_reads_back(blocks: list[Block], flavour: str) -> None:
    assert read(rendered(*blocks), flavour) == shapes(blocks)


@pytest.mark.parametrize("flavour", FLAVOURS)
@given(TEXTS)
@example("")
@example("   ")
def test_any_text_in_any_block(flavour: str, text: str) -> None:
    """It brings every text back as it was, in every kind of block, and makes nothing else of it."""
    assert_reads_back(kinds(text), flavour)


@given(TEXTS)
def test_any_text_in_a_table(text: str) -> None:
    """It brings every text back as it was in the cells of a table."""
    assert_reads_back(tables(text), "gfm-like")


@given(documents())
def test_blocks_in_any_order(blocks: list[Block]) -> None:
    """It keeps blocks apart, whatever comes before or after, and lists that follow each other too."""
    assert_reads_back(blocks, "gfm-like")


@pytest.mark.parametrize(
    "text",
    [
        *FRAGMENTS,
        *(f"gewone regel\n{one}" for one in FRAGMENTS),
        *(f"{one}\ngewone regel" for one in FRAGMENTS),
        "Eerste alinea.\n\nTweede alinea.\n\n\n\nDerde, na drie lege regels.",
        "    vier spaties\n\ttab\n  - twee spaties",
        "proza met **nadruk** en een zin. " * 7000,
        "\\" * 500 + "*" * 500 + "`" * 501 + "<" * 500 + "[" * 500,
    ],
)
def test_examples(text: str) -> None:
    """It brings back what looks like markup, at the start of a line and after another one."""
    for flavour in FLAVOURS:
        assert_reads_back(kinds(text), flavour)
    assert_reads_back(tables(text), "gfm-like")


@pytest.mark.parametrize(
    "text",
    [
        "Marianne belde zelf, o.a. over de huur (€ 1.250,50 per maand); 50% was al betaald – of toch niet?",
        "Jan & Piet zeiden: 'dat kan', en ook \"dat moet\" - zo ging het 3 x.",
        "2 weken later, op 30-4-2026 om 14:30 uur: 1 gesprek/2 mensen, 10+ minuten.",
        "In 2026 kwam het er. Van 9.30 uur tot 12 uur! Kijk op rijksoverheid.nl",
        "1.250 euro is te veel; -5 graden; +31 6 12345678; 's nachts; z'n moeder",
        "meer dan 3 > 2, minder dan < 5, R&D, a=b, :-) en #metoo middenin",
        "een_naam_met_streepjes, één regel… “aanhaling” ‘zo’ = goed",
        "مرحبا 👩‍👧 é",
    ],
)
def test_ordinary_prose_is_left_alone(text: str) -> None:
    """It writes ordinary sentences as they are, so that the file reads well without a Markdown program."""
    assert escape(text) == text
    assert source(Paragraph(text), Quote(text)) == f"{text}\n\n> {text}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("http://x", r"http\://x"),
        ("zie https://x.nl/a?b=c", r"zie https\://x.nl/a?b=c"),
        ("HTTPS://X.NL", r"HTTPS\://X.NL"),
        ("ftp://x", r"ftp\://x"),
        ("//x.nl", r"\//x.nl"),
        ("www.x.nl", r"www\.x.nl"),
        ("WWW.x.nl", r"WWW\.x.nl"),
        ("a@b.nl", r"a\@b.nl"),
        ("a.@b.nl", r"a.\@b.nl"),
        ("a_@b.nl", r"a\_\@b.nl"),
        ("mailto:a@b.nl", r"mailto\:a\@b.nl"),
        ("xmpp:a@b.nl", r"xmpp\:a\@b.nl"),
        ("<http://x>", r"\<http\://x>"),
        ("@naam", "@naam"),
        ("10:30 uur, en/of", "10:30 uur, en/of"),
    ],
)
def test_addresses(text: str, written: str) -> None:
    """It breaks what readers turn into a link by themselves, and nothing more."""
    assert escape(text) == written


def test_quote_keeps_its_lines() -> None:
    """It writes a line end as a hard one, and paragraphs apart."""
    assert source(Quote("een\ntwee  \n\n\ndrie\n")) == "> een\\\n> twee\n>\n> drie"


def test_fields() -> None:
    """It puts a colon after a label that does not end a sentence, and leaves an empty value out."""
    assert source(Fields((("Rol", "jeugdprofessional"), ("Lukte het?", "deels"), ("Leeg", "")))) == (
        "- Rol: **jeugdprofessional**\n- Lukte het? **deels**\n- Leeg:"
    )


def test_tasks() -> None:
    """It writes things to do as a task list, none of them done."""
    assert source(Tasks(("bellen", "[x] schrijven"))) == "- [ ] bellen\n- [ ] \\[x] schrijven"


def test_numbered() -> None:
    """It numbers a list from one, also one that comes right after another."""
    assert source(Numbered(("een", "2. twee", "")), Numbered(("drie",))) == "1. een\n2. 2\\. twee\n3.\n\n1) drie"


def test_item() -> None:
    """It names an item in bold, with a line for each of its details, and leaves out what is empty."""
    assert source(Item("sw-micro-1", "Wie?", ("a) School", "", "- b")), Item("Leeg", "")) == (
        "- **sw-micro-1:** Wie?\\\n  a) School\\\n  \\- b\n\n- **Leeg**"
    )


def test_items_are_one_list() -> None:
    """It makes one list of items that follow each other, and another of what comes before and after them."""
    blocks: list[Block] = [
        Bullets(("x",)),
        Item("a", "1"),
        Bullets(()),
        Item("b", "2", ("3",)),
        Item("c", "4"),
        Tasks(("y",)),
    ]
    for flavour in FLAVOURS:
        kinds_of_lists = [(kind, len(items)) for kind, items in read(rendered(*blocks), flavour)]
        assert kinds_of_lists == [("list", 1), ("list", 3), ("list", 1)]


def test_lists_of_two_kinds() -> None:
    """It lets a list begin anew after one of the other kind, without another marker."""
    assert source(Bullets(("a",)), Numbered(("b",)), Bullets(("c",))) == "- a\n\n1. b\n\n- c"


def test_front_matter() -> None:
    """It opens with the facts for machines, one a line, whatever is in them."""
    meta = {"title": 'a: "b"\n---\n# c \x1b \u202e', "content": ""}
    lines = render(Document(meta, ())).decode().splitlines()
    assert lines[:3] == ["---", 'title: "a: \\"b\\"\\n---\\n# c ␛ <U+202E>"', 'content: ""']
    assert lines[3] == 'generator: "doorbraak"'
    assert lines[5:] == ["---"]


def test_unknown_block() -> None:
    """It refuses what is no block, rather than leave it out."""
    with pytest.raises(TypeError, match="str"):
        rendered("tekst")  # type: ignore[arg-type]
