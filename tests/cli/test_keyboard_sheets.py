"""Network, plan, exception and look-back at a real terminal: days and amounts shown back, a table that scrolls."""

from __future__ import annotations

import re
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.cli import wiring
from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.filled import TABLE, named
from doorbraak_cli.files import cases
from doorbraak_cli.flows.session import FINISH, REVIEW

if sys.platform == "win32":
    pytest.skip("needs a POSIX pseudo-terminal", allow_module_level=True)

from .conftest import flat
from .filler import Filler, sheets
from .person import SAY
from .terminal import DONE, DOWN, ENTER, KEYS_SHOWN, PAUSE, Terminal
from .weigher import CLEAR

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.case import Network, Plan, Value
    from doorbraak_cli.domain.pack import Pack

    from .conftest import Program

pytestmark = pytest.mark.terminal


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program write its files where nobody else's are."""
    monkeypatch.chdir(tmp_path)


def network_of(person: Filler) -> Network:
    found = cases.read(person.path).network
    assert found is not None
    return found


def plan_of(person: Filler) -> Plan:
    found = cases.read(person.path).plan
    assert found is not None
    return found


def pasted(text: str) -> str:
    """Give what a terminal sends for a text that is pasted."""
    return f"\x1b[200~{text}\x1b[201~".replace("\n", "\r")


def finishes(person: Filler, terminal: Terminal) -> None:
    """Answer all that is left, and round off."""
    person.answers_until(terminal, REVIEW)
    person.gives(terminal, FINISH)
    assert terminal.ends() == 0
    assert "Traceback" not in terminal.text()


def pointed(person: Filler, terminal: Terminal) -> str:
    """Give the row that is pointed at in the grid, which is on the screen with all that belongs around it."""
    grid = person.asked(TABLE).grid
    assert grid
    lines = terminal.lines()
    (row,) = (at for at, line in enumerate(lines) if line.startswith((" » ", " »[")))
    above, below = "\n".join(lines[:row]), "\n".join(lines[row:])
    assert [one for one in (*grid.groups, *grid.columns) if one not in above] == []
    assert SAY("sheet.table-done") in below
    assert KEYS_SHOWN[0] in below
    return lines[row]


LIST = "gezinscoach, lokaal team\n- Veilig Thuis\n\nbuurvrouw\n"
NETWORK: dict[str, Value] = {
    "party-2.statutory": "yes",
    "party-1.place": "core",
    "party-2.place": "background",
    "party-3.place": "missing",
    "coordinator": "one",
    "coordinator-who": "party-1",
    "contact": "party-3",
    "needed": ("party-1", "party-3"),
}


def test_a_whole_network(program: Program, pack: Pack) -> None:
    """It takes a pasted list, walks the table, goes back from the places to a cell, leaves a step, and keeps it all."""
    cells = ["party-1.safety", "party-2.statutory", "party-3.bond"]
    person = Filler.sits_down(sheets(pack).network(None), NETWORK, cells)
    with Terminal.start("network", "duin") as terminal:
        question = person.answers_until(terminal, "list")
        terminal.press(pasted(LIST), DONE)
        person.remember(question, LIST)
        assert person.waits(terminal).id == "party-4.role"
        terminal.sees(SAY("network.so-far", names="gezinscoach, lokaal team; Veilig Thuis; buurvrouw"))
        person.answers_until(terminal, "party-1.place")
        before = person.on_disk()
        assert "Antwoord op party-1.safety" in terminal.text()
        person.goes_back(terminal, TABLE)
        person.plan = ["party-1.safety"]
        person.answers(terminal)
        person.waits(terminal)
        terminal.sees("> Antwoord op party-1.safety")
        person.gives(terminal, "Belt elke avond.")
        person.answers_until(terminal, "party-1.place")
        changed = person.on_disk()
        assert {name for name in changed if changed[name] != before.get(name)} == {"party-1.safety"}
        terminal.sees("Belt elke avond.")
        person.answers_until(terminal, "at-table")
        person.leaves_step(terminal)
        assert person.waits(terminal).id == "goal"
        finishes(person, terminal)
    answers = network_of(person).by_id()
    assert named(answers, "party") == ("party-1", "party-2", "party-3")
    assert answers["at-table"].status == "skipped"
    assert answers["meeting-when"].value == "2026-12-09"
    assert answers["needed"].value == ("party-1", "party-3")
    assert "watch" in {name.partition(".")[2] for name in answers if name.startswith("party-2.")}
    out = program("summary", "duin").out
    assert "Belt elke avond." in out
    assert "Antwoord op party-3.bond" in out
    skipped = next(one.title.pick("nl") for one in pack.sheet("network") if one.id == "family")
    assert f"- {SAY('weighed.skipped')}: **{skipped}**" in out


