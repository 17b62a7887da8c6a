"""Places in a file: lines and columns as an editor shows them, and problems that stand there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from doorbraak_cli.errors import Message, Problem

_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column of a file, both from 1."""

    line: int
    column: int


class Lines:
    """Lines as editors count them; yaml's own count also breaks at U+0085, U+2028 and U+2029."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def place(self, index: int) -> Place:
        """Give the place of a character, by its index in the text."""
        line = bisect_right(self._starts, index)
        return Place(line, index - self._starts[line - 1] + 1)


def problem_at(path: str, place: Place, key: str, /, **values: object) -> Problem:
    """Give a problem at a place."""
    return Problem(path, place.line, place.column, Message(key, values))
