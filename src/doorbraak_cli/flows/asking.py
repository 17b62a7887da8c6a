"""What is asked about one reflection question: its parts, what showed it, what stood in the way, a next step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from doorbraak_cli.domain.links import aids_for, recommendations_for
from doorbraak_cli.domain.question import BOTTLENECKS, EVIDENCE, NEXT, WHEN, WHO
from doorbraak_cli.flows.helps import helps
from doorbraak_cli.flows.prompter import Form, Option, Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorbraak_cli.domain.case import Answer
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import LevelId
    from doorbraak_cli.domain.question import Part, ReflectionQuestion
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Section


@dataclass(frozen=True, slots=True)
class Asking:
    """Turns a question of the guide into questions to ask, as far as the answers so far call for them."""

    pack: Pack
    say: Wording
    answers: Mapping[str, Answer]
    level: LevelId

    def about(self, question: ReflectionQuestion, heading: str, number: int) -> Iterator[Question]:
        """Give the parts; then what showed it, what stood in the way of a weak answer, and an optional next step."""
        for asked in self._about(question, heading):
            part = asked.id.rpartition(".")[2] if asked.needed and question.parts else ""
            yield replace(asked, mark=f"{number}{part}")

    def _about(self, question: ReflectionQuestion, heading: str) -> Iterator[Question]:
        yield from (self._field(question, part, heading) for part in question.fields)
        tone = self._tone(question)
        if tone is None:
            return
        if tone != "open":
            yield self._evidence(question, heading, tone)
        if tone == "not-applicable":
            return
        if self._is_weak(question):
            yield self._bottlenecks(question, heading)
        yield self._next_step(question, heading)
        if self._value(f"{question.id}.{NEXT}"):
            yield from (self._detail(question, heading, name) for name in (WHO, WHEN))

    def every(self, question: ReflectionQuestion, heading: str = "") -> Iterator[Question]:
        """Give all that could ever be asked about a question, whatever the answers."""
        yield from (self._field(question, part, heading) for part in question.fields)
        if any(question.kind_of(part) != "open" for part in question.fields):
            yield self._evidence(question, heading, "said")
            if self.pack.bottlenecks:
                yield self._bottlenecks(question, heading)
        yield self._next_step(question, heading)
        yield from (self._detail(question, heading, name) for name in (WHO, WHEN))

    def _value(self, answer_id: str) -> str:
        answer = self.answers.get(answer_id)
        return answer.value if answer and isinstance(answer.value, str) else ""

    def _tone(self, question: ReflectionQuestion) -> str | None:
        """Tell what was said: something, openly, only "unknown", only "doesn't apply", or nothing at all (None)."""
        tones = {self._tone_of(question, part) for part in question.fields} - {None}
        return next((tone for tone in ("said", "unknown", "open", "not-applicable") if tone in tones), None)

    def _tone_of(self, question: ReflectionQuestion, part: Part) -> str | None:
        value = self._value(question.field_id(part))
        if not value:
            return None
        kind = question.kind_of(part)
        if kind == "open":
            return "open"
        word = self.pack.scale(kind).word(value)
        return (word and word.aside) or "said"

    def _field(self, question: ReflectionQuestion, part: Part, heading: str) -> Question:
        lang, kind = self.say.lang, question.kind_of(part)
        words = () if kind == "open" else self.pack.scale(kind).words
        return Question(
            id=question.field_id(part),
            form=Form.TEXT if kind == "open" else Form.CHOICE,
            text=part.text.pick(lang),
            heading=heading,
            # The parts are whole questions; the sentence that holds them together is needed once.
            lead=question.text.pick(lang) if question.parts and part is question.parts[0] else "",
            why=question.why.pick(lang),
            helps=self._helps(question),
            options=tuple(Option(word.id, word.text.pick(lang)) for word in words),
            needed=True,
        )

    def _evidence(self, question: ReflectionQuestion, heading: str, tone: str) -> Question:
        key = f"ask.evidence.{self.level}" if tone == "said" else f"ask.evidence.{tone}"
        return Question(
            id=f"{question.id}.{EVIDENCE}",
            form=Form.TEXT,
            text=self.say(key),
            heading=heading,
            lead=question.text.pick(self.say.lang),
            hint=self.say("ask.evidence.hint"),
            why=question.why.pick(self.say.lang),
            helps=self._helps(question),
            depends_on=tuple(question.field_id(part) for part in question.fields),
        )

    def _is_weak(self, question: ReflectionQuestion) -> bool:
        """Tell whether a word was chosen after which help is due, and there is something to tick."""
        values = [(question.kind_of(part), self._value(question.field_id(part))) for part in question.fields]
        words = [self.pack.scale(kind).word(value) for kind, value in values if kind != "open"]
        return bool(self.pack.bottlenecks) and any(word.weak for word in words if word)

    def _helps(self, question: ReflectionQuestion) -> tuple[Section, ...]:
        """Give the recommendations and aids that go with a question, as they are shown beside it."""
        recommendations = recommendations_for(question, self.pack)
        return helps(recommendations, aids_for(recommendations, self.pack), self.say)

    def _bottlenecks(self, question: ReflectionQuestion, heading: str) -> Question:
        lang = self.say.lang
        return Question(
            id=f"{question.id}.{BOTTLENECKS}",
            form=Form.CHOICES,
            text=self.say("ask.bottlenecks"),
            heading=heading,
            lead=question.text.pick(lang),
            hint=self.say("ask.bottlenecks.hint"),
            why=self.say("ask.bottlenecks.why"),
            options=tuple(Option(one.id, one.title.pick(lang)) for one in self.pack.bottlenecks),
            depends_on=tuple(question.field_id(part) for part in question.fields),
        )

    def _next_step(self, question: ReflectionQuestion, heading: str) -> Question:
        return Question(
            id=f"{question.id}.{NEXT}",
            form=Form.LINE,
            text=self.say("ask.next"),
            heading=heading,
            lead=question.text.pick(self.say.lang),
            hint=self.say("ask.next.hint"),
            why=question.why.pick(self.say.lang),
            helps=self._helps(question),
        )

    def _detail(self, question: ReflectionQuestion, heading: str, name: str) -> Question:
        return Question(
            id=f"{question.id}.{name}",
            form=Form.LINE,
            text=self.say(f"ask.{name}"),
            heading=heading,
            lead=self._value(f"{question.id}.{NEXT}"),
            hint=self.say(f"ask.{name}.hint"),
            depends_on=(f"{question.id}.{NEXT}",),
        )
