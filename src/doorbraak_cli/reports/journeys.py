"""Pages of the journeys: one from moment to moment, or several side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.reports.document import Block, Document, Fields, Heading, Item, Paragraph, Table, page
from doorbraak_cli.reports.guide import source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorbraak_cli.domain.journey import Journey, Moment
    from doorbraak_cli.domain.wording import Wording

ASPECTS = ("seen", "chosen", "led_by", "safety", "livelihood", "development")


def journeys(chosen: Sequence[Journey], say: Wording) -> Document:
    """Give the journeys, a sentence each, and how to read them."""
    listed = [Item(one.id, one.title.pick(say.lang), (one.gist.pick(say.lang),)) for one in chosen]
    return page(
        Heading(2, say("journeys.title")), Paragraph(say("journeys.intro")), *listed, Paragraph(say("journeys.open"))
    )


def journey(one: Journey, say: Wording) -> Document:
    """Give a whole journey, moment by moment."""
    return page(*_journey(one, say))


def compared(chosen: Sequence[Journey], say: Wording) -> Document:
    """Give journeys side by side: at each moment what was seen and chosen, and what it did; a shared opening once."""
    blocks: list[Block] = [Heading(2, say("journeys.compared"))]
    blocks += [Paragraph(one) for one in dict.fromkeys(one.opening.pick(say.lang) for one in chosen)]
    names = tuple(one.title.pick(say.lang) for one in chosen)
    moments = dict.fromkeys(moment.id for one in chosen for moment in one.moments)
    for number, moment_id in enumerate(moments, start=1):
        there = [one.moment(moment_id) for one in chosen]
        title = next(moment.title.pick(say.lang) for moment in there if moment)
        blocks += [Heading(3, f"{number}. {title}"), _table(names, there, say)]
    endings = tuple(one.ending.pick(say.lang) for one in chosen)
    blocks += [Heading(3, say("journeys.ending")), Table(("", *names), ((say("journeys.ending"), *endings),))]
    return page(*blocks, *(block for one in chosen for block in source(one.source, say)))


def _table(names: tuple[str, ...], moments: Sequence[Moment | None], say: Wording) -> Table:
    rows = tuple((say(f"journeys.{name}"), *(_told(moment, name, say) for moment in moments)) for name in ASPECTS)
    return Table(("", *names), rows)


def _told(moment: Moment | None, name: str, say: Wording) -> str:
    return str(getattr(moment, name).pick(say.lang)) if moment else say("journeys.not-here")


def _journey(one: Journey, say: Wording) -> Iterator[Block]:
    yield Heading(2, one.title.pick(say.lang))
    yield Paragraph(one.opening.pick(say.lang))
    for number, moment in enumerate(one.moments, start=1):
        yield Heading(3, f"{number}. {moment.title.pick(say.lang)}")
        yield Fields(tuple((say(f"journeys.{name}"), _told(moment, name, say)) for name in ASPECTS))
    yield Heading(3, say("journeys.ending"))
    yield Paragraph(one.ending.pick(say.lang))
    yield from source(one.source, say)
