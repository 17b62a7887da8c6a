"""How days and amounts are read that people type, and how they are shown back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain import money
from doorbraak_cli.domain.days import day_of, past_day_of
from doorbraak_cli.errors import Message
from doorbraak_cli.flows.prompter import Form, Guard, Option, Question, Reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from doorbraak_cli.domain.wording import Wording

YES, NO = "yes", "no"
"""What is answered to whether something was meant."""


def day_reading(say: Wording, today: date, *, past: bool = False) -> Reading:
    """Give how a day is read, seen from today: "vrijdag" is kept as 2026-12-04; with `past` as one that has been."""
    read = past_day_of if past else day_of

    def value(text: str) -> str | None:
        day = read(text, today)
        return day.isoformat() if day else None

    def shown(text: str) -> str:
        day = read(text, today)
        return say.weekday(day) if day else text

    return Reading(value, shown, _sure(say, "day", shown))


def money_reading(say: Wording) -> Reading:
    """Give how an amount is read: "1.250,50" is kept as 1250.50."""

    def value(text: str) -> str | None:
        amount = money.amount_of(text)
        return None if amount is None else money.canonical(amount)

    def shown(text: str) -> str:
        amount = money.amount_of(text)
        return text if amount is None else money.shown(amount)

    return Reading(value, shown, _sure(say, "money", shown))


def _sure(say: Wording, kind: str, shown: Callable[[str], str]) -> Callable[[Question, str], Question]:
    """Give what asks whether something was meant, with yes first."""
    options = (Option(YES, say("read.yes")), Option(NO, say(f"read.other-{kind}")))

    def sure(question: Question, value: str) -> Question:
        return Question(
            f"{question.id}.sure", Form.CHOICE, say("read.sure", value=shown(value)), heading=question.heading,
            lead=question.text, options=options, required=True,
        )  # fmt: skip

    return sure


def refusing(reading: Reading, key: str) -> Guard:
    """Give what refuses a text that can't be read, with the sentence of this key."""

    def refusal(text: str) -> Message | None:
        return None if not text.strip() or reading.value(text) else Message(key)

    return Guard(refusal, str, lambda _: ())
