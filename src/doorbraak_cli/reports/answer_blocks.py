"""Answers of a sheet in a report: short ones beside what was asked, long ones below it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from doorbraak_cli.domain import money
from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.reports.document import Block, Fields, Heading, Paragraph, Quote
from doorbraak_cli.reports.marks import marked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.answer_facts import FieldFacts
    from doorbraak_cli.reports.sheet_facts import SheetFacts, ThingFacts

LONGEST_NAME = 90
"""Characters up to which a name stands whole in a heading."""
LONGEST_BESIDE = 90
"""Characters up to which a text on one line stands beside what was asked."""
LONGEST_IN_SHORT = 240
"""The same beside a short name: many such lines under each other read better than a line and a quote in turn."""


def plain(field: FieldFacts, say: Wording) -> str:
    """Give an answer as people read it: a day and an amount in words, "" where it was skipped."""
    if field.kind == "day" and (day := day_of(field.text)):
        return say.day(day)
    if field.kind == "money" and (amount := money.amount_of(field.text)) is not None:
        return money.shown(amount)
    return field.label or field.text


def said(field: FieldFacts | None, say: Wording) -> str:
    """Give an answer as people read it, with what they should know about it; that it was skipped where it was."""
    return marked(plain(field, say) or say("answer.skipped"), field, say) if field else say("answer.skipped")


def is_long(field: FieldFacts, most: int = LONGEST_BESIDE) -> bool:
    """Tell whether a text stands below what was asked."""
    return len(field.text) > most or "\n" in field.text


def answered(fields: Iterable[FieldFacts], say: Wording, *, in_short: bool = False) -> Iterator[Block]:
    """Give what was answered; with `in_short` under the short name of each field instead of its question."""
    told = [one for one in fields if one.said != "skipped"]
    most = LONGEST_IN_SHORT if in_short else LONGEST_BESIDE
    for long, group in groupby(told, key=lambda one: is_long(one, most)):
        if long:
            for one in group:
                yield Paragraph(marked(_asked(one, in_short=in_short), one, say))
                yield Quote(one.text)
        else:
            yield Fields(tuple((_asked(one, in_short=in_short), said(one, say)) for one in group))


def about(thing: ThingFacts, say: Wording, level: int, *leave: str, number: str = "") -> Iterator[Block]:
    """Give a thing under its name, with a number where it has one, and what was answered; not the fields to `leave`."""
    name = first_line(thing.name.text, LONGEST_NAME)
    yield Heading(level, marked(f"{number} {name}".strip(), thing.name, say))
    if name != thing.name.text:
        yield Quote(thing.name.text)
    yield from answered((one for one in thing.fields if one.id.rpartition(".")[2] not in leave), say, in_short=True)


def beside(things: Iterable[ThingFacts], shown: Collection[str], say: Wording) -> Iterator[Block]:
    """Give what was answered about things in a table that has no column in it, such as a field of somebody's own."""
    for thing in things:
        left = [one for one in thing.fields if one.id.rpartition(".")[2] not in shown and one.said != "skipped"]
        if left:
            yield Paragraph(marked(first_line(thing.name.text, LONGEST_NAME), thing.name, say))
            yield from answered(left, say, in_short=True)


def together(facts: SheetFacts, say: Wording) -> tuple[str, str]:
    """Give who made a sheet together, under the name of that field."""
    told = facts.field("with")
    return (told.name or say("sheet.with"), said(told, say)) if told else (say("sheet.with"), say("summary.not-given"))


def state(facts: SheetFacts, say: Wording) -> str:
    """Give since when a sheet is there and whether it was finished."""
    begun = say("sheet.begun", date=say.day(facts.started))
    done = say("summary.finished", date=say.day(facts.finished)) if facts.finished else say("summary.open")
    return f"{begun}; {done}"


def left_open(facts: SheetFacts, say: Wording) -> Iterator[tuple[str, str]]:
    """Name the steps that were skipped, and those that were not asked yet."""
    for name in ("skipped", "open"):
        titles = [one.title for one in facts.steps if one.state == name]
        if titles:
            yield say(f"weighed.{name}"), "; ".join(titles)


def aside(facts: SheetFacts, say: Wording, level: int) -> Iterator[Block]:
    """Give what was written down before and is not asked now."""
    if facts.aside:
        yield Heading(level, say("weighed.aside"))
        yield from answered(facts.aside, say)


def _asked(field: FieldFacts, *, in_short: bool) -> str:
    return (field.name if in_short else "") or field.asked
