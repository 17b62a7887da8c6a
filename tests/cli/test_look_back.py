"""`doorbraak look-back` without a terminal, and for somebody at one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.cli.app import COMMANDS
from doorbraak_cli.files import cases, wordings
from doorbraak_cli.flows.prompter import Back, Paused

from .conftest import flat
from .sheets import EXCEPTION, LOOK_BACK, TODAY, duin, faults, line_of, values, without
from .test_reflect import everything_under

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.wording import Wording

    from .conftest import Given, Program, Result, Writer
    from .sheets import Someone

pytestmark = pytest.mark.usefixtures("today")

EXPECTED = (str(EXCEPTION["asked"]), str(EXCEPTION["expect"]), str(EXCEPTION["notice"]))
DUTCH = next(one.dutch for one in COMMANDS if one.name == "look-back")
READ = {"spent-1.amount": "1250.50"}


@pytest.fixture
def made(program: Program, write: Writer) -> bytes:
    """Give the bytes of a case with two exceptions."""
    assert program("justify", "duin", "--answers", write(EXCEPTION)).code == 0
    second = without(EXCEPTION, "title", "expect", "notice", "look-back", asked="Vervoer naar school.")
    assert program("justify", "duin", "--answers", write(second)).code == 0
    return cases.locate("duin").read_bytes()


# ---- which exception


def test_last_one(program: Program, write: Writer, made: bytes) -> None:
    """It looks back on the last exception where no number is given, and says how to read that."""
    assert made
    before = duin().justifications
    result = program("look-back", "duin", "--answers", write(LOOK_BACK))
    assert (result.code, result.out) == (0, "")
    for command in ("summary duin\n", "summary duin --only look-back\n"):
        assert f"doorbraak {command}" in result.err
    (one,) = duin().look_backs
    assert (one.id, one.of, one.finished) == ("look-back-1", "justification-2", TODAY)
    assert values(one.by_id()) == {**LOOK_BACK, **READ}
    assert duin().justifications == before


@pytest.mark.parametrize("number", [1, 2])
def test_of(program: Program, write: Writer, made: bytes, number: int) -> None:
    """It looks back on the exception with the number that is given."""
    assert made
    assert program("look-back", "duin", "--of", str(number), "--answers", write(LOOK_BACK)).code == 0
    assert [one.of for one in duin().look_backs] == [f"justification-{number}"]


@pytest.mark.parametrize("number", ["3", "0", "-1", "x", "justification-9"])
def test_of_what_is_not_there(program: Program, write: Writer, made: bytes, number: str) -> None:
    """It says which exceptions there are where there is none of that number, exits 2, and writes nothing."""
    result = program("look-back", "duin", "--of", number, "--answers", write(LOOK_BACK))
    assert (result.code, result.out) == (2, "")
    assert number in result.err
    assert cases.locate("duin").read_bytes() == made


def test_of_the_one_number(program: Program, write: Writer, made: bytes, nl: Wording) -> None:
    """It names the numbers there are."""
    assert made
    result = program("look-back", "duin", "--of", "3", "--answers", write(LOOK_BACK))
    assert result.err.strip() == nl("look-back.no-number", number="3", known="1, 2")


def test_nothing_there(program: Program, write: Writer, answers: Path, nl: Wording, someone: Someone) -> None:
    """It says so where there is no exception, or no case, and makes nothing."""
    program("reflect", "duin", "--answers", answers)
    before = cases.locate("duin").read_bytes()
    for name in ("duin", "geen"):
        for more in ((), ("--of", "1"), ("--answers", write(LOOK_BACK))):
            result = program("look-back", name, *more)
            assert (result.code, result.out) == (1, "")
            assert nl("look-back.nothing-there") in result.err
    assert someone.questions == []
    assert cases.locate("duin").read_bytes() == before
    assert not cases.locate("geen").exists()


# ---- first what happened, then what was expected


def shown(someone: Someone) -> dict[str, str]:
    """Give all that was shown with each question."""
    return {
        one.id: flat(
            " ".join((one.heading, one.lead, one.text, one.hint, one.why, *(each.label for each in one.options)))
        )
        for one in someone.questions
    }


def test_expected_is_shown_late(program: Program, made: bytes, someone: Someone) -> None:
    """It shows what was expected at no question before it was told what happened, and then with its questions."""
    assert made
    someone.given = {name: str(value) for name, value in LOOK_BACK.items()}
    assert program("look-back", "duin", "--of", "1").code == 0
    at = someone.asked.index("beside")
    assert at > someone.asked.index("happened")
    told = shown(someone)
    before = [one for one in someone.asked[:at] if any(text in told[one] for text in EXPECTED)]
    assert before == []
    assert not any(text in someone.told for text in EXPECTED)
    assert all(text in told["beside"] for text in EXPECTED)


def test_expected_after_going_back(program: Program, made: bytes, someone: Someone) -> None:
    """It does not show what was expected to who goes back to what happened, or resumes there."""
    assert made
    someone.given = {"happened": "De sleutel kwam."}
    someone.does = {"spent-1.what": [Back(), Paused()]}
    assert program("look-back", "duin", "--of", "1").code == 130
    assert program("look-back", "duin", "--of", "1").code == 0
    told = shown(someone)
    assert [one for one, text in told.items() if EXPECTED[1] in text and one != "review"] == ["beside"]


def test_nothing_expected(program: Program, made: bytes, someone: Someone, nl: Wording) -> None:
    """It says that nothing was written down where nothing was expected, and what was asked for."""
    assert made
    someone.given = {"happened": "De taxi komt."}
    assert program("look-back", "duin").code == 0
    lead = next(one.lead for one in someone.questions if one.id == "beside")
    assert "Vervoer naar school." in lead
    assert nl("look-back.nothing") in lead


def test_unfinished_goes_on(program: Program, made: bytes, someone: Someone) -> None:
    """It goes on with a look-back that was not finished, on its own exception, and begins one on another."""
    assert made
    someone.given = {"happened": "De sleutel kwam."}
    someone.does = {"family-happened": [Paused("Ik sl")]}
    assert program("look-back", "duin", "--of", "1").code == 130
    someone.questions.clear()
    someone.given = {"happened": "De taxi komt."}
    assert program("look-back", "duin", "--of", "2").code == 0
    assert someone.asked[0] == "with"
    someone.questions.clear()
    someone.given = {"family-happened": "Ik slaap."}
    assert program("look-back", "duin", "--of", "1").code == 0
    assert someone.asked[0] == "family-happened"
    assert [(one.of, one.finished) for one in duin().look_backs] == [
        ("justification-1", TODAY),
        ("justification-2", TODAY),
    ]
    assert duin().look_backs[0].text("family-happened") == "Ik slaap."


def test_pause_says_how_to_go_on(program: Program, made: bytes, someone: Someone) -> None:
    """It says after a pause how to go on with the same exception, also where that is not the last one."""
    assert made
    someone.given = {"happened": "De sleutel kwam."}
    someone.does = {"beside": [Paused()]}
    result = program("look-back", "duin", "--of", "1")
    assert result.code == 130
    command = next(line for line in result.err.splitlines() if "doorbraak look-back" in line)
    words = command[command.index("look-back") :].split()
    someone.questions.clear()
    assert program(*words).code == 0
    assert someone.asked[0] == "beside"
    assert len(duin().look_backs) == 1


def test_second_look_back(program: Program, write: Writer, made: bytes) -> None:
    """It keeps every time that somebody looked back."""
    assert made
    for happened in ("De sleutel kwam.", "De buren klaagden."):
        given = {**LOOK_BACK, "happened": happened}
        assert program("look-back", "duin", "--of", "1", "--answers", write(given)).code == 0
    assert [(one.of, one.text("happened")) for one in duin().look_backs] == [
        ("justification-1", "De sleutel kwam."),
        ("justification-1", "De buren klaagden."),
    ]


# ---- afterwards


def test_summary_has_both(program: Program, write: Writer, made: bytes) -> None:
    """It tells in the summary what was expected above what happened, with lessons, in whole and by itself."""
    assert made
    program("look-back", "duin", "--of", "1", "--answers", write(LOOK_BACK))
    for more in ((), ("--only", "look-back")):
        out = program("summary", "duin", *more).out
        out = out[out.index("## Terugblik van ") :]
        texts = [EXPECTED[1], EXPECTED[2], *(str(LOOK_BACK[one]) for one in ("happened", "family-happened", "lesson"))]
        assert [text for text in texts if text not in out] == []
        assert out.index(EXPECTED[1]) < out.index(str(LOOK_BACK["happened"]))
        assert "€\N{NO-BREAK SPACE}1.250,50" in out


def test_due_after_looking_back(program: Program, write: Writer, made: bytes, someone: Someone) -> None:
    """It makes a look-back due no more once it is finished, and no sooner."""
    assert made

    def look_backs() -> list[str]:
        found = json.loads(program("due", "--json", "--within", "1y").out)
        return [one["id"] for one in found if one["kind"] == "look-back"]

    assert look_backs() == ["justification-1"]
    someone.given = {"happened": "De sleutel kwam."}
    someone.does = {"beside": [Paused()]}
    assert program("look-back", "duin", "--of", "1").code == 130
    assert look_backs() == ["justification-1"]
    assert program("look-back", "duin", "--of", "1").code == 0
    assert look_backs() == []


# ---- from a file, and how it is called


def test_faults(program: Program, write: Writer, made: bytes) -> None:
    """It tells all faults at once, with where each stands and of what in words, and writes nothing."""
    wrong: Given = {"spent-1.amount": "veel, zegt de zeehond", "next": "go-on", "family-heard": "nee, zegt de zeehond"}
    given = {**LOOK_BACK, **wrong, "account-to": "zeehond", "hapened": "zeehond", "expect": "zeehond"}
    path = write(given)
    result = program("look-back", "duin", "--answers", path)
    assert (result.code, result.out) == (1, "")
    found = faults(result.err, path)
    at = {name: found.pop(f"{line_of(given, name)}:3", "") for name in given}
    assert found == {}
    assert wordings.load("nl")("read.no-money") in at["spent-1.amount"]
    assert "(uitgave 1)" in at["spent-1.amount"]
    assert 'bedoelde je "goes-on"' in at["next"]
    assert all(at[name] for name in ("family-heard", "account-to", "expect"))
    assert '"happened"' in at["hapened"]
    assert "zeehond" not in result.err
    assert cases.locate("duin").read_bytes() == made


def test_template_goes_round(program: Program, made: bytes, tmp_path: Path) -> None:
    """It writes a template that asks nothing it does not need, and plays with one answer filled in."""
    assert made
    path = tmp_path / "in-te-vullen.yaml"
    assert program("look-back", "--answers-template", "-o", path).code == 0
    text = path.read_text("utf-8")
    assert text.count("\n  happened: null\n") == 1
    path.write_text(text.replace("\n  happened: null\n", '\n  happened: "De sleutel kwam."\n'), "utf-8")
    assert program("look-back", "duin", "--answers", path).code == 0
    assert values(duin().look_backs[0].by_id()) == {"happened": "De sleutel kwam."}
    assert "\n  expect:" not in text
    assert "\n  title:" not in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "doorbraak look-back NAAM"),
        (("--of", "1"), "doorbraak look-back NAAM"),
        (("a/b:c",), "a/b:c"),
        (("duin", "--of"), "--of"),
        (("duin", "--answers-template"), "CASUS doet niets bij --answers-template"),
        (
            ("--answers-template", "--of", "1", "--answers", "x"),
            "--of, --answers doet niets bij --answers-template",
        ),
        (("duin", "-o", "uit.yaml"), "--answers-template"),
        (("duin", "--of", "1", "-o", "uit.yaml"), "--answers-template"),
        (("duin", "--new"), "--new"),
        (("duin",), "--answers"),
        (("duin", "--of", "1"), "--answers"),
    ],
)
def test_wrong_usage(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It says what is wrong, exits 2 and writes nothing; so it does where there is nobody to ask."""
    result = program("look-back", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert everything_under(Path.home()) == []
    assert list(Path().iterdir()) == []


def test_off_a_terminal(process: Callable[..., Result], made: bytes) -> None:
    """It asks nothing of /dev/null and leaves the case alone."""
    result = process("look-back", "duin")
    assert (result.code, result.out) == (2, "")
    assert "--answers" in result.err
    assert cases.locate("duin").read_bytes() == made


def test_file_about_a_team(program: Program, write: Writer, answers: Path) -> None:
    """It looks back on no exception in a file about a team."""
    answers.write_text(answers.read_text("utf-8").replace("micro", "meso"), "utf-8")
    assert program("reflect", "noord", "--answers", answers).code == 0
    before = cases.locate("noord").read_bytes()
    result = program("look-back", "noord", "--answers", write(LOOK_BACK))
    assert (result.code, result.out) == (1, "")
    assert cases.locate("noord").read_bytes() == before


def test_english(program: Program, write: Writer, made: bytes, en: Wording) -> None:
    """It answers to its Dutch name, and speaks English when asked, about an exception that was founded in Dutch."""
    assert made
    result = program("--lang", "en", DUTCH, "duin", "--of", "1", "--answers", write(LOOK_BACK))
    assert (result.code, result.out) == (0, "")
    assert duin().look_backs[0].language == "en"
    out = program("--lang", "en", "summary", "duin", "--only", "look-back").out
    assert EXPECTED[1] in out
    assert en("looked-back.title", number=1, date="25 November 2026") in out
    wrong = program("--lang", "en", "look-back", "duin", "--of", "8", "--answers", write(LOOK_BACK))
    assert wrong.err.strip() == en("look-back.no-number", number="8", known="1, 2")
