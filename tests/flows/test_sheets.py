"""Which network, plan, justification or look-back is worked on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Justification, LookBack, Network, Plan
from doorbraak_cli.flows.justification import JustificationFlow, LookBackFlow
from doorbraak_cli.flows.network import NetworkFlow, Party
from doorbraak_cli.flows.plan import PlanFlow
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.sheets import Sheets

from .conftest import DAY
from .sheets import EXPECTED, TITLE, begun, excepted
from .weighings import answered, drafted, marked, values

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.beginning import Start
    from doorbraak_cli.flows.flow import Flow

    from .weighings import Given

LATER = DAY.replace(month=6)


@pytest.fixture
def sheets(pack: Pack, nl: Wording) -> Sheets:
    return Sheets(pack, nl, DAY)


def worked_on(start: Start) -> tuple[str, bool]:
    """Give the id of what is worked on, and whether it was there."""
    assert start.case.sitting(type(start.sitting), start.sitting.id) == start.sitting
    return start.sitting.id, start.resumed


# --- A new one


@pytest.mark.parametrize(
    ("kind", "sitting", "flow", "name"),
    [
        ("network", Network, NetworkFlow, "network"),
        ("plan", Plan, PlanFlow, "plan"),
        ("justification", Justification, JustificationFlow, "justification-1"),
        ("look_back", LookBack, LookBackFlow, "look-back-1"),
    ],
)
def test_new(pack: Pack, en: Wording, kind: SheetKind, sitting: type[object], flow: type[object], name: str) -> None:
    """It begins one today, in the language and on the content of who begins it, in a case about a family."""
    start = begun(pack, en, kind)
    assert worked_on(start) == (name, False)
    assert (type(start.sitting), type(start.flow)) == (sitting, flow)
    there = start.sitting
    assert (there.started, there.finished, there.language, there.pack) == (DAY, None, "en", pack.ref)
    assert (start.case.about, there.answers) == ("case", ())


def test_new_case(sheets: Sheets) -> None:
    """It begins a case today where there is none."""
    assert sheets.network(None).case.created == DAY
    assert sheets.plan(None).case.title == ""


def test_beside_each_other(sheets: Sheets, pack: Pack, nl: Wording) -> None:
    """It begins each beside what is in the case already, which stays as it was."""
    case = excepted(pack, nl, EXPECTED)
    for begin in (sheets.network, sheets.plan, sheets.justification):
        start = begin(case)
        assert not start.resumed
        assert start.case.justifications[0] == case.justifications[0]
        assert start.case.intake == case.intake
        case = start.case
    assert len(case.sittings) == 4


# --- Gone on with, opened again


@pytest.mark.parametrize("kind", ["network", "plan"])
def test_the_only_one(sheets: Sheets, pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It goes on with the one a case has, also on a later day, and opens it again where it was finished."""
    first = begun(pack, nl, kind)
    case = answered(first.flow, first.case, TITLE, {"with": "ons"})
    for there in (case, first.flow.finish(case)):
        later = replace(sheets, today=LATER)
        start = later.network(there) if kind == "network" else later.plan(there)
        assert worked_on(start) == (kind, True)
        assert (start.sitting.started, start.sitting.finished) == (DAY, None)
        assert values(start.flow, start.case) == values(first.flow, there)
        assert start.flow.finish(start.case).sittings[0].finished == LATER


def test_network_that_was_looked_over(sheets: Sheets) -> None:
    """It asks nothing again of a network that is opened again."""
    first = sheets.network(None)
    case = first.flow.finish(answered(first.flow, first.case, TITLE, {"party-1.role": "moeder", "contact": "party-1"}))
    assert marked(first.flow, sheets.network(case).case) == set()


def test_plan_is_looked_at_again(sheets: Sheets) -> None:
    """It asks how it stands with a plan that was finished, not with one that goes on, nor where that is not meant."""
    first = sheets.plan(None)
    case = answered(first.flow, first.case, TITLE, {"action-1.what": "Bellen", "action-1.status": "busy"})
    done = first.flow.finish(case)
    assert marked(first.flow, sheets.plan(done).case) == {"action-1.status"}
    assert marked(first.flow, sheets.plan(case).case) == set()
    assert marked(first.flow, sheets.plan(done, again=False).case) == set()
    assert sheets.plan(done, again=False).resumed


# --- Exceptions


def test_goes_on_with_the_last_exception(sheets: Sheets, pack: Pack, nl: Wording) -> None:
    """It goes on with the exception that was not finished, the last where there are more, and else begins one."""
    case = excepted(pack, nl, {"asked": "Een."}, {"asked": "Twee."})
    assert worked_on(sheets.justification(case)) == ("justification-3", False)
    open_one = case.with_sitting(case.justifications[0].model_copy(update={"finished": None}))
    assert worked_on(sheets.justification(open_one)) == ("justification-1", True)
    both = open_one.with_sitting(case.justifications[1].model_copy(update={"finished": None}))
    assert worked_on(sheets.justification(both)) == ("justification-2", True)


