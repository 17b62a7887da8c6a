"""`doorbraak plan` without a terminal, and for somebody at one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.files import cases, wordings
from doorbraak_cli.flows.prompter import Paused

from .sheets import PLAN, TODAY, duin, faults, line_of, values, without
from .test_reflect import everything_under

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.case import Plan
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Given, Program, Result, Writer
    from .sheets import Someone

pytestmark = pytest.mark.usefixtures("today")


def there() -> Plan:
    found = duin().plan
    assert found is not None
    return found


@pytest.fixture
def made(program: Program, write: Writer) -> bytes:
    """Give the bytes of a case with a plan that was finished."""
    assert program("plan", "duin", "--answers", write(PLAN)).code == 0
    return cases.locate("duin").read_bytes()


def statuses() -> dict[str, str]:
    answers = there().by_id()
    return {name: str(one.value) for name, one in answers.items() if name.endswith(".status") and one.value}


# ---- noting that an action is done


@pytest.mark.parametrize("given", ["action-1", "1", "ACTION-1", " 1 "])
def test_done(program: Program, made: bytes, nl: Wording, given: str) -> None:
    """It notes that an action is done by its id or number, keeps all else, and says what is still to do."""
    assert made
    before, plan = statuses(), there()
    result = program("plan", "duin", "--done", given)
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == [nl("plan.closed", ids="action-1"), nl("plan.left", ids="action-2")]
    assert statuses() == {**before, "action-1.status": "done"}
    assert values(there().by_id()) == {**values(plan.by_id()), "action-1.status": "done"}
    assert there().finished == plan.finished


def test_several_done(program: Program, made: bytes, nl: Wording) -> None:
    """It notes several at once, each once however often it is named, and says when nothing is left."""
    assert made
    result = program("plan", "duin", "--done", "2", "--done", "action-1", "--done", "action-2", "--done", "3")
    assert result.code == 0
    assert result.err.splitlines() == [nl("plan.closed", ids="action-2, action-1, action-3"), nl("plan.none-left")]
    assert {name for name, one in statuses().items() if one == "done"} == {f"action-{one}.status" for one in (1, 2, 3)}


@pytest.mark.parametrize(
    "given", [("9",), ("1", "action-9", "0"), ("gezin",), ("",), ("action-1x", "2"), ("handover-1",)]
)
def test_done_unknown(program: Program, made: bytes, nl: Wording, given: tuple[str, ...]) -> None:
    """It names each that is not in the plan, with what is open, exits 2, and notes none, also not those that are."""
    result = program("plan", "duin", *[part for one in given for part in ("--done", one)])
    assert (result.code, result.out) == (2, "")
    wrong = [one for one in given if one not in ("1", "2")]
    known = "action-1, action-2"
    assert result.err.splitlines() == [nl("plan.no-action", given=one, known=known) for one in wrong]
    assert cases.locate("duin").read_bytes() == made


def test_done_without_a_plan(program: Program, answers: Path, nl: Wording) -> None:
    """It says so where there is no plan or no case, and makes nothing."""
    result = program("plan", "geen", "--done", "1")
    assert (result.code, result.out) == (1, "")
    assert nl("plan.none") in result.err
    assert [one for one in everything_under(Path.home()) if one.endswith(".yaml")] == []
    program("reflect", "duin", "--answers", answers)
    before = cases.locate("duin").read_bytes()
    result = program("plan", "duin", "--done", "1")
    assert (result.code, result.out) == (1, "")
    assert nl("plan.none") in result.err
    assert cases.locate("duin").read_bytes() == before


def test_done_in_a_plan_without_actions(program: Program, write: Writer) -> None:
    """It says that the action is not there, in a whole sentence, where the plan has no actions at all."""
    assert program("plan", "duin", "--answers", write({"title": "Duin", "goal-1.what": "Rust"})).code == 0
    result = program("plan", "duin", "--done", "1")
    assert result.code == 2
    assert ": ." not in result.err


def test_done_when_it_was_stuck(program: Program, write: Writer) -> None:
    """It notes that something is done of which nobody said how it stood, or that was stuck."""
    given = without(PLAN, "action-1.status", **{"action-2.status": "stuck"})
    program("plan", "duin", "--answers", write(given))
    assert program("plan", "duin", "--done", "1", "--done", "2").code == 0
    assert statuses()["action-1.status"] == statuses()["action-2.status"] == "done"


def test_done_while_asked_again(program: Program, made: bytes, someone: Someone) -> None:
    """It settles what was still to be looked at: an action that is done is not asked about again."""
    assert made
    someone.does = {"action-1.status": [Paused()]}
    assert program("plan", "duin").code == 130
    assert program("plan", "duin", "--done", "1").code == 0
    someone.questions.clear()
    assert program("plan", "duin").code == 0
    assert [one for one in someone.asked if one.startswith("action-")] == ["action-2.status"]


# ---- what is due afterwards


def dues(program: Program) -> list[tuple[str, str]]:
    return [(one["id"], one["day"]) for one in json.loads(program("due", "--json", "--within", "4w").out)]


def test_due_after_a_plan(program: Program, made: bytes) -> None:
    """It makes due what a plan agrees on, by the days it read; what is done then is due no more."""
    assert made
    expected = [
        ("stuck-1", "2026-11-26"),
        ("action-1", "2026-11-27"),
        ("plan", "2026-12-01"),
        ("handover-1", "2026-12-04"),
        ("action-2", "2026-12-09"),
        ("plan", "2026-12-09"),
    ]
    assert dues(program) == expected
    assert program("plan", "duin", "--done", "action-1").code == 0
    assert dues(program) == [one for one in expected if one[0] != "action-1"]


# ---- with somebody at the keyboard


def test_add(program: Program, made: bytes, someone: Someone) -> None:
    """It asks about one action more and nothing else, also where the list was ended, and leaves the plan finished."""
    assert made
    plan = there()
    someone.given = {"action-4.what": "Oma bellen", "action-4.by": "over 3 dagen", "action-4.who": "de oudste"}
    result = program("plan", "duin", "--add")
    assert (result.code, result.out) == (0, "")
    asked = [f"action-4.{one}" for one in ("what", "goal", "by-whom", "who", "by", "by.sure", "status")]
    assert someone.asked == [*asked, "review"]
    added = {"action-4.what": "Oma bellen", "action-4.by": "2026-11-28", "action-4.who": "de oudste"}
    assert values(there().by_id()) == {**values(plan.by_id()), **added, "action-4.status": "open"}
    assert there().finished == plan.finished
    assert ("action-4", "2026-11-28") in dues(program)


def test_add_paused_halfway(program: Program, made: bytes, someone: Someone) -> None:
    """It asks on about the action that was being added, and begins no other one."""
    assert made
    someone.given = {"action-4.what": "Oma bellen"}
    someone.does = {"action-4.who": [Paused("de oud")]}
    result = program("plan", "duin", "--add")
    assert result.code == 130
    assert "doorbraak plan duin" in result.err
    command = next(line for line in result.err.splitlines() if "doorbraak plan" in line)
    someone.questions.clear()
    someone.given = {"action-4.who": "de oudste"}
    assert program("plan", "duin", *(["--add"] if "--add" in command else [])).code == 0
    actions = {one.partition(".")[0] for one in values(there().by_id()) if one.startswith("action-")}
    assert actions == {"action-1", "action-2", "action-3", "action-4"}
    assert there().text("action-4.who") == "de oudste"


def test_add_twice_over_a_pause(program: Program, made: bytes, someone: Someone) -> None:
    """It asks nothing a second time about an action that was half added, when another is added."""
    assert made
    someone.given = {"action-4.what": "Oma bellen", "action-5.what": "School bellen"}
    someone.does = {"action-4.by": [Paused()]}
    assert program("plan", "duin", "--add").code == 130
    assert program("plan", "duin", "--add").code == 0
    assert there().text("action-4.what") == "Oma bellen"
    names = [there().text(f"action-{number}.what") for number in range(4, 7)]
    assert names in (["Oma bellen", "School bellen", ""], ["Oma bellen", "", ""])


def test_add_nothing(program: Program, made: bytes, someone: Someone) -> None:
    """It leaves a plan as it was where somebody names no action after all, or stops before that."""
    assert made
    before = values(there().by_id())
    assert program("plan", "duin", "--add").code == 0
    assert values(there().by_id()) == before
    assert there().finished == TODAY
    someone.does = {"action-4.what": [Paused()]}
    assert program("plan", "duin", "--add").code == 130
    assert values(there().by_id()) == before
    assert there().finished == TODAY


def test_add_without_a_case(program: Program, someone: Someone, nl: Wording) -> None:
    """It says where to begin where there is no case, and makes none."""
    result = program("plan", "geen", "--add")
    assert (result.code, result.out) == (1, "")
    assert nl("plan.none") in result.err
    assert someone.questions == []
    assert not cases.locate("geen").exists()


def test_add_to_a_case_without_a_plan(program: Program, answers: Path, someone: Someone) -> None:
    """It begins the plan of a case that has none with the action that is added."""
    program("reflect", "duin", "--answers", answers)
    someone.given = {"action-1.what": "Oma bellen"}
    assert program("plan", "duin", "--add").code == 0
    assert someone.asked[0] == "action-1.what"
    assert there().text("action-1.what") == "Oma bellen"
    assert program("plan", "duin", "--done", "1").code == 0


def test_add_to_a_full_plan(program: Program, write: Writer, someone: Someone, nl: Wording) -> None:
    """It takes sixty actions, and says of one more that there is no room, without asking or changing anything."""
    given = {"title": "Duin", **{f"action-{number}.what": f"actie {number}" for number in range(1, 60)}}
    assert program("plan", "duin", "--answers", write(given)).code == 0
    someone.given = {"action-60.what": "Oma bellen"}
    assert program("plan", "duin", "--add").code == 0
    assert there().text("action-60.what") == "Oma bellen"
    before = cases.locate("duin").read_bytes()
    someone.questions.clear()
    result = program("plan", "duin", "--add")
    assert (result.code, result.out) == (1, "")
    assert nl("plan.full") in result.err
    assert someone.questions == []
    assert cases.locate("duin").read_bytes() == before


def test_done_while_one_is_added(program: Program, made: bytes, someone: Someone) -> None:
    """It notes that an action is done while another was only half added, and that one is still asked on about."""
    assert made
    someone.given = {"action-4.what": "Oma bellen"}
    someone.does = {"action-4.who": [Paused("de oud")]}
    assert program("plan", "duin", "--add").code == 130
    assert program("plan", "duin", "--done", "1", "--done", "4").code == 0
    assert {statuses()["action-1.status"], statuses()["action-4.status"]} == {"done"}
    assert there().by_id()["action-4.who"].value == "de oud"


def test_reopened(program: Program, made: bytes, someone: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    """It asks again how it stands with all that is not over, as it stood, and nothing else of what was answered."""
    assert made
    someone.given = {"action-1.status": "done", "stuck-1.status": "raised"}
    assert program("plan", "duin").code == 0
    asked = someone.asked
    assert asked[:4] == ["action-1.status", "action-2.status", "handover-1.status", "stuck-1.status"]
    assert asked[4:] == ["review"]
    assert statuses() == {
        "action-1.status": "done",
        "action-2.status": "busy",
        "action-3.status": "done",
        "handover-1.status": "busy",
        "stuck-1.status": "raised",
    }
    assert there().finished == TODAY
    assert wordings.load("nl")("sheet.resumed.plan", title="Duin", date="25 november 2026") in someone.told


def test_reopened_after_the_evaluation(
    program: Program, made: bytes, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It asks for the next evaluation once the last one has been."""
    assert made
    monkeypatch.setattr("doorbraak_cli.cli.wiring.today", lambda: TODAY.replace(month=12, day=9))
    someone.given = {"evaluation-next": "over 2 weken"}
    assert program("plan", "duin").code == 0
    assert "evaluation-next" in someone.asked
    assert there().text("evaluation-next") == "2026-12-23"
    assert there().finished == TODAY.replace(month=12, day=9)


