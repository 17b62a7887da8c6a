"""Weighings to walk through, and a person who knows what to say to each question."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from doorbraak_cli.domain.case import Answer, Case, Weighing
from doorbraak_cli.flows.readings import YES
from doorbraak_cli.flows.session import FINISH, REVIEW
from doorbraak_cli.flows.weighing import WeighingFlow

from .conftest import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.flow import Flow
    from doorbraak_cli.flows.prompter import Question

Given = dict[str, "Value | None"]

SHORT: Given = {"title": "Duin", "situation": None, "with": None, "depth": "short"}
FULL: Given = {**SHORT, "depth": "full"}
TWO_MEMBERS: Given = {"member-1.role": "moeder", "member-2.role": "oudste kind", "member-3.role": None}
TWO_OPTIONS: Given = {"option-1.what": "Hotel", "option-2.what": "Naar oma", "option-3.what": None}
CELL = "option-1.safety.short"


@dataclass(frozen=True)
class LimitedFlow(WeighingFlow):
    """A weighing that ends where answers would be kept without end, so that a test need not wait for it."""

    kept: Iterator[int] = field(default_factory=count, compare=False)

    def apply(self, case: Case, answer: Answer) -> Case:
        assert next(self.kept) < 2_000, "keeps answers without end"
        return super().apply(case, answer)


def begun(pack: Pack, say: Wording, *before: Weighing) -> tuple[WeighingFlow, Case]:
    """Give the flow of a new weighing, and a case that holds it, after those there were before."""
    number = len(before) + 1
    new = Weighing(
        id=f"weighing-{number}", started=DAY, language=say.lang, pack=pack.ref,
        supersedes=before[-1].id if before else None,
    )  # fmt: skip
    return LimitedFlow(pack, say, new.id, DAY), Case(about="case", created=DAY, weighings=(*before, new))


def answered(flow: Flow, case: Case, *given: Mapping[str, Value | None]) -> Case:
    """Give the case with these answers, in this order; None is skipped."""
    for some in given:
        for name, value in some.items():
            answer = Answer(id=name, asked="?", status="skipped" if value is None else "answered", value=value)
            case = flow.apply(case, answer)
    return case


def drafted(flow: Flow, case: Case, name: str, value: Value) -> Case:
    """Give the case with something typed and not confirmed."""
    return flow.apply(case, Answer(id=name, asked="?", status="draft", value=value))


def ids(flow: Flow, case: Case, step: str = "") -> list[str]:
    """Give the ids of the questions, of one step where it is named."""
    return [one.id for one in flow.path(case) if not step or one.step == step]


def about(flow: Flow, case: Case, thing: str) -> list[str]:
    """Give what is asked about one member, option or cell, without the id of that."""
    return [one.removeprefix(f"{thing}.") for one in ids(flow, case) if one.startswith(f"{thing}.")]


def the(flow: Flow, case: Case, name: str) -> Question:
    """Give a question of the path."""
    return next(one for one in flow.path(case) if one.id == name)


def values(flow: Flow, case: Case) -> Given:
    """Give what stands, by id."""
    return {name: one.value for name, one in flow.answers(case).items()}


def marked(flow: Flow, case: Case) -> set[str]:
    """Give what is to be looked at again."""
    return {name for name, one in flow.answers(case).items() if one.check}


@dataclass
class Person:
    """Does what stands in `does` the next times a question comes, and else gives what is known, or skips it.

    What is done is an answer, or an interruption that is raised. A grid and the review are finished when there is
    nothing more to do in them; what is read back was meant.
    """

    given: Mapping[str, Value | None] = field(default_factory=dict)
    does: Mapping[str, list[object]] = field(default_factory=dict)
    seen: list[tuple[str, Value | None]] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def ask(self, question: Question, draft: Value | None = None) -> Value | None:
        if question.id.endswith(".sure") and question.id not in {*self.does, *self.given}:
            return YES
        self.seen.append((question.id, draft))
        self.questions.append(question)
        assert len(self.seen) < 1000, "asks without end"
        turns = self.does.get(question.id)
        if turns:
            reply = turns.pop(0)
            if isinstance(reply, Exception):
                raise reply
            return reply  # type: ignore[return-value]  # the test says what is done
        return FINISH if question.grid or question.id == REVIEW else self.given.get(question.id)

    @property
    def asked(self) -> list[str]:
        """What was asked, in order."""
        return [name for name, _ in self.seen]

    def after(self, name: str) -> list[str]:
        """Give what was asked after a question came for the first time."""
        return self.asked[self.asked.index(name) + 1 :]
