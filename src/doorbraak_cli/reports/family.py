"""A weighing in plain language, to read together with the family: what may be read, no hard word without meaning."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import capital, first_line
from doorbraak_cli.domain.weighed import THRESHOLD
from doorbraak_cli.reports.answer_blocks import plain
from doorbraak_cli.reports.document import Block, Bullets, Document, Fields, Heading, Paragraph, Quote
from doorbraak_cli.reports.hard_words import hard_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.answer_facts import FieldFacts
    from doorbraak_cli.reports.facts import SummaryFacts
    from doorbraak_cli.reports.sheet_facts import SheetStepFacts, ThingFacts
    from doorbraak_cli.reports.weighing_facts import CellFacts, WeighingFacts

BEFORE = ("danger", "members", "foundation", "understanding", "options", "choice", "contradiction")
IF_NOT = ("otherwise", "change-mind")
"""What belongs to what happens if it does not work, and not to the choice itself."""
LAST = "look-back"
HEARD = ("said-alone", "said", "estimated", "not-asked")
"""How people know what somebody wants, told to the family in words of its own."""
_SHORT = 60
"""Characters up to which an answer on one line stands beside what it is about."""


def family(facts: SummaryFacts, pack: Pack, say: Wording) -> Document:
    """Give the last weighing as a document for the family. Raises LookupError where there is none."""
    if facts.weighing is None:
        raise LookupError("weighing")
    return _Family(facts, facts.weighing, pack, say).document()


@dataclass(frozen=True, slots=True)
class _Family:
    facts: SummaryFacts
    weighing: WeighingFacts
    pack: Pack
    say: Wording

    def document(self) -> Document:
        blocks = [*self._top(), *(block for part in self._parts() for block in part)]
        explained = hard_words(blocks, self.pack, self.say.lang)
        if explained:
            blocks += [Heading(2, self.say("family.words")), Bullets(explained)]
        return Document(
            self._meta(), (*blocks, Heading(2, self.say("family.unsafe")), Paragraph(self.say("family.turn-to")))
        )

    def _meta(self) -> dict[str, str]:
        weighing = self.weighing
        return {
            "title": self._title(),
            "created": weighing.started.isoformat(),
            "updated": (weighing.finished or weighing.started).isoformat(),
            "content": f"{weighing.pack.id} {weighing.pack.version} ({weighing.pack.digest})",
            "language": self.say.lang,
        }

    def _title(self) -> str:
        return self.say("family.title", title=first_line(self.facts.title.text, 120) or self.say("summary.untitled"))

    def _top(self) -> Iterator[Block]:
        yield Heading(1, self._title())
        yield Paragraph(self.say("family.intro", date=self.say.day(self.weighing.started)))
        if self.weighing.together.text:
            yield Fields(((self.say("family.with"), self.weighing.together.text),))
        if self.weighing.finished is None:
            yield Paragraph(self.say("family.unfinished"))

    def _parts(self) -> Iterator[list[Block]]:
        """Give what may be read, part by part, in the order people ask about it."""
        own = [one.id for one in self.pack.weighing if one.family and one.id not in (*BEFORE, "premortems")]
        for step_id in (*BEFORE, *own):
            step = self.weighing.step(step_id)
            blocks = list(self._step(step)) if step and step.state == "told" else []
            if step and blocks:
                yield [Heading(2, self._heading(step_id)), *blocks]
        wrong = [*self._plain("premortems"), *self._plain("choice", IF_NOT), *self._plain("choice", (LAST,))]
        if wrong:
            yield [Heading(2, self.say("family.if-not")), *wrong]

    def _heading(self, step_id: str) -> str:
        step = next(one for one in self.pack.weighing if one.id == step_id)
        return (step.family or step.title).pick(self.say.lang)

    def _may_be_read(self, part: str) -> bool:
        return part in self.weighing.shared

    def _step(self, step: SheetStepFacts) -> Iterator[Block]:
        if step.id == "members":
            things = [one for one in step.things if self._may_be_read(one.id)]
            yield from (block for thing in things for block in self._thing(thing, step.id))
            differ = [one for one in step.fields if one.id == "differ" and self._may_be_read("differ")]
            yield from self._answers(differ, step.id)
            return
        if not self._may_be_read(step.id):
            return
        before = [one for one in step.fields if not step.things or one.id.startswith("danger")]
        kept = {*IF_NOT, LAST} if step.id == "choice" else set()
        if not self._may_be_read("safety"):
            kept |= {*THRESHOLD}
        yield from self._answers([one for one in before if one.id not in kept], step.id)
        yield from (block for thing in step.things for block in self._thing(thing, step.id))
        yield from self._answers([one for one in step.fields if one not in before], step.id)

    def _plain(self, step_id: str, only: tuple[str, ...] = ()) -> Iterator[Block]:
        """Give the answers of one step, where it may be read; only some of them where they are named."""
        step = self.weighing.step(step_id)
        if step and self._may_be_read(step_id):
            yield from self._answers([one for one in step.fields if not only or one.id in only], step_id)

    def _thing(self, thing: ThingFacts, step_id: str) -> Iterator[Block]:
        if thing.id.startswith("sign-"):
            yield from self._sign(thing)
            return
        told = [*self._pairs(thing.fields, step_id), *self._cells(thing.id)]
        if told:
            yield Heading(3, capital(first_line(thing.name.text, 80)))
            yield from self._told(told)

    def _sign(self, thing: ThingFacts) -> Iterator[Block]:
        kind = next((one for one in thing.fields if one.id.endswith(".kind") and one.label), None)
        if kind and kind.word == "unknown":
            yield Paragraph(self.say("family.not-known"))
        else:
            yield Paragraph(", ".join([self.say("weighed.sign"), *([kind.label] if kind else [])]))
        yield Quote(thing.name.text)

    def _answers(self, fields: Iterable[FieldFacts], step_id: str) -> Iterator[Block]:
        """Give what was answered beside plain words for what it is about, without what is internal or was skipped."""
        heading = self._heading(step_id)
        pairs = self._pairs(fields, step_id)
        yield from self._told(("" if label == heading else label, text) for label, text in pairs)

    def _pairs(self, fields: Iterable[FieldFacts], step_id: str) -> Iterator[tuple[str, str]]:
        told = ((self._label(one, step_id), self._said(one)) for one in fields if one.said != "skipped")
        return ((label, text) for label, text in told if label and text)

    def _told(self, told: Iterable[tuple[str, str]]) -> Iterator[Block]:
        for is_long, group in groupby(told, key=_is_long):
            if is_long:
                for label, text in group:
                    yield from ((Paragraph(label), Quote(text)) if label else (Quote(text),))
            else:
                yield Fields(tuple(group))

    def _label(self, told: FieldFacts, step_id: str) -> str:
        """Give the plain words for what a field is about; "" where it is not for the family."""
        step = next(one for one in self.pack.weighing if one.id == step_id)
        field = step.field(told.id.rpartition(".")[2])
        return field.family.pick(self.say.lang) if field and field.family and not field.internal else ""

    def _said(self, told: FieldFacts) -> str:
        if told.id.endswith("heard") and told.word in HEARD:
            return self.say(f"family.{told.word}")
        if told.id == "about":
            members = self.weighing.step("members")
            names = {one.id: one.name.text for one in (members.things if members else ()) if self._may_be_read(one.id)}
            return ", ".join(names[one] for one in told.word.split(", ") if one in names)
        return plain(told, self.say)

    def _cells(self, option: str) -> Iterator[tuple[str, str]]:
        """Give what an option does, value by value, and last what was not looked at."""
        cells = [cell for row in self.weighing.rows if row.option == option for cell in row.cells]
        for cell in cells:
            yield from self._cell(cell)
        left = [self._where(cell) for cell in cells if not (cell.effect.text or cell.find_out.text)]
        if left:
            yield self.say("family.not-weighed"), " ".join(left)

    def _cell(self, cell: CellFacts) -> Iterator[tuple[str, str]]:
        if cell.effect.text:
            yield self._where(cell), cell.effect.text
        elif cell.find_out.text:
            yield self._where(cell), self.say("family.unknown", how=cell.find_out.text)
        if cell.stays and cell.stays.label and self._may_be_read("safety"):
            yield self._label(cell.stays, "table"), cell.stays.label
        for one in cell.differs:
            if self._may_be_read(one.member) and one.how.text:
                yield self.say("family.differs", name=one.name), one.how.text

    def _where(self, cell: CellFacts) -> str:
        return self.say(f"family.{cell.value}.{cell.term}")


def _is_long(told: tuple[str, str]) -> bool:
    """Tell whether a text stands below what it is about, and not beside it."""
    label, text = told
    return not label or len(text) > _SHORT or "\n" in text
