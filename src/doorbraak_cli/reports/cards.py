"""A card: an aid as it was filled in about a case."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.reports.card_facts import card_facts
from doorbraak_cli.reports.document import Block, Document, Fields, Heading, Paragraph, Quote
from doorbraak_cli.reports.guide import source
from doorbraak_cli.reports.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.aid import Aid
    from doorbraak_cli.domain.case import Card
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.answer_facts import FieldFacts
    from doorbraak_cli.reports.card_facts import CardFacts

_SHORT = 60
"""Characters up to which an answer on one line stands beside what was asked."""


def card(one: Aid | None, told: Card, title: str, say: Wording) -> Document:
    """Give a card as a document of its own, every field of the aid with its answer or that it was left open."""
    facts = card_facts(told, one, say.lang)
    meta = {
        "title": say("card.title", aid=facts.name, title=first_line(title, 80) or say("summary.untitled")),
        "created": facts.started.isoformat(),
        "content": f"{facts.pack.id} {facts.pack.version} ({facts.pack.digest})",
        "language": say.lang,
    }
    end = (Paragraph(say("card.privacy")), *(source(one.source, say) if one else ()))
    return Document(meta, (Heading(1, meta["title"]), *card_blocks(facts, say, 2), *end))


def card_blocks(facts: CardFacts, say: Wording, level: int) -> Iterator[Block]:
    """Give what a card says: when, per step what was filled in, and what the aid no longer asks.

    `level` is that of the headings.
    """
    state = say("summary.finished", date=say.day(facts.finished)) if facts.finished else say("summary.open")
    yield Fields(((say("card.date"), say.day(facts.started)), (say("summary.state"), state)))
    for step in facts.steps:
        yield Heading(level, step.title or say("card.no-longer"))
        yield from _filled_in(step.fields, say)


def _filled_in(fields: Iterable[FieldFacts], say: Wording) -> Iterator[Block]:
    for in_text, told in groupby(fields, key=_is_long):
        if in_text:
            yield from (block for one in told for block in (Paragraph(marked(one.asked, one, say)), Quote(one.text)))
        else:
            yield Fields(tuple((marked(one.asked, one, say), _short(one, say)) for one in told))


def _is_long(field: FieldFacts) -> bool:
    return len(field.text) > _SHORT or "\n" in field.text


def _short(field: FieldFacts, say: Wording) -> str:
    return field.label or field.text or say("card.open")
