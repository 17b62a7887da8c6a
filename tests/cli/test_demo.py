"""`doorbraak demo`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.due import KINDS
from doorbraak_cli.domain.filled import named
from doorbraak_cli.files import cases, wordings

from .conftest import flat

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language, Wording

    from .conftest import Program, Writer

FILES = {"nl": "marianne-samenvatting.md", "en": "marianne-summary.md"}


@dataclass(frozen=True)
class Shown:
    """What the demo gave in one language, run once for all tests that only look: it takes seconds."""

    lang: Language
    out: str
    err: str
    folder: Path

    @property
    def say(self) -> Wording:
        return wordings.load(self.lang)

    @property
    def case(self) -> Case:
        return cases.read(self.folder / "m.yaml")

    def kept(self) -> Path:
        """Give the case it wrote, in the folder we are in."""
        shutil.copy(self.folder / "m.yaml", "m.yaml")
        return Path("m.yaml")


@pytest.fixture(scope="module", params=["nl", "en"])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Shown:
    """Give what the demo shows and writes, with its case kept, in each language."""
    return shown_in(request.param, tmp_path_factory.mktemp("demo"), cache)


@pytest.fixture(scope="module")
def dutch(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Shown:
    """Give what the demo shows and writes in Dutch."""
    return shown_in("nl", tmp_path_factory.mktemp("demo"), cache)


def shown_in(lang: Language, folder: Path, cache: Path) -> Shown:
    own = {name: value for name, value in os.environ.items() if not name.startswith("DOORBRAAK_")}
    done = subprocess.run(
        [sys.executable, "-m", "doorbraak_cli", "--lang", lang, "demo", "--case-out", "m.yaml"],
        capture_output=True,
        check=True,
        cwd=folder,
        env={**own, "HOME": str(folder), "USERPROFILE": str(folder), "XDG_CACHE_HOME": str(cache)}
        | {"PYTHONIOENCODING": "utf-8"},
    )
    return Shown(lang, done.stdout.decode().replace("\r\n", "\n"), done.stderr.decode().replace("\r\n", "\n"), folder)


def test_demo(shown: Shown) -> None:
    """It shows the summary and writes the same to a file it names."""
    assert shown.out == (shown.folder / FILES[shown.lang]).read_text("utf-8")
    assert FILES[shown.lang] in shown.err
    assert "Marianne" in shown.out


def test_again(program: Program, dutch: Shown) -> None:
    """It can be run again, over what it wrote itself, and keeps no case that nobody asked for."""
    shutil.copy(dutch.folder / FILES["nl"], FILES["nl"])
    result = program("demo")
    assert result.code == 0
    assert result.out == Path(FILES["nl"]).read_text("utf-8")
    assert "m.yaml" not in result.err
    assert [one.name for one in Path().iterdir()] == [FILES["nl"]]


def test_both(shown: Shown, program: Program, pack: Pack) -> None:
    """It shows a look back and a full weighing of one case: danger first, then every step, with the way to both."""
    say = shown.say
    (reflection,), (weighing,) = shown.case.reflections, shown.case.weighings
    assert reflection.finished is not None
    assert weighing.finished is not None
    headings = [line for line in shown.out.splitlines() if line.startswith("## ")]
    assert headings[0] == f"## {pack.weighing[0].title.pick(shown.lang)}"
    assert f"## {say('weighed.title', date=say.day(weighing.started))}" in headings
    assert any(
        line.startswith(f"## {say('summary.reflection', date=say.day(reflection.started))}") for line in headings
    )
    told = json.loads(program("--lang", shown.lang, "summary", shown.kept(), "--format", "json").out)["weighings"][0]
    assert {one["state"] for one in told["steps"] if one["id"] != "since"} == {"told"}
    for command in ("reflect", "weigh", "weigh m.yaml --new", "summary m.yaml --for family"):
        assert f"doorbraak --lang={shown.lang} {command}" in flat(shown.err)


def test_what_to_do_next(shown: Shown) -> None:
    """It ends with what can be done with the case that was kept, and how to begin oneself."""
    name = {"nl": "NAAM", "en": "NAME"}[shown.lang]
    kept = ["weigh m.yaml --new", "look-back m.yaml", "due m.yaml", "summary m.yaml --for family"]
    own = [f"{one} {name}" for one in ("reflect", "weigh", "network", "plan")]
    for command in [*kept, "summary m.yaml --for meeting", *own, "--help"]:
        assert f" doorbraak --lang={shown.lang} {command}\n" in shown.err


def test_the_rest_of_the_story(shown: Shown, program: Program) -> None:
    """It has a small core team, a coordinator, one plan with actions of the family too, and one exception."""
    network, plan, (exception,) = shown.case.network, shown.case.plan, shown.case.justifications
    assert network is not None
    assert plan is not None
    assert None not in {one.finished for one in (network, plan, exception)}
    core = [name for name, one in network.by_id().items() if name.endswith(".place") and one.value == "core"]
    assert 1 < len(core) <= 6
    assert network.text("coordinator") == "one"
    assert "family" in {one.value for name, one in plan.by_id().items() if name.endswith(".by-whom")}
    for title in ("network.title", "plan.title"):
        assert f"\n## {shown.say(title)}\n" in shown.out
    path = shown.kept()
    for more in (("--for", "meeting"), ("--only", "network"), ("--only", "plan"), ("--only", "justification")):
        assert program("--lang", shown.lang, "summary", path, *more).code == 0


def test_case_out_goes_on(program: Program, dutch: Shown, write: Writer) -> None:
    """It writes a case that can be worked on: what is due, an action done, and the exception looked back on."""
    path = dutch.kept()
    due = json.loads(program("due", path, "--json", "--within", "1y").out)
    assert {one["kind"] for one in due} == {*KINDS}
    number = next(str(one["number"]) for one in due if one["kind"] == "action")
    assert program("plan", path, "--done", number).code == 0
    assert program("look-back", path, "--answers", write({"happened": "De sleutel kwam."})).code == 0
    left = json.loads(program("due", path, "--json", "--within", "1y").out)
    assert len(left) == len(due) - 2


@pytest.mark.parametrize(("lang", "file"), [("nl", "volle-tafel-samenvatting.md"), ("en", "full-table-summary.md")])
def test_full_table(program: Program, lang: str, file: str) -> None:
    """It shows a second case of twenty-two people without a coordinator, and how to practise on it."""
    result = program("--lang", lang, "demo", "full-table", "--case-out", "t.yaml")
    assert result.code == 0
    assert result.out == Path(file).read_text("utf-8")
    for command in ("network t.yaml", "summary t.yaml --for meeting"):
        assert f" doorbraak --lang={lang} {command}\n" in result.err
    assert "look-back" not in result.err
    case = cases.read(Path("t.yaml"))
    network = case.network
    assert network is not None
    assert len(named(network.by_id(), "party")) == 22
    assert network.text("coordinator") == "none"
    assert case.plan is None
    assert program("summary", "t.yaml", "--for", "meeting").code == 0


@pytest.mark.parametrize("name", ["full-tabel", "Marianne", "", "m.yaml"])
def test_wrong_name(program: Program, name: str) -> None:
    """It names the cases there are for one that is not, and writes nothing; by its Dutch name too."""
    for command in ("demo", "voorbeeld"):
        result = program(command, name, "--case-out", "m.yaml")
        assert (result.code, result.out) == (2, "")
        assert "marianne, full-table" in result.err
        assert ("bedoelde je full-table?" in result.err) == (name == "full-tabel")
        assert list(Path().iterdir()) == []


def test_case_out(program: Program) -> None:
    """It writes the case too, to play with; but not over something that is there."""
    Path("t.yaml").write_text("van iemand", "utf-8")
    again = program("demo", "full-table", "-o", "s.md", "--case-out", "t.yaml")
    assert again.code == 1
    assert "--force" in again.err
    assert Path("t.yaml").read_text("utf-8") == "van iemand"
    assert program("demo", "full-table", "-o", "s.md", "--case-out", "t.yaml", "--force").code == 0
    assert cases.read(Path("t.yaml")).title == "De volle tafel"


def test_case_out_for_the_family(shown: Shown, program: Program) -> None:
    """It gives a version for the family of the case it writes, without what a child said in confidence."""
    result = program("--lang", shown.lang, "summary", shown.kept(), "--for", "family")
    assert result.code == 0
    weighing = shown.case.weighings[0]
    told = flat(result.out)
    assert flat(weighing.text("because"))[:60] in told
    assert "member-2" not in (weighing.by_id()["share"].value or ())
    for name in ("member-2.perspective", "member-2.calm", "thought", "changed"):
        assert flat(weighing.text(name))[:40] not in told.replace("> ", "")


def test_case_out_weighs_again(program: Program, dutch: Shown, tmp_path: Path) -> None:
    """It writes a case that can be weighed again, in the place of the first weighing, and the two compared."""
    before, path = dutch.case, dutch.kept()
    again = tmp_path / "opnieuw.yaml"
    assert program("weigh", "--answers-template", "--depth", "short", "-o", again).code == 0
    text = again.read_text("utf-8").replace("  title: null\n", "").replace("  situation: null\n", "")
    text = text.replace("  option-1.what: null", '  option-1.what: "Verder zo"')
    again.write_text(f'{text}  seen-done: "De sleutel kwam in week drie."\n', "utf-8")
    result = program("weigh", path, "--answers", again)
    assert (result.code, result.out) == (0, "")
    after = cases.read(path)
    assert after.reflections == before.reflections
    first, second = after.weighings
    assert first.answers == before.weighings[0].answers
    assert (first.superseded_by, second.supersedes) == (second.id, first.id)
    assert program("weigh", path, "--compare", "-o", "naast-elkaar.md").code == 0
    beside = Path("naast-elkaar.md").read_text("utf-8")
    assert "De sleutel kwam in week drie." in beside
    assert before.weighings[0].text("option-2.what") in beside


def test_foreign_file_is_kept(program: Program) -> None:
    """It shows the summary, and does not write over a file that is not its own."""
    Path("volle-tafel-samenvatting.md").write_text("van iemand anders", "utf-8")
    result = program("demo", "full-table")
    assert result.code == 1
    assert "# Casus: De volle tafel" in result.out
    assert "--force" in result.err
    assert Path("volle-tafel-samenvatting.md").read_text("utf-8") == "van iemand anders"
