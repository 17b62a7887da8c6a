"""A whole weighing at a real terminal: every answer on disk, every cell within reach, nothing decided for anybody."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain import filled
from doorbraak_cli.domain.filled import TABLE
from doorbraak_cli.files import cases
from doorbraak_cli.flows.session import FINISH, REVIEW

if sys.platform == "win32":
    pytest.skip("needs a POSIX pseudo-terminal", allow_module_level=True)

from .conftest import flat
from .person import SAY
from .terminal import BACK, DONE, DOWN, ENTER, KEYS_SHOWN, PAUSE, SKIP_STEP, WHY, Terminal
from .weigher import CLEAR, Weigher

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.case import Answer, Value, Weighing
    from doorbraak_cli.domain.pack import Pack

    from .conftest import Program

pytestmark = pytest.mark.terminal

SHORT: dict[str, Value] = {
    "depth": "short",
    "danger": "no",
    "member-1.role": "moeder",
    "member-1.heard": "said",
    "member-2.role": "oudste zoon",
    "member-2.heard": "not-asked",
    "option-1.what": "Logeren bij oma",
    "option-1.force": "voluntary",
    "option-1.blocked": "no",
    "choice": "option-1",
    "option-1.safety.short.stays": "no",
    "option-1.safety.short.differs": ("member-2",),
    "nothing.safety.short": "",
}
CELLS = ("option-1.safety.short", "nothing.safety.short", "nothing.rest")
"""One cell that differs for somebody, one that is not known, and the rest of an option."""

FULL: dict[str, Value] = {
    **SHORT,
    "depth": "full",
    "danger": "yes",
    "sign-1.what": "Een blauwe plek",
    "member-2.heard": "said-alone",
    "member-3.role": "jongste dochter",
    "member-3.heard": "estimated",
    "foundation-1.what": "Verblijfsrecht",
    "option-2.what": "Uithuisplaatsing",
    "option-2.force": "coercive",
    "option-2.blocked": "waiting-list",
    "about": ("member-1", "member-3"),
}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program write its files where nobody else's are."""
    monkeypatch.chdir(tmp_path)


def on_disk(person: Weigher) -> Weighing:
    return cases.read(person.path).weighings[-1]


def pointed(terminal: Terminal) -> str:
    """Give the cell that is pointed at in the grid, which has to be on the screen together with all around it."""
    lines = terminal.lines()
    (row,) = (at for at, line in enumerate(lines) if line.startswith((" » ", " »[")))
    (cell,) = re.findall(r"\[(.+?)\]", lines[row])
    above, below = "\n".join(lines[:row]), "\n".join(lines[row:])
    assert f"{SAY('weighing.safety')}  " in above
    assert f" {SAY('weighing.rest')}\n" in f"{above}\n"
    assert SAY("weighing.table-done") in below
    assert KEYS_SHOWN[0] in below
    return str(cell)


def points(person: Weigher, terminal: Terminal, cell: str) -> None:
    """Go to a cell in the grid, and see to it that it can be seen: where it is, how it is, and what it holds."""
    row, column = person.place_of(cell)
    grid = person.asked(TABLE).grid
    assert grid
    option = next(one for one in person.asked(TABLE).options if one.id == cell)
    group = next(
        (name for at, name in enumerate(grid.groups) if sum(grid.spans[:at]) <= column < sum(grid.spans[: at + 1]))
    )
    where = " · ".join(one for one in (grid.rows[row], group, grid.columns[column]) if one)
    terminal.press(*person.keys_to(cell))
    terminal.sees(f"{where}: {option.label} {flat(option.detail)}".strip())
    assert pointed(terminal) == option.label


def finishes(person: Weigher, terminal: Terminal) -> None:
    """Answer all that is left, and round off."""
    person.answers_until(terminal, REVIEW)
    person.gives(terminal, FINISH)
    assert terminal.ends() == 0
    assert "Traceback" not in terminal.text()


