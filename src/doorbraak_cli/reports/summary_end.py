"""How a summary ends: where its content comes from, what the guide doesn't know, and how to keep it safe."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from doorbraak_cli.reports.document import Block, Bullets, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.text import Source
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.facts import SummaryFacts
    from doorbraak_cli.reports.sheet_facts import SheetFacts


def endings(facts: SummaryFacts, pack: Pack, say: Wording) -> Iterator[Block]:
    """Give the sources of what stands in a summary, the limits of the research, and a word on privacy."""
    yield Heading(2, say("summary.sources"))
    yield Bullets(tuple(_sources(facts, pack, say)))
    yield Heading(2, say("summary.limits"))
    yield Paragraph(say("summary.limits.line"))
    yield Heading(2, say("summary.privacy"))
    yield Paragraph(say("summary.privacy.line"))


def _sources(facts: SummaryFacts, pack: Pack, say: Wording) -> Iterator[str]:
    answered = {one.id for reflection in facts.reflections for one in reflection.questions}
    questions = [one.source for one in pack.questions if one.id in answered]
    steps = {one.id for weighing in facts.weighings for one in weighing.steps if one.state == "told"}
    sources: dict[str, Iterable[Source | None]] = {
        "principles": (one.source for one in pack.principles),
        "questions": questions,
        "weighing": (one.source for one in pack.weighing if one.id in steps),
        "sheets": _of_sheets(facts, pack),
        "recommendations": (one.source for each in facts.follow_up.helps for one in each.recommendations),
    }
    for name, found in sources.items():
        for chapter, pages in _places(source for source in found if source):
            yield say(f"summary.source.{name}", chapter=chapter, pages=pages)
    if None in questions:
        yield say("summary.source.own")
    yield say("summary.source.guide")


def _of_sheets(facts: SummaryFacts, pack: Pack) -> Iterator[Source | None]:
    """Give where the steps stand in the guide in which something was answered."""
    kinds: dict[SheetKind, tuple[SheetFacts | None, ...]] = {
        "network": (facts.network,),
        "plan": (facts.plan,),
        "justification": facts.justifications,
        "look_back": facts.look_backs,
    }
    for kind, sheets in kinds.items():
        told = {step.id for one in sheets if one for step in one.steps if step.state == "told"}
        yield from (step.source for step in pack.sheet(kind) if step.id in told)


def _places(sources: Iterable[Source]) -> Iterator[tuple[int, str]]:
    """Give each chapter with its pages: (3, "6, 7")."""
    places = sorted({(source.chapter, source.page) for source in sources})
    for chapter, found in groupby(places, key=lambda place: place[0]):
        yield chapter, ", ".join(str(page) for _, page in found)
