"""What holds for every text of the shipped content: both languages, a place in the guide, and nothing left over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.text import Source
from doorbraak_cli.domain.wording import LANGUAGES
from doorbraak_cli.files.pack_checks import UNSOURCED
from doorbraak_cli.files.pack_file import KINDS

from .conftest import below

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.text import Text
    from doorbraak_cli.domain.wording import Language

# The guide's own contents list: chapters, and the pages on which they or their sections start.
CONTENTS = {1: {4}, 2: {5}, 3: {6, 7}, 4: {9, 10}, 5: {12, 16, 21}, 6: {27}, 7: {31}, 8: {33}}
# Names of people, organisations, laws and publications may be the same in both languages.
NAMES = re.compile(r"\.(terms\.[^.]+\.term|products\.[^.]+\.title|practices\.[^.]+\.title)$")
LEFT_OVER = [
    *("  ", "{", "}", "<", ">", "[", "]", "TODO", "XXX", "...", "…", "\t", "\n", "\r", "\u00a0", "\u200b", "\u00ad"),
    *("—", " ,", " .", " ;", " :", " ?", "..", ",,", "( ", " )", "“", "”", "„", "‘", "’", "´", "`", "*", "_", "#", "|"),
]


def test_every_kind(pack: Pack) -> None:
    """It holds something of every kind."""
    assert [kind for kind in KINDS if not getattr(pack, kind)] == []


def test_every_text_has_both_languages(texts: list[tuple[str, Text]]) -> None:
    """It says everything in Dutch and in English, and only names are the same in both."""
    assert len(texts) > 700
    assert [place for place, text in texts if text.missing] == []
    assert [place for place, text in texts if text.nl == text.en and not NAMES.search(place)] == []


def test_english_is_not_dutch(texts: list[tuple[str, Text]]) -> None:
    """It leaves no Dutch sentence in English, or the other way round."""
    dutch, english = (
        re.compile(rf"\b({words})\b", re.IGNORECASE) for words in ("een|het|niet|wordt", "the|is not|with")
    )
    told = [(place, text) for place, text in texts if len(text.pick("en").split()) > 6]
    assert len(told) > 400
    assert [place for place, text in told if len(dutch.findall(text.pick("en"))) > 2] == []
    assert [place for place, text in told if len(english.findall(text.pick("nl"))) > 2] == []


def test_as_much_in_both_languages(texts: list[tuple[str, Text]]) -> None:
    """It says about as much in the one language as in the other."""
    sizes = {place: (len(text.pick("nl")), len(text.pick("en"))) for place, text in texts if len(text.pick("nl")) > 80}
    assert len(sizes) > 300
    assert [place for place, (nl, en) in sizes.items() if not 0.5 < en / nl < 2] == []


def test_sources(pack: Pack) -> None:
    """It gives a place in the guide with everything but scales and common terms, by the guide's own contents list."""
    sources = list(below(pack, Source, "pack"))
    assert len(sources) > 150
    assert [place for place, one in sources if one.page not in CONTENTS.get(one.chapter, ())] == []
    needed = [one for kind in KINDS if kind not in UNSOURCED for one in getattr(pack, kind)]
    assert [one.id for one in needed if one.source is None] == []
    assert [place for place, one in sources if one.item != one.item.strip()] == []


@pytest.mark.parametrize("left_over", LEFT_OVER)
def test_nothing_left_over(texts: list[tuple[str, Text]], left_over: str) -> None:
    """It holds no double spaces, placeholders, notes to ourselves, marks of a markup, or typographer's dashes."""
    assert texts
    assert [place for place, text in texts if left_over in text.pick("nl") + text.pick("en")] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ends(texts: list[tuple[str, Text]], lang: Language) -> None:
    """It has nothing around a text that one cannot see, closes what it opens, and ends no title with a full stop."""
    assert texts
    for place, text in texts:
        told = text.pick(lang)
        assert told == told.strip(), place
        assert told.count("(") == told.count(")"), place
        assert told.count('"') == 0, place
        if place.endswith(".title"):
            assert not told.endswith("."), place


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_end(texts: list[tuple[str, Text]], lang: Language) -> None:
    """It ends what is told in sentences as sentences end."""
    told = [(place, text.pick(lang)) for place, text in texts if re.search(r"\.(gist|why|when|opening|ending)$", place)]
    assert len(told) > 100
    assert [place for place, text in told if not re.search(r"[.?!]'?$", text)] == []


def test_speaks_to_you(texts: list[tuple[str, Text]]) -> None:
    """It says "je" and never "u", but for what it quotes."""
    unquoted = [(place, re.sub(r"'[^']*'", "", text.pick("nl"))) for place, text in texts]
    assert any(re.search(r"\bje\b", text) for _, text in unquoted)
    assert [place for place, text in unquoted if re.search(r"\b(u|uw)\b", text, re.IGNORECASE)] == []
