"""Pages of the principles, the levels and the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.question import Part
from doorbraak_cli.domain.text import Source
from doorbraak_cli.reports import guide
from doorbraak_cli.reports.document import Heading, Item, Paragraph, page

from .conftest import below, headings, lines, question, recommendation, text

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

RA = "Radicaal aansluiten bij het perspectief van het gezin"


@pytest.fixture(params=["nl", "en"])
def say(request: pytest.FixtureRequest, nl: Wording, en: Wording) -> Wording:
    return {"nl": nl, "en": en}[request.param]


def test_principles_in_short(pack: Pack, say: Wording) -> None:
    """It gives the reason and the essence of each principle and then the levels, and leaves the composite case out."""
    document = guide.principles(pack.principles, pack, say, whole=False)
    shown = lines(document)
    assert headings(document, 2) == [
        *(f"{one.number}. {one.title.pick(say.lang)} ({one.code})" for one in pack.principles),
        say("principles.levels"),
    ]
    assert [one.id for one in pack.principles if one.essence.pick(say.lang) not in shown] == []
    assert not [one for one in shown if "Marianne" in one]
    assert below(document, say("principles.levels")) == [
        Item(one.title.pick(say.lang), one.speaks_to.pick(say.lang), (one.about.pick(say.lang),)) for one in pack.levels
    ]


def test_whole_principle(pack: Pack, nl: Wording) -> None:
    """It gives a principle with the composite case, how much belongs to it, and how to read that."""
    one = pack.principles[0]
    document = guide.principles([one], pack, nl, whole=True)
    *_, case, more, source = document.blocks
    assert case == Paragraph(f"Bij Marianne: {one.in_the_case.pick('nl')}")
    counts = len(pack.select(principles=[one.id])), len(pack.select_recommendations(principles=[one.id]))
    assert isinstance(more, Paragraph)
    assert more.text.startswith(f"{counts[0]} vragen en {counts[1]} aanbevelingen;")
    assert "doorbraak questions --principle RA" in more.text
    assert source == Paragraph(f"(naar Van den Enden & Kuiper, 2026, hfst. 3, p. {one.source.page})")
    assert nl("principles.levels") not in headings(document, 2)


def test_questions(pack: Pack, say: Wording) -> None:
    """It lists every question with its id and its parts, and says how many there are."""
    document = guide.questions(pack.questions, pack, say)
    items = [block for block in document.blocks if isinstance(block, Item)]
    assert items == [
        Item(
            one.id,
            one.text.pick(say.lang),
            tuple(f"{part.id}) {part.text.pick(say.lang)}" for part in one.parts),
        )
        for one in pack.questions
    ]
    assert any(one.details for one in items)
    assert document.blocks[-1] == Paragraph(say("questions.count", count=57))


def test_headings_of_questions(pack: Pack, nl: Wording) -> None:
    """It puts each group under its principle and level once."""
    document = guide.questions(pack.questions, pack, nl)
    assert len(headings(document, 2)) == 9
    assert headings(document, 2)[0] == f"{RA} · Microniveau"
    assert len(set(headings(document, 2))) == 9
    names = {one.text for one in pack.select(level="micro", principles=["radicaal-aansluiten"])}
    found = [block.text for block in below(document, f"{RA} · Microniveau") if isinstance(block, Item)]
    assert found == [one.text.pick("nl") for one in pack.questions if one.text in names]


def test_no_questions(pack: Pack, nl: Wording) -> None:
    """It says that there are none where nothing matches."""
    assert guide.questions([], pack, nl) == page(Paragraph("0 vragen."))


def test_question(small: Pack, nl: Wording) -> None:
    """It gives a question with its reason, at most three recommendations, and what to ask others."""
    one = small.question("micro-1")
    assert one is not None
    assert guide.question(one, small, nl) == page(
        Heading(2, "Vraag micro-1?"),
        Paragraph(f"{RA} · Microniveau"),
        Heading(3, "Waarom deze vraag"),
        Paragraph("Waarom micro-1."),
        Heading(3, "Wat kan helpen"),
        Item("r-4", "Titel r-4"),
        Item("r-1", "Titel r-1"),
        Item("r-2", "Titel r-2"),
        Heading(3, nl("guide.mirrors")),
        Item("meso-1", "Vraag meso-1?"),
        Item("macro-1", "Vraag macro-1?"),
        Item("macro-2", "Vraag macro-2?"),
    )


def test_question_with_parts(small: Pack, nl: Wording) -> None:
    """It gives the parts below the question, and where it stands in the guide."""
    one = question("micro-3").model_copy(
        update={"parts": (Part(id="a", text=text("Eerst?")),), "source": Source(chapter=6, page=27, item="x")}
    )
    assert guide.question(one, small, nl) == page(
        Heading(2, "Vraag micro-3?"),
        Paragraph(f"{RA} · Microniveau"),
        Item("a", "Eerst?"),
        Heading(3, "Waarom deze vraag"),
        Paragraph("Waarom micro-3."),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 6, p. 27)"),
    )


def test_where(pack: Pack, en: Wording) -> None:
    """It names the principle and the level, as far as the pack has them."""
    one = recommendation("r-1")
    assert guide.where(one, pack, en).endswith(" · Micro level")
    assert guide.where(one.model_copy(update={"principle": "weg"}), pack, en) == "Micro level"


def test_headings(small: Pack, nl: Wording) -> None:
    """It gives a heading again where a group comes back."""
    asked = [question("a"), question("b"), question("c", "meso"), question("d")]
    assert [len(one) for one in guide.headings(asked, small, nl)] == [1, 0, 1, 1]


def test_somebody_elses_own(nl: Wording) -> None:
    """It names no source for what is somebody's own, and no title above nothing."""
    assert guide.source(None, nl) == ()
    assert guide.items_of("Titel", []) == ()
