"""Texts in two languages."""

import pytest
from pydantic import ValidationError

from doorbraak_cli.domain.text import Text


def test_pick() -> None:
    """It gives the language asked for, and the other one where that is all there is."""
    both = Text(nl="gezin", en="family")
    assert (both.pick("nl"), both.pick("en")) == ("gezin", "family")
    assert Text(nl="gezin").pick("en") == "gezin"
    assert Text(en="family").pick("nl") == "family"


def test_missing() -> None:
    """It names the languages it lacks."""
    assert Text(nl="gezin").missing == ("en",)
    assert Text(nl="gezin", en="family").missing == ()


@pytest.mark.parametrize("data", [{}, {"nl": None}, {"nl": ""}, {"nl": "  "}, {"nl": 3}, {"nl": "ja", "de": "ja"}])
def test_refused(data: dict[str, object]) -> None:
    """It refuses a text that is empty, not a text, or in a language we do not have."""
    with pytest.raises(ValidationError):
        Text.from_data(data)
