"""One family, one plan: how it stands with what is new, looking at it again, and one action more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.planned import actions
from doorbraak_cli.flows.beginning import filled_in
from doorbraak_cli.flows.plan import ActionFlow, PlanFlow, looked_at_again
from doorbraak_cli.flows.prompter import Back, Paused
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.session import FINISH, REVIEW, run
from doorbraak_cli.flows.sheets import Sheets

from .conftest import DAY
from .sheets import TITLE, begun
from .weighings import Person, about, answered, ids, marked, the, values

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case, Plan, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.beginning import Start

    from .weighings import Given

ACTION = ["what", "goal", "by-whom", "who", "by", "status"]
LISTED: Given = {
    "goal-1.what": "Rust",
    "action-1.what": "Bellen",
    "action-1.status": "busy",
    "action-2.what": "Schrijven",
    "action-2.status": "done",
    "action-3.what": None,
    "handover-1.what": "Van wijkteam naar school",
    "handover-1.status": "open",
    "stuck-1.what": "Een woning",
    "stuck-1.status": "raised",
    "evaluation-next": "2026-04-30",
}


@pytest.fixture
def sheets(pack: Pack, nl: Wording) -> Sheets:
    return Sheets(pack, nl, DAY)


@pytest.fixture
def flow(pack: Pack, nl: Wording) -> PlanFlow:
    return PlanFlow(pack, nl, "plan", DAY)


@pytest.fixture
def case(pack: Pack, nl: Wording) -> Case:
    return begun(pack, nl, "plan").case


@pytest.fixture
def finished(flow: PlanFlow, case: Case) -> Case:
    """Give a case with a plan that was finished."""
    return flow.finish(answered(flow, case, TITLE, LISTED))


def plan_of(case: Case) -> Plan:
    assert case.plan is not None
    return case.plan


# --- How it stands


@pytest.mark.parametrize("thing", ["action-1", "handover-1", "stuck-1"])
def test_new_is_open(flow: PlanFlow, case: Case, thing: str) -> None:
    """It fills in that what is new is open, for whoever walks, and fills in nothing else."""
    there = answered(flow, case, {f"{thing}.what": "x"})
    presets = {one.id: one.preset for one in flow.path(there) if one.preset is not None}
    assert presets == {f"{thing}.status": "open"}
    assert "open" in [one.id for one in the(flow, there, f"{thing}.status").options]


def test_status_is_kept_on_enter(flow: PlanFlow, case: Case) -> None:
    """It keeps that an action is open where somebody presses Enter, and what somebody chooses else."""
    person = Person({**TITLE, "action-1.what": "Bellen", "action-1.status": "open"})
    done = run(flow, case, person, lambda _: None)
    assert ("action-1.status", "open") in person.seen
    assert values(flow, done)["action-1.status"] == "open"


def test_nothing_is_filled_in_in_a_file(sheets: Sheets) -> None:
    """It fills in nothing in an answers file about things that nobody named, so that it can be played as it is."""
    start = sheets.plan(None)
    there = {one.id: value for one, value in filled_in(start, {})}
    assert {value for value in there.values() if value is not None} == set()
    done, faults = play(start.flow, start.case, {**there, "title": "Duin"})
    assert faults == []
    assert actions(plan_of(done).by_id()) == ()


def test_goal_of_an_action(flow: PlanFlow, case: Case) -> None:
    """It lets somebody say for which goal an action is, in the words of the goal."""
    there = answered(flow, case, LISTED)
    assert [(one.id, one.label) for one in the(flow, there, "action-1.goal").options] == [("goal-1", "Rust")]
    assert about(flow, there, "action-1") == ACTION


@pytest.mark.parametrize(
    ("rhythm", "asked"),
    [("week", []), ("two-weeks", []), ("month", []), ("other", ["rhythm-other"]), (None, [])],
)
def test_rhythm(flow: PlanFlow, case: Case, rhythm: str | None, asked: list[str]) -> None:
    """It asks which rhythm that is where it is another one, and always with whom and when."""
    there = answered(flow, case, {"rhythm": rhythm})
    assert ids(flow, there, "rhythm") == ["rhythm", *asked, "evaluation-with", "evaluation-next"]


def test_handover_and_what_is_stuck(flow: PlanFlow, case: Case) -> None:
    """It asks who stays contact, who watches, how contact is kept and who goes along; and on what it is stuck."""
    there = answered(flow, case, LISTED)
    assert about(flow, there, "handover-1") == ["what", "contact", "watch", "kept", "along", "handover-by", "status"]
    assert about(flow, there, "stuck-1") == ["what", "bottleneck", "decides", "raised", "raised-when", "status"]


# --- Looked at again


def test_looked_at_again(finished: Case) -> None:
    """It asks again how it stands with what is not over, and when the next evaluation is once that has been."""
    again = looked_at_again(plan_of(finished), DAY)
    assert again.finished is None
    assert {one.id for one in again.answers if one.check} == {
        *("action-1.status", "handover-1.status", "stuck-1.status", "evaluation-next"),
    }
    assert [one.value for one in again.answers] == [one.value for one in plan_of(finished).answers]


@pytest.mark.parametrize(
    ("evaluation", "asked"),
    [("2026-04-29", True), ("2026-04-30", True), ("2026-05-01", False), (None, False), ("na de zomer", False)],
)
def test_next_evaluation(flow: PlanFlow, case: Case, evaluation: Value | None, asked: bool) -> None:
    """It asks for the next evaluation from the day it is, and not before, and not where there is none."""
    plan = plan_of(answered(flow, case, {"evaluation-next": evaluation}))
    again = looked_at_again(plan, DAY)
    assert [one.id for one in again.answers if one.check] == (["evaluation-next"] if asked else [])


@pytest.mark.parametrize(
    ("thing", "status", "asked"),
    [
        ("action-1", "open", True),
        ("action-1", "stuck", True),
        ("action-1", None, True),
        ("action-1", "done", False),
        ("action-1", "dropped", False),
        ("handover-1", "busy", True),
        ("handover-1", "done", False),
        ("stuck-1", "open", True),
        ("stuck-1", "solved", False),
    ],
)
def test_what_is_over_is_not_asked_again(
    flow: PlanFlow, case: Case, thing: str, status: str | None, asked: bool
) -> None:
    """It asks again how it stands with what was started or left open, and not with what is over."""
    plan = plan_of(answered(flow, case, {f"{thing}.what": "x", f"{thing}.status": status}))
    assert [one.id for one in looked_at_again(plan, DAY).answers if one.check] == [f"{thing}.status"] * asked


def test_passed_is_asked_again(finished: Case) -> None:
    """It asks again how it stands with an action where somebody skipped that the last time."""
    plan = plan_of(finished)
    passed = [one.model_copy(update={"passed": one.id == "action-1.status"}) for one in plan.answers]
    again = looked_at_again(plan.model_copy(update={"answers": tuple(passed)}), DAY)
    assert again.by_id()["action-1.status"].open


def test_walked_again(sheets: Sheets, finished: Case) -> None:
    """It goes by what is not over, filled in, and keeps all else as it was."""
    known: Given = dict.fromkeys(sheets.plan(finished).flow.catalogue(finished))
    whole = run(sheets.plan(finished).flow, sheets.plan(finished).case, Person({**known, **LISTED}), lambda _: None)
    start = sheets.plan(whole)
    does: dict[str, list[object]] = {
        "action-1.status": ["done"],
        "evaluation-next": ["2026-05-14"],
        "evaluation-next.sure": ["yes"],
    }
    person = Person(LISTED, does)
    done = run(start.flow, start.case, person, lambda _: None)
    assert person.seen[0] == ("action-1.status", "busy")
    again = ["action-1.status", "handover-1.status", "evaluation-next", "stuck-1.status"]
    assert [one for one in dict.fromkeys(person.asked) if not one.endswith(".sure")] == [*again, REVIEW]
    changed = {"action-1.status": "done", "evaluation-next": "2026-05-14"}
    assert values(start.flow, done) == values(start.flow, whole) | changed
    assert plan_of(done).finished == DAY


# --- One action more


def added(start: Start, given: Given) -> tuple[Person, Case]:
    person = Person(given)
    return person, run(start.flow, start.case, person, lambda _: None)


def test_another_action(sheets: Sheets, finished: Case) -> None:
    """It asks about the action that comes after the last, and about nothing else, and leaves the plan as it was."""
    start = sheets.another_action(finished)
    person, done = added(start, {"action-3.what": "Oma vragen", "action-3.who": "moeder", "action-3.status": "open"})
    assert person.asked == [*(f"action-3.{name}" for name in ACTION), REVIEW]
    assert [one.id for one in person.questions[-1].options] == [FINISH, *(f"action-3.{name}" for name in ACTION)]
    assert [one.what for one in actions(plan_of(done).by_id())] == ["Bellen", "Schrijven", "Oma vragen"]
    assert plan_of(done).finished == DAY
    before = {name: one for name, one in plan_of(finished).by_id().items() if name != "action-3.what"}
    after = plan_of(done).by_id()
    assert {name: after[name] for name in before} == before
    assert marked(start.flow, done) == set()


def test_another_action_in_a_plan_that_goes_on(sheets: Sheets, flow: PlanFlow, case: Case) -> None:
    """It adds one to a plan that was not finished, and to one of which nothing is there, and closes neither."""
    for there in (answered(flow, case, TITLE, LISTED), answered(flow, case, TITLE)):
        number = len(actions(plan_of(there).by_id())) + 1
        _, done = added(sheets.another_action(there), {f"action-{number}.what": "Oma vragen"})
        assert actions(plan_of(done).by_id())[-1].what == "Oma vragen"
        assert plan_of(done).finished is None


def test_another_action_without_a_plan(sheets: Sheets, pack: Pack, nl: Wording) -> None:
    """It begins a plan in a case that has none, with this action, and nothing else is closed or asked."""
    case = answered(begun(pack, nl, "network").flow, begun(pack, nl, "network").case, TITLE)
    start = sheets.another_action(case)
    assert (start.resumed, sheets.another_action(start.case).resumed) == (False, True)
    person, done = added(start, {"action-1.what": "Oma vragen"})
    assert person.asked[0] == "action-1.what"
    assert plan_of(done).finished is None
    assert done.network == case.network


def test_no_other_action_after_all(sheets: Sheets, finished: Case) -> None:
    """It leaves the plan as it was where nothing is added."""
    start = sheets.another_action(finished)
    _, done = added(start, {})
    assert values(start.flow, done) == values(start.flow, finished)
    assert plan_of(done).finished == DAY


def test_another_action_is_gone_on_with_in_the_plan(sheets: Sheets, finished: Case) -> None:
    """It asks the rest of an action that was paused halfway in the plan."""
    start, saved = sheets.another_action(finished), [finished]
    person = Person({"action-3.what": "Oma vragen"}, {"action-3.by-whom": [Paused()]})
    with pytest.raises(Paused):
        run(start.flow, start.case, person, saved.append)
    plan = sheets.plan(saved[-1])
    assert about(plan.flow, plan.case, "action-3") == ACTION
    asked = [one for one in plan.flow.path(plan.case) if one.id not in plan.flow.answers(plan.case)]
    assert [one.id for one in asked if one.id.startswith("action-3")] == [f"action-3.{name}" for name in ACTION[2:]]


def test_another_action_that_was_being_typed(sheets: Sheets, finished: Case) -> None:
    """It fills in what was typed for one more action when somebody paused, and does not lose it."""
    start, saved = sheets.another_action(finished), [finished]
    with pytest.raises(Paused):
        run(start.flow, start.case, Person({}, {"action-3.what": [Paused("Oma vra")]}), saved.append)
    again = sheets.another_action(saved[-1])
    person = Person({"action-3.what": "Oma vragen"})
    run(again.flow, again.case, person, lambda _: None)
    assert person.seen[0] == ("action-3.what", "Oma vra")


def test_another_action_after_one_was_taken_away(sheets: Sheets, flow: PlanFlow, case: Case) -> None:
    """It asks all there is to ask of a new action, whatever was said of one that was taken away before."""
    told: Given = {"action-3.what": "Verhuizen", "action-3.who": "oma", "action-3.status": "done"}
    there = flow.finish(answered(flow, case, TITLE, LISTED, told, {"action-3.what": None}))
    start = sheets.another_action(there)
    assert isinstance(start.flow, ActionFlow)
    person, done = added(start, {f"{start.flow.action}.what": "Oma vragen"})
    assert [one.partition(".")[2] for one in person.asked[:-1]] == ACTION
    new = actions(plan_of(done).by_id())[-1]
    assert (new.what, new.who, new.status) == ("Oma vragen", "", "")


def test_no_room_for_another_action(sheets: Sheets, flow: PlanFlow, case: Case) -> None:
    """It does not pretend to add one where there is no room, nor break where somebody goes back from that."""
    full = {f"action-{number}.what": "x" for number in range(1, 61)}
    there = flow.finish(answered(flow, case, TITLE, full))
    start = sheets.another_action(there)
    person = Person({}, {REVIEW: [Back(), FINISH]})
    assert run(start.flow, start.case, person, lambda _: None) == there


def test_action_is_changed_from_the_review(sheets: Sheets, finished: Case) -> None:
    """It asks an answer about the action again that is chosen in the review."""
    start = sheets.another_action(finished)
    person = Person(
        {"action-3.what": "Oma vragen"}, {REVIEW: ["action-3.who", FINISH], "action-3.who": ["moeder", "oma"]}
    )
    done = run(start.flow, start.case, person, lambda _: None)
    assert actions(plan_of(done).by_id())[-1].who == "oma"
