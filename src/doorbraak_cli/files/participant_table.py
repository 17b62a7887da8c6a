"""What a row of a table of participants tells, and what is wrong with it or with the header above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.pasted_list import role_in
from doorbraak_cli.errors import Message, Problem
from doorbraak_cli.files.participant_columns import FIELDS, NAMING, known_names
from doorbraak_cli.files.places import problem_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.files.csv_rows import Row
    from doorbraak_cli.files.participant_columns import Columns
    from doorbraak_cli.files.places import Place

LONGEST = 200

_STATUTORY = {"ja": "yes", "yes": "yes", "nee": "no", "no": "no", "onbekend": "unknown", "unknown": "unknown"}


def participant(columns: Columns, row: Row) -> tuple[tuple[tuple[str, str], ...], bool]:
    """Give the answers of a row by field id, "role" first, and whether a name stands in for the role."""
    role, by_name = _role(columns, row)
    fields = ((field, text) for field in FIELDS for text in columns.texts(row, field)[:1])
    answers = ((field, _STATUTORY[text.casefold()] if field == "statutory" else text) for field, text in fields)
    return (("role", role), *answers), by_name


def header_problems(columns: Columns, found: list[Row], path: str) -> Iterator[Problem]:
    """Give what is wrong with the names of the columns: none for a role, one twice, or none at all above something."""
    header = columns.header
    if not columns.of(*NAMING):
        yield on_line(path, header.line, "import.no-role-column", names=known_names())
    for field in FIELDS:
        yield from (problem_at(path, header.place(again), "import.double") for again in columns.of(field)[1:])
    filled = {at for row in found for at in columns.filled(row, None)}
    nameless = (at for at in columns.of(None) if at in filled and not header.cells[at])
    yield from (problem_at(path, header.place(at), "import.nameless") for at in nameless)


def row_problems(columns: Columns, row: Row, path: str) -> Iterator[Problem]:
    """Give what is wrong with a row; what it says is not looked at where it has more cells than the header."""
    if any(row.cells[len(columns.kinds) :]):
        yield on_line(path, row.line, "import.cells")
        return
    if role := _role(columns, row)[0]:
        yield from length_problems(role, row.place(columns.filled(row, *NAMING)[0]), path)
    else:
        yield on_line(path, row.line, "import.no-role")
    for at in columns.filled(row, "statutory"):
        if row.cells[at].casefold() not in _STATUTORY:
            yield problem_at(path, row.place(at), "import.statutory")


def length_problems(role: str, place: Place, path: str) -> list[Problem]:
    """Give the problem of a role that is too long, if it is."""
    return [problem_at(path, place, "import.long", most=LONGEST)] if len(role) > LONGEST else []


def on_line(path: str, line: int, key: str, /, **values: object) -> Problem:
    """Give a problem of a line as a whole."""
    return Problem(path, line, 0, Message(key, values))


def _role(columns: Columns, row: Row) -> tuple[str, bool]:
    """Give who this is, and whether that is by name: only where neither a role nor an organisation is given."""
    if given := columns.texts(row, "role", "organisation"):
        return ", ".join(given), False
    name = columns.texts(row, "name")[:1] or columns.texts(row, "name-part")
    return role_in(" ".join(name)), True
