"""What a menu can open of the guide: pages, and lists of things with a page each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from doorbraak_cli.reports import aids, guide, journeys, recommendations, reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from doorbraak_cli.domain.aid import Aid
    from doorbraak_cli.domain.bottleneck import Bottleneck
    from doorbraak_cli.domain.journey import Journey
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.recommendation import Recommendation
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.document import Document

    Page: TypeAlias = Callable[[], Document]
    Pages: TypeAlias = dict[str, tuple[str, Page]]
    Titled: TypeAlias = Aid | Bottleneck | Journey | Recommendation


def guide_pages(pack: Pack, say: Wording) -> dict[str, Page | Pages]:
    """Give a page, or pages by id with their title, for each part of the guide."""
    told = _titles(pack.journeys, say, lambda one: partial(journeys.journey, one, say))
    compared = {"compare": (say("menu.compare"), partial(journeys.compared, pack.journeys, say))}
    return {
        "principles": partial(guide.principles, pack.principles, pack, say, whole=False),
        "questions": {
            one.id: (one.text.pick(say.lang), partial(guide.question, one, pack, say)) for one in pack.questions
        },
        "recommendations": _titles(
            pack.recommendations, say, lambda one: partial(recommendations.recommendation, one, pack, say)
        ),
        "aids": _titles(pack.aids, say, lambda one: partial(aids.aid, one, pack, say)),
        "journeys": compared | told,
        "practice": partial(reference.practices, pack.practices, pack, say),
        "bottlenecks": _titles(pack.bottlenecks, say, lambda one: partial(recommendations.bottleneck, one, pack, say)),
        "glossary": partial(reference.glossary, pack.terms, say),
        "sources": partial(reference.products, pack.products, say),
    }


def item_page(kind: str, item_id: str, pack: Pack, say: Wording) -> Page:
    """Give the page of one item, of any kind that can be found by searching."""
    parts = guide_pages(pack, say)
    part = parts.get(kind)
    if isinstance(part, dict):
        return part[item_id][1]
    if kind == "terms":
        return partial(reference.glossary, [one for one in pack.terms if one.id == item_id], say)
    if kind == "products":
        return partial(reference.products, [one for one in pack.products if one.id == item_id], say)
    if kind == "principles":
        return partial(guide.principles, [one for one in pack.principles if one.id == item_id], pack, say, whole=True)
    return partial(reference.practices, pack.practices, pack, say)


def _titles(items: Iterable[Titled], say: Wording, page_of: Callable[..., Page]) -> Pages:
    return {one.id: (one.title.pick(say.lang), page_of(one)) for one in items}