def test_a_whole_weighing(program: Program, pack: Pack) -> None:
    """It walks three members and three options, goes back from step 8 to a cell of step 7, and keeps all after it."""
    cells = ["nothing.safety.short", "option-1.safety.short", "option-2.livelihood.long", "option-2.rest"]
    person = Weigher.begins(pack, FULL, cells)
    cell, old = "option-1.safety.short", "Antwoord op option-1.safety.short"
    with Terminal.start("weigh", "duin") as terminal:
        person.answers_until(terminal, "held-back")
        before = person.on_disk()
        question = person.goes_back(terminal, "stepped-in")
        terminal.sees(f"> Antwoord op {question.id}")
        person.goes_back(terminal, TABLE)
        assert person.on_disk() == before
        points(person, terminal, cell)
        assert old in terminal.text()
        terminal.press(ENTER)
        person.remember(person.question, cell)
        person.waits(terminal)
        terminal.sees(f"> {old}")
        person.gives(terminal, "Bij oma slaapt hij, en niet thuis.")
        now = person.waits(terminal)
        assert now.id == f"{cell}.stays"
        changed = person.on_disk()
        leaning = {name for name in changed if changed[name].check}
        assert leaning == {f"{cell}.stays", f"{cell}.differs", f"{cell}.how.member-2"}
        assert {name: changed[name].value for name in leaning} == {name: before[name].value for name in leaning}
        assert {name: one for name, one in changed.items() if name not in {*leaning, cell}} == {
            name: one for name, one in before.items() if name not in {*leaning, cell}
        }
        while person.question.id != TABLE:
            terminal.press(DONE if person.waits(terminal).form == "text" else ENTER)  # as it stands
            person.remember(person.question, before[person.question.id].value)
        person.waits(terminal)
        assert person.on_disk() == {**before, cell: person.on_disk()[cell]}
        person.gives(terminal, FINISH)
        assert person.waits(terminal).id == "held-back"
        finishes(person, terminal)
    done = on_disk(person)
    assert done.finished is not None
    answers = done.by_id()
    assert answers == {name: one for name, one in person.flow.answers(person.case).items() if name in answers}
    assert not any(one.open for one in done.answers)
    assert filled.named(answers, "member") == ("member-1", "member-2", "member-3")
    assert filled.named(answers, "option") == ("option-1", "option-2")
    assert answers[cell].value == "Bij oma slaapt hij, en niet thuis."
    assert answers[f"{cell}.how.member-2"].value == f"Antwoord op {cell}.how.member-2"
    assert answers["stepped-in"].value == "Antwoord op stepped-in"
    out = program("summary", "duin").out
    assert "Bij oma slaapt hij, en niet thuis." in out
    assert old not in out.replace(f"{old}.", "")
    assert SAY("weighed.not-weighed") in out


WALK = ("title", "nothing.about", TABLE, "choice", REVIEW)
"""Where a walk is cut, so that its pieces can be walked beside each other."""


@pytest.mark.parametrize(("start", "end"), list(pairwise(WALK)))
def test_killed_after_each_answer(pack: Pack, start: str, end: str) -> None:
    """It has every answer on disk when the process is killed after each in turn, and resumes at the next question."""
    person = Weigher.begins(pack, SHORT, CELLS)
    person.has_come_to(start)
    rounds = 0
    while person.question.id != end:
        with Terminal.start("weigh", "duin") as terminal:
            if person.waits(terminal).grid and person.plan:
                person.answers(terminal)  # to pick a cell is no answer
            person.answers(terminal)
            person.waits(terminal)
            terminal.kill()
        assert person.on_disk() == dict(person.flow.answers(person.case))
        person.sits_down_again()
        rounds += 1
    assert rounds >= 8
    if end == REVIEW:
        with Terminal.start("weigh", "duin") as terminal:
            finishes(person, terminal)
        assert on_disk(person).finished is not None


def test_killed_in_the_middle_of_a_cell(pack: Pack) -> None:
    """It loses at most what was being typed when it is killed, and comes back to the grid."""
    person = Weigher.begins(pack, SHORT, CELLS)
    person.has_come_to(TABLE)
    with Terminal.start("weigh", "duin") as terminal:
        person.answers(terminal)
        person.waits(terminal)
        terminal.press("Half een")
        terminal.sees("> Half een")
        terminal.kill()
    person.sits_down_again()
    with Terminal.start("weigh", "duin") as terminal:
        assert person.waits(terminal).id == TABLE


