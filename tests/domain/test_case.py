"""A case and its answers."""

from datetime import date

import pytest
from pydantic import ValidationError

from doorbraak_cli.domain.case import (
    HOLDERS,
    SINGLE,
    Answer,
    Card,
    Case,
    Justification,
    LookBack,
    Network,
    Plan,
    Record,
    Reflection,
    Sitting,
    Weighing,
)
from doorbraak_cli.domain.pack import PackRef

DAY = date(2026, 4, 30)


def reflection(name: str = "reflection-1", *answers: Answer) -> Reflection:
    ref = PackRef(id="p", version="1", digest="d")
    return Reflection(id=name, started=DAY, language="nl", pack=ref, answers=answers)


def card(name: str = "card-1", *answers: Answer, aid: str = "hulpmiddel") -> Card:
    ref = PackRef(id="p", version="1", digest="d")
    return Card(id=name, aid=aid, started=DAY, language="nl", pack=ref, answers=answers)


def said(name: str, value: str = "x") -> Answer:
    return Answer(id=name, asked="?", value=value)


def test_an_answer_is_added_or_replaced_in_place() -> None:
    """It keeps the order in which things were first answered, and keeps later answers."""
    record = Record().with_answer(said("a")).with_answer(said("b")).with_answer(said("a", "anders"))
    assert [(one.id, one.value) for one in record.answers] == [("a", "anders"), ("b", "x")]


def test_dependents_are_marked() -> None:
    """It marks what leans on the answer, and leaves the rest alone."""
    record = Record(answers=(said("a"), said("b"), said("c"))).with_answer(said("a"), dependents={"c"})
    assert [one.check for one in record.answers] == [False, False, True]
    assert [one.open for one in record.answers] == [False, False, True]


def test_text() -> None:
    """It gives the text of an answer, and nothing for a list, a skipped one or none."""
    record = Record(answers=(said("a", "ja"), Answer(id="b", asked="?", value=("x",)), skipped("c")))
    assert [record.text(name) for name in ("a", "b", "c", "d")] == ["ja", "", "", ""]


def skipped(name: str) -> Answer:
    return Answer(id=name, asked="?", status="skipped")


def test_case_does_not_change() -> None:
    """It gives a new case for every change and leaves the old one as it was."""
    old = Case(about="case", created=DAY)
    new = old.with_sitting(reflection())
    assert (len(old.reflections), len(new.reflections)) == (0, 1)
    with pytest.raises(ValidationError):
        old.about = "policy"  # type: ignore[misc]  # that it is refused is the point


def test_with_reflection_replaces_by_id() -> None:
    """It puts a changed reflection in the place of the old one."""
    case = Case(about="case", created=DAY, reflections=(reflection("reflection-1"), reflection("reflection-2")))
    changed = case.with_sitting(reflection("reflection-1", said("a")))
    assert [(one.id, len(one.answers)) for one in changed.reflections] == [("reflection-1", 1), ("reflection-2", 0)]


def test_next_reflection_id() -> None:
    """It gives an id that is free, also after one was taken out by hand."""
    case = Case(about="case", created=DAY, reflections=(reflection("reflection-2"),))
    assert case.next_id(Reflection) == "reflection-1"
    assert case.with_sitting(reflection("reflection-1")).next_id(Reflection) == "reflection-3"


def test_cards() -> None:
    """It keeps cards beside reflections: found by id, replaced by id, in the order they were begun."""
    case = Case(about="case", created=DAY, reflections=(reflection(),)).with_sitting(card())
    case = case.with_sitting(card("card-2", aid="ander")).with_sitting(card("card-1", said("a")))
    assert [(one.id, one.aid, len(one.answers)) for one in case.cards] == [
        ("card-1", "hulpmiddel", 1),
        ("card-2", "ander", 0),
    ]
    assert case.card("card-2") == case.cards[1]
    assert case.card("reflection-1") is None
    assert case.reflections == (reflection(),)


