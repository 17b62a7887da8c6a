"""The table of a weighing: one per value with a row per option, and below it what is longer than a cell can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import capital, first_line
from doorbraak_cli.domain.sheet import TERMS, VALUES
from doorbraak_cli.reports.document import Block, Bullets, Fields, Heading, Paragraph, Quote, Table
from doorbraak_cli.reports.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.weighing_facts import CellFacts, DifferenceFacts, RowFacts, WeighingFacts

_NAME, _CELL = 28, 29
"""Characters up to which a name and a cell stand in the table itself: a row fits in 100 columns as Markdown."""


def table_blocks(facts: WeighingFacts, say: Wording, level: int) -> Iterator[Block]:
    """Give every option beside each value, with headings of a level."""
    for value in VALUES:
        yield Heading(level, capital(say(f"weighing.{value}")))
        rows = tuple(
            (first_line(row.name, _NAME), *(_short(row.cell(value, term), say) for term in TERMS)) for row in facts.rows
        )
        yield Table((say("weighed.option"), *(capital(say(f"weighing.term.{term}")) for term in TERMS)), rows)
        for row in facts.rows:
            for term in TERMS:
                yield from _below(row, row.cell(value, term), say)
    yield from _left(facts, say)


def _short(cell: CellFacts, say: Wording) -> str:
    """Give a cell as it stands in the table: what it says as far as that fits, unknown, or not weighed."""
    if cell.effect.text:
        return first_line(cell.effect.text, _CELL)
    return say("weighed.unknown" if cell.find_out.text else "weighed.not-weighed")


def _below(row: RowFacts, cell: CellFacts, say: Wording) -> Iterator[Block]:
    """Give what doesn't fit in the table."""
    where = say("weighed.cell", option=row.name, term=say(f"weighing.term.{cell.term}"))
    facts = list(_facts(cell, say))
    if cell.effect.text and (_short(cell, say) != marked(cell.effect.text, cell.effect, say) or facts):
        yield Paragraph(marked(where, cell.effect, say))
        yield Quote(cell.effect.text)
    elif cell.find_out.text:
        yield Paragraph(marked(where, cell.find_out, say))
    if facts:
        yield Fields(tuple(facts))


def _facts(cell: CellFacts, say: Wording) -> Iterator[tuple[str, str]]:
    if cell.find_out.text:
        yield say("weighed.find-out"), cell.find_out.text
    if cell.stays and cell.stays.label:
        yield say("weighed.stays"), marked(cell.stays.label, cell.stays, say)
    yield from (_difference(one, say) for one in cell.differs)


def _difference(one: DifferenceFacts, say: Wording) -> tuple[str, str]:
    return say("weighed.differs", name=one.name), marked(one.how.text or say("weighed.how-not-told"), one.how, say)


def _left(facts: WeighingFacts, say: Wording) -> Iterator[Block]:
    """Give the options of which the rest was left as it is, with why."""
    left = [row for row in facts.rows if row.left]
    if left:
        yield Bullets(tuple(say("weighed.left", option=row.name, why=_why(row, say)) for row in left))


def _why(row: RowFacts, say: Wording) -> str:
    return marked(row.rest.text, row.rest, say) if row.rest.text else say("weighed.no-reason")