def test_pause_in_a_cell(pack: Pack) -> None:
    """It keeps what was typed in a cell over a pause, asks that cell first, and then shows the grid again."""
    person = Weigher.begins(pack, SHORT, CELLS)
    person.has_come_to(TABLE)
    cell = CELLS[0]
    with Terminal.start("weigh", "duin") as terminal:
        person.answers(terminal)
        person.waits(terminal)
        terminal.press("Half een effect", PAUSE)
        assert terminal.ends() == 130
        assert "doorbraak weigh duin" in terminal.text()
    draft = person.on_disk()[cell]
    assert (draft.status, draft.value) == ("draft", "Half een effect")
    with Terminal.start("weigh", "duin") as terminal:
        terminal.sees(flat(SAY("weigh.resumed", title="Antwoord op title", date=SAY.day(on_disk(person).started)))[:60])
        terminal.is_asked(person.asked(cell).text)
        terminal.sees("> Half een effect")
        terminal.press(" en de rest", DONE)
        person.chosen = cell
        person.remember(person.question, "Half een effect en de rest")
        person.in_table = True
        person.answers_until(terminal, TABLE)
        points(person, terminal, cell)
        assert "Half een effect en de rest" in terminal.text()


def test_back_from_a_cell(pack: Pack) -> None:
    """It goes back from a cell to the grid, where that cell is told to be looked at, and in a cell step by step."""
    person = Weigher.begins(pack, SHORT, CELLS[:1])
    person.has_come_to(TABLE)
    cell = CELLS[0]
    with Terminal.start("weigh", "duin") as terminal:
        person.answers(terminal)
        person.waits(terminal)
        terminal.press("Begin", BACK)
        terminal.is_asked(person.asked(TABLE).text)
        assert person.on_disk()[cell].status == "draft"
        terminal.sees(f"{SAY('weighing.state.open')}")
        person.chosen = ""
        terminal.press(*person.keys_to(cell), ENTER)
        terminal.is_asked(person.asked(cell).text)
        terminal.press(" en eind", DONE)
        person.chosen, person.in_table = cell, True
        person.remember(person.question, "Begin en eind")
        person.answers_until(terminal, f"{cell}.differs")
        person.goes_back(terminal, f"{cell}.stays")
        person.goes_back(terminal, cell)
        terminal.press(DONE)
        person.remember(person.question, "Begin en eind")
        person.answers_until(terminal, TABLE)
        assert person.on_disk()[cell].value == "Begin en eind"


def test_skipping_steps(program: Program, pack: Pack) -> None:
    """It leaves the rest of a step on F4 with what was typed kept, and the summary tells which steps were skipped."""
    person = Weigher.begins(pack, FULL)
    person.has_come_to("housing.state")
    skipped = ["foundation", "table", "premortems", "contradiction"]
    with Terminal.start("weigh", "duin") as terminal:
        person.waits(terminal)
        person.leaves_step(terminal)
        assert person.waits(terminal).id == "cause"
        person.answers(terminal)
        person.waits(terminal)
        person.leaves_step(terminal, "Geen adres, geen geld")
        person.answers_until(terminal, "option-1.kind")
        person.leaves_step(terminal)
        for step in ("table", "stepped-in", "against-who"):
            assert person.waits(terminal).id == step
            person.leaves_step(terminal)
        assert person.waits(terminal).id == "choice"
        person.gives(terminal, "option-1")
        finishes(person, terminal)
    answers = on_disk(person).by_id()
    assert answers["keeps-going"].value == "Geen adres, geen geld"
    assert answers["connected"].status == "skipped"
    assert answers["option-1.force"].value == "voluntary"
    out = program("summary", "duin").out
    titles = [one.title.pick("nl") for one in pack.weighing if one.id in skipped]
    assert f"- {SAY('weighed.skipped')}: **{'; '.join(titles)}**" in out
    assert "Geen adres, geen geld" in out


def test_skipping_the_last_step(program: Program, pack: Pack) -> None:
    """It comes to the review when the last step is skipped, and then a choice was not made."""
    person = Weigher.begins(pack, SHORT)
    person.has_come_to("choice")
    with Terminal.start("weigh", "duin") as terminal:
        person.waits(terminal)
        person.leaves_step(terminal)
        assert person.waits(terminal).id == REVIEW
        finishes(person, terminal)
    assert on_disk(person).by_id()["choice"].status == "skipped"
    assert f"- {SAY('weighed.chosen')}: **{SAY('weighed.no-choice')}**" in program("summary", "duin").out


