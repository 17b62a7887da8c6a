"""The menu at a real terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.aid import Route
from doorbraak_cli.files import cases
from doorbraak_cli.flows.decision import decide
from doorbraak_cli.search.entries import entries
from doorbraak_cli.search.index import SearchIndex

if sys.platform == "win32":
    pytest.skip("needs a POSIX pseudo-terminal", allow_module_level=True)

from .conftest import flat
from .filler import Filler, sheets
from .person import SAY, Person
from .terminal import BACK, DOWN, ENTER, PAUSE, Terminal
from .weigher import Weigher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack

pytestmark = pytest.mark.terminal


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program write its files where nobody else's are."""
    monkeypatch.chdir(tmp_path)


MENU = ("reflect", "weigh", "network", "plan", "justify", "search", "guide", "demo", "quit")
ABOUT_CASES = ("look-back", "due", "check", "summary")
GUIDE = (
    *("principles", "questions", "recommendations", "aids", "journeys", "practice", "bottlenecks", "glossary"),
    "sources",
)


def chosen(action: str, *, with_cases: bool = False) -> list[str]:
    """Give the keys that choose something from the menu; somebody with cases can do more."""
    there = [*MENU[:5], *ABOUT_CASES, *MENU[5:]] if with_cases else MENU
    return [*[DOWN] * there.index(action), ENTER]


def test_menu(pack: Pack) -> None:
    """It shows a menu when called alone, from which a reflection can be begun, paused and left."""
    person = Person.new(pack, level="micro")
    with Terminal.start() as terminal:
        terminal.is_asked(SAY("menu.ask"))
        terminal.press(ENTER)
        terminal.is_asked(SAY("menu.name"))
        terminal.press("a:b", ENTER)
        terminal.sees("kan niet als naam")
        terminal.is_asked(SAY("menu.name"))
        terminal.press("duin", ENTER)
        person.answers(terminal)
        person.waits(terminal)
        terminal.press("\x03")
        assert terminal.ends() == 130
    with Terminal.start() as terminal:
        terminal.is_asked(SAY("menu.ask"))
        terminal.press(ENTER)
        terminal.is_asked(SAY("menu.case"))
        terminal.press(ENTER)
        terminal.is_asked(SAY("menu.name"))
        terminal.press("duin", ENTER)
        terminal.sees("al in gebruik")
        terminal.is_asked(SAY("menu.name"))
        terminal.press(BACK)
        terminal.is_asked(SAY("menu.ask"))
        terminal.press(*chosen("summary", with_cases=True))
        terminal.is_asked(SAY("menu.case"))
        terminal.press(ENTER)
        terminal.is_asked(SAY("menu.where"))
        terminal.press(ENTER)
        terminal.sees("Geschreven: duin.md")
        terminal.is_asked(SAY("menu.ask"))
        terminal.press("\x03")
        assert terminal.ends() == 130
    with Terminal.start("--lang", "en") as terminal:
        terminal.sees("What do you want to do?")
        terminal.press(BACK)
        assert terminal.ends() == 0


@pytest.fixture
def menu() -> Iterator[Terminal]:
    """Give the menu of somebody without cases, on a screen that holds whole pages."""
    with Terminal.start(rows=400) as terminal:
        terminal.is_asked(SAY("menu.ask"))
        yield terminal
        terminal.press("\x03")
        assert terminal.ends() == 130
        assert "Traceback" not in terminal.text()


def opens(menu: Terminal, part: str) -> None:
    """Choose to read, and then a part of the guide."""
    menu.press(*chosen("guide"))
    menu.sees(SAY("menu.principles"))
    menu.until(menu.is_ready, "the prompt")
    menu.press(*[DOWN] * GUIDE.index(part), ENTER)


def test_whole_menu(menu: Terminal) -> None:
    """It offers all there is, in the order in which people need it, on one screen."""
    places = [menu.text().index(SAY(f"menu.{one}")) for one in MENU]
    assert places == sorted(places)
    assert [one for one in ABOUT_CASES if SAY(f"menu.{one}") in menu.text()] == []