def test_next_card_id() -> None:
    """It gives an id no card has, whatever the aid."""
    case = Case(about="case", created=DAY, cards=(card("card-2", aid="ander"),))
    assert case.next_id(Card) == "card-1"
    assert case.with_sitting(card()).next_id(Card) == "card-3"


def test_closed_card() -> None:
    """It closes a card as it does a reflection, and it stays a card."""
    closed = card("card-1", said("a")).closed(DAY)
    assert (closed.finished, closed.aid, closed.answers) == (DAY, "hulpmiddel", (said("a"),))


def test_lookups() -> None:
    """It finds a reflection by id, and title and situation in the intake."""
    intake = Record(answers=(said("title", "Duin"), said("situation", "Er speelt iets.")))
    case = Case(about="case", created=DAY, intake=intake, reflections=(reflection(),))
    assert case.reflection("reflection-1") is not None
    assert case.reflection("reflection-9") is None
    assert (case.title, case.situation) == ("Duin", "Er speelt iets.")
    assert reflection().closed(DAY).finished == DAY


@pytest.mark.parametrize(
    "data",
    [
        {"id": "a", "asked": "?", "status": "skipped", "value": "x"},
        {"id": "a", "asked": "?", "status": "answered"},
        {"id": "a", "asked": "?", "status": "draft"},
        {"id": "a", "asked": "?", "value": 3},
    ],
)
def test_answers_that_cannot_be(data: dict[str, object]) -> None:
    """It refuses a value that does not fit its status or is not text."""
    with pytest.raises(ValidationError):
        Answer.from_data(data)


def test_repeated_ids_are_refused() -> None:
    """It refuses two answers, reflections or cards under one id: one of them would be lost."""
    with pytest.raises(ValidationError, match="twice"):
        Record(answers=(said("a"), said("a")))
    with pytest.raises(ValidationError, match="twice"):
        Case(about="case", created=DAY, reflections=(reflection(), reflection()))
    with pytest.raises(ValidationError, match="twice"):
        Case(about="case", created=DAY, cards=(card(), card("card-1", aid="ander")))


def weighing(name: str = "weighing-1", *answers: Answer, supersedes: str | None = None) -> Weighing:
    ref = PackRef(id="p", version="1", digest="d")
    return Weighing(id=name, started=DAY, language="nl", pack=ref, answers=answers, supersedes=supersedes)


def test_weighings() -> None:
    """It keeps weighings beside the rest: found by id, replaced by id, in the order they were begun."""
    case = Case(about="case", created=DAY, cards=(card(),)).with_sitting(weighing())
    case = case.with_sitting(weighing("weighing-2", supersedes="weighing-1")).with_sitting(
        weighing("weighing-1", said("a"))
    )
    assert [(one.id, one.supersedes, len(one.answers)) for one in case.weighings] == [
        ("weighing-1", None, 1),
        ("weighing-2", "weighing-1", 0),
    ]
    assert case.weighing("weighing-2") == case.weighings[1]
    assert case.weighing("card-1") is None
    assert case.weighing(None) is None
    assert case.cards == (card(),)


def test_next_weighing_id() -> None:
    """It gives an id no weighing has."""
    case = Case(about="case", created=DAY, weighings=(weighing("weighing-2"),))
    assert case.next_id(Weighing) == "weighing-1"
    assert case.with_sitting(weighing()).next_id(Weighing) == "weighing-3"


def test_closed_weighing() -> None:
    """It closes a weighing as it does a reflection, and it knows still what it takes the place of."""
    closed = weighing("weighing-2", said("a"), supersedes="weighing-1").closed(DAY)
    assert (closed.finished, closed.supersedes, closed.superseded_by) == (DAY, "weighing-1", None)
    assert closed.answers == (said("a"),)


def test_sittings() -> None:
    """It gives everything done with a case."""
    case = Case(about="case", created=DAY, weighings=(weighing(),), cards=(card(),), reflections=(reflection(),))
    assert {one.id for one in case.sittings} == {"reflection-1", "card-1", "weighing-1"}
    assert Case(about="case", created=DAY).sittings == ()


