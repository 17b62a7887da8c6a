"""How a summary tells what weak answers lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.reports.document import Block, Heading, Item, Paragraph
from doorbraak_cli.reports.recommendations import solved_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.follow_up import FollowUp, MirrorFacts, RecommendationFacts

AT_MOST = 5
"""How many questions for one level a summary shows; a manager who gets ten answers none."""


def helps(told: FollowUp, say: Wording) -> Iterator[Block]:
    """Give per weak answer the recommendations that go with it; those that were told already by their title."""
    if not told.helps:
        return
    yield Heading(2, say("summary.helps"))
    yield Paragraph(say("summary.helps.explained"))
    seen: set[str] = set()
    for one in told.helps:
        yield Heading(3, one.text)
        yield from (_recommendation(each, say) for each in one.recommendations if each.id not in seen)
        again = ", ".join(each.title for each in one.recommendations if each.id in seen)
        if again:
            yield Paragraph(say("summary.helps.above", titles=again))
        seen |= {each.id for each in one.recommendations}


def mirrors(told: FollowUp, pack: Pack, say: Wording) -> Iterator[Block]:
    """Give the questions for other levels, ready to send: nothing in them is about a case."""
    if not told.mirrors:
        return
    yield Heading(2, say("summary.mirrors"))
    yield Paragraph(say("summary.mirrors.explained"))
    titles = {one.id: one.title for one in told.bottlenecks}
    for level in pack.levels:
        there = [one for one in told.mirrors if one.level == level.id]
        if there:
            yield Heading(3, say("summary.mirrors.for", who=level.speaks_to.pick(say.lang)))
        yield from (_mirror(one, titles, say) for one in there[:AT_MOST])


def bottlenecks(told: FollowUp, pack: Pack, say: Wording) -> Iterator[Block]:
    """Give what stood in the way, and where it can be solved."""
    if not told.bottlenecks:
        return
    yield Heading(2, say("summary.bottlenecks"))
    yield Paragraph(say("summary.bottlenecks.explained"))
    for one in told.bottlenecks:
        yield Item(one.title, one.text, (solved_on(one.levels, pack, say),) if one.levels else ())


def _recommendation(one: RecommendationFacts, say: Wording) -> Item:
    source = say("guide.place", chapter=one.source.chapter, page=one.source.page) if one.source else say("guide.own")
    return Item(one.title, f"{one.gist} {source}".strip())


def _mirror(one: MirrorFacts, titles: dict[str, str], say: Wording) -> Item:
    because = ", ".join(titles[name] for name in one.bottlenecks)
    return Item(one.text, one.why, (say("summary.mirrors.because", bottlenecks=because),) if because else ())
