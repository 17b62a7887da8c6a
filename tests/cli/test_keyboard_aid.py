"""An aid at a real terminal: one that decides, and one that is filled in."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.aid import Route
from doorbraak_cli.domain.case import Answer
from doorbraak_cli.files import cases
from doorbraak_cli.flows.decision import decide

if sys.platform == "win32":
    pytest.skip("needs a POSIX pseudo-terminal", allow_module_level=True)

from .conftest import flat
from .person import SAY, Person
from .terminal import BACK, DONE, DOWN, ENTER, UP, WHY, Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.aid import Aid, Decision
    from doorbraak_cli.domain.pack import Pack

    from .conftest import Program

pytestmark = pytest.mark.terminal

DECIDING, CARD = "consultatiefunctie-ggz", "zorgvuldig-consulteren"
BSN, EMAIL = "111222333", "moeder.jansen@voorbeeld.nl"
CLEAR = "\x15"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program write its files where nobody else's are."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def decision(pack: Pack) -> Decision:
    """Give what the aid that decides asks."""
    one = pack.aid(DECIDING)
    assert one
    assert one.decision
    return one.decision


@pytest.fixture
def aid(pack: Pack) -> Aid:
    """Give the aid that is filled in."""
    one = pack.aid(CARD)
    assert one
    return one


def route_of(decision: Decision, **answers: str) -> Route:
    route = decide(decision, answers)
    assert isinstance(route, Route)
    return route


def asked(decision: Decision, name: str) -> str:
    return next(one.text.pick("nl") for one in decision.questions if one.id == name)


def command_in(terminal: Terminal, before: str) -> list[str]:
    """Give the words of the command on the screen that follows these words, without the program's name."""
    line = next(line for line in terminal.lines() if before in line)
    name, *words = shlex.split(line.partition(before)[2])
    assert name == "doorbraak"
    return words


def test_decision(program: Program, decision: Decision) -> None:
    """It asks only what is needed, goes back with the answer kept, and gives the command without questions."""
    with Terminal.start("aid", DECIDING, rows=60, columns=200) as terminal:
        terminal.is_asked(asked(decision, "seeking"))
        before, _, _ = terminal.text().partition(asked(decision, "seeking"))
        assert SAY("aid.danger") in before
        terminal.press(ENTER)
        terminal.is_asked(asked(decision, "person"))
        terminal.press(DOWN, ENTER)
        assert terminal.ends() == 0
        terminal.sees(route_of(decision, seeking="advice", person="no").title.pick("nl"))
    with Terminal.start("aid", DECIDING, rows=60, columns=200) as terminal:
        terminal.is_asked(asked(decision, "seeking"))
        terminal.press(ENTER)
        terminal.is_asked(asked(decision, "person"))
        terminal.press(ENTER)
        terminal.is_asked(asked(decision, "adult"))
        terminal.press(BACK)
        terminal.is_asked(asked(decision, "person"))
        terminal.press(BACK)
        terminal.is_asked(asked(decision, "seeking"))
        terminal.press(DOWN, ENTER)
        assert terminal.ends() == 0
        route = route_of(decision, seeking="outreach")
        terminal.sees(flat(route.text.pick("nl"))[:60])
        command = command_in(terminal, "zonder vragen: ")
    assert command == ["aid", DECIDING, "--answer", "seeking=outreach"]
    again = program(*command)
    assert (again.code, again.err) == (0, "")
    assert flat(route.text.pick("nl")) in flat(again.out)


def test_decision_goes_on_from_what_was_given(program: Program, decision: Decision) -> None:
    """It asks no more than what was not given with --answer, and names all of it in the command it gives."""
    with Terminal.start("--lang", "en", "aid", DECIDING, "--answer", "seeking=advice", columns=200) as terminal:
        terminal.is_asked("Is your question about one particular person?")
        terminal.press(DOWN, DOWN, ENTER)
        terminal.is_asked("Is the client you want advice about aged 18 or over?")
        terminal.press(DOWN, ENTER)
        assert terminal.ends() == 0
        command = command_in(terminal, "without questions: ")
    given = ["--answer", "seeking=advice", "--answer", "person=unknown", "--answer", "adult=no"]
    assert command == ["--lang=en", "aid", DECIDING, *given]
    route = route_of(decision, seeking="advice", person="unknown", adult="no")
    assert flat(route.text.pick("en")) in flat(program(*command).out)


def test_decision_that_is_known(decision: Decision) -> None:
    """It asks nothing, and gives no command, where all that is needed was given."""
    with Terminal.start("aid", DECIDING, "--answer", "seeking=training", rows=60) as terminal:
        assert terminal.ends() == 0
        assert flat(route_of(decision, seeking="training").title.pick("nl")) in terminal.text()
        assert "zonder vragen" not in terminal.text()


