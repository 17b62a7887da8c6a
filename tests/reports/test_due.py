"""What is due over many cases, as a list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.due import KINDS, Due, DueKind
from doorbraak_cli.renderers import plain_text
from doorbraak_cli.reports.document import Paragraph, Table
from doorbraak_cli.reports.due import due_facts, due_list, thing_named

from .conftest import below, headings, lines

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.document import Document

TODAY, UNTIL = date(2026, 11, 25), date(2026, 12, 9)


def due(day: str, kind: DueKind = "action", number: int = 2, what: str = "", who: str = "") -> Due:
    thing = f"{kind}-{number}" if number else "plan"
    return Due(day=date.fromisoformat(day), kind=kind, thing=thing, number=number, what=what, who=who)


def listed(say: Wording, *found: tuple[str, str, Due]) -> Document:
    return due_list(due_facts(found, TODAY), UNTIL, 3, say)


def rows(document: Document, heading: str) -> list[tuple[str, ...]]:
    there = below(document, heading)[0]
    assert isinstance(there, Table)
    return list(there.rows)


def test_how_to_note_it(nl: Wording) -> None:
    """It ends with how to note that an action is done, where there are actions."""
    assert lines(listed(nl, ("Duin", "duin", due("2026-12-04"))))[-1] == nl("due.done")
    assert nl("due.done") not in lines(listed(nl, ("Duin", "duin", due("2026-12-04", "meeting", 0))))


def test_rows(nl: Wording) -> None:
    """It tells when, of which case, what with its number, and who."""
    document = listed(nl, ("Duin", "duin", due("2026-12-04", what="bellen met de huisbaas", who="de buurvrouw")))
    assert rows(document, "Tot en met 9 december 2026") == [
        ("vrijdag 4 december 2026", "Duin", "actie 2 · bellen met de huisbaas", "de buurvrouw")
    ]


def test_overdue_first(nl: Wording) -> None:
    """It has what should have been done under a heading of its own on top; what is due today is not late."""
    late, today = due("2026-11-24", number=1), due("2026-11-25")
    document = listed(nl, ("Duin", "duin", today), ("Duin", "duin", late))
    assert headings(document, 2) == [nl("due.overdue"), nl("due.coming", date=nl.day(UNTIL))]
    assert [row[2] for row in rows(document, nl("due.overdue"))] == ["actie 1"]
    assert [row[2] for row in rows(document, nl("due.coming", date=nl.day(UNTIL)))] == ["actie 2"]


@pytest.mark.parametrize(("day", "heading"), [("2026-11-24", "due.overdue"), ("2026-11-25", "due.coming")])
def test_no_empty_headings(nl: Wording, day: str, heading: str) -> None:
    """It has no heading under which nothing stands."""
    assert headings(listed(nl, ("Duin", "duin", due(day))), 2) == [nl(heading, date=nl.day(UNTIL))]


def test_order() -> None:
    """It goes by day, then by case whatever its capitals, and within a case as the case has it."""
    facts = due_facts(
        [
            ("duin", "duin", due("2026-12-04", "evaluation", 0)),
            ("duin", "duin", due("2026-12-04", "handover")),
            ("Dijk", "dijk", due("2026-12-04")),
            ("Zee", "zee", due("2026-11-01")),
            ("Dijk", "map/dijk.yaml", due("2026-12-04")),
        ],
        TODAY,
    )
    assert [(one.case, one.kind, one.overdue) for one in facts] == [
        ("zee", "action", True),
        ("dijk", "action", False),
        ("map/dijk.yaml", "action", False),
        ("duin", "evaluation", False),
        ("duin", "handover", False),
    ]


@pytest.mark.parametrize(
    ("title", "name", "shown"),
    [
        ("Casus M.", "duin", "Casus M. (duin)"),
        ("Duin", "duin", "Duin"),
        ("", "duin", "duin"),
        ("a\nb" + "c" * 90, "duin", "a b" + "c" * 56 + "… (duin)"),
    ],
)
def test_case(nl: Wording, title: str, name: str, shown: str) -> None:
    """It names a case by its title, and by its file where that is called otherwise."""
    assert rows(listed(nl, (title, name, due("2026-12-04"))), nl("due.coming", date=nl.day(UNTIL)))[0][1] == shown


def test_nothing(nl: Wording, en: Wording) -> None:
    """It says so when nothing is due, up to which day, and how many cases were read."""
    for say in (nl, en):
        document = listed(say)
        assert document.blocks == (Paragraph(say("due.nothing", date=say.day(UNTIL), count=3)),)
        assert all(word in lines(document)[0] for word in (say.day(UNTIL), "3"))


def test_never_empty(nl: Wording) -> None:
    """It leaves no cell empty."""
    document = listed(nl, ("", "duin", due("2026-12-04", "weighing")), ("", "duin", due("2026-12-05", "contact", 0)))
    table = rows(document, nl("due.coming", date=nl.day(UNTIL)))
    assert [row[2:] for row in table] == [
        ("opnieuw kijken naar weging 2", "niet genoemd"),
        ("contact tijdens de procedure", "niet genoemd"),
    ]


def test_long_texts(nl: Wording) -> None:
    """It keeps a long text to its beginning, and shows that it goes on."""
    long = "Een huis buiten de regel om. " * 100
    ((_, _, what, who),) = rows(
        listed(nl, ("", "duin", due("2026-12-04", "until", what=long, who=long))),
        nl("due.coming", date=nl.day(UNTIL)),
    )
    assert what.startswith("einde van uitzondering 2 · Een huis")
    assert all(text.endswith("…") and len(text) < 200 for text in (what, who))


@pytest.mark.parametrize("kind", KINDS)
def test_named(nl: Wording, en: Wording, kind: DueKind) -> None:
    """It has a name for every kind of thing, with the number where there is one, and no code in it."""
    for say in (nl, en):
        assert thing_named(kind, 12, say) == f"{thing_named(kind, 0, say)} 12"
        assert "-2" not in thing_named(kind, 2, say)


@pytest.mark.parametrize("width", [20, 80, 120])
def test_on_a_screen(nl: Wording, width: int) -> None:
    """It fits on a screen with nothing lost, whatever people wrote."""
    what = "[bold]x[/] | \x1b[31m # <b>"
    text = plain_text.render(listed(nl, ("Duin", "duin", due("2026-12-04", what=what))), width)
    assert "\x1b" not in text
    assert all(len(line) <= max(width, 20) for line in text.splitlines())
    assert "[bold]x[/]" in text


def test_facts() -> None:
    """It gives what is due as data, with everything people wrote in full."""
    (facts,) = due_facts([("Casus M.", "duin", due("2026-11-24", what="x" * 500, who="oma"))], TODAY)
    assert facts.model_dump(mode="json") == {
        "case": "duin",
        "title": "Casus M.",
        "day": "2026-11-24",
        "kind": "action",
        "id": "action-2",
        "number": 2,
        "what": "x" * 500,
        "who": "oma",
        "overdue": True,
    }
