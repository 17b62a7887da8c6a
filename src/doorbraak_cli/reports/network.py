"""Who adds what around a family, in a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.reports.answer_blocks import about, answered, aside, left_open, state, together
from doorbraak_cli.reports.document import Block, Bullets, Fields, Heading, Paragraph
from doorbraak_cli.reports.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.sheet_facts import SheetFacts, ThingFacts

PLACES = ("core", "missing", "background", "not-now", "")
"""Where somebody can belong, in the order of a summary; "" is not decided yet."""
WITH_STATE = ("with",)


def network_blocks(facts: SheetFacts, say: Wording, level: int = 2) -> Iterator[Block]:
    """Give the network of a case: the coordinator first, then who belongs where with what they add."""
    yield Heading(level, say("network.title"))
    yield Fields(tuple(_facts(facts, say)))
    for step in facts.steps:
        fields = [one for one in step.fields if one.id not in WITH_STATE and one.said != "skipped"]
        if fields:
            yield Heading(level + 1, step.title)
            yield from answered(fields, say, in_short=True)
    yield from _places(facts, say, level + 1)
    yield from aside(facts, say, level + 1)


def _facts(facts: SheetFacts, say: Wording) -> Iterator[tuple[str, str]]:
    yield together(facts, say)
    yield say("summary.state"), state(facts, say)
    yield from left_open(facts, say)


def _places(facts: SheetFacts, say: Wording, level: int) -> Iterator[Block]:
    parties = facts.things("party")
    if not parties:
        yield Paragraph(say("network.nobody"))
    for place in PLACES:
        there = [one for one in parties if one.word("place") == place]
        if there:
            yield Heading(level, say(f"network.place.{place or 'open'}"))
            yield from _together(there, say, level + 1)


def _together(parties: list[ThingFacts], say: Wording, level: int) -> Iterator[Block]:
    """Give those of whom something was said by name, and the others as one list."""
    silent = [one for one in parties if not _is_told(one)]
    for one in parties:
        if one not in silent:
            yield from about(one, say, level, "place")
            if _is_unwatched(one):
                yield Paragraph(say("network.unwatched"))
    if silent:
        yield Paragraph(say("network.silent"))
        yield Bullets(tuple(marked(one.name.text, one.name, say) for one in silent))


def _is_unwatched(party: ThingFacts) -> bool:
    """Tell whether somebody with a statutory task is outside the core team, with no arrangement on watching safety."""
    outside = party.word("place") in ("background", "not-now")
    return outside and party.word("statutory") == "yes" and party.field("watch") is None


def _is_told(party: ThingFacts) -> bool:
    return any(one.said != "skipped" and not one.id.endswith(".place") for one in party.fields)
