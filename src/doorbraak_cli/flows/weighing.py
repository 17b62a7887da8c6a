"""The broad weighing: step by step, back to any cell, looked over, finished (chapter 3 of the guide)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from doorbraak_cli.domain.case import Sitting, Weighing
from doorbraak_cli.domain.filled import WITH, head, text_of
from doorbraak_cli.domain.weighed import CHOICE, DEPTH, FULL, SHORT, THOUGHT, Weighed
from doorbraak_cli.flows.prompter import Form, Option, Question
from doorbraak_cli.flows.sheet import SheetFlow
from doorbraak_cli.flows.weighing_steps import questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.case import Answer, Case
    from doorbraak_cli.domain.filled import Filled
    from doorbraak_cli.domain.sheet import SheetKind, SheetStep
    from doorbraak_cli.flows.sheet_fields import StepFields

SINCE = "since"
"""The step that looks back on an earlier choice; without one it is not there."""


@dataclass(frozen=True, slots=True)
class WeighingFlow(SheetFlow):
    """One weighing of a case; a sealed first thought is not among its questions."""

    kind: ClassVar[SheetKind] = "weighing"
    sitting_kind: ClassVar[type[Sitting]] = Weighing

    def filled(self, sitting: Sitting, every: int = 0) -> Weighed:
        """Give the answers beside the steps."""
        return Weighed(self.pack, self.say.lang, sitting.by_id(), every)

    def walk(self, case: Case) -> list[tuple[SheetStep, str]]:
        """Give the steps of this weighing, each with its heading; none before it is known how deep it goes."""
        depth = self.sitting(case).text(DEPTH)
        return self.headed(tuple(step for step in self.pack.weighing if self._takes(step, depth, case)))

    def asking(self, fields: StepFields[Filled]) -> Iterator[Question]:
        """Give the questions of one step."""
        return questions(cast("StepFields[Weighed]", fields))

    def setup(self) -> Iterator[Question]:
        """Give who weigh together, and how deep they go."""
        options = tuple(self._depth(depth) for depth in (SHORT, FULL))
        say = self.say
        yield Question(WITH, Form.LINE, say("weighing.with"), hint=say("weighing.with.hint"))
        yield Question(
            DEPTH, Form.CHOICE, say("weighing.depth"), hint=say("weighing.depth.hint"), options=options,
            required=True, needed=True,
        )  # fmt: skip

    def also_marked(self, case: Case, answer: Answer) -> frozenset[str]:
        """Give the choice, to be looked at again, where the option that was chosen is taken away."""
        chosen = self.sitting(case).text(CHOICE)
        gone = answer.status == "skipped" and answer.id == head(chosen, "option")
        return frozenset({CHOICE} if gone else ())

    def is_left_out(self, case: Case, question: Question) -> bool:
        """Tell whether this is a first thought that was put away, or can no longer be the first."""
        if question.id != THOUGHT:
            return False
        answers = self.sitting(case).by_id()
        thought = answers.get(THOUGHT)
        return bool(text_of(answers, CHOICE)) or (thought is not None and thought.status == "answered")

    def _depth(self, depth: str) -> Option:
        steps = [one for one in self.pack.weighing if one.id != SINCE and (one.short or depth == FULL)]
        minutes = _rounded(sum(one.minutes for one in steps))
        return Option(depth, self.say(f"weighing.depth.{depth}", steps=len(steps), minutes=minutes))

    def _takes(self, step: SheetStep, depth: str, case: Case) -> bool:
        if step.id == SINCE:
            weighing = case.weighing(self.sitting_id)
            earlier = case.weighing(weighing.supersedes) if weighing else None
            return bool(depth) and earlier is not None and bool(earlier.text(CHOICE))
        return depth == FULL or (depth == SHORT and step.short)


def _rounded(minutes: int) -> int:
    """Give minutes as people estimate them: in fives, never less."""
    return -(-minutes // 5) * 5
