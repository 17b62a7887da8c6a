"""A sheet about a case: step by step, back to any answer, looked over, finished."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from doorbraak_cli.domain.filled import Filled
from doorbraak_cli.domain.setup import INTAKE
from doorbraak_cli.flows.flow import dependents, is_change, kept
from doorbraak_cli.flows.intake import situation, title
from doorbraak_cli.flows.prompter import Option
from doorbraak_cli.flows.review import review
from doorbraak_cli.flows.sheet_asking import SheetAsking
from doorbraak_cli.flows.sheet_fields import StepFields

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from doorbraak_cli.domain.case import Answer, Case, Sitting
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind, SheetStep
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question

ALL = 1000
"""More than can be named of anything."""


class Unseen(NamedTuple):
    """Something that was not looked at yet: its code, the step where it can be, what it is, what things it is about."""

    code: str
    step: str
    text: str
    about: tuple[str, ...] = ()


def _nothing(_case: Case) -> Iterable[Unseen]:
    return ()


@dataclass(frozen=True, slots=True)
class SheetFlow:
    """One sheet of a case, by its id, on the content of one pack, in one language. `today` closes it.

    What a kind of sheet does in a way of its own is in its subclass.
    """

    pack: Pack
    say: Wording
    sitting_id: str
    today: date
    unseen: Callable[[Case], Iterable[Unseen]] = field(default=_nothing, kw_only=True)

    kind: ClassVar[SheetKind]
    sitting_kind: ClassVar[type[Sitting]]

    def path(self, case: Case) -> tuple[Question, ...]:
        """Give the questions: about the case itself where that was not known before, then step by step."""
        return tuple(self._path(case))

    def answers(self, case: Case) -> Mapping[str, Answer]:
        """Give the answers of this sheet, with those about the case itself."""
        return {**case.intake.by_id(), **self.sitting(case).by_id()}

    def apply(self, case: Case, answer: Answer) -> Case:
        """Give the case with this answer, and what depends on it marked where its value changed."""
        before = self.answers(case).get(answer.id)
        marked = dependents(self.path(case), answer.id) if is_change(answer, before) else frozenset()
        answer = kept(answer, before)
        if answer.id in INTAKE:
            intake = case.intake.with_answer(answer)
            ordered = tuple(sorted(intake.answers, key=lambda one: INTAKE.index(one.id)))
            return case.model_copy(update={"intake": intake.model_copy(update={"answers": ordered})})
        sitting = self.sitting(case).with_answer(answer, dependents=marked | self.also_marked(case, answer))
        return case.with_sitting(sitting if before else self.in_order(sitting))

    def review(self, case: Case) -> Question:
        """Give the list of all answers, each to be chosen and changed, and the choice to finish; a table as one."""
        answers = self.answers(case)
        path = (one for one in self.path(case) if not one.hub and (one.id in answers or one.grid))
        return review(self.say, [(question, answers.get(question.id)) for question in path], self._unseen(case))

    def finish(self, case: Case) -> Case:
        """Give the case with this sheet closed today."""
        return case.with_sitting(self.sitting(case).closed(self.today))

    def catalogue(self, case: Case) -> Mapping[str, Question]:
        """Give every question this flow could ever ask, by id; an answers file is checked against it."""
        asked = (*self.intake(), *self.setup(), *self._every(self.sitting(case), ALL))
        return {question.id: question for question in asked if question.grid is None}

    def outline(self, case: Case) -> list[Question]:
        """Give all that could be asked in the walk so far, about a few things of each kind."""
        two = self.filled(self.sitting(case), every=2)
        steps = [one for step, heading in self.walk(case) for one in self._asked(two, step, heading)]
        return [*self._before_steps(case), *(one for one in steps if one.grid is None)]

    def sitting(self, case: Case) -> Sitting:
        """Give the sheet in the case. Raises LookupError where it is not there."""
        found = case.sitting(self.sitting_kind, self.sitting_id)
        if found is None:
            raise LookupError(self.sitting_id)
        return found

    def filled(self, sitting: Sitting, every: int = 0) -> Filled:
        """Give the answers beside the steps."""
        return Filled(self.pack, self.say.lang, sitting.by_id(), every, self.kind)

    def walk(self, case: Case) -> list[tuple[SheetStep, str]]:  # noqa: ARG002 - some walk otherwise in another case
        """Give the steps of this sheet, each with its heading."""
        return self.headed(self.pack.sheet(self.kind))

    def asking(self, fields: StepFields[Filled]) -> Iterator[Question]:
        """Give the questions of one step."""
        return SheetAsking(fields).questions()

    def setup(self) -> Iterator[Question]:
        """Give what is asked before the first step, beside what is about the case itself."""
        return iter(())

    def also_marked(self, case: Case, answer: Answer) -> frozenset[str]:  # noqa: ARG002 - as above
        """Give the ids of answers to be looked at again beside those that lean on this one."""
        return frozenset()

    def is_left_out(self, case: Case, question: Question) -> bool:  # noqa: ARG002 - as above
        """Tell whether a question is not asked in this case, though what it waits for is there."""
        return False

    def headed(self, steps: tuple[SheetStep, ...]) -> list[tuple[SheetStep, str]]:
        """Give steps, each with its heading: which of how many it is, and its title."""
        return [
            (step, self.say("sheet.heading", number=number, total=len(steps), step=step.title.pick(self.say.lang)))
            for number, step in enumerate(steps, start=1)
        ]

    def intake(self) -> Iterator[Question]:
        """Give what is asked about the case itself."""
        return iter((title(self.say, "micro"), situation(self.say, "micro")))

    def in_order(self, sitting: Sitting) -> Sitting:
        """Give the sheet with its answers in the order of the steps, whatever the order they were given in."""
        first = [question.id for question in self.setup()]
        place = {one: at for at, one in enumerate([*first, *(one.id for one in self._every(sitting, 1))])}
        answers = sorted(sitting.answers, key=lambda one: place.get(one.id, len(place)))
        return sitting.model_copy(update={"answers": tuple(answers)})

    def where(self, case: Case, step: str) -> str | None:
        """Give the id of the question to go to in a step: the first about what was not looked at yet, else the first.

        None where the step is not in this walk.
        """
        about = tuple(name for one in self.unseen(case) if one.step == step for name in one.about)
        return self._where(case, step, about)

    def _where(self, case: Case, step: str, about: tuple[str, ...]) -> str | None:
        """Give where a step begins, or what is asked there about some things by name; of a table the table itself."""
        there = [one for one in self.path(case) if one.step == step and not one.hub]
        table = [one for one in there if one.grid]
        called = self.filled(self.sitting(case)).named
        things = [one for one in there if called.get(one.id.partition(".")[0]) in about]
        return next((one.id for one in (*table, *things, *there)), None)

    def _unseen(self, case: Case) -> Iterator[Option]:
        """Give what was not looked at yet in this walk, each leading to where it can be."""
        for one in self.unseen(case):
            leads = self._where(case, one.step, one.about)
            if leads:
                yield Option(f"unseen-{one.code}", self.say("review.unseen", text=one.text), leads=leads)

    def _path(self, case: Case) -> Iterator[Question]:
        yield from self._before_steps(case)
        there = self.filled(self.sitting(case))
        for step, heading in self.walk(case):
            yield from (one for one in self._asked(there, step, heading) if not self.is_left_out(case, one))

    def _before_steps(self, case: Case) -> Iterator[Question]:
        if case.begun_with(self.sitting(case)) or not case.title:
            yield from self.intake()
        yield from self.setup()

    def _every(self, sitting: Sitting, every: int) -> Iterator[Question]:
        """Give every question of every step, about so many things of each kind at least."""
        there = self.filled(sitting, every)
        return (one for step in self.pack.sheet(self.kind) for one in self._asked(there, step))

    def _asked(self, there: Filled, step: SheetStep, heading: str = "") -> Iterator[Question]:
        return self.asking(StepFields(there, self.say, step, self.today, heading))
