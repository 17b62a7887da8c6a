"""Days as people write them."""

import re
from contextlib import suppress
from datetime import date

_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(?:[a-z]+ )?(\d{1,2}) ([a-z]{3,})\.? (\d{4})")
_MONTHS = (
    ("januari", "january"), ("februari", "february"), ("maart", "march", "mrt"), ("april",), ("mei", "may"),
    ("juni", "june"), ("juli", "july"), ("augustus", "august"), ("september",), ("oktober", "october"),
    ("november",), ("december",),
)  # fmt: skip


def day_of(text: str) -> date | None:
    """Give the day meant by 9-12-2026, 2026-12-09, "9 december 2026" or "woensdag 9 dec. 2026"; None for all else."""
    plain = " ".join(text.casefold().replace(",", " ").split())
    if found := _ISO.fullmatch(plain):
        year, month, day = map(int, found.groups())
    elif found := _NUMBERS.fullmatch(plain):
        day, month, year = map(int, found.groups())
    elif found := _WORDS.fullmatch(plain):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    else:
        return None
    with suppress(ValueError):
        return date(year, month, day)
    return None


def _month(name: str) -> int:
    return next((at for at, names in enumerate(_MONTHS, start=1) if any(one.startswith(name) for one in names)), 0)
