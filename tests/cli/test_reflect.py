"""`doorbraak reflect` without a terminal."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.files import cases

from .conftest import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Program, Result


def everything_under(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_answers_make_a_case(program: Program, answers: Path) -> None:
    """It plays an answers file through, saves the case, and says how to get the summary."""
    result = program("reflect", "duin", "--answers", answers)
    assert (result.code, result.out) == (0, "")
    assert "doorbraak summary duin" in result.err
    case = cases.read(cases.locate("duin"))
    assert case.title == "Duin"
    assert case.reflections[0].text("ra-micro-5.evidence") == "Ik bleef bellen.\nOok toen het stil was."


def test_second_reflection_is_a_new_entry(program: Program, answers: Path) -> None:
    """It adds a reflection and leaves the first as it was; the title is the case's already."""
    program("reflect", "duin", "--answers", answers)
    first = cases.read(cases.locate("duin")).reflections[0]
    answers.write_text(ANSWERS.replace('  title: "Duin"\n', "").replace("largely", "hardly"), "utf-8")
    assert program("reflect", "duin", "--answers", answers).code == 0
    after = cases.read(cases.locate("duin")).reflections
    assert [one.id for one in after] == ["reflection-1", "reflection-2"]
    assert after[0] == first
    assert after[1].text("ra-micro-5") == "hardly"


def test_faults_of_an_answers_file(program: Program, answers: Path) -> None:
    """It tells all faults at once with their place, exits 1 and writes nothing."""
    text = ANSWERS.replace('"largely"', '"larglly"').replace("ra-micro-5.who", "ra-micro-5.whom")
    answers.write_text(text.replace('  title: "Duin"\n', ""), "utf-8")
    result = program("reflect", "duin", "--answers", answers)
    assert result.code == 1
    lines = result.err.splitlines()
    assert [line.split(": ")[0].removeprefix(str(answers)) for line in lines] == [":2:1", ":11:3", ":16:3"]
    assert "title" in lines[0]
    assert '"largely"' in lines[1]
    assert '"ra-micro-5.who"' in lines[2]
    assert everything_under(Path.home()) == []


