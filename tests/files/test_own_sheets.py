"""Network, plan, justification and look-back with a pack of somebody's own, and all that can be wrong with that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.files import packs, wordings
from doorbraak_cli.files.pack_checks import SHEETS, STEPS
from doorbraak_cli.flows.network import NetworkFlow, Party
from doorbraak_cli.flows.sheets import Sheets

from .conftest import told
from .sheets import DAY, asked_in, steps_of_ones_own

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind

OTHER_SHEETS: list[SheetKind] = [kind for kind in SHEETS if kind != "weighing"]


def test_own_step_in_the_network(own: Path, pack: Pack) -> None:
    """It takes a step more in the network, that asks of those who were named and waits for what was said of them."""
    mine = steps_of_ones_own(
        own,
        """\
network:
  - id: "eigen"
    fields:
      - {id: "since", kind: "day", text: {nl: "Sinds wanneer?"}, per: "party", when: {place: ["core"]}}
      - {id: "hours", kind: "line", text: {nl: "Hoeveel uur?"}, per: "party", when: {place: ["missing"]}}
      - {id: "also", kind: "choices", text: {nl: "Wie nog meer?"}, of: "party", when: {coordinator: ["one"]}}
""",
    )
    assert mine is not None
    assert [one.id for one in mine.network] == [*[one.id for one in pack.network], "eigen"]
    assert asked_in(mine, "network") == [*asked_in(pack, "network"), "party-1.since", "party-2.since", "also"]


def test_step_of_the_plan_in_another_way(own: Path, pack: Pack) -> None:
    """It takes a step in the place of one of the plan, where that stood."""
    mine = steps_of_ones_own(
        own,
        """\
plan:
  - id: "rhythm"
    fields:
      - {id: "how-often", kind: "line", text: {nl: "Hoe vaak?"}}
      - {id: "evaluation-next", kind: "day", text: {nl: "Wanneer weer?"}, when: {how-often: ["answered"]}}
""",
    )
    assert mine is not None
    assert [one.id for one in mine.plan] == [one.id for one in pack.plan]
    before, after = asked_in(pack, "plan"), asked_in(mine, "plan")
    assert {*before} - {*after} == {"rhythm", "evaluation-with"}
    at = after.index("how-often")
    assert after[at : at + 3] == ["how-often", "evaluation-next", "stuck-1.what"]


def test_actions_with_more_to_ask(own: Path, pack: Pack) -> None:
    """It takes a step in the place of the actions that asks more of each, as long as it has what is needed."""
    mine = steps_of_ones_own(
        own,
        """\
plan:
  - id: "actions"
    fields:
      - {id: "what", kind: "line", text: {nl: "Wat?"}, per: "action"}
      - {id: "cost", kind: "money", text: {nl: "Wat kost het?"}, per: "action"}
      - id: "status"
        kind: "choice"
        text: {nl: "Stand?"}
        per: "action"
        options: [{id: "open", text: {nl: "Open"}}, {id: "done", text: {nl: "Gedaan"}}]
""",
    )
    assert mine is not None
    assert [one for one in asked_in(mine, "plan") if one.startswith("action-1.")] == [
        *("action-1.what", "action-1.cost", "action-1.status"),
    ]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *(("network", one) for one in ("watching", "coordinator", "family", "meeting")),
        *(("plan", one) for one in ("handovers", "procedure", "rhythm", "stuck")),
        *(("justification", one) for one in ("asked", "legitimacy", "engagement", "return", "tried", "expected")),
        *(("look_back", one) for one in ("happened", "beside", "lessons")),
    ],
)
def test_steps_a_sheet_can_do_without(own: Path, pack: Pack, kind: SheetKind, name: str) -> None:
    """It lets a pack do without a step on which no other leans, and the sheet is walked without it."""
    (own / "a.yaml").write_text(f'disabled: ["{name}"]\n', "utf-8")
    kept = packs.load(own)
    assert [one.id for one in kept.sheet(kind)] == [one.id for one in pack.sheet(kind) if one.id != name]
    gone = next(one for one in pack.sheet(kind) if one.id == name)
    asked = {one.partition(".")[2] or one for one in asked_in(kept, kind)}
    still = {one.id for each in kept.sheet(kind) for one in each.fields}
    assert asked
    assert not asked & ({one.id for one in gone.fields} - still)


@pytest.mark.parametrize("name", [name for kind in OTHER_SHEETS for name in STEPS.get(kind, ())])
def test_steps_a_sheet_needs(own: Path, name: str) -> None:
    """It tells of a step that a sheet cannot do without, where somebody takes it out, and of nothing that follows."""
    (own / "a.yaml").write_text(f'disabled:\n  - "lege-stoel"\n  - "{name}"\n', "utf-8")
    assert told(packs.examine(own)[1], own) == ["a.yaml:3:5 pack.lacks"]


LEANED_ON = {
    "places disabled": 'disabled: ["places"]\n',
    "value disabled": 'disabled: ["value"]\n',
    "value without what others wait for": """\
network:
  - id: "value"
    fields:
      - {id: "adds", kind: "line", text: {nl: "Wat?"}, per: "party"}
""",
    "participants without a role": """\
network:
  - id: "participants"
    fields:
      - {id: "wie", kind: "line", text: {nl: "Wie?"}}
