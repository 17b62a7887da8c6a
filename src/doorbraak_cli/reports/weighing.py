"""A weighing in a summary: what was answered step by step, what was left, and nothing that was not said."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.reports.answer_blocks import said
from doorbraak_cli.reports.document import Block, Fields, Heading, Paragraph, Quote
from doorbraak_cli.reports.marks import marked
from doorbraak_cli.reports.weighing_table import table_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts
    from doorbraak_cli.reports.facts import SummaryFacts
    from doorbraak_cli.reports.sheet_facts import SheetStepFacts, ThingFacts
    from doorbraak_cli.reports.weighing_facts import WeighingFacts

_NAME = 80
"""Characters up to which a name stands whole in a heading."""
_SHORT = 90
"""Characters up to which a text on one line stands beside what was asked."""

FIRST = ("yes", "unknown")
"""What was said of danger where that goes before everything else."""


def danger_first(facts: SummaryFacts, say: Wording) -> Iterator[Block]:
    """Give what must stop now, above all else, where somebody said there is danger, doesn't know, or left it out."""
    weighing = on_danger(facts)
    step = weighing.step("danger") if weighing else None
    if weighing is None or step is None or (weighing.danger not in FIRST and step.state != "skipped"):
        return
    yield Heading(2, step.title)
    warning = _warning(weighing)
    if warning:
        yield Paragraph(say(warning))
    yield Paragraph(say("weighing.turn-to"))
    if step.state == "told":
        yield from _Weighing(facts, weighing, say).step(step)


def on_danger(facts: SummaryFacts) -> WeighingFacts | None:
    """Give the last weighing that came to danger, or None where none did."""
    came = (one for one in reversed(facts.weighings) if (step := one.step("danger")) and step.state != "open")
    return next(came, None)


def weighing_blocks(facts: SummaryFacts, say: Wording) -> Iterator[Block]:
    """Give the weighings: in full what no finished one took the place of, and of the others what was chosen."""
    for weighing in reversed(facts.weighings):
        later = next((one for one in facts.weighings if one.id == weighing.superseded_by), None)
        told = _Weighing(facts, weighing, say)
        yield Heading(2, told.title())
        if weighing == facts.weighing:
            yield Paragraph(say("weighed.intro"))
        yield Fields(tuple(told.facts()))
        if later is None or later.finished is None:
            yield from told.blocks()


def _warning(weighing: WeighingFacts) -> str:
    """Give the key of what a reader must know before all else: what stands open about danger; "" where nothing does."""
    if weighing.danger == "yes":
        return "" if weighing.says("measure") else "weighed.no-measure"
    if weighing.danger == "unknown":
        return "" if weighing.says("danger-find-out") else "weighed.no-finding-out"
    return "weighed.danger-skipped"