def test_skipping_a_step_with_a_day_that_is_none(pack: Pack) -> None:
    """It leaves a step in which, mended by hand, stands what would be refused, and asks nothing for ever."""
    person = Weigher.begins(pack, SHORT)
    person.has_come_to("share")
    text = person.path.read_text("utf-8")
    assert text.count('"2026-12-09"') == 1
    person.path.write_text(text.replace('"2026-12-09"', '"volgende week"'), "utf-8")
    with Terminal.start("weigh", "duin") as terminal:
        terminal.is_asked(person.asked("look-back").text)
        terminal.press(SKIP_STEP)
        terminal.until(lambda: SAY("review.ask")[:30] in terminal.text() or not terminal.child.isalive(), "the review")
        terminal.press(PAUSE)
        assert terminal.ends() == 130


THOUGHT = "Weg bij die vader, en snel"


def test_sealed_thought(pack: Pack) -> None:
    """It shows a first thought neither on going back nor in the review, and shows it beside the choice."""
    person = Weigher.begins(pack, {**FULL, "thought": THOUGHT, "member-2.role": "", "option-2.what": ""})
    person.has_come_to("member-1.role")
    with Terminal.start("weigh", "duin") as terminal:
        person.waits(terminal)
        person.goes_back(terminal, "measure-watch")
        person.gives(terminal, "Oma kijkt")
        assert person.waits(terminal).id == "member-1.role"
        assert THOUGHT not in terminal.everything()
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    person.has_come_to("choice")
    with Terminal.start("weigh", "duin") as terminal:
        person.waits(terminal)
        terminal.press(WHY)
        terminal.until(terminal.is_ready, "the prompt")
        assert THOUGHT not in terminal.everything()
        person.gives(terminal, "option-1")
        person.answers_until(terminal, "changed")
        assert SAY("weighing.thought-was", thought=THOUGHT) in terminal.text()
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    person.has_come_to(REVIEW)
    with Terminal.start("weigh", "duin", rows=120) as terminal:
        question = person.waits(terminal)
        shown = terminal.text()
        assert all(flat(one.label)[:60] in shown for one in question.options)
        assert THOUGHT not in terminal.everything()
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    assert on_disk(person).text("thought") == THOUGHT


@pytest.mark.parametrize("danger", ["yes", "no"])
def test_share_list(pack: Pack, danger: str) -> None:
    """It ticks what the family may read: no danger, nothing said apart, and no safety where somebody is in danger."""
    person = Weigher.begins(pack, {**FULL, "danger": danger}, ["nothing.safety.long"])
    person.has_come_to("share")
    with Terminal.start("weigh", "duin") as terminal:
        question = person.waits(terminal)
        shown = [found for line in terminal.lines() if (found := re.match(r" [ »] ([●○]) (.+)", line))]
        ticks = {str(found[2]): str(found[1]) for found in shown}
        off = {"danger", "member-2", "differ"} | ({"safety"} if danger == "yes" else set())
        assert ticks == {one.label: "○" if one.id in off else "●" for one in question.options}
        assert off | {"safety", "member-1", "member-3", "choice"} <= {one.id for one in question.options}
        terminal.press(ENTER)
        person.remember(question, tuple(one.id for one in question.options if one.id not in off))
        person.waits(terminal)


MANY: dict[str, Value] = {
    **SHORT,
    **{f"member-{number}.role": f"gezinslid nummer {number}" for number in range(1, 7)},
    **{f"member-{number}.heard": "not-asked" for number in range(1, 7)},
    **{f"option-{number}.what": f"Optie die {number} heet, met een lange naam" for number in range(1, 12)},
    **{f"option-{number}.blocked": "no" for number in range(1, 12)},
    **{f"option-{number}.force": "voluntary" for number in range(1, 12)},
}


def test_twelve_options_and_six_members(pack: Pack) -> None:
    """It stays usable on an ordinary screen: any cell in sight, the same for all, or not, and the rest left."""
    picks: dict[str, Value] = {
        **MANY,
        "nothing.safety.short": "Dan blijft het zo.",
        "option-11.development.long.differs": ("member-1", "member-6"),
    }
    cells = ["option-11.development.long", "nothing.safety.short", "option-6.livelihood.long", "option-11.rest"]
    person = Weigher.begins(pack, picks, cells)
    person.has_come_to(TABLE)
    with Terminal.start("weigh", "duin") as terminal:
        for cell in cells:
            assert flat(person.waits(terminal).text) in terminal.text()
            points(person, terminal, cell)
            assert flat(person.question.text) in terminal.text()
            terminal.press(ENTER)
            person.remember(person.question, cell)
            while person.question.id != TABLE:
                question = person.waits(terminal)
                shown = terminal.text()
                assert flat(question.text) in shown
                assert all(one.label in shown for one in question.options)
                person.answers(terminal)
        person.waits(terminal)
        for row in range(12):
            terminal.press(*person.keys_to("nothing.safety.short"), *[DOWN] * row)
            terminal.sees(
                f"{person.question.grid.rows[row] if person.question.grid else ''} · {SAY('weighing.safety')}"
            )
            pointed(terminal)
        person.gives(terminal, FINISH)
        question = person.waits(terminal)
        assert question.id == "choice"
        assert flat(question.text) in terminal.text()
        person.answers_until(terminal, "share")
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    answers = on_disk(person).by_id()
    assert answers["nothing.safety.short.differs"].value is None
    assert answers["option-11.development.long.differs"].value == ("member-1", "member-6")
    assert answers["option-11.development.long.how.member-6"].value
    assert answers["option-6.livelihood.long"].value
    assert answers["option-11.rest"].value
    assert "option-11.safety.short" not in answers


