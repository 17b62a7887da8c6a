"""Two weighings side by side: what was expected, what was seen, and what changed in between."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.reports.comparison import comparison
from doorbraak_cli.reports.document import Heading, Paragraph, Table
from doorbraak_cli.reports.facts import summary_facts

from .conftest import answer, below, case, headings, lines
from .weighings import TWO_MEMBERS, TWO_OPTIONS, mark, said, weighing, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetStep
    from doorbraak_cli.domain.wording import Language, Wording
    from doorbraak_cli.reports.document import Document

    from .weighings import Given

FIRST, SECOND = date(2026, 3, 2), date(2026, 6, 1)
LONG = "Dat er elke avond iemand is die opneemt, en dat het huis blijft. " * 2
CHOSEN: Given = {**TWO_OPTIONS, "choice": "option-1"}
EXPECTED: Given = {
    **CHOSEN,
    "option-1.safety.short": "Binnen slapen.",
    "option-1.safety.long": None,
    "option-1.safety.long.find-out": "Vragen.",
    "option-1.development.long": "Samen thuis.",
    "option-2.safety.short": "Bij oma is het vol.",
}


def compared(pack: Pack, say: Wording, before: Mapping[str, Value | None], now: Mapping[str, Value | None]) -> Document:
    two = (
        weighing(pack, *said(before), started=FIRST, finished=FIRST, later=True),
        weighing(pack, *said(now), number=2, started=SECOND, finished=SECOND),
    )
    return comparison(summary_facts(case(weighings=two), pack, say.lang), say)


def table(document: Document, heading: str) -> Table:
    (there,) = below(document, heading)
    assert isinstance(there, Table)
    return there


def step(pack: Pack, step_id: str) -> SheetStep:
    return next(one for one in pack.weighing if one.id == step_id)


def rows(document: Document, heading: str) -> dict[str, tuple[str, ...]]:
    """Give the rows of the table under a heading by what they are called."""
    return {label: tuple(cells) for label, *cells in table(document, heading).rows}


# --- What was expected, and what was seen


def test_seen(pack: Pack, nl: Wording) -> None:
    """It lays what was expected of the choice beside what was seen since, per value and term."""
    seen = {"seen-done": "Deels.", "seen-safety": "Het bleef rustig.", "seen-development": None}
    there = table(compared(pack, nl, EXPECTED, seen), nl("compared.seen"))
    assert there.header == ("", nl("compared.expected"), nl("compared.saw"))
    assert there.rows[0] == (nl("weighed.chosen"), "Hotel", "Deels.")
    expected = {label: (cell, saw) for label, cell, saw in there.rows[1:]}
    assert {label: cell for label, (cell, _) in expected.items()} == {
        "veiligheid, korte termijn": "Binnen slapen.",
        "veiligheid, lange termijn": nl("weighed.unknown"),
        "bestaanszekerheid, korte termijn": nl("weighed.not-weighed"),
        "bestaanszekerheid, lange termijn": nl("weighed.not-weighed"),
        "ontwikkeling, korte termijn": nl("weighed.not-weighed"),
        "ontwikkeling, lange termijn": "Samen thuis.",
    }
    assert expected["veiligheid, korte termijn"][1] == "Het bleef rustig."
    assert expected["bestaanszekerheid, korte termijn"][1] == nl("summary.not-asked")
    assert expected["ontwikkeling, korte termijn"][1] == nl("answer.skipped")


def test_only_of_what_was_chosen(pack: Pack, nl: Wording) -> None:
    """It holds nothing seen against an option that was not chosen."""
    assert "Bij oma is het vol." not in lines(compared(pack, nl, EXPECTED, {"seen-safety": "Rust."}))


@pytest.mark.parametrize("before", [{}, {"choice": None}, {**CHOSEN, "option-1.what": None}])
def test_nothing_was_chosen(pack: Pack, nl: Wording, before: Given) -> None:
    """It says that nothing was chosen in the earlier one, and then compares the rest."""
    document = compared(pack, nl, before, {"danger": "no"})
    assert below(document, nl("compared.seen")) == [Paragraph(nl("compared.nothing-chosen", date=nl.day(FIRST)))]
    assert headings(document, 3)[1:3] == [nl("compared.danger"), nl("compared.choice")]


def test_never_empty(pack: Pack, nl: Wording) -> None:
    """It leaves no cell empty: each says something, or that it was not asked, skipped or told above."""
    for now in ({}, {"seen-safety": "Rust.", "danger": "no", **TWO_MEMBERS}):
        document = compared(pack, nl, {**EXPECTED, "danger": "yes", "member-1.role": "moeder"}, now)
        cells = [cell for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row]
        assert cells
        assert [cell for cell in cells if not cell.strip()] == []


# --- Then and now


def test_danger(pack: Pack, nl: Wording) -> None:
    """It lays what was said of danger then and now side by side, with the day of each."""
    before = {"danger": "yes", "danger-whom": "de jongste", "measure": "Hotel."}
    now = {"danger": "no", "danger-basis": "Iedereen gezien.", "measure": "Van eerder."}
    document = compared(pack, nl, before, now)
    assert table(document, nl("compared.danger")).header == (
        "",
        nl("compared.before", date=nl.day(FIRST)),
        nl("compared.now", date=nl.day(SECOND)),
    )
    assert rows(document, nl("compared.danger")) == {
        "Gevraagd bij danger?": ("ja", "nee"),
        "Gevraagd bij danger-whom?": ("de jongste", nl("summary.not-asked")),
        "Gevraagd bij measure?": ("Hotel.", nl("summary.not-asked")),
        "Gevraagd bij danger-basis?": (nl("summary.not-asked"), "Iedereen gezien."),
    }


def test_danger_nobody_spoke_of(pack: Pack, nl: Wording) -> None:
    """It still says under danger that it was asked in neither."""
    there = below(compared(pack, nl, {"cause": "Zo."}, {"cause": "Zo."}), nl("compared.danger"))
    text = " ".join(text for block in there if isinstance(block, Table) for row in block.rows for text in row)
    assert nl("summary.not-asked") in text or any(isinstance(block, Paragraph) for block in there)


def test_choice(pack: Pack, nl: Wording) -> None:
    """It lays both choices side by side with their reasons, the risk, who decides and when it is looked at again."""
    now = {
        "option-1.what": "Naar huis",
        "choice": "option-1",
        "because": "Rust.",
        "risk": None,
        "look-back": "2026-12-09",
    }
    before = {**CHOSEN, "because": "Dak.", "risk": "Tijd.", "decides": "de rechter", "change-mind": "Kou."}
    assert rows(compared(pack, nl, before, now), nl("compared.choice")) == {
        nl("weighed.chosen"): ("Hotel", "Naar huis"),
        "Gevraagd bij because?": ("Dak.", "Rust."),
        "Gevraagd bij risk?": ("Tijd.", nl("answer.skipped")),
        "Gevraagd bij change-mind?": ("Kou.", nl("summary.not-asked")),
        "Gevraagd bij decides?": ("de rechter", nl("summary.not-asked")),
        "Gevraagd bij look-back?": (nl("summary.not-asked"), "9 december 2026"),
    }


def test_no_choice_now(pack: Pack, nl: Wording) -> None:
    """It says that nothing is chosen now, and keeps the reasons there were."""
    there = rows(compared(pack, nl, {**CHOSEN, "because": "Dak."}, {"choice": None}), nl("compared.choice"))
    assert there[nl("weighed.chosen")] == ("Hotel", nl("weighed.no-choice"))
    assert there["Gevraagd bij because?"][0] == "Dak."


def test_members(pack: Pack, nl: Wording) -> None:
    """It lays everybody's wishes then and now side by side, known by what they are called, not by their number."""
    before = {
        "member-1.role": "Moeder", "member-1.age": "adult", "member-1.heard": "said", "member-1.perspective": "Rust.",
        "member-2.role": "oma", "member-2.heard": "estimated", "member-2.perspective": "Weekend.",
    }  # fmt: skip
    now = {
        "member-1.role": "vader", "member-2.role": "  moeder ", "member-2.heard": "not-asked", "member-2.ask": "juf",
    }  # fmt: skip
    there = rows(compared(pack, nl, before, now), step(pack, "members").title.pick("nl"))
    by_name = {" ".join(name.casefold().split()): cells for name, cells in there.items()}
    assert by_name == {
        "moeder": ("zelf gezegd, met anderen erbij; Rust.", "niet gevraagd; juf"),
        "oma": ("door ons ingeschat; Weekend.", nl("compared.not-there")),
        "vader": (nl("compared.not-there"), nl("summary.not-asked")),
    }


