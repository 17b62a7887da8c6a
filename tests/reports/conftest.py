"""Cases to report on, built answer by answer, and a way to look something up in a report."""

from __future__ import annotations

from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.aid import Aid, CardField, Choice, Decision, DecisionQuestion, Route, Step
from doorbraak_cli.domain.bottleneck import Bottleneck
from doorbraak_cli.domain.case import Answer, Card, Case, Record, Reflection, Weighing
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.principle import ABOUT, LevelId
from doorbraak_cli.domain.question import ReflectionQuestion
from doorbraak_cli.domain.recommendation import Recommendation
from doorbraak_cli.domain.text import Source, Text
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
    Table,
    Tasks,
)
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.reports.summary import summary

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Status, Value
    from doorbraak_cli.domain.model import Model
    from doorbraak_cli.domain.wording import Wording

DAY = date(2026, 4, 30)


def text(nl: str) -> Text:
    return Text(nl=nl, en=f"{nl} in English")


def pack_with(pack: Pack, **content: tuple[Model, ...]) -> Pack:
    """Give a pack with other items of some kinds."""
    return Pack.model_validate({**dict(pack), **content})


def answer(
    answer_id: str,
    value: Value | None,
    *,
    draft: bool = False,
    check: bool = False,
    confirmed: Value | None = None,
) -> Answer:
    status: Status = "draft" if draft else "skipped" if value is None else "answered"
    asked = f"Gevraagd bij {answer_id}?"
    return Answer(id=answer_id, asked=asked, status=status, value=value, check=check, confirmed=confirmed)


def reflection(
    pack: Pack,
    *answers: Answer,
    number: int = 1,
    level: LevelId = "micro",
    started: date = DAY,
    finished: date | None = DAY,
    setup: dict[str, Value | None] | None = None,
) -> Reflection:
    """Give a reflection on all questions of a level, with these answers; `setup` says what was set up otherwise."""
    chosen = {"level": level, "principles": tuple(one.id for one in pack.principles), "selection": "all"}
    given = [answer(name, value) for name, value in {**chosen, **(setup or {})}.items()]
    return Reflection(
        id=f"reflection-{number}",
        started=started,
        finished=finished,
        language="nl",
        pack=pack.ref,
        answers=(*given, *answers),
    )


def card(pack: Pack, aid: str, *answers: Answer, number: int = 1, finished: date | None = DAY) -> Card:
    """Give a card for an aid, with these answers."""
    return Card(
        id=f"card-{number}",
        aid=aid,
        started=DAY,
        finished=finished,
        language="nl",
        pack=pack.ref,
        answers=answers,
    )


def case(
    *reflections: Reflection,
    intake: tuple[Answer, ...] = (),
    level: LevelId = "micro",
    cards: tuple[Card, ...] = (),
    weighings: tuple[Weighing, ...] = (),
) -> Case:
    """Give a case named Duin, unless its intake says otherwise."""
    there = Record(answers=intake or (answer("title", "Duin"),))
    return Case(
        about=ABOUT[level], created=DAY, intake=there, reflections=reflections, cards=cards, weighings=weighings
    )


def report(of: Case, pack: Pack, say: Wording) -> Document:
    return summary(summary_facts(of, pack, say.lang), pack, say)


def below(document: Document, heading: str) -> list[Block]:
    """Give the blocks under a heading, up to the next one that is not below it."""
    place, level = next(
        (place, block.level)
        for place, block in enumerate(document.blocks)
        if isinstance(block, Heading) and block.text == heading
    )
    inside = document.blocks[place + 1 :]
    return list(takewhile(lambda block: not (isinstance(block, Heading) and block.level <= level), inside))


def headings(document: Document, level: int) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == level]


def lines(document: Document) -> list[str]:
    """Give every text in a report, in order."""
    return [line for block in document.blocks for line in _lines(block)]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph() | Quote():
            return [block.text]
        case Fields():
            return [text for pair in block.pairs for text in pair]
        case Table():
            return [cell for row in (block.header, *block.rows) for cell in row]
        case Bullets() | Numbered() | Tasks():
            return list(block.items)
        case Item():
            return [block.key, block.text, *block.details]


