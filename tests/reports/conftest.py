"""Cases to report on, built answer by answer, and a way to look something up in a report."""

from __future__ import annotations

from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from doorbraak_cli.domain.case import Answer, Case, Record, Reflection
from doorbraak_cli.domain.principle import ABOUT, LevelId
from doorbraak_cli.reports.document import Block, Bullets, Document, Fields, Heading, Paragraph, Quote, Table, Tasks
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.reports.summary import summary

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Status, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

DAY = date(2026, 4, 30)


def answer(answer_id: str, value: Value | None, *, draft: bool = False, check: bool = False) -> Answer:
    status: Status = "draft" if draft else "skipped" if value is None else "answered"
    return Answer(id=answer_id, asked=f"Gevraagd bij {answer_id}?", status=status, value=value, check=check)


def reflection(
    pack: Pack,
    *answers: Answer,
    number: int = 1,
    level: LevelId = "micro",
    started: date = DAY,
    finished: date | None = DAY,
    setup: dict[str, Value | None] | None = None,
) -> Reflection:
    """Give a reflection on all questions of a level, with these answers; `setup` says what was set up otherwise."""
    chosen = {"level": level, "principles": tuple(one.id for one in pack.principles), "selection": "all"}
    given = [answer(name, value) for name, value in {**chosen, **(setup or {})}.items()]
    return Reflection(
        id=f"reflection-{number}",
        started=started,
        finished=finished,
        language="nl",
        pack=pack.ref,
        answers=(*given, *answers),
    )


def case(*reflections: Reflection, intake: tuple[Answer, ...] = (), level: LevelId = "micro") -> Case:
    """Give a case named Duin, unless its intake says otherwise."""
    there = intake or (answer("title", "Duin"),)
    return Case(about=ABOUT[level], created=DAY, intake=Record(answers=there), reflections=reflections)


def report(of: Case, pack: Pack, say: Wording) -> Document:
    return summary(summary_facts(of, pack, say.lang), pack, say)


def below(document: Document, heading: str) -> list[Block]:
    """Give the blocks under a heading, up to the next one that is not below it."""
    place, level = next(
        (place, block.level)
        for place, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.text == heading
    )
    inside = document.blocks[place + 1 :]
    return list(takewhile(lambda block: not (isinstance(block, Heading) and block.level <= level), inside))


def headings(document: Document, level: int) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == level]


def lines(document: Document) -> list[str]:
    """Give every text in a report, in order."""
    return [line for block in document.blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph() | Quote():
            return [block.text]
        case Fields():
            return [text for pair in block.pairs for text in pair]
        case Table():
            return [cell for row in (block.header, *block.rows) for cell in row]
        case Bullets() | Tasks():
            return list(block.items)
