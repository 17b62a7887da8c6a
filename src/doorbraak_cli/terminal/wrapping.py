"""How a line that is being typed looks: words whole, control characters as symbols. The text stays what it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth

from doorbraak_cli.domain.printable import visible

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples


@dataclass(frozen=True, slots=True)
class Wrapping(Processor):
    """Fills rows up with spaces, so that prompt_toolkit, which breaks anywhere, breaks between words.

    `beside` is how many columns the prompt takes in front of every row.
    """

    beside: int

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Give the line as it is shown, and where each of its characters went."""
        characters = explode_text_fragments(transformation_input.fragments)
        room = max(transformation_input.width - self.beside, 1)
        pieces, places = _laid_out(fragment_list_to_text(characters), room)
        shown: StyleAndTextTuples = [(one[0], piece) for one, piece in zip(characters, pieces, strict=True)]
        return Transformation(
            shown,
            source_to_display=lambda place: places[min(place, len(pieces))],
            display_to_source=lambda place: max(bisect_right(places, place) - 1, 0),
        )


@lru_cache(maxsize=512)  # a line is drawn six times for every key
def _laid_out(text: str, room: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Give what is shown for every character, with what fills up the row before it, and the place it then has."""
    pieces: list[str] = []
    places: list[int] = []
    length = column = 0
    for word in re.findall(r"\S+|\s", text):
        symbols = ["" if word == " " and column == room else _symbol(character) for character in word]
        width = get_cwidth("".join(symbols))
        fill = room - column if column and column + width > room >= width else 0
        if column + fill == room:
            column = 0
        places += accumulate(map(len, symbols[:-1]), initial=length + fill)
        symbols[0] = " " * fill + symbols[0]
        pieces += symbols
        length += sum(map(len, symbols))
        column = (column + width - 1) % room + 1 if width else column
    return tuple(pieces), (*places, length)


def _symbol(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character in "\t\r" else visible(character)