def question(question_id: str, level: LevelId = "micro", **links: tuple[str, ...]) -> ReflectionQuestion:
    return ReflectionQuestion(
        id=question_id,
        principle="radicaal-aansluiten",
        level=level,
        kind="extent",
        text=text(f"Vraag {question_id}?"),
        why=text(f"Waarom {question_id}."),
        recommendations=links.get("recommendations", ()),
        mirrors=links.get("mirrors", ()),
    )


def recommendation(recommendation_id: str, *, source: Source | None = None) -> Recommendation:
    return Recommendation(
        id=recommendation_id,
        principle="radicaal-aansluiten",
        level="micro",
        title=text(f"Titel {recommendation_id}"),
        gist=text(f"Kern {recommendation_id}."),
        text=text(f"Uitleg {recommendation_id}."),
        source=source,
    )


def bottleneck(bottleneck_id: str, *levels: LevelId, questions: tuple[str, ...] = ()) -> Bottleneck:
    return Bottleneck(
        id=bottleneck_id,
        title=text(f"Titel {bottleneck_id}"),
        text=text(f"Uitleg {bottleneck_id}."),
        levels=levels,
        questions=questions,
    )


@pytest.fixture(scope="session")
def small(pack: Pack) -> Pack:
    """Give a pack with a handful of questions and what they lead to."""
    place = Source(chapter=5, page=12, item="x")
    return pack_with(
        pack,
        questions=(
            question("micro-1", recommendations=("r-4", "r-1", "r-2", "r-3"), mirrors=("meso-1",)),
            question("micro-2", recommendations=("r-1",), mirrors=("meso-2", "macro-1")),
            question("micro-3"),
            question("meso-1", "meso"),
            question("meso-2", "meso"),
            question("meso-3", "meso", mirrors=("micro-2",)),
            question("meso-4", "meso"),
            question("macro-1", "macro", mirrors=("micro-1",)),
            question("macro-2", "macro", mirrors=("micro-1",)),
        ),
        recommendations=(recommendation("r-1", source=place), *(recommendation(f"r-{number}") for number in (2, 3, 4))),
        bottlenecks=(
            bottleneck("tijd", "meso", "macro", questions=("macro-2", "meso-4")),
            bottleneck("geld", "macro", questions=("macro-2", "micro-3")),
            bottleneck("anders"),
        ),
    )


YES_OR_NO = (Choice(id="yes", text=text("ja")), Choice(id="no", text=text("nee")))
DECISION = Decision(
    questions=(
        DecisionQuestion(id="adult", text=text("Volwassen?"), options=YES_OR_NO),
        DecisionQuestion(id="consent", text=text("Toestemming?"), options=YES_OR_NO),
    ),
    routes=(
        Route(id="young", when={"adult": ("no",)}, title=text("Jeugd"), text=text("Vraag na."), why=text("Te jong.")),
        Route(id="else", title=text("Vraag"), text=text("Bel."), why=text("Het kan.")),
    ),
)
STEPS = (
    Step(
        title=text("Rol"),
        text=text("Kies."),
        fields=(
            CardField(id="role", kind="choice", text=text("Welke rol?"), options=YES_OR_NO),
            CardField(id="who", kind="line", text=text("Wie?")),
        ),
    ),
    Step(title=text("Alleen lezen"), text=text("Lees.")),
    Step(
        title=text("Vraag"),
        text=text("Stel."),
        fields=(CardField(id="question", kind="text", text=text("Welke vraag?")),),
    ),
)
BARE = Aid(id="hulp", title=text("Hulp"), gist=text("Kern."), when=text("nu het vastzit."), text=text("Dit is het."))
CARD = BARE.model_copy(update={"steps": STEPS, "source": Source(chapter=5, page=21, item="x")})
"""An aid that asks to be filled in, and BARE, which is only read; DECISION asks what decides."""
