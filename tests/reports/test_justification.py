"""An exception and what came of it, in a summary."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.sheet import SheetField
from doorbraak_cli.reports.document import Document, Fields, Heading, Paragraph, Quote, Table, page
from doorbraak_cli.reports.justification import EXPECTED, justification_blocks, look_back_blocks

from .conftest import DAY, answer, below, headings, lines, text
from .sheets import AMOUNT, KINDS, facts_of, replaced, said, sitting, typed, whole, with_step

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Answer, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

    from .sheets import Given

LATER = date(2026, 8, 3)
EXPECT: Given = {"expect": "Zij slapen.", "notice": "De post ligt open."}
RENT: Given = {"cost-1.what": "Huur", "cost-1.amount": "825.00", "cost-1.each": "month"}


def exception(pack: Pack, say: Wording, *answers: Answer, finished: date | None = DAY) -> Document:
    (told,) = facts_of(pack, sitting("justification", pack, *answers, finished=finished)).justifications
    return page(*justification_blocks(told, say))


def given_in(pack: Pack, say: Wording, given: Given, finished: date | None = DAY) -> Document:
    return exception(pack, say, *said(given), finished=finished)


def looked_back(
    pack: Pack, say: Wording, *answers: Answer, expected: tuple[Answer, ...] | None = (), finished: date | None = LATER
) -> Document:
    """Give a look-back on an exception; where `expected` is None, on one that is gone."""
    back = sitting("look_back", pack, *answers, started=LATER, finished=finished)
    of = () if expected is None else (sitting("justification", pack, *expected),)
    told = facts_of(pack, *of, back)
    return page(*look_back_blocks(told.look_backs[0], told.justification("justification-1"), say))


def table(document: Document) -> Table:
    (there,) = [block for block in document.blocks if isinstance(block, Table)]
    return there


def under(document: Document, block: object) -> list[object]:
    """Give the blocks after one of them."""
    return list(document.blocks[document.blocks.index(block) + 1 :])


# --- An exception


def test_order(pack: Pack, nl: Wording) -> None:
    """It gives what is asked, the three grounds, what was tried, who decides and what is expected, in that order."""
    document = exception(pack, nl, *whole("justification", pack).values())
    assert headings(document, 2) == [nl("justified.title", number=1, date="30 april 2026")]
    assert headings(document, 3) == [step.title.pick("nl") for step in pack.sheet("justification")]


def test_top(pack: Pack, nl: Wording) -> None:
    """It says first what this is and is not, who made it, since when it is there and what was not asked yet."""
    document = given_in(pack, nl, {"with": "de teamleider", "asked": "Een huis."}, finished=None)
    assert document.blocks[1] == Paragraph(nl("justified.intro"))
    top = document.blocks[2]
    assert isinstance(top, Fields)
    assert top.pairs[:2] == (
        (nl("sheet.with"), "de teamleider"),
        (nl("summary.state"), "begonnen op 30 april 2026; nog niet afgerond"),
    )
    assert [label for label, _ in top.pairs[2:]] == [nl("weighed.open")]
    assert lines(document).count("de teamleider") == 1


def test_which_of_several(pack: Pack, nl: Wording) -> None:
    """It names an exception by its number and its day."""
    told = facts_of(pack, sitting("justification", pack, number=3, started=LATER)).justifications[0]
    assert headings(page(*justification_blocks(told, nl)), 2) == ["Uitzondering 3, van 3 augustus 2026"]


@pytest.mark.parametrize("kind", ["justification", "look_back"])
def test_nothing_is_lost(pack: Pack, nl: Wording, kind: str) -> None:
    """It gives every text, whatever was answered, once."""
    answers = whole(kind, pack)  # type: ignore[arg-type]
    given = tuple(answers.values())
    document = exception(pack, nl, *given) if kind == "justification" else looked_back(pack, nl, *given)
    shown = "\n".join(lines(document))
    assert len(typed(answers)) > 8
    assert [one for one in typed(answers).values() if shown.count(one) != 1] == []


def test_questions_in_full(pack: Pack, nl: Wording) -> None:
    """It gives what was asked in full: who reads an exception was not there when it was made."""
    answers = whole("justification", pack)
    shown = lines(exception(pack, nl, *answers.values()))
    own = [one.asked for name, one in answers.items() if "." not in name and name != "with"]
    assert len(own) > 15
    assert [one for one in own if one not in shown] == []


def test_drafts_and_checks(pack: Pack, nl: Wording) -> None:
    """It marks what is not finished and what is to be looked at again, amounts among them."""
    answers = whole("justification", pack)
    drafts = [replaced(one, one.value, draft=True) if typed({name: one}) else one for name, one in answers.items()]
    shown = lines(exception(pack, nl, *drafts))
    for name, one in typed(answers).items():
        at = [number for number, line in enumerate(shown) if one in line]
        assert at, name
        assert [place for place in at if nl("summary.draft") not in shown[place] + shown[place - 1]] == [], name
    checks = [one.model_copy(update={"check": True}) for one in answers.values()]
    shown = lines(exception(pack, nl, *checks))
    assert f"{AMOUNT} ({nl('summary.check')})" in shown


def test_aside(pack: Pack, nl: Wording) -> None:
    """It keeps what is not asked now under a heading of its own."""
    document = given_in(pack, nl, {"checked": "no", "checked-who": "de jurist", "checked-when": "2026-12-04"})
    there = [one for block in below(document, nl("weighed.aside")) for one in lines(page(block))]
    assert {"de jurist", "4 december 2026"} <= {*there}


def test_alternatives(pack: Pack, nl: Wording) -> None:
    """It gives what was tried under its name, with why it is no solution."""
    given: Given = {"alternative-1.what": "De gewone weg", "alternative-1.why-not": "Afgewezen."}
    document = given_in(pack, nl, given)
    assert headings(document, 4) == ["De gewone weg"]
    assert "Afgewezen." in lines(page(*below(document, "De gewone weg")))


# --- Money


def test_amounts(pack: Pack, nl: Wording) -> None:
    """It gives amounts as they were typed, in the Dutch way, with how often, who pays and where they come from."""
    given: Given = {**RENT, "cost-1.payer": "de gemeente", "cost-1.basis": "de offerte"}
    document = given_in(pack, nl, given)
    there = table(document)
    assert there.header == tuple(nl(f"justified.{one}") for one in ("what", "amount", "each", "payer", "basis"))
    assert there.rows == (("Huur", "€\u00a0825,00", "per maand", "de gemeente", "de offerte"),)
    assert Paragraph(nl("justified.cost")) in document.blocks


def test_sum_below_the_amounts(pack: Pack, nl: Wording) -> None:
    """It gives below the amounts what they are together, once and a year apart, and how that was reckoned."""
    given: Given = {**RENT, "cost-2.what": "Bed", "cost-2.amount": "250.00", "cost-2.each": "once"}
    document = given_in(pack, nl, given)
    after = under(document, table(document))
    assert after[0] == Fields(
        ((nl("justified.once"), "€\u00a0250,00"), (nl("justified.yearly"), "€\u00a09.900,00")),
    )
    assert Paragraph(nl("justified.added-up")) in after


@pytest.mark.parametrize(
    ("given", "sums"),
    [
        ({"cost-1.amount": "825.00", "cost-1.each": "once"}, [("once", "€\u00a0825,00")]),
        ({"cost-1.amount": "825.00", "cost-1.each": "year"}, [("yearly", "€\u00a0825,00")]),
        ({"cost-1.amount": "825.00"}, []),
        ({"cost-1.each": "year"}, []),
    ],
)
def test_no_sum_of_nothing(pack: Pack, nl: Wording, given: Given, sums: list[tuple[str, str]]) -> None:
    """It gives no sum of what was not typed, and does not explain one that is not there."""
    document = given_in(pack, nl, {"cost-1.what": "Huur", **given})
    shown = lines(document)
    assert [(key, shown[shown.index(nl(f"justified.{key}")) + 1]) for key, _ in sums] == sums
    keys = [key for key, _ in sums]
    assert (nl("justified.added-up") in shown) is ("yearly" in keys)
    assert [one for one in ("once", "yearly") if nl(f"justified.{one}") in shown] == keys


def test_what_is_left_out_of_a_sum(pack: Pack, nl: Wording) -> None:
    """It names below a sum what is not in it, because an amount or how often is not known."""
    given: Given = {**RENT, "cost-2.what": "Bed", "cost-3.what": "Fornuis", "cost-3.amount": "300.00"}
    document = given_in(pack, nl, given)
    left = Paragraph(nl("justified.left", names="Bed; Fornuis"))
    assert left in under(document, table(document))
    assert "€\u00a09.900,00" in lines(document)


def test_nothing_left_out(pack: Pack, nl: Wording) -> None:
    """It names nothing where all amounts are in a sum."""
    there = nl("justified.left", names="").rstrip(". ")
    assert [one for one in lines(given_in(pack, nl, RENT)) if one.startswith(there)] == []


def test_amount_nobody_was_asked(pack: Pack, nl: Wording) -> None:
    """It does not say that an amount was skipped where it was not asked yet, nor leaves a cell empty."""
    given: Given = {**RENT, "cost-2.what": "Bed"}
    rows = table(given_in(pack, nl, given, finished=None)).rows
    assert [cell for cell in rows[1] if cell in ("", nl("answer.skipped"))] == []


def test_columns_that_are_there(pack: Pack, nl: Wording) -> None:
    """It has no column of which nobody said anything."""
    document = given_in(pack, nl, {**RENT, "cost-1.payer": None})
    assert table(document).header == tuple(nl(f"justified.{one}") for one in ("what", "amount", "each"))


def test_both_sides(pack: Pack, nl: Wording) -> None:
    """It gives what the exception costs and what going on costs apart, each with its own sum, and compares nothing."""
    given: Given = {
        **RENT,
        "continuing-1.what": "Opvang",
        "continuing-1.amount": "2100.00",
        "continuing-1.each": "month",
    }
    document = given_in(pack, nl, given)
    shown = lines(document)
    assert shown.index(nl("justified.cost")) < shown.index("Huur") < shown.index(nl("justified.continuing"))
    assert shown.index("€\u00a09.900,00") < shown.index(nl("justified.continuing")) < shown.index("€\u00a025.200,00")
    assert [one for one in shown if "15.300" in one or "%" in one] == []


def test_amount_that_is_no_amount(pack: Pack, nl: Wording) -> None:
    """It gives what was typed where that is no amount, and names it as not counted."""
    document = given_in(pack, nl, {"cost-1.what": "Huur", "cost-1.amount": "veel", "cost-1.each": "month"})
    assert table(document).rows == (("Huur", "veel", "per maand"),)
    assert nl("justified.left", names="Huur") in lines(document)


def test_sum_of_very_much(pack: Pack, nl: Wording) -> None:
    """It gives the sum of the largest amounts that can be typed too: a sum is never silently left out."""
    given: Given = {"cost-1.what": "Alles", "cost-1.amount": "999999999999.99", "cost-1.each": "month"}
    assert "€\u00a011.999.999.999.999,88" in lines(given_in(pack, nl, given))


def test_field_of_ones_own(pack: Pack, nl: Wording) -> None:
    """It gives what a pack of one's own asks of an amount too: nothing that was typed is left out."""
    own = SheetField(id="note", kind="text", per="cost", label=text("Notitie"), text=text("Wat valt op?"))
    there = next(one for one in pack.sheet("justification") if one.id == "return")
    at = next(number for number, one in enumerate(there.fields) if one.per == "continuing")
    other = with_step(pack, "justification", "return", fields=(*there.fields[:at], own, *there.fields[at:]))
    document = given_in(other, nl, {**RENT, "cost-1.note": "De prijs gaat nog omhoog."})
    assert "De prijs gaat nog omhoog." in "\n".join(lines(document))