def test_always_a_new_exception(sheets: Sheets) -> None:
    """It begins a new one beside the one that was not finished where that is asked for."""
    first = sheets.justification(None)
    start = sheets.justification(first.case, new=True)
    assert worked_on(start) == ("justification-2", False)
    assert [one.id for one in start.case.justifications] == ["justification-1", "justification-2"]
    assert worked_on(sheets.justification(None, new=True)) == ("justification-1", False)


def test_reopened(sheets: Sheets, pack: Pack, nl: Wording) -> None:
    """It opens an exception again, the others as they were."""
    case = excepted(pack, nl, {"asked": "Een."}, {"asked": "Twee."})
    for number, told in enumerate(("Een.", "Twee.")):
        start = sheets.reopened(case, case.justifications[number])
        assert worked_on(start) == (f"justification-{number + 1}", True)
        assert start.sitting.finished is None
        assert start.sitting.text("asked") == told
        assert start.case.justifications[1 - number].finished == DAY


# --- Looking back


def test_looks_back_on_the_one_that_is_given(sheets: Sheets, pack: Pack, nl: Wording) -> None:
    """It looks back on a given exception, and shows what was expected of that one."""
    case = excepted(pack, nl, {"expect": "Een."}, {"expect": "Twee."})
    for number, said in ((1, "Een."), (2, "Twee.")):
        start = sheets.look_back(case, case.justifications[number - 1])
        assert isinstance(start.sitting, LookBack)
        assert start.sitting.of == f"justification-{number}"
        assert isinstance(start.flow, LookBackFlow)
        assert start.flow.expected.text("expect") == said
        assert worked_on(start) == ("look-back-1", False)


def test_goes_on_looking_back(sheets: Sheets, pack: Pack, nl: Wording) -> None:
    """It goes on with the look-back on this exception that was not finished, and begins one beside all others."""
    case = excepted(pack, nl, {"expect": "Een."}, {"expect": "Twee."})
    one, two = case.justifications
    first = sheets.look_back(case, one)
    assert worked_on(sheets.look_back(first.case, one)) == ("look-back-1", True)
    assert worked_on(sheets.look_back(first.case, two)) == ("look-back-2", False)
    done = first.flow.finish(first.case)
    again = sheets.look_back(done, one)
    assert worked_on(again) == ("look-back-2", False)
    assert [each.finished for each in again.case.look_backs] == [DAY, None]


def test_looks_back_on_what_is_not_there(sheets: Sheets, pack: Pack, nl: Wording) -> None:
    """It tells where an exception is not in the case."""
    case = excepted(pack, nl, EXPECTED)
    elsewhere = case.justifications[0].model_copy(update={"id": "justification-9"})
    with pytest.raises(LookupError, match="justification-9"):
        sheets.look_back(case, elsewhere)


# --- Changed from a file


def of_kind(sheets: Sheets, case: Case | None, kind: str) -> Start:
    return sheets.network(case) if kind == "network" else sheets.plan(case)


def test_asked_again(sheets: Sheets) -> None:
    """It asks again what a file answers, and nothing else, and keeps all of it."""
    first = sheets.network(None)
    case = answered(first.flow, first.case, TITLE, {"party-1.role": "moeder", "party-1.bond": "goed", "goal": "Rust"})
    start = sheets.with_asked_again(sheets.network(case), dict.fromkeys(("goal", "party-1.bond", "party-7.role"), "x"))
    assert marked(start.flow, start.case) == {"goal", "party-1.bond"}
    assert values(start.flow, start.case) == values(first.flow, case)
    assert worked_on(start) == ("network", True)


def test_a_file_changes_what_it_answers(sheets: Sheets) -> None:
    """It puts what a file says in the place of what stood there, and adds what was not there."""
    first = sheets.network(None)
    before = {"title": "Duin", "party-1.role": "moeder", "party-1.bond": "?", "goal": "Rust"}
    case, _ = play(first.flow, first.case, before)
    given = {"goal": "Slaap", "party-2.role": "school", "party-2.place": "core", "party-1.bond": "goed"}
    start = sheets.with_asked_again(sheets.network(case), given)
    done, faults = play(start.flow, start.case, given)
    assert faults == []
    there = values(start.flow, done)
    assert {name: there[name] for name in given} == given
    assert (there["title"], there["party-1.role"]) == ("Duin", "moeder")
    assert marked(start.flow, done) == set()


@pytest.mark.parametrize(
    "given",
    [
        {"party-1.safety": "Ziet hem elke dag."},
        {"party-1.statutory": "yes", "party-1.statutory-what": "leerplicht"},
        {"party-2.role": "school", "party-2.safety": "Ziet hem elke dag."},
    ],
)
def test_a_file_adds_to_the_grid(sheets: Sheets, given: Given) -> None:
    """It takes in what a file says in cells that were left empty when somebody was done with the grid."""
    first = sheets.network(None)
    case, _ = play(first.flow, first.case, {"title": "Duin", "party-1.role": "moeder"})
    start = sheets.with_asked_again(sheets.network(case), given)
    done, faults = play(start.flow, start.case, given)
    assert [one.answer_id for one in faults] == []
    assert given.items() <= values(start.flow, done).items()


