"""What the options of a question are as cells of its grid: where each of them is, and which one comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.flows.prompter import Grid, Option, Question

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class At:
    """A place in a grid, counted from 0. Below the last row is being done; the column is then where one came from."""

    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a grid row by row, and behind them the option of being done with it."""

    grid: Grid
    options: tuple[Option, ...]

    def option(self, at: At) -> Option:
        """Give the option at a place."""
        return self.options[-1] if self.is_done(at) else self.row(at.row)[at.column]

    def row(self, row: int) -> tuple[Option, ...]:
        """Give the cells of a row."""
        width = len(self.grid.columns)
        return self.options[row * width : (row + 1) * width]

    def is_done(self, at: At) -> bool:
        """Tell whether a place is being done with the grid."""
        return at.row == len(self.grid.rows)

    def at(self, number: int) -> At:
        """Give the place of an option by its number, counted from 0."""
        return At(*divmod(number, len(self.grid.columns)))

    def start(self, draft: Value | None) -> At:
        """Give where to go on after an option: the cell behind it, or the first one after being done or nothing."""
        ids = [option.id for option in self.options[:-1]]
        return self.at(ids.index(draft) + 1) if isinstance(draft, str) and draft in ids else At()

    def following(self, at: At) -> At:
        """Give the next place, row by row."""
        last = at.column + 1 == len(self.grid.columns)
        return at if self.is_done(at) else At(at.row + 1) if last else replace(at, column=at.column + 1)

    def moved(self, at: At, rows: int, columns: int) -> At:
        """Give the place so many rows down and columns to the right, or as far as the grid goes."""
        row = min(max(at.row + rows, 0), len(self.grid.rows))
        column = min(max(at.column + columns, 0), len(self.grid.columns) - 1)
        return At(row, at.column if self.is_done(at) else column)

    def groups(self) -> list[tuple[str, range]]:
        """Give the names over the columns, each with the numbers of its columns."""
        ends = [sum(self.grid.spans[: number + 1]) for number in range(len(self.grid.spans))]
        columns = [range(end - span, end) for span, end in zip(self.grid.spans, ends, strict=True)]
        return list(zip(self.grid.groups, columns, strict=True))

    def column_name(self, column: int) -> str:
        """Give the name of a column with the one over it: "veiligheid · kort"."""
        group = next(name for name, columns in self.groups() if column in columns)
        return BETWEEN.join(name for name in (group, self.grid.columns[column]) if name)

    def name(self, at: At) -> str:
        """Give a place in words: "Hotel · veiligheid · kort"."""
        if self.is_done(at):
            return self.options[-1].label
        return BETWEEN.join((self.grid.rows[at.row], self.column_name(at.column)))

    def in_row(self, at: At) -> str:
        """Give a place in its row and how it is there in words: "veiligheid · kort: leeg"."""
        return f"{self.column_name(at.column)}: {self.option(at).label}"

    def with_state(self, at: At) -> str:
        """Give a place and how it is there in words: "Hotel · veiligheid · kort: leeg"."""
        return self.name(at) if self.is_done(at) else f"{self.name(at)}: {self.option(at).label}"


def cells_of(question: Question) -> Cells:
    """Give the cells of a question. Raises ValueError where its options do not fit its grid, which is a bug."""
    grid = question.grid
    if grid is None or len(question.options) != len(grid.rows) * len(grid.columns) + 1:
        raise ValueError(question.id)
    return Cells(grid, question.options)


def told(question: Question, option_id: str) -> str:
    """Give how a choice is told afterwards: its label, or of a cell where it is."""
    ids = [option.id for option in question.options]
    if question.grid is None or option_id not in ids:
        return question.label(option_id)
    cells = cells_of(question)
    return cells.name(cells.at(ids.index(option_id)))
