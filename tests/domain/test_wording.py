"""The sentences of the interface."""

from datetime import date

from doorbraak_cli.domain.wording import Wording
from doorbraak_cli.errors import Message, Problem

SAY = Wording("nl", {"a": "Er is geen {name}."})


def test_values_are_data() -> None:
    """It fills in a value as it is, also one with braces or one called key."""
    assert SAY("a", name="{0} {x}") == "Er is geen {0} {x}."
    assert Wording("nl", {"a": "{key}"})("a", key="k") == "k"


def test_problem() -> None:
    """It puts the place before the sentence, as far as it is known."""
    message = Message("a", {"name": "x"})
    assert SAY.problem(Problem("f.yaml", 3, 7, message)) == "f.yaml:3:7: Er is geen x."
    assert SAY.problem(Problem("f.yaml", 0, 0, message)) == "f.yaml: Er is geen x."
    assert SAY.problem(Problem("", 0, 0, message)) == "Er is geen x."


def test_day(nl: Wording, en: Wording) -> None:
    """It gives a day as people write it."""
    day = date(2026, 12, 4)
    assert (nl.day(day), en.day(day)) == ("4 december 2026", "4 December 2026")
