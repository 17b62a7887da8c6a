"""The list of all answers before a flow is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.flows.prompter import Form, Option, Question
from doorbraak_cli.flows.session import FINISH, REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorbraak_cli.domain.case import Answer
    from doorbraak_cli.domain.wording import Wording


def review(say: Wording, answered: Iterable[tuple[Question, Answer | None]], unseen: Iterable[Option] = ()) -> Question:
    """Give one choice per answer, with its question, and the choice to finish first; then what is `unseen` yet."""
    options = [Option(FINISH, say("review.finish")), *unseen]
    options += [Option(question.id, _line(say, question, answer)) for question, answer in answered]
    return Question(
        REVIEW, Form.CHOICE, say("review.ask"), hint=say("review.hint"), options=tuple(options), required=True
    )


def _line(say: Wording, question: Question, answer: Answer | None) -> str:
    asked = f"{question.mark} {question.short or question.text}".strip()
    if answer is None:  # a table: its cells are chosen in it
        return first_line(question.text, 160)
    if question.adds and answer.value is None:
        return say("review.adds", question=asked)
    said = first_line(shown(say, question, answer), 160)
    return say("review.line", question=first_line(asked, 40), answer=said)


def shown(say: Wording, question: Question, answer: Answer) -> str:
    """Give an answer as people read it: labels for choices, the text itself, or that it was skipped."""
    if answer.value is None:
        return say("answer.skipped")
    values = (answer.value,) if isinstance(answer.value, str) else answer.value
    if question.reading:
        return question.reading.shown(str(answer.value))
    return ", ".join(question.label(value) for value in values) if question.options else str(answer.value)
