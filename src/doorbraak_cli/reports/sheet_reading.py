"""Reads a sheet: its answers put beside the steps they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from doorbraak_cli.domain import money
from doorbraak_cli.domain.filled import TABLE, Filled, head
from doorbraak_cli.domain.sheet import HEADS
from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts, chosen_facts, text_named
from doorbraak_cli.reports.sheet_facts import (
    JustificationFacts,
    LookBackFacts,
    SheetFacts,
    SheetStepFacts,
    StepState,
    SumFacts,
    ThingFacts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from doorbraak_cli.domain.case import Answer, Justification, LookBack, Sitting, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import Per, SheetField, SheetKind, SheetStep

There = TypeVar("There", bound=Filled)
ONCE = "once"
HIDDEN = (TABLE, "list")
"""Fields that hold nothing a reader needs: the grid, and a list that became the things it names."""


def sheet_facts(sitting: Sitting | None, kind: SheetKind, pack: Pack, lang: str) -> SheetFacts | None:
    """Give the facts of a network or a plan, with the words of the pack in one language; None where there is none."""
    return SheetFacts(**_facts(sitting, kind, pack, lang)) if sitting else None


def justification_facts(justification: Justification, pack: Pack, lang: str) -> JustificationFacts:
    """Give the facts of an exception."""
    facts = JustificationFacts(**_facts(justification, "justification", pack, lang))
    sums = {"costs": _sum(facts.things("cost")), "continuing": _sum(facts.things("continuing"))}
    return facts.model_copy(update=sums)


def look_back_facts(look_back: LookBack, pack: Pack, lang: str) -> LookBackFacts:
    """Give the facts of looking back on an exception."""
    facts = LookBackFacts(of=look_back.of, **_facts(look_back, "look_back", pack, lang))
    return facts.model_copy(update={"spent": _sum(facts.things("spent"))})


def _facts(sitting: Sitting, kind: SheetKind, pack: Pack, lang: str) -> dict[str, Any]:
    answers = sitting.by_id()
    reading = SheetReading(Filled(pack, lang, answers, 0, kind))
    steps = tuple(reading.steps(finished=sitting.finished is not None))
    hidden = (one for one in HIDDEN if not (one in answers and answers[one].status == "draft"))
    known = {*hidden, *_ids(steps)}
    aside = [told for one in sitting.answers if one.id not in known if (told := reading.aside(one)).said != "skipped"]
    about = {"id": sitting.id, "started": sitting.started, "finished": sitting.finished, "pack": sitting.pack}
    return {**about, "steps": steps, "aside": tuple(aside)}


def _ids(steps: Sequence[SheetStepFacts]) -> Iterator[str]:
    for step in steps:
        yield from (one.id for one in step.fields)
        for thing in step.things:
            yield from (one.id for one in thing.fields)
            yield from (f"{thing.id}.{name}" for name in {*HEADS.values()})


def _sum(things: Sequence[ThingFacts]) -> SumFacts:
    """Put amounts together: those paid once, and all others over a year."""
    once, yearly, left = list[Decimal](), list[Decimal](), list[str]()
    for thing in things:
        told, each = thing.field("amount"), thing.word("each")
        amount = money.amount_of(told.text) if told and not told.draft else None
        if amount is None or each not in (ONCE, *money.PER_YEAR):
            left.append(thing.id)
        elif each == ONCE:
            once.append(amount)
        else:
            yearly.append(money.per_year(amount, each))
    return SumFacts(once=_total(once), yearly=_total(yearly), left=tuple(left))


def _total(amounts: Sequence[Decimal]) -> str:
    return money.canonical(sum(amounts, Decimal(0))) if amounts else ""


@dataclass(frozen=True, slots=True)
class SheetReading(Generic[There]):
    """The answers of a sheet, as facts."""

    there: There

    def steps(self, *, finished: bool) -> Iterator[SheetStepFacts]:
        """Give step by step what was answered; what is about a thing stands where that was named."""
        for step in self.there.steps:
            told = self.there.is_told(step)
            yield SheetStepFacts(
                id=step.id,
                title=step.title.pick(self.there.lang),
                state="told" if told else self._state(step, finished=finished),
                fields=tuple(self._fields(step)),
                things=tuple(self.things(step)),
            )

    def _state(self, step: SheetStep, *, finished: bool) -> StepState:
        if finished and not self._asks(step):
            return "not-in-depth"
        return "skipped" if finished or any(True for _ in self.there.in_step(step)) else "open"

    def _asks(self, step: SheetStep) -> bool:
        """Tell whether anything is asked in a step, as the answers are now."""
        return any(
            self.there.holds(field, prefix)
            for field in step.fields
            for prefix in ([f"{thing}." for thing, _ in self.there.things(field.per)] if field.per else [""])
        )

    def _fields(self, step: SheetStep) -> Iterator[FieldFacts]:
        for field in step.fields:
            if not field.per and field.id not in HIDDEN and field.id in self.there.answers and self.there.holds(field):
                yield self.told(field, field.id)

    def things(self, step: SheetStep) -> Iterator[ThingFacts]:
        """Give what was named in a step, with what was answered about it there and in later steps."""
        for per, fields in groupby(step.fields, key=lambda one: one.per):
            first, *others = fields
            if per is None or first.id != HEADS[per] or not self.there.holds(first):
                continue
            later = [one for each in self.there.steps if each.id != step.id for one in each.fields if one.per == per]
            yield from self.listed(first, [*others, *later], per)

    def listed(self, first: SheetField, others: Sequence[SheetField], per: Per) -> Iterator[ThingFacts]:
        """Give what is always there, and what was named."""
        for fixed in first.fixed:
            asked = [one for one in others if fixed.id not in one.not_for]
            name = TextFacts(text=fixed.text.pick(self.there.lang))
            yield ThingFacts(id=fixed.id, name=name, fields=tuple(self._about(fixed.id, asked)))
        for thing, _ in self.there.things(per):
            name = text_named(self.there.answers, head(thing, per))
            if name.text:
                yield ThingFacts(id=thing, name=name, fields=tuple(self._about(thing, others)))

    def told(self, field: SheetField, answer_id: str) -> FieldFacts:
        """Give the answer to a field, in the words it was chosen in."""
        return self._told(self.there.answers[answer_id], field)

    def aside(self, answer: Answer) -> FieldFacts:
        """Give an answer that is not asked now, in the words of the choice it was given to."""
        asked = self.there.asked_as(answer.id)
        field = next((one for one in self.there.fields if (one.per, one.id) == asked), None)
        return self._told(answer, field) if field else without_gone(answer, {})

    def _told(self, answer: Answer, field: SheetField) -> FieldFacts:
        kind = field.kind if field.kind in ("day", "money") else ""
        name = field.label.pick(self.there.lang) if field.label else ""
        choices = self.there.choices(field)
        told = without_gone(answer, choices)
        if field.of in HEADS and field.kind == "choice" and told.word not in choices:  # as in without_gone
            told = FieldFacts(id=answer.id, asked=answer.asked, said="skipped")
        return told.model_copy(update={"kind": kind, "name": name}) if kind or name else told

    def _about(self, thing: str, fields: Sequence[SheetField]) -> Iterator[FieldFacts]:
        prefix = f"{thing}."
        for field in fields:
            if f"{prefix}{field.id}" in self.there.answers and self.there.holds(field, prefix):
                yield self.told(field, f"{prefix}{field.id}")


def without_gone(answer: Answer, labels: Mapping[str, str]) -> FieldFacts:
    """Give an answer without what was ticked and is gone: who was taken away is nobody's any more."""

    def there(value: Value | None) -> Value | None:
        return tuple(one for one in value if one in labels) or None if isinstance(value, tuple) else value

    value = there(answer.value)
    status = "skipped" if value is None else answer.status
    kept = answer.model_copy(update={"value": value, "confirmed": there(answer.confirmed), "status": status})
    return chosen_facts(kept, labels)