def test_weighing(pack: Pack) -> None:
    """It begins a weighing from the menu, goes on with it from there, and says how to go on by itself."""
    person = Weigher.begins(pack, {"depth": "short"})
    with Terminal.start() as terminal:
        terminal.is_asked(SAY("menu.ask"))
        terminal.press(*chosen("weigh"))
        terminal.is_asked(SAY("menu.name"))
        terminal.press("duin", ENTER)
        person.answers(terminal)
        person.answers(terminal)
        person.waits(terminal)
        terminal.press(PAUSE)
        assert terminal.ends() == 130
        assert "doorbraak weigh duin" in terminal.text()
    with Terminal.start() as terminal:
        terminal.is_asked(SAY("menu.ask"))
        terminal.press(*chosen("weigh", with_cases=True))
        terminal.is_asked(SAY("menu.case"))
        terminal.press(DOWN, ENTER)
        person.answers_until(terminal, "danger")
        terminal.press(BACK)
        terminal.is_asked(person.asked("depth").text)
        terminal.press(PAUSE)
        assert terminal.ends() == 130
        assert "Traceback" not in terminal.text()


def test_sheets(pack: Pack) -> None:
    """It offers somebody with a case what there is to do with it too, shows what is due, and goes on with a plan."""
    picks: dict[str, Value] = {"action-1.what": "Oma bellen", "action-1.by": "morgen", "action-1.status": "open"}
    person = Filler.sits_down(sheets(pack).plan(None), picks)
    person.has_finished()
    with Terminal.start(rows=60) as terminal:
        terminal.is_asked(SAY("menu.ask"))
        shown = terminal.text()
        places = [shown.index(SAY(f"menu.{one}")) for one in (*MENU[:5], *ABOUT_CASES, *MENU[5:])]
        assert places == sorted(places)
        terminal.press(*chosen("due", with_cases=True))
        terminal.is_asked(SAY("menu.ask"))
        assert "actie 1 · Oma bellen" in terminal.text()
        terminal.press(*chosen("look-back", with_cases=True))
        terminal.is_asked(SAY("menu.case"))
        terminal.press(ENTER)
        terminal.is_asked(SAY("menu.ask"))
        assert flat(SAY("look-back.nothing-there"))[:50] in terminal.text()
        terminal.press(*chosen("plan", with_cases=True))
        terminal.is_asked(SAY("menu.case"))
        terminal.press(DOWN, ENTER)
        opened = Filler.sits_down(sheets(pack).plan(cases.read(person.path)), {})
        terminal.is_asked(opened.asked("action-1.status").text)
        terminal.press(PAUSE)
        assert terminal.ends() == 130
        assert "doorbraak plan duin" in terminal.text()
        assert "Traceback" not in terminal.text()


def test_search(menu: Terminal, pack: Pack) -> None:
    """It searches for words, lists what was found to open one after the other, says when nothing was, and goes on."""
    menu.press(*chosen("search"))
    menu.is_asked(SAY("menu.search-for"))
    menu.press("qqqqzzzz", ENTER)
    menu.sees(SAY("search.nothing", words="qqqqzzzz"))
    menu.is_asked(SAY("menu.ask"))
    menu.press(*chosen("search"))
    menu.is_asked(SAY("menu.search-for"))
    menu.press("rugdekking", ENTER)
    menu.is_asked(SAY("menu.which"))
    hits = SearchIndex(entries(pack, "nl"), "nl").find("rugdekking")
    assert 1 < len(hits) <= 10
    for place in (0, 1):
        menu.press(*[DOWN] * place, ENTER)
        menu.is_asked(SAY("menu.which"))
        assert flat(hits[place].sentence) in menu.text()
    menu.press(*[DOWN] * len(hits), ENTER)
    menu.is_asked(SAY("menu.ask"))
    menu.press(*chosen("search"))
    menu.is_asked(SAY("menu.search-for"))
    menu.press(BACK)
    menu.is_asked(SAY("menu.ask"))


def test_ten_of_what_was_found(menu: Terminal, pack: Pack) -> None:
    """It lists the ten best of what was found, with what each is, and then the way back."""
    hits = SearchIndex(entries(pack, "nl"), "nl").find("gezin")
    menu.press(*chosen("search"))
    menu.is_asked(SAY("menu.search-for"))
    menu.press("gezin", ENTER)
    menu.is_asked(SAY("menu.which"))
    told = [flat(f"{one.entry.title} ({SAY(f'search.{one.entry.kind}')})") for one in hits]
    assert [one for one in told[:10] if one not in menu.text()] == []
    assert told[10] not in menu.text()
    assert SAY("menu.back") in menu.text().rpartition(told[9])[2]
    menu.press(*[DOWN] * 10, ENTER)
    menu.is_asked(SAY("menu.ask"))


