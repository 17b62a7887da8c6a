"""Plain text: nothing wider than asked for, nothing lost, nothing that acts on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.domain.printable import visible
from doorbraak_cli.renderers import plain_text
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
    labelled,
    page,
)

from .documents import TEXTS, documents, kinds, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTHS = [20, 40, 80, 200]
LONG = "Eerst een zin van gewone lengte. Dan bestaanszekerheidsvraagstukkenoverleggen, en een-woord-met-streepjes. " * 3
WIDE = "漢字かな交じり文" * 30 + " 👩‍👧 é\u0301 مرحبا " * 20


def render(*blocks: Block, width: int = 80, side_by_side: bool = True) -> str:
    return plain_text.render(page(*blocks), width, side_by_side=side_by_side)


def squeezed(text: str) -> str:
    """Give a text without spaces, and without the lines we draw."""
    return "".join(one for one in visible(text) if not one.isspace() and one not in "│─┼")


def texts(block: Block) -> Iterator[str]:
    """Give every text in a block in the order in which it is read, a table cell below cell."""
    match block:
        case Heading() | Paragraph() | Quote():
            yield block.text
        case Fields():
            yield from (text for label, value in block.pairs for text in (labelled(label), value))
        case Bullets() | Numbered() | Tasks():
            yield from block.items
        case Item():
            yield from (block.key, block.text, *block.details)
        case Table():
            yield from (text for row in block.rows for named in zip(block.header, row, strict=True) for text in named)


def assert_whole(shown: str, blocks: list[Block]) -> None:
    """Demand every text of every block in what is shown, in order."""
    left, place = squeezed(shown), 0
    for text in (squeezed(text) for block in blocks for text in texts(block)):
        assert text in left[place:]
        place = left.index(text, place) + len(text)


def assert_fits(shown: str, width: int) -> None:
    assert max((len(line) for line in shown.split("\n")), default=0) <= max(width, plain_text.NARROWEST)
    assert not [line for line in shown.split("\n") if line != line.rstrip()]


def cells(shown: str, widths: tuple[int, ...]) -> list[tuple[str, ...]]:
    """Give the rows of a table that stands in columns, each cell without its spaces."""
    rows = [[""] * len(widths)]
    for line in shown.split("\n"):
        if line and set(line) <= set("─┼"):
            rows.append([""] * len(widths))
            continue
        place = 0
        for column, width in enumerate(widths):
            rows[-1][column] += "".join(line[place : place + width].split())
            assert line[place + width : place + width + 3].strip() in ("│", "")
            place += width + 3
        assert len(line) <= place - 3
    return [tuple(row) for row in rows]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("block", [*kinds(LONG), *tables(LONG), *kinds(WIDE), *tables(WIDE)])
def test_every_kind_of_block(block: Block, width: int) -> None:
    """It shows all of a long text in every kind of block, no line wider than asked for, in any script."""
    shown = render(block, width=width, side_by_side=False)
    assert_fits(shown, width)
    assert_whole(shown, [block])
    assert_fits(render(block, width=width), width)


@pytest.mark.parametrize("width", WIDTHS)
@given(documents(least_rows=1))
def test_nothing_is_lost(width: int, blocks: list[Block]) -> None:
    """It shows every word of every text of any document, in order, and fits."""
    shown = render(*blocks, width=width, side_by_side=False)
    assert_fits(shown, width)
    assert_whole(shown, blocks)


@given(documents(), st.integers(-5, 300))
def test_any_width(blocks: list[Block], width: int) -> None:
    """It never goes wider than asked for, nor narrower than words can bear, side by side too."""
    assert_fits(render(*blocks, width=width), width)


@given(documents())
def test_nothing_acts(blocks: list[Block]) -> None:
    """It holds no control character, whatever stands in the texts."""
    shown = render(*blocks)
    assert visible(shown) == shown
    assert "\t" not in shown


@pytest.mark.parametrize("block", [*kinds("\x1b[31mrood\u202e\x9b"), *tables("\x1b[31mrood\u202e\x9b")])
def test_control_characters_are_shown(block: Block) -> None:
    """It shows control characters as symbols, in every kind of block."""
    assert "␛[31mrood<U+202E><U+009B>" in render(block, side_by_side=False)


@pytest.mark.parametrize("width", [88, 200])
@pytest.mark.parametrize("block", kinds(LONG))
def test_no_wider_than_reads_well(block: Block, width: int) -> None:
    """It keeps lines of text to what reads well, however wide the screen."""
    assert max(len(line) for line in render(block, width=width).split("\n")) <= plain_text.WIDEST


def test_blocks() -> None:
    """It underlines what is a title, hangs what belongs to a list, and keeps blocks apart by one empty line."""
    assert render(
        Heading(2, "Titel"),
        Paragraph("Een alinea\nop twee regels."),
        Heading(3, "Kop"),
        Bullets(("een punt dat langer is", "")),
        Numbered(("eerste stap die doorloopt",)),
        Tasks(("bellen naar de school",)),
        Fields((("Rol", "een lange rol van iemand"), ("Lukt het?", "ja"))),
        Quote("Een.\n\n  Twee zinnen hier."),
        Item("ra-1", "Vraag", ("a) deel",)),
        Item("ra-2", "Vraag"),
        Paragraph("Eind."),
        width=20,
    ).split("\n") == [
        "Titel", "─────", "Een alinea op twee", "regels.", "",
        "Kop", "- een punt dat", "  langer is", "",
        "1. eerste stap die", "   doorloopt", "",
        "[ ] bellen naar de", "    school", "",
        "Rol: een lange rol", "  van iemand", "Lukt het? ja", "",
        "  │ Een.", "  │", "  │   Twee zinnen", "  │ hier.", "",
        "  ra-1", "    Vraag", "      a) deel", "  ra-2", "    Vraag", "",
        "Eind.",
    ]  # fmt: skip


@pytest.mark.parametrize("empty", [Bullets(()), Fields(()), Numbered(()), Tasks(()), Paragraph(" "), Item("", "")])
def test_empty_block(empty: Block) -> None:
    """It leaves no gap where a block has nothing to say."""
    assert render(empty, Paragraph("een"), empty, Paragraph("twee"), empty) == "een\n\ntwee"
    assert render(Item("a", "x"), empty, Item("b", "y")) == "  a\n    x\n  b\n    y"


def test_no_blocks() -> None:
    """It shows nothing of a document without blocks."""
    assert render() == ""


TABLE = Table(("", "Escalatie", "Doorbraak"), (("Gezien", "een gezin", "mensen"), ("Gekozen", "weg", "een kamer")))


def test_side_by_side() -> None:
    """It puts the cells of a table beside each other where there is room."""
    assert [line.split() for line in render(TABLE, width=80).split("\n") if "┼" not in line] == [
        ["│", "Escalatie", "│", "Doorbraak"],
        ["Gezien", "│", "een", "gezin", "│", "mensen"],
        ["Gekozen", "│", "weg", "│", "een", "kamer"],
    ]


@pytest.mark.parametrize(("width", "side_by_side"), [(40, True), (60, True), (80, False), (200, False)])
def test_stacked(width: int, side_by_side: bool) -> None:
    """It puts the cells below each other where there is no room, and where that was asked for."""
    assert render(TABLE, width=width, side_by_side=side_by_side) == (
        "Gezien\n  Escalatie: een gezin\n  Doorbraak: mensen\n\nGekozen\n  Escalatie: weg\n  Doorbraak: een kamer"
    )


def test_stacked_with_a_name_for_its_rows() -> None:
    """It says what the rows are where the table does."""
    table = Table(("Principe", "Micro"), (("Breed kijken", "1 × deels"),))
    assert render(table, width=40) == "Principe: Breed kijken\n  Micro: 1 × deels"


@pytest.mark.parametrize("width", [80, 100, 120, 200])
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=3))
def test_columns(width: int, rows: list[tuple[str, str, str]]) -> None:
    """It loses nothing of any cell, in columns as wide as there is room for but no wider than reads well."""
    rows = [tuple(text.replace("─", "").replace("┼", "") for text in row) for row in rows]  # type: ignore[misc]
    header, *others = rows
    room = (min(width, 120) - 18 - 6) // 2
    shown = render(Table(header, tuple(others)), width=width)
    assert cells(shown, (18, room, room)) == [tuple("".join(visible(text).split()) for text in row) for row in rows]


def test_one_column() -> None:
    """It shows a table of one column as a list of its cells."""
    assert render(Table(("Kop",), (("een",), ("twee",))), width=200) == "Kop: een\n\nKop: twee"


def test_unknown_block() -> None:
    """It refuses what is no block, rather than leave it out."""
    with pytest.raises(TypeError, match="str"):
        render("tekst")  # type: ignore[arg-type]