def test_plain(program: Program, pack: Pack) -> None:
    """It walks the same short weighing in numbered lines, with a cell picked by row and column, and back to one."""
    person = Weigher.begins(pack, SHORT, CELLS)
    with Terminal.start("weigh", "duin", "--plain") as terminal:
        person.answers_until(terminal, "choice")
        person.goes_back(terminal, TABLE)
        person.gives(terminal, CELLS[0])
        person.waits(terminal)
        terminal.sees(SAY("prompt.now", answer=f"Antwoord op {CELLS[0]}"))
        person.gives(terminal, "Anders dan eerst")
        while person.question.id != TABLE:
            person.waits(terminal)
            value = person.draft_of(person.question)
            terminal.press("\r")
            person.remember(person.question, value)
        person.waits(terminal)
        person.gives(terminal, FINISH)
        finishes(person, terminal)
    assert on_disk(person).finished is not None
    assert "Anders dan eerst" in program("summary", "duin").out


def test_plain_step_left(pack: Pack) -> None:
    """It leaves the rest of a step in numbered lines too."""
    person = Weigher.begins(pack, SHORT, CELLS[:1])
    person.has_come_to("member-1.heard")
    with Terminal.start("weigh", "duin", "--plain") as terminal:
        person.waits(terminal)
        person.leaves_step(terminal)
        assert person.waits(terminal).id == "nothing.about"
        person.answers_until(terminal, TABLE)
        person.answers(terminal)
        person.waits(terminal)
        person.leaves_step(terminal)
        assert person.waits(terminal).id == "choice"


def test_plain_day(pack: Pack) -> None:
    """It says in plain lines that a day is none, not that Enter would keep it, and takes one that is a day."""
    person = Weigher.begins(pack, SHORT)
    person.has_come_to("look-back")
    with Terminal.start("weigh", "duin", "--plain", rows=60) as terminal:
        person.waits(terminal)
        terminal.press("volgende week\r")
        terminal.sees(SAY("read.no-day"))
        terminal.until(terminal.is_ready, "the prompt")
        assert SAY("prompt.plain-keep") not in terminal.text()
        person.gives(terminal, "9 december 2026")
        assert person.waits(terminal).id == "share"


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize(("text", "kept"), [("9-12-2026", "2026-12-09"), ("9 dec, of la", "9 dec, of la")])
def test_pause_in_a_day(pack: Pack, text: str, kept: str, plain: bool) -> None:
    """It keeps a day that was being typed over a pause as the day it is, and what is none yet as it was typed."""
    person = Weigher.begins(pack, SHORT)
    person.has_come_to("look-back")
    with Terminal.start("weigh", "duin", *(["--plain"] if plain else [])) as terminal:
        person.waits(terminal)
        terminal.press(text)
        terminal.sees(f"> {text}")
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    draft = person.on_disk().get("look-back")
    assert draft is not None
    assert (draft.status, draft.value) == ("draft", kept)


def test_no_day(pack: Pack) -> None:
    """It says what is no day and how to write one, and goes on with one that is."""
    person = Weigher.begins(pack, SHORT)
    person.has_come_to("look-back")
    with Terminal.start("weigh", "duin") as terminal:
        person.waits(terminal)
        terminal.press("volgende week", ENTER)
        terminal.sees(SAY("read.no-day"))
        assert "look-back" not in person.on_disk()
        terminal.press(CLEAR)
        person.gives(terminal, "woensdag 9 dec. 2026")
        assert person.flow.answers(person.case)["look-back"].value == "2026-12-09"
        assert person.waits(terminal).id == "share"


