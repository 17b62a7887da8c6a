"""Blind spots in a pack of somebody's own: what can be wrong with one, and what a trainer can do."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.checks.catalogue import findings
from doorbraak_cli.files import cases, packs
from doorbraak_cli.reports.blind_spots import spot_facts, words_to

from .conftest import WORDINGS, refused, told

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.errors import Problem

EXAMPLES = Path(__file__).parent.parent / "checks" / "examples"
TODAY = date(2026, 6, 1)
GAP = 'gap: {sheet: "plan", empty: "by", filled: "who"}'


def example(code: str, name: str) -> Case:
    return cases.read(EXAMPLES / code / f"{name}.yaml")


def spot(name: str = "eigen-1", *more: str, principle: str = "breed-kijken", goes_to: str = 'command: "plan"') -> str:
    """Give the text of a file with one blind spot; what is added to it begins on line 10."""
    lines = (
        f'principle: "{principle}"',
        'title: {nl: "Eigen"}',
        'says: {nl: "Dit staat nog open."}',
        'why: {nl: "Daarom."}',
        'do: {nl: "Vul het in."}',
        'leave: {nl: "Als het niet speelt."}',
        f"goes_to: {{{goes_to}}}",
        *more,
    )
    return "\n".join(["blind_spots:", f'  - id: "{name}"', *(f"    {line}" for line in lines), ""])


def examined(own: Path, text: str) -> list[Problem]:
    """Give what is wrong with the pack where this stands in a trainer's folder, and check that this is all of it."""
    (own / "a.yaml").write_text(text, "utf-8")
    pack, problems = packs.examine(own)
    assert (pack is None) == bool(problems)
    return problems


def faults(own: Path, text: str) -> list[str]:
    return told(examined(own, text), own)


def laid_over(own: Path, text: str) -> Pack:
    """Give the pack with this in a trainer's folder over it."""
    (own / "a.yaml").write_text(text, "utf-8")
    return packs.load(own)


def codes(case: Case, pack: Pack) -> list[str]:
    return [one.code for one in findings(case, pack, "nl", TODAY)]


# --- What can be wrong with one


def test_nothing_wrong(own: Path) -> None:
    """It finds nothing wrong where a blind spot leads to a step that is there, and has a gap or a rule."""
    assert faults(own, spot("eigen-1", GAP)) == []
    assert faults(own, spot("eigen-1", GAP, goes_to='command: "plan", step: "actions"')) == []
    assert faults(own, spot("eigen-1", GAP, goes_to='command: "reflect"')) == []
    assert faults(own, spot("sw13")) == []
    assert faults(own, spot("sw14", "most: 5")) == []


@pytest.mark.parametrize(
    ("command", "given", "near"),
    [
        ("plan", "action", "actions"),
        ("network", "place", "places"),
        ("weigh", "foundaton", "foundation"),
        ("justify", "legitimicy", "legitimacy"),
    ],
)
def test_step_with_a_typo(own: Path, command: str, given: str, near: str) -> None:
    """It tells where a step stands that is not there, and which one was probably meant."""
    problems = examined(own, spot("eigen-1", GAP, goes_to=f'command: "{command}", step: "{given}"'))
    column = f'    goes_to: {{command: "{command}", step: '
    assert told(problems, own) == [f"a.yaml:9:{len(column) + 1} pack.dangling-near"]
    for say in WORDINGS:
        assert f'"{given}"' in say.problem(problems[0])
        assert f'"{near}"' in say.problem(problems[0])


@pytest.mark.parametrize(("command", "step"), [("plan", "danger"), ("weigh", "actions"), ("network", "rhythm")])
def test_step_of_another_sheet(own: Path, command: str, step: str) -> None:
    """It takes no step of another sheet than the command is about, and suggests none of those."""
    problems = examined(own, spot("eigen-1", GAP, goes_to=f'command: "{command}", step: "{step}"'))
    assert [(one.line, one.message.values["id"]) for one in problems] == [(9, step)]
    assert problems[0].message.values.get("near") != step


@pytest.mark.parametrize(("command", "step"), [("reflect", "actions"), ("look-back", "lessons")])
def test_step_of_what_has_none(own: Path, command: str, step: str) -> None:
    """It refuses a step where the command can't go to one: in a reflection, and in a look-back."""
    text = spot("eigen-1", GAP, goes_to=f'command: "{command}", step: "{step}"')
    assert [one.split(" ")[1] for one in faults(own, text)] == ["pack.dangling"]


@pytest.mark.parametrize("name", ["sw04", "sw14"])
def test_without_its_number(own: Path, name: str) -> None:
    """It tells where a blind spot that goes by a number was replaced by one that has none: it would never speak."""
    assert faults(own, spot(name)) == ["a.yaml:2:5 pack.spot-without-most"]
    assert faults(own, spot(name, "most: 5")) == []


def test_unknown_fields(own: Path) -> None:
    """It tells of each field of a gap that its sheet does not ask, with the one that was probably meant."""
    problems = examined(own, spot("eigen-1", 'gap: {sheet: "plan", empty: "bye", filled: "xyzzy"}'))
    assert told(problems, own) == ["a.yaml:10:33 pack.dangling-near", "a.yaml:10:48 pack.dangling"]
    assert problems[0].message.values == {"id": "bye", "near": "by"}


