"""Words of the trade in a text, with what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.reference import Term
from doorbraak_cli.domain.text import Text
from doorbraak_cli.reports.document import (
    Block,
    Bullets,
    Fields,
    Heading,
    Item,
    Numbered,
    Paragraph,
    Quote,
    Table,
    Tasks,
)
from doorbraak_cli.reports.hard_words import hard_words

from .conftest import pack_with

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language


def term(nl: str, en: str = "", full: str = "") -> Term:
    return Term(
        id="begrip-" + "".join(one for one in nl.casefold() if one.isalnum()),
        term=Text(nl=nl, en=en or nl),
        stands_for=Text(nl=full, en=f"{full} in English") if full else None,
        text=Text(nl=f"Uitleg van {nl}.", en=f"Meaning of {nl}."),
    )


@pytest.fixture
def words(pack: Pack) -> Pack:
    """Give a pack with a small glossary."""
    return pack_with(
        pack,
        terms=(
            term("Maatwerk", "tailor-made help"),
            term("GI", full="gecertificeerde instelling"),
            term("lege stoel", "empty chair"),
            term("Wmo", full="Wet maatschappelijke ondersteuning"),
            term("output en outcome"),
            term("meldcode", "reporting code (meldcode)"),
        ),
    )


def explained(words: Pack, text: str, lang: Language = "nl") -> list[str]:
    """Give the words that are explained, without their sentence."""
    return [one.partition(":")[0] for one in hard_words([Quote(text)], words, lang)]


def test_sentence(words: Pack) -> None:
    """It gives a word with its sentence, an abbreviation in full too, in the language asked for."""
    assert hard_words([Quote("De GI en maatwerk.")], words, "nl") == (
        "Maatwerk: Uitleg van Maatwerk.",
        "GI (gecertificeerde instelling): Uitleg van GI.",
    )
    assert hard_words([Quote("The GI and the empty chair.")], words, "en") == (
        "GI (gecertificeerde instelling in English): Meaning of GI.",
        "empty chair: Meaning of lege stoel.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "maatwerk",
        "MAATWERK",
        "Maatwerk.",
        "(maatwerk)",
        "maatwerk: zo",
        "geen maatwerk, nee",
        "“maatwerk”",
        "x\nmaatwerk\ny",
    ],
)
def test_found(words: Pack, text: str) -> None:
    """It finds a word however it is written and wherever it stands."""
    assert explained(words, text) == ["Maatwerk"]


@pytest.mark.parametrize("text", ["maatwerken", "maatwerks", "maatwerk's"])
def test_endings(words: Pack, text: str) -> None:
    """It finds a word with an ending."""
    assert explained(words, text) == ["Maatwerk"]


@pytest.mark.parametrize("text", ["", "maatwerkbudget", "vakmaatwerk", "maat werk", "giraf", "legestoel", "een stoel"])
def test_not_found(words: Pack, text: str) -> None:
    """It finds no word inside another, nor half a term."""
    assert explained(words, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("de GI belt", ["GI (gecertificeerde instelling)"]),
        ("twee GI's", ["GI (gecertificeerde instelling)"]),
        ("de GI-medewerker", ["GI (gecertificeerde instelling)"]),
        ("gi", []),
        ("Gi", []),
        ("een Gecertificeerde instelling", ["GI (gecertificeerde instelling)"]),
        ("wmo", ["Wmo (Wet maatschappelijke ondersteuning)"]),
        ("WMO", ["Wmo (Wet maatschappelijke ondersteuning)"]),
    ],
)
def test_abbreviations(words: Pack, text: str, found: list[str]) -> None:
    """It tells an abbreviation in capitals from a word, and finds it in full in any writing."""
    assert explained(words, text) == found


def test_once_in_the_order_of_the_glossary(words: Pack) -> None:
    """It explains a word once, in the order of the glossary, wherever and however often it stands."""
    blocks: list[Block] = [
        Heading(2, "Lege stoel"),
        Quote("GI"),
        Quote("de gi, de GI en weer de GI"),
        Quote("maatwerk"),
    ]
    assert [one.partition(" ")[0] for one in hard_words(blocks, words, "nl")] == ["Maatwerk:", "GI", "lege"]


@pytest.mark.parametrize(
    "block",
    [
        Heading(2, "maatwerk"),
        Paragraph("maatwerk"),
        Quote("maatwerk"),
        Fields((("maatwerk", "x"),)),
        Fields((("x", "maatwerk"),)),
        Table(("x",), (("maatwerk",),)),
        Table(("maatwerk",), (("x",),)),
        Bullets(("x", "maatwerk")),
        Tasks(("maatwerk",)),
    ],
)
def test_in_every_kind_of_block(words: Pack, block: Block) -> None:
    """It looks in every text of every kind of block the family may read."""
    assert len(hard_words([block], words, "nl")) == 1


@pytest.mark.parametrize("block", [Numbered(("maatwerk",)), Item("maatwerk", "x")])
def test_unknown_block(words: Pack, block: Block) -> None:
    """It refuses a kind of block it doesn't know, rather than pass by what stands in it."""
    with pytest.raises(TypeError, match=type(block).__name__):
        hard_words([block], words, "nl")


def test_language(words: Pack) -> None:
    """It looks for the words of the language that is read."""
    assert explained(words, "tailor-made help, maatwerk", "en") == ["tailor-made help"]
    assert explained(words, "tailor-made help", "nl") == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [("the reporting code stands", "en"), ("the meldcode stands", "en"), ("de meldcode", "nl")],
)
def test_word_with_the_other_language_behind_it(words: Pack, text: str, lang: Language) -> None:
    """It finds an English word that has the Dutch one behind it in brackets, by either of the two."""
    assert len(explained(words, text, lang)) == 1


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_word_of_the_glossary(pack: Pack, lang: Language) -> None:
    """It finds every term of the shipped glossary as a person would write it: without what stands in brackets."""
    names = {one.id: one.term.pick(lang).partition(" (")[0] for one in pack.terms}
    told = {one.id: hard_words([Quote(f"Dan {names[one.id]}.")], pack, lang) for one in pack.terms}
    assert len(names) > 50
    assert [names[one.id] for one in pack.terms if one.text.pick(lang) not in "\n".join(told[one.id])] == []


def test_nothing(words: Pack) -> None:
    """It explains nothing of nothing."""
    assert hard_words([], words, "nl") == ()
