"""One family, one plan: goals, actions, handovers, contact, evaluation, and what is stuck (chapters 5 and 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from doorbraak_cli.domain.case import Plan, Sitting
from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.filled import Filled, most, name_of, number_of, text_of
from doorbraak_cli.domain.planned import OPEN, OVER, STATUS, still_to_do
from doorbraak_cli.flows.sheet import SheetFlow
from doorbraak_cli.flows.sheet_asking import SheetAsking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.sheet import Per, SheetField, SheetKind
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.flows.sheet_fields import StepFields

NEXT = "evaluation-next"


@dataclass(frozen=True, slots=True)
class PlanFlow(SheetFlow):
    """The plan of a case."""

    kind: ClassVar[SheetKind] = "plan"
    sitting_kind: ClassVar[type[Sitting]] = Plan

    def asking(self, fields: StepFields[Filled]) -> Iterator[Question]:
        """Give the questions of one step."""
        return _Asking(fields).questions()


class _Asking(SheetAsking[Filled]):
    def preset(self, field: SheetField, prefix: str) -> str | None:  # noqa: ARG002 - the same for all
        """Give how it stands with what is new."""
        return OPEN if field.id == STATUS and not self.there.every else None


def looked_at_again(plan: Plan, today: date) -> Plan:
    """Give the plan opened again: how it stands with what is not over, and the next evaluation once that is past."""
    answers = plan.by_id()
    there = {f"{one}.{STATUS}" for per in OVER for one in still_to_do(answers, per)}
    evaluation = day_of(text_of(answers, NEXT))
    past = {NEXT} if evaluation and evaluation <= today else set()
    return plan.marked(there | past).model_copy(update={"finished": None})


@dataclass(frozen=True)
class _OneAction(Filled):
    only: str = ""

    def things(self, per: Per) -> Iterator[tuple[str, str]]:
        """Give what was named, and of the actions the only one."""
        if per != "action" or self.every:
            yield from super().things(per)
        elif number_of(self.only) <= most(per):
            yield self.only, name_of(self.answers, self.only, per)


@dataclass(frozen=True, slots=True)
class ActionFlow(PlanFlow):
    """One action of a plan by itself, by its id; what else there is in the plan is not asked."""

    action: str

    def filled(self, sitting: Sitting, every: int = 0) -> Filled:
        """Give the answers beside the steps, with this action as the only one there is room for."""
        return _OneAction(self.pack, self.say.lang, sitting.by_id(), every, self.kind, self.action)

    def path(self, case: Case) -> tuple[Question, ...]:
        """Give the questions about this action."""
        return tuple(one for one in PlanFlow.path(self, case) if one.id.startswith(f"{self.action}."))

    def finish(self, case: Case) -> Case:
        """Give the case as it is: one action more does not close a plan."""
        return case
