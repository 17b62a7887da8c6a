"""What can be wrong in the steps of a sheet: a choice of nothing, a condition that can never hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.filled import TABLE, WITH
from doorbraak_cli.domain.setup import INTAKE
from doorbraak_cli.domain.sheet import ANSWERED, FILLED, HEADS, SKIPPED
from doorbraak_cli.domain.weighed import DEPTH
from doorbraak_cli.errors import Message
from doorbraak_cli.files.aid_checks import dangling
from doorbraak_cli.flows.session import FINISH, REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from doorbraak_cli.domain.sheet import Per, SheetField, SheetKind, SheetStep
    from doorbraak_cli.files.yaml_source import Location

    Found = Iterator[tuple[Location, Message]]

TAKEN = (*INTAKE, REVIEW, FINISH)
"""Ids under which a sheet shows or keeps something else than its fields."""
TAKEN_BY_WEIGHING = (*TAKEN, WITH, DEPTH)
KEPT: dict[tuple[SheetKind, str], tuple[tuple[Per | None, str], ...]] = {
    ("weighing", "danger"): ((None, "danger"),),
    ("weighing", "table"): ((None, "table"), ("cell", "effect")),
    ("weighing", "choice"): ((None, "choice"), (None, "share")),
    ("network", "participants"): (("party", "role"),),
    ("plan", "actions"): (("action", "what"), ("action", "status")),
}
"""The fields that a step can't do without, by its sheet and id, with what each is asked per."""
CHOOSING = ("choice", "choices")


def checked_step(step: SheetStep, kind: SheetKind = "weighing") -> Found:
    """Give what is wrong inside a step, each with where it stands in it."""
    taken = TAKEN_BY_WEIGHING if kind == "weighing" else TAKEN
    for at, field in enumerate(step.fields):
        location: Location = ("fields", at)
        if field.per is None and field.id in taken:
            yield (*location, "id"), Message("pack.taken", {"id": field.id})
        yield from _options(field, location, kind)
        yield from _conditions(field, step, location, kind)
        yield from _fixed(field, location)
    yield from _heads(step, kind)
    yield from (
        (("fields",), Message("pack.step-lacks", {"id": name, "step": step.id}))
        for per, name in KEPT.get((kind, step.id), ())
        if all((one.per, one.id) != (per, name) for one in step.fields)
    )


def checked_across(steps: Sequence[SheetStep]) -> Iterator[tuple[int, Location, str, Message]]:
    """Give what is wrong between the steps of a sheet: the number of the step, where in it, what is missing, and why.

    A field may wait for one of an earlier step, and be asked of things that were named in one.
    """
    before: list[SheetField] = []
    for number, step in enumerate(steps):
        here = {one.id for one in step.fields}
        for at, field in enumerate(step.fields):
            known = {one.id: one for per in (field.per, None) for one in before if one.per == per}
            for name, given in field.when.items():
                if name not in here:
                    yield from (
                        (number, ("fields", at, "when", name, *where), name, message)
                        for where, message in _waits_for(name, given, known)
                    )
            if field.per and not _is_named(field.per, (*before, *step.fields)):
                yield number, ("fields", at, "per"), *_unnamed(field.per)
            if field.of in HEADS and not _is_named(field.of, (*before, *step.fields[:at])):
                yield number, ("fields", at, "of"), *_unnamed(field.of)
        before += step.fields


def _unnamed(per: str) -> tuple[str, Message]:
    """Give the field that names things of a kind, and the message that it is not there."""
    return HEADS.get(per, per), Message("pack.head", {"id": HEADS.get(per, per), "per": per})


def _is_named(per: str, fields: Iterable[SheetField]) -> bool:
    return any((one.per, one.id) == (per, HEADS.get(per, one.id)) for one in fields)


def _options(field: SheetField, location: Location, kind: SheetKind) -> Found:
    by_program = {"weighing": FILLED, "network": (TABLE,)}.get(kind, ())
    filled = field.of is not None or (field.id in by_program and field.per is None)
    needs = kind != "weighing" and field.kind == "choices"  # a weighing ticks those who live there
    if (field.kind == "choice" or needs) and not filled and len(field.options) < 2:  # noqa: PLR2004 - no choice with one
        yield (*location, "options"), Message("pack.choice-without", {"id": field.id})
    if field.options and (field.kind not in CHOOSING or filled or (field.kind == "choices" and not needs)):
        yield (*location, "options"), Message("pack.options-without-choice", {"id": field.id})
    if field.of and field.kind not in CHOOSING:
        yield (*location, "of"), Message("pack.options-without-choice", {"id": field.id})


def _conditions(field: SheetField, step: SheetStep, location: Location, kind: SheetKind) -> Found:
    """Look whether a field waits for what is asked in its own step: of the same thing, or of the step as a whole.

    In other sheets than the weighing it may wait for an earlier step too; that is looked at where all steps are known.
    """
    known = {one.id: one for one in step.fields if one.per in (None, field.per) and one.id != field.id}
    before = {one.id for one in step.fields[: step.fields.index(field)]}
    elsewhere = {one.id for one in step.fields}
    for name, given in field.when.items():
        if kind != "weighing" and name not in elsewhere:
            continue
        if name in known and name not in before:
            yield (*location, "when", name), Message("pack.later", {"id": name})
        yield from (((*location, "when", name, *where), message) for where, message in _waits_for(name, given, known))


def _waits_for(name: str, given: Sequence[str], known: Mapping[str, SheetField]) -> Found:
    """Look whether what a field waits for is asked, and can be answered so."""
    if name not in known:
        yield (), dangling(name, known)
        return
    answers = {ANSWERED, SKIPPED, *(one.id for one in known[name].options)}
    for index, answer in enumerate(given):
        if answer not in answers:
            yield (index,), dangling(answer, answers)


def _heads(step: SheetStep, kind: SheetKind) -> Found:
    """Look whether what is asked per thing stands together, and begins with what the thing is called."""
    seen: set[str | None] = set()
    has_table = step.field(TABLE) is not None
    for at, field in enumerate(step.fields):
        if at and field.per == step.fields[at - 1].per:
            continue
        head = HEADS.get(field.per or "")
        if field.per == "cell" and not (has_table and kind == "weighing"):
            yield ("fields", at, "per"), Message("pack.no-table")
        elif head and not has_table and field.per in seen:
            yield ("fields", at, "id"), Message("pack.apart", {"id": field.id, "per": field.per})
        elif head and not has_table and field.id != head and (kind == "weighing" or _names_later(step, field)):
            yield ("fields", at, "id"), Message("pack.head", {"id": head, "per": field.per})
        seen.add(field.per)


def _names_later(step: SheetStep, first: SheetField) -> bool:
    """Tell whether things are named in this step, but not before they are asked about."""
    return any((one.per, one.id) == (first.per, HEADS.get(one.per or "")) for one in step.fields)


def _fixed(field: SheetField, location: Location) -> Found:
    """Look whether what is always there can't be taken for what people name: that has a number."""
    for index, one in enumerate(field.fixed):
        if one.id.rpartition("-")[2].isdecimal():
            yield (*location, "fixed", index, "id"), Message("pack.numbered", {"id": one.id})