def test_nothing_changed(program: Program, made: bytes, someone: Someone) -> None:
    """It changes nothing in a finished plan that somebody looks over and closes."""
    assert made
    before = values(there().by_id())
    assert program("plan", "duin").code == 0
    assert values(there().by_id()) == before
    assert there().finished == TODAY


# ---- from a file


def test_answers(program: Program, write: Writer) -> None:
    """It plays a plan through, keeps days as days, and says how to read it, for a meeting too, and what is due."""
    result = program("plan", "duin", "--answers", write(PLAN))
    assert (result.code, result.out) == (0, "")
    for command in ("summary duin\n", "summary duin --for meeting\n", "due duin\n"):
        assert f"doorbraak {command}" in result.err
    days = {
        "action-1.by": "2026-11-27",
        "action-2.by": "2026-12-09",
        "action-3.by": "2026-11-24",
        "handover-1.handover-by": "2026-12-04",
        "moment-next": "2026-12-01",
        "evaluation-next": "2026-12-09",
        "stuck-1.raised-when": "2026-11-26",
    }
    assert values({**duin().intake.by_id(), **there().by_id()}) == {**PLAN, **days}


def test_merged(program: Program, write: Writer, made: bytes) -> None:
    """It replaces in a plan what a file answers, adds what is new, and leaves all else as it was, how it stands too."""
    assert made
    before = values(there().by_id())
    more = {"goal-2.what": "Slapen", "action-4.what": "Oma bellen", "action-4.status": "busy"}
    given: Given = {"action-1.status": "stuck", **more}
    assert program("plan", "duin", "--answers", write(given)).code == 0
    assert values(there().by_id()) == {**before, **given}
    assert there().finished == TODAY