# --- Looking back


def test_expected_before_what_happened(pack: Pack, nl: Wording) -> None:
    """It gives what was expected, as it was written when the exception was made, above what happened."""
    given = said({"with": "moeder en ik", "happened": "Zij kregen een sleutel."})
    document = looked_back(pack, nl, *given, expected=said(EXPECT))
    shown = lines(document)
    places = [shown.index(one) for one in ("Zij slapen.", "De post ligt open.", "Zij kregen een sleutel.")]
    assert places == sorted(places)
    assert headings(document, 2) == [nl("looked-back.title", number=1, date="3 augustus 2026")]
    for name in EXPECTED:
        (told,) = [one for one in shown if f"Gevraagd bij {name}?" in one]
        assert "30 april 2026" in told
    assert Quote("Zij slapen.") in document.blocks


def test_everything_looked_back_on(pack: Pack, nl: Wording) -> None:
    """It gives all steps of a look-back, with who looked back and since when."""
    document = looked_back(pack, nl, *whole("look_back", pack).values(), expected=said(EXPECT))
    assert headings(document, 3) == [step.title.pick("nl") for step in pack.sheet("look_back")]
    top = next(block for block in document.blocks if isinstance(block, Fields))
    assert dict(top.pairs)[nl("summary.state")] == "begonnen op 3 augustus 2026; afgerond op 3 augustus 2026"


