"""The rows of a CSV text and where they stand; one that cannot be read is told, and reading goes on below it."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.files.places import Lines, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

# Between cells where there is only one to a row: a character that no decoded text can hold.
NOTHING = "\ud800"
DELIMITERS = ";\t,"
# A row of more lines is taken for a quote that was never closed: it would swallow the rest of the file.
TALLEST = 1_000

_DECLARED = re.compile(r'"?sep=([;,\t])"?[;,\t]*(?:\n|\Z)', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_FILLED = re.compile(r'^[^\n]*[^\s;,"][^\n]*', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it: its cells, each on one line, as it stands in the file, and the line it starts on."""

    line: int
    cells: tuple[str, ...]
    raw: str
    delimiter: str

    @property
    def unquoted(self) -> str:
        """Give the row as it stands, with nothing between its quotes."""
        return _QUOTED.sub('""', self.raw)

    def place(self, cell: int) -> Place:
        """Give where a cell starts, by its index."""
        starts = [found.start(1) for found in re.finditer(f"(?:^|{self.delimiter})({_cell(self.delimiter)})", self.raw)]
        place = Lines(self.raw).place(starts[cell])
        return Place(self.line + place.line - 1, place.column)


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that cannot be read: the line it starts on, and the message that says why."""

    line: int
    key: str


def delimiter_of(text: str) -> str:
    """Give what stands between cells: what the file says itself, or what the first line with something on it has most.

    Give `NOTHING` where that line has one cell.
    """
    if declared := _DECLARED.match(text):
        return declared[1]
    filled = _FILLED.search(_QUOTED.sub("quoted", text))
    first = filled.group() if filled else text
    most = max(DELIMITERS, key=first.count)
    return most if most in first else NOTHING


def rows(text: str, delimiter: str) -> Iterator[Row | BrokenRow]:
    """Give every row that has something in it, or what is wrong with it, from the top."""
    lines = text.split("\n")
    at = 1 if _DECLARED.match(text) else 0
    while at < len(lines):
        if not lines[at].replace(delimiter, "").strip():
            at += 1
            continue
        row, height = _row(lines, at, delimiter)
        if isinstance(row, BrokenRow) or any(row.cells):
            yield row
        at += height


def _row(lines: list[str], at: int, delimiter: str) -> tuple[Row | BrokenRow, int]:
    """Give the row that starts at a line, and how many lines on the next one starts."""
    below = (f"{lines[number]}\n" for number in range(at, min(at + TALLEST, len(lines))))
    reader = csv.reader(below, delimiter=delimiter, skipinitialspace=True, strict=True)
    try:
        cells = tuple(cell.replace("\n", " ").strip() for cell in next(reader))
    except csv.Error as error:
        return BrokenRow(at + 1, _fault(lines[at], str(error))), 1
    raw = "\n".join(lines[at : at + reader.line_num])
    # The csv module takes a quote inside a bare cell for a character, and would part `the "one; two"` in the middle.
    if not re.fullmatch(f"(?:{_cell(delimiter)})(?:{delimiter}(?:{_cell(delimiter)}))*", raw):
        return BrokenRow(at + 1, "import.quote"), 1
    return Row(at + 1, cells, raw, delimiter), reader.line_num


def _fault(line: str, said: str) -> str:
    if line.count('"') % 2:
        return "import.unclosed"
    return "import.cell-size" if "field limit" in said else "import.quote"


def _cell(delimiter: str) -> str:
    return f' *"(?:[^"]++|"")*+"|[^"\n{delimiter}]*+'
