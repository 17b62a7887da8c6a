"""Pages of the recommendations and the bottlenecks they take on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.links import aids_for
from doorbraak_cli.reports.document import Block, Bullets, Document, Fields, Heading, Item, Paragraph, page
from doorbraak_cli.reports.guide import headings, items_of, source, where

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from doorbraak_cli.domain.bottleneck import Bottleneck
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.recommendation import Recommendation
    from doorbraak_cli.domain.text import Text
    from doorbraak_cli.domain.wording import Wording


def recommendations(chosen: Sequence[Recommendation], pack: Pack, say: Wording) -> Document:
    """Give the recommendations under headings per principle and level, a sentence each."""
    blocks: list[Block] = []
    for one, heading in zip(chosen, headings(chosen, pack, say), strict=True):
        blocks += [*heading, Item(one.id, one.title.pick(say.lang), (one.gist.pick(say.lang),))]
    return page(*blocks, Paragraph(say("recommendations.count", count=len(chosen))))


def recommendation(one: Recommendation, pack: Pack, say: Wording) -> Document:
    """Give a whole recommendation: what to do, what was seen, and what goes with it."""
    return page(*_recommendation(one, pack, say))


def bottlenecks(chosen: Sequence[Bottleneck], pack: Pack, say: Wording) -> Document:
    """Give the bottlenecks, with who can do something about each."""
    listed = [
        Item(one.id, one.title.pick(say.lang), (one.text.pick(say.lang), solved_on(one.levels, pack, say)))
        for one in chosen
    ]
    return page(Heading(2, say("bottlenecks.title")), Paragraph(say("bottlenecks.intro")), *listed)


def bottleneck(one: Bottleneck, pack: Pack, say: Wording) -> Document:
    """Give a whole bottleneck: what takes it on, and what to ask those who can solve it."""
    lang = say.lang
    helping = [(each.id, each.title.pick(lang)) for each in map(pack.recommendation, one.recommendations) if each]
    asking = [(each.id, each.text.pick(lang)) for each in map(pack.question, one.questions) if each]
    return page(
        Heading(2, one.title.pick(lang)),
        Paragraph(one.text.pick(lang)),
        Paragraph(solved_on(one.levels, pack, say)),
        *items_of(say("prompt.helps"), helping),
        *items_of(say("bottlenecks.questions"), asking),
        *source(one.source, say),
    )


def solved_on(level_ids: Collection[str], pack: Pack, say: Wording) -> str:
    """Give the sentence that says on which of these levels something can be solved."""
    named = (level.title.pick(say.lang).lower() for level in pack.levels if level.id in level_ids)
    return say("bottlenecks.levels", levels=", ".join(named) or say("bottlenecks.no-level"))


def _recommendation(one: Recommendation, pack: Pack, say: Wording) -> Iterator[Block]:
    lang = say.lang
    yield Heading(2, one.title.pick(lang))
    yield Paragraph(where(one, pack, say))
    yield Paragraph(one.text.pick(lang))
    if one.actions:
        yield Heading(3, say("recommendations.actions"))
        yield Fields(tuple((each.title.pick(lang), each.text.pick(lang)) for each in one.actions))
    yield from _bullets(say("recommendations.observations"), one.observations, lang)
    yield from _bullets(say("recommendations.examples"), one.examples, lang)
    yield from items_of(say("prompt.aids"), ((each.id, each.title.pick(lang)) for each in aids_for([one], pack)))
    asked = [(each.id, each.text.pick(lang)) for each in pack.questions if one.id in each.recommendations]
    yield from items_of(say("recommendations.questions"), asked)
    yield from source(one.source, say)


def _bullets(title: str, texts: tuple[Text, ...], lang: str) -> Iterator[Block]:
    if texts:
        yield Heading(3, title)
        yield Bullets(tuple(one.pick(lang) for one in texts))
