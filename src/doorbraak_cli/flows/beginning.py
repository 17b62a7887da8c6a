"""Which sitting of a case is worked on: a new one, or the last of its kind that was not finished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.domain.case import Card, Case, Reflection
from doorbraak_cli.domain.setup import ALL
from doorbraak_cli.flows.card import CardFlow
from doorbraak_cli.flows.reflection import ReflectionFlow
from doorbraak_cli.flows.session import answer_to

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from doorbraak_cli.domain.aid import Aid
    from doorbraak_cli.domain.case import Sitting, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.flow import Flow
    from doorbraak_cli.flows.prompter import Guard, Question


@dataclass(frozen=True, slots=True)
class Start:
    """The case with the sitting to work on, its flow, and whether that sitting was there already."""

    case: Case
    flow: Flow
    sitting: Sitting
    resumed: bool


def begin(pack: Pack, say: Wording, case: Case | None, today: date, known: Mapping[str, Value]) -> Start:
    """Give a new reflection, in a new case where there is none. What is known beforehand is answered already."""
    case = case or Case(about="case", created=today)
    reflection = Reflection(id=case.next_reflection_id, started=today, language=say.lang, pack=pack.ref)
    flow = ReflectionFlow(pack, say, reflection.id, today)
    case = case.with_reflection(reflection)
    catalogue = flow.catalogue(case)
    for name, value in known.items():
        case = flow.apply(case, answer_to(catalogue[name], value))
    return Start(case, flow, reflection, resumed=False)


def go_on(pack: Pack, say: Wording, case: Case | None, today: date) -> Start | None:
    """Give the last reflection that was not finished, or None."""
    open_ones = [one for one in case.reflections if one.finished is None] if case else []
    if case is None or not open_ones:
        return None
    return Start(case, ReflectionFlow(pack, say, open_ones[-1].id, today), open_ones[-1], resumed=True)


@dataclass(frozen=True, slots=True)
class Cards:
    """Begins cards for one aid, and goes on with them. `guard` refuses what a card must not hold."""

    aid: Aid
    pack: Pack
    say: Wording
    today: date
    guard: Guard

    def begin(self, case: Case | None) -> Start:
        """Give a new card, in a new case where there is none."""
        case = case or Case(about="case", created=self.today)
        ref = self.pack.ref
        card = Card(id=case.next_card_id, aid=self.aid.id, started=self.today, language=self.say.lang, pack=ref)
        return Start(case.with_card(card), self._flow(card), card, resumed=False)

    def go_on(self, case: Case | None) -> Start | None:
        """Give the last card for this aid that was not finished, or None."""
        open_ones = [one for one in case.cards if one.aid == self.aid.id and one.finished is None] if case else []
        if case is None or not open_ones:
            return None
        return Start(case, self._flow(open_ones[-1]), open_ones[-1], resumed=True)

    def _flow(self, card: Card) -> CardFlow:
        return CardFlow(self.aid, self.say, card.id, self.today, self.guard)


def filled_in(start: Start, known: Mapping[str, Value]) -> list[tuple[Question, Value | None]]:
    """Give all that could be asked, with what is known or would be filled in; the level is micro unless known."""
    flow, case = start.flow, start.case
    values: dict[str, Value] = {"level": "micro", "selection": ALL, **known}
    for question in flow.outline(case):
        value = values.get(question.id, question.preset)
        if value is not None:
            values[question.id] = value
            case = flow.apply(case, answer_to(question, value))
    return [(question, values.get(question.id)) for question in flow.outline(case)]