def test_alternative(pack: Pack) -> None:
    """It asks for an alternative beside a compulsory measure before it goes on."""
    person = Weigher.begins(pack, {**SHORT, "option-1.force": "coercive"})
    person.has_come_to("option-2.what")
    with Terminal.start("weigh", "duin") as terminal:
        question = person.waits(terminal)
        assert SAY("weighing.alternative") == question.lead
        assert flat(question.lead) in terminal.text()
        terminal.press(ENTER)
        terminal.sees(SAY("prompt.required"))
        person.gives(terminal, "Hulp thuis")
        assert person.waits(terminal).id == "option-2.about"


def test_step_without_the_alternative(program: Program, pack: Pack) -> None:
    """It lets a step be left without the alternative, asks for it no more, and the summary says that it is missing."""
    person = Weigher.begins(pack, {**SHORT, "option-1.force": "coercive"})
    person.has_come_to("option-2.what")
    with Terminal.start("weigh", "duin") as terminal:
        person.waits(terminal)
        person.leaves_step(terminal)
        assert person.waits(terminal).id == TABLE
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    with Terminal.start("weigh", "duin") as terminal:
        assert person.waits(terminal).id == TABLE
        finishes(person, terminal)
    assert SAY("weighed.only-coercive") in program("summary", "duin").out


def test_review(program: Program, pack: Pack) -> None:
    """It changes an answer in the review, a cell by way of the table, and is rounded off."""
    person = Weigher.begins(pack, SHORT, CELLS)
    person.has_come_to(REVIEW)
    with Terminal.start("weigh", "duin") as terminal:
        person.waits(terminal)
        person.gives(terminal, "because")
        person.waits(terminal)
        terminal.sees("> Antwoord op because")
        person.gives(terminal, "Omdat oma het wil")
        person.waits(terminal)
        person.gives(terminal, TABLE)
        person.waits(terminal)
        points(person, terminal, "nothing.safety.short")
        terminal.press(ENTER)
        person.remember(person.question, "nothing.safety.short")
        person.waits(terminal)
        person.gives(terminal, "Toch geweten")
        assert person.waits(terminal).id == "nothing.safety.short.stays"
        person.answers_until(terminal, TABLE)
        person.gives(terminal, FINISH)
        assert person.waits(terminal).id == REVIEW
        person.gives(terminal, FINISH)
        assert terminal.ends() == 0
    done = on_disk(person)
    assert done.finished is not None
    assert done.text("because") == "Omdat oma het wil"
    assert done.text("nothing.safety.short") == "Toch geweten"
    out = program("summary", "duin").out
    assert "Toch geweten" in out
    assert "Omdat oma het wil" in out


def test_chosen_option_taken_away(program: Program, pack: Pack) -> None:
    """It asks for the choice again when the option that was chosen is taken away, and tells what was said of that."""
    picks: dict[str, Value] = {**SHORT, "option-2.what": "Hulp thuis", "option-2.force": "voluntary"}
    person = Weigher.begins(pack, picks, CELLS)
    person.has_come_to(REVIEW)
    with Terminal.start("weigh", "duin") as terminal:
        person.waits(terminal)
        person.gives(terminal, "option-1.what")
        person.waits(terminal)
        person.gives(terminal, None)
        question = person.waits(terminal)
        assert question.id == "choice"
        assert [one.id for one in question.options] == ["nothing", "option-2"]
        terminal.press(DOWN, ENTER)
        person.remember(question, "option-2")
        finishes(person, terminal)
    assert on_disk(person).text("choice") == "option-2"
    out = program("summary", "duin").out
    assert f"- {SAY('weighed.chosen')}: **Hulp thuis**" in out
    assert f"### {SAY('weighed.aside')}" in out
    assert "Antwoord op option-1.safety.short" in out


def finished(pack: Pack, picks: dict[str, Value], cells: tuple[str, ...] = ()) -> Weigher:
    """Put a case on disk with a weighing that was finished."""
    person = Weigher.begins(pack, picks, cells)
    person.has_come_to(REVIEW)
    with cases.held(person.path) as file:
        file.save(person.flow.finish(person.case))
    return person


def deepened(pack: Pack) -> tuple[Weigher, dict[str, Answer]]:
    """Give somebody who is about to deepen the short weighing that is on disk, and what stands in that."""
    person = finished(pack, SHORT, CELLS)
    before = person.on_disk()
    depth = person.asked("depth")
    person.remember(depth, "full")
    return person, before


