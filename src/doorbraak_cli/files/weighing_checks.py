"""What can be wrong inside a step of the weighing: a choice of nothing, a condition that can never hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.setup import INTAKE
from doorbraak_cli.domain.weighed import DEPTH, TABLE, WITH
from doorbraak_cli.domain.weighing import ANSWERED, FILLED, HEADS, SKIPPED
from doorbraak_cli.errors import Message
from doorbraak_cli.files.aid_checks import dangling
from doorbraak_cli.flows.session import FINISH, REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.weighing import WeighingField, WeighingStep
    from doorbraak_cli.files.yaml_source import Location

    Found = Iterator[tuple[Location, Message]]

TAKEN = (*INTAKE, WITH, DEPTH, REVIEW, FINISH)
"""Ids under which a weighing shows or keeps something else than its fields."""
KEPT = {"danger": ("danger",), "table": ("table", "effect"), "choice": ("choice", "share")}
"""The fields that a step can't do without, by its id: the rest of the weighing leans on them."""


def checked_step(step: WeighingStep) -> Found:
    """Give what is wrong inside a step, each with where it stands in it."""
    for at, field in enumerate(step.fields):
        location: Location = ("fields", at)
        if field.per is None and field.id in TAKEN:
            yield (*location, "id"), Message("pack.taken", {"id": field.id})
        yield from _options(field, location)
        yield from _conditions(field, step, location)
        yield from _fixed(field, location)
    yield from _heads(step)
    yield from (
        (("fields",), Message("pack.step-lacks", {"id": name, "step": step.id}))
        for name in KEPT.get(step.id, ())
        if step.field(name) is None
    )


def _options(field: WeighingField, location: Location) -> Found:
    filled = field.id in FILLED and field.per is None
    if field.kind == "choice" and not filled and len(field.options) < 2:  # noqa: PLR2004 - with one there is no choice
        yield (*location, "options"), Message("pack.choice-without", {"id": field.id})
    if field.options and (field.kind != "choice" or filled):
        yield (*location, "options"), Message("pack.options-without-choice", {"id": field.id})


def _conditions(field: WeighingField, step: WeighingStep, location: Location) -> Found:
    """Look whether a field waits for what is asked in its own step: of the same thing, or of the step as a whole."""
    known = {one.id: one for one in step.fields if one.per in (None, field.per) and one.id != field.id}
    before = {one.id for one in step.fields[: step.fields.index(field)]}
    for name, given in field.when.items():
        if name not in known:
            yield (*location, "when", name), dangling(name, known)
            continue
        if name not in before:
            yield (*location, "when", name), Message("pack.later", {"id": name})
        answers = {ANSWERED, SKIPPED, *(one.id for one in known[name].options)}
        for index, answer in enumerate(given):
            if answer not in answers:
                yield (*location, "when", name, index), dangling(answer, answers)


def _heads(step: WeighingStep) -> Found:
    """Look whether what is asked per thing stands together, and begins with what the thing is called."""
    seen: set[str | None] = set()
    has_table = step.field(TABLE) is not None
    for at, field in enumerate(step.fields):
        if at and field.per == step.fields[at - 1].per:
            continue
        head = HEADS.get(field.per or "")
        if field.per == "cell" and not has_table:
            yield ("fields", at, "per"), Message("pack.no-table")
        elif head and not has_table and field.per in seen:
            yield ("fields", at, "id"), Message("pack.apart", {"id": field.id, "per": field.per})
        elif head and not has_table and field.id != head:
            yield ("fields", at, "id"), Message("pack.head", {"id": head, "per": field.per})
        seen.add(field.per)


def _fixed(field: WeighingField, location: Location) -> Found:
    """Look whether what is always there can't be taken for what people name: that has a number."""
    for index, one in enumerate(field.fixed):
        if one.id.rpartition("-")[2].isdecimal():
            yield (*location, "fixed", index, "id"), Message("pack.numbered", {"id": one.id})
