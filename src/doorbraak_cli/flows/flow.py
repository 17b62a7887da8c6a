"""What a flow is: which questions there are for a case as it stands, and what an answer does to the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doorbraak_cli.domain.case import Answer, Case
    from doorbraak_cli.flows.prompter import Question


class Flow(Protocol):
    """Pure: the same case always gives the same questions, so resuming and progress need no memory of their own."""

    def path(self, case: Case) -> tuple[Question, ...]:
        """Give every question in order, as far as the answers so far decide which questions there are."""
        ...

    def answers(self, case: Case) -> Mapping[str, Answer]:
        """Give what was answered in this flow, by question id."""
        ...

    def apply(self, case: Case, answer: Answer) -> Case:
        """Give the case with this answer; answers that depend on it are marked where it changed."""
        ...

    def catalogue(self, case: Case) -> Mapping[str, Question]:
        """Give every question this flow could ever ask, by id; an answers file is checked against it."""
        ...

    def outline(self, case: Case) -> Sequence[Question]:
        """Give all that could be asked from here, whatever the answers: what an answers file to fill in holds."""
        ...

    def review(self, case: Case) -> Question:
        """Give the list of all answers to choose one from, or to finish."""
        ...

    def finish(self, case: Case) -> Case:
        """Give the case with this flow closed."""
        ...


def first_open(questions: Iterable[Question], answers: Mapping[str, Answer]) -> Question | None:
    """Give the first of these questions that still has to be asked (again); None: all answered."""
    return next((question for question in questions if _is_open(question, answers.get(question.id))), None)


def _is_open(question: Question, answer: Answer | None) -> bool:
    """Tell whether there is no answer, a draft, one to be looked at again or refused, or a choice that is gone.

    What is picked from a grid is only open once something was typed there.
    """
    if answer is None:
        return not question.picked
    if answer.passed:
        return False
    if answer.open or _is_refused(question, answer) or (answer.value is None and question.is_must):
        return True
    values = (answer.value,) if isinstance(answer.value, str) else answer.value or ()
    ids = {option.id for option in question.options}
    return question.required and bool(ids) and ids.isdisjoint(values)


def _is_refused(question: Question, answer: Answer) -> bool:
    """Tell whether what stands here, in a file mended by hand, is refused when it is typed."""
    return question.guard is not None and isinstance(answer.value, str) and bool(question.guard.refusal(answer.value))


def dependents(path: tuple[Question, ...], changed: str) -> frozenset[str]:
    """Give the ids of the questions that lean on the one that changed, directly or through another."""
    found = {changed}
    for question in path:
        if not found.isdisjoint(question.depends_on):
            found.add(question.id)
    return frozenset(found - {changed})


def kept(answer: Answer, before: Answer | None) -> Answer:
    """Give an answer as it is kept: a draft keeps what was confirmed before it."""
    if answer.status != "draft" or before is None:
        return answer
    return answer.model_copy(update={"confirmed": before.stands})


def is_change(answer: Answer, before: Answer | None) -> bool:
    """Tell whether something else was answered than before; a draft is no answer yet."""
    return before is not None and answer.status != "draft" and before.stands != answer.value