def test_options_fill_in_what_the_file_leaves_out(program: Program, answers: Path) -> None:
    """It takes level, principle and role from the options."""
    text = ANSWERS.replace('  level: "micro"\n', "").replace('  role: "jeugdprofessional"\n', "")
    answers.write_text(text, "utf-8")
    result = program("reflect", "duin", "--answers", answers, "--level", "MICRO", "--role", "  de  buurman ")
    assert (result.code, result.err.count("\n")) == (0, 2)
    assert cases.read(cases.locate("duin")).reflections[0].text("role") == "de buurman"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("duin", "--level", "mikro"), "bedoelde je micro?"),
        (("duin", "--principle", "breed-kiken"), "bedoelde je breed-kijken?"),
        (("duin", "--levle", "micro"), "--levle"),
        (("a/b:c",), "a/b:c"),
        ((), "doorbraak reflect NAAM"),
        (("duin", "te", "veel"), "te veel"),
        (("duin", "--answers-template"), "CASUS doet niets bij --answers-template"),
        (("--answers-template", "--new", "--answers", "x"), "--answers, --new doet niets bij --answers-template"),
    ],
)
def test_wrong_usage(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It says what is wrong in one sentence, exits 2 and writes nothing."""
    result = program("reflect", *arguments)
    assert result.code == 2
    assert said in result.err
    assert "Traceback" not in result.err
    assert everything_under(Path.home()) == []


@pytest.mark.parametrize(
    "command", [("reflect", "duin"), ("reflect", "duin", "--plain"), ("reflect", "duin", "--level", "meso")]
)
@pytest.mark.parametrize("text", [None, b"", b"1\n1\nfairnes\n\xff\x00garbage\x1b[A" * 50])
def test_off_a_terminal(process: Callable[..., Result], command: tuple[str, ...], text: bytes | None) -> None:
    """It asks nothing of /dev/null, an empty pipe or a pipe of garbage: exit 2, the option to use, nothing written."""
    result = process(*command, text=text)
    assert (result.code, result.out) == (2, "")
    assert "--answers" in result.err
    assert result.err.count("\n") == 1
    assert everything_under(Path.home()) == []


@pytest.mark.skipif(os.name == "nt", reason="closing a descriptor before a program starts is a POSIX habit")
def test_closed_stdin(tmp_path: Path) -> None:
    """It asks nothing where standard input is closed."""
    command = f"exec {shlex.quote(sys.executable)} -m doorbraak_cli reflect duin <&-"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert b"--answers" in done.stderr
    assert everything_under(Path.home()) == []


def test_english(program: Program, answers: Path) -> None:
    """It speaks English when asked, before or after the command or by environment."""
    for arguments in (("--lang", "en", "reflect"), ("reflect", "--lang=en")):
        assert "Say which case" in program(*arguments).err


def test_dutch_name(program: Program) -> None:
    """It answers to its Dutch name too."""
    assert "Zeg welke casus" in program("reflectie").err


def test_answers_for_a_case_that_is_broken(program: Program, answers: Path) -> None:
    """It names what is wrong in the case and leaves it alone."""
    path = Path("kapot.yaml")
    path.write_text("schema: 'doorbraak-case/1'\nabout: 'gezin'\ncreated: '2026-01-01'\ntitel: 'x'\n", "utf-8")
    before = path.read_bytes()
    result = program("reflect", "kapot.yaml", "--answers", answers)
    assert result.code == 1
    assert "kapot.yaml:2:" in result.err
    assert "kapot.yaml:4:" in result.err
    assert path.read_bytes() == before


def test_template_goes_round(program: Program, tmp_path: Path) -> None:
    """It writes a template that, with a title filled in, is a whole set of answers."""
    template = tmp_path / "in-te-vullen.yaml"
    assert program("reflect", "--answers-template", "--level", "meso", "--principle", "SW", "-o", template).code == 0
    text = template.read_text("utf-8")
    assert 'level: "meso"' in text
    assert "sw-meso-7" in text
    assert "bk-meso-1" not in text
    template.write_text(text.replace("  title: null", '  title: "Team Noord"'), "utf-8")
    result = program("reflect", "team-noord", "--answers", template)
    assert (result.code, result.err.count("\n")) == (0, 2)
    assert cases.read(cases.locate("team-noord")).about == "organisation"


def test_template_on_stdout(program: Program) -> None:
    """It writes the template to stdout where no file is named, and needs no terminal for it."""
    result = program("reflect", "--answers-template")
    assert result.code == 0
    assert result.out.startswith("# ")
    assert "ra-micro-1" in result.out


def test_option_and_file_that_answer_one_question(program: Program, answers: Path) -> None:
    """It refuses to choose between an option and the answers file."""
    result = program("reflect", "duin", "--answers", answers, "--level", "meso", "--principle", "RA")
    assert result.code == 2
    assert "--level, --principle" in result.err
    assert everything_under(Path.home()) == []


def test_output_without_template(program: Program, answers: Path) -> None:
    """It refuses an output it would not write."""
    result = program("reflect", "duin", "--answers", answers, "-o", "uit.md")
    assert result.code == 2
    assert "--answers-template" in result.err


def test_template_twice(program: Program) -> None:
    """It does not write over a template somebody may be filling in, unless forced."""
    assert program("reflect", "--answers-template", "-o", "in.yaml").code == 0
    assert program("reflect", "--answers-template", "-o", "in.yaml").code == 1
    assert program("reflect", "--answers-template", "-o", "in.yaml", "--force").code == 0


def test_name_with_a_space(program: Program, answers: Path) -> None:
    """It shows the command to go on with as it can be typed, with the options that were."""
    result = program("--lang", "en", "reflect", "gezin zee", "--answers", answers)
    assert "doorbraak --lang=en summary 'gezin zee'" in result.err
    assert program("summary", "gezin zee").code == 0
    assert "veel op de regel: zee." in program("summary", "gezin", "zee").err


def test_home_in_a_path(program: Program) -> None:
    """It takes ~ for the user's home in every path."""
    assert program("reflect", "--answers-template", "-o", "~/in.yaml").code == 0
    assert (Path.home() / "in.yaml").exists()


CANARY = "Moeder Jansen dronk weer"


def test_faults_of_a_case_keep_its_text_to_themselves(program: Program) -> None:
    """It names the place of every fault in a case, and never what stands there."""
    good = (
        "schema: 'doorbraak-case/1'\nabout: 'case'\ncreated: '2026-01-01'\n"
        "intake:\n  answers:\n    - id: 'title'\n      asked: '?'\n      value: 'Duin'\n"
    )
    broken = [good.replace(word, f"'{CANARY}'") for word in ("'case'", "'2026-01-01'", "'title'")]
    broken += [good.replace(word, f"{CANARY}") for word in ("about", "asked", "'?'\n      value")]
    broken += [good + f"{CANARY}\n", good + f"&{CANARY}", good + f"  - {CANARY}: [\n", f"{CANARY}\n{good}"]
    for number, text in enumerate(broken):
        path = Path(f"{number}.yaml")
        path.write_text(text, "utf-8")
        result = program("summary", path)
        if result.code:
            assert result.err.startswith(str(path))
        assert not any(word in result.err for word in CANARY.split())


def test_text_in_the_place_of_a_word(program: Program, answers: Path) -> None:
    """It does not repeat a sentence that was written where a word belongs."""
    answers.write_text(ANSWERS.replace('"largely"', f'"{CANARY}"'), "utf-8")
    result = program("reflect", "duin", "--answers", answers)
    assert result.code == 1
    assert "Jansen" not in result.err
    assert "fully" in result.err


def test_global_option_without_value(program: Program) -> None:
    """It says that the value is missing, and does not take the command for it."""
    result = program("reflect", "--lang")
    assert result.code == 2
    assert "--lang" in result.err
    assert '"reflect"' not in result.err


def test_nobodys_home(program: Program) -> None:
    """It has a sentence for a home folder of nobody we know."""
    for arguments in (("--pack", "~niemand/x", "questions"), ("reflect", "--answers-template", "-o", "~niemand/x")):
        result = program(*arguments)
        assert result.code == 1
        assert "~niemand" in result.err


def test_escapes_in_a_name(program: Program) -> None:
    """It shows a control character in a file name as a symbol."""
    result = program("reflect", "--answers-template", "-o", "\x1b[31mx.yaml")
    assert result.code == 0
    assert "\x1b" not in result.err
    assert "␛[31mx.yaml" in result.err


def test_yaml_faults_beside_wrong_answers(program: Program, answers: Path) -> None:
    """It tells what is wrong with the YAML and with the answers in one run."""
    answers.write_text(ANSWERS.replace('"Duin"', "no").replace("largely", "larglly"), "utf-8")
    result = program("reflect", "duin", "--answers", answers)
    assert result.code == 1
    assert [line.split(": ")[0].removeprefix(str(answers)) for line in result.err.splitlines()] == [":4:10", ":12:3"]
