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
from hypothesis import strategies as st

from doorbraak_cli.domain.printable import visible
from doorbraak_cli.renderers.markdown import escape, render
from doorbraak_cli.reports.document import (
    Block,
    Bullets,
    Document,
    Fields,
    Heading,
    Paragraph,
    Quote,
    Table,
    Tasks,
)

from .markdown_reader import Shape, read

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAVOURS = ["commonmark", "gfm-like"]

FRAGMENTS = (
    "[bold]", "[x](y)", "[x]: http://y", "[x]: y\n", "[^1]", "[^1]: z", "![](http://x)", "[ ] x", "[!NOTE]",
    "| a | b |", "| --- | --- |", "--- | ---", "|", "-:", ":-:", ":-", "a:",
    "<script>", "<b>", "</div>", "<!-- -->", "<!--", "-->", "<?x?>", "<!X>", "<![CDATA[", "<http://x>", "<a@b.nl>",
    "<div\n", "<a href=\"x\">", "< 5", "<3",
    "# kop", "#", "##", "###### x", "####### x", " #", "#12", "===", "=", "---", "- - -", "***", "* * *", "___", "-",
    "- x", "-x", "+ x", "+", "* x", "1. x", "1) x", "123456789. x", "1234567890. x", "0.", "> x", ">x", ">", ": x", "%",
    "*", "**", "_", "__", "*x*", "**x**", "_x_", "x_y", "a__b", "~", "~~", "~~x~~", "~~~", "`", "``", "```", "```x",
    "\\", "\\\\", "\\*", "\\\n", "\\|", "$", "$x$", "$$", "&amp;", "&", "&;", "&#35;", "&#x23;", "&nbsp;", "&lt;b&gt;",
    ":smile:", "@name", "^", "==x==", "{x}", "{.c}", "!", "\"", "'", "”", "…", "–", "€ 5",
    " ", "  ", "    ", "\t", "\n", "\n\n", "\n\n\n\n", "\r\n", "\r", "\xa0", "\u3000", "\u2003", "\ufeff", "\u200b",
    "\x00", "\x1b[31m", "\x07", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\u2066", "\ud800", "\uffff",
    "x", "X", "é", "e\u0301", "👩‍👧", "مرحبا", "ابن", "漢字", "1", "een zin",
    "www.", "http://", "mailto:", "nl", ".", "/", "//",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.text(st.characters(codec=None), max_size=30),
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join),
)


def line(text: str) -> str:
    """Give a text as it comes back in a block of one line."""
    flat = visible(text).replace("\n", " ").rstrip(" \t")
    return re.sub(r"^[\s\ufeff]+|[\s\ufeff]+$", lambda found: found.group().replace(" ", "\xa0"), flat)


def paragraphs(text: str) -> tuple[str, ...]:
    """Give a text as it comes back in a block that keeps its line ends."""
    lines = [line(one) for one in visible(text).split("\n")]
    return tuple("\n".join(group) for told, group in groupby(lines, key=bool) if told)


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
        case _:
            return ("list", items) if (items := tuple(list_items(block))) else None


def list_items(block: Fields | Bullets | Tasks) -> Iterator[tuple[str, str | None]]:
    match block:
        case Fields():
            yield from (pair(*one) for one in block.pairs)
        case Bullets():
            yield from ((line(one), None) for one in block.items)
        case Tasks():
            yield from ((f"[ ] {line(one)}".rstrip(" "), None) for one in block.items)


def pair(label: str, value: str) -> tuple[str, str | None]:
    label = label if label.endswith(("?", ":", ".", "!", "…")) else f"{label}:"
    return (f"{line(label)} ", line(value)) if line(value) else (line(label), None)


def rendered(*blocks: Block) -> bytes:
    return render(Document({"title": "x"}, blocks))


def source(*blocks: Block) -> str:
    """Give the Markdown itself, without the front matter."""
    return rendered(*blocks).decode().partition("\n---\n\n")[2].removesuffix("\n")


def kinds(text: str) -> list[Block]:
    """Give the same text in every kind of block, in every place of it."""
    return [
        Heading(1, text),
        Heading(4, text),
        Paragraph(text),
        Quote(text),
        Fields(((text, text), ("Antwoord", text), (text, "deels"))),
        Bullets((text, "gewoon", text)),
        Tasks((text, "gewoon", text)),
        Quote(text),
    ]


def tables(text: str) -> list[Block]:
    return [Table((text, "kop"), ((text, text), ("gewoon", text))), Table((text,), ((text,),))]


@st.composite
def documents(draw: st.DrawFn) -> list[Block]:
    """Give blocks in any order."""
    width = draw(st.integers(1, 3))
    row = st.lists(TEXTS, min_size=width, max_size=width).map(tuple)
    one = st.one_of(
        st.builds(Heading, st.integers(1, 4), TEXTS),
        st.builds(Paragraph, TEXTS),
        st.builds(Quote, TEXTS),
        st.builds(Fields, st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple)),
        st.builds(Bullets, st.lists(TEXTS, max_size=3).map(tuple)),
        st.builds(Tasks, st.lists(TEXTS, max_size=3).map(tuple)),
        st.builds(Table, row, st.lists(row, max_size=2).map(tuple)),
    )
    return draw(st.lists(one, max_size=6))


def assert_reads_back(blocks: list[Block], flavour: str) -> None:
    assert read(rendered(*blocks), flavour) == [one for block in blocks if (one := shape(block))]


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
