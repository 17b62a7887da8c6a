"""Days as people write them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from doorbraak_cli.domain.relative_days import WEEKDAYS, in_month, relative_day, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DAY, _FIGURE = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})"
_NTH, _NAME = rf"{_DAY}(?:e|de|ste|st|nd|rd|th)?", r"(?P<month>[a-z]{3,})"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"(?P<year>\d{{4}})-{_FIGURE}-{_DAY}",
        rf"{_DAY}[-/. ]{_FIGURE}[-/. ]{_YEAR}",
        rf"{_DAY}[-/.]{_FIGURE}(?P<year>)",
        rf"{_NTH} (?:of |van )?{_NAME}(?: {_YEAR})?",
        rf"{_NAME} (?:the )?{_NTH}(?: {_YEAR})?",
    )
)
_MONTHS = (
    ("januari", "january"), ("februari", "february"), ("maart", "march", "mrt"), ("april",), ("mei", "may"),
    ("juni", "june"), ("juli", "july"), ("augustus", "august"), ("september",), ("oktober", "october"),
    ("november",), ("december",),
)  # fmt: skip
_SMALL = re.compile(r"\A(?:(?:op|on|uiterlijk|by|aan|at|de|het|the) )+")
_END = re.compile(r"(?:einde?|end) (?:van |of )?(.+)")
_MONTH = re.compile(rf"{_NAME}(?: (?P<year>\d{{4}}))?", re.ASCII)
_MONTHS_AHEAD = {
    "maand": 0, "de maand": 0, "deze maand": 0, "volgende maand": 1,
    "month": 0, "the month": 0, "this month": 0, "next month": 1,
}  # fmt: skip
_LAST_MONTH = dict.fromkeys(("het jaar", "dit jaar", "the year", "this year"), "december")
_COMING_YEARS = 9  # from one leap day to the next, also around 2100


def day_of(text: str, today: date | None = None) -> date | None:
    """Give the day somebody means, in Dutch or English; None for all else, and for a weekday that is another day.

    Always: what has a year of four figures, like 9-12-2026, 2026-12-09, "9 december 2026", "Wed 9 Dec. 2026".
    With `today` also: a short year or none (then the first such day from today on), "morgen", "vrijdag" (the first
    after today), "over 2 weken", "3 months ago", "eind december". "volgende vrijdag" and "next Friday" are those of
    the next week, Monday first: people differ on that, so show the day before it is kept.
    """
    plain = _bare(tidy(text))
    first, _, others = plain.partition(" ")
    weekday = WEEKDAYS.get(first)
    day = _dated(plain if weekday is None else _bare(others), today)
    if day is None and today:
        return _end(plain, today) or relative_day(plain, today)
    return day if day and weekday in (None, day.weekday()) else None


def past_day_of(text: str, today: date) -> date | None:
    """Give the day somebody means of what has been: without a year, or by a weekday alone, the last such day."""
    plain = _bare(tidy(text))
    first, _, others = plain.partition(" ")
    if plain in WEEKDAYS:
        return today - timedelta((today.weekday() - WEEKDAYS[plain]) % 7)
    dated = _bare(others) if first in WEEKDAYS else plain
    if _dated(dated, None) is None and _dated(dated, today):
        return next((day for back in range(_COMING_YEARS) if (day := _dated_before(dated, today, back))), None)
    return day_of(text, today)


def _dated_before(plain: str, today: date, back: int) -> date | None:
    """Give the day of a date without a year in the year so many before this one, where that is not after today."""
    day = _dated(plain, date(max(today.year - back, 1), 1, 1))
    return day if day and day <= today and day.year == today.year - back else None


def _bare(plain: str) -> str:
    """Leave out the small words in front that do not change the day: "uiterlijk op 9 december 2026"."""
    return _SMALL.sub("", plain)


def _dated(plain: str, today: date | None) -> date | None:
    """Give the day that is written as a date; without `today` only one with a year of four figures."""
    found = next((found for form in _FORMS if (found := form.fullmatch(plain))), None)
    if found is None:
        return None
    day, month, year = int(found["day"]), _month(found["month"]), found["year"] or ""
    if len(year) == len("2026"):
        return _first(lambda one: date(one, month, day), [int(year)])
    if today is None:
        return None
    years = [2000 + int(year)] if year else _from(today)
    return _first(lambda one: date(one, month, day), years, date.min if year else today)


def _end(plain: str, today: date) -> date | None:
    """Give the last day of a month: "eind december", "end of this month"."""
    found = _END.fullmatch(plain)
    what = found[1] if found else ""
    if what in _MONTHS_AHEAD:
        ahead, month = divmod(today.month - 1 + _MONTHS_AHEAD[what], 12)
        return _first(lambda one: in_month(one, month + 1, 31), [today.year + ahead])
    named = _MONTH.fullmatch(_LAST_MONTH.get(what, what))
    if named is None or not (in_year := _month(named["month"])):
        return None
    years, since = ([int(named["year"])], date.min) if named["year"] else (_from(today), today)
    return _first(lambda one: in_month(one, in_year, 31), years, since)


def _first(day_in: Callable[[int], date], years: Iterable[int], since: date = date.min) -> date | None:
    """Give the first day, in the years that have it, that is not before `since`."""
    for year in years:
        with suppress(ValueError):
            if (day := day_in(year)) >= since:
                return day
    return None


def _from(today: date) -> range:
    return range(today.year, today.year + _COMING_YEARS)


def _month(name: str) -> int:
    """Give the number of a month, written as a number or a name of three letters or more; 0 where it is none."""
    if name.isdecimal():
        return int(name)
    return next((at for at, names in enumerate(_MONTHS, start=1) if any(one.startswith(name) for one in names)), 0)
