"""The page of what was found in the guide, and which command opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.reports.document import Document, Heading, Item, Paragraph, page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.search.entries import Kind
    from doorbraak_cli.search.index import Hit

OPENED_BY: dict[Kind, str] = {
    "aids": "aids",
    "recommendations": "recommendations",
    "bottlenecks": "bottlenecks",
    "terms": "glossary",
    "questions": "questions",
    "principles": "principles",
    "journeys": "journeys",
}
"""The command that opens an item of a kind by its id."""
OPENED_WHOLE: dict[Kind, str] = {"practices": "practice", "products": "sources"}
"""The command that opens all items of a kind on one page."""


def found(hits: Sequence[Hit], most: int, say: Wording, typed: Callable[..., str]) -> Document:
    """Give what was found, best first, `most` at the most; `typed` gives a command as somebody can type it here."""
    shown, total = hits[:most], len(hits)
    title = say("search.found", count=total) if total <= most else say("search.some", shown=most, count=total)
    items = [Item(hit.entry.title, hit.sentence, (_opening(hit, say, typed),)) for hit in shown]
    return page(Heading(2, title), *items, *([Paragraph(say("search.more"))] if total > most else []))


def _opening(hit: Hit, say: Wording, typed: Callable[..., str]) -> str:
    kind = hit.entry.kind
    words = (OPENED_BY[kind], hit.entry.id) if kind in OPENED_BY else (OPENED_WHOLE[kind],)
    return say("search.opens", kind=say(f"search.{kind}"), command=typed(*words))
