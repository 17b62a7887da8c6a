"""An exception, well founded, and looking back on it: what was expected is not seen before it is told what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Answer, Record
from doorbraak_cli.flows.justification import JustificationFlow, LookBackFlow
from doorbraak_cli.flows.prompter import Back, Paused, SkipStep
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.session import FINISH, REVIEW, run
from doorbraak_cli.flows.sheets import Sheets

from .conftest import DAY
from .sheets import EXPECTED, TITLE, begun, excepted, expected_of, looking_back
from .weighings import Person, about, answered, drafted, ids, the, values

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.beginning import Start
    from doorbraak_cli.flows.prompter import Question

    from .weighings import Given

# --- The exception


@pytest.fixture
def start(pack: Pack, nl: Wording) -> Start:
    return begun(pack, nl, "justification")


@pytest.mark.parametrize(
    ("given", "step", "asked"),
    [
        ({"checked": "yes"}, "legitimacy", ["room", "article", "checked", "checked-who", "checked-when", "equal"]),
        ({"checked": "busy"}, "legitimacy", ["room", "article", "checked", "check-who", "equal"]),
        ({"checked": "no"}, "legitimacy", ["room", "article", "checked", "check-who", "equal"]),
        ({"checked": None}, "legitimacy", ["room", "article", "checked", "equal"]),
        ({"family-says": "Fijn."}, "engagement", ["grip", "family-says", "family-heard"]),
        ({"family-says": None}, "engagement", ["grip", "family-says"]),
        ({"decided": "not-yet"}, "decision", ["decides", "decided", "until", "conditions"]),
        ({"decided": "yes"}, "decision", ["decides", "decided", "decided-on", "until", "conditions"]),
        ({"decided": "partly"}, "decision", ["decides", "decided", "decided-on", "until", "conditions"]),
        ({"decided": "no"}, "decision", ["decides", "decided", "decided-on", "conditions"]),
        ({"decided": None}, "decision", ["decides", "decided", "conditions"]),
    ],
)
def test_asks_what_an_answer_calls_for(start: Start, given: Given, step: str, asked: list[str]) -> None:
    """It asks who checked what the law gives, how it is known what the family says, and how long it holds if at all."""
    assert ids(start.flow, answered(start.flow, start.case, given), step) == asked


def test_return(start: Start) -> None:
    """It asks of each cost which amount, how often that is, who pays and where it comes from; it fills in none."""
    case = answered(start.flow, start.case, {"cost-1.what": "Huur", "continuing-1.what": "Hotel"})
    assert about(start.flow, case, "cost-1") == ["what", "amount", "payer", "basis"]
    assert about(start.flow, case, "continuing-1") == ["what", "amount", "basis"]
    case = answered(start.flow, case, {"cost-1.amount": "10.00", "continuing-1.amount": "10.00"})
    assert about(start.flow, case, "cost-1") == ["what", "amount", "each", "payer", "basis"]
    assert about(start.flow, case, "continuing-1") == ["what", "amount", "each", "basis"]
    assert [one.preset for one in start.flow.path(case) if one.preset is not None] == []


def test_one_after_the_other(pack: Pack, nl: Wording) -> None:
    """It keeps a second exception beside the first, each with its own answers."""
    case = excepted(pack, nl, {"asked": "Een."}, {"asked": "Twee."})
    flow = JustificationFlow(pack, nl, "justification-1", DAY)
    after = answered(flow, case, {"asked": "Anders."})
    assert [one.text("asked") for one in after.justifications] == ["Anders.", "Twee."]


# --- Looking back

MARK = "VOORAF"
SHOWN = ["asked", "expect", "notice"]


def reveals(question: Question) -> bool:
    """Tell whether anything in a question tells what was expected."""
    return MARK in repr(question)


@pytest.fixture
def back(pack: Pack, nl: Wording) -> Start:
    return looking_back(pack, nl)


def test_first_what_happened(back: Start) -> None:
    """It asks what happened, and shows in no question before it is asked how it came out what was expected of it."""
    path = back.flow.path(back.case)
    order = [one.id for one in path]
    assert order.index("happened") < order.index("spent-1.what") < order.index("beside")
    assert [one.id for one in path if reveals(one)] == ["beside"]


@pytest.mark.parametrize(
    "given",
    [
        {"happened": "Van alles.", "family-happened": "Fijn.", "spent-1.what": "Huur", "spent-1.amount": "10.00"},
        {"beside": "Het kwam uit.", "unexpected": "Niets.", "lesson": "Bellen.", "account": "Alles."},
    ],
)
def test_never_but_beside(back: Start, given: Given) -> None:
    """It shows what was expected above no other question, whatever was answered, nor in what can be filled in."""
    case = answered(back.flow, back.case, given)
    assert [one.id for one in back.flow.path(case) if reveals(one)] == ["beside"]
    assert [one.id for one in back.flow.outline(case) if reveals(one)] == []
    assert [one.id for one in back.flow.catalogue(case).values() if reveals(one)] == []


def test_what_was_expected(back: Start, nl: Wording, pack: Pack) -> None:
    """It shows then what was asked and expected, with the questions as they were asked, in their order and whole."""
    lead = the(back.flow, back.case, "beside").lead
    intro = next(one for one in pack.look_back if one.id == "beside").text.pick("nl")
    told = [f"Vraag {name}?\n{EXPECTED[name]}" for name in SHOWN]
    assert lead == "\n".join([intro, "\n\n".join([nl("look-back.expected", day=nl.day(DAY)), *told])])
    assert str(EXPECTED["grip"]) not in lead


def test_what_was_expected_in_part(pack: Pack, nl: Wording) -> None:
    """It leaves out what was not answered or left open, and says so where there is nothing."""
    part = looking_back(pack, nl, {"asked": None, "expect": "Rust VOORAF."})
    lead = the(part.flow, part.case, "beside").lead
    assert "Vraag expect?\nRust VOORAF." in lead
    assert "Vraag asked?" not in lead
    assert nl("look-back.nothing") not in lead
    nothing = looking_back(pack, nl, {"grip": "Zij kiest."})
    assert nl("look-back.nothing") in the(nothing.flow, nothing.case, "beside").lead


def test_in_english(pack: Pack, nl: Wording, en: Wording) -> None:
    """It looks back in another language than the exception was founded in, with what was written as it was written."""
    case = excepted(pack, nl, EXPECTED)
    start = Sheets(pack, en, DAY).look_back(case, case.justifications[0])
    lead = the(start.flow, start.case, "beside").lead
    assert en("look-back.expected", day=en.day(DAY)) in lead
    assert str(EXPECTED["expect"]) in lead


HAPPENED: Given = {"happened": "Van alles.", "spent-1.what": None, "beside": "Het kwam uit.", "unexpected": None}


def test_walked(back: Start) -> None:
    """It shows what was expected once what happened was told, and finishes."""
    person = Person(HAPPENED)
    done = run(back.flow, back.case, person, lambda _: None)
    before = person.questions[: person.asked.index("beside")]
    assert [one.id for one in before] == ["with", "happened", "family-happened", "spent-1.what"]
    assert not any(reveals(one) for one in before)
    assert reveals(person.questions[person.asked.index("beside")])
    assert [(one.of, one.finished, one.text("happened")) for one in done.look_backs] == [
        ("justification-1", DAY, "Van alles."),
    ]


def test_back_from_beside(back: Start) -> None:
    """It shows it neither when somebody goes back from there, and again when they are there again."""
    person = Person(HAPPENED, {"beside": [Back("Het kw"), Back(), "Zo."], "spent-1.what": [None, Back(), None]})
    run(back.flow, back.case, person, lambda _: None)
    assert person.asked.count("beside") == 3
    assert {one.id for one in person.questions if reveals(one)} == {"beside"}
    assert all(reveals(one) for one in person.questions if one.id == "beside")


def test_paused_before_beside(back: Start, pack: Pack, nl: Wording) -> None:
    """It shows nothing of it when somebody stops before that and goes on later."""
    saved = [back.case]
    with pytest.raises(Paused):
        run(back.flow, back.case, Person(HAPPENED, {"happened": [Paused("Van al")]}), saved.append)
    again = Sheets(pack, nl, DAY).look_back(saved[-1], saved[-1].justifications[0])
    assert again.resumed
    person = Person(HAPPENED)
    run(again.flow, again.case, person, lambda _: None)
    assert person.seen[0] == ("happened", "Van al")
    assert {one.id for one in person.questions if reveals(one)} == {"beside"}


def test_skipped_to_beside(back: Start) -> None:
    """It shows it where somebody skips what happened; nobody is held up."""
    person = Person({}, {"with": [SkipStep()]})
    run(back.flow, back.case, person, lambda _: None)
    assert person.asked[:2] == ["with", "beside"]
    assert reveals(person.questions[1])


def test_review_does_not_repeat_it(back: Start) -> None:
    """It lists what was answered in the review, and not what was expected."""
    person = Person(HAPPENED, {REVIEW: ["happened", FINISH]})
    run(back.flow, back.case, person, lambda _: None)
    reviews = [one for one in person.questions if one.id == REVIEW]
    assert len(reviews) == 2
    assert not any(reveals(one) for one in reviews)


def test_faults_do_not_tell_it(back: Start) -> None:
    """It tells nothing of what was expected in a fault of an answers file."""
    _, faults = play(back.flow, back.case, {"next": "stopt", "spent-1.amount": "veel", "besid": "x", "with": 3})
    assert len(faults) == 4
    assert MARK not in repr(faults)


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"lesson": "Bellen.", "account": "Alles."}, ["next", "lesson", "lesson-to", "account", "account-to"]),
        ({"lesson": None, "account": None}, ["next", "lesson", "account"]),
    ],
)
def test_lessons(back: Start, given: Given, asked: list[str]) -> None:
    """It asks who takes up a lesson and to whom account is given, where there is one."""
    assert ids(back.flow, answered(back.flow, back.case, given), "lessons") == asked


def test_the_exception_itself_is_left_alone(back: Start) -> None:
    """It changes nothing in the exception, though some questions have the same id."""
    before = expected_of(back.case, "justification-1")
    after = answered(back.flow, back.case, {"with": "ons", "family-heard": "said", "happened": "x"})
    assert expected_of(after, "justification-1") == before


def test_what_is_being_changed_in_the_exception(pack: Pack, nl: Wording) -> None:
    """It shows of an exception what stands, where somebody is typing something else over that."""
    case = excepted(pack, nl, EXPECTED)
    flow = JustificationFlow(pack, nl, "justification-1", DAY)
    case = drafted(flow, case, "expect", "Heel wat an")
    start = Sheets(pack, nl, DAY).look_back(case, case.justifications[0])
    lead = the(start.flow, start.case, "beside").lead
    assert str(EXPECTED["expect"]) in lead
    assert "Heel wat an" not in lead


def test_title_of_the_case(pack: Pack, nl: Wording, back: Start) -> None:
    """It asks for the name of the case only where that is not known."""
    assert ids(back.flow, back.case)[0] == "with"
    nameless = back.case.model_copy(update={"intake": Record()})
    assert ids(back.flow, nameless)[:3] == ["title", "situation", "with"]
    assert values(back.flow, back.case) == TITLE


def test_pack_that_asks_something_else(pack: Pack, nl: Wording, back: Start) -> None:
    """It shows what was expected nowhere where a pack does not ask how it came out."""
    steps = tuple(one for one in pack.look_back if one.id != "beside")
    own = pack.model_copy(update={"look_back": steps})
    flow = LookBackFlow(own, nl, "look-back-1", DAY, expected_of(back.case, "justification-1"))
    assert not any(reveals(one) for one in flow.path(back.case))


def test_answers_in_order(back: Start) -> None:
    """It keeps answers in the order of the steps."""
    given: Given = {"lesson": "x", "beside": "y", "happened": "z", "with": "ons"}
    case: Case = answered(back.flow, back.case, given)
    assert [one.id for one in case.look_backs[0].answers] == ["with", "happened", "beside", "lesson"]
    assert case.look_backs[0].by_id()["with"] == Answer(id="with", asked="?", value="ons")