def test_merged_with_what_is_left_open(program: Program, write: Writer, made: bytes) -> None:
    """It takes nothing away of a plan for what is null in a file, and takes what else is in there."""
    assert made
    before = values(there().by_id())
    given = {**dict.fromkeys(without(PLAN, "title")), "action-1.status": "busy", "goal-2.what": "Slapen"}
    assert program("plan", "duin", "--answers", write(given)).code == 0
    assert values(there().by_id()) == {**before, "action-1.status": "busy", "goal-2.what": "Slapen"}


def test_faults(program: Program, write: Writer) -> None:
    """It tells all faults at once, with where each stands and of what in words, and writes nothing."""
    wrong: Given = {
        "action-1.by": "31-2-2026",
        "action-1.goal": "goal-3",
        "action-2.status": "bezig",
        "handover-1.handover-by": "over de zeehond",
        "stuck-1.bottleneck": "wooningtekort",
        "rhythm": "met de zeehond",
    }
    given = {**PLAN, **wrong, "action-2.bij": "zeehond", "rhythm-other": "zeehond"}
    path = write(given)
    result = program("plan", "duin", "--answers", path)
    assert (result.code, result.out) == (1, "")
    assert everything_under(Path.home()) == []
    found = faults(result.err, path)
    at = {name: found.pop(f"{line_of(given, name)}:3", "") for name in given}
    assert found == {}
    assert "(actie 1)" in at["action-1.by"]
    assert wordings.load("nl")("read.no-day") in at["action-1.by"]
    assert "goal-1" in at["action-1.goal"]
    assert "(actie 2)" in at["action-2.status"]
    assert "(overdracht 1)" in at["handover-1.handover-by"]
    assert 'bedoelde je "woningtekort"' in at["stuck-1.bottleneck"]
    assert "(vastgelopen punt 1)" in at["stuck-1.bottleneck"]
    assert at["rhythm"]
    assert "(actie 2)" in at["action-2.bij"]
    assert "zeehond" not in result.err


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_template_goes_round(program: Program, tmp_path: Path, lang: str) -> None:
    """It writes a template that plays with only what must be there filled in, and with something more."""
    path = tmp_path / "in-te-vullen.yaml"
    assert program("--lang", lang, "plan", "--answers-template", "-o", path).code == 0
    text = path.read_text("utf-8").replace("\n  title: null\n", '\n  title: "Duin"\n')
    path.write_text(text.replace("\n  action-1.what: null\n", '\n  action-1.what: "Oma bellen"\n'), "utf-8")
    result = program("--lang", lang, "plan", "duin", "--answers", path)
    assert (result.code, result.out) == (0, ""), result.err
    assert values(there().by_id()) == {"action-1.what": "Oma bellen"}


