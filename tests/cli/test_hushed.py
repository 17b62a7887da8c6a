"""No error about a sheet repeats what stands in a case, or was about to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.due import dues
from doorbraak_cli.files import cases
from doorbraak_cli.flows.sheets import Sheets

from .sheets import EXCEPTION, LOOK_BACK, NETWORK, PLAN, duin, without

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind

    from .conftest import Given, Program, Result, Writer

pytestmark = pytest.mark.usefixtures("today")

MARKER = "zeehond"
TEXT = f"De {MARKER} slaapt"
SHEETS: Mapping[str, tuple[SheetKind, Given]] = {
    "network": ("network", NETWORK),
    "plan": ("plan", PLAN),
    "justify": ("justification", EXCEPTION),
    "look-back": ("look_back", LOOK_BACK),
}


def marked(pack: Pack, kind: SheetKind, given: Given) -> dict[str, str | list[str] | None]:
    """Give answers with the marker in all that people write in words of their own."""
    kinds = {one.id: one.kind for step in pack.sheet(kind) for one in step.fields}
    assert len(kinds) > 10
    return {
        name: TEXT if kinds.get(name.rpartition(".")[2], "line") in ("line", "text") else value
        for name, value in given.items()
    }


@pytest.fixture
def case(program: Program, write: Writer, pack: Pack) -> Path:
    """Give a case with the marker in every text of all four sheets."""
    for command, (kind, given) in SHEETS.items():
        answers = marked(pack, kind, given if command == "network" else without(given, "title"))
        assert program(command, "duin", "--answers", write(answers)).code == 0
    text = cases.locate("duin").read_text("utf-8")
    assert text.count(MARKER) > 40
    return cases.locate("duin")


def is_hushed(result: Result, *codes: int) -> None:
    """See to it that something is said of what is wrong, and nothing of the case."""
    assert result.code in (codes or (1, 2)), result.err
    assert result.out == ""
    assert result.err.strip()
    assert MARKER not in result.err
    assert "Traceback" not in result.err


def test_wrong_usage(program: Program, case: Path) -> None:
    """It says what is wrong with how a command is called without a word of the case, and leaves that alone."""
    before = case.read_bytes()
    for command in SHEETS:
        for more in ((), ("--answers", "weg.yaml"), ("-o", "x"), ("--answers-template",), ("--nieuw",), ("te", "veel")):
            is_hushed(program(command, "duin", *more))
    for line in (
        ("network", "duin", "--import", "weg.csv"),
        ("network", "duin", "--import", "x", "--answers", "y"),
        ("plan", "duin", "--done", "99"),
        ("plan", "duin", "--done", "action-1", "--done", "x"),
        ("plan", "duin", "--add"),
        ("justify", "duin", "--new", "--edit"),
        ("look-back", "duin", "--of", "9", "--answers", "weg.yaml"),
        ("summary", "duin", "--only", "netwerk"),
        ("summary", "duin", "--for", "overleg"),
        ("summary", "duin", "--only", "plan", "--format", "json"),
        ("summary", "duin", "-o", "."),
        ("due", "duin", "--within", "gauw"),
        ("due", "duin", "--ics", "-"),
    ):
        is_hushed(program(*line))
    assert case.read_bytes() == before


@pytest.mark.parametrize("command", SHEETS)
def test_answers(program: Program, write: Writer, pack: Pack, case: Path, command: str) -> None:
    """It says what is wrong with answers without repeating any, wherever it stands."""
    before = case.read_bytes()
    kind, given = SHEETS[command]
    more = {"look-back": ("--of", "1")}.get(command, ())
    good = marked(pack, kind, without(given, "title"))
    fields = {one.id: one for step in pack.sheet(kind) for one in step.fields}
    wrong: dict[str, str | list[str] | None] = {}
    first: dict[str, str] = {}
    for name in good:
        kind_of = fields[name.rpartition(".")[2]].kind
        wrong[name] = [TEXT] if kind_of in ("text", "choices") else f"{TEXT}\n{TEXT}" if kind_of == "line" else TEXT
        first.setdefault(kind_of, name)
    result = program(command, "duin", *more, "--answers", write({**wrong, "title": TEXT, "situatie": TEXT}))
    is_hushed(result, 1)
    assert result.err.count("\n") > 8
    for name in first.values():  # by itself, so that nothing before it stops the reading
        is_hushed(program(command, "duin", *more, "--answers", write({**good, name: wrong[name]})), 1)
    assert case.read_bytes() == before


def test_lists(program: Program, tmp_path: Path, case: Path) -> None:
    """It says what is wrong with a list without a word of it."""
    before = case.read_bytes()
    path = tmp_path / "lijst.csv"
    for content in (
        f'Rol;Naam\n"{TEXT};{TEXT}\n',
        f"Rol;Naam\n{TEXT};{TEXT};{TEXT}\n",
        f"Rol;Wettelijke taak\narts;{TEXT}\n",
        f"Rol;Band\n;{TEXT}\n",
        f"Rol\n{TEXT * 30}\n",
        f"{TEXT};{TEXT}\n{TEXT};{TEXT}\n",
        f'Rol;Naam\n{TEXT} "en" {TEXT};x\n',
        "Rol\n" + f"{TEXT}\n" * 301,
        f"Rol\n{TEXT}\n\0",
    ):
        path.write_text(content, "utf-8")
        is_hushed(program("network", "duin", "--import", path), 1)
    assert case.read_bytes() == before


BROKEN = {
    "quote": (f'value: "{TEXT}"\n', f'value: "{TEXT}\n'),
    "bare": (f'value: "{TEXT}"\n', f"value: {TEXT}: nu\n"),
    "list": (f'value: "{TEXT}"\n', f'value: ["{TEXT}", 3]\n'),
    "number": (f'value: "{TEXT}"\n', f'value: {{"{TEXT}": 1}}\n'),
    "anchor": (f'value: "{TEXT}"\n', f'value: &{MARKER} "x"\n'),
    "alias": (f'value: "{TEXT}"\n', f"value: *{MARKER}\n"),
    "tag": (f'value: "{TEXT}"\n', f'value: !{MARKER} "x"\n'),
    "control": (f'value: "{TEXT}"\n', f'value: "{TEXT}\x07"\n'),
    "status": ('status: "skipped"\n', f'status: "{TEXT}"\n'),
    "twice": ('id: "party-2.role"\n', 'id: "party-1.role"\n'),
    "started": ('  started: "2026-11-25"\n', f'  started: "{TEXT}"\n'),
    "schema": ('schema: "doorbraak-case/5"\n', f'schema: "{TEXT}"\n'),
    "about": ('about: "case"\n', f'about: "{TEXT}"\n'),
    "language": ('  language: "nl"\n', f'  language: "{TEXT}"\n'),
    "of": ('    of: "justification-1"\n', f'    of: ["{TEXT}"]\n'),
    "empty": ("network:\n", f'network: "{TEXT}"\nnetwerk:\n'),
}
"""What is changed in a case file by hand, and into what."""


@pytest.mark.parametrize("fault", BROKEN)
def test_broken_case(program: Program, write: Writer, case: Path, tmp_path: Path, fault: str) -> None:
    """It names the place of what is wrong in a case file, nothing that is written there, and leaves it alone."""
    text = case.read_text("utf-8")
    old, new = BROKEN[fault]
    assert old in text
    case.write_text(text.replace(old, new, 1), "utf-8")
    broken = case.read_bytes()
    path = tmp_path / "lijst.csv"
    path.write_text("Rol\narts\n", "utf-8")
    answers = write({"with": "x"})
    lines: tuple[tuple[str | Path, ...], ...] = (
        *((command, "duin", "--answers", answers) for command in SHEETS),
        ("network", "duin", "--import", path),
        ("plan", "duin", "--done", "1"),
        ("summary", "duin", "--for", "meeting"),
        ("summary", "duin", "--only", "plan"),
    )
    for line in lines:
        result = program(*line)
        is_hushed(result, 1)
        assert result.err.startswith(f"{case}:")
    due = program("due", "duin")
    assert due.code == 1
    assert MARKER not in due.err + due.out
    assert case.read_bytes() == broken


def test_look_back_on_what_is_gone(program: Program, write: Writer, case: Path) -> None:
    """It tells of a look-back on an exception that was taken out by hand, and goes on with the rest."""
    text = case.read_text("utf-8")
    case.write_text(text.replace('    of: "justification-1"\n', '    of: "justification-9"\n'), "utf-8")
    assert MARKER in program("summary", "duin", "--only", "look-back").out
    assert program("summary", "duin").code == 0
    assert "look-back" in {one.kind for one in dues(duin())}
    assert program("look-back", "duin", "--answers", write({"happened": "x"})).code == 0
    assert [one.of for one in duin().look_backs] == ["justification-9", "justification-1"]


def test_case_that_is_held(program: Program, write: Writer, case: Path, tmp_path: Path) -> None:
    """It says that somebody else is at a case without a word of it, and changes nothing."""
    before = case.read_bytes()
    path = tmp_path / "lijst.csv"
    path.write_text("Rol\narts\n", "utf-8")
    with cases.held(case):
        is_hushed(program("plan", "duin", "--done", "1"), 1)
        is_hushed(program("network", "duin", "--import", path), 1)
        is_hushed(program("network", "duin", "--answers", write({"with": "x"})), 1)
    assert case.read_bytes() == before


def test_bug(program: Program, case: Path, write: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It tells of a bug of its own where, and not what was in its hands."""

    def broken(*_: object, **__: object) -> None:
        raise ValueError(TEXT)

    monkeypatch.setattr(Sheets, "network", broken)
    before = case.read_bytes()
    result = program("network", "duin", "--answers", write({"with": TEXT}))
    is_hushed(result, 3)
    assert case.read_bytes() == before
    reports = list(Path.home().rglob("bug.txt"))
    assert [one for one in reports if MARKER in one.read_text("utf-8")] == []
