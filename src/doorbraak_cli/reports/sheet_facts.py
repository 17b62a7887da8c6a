"""What a report knows of a sheet. No sentence, no score."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import Literal

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.pack import PackRef  # noqa: TC001 - as above
from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts  # noqa: TC001 - as above

StepState = Literal["told", "skipped", "open", "not-in-depth"]


class ThingFacts(Model):
    """One of several things, such as a family member, an option or an action, with what was answered about it."""

    id: str
    name: TextFacts
    fields: tuple[FieldFacts, ...] = ()

    def field(self, field_id: str) -> FieldFacts | None:
        """Give the answer to a field about this thing, or None where nothing was answered."""
        found = (one for one in self.fields if one.id == f"{self.id}.{field_id}")
        return next((one for one in found if one.said != "skipped"), None)

    def word(self, field_id: str) -> str:
        """Give the id of what was chosen for a field; "" where nothing was."""
        told = self.field(field_id)
        return told.word if told else ""


class SheetStepFacts(Model):
    """One step: told, skipped, not asked yet, or no part of a short walk."""

    id: str
    title: str
    state: StepState
    fields: tuple[FieldFacts, ...] = ()
    things: tuple[ThingFacts, ...] = ()

    def field(self, field_id: str) -> FieldFacts | None:
        """Give the answer to a field of the step itself, or None where it was not asked."""
        return next((one for one in self.fields if one.id == field_id), None)


class SheetFacts(Model):
    """A network, a plan, a justification or a look-back. What was named stands in the step that names it.

    All that was answered about a thing in any step stands with it. `aside` is what was answered and is not asked now.
    """

    id: str
    started: date
    finished: date | None
    pack: PackRef
    steps: tuple[SheetStepFacts, ...] = ()
    aside: tuple[FieldFacts, ...] = ()

    def step(self, step_id: str) -> SheetStepFacts | None:
        """Give a step, or None where the pack no longer has it."""
        return next((one for one in self.steps if one.id == step_id), None)

    def field(self, field_id: str) -> FieldFacts | None:
        """Give the answer to a field of any step that is about no thing, or None where nothing was answered."""
        found = (told for step in self.steps if (told := step.field(field_id)))
        return next((one for one in found if one.said != "skipped"), None)

    def word(self, field_id: str) -> str:
        """Give the id of what was chosen for a field; "" where nothing was."""
        told = self.field(field_id)
        return told.word if told else ""

    def things(self, per: str) -> tuple[ThingFacts, ...]:
        """Give what was named of a kind."""
        return tuple(one for step in self.steps for one in step.things if one.id.rpartition("-")[0] == per)


class SumFacts(Model):
    """Amounts of one kind put together, as people typed them: 1250.50, or "" where there are none.

    `once` are those that are paid once, `yearly` all others over a year. `left` are the things that count in neither.
    """

    once: str = ""
    yearly: str = ""
    left: tuple[str, ...] = ()


class JustificationFacts(SheetFacts):
    """An exception, with what it costs and what going on as now would cost."""

    costs: SumFacts = SumFacts()
    continuing: SumFacts = SumFacts()


class LookBackFacts(SheetFacts):
    """Looking back on an exception; `of` is the id of its justification."""

    of: str
    spent: SumFacts = SumFacts()