# ---- how it is called


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "doorbraak plan NAAM"),
        (("--done", "1"), "doorbraak plan NAAM"),
        (("--add",), "doorbraak plan NAAM"),
        (("a/b:c", "--done", "1"), "a/b:c"),
        (("duin", "--done"), "--done"),
        (("duin", "--dne", "1"), "--done"),
        (("duin", "--done", "1", "--add"), "--add doet niets bij --done"),
        (("duin", "--done", "1", "--answers", "x"), "--answers doet niets bij --done"),
        (("duin", "--done", "1", "--add", "--answers", "x"), "--add, --answers doet niets bij --done"),
        (("duin", "--answers", "x", "--add"), "--add doet niets bij --answers"),
        (("duin", "--answers-template"), "CASUS doet niets bij --answers-template"),
        (
            ("--answers-template", "--done", "1", "--add", "--answers", "x"),
            "--done, --add, --answers doet niets bij --answers-template",
        ),
        (("duin", "-o", "uit.yaml"), "--answers-template"),
        (("duin", "--done", "1", "-o", "uit.yaml"), "--answers-template"),
        (("duin", "--add", "-o", "uit.yaml"), "--answers-template"),
        (("duin",), "--answers"),
        (("duin", "--add"), "--answers"),
    ],
)
def test_wrong_usage(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It says what is wrong, exits 2 and writes nothing; so it does where there is nobody to ask."""
    result = program("plan", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert [one for one in everything_under(Path.home()) if one.endswith(".yaml")] == []
    assert list(Path().iterdir()) == []


def test_off_a_terminal(process: Callable[..., Result], made: bytes) -> None:
    """It asks nothing of /dev/null, and still notes there that an action is done."""
    for more in ((), ("--add",)):
        result = process("plan", "duin", *more)
        assert (result.code, result.out) == (2, "")
        assert "--answers" in result.err
    assert cases.locate("duin").read_bytes() == made
    assert process("plan", "duin", "--done", "2").code == 0


def test_file_about_a_team(program: Program, write: Writer, answers: Path, nl: Wording) -> None:
    """It makes no plan in a file about a team, and notes nothing there."""
    answers.write_text(answers.read_text("utf-8").replace("micro", "meso"), "utf-8")
    assert program("reflect", "noord", "--answers", answers).code == 0
    before = cases.locate("noord").read_bytes()
    for more in (("--answers", write(without(PLAN, "title"))), ("--done", "1")):
        assert program("plan", "noord", *more).code == 1
    assert nl("weigh.not-a-case") in program("plan", "noord", "--answers", write(PLAN)).err
    assert cases.locate("noord").read_bytes() == before


def test_english(program: Program, write: Writer, en: Wording) -> None:
    """It speaks English when asked: what is done, what is left, and what is not there."""
    given = {**PLAN, "action-1.by": "next week Friday", "action-2.by": "in 2 weeks", "action-3.by": "yesterday"}
    given |= {"moment-next": "Tuesday", "evaluation-next": "4 December", "stuck-1.raised-when": "tomorrow"}
    result = program("--lang", "en", "plannen", "duin", "--answers", write(given))
    assert (result.code, result.out) == (0, "")
    assert there().text("action-1.by") == "2026-12-04"
    done = program("--lang", "en", "plan", "duin", "--done", "1")
    assert done.err.splitlines() == [en("plan.closed", ids="action-1"), en("plan.left", ids="action-2")]
    wrong = program("--lang", "en", "plan", "duin", "--done", "7")
    assert wrong.err.strip() == en("plan.no-action", given="7", known="action-2")