def test_deepening(program: Program, pack: Pack) -> None:
    """It deepens a short weighing: only what was not asked yet, all that stands kept, paused and gone on with."""
    person, before = deepened(pack)
    with Terminal.start("weigh", "duin", "--deepen") as terminal:
        terminal.sees(
            flat(SAY("weigh.deepened", title="Antwoord op title", date=SAY.day(on_disk(person).started)))[:50]
        )
        terminal.is_asked(person.question.text)
        assert person.question.id == "housing.state"
        person.remember(person.question, person.type(terminal, person.question))
        person.answers_until(terminal, "keeps-going")
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    with Terminal.start("weigh", "duin") as terminal:
        assert person.waits(terminal).id == "keeps-going"
        asked = []
        while person.question.id != REVIEW:
            asked.append(person.answers(terminal).id)
        finishes(person, terminal)
    assert [one for one in asked if one in before] == []
    assert {"stepped-in", "held-back", "against"} <= {*asked}
    case = cases.read(person.path)
    (one,) = case.weighings
    assert one.finished is not None
    after = person.on_disk()
    assert {name: after[name] for name in before if name != "depth"} == {
        name: answer for name, answer in before.items() if name != "depth"
    }
    assert after["depth"].value == "full"
    assert SAY("weighed.depth.full") in program("summary", "duin").out


def test_deepening_stopped_at_once(pack: Pack) -> None:
    """It says how to go on deepening when somebody stops before the first answer, and begins no other weighing."""
    person, _ = deepened(pack)
    with Terminal.start("weigh", "duin", "--deepen") as terminal:
        terminal.is_asked(person.question.text)
        terminal.press(PAUSE)
        assert terminal.ends() == 130
        command = re.findall(r"doorbraak (weigh duin[^│]*)$", terminal.text())
    with Terminal.start(*command[0].split()) as terminal:
        terminal.is_asked(person.question.text)
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    assert len(cases.read(person.path).weighings) == 1


def test_editing(pack: Pack) -> None:
    """It opens a finished weighing at the list of all answers, changes one, and closes it again as the same one."""
    person = finished(pack, SHORT, CELLS)
    with Terminal.start("weigh", "duin", "--edit") as terminal:
        assert person.waits(terminal).id == REVIEW
        person.gives(terminal, "because")
        assert person.waits(terminal).id == "because"
        person.gives(terminal, "Toch om iets anders.")
        finishes(person, terminal)
    (one,) = cases.read(person.path).weighings
    assert one.finished is not None
    assert one.text("because") == "Toch om iets anders."


def test_nothing_to_edit() -> None:
    """It says so where nothing was weighed, and makes nothing."""
    with Terminal.start("weigh", "geen", "--edit", columns=300) as terminal:
        assert terminal.ends() == 1
        assert SAY("weigh.nothing-to-edit") in terminal.text()
    assert not cases.locate("geen").exists()


def test_nothing_to_deepen(pack: Pack) -> None:
    """It says so where there is no weighing, or one that went through every step already, and leaves it alone."""
    with Terminal.start("weigh", "geen", "--deepen", columns=300) as terminal:
        assert terminal.ends() == 1
        assert SAY("weigh.nothing-to-deepen") in terminal.text()
    person = finished(pack, {**FULL, "depth": "full"})
    before = person.path.read_bytes()
    with Terminal.start("weigh", "duin", "--deepen", columns=300) as terminal:
        assert terminal.ends() == 1
        assert SAY("weigh.deep-already") in terminal.text()
    assert person.path.read_bytes() == before
    assert [one.name for one in cases.home().iterdir() if one.suffix == ".yaml"] == ["duin.yaml"]


@pytest.mark.parametrize("depth", ["short", "full"])
def test_depth_as_an_option(pack: Pack, depth: str) -> None:
    """It asks nothing about a depth that was given, shows how long the walk is, and keeps to it."""
    person = Weigher.begins(pack, {})
    person.remember(person.asked("depth"), depth)
    person.path = cases.locate("duin")
    total = sum(one.short or depth == "full" for one in pack.weighing if one.id != "since")
    with Terminal.start("weigh", "duin", "--depth", depth) as terminal:
        terminal.is_asked(person.question.text)
        person.remember(person.question, person.type(terminal, person.question))
        person.answers_until(terminal, "danger")
        assert SAY("sheet.heading", number=1, total=total, step=pack.weighing[0].title.pick("nl")) in terminal.text()
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    other = {"short": "full", "full": "short"}[depth]
    with Terminal.start("weigh", "duin", "--depth", other) as terminal:
        assert terminal.ends() == 2
        assert flat(SAY("weigh.other-depth"))[:60] in terminal.text()
    with Terminal.start("weigh", "duin", "--depth", depth.upper()) as terminal:
        assert person.waits(terminal).id == "danger"


