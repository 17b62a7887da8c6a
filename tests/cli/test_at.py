"""Beginning at a step: `--at` of weigh, network, plan and justify."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Justification, Network
from doorbraak_cli.files import cases

from .spots import BEGUN, answers, case_of, keep, leaves, stuck, weighed

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Program
    from .sheets import Someone
    from .spots import Leaving

pytestmark = pytest.mark.usefixtures("today")

KINDS: dict[str, SheetKind] = {
    "weigh": "weighing",
    "network": "network",
    "plan": "plan",
    "justify": "justification",
}
ASKED = {"asked": "Een woning met voorrang."}
ROLES = {"party-1.role": "gezinscoach", "table": "finish"}


@pytest.fixture
def leaving(monkeypatch: pytest.MonkeyPatch) -> Leaving:
    """Give who stops at the first question of whatever is begun."""
    return leaves(monkeypatch)


def everything() -> Path:
    """Put a case on disk with a full weighing, a network, a plan and an exception."""
    return keep(
        "duin",
        case_of(
            weighed({"depth": "full", "option-1.what": "Hotel", "choice": "option-1"}),
            Network(id="network", answers=answers(ROLES), **BEGUN),
            Justification(id="justification-1", answers=answers(ASKED), **BEGUN),
            plan=stuck().plan,
        ),
    )


def steps_in(told: str, say: Wording) -> list[str]:
    """Give the steps that are named where the one that was asked for is not there."""
    start, end = say("usage.no-step", step="niks", known="|").split("|")
    assert told.startswith(start)
    return told.removeprefix(start).removesuffix(f"{end}\n").split(", ")


@pytest.mark.parametrize("command", KINDS)
def test_no_such_step(program: Program, leaving: Leaving, nl: Wording, command: str) -> None:
    """It names the steps there are where the one it is given is not there, exits 2, asks nothing and keeps nothing."""
    path = everything()
    before = path.read_bytes()
    result = program(command, "duin", "--at", "niks")
    assert (result.code, result.out) == (2, "")
    assert len(steps_in(result.err, nl)) >= 5
    assert leaving.asked == []
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", KINDS)
def test_every_step(program: Program, pack: Pack, leaving: Leaving, nl: Wording, command: str) -> None:
    """It begins at any step there is in this walk, whatever was answered and whatever is before it."""
    everything()
    steps = steps_in(program(command, "duin", "--at", "niks").err, nl)
    assert {*steps} <= {one.id for one in pack.sheet(KINDS[command])}
    for step in steps:
        leaving.questions.clear()
        assert program(command, "duin", "--at", step).code == 130
        assert [one.step for one in leaving.questions] == [step]


@pytest.mark.parametrize("step", ["understanding", "premortems"])
def test_step_a_short_weighing_passes_over(program: Program, leaving: Leaving, step: str) -> None:
    """It has no such step in a short weighing, and goes there by deepening it."""
    keep("duin")
    result = program("weigh", "duin", "--at", step)
    assert (result.code, leaving.asked) == (2, [])
    assert f" {step}," not in result.err
    assert program("weigh", "duin", "--deepen", "--at", step).code == 130
    assert leaving.questions[0].step == step


def test_before_there_are_steps(program: Program, leaving: Leaving, nl: Wording) -> None:
    """It says so of a weighing that did not come as far as its steps, instead of naming none."""
    keep("duin", case_of(weighed({"with": "moeder"}, finished=None)))
    result = program("weigh", "duin", "--at", "options")
    assert (result.code, result.out, leaving.asked) == (2, "", [])
    assert result.err == f"{nl('usage.no-step-yet', step='options')}\n"


@pytest.mark.parametrize(
    ("command", "step"),
    [("weigh", "options"), ("network", "coordinator"), ("plan", "stuck"), ("justify", "legitimacy")],
)
def test_left_without_an_answer(program: Program, leaving: Leaving, command: str, step: str) -> None:
    """It leaves what was finished as it was where nothing was answered, and tells how to come back there."""
    path = everything()
    before = path.read_bytes()
    result = program(command, "duin", "--at", step)
    assert (result.code, len(leaving.questions)) == (130, 1)
    assert path.read_bytes() == before
    assert f"doorbraak {command} duin --at {step}" in " ".join(result.err.split())


@pytest.mark.parametrize("option", ["--edit", "--deepen"])
def test_opened_and_left(program: Program, leaving: Leaving, option: str) -> None:
    """It leaves a finished weighing so that was opened again and not changed, and tells how to open it."""
    path = keep("duin")
    before = path.read_bytes()
    result = program("weigh", "duin", option)
    assert (result.code, len(leaving.questions)) == (130, 1)
    assert path.read_bytes() == before
    assert f"doorbraak weigh duin {option}" in " ".join(result.err.split())


@pytest.mark.parametrize("command", ["weigh", "justify"])
def test_nothing_to_go_to(program: Program, leaving: Leaving, nl: Wording, command: str) -> None:
    """It says that there is none yet where there is nothing to go to a step of, and makes nothing."""
    keep("duin", case_of())
    for name in ("duin", "weg"):
        result = program(command, name, "--at", "options")
        assert (result.code, result.out, leaving.asked) == (1, "", [])
        assert nl(f"{command}.nothing-at") in result.err
    assert not cases.locate("weg").exists()


@pytest.mark.parametrize(("command", "step"), [("network", "family"), ("plan", "rhythm")])
def test_of_a_new_sheet(program: Program, someone: Someone, command: str, step: str) -> None:
    """It begins a sheet that was not there yet at a step of it, and then asks what is before that."""
    someone.given = {"title": "Duin"}
    assert program(command, "nieuw", "--at", step).code == 0
    assert someone.questions[0].step == step
    assert {"title", "with"} <= {*someone.asked[1:]}


@pytest.mark.parametrize(
    ("arguments", "idle", "beside"),
    [
        (("weigh", "duin", "--new", "--at", "options"), "--new", "--at"),
        (("justify", "duin", "--new", "--at", "asked"), "--new", "--at"),
        (("plan", "duin", "--add", "--at", "goals"), "--at", "--add"),
        (("plan", "duin", "--done", "1", "--at", "goals"), "--at", "--done"),
        (("network", "duin", "--import", "x.csv", "--at", "family"), "--at", "--import"),
        *(((name, "duin", "--answers", "x.yaml", "--at", "goals"), "--at", "--answers") for name in KINDS),
        *(((name, "--answers-template", "--at", "goals"), "--at", "--answers-template") for name in KINDS),
        (("weigh", "duin", "--compare", "--at", "options"), "--at", "--compare"),
    ],
)
def test_does_nothing(
    program: Program, leaving: Leaving, nl: Wording, arguments: tuple[str, ...], idle: str, beside: str
) -> None:
    """It is refused beside what begins anew, and beside what asks nothing."""
    path = everything()
    before = path.read_bytes()
    result = program(*arguments)
    assert (result.code, result.out, leaving.asked) == (2, "", [])
    assert result.err == f"{nl('usage.idle', options=idle, beside=beside)}\n"
    assert path.read_bytes() == before


def test_without_a_terminal(program: Program) -> None:
    """It asks nothing where there is no terminal."""
    everything()
    result = program("plan", "duin", "--at", "goals")
    assert (result.code, result.out) == (2, "")
    assert "--answers" in result.err
