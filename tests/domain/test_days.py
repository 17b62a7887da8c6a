"""Days as people write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.domain.days import day_of

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording

DAY = date(2026, 12, 9)
YEARS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        *("9-12-2026", "09-12-2026", "9/12/2026", "9.12.2026", "9 12 2026", "2026-12-09", "2026-12-9"),
        *("9 december 2026", "9 December 2026", "9 DECEMBER 2026", "9 dec 2026", "9 dec. 2026", "9 Dec. 2026"),
        *("woensdag 9 december 2026", "wo 9 dec 2026", "Wednesday 9 December 2026", "Wednesday, 9 December, 2026"),
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
        *(
            "9 decemberrr 2026",
            "vanaf woensdag 9 december 2026",
            "9 december 2026, of eerder",
            "9-12-2026 en 10-12-2026",
        ),
    ],
)
def test_no_day(text: str) -> None:
    """It makes nothing of what is no day, is no day of the calendar, or says more than a day."""
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
    """It understands every day as we write it ourselves."""
    assert [day_of(say.day(day)) for say in (nl, en)] == [day, day]


@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    """It gives a day or nothing for whatever somebody types."""
    assert day_of(text) is None or isinstance(day_of(text), date)
