"""What was not looked at yet, where the answers of a sheet are looked over; and beginning in the middle."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.filled import TABLE
from doorbraak_cli.flows.prompter import SkipStep
from doorbraak_cli.flows.session import FINISH, REVIEW, run
from doorbraak_cli.flows.sheet import SheetFlow, Unseen

from ..following import next_question
from .sheets import begun
from .weighings import CELL, FULL, SHORT, TWO_MEMBERS, TWO_OPTIONS, Person, answered, values
from .weighings import begun as begun_weighing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

    from .weighings import Given

WEIGHING: Given = {**FULL, **TWO_MEMBERS, **TWO_OPTIONS, "danger": "no", "choice": "option-1"}
PLAN: Given = {"title": "Duin", "goal-1.what": "Rust", "action-1.what": "Bellen", "procedure": "no"}


def walked(flow: SheetFlow, case: Case, given: Given) -> Case:
    """Give the case as it is when all there is to ask was answered."""
    while (question := next_question(flow, case)) is not None:
        case = answered(flow, case, {question.id: FINISH if question.grid else given.get(question.id)})
    return case


def seeing(flow: SheetFlow, *unseen: Unseen, where: Callable[[Case], bool] = lambda _: True) -> SheetFlow:
    """Give a flow of which this was not looked at yet, as long as that is so in the case."""

    def still(case: Case) -> Iterable[Unseen]:
        return unseen if where(case) else ()

    return replace(flow, unseen=still)


@pytest.fixture
def weighing(pack: Pack, nl: Wording) -> tuple[SheetFlow, Case]:
    """Give a weighing in which all was asked."""
    flow, case = begun_weighing(pack, nl)
    return flow, walked(flow, case, WEIGHING)


@pytest.fixture
def plan(pack: Pack, nl: Wording) -> tuple[SheetFlow, Case]:
    """Give a plan in which all was asked."""
    start = begun(pack, nl, "plan")
    assert isinstance(start.flow, SheetFlow)
    return start.flow, walked(start.flow, start.case, PLAN)


# --- In the review


def test_stands_in_the_review(plan: tuple[SheetFlow, Case], nl: Wording) -> None:
    """It names what was not looked at yet below the choice to finish, and then every answer as ever."""
    flow, case = plan
    before = flow.review(case).options
    unseen = Unseen("0", "goals", "RA05 Niets van het gezin."), Unseen("1", "rhythm", "SW13 Geen dag.")
    options = seeing(flow, *unseen).review(case).options
    assert options[0].id == FINISH
    assert [one.label for one in options[1:3]] == [nl("review.unseen", text=one.text) for one in unseen]
    assert (options[0], *options[3:]) == before
    assert len({one.id for one in options}) == len(options)


def test_nothing_unseen(plan: tuple[SheetFlow, Case]) -> None:
    """It names nothing where nothing was left out."""
    flow, case = plan
    assert seeing(flow).review(case) == flow.review(case)


def test_goes_to_a_step_of_a_plan(plan: tuple[SheetFlow, Case]) -> None:
    """It goes to the first question of the step, filled in, and then back to the review, which can be finished."""
    flow, case = plan
    person = Person({}, {REVIEW: ["unseen-1", FINISH], "procedure": ["unknown"]})
    done = run(seeing(flow, Unseen("0", "goals", "x"), Unseen("1", "procedure", "y")), case, person, lambda _: None)
    assert person.seen[:2] == [(REVIEW, None), ("procedure", "no")]
    assert person.asked[2:] == [REVIEW]
    assert done.plan
    assert done.plan.finished == flow.today
    assert values(flow, done) == {**values(flow, case), "procedure": "unknown"}


@pytest.mark.parametrize(
    ("step", "first"),
    [("understanding", "cause"), ("table", TABLE), ("choice", "choice"), ("options", "nothing.about")],
)
def test_goes_to_a_step_of_a_weighing(weighing: tuple[SheetFlow, Case], pack: Pack, step: str, first: str) -> None:
    """It goes to the question a step begins with: of the table to the table itself, not to a cell."""
    flow, case = weighing
    person = Person(WEIGHING, {REVIEW: ["unseen-0", FINISH]})
    run(seeing(flow, Unseen("0", step, "x")), case, person, lambda _: None)
    assert person.asked[:2] == [REVIEW, first]
    assert person.asked[-1] == REVIEW
    asked = next(one for one in flow.path(case) if one.id == first)
    assert asked.step == step


def test_goes_to_what_it_is_about(weighing: tuple[SheetFlow, Case]) -> None:
    """It goes to what is asked about somebody by name, on through the rest of the step, and back to where it was."""
    flow, case = weighing
    name = str(flow.answers(case)["member-2.role"].value)
    person = Person(WEIGHING, {REVIEW: ["unseen-RA03", FINISH]})
    there = seeing(flow, Unseen("RA03", "members", "x", (name,)))
    run(there, case, person, lambda _: None)
    members = [one.id for one in flow.path(case) if one.step == "members" and not one.hub]
    assert person.asked == [REVIEW, *members[members.index("member-2.role") :], REVIEW]
    assert len(person.asked) > 4
    assert (there.where(case, "members"), flow.where(case, "members")) == ("member-2.role", members[0])
    assert flow.where(case, "nergens") is None


def test_back_at_what_was_chosen(plan: tuple[SheetFlow, Case]) -> None:
    """It points at what was chosen in the review where that is still there, and at nothing where it has gone."""
    flow, case = plan
    person = Person({}, {REVIEW: ["unseen-1", FINISH], "procedure": ["unknown"]})
    run(seeing(flow, Unseen("0", "goals", "x"), Unseen("1", "procedure", "y")), case, person, lambda _: None)
    assert [one for one in person.seen if one[0] == REVIEW] == [(REVIEW, None), (REVIEW, "unseen-1")]
    there = seeing(flow, Unseen("1", "rhythm", "x"), where=lambda one: "rhythm" not in _answered(flow, one))
    person = Person({"rhythm": "week"}, {REVIEW: ["unseen-1", FINISH]})
    run(there, case, person, lambda _: None)
    assert [one for one in person.seen if one[0] == REVIEW] == [(REVIEW, None), (REVIEW, None)]


def test_does_not_stop_anybody(weighing: tuple[SheetFlow, Case]) -> None:
    """It lets whoever wants to finish, however much was not looked at, and keeps nothing of it."""
    flow, case = weighing
    person = Person({}, {REVIEW: [FINISH]})
    done = run(seeing(flow, *[Unseen(str(number), "table", "x") for number in range(30)]), case, person, lambda _: None)
    assert person.asked == [REVIEW]
    assert done == flow.finish(case)


def test_gone_once_it_was_looked_at(plan: tuple[SheetFlow, Case]) -> None:
    """It is no longer named once it was answered."""
    flow, case = plan
    there = seeing(flow, Unseen("0", "rhythm", "x"), where=lambda one: "rhythm" not in _answered(flow, one))
    person = Person({"rhythm": "week"}, {REVIEW: ["unseen-0", FINISH]})
    run(there, case, person, lambda _: None)
    first, *_, last = [one for one in person.questions if one.id == REVIEW]
    assert [one.id for one in first.options if one.leads] == ["unseen-0"]
    assert [one.id for one in last.options if one.leads] == []


def _answered(flow: SheetFlow, case: Case) -> set[str]:
    return {name for name, value in values(flow, case).items() if value is not None}


def test_step_that_is_not_in_this_walk(pack: Pack, nl: Wording) -> None:
    """It leaves out what belongs to a step that a short weighing passes over: there is nothing to go to."""
    flow, case = begun_weighing(pack, nl)
    case = walked(flow, case, {**SHORT, **TWO_MEMBERS, **TWO_OPTIONS})
    there = seeing(flow, Unseen("0", "understanding", "a"), Unseen("1", "table", "b"), Unseen("2", "nergens", "c"))
    options = [one for one in there.review(case).options if one.leads]
    assert [(one.label, one.leads) for one in options] == [(nl("review.unseen", text="b"), TABLE)]


# --- Beginning in the middle


def test_begins_at_a_question(plan: tuple[SheetFlow, Case]) -> None:
    """It begins with the question it is told to, though all was answered, and then shows the review."""
    flow, case = plan
    person = Person({"procedure": "no"})
    run(flow, case, person, lambda _: None, "procedure")
    assert person.seen[0] == ("procedure", "no")
    assert person.asked == ["procedure", REVIEW]


def test_begins_in_the_middle_of_a_new_sheet(pack: Pack, nl: Wording) -> None:
    """It asks what is open before it after that, so that nothing is passed over."""
    start = begun(pack, nl, "plan")
    person = Person(PLAN)
    run(start.flow, start.case, person, lambda _: None, "procedure")
    assert person.asked[:2] == ["procedure", "title"]
    assert person.asked.count("procedure") == 1
    assert {"goal-1.what", "action-1.what"} <= {*person.asked}


def test_walks_through_a_table(weighing: tuple[SheetFlow, Case]) -> None:
    """It goes back to the table after a cell, and on to what comes after the table once that is done; F4 ends it."""
    flow, case = weighing
    person = Person(WEIGHING, {TABLE: [CELL, FINISH]})
    run(flow, case, person, lambda _: None, TABLE)
    after = [one.id for one in flow.path(case) if one.step == "table" and not one.hub][1:]
    back = person.asked.index(TABLE, 1)
    assert person.asked[:2] == [TABLE, CELL]
    assert all(one.startswith(CELL) for one in person.asked[1:back])
    assert person.asked[back:] == [TABLE, *after, REVIEW]
    person = Person(WEIGHING, {"cause": [SkipStep()]})
    run(flow, case, person, lambda _: None, "cause")
    assert person.asked == ["cause", REVIEW]