""",
}


@pytest.mark.parametrize("text", LEANED_ON.values(), ids=LEANED_ON)
def test_what_others_lean_on(own: Path, text: str) -> None:
    """It tells where somebody takes away what others lean on, and not of faults in the shipped content."""
    pack = steps_of_ones_own(own, text)
    lines = told(packs.examine(own)[1], own)
    assert pack is None or not lines
    assert [line for line in lines if not line.startswith("a.yaml:")] == []


@pytest.mark.parametrize("kind", OTHER_SHEETS)
def test_broken_steps(shipped: Path, kind: SheetKind) -> None:
    """It tells what is wrong with one step of a sheet, and not that what others take from it is missing."""
    name = "justification" if kind == "look_back" else kind
    path = shipped / "questions" / f"{name}.yaml"
    text = path.read_text("utf-8")
    broken = text.index("    minutes: ", text.index(f"{kind}:\n"))
    path.write_text(f"{text[:broken]}    minuten: {text[broken:].partition('minutes: ')[2]}", "utf-8")
    lines = told(packs.examine()[1], shipped)
    assert lines
    assert {line.split()[1] for line in lines} <= {"value.missing-key", "value.unknown-key", "value.unknown-key-near"}


@pytest.mark.parametrize("name", ["network", "plan", "justification"])
def test_broken_file(shipped: Path, name: str) -> None:
    """It tells where a file of a sheet is no YAML any more, and of nothing else."""
    path = shipped / "questions" / f"{name}.yaml"
    path.write_text(path.read_text("utf-8") + "\nzzz: [\n", "utf-8")
    (line,) = told(packs.examine()[1], shipped)
    assert line.startswith(f"questions/{name}.yaml:")
    assert line.split()[1].startswith("yaml.")


def test_ids_in_a_broken_file_of_ones_own(own: Path) -> None:
    """It misses nothing that stands in a file with faults: mending that brings it back."""
    waits = '{id: "x", kind: "line", text: {nl: "Wat?"}, when: {mended: ["answered"]}}'
    assert steps_of_ones_own(own, f'plan:\n  - id: "eigen"\n    fields:\n      - {waits}\n') is None
    assert [line.split()[1] for line in told(packs.examine(own)[1], own)] == ["pack.dangling"]
    (own / "b.yaml").write_text('plan:\n  - id: "ook"\n    fields:\n      - {id: "mended", kind: "zzz"}\n', "utf-8")
    lines = told(packs.examine(own)[1], own)
    assert lines
    assert [line for line in lines if not line.startswith("b.yaml:")] == []


REFUSED = {
    "one id in two steps": (
        'plan:\n  - id: "eigen"\n    fields:\n      - {id: "moments", kind: "text", text: {nl: "Wat?"}}\n',
        "pack.repeated-within",
    ),
    "one id of one kind of thing in two steps": (
        'plan:\n  - id: "eigen"\n    fields:\n      - {id: "who", kind: "line", text: {nl: "Wie?"}, per: "action"}\n',
        "pack.repeated-within",
    ),
    "actions named a second time": (
        'plan:\n  - id: "eigen"\n    fields:\n      - {id: "what", kind: "line", text: {nl: "Wat?"}, per: "action"}\n',
        "pack.repeated-within",
    ),
    "cells": (
        """\
network:
  - id: "value"
    fields:
      - {id: "table", kind: "choice", text: {nl: "Welk vakje?"}}
      - {id: "eigen", kind: "text", text: {nl: "Wat?"}, per: "cell"}
disabled: ["watching"]
""",
        "pack.no-table",
    ),
}


@pytest.mark.parametrize(("text", "key"), REFUSED.values(), ids=REFUSED)
def test_steps_of_a_sheet_that_cannot_be_walked(own: Path, text: str, key: str) -> None:
    """It refuses steps that ask one thing twice, or something that would never be asked."""
    assert steps_of_ones_own(own, text) is None
    assert all(line.split()[1].startswith(key) for line in told(packs.examine(own)[1], own))


def test_one_id_of_several_kinds_of_things(own: Path, pack: Pack) -> None:
    """It lets one id be asked of several kinds of things, and of the sheet as a whole: those are kept apart."""
    mine = steps_of_ones_own(
        own,
        """\
plan:
  - id: "eigen"
    fields:
      - {id: "who", kind: "line", text: {nl: "Wie?"}}
      - {id: "who", kind: "line", text: {nl: "Wie?"}, per: "stuck"}
""",
    )
    assert mine is not None
    assert {*asked_in(mine, "plan")} - {*asked_in(pack, "plan")} == {"who", "stuck-1.who", "stuck-2.who"}


def test_what_stands_beside_a_table(own: Path) -> None:
    """It asks what stands beside a table of everybody too, or refuses it: nothing goes unasked in silence."""
    mine = steps_of_ones_own(
        own,
        """\
network:
  - id: "value"
    fields:
      - {id: "table", kind: "choice", text: {nl: "Welk vakje?"}}
      - {id: "adds", kind: "text", text: {nl: "Wat?"}, per: "party"}
      - {id: "eigen", kind: "text", text: {nl: "En verder?"}}
disabled: ["watching"]
""",
    )
    assert mine is None or "eigen" in asked_in(mine, "network")


def test_people_from_a_list_in_a_pack_that_asks_less(own: Path) -> None:
    """It takes of people in a list what the pack asks of them, and leaves the rest."""
    mine = steps_of_ones_own(
        own,
        """\
network:
  - id: "value"
    fields:
      - {id: "table", kind: "choice", text: {nl: "Welk vakje?"}}
      - {id: "adds", kind: "text", text: {nl: "Wat?"}, per: "party"}
disabled: ["watching"]
""",
    )
    assert mine is not None
    start = Sheets(mine, wordings.load("nl"), DAY).network(None)
    flow = NetworkFlow(mine, wordings.load("nl"), start.sitting.id, DAY)
    case = flow.with_parties(start.case, [Party((("role", "oma"), ("safety", "De kinderen slapen er.")))])
    assert case.network is not None
    assert case.network.text("party-1.role") == "oma"