def test_twenty_two_at_the_table(pack: Pack) -> None:
    """It scrolls through a table of twenty-two on an ordinary screen: each row and column can be reached and seen."""
    roles = [f"deelnemer nummer {number} met een lange naam" for number in range(1, 23)]
    last = "party-22.family-says"
    person = Filler.sits_down(sheets(pack).network(None), {"list": "\n".join(roles)})
    person.has_come_to(TABLE)
    grid = person.asked(TABLE).grid
    assert grid
    with Terminal.start("network", "duin") as terminal:
        person.waits(terminal)
        for number, role in enumerate(roles, start=1):
            terminal.sees(f"{role} · {grid.groups[0]} · {grid.columns[0]}: {SAY('sheet.empty')}")
            assert role[:9] in pointed(person, terminal)
            terminal.sees(SAY("prompt.place", number=number, total=22))
            terminal.press(DOWN)
        terminal.sees(f"»[{SAY('sheet.table-done')}]")
        for place, cell in enumerate(one.id for one in person.asked(TABLE).options if one.id.startswith("party-22.")):
            terminal.press(*person.keys_to(cell))
            terminal.sees(f"{roles[-1]} · {grid.groups[place > 2]} · {grid.columns[place]}: {SAY('sheet.empty')}")
            pointed(person, terminal)
        terminal.press(*person.keys_to(last), ENTER)
        person.remember(person.question, last)
        question = person.waits(terminal)
        assert question.id == last
        person.gives(terminal, "Die zeurt niet.")
        person.answers_until(terminal, TABLE)
        terminal.press(*person.keys_to(last))
        terminal.sees("Die zeurt niet.")
        person.gives(terminal, FINISH)
        assert person.waits(terminal).id == "party-1.place"
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    assert network_of(person).text(last) == "Die zeurt niet."


PLAN: dict[str, Value] = {
    "goal-1.what": "Weer samen eten",
    "action-1.what": "De huisbaas bellen",
    "action-1.goal": "goal-1",
    "action-1.by": "vrijdag",
    "action-1.status": "open",
    "procedure": "no",
    "rhythm": "two-weeks",
    "evaluation-next": "over 2 weken",
}


def test_a_whole_plan(program: Program, pack: Pack) -> None:
    """It shows days back before it keeps them, asks again for one that is none, and loses one answer at most."""
    person = Filler.sits_down(sheets(pack).plan(None), PLAN)
    friday = day_of("vrijdag", wiring.today())
    assert friday
    with Terminal.start("plan", "duin") as terminal:
        question = person.answers_until(terminal, "action-1.by")
        for text in ("31-2-2026", "ooit"):
            terminal.press(CLEAR, text, ENTER)
            terminal.sees(SAY("read.no-day"))
        assert "action-1.by" not in person.on_disk()
        terminal.press(CLEAR, "morgen", ENTER)
        terminal.is_asked(SAY("read.sure", value=SAY.weekday(wiring.today() + timedelta(days=1))))
        assert "action-1.by" not in person.on_disk()
        terminal.press(DOWN, ENTER)
        terminal.is_asked(question.text)
        terminal.press("vrijdag", ENTER)
        terminal.is_asked(f"Dat is {SAY.weekday(friday)}.")
        assert re.search(r"Dat is vrijdag \d{1,2} [a-z]+ \d{4}\.", terminal.text())
        terminal.press(ENTER)
        person.remember(question, "vrijdag")
        person.answers_until(terminal, "handover-1.what")
        assert person.on_disk()["action-1.by"].value == friday.isoformat()
        terminal.press("van crisisteam naar lok")
        terminal.sees("> van crisisteam naar lok")
        terminal.kill()
    assert person.on_disk() == dict(person.flow.answers(person.case))
    with Terminal.start("plan", "duin") as terminal:
        assert person.waits(terminal).id == "handover-1.what"
        finishes(person, terminal)
    assert plan_of(person).finished is not None
    assert SAY.day(friday) in program("summary", "duin", "--only", "plan").out


