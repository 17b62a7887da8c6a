"""A whole reflection at a real terminal: every answer on disk, whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.links import aids_for, recommendations_for
from doorbraak_cli.files import cases

if sys.platform == "win32":
    pytest.skip("needs a POSIX pseudo-terminal", allow_module_level=True)

from .conftest import flat
from .person import SAY, Person
from .terminal import BACK, DONE, DOWN, ENTER, UP, WHY, Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.question import ReflectionQuestion

    from .conftest import Program

pytestmark = pytest.mark.terminal


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program write its files where nobody else's are."""
    monkeypatch.chdir(tmp_path)


def test_a_whole_micro_reflection(pack: Pack) -> None:
    """It goes through all 19 questions, back twice, pauses, resumes where it was, is reviewed, and finishes."""
    person = Person.new(pack, level="micro", selection="all", **{"ra-micro-2.next": "", "bk-micro-1": "not-applicable"})
    with Terminal.start("reflect", "duin") as terminal:
        while person.question.id != "ra-micro-1.evidence":
            person.answers(terminal)
        person.waits(terminal)
        terminal.press(BACK)
        terminal.is_asked(person.flow.path(person.case)[7].text)
        terminal.press(BACK)
        terminal.is_asked(person.flow.path(person.case)[6].text)
        terminal.press(UP, ENTER)
        again = next(one for one in person.flow.path(person.case) if one.id == "ra-micro-1.a")
        person.remember(again, "hardly")
        person.waits(terminal)
        terminal.press("Half een antwoord", "\x03")
        assert terminal.ends() == 130
        assert "doorbraak reflect duin" in terminal.text()
    assert person.on_disk()["ra-micro-1.evidence"].status == "draft"
    with Terminal.start("reflect", "duin") as terminal:
        terminal.sees("Je gaat verder met de terugblik op Antwoord op title")
        question = person.question
        terminal.is_asked(question.text)
        terminal.press(" en de rest", DONE)
        person.remember(question, "Half een antwoord en de rest")
        while person.question.id != "review":
            person.answers(terminal)
        person.waits(terminal)
        terminal.press(ENTER)
        assert terminal.ends() == 0
        assert "doorbraak summary duin" in terminal.text()
    done = cases.read(person.path).reflections[0]
    assert done.finished is not None
    assert dict(done.by_id()) == {
        name: one for name, one in person.flow.answers(person.case).items() if name in done.by_id()
    }
    assert len({one.id.partition(".")[0] for one in done.answers if "-micro-" in one.id}) == 19


def test_killed_after_each_answer(pack: Pack) -> None:
    """It has every earlier answer on disk when the process is killed after each answer in turn."""
    person = Person.new(pack, level="micro", selection="pick")
    rounds = 0
    while person.question.id != "review":
        with Terminal.start("reflect", "duin") as terminal:
            question = person.waits(terminal)
            if question.id == "questions":
                terminal.press(*[DOWN] * 4, " ", ENTER)
                person.remember(question, ("ra-micro-5",))
            else:
                person.remember(question, person.type(terminal, question))
            person.waits(terminal)
            terminal.kill()
        assert person.on_disk() == dict(person.flow.answers(person.case))
        rounds += 1
    assert rounds == 12


