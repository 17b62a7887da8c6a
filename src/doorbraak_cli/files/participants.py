"""Who is around the table, from a file: the export of an invitation, a spreadsheet or a plain list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from doorbraak_cli.domain.pasted_list import role_in, roles_in
from doorbraak_cli.errors import Message, Problem
from doorbraak_cli.files.csv_rows import NOTHING, BrokenRow, Row, delimiter_of, rows
from doorbraak_cli.files.csv_text import text_of
from doorbraak_cli.files.participant_columns import NAMING, Columns, columns_of, known_names
from doorbraak_cli.files.participant_table import (
    LONGEST,
    header_problems,
    length_problems,
    on_line,
    participant,
    row_problems,
)
from doorbraak_cli.files.yaml_source import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LIMIT = 2_000_000
MOST = 300

# What parts the cells of a row. A comma with a space behind it also stands in a role: "gezinscoach, lokaal team".
_TABLE = re.compile(r'[;\t]|,(?! )|",')


@dataclass(frozen=True, slots=True)
class Imported:
    """One participant: the line of the file, from 1, and answers by field id, of which "role" is always the first.

    `by_name` tells that the file gave no role, so that a name stands in for it.
    """

    row: int
    answers: tuple[tuple[str, str], ...]
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class Participants:
    """What a file gave, and the names of the columns it did not take, as they stand.

    `ignored` are columns that are not known; `dropped` those that are, and are left out on purpose: addresses, numbers,
    attendance, and names where roles could be used.
    """

    rows: tuple[Imported, ...] = ()
    ignored: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def read(path: Path) -> tuple[Participants, list[Problem]]:
    """Read a file; see `parse`."""
    content, problems = read_bytes(path, limit=LIMIT)
    return (Participants(), [_own(problem) for problem in problems]) if content is None else parse(content, str(path))


def parse(content: bytes, path: str) -> tuple[Participants, list[Problem]]:
    """Give the participants in a CSV file or a list with one on each line, and every fault in it, in order of place.

    A file with problems must not be used; rows that come with them are only those without a fault.
    """
    if len(content) > LIMIT:
        return Participants(), [_whole(path, "yaml.file-large", limit=f"{LIMIT / 1_000_000:g}")]
    text = text_of(content)
    return (Participants(), [_whole(path, "import.binary")]) if text is None else _parse(text, path)


def _parse(text: str, path: str) -> tuple[Participants, list[Problem]]:
    found = rows(text, delimiter_of(text))
    first = next(found, None)
    if first is None:
        return Participants(), [_whole(path, "import.empty")]
    if isinstance(first, BrokenRow):
        return Participants(), _sound(_limited(chain([first], found)), path)[1]
    if columns := columns_of(first):
        return _table(columns, *_sound(_limited(found), path), path)
    if _TABLE.search(first.unquoted):
        return _on_one_line(text, first, path)
    return _list(*_sound(_limited(rows(text, NOTHING)), path), path)


def _on_one_line(text: str, first: Row, path: str) -> tuple[Participants, list[Problem]]:
    """Give everybody on the only line of a list, as the addressees of a message; more such lines are no list."""
    roles = roles_in(text)
    if "\t" in text or ";" not in text or len(text.strip().splitlines()) > 1 or not roles:
        return Participants(), [_no_header(first, path)]
    problems = [problem for role in roles for problem in length_problems(role, first.place(0), path)]
    return Participants(tuple(Imported(first.line, (("role", role),)) for role in roles)), problems


def _own(problem: Problem) -> Problem:
    special = problem.message.key == "yaml.file-special"
    return replace(problem, message=Message("import.file-special")) if special else problem


def _whole(path: str, key: str, /, **values: object) -> Problem:
    return Problem(path, 0, 0, Message(key, values))


def _no_header(row: Row, path: str) -> Problem:
    return on_line(path, row.line, "import.no-header", names=known_names())


def _limited(found: Iterator[Row | BrokenRow]) -> Iterator[Row | BrokenRow]:
    """Give the first rows, and one that is refused where there are more."""
    yield from islice(found, MOST)
    yield from (BrokenRow(row.line, "import.rows") for row in islice(found, 1))


def _sound(found: Iterable[Row | BrokenRow], path: str) -> tuple[list[Row], list[Problem]]:
    """Give the rows that can be read, and a problem for each that cannot."""
    sound: list[Row] = []
    problems: list[Problem] = []
    for row in found:
        if isinstance(row, Row):
            sound.append(row)
        else:
            problems.append(on_line(path, row.line, row.key, most=MOST))
    return sound, problems


def _list(lines: list[Row], problems: list[Problem], path: str) -> tuple[Participants, list[Problem]]:
    """Give a participant for every line, unless one shows that it is no list."""
    if part_of_table := next((line for line in lines if _TABLE.search(line.unquoted)), None):
        return Participants(), sorted([*problems, _no_header(part_of_table, path)])
    roles = [(line, role) for line in lines if (role := role_in(line.cells[0]))]
    problems += [problem for line, role in roles for problem in length_problems(role, line.place(0), path)]
    if not (roles or problems):
        problems.append(_whole(path, "import.empty"))
    taken = (Imported(line.line, (("role", role),)) for line, role in roles if len(role) <= LONGEST)
    return Participants(tuple(taken)), sorted(problems)


def _table(
    columns: Columns, found: list[Row], problems: list[Problem], path: str
) -> tuple[Participants, list[Problem]]:
    """Give a participant for every row, with what its columns are known to hold."""
    if len(columns.kinds) > MOST:
        return Participants(), [on_line(path, columns.header.line, "import.columns", most=MOST)]
    if not (found or problems):
        problems.append(on_line(path, columns.header.line, "import.no-rows"))
    problems += header_problems(columns, found, path)
    in_rows = {row.line: list(row_problems(columns, row, path)) for row in found} if columns.of(*NAMING) else {}
    taken = tuple(Imported(row.line, *participant(columns, row)) for row in found if in_rows.get(row.line) == [])
    names = () if any(one.by_name for one in taken) else ("name", "name-part")
    participants = Participants(taken, columns.headers(None), columns.headers("dropped", *names))
    return participants, sorted(chain(problems, *in_rows.values()))
