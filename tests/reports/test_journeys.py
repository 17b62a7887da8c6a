"""Pages of the journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.journey import Journey, Moment
from doorbraak_cli.domain.text import Source
from doorbraak_cli.reports import journeys
from doorbraak_cli.reports.document import Fields, Heading, Item, Paragraph, Table, page

from .conftest import below, headings, lines, text

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

LABELS = ("Gezien", "Gekozen", "Wat leidend was", "Veiligheid", "Bestaanszekerheid", "Ontwikkeling")


def moment(moment_id: str, mark: str) -> Moment:
    told = {name: text(f"{mark} {moment_id} {name}") for name in journeys.ASPECTS}
    return Moment(id=moment_id, title=text(f"Moment {moment_id}"), **told)


def journey(journey_id: str, *moments: str, opening: str = "Er was eens.", page_number: int = 9) -> Journey:
    return Journey(
        id=journey_id,
        number=1,
        title=text(f"Reis {journey_id}"),
        gist=text(f"Kern {journey_id}."),
        opening=text(opening),
        moments=tuple(moment(name, journey_id) for name in moments),
        ending=text(f"Einde {journey_id}."),
        source=Source(chapter=4, page=page_number, item="x"),
    )


def cells(mark: str, moment_id: str) -> list[str]:
    return [f"{mark} {moment_id} {name}" for name in journeys.ASPECTS]


def test_list(nl: Wording) -> None:
    """It gives each journey in a sentence, and how to read on."""
    assert journeys.journeys([journey("een", "begin"), journey("twee", "begin")], nl) == page(
        Heading(2, "Twee klantreizen"),
        Paragraph(nl("journeys.intro")),
        Item("een", "Reis een", ("Kern een.",)),
        Item("twee", "Reis twee", ("Kern twee.",)),
        Paragraph(nl("journeys.open")),
    )


def test_one(nl: Wording) -> None:
    """It gives a journey from its opening to its end: at each moment what was seen and chosen, and what that did."""
    assert journeys.journey(journey("een", "begin", "slot"), nl) == page(
        Heading(2, "Reis een"),
        Paragraph("Er was eens."),
        Heading(3, "1. Moment begin"),
        Fields(tuple(zip(LABELS, cells("een", "begin"), strict=True))),
        Heading(3, "2. Moment slot"),
        Fields(tuple(zip(LABELS, cells("een", "slot"), strict=True))),
        Heading(3, "Hoe het afloopt"),
        Paragraph("Einde een."),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 4, p. 9)"),
    )


def test_compared(nl: Wording) -> None:
    """It puts journeys side by side at each moment, with what they share told once, and both their endings."""
    document = journeys.compared([journey("een", "begin"), journey("twee", "begin", page_number=10)], nl)
    rows = zip(LABELS, cells("een", "begin"), cells("twee", "begin"), strict=True)
    assert document == page(
        Heading(2, "De klantreizen naast elkaar"),
        Paragraph("Er was eens."),
        Heading(3, "1. Moment begin"),
        Table(("", "Reis een", "Reis twee"), tuple(rows)),
        Heading(3, "Hoe het afloopt"),
        Table(("", "Reis een", "Reis twee"), (("Hoe het afloopt", "Einde een.", "Einde twee."),)),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 4, p. 9)"),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 4, p. 10)"),
    )


def test_moment_that_one_lacks(nl: Wording) -> None:
    """It says so where a journey has no such moment, whichever of them it is."""
    first, second = journey("een", "begin", "midden"), journey("twee", "begin", "slot")
    document = journeys.compared([first, second], nl)
    assert headings(document, 3) == ["1. Moment begin", "2. Moment midden", "3. Moment slot", "Hoe het afloopt"]
    (middle,), (last,) = below(document, "2. Moment midden"), below(document, "3. Moment slot")
    assert isinstance(middle, Table)
    assert isinstance(last, Table)
    absent = "Dit moment is er in deze klantreis niet."
    assert [row[1:] for row in middle.rows] == [(cell, absent) for cell in cells("een", "midden")]
    assert [row[1:] for row in last.rows] == [(absent, cell) for cell in cells("twee", "slot")]


def test_openings_that_differ(nl: Wording) -> None:
    """It tells every opening where somebody's own journeys begin in different ways."""
    document = journeys.compared([journey("een", "a"), journey("twee", "a", opening="Heel anders.")], nl)
    assert document.blocks[1:3] == (Paragraph("Er was eens."), Paragraph("Heel anders."))


def test_one_compared_and_none(nl: Wording) -> None:
    """It makes a page of one journey, and of none where somebody disabled them."""
    assert "een begin seen" in lines(journeys.compared([journey("een", "begin")], nl))
    assert headings(journeys.compared([], nl), 2) == ["De klantreizen naast elkaar"]


def test_shipped(pack: Pack, en: Wording) -> None:
    """It has the same moments in both journeys we ship, so that nothing stands beside an empty cell."""
    assert len(pack.journeys) == 2
    assert en("journeys.not-here") not in lines(journeys.compared(pack.journeys, en))
