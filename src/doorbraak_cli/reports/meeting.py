"""One page for a multidisciplinary meeting: what it is for, who is needed, the plan, and what is stuck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.domain.filled import number_of
from doorbraak_cli.domain.planned import OVER
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.domain.sheet import VALUES
from doorbraak_cli.reports.answer_blocks import plain
from doorbraak_cli.reports.document import Block, Bullets, Document, Fields, Heading, Paragraph
from doorbraak_cli.reports.marks import marked
from doorbraak_cli.reports.plan import actions_table, goal_number
from doorbraak_cli.reports.weighing import FIRST, on_danger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.answer_facts import FieldFacts
    from doorbraak_cli.reports.facts import SummaryFacts
    from doorbraak_cli.reports.sheet_facts import SheetFacts, ThingFacts

_NAME = 80
"""Characters up to which a name stands whole, and a text in a table."""
_LINE = 160
"""Characters up to which a text stands whole: this is one page."""


def meeting(facts: SummaryFacts, say: Wording) -> Document:
    """Give the page, with nothing of what the family said apart, of what was seen, or of what was weighed."""
    return _Meeting(facts, say).document()


@dataclass(frozen=True, slots=True)
class _Meeting:
    facts: SummaryFacts
    say: Wording

    def document(self) -> Document:
        title = first_line(self.facts.title.text, 120) or self.say("summary.untitled")
        meta = {
            "title": self.say("meeting.title", title=marked(title, self.facts.title, self.say)),
            "created": self.facts.created.isoformat(),
            "language": self.say.lang,
        }
        blocks = [Heading(1, meta["title"]), *self._danger(), *self._goal(), *self._needed(), *self._plan()]
        end = (Paragraph(self.say("summary.limits.line")), Paragraph(self.say("meeting.end")))
        return Document(meta, (*blocks, *self._stuck(), *end))

    def _danger(self) -> Iterator[Block]:
        """Put what must stop now above all else, without what was seen: not everybody at the table may know that."""
        weighing = on_danger(self.facts)
        step = weighing.step("danger") if weighing else None
        if weighing is None or step is None:
            return
        if weighing.danger in FIRST or step.state == "skipped":
            told = f"meeting.danger.{weighing.danger}" if weighing.danger in FIRST else "weighed.danger-skipped"
            yield Paragraph(self.say(told, date=self.say.day(weighing.started)))
            yield Paragraph(self.say("weighing.turn-to"))

    def _goal(self) -> Iterator[Block]:
        network = self.facts.network
        yield Heading(2, self.say("meeting.goal"))
        yield Paragraph(self._line(network, "goal") or self.say("meeting.no-goal"))
        yield Fields(tuple(self._who()))

    def _who(self) -> Iterator[tuple[str, str]]:
        for key, fields in (
            ("when", ("meeting-when",)),
            ("coordinator", ("coordinator-who", "coordinator")),
            ("contact", ("contact",)),
            ("family", ("at-table",)),
        ):
            told = (line for field in fields if (line := self._line(self.facts.network, field)))
            yield self.say(f"meeting.{key}"), next(told, self.say("summary.not-given"))

    def _needed(self) -> Iterator[Block]:
        """Give who is needed with what they add, and then who is missing; the core team where nobody was chosen."""
        parties = self.facts.network.things("party") if self.facts.network else ()
        chosen = self.facts.network.word("needed").split(", ") if self.facts.network else []
        needed = [one for one in parties if one.id in chosen]
        yield Heading(2, self.say("meeting.needed"))
        core = needed or [one for one in parties if one.word("place") == "core"]
        if not needed:
            yield Paragraph(self.say("meeting.core" if core else "meeting.nobody"))
        if core:
            yield Bullets(tuple(self._adds(one) for one in core))
        missing = [one for one in parties if one.word("place") == "missing" and one not in core]
        if missing:
            yield Paragraph(self.say("meeting.missing", names="; ".join(self._name(one) for one in missing)))

    def _adds(self, party: ThingFacts) -> str:
        told = [self._short(found) for value in VALUES if (found := party.field(value))]
        adds = first_line(" · ".join(told), _LINE) or self.say("meeting.not-told")
        return self.say("meeting.adds", name=self._name(party), adds=adds)

    def _name(self, thing: ThingFacts) -> str:
        return marked(first_line(thing.name.text, _NAME), thing.name, self.say)

    def _short(self, told: FieldFacts) -> str:
        return marked(first_line(plain(told, self.say), _LINE), told, self.say)

    def _plan(self) -> Iterator[Block]:
        """Give the goals, and what still has to happen."""
        plan = self.facts.plan
        yield Heading(2, self.say("meeting.plan"))
        if plan is None:
            yield Paragraph(self.say("meeting.no-plan"))
            return
        goals = plan.things("goal")
        if goals:
            yield Bullets(tuple(self._goal_of(one) for one in goals))
        actions = [one for one in plan.things("action") if one.word("status") not in OVER["action"]]
        if actions:
            yield actions_table(actions, self.say, _NAME)
        else:
            yield Paragraph(self.say("meeting.no-actions"))
        yield Fields(tuple(self._moments(plan)))

    def _goal_of(self, goal: ThingFacts) -> str:
        return f"{goal_number(goal, self.say)} {marked(first_line(goal.name.text, _LINE), goal.name, self.say)}"

    def _moments(self, plan: SheetFacts) -> Iterator[tuple[str, str]]:
        for key, field in (("contact-next", "moment-next"), ("evaluation", "evaluation-next")):
            if told := self._line(plan, field):
                yield self.say(f"meeting.{key}"), told

    def _stuck(self) -> Iterator[Block]:
        plan = self.facts.plan
        stuck = [one for one in plan.things("stuck") if one.word("status") not in OVER["stuck"]] if plan else []
        actions = [one for one in plan.things("action") if one.word("status") == "stuck"] if plan else []
        yield Heading(2, self.say("meeting.stuck"))
        if not (stuck or actions):
            yield Paragraph(self.say("meeting.not-stuck"))
            return
        named = (self.say("meeting.stuck-action", number=number_of(one.id), what=self._name(one)) for one in actions)
        yield Bullets((*(self._stuck_on(one) for one in stuck), *named))

    def _stuck_on(self, stuck: ThingFacts) -> str:
        """Give what is stuck, on what, who can decide, and to whom it is raised."""
        still = "" if stuck.word("status") == "raised" else "still-"
        told = [
            self.say(f"meeting.{key}", told=self._short(found))
            for name, key in (
                ("bottleneck", "bottleneck"),
                ("decides", "decides"),
                ("raised", f"{still}raised"),
                ("raised-when", "raised-when"),
            )
            if (found := stuck.field(name))
        ]
        return " · ".join([marked(first_line(stuck.name.text, _LINE), stuck.name, self.say), *told])

    def _line(self, facts: SheetFacts | None, field: str) -> str:
        told = facts.field(field) if facts else None
        return self._short(told) if told else ""
