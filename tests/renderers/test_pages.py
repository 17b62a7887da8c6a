"""Every page of the shipped guide as it stands on a screen of 80 columns: all of it is there, and it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Card
from doorbraak_cli.domain.links import aids_for, mirrors_of, recommendations_for
from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Text
from doorbraak_cli.files import wordings
from doorbraak_cli.renderers import plain_text
from doorbraak_cli.reports import aids, cards, guide, journeys, recommendations, reference

from .conftest import DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language, Wording
    from doorbraak_cli.reports.document import Document

    Page = tuple[str, Document, list[Text]]


def texts(value: object, *left_out: str) -> list[Text]:
    """Give every text in an item, but for what stands under the names left out."""
    if isinstance(value, Text):
        return [value]
    if isinstance(value, Model):
        return [text for name, one in value if name not in left_out for text in texts(one, *left_out)]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one, *left_out)]
    return []


def in_short(items: Iterable[Model], *names: str) -> list[Text]:
    """Give the texts under these names of each item."""
    return [getattr(one, name) for one in items for name in names]


def of_principles(pack: Pack, say: Wording) -> Iterator[Page]:
    short = [*in_short(pack.principles, "title", "why", "essence"), *texts(pack.levels)]
    yield "principles", guide.principles(pack.principles, pack, say, whole=False), short
    for one in pack.principles:
        yield one.id, guide.principles([one], pack, say, whole=True), texts(one)


def of_questions(pack: Pack, say: Wording) -> Iterator[Page]:
    told = [text for one in pack.questions for text in (one.text, *in_short(one.parts, "text"))]
    yield "questions", guide.questions(pack.questions, pack, say), told
    for one in pack.questions:
        linked = in_short(recommendations_for(one, pack), "title") + in_short(mirrors_of(one, pack), "text")
        yield one.id, guide.question(one, pack, say), texts(one) + linked


def of_recommendations(pack: Pack, say: Wording) -> Iterator[Page]:
    listed = in_short(pack.recommendations, "title", "gist")
    yield "recommendations", recommendations.recommendations(pack.recommendations, pack, say), listed
    for one in pack.recommendations:
        asked = [each.text for each in pack.questions if one.id in each.recommendations]
        linked = in_short(aids_for([one], pack), "title") + asked
        yield one.id, recommendations.recommendation(one, pack, say), texts(one, "gist") + linked


def of_bottlenecks(pack: Pack, say: Wording) -> Iterator[Page]:
    yield "bottlenecks", recommendations.bottlenecks(pack.bottlenecks, pack, say), texts(pack.bottlenecks)
    for one in pack.bottlenecks:
        linked = in_short(filter(None, map(pack.recommendation, one.recommendations)), "title")
        linked += in_short(filter(None, map(pack.question, one.questions)), "text")
        assert len(linked) == len(one.recommendations) + len(one.questions)
        yield one.id, recommendations.bottleneck(one, pack, say), texts(one) + linked


def of_aids(pack: Pack, say: Wording) -> Iterator[Page]:
    yield "aids", aids.aids(pack.aids, say), in_short(pack.aids, "title", "gist")
    for one in pack.aids:
        yield one.id, aids.aid(one, pack, say), texts(one, "gist", "decision", "fields")


def of_decisions(pack: Pack, say: Wording) -> Iterator[Page]:
    for one in pack.aids:
        for route in one.decision.routes if one.decision else ():
            assert one.decision is not None
            given = {name: ids[0] for name, ids in route.when.items()}
            asked = [each for each in one.decision.questions if each.id in given]
            labels = [option.text for each in asked for option in each.options if option.id == given[each.id]]
            told = [*texts(route), *in_short(asked, "text"), *labels]
            yield f"{one.id} {route.id}", aids.answered(one, one.decision, given, route, say), told


def of_cards(pack: Pack, say: Wording) -> Iterator[Page]:
    for one in pack.aids:
        if one.fields:
            told = Card(id="card-1", aid=one.id, started=DAY, language=say.lang, pack=pack.ref)
            steps = [step.title for step in one.steps if step.fields]
            yield one.id, cards.card(one, told, "Duin", say), [one.title, *steps, *in_short(one.fields, "text")]


def of_journeys(pack: Pack, say: Wording) -> Iterator[Page]:
    yield "journeys", journeys.journeys(pack.journeys, say), in_short(pack.journeys, "title", "gist")
    for one in pack.journeys:
        yield one.id, journeys.journey(one, say), texts(one, "gist")


def of_what_is_looked_up(pack: Pack, say: Wording) -> Iterator[Page]:
    yield "practices", reference.practices(pack.practices, pack, say), texts(pack.practices)
    yield "terms", reference.glossary(pack.terms, say), texts(pack.terms)
    yield "products", reference.products(pack.products, say), texts(pack.products)


PAGES: list[Callable[[Pack, Wording], Iterator[Page]]] = [
    of_principles,
    of_questions,
    of_recommendations,
    of_bottlenecks,
    of_aids,
    of_decisions,
    of_cards,
    of_journeys,
    of_what_is_looked_up,
]


def flat(text: str) -> str:
    return " ".join(text.split())


def too_wide(shown: str) -> list[str]:
    return [line for line in shown.split("\n") if len(line) > 80]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("pages", PAGES, ids=lambda one: one.__name__)
def test_pages(pages: Callable[[Pack, Wording], Iterator[Page]], pack: Pack, lang: Language) -> None:
    """It shows every text of every item, and no line wider than the screen."""
    found = list(pages(pack, wordings.load(lang)))
    assert found
    for name, document, told in found:
        assert told, name
        shown = plain_text.render(document, 80)
        assert too_wide(shown) == [], name
        assert [text.pick(lang) for text in told if flat(text.pick(lang)) not in flat(shown)] == [], name


@pytest.mark.parametrize("side_by_side", [True, False])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_journeys_compared(pack: Pack, lang: Language, side_by_side: bool) -> None:
    """It shows every moment of both journeys beside each other, and below each other where that is asked for."""
    document = journeys.compared(pack.journeys, wordings.load(lang))
    shown = plain_text.render(document, 80, side_by_side=side_by_side)
    assert too_wide(shown) == []
    assert ("┼" in shown) == side_by_side
    told = [text.pick(lang) for text in texts(pack.journeys, "gist")]
    assert len(told) > 80
    there = columns(shown) if side_by_side else flat(shown)
    assert [text for text in told if flat(text) not in there] == []


def columns(shown: str) -> str:
    """Give what stands in three columns one column after the other, table by table, and the other lines as they are."""
    found: list[str] = []
    table: list[list[str]] = []
    for line in [*shown.split("\n"), ""]:
        if "│" in line:
            table.append([cell.strip() for cell in line.split("│")])
        elif "┼" in line or (table and not line):
            found += [" ".join(column) for column in zip(*table, strict=True)]
            table = []
        else:
            found.append(line)
    return flat(" ".join(found))
