"""How a grid is drawn: names over the columns, a label before each row, the cell pointed at in reverse and brackets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prompt_toolkit.utils import get_cwidth

from doorbraak_cli.domain.printable import visible

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from doorbraak_cli.terminal.cells import At, Cells

_MARGIN, _POINTER, _GAP = "   ", " » ", " "
_LABEL = 12  # what the labels of the rows need at least
_LEAST, _LEAST_ALONE, _MOST = 8, 6, 12  # how wide a cell is; with no name over it it may be smaller


@dataclass(frozen=True, slots=True)
class Table:
    """A grid with a place in it pointed at, laid out for some width; `widths` tells how wide the columns shown are."""

    cells: Cells
    at: At
    label: int
    widths: dict[int, int]

    def header(self) -> list[StyleAndTextTuples]:
        """Give the two rows above the others."""
        start = " " * len(_MARGIN + _GAP) + " " * self.label
        shown = ((name, [one for one in columns if one in self.widths]) for name, columns in self.cells.groups())
        over = [padded(name, self._together(columns)) for name, columns in shown if columns]
        names = [padded(self.cells.grid.columns[column], width) for column, width in self.widths.items()]
        return [[("", start + _GAP.join(over))], [("", start + _GAP.join(names))]]

    def row(self, number: int) -> StyleAndTextTuples:
        """Give a row: its label, and how each of its cells is."""
        label, cells = padded(self.cells.grid.rows[number], self.label), self.cells.row(number)
        texts = [padded(cells[column].label, width) + _GAP for column, width in self.widths.items()]
        if number != self.at.row:
            return [("", _MARGIN + label + _GAP + "".join(texts))]
        here = [*self.widths].index(self.at.column)
        before, after = _GAP + "".join(texts[:here]), "".join(texts[here + 1 :])
        pointed = _bracketed(cells[self.at.column].label, self.widths[self.at.column])
        # A bracket stands in the gap on either side, so that nothing moves.
        return [("class:pointer", _POINTER + label), ("", before.removesuffix(_GAP)), *pointed, ("", after)]

    def done(self) -> StyleAndTextTuples:
        """Give the row below the others: being done."""
        label = cut(self.cells.options[-1].label, self.label + len(_GAP) + self._together([*self.widths]))
        if not self.cells.is_done(self.at):
            return [("", _MARGIN + label)]
        return [("class:pointer", _POINTER.removesuffix(_GAP)), *_bracketed(label, get_cwidth(label))]

    def _together(self, columns: list[int]) -> int:
        return sum(self.widths[column] for column in columns) + len(_GAP) * (len(columns) - 1)


def laid_out(cells: Cells, at: At, width: int) -> Table:
    """Lay a grid out. Where its columns don't fit next to each other, those show that share a name with the one at."""
    shown = range(len(cells.grid.columns))
    if not fits(cells, width):
        shown = next(columns for _, columns in cells.groups() if at.column in columns)
    widths = {column: _width(cells, column) for column in shown}
    return Table(cells, at, max(min(_longest(cells), width - _beside(widths)), 1), widths)


def fits(cells: Cells, width: int) -> bool:
    """Tell whether all columns of a grid fit next to each other."""
    widths = {column: _width(cells, column) for column in range(len(cells.grid.columns))}
    return min(_longest(cells), _LABEL) + _beside(widths) <= width


def flat(text: str) -> str:
    """Give a text on one line, safe to show."""
    return " ".join(visible(text).split())


def cut(text: str, width: int) -> str:
    """Give a text on one line of at most so many columns, with an ellipsis where it was cut."""
    kept = flat(text)
    if get_cwidth(kept) <= width:
        return kept
    while get_cwidth(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def padded(text: str, width: int) -> str:
    """Give a text on one line of exactly so many columns."""
    short = cut(text, width)
    return short + " " * (width - get_cwidth(short))


def _bracketed(label: str, width: int) -> StyleAndTextTuples:
    text = cut(label, width)
    after = " " * (width - get_cwidth(text))
    return [("[SetCursorPosition]", ""), ("class:cell", f"[{text}]"), ("", after)]


def _beside(widths: dict[int, int]) -> int:
    """Give how many columns a row takes beside its label."""
    return len(_MARGIN) + sum(width + len(_GAP) for width in widths.values()) + len(_GAP)


def _longest(cells: Cells) -> int:
    return max((get_cwidth(flat(label)) for label in cells.grid.rows), default=1)


def _width(cells: Cells, column: int) -> int:
    """Give how wide a column is: the same in every state its cells are usually in, so that it stays that way."""
    group = next(name for name, columns in cells.groups() if column in columns)
    texts = [cells.grid.columns[column], *(cells.row(row)[column].label for row in range(len(cells.grid.rows)))]
    return min(max(_LEAST if group else _LEAST_ALONE, *(get_cwidth(flat(text)) for text in texts)), _MOST)
