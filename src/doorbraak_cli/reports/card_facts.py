"""What a report knows of an aid that was filled in: its answers put beside the fields they belong to."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.pack import PackRef  # noqa: TC001 - as above
from doorbraak_cli.reports.answer_facts import FieldFacts, chosen_facts, text_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.aid import Aid, CardField, Step
    from doorbraak_cli.domain.case import Answer, Card


class CardStepFacts(Model):
    """One step of an aid with what was filled in; without a title for what the aid no longer asks."""

    title: str
    fields: tuple[FieldFacts, ...]


class CardFacts(Model):
    """One aid that was filled in. `name` is its id where the pack no longer has it."""

    id: str
    aid: str
    name: str
    started: date
    finished: date | None
    pack: PackRef
    steps: tuple[CardStepFacts, ...]


def card_facts(card: Card, aid: Aid | None, lang: str) -> CardFacts:
    """Give the facts of a card, with the words of the aid in one language; None: the pack no longer has it."""
    answers = card.by_id()
    steps = [_step(one, answers, lang) for one in (aid.steps if aid else ()) if one.fields]
    known = {field.id for field in aid.fields} if aid else set()
    left = tuple(chosen_facts(one, {}) for one in card.answers if one.id not in known)
    return CardFacts(
        id=card.id,
        aid=card.aid,
        name=aid.title.pick(lang) if aid else card.aid,
        started=card.started,
        finished=card.finished,
        pack=card.pack,
        steps=(*steps, *([CardStepFacts(title="", fields=left)] if left else [])),
    )


def _step(step: Step, answers: Mapping[str, Answer], lang: str) -> CardStepFacts:
    fields = tuple(_field(one, answers.get(one.id), lang) for one in step.fields)
    return CardStepFacts(title=step.title.pick(lang), fields=fields)


def _field(field: CardField, answer: Answer | None, lang: str) -> FieldFacts:
    if answer is None:
        return FieldFacts(id=field.id, asked=field.text.pick(lang), said="skipped")
    options = {one.id: one.text.pick(lang) for one in field.options}
    known = text_facts(answer).text in options
    return chosen_facts(answer, options if known else {})