def test_the_same_file_twice(sheets: Sheets) -> None:
    """It comes to the same where a file is played a second time."""
    given = {"title": "Duin", "party-1.role": "moeder", "party-1.place": "core", "coordinator": "none", "goal": "Rust"}
    first = sheets.network(None)
    case, _ = play(first.flow, first.case, given)
    start = sheets.with_asked_again(sheets.network(case), given)
    assert play(start.flow, start.case, given) == (case, [])


STOOD: list[tuple[str, Given, dict[str, Value], Given]] = [
    ("plan", {"action-1.what": "Bellen", "action-1.status": "busy"}, {}, {"action-2.what": "Schrijven"}),
    ("plan", {"evaluation-next": "2026-04-30"}, {}, {"action-1.what": "Schrijven"}),
    ("plan", {"action-1.what": "Bellen"}, {"action-1.who": "moed"}, {"action-2.what": "Schrijven"}),
    ("network", {"party-1.role": "moeder"}, {"goal": "Ru"}, {"party-2.role": "school"}),
    (
        "network",
        {"party-1.role": "raad", "party-1.statutory": "yes", "party-1.place": "background", "party-1.watch": "Bellen."},
        {},
        {"party-1.place": "not-now"},
    ),
    (
        "network",
        {"party-1.role": "raad", "party-1.family-says": "Ja.", "party-1.family-heard": "said"},
        {},
        {"party-1.family-says": "Ja, wel."},
    ),
]


@pytest.mark.parametrize(("kind", "stood", "typed", "given"), STOOD)
def test_a_file_leaves_what_it_does_not_answer(
    sheets: Sheets, kind: str, stood: Given, typed: dict[str, Value], given: Given
) -> None:
    """It keeps what stood, or was being typed, and what a file says nothing about, also where that is open."""
    first = of_kind(sheets, None, kind)
    case = first.flow.finish(answered(first.flow, first.case, TITLE, stood))
    for name, text in typed.items():
        case = drafted(first.flow, case, name, text)
    start = sheets.with_asked_again(of_kind(sheets, case, kind), given)
    done, faults = play(start.flow, start.case, given)
    assert faults == []
    assert said(start.flow, done) == said(first.flow, case) | given


@pytest.mark.parametrize("given", [{"party-1.watch-with": "opa"}, {"party-1.watch-until": "2026-07-01"}])
def test_a_file_changes_a_part_of_what_belongs_together(sheets: Sheets, given: Given) -> None:
    """It takes in what a file changes of arrangements that stay, beside a change those lean on."""
    first = sheets.network(None)
    stood: Given = {
        "party-1.role": "raad", "party-1.statutory": "yes", "party-1.place": "background", "party-1.watch": "Bellen.",
        "party-1.watch-with": "oma", "party-1.watch-until": "2026-06-01",
    }  # fmt: skip
    case = first.flow.finish(answered(first.flow, first.case, TITLE, stood))
    changed = {"party-1.place": "not-now", **given}
    start = sheets.with_asked_again(sheets.network(case), changed)
    done, faults = play(start.flow, start.case, changed)
    assert [one.answer_id for one in faults] == []
    assert said(start.flow, done) == said(first.flow, case) | changed


def test_null_in_a_file_changes_nothing(sheets: Sheets) -> None:
    """It takes nothing away where a file says null, and leaves nothing to be looked at again for it."""
    first = sheets.network(None)
    case, _ = play(first.flow, first.case, {"title": "Duin", "party-1.role": "moeder", "goal": "Rust"})
    given: Given = {"goal": None, "party-1.role": None, "contact": "party-1"}
    start = sheets.with_asked_again(sheets.network(case), given)
    done, faults = play(start.flow, start.case, given)
    assert faults == []
    assert said(start.flow, done) == said(first.flow, case) | {"contact": "party-1"}
    assert marked(start.flow, done) == set()


def said(flow: Flow, case: Case) -> dict[str, Value]:
    """Give all that anybody said, leaving out what was left open and that a grid is done."""
    return {name: value for name, value in values(flow, case).items() if value is not None and name != "table"}


def test_a_file_leaves_who_was_imported_by_name(sheets: Sheets) -> None:
    """It keeps who is in the network by a name that has to be looked at, where a file is about others."""
    first = sheets.network(None)
    assert isinstance(first.flow, NetworkFlow)
    case = first.flow.with_parties(
        answered(first.flow, first.case, TITLE), [Party((("role", "S. de Vries"),), check=True)]
    )
    given = {"party-2.role": "school"}
    start = sheets.with_asked_again(sheets.network(case), given)
    done, faults = play(start.flow, start.case, given)
    assert faults == []
    assert values(start.flow, done)["party-1.role"] == "S. de Vries"
