"""Pages to look things up in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.practice import Figure, Practice, PrincipleInPractice
from doorbraak_cli.domain.reference import Product, Term
from doorbraak_cli.domain.text import Source, Text
from doorbraak_cli.reports import reference
from doorbraak_cli.reports.document import Bullets, Fields, Heading, Item, Paragraph, page

from .conftest import text

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording


def term(nl: str, en: str, stands_for: Text | None = None) -> Term:
    return Term(id="begrip-x", term=Text(nl=nl, en=en), stands_for=stands_for, text=text(f"Uitleg {nl}."))


TERMS = (
    term("rugdekking", "backing"),
    term("GSV", "GSV", Text(nl="Gefaseerd Samenwerken", en="Phased collaboration")),
    term("Aanbod", "zeal"),
)


def test_glossary(nl: Wording, en: Wording) -> None:
    """It sorts terms by what they are called in the language asked for, with abbreviations in full."""
    assert reference.glossary(TERMS, nl) == page(
        Heading(2, "Begrippen"),
        Fields(
            (
                ("Aanbod", "Uitleg Aanbod."),
                ("GSV (Gefaseerd Samenwerken)", "Uitleg GSV."),
                ("rugdekking", "Uitleg rugdekking."),
            )
        ),
    )
    told = reference.glossary(TERMS, en).blocks[1]
    assert isinstance(told, Fields)
    assert [name for name, _ in told.pairs] == ["backing", "GSV (Phased collaboration)", "zeal"]


def test_products(nl: Wording) -> None:
    """It gives what stands beside the guide, in the order of the pack, and what each is for."""
    told = (
        Product(id="b", title=text("B"), text=text("Voor b.")),
        Product(id="a", title=text("A"), text=text("Om a.")),
    )
    assert reference.products(told, nl) == page(
        Heading(2, "Naast de handreiking"), Paragraph(nl("sources.intro")), Item("B", "Voor b."), Item("A", "Om a.")
    )


def test_practice(pack: Pack, nl: Wording) -> None:
    """It gives what a practice is, its figures, how it works by each principle, what helps and hinders, its place."""
    one = Practice(
        id="team",
        title=text("Team"),
        text=text("Een team."),
        figures=(Figure(figure="85%", text=text("van iets")),),
        principles=(
            PrincipleInPractice(principle="breed-kijken", text=text("Breed."), points=(text("Een."), text("Twee."))),
            PrincipleInPractice(principle="oud", text=text("Oud.")),
        ),
        conditions=(text("Geld."),),
        obstacles=(text("Tijd."),),
        future=text("Later."),
        source=Source(chapter=7, page=31, item="x"),
    )
    principle = pack.principle("breed-kijken")
    assert principle is not None
    assert reference.practices([one], pack, nl) == page(
        Heading(2, "Team"),
        Paragraph("Een team."),
        Heading(3, "In cijfers"),
        Fields((("85%", "van iets"),)),
        Heading(3, principle.title.pick("nl")),
        Paragraph("Breed."),
        Bullets(("Een.", "Twee.")),
        Heading(3, "oud"),
        Paragraph("Oud."),
        Heading(3, "Wat het mogelijk maakt"),
        Bullets(("Geld.",)),
        Heading(3, "Waar het tegenaan loopt"),
        Bullets(("Tijd.",)),
        Heading(3, "Wat nu nodig is"),
        Paragraph("Later."),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 7, p. 31)"),
    )


def test_bare_practices(pack: Pack, nl: Wording) -> None:
    """It leaves every heading out where there is nothing below it, and puts practices after each other."""
    told = [Practice(id=name, title=text(name), text=text("Zo.")) for name in ("een", "twee")]
    assert reference.practices(told, pack, nl) == page(
        Heading(2, "een"), Paragraph("Zo."), Heading(2, "twee"), Paragraph("Zo.")
    )
