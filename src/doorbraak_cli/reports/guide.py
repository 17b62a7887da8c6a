"""Pages of the principles, the levels and the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.links import mirrors_of, recommendations_for
from doorbraak_cli.reports.document import Block, Document, Heading, Item, Paragraph, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import Principle
    from doorbraak_cli.domain.question import ReflectionQuestion
    from doorbraak_cli.domain.recommendation import Recommendation
    from doorbraak_cli.domain.text import Source
    from doorbraak_cli.domain.wording import Wording


def principles(chosen: Iterable[Principle], pack: Pack, say: Wording, *, whole: bool) -> Document:
    """Give each principle with its reason and essence, and the levels; `whole` adds the composite case instead."""
    blocks = [block for one in chosen for block in _principle(one, pack, say, whole=whole)]
    return page(*blocks, *([] if whole else _levels(pack, say)))


def questions(chosen: Sequence[ReflectionQuestion], pack: Pack, say: Wording) -> Document:
    """Give the questions under headings per principle and level, with their ids and parts."""
    blocks: list[Block] = []
    for question, heading in zip(chosen, headings(chosen, pack, say), strict=True):
        blocks += heading
        parts = tuple(f"{part.id}) {part.text.pick(say.lang)}" for part in question.parts)
        blocks.append(Item(question.id, question.text.pick(say.lang), parts))
    return page(*blocks, Paragraph(say("questions.count", count=len(chosen))))


def question(one: ReflectionQuestion, pack: Pack, say: Wording) -> Document:
    """Give one question: why it is asked, what helps with it, and what others can be asked about the same thing."""
    return page(*_question(one, pack, say))


def where(one: ReflectionQuestion | Recommendation, pack: Pack, say: Wording) -> str:
    """Give the principle and level something belongs to, in words."""
    found = (pack.principle(one.principle), pack.level(one.level))
    return " · ".join(named.title.pick(say.lang) for named in found if named)


def headings(
    items: Iterable[ReflectionQuestion | Recommendation], pack: Pack, say: Wording
) -> Iterator[tuple[Heading, ...]]:
    """Give for each item its heading where its principle and level differ from those of the one before, or nothing."""
    before = ("", "")
    for one in items:
        here = (one.principle, one.level)
        yield (Heading(2, where(one, pack, say)),) if here != before else ()
        before = here


def source(one: Source | None, say: Wording) -> tuple[Block, ...]:
    """Give the line that says where in the guide something stands; nothing for what is somebody's own."""
    return (Paragraph(say("guide.source", chapter=one.chapter, page=one.page)),) if one else ()


def items_of(title: str, found: Iterable[tuple[str, str]]) -> tuple[Block, ...]:
    """Give named things under a title; nothing where there are none."""
    listed = [Item(key, text) for key, text in found]
    return (Heading(3, title), *listed) if listed else ()


def _principle(one: Principle, pack: Pack, say: Wording, *, whole: bool) -> Iterator[Block]:
    lang = say.lang
    yield Heading(2, f"{one.number}. {one.title.pick(lang)} ({one.code})")
    yield Paragraph(say("principles.why", text=one.why.pick(lang)))
    yield Paragraph(one.essence.pick(lang))
    if whole:
        yield Paragraph(say("principles.in-the-case", text=one.in_the_case.pick(lang)))
        counts = {
            "questions": len(pack.select(principles=[one.id])),
            "recommendations": len(pack.select_recommendations(principles=[one.id])),
        }
        yield Paragraph(say("principles.more", code=one.code, **counts))
    yield from source(one.source, say)


def _levels(pack: Pack, say: Wording) -> Iterator[Block]:
    """Give whom each level speaks to, and what a reflection on it looks at."""
    yield Heading(2, say("principles.levels"))
    for level in pack.levels:
        yield Item(level.title.pick(say.lang), level.speaks_to.pick(say.lang), (level.about.pick(say.lang),))


def _question(one: ReflectionQuestion, pack: Pack, say: Wording) -> Iterator[Block]:
    lang = say.lang
    yield Heading(2, one.text.pick(lang))
    yield Paragraph(where(one, pack, say))
    for part in one.parts:
        yield Item(part.id, part.text.pick(lang))
    yield Heading(3, say("prompt.why"))
    yield Paragraph(one.why.pick(lang))
    helping = [(each.id, each.title.pick(lang)) for each in recommendations_for(one, pack)]
    yield from items_of(say("prompt.helps"), helping)
    yield from items_of(say("guide.mirrors"), ((each.id, each.text.pick(lang)) for each in mirrors_of(one, pack)))
    yield from source(one.source, say)
