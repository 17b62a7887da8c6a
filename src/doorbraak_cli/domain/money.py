"""Amounts of money as people type them, in euros."""

from __future__ import annotations

import re
from decimal import Decimal

PER_YEAR = {"week": 52, "month": 12, "year": 1}
"""How many times a year something is paid; what is paid once has no place here."""
AT_MOST = 60
"""How many characters an amount has at most."""
_DIGITS = 12
_CURRENCY = r"(?:€|eur|euro)"
_SPACES = re.compile("[\u00a0\u2009\u202f]")
_CENTS = r"(?P<cents>\d{1,2}|--?)"
_FORMS = tuple(
    re.compile(rf"(?P<before>{_CURRENCY} ?)?(?P<whole>{whole}){cents}(?(before)|(?: ?{_CURRENCY})?)", re.ASCII)
    for whole, cents in (
        (r"\d+", rf"(?:[.,]{_CENTS})?"),
        (r"[1-9]\d{0,2}(?:\.\d{3})+", rf"(?:,{_CENTS})?"),
        (r"[1-9]\d{0,2}(?: \d{3})+", rf"(?:[.,]{_CENTS})?"),
        (r"[1-9]\d{0,2}(?:,\d{3})+", rf"\.{_CENTS}"),
        (r"[1-9]\d{0,2}(?:,\d{3}){2,}", r"(?P<cents>)"),
    )
)


def amount_of(text: str) -> Decimal | None:
    """Give the amount meant by 1250, "1.250,50", "1,250.50", "€ 1.250,-" or "1 250,5", always with two decimals.

    A full stop before three figures groups thousands, as in Dutch. None for all else: what is below nothing, has more
    than two decimals or twelve figures before them, and "1,250", which is one euro in Dutch and a thousand in English.
    """
    if len(text) > AT_MOST:
        return None
    plain = _SPACES.sub(" ", text).strip().lower()
    found = next((found for form in _FORMS if (found := form.fullmatch(plain))), None)
    whole = re.sub(r"\D", "", found["whole"]) if found else ""
    if found is None or len(whole) > _DIGITS:
        return None
    cents = (found["cents"] or "").strip("-").ljust(2, "0")
    return Decimal(f"{whole}.{cents}")


def canonical(amount: Decimal) -> str:
    """Give an amount as it is kept: 1250.50."""
    return f"{amount:.2f}"


def shown(amount: Decimal) -> str:
    """Give an amount in the Dutch way: € 1.250,50, with a space that never breaks over a line."""
    return f"€\u00a0{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def per_year(amount: Decimal, each: str) -> Decimal:
    """Give what an amount comes to in a year, paid each week, month or year (see PER_YEAR; a KeyError is a bug)."""
    return amount * PER_YEAR[each]
