"""A grid in plain lines: first its rows are numbered, then the cells of the row that was chosen."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.flows.prompter import Back
from doorbraak_cli.terminal.cells import At, Cells, cells_of
from doorbraak_cli.terminal.reading import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.terminal.display import Display

_ONWARD = 0  # what an empty line is, where it takes the cell behind the draft


@dataclass(frozen=True, slots=True)
class PlainGrid:
    """A question with a grid. `line` gives what is typed, or raises Interrupted; `signs` names how to make it do so."""

    question: Question
    display: Display
    line: Callable[[], str]
    signs: str

    def pick(self, draft: Value | None) -> str:
        """Give the id of a cell, or of being done. An empty line takes the one behind the cell `draft`."""
        cells = cells_of(self.question)
        onward = None if draft in {None, cells.options[-1].id} else cells.start(draft)
        while True:
            row = self._row(cells, onward)
            if onward and row == _ONWARD:
                return cells.option(onward).id
            if cells.is_done(At(row - 1)):
                return cells.option(At(row - 1)).id
            with suppress(Back):  # in a row that is back to the rows
                return self._cell(cells, row - 1)

    def _row(self, cells: Cells, onward: At | None) -> int:
        """Give the number of a row, the one behind those for being done, or _ONWARD."""
        say = self.display.say
        rows = [f"{label} ({_states(cells, row, say)})" for row, label in enumerate(cells.grid.rows)]
        self._list([*rows, cells.options[-1].label])
        if onward:
            self.display.note(say("prompt.plain-grid-onward", place=cells.with_state(onward)))
        self.display.note(say("prompt.plain-grid"))
        self.display.note(self.signs)
        return self._number(len(rows) + 1, onward=onward is not None)

    def _cell(self, cells: Cells, row: int) -> str:
        """Give the id of a cell of a row."""
        places = [At(row, column) for column in range(len(cells.grid.columns))]
        texts = [f"{cells.in_row(at)}\n{cells.option(at).detail}".rstrip() for at in places]
        self.display.note("")
        self.display.note(cells.grid.rows[row])
        self._list(texts)
        self.display.note(self.display.say("prompt.plain-grid-cell"))
        return cells.option(places[self._number(len(places)) - 1]).id

    def _list(self, texts: Sequence[str]) -> None:
        self.display.note("")
        self.display.numbered(texts)
        self.display.note("")

    def _number(self, most: int, *, onward: bool = False) -> int:
        """Give the number that is typed, or _ONWARD for an empty line."""
        while True:
            word = self.line().strip()
            chosen = _ONWARD if onward and not word else number(word, most)
            if chosen is not None:
                return chosen
            key = "prompt.plain-choice-wrong" if word else "prompt.required"
            self.display.note(self.display.say(key, most=most))


def _states(cells: Cells, row: int, say: Wording) -> str:
    """Give how the cells of a row are, in as few words as that takes: they are read aloud.

    What has no name over it is something to do with the row, and no part of how it is.
    """
    states = {column: cells.row(row)[column].label for name, columns in cells.groups() for column in columns if name}
    counts = Counter(states.values())
    common = max(counts, key=lambda state: counts[state])
    named = [f"{state}: {', '.join(_columns(cells, states, state))}" for state in counts if state != common]
    rest = say("prompt.plain-grid-rest" if named else "prompt.plain-grid-same", state=common)
    return "; ".join([*named, rest])


def _columns(cells: Cells, states: Mapping[int, str], state: str) -> Iterator[str]:
    """Name the columns of which the cell is so; the name over them is enough where all of them are."""
    for name, columns in cells.groups():
        here = [cells.grid.columns[column] for column in columns if states.get(column) == state]
        yield from [name] if here and len(here) == len(columns) else [f"{name} {one}" for one in here]
