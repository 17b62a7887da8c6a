"""The only loop: ask, apply, save, next. Every answer is saved before the next question appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.case import Answer
from doorbraak_cli.flows.flow import next_question
from doorbraak_cli.flows.prompter import Interrupted, Paused

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.flows.flow import Flow
    from doorbraak_cli.flows.prompter import Prompter, Question

REVIEW = "review"
FINISH = "finish"


def run(flow: Flow, case: Case, prompter: Prompter, save: Callable[[Case], None]) -> Case:
    """Ask until all is answered and reviewed, and give the finished case. Raises Paused, with everything saved."""
    chosen: str | None = None
    pointed: str | None = None
    while True:
        question = _question(flow, case, chosen)
        try:
            value = prompter.ask(question, pointed if question.id == REVIEW else _draft(flow, case, question))
        except Interrupted as interrupted:
            case = _keep_draft(flow, case, question, interrupted.draft, save)
            if isinstance(interrupted, Paused):
                raise
            chosen = _before(flow, case, question)
            continue
        if question.id == REVIEW and value != FINISH:
            # In the review somebody comes back to the answer they changed, not to the choice that ends it.
            chosen = pointed = str(value)
            continue
        chosen = None
        finishes = question.id == REVIEW
        case = flow.finish(case) if finishes else flow.apply(case, answer_to(question, value))
        save(case)
        if finishes:
            return case


def _question(flow: Flow, case: Case, chosen: str | None) -> Question:
    if chosen is not None:
        found = next((question for question in flow.path(case) if question.id == chosen), None)
        if found is not None:
            return found
    return next_question(flow, case) or flow.review(case)


def _before(flow: Flow, case: Case, question: Question) -> str:
    ids = [one.id for one in flow.path(case)]
    place = ids.index(question.id) if question.id in ids else len(ids)
    return ids[max(place - 1, 0)]


def _draft(flow: Flow, case: Case, question: Question) -> Value | None:
    answer = flow.answers(case).get(question.id)
    return question.preset if answer is None else answer.value


def answer_to(question: Question, value: Value | None) -> Answer:
    """Give what is kept of an answer: the question as it was asked, and the value or that it was skipped."""
    return Answer(id=question.id, asked=question.text, status="skipped" if value is None else "answered", value=value)


def _keep_draft(flow: Flow, case: Case, question: Question, draft: Value | None, save: Callable[[Case], None]) -> Case:
    """Save what was typed so far, without what must not be kept; not nothing, nor just what stood there already."""
    draft = question.keepable(draft)
    nothing = not draft or (isinstance(draft, str) and not draft.strip())
    if nothing or question.id == REVIEW or draft == _draft(flow, case, question):
        return case
    case = flow.apply(case, Answer(id=question.id, asked=question.text, status="draft", value=draft))
    save(case)
    return case
