"""Looking around: help, version, principles, questions, pack."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli import __version__
from doorbraak_cli.cli.app import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.pack import Pack

    from .conftest import Program, Result


@pytest.mark.parametrize("arguments", [("--version",), ("--lang", "en", "--version")])
def test_version(program: Program, arguments: tuple[str, ...]) -> None:
    """It gives its version."""
    assert program(*arguments).out == f"doorbraak {__version__}\n"


@pytest.mark.parametrize(("lang", "word"), [("nl", "Opdrachten:"), ("en", "Commands:")])
def test_help(program: Program, lang: str, word: str) -> None:
    """It lists every command by its English name, in the language asked for, within 80 columns."""
    result = program("--lang", lang, "--help")
    assert result.code == 0
    assert word in result.out
    for command in COMMANDS:
        assert f"  {command.name} " in result.out
        assert command.dutch == command.name or f"\n  {command.dutch} " not in result.out
    assert max(map(len, result.out.splitlines())) <= 80


@pytest.mark.parametrize("command", [(), ("pack", "check"), ("pack", "schema"), *((one.name,) for one in COMMANDS)])
def test_help_is_all_in_dutch(program: Program, command: tuple[str, ...]) -> None:
    """It leaves none of Typer's English words in a Dutch help text."""
    out = program(*command, "--help").out
    assert "Gebruik: doorbraak" in out
    english_words = (
        "Usage Options Commands Arguments Show Install FILE TEXT DIR LEVEL <str> <path> <list [default [required"
    )
    for english in english_words.split():
        assert english not in out


def test_alone_off_a_terminal(process: Callable[..., Result]) -> None:
    """It prints help where nobody can use a menu."""
    result = process()
    assert (result.code, result.err) == (0, "")
    assert "Opdrachten:" in result.out


