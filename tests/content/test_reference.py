"""The glossary, and what stands beside the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.wording import LANGUAGES

from .conftest import is_one_sentence

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language

ABBREVIATIONS = {"gsv", "mdo", "wmo", "zvw", "skj", "big", "gi", "ret", "lvb"}
AT_LEAST = ABBREVIATIONS | {"veilig-thuis", "raad"}


def test_terms(pack: Pack) -> None:
    """It explains at least these terms, each under an id that nothing else can have."""
    assert {f"begrip-{name}" for name in AT_LEAST} - {one.id for one in pack.terms} == set()
    assert [one.id for one in pack.terms if not one.id.startswith("begrip-")] == []


def test_abbreviations_in_full(pack: Pack) -> None:
    """It gives every abbreviation in full, and calls nothing one that is none."""
    terms = {one.id.removeprefix("begrip-"): one for one in pack.terms}
    assert [name for name in ABBREVIATIONS if terms[name].stands_for is None] == []
    for one in pack.terms:
        for lang in LANGUAGES:
            if one.stands_for:
                assert len(one.stands_for.pick(lang)) > len(one.term.pick(lang)), one.id


def test_order(pack: Pack) -> None:
    """It has its terms by the Dutch alphabet, capitals or not."""
    names = [one.term.pick("nl").casefold() for one in pack.terms]
    assert len(names) > 20
    assert names == sorted(names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_once(pack: Pack, lang: Language) -> None:
    """It explains no term twice."""
    names = [one.term.pick(lang).casefold() for one in pack.terms]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_sentence(pack: Pack, lang: Language) -> None:
    """It explains every term in one plain sentence."""
    assert pack.terms
    assert [one.id for one in pack.terms if not is_one_sentence(one.text.pick(lang))] == []


def test_products(pack: Pack) -> None:
    """It names the four products of the guide's second chapter first, in its order, and then what it refers to."""
    products = [one.id for one in pack.products]
    assert products[:4] == ["handelingskader", "handreiking", "kompas", "sturen-op-innovatie"]
    assert [one.source and (one.source.chapter, one.source.page) for one in pack.products][:4] == [(2, 5)] * 4
    assert {"gefaseerd-samenwerken-aan-veiligheid", "doorbraakmethode"} <= set(products)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_products_say_what_they_are_for(pack: Pack, lang: Language) -> None:
    """It says of each what it is for, under a name of at most 60 characters, no two the same."""
    assert pack.products
    names = [one.title.pick(lang) for one in pack.products]
    assert [name for name in names if len(name) > 60] == []
    assert len(set(names)) == len(names)
    assert [one.id for one in pack.products if len(one.text.pick(lang).split()) < 5] == []
