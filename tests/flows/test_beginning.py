"""Which reflection, card or weighing is worked on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.flows.beginning import Cards, Weighings, begin, filled_in, go_on
from doorbraak_cli.flows.session import run

from .conftest import DAY, GUARD, SETUP
from .weighings import CELL, SHORT, TWO_OPTIONS, Person, answered, drafted, values

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.beginning import Start

    from .weighings import Given


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
    closed = case.with_sitting(case.reflections[0].closed(DAY))
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
    assert cards.go_on(case.with_sitting(elsewhere)) is None


def test_filled_in_card(cards: Cards) -> None:
    """It gives every field of a card, empty."""
    given = filled_in(cards.begin(None), {})
    assert [question.id for question, _ in given] == ["title", *(one.id for one in cards.aid.fields)]
    assert {value for _, value in given} == {None}


# --- Weighings


@pytest.fixture
def weighings(pack: Pack, nl: Wording) -> Weighings:
    """Give what begins weighings."""
    return Weighings(pack, nl, DAY)


MEMBERS: Given = {
    "member-1.role": "moeder",
    "member-1.age": "adult",
    "member-1.heard": "said",
    "member-1.perspective": "Rust.",
    "member-2.role": "oudste kind",
    "member-3.role": None,
}


def weighed(start: Start, *given: Given) -> Start:
    """Give the start with these answers in its weighing."""
    return replace(start, case=answered(start.flow, start.case, *given))


def test_first_weighing(weighings: Weighings, pack: Pack) -> None:
    """It begins a case with one weighing, on this pack and in this language, that takes the place of none."""
    start = weighings.begin(None, {})
    assert (start.case.about, start.case.created, start.resumed) == ("case", DAY, False)
    (one,) = start.case.weighings
    assert start.sitting == one
    assert (one.id, one.started, one.finished, one.language, one.pack) == ("weighing-1", DAY, None, "nl", pack.ref)
    assert (one.answers, one.supersedes, one.superseded_by) == ((), None, None)
    assert [question.id for question in start.flow.path(start.case)] == ["title", "situation", "with", "depth"]


def test_what_is_known_of_a_weighing(weighings: Weighings) -> None:
    """It answers beforehand what is known, with the question as it would have been asked."""
    start = weighings.begin(None, {"depth": "short"})
    depth = start.flow.answers(start.case)["depth"]
    assert (depth.value, depth.status) == ("short", "answered")
    assert depth.asked == start.flow.path(start.case)[3].text


def test_weighing_of_a_case(weighings: Weighings, case: Case) -> None:
    """It adds a weighing and leaves what the case holds as it was."""
    start = weighings.begin(case, {})
    assert start.case.reflections == case.reflections
    assert [one.id for one in start.case.weighings] == ["weighing-1"]


def test_weighing_that_takes_the_place_of_another(weighings: Weighings) -> None:
    """It links a new weighing and the last one both ways, keeps the last one, and goes on from there each time."""
    first = weighed(weighings.begin(None, {}), SHORT, {"choice": "nothing", "because": "Zo."})
    closed = first.flow.finish(first.case)
    second = weighings.begin(closed, {})
    third = weighings.begin(second.case, {})
    assert [(one.id, one.supersedes, one.superseded_by) for one in third.case.weighings] == [
        ("weighing-1", None, "weighing-2"),
        ("weighing-2", "weighing-1", "weighing-3"),
        ("weighing-3", "weighing-2", None),
    ]
    old, new = second.case.weighings
    assert old == closed.weighings[0].model_copy(update={"superseded_by": "weighing-2"})
    assert new.answers == ()
    assert (second.sitting.id, second.resumed) == ("weighing-2", False)


def test_takes_the_place_of_one_that_was_not_finished(weighings: Weighings) -> None:
    """It takes the place of the last weighing whether that was finished or not."""
    start = weighings.begin(weighings.begin(None, {}).case, {})
    assert start.case.weighings[1].supersedes == "weighing-1"


def test_members_are_taken_along(weighings: Weighings) -> None:
    """It takes along who lives there and how old they are, to be looked at again, and nothing that they said."""
    first = weighed(weighings.begin(None, {}), SHORT, {"danger": "no", "option-1.what": "Hotel"}, MEMBERS)
    second = weighings.begin(first.case, {})
    assert [(one.id, one.value, one.status, one.check) for one in second.case.weighings[1].answers] == [
        ("member-1.role", "moeder", "answered", True),
        ("member-1.age", "adult", "answered", True),
        ("member-2.role", "oudste kind", "answered", True),
    ]
    assert not [one for one in second.case.weighings[0].answers if one.check]


def test_members_are_asked_again(weighings: Weighings) -> None:
    """It asks of everybody who was taken along whether they are still there, with what they were called filled in."""
    first = weighed(weighings.begin(None, {}), SHORT, MEMBERS)
    second = weighings.begin(first.case, {"depth": "short"})
    person = Person({"member-1.role": "moeder", "member-1.age": "adult", "member-2.role": "oudste kind"})
    done = run(second.flow, second.case, person, lambda _: None)
    assert person.seen[:2] == [("with", None), ("danger", None)]
    asked = [(name, draft) for name, draft in person.seen if name.endswith((".role", ".age"))]
    assert asked == [
        ("member-1.role", "moeder"),
        ("member-1.age", "adult"),
        ("member-2.role", "oudste kind"),
        ("member-2.age", None),
        ("member-3.role", None),
    ]
    assert not [one for one in done.weighings[1].answers if one.check]


def test_member_that_was_taken_away(weighings: Weighings) -> None:
    """It takes nobody along who was taken away from the last weighing, nor what was left out; the others close up."""
    first = weighed(weighings.begin(None, {}), SHORT, MEMBERS, {"member-2.age": None, "member-1.role": None})
    second = weighings.begin(first.case, {})
    (taken,) = second.case.weighings[1].answers
    assert (taken.id, taken.value) == ("member-1.role", first.case.weighings[0].text("member-2.role"))


def test_member_whose_name_is_being_typed_over(weighings: Weighings) -> None:
    """It takes somebody along as they were called last, where somebody paused while typing that anew."""
    first = weighed(weighings.begin(None, {}), SHORT, MEMBERS)
    second = weighings.begin(drafted(first.flow, first.case, "member-1.role", "moe"), {})
    assert second.case.weighings[1].text("member-1.role") == "moeder"


def test_goes_on_with_the_last_weighing(weighings: Weighings, case: Case) -> None:
    """It goes on with the last weighing where that was not finished, and never with an older one."""
    assert weighings.go_on(None, {}) is None
    assert weighings.go_on(case, {}) is None
    first = weighings.begin(case, {})
    there = weighings.go_on(first.case, {})
    assert there is not None
    assert (there.case, there.sitting.id, there.resumed) == (first.case, "weighing-1", True)
    second = weighings.begin(first.case, {})
    there = weighings.go_on(second.case, {})
    assert there is not None
    assert there.sitting.id == "weighing-2"
    assert weighings.go_on(there.flow.finish(there.case), {}) is None


def test_deepen(weighings: Weighings) -> None:
    """It opens the last weighing again to go through every step; all that stands stays, and so do older ones."""
    first = weighed(weighings.begin(None, {}), SHORT, MEMBERS, {"choice": "nothing"})
    second = weighed(weighings.begin(first.flow.finish(first.case), {}), {"depth": "short", "danger": "no"})
    closed = second.flow.finish(second.case)
    deeper = weighings.deepen(closed)
    assert deeper is not None
    assert (deeper.sitting.id, deeper.resumed) == ("weighing-2", True)
    old, opened = deeper.case.weighings
    assert old == closed.weighings[0]
    assert (opened.finished, opened.supersedes, opened.text("depth")) == (None, "weighing-1", "full")
    assert {one.id: one.value for one in opened.answers} == {
        **{one.id: one.value for one in closed.weighings[1].answers}, "depth": "full",
    }  # fmt: skip
    assert "cause" in [one.id for one in deeper.flow.path(deeper.case)]


def test_depth_of_one_that_goes_on(weighings: Weighings) -> None:
    """It answers what is known where that was not answered yet, and changes no answer that was."""
    first = weighed(weighings.begin(None, {}), {"title": "Duin"})
    there = weighings.go_on(first.case, {"depth": "short"})
    assert there is not None
    assert there.case.weighings[0].text("depth") == "short"
    again = weighings.go_on(there.case, {"depth": "full"})
    assert again is not None
    assert again.case == there.case


def test_nothing_to_deepen(weighings: Weighings, case: Case) -> None:
    """It deepens nothing where nothing was weighed."""
    assert weighings.deepen(None) is None
    assert weighings.deepen(case) is None


def test_deepen_a_whole_walk(weighings: Weighings) -> None:
    """It asks somebody who deepens a short weighing only for what it lacked, and closes it."""
    first = weighings.begin(None, {})
    done = run(first.flow, first.case, Person({**SHORT, **TWO_OPTIONS, "choice": "option-1"}), lambda _: None)
    deeper = weighings.deepen(done)
    assert deeper is not None
    person = Person({"cause": "Verlies."})
    done = run(deeper.flow, deeper.case, person, lambda _: None)
    assert person.asked[:2] == ["housing.state", "income.state"]
    assert {"cause", "stepped-in", "against"} <= {*person.asked}
    assert not {"danger", "thought", "option-1.about", "table", "choice"} & {*person.asked}
    assert (done.weighings[0].finished, done.weighings[0].text("cause")) == (DAY, "Verlies.")


def test_filled_in_weighing(weighings: Weighings) -> None:
    """It gives every question of a full weighing, about two of each kind, and fills in how deep it goes."""
    given = {question.id: value for question, value in filled_in(weighings.begin(None, {}), {})}
    assert {"title", "with", "thought", "member-2.calm", "option-2.instead", CELL, "look-back"} <= given.keys()
    assert not {"table", "member-3.role", "level"} & given.keys()
    assert given["depth"] == "full"
    assert "danger" not in (given["share"] or ())
    assert {name for name, value in given.items() if value} - {"share"} == {"depth"}


def test_filled_in_short_weighing(weighings: Weighings) -> None:
    """It gives the questions of the short walk where that is what somebody wants."""
    given = {question.id: value for question, value in filled_in(weighings.begin(None, {}), {"depth": "short"})}
    assert given["depth"] == "short"
    assert "choice" in given
    assert not {"thought", "cause"} & given.keys()


def test_what_is_known_when_going_on(weighings: Weighings) -> None:
    """It answers, on going on, what is known and was not answered yet, and leaves what was as it was."""
    first = weighed(weighings.begin(None, {}), {"with": "collega"})
    there = weighings.go_on(first.case, {"depth": "short", "with": "niemand"})
    assert there is not None
    assert values(there.flow, there.case) == {"with": "collega", "depth": "short"}
    again = weighings.go_on(there.case, {"depth": "full"})
    assert again is not None
    assert again.case == there.case


def test_reopen(weighings: Weighings) -> None:
    """It opens the last weighing again, finished or not, to change what stands in it; None where there is none."""
    assert weighings.reopen(None, {}) is None
    first = weighed(weighings.begin(None, {}), SHORT, MEMBERS, {"choice": "nothing"})
    closed = first.flow.finish(first.case)
    for case in (closed, first.case):
        there = weighings.reopen(case, {})
        assert there is not None
        assert (there.case, there.sitting.id, there.resumed) == (first.case, "weighing-1", True)
    changed = weighings.reopen(closed, {"choice": "option-1"})
    assert changed is not None
    assert changed.case.weighings[0].text("choice") == "option-1"
