"""`doorbraak summary`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.files import cases

from .conftest import ANSWERS

if TYPE_CHECKING:
    from .conftest import Program


@pytest.fixture
def duin(program: Program, answers: Path) -> str:
    program("reflect", "duin", "--answers", answers)
    return "duin"


def test_to_stdout(program: Program, duin: str) -> None:
    """It writes Markdown to stdout and nothing to stderr."""
    result = program("summary", duin)
    assert (result.code, result.err) == (0, "")
    assert "> Ik bleef bellen.\\\n> Ook toen het stil was.\n" in result.out
    assert "- [ ] Elke vrijdag langsgaan (wie: ik; wanneer: niet genoemd)" in result.out


def test_same_bytes(program: Program, duin: str) -> None:
    """It gives the same bytes for the same case."""
    assert program("summary", duin).out == program("summary", duin).out


def test_to_a_file_and_again(program: Program, duin: str) -> None:
    """It writes a file, says so, and may write over what it wrote itself."""
    for _ in range(2):
        result = program("summary", duin, "-o", "uit.md")
        assert (result.code, result.out) == (0, "")
        assert "uit.md" in result.err
    assert Path("uit.md").read_text("utf-8") == program("summary", duin).out


@pytest.mark.parametrize("format_name", ["md", "json"])
def test_edited_file_is_kept(program: Program, duin: str, format_name: str) -> None:
    """It does not write over a summary somebody worked on, unless forced."""
    out = Path(f"uit.{format_name}")
    program("summary", duin, "-o", out, "--format", format_name)
    edited = out.read_text("utf-8").replace("vrijdag", "maandag")
    out.write_text(edited, "utf-8")
    result = program("summary", duin, "-o", out, "--format", format_name)
    assert result.code == 1
    assert "--force" in result.err
    assert out.read_text("utf-8") == edited
    assert program("summary", duin, "-o", out, "--format", format_name, "--force").code == 0
    assert out.read_text("utf-8") != edited


def test_json(program: Program, duin: str) -> None:
    """It gives JSON that another program can read, with the limits in it."""
    data = json.loads(program("summary", duin, "--format", "json").out)
    assert data["schema"] == "doorbraak-summary/1"
    assert data["reflections"][0]["questions"][0]["fields"][0]["word"] == "largely"
    assert "limits" in data


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("geen",), 1, "doorbraak reflect geen"),
        (("duin", "--format", "pdf"), 2, "md, json"),
        ((), 2, "doorbraak summary NAAM. Wat er al is: duin"),
        (("duin", "--format", "jsn"), 2, "bedoelde je json?"),
        (("duin", "-o", "."), 1, "map"),
        (("duin", "-o", "weg/uit.md"), 1, "weg/uit.md"),
    ],
)
def test_faults(program: Program, duin: str, arguments: tuple[str, ...], code: int, said: str) -> None:
    """It says in one sentence what is wrong, with the exit code that goes with it."""
    assert duin
    result = program("summary", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


HOSTILE = "[bold]x[/] | a | b | <script>alert(1)</script>\n# kop\n![](http://x)\n👩‍👧 مرحبا\n"


def test_hostile_answer(program: Program, answers: Path) -> None:
    """It brings back whatever was typed, with control characters as symbols that never act."""
    text = json.dumps(HOSTILE + "\x1b[31m\x00" + "proza " * 35_000, ensure_ascii=False)
    lines = [line for line in ANSWERS.splitlines() if not line.startswith("    Ik") and not line.startswith("    Ook")]
    content = "\n".join(lines).replace("ra-micro-5.evidence: |", f"ra-micro-5.evidence: {text}")
    answers.write_text(content, "utf-8")
    assert program("reflect", "duin", "--answers", answers).code == 0
    out = program("summary", "duin").out
    assert "␛\\[31m␀proza proza" in out
    assert out.count("<script>") == out.count("\\<script>") == 1
    assert "\x1b" not in out
    assert out.count("proza ") >= 34_999


def test_open_reflection(program: Program, answers: Path) -> None:
    """It says how many of the chosen questions are still to come."""
    program("reflect", "duin", "--answers", answers)
    path = cases.locate("duin")
    case = cases.read(path)
    reflection = case.reflections[0]
    kept = tuple(one for one in reflection.answers if not one.id.startswith("ra-micro-5"))
    with cases.held(path) as file:
        file.save(case.with_reflection(reflection.model_copy(update={"answers": kept, "finished": None})))
    assert "nog niet afgerond; nog te beantwoorden vragen: 1" in program("summary", "duin").out