@pytest.mark.parametrize(("key", "code"), [(BACK, 0), ("\x03", 130)])
def test_decision_left(decision: Decision, key: str, code: int) -> None:
    """It says that it stopped, without an answer, when somebody goes back from the first question, or stops at any."""
    with Terminal.start("aid", DECIDING) as terminal:
        terminal.is_asked(asked(decision, "seeking"))
        if code:
            terminal.press(ENTER)
            terminal.is_asked(asked(decision, "person"))
        terminal.press(key)
        assert terminal.ends() == code
        assert SAY("cli.interrupted") in terminal.text()
        assert "Traceback" not in terminal.text()
        assert "zonder vragen" not in terminal.text()


def test_decision_in_plain_lines(decision: Decision) -> None:
    """It asks in numbered lines where colours are not wanted, and goes back there too."""
    with Terminal.start("aid", DECIDING, rows=60, NO_COLOR="1") as terminal:
        terminal.sees(asked(decision, "seeking"))
        terminal.press("1\r")
        terminal.sees(asked(decision, "person"))
        terminal.press("<\r")
        terminal.sees("(nu: ")
        terminal.press("3\r")
        assert terminal.ends() == 0
        assert flat(route_of(decision, seeking="training").title.pick("nl")) in terminal.text()


def test_a_whole_card(program: Program, pack: Pack, aid: Aid) -> None:
    """It refuses what can be traced, goes back, pauses, resumes, is reviewed, and gives the card."""
    person = Person.with_sitting(pack, aid)
    with Terminal.start("aid", CARD, "duin") as terminal:
        terminal.sees(flat(SAY("aid.no-names"))[:50])
        assert SAY("aid.again") not in terminal.text()
        while person.question.id != "question":
            person.answers(terminal)
        question = person.waits(terminal)
        terminal.press(f"Mag {BSN}?", DONE)
        terminal.sees("burgerservicenummer")
        terminal.sees(SAY("prompt.refused-for", texts=BSN))
        assert "question" not in person.on_disk()
        terminal.press(CLEAR, "Mag dit?", DONE)
        person.remember(question, "Mag dit?")
        person.waits(terminal)
        terminal.press(BACK)
        terminal.is_asked(question.text)
        terminal.press(" Nu?", DONE)
        person.remember(question, "Mag dit? Nu?")
        while person.question.id != "uncertainties":
            person.answers(terminal)
        person.waits(terminal)
        terminal.press(f"Vraag het {EMAIL} nog", "\x03")
        assert terminal.ends() == 130
        assert f"doorbraak aid {CARD} duin" in terminal.text()
    draft = person.on_disk()["uncertainties"]
    assert (draft.status, draft.value) == ("draft", "Vraag het […] nog")
    assert EMAIL not in person.path.read_text("utf-8")
    with Terminal.start("aid", CARD, "duin") as terminal:
        terminal.sees("Je gaat verder met: ")
        terminal.is_asked(person.question.text)
        terminal.press(" eens", DONE)
        person.remember(person.question, "Vraag het […] nog eens")
        while person.question.id != "review":
            person.answers(terminal)
        person.waits(terminal)
        terminal.press(DOWN, DOWN, ENTER)
        terminal.is_asked(aid.fields[0].text.pick("nl"))
        terminal.press(CLEAR, "Twee anderen", ENTER)
        person.remember(person.flow.path(person.case)[1], "Twee anderen")
        person.waits(terminal)
        terminal.press(UP, UP, ENTER)
        assert terminal.ends() == 0
        assert "--card -o" in terminal.text()
    card = cases.read(person.path).cards[0]
    assert card.finished is not None
    assert dict(card.by_id()) == {
        name: one for name, one in person.flow.answers(person.case).items() if name in card.by_id()
    }
    out = program("aid", CARD, "duin", "--card").out
    assert all(text in out for text in ("Twee anderen", "Mag dit? Nu?"))


def test_killed_after_an_answer(pack: Pack, aid: Aid) -> None:
    """It has every answer on disk, whatever its form, when the process is killed right after it."""
    person = Person.with_sitting(pack, aid)
    forms = set()
    while person.question.id != "responsible":
        with Terminal.start("aid", CARD, "duin") as terminal:
            forms.add(person.answers(terminal).form)
            person.waits(terminal)
            terminal.kill()
        assert person.on_disk() == dict(person.flow.answers(person.case))
    assert len(forms) == 3


