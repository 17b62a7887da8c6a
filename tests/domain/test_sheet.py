"""The steps of a sheet as content."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from doorbraak_cli.domain.pack import Content
from doorbraak_cli.domain.sheet import HEADS, TERMS, VALUES, Per, SheetField, SheetKind, SheetStep
from doorbraak_cli.domain.text import Text

TEXT = {"nl": "Tekst", "en": "Text"}
FIELD: dict[str, Any] = {"id": "seen", "kind": "text", "text": TEXT}
STEP: dict[str, Any] = {"id": "since", "title": TEXT, "text": TEXT, "why": TEXT, "minutes": 4, "fields": [FIELD]}


def test_field() -> None:
    """It finds a field of a step by id, and nothing for anything else."""
    step = SheetStep.from_data({**STEP, "fields": [FIELD, {**FIELD, "id": "done"}]})
    assert step.field("done") == step.fields[1]
    assert step.field("other") is None


def test_plain() -> None:
    """It takes a step for one of the full walk only, with no heading for the family, unless it says otherwise."""
    step = SheetStep.from_data(STEP)
    assert (step.short, step.family, step.recommendations, step.aids, step.source) == (False, None, (), (), None)
    (field,) = step.fields
    assert (field.per, field.options, field.fixed, field.not_for, field.when) == (None, (), (), (), {})
    assert (field.internal, field.family, field.hint) == (False, None, None)
    assert (field.of, field.label, field.column) == (None, None, None)


@pytest.mark.parametrize("per", get_args(Per))
def test_per(per: str) -> None:
    """It asks a field about each thing of a kind: a member, an option, somebody in a network, an action of a plan."""
    assert SheetField.from_data({**FIELD, "per": per}).per == per


def test_conditions_and_choices() -> None:
    """It reads choices, what is always there, and what a field waits for."""
    choice = {"id": "nothing", "text": TEXT}
    data = {**FIELD, "kind": "choice", "options": [choice], "fixed": [choice], "not_for": ["nothing"]}
    field = SheetField.from_data({**data, "when": {"danger": ["yes", "unknown"]}})
    assert [one.id for one in (*field.options, *field.fixed)] == ["nothing", "nothing"]
    assert (field.not_for, field.when) == (("nothing",), {"danger": ("yes", "unknown")})


@pytest.mark.parametrize("kind", ["choice", "choices", "line", "text", "day", "money"])
def test_kinds(kind: str) -> None:
    """It asks for choices, texts, days and amounts."""
    assert SheetField.from_data({**FIELD, "kind": kind}).kind == kind


@pytest.mark.parametrize("of", ["party", "goal", "bottleneck"])
def test_choices_of_what_was_named(of: str) -> None:
    """It lets somebody choose from who is in the network, the goals of a plan, and the bottlenecks of the guide."""
    assert SheetField.from_data({**FIELD, "kind": "choice", "of": of}).of == of


def test_names_in_reports() -> None:
    """It has a name for a field in a report and one, shorter, in a grid."""
    field = SheetField.from_data({**FIELD, "label": TEXT, "column": {"nl": "Taak", "en": "Task"}})
    assert field.label == Text(nl="Tekst", en="Text")
    assert field.column == Text(nl="Taak", en="Task")


@pytest.mark.parametrize(
    "wrong",
    [
        {"per": "household"},
        {"of": "action"},
        {"kind": "date"},
        {"label": "Tekst"},
        {"kind": "extent"},
        {"kind": "grid"},
        {"when": {"danger": []}},
        {"when": {"Danger": ["yes"]}},
        {"id": "wat dan"},
        {"required": True},
        {"text": {"nl": " "}},
    ],
)
def test_field_that_cannot_be(wrong: dict[str, Any]) -> None:
    """It refuses a field that waits for nothing, is asked of what we do not know, or says what we do not know."""
    with pytest.raises(ValidationError):
        SheetField.from_data({**FIELD, **wrong})


@pytest.mark.parametrize("wrong", [{"fields": []}, {"minutes": 0}, {"minutes": 121}, {"minutes": "4"}, {"weight": 3}])
def test_step_that_cannot_be(wrong: dict[str, Any]) -> None:
    """It refuses a step that asks nothing, takes no time or all day, or weighs anything by itself."""
    with pytest.raises(ValidationError):
        SheetStep.from_data({**STEP, **wrong})


def test_what_is_weighed() -> None:
    """It holds options against three values, safety first, on two terms; all that is named but cells has a head."""
    assert (VALUES, TERMS) == (("safety", "livelihood", "development"), ("short", "long"))
    assert {*HEADS} == {*get_args(Per)} - {"cell"}


def test_every_sheet_is_content() -> None:
    """It knows of no sheet of which a pack does not hold the steps."""
    assert len(get_args(SheetKind)) == 5
    assert {*get_args(SheetKind)} <= {*Content.model_fields}
