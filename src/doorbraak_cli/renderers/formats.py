"""The formats a summary can be written in, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.renderers import json_data, markdown
from doorbraak_cli.reports.family import family
from doorbraak_cli.reports.meeting import meeting
from doorbraak_cli.reports.sheets import alone
from doorbraak_cli.reports.summary import summary as summary_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.facts import SummaryFacts

    Renderer = Callable[[SummaryFacts, Pack, Wording], bytes]

SUMMARY_SCHEMA = "doorbraak-summary/1"


def _markdown(facts: SummaryFacts, pack: Pack, say: Wording) -> bytes:
    return markdown.render(summary_document(facts, pack, say))


def _json(facts: SummaryFacts, _pack: Pack, say: Wording) -> bytes:
    limits, privacy = say("summary.limits.line"), say("summary.privacy.line")
    return json_data.render(SUMMARY_SCHEMA, facts, language=say.lang, limits=limits, privacy=privacy)


def _for_family(facts: SummaryFacts, pack: Pack, say: Wording) -> bytes:
    return markdown.render(family(facts, pack, say))


def _for_meeting(facts: SummaryFacts, _pack: Pack, say: Wording) -> bytes:
    return markdown.render(meeting(facts, say))


SUMMARY_FORMATS: dict[str, Renderer] = {"md": _markdown, "json": _json}

FAMILY_FORMATS: dict[str, Renderer] = {"md": _for_family}
"""JSON is for machines; what the family reads is for people."""

MEETING_FORMATS: dict[str, Renderer] = {"md": _for_meeting}


def part_formats(part: str) -> dict[str, Renderer]:
    """Give the formats one part of a case can be written in by itself."""

    def render(facts: SummaryFacts, pack: Pack, say: Wording) -> bytes:
        return markdown.render(alone(part, facts, pack, say))

    return {"md": render}
