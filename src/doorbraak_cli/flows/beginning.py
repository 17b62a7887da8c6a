"""Which sitting of a case is worked on: a new one, or the last of its kind that was not finished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.domain import filled, weighed
from doorbraak_cli.domain.case import Answer, Card, Case, Reflection, Weighing
from doorbraak_cli.domain.setup import ALL
from doorbraak_cli.flows.card import CardFlow
from doorbraak_cli.flows.reflection import ReflectionFlow
from doorbraak_cli.flows.session import answer_to
from doorbraak_cli.flows.weighing import WeighingFlow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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
    reflection = Reflection(id=case.next_id(Reflection), started=today, language=say.lang, pack=pack.ref)
    flow = ReflectionFlow(pack, say, reflection.id, today)
    case = _knowing(flow, case.with_sitting(reflection), known)
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
        card = Card(id=case.next_id(Card), aid=self.aid.id, started=self.today, language=self.say.lang, pack=ref)
        return Start(case.with_sitting(card), self._flow(card), card, resumed=False)

    def go_on(self, case: Case | None) -> Start | None:
        """Give the last card for this aid that was not finished, or None."""
        open_ones = [one for one in case.cards if one.aid == self.aid.id and one.finished is None] if case else []
        if case is None or not open_ones:
            return None
        return Start(case, self._flow(open_ones[-1]), open_ones[-1], resumed=True)

    def _flow(self, card: Card) -> CardFlow:
        return CardFlow(self.aid, self.say, card.id, self.today, self.guard)


@dataclass(frozen=True, slots=True)
class Weighings:
    """Begins weighings, goes on with them, and deepens them."""

    pack: Pack
    say: Wording
    today: date

    def begin(self, case: Case | None, known: Mapping[str, Value]) -> Start:
        """Give a new weighing that takes the place of the last one, in a new case where there is none.

        Who lives there is taken along from the last one, to be looked at again. What is known is answered already.
        """
        case = case or Case(about="case", created=self.today)
        last = case.last_weighing
        new = Weighing(
            id=case.next_id(Weighing),
            started=self.today,
            language=self.say.lang,
            pack=self.pack.ref,
            supersedes=last.id if last else None,
            answers=tuple(_taken_along(last)) if last else (),
        )
        if last:
            case = case.with_sitting(last.model_copy(update={"superseded_by": new.id}))
        flow = self._flow(new)
        return Start(_knowing(flow, case.with_sitting(new), known), flow, new, resumed=False)

    def go_on(self, case: Case | None, known: Mapping[str, Value]) -> Start | None:
        """Give the last weighing where that was not finished, with what is known and was not answered yet; or None."""
        last = case.last_weighing if case else None
        if last is None or last.finished is not None:
            return None
        answers = last.by_id()
        return self.reopen(case, {name: value for name, value in known.items() if name not in answers})

    def reopen(self, case: Case | None, known: Mapping[str, Value]) -> Start | None:
        """Give the last weighing, to be changed or gone on with, with what is known answered; None: there is none."""
        last = case.last_weighing if case else None
        if case is None or last is None:
            return None
        opened = last.model_copy(update={"finished": None})
        flow = self._flow(opened)
        return Start(_knowing(flow, case.with_sitting(opened), known), flow, opened, resumed=True)

    def deepen(self, case: Case | None) -> Start | None:
        """Give the last weighing, opened again to go through every step; None where there is none."""
        return self.reopen(case, {weighed.DEPTH: weighed.FULL})

    def _flow(self, weighing: Weighing) -> WeighingFlow:
        return WeighingFlow(self.pack, self.say, weighing.id, self.today)


def _knowing(flow: Flow, case: Case, known: Mapping[str, Value]) -> Case:
    """Give the case with what is known beforehand answered already."""
    catalogue = flow.catalogue(case) if known else {}
    for name, value in known.items():
        case = flow.apply(case, answer_to(catalogue[name], value))
    return case


def _taken_along(last: Weighing) -> Iterator[Answer]:
    """Give who lives there, each answer to be looked at again."""
    answers = last.by_id()
    for number, member in enumerate(filled.named(answers, "member"), start=1):
        for field in ("role", "age"):
            answer = answers.get(f"{member}.{field}")
            if answer is not None and answer.stands:
                new = f"{filled.numbered('member', number)}.{field}"
                yield Answer(id=new, asked=answer.asked, value=answer.stands, check=True)


def filled_in(start: Start, known: Mapping[str, Value]) -> list[tuple[Question, Value | None]]:
    """Give all that could be asked, with what is known or would be filled in; the level is micro unless known."""
    flow, case = start.flow, start.case
    values: dict[str, Value] = {"level": "micro", "selection": ALL, "depth": weighed.FULL, **known}
    for question in flow.outline(case):
        value = values.get(question.id, question.preset)
        if value is not None:
            values[question.id] = value
            case = flow.apply(case, answer_to(question, value))
    return [(question, values.get(question.id)) for question in flow.outline(case)]
