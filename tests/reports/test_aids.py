"""Pages of the aids, the answer of a decision, and a card that was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.reports import aids
from doorbraak_cli.reports.document import Bullets, Fields, Heading, Item, Numbered, Paragraph, page

from .conftest import BARE, CARD, DECISION, below, pack_with, recommendation, text

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording


def test_list(nl: Wording) -> None:
    """It gives each aid in a sentence, and how to open one."""
    assert aids.aids([BARE], nl) == page(
        Heading(2, "Hulpmiddelen"), Item("hulp", "Hulp", ("Kern.",)), Paragraph(nl("aids.open"))
    )


def test_bare_aid(pack: Pack, nl: Wording) -> None:
    """It says when to use an aid and what it is, and leaves every heading out where there is nothing below it."""
    assert aids.aid(BARE, pack, nl) == page(
        Heading(2, "Hulp"), Paragraph("Wanneer: nu het vastzit."), Paragraph("Dit is het.")
    )


@pytest.mark.parametrize(("ordered", "heading"), [(True, "Stap voor stap"), (False, "Waar je op let")])
def test_whole_aid(pack: Pack, nl: Wording, ordered: bool, heading: str) -> None:
    """It numbers steps and not a checklist, says how to work with it, what else to know and what it goes with."""
    one = CARD.model_copy(update={"ordered": ordered, "decision": DECISION, "notes": (text("Let op."),)})
    helping = recommendation("r-1").model_copy(update={"aids": ("anders", "hulp")})
    own = pack_with(pack, recommendations=(helping, recommendation("r-2")))
    steps = ("Rol: Kies.", "Alleen lezen: Lees.", "Vraag: Stel.")
    assert aids.aid(one, own, nl).blocks[3:] == (
        Heading(3, heading),
        Numbered(steps) if ordered else Bullets(steps),
        Paragraph("Laat het een paar vragen stellen: doorbraak aid hulp"),
        Paragraph("Vul het in bij een casus: doorbraak aid hulp CASUS"),
        Heading(3, "Goed om te weten"),
        Bullets(("Let op.",)),
        Heading(3, "Hoort bij deze aanbevelingen"),
        Item("r-1", "Titel r-1"),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 5, p. 21)"),
    )


def test_answered(nl: Wording) -> None:
    """It gives the route with why it applies and what was answered, in the order it is asked, and nothing else."""
    both = {"consent": "yes", "adult": "no"}
    assert aids.answered(CARD, DECISION, both, DECISION.routes[0], nl) == page(
        Heading(2, "Jeugd"),
        Paragraph("Vraag na."),
        Paragraph("Waarom: Te jong."),
        Heading(3, "Wat je antwoordde"),
        Fields((("Volwassen?", "nee"), ("Toestemming?", "ja"))),
        Paragraph("De hele uitleg: doorbraak aids hulp"),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 5, p. 21)"),
    )
    (told,) = below(aids.answered(BARE, DECISION, {"adult": "no"}, DECISION.routes[0], nl), "Wat je antwoordde")[:1]
    assert told == Fields((("Volwassen?", "nee"),))


def test_answered_in_english(en: Wording) -> None:
    """It says it in the language asked for."""
    document = aids.answered(BARE, DECISION, {"adult": "yes"}, DECISION.routes[1], en)
    assert document.blocks[0] == Heading(2, "Vraag in English")
    assert Fields((("Volwassen? in English", "ja in English"),)) in document.blocks
