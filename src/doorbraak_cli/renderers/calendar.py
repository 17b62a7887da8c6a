"""What is due as an iCalendar file, with nothing in it that people wrote but the pseudonym of the case."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.reports.due import thing_named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from icalendar import Event

    from doorbraak_cli.domain.due import Due
    from doorbraak_cli.domain.wording import Wording

PRODID = "-//doorbraak//due//NL"
_LONGEST = 80  # characters of a title


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is due, and of which case: its title, already without what can be traced to a person.

    `source` is what tells its file from every other, and stays the same: when it was made, its name, and where it is.
    """

    title: str
    due: Due
    source: tuple[str, ...]


def render(items: Iterable[Entry], say: Wording, now: datetime) -> bytes:
    """Give a calendar with an all-day event per item. Importing it again updates what was there.

    `now` has a time zone; no text of an action and nobody's role or name is in it.
    """
    from icalendar import Calendar  # noqa: PLC0415 - slow to load, only for a calendar

    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", say("due.calendar"))
    for item in items:
        calendar.add_component(_event(item, say, now))
    content: bytes = calendar.to_ical()
    return content


def is_ours(content: bytes) -> bool:
    """Tell whether this is a calendar that was written here."""
    return content.startswith(b"BEGIN:VCALENDAR") and f"\nPRODID:{PRODID}\r\n".encode() in content


def _event(item: Entry, say: Wording, now: datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415 - as above

    due = item.due
    title = first_line(item.title, _LONGEST) or say("summary.untitled")
    event = Event()
    event.add("uid", _uid(item))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", due.day)
    event.add("summary", f"{title}: {thing_named(due.kind, due.number, say)}")
    event.add("description", say("due.look-up"))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _uid(item: Entry) -> str:
    """Give what an event is known by: nothing of the case can be read from it."""
    known_by = "\0".join((*item.source, item.due.kind, item.due.thing))
    return f"{hashlib.sha256(known_by.encode(errors='surrogatepass')).hexdigest()}@doorbraak"