def test_depth_of_a_weighing_that_has_none_yet(pack: Pack) -> None:
    """It takes a depth for an open weighing in which it was not asked yet: there is no other to refuse it for."""
    person = Weigher.begins(pack, SHORT)
    person.has_come_to("with")
    with Terminal.start("weigh", "duin", "--depth", "short") as terminal:
        terminal.is_asked(person.question.text)
        person.remember(person.question, person.type(terminal, person.question))
        terminal.is_asked(pack.weighing[0].fields[0].text.pick("nl"))


def test_new_beside_an_open_one(pack: Pack) -> None:
    """It begins a new weighing when asked, which takes the place of the open one; that stays as it was."""
    person = Weigher.begins(pack, SHORT)
    person.has_come_to("member-2.age")
    first = on_disk(person)
    again = Weigher.begins(pack, {**SHORT, "depth": "full"}, case=person.case)
    with Terminal.start("weigh", "duin", "--new") as terminal:
        terminal.sees(flat(SAY("weigh.again", title="Antwoord op title", date=SAY.day(first.started)))[:60])
        terminal.is_asked(again.question.text)
        again.remember(again.question, again.type(terminal, again.question))
        again.answers_until(terminal, "member-1.role")
        terminal.sees("> moeder")
        assert again.question.id == "member-1.role"
        terminal.press(ENTER)
        again.remember(again.question, "moeder")
        again.waits(terminal)
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    old, new = cases.read(person.path).weighings
    assert old == first.model_copy(update={"superseded_by": new.id})
    assert (new.supersedes, new.superseded_by) == (old.id, None)
    with Terminal.start("weigh", "duin") as terminal:
        again.sits_down_again()
        again.waits(terminal)


def test_new_one_stopped_at_once(pack: Pack) -> None:
    """It changes nothing of a case when somebody stops a new weighing before the first answer."""
    person = finished(pack, SHORT, CELLS)
    before = person.path.read_bytes()
    with Terminal.start("weigh", "duin", "--new") as terminal:
        terminal.is_asked(person.asked("with").text)
        terminal.press(PAUSE)
        assert terminal.ends() == 130
    assert person.path.read_bytes() == before


def test_weighing_again(pack: Pack) -> None:
    """It asks first what came of the choice that was made before, and takes along who lives there."""
    person = finished(pack, SHORT, CELLS)
    again = Weigher.begins(pack, SHORT, case=cases.read(person.path))
    with Terminal.start("weigh", "duin") as terminal:
        terminal.is_asked(again.question.text)
        again.remember(again.question, again.type(terminal, again.question))
        again.answers_until(terminal, "seen-done")
        again.answers_until(terminal, "member-1.role")
        terminal.sees("> moeder")
        terminal.press(PAUSE)
        assert terminal.ends() == 130


def test_nothing_kept() -> None:
    """It leaves nothing behind when somebody stops before the first answer."""
    with Terminal.start("weigh", "duin") as terminal:
        terminal.is_asked(SAY("ask.title.micro"))
        terminal.press(PAUSE)
        assert terminal.ends() == 130
        assert SAY("reflect.nothing-kept") in terminal.text()
    assert list(cases.home().iterdir()) == []


def test_english(pack: Pack) -> None:
    """It asks in English when told to, and says in that language how to go on."""
    with Terminal.start("--lang", "en", "weging", "duin", "--depth", "short") as terminal:
        for text in ("Duin", "Er is ruzie"):
            terminal.until(terminal.is_ready, "a prompt")
            terminal.press(text, ENTER if text == "Duin" else DONE)
            terminal.sees(f"> {text}")
            terminal.until(terminal.is_ready, "a prompt")
        terminal.press(ENTER)
        terminal.sees(pack.weighing[0].fields[0].text.pick("en"))
        assert pack.weighing[0].title.pick("en") in terminal.text()
        terminal.press(PAUSE)
        assert terminal.ends() == 130
        assert "doorbraak --lang=en weigh duin" in terminal.text()
