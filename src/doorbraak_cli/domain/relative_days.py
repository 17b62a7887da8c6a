"""Days as people count them from today, and spans of days."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

AT_MOST = 60
"""How many characters a day or a span has at most; what is longer is something else."""
LONGEST = 3660
"""How many days a span has at most."""


class _Unit(NamedTuple):
    days: int
    months: int
    names: str


_UNITS = {
    name: unit
    for unit in (
        _Unit(1, 0, "d,dag,dagen,day,days"),
        _Unit(7, 0, "w,week,weken,weeks"),
        _Unit(30, 1, "m,maand,maanden,month,months"),
        _Unit(183, 6, "half jaar,halfjaar,half year"),
        _Unit(365, 12, "j,y,jaar,jaren,year,years"),
    )
    for name in unit.names.split(",")
}
_NUMBERS = {
    name: number
    for names in (
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
    )
    for number, name in enumerate(names.split())
} | {"één": 1, "a": 1, "an": 1}
_NAMED = {
    "eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2,
    "day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2,
}  # fmt: skip
_NAMES_OF_WEEKDAYS = (
    "ma maandag mon monday", "di dinsdag tue tues tuesday", "wo woensdag wed wednesday",
    "do donderdag thu thur thurs thursday", "vr vrijdag fri friday",
    "za zat zaterdag sat saturday", "zo zon zondag sun sunday",
)  # fmt: skip
WEEKDAYS = {name: weekday for weekday, names in enumerate(_NAMES_OF_WEEKDAYS) for name in names.split()}
"""The days of the week by every name they have, with Monday as 0."""
_FIRST_AFTER = {"", "as", "a s", "aanstaande", "aankomende", "komende", "deze", "coming", "this"}
_LAST_BEFORE = {"afgelopen", "vorige", "jl", "j l", "jongstleden", "last", "past"}
_IN_WEEK = {
    "vorige week": -1, "deze week": 0, "volgende week": 1, "volgende": 1,
    "last week": -1, "this week": 0, "next week": 1, "next": 1,
}  # fmt: skip
_SPAN = re.compile(r"(\d{1,5}|[a-zé]+) ?([a-z ]+)", re.ASCII)
_COUNTED = (
    (re.compile(r"(?:over |in )?(.+?)(?: from now)?"), 1),
    (re.compile(r"(.+) (?:geleden|ago)"), -1),
)
_NO_FIGURE = re.compile(r",|(?<!\d)\.|\.(?!\d)", re.ASCII)


def tidy(text: str) -> str:
    """Give a text in lower case with single spaces, without commas, and with full stops between figures only.

    What is too long to be a day becomes empty.
    """
    return " ".join(_NO_FIGURE.sub(" ", text.casefold()).split()) if len(text) <= AT_MOST else ""


def within(text: str) -> int | None:
    """Give how many days 14, "14d", "2 weken" or "a month" are; None for all else, and above ten years.

    A month counts 30 days, half a year 183 and a year 365.
    """
    plain = tidy(text)
    span = _span_of(f"{plain} d" if plain.isdecimal() else plain)
    days = span[0] * span[1].days if span else LONGEST + 1
    return days if days <= LONGEST else None


def relative_day(plain: str, today: date) -> date | None:
    """Give the day that a tidy text means as seen from today; None where it means none, or one outside the calendar."""
    with suppress(ValueError, OverflowError):
        if plain in _NAMED:
            return today + timedelta(_NAMED[plain])
        return _weekday(plain.split(), today) or _counted(plain, today)
    return None


def in_month(year: int, month: int, day: int) -> date:
    """Give a day of a month, or its last one where it is shorter; a ValueError where there is no such month."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _weekday(words: list[str], today: date) -> date | None:
    """Give the day of a weekday with words on either side that say which one: "vrijdag volgende week"."""
    for name, others in ((words[-1:], words[:-1]), (words[:1], words[1:])):
        weekday, which = WEEKDAYS.get("".join(name)), " ".join(others)
        if weekday is None:
            continue
        ahead = weekday - today.weekday()
        if which in _IN_WEEK:
            return today + timedelta(ahead + 7 * _IN_WEEK[which])
        if which in _FIRST_AFTER:
            return today + timedelta((ahead - 1) % 7 + 1)
        if which in _LAST_BEFORE:
            return today + timedelta(ahead % 7 - 7)
    return None


def _counted(plain: str, today: date) -> date | None:
    """Give the day so many days, weeks, months or years from today: "over 2 weken", "3 days ago"."""
    for pattern, way in _COUNTED:
        if (found := pattern.fullmatch(plain)) and (span := _span_of(found[1])):
            return _moved(today, way * span[0], span[1])
    return None


def _span_of(text: str) -> tuple[int, _Unit] | None:
    found = _SPAN.fullmatch(text)
    if not found or found[2] not in _UNITS:
        return None
    number = int(found[1]) if found[1].isdecimal() else _NUMBERS.get(found[1])
    return None if number is None else (number, _UNITS[found[2]])


def _moved(day: date, number: int, unit: _Unit) -> date:
    if not unit.months:
        return day + timedelta(number * unit.days)
    year, month = divmod(day.year * 12 + day.month - 1 + number * unit.months, 12)
    return in_month(year, month + 1, day.day)
