"""The summary of a case: what was answered, in the words of whoever answered, ready to go in the file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.reports.blind_spots import unseen_blocks
from doorbraak_cli.reports.cards import card_blocks
from doorbraak_cli.reports.document import Block, Bullets, Document, Fields, Heading, Paragraph, Quote, Table, Tasks
from doorbraak_cli.reports.follow_up_blocks import bottlenecks, helps, mirrors
from doorbraak_cli.reports.marks import marked
from doorbraak_cli.reports.sheets import sheet_blocks
from doorbraak_cli.reports.summary_end import endings
from doorbraak_cli.reports.weighing import danger_first, weighing_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts
    from doorbraak_cli.reports.card_facts import CardFacts
    from doorbraak_cli.reports.facts import QuestionFacts, ReflectionFacts, StepFacts, SummaryFacts, TagFacts
    from doorbraak_cli.reports.sheet_facts import SheetFacts
    from doorbraak_cli.reports.weighing_facts import WeighingFacts


def summary(facts: SummaryFacts, pack: Pack, say: Wording) -> Document:
    """Give the summary as a document; the same facts give the same document, whatever the day."""
    return _Summary(facts, pack, say).document()


@dataclass(frozen=True, slots=True)
class _Summary:
    """What a reader needs first comes first: the case, the overview, what happens next; then every answer."""

    facts: SummaryFacts
    pack: Pack
    say: Wording

    def document(self) -> Document:
        told = self.facts.follow_up
        blocks = [*self._top(), *weighing_blocks(self.facts, self.say), *sheet_blocks(self.facts, self.say)]
        if self.facts.reflections and not self.facts.only_looked_back:
            blocks += [
                Heading(2, self.say("summary.looked-back")),
                Paragraph(self.say(f"summary.intro.{self.facts.about}")),
            ]
        blocks += [*self._overview(), *self._steps(), *bottlenecks(told, self.pack, self.say)]
        for reflection in self.facts.reflections:
            blocks += self._reflection(reflection)
        blocks += [*self._cards(), *helps(told, self.say), *mirrors(told, self.pack, self.say)]
        blocks += unseen_blocks(self.facts.unseen, self.say)
        return Document(self._meta(), (*blocks, *endings(self.facts, self.pack, self.say)))

    def _meta(self) -> dict[str, str]:
        facts = self.facts
        sittings: list[ReflectionFacts | CardFacts | WeighingFacts | SheetFacts]
        sittings = [*facts.reflections, *facts.cards, *facts.weighings, *facts.sheets]
        last = max((one.finished or one.started for one in sittings), default=self.facts.created)
        used = dict.fromkeys(f"{one.pack.id} {one.pack.version} ({one.pack.digest})" for one in sittings)
        return {
            "title": self._title(),
            "about": self.facts.about,
            "created": self.facts.created.isoformat(),
            "updated": last.isoformat(),
            "content": ", ".join(used),
            "language": self.say.lang,
        }

    def _title(self) -> str:
        title = first_line(self.facts.title.text, 120) or self.say("summary.untitled")
        key = "summary.title" if self.facts.only_looked_back else "summary.title-case"
        return self.say(key, title=marked(title, self.facts.title, self.say))

    def _top(self) -> Iterator[Block]:
        say, facts = self.say, self.facts
        yield Heading(1, self._title())
        yield from danger_first(facts, say)
        if facts.only_looked_back:
            yield Paragraph(say(f"summary.intro.{facts.about}"))
        yield Heading(2, say(f"summary.about.{facts.about}"))
        if facts.situation.text:
            yield from self._quote("", facts.situation)
        else:
            yield Paragraph(say("summary.no-situation"))

    def _overview(self) -> Iterator[Block]:
        """Give how often each word was chosen, per principle: of each level the last reflection."""
        say, latest = self.say, self._latest()
        if not latest:
            return
        yield Heading(2, say("summary.overview"))
        yield Paragraph(say("summary.overview.explained"))
        if any(self._is_one_of_several(one) for one in latest):
            yield Paragraph(say("summary.overview.latest"))
        yield Table(
            (say("summary.principle"), *(self._column(one) for one in latest)),
            tuple(
                (one.title.pick(say.lang), *(self._counts(reflection, one.id) for reflection in latest))
                for one in self.pack.principles
            ),
        )

    def _latest(self) -> list[ReflectionFacts]:
        """Give the last reflection in which something was answered, per level, in the order of the levels."""
        latest = {one.level: one for one in self.facts.latest}
        return [latest[level.id] for level in self.pack.levels if level.id in latest]

    def _is_one_of_several(self, reflection: ReflectionFacts) -> bool:
        return [one.level for one in self.facts.reflections].count(reflection.level) > 1

    def _column(self, reflection: ReflectionFacts) -> str:
        level = self._level(reflection)
        return f"{level} ({self.say.day(reflection.started)})" if self._is_one_of_several(reflection) else level

    def _level(self, reflection: ReflectionFacts) -> str:
        level = self.pack.level(reflection.level)
        return level.title.pick(self.say.lang) if level else reflection.level

    def _counts(self, reflection: ReflectionFacts, principle: str) -> str:
        """Give "2 × deels, 1 × helemaal" in the order of the scales, unknown words last, or that nothing was asked."""
        asked = [one for one in reflection.questions if one.principle == principle and one.chosen]
        counts = Counter(self._kind(field) for one in asked for field in one.fields)
        order = [word.text.pick(self.say.lang) for scale in self.pack.scales for word in scale.words]
        order += [self.say("summary.in-own-words"), self.say("summary.draft"), self.say("answer.skipped"), *counts]
        kinds = sorted(counts, key=order.index)
        told = [self.say("summary.count", count=counts[one], word=one) for one in kinds]
        return ", ".join(told) or self.say("summary.not-asked")

    def _kind(self, field: FieldFacts) -> str:
        if field.draft:
            return self.say("summary.draft")
        return self.say("summary.in-own-words") if field.said == "text" else self._word(field)

    def _steps(self) -> Iterator[Block]:
        """Give what people want to do next; with the reflection it came from where there are several."""
        if not self.facts.looked_back:
            return
        yield Heading(2, self.say("summary.steps"))
        told = [(one, tasks) for one in self.facts.reflections if (tasks := self._tasks(one))]
        if not told:
            yield Paragraph(self.say("summary.no-steps"))
        for reflection, tasks in told:
            if len(told) > 1:
                yield Heading(3, self._name(reflection))
            yield Tasks(tasks)

    def _tasks(self, reflection: ReflectionFacts) -> tuple[str, ...]:
        return tuple(self._task(one.step) for one in reflection.questions if one.step)

    def _task(self, step: StepFacts) -> str:
        say = self.say
        who, when = (
            marked(one.text, one, self.say) if one.text else say("summary.not-given") for one in (step.who, step.when)
        )
        return marked(step.what.text, step.what, self.say, say("summary.who", who=who), say("summary.when", when=when))

    def _reflection(self, reflection: ReflectionFacts) -> Iterator[Block]:
        say = self.say
        yield Heading(2, self._name(reflection))
        yield Fields(tuple(self._reflection_fields(reflection)))
        if not reflection.questions:
            yield Paragraph(say("summary.nothing-yet"))
        chosen = [one for one in reflection.questions if one.chosen and not one.aside]
        for principle in self.pack.principles:
            told = [one for one in chosen if one.principle == principle.id]
            yield from self._told(principle.title.pick(say.lang), told)
        yield from self._told(say("summary.not-in-pack"), [one for one in chosen if not one.principle])
        outside = [one for one in reflection.questions if not one.chosen and not one.aside]
        yield from self._told(say("summary.outside"), outside)
        yield from self._aside([one for one in reflection.questions if one.aside])

    def _name(self, reflection: ReflectionFacts) -> str:
        name = self.say("summary.reflection", date=self.say.day(reflection.started))
        return f"{name} · {self._level(reflection)}" if reflection.level else name

    def _reflection_fields(self, reflection: ReflectionFacts) -> Iterator[tuple[str, str]]:
        say, subject, role = self.say, reflection.subject, reflection.role
        yield say("summary.on"), marked(subject.text or say("summary.not-given"), subject, self.say)
        yield say("summary.role"), marked(role.text or say("summary.not-given"), role, self.say)
        yield say("summary.state"), self._state(reflection)

    def _state(self, reflection: ReflectionFacts) -> str:
        if reflection.finished:
            return self.say("summary.finished", date=self.say.day(reflection.finished))
        waiting = len(reflection.waiting)
        return self.say("summary.open-waiting", count=waiting) if waiting else self.say("summary.open")

    def _told(self, title: str, questions: Iterable[QuestionFacts]) -> Iterator[Block]:
        """Give the questions with all that was answered, under a title where there are any."""
        for number, question in enumerate(questions):
            if number == 0:
                yield Heading(3, title)
            yield Heading(4, question.text)
            yield from self._answers(question)
            yield from self._evidence(question)
            if question.evidence and not question.evidence.text:
                yield Fields(
                    ((question.evidence.asked, marked(self._word(question.evidence), question.evidence, self.say)),)
                )
            yield from self._tags(question.bottlenecks)

    def _tags(self, tags: TagFacts | None) -> Iterator[Block]:
        if tags:
            named = [(self.pack.bottleneck(one), one) for one in tags.ids]
            titles = ", ".join(found.title.pick(self.say.lang) if found else one for found, one in named)
            checked = f"{titles} ({self.say('summary.check')})" if tags.check else titles
            yield Fields(((self.say("summary.in-the-way"), checked),))

    def _cards(self) -> Iterator[Block]:
        """Give the aids that were filled in about this case."""
        for card in self.facts.cards:
            yield Heading(2, card.name)
            yield from card_blocks(card, self.say, 3)

    def _answers(self, question: QuestionFacts) -> Iterator[Block]:
        several = len(question.fields) > 1
        for in_text, fields in groupby(question.fields, key=lambda field: field.said == "text"):
            if in_text:
                for field in fields:
                    yield from self._quote(field.asked if several else "", field)
            else:
                answer = self.say("summary.answer")
                pairs = [(field.asked if several else answer, field) for field in fields]
                yield Fields(tuple((label, marked(self._word(field), field, self.say)) for label, field in pairs))

    def _evidence(self, question: QuestionFacts) -> Iterator[Block]:
        if question.evidence and question.evidence.text:
            yield from self._quote(question.evidence.asked, question.evidence)

    def _aside(self, questions: Iterable[QuestionFacts]) -> Iterator[Block]:
        """Give what was skipped or doesn't apply as one list, broken off only where somebody said why."""
        items: list[str] = []
        for number, question in enumerate(questions):
            if number == 0:
                yield Heading(3, self.say("summary.aside"))
            items.append(self._left(question))
            why = list(self._evidence(question))
            if why:
                yield from (Bullets(tuple(items)), *why)
                items = []
        if items:
            yield Bullets(tuple(items))

    def _left(self, question: QuestionFacts) -> str:
        words = dict.fromkeys(marked(self._word(field), field, self.say) for field in question.fields)
        return self.say("summary.aside.item", question=question.text, answer=", ".join(words))

    def _word(self, field: FieldFacts) -> str:
        return field.label if field.said == "word" else self.say("answer.skipped")

    def _quote(self, asked: str, told: TextFacts | FieldFacts) -> Iterator[Block]:
        """Give what somebody wrote, below what was asked and what a reader should know about it."""
        above = marked(asked, told, self.say)
        if above:
            yield Paragraph(above)
        yield Quote(told.text)