def test_field_of_another_sheet(own: Path) -> None:
    """It takes no field that only another sheet asks."""
    text = spot("eigen-1", 'gap: {sheet: "network", empty: "evaluation-with", filled: "role"}')
    assert faults(own, text) == ["a.yaml:10:36 pack.dangling"]


def test_field_of_a_cell(own: Path) -> None:
    """It refuses a gap on a cell of the table, about which it could never say anything."""
    text = spot("eigen-1", 'gap: {sheet: "weighing", empty: "stays", filled: "just"}')
    assert [line.partition(" ")[0] for line in faults(own, text)] == ["a.yaml:10:37"]


def test_unknown_sheet(own: Path) -> None:
    """It refuses a sheet that is not there, with those there are."""
    problems = examined(own, spot("eigen-1", 'gap: {sheet: "plannen", empty: "by", filled: "who"}'))
    assert told(problems, own) == ["a.yaml:10:18 value.choice-near"]
    assert problems[0].message.values["near"] == "plan"


def test_without_a_rule(own: Path) -> None:
    """It refuses a blind spot of which nothing tells when it is there, by its id."""
    problems = examined(own, spot())
    assert told(problems, own) == ["a.yaml:2:9 pack.spot-without-rule"]
    assert problems[0].message.values["id"] == "eigen-1"
    assert all("gap" in say.problem(problems[0]) for say in WORDINGS)


def test_unknown_principle(own: Path) -> None:
    """It refuses a principle that is not there, with the one that was probably meant."""
    problems = examined(own, spot("eigen-1", GAP, principle="breed-kijke"))
    assert told(problems, own) == ["a.yaml:3:16 pack.dangling-near"]
    assert problems[0].message.values["near"] == "breed-kijken"


def test_all_at_once(own: Path) -> None:
    """It tells all that is wrong with one in one run, in the order of the lines."""
    text = spot("eigen-1", principle="xyzzy", goes_to='command: "plan", step: "action"')
    assert faults(own, text) == [
        "a.yaml:2:9 pack.spot-without-rule",
        "a.yaml:3:16 pack.dangling",
        "a.yaml:9:38 pack.dangling-near",
    ]


@pytest.mark.parametrize("most", ["0", "-1", "1001", "2.5", '"8"', "veel"])
def test_odd_number(own: Path, most: str) -> None:
    """It refuses a number that is none to go by, at its place."""
    assert [line.split()[0] for line in faults(own, spot("sw04", f"most: {most}"))] == ["a.yaml:10:11"]


@pytest.mark.parametrize("name", ["SW04", "sw 04", ""])
def test_odd_id(own: Path, name: str) -> None:
    """It refuses an id in capitals or with spaces: a code is told from it."""
    assert [line.split()[0] for line in faults(own, spot(name, GAP))] == ["a.yaml:2:9"]


def test_step_in_a_file_with_faults(own: Path) -> None:
    """It does not miss a step that stands in a file with faults: mending that file brings it back."""
    (own / "b.yaml").write_text('plan:\n  - id: "eigen"\n    minuten: 3\n', "utf-8")
    lines = faults(own, spot("eigen-1", GAP, goes_to='command: "plan", step: "eigen"'))
    assert lines
    assert [line for line in lines if line.startswith("a.yaml")] == []


def test_shipped(shipped: Path) -> None:
    """It looks at the shipped content in the same way: a blind spot that leads nowhere makes it no pack."""
    path = shipped / "principles" / "blind-spots" / "SW04.yaml"
    text = path.read_text("utf-8")
    assert 'step: "places"' in text
    path.write_text(text.replace('step: "places"', 'step: "place"'), "utf-8")
    pack, problems = packs.examine()
    assert pack is None
    assert [line.split()[1] for line in told(problems, shipped)] == ["pack.dangling-near"]


# --- What a trainer can do


def test_another_wording_and_number(own: Path, pack: Pack) -> None:
    """It goes by the words and the number of the trainer, where the rule stays as it is."""
    case = example("SW04", "passes-eight")
    assert "SW04" not in codes(case, pack)
    mine = laid_over(own, spot("sw04", "most: 7", principle="samen-waarde-toevoegen"))
    facts = {one.code: one for one in spot_facts(findings(case, mine, "nl", TODAY), case, mine, "nl")}
    assert facts["SW04"].says == "Dit staat nog open."
    assert facts["SW04"].title == "Eigen"
    many = example("SW04", "triggers-nine-in-the-core-team")
    assert "SW04" in codes(many, pack)
    assert "SW04" not in codes(many, laid_over(own, spot("sw04", "most: 9", principle="samen-waarde-toevoegen")))


def test_in_its_place(own: Path, pack: Pack) -> None:
    """It keeps a blind spot with other words where it stood, and puts a new one after those of its principle."""
    before = [one.id for one in pack.blind_spots]
    assert [one.id for one in laid_over(own, spot("bk05")).blind_spots] == before
    after = [one.id for one in laid_over(own, spot("eigen-1", GAP)).blind_spots]
    assert [one for one in after if one != "eigen-1"] == before
    assert after[after.index("eigen-1") - 1] == "bk16"


