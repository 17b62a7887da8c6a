"""Which route applies: a few questions, asked only as far as they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.aid import Route
from doorbraak_cli.flows.prompter import Back, Form, Option, Question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.aid import Decision, DecisionQuestion
    from doorbraak_cli.flows.prompter import Prompter


def decide(decision: Decision, answers: Mapping[str, str]) -> Route | DecisionQuestion:
    """Give the route that applies, or the question that has to be answered first."""
    for route in decision.routes:
        if any(answers[name] not in wanted for name, wanted in route.when.items() if name in answers):
            continue
        unanswered = [one for one in decision.questions if one.id in route.when and one.id not in answers]
        return unanswered[0] if unanswered else route
    raise LookupError(decision.routes[-1].id)


def walk(decision: Decision, lang: str, prompter: Prompter, known: Mapping[str, str]) -> tuple[dict[str, str], Route]:
    """Ask until a route applies, and give it with what was answered. Raises Paused; Back leaves the first question."""
    answers = dict(known)
    asked: list[str] = []
    drafts: dict[str, str] = {}
    while not isinstance(step := decide(decision, answers), Route):
        try:
            answers[step.id] = str(prompter.ask(asking(step, lang), drafts.get(step.id)))
        except Back:
            if not asked:
                raise
            again = asked.pop()
            drafts[again] = answers.pop(again)
        else:
            asked.append(step.id)
    return answers, step


def asking(question: DecisionQuestion, lang: str) -> Question:
    """Give a question of a decision as one to ask."""
    options = tuple(Option(one.id, one.text.pick(lang)) for one in question.options)
    return Question(question.id, Form.CHOICE, question.text.pick(lang), options=options, required=True)