def test_begun_with_a_weighing() -> None:
    """It says a case was begun with its first weighing where nothing else was done, whatever came after of its kind."""
    case = Case(about="case", created=DAY, weighings=(weighing(), weighing("weighing-2")))
    assert case.begun_with(case.weighings[0])
    assert not case.begun_with(case.weighings[1])
    for more in (case.with_sitting(card()), case.with_sitting(reflection())):
        assert not more.begun_with(more.weighings[0])


def test_begun_with_something_else() -> None:
    """It says the same of cards and reflections."""
    first = Case(about="case", created=DAY, cards=(card(), card("card-2")))
    assert [first.begun_with(one) for one in first.cards] == [True, False]
    assert not any(first.with_sitting(weighing()).begun_with(one) for one in first.cards)
    second = Case(about="case", created=DAY, reflections=(reflection(),))
    assert second.begun_with(second.reflections[0])


def test_repeated_weighings_are_refused() -> None:
    """It refuses two weighings under one id: one of them would be lost."""
    with pytest.raises(ValidationError, match="twice"):
        Case(about="case", created=DAY, weighings=(weighing(), weighing("weighing-1", supersedes="weighing-1")))


@pytest.mark.parametrize(
    ("answer", "unsettled"),
    [
        (said("a"), False),
        (skipped("a"), False),
        (Answer(id="a", asked="?", status="draft", value="x"), True),
        (Answer(id="a", asked="?", value="x", check=True), True),
    ],
)
def test_passed(answer: Answer, unsettled: bool) -> None:
    """It asks nothing again that somebody passed over, whatever it is, and still tells what is not settled."""
    passed = answer.model_copy(update={"passed": True})
    assert [one.is_unsettled for one in (answer, passed)] == [unsettled, unsettled]
    assert [one.open for one in (answer, passed)] == [unsettled, False]


def test_passed_until_something_changes() -> None:
    """It asks again what was passed over, once something it leans on changes."""
    record = Record(answers=(said("a"), said("b").model_copy(update={"passed": True})))
    (_, after) = record.with_answer(said("a", "anders"), dependents={"b"}).answers
    assert (after.open, after.passed, after.value) == (True, False, "x")


def network(*answers: Answer) -> Network:
    ref = PackRef(id="p", version="1", digest="d")
    return Network(id="network", started=DAY, language="nl", pack=ref, answers=answers)


def plan(*answers: Answer) -> Plan:
    ref = PackRef(id="p", version="1", digest="d")
    return Plan(id="plan", started=DAY, language="nl", pack=ref, answers=answers)


def justification(name: str = "justification-1", *answers: Answer) -> Justification:
    ref = PackRef(id="p", version="1", digest="d")
    return Justification(id=name, started=DAY, language="nl", pack=ref, answers=answers)


def look_back(name: str = "look-back-1", *answers: Answer, of: str = "justification-1") -> LookBack:
    ref = PackRef(id="p", version="1", digest="d")
    return LookBack(id=name, started=DAY, language="nl", pack=ref, answers=answers, of=of)


ALL: tuple[Sitting, ...] = (reflection(), card(), weighing(), network(), plan(), justification(), look_back())


def whole() -> Case:
    """Give a case with one of each."""
    case = Case(about="case", created=DAY)
    for one in ALL:
        case = case.with_sitting(one)
    return case


def test_every_kind_has_its_place() -> None:
    """It keeps whatever can be done with a case somewhere, in one of the places a case has."""
    assert {*HOLDERS, *SINGLE} == {type(one) for one in ALL}
    assert {*HOLDERS.values(), *SINGLE.values()} <= {*Case.model_fields}


