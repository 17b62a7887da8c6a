"""`doorbraak justify` without a terminal, and for somebody at one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.files import cases, wordings
from doorbraak_cli.flows.prompter import Paused

from .sheets import EXCEPTION, TODAY, duin, faults, line_of, values, without
from .test_reflect import everything_under

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.wording import Wording

    from .conftest import Given, Program, Result, Writer
    from .sheets import Someone

pytestmark = pytest.mark.usefixtures("today")

READ = {
    "cost-1.amount": "1250.50",
    "continuing-1.amount": "850.00",
    "checked-when": "2026-11-24",
    "decided-on": "2026-11-25",
    "until": "2027-05-25",
    "look-back": "2026-12-05",
}
"""How days and amounts are kept that people wrote in their own way."""


@pytest.fixture
def made(program: Program, write: Writer) -> bytes:
    """Give the bytes of a case with one exception that was finished."""
    assert program("justify", "duin", "--answers", write(EXCEPTION)).code == 0
    return cases.locate("duin").read_bytes()


# ---- from a file


def test_answers(program: Program, write: Writer) -> None:
    """It plays an exception through, keeps amounts and days as they are read, and says how to go on."""
    result = program("justify", "duin", "--answers", write(EXCEPTION))
    assert (result.code, result.out) == (0, "")
    for command in ("summary duin --only justification\n", "look-back duin\n"):
        assert f"doorbraak {command}" in result.err
    (one,) = duin().justifications
    assert (one.id, one.finished) == ("justification-1", TODAY)
    assert values({**duin().intake.by_id(), **one.by_id()}) == {**EXCEPTION, **READ}


def test_amounts_are_added_up(program: Program, made: bytes) -> None:
    """It adds amounts up by the year in the Dutch way, by itself too."""
    assert made
    for out in (program("summary", "duin").out, program("summary", "duin", "--only", "justification").out):
        assert "€\N{NO-BREAK SPACE}1.250,50" in out
        assert "€\N{NO-BREAK SPACE}15.006,00" in out
        assert "€\N{NO-BREAK SPACE}44.200,00" in out


def test_another_one(program: Program, write: Writer, made: bytes) -> None:
    """It makes a new exception of a second file, and leaves the first as it was."""
    assert made
    (first,) = duin().justifications
    given = without(EXCEPTION, "title", asked="Vervoer naar school.")
    assert program("justify", "duin", "--answers", write(given)).code == 0
    before, second = duin().justifications
    assert before == first
    assert (second.id, second.text("asked")) == ("justification-2", "Vervoer naar school.")


def test_faults(program: Program, write: Writer) -> None:
    """It tells all faults at once, with where each stands and of what in words, and writes nothing."""
    wrong: Given = {
        "cost-1.amount": "1,250",
        "continuing-1.amount": "veel, zegt de zeehond",
        "cost-1.each": "mnth",
        "until": "31-2-2026",
        "look-back": "ooit, zegt de zeehond",
        "decided": "jawel, zegt de zeehond",
    }
    given = {**EXCEPTION, **wrong, "check-who": "zeehond", "cost-1.amout": "zeehond"}
    path = write(given)
    result = program("justify", "duin", "--answers", path)
    assert (result.code, result.out) == (1, "")
    assert everything_under(Path.home()) == []
    found = faults(result.err, path)
    at = {name: found.pop(f"{line_of(given, name)}:3", "") for name in given}
    assert found == {}
    say = wordings.load("nl")
    for name in ("cost-1.amount", "continuing-1.amount"):
        assert say("read.no-money") in at[name]
    assert "(kosten 1)" in at["cost-1.amount"]
    assert "(kosten van doorgaan 1)" in at["continuing-1.amount"]
    assert 'bedoelde je "month"' in at["cost-1.each"]
    for name in ("until", "look-back"):
        assert say("read.no-day") in at[name]
    assert "not-yet, yes, partly, no" in at["decided"]
    assert at["check-who"]
    assert "(kosten 1)" in at["cost-1.amout"]
    assert "zeehond" not in result.err


@pytest.mark.parametrize(
    "amount", ["1.250,505", "-5", "€", "12.34.56", "1e5", "nan", "٣", "1.25.0", "1 of 2", "9" * 13, "1250.50.", "5%"]
)
def test_no_amount(program: Program, write: Writer, nl: Wording, amount: str) -> None:
    """It refuses what is no amount, or could be two, and says how to write one."""
    path = write({**EXCEPTION, "cost-1.amount": amount})
    result = program("justify", "duin", "--answers", path)
    assert result.code == 1
    (text,) = faults(result.err, path).values()
    assert nl("read.no-money") in text
    assert everything_under(Path.home()) == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_template_goes_round(program: Program, tmp_path: Path, lang: str) -> None:
    """It writes a template that plays with only what must be there filled in, and an amount and a day."""
    path = tmp_path / "in-te-vullen.yaml"
    assert program("--lang", lang, "justify", "--answers-template", "-o", path).code == 0
    text = path.read_text("utf-8")
    given = {"title": "Duin", "cost-1.what": "Huur", "cost-1.amount": "1.250,50", "look-back": "2026-12-05"}
    for name, value in given.items():
        assert text.count(f"\n  {name}: null\n") == 1
        text = text.replace(f"\n  {name}: null\n", f'\n  {name}: "{value}"\n')
    path.write_text(text, "utf-8")
    result = program("--lang", lang, "justify", "duin", "--answers", path)
    assert (result.code, result.out) == (0, ""), result.err
    (one,) = duin().justifications
    assert values({**duin().intake.by_id(), **one.by_id()}) == {**given, "cost-1.amount": "1250.50"}


# ---- with somebody at the keyboard


def test_unfinished_goes_on(program: Program, someone: Someone) -> None:
    """It goes on with an exception that was not finished, at the question where somebody stopped."""
    someone.given = {"title": "Duin", "asked": "Een woning."}
    someone.does = {"room": [Paused("Wat de w")]}
    result = program("justify", "duin")
    assert result.code == 130
    assert "doorbraak justify duin" in result.err
    someone.questions.clear()
    someone.given = {"room": "Wat de wet toestaat."}
    assert program("justify", "duin").code == 0
    assert someone.asked[0] == "room"
    (one,) = duin().justifications
    assert (one.text("asked"), one.text("room")) == ("Een woning.", "Wat de wet toestaat.")
    assert one.finished == TODAY


def test_finished_one_stays(program: Program, made: bytes, someone: Someone) -> None:
    """It begins a new exception where the last one was finished; that stays, and nothing is asked about the case."""
    assert made
    (first,) = duin().justifications
    someone.given = {"asked": "Vervoer naar school."}
    assert program("justify", "duin").code == 0
    assert "title" not in someone.asked
    before, second = duin().justifications
    assert before == first
    assert values(second.by_id()) == {"asked": "Vervoer naar school."}


def test_new(program: Program, someone: Someone) -> None:
    """It begins a new exception beside one that was not finished when asked; that can be gone on with later."""
    someone.given = {"title": "Duin", "asked": "Een woning."}
    someone.does = {"rule": [Paused()]}
    assert program("justify", "duin").code == 130
    someone.given = {"asked": "Vervoer."}
    assert program("justify", "duin", "--new").code == 0
    first, second = duin().justifications
    assert (first.text("asked"), first.finished) == ("Een woning.", None)
    assert (second.id, second.text("asked"), second.finished) == ("justification-2", "Vervoer.", TODAY)
    someone.questions.clear()
    assert program("justify", "duin").code == 0
    assert someone.asked[0] == "rule"
    assert [one.finished for one in duin().justifications] == [TODAY, TODAY]


def test_new_one_stopped_at_once(program: Program, made: bytes, someone: Someone, nl: Wording) -> None:
    """It changes nothing of a case when somebody stops a new exception before the first answer."""
    someone.does = {"with": [Paused()]}
    assert program("justify", "duin", "--new").code == 130
    assert cases.locate("duin").read_bytes() == made
    someone.does = {"title": [Paused()]}
    result = program("justify", "geen")
    assert result.code == 130
    assert nl("reflect.nothing-kept") in result.err
    assert not cases.locate("geen").exists()


def test_edit(program: Program, made: bytes, someone: Someone) -> None:
    """It opens the last exception at the list of all answers, changes one, and closes it again as the same one."""
    assert made
    before = values(duin().justifications[0].by_id())
    someone.does = {"review": ["cost-1.amount"], "cost-1.amount": ["€ 900"]}
    assert program("justify", "duin", "--edit").code == 0
    assert someone.asked == ["review", "cost-1.amount", "cost-1.amount.sure", "cost-1.each", "review"]
    (one,) = duin().justifications
    assert values(one.by_id()) == {**before, "cost-1.amount": "900.00"}
    assert one.finished == TODAY


def test_edit_paused(program: Program, made: bytes, someone: Someone) -> None:
    """It goes on with an exception that was opened again and left, and begins no new one."""
    assert made
    someone.does = {"review": ["rule"], "rule": [Paused("Alleen w")]}
    assert program("justify", "duin", "--edit").code == 130
    someone.given = {"rule": "Alleen wie hier woont."}
    assert program("justify", "duin").code == 0
    (one,) = duin().justifications
    assert (one.text("rule"), one.finished) == ("Alleen wie hier woont.", TODAY)


def test_nothing_to_edit(program: Program, answers: Path, someone: Someone, nl: Wording) -> None:
    """It says so where there is no exception, and makes nothing."""
    program("reflect", "duin", "--answers", answers)
    before = cases.locate("duin").read_bytes()
    for name in ("duin", "geen"):
        result = program("justify", name, "--edit")
        assert (result.code, result.out) == (1, "")
        assert nl("justify.nothing-to-edit") in result.err
    assert someone.questions == []
    assert cases.locate("duin").read_bytes() == before
    assert not cases.locate("geen").exists()


def test_due_after_an_exception(program: Program, made: bytes) -> None:
    """It makes due when an exception is looked back on and when it ends."""
    assert made
    found = json.loads(program("due", "--json", "--within", "1y").out)
    assert [(one["kind"], one["day"], one["id"]) for one in found] == [
        ("look-back", "2026-12-05", "justification-1"),
        ("until", "2027-05-25", "justification-1"),
    ]


# ---- how it is called


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "doorbraak justify NAAM"),
        (("--new",), "doorbraak justify NAAM"),
        (("a/b:c",), "a/b:c"),
        (("duin", "--edt"), "--edit"),
        (("duin", "--new", "--edit"), "--new doet niets bij --edit"),
        (("duin", "--answers", "x", "--new"), "--new doet niets bij --answers"),
        (("duin", "--answers", "x", "--edit"), "--edit doet niets bij --answers"),
        (("duin", "--answers", "x", "--edit", "--new"), "--new, --edit doet niets bij --answers"),
        (("duin", "--answers-template"), "CASUS doet niets bij --answers-template"),
        (
            ("--answers-template", "--new", "--edit", "--answers", "x"),
            "--new, --edit, --answers doet niets bij --answers-template",
        ),
        (("duin", "-o", "uit.yaml"), "--answers-template"),
        (("duin", "--edit", "-o", "uit.yaml"), "--answers-template"),
        (("duin", "--new", "--of", "1"), "--of"),
        (("duin", "--of", "1", "--answers", "uit.yaml"), "--answers"),
        (("duin",), "--answers"),
        (("duin", "--new"), "--answers"),
        (("duin", "--edit"), "--answers"),
    ],
)
def test_wrong_usage(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It says what is wrong, exits 2 and writes nothing; so it does where there is nobody to ask."""
    result = program("justify", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert [one for one in everything_under(Path.home()) if one.endswith(".yaml")] == []
    assert list(Path().iterdir()) == []


def test_off_a_terminal(process: Callable[..., Result], made: bytes) -> None:
    """It asks nothing of /dev/null and leaves the case alone."""
    for more in ((), ("--edit",)):
        result = process("justify", "duin", *more)
        assert (result.code, result.out) == (2, "")
        assert "--answers" in result.err
    assert cases.locate("duin").read_bytes() == made


def test_file_about_a_team(program: Program, write: Writer, answers: Path, nl: Wording) -> None:
    """It founds no exception in a file about a team."""
    answers.write_text(answers.read_text("utf-8").replace("micro", "meso"), "utf-8")
    assert program("reflect", "noord", "--answers", answers).code == 0
    before = cases.locate("noord").read_bytes()
    result = program("justify", "noord", "--answers", write(without(EXCEPTION, "title")))
    assert (result.code, result.out) == (1, "")
    assert nl("weigh.not-a-case") in result.err
    assert cases.locate("noord").read_bytes() == before


def test_english(program: Program, write: Writer, en: Wording) -> None:
    """It answers to its Dutch name, and speaks English when asked; amounts stay written in the Dutch way."""
    given = {**EXCEPTION, "checked-when": "yesterday", "decided-on": "today", "until": "in 6 months"}
    result = program("--lang", "en", "maatwerk", "duin", "--answers", write({**given, "look-back": "in 10 days"}))
    assert (result.code, result.out) == (0, "")
    assert values(duin().justifications[0].by_id()) == {**without(EXCEPTION, "title"), **READ}
    out = program("--lang", "en", "summary", "duin", "--only", "justification").out
    assert en("justified.yearly") in out
    assert "€\N{NO-BREAK SPACE}15.006,00" in out
