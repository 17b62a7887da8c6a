"""The 36 recommendations of chapter 5. Ids, order and numbers of actions are those of the guide."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.wording import LANGUAGES

from .conftest import is_one_sentence

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.text import Text

ACTIONS = {
    "ra-micro-basishouding": 3,
    "ra-micro-rust": 2,
    "ra-micro-actieve-rol": 1,
    "ra-micro-present": 1,
    "ra-meso-sturen-op-inhoud": 3,
    "ra-meso-domeinoverstijgend": 3,
    "ra-meso-spoedmaatwerk": 1,
    "ra-meso-wachtlijsten": 3,
    "ra-meso-ervaringsdeskundigen": 3,
    "ra-macro-impact": 2,
    "ra-macro-discretionaire-ruimte": 1,
    "ra-macro-governance": 0,
    "bk-micro-basishouding": 3,
    "bk-micro-hele-systeem": 1,
    "bk-micro-bestaanszekerheid": 3,
    "bk-micro-risicoparadox": 2,
    "bk-meso-tijd-en-capaciteit": 1,
    "bk-meso-gezamenlijke-reflectie": 3,
    "bk-meso-consultatie": 2,
    "bk-meso-sociale-basis": 0,
    "bk-macro-voorleven": 1,
    "bk-macro-outcome": 2,
    "bk-macro-consultatiefunctie": 0,
    "sw-micro-toegevoegde-waarde": 3,
    "sw-micro-een-plan-een-regisseur": 2,
    "sw-micro-handelingsverlegenheid": 2,
    "sw-micro-samen-optrekken": 3,
    "sw-meso-sturen-op-waarde": 4,
    "sw-meso-raad": 1,
    "sw-meso-tijd-en-capaciteit": 1,
    "sw-meso-opschalen": 3,
    "sw-meso-stroomknelpunten": 0,
    "sw-macro-tuchtrecht": 2,
    "sw-macro-estafettemodel": 0,
    "sw-macro-zorg-en-rechtspraak": 2,
    "sw-macro-toegankelijke-zorg": 5,
}
COUNTS = {
    ("radicaal-aansluiten", "micro"): 4,
    ("radicaal-aansluiten", "meso"): 5,
    ("radicaal-aansluiten", "macro"): 3,
    ("breed-kijken", "micro"): 4,
    ("breed-kijken", "meso"): 4,
    ("breed-kijken", "macro"): 3,
    ("samen-waarde-toevoegen", "micro"): 4,
    ("samen-waarde-toevoegen", "meso"): 5,
    ("samen-waarde-toevoegen", "macro"): 4,
}
CODES = {"ra": "radicaal-aansluiten", "bk": "breed-kijken", "sw": "samen-waarde-toevoegen"}
PAGES = {"radicaal-aansluiten": 12, "breed-kijken": 16, "samen-waarde-toevoegen": 21}


def test_ids_and_actions(pack: Pack) -> None:
    """It has every recommendation of the guide once, in its order, with as many actions as the guide gives."""
    assert len(ACTIONS) == 36
    assert [(one.id, len(one.actions)) for one in pack.recommendations] == list(ACTIONS.items())


def test_principle_and_level_follow_the_id(pack: Pack) -> None:
    """It puts each recommendation under the principle and the level its id names."""
    for one in pack.recommendations:
        code, level, _ = one.id.split("-", 2)
        assert (one.principle, one.level) == (CODES[code], level), one.id


@pytest.mark.parametrize("group", COUNTS, ids=" ".join)
def test_counts(pack: Pack, group: tuple[str, str]) -> None:
    """It gives as many for a principle and a level as the guide does."""
    principle, level = group
    chosen = pack.select_recommendations(level=level, principles=[principle])  # type: ignore[arg-type]  # ids of the guide
    assert len(chosen) == COUNTS[group]
    assert sum(COUNTS.values()) == len(pack.recommendations)


def test_source(pack: Pack) -> None:
    """It points each one at its principle in chapter 5, by its number on its level."""
    for (principle, level), several in groupby(pack.recommendations, key=lambda one: (one.principle, one.level)):
        for number, one in enumerate(several, start=1):
            assert one.source is not None
            place = (one.source.chapter, one.source.page, one.source.item)
            assert place == (5, PAGES[principle], f"{level}niveau, aanbeveling {number}"), one.id


def test_what_was_observed(pack: Pack) -> None:
    """It gives the five things the guide saw go wrong on the way to the Board, where it names them."""
    raad = pack.recommendation("sw-meso-raad")
    assert raad is not None
    assert len(raad.observations) == 5


def test_aids(pack: Pack) -> None:
    """It names an aid where the guide has one for it."""
    named = {one.id: set(one.aids) for one in pack.recommendations}
    assert "verklarende-analyse" in named["bk-micro-basishouding"]
    assert "breed-afwegingskader" in named["bk-micro-bestaanszekerheid"]
    assert {"netwerk-van-specialisten", "consultatiefunctie-ggz"} <= named["bk-meso-consultatie"]
    assert "zorgvuldig-consulteren" in named["sw-macro-tuchtrecht"]


def test_gist(pack: Pack) -> None:
    """It says in one sentence of at most 160 characters what each comes down to, no two the same."""
    for lang in LANGUAGES:
        gists = {one.id: one.gist.pick(lang) for one in pack.recommendations}
        assert [name for name, gist in gists.items() if len(gist) > 160 or not is_one_sentence(gist)] == []
        assert set(Counter(gists.values()).values()) == {1}


def titles(pack: Pack) -> list[tuple[str, Text, int]]:
    """Give every title with what it belongs to and how long it may be."""
    own = [(one.id, one.title, 60) for one in pack.recommendations]
    return own + [(one.id, action.title, 50) for one in pack.recommendations for action in one.actions]


def test_titles(pack: Pack) -> None:
    """It calls each one in at most 60 characters, no two the same, and each action in at most 50."""
    assert len(titles(pack)) == 36 + sum(ACTIONS.values())
    for lang in LANGUAGES:
        assert [name for name, title, most in titles(pack) if len(title.pick(lang)) > most] == []
        assert len({one.title.pick(lang) for one in pack.recommendations}) == 36


def test_actions_differ(pack: Pack) -> None:
    """It says something else with every action."""
    for lang in LANGUAGES:
        texts = [action.text.pick(lang) for one in pack.recommendations for action in one.actions]
        assert len(set(texts)) == len(texts) == sum(ACTIONS.values())
