"""Amounts of money as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.domain.money import amount_of, canonical, per_year, shown

AMOUNTS = st.decimals(min_value=0, max_value=Decimal("999999999999.99"), places=2)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("1250", "1250.00"), ("1250,5", "1250.50"), ("1250.5", "1250.50"), ("1250,50", "1250.50")),
        *(("1250.50", "1250.50"), ("0", "0.00"), ("0,05", "0.05"), ("007", "7.00"), (" 12\n", "12.00")),
        *(("1.250", "1250.00"), ("1.250,5", "1250.50"), ("1.250,50", "1250.50"), ("1.250.000", "1250000.00")),
        *(("12.250,50", "12250.50"), ("125.250.000,50", "125250000.50")),
        *(("1 250", "1250.00"), ("1 250,50", "1250.50"), ("1 250.50", "1250.50"), ("1 250 000", "1250000.00")),
        *(("1\u00a0250,50", "1250.50"), ("1\u202f250\u202f000,5", "1250000.50"), ("1\u2009250", "1250.00")),
        *(("1,250.50", "1250.50"), ("1,250.5", "1250.50"), ("1,250,000.00", "1250000.00"), ("1,250,000", "1250000.00")),
        *(("1250,-", "1250.00"), ("1.250,--", "1250.00"), ("5.-", "5.00"), ("1,250.-", "1250.00")),
        ("999999999999,99", "999999999999.99"),
        ("999.999.999.999", "999999999999.00"),
    ],
)
def test_amount(text: str, amount: str) -> None:
    """It understands figures with or without thousands apart, the Dutch or the English way, with cents or a dash."""
    assert str(amount_of(text)) == amount


@pytest.mark.parametrize(
    "text",
    [
        *("€ 1.250,-", "€1250", "€\u00a01.250,00", "EUR 1.250", "eur 1250", "EUR1250,00", "euro 1250"),
        *("1250 euro", "1.250,- €", "1250EUR", "1250€", "1,250.00 Euro"),
    ],
)
def test_euros(text: str) -> None:
    """It understands that an amount is in euros, said before or behind it."""
    assert amount_of(text) == 1250


@pytest.mark.parametrize(
    "text",
    [
        *("1,250", "999,999", "€ 1,250", "12,345"),
        *("-5", "- 5", "−5", "€ -5", "5-", "+5", "(5)"),
        *("1,234,5", "12,345.678", "1250,505", "0.250", "0,250", "1250.500", "01.250", "0 250", "1.2345"),
        *("12.34.56", "1.25.0", "1.250.50", "1,250,50", "1.250 000", "1 250.000", "1,250.000", "12 50", "1  250"),
        *("1.250.000.00", "1250,", "1250.", ",50", ".50", ",-", "1 250 ,50", "1250, 50", "1250 ,-", "1250,---"),
        *("", " ", "€", "EUR", "euro", "€ EUR 5", "€ 5 euro", "$ 5", "5 dollar", "USD 5", "5 %", "5k"),
        "1250 per maand",
        *("abc", "duizend", "inf", "nan", "Infinity", "NaN", "1e5", "1_000", "0x10", "½", "5½", "1'250"),
        *("١٢٥٠", "１２５０", "৫", "²", "1²", "Ⅷ", "1250\u200e", "12\n50", "12\t500"),
        *("1234567890123", "1.000.000.000.000", "1234567890123,50", "0" * 60, "5" + " " * 60),
    ],
)
def test_no_amount(text: str) -> None:
    """It makes nothing of what is no amount, is below nothing, can be read in two ways, or is too long."""
    assert amount_of(text) is None


@pytest.mark.parametrize("again", ["1", " ", "€", "1.000", "1 000"])
def test_far_too_long(again: str) -> None:
    """It makes nothing of a text that goes on and on."""
    assert amount_of(again * 2_000_000) is None


@given(AMOUNTS)
def test_own_words(amount: Decimal) -> None:
    """It understands every amount as we keep it and as we show it, to the cent."""
    assert [str(amount_of(text)) for text in (canonical(amount), shown(amount))] == [canonical(amount)] * 2


@given(AMOUNTS)
def test_english(amount: Decimal) -> None:
    """It understands every amount in the English way too, with thousands apart."""
    assert amount_of(f"€{amount:,.2f}") == amount


@given(st.text(max_size=70) | st.text("0123456789.,- €", max_size=20))
def test_any_text(text: str) -> None:
    """It gives an amount of at least nothing, with two decimals, or none at all for whatever somebody types."""
    amount = amount_of(text)
    assert amount is None or (amount >= 0 and str(amount) == canonical(amount))


@pytest.mark.parametrize(
    ("amount", "kept", "said"),
    [
        ("1250.5", "1250.50", "€\u00a01.250,50"),
        ("0", "0.00", "€\u00a00,00"),
        ("1234567", "1234567.00", "€\u00a01.234.567,00"),
    ],
)
def test_written(amount: str, kept: str, said: str) -> None:
    """It keeps an amount in one way, and shows it in the Dutch way, on one line."""
    assert (canonical(Decimal(amount)), shown(Decimal(amount))) == (kept, said)


@pytest.mark.parametrize(("each", "amount"), [("week", "5226.00"), ("month", "1206.00"), ("year", "100.50")])
def test_per_year(each: str, amount: str) -> None:
    """It gives what is paid each week, month or year as what that comes to in a year, to the cent."""
    assert str(per_year(Decimal("100.50"), each)) == amount


def test_once_is_not_per_year() -> None:
    """It makes nothing a year of what is paid once."""
    with pytest.raises(KeyError):
        per_year(Decimal(5), "once")