def test_members_called_the_same(pack: Pack, nl: Wording) -> None:
    """It leaves nobody out where two members are called the same."""
    both: Given = {
        "member-1.role": "kind", "member-1.heard": "said", "member-1.perspective": "Thuis.",
        "member-2.role": "kind", "member-2.heard": "said", "member-2.perspective": "Bij oma.",
    }  # fmt: skip
    text = "\n".join(lines(compared(pack, nl, both, both)))
    assert "Thuis." in text
    assert "Bij oma." in text


def test_foundation(pack: Pack, nl: Wording) -> None:
    """It lays the foundation then and now side by side, with what was added in either."""
    before = {"housing.state": "not-in-order", "housing.known": "Geen huis.", "foundation-1.what": "Vervoer"}
    now = {"housing.state": "in-order", "foundation-1.what": "Zorgverzekering", "foundation-1.state": "unknown"}
    there = rows(compared(pack, nl, before, now), step(pack, "foundation").title.pick("nl"))
    assert there == {
        "Wonen": ("niet op orde; Geen huis.", "op orde"),
        "Inkomen": (nl("summary.not-asked"),) * 2,
        "Schulden": (nl("summary.not-asked"),) * 2,
        "Zorgverzekering": (nl("compared.not-there"), "weten we niet"),
        "Vervoer": (nl("summary.not-asked"), nl("compared.not-there")),
    }


