"""Two weighings side by side: what stood in each, what was expected of the choice, and what was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.domain.sheet import TERMS, VALUES
from doorbraak_cli.reports.answer_blocks import said
from doorbraak_cli.reports.document import Block, Document, Heading, Paragraph, Table
from doorbraak_cli.reports.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.answer_facts import FieldFacts
    from doorbraak_cli.reports.facts import SummaryFacts
    from doorbraak_cli.reports.sheet_facts import ThingFacts
    from doorbraak_cli.reports.weighing_facts import RowFacts, WeighingFacts

CHOSEN = ("because", "risk", "carried", "change-mind", "decides", "look-back")

_LONG = 40
"""Characters from which a text that stayed the same is not told twice."""


def comparison(facts: SummaryFacts, say: Wording) -> Document:
    """Give the last two weighings side by side. Raises LookupError where there are fewer than two."""
    if len(facts.weighings) < 2:  # noqa: PLR2004 - two stand side by side
        raise LookupError("weighing")
    before, now = facts.weighings[-2:]
    return _Comparison(facts, before, now, say).document()


@dataclass(frozen=True, slots=True)
class _Comparison:
    facts: SummaryFacts
    before: WeighingFacts
    now: WeighingFacts
    say: Wording

    def document(self) -> Document:
        title = first_line(self.facts.title.text, 120) or self.say("summary.untitled")
        meta = {"title": self.say("compared.title", title=title), "language": self.say.lang}
        blocks = [Heading(2, meta["title"]), *self._seen(), *self._danger(), *self._choice()]
        return Document(meta, (*blocks, *self._things("members"), *self._things("foundation")))

    def _seen(self) -> Iterator[Block]:
        """Give what was expected of what was chosen, beside what was seen since."""
        say, row = self.say, next((one for one in self.before.rows if one.option == self.before.chosen), None)
        yield Heading(3, say("compared.seen"))
        if row is None:
            yield Paragraph(say("compared.nothing-chosen", date=say.day(self.before.started)))
            return
        rows = [(say("weighed.chosen"), row.name, self._text(self.now.field("seen-done")))]
        rows += [line for value in VALUES for line in self._expected(row, value)]
        yield Table(("", say("compared.expected"), say("compared.saw")), tuple(rows))

    def _expected(self, row: RowFacts, value: str) -> Iterator[tuple[str, str, str]]:
        """Give what was expected for a value, in each term; what was seen stands beside the first."""
        seen = self._text(self.now.field(f"seen-{value}"))
        for term in TERMS:
            where = self.say(
                "weighing.cell", value=self.say(f"weighing.{value}"), term=self.say(f"weighing.term.{term}")
            )
            yield where, self._cell(row, value, term), seen if term == TERMS[0] else self.say("compared.above")

    def _cell(self, row: RowFacts, value: str, term: str) -> str:
        cell = row.cell(value, term)
        if cell.effect.text:
            return marked(cell.effect.text, cell.effect, self.say)
        return self.say("weighed.unknown" if cell.find_out.text else "weighed.not-weighed")

    def _danger(self) -> Iterator[Block]:
        yield Heading(3, self.say("compared.danger"))
        names = dict.fromkeys(
            one.id for each in (self.before, self.now) if (step := each.step("danger")) for one in step.fields
        )
        if names:
            yield self._table([(self._asked(name), *self._both(name)) for name in names])
        else:
            yield Paragraph(self.say("summary.not-asked"))

    def _choice(self) -> Iterator[Block]:
        yield Heading(3, self.say("compared.choice"))
        chosen = [one.chosen_name or self.say("weighed.no-choice") for one in (self.before, self.now)]
        rows = [(self.say("weighed.chosen"), *self._beside(*chosen))]
        rows += [(self._asked(name), *self._both(name)) for name in CHOSEN if self._asked(name)]
        yield self._table(rows)

    def _things(self, step_id: str) -> Iterator[Block]:
        """Give members, or parts of the foundation, beside each other by what they are called."""
        steps = [one.step(step_id) for one in (self.before, self.now)]
        before, now = (_by_name(step.things) if step else {} for step in steps)
        names = {key: one.name.text for key, one in {**now, **before}.items()}
        if names:
            yield Heading(3, next(step.title for step in steps if step))
            rows = [(name, *self._pair(before.get(key), now.get(key))) for key, name in names.items()]
            yield self._table(rows)

    def _pair(self, before: ThingFacts | None, now: ThingFacts | None) -> tuple[str, str]:
        return self._beside(self._thing(before), self._thing(now))

    def _thing(self, thing: ThingFacts | None) -> str:
        if thing is None:
            return self.say("compared.not-there")
        told = [one for one in thing.fields if one.said != "skipped" and not one.id.endswith((".age", ".role"))]
        return "; ".join(self._text(one) for one in told) or self.say("summary.not-asked")

    def _both(self, name: str) -> tuple[str, str]:
        return self._beside(self._text(self.before.field(name)), self._text(self.now.field(name)))

    def _beside(self, before: str, now: str) -> tuple[str, str]:
        """Give what stood and what stands; where that is one long text, it is told once."""
        return before, self.say("compared.same") if before == now and len(now) > _LONG else now

    def _asked(self, name: str) -> str:
        told = self.now.field(name) or self.before.field(name)
        return told.asked if told else ""

    def _text(self, told: FieldFacts | None) -> str:
        if told is None:
            return self.say("summary.not-asked")
        return said(told, self.say)

    def _table(self, rows: Sequence[tuple[str, ...]]) -> Table:
        say = self.say
        days = (
            say("compared.before", date=say.day(self.before.started)),
            say("compared.now", date=say.day(self.now.started)),
        )
        return Table(("", *days), tuple(rows))


def _by_name(things: Sequence[ThingFacts]) -> dict[tuple[str, int], ThingFacts]:
    """Give things by what they are known by in both: the name, and which of those with that name it is."""
    keys = [" ".join(one.name.text.casefold().split()) for one in things]
    return {(key, keys[:at].count(key)): one for at, (key, one) in enumerate(zip(keys, things, strict=True))}
