"""An aid as it was filled in about a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.reports import cards
from doorbraak_cli.reports.card_facts import card_facts
from doorbraak_cli.reports.document import Fields, Heading, Paragraph, Quote

from .conftest import CARD, DAY, answer, card, headings, lines

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Answer
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.document import Block

LONG = "Een hele zin die te lang is om naast de vraag te staan, en daarom eronder komt."


def filled_in(pack: Pack, nl: Wording, *answers: Answer) -> list[Block]:
    facts = card_facts(card(pack, "hulp", *answers), CARD, "nl")
    return list(cards.card_blocks(facts, nl, 3))[1:]


def pairs(blocks: list[Block]) -> dict[str, str]:
    """Give what stands beside what was asked."""
    return dict(pair for block in blocks if isinstance(block, Fields) for pair in block.pairs)


def test_card(pack: Pack, nl: Wording) -> None:
    """It gives every field under its step: a choice as its words, a text as it was typed, a long one as a quote."""
    given = (answer("role", "yes"), answer("who", "ik"), answer("question", "Een.\n\n  Twee."))
    assert filled_in(pack, nl, *given) == [
        Heading(3, "Rol"),
        Fields((("Gevraagd bij role?", "ja"), ("Gevraagd bij who?", "ik"))),
        Heading(3, "Vraag"),
        Paragraph("Gevraagd bij question?"),
        Quote("Een.\n\n  Twee."),
    ]


def test_long_and_short(pack: Pack, nl: Wording) -> None:
    """It puts a short text beside what was asked, and a long one below it, wherever it was typed."""
    assert filled_in(pack, nl, answer("who", LONG), answer("question", "Wat nu?")) == [
        Heading(3, "Rol"),
        Fields((("Welke rol?", "niet ingevuld"),)),
        Paragraph("Gevraagd bij who?"),
        Quote(LONG),
        Heading(3, "Vraag"),
        Fields((("Gevraagd bij question?", "Wat nu?"),)),
    ]


@pytest.mark.parametrize("asked", [True, False])
def test_left_open(pack: Pack, nl: Wording, asked: bool) -> None:
    """It says of what was skipped, and of what was not asked yet, that it was not filled in."""
    given = [answer(name, None) for name in ("role", "who", "question")] if asked else []
    told = ("Gevraagd bij role?", "Gevraagd bij who?", "Gevraagd bij question?")
    labels = told if asked else ("Welke rol?", "Wie?", "Welke vraag?")
    assert pairs(filled_in(pack, nl, *given)) == dict.fromkeys(labels, "niet ingevuld")


def test_marks(pack: Pack, nl: Wording) -> None:
    """It says what is half an answer, and what was to be looked at again."""
    given = (answer("role", "no", check=True), answer("who", "i", draft=True), answer("question", LONG, draft=True))
    shown = filled_in(pack, nl, *given)
    assert pairs(shown) == {
        f"Gevraagd bij role? ({nl('summary.check')})": "nee",
        "Gevraagd bij who? (nog niet af)": "i",
    }
    assert shown[-2:] == [Paragraph("Gevraagd bij question? (nog niet af)"), Quote(LONG)]


def test_half_an_answer_over_a_whole_one(pack: Pack, nl: Wording) -> None:
    """It gives what was answered rather than what somebody was typing over it, and says to look at it again."""
    shown = filled_in(pack, nl, answer("question", "Wa", draft=True, confirmed="Wat nu?"))
    assert pairs(shown)[f"Gevraagd bij question? ({nl('summary.check')})"] == "Wat nu?"


def test_what_the_aid_no_longer_has(pack: Pack, nl: Wording) -> None:
    """It keeps an answer to a field that is gone, marks and all, and a choice that is gone by its id."""
    given = (answer("role", "perhaps"), answer("old", "Zo.", draft=True), answer("older", None))
    shown = filled_in(pack, nl, *given)
    assert pairs(shown)["Gevraagd bij role?"] == "perhaps"
    assert shown[-2:] == [
        Heading(3, nl("card.no-longer")),
        Fields((("Gevraagd bij old? (nog niet af)", "Zo."), ("Gevraagd bij older?", "niet ingevuld"))),
    ]


def test_list_in_a_mended_file(pack: Pack, nl: Wording) -> None:
    """It shows several values that somebody put in a file by hand, rather than leave them out."""
    shown = pairs(filled_in(pack, nl, answer("who", ("ik", "jij")), answer("old", ("een", "twee"))))
    assert (shown["Gevraagd bij who?"], shown["Gevraagd bij old?"]) == ("ik, jij", "een, twee")


def test_aid_that_is_gone(pack: Pack, nl: Wording) -> None:
    """It gives the whole card of an aid the pack no longer has, under its id and without a source."""
    told = card(pack, "hulp", answer("who", "ik"), answer("question", "Wat?"))
    document = cards.card(None, told, "Duin", nl)
    assert headings(document, 1) == ["hulp: Duin"]
    assert document.blocks[2:] == (
        Heading(2, nl("card.no-longer")),
        Fields((("Gevraagd bij who?", "ik"), ("Gevraagd bij question?", "Wat?"))),
        Paragraph(nl("card.privacy")),
    )


def test_facts(pack: Pack) -> None:
    """It knows a choice by its id and its words, what it is called in each language, and by its id where it is gone."""
    told = card(pack, "hulp", answer("role", "yes"))
    assert [card_facts(told, one, lang).name for one, lang in ((CARD, "nl"), (CARD, "en"), (None, "nl"))] == [
        "Hulp",
        "Hulp in English",
        "hulp",
    ]
    role = card_facts(told, CARD, "en").steps[0].fields[0]
    assert (role.said, role.word, role.label, role.text) == ("word", "yes", "ja in English", "")


def test_state(pack: Pack, nl: Wording) -> None:
    """It says when it was begun, and whether it was finished."""
    told = (card_facts(card(pack, "hulp", finished=day), CARD, "nl") for day in (DAY, None))
    done, going = (next(cards.card_blocks(one, nl, 3)) for one in told)
    assert done == Fields((("Datum", "30 april 2026"), ("Stand", "afgerond op 30 april 2026")))
    assert going == Fields((("Datum", "30 april 2026"), ("Stand", "nog niet afgerond")))


def test_whole_card(pack: Pack, nl: Wording) -> None:
    """It has a title, facts for machines, a warning to read it over, and where the aid stands in the guide."""
    document = cards.card(CARD, card(pack, "hulp"), "Duin\nen meer", nl)
    assert document.meta == {
        "title": "Hulp: Duin en meer",
        "created": "2026-04-30",
        "content": f"handreiking-2026 {pack.info.version} ({pack.digest})",
        "language": "nl",
    }
    assert document.blocks[0] == Heading(1, "Hulp: Duin en meer")
    assert document.blocks[-2:] == (
        Paragraph(nl("card.privacy")),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 5, p. 21)"),
    )


def test_long_title(pack: Pack, nl: Wording) -> None:
    """It keeps the title on one line of a bearable length."""
    title = cards.card(CARD, card(pack, "hulp"), "een heel lange naam\n" * 50, nl).meta["title"]
    assert "\n" not in title
    assert title.endswith("…")
    assert len(title) < 100


def test_shipped_card(pack: Pack, nl: Wording) -> None:
    """It has a place for each of the five duties, all of them open on a card nobody filled in."""
    (one,) = [each for each in pack.aids if each.fields]
    document = cards.card(one, card(pack, one.id, finished=None), "Duin", nl)
    assert len(headings(document, 2)) == len(one.steps) == 5
    assert lines(document).count("niet ingevuld") == len(one.fields)
