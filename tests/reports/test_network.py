"""The network of a case in a summary: who belongs where, with what they add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.reports.answer_blocks import LONGEST_NAME
from doorbraak_cli.reports.document import Bullets, Document, Fields, Heading, Paragraph, Quote, page
from doorbraak_cli.reports.network import network_blocks

from .conftest import DAY, below, headings, lines
from .sheets import facts, is_head, replaced, said, typed, whole

if TYPE_CHECKING:
    from datetime import date

    from doorbraak_cli.domain.case import Answer, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

    from .sheets import Given


def of(pack: Pack, say: Wording, *answers: Answer, finished: date | None = DAY) -> Document:
    return page(*network_blocks(facts("network", pack, *answers, finished=finished), say))


def given_in(pack: Pack, say: Wording, given: Given, finished: date | None = DAY) -> Document:
    return of(pack, say, *said(given), finished=finished)


def pairs(document: Document) -> dict[str, str]:
    """Give all short facts, by what they are called."""
    return {label: value for block in document.blocks if isinstance(block, Fields) for label, value in block.pairs}


def test_order(pack: Pack, nl: Wording) -> None:
    """It gives the coordinator, the family and the meeting first, then who belongs where: the core team first."""
    document = of(pack, nl, *whole("network", pack, 4).values())
    titles = {step.id: step.title.pick("nl") for step in pack.sheet("network")}
    assert headings(document, 2) == [nl("network.title")]
    assert headings(document, 3) == [
        *(titles[one] for one in ("coordinator", "family", "meeting")),
        *(nl(f"network.place.{one}") for one in ("core", "missing", "background", "not-now")),
    ]


def test_top(pack: Pack, nl: Wording) -> None:
    """It gives first who made it, since when it is there, and what was skipped or not asked yet."""
    document = given_in(pack, nl, {"with": "oma en ik", "at-table": None}, finished=None)
    assert document.blocks[0] == Heading(2, nl("network.title"))
    (top,) = [block for block in document.blocks[:2] if isinstance(block, Fields)]
    assert top.pairs[:3] == (
        (nl("sheet.with"), "oma en ik"),
        (nl("summary.state"), "begonnen op 30 april 2026; nog niet afgerond"),
        (nl("weighed.skipped"), "Het gezin aan tafel"),
    )
    assert top.pairs[3][0] == nl("weighed.open")


def test_nobody_said_with_whom(pack: Pack, nl: Wording) -> None:
    """It says that nobody told who made it, or that it was skipped."""
    assert pairs(given_in(pack, nl, {}))[nl("sheet.with")] == nl("summary.not-given")
    assert nl("sheet.with") in pairs(given_in(pack, nl, {"with": None}))


def test_nobody(pack: Pack, nl: Wording) -> None:
    """It says that nobody was named."""
    document = given_in(pack, nl, {"coordinator": "none"})
    assert Paragraph(nl("network.nobody")) in document.blocks
    assert "nee, niemand" in lines(document)


def test_nothing_is_lost(pack: Pack, nl: Wording) -> None:
    """It gives every text, whatever was answered, once and under the short name of what was asked."""
    answers = whole("network", pack, 4)
    document = of(pack, nl, *answers.values())
    shown = lines(document)
    times = {name: "\n".join(shown).count(one) for name, one in typed(answers).items()}
    assert len(times) > 30
    assert [name for name, count in times.items() if count < 1 or (count > 1 and not is_head(name))] == []
    assert [one.asked for name, one in answers.items() if not is_head(name) and one.asked in shown] == []


@pytest.mark.parametrize("place", ["core", "missing", "background", "not-now", None])
def test_where_somebody_belongs(pack: Pack, nl: Wording, place: Value | None) -> None:
    """It puts somebody under the place that was chosen, or under not decided, and does not say it again."""
    document = given_in(pack, nl, {"party-1.role": "oma", "party-1.safety": "Rust.", "party-1.place": place})
    there = below(document, nl(f"network.place.{place or 'open'}"))
    assert there == [Heading(4, "oma"), Fields((("Veiligheid", "Rust."),))]
    assert [one for one in lines(document) if one == "Plek"] == []


def test_nothing_said(pack: Pack, nl: Wording) -> None:
    """It lists those of whom nothing was said but where they belong, and says that it is not known what they add."""
    given: Given = {
        "party-1.role": "rol b",
        "party-2.role": "rol c",
        "party-1.place": "core",
        "party-2.place": "core",
        "party-2.bond": None,
        "party-2.safety": None,
    }
    there = below(given_in(pack, nl, given), nl("network.place.core"))
    assert there == [Paragraph(nl("network.silent")), Bullets(("rol b", "rol c"))]


def test_some_said(pack: Pack, nl: Wording) -> None:
    """It gives those of whom something was said first, and then the others as one list."""
    given: Given = {"party-1.role": "oma", "party-2.role": "arts", "party-2.consult": "advising"}
    there = below(given_in(pack, nl, given), nl("network.place.open"))
    assert there == [
        Heading(4, "arts"),
        Fields((("Rol in het overleg", "adviseren"),)),
        Paragraph(nl("network.silent")),
        Bullets(("oma",)),
    ]


@pytest.mark.parametrize(
    ("statutory", "place", "watch", "told"),
    [
        ("yes", "background", None, True),
        ("yes", "not-now", None, True),
        ("yes", "background", "Elke week bellen.", False),
        ("yes", "core", None, False),
        ("yes", "missing", None, False),
        ("yes", None, None, False),
        ("no", "background", None, False),
        ("unknown", "background", None, False),
        (None, "background", None, False),
    ],
)
def test_nobody_watches(pack: Pack, nl: Wording, statutory: Value, place: Value, watch: Value, told: bool) -> None:
    """It says so where somebody with a statutory task is outside the core team and nothing was agreed on safety."""
    given: Given = {"party-1.role": "Veilig Thuis", "party-1.bond": "Geen.", "party-1.statutory": statutory}
    document = given_in(pack, nl, {**given, "party-1.place": place, "party-1.watch": watch})
    assert (Paragraph(nl("network.unwatched")) in document.blocks) is told


def test_nobody_watches_any_more(pack: Pack, nl: Wording) -> None:
    """It says so too where arrangements were made about somebody who was taken away."""
    given: Given = {
        "party-1.role": None,
        "party-1.watch": "Elke week bellen.",
        "party-2.role": "Veilig Thuis",
        "party-2.statutory": "yes",
        "party-2.place": "background",
    }
    document = given_in(pack, nl, given)
    assert Paragraph(nl("network.unwatched")) in document.blocks
    assert "Elke week bellen." in [
        text for block in below(document, nl("weighed.aside")) for text in lines(page(block))
    ]


def test_drafts_and_checks(pack: Pack, nl: Wording) -> None:
    """It marks what is not finished and what is to be looked at again, names among them."""
    answers = whole("network", pack)
    drafts = [replaced(one, one.value, draft=True) if typed({name: one}) else one for name, one in answers.items()]
    checks = [one.model_copy(update={"check": True}) for one in answers.values()]
    for given, key in ((drafts, "summary.draft"), (checks, "summary.check")):
        document = of(pack, nl, *given)
        marked = f"({nl(key)})"
        names = headings(document, 4)
        assert names
        assert [one for one in names if not one.endswith(marked)] == []
        shown = [one for one in lines(document) if "«" in one and not one.startswith("«network.party")]
        assert [one for one in shown if marked not in one] == []


def test_long_name(pack: Pack, nl: Wording) -> None:
    """It gives a long name whole, and no heading longer than a line."""
    name = "een naam waar maar geen einde aan komt " * 10
    document = given_in(pack, nl, {"party-1.role": name, "party-1.safety": "Rust."})
    assert Quote(name) in document.blocks
    assert max(map(len, headings(document, 4))) <= LONGEST_NAME


def test_twenty_two(pack: Pack, nl: Wording) -> None:
    """It gives all of twenty-two participants, each once."""
    given: Given = {f"party-{number}.role": f"rol {number:02}" for number in range(1, 23)}
    shown = lines(given_in(pack, nl, given | {"party-3.safety": "Rust."}))
    assert [shown.count(f"rol {number:02}") for number in range(1, 23)] == [1] * 22


def test_english(pack: Pack, nl: Wording, en: Wording) -> None:
    """It gives in English what is ours, and what was typed as it is."""
    document = page(*network_blocks(facts("network", pack, *whole("network", pack).values()), en))
    assert headings(document, 2) == [en("network.title")]
    assert nl("network.title") not in lines(document)