def loaded_by(*arguments: str) -> set[str]:
    """Give the names of all modules that a run with these arguments loads."""
    code = (
        "import sys; from doorbraak_cli.cli.main import run; code = run(sys.argv[1:]); "
        "print(); print(*sys.modules); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


ASKING = {"questionary", "prompt_toolkit", "rich"}
SEARCHING = {"snowballstemmer", "sqlite3"}


def test_help_loads_nothing_heavy() -> None:
    """It gives help and version without loading what only asking, reading or searching needs."""
    for argument in ("--help", "--version"):
        loaded = loaded_by(argument)
        assert "doorbraak_cli" in loaded
        assert not loaded & (ASKING | SEARCHING | {"pydantic", "yaml"})


LISTINGS = [
    *(("questions",), ("questions", "ra-micro-1"), ("principles",), ("recommendations",), ("aids",), ("glossary",)),
    *(("journeys", "--compare"), ("practice",), ("bottlenecks",), ("sources",), ("questions", "--json")),
]


@pytest.mark.parametrize("arguments", LISTINGS)
def test_listing_loads_little(program: Program, arguments: tuple[str, ...]) -> None:
    """It lists without what asking, searching or reading YAML needs, once the pack is kept."""
    assert program("questions").code == 0
    loaded = loaded_by(*arguments)
    assert "pydantic" in loaded
    assert not loaded & (ASKING | SEARCHING | {"yaml"})


def test_search_loads_little(program: Program) -> None:
    """It searches without what asking or reading YAML needs, once the pack is kept."""
    assert program("questions").code == 0
    loaded = loaded_by("search", "wachtlijst")
    assert loaded >= SEARCHING
    assert not loaded & (ASKING | {"yaml"})


def test_principles(program: Program) -> None:
    """It shows all three, or one in full with the composite case."""
    assert all(f"({code})" in program("principles").out for code in ("RA", "BK", "SW"))
    one = program("principles", "bk").out
    assert "Marianne" in one
    assert "(RA)" not in one


def test_questions(program: Program) -> None:
    """It shows the questions asked for, with their number."""
    assert "57 vragen." in program("questions").out
    out = program("questions", "--principle", "RA", "--principle", "SW", "--level", "micro").out
    assert "12 vragen." in out
    assert "bk-micro-1" not in out


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_one_question(program: Program, pack: Pack, lang: str) -> None:
    """It shows one question whole: why it is asked, what helps with it, and which questions mirror it."""
    one = next(one for one in pack.questions if one.parts and one.recommendations and one.mirrors)
    out = " ".join(program("--lang", lang, "questions", one.id).out.split())
    told = [one.text, one.why, *(part.text for part in one.parts)]
    told += [each.title for name in one.recommendations if (each := pack.recommendation(name))]
    told += [other.text for name in one.mirrors if (other := pack.question(name))]
    assert [text for text in told if text.pick(lang) not in out] == []
    assert all(name in out for name in (*one.recommendations, *one.mirrors))


@pytest.mark.parametrize(("arguments", "count"), [(("questions", "--level", "meso"), 18), (("principles",), 3)])
def test_json(program: Program, arguments: tuple[str, ...], count: int) -> None:
    """It gives both languages as JSON."""
    data = json.loads(program(*arguments, "--json").out)
    assert len(data) == count
    assert all({"nl", "en"} <= one["why"].keys() for one in data)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--lang", "de", "questions"), "kies nl of en"),
        (("questons",), "bedoelde je questions?"),
        (("refelctie",), "bedoelde je reflectie?"),
        (("zzz",), '"zzz"'),
        (("questions", "--levl", "x"), "--level"),
        (("questions", "--zzz"), "--zzz"),
        (("questions", "--level"), "--level"),
        (("questions", "ra-micro-1", "x"), "te veel"),
        (("questions", "ra-micr-1"), "bedoelde je ra-micro-1?"),
        (("questions", "zzz"), "kies uit: ra-micro-1"),
        (("questions", "ra-micro-1", "--level", "meso"), "--level doet niets bij ID"),
        (("principles", "XX"), "kies uit"),
        (("pack", "chek"), "pack"),
    ],
)
def test_wrong_usage(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It says in our words what is wrong, points to the help, and exits 2."""
    result = program(*arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert "Error" not in result.err


def test_pack_check(program: Program, tmp_path: Path) -> None:
    """It approves the shipped content, and lists every fault of a folder with its place."""
    counts = "57 vragen bij 3 principes, 36 aanbevelingen en 9 hulpmiddelen"
    assert counts in " ".join(program("pack", "check").out.split())
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "a.yaml").write_text("questions:\n  - id: no\n    txt: 'x'\n", "utf-8")
    (own / "b.yaml").write_text("disabled: ['ra-micro-99']\n", "utf-8")
    result = program("pack", "check", own)
    assert (result.code, result.out) == (1, "")
    places = [line.split(": ")[0] for line in result.err.splitlines()]
    assert f"{own / 'a.yaml'}:2:9" in places
    assert f"{own / 'a.yaml'}:3:5" in places
    assert f"{own / 'b.yaml'}:1:12" in places


def test_own_pack(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lays a folder over the shipped content, by option or by environment."""
    (tmp_path / "uit.yaml").write_text("disabled: ['breed-kijken']\n", "utf-8")
    assert "39 vragen." in program("questions", "--pack", tmp_path).out
    monkeypatch.setenv("DOORBRAAK_PACK", str(tmp_path))
    assert "39 vragen." in program("questions").out


def test_pack_schema(program: Program) -> None:
    """It gives the JSON Schema of pack files."""
    assert "questions" in json.loads(program("pack", "schema").out)["properties"]


PIPED = [
    *("questions --json", "recommendations --json", "search gezin --all", "search gezin --json", "journeys --compare"),
    *("glossary", "aid zorgvuldig-consulteren"),
]


@pytest.mark.parametrize("arguments", PIPED)
def test_reader_that_has_seen_enough(tmp_path: Path, arguments: str) -> None:
    """It ends quietly when whoever reads its output stops reading."""
    command = f"'{sys.executable}' -m doorbraak_cli {arguments} | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


def test_bug_report(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows no traceback and keeps no text of anybody's when something is wrong in the program itself."""

    def broken(*_: object) -> None:
        raise RuntimeError("geheim over een gezin")

    monkeypatch.setattr("doorbraak_cli.files.pack_cache.load", broken)
    result = program("questions")
    assert (result.code, result.out) == (3, "")
    assert "geheim" not in result.err
    reports = list(Path.home().rglob("bug.txt"))
    assert len(reports) == 1
    text = reports[0].read_text("utf-8")
    assert "RuntimeError" in text
    assert "geheim" not in text


OWN = """\
questions:
  - id: "eigen-1"
    principle: "breed-kijken"
    level: "micro"
    kind: "extent"
    text:
      nl: "In hoeverre heb je gelachen?"
    why:
      nl: "Lachen helpt."
disabled: ["ra-micro-1"]
"""


def test_own_question_is_not_the_guides(program: Program, tmp_path: Path, answers: Path) -> None:
    """It takes a question without a source, counts what is new and gone, and does not credit the guide with it."""
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "a.yaml").write_text(OWN, "utf-8")
    checked = program("pack", "check", own).out
    assert "1 nieuw, 0 vervangen; 1 uitgezet" in checked
    text = answers.read_text("utf-8").replace("radicaal-aansluiten", "breed-kijken").replace("ra-micro-5", "eigen-1")
    answers.write_text(text, "utf-8")
    assert program("--pack", own, "reflect", "duin", "--answers", answers).code == 0
    summary = program("--pack", own, "summary", "duin")
    assert "Eigen vragen staan niet in de handreiking" in summary.out
    assert summary.err == ""
    without = program("summary", "duin")
    assert "In hoeverre heb je gelachen?" in without.out
    assert "--pack" in without.err


def test_faults_of_sound_and_broken_items_together(program: Program, tmp_path: Path) -> None:
    """It finds references that lead nowhere beside faults in the same file, and in the very same question."""
    own = tmp_path / "eigen"
    own.mkdir()
    broken = OWN.replace('    why:\n      nl: "Lachen helpt."\n', "").replace("breed-kijken", "breed-kijkn")
    sound = OWN.replace("eigen-1", "eigen-2").partition("disabled")[0].replace("questions:\n", "")
    text = broken.replace("disabled:", sound.replace("breed-kijken", "breed-kiken") + "disabled:").replace(
        "ra-micro-1", "zomaar"
    )
    (own / "a.yaml").write_text(text, "utf-8")
    result = program("pack", "check", own)
    assert result.code == 1
    assert all(one in result.err for one in ("breed-kijkn", "breed-kiken", "zomaar", "why"))
    assert result.err.count("\n") == 4


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", ["--version", "--help", "questions", "principles --json", "search rust"])
def test_full_output(arguments: str, tmp_path: Path) -> None:
    """It says no more than a sentence when there is no room for its output."""
    command = f"'{sys.executable}' -m doorbraak_cli {arguments} > /dev/full"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