def test_what_it_really_cost(pack: Pack, nl: Wording) -> None:
    """It gives what was really spent, and what that is together."""
    given: Given = {"spent-1.what": "Huur", "spent-1.amount": "800.00", "spent-1.each": "month"}
    document = looked_back(pack, nl, *said(given), expected=said(RENT))
    assert table(document).rows == (("Huur", "€\u00a0800,00", "per maand"),)
    assert nl("justified.spent") in lines(document)
    assert "€\u00a09.600,00" in lines(document)


@pytest.mark.parametrize("expected", [{}, {"expect": None, "notice": None}])
def test_nothing_was_expected(pack: Pack, nl: Wording, expected: dict[str, Value | None]) -> None:
    """It says that what was expected was not written down."""
    document = looked_back(pack, nl, answer("happened", "Niets."), expected=said(expected))
    assert Paragraph(nl("looked-back.nothing-expected")) in document.blocks


def test_one_thing_was_expected(pack: Pack, nl: Wording) -> None:
    """It gives what was expected where only some of it was written down."""
    document = looked_back(pack, nl, answer("happened", "Niets."), expected=(answer("notice", "De post."),))
    assert Quote("De post.") in document.blocks
    assert Paragraph(nl("looked-back.nothing-expected")) not in document.blocks


def test_unfinished_expectation(pack: Pack, nl: Wording) -> None:
    """It marks an expectation that was never finished."""
    document = looked_back(pack, nl, expected=(answer("expect", "Zij sl", draft=True),))
    (told,) = [one for one in lines(document) if "Gevraagd bij expect?" in one]
    assert nl("summary.draft") in told


