"""The words to answer in. About the professional's own work; never numbers, never turned into them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.wording import LANGUAGES

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack

WORDS = {
    "extent": ["not-at-all", "hardly", "partly", "largely", "fully", "not-applicable", "unknown"],
    "fact": ["no", "in-part", "yes", "not-applicable", "unknown"],
}


def test_scales(pack: Pack) -> None:
    """It has the two scales, with their words in order; case files hold these ids."""
    assert {scale.id: [word.id for word in scale.words] for scale in pack.scales} == WORDS


@pytest.mark.parametrize("scale", WORDS)
def test_words_aside(pack: Pack, scale: str) -> None:
    """It always lets somebody say that a question doesn't apply, or that they don't know."""
    aside = {word.id: word.aside for word in pack.scale(scale).words if word.aside}
    assert aside == {"not-applicable": "not-applicable", "unknown": "unknown"}


def test_weak_words(pack: Pack) -> None:
    """It marks the words where help is due, and never a word that says nothing about how far."""
    weak = {scale.id: [word.id for word in scale.words if word.weak] for scale in pack.scales}
    assert weak == {"extent": ["not-at-all", "hardly"], "fact": ["no"]}


def test_no_digits(pack: Pack) -> None:
    """It answers in words: no digit, percentage or colour in any of them."""
    labels = [word.text.pick(lang) for scale in pack.scales for word in scale.words for lang in LANGUAGES]
    assert labels
    assert [one for one in labels if re.search(r"[\d%]|rood|oranje|groen|red|orange|green", one)] == []


def test_same_words_for_the_same_id(pack: Pack) -> None:
    """It says "doesn't apply" and "I don't know" the same on both scales, so that they count together."""
    for word_id in ("not-applicable", "unknown"):
        words = [scale.word(word_id) for scale in pack.scales]
        assert len({(word.text.nl, word.text.en) for word in words if word}) == 1
