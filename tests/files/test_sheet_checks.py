"""What can be wrong in the steps of a sheet; where each fault stands is tested in test_packs too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.domain.case import Case, Weighing
from doorbraak_cli.domain.sheet import HEADS, SheetStep
from doorbraak_cli.files import packs, wordings
from doorbraak_cli.files.pack_checks import SHEETS
from doorbraak_cli.files.sheet_checks import KEPT, TAKEN, TAKEN_BY_WEIGHING, checked_across, checked_step
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.session import FINISH, REVIEW, answer_to
from doorbraak_cli.flows.weighing import WeighingFlow

from ..following import next_question
from .conftest import DATA, told
from .sheets import started

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question

DAY = date(2026, 11, 25)
TEXT = {"nl": "Tekst", "en": "Text"}


def begun(pack: Pack) -> tuple[WeighingFlow, Case]:
    """Give the flow of a weighing with a pack, and a case that holds it."""
    weighing = Weighing(id="weighing-1", started=DAY, language="nl", pack=pack.ref)
    flow = WeighingFlow(pack, wordings.load("nl"), weighing.id, DAY)
    return flow, Case(about="case", created=DAY, weighings=(weighing,))


def field(name: str, kind: str = "line", *choices: str, **more: Any) -> dict[str, Any]:
    options = [{"id": one, "text": TEXT} for one in choices]
    return {"id": name, "kind": kind, "text": TEXT, "options": options, **more}


def step(*fields: Mapping[str, Any]) -> SheetStep:
    data = {"id": "stap", "title": TEXT, "text": TEXT, "why": TEXT, "minutes": 3, "fields": fields}
    return SheetStep.from_data(data)


def found(*fields: Mapping[str, Any], kind: SheetKind = "weighing") -> list[str]:
    """Give `place key` for every fault in a step with these fields, as the place is in the step."""
    return [f"{'.'.join(map(str, location))} {message.key}" for location, message in checked_step(step(*fields), kind)]


def across(*steps: SheetStep) -> list[str]:
    """Give `step place key` for every fault between steps."""
    return [
        f"{number} {'.'.join(map(str, location))} {message.key}"
        for number, location, _, message in checked_across(steps)
    ]


# --- Inside one step


def test_nothing_wrong(pack: Pack) -> None:
    """It finds nothing in the steps of the shipped content, in which there is all that can be wrong."""
    fields = [one for kind in SHEETS for each in pack.sheet(kind) for one in each.fields]
    assert {one.per for one in fields} == {None, "cell", *HEADS}
    assert {one.kind for one in fields} == {"choice", "choices", "line", "text", "day", "money"}
    assert {one.of for one in fields} == {None, "party", "goal", "bottleneck"}
    assert any(one.when for one in fields)
    assert any(one.fixed for one in fields)
    for kind in SHEETS:
        assert [line for each in pack.sheet(kind) for line in checked_step(each, kind)] == []
        assert kind == "weighing" or across(*pack.sheet(kind)) == []


def test_every_kind_of_field() -> None:
    """It takes lines, texts, members to tick, and choices from at least two options."""
    assert found(field("a"), field("b", "text"), field("c", "choice", "x", "y"), field("d", "choices")) == []


@pytest.mark.parametrize("name", TAKEN_BY_WEIGHING)
def test_taken(name: str) -> None:
    """It refuses a field under an id that a weighing needs itself, but for what is asked of one thing."""
    assert found(field("a"), field(name)) == ["fields.1.id pack.taken"]
    assert found(field("role", per="member"), field(name, per="member")) == []


def test_every_id_a_weighing_uses_is_taken(pack: Pack) -> None:
    """It keeps packs from asking a field like something that a weighing asks or shows itself."""
    flow, case = begun(pack)
    plain = {one.id for each in pack.weighing for one in each.fields if one.per is None}
    own = {name for name in flow.catalogue(case) if "." not in name} - plain
    assert {*TAKEN_BY_WEIGHING} == own | {REVIEW, FINISH}


@pytest.mark.parametrize("choices", [(), ("x",)])
def test_choice_without_options(choices: tuple[str, ...]) -> None:
    """It refuses a choice where there is nothing to choose."""
    assert found(field("a", "choice", *choices)) == ["fields.0.options pack.choice-without"]


@pytest.mark.parametrize("kind", ["line", "text", "choices"])
def test_options_without_a_choice(kind: str) -> None:
    """It refuses options at a field that is typed, or of which the members are the options."""
    assert found(field("a", kind, "x", "y")) == ["fields.0.options pack.options-without-choice"]


@pytest.mark.parametrize("name", ["choice", "table"])
def test_options_that_the_program_gives(name: str) -> None:
    """It wants no options where they are what was named, or the cells; of one thing it is a field like any other."""
    assert found(field(name, "choice")) == []
    assert found(field(name, "choice", "x", "y")) == ["fields.0.options pack.options-without-choice"]
    assert found(field("role", per="member"), field(name, "choice", "x", "y", per="member")) == []
    assert found(field("role", per="member"), field(name, "choice", per="member")) == [
        "fields.1.options pack.choice-without",
    ]


ASKED = field("a", "choice", "yes", "no")


def test_conditions_that_are_fine() -> None:
    """It lets a field wait for an option, for any answer, or for something left open, of the step or the same thing."""
    assert found(ASKED, field("b", when={"a": ["yes", "answered", "skipped"]})) == []
    assert found(field("b"), field("c", when={"b": ["answered"]})) == []
    role, heard = field("role", per="member"), field("heard", "choice", "said", "not-asked", per="member")
    assert found(ASKED, role, heard, field("ask", per="member", when={"heard": ["not-asked"], "a": ["no"]})) == []


def test_conditions_on_what_is_not_asked() -> None:
    """It refuses to wait for a field that is not in the step, or for an answer that it does not have."""
    assert found(ASKED, field("b", when={"a": ["no", "yess", "zzz"], "c": ["yes"]})) == [
        "fields.1.when.a.1 pack.dangling-near",
        "fields.1.when.a.2 pack.dangling",
        "fields.1.when.c pack.dangling",
    ]


def test_conditions_on_a_text() -> None:
    """It lets a field wait for a text only for being there or not."""
    assert found(field("b"), field("c", when={"b": ["yes"]})) == ["fields.1.when.b.0 pack.dangling"]


def test_condition_on_itself() -> None:
    """It refuses a field that waits for itself."""
    assert found(field("abc", "choice", "x", "y", when={"abc": ["x"]})) == ["fields.0.when.abc pack.dangling"]


def test_condition_on_what_comes_later() -> None:
    """It refuses a field that waits for what is asked after it: that would never have been answered."""
    assert found(field("b", when={"a": ["yes"]}), ASKED) == ["fields.0.when.a pack.later"]


def test_condition_on_something_else() -> None:
    """It refuses to wait for what is asked of another kind of thing, or of each where this is asked once."""
    member = [field("role", per="member"), field("heard", per="member")]
    option = [field("what", per="option"), field("fit", per="option", when={"heard": ["answered"]})]
    assert found(*member, *option, field("differ", when={"heard": ["answered"]})) == [
        "fields.3.when.heard pack.dangling",
        "fields.4.when.heard pack.dangling",
    ]


@pytest.mark.parametrize(("per", "head"), HEADS.items())
def test_heads(per: str, head: str) -> None:
    """It wants what is asked of several things to begin with what each is called."""
    assert found(field(head, per=per), field("x", per=per)) == []
    assert found(field("x", per=per), field(head, per=per)) == ["fields.0.id pack.head"]
    assert found(field("x"), field("y", per=per)) == ["fields.1.id pack.head"]


def test_heads_of_several_kinds() -> None:
    """It looks at each kind of thing by itself, once."""
    member, option = field("age", per="member"), field("fit", per="option")
    assert found(member, field("role", per="member"), option, field("kind", per="option")) == [
        "fields.0.id pack.head",
        "fields.2.id pack.head",
    ]


def test_no_head_in_the_table() -> None:
    """It wants no name in the step with the table: there the options were named before."""
    assert found(field("table", "choice"), field("effect", "text", per="cell"), field("rest", per="option")) == []


def test_cells_outside_the_table() -> None:
    """It refuses what is asked of cells in a step without the table, once."""
    cells = [field("a", per="cell"), field("b", per="cell")]
    assert found(*cells) == ["fields.0.per pack.no-table"]
    assert found(field("table", "choice"), *cells) == []


def test_things_that_stand_apart() -> None:
    """It wants all that is asked of one kind of thing to stand together."""
    member = [field("role", per="member"), field("age", per="member")]
    assert found(*member, field("x"), field("heard", per="member"), field("ask", per="member")) == [
        "fields.3.id pack.apart",
    ]
    assert found(field("x"), *member, field("what", per="option"), field("y")) == []


def test_fixed_things_without_a_number() -> None:
    """It wants what is always there not to end in a number, which is for what people name."""
    fixed = [{"id": name, "text": TEXT} for name in ("housing", "option-1", "plan-12", "a1", "zo-1a")]
    assert found(field("what", per="option", fixed=fixed)) == [
        "fields.0.fixed.1.id pack.numbered",
        "fields.0.fixed.2.id pack.numbered",
    ]


@pytest.mark.parametrize(
    ("name", "needed"), [("danger", ["danger"]), ("table", ["table", "effect"]), ("choice", ["choice", "share"])]
)
def test_fields_that_are_needed(pack: Pack, name: str, needed: list[str]) -> None:
    """It misses in a step the fields that the rest of a weighing leans on."""
    there = next(one for one in pack.weighing if one.id == name)
    bare = there.model_copy(update={"fields": (step(field("x")).fields)})
    messages = [(location, message.values["id"]) for location, message in checked_step(bare)]
    assert messages == [(("fields",), one) for one in needed]


# --- Inside one step of another sheet

OTHER_SHEETS: list[SheetKind] = [kind for kind in SHEETS if kind != "weighing"]
OF_THINGS = [("network", "party"), ("plan", "goal"), ("plan", "bottleneck")]


def test_every_kind_of_field_of_a_sheet() -> None:
    """It takes days and amounts too, and things that were named instead of options."""
    fields = [field("a"), field("b", "text"), field("c", "day"), field("d", "money"), field("e", "choices", "x", "y")]
    assert found(*fields, field("f", "choice", of="goal"), field("g", "choices", of="goal"), kind="plan") == []


@pytest.mark.parametrize("kind", OTHER_SHEETS)
def test_taken_in_a_sheet(kind: SheetKind) -> None:
    """It refuses what is asked of a case as a whole under another name, but for what is asked of one thing."""
    assert [found(field(name), kind=kind) for name in TAKEN] == [["fields.0.id pack.taken"]] * len(TAKEN)
    assert found(field("what", per="goal"), field("title", per="goal"), kind=kind) == []
    assert found(field("with"), field("depth"), kind=kind) == []


@pytest.mark.parametrize("kind", OTHER_SHEETS)
def test_every_id_a_sheet_uses_is_taken(pack: Pack, kind: SheetKind) -> None:
    """It keeps packs from asking a field like something that a sheet asks or shows itself."""
    start = started(pack, kind)
    plain = {one.id for each in pack.sheet(kind) for one in each.fields if one.per is None}
    own = {name for name in start.flow.catalogue(start.case) if "." not in name} - plain
    assert {*TAKEN} == own | {REVIEW, FINISH}


@pytest.mark.parametrize("kind", OTHER_SHEETS)
@pytest.mark.parametrize("form", ["choice", "choices"])
def test_choice_without_options_in_a_sheet(kind: SheetKind, form: str) -> None:
    """It refuses a choice where there is nothing to choose: in another sheet than a weighing nobody is ticked."""
    assert found(field("a", form), kind=kind) == ["fields.0.options pack.choice-without"]
    assert found(field("a", form, "x"), kind=kind) == ["fields.0.options pack.choice-without"]
    assert found(field("what", per="cost"), field("a", form, per="cost"), kind=kind) == [
        "fields.1.options pack.choice-without",
    ]


@pytest.mark.parametrize("name", ["choice", "table"])
def test_options_that_nobody_gives(name: str) -> None:
    """It wants options at a choice of whatever name in a sheet that has no cells or options to choose from."""
    for kind in ("plan", "justification", "look_back"):
        assert found(field(name, "choice"), kind=kind) == ["fields.0.options pack.choice-without"]


@pytest.mark.parametrize("form", ["line", "text", "day", "money"])
def test_options_at_what_is_typed(form: str) -> None:
    """It refuses options, or things to choose from, at what is typed."""
    assert found(field("a", form, "x", "y"), kind="plan") == ["fields.0.options pack.options-without-choice"]
    assert found(field("a", form, of="goal"), kind="plan") == ["fields.0.of pack.options-without-choice"]


@pytest.mark.parametrize(("kind", "things"), OF_THINGS)
@pytest.mark.parametrize("form", ["choice", "choices"])
def test_options_beside_things(kind: SheetKind, things: str, form: str) -> None:
    """It refuses options beside the things to choose from, which would never be shown."""
    assert found(field("a", form, "x", "y", of=things), kind=kind) == ["fields.0.options pack.options-without-choice"]
    assert found(field("a", form, of=things), kind=kind) == []


def test_conditions_within_a_step_of_a_sheet() -> None:
    """It lets a field wait for what is asked before it in its own step, and refuses what is asked after it."""
    asked = field("a", "choice", "yes", "no")
    assert found(asked, field("b", when={"a": ["yes", "skipped"]}), kind="plan") == []
    assert found(field("b", when={"a": ["yes"]}), asked, kind="plan") == ["fields.0.when.a pack.later"]
    assert found(asked, field("b", when={"a": ["yess"]}), kind="plan") == ["fields.1.when.a.0 pack.dangling-near"]
    assert found(field("a", "day", when={"a": ["answered"]}), kind="plan") == ["fields.0.when.a pack.dangling"]


def test_heads_in_a_sheet() -> None:
    """It wants what a thing is called before all else that is asked of it: with that a list begins, and ends."""
    for per, head in HEADS.items():
        assert found(field(head, per=per), field("x", per=per), kind="plan") == []
        lines = [*found(field("x", per=per), field(head, per=per), kind="plan")]
        lines += across(step(field("x", per=per), field(head, per=per)))
        assert [line.split()[-1] for line in lines] == ["pack.head"], per


def test_things_that_stand_apart_in_a_sheet() -> None:
    """It wants all that is asked of one kind of thing in a step to stand together."""
    cost = [field("what", per="cost"), field("amount", "money", per="cost")]
    assert found(*cost, field("x"), field("basis", per="cost"), kind="justification") == ["fields.3.id pack.apart"]


def test_cells_in_a_sheet() -> None:
    """It refuses what is asked of cells: those are of a weighing, also where a sheet has a table of its own."""
    for kind in OTHER_SHEETS:
        assert found(field("a", per="cell"), kind=kind) == ["fields.0.per pack.no-table"]
        assert found(field("table", "choice"), field("a", per="cell"), kind=kind) != [], kind


@pytest.mark.parametrize(("kind", "name"), [key for key in KEPT if key[0] != "weighing"])
def test_fields_that_a_sheet_needs(kind: SheetKind, name: str) -> None:
    """It misses in a step the fields that the rest of a sheet leans on, also where they are asked of something else."""
    needed = KEPT[kind, name]
    elsewhere = [field(one, per=None if per else "sign") for per, one in needed]
    for fields in (step(field("x")).fields, step(*elsewhere).fields):
        bare = step(field("x")).model_copy(update={"id": name, "fields": fields})
        messages = [(location, message.values["id"]) for location, message in checked_step(bare, kind)]
        assert [one for one in messages if one[0] == ("fields",)] == [(("fields",), one) for _, one in needed]


# --- Between the steps of a sheet


def test_nothing_wrong_between_steps() -> None:
    """It lets a field wait for an earlier step, of the same thing or of the sheet, and ask of what was named there."""
    first = step(field("what", per="action"), field("status", "choice", "open", "done", per="action"))
    second = step(field("how", "choice", "good", "bad"))
    about = field("x", per="action", when={"status": ["done", "skipped"], "how": ["answered"], "what": ["answered"]})
    assert across(first, second, step(about), step(field("y", when={"how": ["good"]}))) == []


def test_conditions_on_another_step() -> None:
    """It refuses to wait for what is asked later, nowhere, of other things, or is never answered like that."""
    first = step(field("what", per="goal"), field("heard", "choice", "said", "asked", per="goal"))
    waiting = step(
        field("a", when={"later": ["answered"]}),
        field("b", when={"nowhere": ["answered"]}),
        field("c", when={"heard": ["said"]}),
        field("d", per="goal", when={"heard": ["said", "sayd", "zzz"], "what": ["said"]}),
    )
    assert across(first, waiting, step(field("later"))) == [
        "1 fields.0.when.later pack.dangling",
        "1 fields.1.when.nowhere pack.dangling",
        "1 fields.2.when.heard pack.dangling",
        "1 fields.3.when.heard.1 pack.dangling-near",
        "1 fields.3.when.heard.2 pack.dangling",
        "1 fields.3.when.what.0 pack.dangling",
    ]


def test_condition_that_is_meant_in_two_ways() -> None:
    """It refuses to wait for what stands for two questions, by an answer that only the one it does not mean has."""
    named = step(field("mood", "choice", "good", "bad"), field("what", per="goal"))
    thing = step(field("mood", "choice", "calm", "wild", per="goal"))
    assert across(named, thing, step(field("x", per="goal", when={"mood": ["good"]}))) == []
    assert across(named, thing, step(field("x", per="goal", when={"mood": ["calm"]}))) == [
        "2 fields.0.when.mood.0 pack.dangling",
    ]


@pytest.mark.parametrize(("per", "head"), HEADS.items())
def test_things_that_nobody_names(per: str, head: str) -> None:
    """It refuses what is asked of things that no step before it, nor the step itself, asks to name."""
    unnamed, named = step(field("x", per=per)), step(field(head, per=per))
    assert across(unnamed) == ["0 fields.0.per pack.head"]
    assert across(unnamed, named) == ["0 fields.0.per pack.head"]
    assert across(named, unnamed) == []
    assert across(step(field(head)), unnamed) == ["1 fields.0.per pack.head"]


@pytest.mark.parametrize(("things", "head"), [("party", "role"), ("goal", "what")])
def test_choice_of_things_that_nobody_names(things: str, head: str) -> None:
    """It refuses a choice of things that no step before it, nor the step itself, asks to name."""
    choice, named = step(field("x", "choice", of=things)), step(field(head, per=things))
    assert across(named, choice) == []
    assert across(choice) != []
    assert across(choice, named) != []


# --- In a pack


def test_all_at_once(nl: Wording) -> None:
    """It says of every fault which field it is about, and what was probably meant."""
    _, problems = packs.examine(DATA / "packs" / "weighing")
    said = [nl.message(problem.message) for problem in problems]
    assert told(problems)
    for name in ("title", "depth", "finish", "welke", "wie", "hoe", "goet", "neee", "skiped", "danger", "table"):
        assert any(f'"{name}"' in one for one in said), name
    messages = [problem.message.values for problem in problems]
    meant = {values["id"]: values["near"] for values in messages if values.get("near")}
    assert {"goet": "goed", "neee": "nee", "skiped": "skipped", "lege-stoell": "lege-stoel"}.items() <= meant.items()


@pytest.mark.parametrize("name", ["danger", "options", "table", "choice"])
def test_steps_that_are_needed(own: Path, name: str) -> None:
    """It tells of a step that a weighing cannot do without, where somebody takes it out."""
    (own / "a.yaml").write_text(f'disabled:\n  - "lege-stoel"\n  - "{name}"\n', "utf-8")
    assert told(packs.examine(own)[1], own) == ["a.yaml:3:5 pack.lacks"]


@pytest.mark.parametrize(
    "name", ["since", "first-thought", "members", "foundation", "understanding", "premortems", "contradiction"]
)
def test_steps_that_can_be_left_out(own: Path, pack: Pack, name: str) -> None:
    """It lets a pack do without any other step, and a weighing is walked without it."""
    (own / "a.yaml").write_text(f'disabled: ["{name}"]\n', "utf-8")
    kept = packs.load(own)
    assert [one.id for one in kept.weighing] == [one.id for one in pack.weighing if one.id != name]
    assert walked(kept)[-1] == REVIEW


def test_steps_of_ones_own(own: Path, pack: Pack) -> None:
    """It takes a step of somebody's own before the choice, and one under the id of another in its place."""
    mine = loaded(
        own,
        """\
  - id: "premortems"
    fields:
      - {id: "stepped-in", kind: "text", text: {nl: "Wat gebeurde er?"}}
  - id: "eigen"
    fields:
      - {id: "eigen-vraag", kind: "line", text: {nl: "Wat nog meer?"}}
      - {id: "daarna", kind: "line", text: {nl: "En dan?"}, when: {eigen-vraag: ["answered"]}}
""",
    )
    assert mine is not None
    assert [one.id for one in mine.weighing] == [*[one.id for one in pack.weighing][:-1], "eigen", "choice"]
    asked = walked(mine)
    assert "held-back" not in asked
    at = asked.index("eigen-vraag")
    assert asked[at : at + 3] == ["eigen-vraag", "daarna", "choice"]
    assert asked[-1] == REVIEW