def test_nobody(pack: Pack, nl: Wording) -> None:
    """It has no part about members where neither names any."""
    assert headings(compared(pack, nl, {"danger": "no"}, {"danger": "no"}), 3) == [
        nl("compared.seen"),
        nl("compared.danger"),
        nl("compared.choice"),
    ]


@pytest.mark.parametrize("name", ["danger-basis", "because", "risk"])
def test_long_text_that_stayed(pack: Pack, nl: Wording, name: str) -> None:
    """It tells a long text that stayed the same once, and that it did; a short one twice."""
    given = {"danger": "no", **CHOSEN}
    long = compared(pack, nl, {**given, name: LONG}, {**given, name: LONG})
    assert lines(long).count(LONG) == 1
    assert nl("compared.same") in lines(long)
    short = compared(pack, nl, {**given, name: "Rust."}, {**given, name: "Rust."})
    assert lines(short).count("Rust.") == 2
    assert nl("compared.same") not in lines(short)


def test_long_wish_that_stayed(pack: Pack, nl: Wording) -> None:
    """It tells what somebody wants once where that stayed the same and is long."""
    given = {"member-1.role": "moeder", "member-1.heard": "said", "member-1.perspective": LONG}
    assert "\n".join(lines(compared(pack, nl, given, given))).count(LONG) == 1


def test_another_long_text(pack: Pack, nl: Wording) -> None:
    """It tells both texts where they differ, however little."""
    document = compared(pack, nl, {"danger": "no", "danger-basis": LONG}, {"danger": "no", "danger-basis": LONG + "!"})
    assert LONG in lines(document)
    assert LONG + "!" in lines(document)


@pytest.mark.parametrize("name", ["danger-basis", "because", "member-1.perspective", "seen-safety"])
def test_half_a_text_is_marked(pack: Pack, nl: Wording, name: str) -> None:
    """It says of a text that somebody was still typing it, so that it is not taken for what they meant."""
    given: Given = {**CHOSEN, "danger": "no", "member-1.role": "moeder", "member-1.heard": "said"}
    two = (
        weighing(pack, *said(EXPECTED), started=FIRST, finished=FIRST, later=True),
        weighing(pack, *said(given), answer(name, "Een half", draft=True), number=2, started=SECOND, finished=None),
    )
    document = comparison(summary_facts(case(weighings=two), pack, "nl"), nl)
    (shown,) = [text for text in lines(document) if "Een half" in text]
    assert nl("summary.draft") in shown


# --- As a whole


def test_title(pack: Pack, nl: Wording) -> None:
    """It says what it is and about which case, also where that has no title."""
    document = compared(pack, nl, {}, {})
    assert document.blocks[0] == Heading(2, nl("compared.title", title="Duin"))
    assert document.meta == {"title": nl("compared.title", title="Duin"), "language": "nl"}


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two(pack: Pack, nl: Wording, count: int) -> None:
    """It cannot compare fewer than two."""
    there = tuple(weighing(pack) for _ in range(count))
    with pytest.raises(LookupError):
        comparison(summary_facts(case(weighings=there), pack, "nl"), nl)


def test_last_two(pack: Pack, nl: Wording) -> None:
    """It compares the last two of three."""
    three = tuple(
        weighing(pack, answer("danger", danger), number=number, started=date(2026, number, 1), later=number < 3)
        for number, danger in enumerate(("unknown", "yes", "no"), start=1)
    )
    document = comparison(summary_facts(case(weighings=three), pack, "nl"), nl)
    assert rows(document, nl("compared.danger")) == {"Gevraagd bij danger?": ("ja", "nee")}


def test_first_thought_stays_sealed(pack: Pack, nl: Wording) -> None:
    """It never shows the first thought of either, nor what was in the empty chair."""
    answers = {name: one.value for name, one in whole(pack).items()}
    text = "\n".join(lines(compared(pack, nl, answers, {"thought": "Weg hier", "danger": "no"})))
    assert mark("because") in text
    assert [one for one in (mark("thought"), "Weg hier", mark("empty-chair")) if one in text] == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_language(pack: Pack, nl: Wording, en: Wording, lang: Language) -> None:
    """It speaks the language asked for, whatever the weighings were answered in."""
    say = {"nl": nl, "en": en}[lang]
    document = compared(pack, say, {**EXPECTED, "danger": "yes", **TWO_MEMBERS}, {"danger": "no", **TWO_MEMBERS})
    assert headings(document, 3) == [
        *(say(f"compared.{one}") for one in ("seen", "danger", "choice")),
        step(pack, "members").title.pick(lang),
    ]
    first = table(document, say("compared.danger")).rows[0]
    assert first[1:] == {"nl": ("ja", "nee"), "en": ("yes", "no")}[lang]
