"""Texts that look like markup or act on a screen, and documents made of them: what a renderer must bear."""

from __future__ import annotations

from hypothesis import strategies as st

from doorbraak_cli.reports.document import (
    Block,
    Bullets,
    Fields,
    Heading,
    Item,
    Numbered,
    Paragraph,
    Quote,
    Table,
    Tasks,
)

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


def kinds(text: str) -> list[Block]:
    """Give the same text in every kind of block but a table, in every place of it."""
    return [
        Heading(1, text),
        Heading(4, text),
        Paragraph(text),
        Quote(text),
        Fields(((text, text), ("Antwoord", text), (text, "deels"))),
        Bullets((text, "gewoon", text)),
        Tasks((text, "gewoon", text)),
        Numbered((text, "gewoon", text)),
        Item(text, text, (text, "gewoon", text)),
        Item("sleutel", text),
        Item(text, "gewoon"),
        Quote(text),
    ]


def tables(text: str) -> list[Block]:
    return [Table((text, "kop"), ((text, text), ("gewoon", text))), Table((text,), ((text,),))]


@st.composite
def documents(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS, least_rows: int = 0) -> list[Block]:
    """Give blocks of every kind in any order."""
    width = draw(st.integers(1, 3))
    row = st.lists(texts, min_size=width, max_size=width).map(tuple)
    some = st.lists(texts, max_size=3).map(tuple)
    one = st.one_of(
        st.builds(Heading, st.integers(1, 4), texts),
        st.builds(Paragraph, texts),
        st.builds(Quote, texts),
        st.builds(Fields, st.lists(st.tuples(texts, texts), max_size=3).map(tuple)),
        st.builds(Bullets, some),
        st.builds(Numbered, some),
        st.builds(Item, texts, texts, some),
        st.builds(Tasks, some),
        st.builds(Table, row, st.lists(row, min_size=least_rows, max_size=2).map(tuple)),
    )
    return draw(st.lists(one, max_size=6))
