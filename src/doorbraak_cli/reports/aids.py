"""Pages of the aids, the answer of a decision, and a card that was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.reports.document import (
    Block,
    Bullets,
    Document,
    Fields,
    Heading,
    Item,
    Numbered,
    Paragraph,
    page,
)
from doorbraak_cli.reports.guide import items_of, source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doorbraak_cli.domain.aid import Aid, Decision, Route
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording


def aids(chosen: Iterable[Aid], say: Wording) -> Document:
    """Give the aids, a sentence each, and how to open one."""
    listed = [Item(one.id, one.title.pick(say.lang), (one.gist.pick(say.lang),)) for one in chosen]
    return page(Heading(2, say("aids.title")), *listed, Paragraph(say("aids.open")))


def aid(one: Aid, pack: Pack, say: Wording) -> Document:
    """Give a whole aid: when to use it, what it is, its steps, and what else to know."""
    return page(*_aid(one, pack, say))


def answered(one: Aid, decision: Decision, answers: Mapping[str, str], route: Route, say: Wording) -> Document:
    """Give which route applies, why, and what was answered."""
    lang = say.lang
    return page(
        Heading(2, route.title.pick(lang)),
        Paragraph(route.text.pick(lang)),
        Paragraph(say("aids.because", text=route.why.pick(lang))),
        Heading(3, say("aids.answered")),
        Fields(tuple(_given(decision, answers, lang))),
        Paragraph(say("aids.whole", id=one.id)),
        *source(one.source, say),
    )


def _given(decision: Decision, answers: Mapping[str, str], lang: str) -> Iterator[tuple[str, str]]:
    for question in decision.questions:
        if question.id in answers:
            label = next(one.text.pick(lang) for one in question.options if one.id == answers[question.id])
            yield question.text.pick(lang), label


def _aid(one: Aid, pack: Pack, say: Wording) -> Iterator[Block]:
    lang = say.lang
    yield Heading(2, one.title.pick(lang))
    yield Paragraph(say("aids.when", text=one.when.pick(lang)))
    yield Paragraph(one.text.pick(lang))
    steps = tuple(f"{each.title.pick(lang)}: {each.text.pick(lang)}" for each in one.steps)
    if steps:
        yield Heading(3, say("aids.steps" if one.ordered else "aids.checklist"))
        yield Numbered(steps) if one.ordered else Bullets(steps)
    if one.decision:
        yield Paragraph(say("aids.decides", id=one.id))
    if one.fields:
        yield Paragraph(say("aids.fills-in", id=one.id))
    if one.notes:
        yield Heading(3, say("aids.notes"))
        yield Bullets(tuple(each.pick(lang) for each in one.notes))
    named = [(each.id, each.title.pick(lang)) for each in pack.recommendations if one.id in each.aids]
    yield from items_of(say("aids.recommendations"), named)
    yield from source(one.source, say)
