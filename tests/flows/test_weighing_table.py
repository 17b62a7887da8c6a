"""The table of a weighing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.filled import AT_MOST
from doorbraak_cli.domain.sheet import SheetStep
from doorbraak_cli.domain.weighed import Weighed, cells_of
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.session import FINISH
from doorbraak_cli.flows.sheet_fields import StepFields
from doorbraak_cli.flows.weighing_table import WeighingTable

from ..following import next_question
from .conftest import DAY, other
from .weighings import CELL, SHORT, TWO_MEMBERS, TWO_OPTIONS, about, answered, begun, drafted, ids, marked, the, values

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Grid, Option, Question
    from doorbraak_cli.flows.weighing import WeighingFlow

LATER = "option-1.livelihood.long"
OPTIONS = ["nothing", "option-1", "option-2"]


@pytest.fixture
def flow(pack: Pack, nl: Wording) -> WeighingFlow:
    return begun(pack, nl)[0]


@pytest.fixture
def case(flow: WeighingFlow, pack: Pack, nl: Wording) -> Case:
    """Give a case with two members and two options, beside doing nothing."""
    return answered(flow, begun(pack, nl)[1], SHORT, TWO_MEMBERS, TWO_OPTIONS)


def grid_of(question: Question) -> Grid:
    assert question.grid is not None
    return question.grid


def states(flow: WeighingFlow, case: Case) -> dict[str, Option]:
    """Give the cells of the grid by id."""
    return {one.id: one for one in the(flow, case, "table").options}


def state(flow: WeighingFlow, case: Case, cell: str) -> str:
    return states(flow, case)[cell].label


# --- The grid


def test_grid(flow: WeighingFlow, case: Case) -> None:
    """It lays every option against three values on two terms, doing nothing first, and says how to be done."""
    table = the(flow, case, "table")
    assert table.form is Form.GRID
    grid = grid_of(table)
    assert grid.rows == ("Niets doen of afwachten", "Hotel", "Naar oma")
    assert grid.groups == ("veiligheid", "bestaanszekerheid", "ontwikkeling", "")
    assert grid.columns == ("kort", "lang", "kort", "lang", "kort", "lang", "rest")
    assert [one.id for one in table.options] == [
        *(name for option in OPTIONS for name in (*(cell.id for cell in cells_of(option)), f"{option}.rest")),
        FINISH,
    ]
    assert table.options[-1].label == flow.say("weighing.table-done")


def test_grid_fits(flow: WeighingFlow, case: Case) -> None:
    """It has a cell for every row and column, and a name over every column, also with as many options as can be."""
    many = answered(flow, case, {f"option-{n}.what": f"Optie {n}" for n in range(1, AT_MOST + 1)})
    for there in (case, many):
        table = the(flow, there, "table")
        grid = grid_of(table)
        assert len(grid.spans) == len(grid.groups)
        assert sum(grid.spans) == len(grid.columns)
        assert len(table.options) == len(grid.rows) * len(grid.columns) + 1


def test_grid_introduces_itself(flow: WeighingFlow, case: Case, pack: Pack) -> None:
    """It tells what the table is until the first cell is filled in; then the room is for the table."""
    step = next(one for one in pack.weighing if one.id == "table")
    assert the(flow, case, "table").lead == step.text.pick("nl")
    assert the(flow, answered(flow, case, {CELL: None}), "table").lead == ""


def test_nothing_is_asked_unpicked(flow: WeighingFlow, case: Case) -> None:
    """It asks no cell by itself, whoever walks on, and the grid only until it is done."""
    left = answered(flow, case, {one.id: None for one in flow.path(case) if one.step in ("danger", "members")})
    left = answered(
        flow, left, {one.id: None for one in flow.path(left) if one.step == "options" and one.id[-4:] != "what"}
    )
    question = next_question(flow, left)
    assert question is not None
    assert question.id == "table"
    after = next_question(flow, answered(flow, left, {"table": FINISH}))
    assert after is not None
    assert after.id == "choice"


def test_states(flow: WeighingFlow, case: Case) -> None:
    """It says in one word of each cell whether it is empty, filled, unknown, or has to be looked at."""
    say = flow.say
    assert {one.label for one in states(flow, case).values() if one.id.count(".") == 2} == {say("weighing.state.empty")}
    there = answered(
        flow, case,
        {CELL: "Rust.", LATER: None, f"{LATER}.find-out": "School vragen", "nothing.safety.long": None},
    )  # fmt: skip
    assert state(flow, there, CELL) == say("weighing.state.weighed")
    assert state(flow, there, LATER) == say("weighing.state.unknown")
    assert state(flow, there, "nothing.safety.long") == say("weighing.state.empty")
    assert state(flow, there, "nothing.safety.short") == say("weighing.state.empty")
    assert state(flow, drafted(flow, there, CELL, "Onru"), CELL) == say("weighing.state.open")
    assert state(flow, drafted(flow, there, "nothing.safety.short", "Da"), "nothing.safety.short") == (
        say("weighing.state.open")
    )


def test_state_of_the_rest(flow: WeighingFlow, case: Case) -> None:
    """It says of each option whether the rest of it was left aside."""
    there = answered(flow, case, {"option-1.rest": "Kan niet doorgaan."})
    assert state(flow, there, "option-1.rest") == flow.say("weighing.state.left")
    assert state(flow, there, "option-2.rest") == flow.say("weighing.state.leave")


def test_states_are_short_words(nl: Wording, en: Wording) -> None:
    """It has a state for each in at most a word or two, none of which judges, and none the same as another."""
    for say in (nl, en):
        told = [say(f"weighing.state.{name}") for name in ("empty", "weighed", "unknown", "open", "leave", "left")]
        assert all(len(one) <= 9 for one in told)
        assert len({*told}) == len(told)


def test_what_stands_in_a_cell(flow: WeighingFlow, case: Case) -> None:
    """It holds with each cell what was said there: what an option does, how to find out, or why the rest is left."""
    there = answered(
        flow, case, {CELL: "Rust.", LATER: None, f"{LATER}.find-out": "School vragen", "option-1.rest": "Kan niet."}
    )
    there = drafted(flow, there, CELL, "Onru")
    cells = states(flow, there)
    assert [cells[name].detail for name in (CELL, LATER, "option-1.rest", "nothing.safety.short")] == [
        *("Rust.", "School vragen", "Kan niet.", ""),
    ]


def test_option_that_is_taken_away(flow: WeighingFlow, case: Case) -> None:
    """It leaves the row of an option without a name out, keeps its cells, and shows them when it has one again."""
    there = answered(flow, case, {CELL: "Rust."})
    gone = answered(flow, there, {"option-1.what": None})
    assert grid_of(the(flow, gone, "table")).rows == ("Niets doen of afwachten", "Naar oma")
    assert CELL not in ids(flow, gone)
    assert values(flow, gone)[CELL] == "Rust."
    assert states(flow, answered(flow, gone, {"option-1.what": "Hotel"}))[CELL].detail == "Rust."


# --- A cell


def test_cell(flow: WeighingFlow, case: Case) -> None:
    """It asks what an option does for a value in a term, in words that say which, under the name of the option."""
    cell = the(flow, case, CELL)
    assert cell.form is Form.TEXT
    assert (cell.hub, cell.picked, cell.required) == ("table", True, False)
    assert cell.text.startswith("Veiligheid, korte termijn: ")
    assert cell.heading.endswith(" · Hotel")
    assert cell.place == "optie 1, veiligheid, korte termijn"
    assert the(flow, case, "nothing.development.long").text.startswith("Ontwikkeling, lange termijn: ")
    assert about(flow, case, CELL) == []


def test_whole_rows(flow: WeighingFlow, case: Case) -> None:
    """It can ask every cell of every option, and of each option why the rest is left."""
    assert ids(flow, case, "table") == [*[one.id for one in the(flow, case, "table").options][:-1], "table"]


def test_cell_that_is_filled(flow: WeighingFlow, case: Case) -> None:
    """It asks on after what was said: whether danger stays, and for whom it is different, with those there are."""
    there = answered(flow, case, {CELL: "Rust."})
    assert about(flow, there, CELL) == ["stays", "differs"]
    differs = the(flow, there, f"{CELL}.differs")
    assert (differs.form, differs.hub, differs.picked) == (Form.CHOICES, "table", False)
    assert [(one.id, one.label) for one in differs.options] == [("member-1", "moeder"), ("member-2", "oudste kind")]


@pytest.mark.parametrize("value", ["safety", "livelihood", "development"])
@pytest.mark.parametrize("term", ["short", "long"])
def test_danger_that_stays(flow: WeighingFlow, case: Case, value: str, term: str) -> None:
    """It asks whether danger stays of safety on the short term, and of nothing else."""
    cell = f"option-2.{value}.{term}"
    there = answered(flow, case, {cell: "Rust."})
    assert about(flow, there, cell) == ["stays", "differs"][(value, term) != ("safety", "short") :]


def test_cell_that_is_not_known(flow: WeighingFlow, case: Case) -> None:
    """It asks how to find out what is not known, and no more; leaving that out leaves the cell not weighed."""
    there = answered(flow, case, {CELL: None})
    assert about(flow, there, CELL) == ["find-out"]
    assert the(flow, there, f"{CELL}.find-out").text.startswith("Veiligheid, korte termijn: ")
    left = answered(flow, there, {f"{CELL}.find-out": None})
    assert state(flow, left, CELL) == flow.say("weighing.state.empty")
    assert about(flow, left, CELL) == ["find-out"]


def test_for_whom_it_is_different(flow: WeighingFlow, case: Case) -> None:
    """It asks for each one who was ticked how it is different, and says of whom that is outside the question."""
    there = answered(flow, case, {CELL: "Rust.", f"{CELL}.differs": ("member-2",)})
    assert about(flow, there, CELL) == ["stays", "differs", "how.member-2"]
    how = the(flow, there, f"{CELL}.how.member-2")
    assert how.hint == flow.say("weighing.for", name="oudste kind")
    assert "oudste kind" not in how.text
    both = answered(flow, there, {f"{CELL}.differs": ("member-2", "member-1")})
    assert about(flow, both, CELL) == ["stays", "differs", "how.member-1", "how.member-2"]


def test_same_for_all(flow: WeighingFlow, case: Case) -> None:
    """It asks no more where it is the same for everybody, or for somebody who is not there any more."""
    there = answered(flow, case, {CELL: "Rust.", f"{CELL}.differs": None})
    assert about(flow, there, CELL) == ["stays", "differs"]
    gone = answered(flow, there, {f"{CELL}.differs": ("member-2",), "member-3.role": "oma", "member-2.role": None})
    assert about(flow, gone, CELL) == ["stays", "differs"]


@pytest.mark.parametrize("members", [{"member-2.role": None}, {"member-1.role": None, "member-2.role": None}])
def test_one_member(flow: WeighingFlow, case: Case, members: dict[str, None]) -> None:
    """It asks for whom it differs only where there is more than one member."""
    there = answered(flow, case, members, {CELL: "Rust."})
    assert about(flow, there, CELL) == ["stays"]


HOW = f"{CELL}.how.member-2"


def test_cell_that_is_emptied(flow: WeighingFlow, case: Case) -> None:
    """It asks nothing more about a cell that was emptied but how to find out, and keeps what was said of it."""
    there = answered(flow, case, {CELL: "Rust.", f"{CELL}.stays": "no", f"{CELL}.differs": ("member-2",), HOW: "Druk."})
    emptied = answered(flow, there, {CELL: None})
    assert about(flow, emptied, CELL) == ["find-out"]
    assert values(flow, emptied) == {**values(flow, there), CELL: None}


def test_differences_without_others(flow: WeighingFlow, case: Case) -> None:
    """It asks how it differs for nobody once there is one member left."""
    there = answered(flow, case, {CELL: "Rust.", f"{CELL}.differs": ("member-2",), HOW: "Druk."})
    assert about(flow, answered(flow, there, {"member-1.role": None}), CELL) == ["stays"]


def test_cell_that_changes(flow: WeighingFlow, case: Case) -> None:
    """It has what was said about a cell looked at again when the cell changes, that of no other cell."""
    there = answered(flow, case, {CELL: "Rust.", f"{CELL}.differs": ("member-2",), HOW: "Druk.", LATER: "Geld."})
    there = answered(flow, there, {f"{LATER}.differs": None})
    assert marked(flow, answered(flow, there, {CELL: "Onrust."})) == {f"{CELL}.differs", HOW}


def test_rest(flow: WeighingFlow, case: Case) -> None:
    """It asks in a line why the rest of an option is not weighed, only when that is picked, under its name."""
    rest = the(flow, case, "option-2.rest")
    assert (rest.form, rest.hub, rest.picked) == (Form.LINE, "table", True)
    assert rest.heading.endswith(" · Naar oma")
    assert rest.place == "optie 2"


def without(pack: Pack, *names: str) -> Pack:
    """Give a pack of which the step with the table lacks these fields."""
    steps = [one.model_dump(mode="json") for one in pack.weighing]
    for one in steps:
        if one["id"] == "table":
            one["fields"] = [field for field in one["fields"] if field["id"] not in names]
    return other(pack, weighing=tuple(SheetStep.from_data(one) for one in steps))


def test_pack_without_a_rest(pack: Pack, nl: Wording) -> None:
    """It asks nothing about the rest of an option where a pack doesn't, and nothing else changes."""
    flow, case = begun(without(pack, "rest"), nl)
    case = answered(flow, case, SHORT, TWO_MEMBERS, TWO_OPTIONS)
    assert ids(flow, case, "table") == [*(cell.id for option in OPTIONS for cell in cells_of(option)), "table"]


def test_pack_without_questions_about_a_cell(pack: Pack, nl: Wording) -> None:
    """It asks no more about a cell than a pack does."""
    flow, case = begun(without(pack, "differs", "how", "find-out", "stays"), nl)
    case = answered(flow, case, SHORT, TWO_MEMBERS, TWO_OPTIONS, {CELL: "Rust."})
    assert about(flow, case, CELL) == []


def test_cells_without_a_grid(pack: Pack, nl: Wording) -> None:
    """It gives the cells alone where nothing is there to pick them with."""
    step = next(one for one in without(pack, "table").weighing if one.id == "table")
    fields = StepFields(Weighed(pack, "nl", {}), nl, step, DAY)
    assert [one.id for one in WeighingTable(fields).questions()] == [
        *(cell.id for cell in cells_of("nothing")),
        "nothing.rest",
    ]
