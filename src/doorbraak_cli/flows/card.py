"""An aid that is filled in about a case, such as the card of a consult: its fields one by one, look it over, finish."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from doorbraak_cli.flows.flow import kept
from doorbraak_cli.flows.intake import title
from doorbraak_cli.flows.prompter import Form, Option, Question
from doorbraak_cli.flows.review import review

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from doorbraak_cli.domain.aid import Aid, CardField, Step
    from doorbraak_cli.domain.case import Answer, Card, Case
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Guard

FORMS = {"choice": Form.CHOICE, "line": Form.LINE, "text": Form.TEXT}


@dataclass(frozen=True, slots=True)
class CardFlow:
    """One card of a case, by its id, for one aid. `guard` refuses what a card must not hold; `today` closes it."""

    aid: Aid
    say: Wording
    card_id: str
    today: date
    guard: Guard

    def path(self, case: Case) -> tuple[Question, ...]:
        """Give the pseudonym where the case has none yet, and every field of the card."""
        return tuple(self._path(case))

    def answers(self, case: Case) -> Mapping[str, Answer]:
        """Give the answers of this card, with those about the case itself."""
        return {**case.intake.by_id(), **self._card(case).by_id()}

    def apply(self, case: Case, answer: Answer) -> Case:
        """Give the case with this answer."""
        answer = kept(answer, self.answers(case).get(answer.id))
        if answer.id == "title":
            return case.model_copy(update={"intake": case.intake.with_answer(answer)})
        return case.with_sitting(self._card(case).with_answer(answer))

    def review(self, case: Case) -> Question:
        """Give the list of all answers, each to be chosen and changed, and the choice to finish."""
        answers = self.answers(case)
        return review(self.say, [(question, answers[question.id]) for question in self.path(case)])

    def finish(self, case: Case) -> Case:
        """Give the case with this card closed today."""
        return case.with_sitting(self._card(case).closed(self.today))

    def catalogue(self, case: Case) -> Mapping[str, Question]:  # noqa: ARG002 - every flow's is asked for a case
        """Give every question of this card, by id; the pseudonym too, which is only asked where there is none yet."""
        return {question.id: question for question in (self._title(), *self._fields())}

    def outline(self, case: Case) -> list[Question]:
        """Give all that is asked."""
        return list(self._path(case))

    def _card(self, case: Case) -> Card:
        found = case.card(self.card_id)
        if found is None:
            raise LookupError(self.card_id)
        return found

    def _path(self, case: Case) -> Iterator[Question]:
        if not self._titled_elsewhere(case):
            yield self._title()
        yield from self._fields()

    def _title(self) -> Question:
        return replace(title(self.say, "micro"), guard=self.guard)

    def _fields(self) -> Iterator[Question]:
        lang, total = self.say.lang, len(self.aid.steps)
        for number, step in enumerate(self.aid.steps, start=1):
            where = self.say("ask.card-heading", aid=self.aid.title.pick(lang), number=number, total=total)
            heading = f"{where} · {step.title.pick(lang)}"
            for field in step.fields:
                yield replace(self._field(field, step), heading=heading)

    def _titled_elsewhere(self, case: Case) -> bool:
        """Tell whether the case had a pseudonym before this card; one given with it can be gone back to."""
        given = case.intake.by_id().get("title")
        return given is not None and given.stands is not None and not case.begun_with(self._card(case))

    def _field(self, field: CardField, step: Step) -> Question:
        lang = self.say.lang
        return Question(
            id=field.id,
            form=FORMS[field.kind],
            text=field.text.pick(lang),
            hint=field.hint.pick(lang) if field.hint else "",
            why=step.text.pick(lang),
            options=tuple(Option(one.id, one.text.pick(lang)) for one in field.options),
            guard=None if field.options else self.guard,
            needed=True,
        )