def test_going_back_with_what_can_be_traced(pack: Pack, aid: Aid) -> None:
    """It keeps what was typed when somebody goes back, without what can be traced, and shows none of that again."""
    person = Person.with_sitting(pack, aid)
    person.has_come_to("question")
    with Terminal.start("aid", CARD, "duin") as terminal:
        question = person.waits(terminal)
        terminal.press(f"Over {BSN} en meer")
        terminal.sees(f"Over {BSN}")
        terminal.press(BACK)
        terminal.is_asked("Wie raadpleegt wie?")
        assert person.on_disk()["question"].value == "Over […] en meer"
        terminal.press(ENTER)
        terminal.is_asked(question.text)
        assert BSN not in terminal.text()
        assert BSN not in person.path.read_text("utf-8")
        terminal.press("\x03")
        assert terminal.ends() == 130


def test_why_at_a_field(pack: Pack, aid: Aid) -> None:
    """It shows what the step is for and stays at the field."""
    person = Person.with_sitting(pack, aid)
    person.has_come_to("consent")
    with Terminal.start("aid", CARD, "duin") as terminal:
        question = person.waits(terminal)
        terminal.press(WHY)
        terminal.sees(flat(question.why)[:60])
        person.remember(question, person.type(terminal, question))
        person.waits(terminal)


def test_plain_card(pack: Pack, aid: Aid) -> None:
    """It refuses in numbered lines too, says what it is about, and asks the same again."""
    person = Person.with_sitting(pack, aid)
    person.has_come_to("parties")
    with Terminal.start("aid", CARD, "duin", "--plain", rows=60) as terminal:
        terminal.sees("Wie raadpleegt wie?")
        terminal.press(f"Moeder, {EMAIL}\r")
        terminal.sees("een e-mailadres")
        terminal.sees(SAY("prompt.refused-for", texts=EMAIL))
        assert "parties" not in person.on_disk()
        terminal.press("Twee rollen\r")
        terminal.sees(person.flow.path(person.case)[2].text)
        terminal.press("\x03")
        assert terminal.ends() == 130
    assert person.on_disk()["parties"].value == "Twee rollen"


def test_nothing_kept(pack: Pack, aid: Aid) -> None:
    """It leaves nothing behind when somebody stops before the first answer."""
    person = Person.with_sitting(pack, aid)
    with Terminal.start("aid", CARD, "duin") as terminal:
        person.waits(terminal)
        terminal.press("\x03")
        assert terminal.ends() == 130
        assert SAY("reflect.nothing-kept") in terminal.text()
    assert list(cases.home().iterdir()) == []


def test_new_card_beside_an_open_one(program: Program, pack: Pack, aid: Aid) -> None:
    """It begins a new card when asked; later it goes on with the open one, and hands over that one."""
    person = Person.with_sitting(pack, aid, parties="De eerste twee")
    person.has_come_to("advice")
    path = person.path
    with Terminal.start("aid", CARD, "duin", "--new") as terminal:
        terminal.is_asked(aid.fields[0].text.pick("nl"))
        assert SAY("aid.again") in terminal.text()
        terminal.press("\x03")
        assert terminal.ends() == 130
    other = Person.with_sitting(pack, aid, cases.read(path), parties="Twee anderen")
    while other.question.id != "review":
        other.remember(other.question, other.answer_to(other.question))
    with cases.held(path) as file:
        file.save(other.flow.finish(other.case))
    with Terminal.start("aid", CARD, "duin", rows=100) as terminal:
        terminal.is_asked(person.question.text)
        terminal.press("Ga samen verder", DONE)
        terminal.is_asked(SAY("review.ask"))
        terminal.press(ENTER)
        assert terminal.ends() == 0
        shown = terminal.text().rpartition(SAY("review.finish"))[2]
        assert "Ga samen verder" in shown
        assert "De eerste twee" in shown
        assert "Twee anderen" not in shown
        assert "--card" not in shown
    assert "Twee anderen" in program("aid", CARD, "duin", "--card").out


def test_finishing_a_card_made_traceable_by_hand(pack: Pack, aid: Aid) -> None:
    """It hands over no card that holds traceable data it never asked for, and repeats none of it."""
    person = Person.with_sitting(pack, aid)
    person.has_come_to("advice")
    card = person.case.cards[0]
    own = Answer(id="eigen", asked="Iets van eerder?", value=f"Bel {EMAIL}")
    with cases.held(person.path) as file:
        file.save(person.case.model_copy(update={"cards": (card.with_answer(own),)}))
    with Terminal.start("aid", CARD, "duin", rows=60, columns=600) as terminal:
        terminal.is_asked(person.question.text)
        terminal.press("Ga samen verder", DONE)
        terminal.is_asked(SAY("review.ask"))
        terminal.press(ENTER)
        assert terminal.ends() == 1
        assert own.id in terminal.text()
        assert flat(SAY("aid.traceable", asked=own.id))[:60] in terminal.text()
        assert EMAIL not in terminal.text()
