"""Answers of a sheet as blocks: short ones beside what was asked, long ones below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.reports.answer_blocks import about, answered, aside, left_open, plain, said, state
from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts
from doorbraak_cli.reports.document import Fields, Heading, Paragraph, Quote, page
from doorbraak_cli.reports.sheet_facts import ThingFacts

from .conftest import DAY, answer, lines
from .sheets import facts
from .sheets import said as given_as

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

LONG = "Een verhaal dat maar doorgaat. " * 12


def field(field_id: str = "who", **changes: object) -> FieldFacts:
    """Give an answer in words of one's own."""
    return FieldFacts.model_validate(
        {"id": field_id, "asked": "Wie doet dit?", "name": "Wie", "said": "text", **changes}
    )


# --- An answer as people read it


@pytest.mark.parametrize(
    ("kind", "typed", "shown"),
    [
        ("day", "2026-12-04", "4 december 2026"),
        ("day", "na de zomer", "na de zomer"),
        ("day", "2026-02-31", "2026-02-31"),
        ("money", "1250.50", "€\u00a01.250,50"),
        ("money", "825.00", "€\u00a0825,00"),
        ("money", "1000000.00", "€\u00a01.000.000,00"),
        ("money", "0.05", "€\u00a00,05"),
        ("money", "ongeveer duizend", "ongeveer duizend"),
        ("", "2026-12-04", "2026-12-04"),
        ("", "1250.50", "1250.50"),
    ],
)
def test_plain(nl: Wording, kind: str, typed: str, shown: str) -> None:
    """It gives a day in words and an amount in the Dutch way; what is neither as it was typed."""
    assert plain(field(kind=kind, text=typed), nl) == shown


def test_plain_in_english(en: Wording) -> None:
    """It gives a day in the language of the report, and an amount in the Dutch way there too."""
    assert plain(field(kind="day", text="2026-12-04"), en) == "4 December 2026"
    assert plain(field(kind="money", text="1250.50"), en) == "€\u00a01.250,50"


def test_said(nl: Wording) -> None:
    """It says that an answer was skipped, is not finished, or is to be looked at again."""
    skipped, draft, check = nl("answer.skipped"), nl("summary.draft"), nl("summary.check")
    assert said(None, nl) == skipped
    assert said(field(said="skipped"), nl) == skipped
    assert said(field(said="word", word="x", label="samen"), nl) == "samen"
    assert said(field(text="oma", draft=True), nl) == f"oma ({draft})"
    assert said(field(text="oma", check=True), nl) == f"oma ({check})"
    assert said(field(kind="money", text="5.00", check=True), nl) == f"€\u00a05,00 ({check})"


# --- Answers under each other


def test_answered(nl: Wording) -> None:
    """It puts short answers beside what was asked and long ones below it, in the order they have."""
    told = [field("a", text="oma"), field("b", said="skipped"), field("c", text=LONG), field("d", text="buurman")]
    assert [*answered(told, nl)] == [
        Fields((("Wie doet dit?", "oma"),)),
        Paragraph("Wie doet dit?"),
        Quote(LONG),
        Fields((("Wie doet dit?", "buurman"),)),
    ]


def test_answered_in_short(nl: Wording) -> None:
    """It names fields by their short names where that is asked for; by their question where they have none."""
    told = [field("a", text="oma"), field("b", text="buurman", name="")]
    assert [*answered(told, nl, in_short=True)] == [Fields((("Wie", "oma"), ("Wie doet dit?", "buurman")))]


@pytest.mark.parametrize("in_short", [True, False])
def test_lines_of_ones_own(nl: Wording, in_short: bool) -> None:
    """It keeps the line ends of a text, however short."""
    told = field(text="oma\nen de buurman", draft=True)
    _, quote = answered([told], nl, in_short=in_short)
    assert quote == Quote("oma\nen de buurman")


@pytest.mark.parametrize("in_short", [True, False])
def test_long_text_is_marked(nl: Wording, in_short: bool) -> None:
    """It says above a long text that it is not finished or to be looked at again."""
    above, quote = answered([field(text=LONG, draft=True)], nl, in_short=in_short)
    assert isinstance(above, Paragraph)
    assert above.text.endswith(f"({nl('summary.draft')})")
    assert quote == Quote(LONG)


def test_nothing_answered(nl: Wording) -> None:
    """It gives nothing where all was skipped."""
    assert [*answered([field(said="skipped"), field(said="skipped")], nl)] == []


# --- A thing


def test_about(nl: Wording) -> None:
    """It gives a thing under its name, with what was said of it, and not the fields that stand elsewhere."""
    fields = (field("party-1.place", text="kernteam"), field("party-1.who", text="oma"))
    told = ThingFacts(id="party-1", name=TextFacts(text="buurvrouw"), fields=fields)
    assert [*about(told, nl, 3, "place")] == [Heading(3, "buurvrouw"), Fields((("Wie", "oma"),))]


def test_about_a_long_name(nl: Wording) -> None:
    """It cuts a long name in the heading, and gives it whole below."""
    told = ThingFacts(id="party-1", name=TextFacts(text=LONG, check=True))
    heading, quote = about(told, nl, 3)
    assert isinstance(heading, Heading)
    assert heading.text.endswith(f"… ({nl('summary.check')})")
    assert len(heading.text) < 200
    assert quote == Quote(LONG)


# --- What stands above a sheet


def test_state(pack: Pack, nl: Wording) -> None:
    """It tells since when a sheet is there, and whether it was finished."""
    assert state(facts("plan", pack), nl) == "begonnen op 30 april 2026; afgerond op 30 april 2026"
    assert state(facts("plan", pack, finished=None), nl) == "begonnen op 30 april 2026; nog niet afgerond"


def test_left_open(pack: Pack, nl: Wording) -> None:
    """It names the steps that were skipped, and those that were not asked yet; nothing where there are none."""
    given = given_as({"with": "wij", "goal-1.what": "Een huis", "procedure": None})
    names = {step.id: step.title.pick("nl") for step in pack.sheet("plan")}
    assert dict(left_open(facts("plan", pack, *given, finished=None), nl)) == {
        nl("weighed.skipped"): names["procedure"],
        nl("weighed.open"): "; ".join(names[one] for one in ("actions", "handovers", "rhythm", "stuck")),
    }
    told = dict(left_open(facts("plan", pack, *given, finished=DAY), nl))
    assert [*told] == [nl("weighed.skipped")]


def test_aside(pack: Pack, nl: Wording) -> None:
    """It gives what is not asked now under a heading of its own, days and amounts in words; else nothing."""
    given = given_as({"decided": "not-yet", "decided-on": "2026-12-04"})
    heading, fields = aside(facts("justification", pack, *given), nl, 3)
    assert heading == Heading(3, nl("weighed.aside"))
    assert "4 december 2026" in lines(page(fields))
    assert [*aside(facts("justification", pack, answer("with", "wij")), nl, 3)] == []
