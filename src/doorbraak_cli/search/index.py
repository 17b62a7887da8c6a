"""An index of texts in SQLite's memory: word forms by a stemmer, ranked by FTS5, accents forgiven."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.domain.near import nearest
from doorbraak_cli.search.words import plain, stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorbraak_cli.search.entries import SearchEntry

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_ROOT = 4  # letters from which words that go on, such as compounds, belong to a word
_ENDING = 2  # letters a stemmer may leave too many of
_ALIKE = 0.84  # how much alike words are of which one was probably meant
_BEGINNING = 2  # letters people seldom mistype, and by which a guess is no other word altogether
_COMMON = 0.25  # a word in more of the entries than this tells nothing by itself
_READ = 60  # words of a query, more than any title has; a whole file pasted must not keep anybody waiting
_RANK = "bm25(guide, 10.0, 4.0, 1.0, 0.0) * boost"  # a word in a title, in what tells most, elsewhere
# What can be worked with goes before what only asks or tells about it.
_BOOSTS = {"aids": 1.5, "recommendations": 1.5, "questions": 0.7, "products": 0.7}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found, and the sentence of it in which the words stand."""

    entry: SearchEntry
    sentence: str


class SearchIndex:
    """Finds entries by words in one language. Raises ImportError where SQLite was built without FTS5."""

    def __init__(self, entries: Sequence[SearchEntry], lang: str) -> None:
        self._stem = stemmer(lang)
        self._entries = entries
        self._words: set[str] = set()
        self._known: set[str] = set()
        self._table = sqlite3.connect(":memory:")
        try:
            self._table.execute("CREATE VIRTUAL TABLE guide USING fts5(title, gist, rest, boost UNINDEXED)")
        except sqlite3.OperationalError as error:
            raise ImportError(str(error)) from error
        self._table.executemany("INSERT INTO guide VALUES (?, ?, ?, ?)", map(self._row, entries))

    def find(self, words: str) -> list[Hit]:
        """Give what has this id, or holds the words as they stand in what tells most, all of them, or else any."""
        stems = self._stems(words)[:_READ]
        wanted = [self._forms(stem) for stem in dict.fromkeys(stems)]
        if not any(wanted):
            return []
        rows = dict.fromkeys([*self._named(words), *self._holding(stems, wanted)])
        return [self._hit(self._entries[row - 1], list(map(set, wanted))) for row in rows]

    def _named(self, words: str) -> list[int]:
        """Give what has this id; one word alone is rather a word somebody looks for."""
        name = words.strip().casefold()
        return [row for row, entry in enumerate(self._entries, start=1) if entry.id == name and "-" in name]

    def _holding(self, stems: Sequence[str], wanted: Sequence[list[str]]) -> list[int]:
        """Give what holds the words as they stand and all of them, best first; only where nothing does, any of them."""
        phrase = f'"{" ".join(stems)}"'
        every = [f"({_any(forms)})" for forms in wanted if forms]
        together = [f"title : {phrase}", f"gist : {phrase}", *([" AND ".join(every)] if all(wanted) else [])]
        rows = [row for query in together for row in self._rows(query)]
        telling = [one for one in every if sum(1 for _ in self._rows(one)) <= len(self._entries) * _COMMON]
        return rows or list(self._rows(" OR ".join(telling or every)))

    def meant(self, words: str) -> str | None:
        """Give the words with each unknown one replaced by the nearest there is, or None where that changes nothing."""
        given = plain(words)[:_READ]
        known = [word if self._forms(self._stem(word)) else (self._nearest(word) or word) for word in given]
        return " ".join(known) if known != given else None

    def _row(self, entry: SearchEntry) -> tuple[str, str, str, float]:
        texts = (" ".join((entry.title, *entry.titles)), entry.gist, " ".join((*entry.rest, entry.id)))
        title, gist, rest = map(self._stemmed, texts)
        return title, gist, rest, _BOOSTS.get(entry.kind, 1.0)

    def _stemmed(self, text: str) -> str:
        words = plain(text)
        stems = [self._stem(word) for word in words]
        self._words.update(words)
        self._known.update(stems)
        return " ".join(stems)

    def _stems(self, text: str) -> list[str]:
        return [self._stem(word) for word in plain(text)]

    def _forms(self, stem: str) -> list[str]:
        """Give the stems in the index that belong to a word: itself, compounds that begin with it, other endings."""
        return [one for one in self._known if one == stem or _goes_on(stem, one) or _ends_sooner(stem, one)]

    def _rows(self, query: str) -> Iterator[int]:
        sql = f"SELECT rowid FROM guide WHERE guide MATCH ? ORDER BY {_RANK}, rowid"  # noqa: S608 - words of ours
        return (row for (row,) in self._table.execute(sql, (query,)))

    def _nearest(self, word: str) -> str | None:
        """Give the word there is that somebody probably meant; no guess is better than a wrong one, on a grave word."""
        alike = (one for one in sorted(self._words) if one[:_BEGINNING] == word[:_BEGINNING])
        return nearest(word, alike, cutoff=_ALIKE)

    def _hit(self, entry: SearchEntry, wanted: list[set[str]]) -> Hit:
        """Give an entry with the first of its sentences that hold the most of the words."""
        sentences = [one for text in (entry.gist, *entry.titles, *entry.rest) for one in _SENTENCE.split(text)]

        def holds(sentence: str) -> int:
            stems = set(self._stems(sentence))
            return sum(1 for forms in wanted if not forms.isdisjoint(stems))

        return Hit(entry, max(sentences, key=holds))


def _any(forms: Iterable[str]) -> str:
    return " OR ".join(f'"{form}"' for form in forms)


def _goes_on(stem: str, other: str) -> bool:
    return len(stem) >= _ROOT and other.startswith(stem)


def _ends_sooner(stem: str, other: str) -> bool:
    return len(other) >= _ROOT and stem.startswith(other) and len(stem) - len(other) <= _ENDING
