"""A case and its answers."""

from datetime import date

import pytest
from pydantic import ValidationError

from doorbraak_cli.domain.case import Answer, Card, Case, Record, Reflection, Weighing
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
    new = old.with_reflection(reflection())
    assert (len(old.reflections), len(new.reflections)) == (0, 1)
    with pytest.raises(ValidationError):
        old.about = "policy"  # type: ignore[misc]  # that it is refused is the point


def test_with_reflection_replaces_by_id() -> None:
    """It puts a changed reflection in the place of the old one."""
    case = Case(about="case", created=DAY, reflections=(reflection("reflection-1"), reflection("reflection-2")))
    changed = case.with_reflection(reflection("reflection-1", said("a")))
    assert [(one.id, len(one.answers)) for one in changed.reflections] == [("reflection-1", 1), ("reflection-2", 0)]


def test_next_reflection_id() -> None:
    """It gives an id that is free, also after one was taken out by hand."""
    case = Case(about="case", created=DAY, reflections=(reflection("reflection-2"),))
    assert case.next_reflection_id == "reflection-1"
    assert case.with_reflection(reflection("reflection-1")).next_reflection_id == "reflection-3"


def test_cards() -> None:
    """It keeps cards beside reflections: found by id, replaced by id, in the order they were begun."""
    case = Case(about="case", created=DAY, reflections=(reflection(),)).with_card(card())
    case = case.with_card(card("card-2", aid="ander")).with_card(card("card-1", said("a")))
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
    assert case.next_card_id == "card-1"
    assert case.with_card(card()).next_card_id == "card-3"


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
    case = Case(about="case", created=DAY, cards=(card(),)).with_weighing(weighing())
    case = case.with_weighing(weighing("weighing-2", supersedes="weighing-1")).with_weighing(
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
    assert case.next_weighing_id == "weighing-1"
    assert case.with_weighing(weighing()).next_weighing_id == "weighing-3"


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
    for more in (case.with_card(card()), case.with_reflection(reflection())):
        assert not more.begun_with(more.weighings[0])


def test_begun_with_something_else() -> None:
    """It says the same of cards and reflections."""
    first = Case(about="case", created=DAY, cards=(card(), card("card-2")))
    assert [first.begun_with(one) for one in first.cards] == [True, False]
    assert not any(first.with_weighing(weighing()).begun_with(one) for one in first.cards)
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
