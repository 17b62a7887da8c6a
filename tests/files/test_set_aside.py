"""What was set aside in a case file, by hand or by doorbraak; any text in it is written and read in test_case_yaml."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Case
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import case_yaml, cases

from .conftest import WORDINGS, told

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.errors import Problem

START = 'schema: "doorbraak-case/5"\nabout: "case"\ncreated: "2026-05-04"\n'


def written(folder: Path, text: str) -> Path:
    """Write a case by hand; what is given begins on line 4."""
    path = folder / "duin.yaml"
    path.write_text(START + text, "utf-8")
    return path


def faults(folder: Path, text: str) -> list[Problem]:
    with pytest.raises(AppError) as caught:
        cases.read(written(folder, text))
    return [*caught.value.problems]


def test_by_hand(tmp_path: Path) -> None:
    """It takes a code with its reason, on one line or more, and tells why of that one only."""
    case = cases.read(
        written(tmp_path, 'set_aside:\n  BK05: "Dat kan hier niet."\n  SW04: |-\n    Het gezin\n    wil dit.\n')
    )
    assert case.why_aside("BK05") == "Dat kan hier niet."
    assert case.why_aside("SW04") == "Het gezin\nwil dit."
    assert case.why_aside("BK06") == ""


@pytest.mark.parametrize("code", ["bk05", "Bk05", "BK05", '"bk05"'])
def test_any_case(tmp_path: Path, code: str) -> None:
    """It takes a code in small letters for the same code."""
    assert cases.read(written(tmp_path, f'set_aside: {{{code}: "Daarom."}}\n')).why_aside("BK05") == "Daarom."


@pytest.mark.parametrize("reason", ['""', '"  "', '"\\t\\n"', "|-\n    "])
def test_no_reason(tmp_path: Path, reason: str) -> None:
    """It refuses an empty reason, tells where it stands, and asks to fill it in."""
    problems = faults(tmp_path, f'set_aside:\n  BK04: "Daarom."\n  BK05: {reason}\n')
    assert told(problems, tmp_path) == ["duin.yaml:6:9 value.text-empty"]


@pytest.mark.parametrize(("reason", "column"), [("", 8), ("null", 9), ("5", 9), ("yes", 9), ("[a]", 9), ("{a: b}", 9)])
def test_no_text(tmp_path: Path, reason: str, column: int) -> None:
    """It refuses a reason that is no text, at its place."""
    assert [line.partition(" ")[0] for line in told(faults(tmp_path, f"set_aside:\n  BK05: {reason}\n"), tmp_path)] == [
        f"duin.yaml:5:{column}",
    ]


@pytest.mark.parametrize("given", ['["BK05"]', '"BK05"', "5"])
def test_no_reasons_at_all(tmp_path: Path, given: str) -> None:
    """It refuses codes without reasons."""
    assert [line.partition(" ")[0] for line in told(faults(tmp_path, f"set_aside: {given}\n"), tmp_path)] == [
        "duin.yaml:4:12",
    ]


@pytest.mark.parametrize("code", ['"BK 05"', '""', '"BK05,BK06"', '"[bold]"'])
def test_no_code(tmp_path: Path, code: str) -> None:
    """It refuses what can be no code at its place, in words and not as a pattern."""
    problems = faults(tmp_path, f'set_aside:\n  {code}: "Daarom."\n')
    assert told(problems, tmp_path) == ["duin.yaml:5:3 value.code"]
    assert all("^" not in say.problem(problems[0]) for say in WORDINGS)


def test_twice(tmp_path: Path) -> None:
    """It refuses one code that stands there twice."""
    problems = faults(tmp_path, 'set_aside:\n  BK05: "Daarom."\n  BK05: "Hierom."\n')
    assert [line.partition(" ")[0] for line in told(problems, tmp_path)] == ["duin.yaml:6:3"]


def test_nothing_set_aside(tmp_path: Path) -> None:
    """It writes nothing of it where nothing was set aside, and reads an empty list of reasons as that."""
    case = cases.read(written(tmp_path, "set_aside: {}\n"))
    assert case == cases.read(written(tmp_path, ""))
    assert b"set_aside" not in case_yaml.dump(case)


def test_written_to_be_read() -> None:
    """It writes a code as people write it, and a reason of several lines as those lines."""
    given = {"BK05": "Kort.", "SW04": "Het gezin\nwil dit.", "no": "Eigen code."}
    case = Case(about="case", created=date(2026, 5, 4), set_aside=given)
    lines = case_yaml.dump(case).decode().partition("set_aside:\n")[2]
    assert lines == '  BK05: "Kort."\n  SW04: |-\n    Het gezin\n    wil dit.\n  "no": "Eigen code."\n'


@pytest.mark.parametrize("code", ["NO", "null", "123", "1e5", "0x1F", "2026-01-01", "eigen-1", "y", "true"])
def test_code_that_looks_like_something_else(tmp_path: Path, code: str) -> None:
    """It keeps a code of somebody's own that YAML would take for a number, a day or a yes or no."""
    path = tmp_path / "duin.yaml"
    case = Case(about="case", created=date(2026, 5, 4), set_aside={code: "Daarom."})
    path.write_bytes(case_yaml.dump(case))
    assert cases.read(path) == case