@dataclass(frozen=True, slots=True)
class _Weighing:
    whole: SummaryFacts
    weighing: WeighingFacts
    say: Wording

    def title(self) -> str:
        return self.say("weighed.title", date=self.say.day(self.weighing.started))

    def facts(self) -> Iterator[tuple[str, str]]:
        """Give the facts that stand above a weighing; what was skipped among them."""
        say, weighing = self.say, self.weighing
        yield say("weighed.with"), self._text(weighing.together) or say("summary.not-given")
        yield say("summary.state"), self._state()
        yield say("weighed.chosen"), first_line(weighing.chosen_name, 80) or say("weighed.no-choice")
        for field_id, key in (("decides", "weighed.decides"), ("look-back", "weighed.look-back")):
            told = weighing.field(field_id)
            yield say(key), self._said(told) if told and told.text else say("summary.not-given")
        for state in ("skipped", "not-in-depth", "open"):
            titles = [one.title for one in weighing.steps if one.state == state and one.id != "since"]
            if titles:
                yield say(f"weighed.{state}"), "; ".join(titles)

    def _state(self) -> str:
        say, weighing = self.say, self.weighing
        state = say("summary.finished", date=say.day(weighing.finished)) if weighing.finished else say("summary.open")
        depth = [say(f"weighed.depth.{weighing.depth}")] if weighing.depth else []
        return "; ".join([*depth, state, *self._links()])

    def _links(self) -> Iterator[str]:
        for other, key in (
            (self.weighing.supersedes, "weighed.supersedes"),
            (self.weighing.superseded_by, "weighed.by"),
        ):
            found = next((one for one in self.whole.weighings if one.id == other), None)
            if found:
                yield self.say(key, date=self.say.day(found.started))

    def blocks(self) -> Iterator[Block]:
        """Give step by step what was answered; danger that goes before everything else stands above."""
        for step in self.weighing.steps:
            above = step.id == "danger" and self.weighing.danger in FIRST and self.weighing == on_danger(self.whole)
            apart = step.id == "first-thought" and self.weighing.chosen  # it stands beside the choice
            sealed = step.id == "first-thought" and not step.fields
            if step.state == "told" and not above and not apart and not sealed:
                yield Heading(3, step.title)
                yield from self._notes(step)
                yield from self.step(step)
        if self.weighing.aside:
            yield Heading(3, self.say("weighed.aside"))
            yield from self._answers(self.weighing.aside)

    def _notes(self, step: SheetStepFacts) -> Iterator[Block]:
        """Give what a reader of this step should know."""
        if step.id == "options" and len(step.things) == 1:
            yield Paragraph(self.say("weighed.one-option"))
        if step.id == "options" and self.weighing.only_coercive:
            yield Paragraph(self.say("weighed.only-coercive"))
        if step.id == "choice" and self.weighing.leaves_danger and not self.weighing.says("arrangements"):
            yield Paragraph(self.say("weighed.no-arrangements"))

    def step(self, step: SheetStepFacts) -> Iterator[Block]:
        """Give the answers of one step."""
        if step.id == "table":
            yield Paragraph(self.say("weighed.table-explained"))
            yield from table_blocks(self.weighing, self.say, 4)
            return
        fields = self._with_thought(step)
        before = [one for one in fields if not step.things or one.id.startswith("danger")]
        yield from self._answers(before)
        for thing in step.things:
            yield from self._thing(thing)
        yield from self._answers(one for one in fields if one not in before)

    def _with_thought(self, step: SheetStepFacts) -> list[FieldFacts]:
        """Give the answers of a step, the first thought right after the choice."""
        thought = self.weighing.field("thought")
        if step.id != "choice" or thought is None or thought.said == "skipped" or not self.weighing.chosen:
            return list(step.fields)
        at = next((number for number, one in enumerate(step.fields) if one.id == "changed"), 1)
        return [*step.fields[:at], thought, *step.fields[at:]]

    def _thing(self, thing: ThingFacts) -> Iterator[Block]:
        """Give a sign as what was seen and how that is known; all else under its name."""
        if thing.id.startswith("sign-"):
            words = [self._said(one) for one in thing.fields if one.said != "skipped"]
            yield Paragraph(marked(self.say("weighed.sign"), thing.name, self.say, *words))
            yield Quote(thing.name.text)
            return
        age = [self._said(one) for one in thing.fields if one.id.endswith(".age") and one.said != "skipped"]
        name = first_line(thing.name.text, _NAME)
        yield Heading(4, marked(name, thing.name, self.say, *age))
        if name != thing.name.text:
            yield Quote(thing.name.text)
        told = [one for one in thing.fields if not one.id.endswith(".age")]
        if all(one.said == "skipped" for one in told):
            yield Paragraph(self.say("answer.skipped" if told else "summary.not-asked"))
        else:
            yield from self._answers(told)

    def _answers(self, fields: Iterable[FieldFacts]) -> Iterator[Block]:
        """Give words and short texts beside what was asked, and long ones below it, with how they are known."""
        told = list(fields)
        texts = {one.id for one in told if one.text}
        known = {_known_by(one): one for one in told if one.id.endswith("heard") and _known_by(one) in texts}
        shown = [one for one in told if one not in known.values()]
        for is_long, group in groupby(shown, key=lambda one: one.id in known or _is_long(one)):
            if is_long:
                for one in group:
                    details = [known[one.id].label] if one.id in known else []
                    yield Paragraph(marked(one.asked, one, self.say, *details))
                    yield Quote(one.text)
            else:
                yield Fields(tuple((one.asked, self._said(one)) for one in group))

    def _said(self, field: FieldFacts) -> str:
        return said(field, self.say)

    def _text(self, told: TextFacts) -> str:
        return marked(told.text, told, self.say) if told.text else ""


def _known_by(heard: FieldFacts) -> str:
    """Give the id of the text of which this tells how it is known."""
    thing, _, name = heard.id.rpartition(".")
    return f"{thing}.{'calm' if name == 'calm-heard' else 'perspective'}"


def _is_long(field: FieldFacts) -> bool:
    return len(field.text) > _SHORT or "\n" in field.text
