"""Team AnderS, the practice of chapter 7, with its figures as the guide gives them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorbraak_cli.domain.wording import LANGUAGES

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.practice import Practice


def team(pack: Pack) -> Practice:
    (one,) = pack.practices
    return one


def test_practice(pack: Pack) -> None:
    """It has the one practice of the guide, with its place."""
    one = team(pack)
    assert one.id == "team-anders"
    assert one.source is not None
    assert (one.source.chapter, one.source.page) == (7, 31)


def test_figures(pack: Pack) -> None:
    """It gives the growth in consults, the effect (and who found it) and the sick leave as the guide does."""
    figures = {tuple(re.findall(r"\d+", one.figure)): one for one in team(pack).figures}
    assert {("30", "300"), ("85",), ("1",)} <= figures.keys()
    effect = figures["85",]
    assert effect.figure == "85%"
    assert all("Berenschot" in effect.text.pick(lang) for lang in LANGUAGES)
    assert any(re.fullmatch(r"< ?1 ?%", one.figure) for one in team(pack).figures)


def test_every_figure_says_what_it_is_of(pack: Pack) -> None:
    """It tells with every figure what it is a figure of, in words and not by repeating it."""
    for one in team(pack).figures:
        for lang in LANGUAGES:
            assert len(one.text.pick(lang).split()) > 4, one.figure


def test_principles(pack: Pack) -> None:
    """It shows each of the three principles at work once, in their order, with what is done."""
    there = team(pack).principles
    assert [one.principle for one in there] == [one.id for one in pack.principles]
    assert [one.principle for one in there if len(one.points) < 2] == []


def test_what_helps_and_hinders(pack: Pack) -> None:
    """It tells what makes it possible, what gets in the way, and what comes next."""
    one = team(pack)
    assert one.conditions
    assert one.obstacles
    assert one.future is not None


def test_registration_is_named(pack: Pack) -> None:
    """It names the register and the waiting lists among what gets in the way."""
    told = " ".join(text.pick("nl") for text in team(pack).obstacles)
    assert "SKJ" in told
    assert "wachtlijst" in told.casefold()
