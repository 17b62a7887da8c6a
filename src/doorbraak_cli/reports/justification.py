"""An exception and what came of it, in a summary and by itself."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from doorbraak_cli.domain import money
from doorbraak_cli.domain.filled import number_of
from doorbraak_cli.reports.answer_blocks import about, answered, aside, beside, left_open, plain, said, state, together
from doorbraak_cli.reports.document import Block, Fields, Heading, Paragraph, Quote, Table
from doorbraak_cli.reports.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.sheet_facts import (
        JustificationFacts,
        LookBackFacts,
        SheetStepFacts,
        SumFacts,
        ThingFacts,
    )

MONEY = ("cost", "continuing", "spent")
"""What amounts are asked of."""
EXPECTED = ("expect", "notice")


def justification_blocks(facts: JustificationFacts, say: Wording, level: int = 2) -> Iterator[Block]:
    """Give an exception: what it is, its three grounds, what was tried, who decides, what is expected."""
    yield Heading(level, say("justified.title", number=number_of(facts.id), date=say.day(facts.started)))
    yield Paragraph(say("justified.intro"))
    yield from _sheet(facts, say, level)


def look_back_blocks(
    facts: LookBackFacts, of: JustificationFacts | None, say: Wording, level: int = 2
) -> Iterator[Block]:
    """Give a look-back: what happened beside what was expected, and what is learnt from it."""
    number = number_of(facts.of)
    yield Heading(level, say("looked-back.title", number=number, date=say.day(facts.started)))
    if of:
        yield from _expected(of, say)
    yield from _sheet(facts, say, level)


def _expected(of: JustificationFacts, say: Wording) -> Iterator[Block]:
    """Give what was expected of an exception, as it was written down when it was made."""
    told = [found for name in EXPECTED if (found := of.field(name))]
    if not told:
        yield Paragraph(say("looked-back.nothing-expected"))
    for one in told:
        yield Paragraph(say("looked-back.expected", date=say.day(of.started), asked=marked(one.asked, one, say)))
        yield Quote(plain(one, say))


def _sheet(facts: JustificationFacts | LookBackFacts, say: Wording, level: int) -> Iterator[Block]:
    yield Fields(
        (
            together(facts, say),
            (say("summary.state"), state(facts, say)),
            *left_open(facts, say),
        )
    )
    for step in facts.steps:
        if step.state == "told":
            yield from _step(step, facts, say, level + 1)
    yield from aside(facts, say, level + 1)


def _step(step: SheetStepFacts, facts: JustificationFacts | LookBackFacts, say: Wording, level: int) -> Iterator[Block]:
    yield Heading(level, step.title)
    told = list(answered((one for one in step.fields if one.id != "with"), say))
    paid = [(kind, there) for kind in MONEY if (there := [one for one in step.things if one.id.startswith(f"{kind}-")])]
    in_money = [block for kind, there in paid for block in _amounts(kind, there, _sum_of(kind, facts), say)]
    if any(_sum_of(kind, facts).yearly for kind, _ in paid):
        in_money.append(Paragraph(say("justified.added-up")))
    yield from (*told, *in_money) if any(kind == "spent" for kind, _ in paid) else (*in_money, *told)
    for thing in step.things:
        if not thing.id.startswith(tuple(f"{one}-" for one in MONEY)):
            yield from about(thing, say, level + 1)


def _sum_of(kind: str, facts: JustificationFacts | LookBackFacts) -> SumFacts:
    sums: SumFacts = getattr(facts, {"cost": "costs"}.get(kind, kind))
    return sums


def _cell(thing: ThingFacts, name: str, say: Wording) -> str:
    told = thing.field(name)
    return said(told, say) if told else say("summary.not-given")


def _amounts(kind: str, things: Sequence[ThingFacts], total: SumFacts, say: Wording) -> Iterator[Block]:
    """Give amounts as they were typed, where they come from, and what they are together."""
    yield Paragraph(say(f"justified.{kind}"))
    names = ("amount", "each", "payer", "basis")
    columns = [name for name in names if any(one.field(name) for one in things)]
    header = (say("justified.what"), *(say(f"justified.{name}") for name in columns))
    rows = ((marked(one.name.text, one.name, say), *(_cell(one, name, say) for name in columns)) for one in things)
    yield Table(header, tuple(rows))
    yield from beside(things, names, say)
    sums = [
        (say(f"justified.{name}"), money.shown(Decimal(told)))
        for name, told in (("once", total.once), ("yearly", total.yearly))
        if told
    ]
    if sums:
        yield Fields(tuple(sums))
    if total.left:
        names_left = "; ".join(one.name.text for one in things if one.id in total.left)
        yield Paragraph(say("justified.left", names=names_left))
