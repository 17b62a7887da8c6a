"""The table of a weighing: every option beside every value, nothing empty, nothing cut off without the whole below."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from hypothesis import example
from hypothesis import given as drawn
from hypothesis import strategies as st

from doorbraak_cli.domain.filled import AT_MOST
from doorbraak_cli.domain.weighed import cells_of
from doorbraak_cli.renderers import markdown
from doorbraak_cli.reports.document import Bullets, Document, Fields, Heading, Paragraph, Quote, Table, page
from doorbraak_cli.reports.weighing_table import table_blocks

from .conftest import answer, case, lines, report
from .weighings import CELL, TWO_MEMBERS, TWO_OPTIONS, everything, facts_of, mark, said, weighing, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.case import Answer, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language, Wording
    from doorbraak_cli.reports.document import Block

WAIT = "Niets doen of afwachten"
VALUES = ("Veiligheid", "Bestaanszekerheid", "Ontwikkeling")
LONG = "De kinderen slapen binnen, en overdag is er iemand bij die ze kennen."
ORDINARY = st.lists(
    st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzéëïü"), min_size=1, max_size=30), min_size=1, max_size=30
).map(" ".join)


def blocks(pack: Pack, say: Wording, *answers: Answer) -> list[Block]:
    return list(table_blocks(facts_of(pack, *answers), say, 4))


def given_in(pack: Pack, say: Wording, given: Mapping[str, Value | None]) -> list[Block]:
    return blocks(pack, say, *said(given))


def tables(there: list[Block]) -> list[Table]:
    return [block for block in there if isinstance(block, Table)]


def under(there: list[Block], heading: str) -> list[Block]:
    """Give what stands under a value, below its table."""
    at = there.index(Heading(4, heading))
    assert isinstance(there[at + 1], Table)
    return list(takewhile(lambda block: not isinstance(block, (Heading, Bullets)), there[at + 2 :]))


def shown(there: list[Block]) -> str:
    return "\n".join(lines(page(*there)))


def test_a_table_per_value(pack: Pack, nl: Wording) -> None:
    """It gives a table per value, of the level asked for, with the terms as columns and a row per option."""
    there = given_in(pack, nl, TWO_OPTIONS)
    assert [block for block in there if isinstance(block, Heading)] == [Heading(4, one) for one in VALUES]
    assert {one.header for one in tables(there)} == {("Optie", "Korte termijn", "Lange termijn")}
    assert [[row[0] for row in one.rows] for one in tables(there)] == [[WAIT, "Hotel", "Naar oma"]] * 3


@pytest.mark.parametrize(
    ("lang", "header"),
    [("nl", ("Optie", "Korte termijn", "Lange termijn")), ("en", ("Option", "Short term", "Long term"))],
)
def test_words(pack: Pack, nl: Wording, en: Wording, lang: Language, header: tuple[str, ...]) -> None:
    """It has its words from the language asked for."""
    say = {"nl": nl, "en": en}[lang]
    assert tables(given_in(pack, say, TWO_OPTIONS))[0].header == header


def test_not_weighed(pack: Pack, nl: Wording) -> None:
    """It says of every cell that is empty, skipped or left that it was not weighed."""
    there = given_in(pack, nl, {**TWO_OPTIONS, CELL: None, f"{CELL}.find-out": None, "option-2.rest": None})
    cells = [cell for one in tables(there) for row in one.rows for cell in row[1:]]
    assert cells == ["niet gewogen"] * 18
    assert not [block for block in there if isinstance(block, (Paragraph, Quote, Fields))]


def test_short_cells(pack: Pack, nl: Wording) -> None:
    """It gives what fits in the table there, each in its place, and not again below."""
    given = {**TWO_OPTIONS, CELL: "Veilig.", "option-1.safety.long": "Ook.", "option-2.development.long": "Samen."}
    there = given_in(pack, nl, given)
    first, second, third = tables(there)
    assert first.rows[1] == ("Hotel", "Veilig.", "Ook.")
    assert second.rows[1] == ("Hotel", "niet gewogen", "niet gewogen")
    assert third.rows[2] == ("Naar oma", "niet gewogen", "Samen.")
    assert not [block for block in there if isinstance(block, (Paragraph, Quote, Fields))]


@pytest.mark.parametrize("text", [LONG, "Een.\nTwee.", "Bij \x1b[31m oma", "  Met  spaties  "])
def test_long_cells(pack: Pack, nl: Wording, text: str) -> None:
    """It gives what does not fit as it was typed below the table, with the option and the term it is about."""
    there = given_in(pack, nl, {**TWO_OPTIONS, "option-1.livelihood.long": text})
    (short,) = [row[2] for one in tables(there) for row in one.rows if row[2] != "niet gewogen"]
    assert len(short) <= 29
    assert "\n" not in short
    assert under(there, "Bestaanszekerheid") == [Paragraph("Hotel, lange termijn"), Quote(text)]
    assert under(there, "Veiligheid") == under(there, "Ontwikkeling") == []


def test_unknown(pack: Pack, nl: Wording) -> None:
    """It says what is not known, and below the table how to find out."""
    there = given_in(pack, nl, {**TWO_OPTIONS, CELL: None, f"{CELL}.find-out": "Bellen."})
    assert tables(there)[0].rows[1] == ("Hotel", "onbekend", "niet gewogen")
    assert under(there, "Veiligheid") == [
        Paragraph("Hotel, korte termijn"),
        Fields((("Onbekend; zo komen we erachter", "Bellen."),)),
    ]


@pytest.mark.parametrize(("stays", "label"), [("yes", "ja"), ("no", "nee"), ("unknown", "weten we niet")])
def test_danger_that_stays(pack: Pack, nl: Wording, stays: str, label: str) -> None:
    """It says below a cell whether danger stays, with the cell in full however short it is."""
    there = given_in(pack, nl, {**TWO_OPTIONS, CELL: "Veilig.", f"{CELL}.stays": stays})
    assert under(there, "Veiligheid") == [
        Paragraph("Hotel, korte termijn"),
        Quote("Veilig."),
        Fields((("Blijft er gevaar", label),)),
    ]


def test_danger_nobody_spoke_of(pack: Pack, nl: Wording) -> None:
    """It says nothing of danger that stays where that was skipped."""
    there = given_in(pack, nl, {**TWO_OPTIONS, CELL: "Veilig.", f"{CELL}.stays": None})
    assert under(there, "Veiligheid") == []


def test_differences(pack: Pack, nl: Wording) -> None:
    """It says for whom it is different and how, or that nobody wrote down how."""
    given = {**TWO_MEMBERS, **TWO_OPTIONS, CELL: "Veilig.", f"{CELL}.differs": ("member-1", "member-2")}
    there = given_in(pack, nl, {**given, f"{CELL}.how.member-2": "Slaapt\nslecht.", f"{CELL}.how.member-1": None})
    assert under(there, "Veiligheid")[-1] == Fields(
        (
            (nl("weighed.differs", name="moeder"), "niet opgeschreven hoe"),
            (nl("weighed.differs", name="oudste kind"), "Slaapt\nslecht."),
        )
    )


def test_left(pack: Pack, nl: Wording) -> None:
    """It says last of which options the rest was left, and why or that nobody said so."""
    given = {**TWO_OPTIONS, CELL: "Veilig.", "option-1.rest": "Het kan niet.", "option-2.rest": None}
    assert given_in(pack, nl, given)[-1] == Bullets(
        (
            "Hotel: de rest is niet gewogen. Het kan niet.",
            "Naar oma: de rest is niet gewogen. Waarom is niet opgeschreven.",
        )
    )


def test_nothing_left(pack: Pack, nl: Wording) -> None:
    """It has no such list where nothing was left."""
    assert not [block for block in given_in(pack, nl, TWO_OPTIONS) if isinstance(block, Bullets)]


def test_left_and_weighed_after_all(pack: Pack, nl: Wording) -> None:
    """It does not say that the rest was not weighed where it was after all, and still keeps what was said of it."""
    cells = {cell.id: "Zo." for cell in cells_of("option-1")}
    document = facts_of(pack, *said({**TWO_OPTIONS, **cells, "option-1.rest": "Het kan niet."}))
    there = shown(list(table_blocks(document, nl, 4)))
    assert "de rest is niet gewogen" not in there
    assert "Het kan niet." in there or "Het kan niet." in [one.text for one in document.aside]


def test_why_everything_was_left(pack: Pack, nl: Wording) -> None:
    """It keeps why an option was left where no cell was filled in at all."""
    of = case(weighings=(weighing(pack, *said({**TWO_OPTIONS, "option-1.rest": "Het kan niet.", "table": "finish"})),))
    assert "Het kan niet." in "\n".join(lines(report(of, pack, nl)))


def test_marks(pack: Pack, nl: Wording) -> None:
    """It says beside what it is about that a text is not finished or to be looked at again."""
    there = blocks(
        pack,
        nl,
        *said({**TWO_MEMBERS, **TWO_OPTIONS}),
        answer(CELL, LONG, check=True),
        answer(f"{CELL}.stays", "yes", check=True),
        answer(f"{CELL}.differs", ("member-1",)),
        answer(f"{CELL}.how.member-1", "Slaapt sl", draft=True),
        answer("option-2.safety.long", None),
        answer("option-2.safety.long.find-out", "Bel", draft=True),
    )
    check, draft = nl("summary.check"), nl("summary.draft")
    assert under(there, "Veiligheid") == [
        Paragraph(f"Hotel, korte termijn ({check})"),
        Quote(LONG),
        Fields((("Blijft er gevaar", f"ja ({check})"), (nl("weighed.differs", name="moeder"), f"Slaapt sl ({draft})"))),
        Paragraph(f"Naar oma, lange termijn ({draft})"),
        Fields((("Onbekend; zo komen we erachter", "Bel"),)),
    ]


def test_whole_weighing(pack: Pack, nl: Wording) -> None:
    """It shows all that was said in any cell, and about it, of a weighing in which everything was answered."""
    there = shown(blocks(pack, nl, *whole(pack).values()))
    typed = [name for name, one in whole(pack).items() if one.value == mark(name) and name.count(".") > 1]
    assert len(typed) > 40
    assert [name for name in typed if mark(name) not in there] == []


# --- Read in Markdown, in a window of a hundred columns


def rows(there: list[Block]) -> list[str]:
    """Give the lines of all tables as Markdown."""
    text = markdown.render(Document({}, tuple(there))).decode()
    return [line for line in text.split("\n") if line.startswith("|")]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("text", [LONG, "Woord " * 60, "bestaanszekerheidsvraagstukkenoverleg" * 4, "x" * 500])
def test_fits_with_all_options_there_can_be(pack: Pack, nl: Wording, en: Wording, text: str, lang: Language) -> None:
    """It has no row wider than a hundred columns with as many options as there can be, long names and long cells."""
    answers = everything(pack, members=1, options=AT_MOST)
    given = {
        name: one.model_copy(update={"value": text})
        for name, one in answers.items()
        if one.value == mark(name) and (name.endswith(".what") or name.count(".") == 2)
    }
    assert len(given) > 6 * AT_MOST
    there = rows(blocks(pack, {"nl": nl, "en": en}[lang], *(answers | given).values()))
    assert len(there) == 3 * (AT_MOST + 1 + 2)
    assert [line for line in there if len(line) > 100] == []


def test_fits_whatever_is_written(pack: Pack, nl: Wording) -> None:
    """It has no row wider than a hundred columns for any ordinary text."""

    @drawn(ORDINARY, ORDINARY)
    @example("x" * 28, "x" * 29)
    @example("x" * 29, "x" * 30)
    def holds(name: str, text: str) -> None:
        cells = {cell.id: text for cell in cells_of("option-1")}
        there = rows(given_in(pack, nl, {"option-1.what": name, **cells}))
        assert [line for line in there if len(line) > 100] == []

    holds()


def test_whole_text_is_there(pack: Pack, nl: Wording) -> None:
    """It gives every text of a cell in full, in the table or below it."""

    @drawn(st.text(min_size=1).filter(str.strip))
    def holds(text: str) -> None:
        assert text in lines(page(*given_in(pack, nl, {**TWO_OPTIONS, "option-1.livelihood.short": text})))

    holds()


def test_no_signs(pack: Pack, nl: Wording) -> None:
    """It judges with no sign, number or colour: all it adds is words."""
    ours = shown(given_in(pack, nl, {**TWO_OPTIONS, CELL: None, "option-1.rest": None}))
    assert [one for one in ours if not one.isalpha() and one not in " \n.:,;"] == []
