"""Words of the trade in a text, with what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorbraak_cli.reports.document import Block, Bullets, Fields, Heading, Paragraph, Quote, Table, Tasks
from doorbraak_cli.search.words import plain, stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.reference import Term


def hard_words(blocks: Iterable[Block], pack: Pack, lang: str) -> tuple[str, ...]:
    """Give every term of the glossary that stands in these blocks, with its sentence, in the order of the glossary."""
    text = "\n".join(piece for block in blocks for piece in _texts(block))
    stem = stemmer(lang)

    def stems(words: str) -> str:
        return f" {' '.join(map(stem, plain(words)))} "

    stemmed = stems(text)

    def stands(name: str) -> bool:
        """Tell whether a word stands in the text, in whatever form; an abbreviation as it is written."""
        if name.isupper():
            return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
        return stems(name) in stemmed

    return tuple(_explained(term, lang) for term in pack.terms if any(map(stands, _names(term, lang))))


def _names(term: Term, lang: str) -> list[str]:
    """Give what a term is called: "reporting code (meldcode)" goes by either, an abbreviation in full as well."""
    names = [one.pick(lang) for one in (term.term, term.stands_for) if one]
    return [name for one in names for piece in re.split(r"[()]", one) if (name := piece.strip())]


def _explained(term: Term, lang: str) -> str:
    name = term.term.pick(lang)
    full = f"{name} ({term.stands_for.pick(lang)})" if term.stands_for else name
    return f"{full}: {term.text.pick(lang)}"


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph() | Quote():
            yield block.text
        case Fields():
            yield from (text for pair in block.pairs for text in pair)
        case Table():
            yield from (text for row in (block.header, *block.rows) for text in row)
        case Bullets() | Tasks():
            yield from block.items
        case _:
            raise TypeError(type(block).__name__)