def loaded(own: Path, steps: str) -> Pack | None:
    """Give the pack with these steps in a folder over it, or None where it is refused at a line of that folder."""
    rest = '    title: {nl: "Eigen"}\n    text: {nl: "Een stap."}\n    why: {nl: "Daarom."}\n    minutes: 3\n'
    (own / "a.yaml").write_text("weighing:\n" + steps.replace("    fields:", f"{rest}    fields:"), "utf-8")
    pack, problems = packs.examine(own)
    assert all(line.startswith("a.yaml:") for line in told(problems, own))
    assert (pack is None) == bool(problems)
    return pack


def walked(pack: Pack) -> list[str]:
    """Give the ids of what is asked in a weighing of which everything is answered, with the review at the end."""
    flow, case = begun(pack)
    asked: list[str] = []
    while (question := next_question(flow, case)) is not None:
        asked.append(question.id)
        assert len(asked) < 500, "asks without end"
        case = flow.apply(case, answer_to(question, something(question)))
    return [*asked, flow.review(case).id]


def something(question: Question) -> Value | None:
    """Give an answer to a question; of each kind two things are named, and every grid is done."""
    if question.id.endswith(".force"):
        return "voluntary"
    if question.options:
        last = question.options[-1].id
        return (last,) if question.form is Form.CHOICES else last
    if question.id == "look-back":
        return "9-12-2026"
    return None if question.id.partition(".")[0].endswith("-3") else "x"


