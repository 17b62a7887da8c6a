"""Days as people write them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.relative_days import within

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording

DAY = date(2026, 12, 9)
YEARS = st.dates(min_value=date(1000, 1, 1))
TODAY = date(2026, 11, 25)  # a Wednesday
WEEKDAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
KNOWN = """
    0 1 2 4 12 31 99999 26 2026 9999 4-12 31-12-9999 4e 1st dec february mei vr vrijdag sunday volgende last deze week
    weken maand months jaar y d dagen een a half over in from now geleden ago eind end van of de the op a.s. begin
    morgen today overmorgen yesterday komende , . -
"""
SAID = st.lists(st.sampled_from(KNOWN.split()), max_size=5).map(" ".join)
"""Texts in the words this module knows."""


@pytest.mark.parametrize(
    "text",
    [
        *("9-12-2026", "09-12-2026", "9/12/2026", "9.12.2026", "9 12 2026", "2026-12-09", "2026-12-9"),
        *("9 december 2026", "9 December 2026", "9 DECEMBER 2026", "9 dec 2026", "9 dec. 2026", "9 Dec. 2026"),
        *("woensdag 9 december 2026", "wo 9 dec 2026", "Wednesday 9 December 2026", "Wednesday, 9 December, 2026"),
        *("wo. 9-12-2026", "Wed 2026-12-09", "woensdag, de 9e december 2026", "Wednesday the 9th of December, 2026"),
        *("December 9, 2026", "Dec. 9th 2026", "december the 9th 2026", "9. december 2026", "9 dec.2026"),
        *("op 9 december 2026", "on 9 December 2026", "uiterlijk op 9-12-2026", "by the 9th of December 2026"),
        *("9-12-2026.", "9 december 2026."),
        *("  9   december\n2026 ", "\t2026-12-09\n"),
    ],
)
def test_day(text: str) -> None:
    """It understands figures with the day first, the year first, and words in Dutch or English, whatever the case."""
    assert day_of(text) == DAY


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, ["januari", "January", "jan", "jan."]),
        (2, ["februari", "February", "feb", "febr."]),
        (3, ["maart", "March", "mrt", "mrt.", "mar", "maa"]),
        (4, ["april", "April", "apr."]),
        (5, ["mei", "May"]),
        (6, ["juni", "June", "jun"]),
        (7, ["juli", "July", "jul"]),
        (8, ["augustus", "August", "aug"]),
        (9, ["september", "sept.", "sep"]),
        (10, ["oktober", "October", "okt", "oct."]),
        (11, ["november", "nov"]),
        (12, ["december", "dec"]),
    ],
)
def test_month(month: int, names: list[str]) -> None:
    """It knows every month in both languages, whole or cut off after three letters or more."""
    assert [day_of(f"3 {name} 2027") for name in names] == [date(2027, month, 3)] * len(names)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "morgen", "over een half jaar", "week 50", "december 2026", "9 december", "9-12", "2026", "12-2026"),
        *("9-12-26", "9 december 26", "09122026", "2026/12/09", "2026-12", "9 smarch 2026", "9 de 2026", "9 xyz 2026"),
        *("31-2-2026", "2026-02-31", "29 februari 2027", "0-1-2026", "32 januari 2026", "1-13-2026", "1-1-0000"),
        *("9 decemberrr 2026", "vanaf woensdag 9 december 2026", "9 december 2026, of eerder"),
        "9-12-2026 en 10-12-2026",
        *("dinsdag 9 december 2026", "do 9-12-2026", "Friday, December 9, 2026", "vrijdag woensdag 9 december 2026"),
        *("na 9 december 2026", "rond 9 december 2026", "woensdag na 9 december 2026", "woensdag", "vr 9", "dec 2026"),
        *("٩-١٢-٢٠٢٦", "９-12-2026", "9-12-²026", "9-12-2026\u200f", "9-12-20266", " " * 60 + "9-12-2026"),
    ],
)
def test_no_day(text: str) -> None:
    """It makes nothing of what is no day, is no day of the calendar, says more than a day, or depends on today."""
    assert day_of(text) is None


def test_leap_day() -> None:
    """It knows which years have a 29th of February."""
    assert day_of("29 februari 2028") == date(2028, 2, 29)


@given(YEARS)
def test_figures(day: date) -> None:
    """It gives back every day that is written in figures, in either order."""
    assert day_of(f"{day.day}-{day.month}-{day.year}") == day
    assert day_of(day.isoformat()) == day


@given(YEARS)
def test_own_words(nl: Wording, en: Wording, day: date) -> None:
    """It understands every day as we write it ourselves, with the day of the week before it or without."""
    for say in (nl, en):
        named = WEEKDAYS[say.lang][day.weekday()]
        assert [day_of(text) for text in (say.day(day), f"{named} {say.day(day)}")] == [day, day]


@given(YEARS, st.integers(1, 6))
def test_another_weekday(nl: Wording, en: Wording, day: date, other: int) -> None:
    """It makes nothing of a date with a day of the week that it does not fall on."""
    for say in (nl, en):
        named = WEEKDAYS[say.lang][(day.weekday() + other) % 7]
        assert [day_of(f"{named} {say.day(day)}", today) for today in (None, TODAY)] == [None, None]


def test_every_day_shown(nl: Wording, en: Wording) -> None:
    """It reads back every day from 1900 to 2200 as it is shown, whatever day it is today."""
    days = [date(1900, 1, 1) + timedelta(one) for one in range((date(2201, 1, 1) - date(1900, 1, 1)).days)]
    assert len(days) > 100_000
    for say in (nl, en):
        assert [day_of(say.day(one), TODAY) for one in days] == days


@given(SAID | YEARS.map(str), st.dates())
def test_today_changes_no_full_date(text: str, today: date) -> None:
    """It gives the same day whatever today is where a text says which year."""
    assert day_of(text) in {None, day_of(text, today)}


@given(st.text(max_size=70) | SAID, st.none() | st.dates())
def test_any_text(text: str, today: date | None) -> None:
    """It gives a day or nothing for whatever somebody types, on any day."""
    assert day_of(text, today) is None or isinstance(day_of(text, today), date)


# --- seen from today


@pytest.mark.parametrize(
    "text",
    [
        *("2026-12-04", "4-12-2026", "4/12/2026", "4.12.2026", "4 12 2026", "4-12-26", "04/12/26", "4-12", "4/12"),
        *("4.12", "4 december", "4 DEC", "dec 4", "Dec. 4", "December 4, 2026", "December 4", "4th of December"),
        *("4 december 26", "4 dec. 26", "de 4e december", "4de dec", "the 4th of December", "4. dec."),
        *("vrijdag 4 december", "vr 4 dec", "vr. 4 dec.", "Friday 4 December 2026", "Fri, Dec 4", "vrijdag 4-12"),
        *("op vrijdag 4 december", "vrijdag de 4e december", "uiterlijk 4 december", "by December 4"),
        " 4\u00a0december ",
    ],
)
def test_short_date(text: str) -> None:
    """It understands a date with a short year or none, in figures or words, with a fitting day of the week or none."""
    assert day_of(text, TODAY) == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25 november", date(2026, 11, 25)),
        ("24 november", date(2027, 11, 24)),
        ("1-1", date(2027, 1, 1)),
        ("29 februari", date(2028, 2, 29)),
        ("wo 24-11", date(2027, 11, 24)),
    ],
)
def test_no_year(text: str, day: date) -> None:
    """It takes the first such day from today on where no year is said."""
    assert day_of(text, TODAY) == day


def test_far_leap_day() -> None:
    """It finds the next 29th of February also around a year that has none by exception."""
    assert day_of("29-2", date(2096, 3, 1)) == date(2104, 2, 29)


@pytest.mark.parametrize(
    ("days", "texts"),
    [
        (-2, ("eergisteren", "the day before yesterday", "day before yesterday", "2 dagen geleden", "two days ago")),
        (-1, ("gisteren", "Yesterday", "een dag geleden")),
        (0, ("vandaag", "TODAY", "0 dagen", "over 0 weken", "0d")),
        (1, ("morgen", "tomorrow", "Morgen.", "in a day", "1d")),
        (2, ("overmorgen", "the day after tomorrow", "day after tomorrow", "over twee dagen")),
        (7, ("over een week", "over één week", "in one week", "a week", "1w", "a week from now")),
        (10, ("over 10 dagen", "in ten days", "10 d", "10d", "over  tien   dagen")),
        (14, ("over 2 weken", "over twee weken", "in 2 weeks", "2 weken", "14 dagen", "2 weeks from now", "14d", "2w")),
        (-14, ("2 weken geleden", "2 weeks ago", "veertien dagen geleden", "14d ago")),
    ],
)
def test_counted(days: int, texts: tuple[str, ...]) -> None:
    """It counts days and weeks from today, forward and back."""
    assert [day_of(text, TODAY) for text in texts] == [TODAY + timedelta(days)] * len(texts)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("over 3 maanden", date(2026, 11, 25), date(2027, 2, 25)),
        ("3m", date(2026, 11, 25), date(2027, 2, 25)),
        ("in a month", date(2027, 1, 31), date(2027, 2, 28)),
        ("over een maand", date(2028, 1, 31), date(2028, 2, 29)),
        ("1 maand geleden", date(2027, 1, 31), date(2026, 12, 31)),
        ("3 months ago", date(2027, 5, 31), date(2027, 2, 28)),
        ("over een jaar", date(2028, 2, 29), date(2029, 2, 28)),
        ("1j", date(2026, 11, 25), date(2027, 11, 25)),
        ("2y", date(2026, 11, 25), date(2028, 11, 25)),
        ("over een half jaar", date(2026, 8, 31), date(2027, 2, 28)),
        ("twelve months from now", date(2026, 11, 25), date(2027, 11, 25)),
    ],
)
def test_months(text: str, today: date, day: date) -> None:
    """It keeps the day of the month, and takes the last day where a month is shorter."""
    assert day_of(text, today) == day


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        (date(2026, 11, 27), ("vrijdag", "vr", "vr.", "Fri", "op vrijdag", "on Friday", "uiterlijk vrijdag")),
        (date(2026, 11, 27), ("a.s. vrijdag", "vrijdag a.s.", "as vrijdag", "aanstaande vrijdag", "komende vrijdag")),
        (date(2026, 11, 27), ("this Friday", "deze vrijdag", "coming Friday", "de komende vrijdag")),
        (date(2026, 11, 27), ("deze week vrijdag", "vrijdag deze week", "Friday this week")),
        (date(2026, 12, 2), ("woensdag", "wo", "this Wednesday", "volgende week woensdag", "next Wednesday")),
        (date(2026, 11, 25), ("deze week woensdag", "Wednesday this week")),
        (date(2026, 12, 1), ("dinsdag", "di", "Tue", "Tuesday", "dinsdag volgende week")),
        (date(2026, 12, 4), ("volgende week vrijdag", "vrijdag volgende week", "next week Friday", "Friday next week")),
        (date(2026, 12, 4), ("volgende vrijdag", "next Friday", "on Friday next week")),
        (date(2026, 11, 20), ("afgelopen vrijdag", "last Friday", "vorige vrijdag", "vrijdag jl.")),
        (date(2026, 11, 20), ("vorige week vrijdag", "last week Friday", "vrijdag vorige week", "Friday last week")),
        (date(2026, 11, 18), ("afgelopen woensdag", "last Wednesday", "vorige week woensdag")),
        (date(2026, 11, 24), ("afgelopen dinsdag", "last Tuesday")),
        (date(2026, 11, 17), ("vorige week dinsdag", "last week Tuesday")),
    ],
)
def test_weekday(day: date, texts: tuple[str, ...]) -> None:
    """It takes the first such day after today, the last one before, or that of the week that is said."""
    assert [day_of(text, TODAY) for text in texts] == [day] * len(texts)


@given(st.dates(date(1, 2, 1), date(9999, 11, 30)), st.integers(0, 6))
def test_weekdays_around(today: date, weekday: int) -> None:
    """It never takes today for a day of the week, and nothing more than a week away; the next week starts on Monday."""
    dutch, english = WEEKDAYS["nl"][weekday], WEEKDAYS["en"][weekday]
    after, before, later = (day_of(text, today) for text in (dutch, f"last {english}", f"volgende week {dutch}"))
    assert after
    assert before
    assert later
    assert [one.weekday() for one in (after, before, later)] == [weekday] * 3
    assert after - timedelta(7) <= today < after
    assert before < today <= before + timedelta(7)
    assert later - today == timedelta(7 - today.weekday() + weekday)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("eind december", TODAY, date(2026, 12, 31)),
        ("end of December", TODAY, date(2026, 12, 31)),
        ("Eind nov.", TODAY, date(2026, 11, 30)),
        ("eind oktober", TODAY, date(2027, 10, 31)),
        ("einde van februari 2028", TODAY, date(2028, 2, 29)),
        ("end of december 2025", TODAY, date(2025, 12, 31)),
        ("eind van de maand", TODAY, date(2026, 11, 30)),
        ("einde maand", TODAY, date(2026, 11, 30)),
        ("by the end of the month", TODAY, date(2026, 11, 30)),
        ("end of this month", date(2028, 2, 29), date(2028, 2, 29)),
        ("eind volgende maand", date(2026, 12, 31), date(2027, 1, 31)),
        ("eind van het jaar", TODAY, date(2026, 12, 31)),
        ("the end of this year", date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_end(text: str, today: date, day: date) -> None:
    """It takes the last day of a month, or of the year, and the first that comes where no year is said."""
    assert day_of(text, today) == day


@pytest.mark.parametrize(
    "text",
    [
        *("31-2-2026", "31-2", "31 november", "2026-13-01", "2026-02-30", "29-2-27", "0-12", "4-0", "00-00-00"),
        "32 dec",
        *("donderdag 4 december", "do 4 dec", "Monday 4 December 2026", "di 4-12-26", "woensdag 4-12"),
        *("volgende week", "next week", "deze maand", "komende week vrijdag", "begin december", "half december"),
        *("eind", "eind deze week", "end of this week", "eind 2026", "eind d", "eind dagen", "eind smarch"),
        "eind a b c",
        *("over anderhalve week", "over weken", "over een paar weken", "2 uur", "2", "een", "week", "weken geleden"),
        *("over 99999 jaar", "9999999 dagen", "over 99999 maanden", "99999 jaar geleden", "2026 jaar geleden"),
        *("over 2 weken geleden", "na 2 weken", "-2 weken", "2,5 weken", "1.5 week", "2-3 weken", "½ jaar"),
        "100000 months",
        *("vrijdag of zaterdag", "vrijdag morgen", "vrijdag over een week", "zo snel mogelijk", "vrijdagen"),
        "vrij dag",
        *("vóór vrijdag", "na vrijdag", "december", "dec 2026", "2026", "week 50", "z.s.m.", "onbekend", "", " "),
        *(".", ","),
        *("٤-١٢", "４ december", "over ٢ weken", "2\u200b weken", "\u202e4-12", "x" * 61),
    ],
)
def test_no_day_from_today(text: str) -> None:
    """It makes nothing of what is no day, an impossible one, more than one, or one that people would differ on."""
    assert day_of(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "today"),
    [
        *(("morgen", date.max), ("vrijdag", date.max), ("1 week", date.max), ("1m", date.max), ("1 januari", date.max)),
        *(("eind volgende maand", date.max), ("gisteren", date.min), ("afgelopen maandag", date.min)),
        *(("een maand geleden", date.min), ("volgende vrijdag", date.max), ("29 februari", date.max)),
    ],
)
def test_edge_of_the_calendar(text: str, today: date) -> None:
    """It makes nothing of a day before the first or after the last of the calendar."""
    assert day_of(text, today) is None


@pytest.mark.parametrize("again", ["1", " ", "over ", "4-12-2026 ", "."])
def test_far_too_long(again: str) -> None:
    """It makes nothing of a text that goes on and on."""
    text = again * 2_000_000
    assert (day_of(text), day_of(text, TODAY), within(text)) == (None, None, None)


# --- spans


@pytest.mark.parametrize(
    ("days", "texts"),
    [
        (0, ("0", "0d", "0 weken")),
        (1, ("1", "een dag", "a day", "1 D")),
        (14, ("14", "14d", "14 d", "2w", "14 dagen", "2 weken", "two weeks")),
        (14, ("2 WEEKS", "veertien dagen", " 14  dagen. ", "14,")),
        (30, ("1 maand", "1 month", "een maand", "1m")),
        (183, ("een half jaar", "a half year")),
        (365, ("1 jaar", "a year", "1y", "1j")),
        (3660, ("3660", "122 maanden")),
    ],
)
def test_span(days: int, texts: tuple[str, ...]) -> None:
    """It gives how many days a span has, and takes a number alone for days."""
    assert [within(text) for text in texts] == [days] * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "d", "dagen", "een", "a", "veel dagen", "over 2 weken", "2 weken geleden", "vrijdag", "4-12"),
        "14 uur",
        *("-1", "-1d", "1.5", "1,5 week", "1e2", "inf", "٣", "３d", "²d", "14d14d", "14 dagen en 2 weken", "14:d"),
        *("3661", "11 jaar", "123 maanden", "99999", "999999", "9" * 50, " " * 60 + "1"),
    ],
)
def test_no_span(text: str) -> None:
    """It makes nothing of what is no span, or of more than ten years."""
    assert within(text) is None


@given(st.text(max_size=70) | SAID)
def test_any_span(text: str) -> None:
    """It gives a span of ten years at most, or nothing, for whatever somebody types."""
    assert within(text) is None or within(text) in range(3661)
