"""The broad weighing: step by step, back to any cell, looked over, finished (chapter 3 of the guide)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.domain import weighed
from doorbraak_cli.domain.setup import INTAKE
from doorbraak_cli.domain.weighed import CHOICE, DEPTH, FULL, SHORT, THOUGHT, WITH, Weighed
from doorbraak_cli.flows.flow import dependents, is_change, kept
from doorbraak_cli.flows.intake import situation, title
from doorbraak_cli.flows.prompter import Form, Option, Question
from doorbraak_cli.flows.review import review
from doorbraak_cli.flows.weighing_steps import questions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from doorbraak_cli.domain.case import Answer, Case, Weighing
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.weighing import WeighingStep
    from doorbraak_cli.domain.wording import Wording

SINCE = "since"
"""The step that looks back on an earlier choice; without one it is not there."""


@dataclass(frozen=True, slots=True)
class WeighingFlow:
    """One weighing of a case, by its id, on the content of one pack, in one language. `today` closes it."""

    pack: Pack
    say: Wording
    weighing_id: str
    today: date

    def path(self, case: Case) -> tuple[Question, ...]:
        """Give the questions: the set-up first, then step by step; a sealed first thought is not among them."""
        return tuple(self._path(case))

    def answers(self, case: Case) -> Mapping[str, Answer]:
        """Give the answers of this weighing, with those about the case itself."""
        return {**case.intake.by_id(), **self._weighing(case).by_id()}

    def apply(self, case: Case, answer: Answer) -> Case:
        """Give the case with this answer, and what depends on it marked where its value changed."""
        before = self.answers(case).get(answer.id)
        marked = dependents(self.path(case), answer.id) if is_change(answer, before) else frozenset()
        answer = kept(answer, before)
        if answer.id in INTAKE:
            intake = case.intake.with_answer(answer)
            ordered = tuple(sorted(intake.answers, key=lambda one: INTAKE.index(one.id)))
            return case.model_copy(update={"intake": intake.model_copy(update={"answers": ordered})})
        weighing = self._weighing(case).with_answer(answer, dependents=marked | self._unchosen(case, answer))
        return case.with_weighing(weighing if before else self._in_order(weighing))

    def review(self, case: Case) -> Question:
        """Give the list of all answers, each to be chosen and changed, and the choice to finish; the cells as one."""
        answers = self.answers(case)
        path = (one for one in self.path(case) if not one.hub and one.id in answers)
        return review(self.say, [(question, answers[question.id]) for question in path])

    def finish(self, case: Case) -> Case:
        """Give the case with this weighing closed today."""
        return case.with_weighing(self._weighing(case).closed(self.today))

    def catalogue(self, case: Case) -> Mapping[str, Question]:
        """Give every question this flow could ever ask, by id; an answers file is checked against it."""
        every = self._weighed(self._weighing(case), weighed.AT_MOST)
        steps = [one for step in self.pack.weighing for one in questions(every, self.say, step)]
        asked = (*self._intake(), *self._setup(), *steps)
        return {question.id: question for question in asked if question.grid is None}

    def outline(self, case: Case) -> list[Question]:
        """Give all that could be asked in the walk so far, about a few things of each kind."""
        two = self._weighed(self._weighing(case), every=2)
        steps = [one for step, heading in self._walk(case) for one in questions(two, self.say, step, heading)]
        return [*self._before_steps(case), *(one for one in steps if one.grid is None)]

    def _weighing(self, case: Case) -> Weighing:
        found = case.weighing(self.weighing_id)
        if found is None:
            raise LookupError(self.weighing_id)
        return found

    def _weighed(self, weighing: Weighing, every: int = 0) -> Weighed:
        return Weighed(self.pack, self.say.lang, weighing.by_id(), every)

    def _path(self, case: Case) -> Iterator[Question]:
        yield from self._before_steps(case)
        there = self._weighed(self._weighing(case))
        for step, heading in self._walk(case):
            yield from (one for one in questions(there, self.say, step, heading) if not self._is_sealed(case, one))

    def _before_steps(self, case: Case) -> Iterator[Question]:
        """Give what is asked before the first step; about the case only where that was not known before."""
        if case.begun_with(self._weighing(case)) or not case.title:
            yield from self._intake()
        yield from self._setup()

    def _intake(self) -> Iterator[Question]:
        return iter((title(self.say, "micro"), situation(self.say, "micro")))

    def _setup(self) -> Iterator[Question]:
        options = tuple(self._depth(depth) for depth in (SHORT, FULL))
        say = self.say
        yield Question(WITH, Form.LINE, say("weighing.with"), hint=say("weighing.with.hint"))
        yield Question(
            DEPTH, Form.CHOICE, say("weighing.depth"), hint=say("weighing.depth.hint"), options=options,
            required=True, needed=True,
        )  # fmt: skip

    def _depth(self, depth: str) -> Option:
        steps = [one for one in self.pack.weighing if one.id != SINCE and (one.short or depth == FULL)]
        minutes = _rounded(sum(one.minutes for one in steps))
        return Option(depth, self.say(f"weighing.depth.{depth}", steps=len(steps), minutes=minutes))

    def _walk(self, case: Case) -> list[tuple[WeighingStep, str]]:
        """Give the steps of this weighing, each with its heading; none before it is known how deep it goes."""
        depth = self._weighing(case).text(DEPTH)
        steps = [step for step in self.pack.weighing if self._takes(step, depth, case)]
        return [
            (step, self.say("weighing.heading", number=number, total=len(steps), step=step.title.pick(self.say.lang)))
            for number, step in enumerate(steps, start=1)
        ]

    def _takes(self, step: WeighingStep, depth: str, case: Case) -> bool:
        if step.id == SINCE:
            earlier = case.weighing(self._weighing(case).supersedes)
            return bool(depth) and earlier is not None and bool(earlier.text(CHOICE))
        return depth == FULL or (depth == SHORT and step.short)

    def _is_sealed(self, case: Case, question: Question) -> bool:
        """Tell whether this is a first thought that was put away, or can no longer be the first."""
        if question.id != THOUGHT:
            return False
        answers = self._weighing(case).by_id()
        thought = answers.get(THOUGHT)
        return bool(weighed.text_of(answers, CHOICE)) or (thought is not None and thought.status == "answered")

    def _unchosen(self, case: Case, answer: Answer) -> frozenset[str]:
        """Give the choice, to be looked at again, where the option that was chosen is taken away."""
        chosen = self._weighing(case).text(CHOICE)
        gone = answer.status == "skipped" and answer.id == weighed.head(chosen, "option")
        return frozenset({CHOICE} if gone else ())

    def _in_order(self, weighing: Weighing) -> Weighing:
        """Give the weighing with its answers in the order of the steps, whatever the order they were given in."""
        every = self._weighed(weighing, every=1)
        ids = [WITH, DEPTH, *(one.id for step in self.pack.weighing for one in questions(every, self.say, step))]
        place = {one: at for at, one in enumerate(ids)}
        answers = sorted(weighing.answers, key=lambda one: place.get(one.id, len(place)))
        return weighing.model_copy(update={"answers": tuple(answers)})


def _rounded(minutes: int) -> int:
    """Give minutes as people estimate them: in fives, never less."""
    return -(-minutes // 5) * 5