def test_one_language(own: Path) -> None:
    """It takes a blind spot in one language, which is then read in the other as well."""
    case = example("SW05", "triggers-no-day")
    mine = laid_over(own, spot("eigen-1", GAP))
    facts = spot_facts(findings(case, mine, "en", TODAY), case, mine, "en")
    assert next(one.says for one in facts if one.code == "EIGEN-1") == "Dit staat nog open."


def test_disabled(own: Path, pack: Pack) -> None:
    """It no longer finds what a trainer took out, and the rest as before."""
    case = example("SW05", "triggers-no-day")
    found = codes(case, pack)
    assert "SW05" in found
    mine = laid_over(own, 'disabled: ["sw05"]\n')
    assert mine.blind_spot("SW05") is None
    assert codes(case, mine) == [one for one in found if one != "SW05"]


def test_disabled_with_its_principle(own: Path) -> None:
    """It takes out the blind spots of a principle with that principle, and it is no fault that they are gone."""
    mine = laid_over(own, 'disabled: ["samen-waarde-toevoegen"]\n')
    assert mine.blind_spots
    assert {one.principle for one in mine.blind_spots} == {"radicaal-aansluiten", "breed-kijken"}


def test_disabled_with_a_typo(own: Path) -> None:
    """It tells where a blind spot was taken out that is not there."""
    assert faults(own, 'disabled: ["sw99"]\n') == ["a.yaml:1:12 pack.dangling-near"]


def test_set_aside_of_what_is_gone(own: Path) -> None:
    """It reads a case that set aside what the pack no longer has."""
    case = example("SW05", "triggers-no-day").model_copy(update={"set_aside": {"SW05": "Dat doen we elke dag."}})
    mine = laid_over(own, 'disabled: ["sw05"]\n')
    assert "SW05" not in [one.code for one in spot_facts(findings(case, mine, "nl", TODAY), case, mine, "nl")]


def test_added(own: Path, pack: Pack) -> None:
    """It finds a gap that a trainer added, names what it is about, and can be set aside by its code."""
    case = example("SW05", "triggers-no-day")
    assert case.plan
    mine = laid_over(own, spot("eigen-1", GAP))
    found = findings(case, mine, "nl", TODAY)
    assert next(one.about for one in found if one.code == "EIGEN-1") == ("School bellen",)
    assert [one for one in found if one.code != "EIGEN-1"] == [*findings(case, pack, "nl", TODAY)]
    left = case.model_copy(update={"set_aside": {"eigen-1": "Elke dag."}})
    assert [one.code for one in spot_facts(found, left, mine, "nl") if one.why_aside] == ["EIGEN-1"]


def test_added_for_a_step_of_ones_own(own: Path) -> None:
    """It takes a gap on a field that stands in a step of the same folder, and leads to that step."""
    step = """\
plan:
  - id: "eigen"
    title: {nl: "Eigen"}
    text: {nl: "Een stap."}
    why: {nl: "Daarom."}
    minutes: 3
    fields: [{id: "extra", kind: "line", text: {nl: "Vraag?"}}]
"""
    gap = 'gap: {sheet: "plan", empty: "extra", filled: "who"}'
    mine = laid_over(own, step + spot("eigen-1", gap, goes_to='command: "plan", step: "eigen"'))
    case = example("SW05", "triggers-no-day")
    assert "EIGEN-1" in codes(case, mine)
    added = mine.blind_spot("eigen-1")
    assert added
    assert words_to(added.goes_to, case, mine) == ("--at", "eigen")


def test_step_taken_out(own: Path, pack: Pack) -> None:
    """It finds no fault in the shipped blind spots that lead to a step a trainer took out; they then name no step."""
    led = [one for one in pack.blind_spots if one.goes_to.step == "coordinator"]
    assert led
    case = example("SW01", "triggers-several")
    mine = laid_over(own, 'disabled: ["coordinator"]\n')
    for one in led:
        there = mine.blind_spot(one.id)
        assert there
        assert words_to(there.goes_to, case, pack) == ("--at", "coordinator")
        assert words_to(there.goes_to, case, mine) == ()


def test_own_one_on_a_step_taken_out(own: Path) -> None:
    """It tells of a trainer's own blind spot that leads to a step the same trainer took out."""
    text = spot("eigen-1", GAP, goes_to='command: "network", step: "coordinator"') + 'disabled: ["coordinator"]\n'
    assert [line.partition(" ")[0] for line in faults(own, text)] == ["a.yaml:9:41"]


def test_never_code(own: Path) -> None:
    """It refuses anything that would run: a blind spot holds words, a number and a gap."""
    assert [line.split()[1] for line in faults(own, spot("eigen-1", GAP, 'rule: "import os"'))] == ["value.unknown-key"]
    (own / "a.yaml").write_text("blind_spots: [!!python/object/apply:os.system ['true']]\n", "utf-8")
    assert refused(lambda: packs.load(own), own)
