"""The three principles of chapter 3 and the three levels of chapter 5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.wording import LANGUAGES

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack


def test_principles(pack: Pack) -> None:
    """It has the three principles with the code, number and place they have in the guide."""
    assert [(one.id, one.code, one.number, one.source.chapter, one.source.page) for one in pack.principles] == [
        ("radicaal-aansluiten", "RA", 1, 3, 6),
        ("breed-kijken", "BK", 2, 3, 7),
        ("samen-waarde-toevoegen", "SW", 3, 3, 7),
    ]


def test_levels(pack: Pack) -> None:
    """It has the three levels, from the case to the country, with their place in the guide."""
    assert [(one.id, one.source.chapter, one.source.page) for one in pack.levels] == [
        ("micro", 5, 12),
        ("meso", 5, 12),
        ("macro", 5, 12),
    ]


def test_principle_by_code(pack: Pack) -> None:
    """It finds a principle by its id and by its code, in capitals or not."""
    for one in pack.principles:
        assert pack.principle(one.code) is pack.principle(one.code.lower()) is pack.principle(one.id) is one


def test_the_composite_case(pack: Pack) -> None:
    """It shows every principle at work in the story of Marianne."""
    for one in pack.principles:
        assert all("Marianne" in one.in_the_case.pick(lang) for lang in LANGUAGES)


def test_danger_is_never_out_of_sight(pack: Pack) -> None:
    """It names safety in what every principle asks, so that none can be read as looking away."""
    for one in pack.principles:
        assert "veiligheid" in one.essence.pick("nl")
        assert "safety" in one.essence.pick("en")
