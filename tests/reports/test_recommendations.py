"""Pages of the recommendations and the bottlenecks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.recommendation import Action
from doorbraak_cli.domain.text import Source
from doorbraak_cli.reports import recommendations
from doorbraak_cli.reports.document import Bullets, Fields, Heading, Item, Paragraph, page

from .conftest import headings, pack_with, recommendation, text

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

PLACE = "Radicaal aansluiten bij het perspectief van het gezin · Microniveau"


def test_list(pack: Pack, nl: Wording) -> None:
    """It lists every recommendation with its id and a sentence, under its principle and level, and counts them."""
    document = recommendations.recommendations(pack.recommendations, pack, nl)
    assert [block for block in document.blocks if isinstance(block, Item)] == [
        Item(one.id, one.title.pick("nl"), (one.gist.pick("nl"),)) for one in pack.recommendations
    ]
    assert len(headings(document, 2)) == len(set(headings(document, 2))) == 9
    assert headings(document, 2)[0] == PLACE
    assert document.blocks[-1] == Paragraph(nl("recommendations.count", count=len(pack.recommendations)))


def test_empty_list(pack: Pack, nl: Wording) -> None:
    """It says that there are none where nothing matches."""
    (told,) = recommendations.recommendations([], pack, nl).blocks
    assert isinstance(told, Paragraph)
    assert told.text.startswith("0 aanbevelingen")


def test_whole_recommendation(small: Pack, pack: Pack, nl: Wording) -> None:
    """It gives what to do, what was seen, examples, the aids and the questions that go with it, and its place."""
    aid = pack.aids[0]
    one = recommendation("r-1", source=Source(chapter=5, page=12, item="x")).model_copy(
        update={
            "actions": (
                Action(title=text("Doe dit"), text=text("Zo.")),
                Action(title=text("En dit"), text=text("Nu.")),
            ),
            "observations": (text("Gezien."),),
            "examples": (text("Hier."), text("Daar.")),
            "aids": (aid.id,),
        }
    )
    assert recommendations.recommendation(one, small, nl) == page(
        Heading(2, "Titel r-1"),
        Paragraph(PLACE),
        Paragraph("Uitleg r-1."),
        Heading(3, "Wat je kunt doen"),
        Fields((("Doe dit", "Zo."), ("En dit", "Nu."))),
        Heading(3, "Wat er in de praktijk is gezien"),
        Bullets(("Gezien.",)),
        Heading(3, "Voorbeelden en verwijzingen"),
        Bullets(("Hier.", "Daar.")),
        Heading(3, nl("prompt.aids")),
        Item(aid.id, aid.title.pick("nl")),
        Heading(3, "Vragen hierbij"),
        Item("micro-1", "Vraag micro-1?"),
        Item("micro-2", "Vraag micro-2?"),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 5, p. 12)"),
    )


def test_bare_recommendation(small: Pack, nl: Wording) -> None:
    """It leaves every heading out where there is nothing below it."""
    own = pack_with(small, questions=())
    assert recommendations.recommendation(recommendation("r-2"), own, nl) == page(
        Heading(2, "Titel r-2"), Paragraph(PLACE), Paragraph("Uitleg r-2.")
    )


def test_bottlenecks(small: Pack, nl: Wording) -> None:
    """It lists the bottlenecks with what each is and where it can be solved."""
    document = recommendations.bottlenecks(small.bottlenecks, small, nl)
    assert document.blocks[2:] == (
        Item("tijd", "Titel tijd", ("Uitleg tijd.", "Op te lossen op: mesoniveau, macroniveau.")),
        Item("geld", "Titel geld", ("Uitleg geld.", "Op te lossen op: macroniveau.")),
        Item("anders", "Titel anders", ("Uitleg anders.", "Op te lossen op: de handreiking noemt geen niveau.")),
    )
    assert headings(document, 2) == ["Knelpunten"]


def test_bottleneck(small: Pack, nl: Wording) -> None:
    """It gives what takes a bottleneck on and what to ask, leaving out what the pack does not have."""
    one = small.bottlenecks[0].model_copy(
        update={"recommendations": ("r-2", "oud"), "source": Source(chapter=4, page=9, item="x")}
    )
    assert recommendations.bottleneck(one, small, nl) == page(
        Heading(2, "Titel tijd"),
        Paragraph("Uitleg tijd."),
        Paragraph("Op te lossen op: mesoniveau, macroniveau."),
        Heading(3, "Wat kan helpen"),
        Item("r-2", "Titel r-2"),
        Heading(3, "Wat je daar kunt vragen"),
        Item("macro-2", "Vraag macro-2?"),
        Item("meso-4", "Vraag meso-4?"),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 4, p. 9)"),
    )


@pytest.mark.parametrize(
    ("levels", "named"),
    [(("macro", "micro"), "micro level, macro level"), (("meso",), "meso level"), ((), "the guide names no level")],
)
def test_solved_on(pack: Pack, en: Wording, levels: tuple[str, ...], named: str) -> None:
    """It names the levels from near to far, whatever order they were given in."""
    assert recommendations.solved_on(levels, pack, en) == en("bottlenecks.levels", levels=named)
