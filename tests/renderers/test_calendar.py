"""What is due as an iCalendar file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from doorbraak_cli.domain.due import KINDS, Due, DueKind
from doorbraak_cli.renderers import calendar
from doorbraak_cli.renderers.calendar import Entry

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording

NOW = datetime(2026, 11, 25, 9, 30, 15, 123, tzinfo=UTC)
MARKER = "zeehond"
SOURCE = ("2026-09-01", "duin.yaml", "/thuis/duin.yaml")


def entry(
    title: str = "Casus M.",
    kind: DueKind = "action",
    day: date = date(2026, 12, 4),
    thing: str = "action-2",
    source: tuple[str, ...] = SOURCE,
) -> Entry:
    number = int(thing.rpartition("-")[2]) if "-" in thing else 0
    return Entry(title, Due(day=day, kind=kind, thing=thing, number=number, what=MARKER, who=MARKER), source)


def events(content: bytes) -> list[Any]:
    return Calendar.from_ical(content.decode()).walk("VEVENT")


def only(say: Wording, item: Entry, now: datetime = NOW) -> Any:
    (event,) = events(calendar.render([item], say, now))
    return event


def test_event(nl: Wording) -> None:
    """It gives an all-day event that keeps nobody from being free, for oneself only."""
    event = only(nl, entry())
    assert event["SUMMARY"] == "Casus M.: actie 2"
    assert event["DTSTART"].dt == date(2026, 12, 4)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTSTAMP"].dt == NOW.replace(microsecond=0)
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
    assert event["DESCRIPTION"] == nl("due.look-up")
    assert not event.walk("VALARM")


def test_calendar(nl: Wording) -> None:
    """It says what the calendar is called and who made it, on lines of at most 75 bytes."""
    content = calendar.render([entry()], nl, NOW)
    there = Calendar.from_ical(content.decode())
    assert there["X-WR-CALNAME"] == nl("due.calendar")
    assert (there["VERSION"], there["PRODID"]) == ("2.0", calendar.PRODID)
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_empty(nl: Wording) -> None:
    """It gives a calendar without events when nothing is due."""
    content = calendar.render([], nl, NOW)
    assert events(content) == []
    assert calendar.is_ours(content)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_people_wrote(nl: Wording, en: Wording, kind: DueKind) -> None:
    """It has nothing in it of what is to be done or by whom, nor where the case is."""
    for say in (nl, en):
        content = calendar.render([entry(kind=kind)], say, NOW).replace(b"\r\n ", b"").decode()
        assert MARKER not in content
        assert "duin" not in content
        assert "thuis" not in content


def test_time_zone(nl: Wording) -> None:
    """It gives the moment it was made in UTC, wherever that was."""
    here = NOW.astimezone(timezone(timedelta(hours=2)))
    assert b"DTSTAMP:20261125T093015Z\r\n" in calendar.render([entry()], nl, here)


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("De Vries, Jan; en meer", "De Vries, Jan; en meer: actie 2"),
        ("a\nb\r\nATTENDEE:mailto:x@example.com", "a b ATTENDEE:mailto:x@example.com: actie 2"),
        ("👩\u200d👧 Ünï مرحبا", "👩\u200d👧 Ünï مرحبا: actie 2"),
        ("\x00\x1b[31m\u2028\ud800", "␀␛[31m<U+2028><U+D800>: actie 2"),
        (" \n ", "zonder titel: actie 2"),
        ("", "zonder titel: actie 2"),
        ("👧" * 500, "👧" * 79 + "…: actie 2"),
        ('" END:VEVENT \\', '" END:VEVENT \\: actie 2'),
    ],
)
def test_titles(nl: Wording, title: str, summary: str) -> None:
    """It keeps whatever a title holds on one line of the event, and never lets it be more than text."""
    event = only(nl, entry(title))
    assert event["SUMMARY"] == summary
    assert "ATTENDEE" not in event


@given(st.text(), st.dates())
def test_any_title_and_day(nl: Wording, title: str, day: date) -> None:
    """It gives one event on the day, whatever the title is."""
    event = only(nl, entry(title, day=day))
    assert event["DTSTART"].dt == day
    assert str(event["SUMMARY"]).endswith(": actie 2")


def test_same_event(nl: Wording) -> None:
    """It knows an event again on a later run, also when its day, its title or the language changed."""
    later = only(nl, entry("Duin", day=date(2027, 1, 1)), NOW + timedelta(days=3))
    assert later["UID"] == only(nl, entry())["UID"]
    assert str(later["UID"]).endswith("@doorbraak")


def test_other_events(nl: Wording) -> None:
    """It tells things, kinds and cases apart, also cases with one title and one file name in different folders."""
    items = [
        entry(),
        entry(thing="action-3"),
        entry(kind="handover"),
        entry(source=("2026-09-02", *SOURCE[1:])),
        entry(source=(SOURCE[0], "dijk.yaml", SOURCE[2])),
        entry(source=(*SOURCE[:2], "/elders/duin.yaml")),
        entry(source=(*SOURCE[:2], "/elders/\udcff.yaml")),
    ]
    assert len({event["UID"] for event in events(calendar.render(items, nl, NOW))}) == len(items)


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        (b"", False),
        (b"\xff\x00", False),
        (b"BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//NONSGML//EN\r\n", False),
        (f"# PRODID:{calendar.PRODID}\r\n".encode(), False),
        (f"BEGIN:VCALENDAR\r\nX-NOTE:PRODID:{calendar.PRODID}\r\n".encode(), False),
        (f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{calendar.PRODID}\r\n".encode(), True),
    ],
)
def test_is_ours(content: bytes, *, ours: bool) -> None:
    """It knows a calendar of ours by who made it, and nothing else."""
    assert calendar.is_ours(content) is ours