def test_back_step_by_step(menu: Terminal) -> None:
    """It goes from a list to the parts of the guide with its last choice or Shift-Tab, and from there to the menu."""
    opens(menu, "journeys")
    menu.is_asked(SAY("menu.which"))
    menu.press(BACK)
    menu.is_asked(SAY("menu.read"))
    menu.press(*[DOWN] * GUIDE.index("journeys"), ENTER)
    menu.is_asked(SAY("menu.which"))
    menu.press(DOWN, DOWN, DOWN, ENTER)
    menu.is_asked(SAY("menu.read"))
    menu.press(BACK)
    menu.is_asked(SAY("menu.ask"))


def test_reading_a_recommendation(menu: Terminal, pack: Pack) -> None:
    """It lists the recommendations by title and shows the one that is chosen whole."""
    opens(menu, "recommendations")
    menu.is_asked(SAY("menu.which"))
    assert all(one.title.pick("nl") in menu.text() for one in pack.recommendations)
    one = pack.recommendations[1]
    menu.press(DOWN, ENTER)
    menu.is_asked(SAY("menu.which"))
    assert flat(one.text.pick("nl")) in menu.text()
    assert all(flat(each.text.pick("nl")) in menu.text() for each in one.actions)


def test_reading_a_question(menu: Terminal, pack: Pack) -> None:
    """It lists the questions, shows the one that is chosen with why it is asked, and stays in the list."""
    opens(menu, "questions")
    menu.is_asked(SAY("menu.which"))
    for one in pack.questions[1:3]:
        menu.press(*[DOWN] * pack.questions.index(one), ENTER)
        menu.is_asked(SAY("menu.which"))
        assert flat(one.why.pick("nl")) in menu.text()


@pytest.mark.parametrize("part", ["principles", "practice", "glossary", "sources"])
def test_reading_a_page(menu: Terminal, pack: Pack, part: str) -> None:
    """It shows a part of the guide that is one page at once, and asks again what to read."""
    opens(menu, part)
    menu.is_asked(SAY("menu.read"))
    texts = {
        "principles": [one.essence for one in pack.principles],
        "practice": [one.text for one in pack.practices],
        "glossary": [one.text for one in pack.terms],
        "sources": [one.text for one in pack.products],
    }[part]
    assert texts
    assert [text for text in texts if flat(text.pick("nl")) not in menu.text()] == []


def test_comparing_the_journeys(menu: Terminal, pack: Pack) -> None:
    """It offers the journeys side by side first, and shows them."""
    opens(menu, "journeys")
    menu.is_asked(SAY("menu.which"))
    menu.press(ENTER)
    menu.is_asked(SAY("menu.which"))
    assert SAY("journeys.compared") in menu.text()
    assert " │ " in menu.text()
    assert all(moment.title.pick("nl") in menu.text() for one in pack.journeys for moment in one.moments)


def test_aid_that_decides(menu: Terminal, pack: Pack) -> None:
    """It shows an aid and offers its questions; once answered, or when somebody goes back, the list is there again."""
    place = next(place for place, one in enumerate(pack.aids) if one.decision)
    decision = pack.aids[place].decision
    assert decision
    opens(menu, "aids")
    menu.is_asked(SAY("menu.which"))
    for key in (BACK, ENTER):
        menu.press(*[DOWN] * place, ENTER)
        menu.is_asked(SAY("menu.ask"))
        assert flat(pack.aids[place].text.pick("nl")) in menu.text()
        menu.press(ENTER)
        menu.is_asked(decision.questions[0].text.pick("nl"))
        menu.press(*([DOWN, DOWN] if key is ENTER else []), key)
        menu.is_asked(SAY("menu.which"))
    route = decide(decision, {decision.questions[0].id: decision.questions[0].options[2].id})
    assert isinstance(route, Route)
    assert flat(route.text.pick("nl")) in menu.text()


def test_aid_that_is_filled_in(pack: Pack) -> None:
    """It shows an aid and offers to fill it in about a case; a pause keeps what was answered."""
    place = next(place for place, one in enumerate(pack.aids) if one.fields)
    person = Person.with_sitting(pack, pack.aids[place])
    with Terminal.start(rows=100) as terminal:
        terminal.is_asked(SAY("menu.ask"))
        opens(terminal, "aids")
        terminal.is_asked(SAY("menu.which"))
        terminal.press(*[DOWN] * place, ENTER)
        terminal.is_asked(SAY("menu.ask"))
        terminal.press(ENTER)
        terminal.is_asked(SAY("menu.name"))
        terminal.press("duin", ENTER)
        person.answers(terminal)
        person.answers(terminal)
        person.waits(terminal)
        terminal.press("\x03")
        assert terminal.ends() == 130
        assert "Traceback" not in terminal.text()
    assert cases.read(person.path).cards[0].text("parties") == "Antwoord op parties"
