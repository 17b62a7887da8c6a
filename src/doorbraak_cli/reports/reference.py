"""Pages to look things up in: terms, practices, and what to read on in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.reports.document import Block, Bullets, Document, Fields, Heading, Item, Paragraph, page
from doorbraak_cli.reports.guide import source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.practice import Practice
    from doorbraak_cli.domain.reference import Product, Term
    from doorbraak_cli.domain.text import Text
    from doorbraak_cli.domain.wording import Wording


def glossary(chosen: Iterable[Term], say: Wording) -> Document:
    """Give terms by alphabet, a plain sentence each."""
    by_name = sorted(chosen, key=lambda one: one.term.pick(say.lang).casefold())
    return page(
        Heading(2, say("glossary.title")), Fields(tuple((_term(one, say), one.text.pick(say.lang)) for one in by_name))
    )


def products(chosen: Iterable[Product], say: Wording) -> Document:
    """Give what stands beside the guide, and what each is for."""
    listed = [Item(one.title.pick(say.lang), one.text.pick(say.lang)) for one in chosen]
    return page(Heading(2, say("sources.title")), Paragraph(say("sources.intro")), *listed)


def practices(chosen: Iterable[Practice], pack: Pack, say: Wording) -> Document:
    """Give practices: what each is, its figures, how it works by the principles, what helps and hinders it."""
    return page(*(block for one in chosen for block in _practice(one, pack, say)))


def _term(one: Term, say: Wording) -> str:
    term = one.term.pick(say.lang)
    return f"{term} ({one.stands_for.pick(say.lang)})" if one.stands_for else term


def _practice(one: Practice, pack: Pack, say: Wording) -> Iterator[Block]:
    lang = say.lang
    yield Heading(2, one.title.pick(lang))
    yield Paragraph(one.text.pick(lang))
    if one.figures:
        yield Heading(3, say("practice.figures"))
        yield Fields(tuple((each.figure, each.text.pick(lang)) for each in one.figures))
    for each in one.principles:
        principle = pack.principle(each.principle)
        yield Heading(3, principle.title.pick(lang) if principle else each.principle)
        yield Paragraph(each.text.pick(lang))
        yield from _bullets("", each.points, lang)
    yield from _bullets(say("practice.conditions"), one.conditions, lang)
    yield from _bullets(say("practice.obstacles"), one.obstacles, lang)
    if one.future:
        yield Heading(3, say("practice.future"))
        yield Paragraph(one.future.pick(lang))
    yield from source(one.source, say)


def _bullets(title: str, texts: tuple[Text, ...], lang: str) -> Iterator[Block]:
    if texts and title:
        yield Heading(3, title)
    if texts:
        yield Bullets(tuple(one.pick(lang) for one in texts))
