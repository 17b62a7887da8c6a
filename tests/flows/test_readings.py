"""Days and amounts as they are typed, kept and shown back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.errors import Message
from doorbraak_cli.flows.prompter import Form, Question
from doorbraak_cli.flows.readings import NO, YES, day_reading, money_reading, refusing

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording

TODAY = date(2026, 12, 2)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-12-04", "2026-12-04"),
        ("4-12-2026", "2026-12-04"),
        ("vrijdag", "2026-12-04"),
        ("Friday", "2026-12-04"),
        ("over 2 weken", "2026-12-16"),
        ("in 2 weeks", "2026-12-16"),
        ("morgen", "2026-12-03"),
        ("1-12", "2027-12-01"),
        ("vrijdag 4 december 2026", "2026-12-04"),
        ("Friday 4 December 2026", "2026-12-04"),
    ],
)
def test_day(nl: Wording, en: Wording, typed: str, kept: str) -> None:
    """It reads a day in Dutch and English, whatever language is shown, seen from the day it is."""
    for say in (nl, en):
        assert day_reading(say, TODAY).value(typed) == kept


@pytest.mark.parametrize("typed", ["31-2-2026", "2026-13-01", "donderdag 4 december 2026", "na de zomer", "", "  "])
def test_no_day(nl: Wording, typed: str) -> None:
    """It reads no day in one that cannot be, in a weekday that is another day, and in anything else."""
    reading = day_reading(nl, TODAY)
    assert reading.value(typed) is None
    assert reading.shown(typed) == typed


def test_another_today(nl: Wording) -> None:
    """It counts from the day it is given, and from no clock."""
    assert day_reading(nl, date(2024, 2, 28)).value("morgen") == "2024-02-29"
    assert day_reading(nl, date(2025, 2, 28)).value("tomorrow") == "2025-03-01"


def test_day_shown(nl: Wording, en: Wording) -> None:
    """It shows a day with the day of the week, in the language of who reads it."""
    assert day_reading(nl, TODAY).shown("2026-12-04") == "vrijdag 4 december 2026"
    assert day_reading(en, TODAY).shown("2026-12-04") == "Friday 4 December 2026"
    assert day_reading(nl, TODAY).shown("over 2 weken") == "woensdag 16 december 2026"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1.250,50", "1250.50"),
        ("1250.50", "1250.50"),
        ("1.250", "1250.00"),
        ("€ 40,-", "40.00"),
        ("1,250.50", "1250.50"),
        ("0", "0.00"),
        ("999999999999,99", "999999999999.99"),
    ],
)
def test_amount(nl: Wording, typed: str, kept: str) -> None:
    """It keeps an amount with a full stop and two decimals, to the cent."""
    assert money_reading(nl).value(typed) == kept


@pytest.mark.parametrize("typed", ["1,250", "-5", "veel", "12,345", "1e5", "nan", "", " "])
def test_no_amount(nl: Wording, typed: str) -> None:
    """It reads no amount in what could be two, in less than nothing, and in anything else."""
    assert money_reading(nl).value(typed) is None
    assert money_reading(nl).shown(typed) == typed


def test_amount_shown(nl: Wording, en: Wording) -> None:
    """It shows an amount in the Dutch way, in English too."""
    assert [money_reading(say).shown("1250.50") for say in (nl, en)] == ["€\u00a01.250,50"] * 2
    assert money_reading(nl).shown("1250000") == "€\u00a01.250.000,00"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_shown_reads_back(nl: Wording, en: Wording, lang: str) -> None:
    """It reads what it shows as the same, and shows what it reads as the same, so that Enter alone keeps it."""
    say = {"nl": nl, "en": en}[lang]
    cases = [(day_reading(say, TODAY), "vrijdag"), (money_reading(say), "1.250,50")]
    for reading, typed in cases:
        kept = reading.value(typed)
        assert kept is not None
        assert reading.value(reading.shown(kept)) == kept
        assert reading.shown(reading.shown(kept)) == reading.shown(kept)
        assert reading.value(kept) == kept


BY = Question("by", Form.LINE, "Op welke dag?", heading="Stap 2", step="actions")


@pytest.mark.parametrize(
    ("lang", "kind", "value", "shown"),
    [
        ("nl", "day", "2026-12-04", "vrijdag 4 december 2026"),
        ("en", "day", "2026-12-04", "Friday 4 December 2026"),
        ("nl", "money", "1250.50", "€\u00a01.250,50"),
        ("en", "money", "1250.50", "€\u00a01.250,50"),
    ],
)
def test_sure(nl: Wording, en: Wording, lang: str, kind: str, value: str, shown: str) -> None:
    """It asks whether the day or the amount, in full, is what was meant: yes comes first, and then another one."""
    say = {"nl": nl, "en": en}[lang]
    reading = day_reading(say, TODAY) if kind == "day" else money_reading(say)
    sure = reading.sure(BY, value)
    assert (sure.form, sure.text, sure.required) == (Form.CHOICE, say("read.sure", value=shown), True)
    assert [(one.id, one.label) for one in sure.options] == [
        (YES, say("read.yes")),
        (NO, say(f"read.other-{kind}")),
    ]
    assert (sure.heading, sure.lead) == (BY.heading, BY.text)
    assert sure.id != BY.id


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("vrijdag", "2026-11-27"),
        ("woensdag", "2026-12-02"),
        ("4-12", "2025-12-04"),
        ("wednesday", "2026-12-02"),
        ("4-12-2026", "2026-12-04"),
        ("gisteren", "2026-12-01"),
    ],
)
def test_day_that_has_been(nl: Wording, typed: str, kept: str) -> None:
    """It takes a weekday alone, or a day without a year, for the last such day where it asks for one that has been."""
    reading = day_reading(nl, TODAY, past=True)
    assert reading.value(typed) == kept
    assert reading.value(reading.shown(kept)) == kept


@pytest.mark.parametrize("text", ["", "  ", "\n", "vrijdag"])
def test_refuses_nothing_that_can_be_read(nl: Wording, text: str) -> None:
    """It refuses no day, and nothing where somebody leaves the question open."""
    assert refusing(day_reading(nl, TODAY), "read.no-day").refusal(text) is None


def test_refuses_what_cannot_be_read(nl: Wording) -> None:
    """It refuses what is no day with how to write one, and repeats or masks nothing of it."""
    guard = refusing(day_reading(nl, TODAY), "read.no-day")
    assert guard.refusal("na de zomer") == Message("read.no-day")
    assert (guard.masked("na de zomer"), [*guard.found("na de zomer")]) == ("na de zomer", [])
    question = Question("by", Form.LINE, "?", guard=guard)
    assert question.refused("na de zomer", nl) == nl("read.no-day")


@pytest.mark.parametrize(
    ("draft", "kept"),
    [("vrijdag", "2026-12-04"), ("na de zo", "na de zo"), ("", ""), (None, None), (("x",), ("x",))],
)
def test_what_is_kept_of_half_an_answer(nl: Wording, draft: str | None, kept: str | None) -> None:
    """It keeps of what was not confirmed the day it is, because tomorrow it is another one, and all else as it is."""
    question = Question("by", Form.LINE, "?", reading=day_reading(nl, TODAY))
    assert question.keepable(draft) == kept
