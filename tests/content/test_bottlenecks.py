"""The structural bottlenecks a case can be tagged with, and where each can be solved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.principle import LEVELS
from doorbraak_cli.domain.wording import LANGUAGES

from .conftest import sentences

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack

AT_LEAST = {
    "privacy-interpretatie",
    "postcodebeginsel",
    "uurtarieven",
    "clientgebonden-bekostiging",
    "contra-indicaties",
    "woningtekort",
    "wachtlijst",
    "verkokerde-financiering",
    "verantwoording-vooraf",
    "tuchtrecht",
    "estafettemodel",
    "dubbele-diagnose",
    "eigen-bijdrage",
    "botsende-wetten",
    "capaciteit-raad",
    "consultatietarief",
}


def test_ids(pack: Pack) -> None:
    """It has at least the sixteen bottlenecks that the guide names."""
    assert len(AT_LEAST) == 16
    assert AT_LEAST - {one.id for one in pack.bottlenecks} == set()


def test_levels(pack: Pack) -> None:
    """It says of every bottleneck where it can be solved: never by the professional who ran into it."""
    for one in pack.bottlenecks:
        assert one.levels, one.id
        assert "micro" not in one.levels, one.id
        assert list(one.levels) == [level for level in LEVELS if level in one.levels], one.id


def test_questions(pack: Pack) -> None:
    """It has a question for the people on each level where a bottleneck can be solved, and for no others."""
    levels = {one.id: one.level for one in pack.questions}
    for one in pack.bottlenecks:
        assert {levels[name] for name in one.questions} == set(one.levels), one.id


def test_recommendations(pack: Pack) -> None:
    """It names with every bottleneck what takes it on, each once."""
    for one in pack.bottlenecks:
        assert one.recommendations, one.id
        assert len({*one.recommendations}) == len(one.recommendations), one.id
        assert len({*one.questions}) == len(one.questions), one.id


def test_length(pack: Pack) -> None:
    """It is called in at most 45 characters, as it is ticked, no two the same, and told in one or two sentences."""
    assert pack.bottlenecks
    for lang in LANGUAGES:
        titles = [one.title.pick(lang) for one in pack.bottlenecks]
        assert [title for title in titles if len(title) > 45] == []
        assert len({title.casefold() for title in titles}) == len(titles)
        assert [one.id for one in pack.bottlenecks if sentences(one.text.pick(lang)) not in {1, 2}] == []
