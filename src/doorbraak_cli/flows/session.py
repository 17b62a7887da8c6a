"""The only loop: ask, apply, save, next. Every answer is saved before the next question appears."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from doorbraak_cli.domain.case import Answer
from doorbraak_cli.flows.flow import first_open
from doorbraak_cli.flows.prompter import Back, Interrupted, Paused, SkipStep

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.flows.flow import Flow
    from doorbraak_cli.flows.prompter import Prompter, Question, Reading

REVIEW = "review"
FINISH = "finish"


def run(flow: Flow, case: Case, prompter: Prompter, save: Callable[[Case], None], start: str | None = None) -> Case:
    """Ask until all is answered and reviewed, and give the finished case. Raises Paused, with everything saved.

    It begins with the question `start` and goes on through its step; else it begins with the first one that is open.
    """
    at = _Where(chosen=start, walks=start is not None)
    while True:
        question = _question(flow, case, at)
        try:
            value = _asked(prompter, question, at.pointed_in(question) or _draft(flow, case, question))
        except Interrupted as interrupted:
            case = _left(flow, case, question, interrupted, save, at)
            continue
        if _leads(question) and value != FINISH:
            at.go_to(question, str(value))
            continue
        at.hub = at.hub if question.hub else ""
        finishes = question.id == REVIEW
        case = flow.finish(case) if finishes else flow.apply(case, answer_to(question, value))
        at.chosen = _next_in_step(flow, case, question) if at.walks else None
        save(case)
        if finishes:
            return case


def _asked(prompter: Prompter, question: Question, draft: Value | None) -> Value | None:
    """Give the answer; what is read as a day or an amount is shown back, and asked again where that is not it."""
    reading = question.reading
    if reading is None:
        return prompter.ask(question, draft)
    shown = reading.shown(draft) if isinstance(draft, str) else None
    while True:
        typed = prompter.ask(question, shown)
        value = reading.value(typed) if isinstance(typed, str) else None
        if value is None or typed == reading.shown(value) or _is_meant(prompter, question, reading, value):
            return value
        shown = None


def _is_meant(prompter: Prompter, question: Question, reading: Reading, value: str) -> bool:
    """Ask whether what was read is what was meant; going back is no. Whoever stops here keeps it as a draft."""
    try:
        return prompter.ask(reading.sure(question, value)) == "yes"
    except Back:
        return False
    except Interrupted as interrupted:
        interrupted.draft = value
        raise


@dataclass(slots=True)
class _Where:
    """Where somebody went by themselves: the question they chose, and the grid they go back to after it.

    `pointed` is what they chose last in the review and in each grid: in there they come back to it. Who `walks` goes on
    to what comes next in the step, answered or not, until its end.
    """

    chosen: str | None = None
    walks: bool = False
    hub: str = ""
    pointed: dict[str, str] = field(default_factory=dict)

    def come_back_to(self, cell: Question, grid: Question) -> None:
        """Be in the grid where the cell is that was left without an answer: behind the one before it."""
        ids = [option.id for option in grid.options]
        before = ids.index(cell.id) - 1
        self.pointed[grid.id] = ids[before] if before >= 0 else FINISH

    def go_to(self, leading: Question, option_id: str) -> None:
        """Go where the review or a grid leads: to one answer, or through a step."""
        self.pointed[leading.id] = option_id
        self.chosen = leading.leads_to(option_id)
        self.walks = self.chosen != option_id or (self.walks and leading.grid is not None)
        self.hub = leading.id if leading.grid else ""

    def pointed_in(self, leading: Question) -> str | None:
        """Give what they chose last in the review or a grid, where it is still there."""
        last = self.pointed.get(leading.id)
        return last if any(one.id == last for one in leading.options) else None


def _leads(question: Question) -> bool:
    """Tell whether what is answered is where to go, and no answer to keep."""
    return question.id == REVIEW or question.grid is not None


def _left(
    flow: Flow,
    case: Case,
    question: Question,
    interrupted: Interrupted,
    save: Callable[[Case], None],
    at: _Where,
) -> Case:
    """Go where somebody went instead of answering, with what they had typed kept. Raises Paused."""
    case = _keep_draft(flow, case, question, interrupted.draft, save)
    if isinstance(interrupted, Paused):
        raise interrupted
    if isinstance(interrupted, SkipStep):
        at.chosen, at.walks, at.hub = None, False, ""
        case = _without_step(flow, case, question.step)
        save(case)
    else:
        at.chosen = _before(flow, case, question)
        if question.picked:
            at.come_back_to(question, next(one for one in flow.path(case) if one.id == question.hub))
    return case


def _without_step(flow: Flow, case: Case, step: str) -> Case:
    """Give the case with all that is open in a step left as it is: what stood or was typed there, or else skipped."""
    while (question := _open_in(step, flow, case)) is not None:
        there = flow.answers(case).get(question.id)
        passed = there is not None or question.is_must
        case = flow.apply(case, (there or answer_to(question, None)).model_copy(update={"passed": passed}))
    return case


def _open_in(step: str, flow: Flow, case: Case) -> Question | None:
    return first_open((one for one in flow.path(case) if one.step == step), flow.answers(case))


def _question(flow: Flow, case: Case, at: _Where) -> Question:
    path = flow.path(case)
    found = next((question for question in path if question.id == at.chosen), None)
    if found is not None:
        return found
    question = first_open(path, flow.answers(case))
    if at.hub and (question is None or question.hub != at.hub):
        question = next((one for one in path if one.id == at.hub), question)
    return question or flow.review(case)


def _next_in_step(flow: Flow, case: Case, question: Question) -> str | None:
    """Give what comes after a question in its step; None at the end, and in a grid, which is gone back to."""
    path = flow.path(case)
    place = next((at for at, one in enumerate(path) if one.id == question.id), len(path))
    after = (one for one in path[place + 1 :] if one.step == question.step and not one.hub)
    return next((one.id for one in after), None) if question.step and not question.hub else None


def _before(flow: Flow, case: Case, question: Question) -> str:
    """Give what comes before a question; what is picked from a grid comes after the grid."""
    path = flow.path(case)
    if question.picked:
        return question.hub
    place = next((at for at, one in enumerate(path) if one.id == question.id), len(path))
    before = [one.id for one in path[:place] if one.hub == question.hub]
    return before[-1] if before else next((one.id for one in path), question.id)


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
    if nothing or _leads(question) or draft == _draft(flow, case, question):
        return case
    case = flow.apply(case, Answer(id=question.id, asked=question.text, status="draft", value=draft))
    save(case)
    return case
