"""Begins networks, plans, justifications and look-backs, and goes on with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from doorbraak_cli.domain.case import Case, Justification, LookBack, Network, Plan, Sitting
from doorbraak_cli.domain.filled import TABLE, head, number_of, numbered, touched
from doorbraak_cli.flows.beginning import Start
from doorbraak_cli.flows.justification import JustificationFlow, LookBackFlow
from doorbraak_cli.flows.network import NetworkFlow
from doorbraak_cli.flows.plan import ActionFlow, PlanFlow, looked_at_again

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

Kind = TypeVar("Kind", bound=Sitting)


@dataclass(frozen=True, slots=True)
class Sheets:
    """Begins sheets on the content of one pack, in one language, on one day."""

    pack: Pack
    say: Wording
    today: date

    def network(self, case: Case | None) -> Start:
        """Give the network of a case, opened again, or a new one."""
        there = case.network if case else None
        opened = there.model_copy(update={"finished": None}) if there else None
        return self._start(case, opened or self._new(Network, case), resumed=opened is not None)

    def plan(self, case: Case | None, *, again: bool = True) -> Start:
        """Give the plan of a case, opened again, or a new one; with `again` to look at how it stands with all of it."""
        there = case.plan if case else None
        opened = looked_at_again(there, self.today) if again and there and there.finished else there
        return self._start(case, opened or self._new(Plan, case), resumed=opened is not None)

    def another_action(self, case: Case) -> Start:
        """Give the plan of a case with an action more to fill in."""
        plan = case.plan or self._new(Plan, case)
        heads = {head(one, "action") for one in touched(plan.by_id(), "action")}
        said = [one for one in plan.answers if one.id not in heads or one.stands]
        action = numbered(
            "action", max(map(number_of, touched({one.id: one for one in said}, "action")), default=0) + 1
        )
        ended = head(action, "action")  # where nobody named another one before
        kept = (one for one in plan.answers if one.id != ended or one.value)
        plan = plan.model_copy(update={"answers": tuple(kept)})
        flow = ActionFlow(self.pack, self.say, plan.id, self.today, action)
        return Start(case.with_sitting(plan), flow, plan, resumed=case.plan is not None)

    def justification(self, case: Case | None, *, new: bool = False) -> Start:
        """Give the exception that was not finished yet, or a new one; always a new one with `new`."""
        unfinished = [one for one in case.justifications if one.finished is None] if case and not new else []
        last = unfinished[-1] if unfinished else None
        return self._start(case, last or self._new(Justification, case), resumed=last is not None)

    def reopened(self, case: Case, justification: Justification) -> Start:
        """Give an exception, to be changed."""
        return self._start(case, justification.model_copy(update={"finished": None}), resumed=True)

    def look_back(self, case: Case, justification: Justification) -> Start:
        """Give the look-back on an exception that was not finished yet, or a new one."""
        unfinished = [one for one in case.look_backs if one.of == justification.id and one.finished is None]
        new = LookBack(
            id=case.next_id(LookBack), started=self.today, language=self.say.lang, pack=self.pack.ref,
            of=justification.id,
        )  # fmt: skip
        return self._start(case, unfinished[-1] if unfinished else new, resumed=bool(unfinished))

    def with_asked_again(self, start: Start, given: Mapping[str, object]) -> Start:
        """Give a start in which the answers are asked again that a file gives; what is null there says nothing."""
        ids = {name for name, value in given.items() if value is not None}
        sitting = start.sitting.marked({*ids, TABLE})  # in which cells are picked that the file fills in
        return Start(start.case.with_sitting(sitting), start.flow, sitting, start.resumed)

    def _new(self, kind: type[Kind], case: Case | None) -> Kind:
        case = case or self._empty()
        return kind(id=case.next_id(kind), started=self.today, language=self.say.lang, pack=self.pack.ref)

    def _empty(self) -> Case:
        return Case(about="case", created=self.today)

    def _start(self, case: Case | None, sitting: Sitting, *, resumed: bool) -> Start:
        case = (case or self._empty()).with_sitting(sitting)
        about = (self.pack, self.say, sitting.id, self.today)
        match sitting:
            case Network():
                return Start(case, NetworkFlow(*about), sitting, resumed)
            case Plan():
                return Start(case, PlanFlow(*about), sitting, resumed)
            case LookBack():
                expected = case.justification(sitting.of)
                if expected is None:
                    raise LookupError(sitting.of)
                return Start(case, LookBackFlow(*about, expected), sitting, resumed)
        return Start(case, JustificationFlow(*about), sitting, resumed)