OTHER = {
    "cells outside the table": """\
  - id: "eigen"
    fields:
      - {id: "hoe", kind: "line", text: {nl: "Hoe?"}, per: "cell"}
""",
    "options named a second time": """\
  - id: "eigen"
    fields:
      - {id: "what", kind: "line", text: {nl: "Wat?"}, per: "option"}
      - {id: "eigen-vraag", kind: "line", text: {nl: "Hoe?"}, per: "option"}
""",
    "something in between what is asked of options": """\
  - id: "options"
    fields:
      - {id: "what", kind: "line", text: {nl: "Wat?"}, per: "option"}
      - {id: "eigen-vraag", kind: "line", text: {nl: "Hoe?"}}
      - {id: "fit", kind: "line", text: {nl: "Past het?"}, per: "option"}
""",
    "something fixed with a number": """\
  - id: "options"
    fields:
      - id: "what"
        kind: "line"
        text: {nl: "Wat?"}
        per: "option"
        fixed: [{id: "plan-2", text: {nl: "Plan twee"}}]
""",
    "something fixed with the id of what is named": """\
  - id: "options"
    fields:
      - id: "what"
        kind: "line"
        text: {nl: "Wat?"}
        per: "option"
        fixed: [{id: "option-1", text: {nl: "Plan een"}}]
      - {id: "fit", kind: "line", text: {nl: "Past het?"}, per: "option"}
""",
    "fields that wait for each other": """\
  - id: "eigen"
    fields:
      - {id: "een", kind: "line", text: {nl: "Een?"}, when: {twee: ["answered"]}}
      - {id: "twee", kind: "line", text: {nl: "Twee?"}, when: {een: ["answered"]}}
""",
    "one id asked of members in two steps": """\
  - id: "eigen"
    fields:
      - {id: "role", kind: "line", text: {nl: "Wie?"}, per: "member"}
      - {id: "perspective", kind: "line", text: {nl: "Wat?"}, per: "member"}
""",
    "a table without cells": """\
  - id: "table"
    fields:
      - {id: "table", kind: "choice", text: {nl: "Welk vakje?"}}
""",
    "a choice without a choice": """\
  - id: "choice"
    fields:
      - {id: "kies", kind: "line", text: {nl: "Wat?"}}
""",
}


@pytest.mark.parametrize("steps", OTHER.values(), ids=OTHER)
def test_steps_that_cannot_be_walked(own: Path, steps: str) -> None:
    """It refuses steps that a weighing cannot walk: that ask nothing, ask one thing twice, or stop it halfway."""
    assert loaded(own, steps) is None
