"""The steps of the broad weighing as content."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from doorbraak_cli.domain.weighing import HEADS, TERMS, VALUES, Per, WeighingField, WeighingStep

TEXT = {"nl": "Tekst", "en": "Text"}
FIELD: dict[str, Any] = {"id": "seen", "kind": "text", "text": TEXT}
STEP: dict[str, Any] = {"id": "since", "title": TEXT, "text": TEXT, "why": TEXT, "minutes": 4, "fields": [FIELD]}


def test_field() -> None:
    """It finds a field of a step by id, and nothing for anything else."""
    step = WeighingStep.from_data({**STEP, "fields": [FIELD, {**FIELD, "id": "done"}]})
    assert step.field("done") == step.fields[1]
    assert step.field("other") is None


def test_plain() -> None:
    """It takes a step for one of the full walk only, with no heading for the family, unless it says otherwise."""
    step = WeighingStep.from_data(STEP)
    assert (step.short, step.family, step.recommendations, step.aids, step.source) == (False, None, (), (), None)
    (field,) = step.fields
    assert (field.per, field.options, field.fixed, field.not_for, field.when) == (None, (), (), (), {})
    assert (field.internal, field.family, field.hint) == (False, None, None)


@pytest.mark.parametrize("per", get_args(Per))
def test_per(per: str) -> None:
    """It asks a field about each sign, member, part of the foundation, option or cell."""
    assert WeighingField.from_data({**FIELD, "per": per}).per == per


def test_conditions_and_choices() -> None:
    """It reads choices, what is always there, and what a field waits for."""
    choice = {"id": "nothing", "text": TEXT}
    data = {**FIELD, "kind": "choice", "options": [choice], "fixed": [choice], "not_for": ["nothing"]}
    field = WeighingField.from_data({**data, "when": {"danger": ["yes", "unknown"]}})
    assert [one.id for one in (*field.options, *field.fixed)] == ["nothing", "nothing"]
    assert (field.not_for, field.when) == (("nothing",), {"danger": ("yes", "unknown")})


@pytest.mark.parametrize(
    "wrong",
    [
        {"per": "household"},
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
        WeighingField.from_data({**FIELD, **wrong})


@pytest.mark.parametrize("wrong", [{"fields": []}, {"minutes": 0}, {"minutes": 121}, {"minutes": "4"}, {"weight": 3}])
def test_step_that_cannot_be(wrong: dict[str, Any]) -> None:
    """It refuses a step that asks nothing, takes no time or all day, or weighs anything by itself."""
    with pytest.raises(ValidationError):
        WeighingStep.from_data({**STEP, **wrong})


def test_what_is_weighed() -> None:
    """It holds options against three values, safety first, on two terms; all that is named but cells has a head."""
    assert (VALUES, TERMS) == (("safety", "livelihood", "development"), ("short", "long"))
    assert {*HEADS} == {*get_args(Per)} - {"cell"}
