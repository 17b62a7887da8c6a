"""Pages of the guide as plain text, wrapped to a width in columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import Principle
    from doorbraak_cli.domain.question import ReflectionQuestion
    from doorbraak_cli.domain.wording import Wording

WIDEST, NARROWEST = 88, 20


def principles(chosen: Iterable[Principle], pack: Pack, say: Wording, width: int, *, whole: bool) -> str:
    """Give each principle with its reason and essence, and the levels; `whole` adds the composite case instead."""
    pages = ["\n".join(_principle(one, pack, say, width, whole=whole)) for one in chosen]
    return "\n\n".join(pages if whole else [*pages, "\n".join(_levels(pack, say, width))])


def questions(chosen: Iterable[ReflectionQuestion], pack: Pack, say: Wording, width: int) -> str:
    """Give the questions under headings per principle and level, with their ids and parts."""
    lines: list[str] = []
    where = ("", "")
    count = 0
    for question in chosen:
        count += 1
        if (question.principle, question.level) != where:
            where = (question.principle, question.level)
            lines += ["", *_heading(_where(question, pack, say), width)]
        lines += _question(question, say, width)
    return "\n".join([*lines, "", say("questions.count", count=count)]).lstrip("\n")


def _principle(one: Principle, pack: Pack, say: Wording, width: int, *, whole: bool) -> Iterator[str]:
    lang = say.lang
    yield from _heading(f"{one.number}. {one.title.pick(lang)} ({one.code})", width)
    yield from _paragraph(say("principles.why", text=one.why.pick(lang)), width)
    yield ""
    yield from _paragraph(one.essence.pick(lang), width)
    if whole:
        yield ""
        yield from _paragraph(say("principles.in-the-case", text=one.in_the_case.pick(lang)), width)
        count = len(pack.select(principles=[one.id]))
        yield ""
        yield from _paragraph(say("principles.questions", count=count, code=one.code), width)
    source = one.source
    yield from _paragraph(say("principles.source", chapter=source.chapter, page=source.page), width)


def _levels(pack: Pack, say: Wording, width: int) -> Iterator[str]:
    """Give whom each level speaks to, and what a reflection on it looks at."""
    yield from _heading(say("principles.levels"), width)
    for level in pack.levels:
        yield from _paragraph(f"{level.title.pick(say.lang)}: {level.speaks_to.pick(say.lang)}", width)
        yield from _paragraph(level.about.pick(say.lang), width, indent="  ")


def _where(question: ReflectionQuestion, pack: Pack, say: Wording) -> str:
    names = [
        one.title.pick(say.lang) for one in (pack.principle(question.principle), pack.level(question.level)) if one
    ]
    return " · ".join(names)


def _question(question: ReflectionQuestion, say: Wording, width: int) -> Iterator[str]:
    yield f"  {question.id}"
    yield from _paragraph(question.text.pick(say.lang), width, indent="    ")
    for part in question.parts:
        yield from _paragraph(f"{part.id}) {part.text.pick(say.lang)}", width, indent="      ", hang="   ")


def _heading(text: str, width: int) -> Iterator[str]:
    lines = list(_paragraph(text, width))
    yield from lines
    yield "─" * max(len(line) for line in lines)


def _paragraph(text: str, width: int, indent: str = "", hang: str = "") -> Iterator[str]:
    return iter(
        textwrap.wrap(
            visible(text),
            max(min(width, WIDEST), NARROWEST),
            initial_indent=indent,
            subsequent_indent=indent + hang,
            break_on_hyphens=False,
        )
    )
