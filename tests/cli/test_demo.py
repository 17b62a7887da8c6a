"""`doorbraak demo`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.files import cases, wordings

from .conftest import flat

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language

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


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_both(program: Program, pack: Pack, lang: Language) -> None:
    """It shows a look back and a full weighing of one case: danger first, then every step, with the way to both."""
    say = wordings.load(lang)
    result = program("--lang", lang, "demo", "--case-out", "m.yaml")
    assert result.code == 0
    case = cases.read(Path("m.yaml"))
    (reflection,), (weighing,) = case.reflections, case.weighings
    assert reflection.finished is not None
    assert weighing.finished is not None
    headings = [line for line in result.out.splitlines() if line.startswith("## ")]
    assert headings[0] == f"## {pack.weighing[0].title.pick(lang)}"
    assert f"## {say('weighed.title', date=say.day(weighing.started))}" in headings
    assert any(
        line.startswith(f"## {say('summary.reflection', date=say.day(reflection.started))}") for line in headings
    )
    told = json.loads(program("--lang", lang, "summary", "m.yaml", "--format", "json").out)["weighings"][0]
    assert {one["state"] for one in told["steps"] if one["id"] != "since"} == {"told"}
    for command in ("reflect", "weigh", "weigh m.yaml --new", "summary m.yaml --for family"):
        assert f"doorbraak --lang={lang} {command}" in flat(result.err)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_case_out_for_the_family(program: Program, lang: str) -> None:
    """It gives a version for the family of the case it writes, without what a child said in confidence."""
    program("--lang", lang, "demo", "--case-out", "m.yaml")
    result = program("--lang", lang, "summary", "m.yaml", "--for", "family")
    assert result.code == 0
    weighing = cases.read(Path("m.yaml")).weighings[0]
    told = flat(result.out)
    assert flat(weighing.text("because"))[:60] in told
    assert "member-2" not in (weighing.by_id()["share"].value or ())
    for name in ("member-2.perspective", "member-2.calm", "thought", "changed"):
        assert flat(weighing.text(name))[:40] not in told.replace("> ", "")


def test_case_out_weighs_again(program: Program, tmp_path: Path) -> None:
    """It writes a case that can be weighed again, in the place of the first weighing, and the two compared."""
    program("demo", "--case-out", "m.yaml")
    before = cases.read(Path("m.yaml"))
    again = tmp_path / "opnieuw.yaml"
    assert program("weigh", "--answers-template", "--depth", "short", "-o", again).code == 0
    text = again.read_text("utf-8").replace("  title: null\n", "").replace("  situation: null\n", "")
    text = text.replace("  option-1.what: null", '  option-1.what: "Verder zo"')
    again.write_text(f'{text}  seen-done: "De sleutel kwam in week drie."\n', "utf-8")
    result = program("weigh", "m.yaml", "--answers", again)
    assert (result.code, result.out) == (0, "")
    after = cases.read(Path("m.yaml"))
    assert after.reflections == before.reflections
    first, second = after.weighings
    assert first.answers == before.weighings[0].answers
    assert (first.superseded_by, second.supersedes) == (second.id, first.id)
    assert program("weigh", "m.yaml", "--compare", "-o", "naast-elkaar.md").code == 0
    beside = Path("naast-elkaar.md").read_text("utf-8")
    assert "De sleutel kwam in week drie." in beside
    assert before.weighings[0].text("option-2.what") in beside


def test_foreign_file_is_kept(program: Program) -> None:
    """It shows the summary, and does not write over a file that is not its own."""
    Path("marianne-samenvatting.md").write_text("van iemand anders", "utf-8")
    result = program("demo")
    assert result.code == 1
    assert "# Casus: Marianne" in result.out
    assert "--force" in result.err
    assert Path("marianne-samenvatting.md").read_text("utf-8") == "van iemand anders"
