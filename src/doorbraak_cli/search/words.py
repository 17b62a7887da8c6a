"""The words of a text, and what forms of one word have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Callable

# Snowball's newer "dutch" makes "zin" of "gezin" and other words of "schuld" and "schulden".
_STEMMERS = {"nl": "dutch_porter", "en": "english"}
_NO_FORMS = {"backing"}  # words that are no form of what a stemmer makes of them: backing is not going back
_WORD = re.compile(r"\w+")


def plain(text: str) -> list[str]:
    """Give the words of a text in small letters, without accents."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return _WORD.findall("".join(one for one in bare if not unicodedata.combining(one)))


def stemmer(lang: str) -> Callable[[str], str]:
    """Give what makes the stem of a word in one language, the same for all its forms."""
    stem = snowballstemmer.stemmer(_STEMMERS[lang]).stemWord
    return cache(lambda word: word if word in _NO_FORMS else stem(word))