def test_sittings_of_every_kind() -> None:
    """It gives all that was done, each once, in whatever order it was begun."""
    assert {one.id for one in whole().sittings} == {one.id for one in ALL}
    assert len(whole().sittings) == len(ALL)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_found_by_kind_and_id(one: Sitting) -> None:
    """It finds what has an id among those of one kind, and nothing of another kind, with another id or with none."""
    case = whole()
    assert case.sitting(type(one), one.id) == one
    assert case.sitting(type(one), None) is None
    assert case.sitting(type(one), f"{one.id}0") is None
    assert [case.sitting(type(other), one.id) for other in ALL if type(other) is not type(one)] == [None] * 6
    assert Case(about="case", created=DAY).sitting(type(one), one.id) is None


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_placed_by_kind(one: Sitting) -> None:
    """It puts what changed in the place of what has its id, and leaves all else as it was."""
    changed = one.model_copy(update={"answers": (said("a"),)})
    after = whole().with_sitting(changed)
    assert {each.id: each for each in after.sittings} == {each.id: each for each in ALL} | {one.id: changed}


@pytest.mark.parametrize("one", [network(), plan()], ids=lambda one: one.id)
def test_one_of_a_kind(one: Sitting) -> None:
    """It has one network and one plan, which keep their id whatever else there is."""
    assert Case(about="case", created=DAY).next_id(type(one)) == one.id
    assert whole().next_id(type(one)) == one.id
    again = whole().with_sitting(one.closed(DAY))
    assert [each.finished for each in again.sittings if type(each) is type(one)] == [DAY]


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (Reflection, "reflection-1", "reflection-2"),
        (Card, "card-1", "card-2"),
        (Weighing, "weighing-1", "weighing-2"),
        (Justification, "justification-1", "justification-2"),
        (LookBack, "look-back-1", "look-back-2"),
    ],
)
def test_next_id_of_a_kind(kind: type[Sitting], first: str, second: str) -> None:
    """It numbers those of each kind by themselves."""
    assert Case(about="case", created=DAY).next_id(kind) == first
    assert whole().next_id(kind) == second


def test_next_id_after_one_was_taken_out() -> None:
    """It gives an id that is free, also after an exception was taken out by hand."""
    case = Case(about="case", created=DAY, justifications=(justification("justification-2"),))
    assert case.next_id(Justification) == "justification-1"
    assert case.with_sitting(justification()).next_id(Justification) == "justification-3"


def test_justifications() -> None:
    """It keeps exceptions in the order they were begun, and finds each by its id."""
    case = whole().with_sitting(justification("justification-2")).with_sitting(justification("justification-1"))
    assert [one.id for one in case.justifications] == ["justification-1", "justification-2"]
    assert case.justification("justification-2") == case.justifications[1]
    assert (case.justification("look-back-1"), case.justification(None)) == (None, None)


def test_look_backs() -> None:
    """It keeps which exception was looked back on, also when the look-back is finished and more than once."""
    case = whole().with_sitting(look_back("look-back-2", of="justification-2"))
    case = case.with_sitting(case.look_backs[0].closed(DAY)).with_sitting(look_back("look-back-3"))
    assert [(one.id, one.of, one.finished) for one in case.look_backs] == [
        ("look-back-1", "justification-1", DAY),
        ("look-back-2", "justification-2", None),
        ("look-back-3", "justification-1", None),
    ]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_begun_with_any_kind(one: Sitting) -> None:
    """It says a case was begun with what it holds where that is all there is, and not once anything else was done."""
    case = Case(about="case", created=DAY).with_sitting(one)
    assert case.begun_with(one)
    others = [each for each in ALL if type(each) is not type(one)]
    assert len(others) == 6
    assert [case.with_sitting(each).begun_with(one) for each in others] == [False] * 6


def test_repeated_exceptions_and_look_backs_are_refused() -> None:
    """It refuses two exceptions or look-backs under one id: one of them would be lost."""
    with pytest.raises(ValidationError, match="twice"):
        Case(about="case", created=DAY, justifications=(justification(), justification()))
    with pytest.raises(ValidationError, match="twice"):
        Case(about="case", created=DAY, look_backs=(look_back(), look_back(of="justification-2")))