def test_of_an_exception_that_is_gone(pack: Pack, nl: Wording) -> None:
    """It gives a look-back on an exception that is not in the case any more, and says nothing of what was expected."""
    document = looked_back(pack, nl, answer("happened", "Zij kregen een sleutel."), expected=None)
    assert headings(document, 2) == [nl("looked-back.title", number=1, date="3 augustus 2026")]
    shown = lines(document)
    assert "Zij kregen een sleutel." in shown
    assert nl("looked-back.nothing-expected") not in shown


def test_english(pack: Pack, en: Wording) -> None:
    """It gives both in English, with amounts in the Dutch way and days in English."""
    told = facts_of(
        pack,
        *(sitting(kind, pack, *whole(kind, pack).values()) for kind in KINDS if kind in ("justification", "look_back")),
        lang="en",
    )
    document = page(
        *justification_blocks(told.justifications[0], en),
        *look_back_blocks(told.look_backs[0], told.justifications[0], en),
    )
    assert headings(document, 2) == [
        en("justified.title", number=1, date="30 April 2026"),
        en("looked-back.title", number=1, date="30 April 2026"),
    ]
    shown = lines(document)
    assert "9 December 2026" in shown
    assert AMOUNT in shown
    assert Heading(3, "Return: what it costs") in document.blocks