def test_killed_in_the_middle_of_an_answer(pack: Pack) -> None:
    """It loses at most the answer that was being typed."""
    person = Person.new(pack, level="micro")
    with Terminal.start("reflect", "duin") as terminal:
        while person.question.id != "situation":
            person.answers(terminal)
        person.waits(terminal)
        terminal.press("Half een zin")
        terminal.sees("Half een zin")
        terminal.kill()
    assert person.on_disk() == dict(person.flow.answers(person.case))
    with Terminal.start("reflect", "duin") as terminal:
        person.answers(terminal)
        person.waits(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_window_closed(pack: Pack, number: signal.Signals) -> None:
    """It keeps everything and lets go of the case when the window is closed or the machine stops."""
    person = Person.new(pack, level="micro")
    with Terminal.start("reflect", "duin") as terminal:
        while person.question.id != "role":
            person.answers(terminal)
        question = person.waits(terminal)
        terminal.press("de buur")
        terminal.sees("de buur")
        os.kill(terminal.child.pid, number)
        assert terminal.ends() == 130
        assert "Traceback" not in terminal.text()
    with Terminal.start("reflect", "duin") as terminal:
        terminal.is_asked(question.text)
        terminal.press("man", ENTER)
        person.remember(question, "de buurman")
        person.waits(terminal)


def stopped_or_asks(terminal: Terminal) -> bool:
    return not terminal.child.isalive() or "Wat speelt er" in terminal.text()


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_right_after_an_answer(pack: Pack, number: signal.Signals, plain: bool) -> None:
    """It keeps an answer when it is stopped between the key that gives it and the next question."""
    for delay in (0.0, 0.003, 0.01, 0.03):
        person = Person.new(pack, level="micro")
        name = f"duin-{delay}"
        person.path = cases.locate(name)
        with Terminal.start("reflect", name, "--level", "micro", *(["--plain"] if plain else [])) as terminal:
            terminal.sees("Hoe noem je deze casus?")
            terminal.until(lambda screen=terminal: ">" in screen.text(), "the prompt")  # type: ignore[misc]
            time.sleep(0.2)
            terminal.press("Gezin Duin")
            terminal.sees("> Gezin Duin")
            terminal.press(ENTER)
            time.sleep(delay)
            os.kill(terminal.child.pid, number)
            # A signal may come just as the system begins to wait for the next line: then it is heard at the next key.
            terminal.until(lambda screen=terminal: stopped_or_asks(screen), "an end")  # type: ignore[misc]
            time.sleep(0.1)
        kept = person.on_disk().get("title")
        assert kept is not None, (delay, terminal.text())
        assert kept.value == "Gezin Duin"


def test_plain_keeps_the_line_being_typed(pack: Pack) -> None:
    """It keeps a line that was not ended, too, where lines are read one by one."""
    person = Person.new(pack, level="micro")
    with Terminal.start("reflect", "duin", "--level", "micro", "--plain") as terminal:
        terminal.sees("Hoe noem je deze casus?")
        terminal.press("Duin\r")
        terminal.sees("Wat speelt er")
        terminal.press("eerste regel\r", "tweede halve")
        terminal.sees("tweede halve")
        terminal.press("\x03")
        assert terminal.ends() == 130
    draft = person.on_disk()["situation"]
    assert (draft.status, draft.value) == ("draft", "eerste regel\ntweede halve")


def test_terminal_gone(pack: Pack) -> None:
    """It keeps everything, and what was being typed, when the terminal itself is gone."""
    person = Person.new(pack, level="micro")
    with Terminal.start("reflect", "duin") as terminal:
        while person.question.id != "situation":
            person.answers(terminal)
        person.waits(terminal)
        terminal.press("Half een zin")
        terminal.sees("Half een zin")
        terminal.take_away()
    draft = person.on_disk()["situation"]
    assert (draft.status, draft.value) == ("draft", "Half een zin")


def test_two_sessions_on_one_case(pack: Pack) -> None:
    """It tells the second session that the case is open elsewhere, and leaves the first undisturbed."""
    person = Person.new(pack, level="micro")
    with Terminal.start("reflect", "duin") as first:
        person.answers(first)
        person.waits(first)
        with Terminal.start("reflect", "duin") as second:
            assert second.ends() == 1
            assert "staat al open in een ander venster" in second.text()
        person.answers(first)
        person.waits(first)


def test_changed_on_disk_meanwhile(pack: Pack) -> None:
    """It keeps both versions when the file was changed elsewhere, and says where."""
    person = Person.new(pack, level="micro")
    with Terminal.start("reflect", "duin") as terminal:
        person.answers(terminal)
        person.answers(terminal)
        question = person.waits(terminal)
        elsewhere = person.path.read_text("utf-8").replace("Antwoord op title", "Van elders")
        person.path.write_text(elsewhere, "utf-8")
        terminal.press("Van hier", DONE)
        assert terminal.ends() == 1
        kept = list(person.path.parent.glob("duin.*.yaml"))
        assert len(kept) == 1
        assert kept[0].name in terminal.text().replace(" ", "")
    assert question.id == "situation"
    assert person.path.read_text("utf-8") == elsewhere
    ours = cases.read(kept[0])
    assert (ours.title, ours.situation) == ("Antwoord op title", "Van hier")


def most_helped(pack: Pack) -> ReflectionQuestion:
    """Give the micro question to choose a word at that has the most recommendations and aids beside it."""

    def helps(one: ReflectionQuestion) -> int:
        found = recommendations_for(one, pack)
        return len(found) + len(aids_for(found, pack))

    return max((one for one in pack.select(level="micro") if one.kind == "extent"), key=helps)


@pytest.mark.parametrize("rows", [24, 60])
def test_why_without_leaving(pack: Pack, rows: int) -> None:
    """It shows why a question is asked and what helps with it, in full where there is room, and stays at it."""
    one = most_helped(pack)
    person = Person.new(pack, level="micro", principles=(one.principle,), selection="pick", questions=(one.id,))
    person.has_come_to(one.field_id(one.fields[0]))
    with Terminal.start("reflect", "duin", rows=rows) as terminal:
        question = person.waits(terminal)
        terminal.press(WHY)
        terminal.sees(flat(question.why))
        terminal.until(terminal.is_ready, "the prompt")
        shown = terminal.text()
        recommendations = recommendations_for(one, pack)
        aids = aids_for(recommendations, pack)
        assert len(recommendations) > 1
        assert aids
        titles = [*(each.title for each in recommendations), *(each.title for each in aids)]
        assert all(title.pick("nl") in shown for title in titles)
        assert all(f"doorbraak aid {each.id}" in shown for each in aids)
        assert all(option.label in shown for option in question.options)
        assert (flat(recommendations[-1].gist.pick("nl")) in shown) == (rows == 60)
        person.remember(question, person.type(terminal, question))
        person.waits(terminal)


def test_bottlenecks_of_a_weak_answer(program: Program, pack: Pack) -> None:
    """It asks after "nauwelijks" what was in the way; what was ticked, and no more, stands in the summary."""
    first, second, third = pack.bottlenecks[0], pack.bottlenecks[2], pack.bottlenecks[-1]
    setup: dict[str, Value] = {"level": "micro", "principles": ("radicaal-aansluiten",), "selection": "pick"}
    person = Person.new(pack, **setup, questions=("ra-micro-5",), **{"ra-micro-5": "hardly"})
    person.has_come_to("ra-micro-5.bottlenecks")
    with Terminal.start("reflect", "duin") as terminal:
        question = person.waits(terminal)
        assert question.text == SAY("ask.bottlenecks")
        assert [option.id for option in question.options] == [one.id for one in pack.bottlenecks]
        terminal.press(" ", DOWN, DOWN, " ", ENTER)
        person.remember(question, (first.id, second.id))
        terminal.sees(second.title.pick("nl"))
        while person.question.id != "review":
            person.answers(terminal)
        person.waits(terminal)
        terminal.press(ENTER)
        assert terminal.ends() == 0
    told = flat(program("summary", "duin").out).partition(f"## {SAY('summary.bottlenecks')}")[2].partition(" ## ")[0]
    assert first.title.pick("nl") in told
    assert second.title.pick("nl") in told
    assert third.title.pick("nl") not in told


def test_no_bottlenecks_of_a_strong_answer(program: Program, pack: Pack) -> None:
    """It asks nothing about what was in the way after "grotendeels", and the summary has no such part."""
    setup: dict[str, Value] = {"level": "micro", "principles": ("radicaal-aansluiten",), "selection": "pick"}
    person = Person.new(pack, **setup, questions=("ra-micro-5",), **{"ra-micro-5": "largely"})
    person.has_come_to("ra-micro-5.evidence")
    with Terminal.start("reflect", "duin") as terminal:
        person.answers(terminal)
        terminal.is_asked(SAY("ask.next"))
        while person.question.id != "review":
            person.answers(terminal)
        person.waits(terminal)
        assert SAY("ask.bottlenecks") not in terminal.text()
        terminal.press(ENTER)
        assert terminal.ends() == 0
    assert f"## {SAY('summary.bottlenecks')}" not in program("summary", "duin").out


def test_bottlenecks_go_with_the_word(pack: Pack) -> None:
    """It asks about bottlenecks once somebody goes back to a stronger word and makes it weak, and not before."""
    setup: dict[str, Value] = {"level": "micro", "principles": ("radicaal-aansluiten",), "selection": "pick"}
    person = Person.new(pack, **setup, questions=("ra-micro-5",), **{"ra-micro-5": "largely"})
    person.has_come_to("ra-micro-5.next")
    with Terminal.start("reflect", "duin") as terminal:
        person.waits(terminal)
        terminal.press(BACK)
        terminal.is_asked(SAY("ask.evidence.micro"))
        terminal.press(BACK)
        again = next(one for one in person.flow.path(person.case) if one.id == "ra-micro-5")
        terminal.is_asked(again.text)
        ids = [option.id for option in again.options]
        keys = ids.index("hardly") - ids.index("largely")
        terminal.press(*[DOWN if keys > 0 else UP] * abs(keys), ENTER)
        person.remember(again, "hardly")
        assert person.question.id == "ra-micro-5.evidence"
        terminal.is_asked(person.question.text)
        terminal.press(DONE)
        person.remember(person.question, "Antwoord op ra-micro-5.evidence")
        terminal.is_asked(SAY("ask.bottlenecks"))
        terminal.press(ENTER)
        person.remember(person.question, None)
        person.waits(terminal)


def test_control_characters_never_act(pack: Pack) -> None:
    """It shows pasted control characters as symbols and keeps them as they were typed."""
    person = Person.new(pack, level="micro")
    hostile = "[bold]vet[/] \x1b[2J\x1b[31mrood :smile: | a |"
    with Terminal.start("reflect", "duin") as terminal:
        while person.question.id != "situation":
            person.answers(terminal)
        person.waits(terminal)
        terminal.press(f"\x1b[200~{hostile}\x1b[201~", DONE)
        terminal.sees("Vanuit welke rol")
        assert "[bold]vet[/] ␛[2J␛[31mrood :smile: | a |" in terminal.text()
    assert cases.read(person.path).situation == hostile


def test_nothing_kept(pack: Pack) -> None:
    """It leaves nothing behind, not even the name of the case, when somebody stops before the first answer."""
    person = Person.new(pack)
    with Terminal.start("reflect", "duin") as terminal:
        person.waits(terminal)
        terminal.press("\x03")
        assert terminal.ends() == 130
    assert list(cases.home().iterdir()) == []


def test_start_options_survive_a_pause(pack: Pack) -> None:
    """It keeps what the options said, also when somebody stops before it would have been asked."""
    with Terminal.start("reflect", "duin", "--level", "macro", "--principle", "SW", "--role", "adviseur") as terminal:
        terminal.is_asked(SAY("ask.title.macro"))
        terminal.press("Jeugdwet", ENTER)
        terminal.is_asked(SAY("ask.situation.macro"))
        terminal.press("\x03")
        assert terminal.ends() == 130
    with Terminal.start("reflect", "duin") as terminal:
        terminal.is_asked(SAY("ask.situation.macro"))
        terminal.press(DONE)
        terminal.is_asked(SAY("ask.selection"))
        assert "Alle 8" in terminal.text()


def test_plain(pack: Pack) -> None:
    """It asks in numbered lines where colours are not wanted, and goes back and pauses there too."""
    person = Person.new(pack, level="micro")
    with Terminal.start("reflect", "duin", NO_COLOR="1") as terminal:
        terminal.sees("1 Een casus")
        terminal.press("1\r")
        terminal.sees("Hoe noem je deze casus?")
        terminal.press("Duin\r")
        terminal.sees("Wat speelt er")
        terminal.press("<\r")
        terminal.sees("nu: Duin")
        terminal.press("Duinen\r")
        terminal.press("Eerste regel\r", "tweede regel\r", ".\r")
        terminal.sees("Vanuit welke rol")
        terminal.press("\x03")
        assert terminal.ends() == 130
    case = cases.read(person.path)
    assert (case.title, case.situation) == ("Duinen", "Eerste regel\ntweede regel")


def test_disk_that_refuses(pack: Pack) -> None:
    """It holds on to the answer when it cannot be saved, and saves it once it can."""
    if os.geteuid() == 0 and not shutil.which("chattr"):
        pytest.skip("root may write anywhere here")
    person = Person.new(pack, level="micro")
    with Terminal.start("reflect", "duin") as terminal:
        while person.question.id != "role":
            person.answers(terminal)
        question = person.waits(terminal)
        folder = person.path.parent
        moved = folder.rename(folder.with_name("even-weg"))
        terminal.press("de buurman", ENTER)
        terminal.is_asked(SAY("save.ask"))
        moved.rename(folder)
        terminal.press(ENTER)
        person.remember(question, "de buurman")
        person.waits(terminal)
