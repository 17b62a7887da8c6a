"""Which reflection or card is worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.flows.beginning import Cards, begin, filled_in, go_on

from .conftest import DAY, GUARD, SETUP

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording


def test_a_new_case(pack: Pack, nl: Wording) -> None:
    """It begins a case with one reflection, in which what is known is answered already, also out of turn."""
    start = begin(pack, nl, None, DAY, {"level": "macro", "principles": ("breed-kijken",), "role": "adviseur"})
    assert (start.case.about, start.resumed) == ("policy", False)
    answers = start.flow.answers(start.case)
    assert {name: one.value for name, one in answers.items()} == {
        "level": "macro",
        "principles": ("breed-kijken",),
        "role": "adviseur",
    }
    assert not [one for one in answers.values() if one.check]
    assert [one.id for one in start.flow.path(start.case)][:2] == ["level", "title"]


def test_a_second_reflection(pack: Pack, nl: Wording, case: Case) -> None:
    """It adds a reflection and leaves the first as it was."""
    start = begin(pack, nl, case, DAY, {})
    assert [one.id for one in start.case.reflections] == ["reflection-1", "reflection-2"]
    assert start.case.reflections[0] == case.reflections[0]


def test_goes_on_with_the_last_open_one(pack: Pack, nl: Wording, case: Case) -> None:
    """It goes on where a reflection is still open, and not where there is none."""
    assert go_on(pack, nl, None, DAY) is None
    there = go_on(pack, nl, case, DAY)
    assert there is not None
    assert (there.sitting.id, there.resumed) == ("reflection-1", True)
    closed = case.with_reflection(case.reflections[0].closed(DAY))
    assert go_on(pack, nl, closed, DAY) is None


def test_filled_in(pack: Pack, nl: Wording) -> None:
    """It gives every question of what is known, with presets filled in and the rest empty."""
    start = begin(pack, nl, None, DAY, {})
    given = {question.id: value for question, value in filled_in(start, {"level": "meso", "selection": "all"})}
    assert (given["level"], given["title"], given["sw-meso-7"]) == ("meso", None, None)
    assert len(given["principles"] or ()) == 3
    assert "ra-micro-1.a" in {question.id for question, _ in filled_in(start, {})}
    assert set(SETUP) - {"questions"} <= given.keys()


@pytest.fixture
def cards(pack: Pack, nl: Wording) -> Cards:
    """Give what begins cards for the first aid of the pack that is filled in."""
    aid = next(one for one in pack.aids if one.fields)
    return Cards(aid, pack, nl, DAY, GUARD)


def test_first_card(cards: Cards, pack: Pack) -> None:
    """It begins a case with one card for this aid, on this pack and in this language."""
    start = cards.begin(None)
    assert (start.case.about, start.case.reflections, start.resumed) == ("case", (), False)
    (card,) = start.case.cards
    assert start.sitting == card
    assert (card.id, card.aid, card.started, card.finished) == ("card-1", cards.aid.id, DAY, None)
    assert (card.language, card.pack, card.answers) == ("nl", pack.ref, ())


def test_card_of_a_case(cards: Cards, case: Case) -> None:
    """It adds a card and leaves what the case holds as it was."""
    start = cards.begin(cards.begin(case).case)
    assert [one.id for one in start.case.cards] == ["card-1", "card-2"]
    assert (start.sitting.id, start.case.reflections) == ("card-2", case.reflections)


def test_cards_are_guarded(cards: Cards) -> None:
    """It asks every field that is typed with the guard it was given, and the fields of its own card."""
    start = cards.begin(None)
    fields = [one for one in start.flow.path(start.case) if one.id != "title"]
    assert [one.id for one in fields] == [one.id for one in cards.aid.fields]
    assert {one.guard for one in fields if not one.options} == {GUARD}
    assert start.flow.finish(start.case).cards[0].finished == DAY


def test_goes_on_with_the_last_open_card(cards: Cards, case: Case) -> None:
    """It goes on with the last card of this aid that is open, and with none of another aid."""
    assert cards.go_on(None) is None
    assert cards.go_on(case) is None
    first = cards.begin(case)
    second = cards.begin(first.case)
    there = cards.go_on(second.case)
    assert there is not None
    assert (there.case, there.sitting.id, there.resumed) == (second.case, "card-2", True)
    closed = there.flow.finish(there.case)
    there = cards.go_on(closed)
    assert there is not None
    assert there.sitting.id == "card-1"
    assert cards.go_on(there.flow.finish(closed)) is None
    elsewhere = first.case.cards[0].model_copy(update={"aid": "ander-hulpmiddel"})
    assert cards.go_on(case.with_card(elsewhere)) is None


def test_filled_in_card(cards: Cards) -> None:
    """It gives every field of a card, empty."""
    given = filled_in(cards.begin(None), {})
    assert [question.id for question, _ in given] == ["title", *(one.id for one in cards.aid.fields)]
    assert {value for _, value in given} == {None}
