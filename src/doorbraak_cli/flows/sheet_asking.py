"""What each step of a sheet asks, as far as the answers so far call for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, Generic

from doorbraak_cli.domain.sheet import HEADS
from doorbraak_cli.flows.sheet_fields import StepFields, There

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.sheet import Per, SheetField
    from doorbraak_cli.flows.prompter import Question

_MARK = 18


@dataclass(frozen=True)
class SheetAsking(Generic[There]):
    """Turns the fields of one step into questions; what a kind of sheet asks in a way of its own is in its subclass."""

    fields: StepFields[There]

    def questions(self) -> Iterator[Question]:
        """Give the questions of the step, the first with its introduction."""
        intro = self.fields.step.text.pick(self.fields.say.lang)
        for number, question in enumerate(self.asked()):
            lead = "\n".join(one for one in (intro, question.lead) if one)
            yield replace(question, lead=lead) if number == 0 else question

    def asked(self) -> Iterator[Question]:
        """Give the questions, those about one kind of thing together."""
        for per, fields in groupby(self.fields.step.fields, key=lambda one: one.per):
            if per is None:
                yield from (self._plain(one) for one in fields if self.there.holds(one))
            else:
                yield from self._about_things(tuple(fields), per)

    @property
    def there(self) -> There:
        """Give what stands in the sheet so far."""
        return self.fields.there

    def own(self, field: SheetField) -> dict[str, Any]:  # noqa: ARG002 - for what has something of its own
        """Give what a question about no thing has of its own, beside what all have; nothing for most."""
        return {}

    def head(self, field: SheetField, thing: str, place: str) -> Question:
        """Ask what a thing is called."""
        adds = thing not in self.there.called(field.per) if field.per else False
        return replace(self.fields.question(field, f"{thing}.{field.id}", place=place), adds=adds)

    def preset(self, field: SheetField, prefix: str) -> Value | None:  # noqa: ARG002 - as above
        """Give what is filled in to start from."""
        return None

    def lead(self, field: SheetField, thing: str) -> str:  # noqa: ARG002 - as above
        """Give what stands above a question about a thing."""
        return ""

    def _plain(self, field: SheetField) -> Question:
        return replace(self.fields.question(field, field.id), **self.own(field))

    def _about_things(self, fields: tuple[SheetField, ...], per: Per) -> Iterator[Question]:
        if fields[0].id == HEADS[per]:
            yield from self._listed(fields, per)
        else:
            for thing, name in self.there.called(per).items():
                place = self.fields.place(thing)
                yield from self._one(thing, place if name == thing else name, place, fields)

    def _listed(self, fields: tuple[SheetField, ...], per: Per) -> Iterator[Question]:
        """Ask about what is always there, and then one thing after the other until nobody names any more."""
        first, *others = fields
        if not self.there.holds(first):
            return
        for fixed in first.fixed:
            name = fixed.text.pick(self.fields.say.lang)
            yield from self._one(fixed.id, name, name, [one for one in others if fixed.id not in one.not_for])
        for thing, name in self.there.things(per):
            place = self.fields.place(thing)
            yield self.head(first, thing, place)
            if name or self.there.every:
                yield from self._one(thing, name or place, place, others)

    def _one(self, thing: str, name: str, place: str, fields: Sequence[SheetField]) -> Iterator[Question]:
        prefix = f"{thing}."
        for field in fields:
            if self.there.holds(field, prefix):
                yield self.fields.question(
                    field, f"{prefix}{field.id}", prefix, name=name, place=place, mark=mark(name),
                    preset=self.preset(field, prefix), lead=self.lead(field, thing),
                )  # fmt: skip


def mark(name: str) -> str:
    """Give a name as it stands before a question in a list."""
    return f"{name[:_MARK].rstrip()}…:" if len(name) > _MARK else f"{name}:"
