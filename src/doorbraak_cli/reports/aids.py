"""Pages of the aids, the answer of a decision, and a card that was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.reports.document import (
    Block,
    Bullets,
    Document,
    Fields,
    Heading,
    Item,
    Numbered,
    Paragraph,
    Quote,
    page,
)
from doorbraak_cli.reports.guide import items_of, source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doorbraak_cli.domain.aid import Aid, CardField, Decision, Route
    from doorbraak_cli.domain.case import Answer, Card
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


def card(one: Aid | None, told: Card, title: str, say: Wording) -> Document:
    """Give a card as it was filled in, every field of the aid with its answer or that it was left open."""
    meta = {
        "title": say("card.title", aid=name_of(one, told, say), title=first_line(title, 80)),
        "created": told.started.isoformat(),
        "content": f"{told.pack.id} {told.pack.version} ({told.pack.digest})",
        "language": say.lang,
    }
    end = source(one.source, say) if one else ()
    return Document(
        meta, (Heading(1, meta["title"]), *card_blocks(one, told, say), Paragraph(say("card.privacy")), *end)
    )


def name_of(one: Aid | None, told: Card, say: Wording) -> str:
    """Give what an aid is called; its id where the pack no longer has it."""
    return one.title.pick(say.lang) if one else told.aid


def card_blocks(one: Aid | None, told: Card, say: Wording) -> Iterator[Block]:
    """Give what a card says: when, per step what was filled in, and what the pack no longer asks."""
    state = say("summary.finished", date=say.day(told.finished)) if told.finished else say("summary.open")
    yield Fields(((say("card.date"), say.day(told.started)), (say("summary.state"), state)))
    answers = told.by_id()
    for step in one.steps if one else ():
        if step.fields:
            yield Heading(3, step.title.pick(say.lang))
        for field in step.fields:
            yield from _filled_in(field, answers.get(field.id), say)
    known = {field.id for field in one.fields} if one else set()
    for answer in told.answers:
        if answer.id not in known:
            yield from _told(_asked(answer, say), _value(answer), say)


def _filled_in(field: CardField, answer: Answer | None, say: Wording) -> Iterator[Block]:
    value = _value(answer) if answer else ""
    label = next((one.text.pick(say.lang) for one in field.options if one.id == value), value)
    asked = _asked(answer, say) if answer else field.text.pick(say.lang)
    return _told(asked, label, say, quoted=field.kind == "text")


def _value(answer: Answer) -> str:
    """Give what stands, or a draft where nothing was answered before it; a list of a mended file as one line."""
    value = answer.value if _only_draft(answer) else answer.stands
    return value if isinstance(value, str) else ", ".join(value or ())


def _asked(answer: Answer, say: Wording) -> str:
    mark = "summary.draft" if _only_draft(answer) else "summary.check"
    return f"{answer.asked} ({say(mark)})" if answer.open else answer.asked


def _only_draft(answer: Answer) -> bool:
    return answer.status == "draft" and answer.confirmed is None


def _told(asked: str, value: str, say: Wording, *, quoted: bool = True) -> Iterator[Block]:
    if value and quoted:
        yield Paragraph(asked)
        yield Quote(value)
    else:
        yield Fields(((asked, value or say("card.open")),))


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