def test_an_action_more(pack: Pack) -> None:
    """It adds an action to a list that was ended, over a pause, and asks again how it stands when it is opened."""
    person = Filler.sits_down(sheets(pack).plan(None), PLAN)
    person.has_finished()
    before = person.on_disk()
    with Terminal.start("plan", "duin", "--add") as terminal:
        added = Filler.sits_down(sheets(pack).another_action(person.case), {"action-2.what": "Oma bellen"})
        terminal.is_asked(added.question.text)
        assert person.on_disk() == before  # nothing is opened again before something is answered
        added.gives(terminal, "Oma bellen")
        added.answers_until(terminal, "action-2.who")
        terminal.press("de oud", PAUSE)
        assert terminal.ends() == 130
        (command,) = re.findall(r"doorbraak (plan duin[^│]*)$", terminal.text())
    kept = person.on_disk()
    assert kept["action-2.what"].value == "Oma bellen"
    assert (kept["action-2.who"].status, kept["action-2.who"].value) == ("draft", "de oud")
    assert {name: kept[name] for name in before if name != "action-2.what"} == {
        name: one for name, one in before.items() if name != "action-2.what"
    }
    opened = Filler.sits_down(sheets(pack).plan(cases.read(person.path)), {"action-1.status": "done"})
    with Terminal.start(*command.split()) as terminal:
        asked = []
        while opened.question.id != REVIEW:
            question = opened.question
            terminal.is_asked(question.text)
            if question.id == "action-2.who":
                terminal.sees("> de oud")
            opened.remember(question, opened.type(terminal, question))
            asked.append(question.id)
        finishes(opened, terminal)
    assert asked[0] == "action-1.status"
    assert "action-2.who" in asked
    assert not {"action-1.what", "action-2.what", "goal-1.what"} & {*asked}
    assert plan_of(person).text("action-1.status") == "done"
    assert plan_of(person).text("action-2.what") == "Oma bellen"


def test_amounts(program: Program, pack: Pack) -> None:
    """It shows an amount back in the Dutch way before it keeps it, and asks again for what is none or another one."""
    picks: dict[str, Value] = {"cost-1.what": "Huur", "cost-1.each": "month"}
    person = Filler.sits_down(sheets(pack).justification(None), picks)
    question = person.has_come_to("cost-1.amount")
    with Terminal.start("justify", "duin") as terminal:
        person.waits(terminal)
        for text in ("1,250", "veel"):
            terminal.press(CLEAR, text, ENTER)
            terminal.sees(SAY("read.no-money"))
        terminal.press(CLEAR, "1.250", ENTER)
        terminal.is_asked("Dat is € 1.250,00.")
        terminal.press(DOWN, ENTER)
        terminal.is_asked(question.text)
        assert "cost-1.amount" not in person.on_disk()
        person.gives(terminal, "1.250,50")
        assert person.waits(terminal).id == "cost-1.each"
        assert person.on_disk()["cost-1.amount"].value == "1250.50"
        finishes(person, terminal)
    out = flat(program("summary", "duin", "--only", "justification").out)
    assert "€ 1.250,50" in out
    assert "€ 15.006,00" in out


def test_looking_back(program: Program, pack: Pack) -> None:
    """It shows nothing of what was expected before it was told what happened; then all of it, and both are kept."""
    expected = {"asked": "Een woning met voorrang", "expect": "Zij slapen door", "notice": "De post ligt open"}
    before = Filler.sits_down(sheets(pack).justification(None), expected)
    before.has_finished()
    (exception,) = before.case.justifications
    person = Filler.sits_down(sheets(pack).look_back(before.case, exception), {"happened": "De sleutel kwam"})
    with Terminal.start("look-back", "duin") as terminal:
        terminal.is_asked(person.question.text)
        person.remember(person.question, person.type(terminal, person.question))
        while person.question.id != "beside":
            person.waits(terminal)
            assert [text for text in expected.values() if text in terminal.everything()] == []
            person.answers(terminal)
        person.waits(terminal)
        shown = terminal.text()
        assert [text for text in expected.values() if text not in shown] == []
        finishes(person, terminal)
    out = program("summary", "duin", "--only", "look-back").out
    assert out.index("Zij slapen door") < out.index("De sleutel kwam")


def test_plain(program: Program, pack: Pack) -> None:
    """It asks a table by row and column and shows a day back in numbered lines, and refuses what is none."""
    picks: dict[str, Value] = {**NETWORK, "list": LIST, "meeting-when": "over 2 weken"}
    person = Filler.sits_down(sheets(pack).network(None), picks, ["party-2.statutory", "party-3.bond"])
    person.has_come_to(TABLE)
    with Terminal.start("network", "duin", "--plain", rows=60) as terminal:
        person.answers(terminal)
        person.waits(terminal)
        person.gives(terminal, "yes")
        person.answers_until(terminal, "party-1.place")
        person.goes_back(terminal, TABLE)
        person.gives(terminal, "party-3.bond")
        person.waits(terminal)
        person.gives(terminal, "Al jaren.")
        question = person.answers_until(terminal, "meeting-when")
        terminal.press("31-2-2026\r")
        terminal.sees(SAY("read.no-day"))
        terminal.press("morgen\r")
        terminal.is_asked(SAY("read.sure", value=SAY.weekday(wiring.today() + timedelta(days=1))))
        terminal.press("2\r")
        terminal.is_asked(question.text)
        person.gives(terminal, "over 2 weken")
        finishes(person, terminal)
    day = day_of("over 2 weken", wiring.today())
    assert day
    assert network_of(person).text("meeting-when") == day.isoformat()
    assert network_of(person).text("party-3.bond") == "Al jaren."
    assert SAY.day(day) in program("summary", "duin", "--for", "meeting").out
