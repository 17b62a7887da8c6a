"""`doorbraak demo`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.files import cases

if TYPE_CHECKING:
    from .conftest import Program


@pytest.mark.parametrize(("lang", "file"), [("nl", "marianne-samenvatting.md"), ("en", "marianne-summary.md")])
def test_demo(program: Program, lang: str, file: str) -> None:
    """It shows the summary, writes the same to a file it names, and can be run again."""
    for _ in range(2):
        result = program("--lang", lang, "demo")
        assert result.code == 0
        assert result.out == Path(file).read_text("utf-8")
        assert file in result.err
    assert "Marianne" in result.out


def test_case_out(program: Program) -> None:
    """It writes the case too, to play with; but not over something that is there."""
    assert program("demo", "-o", "s.md", "--case-out", "m.yaml").code == 0
    assert cases.read(Path("m.yaml")).title == "Marianne"
    again = program("demo", "-o", "s.md", "--case-out", "m.yaml")
    assert again.code == 1
    assert "--force" in again.err
    assert program("demo", "-o", "s.md", "--case-out", "m.yaml", "--force").code == 0


def test_foreign_file_is_kept(program: Program) -> None:
    """It shows the summary, and does not write over a file that is not its own."""
    Path("marianne-samenvatting.md").write_text("van iemand anders", "utf-8")
    result = program("demo")
    assert result.code == 1
    assert "# Terugblik: Marianne" in result.out
    assert "--force" in result.err
    assert Path("marianne-samenvatting.md").read_text("utf-8") == "van iemand anders"
