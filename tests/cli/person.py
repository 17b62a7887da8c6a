"""A person who answers question after question, and remembers what should be kept of that."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path  # noqa: TC003 - dataclasses reads the annotation
from typing import TYPE_CHECKING

from doorbraak_cli.cli.wiring import guard
from doorbraak_cli.domain.case import Answer, Case, Reflection
from doorbraak_cli.files import cases, wordings
from doorbraak_cli.flows.beginning import Cards
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.reflection import ReflectionFlow

from ..following import next_question
from .terminal import DONE, DOWN, ENTER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.aid import Aid
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.flows.flow import Flow
    from doorbraak_cli.flows.prompter import Question

    from .terminal import Terminal

SAY = wordings.load("nl")


@dataclass
class Person:
    """Answers question after question, and keeps beside it what the case should hold by then."""

    flow: Flow
    case: Case
    path: Path = field(default_factory=lambda: cases.locate("duin"))
    picks: Mapping[str, Value] = field(default_factory=dict)

    @classmethod
    def new(cls, pack: Pack, **picks: Value) -> Person:
        """Give somebody who begins a reflection."""
        day = datetime.now().astimezone().date()
        first = Reflection(id="reflection-1", started=day, language="nl", pack=pack.ref)
        case = Case(about="case", created=day, reflections=(first,))
        return cls(ReflectionFlow(pack, SAY, "reflection-1", day), case, picks=picks)

    @classmethod
    def with_sitting(cls, pack: Pack, aid: Aid, case: Case | None = None, **picks: Value) -> Person:
        """Give somebody who begins a card."""
        day = datetime.now().astimezone().date()
        start = Cards(aid, pack, SAY, day, guard(SAY)).begin(case)
        return cls(start.flow, start.case, picks=picks)

    @property
    def question(self) -> Question:
        return next_question(self.flow, self.case) or self.flow.review(self.case)

    def waits(self, terminal: Terminal) -> Question:
        """Wait until the next question is asked, and hold what is on disk against what was answered."""
        question = self.question
        terminal.is_asked(question.text)
        assert self.on_disk() == dict(self.flow.answers(self.case))
        return question

    def on_disk(self) -> dict[str, Answer]:
        return dict(self.flow.answers(cases.read(self.path))) if self.path.exists() else {}

    def answers(self, terminal: Terminal) -> Question:
        """Answer the next question, and remember it."""
        question = self.waits(terminal)
        self.remember(question, self.type(terminal, question))
        return question

    def type(self, terminal: Terminal, question: Question) -> Value | None:
        value = self.answer_to(question)
        if question.form is Form.CHOICE:
            place = [option.id for option in question.options].index(str(value))
            terminal.press(*[DOWN] * place, ENTER)
        elif question.form is Form.CHOICES:
            changed = [(one.id in (value or ())) != (one.id in (question.preset or ())) for one in question.options]
            terminal.press(*[key for tick in changed for key in ([" ", DOWN] if tick else [DOWN])], ENTER)
        else:
            terminal.press(str(value or ""), ENTER if question.form is Form.LINE else DONE)
        return value

    def answer_to(self, question: Question) -> Value | None:
        """Give what this person answers: what they picked, or else the third choice, or a sentence."""
        if question.id in self.picks:
            return self.picks[question.id] or None
        if question.form is Form.CHOICE:
            return question.options[2 % len(question.options)].id
        return question.preset if question.form is Form.CHOICES else f"Antwoord op {question.id}"

    def remember(self, question: Question, value: Value | None) -> None:
        status = "skipped" if value is None else "answered"
        answer = Answer(id=question.id, asked=question.text, status=status, value=value)  # type: ignore[arg-type]
        self.case = self.flow.apply(self.case, answer)

    def has_come_to(self, question_id: str) -> Question:
        """Put a case on disk in which everything before this question was answered, and give the question."""
        while self.question.id not in {question_id, "review"}:
            self.remember(self.question, self.answer_to(self.question))
        assert self.question.id == question_id
        with cases.held(self.path) as file:
            file.save(self.case)
        return self.question
