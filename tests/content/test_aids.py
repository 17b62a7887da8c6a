"""The aids: what is read while working, the card of a consult, and the questions that lead to the right route."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.domain.aid import Decision, DecisionQuestion, Route
from doorbraak_cli.domain.wording import LANGUAGES
from doorbraak_cli.flows.decision import decide

from .conftest import is_one_sentence

if TYPE_CHECKING:
    from doorbraak_cli.domain.aid import Aid
    from doorbraak_cli.domain.pack import Pack

PLACES = {
    "breed-afwegingskader": (3, 7),
    "consultatiefunctie-ggz": (5, 16),
    "lege-stoel": (5, 21),
    "maatwerkonderbouwing": (8, 33),
    "netwerk-van-specialisten": (5, 16),
    "verklarende-analyse": (5, 16),
    "verzoek-tot-bespreking": (5, 21),
    "warme-overdracht": (5, 21),
    "zorgvuldig-consulteren": (5, 21),
}


def there(pack: Pack, name: str) -> Aid:
    aid = pack.aid(name)
    assert aid is not None
    return aid


@pytest.fixture
def decision(pack: Pack) -> Decision:
    """Give the decision on consulting mental health care."""
    decision = there(pack, "consultatiefunctie-ggz").decision
    assert decision is not None
    return decision


# --- All of them


def test_ids(pack: Pack) -> None:
    """It has the nine aids of the guide, each with its place in it."""
    assert len(PLACES) == 9
    assert {one.id: one.source and (one.source.chapter, one.source.page) for one in pack.aids} == PLACES


def test_something_to_do(pack: Pack) -> None:
    """It gives several steps or points with every aid."""
    assert [one.id for one in pack.aids if len(one.steps) < 3] == []


def test_every_aid_is_named(pack: Pack) -> None:
    """It names every aid with a recommendation, so that somebody who reads on comes across it."""
    assert {aid for one in pack.recommendations for aid in one.aids} == PLACES.keys()


def test_gist_and_title(pack: Pack) -> None:
    """It says in one sentence of at most 160 characters what each is, and calls it in at most 60."""
    for lang in LANGUAGES:
        gists = {one.id: one.gist.pick(lang) for one in pack.aids}
        assert [name for name, gist in gists.items() if len(gist) > 160 or not is_one_sentence(gist)] == []
        assert [one.id for one in pack.aids if len(one.title.pick(lang)) > 60] == []
        steps = [(one.id, step.title.pick(lang)) for one in pack.aids for step in one.steps]
        assert [line for line in steps if len(line[1]) > 60] == []


def test_values_to_weigh(pack: Pack) -> None:
    """It weighs safety, livelihood and development, with safety first."""
    titles = [step.title.pick("nl").casefold() for step in there(pack, "breed-afwegingskader").steps]
    assert len(titles) == 3
    for title, word in zip(titles, ("veiligheid", "bestaanszekerheid", "ontwikkeling"), strict=True):
        assert word in title


def test_grounds_for_an_exception(pack: Pack) -> None:
    """It gives the three grounds of the guide."""
    titles = " ".join(step.title.pick("nl").casefold() for step in there(pack, "maatwerkonderbouwing").steps)
    assert [word for word in ("legitimiteit", "betrokkenheid", "rendement") if word not in titles] == []


# --- The card of a consult

# The five duties of the guide in its order, and what is filled in for each.
DUTIES = [
    {"role", "responsible"},
    {"expertise", "uncertainties"},
    {"position"},
    {"consent", "shared"},
    {"nature", "scope"},
]


def test_only_one_card(pack: Pack) -> None:
    """It has one aid to fill in."""
    assert [one.id for one in pack.aids if one.fields] == ["zorgvuldig-consulteren"]


def test_duties(pack: Pack) -> None:
    """It asks for all that the five duties of a careful consult ask for, each where the duty is told."""
    steps = there(pack, "zorgvuldig-consulteren").steps
    filled = [{field.id for field in step.fields} for step in steps]
    assert len(filled) == len(DUTIES)
    assert all(duty <= fields for duty, fields in zip(DUTIES, filled, strict=True))


def test_choices_on_the_card(pack: Pack) -> None:
    """It keeps thinking along, advising and helping to decide apart, and asks plainly whether there is consent."""
    choices = {
        field.id: [one.id for one in field.options]
        for field in there(pack, "zorgvuldig-consulteren").fields
        if field.kind == "choice"
    }
    assert choices == {"role": ["think-along", "advise", "decide-along"], "consent": ["no", "yes"]}


def test_card_asks(pack: Pack) -> None:
    """It asks every field as a question, and no hint as one."""
    fields = there(pack, "zorgvuldig-consulteren").fields
    for lang in LANGUAGES:
        assert [field.id for field in fields if not field.text.pick(lang).endswith("?")] == []


# --- Which route applies

CONDITIONS = ("person", "adult", "treatment", "consent")


def every(decision: Decision) -> list[dict[str, str]]:
    """Give every way in which all questions can be answered."""
    names = [one.id for one in decision.questions]
    options = [[option.id for option in one.options] for one in decision.questions]
    return [dict(zip(names, chosen, strict=True)) for chosen in product(*options)]


def applies(route: Route, answers: dict[str, str]) -> bool:
    return all(answers[name] in wanted for name, wanted in route.when.items())


def reached(decision: Decision, answers: dict[str, str]) -> Route:
    route = decide(decision, answers)
    assert isinstance(route, Route)
    return route


def test_only_one_decision(pack: Pack) -> None:
    """It has one aid that asks something back: the one with conditions."""
    assert [one.id for one in pack.aids if one.decision] == ["consultatiefunctie-ggz"]


def test_questions(decision: Decision) -> None:
    """It asks for the conditions of the guide, each of which somebody may not know."""
    assert [one.id for one in decision.questions] == ["seeking", *CONDITIONS]
    options = {one.id: {option.id for option in one.options} for one in decision.questions}
    assert options.pop("seeking") == {"advice", "outreach", "training"}
    assert all(names == {"yes", "no", "unknown"} for names in options.values())
    assert len(every(decision)) == 243


def test_one_route(decision: Decision) -> None:
    """It leads every way of answering to one route whose conditions hold, and every route is led to."""
    routes = [(answers, reached(decision, answers)) for answers in every(decision)]
    assert [answers for answers, route in routes if not applies(route, answers)] == []
    assert {route.id for _, route in routes} == {route.id for route in decision.routes}
    assert len({route.id for route in decision.routes}) == len(decision.routes)


def reasons(answers: dict[str, str]) -> set[str]:
    """Give what puts a question outside the consultation function, by what the guide says."""
    if answers["seeking"] != "advice":
        return {answers["seeking"]}
    outside = {
        "youth": answers["adult"] == "no",
        "no-person": answers["person"] == "no",
        "in-treatment": answers["treatment"] == "yes" and answers["adult"] != "no",
    }
    return {route for route, holds in outside.items() if holds}


def test_right_route(decision: Decision) -> None:
    """It says no for a reason that holds, yes where all conditions are met, and else what to find out first."""
    for answers in every(decision):
        route = reached(decision, answers).id
        met = (answers["person"], answers["adult"], answers["treatment"]) == ("yes", "yes", "no")
        if reasons(answers):
            assert route in reasons(answers), answers
        elif met:
            assert route == ("consult" if answers["consent"] == "yes" else "consult-anonymous"), answers
        else:
            assert route == "find-out", answers


YES = {"seeking": "advice", "person": "yes", "adult": "yes", "treatment": "no", "consent": "yes"}


@pytest.mark.parametrize(
    ("changed", "route"),
    [
        ({}, "consult"),
        ({"consent": "no"}, "consult-anonymous"),
        ({"consent": "unknown"}, "consult-anonymous"),
        ({"adult": "no"}, "youth"),
        ({"adult": "no", "treatment": "yes", "consent": "unknown"}, "youth"),
        ({"treatment": "yes"}, "in-treatment"),
        ({"person": "no"}, "no-person"),
        ({"seeking": "outreach"}, "outreach"),
        ({"seeking": "training"}, "training"),
        ({"adult": "unknown"}, "find-out"),
        ({"treatment": "unknown"}, "find-out"),
        ({"person": "unknown"}, "find-out"),
    ],
)
def test_route_by_answer(decision: Decision, changed: dict[str, str], route: str) -> None:
    """It tells for each condition of the guide what follows when it is not met."""
    assert reached(decision, YES | changed).id == route


def test_names_the_law_that_does_apply(decision: Decision) -> None:
    """It names where to go when somebody is under 18 or asks for no help, as the guide does."""
    routes = {route.id: route for route in decision.routes}
    assert "Jeugdwet" in routes["youth"].text.pick("nl")
    assert "Wmo" in routes["outreach"].text.pick("nl")


@given(st.data())
def test_no_more_is_asked_than_needed(pack: Pack, data: st.DataObject) -> None:
    """It asks step by step, each question once, only what can change the route, and comes to the same one."""
    decision = there(pack, "consultatiefunctie-ggz").decision
    assert decision is not None
    answers = data.draw(st.sampled_from(every(decision)))
    known: dict[str, str] = {}
    while isinstance(step := decide(decision, known), DecisionQuestion):
        assert step.id not in known
        rest = [other for other in every(decision) if known.items() <= other.items()]
        assert len({reached(decision, other).id for other in rest}) > 1
        known[step.id] = answers[step.id]
    assert isinstance(step, Route)
    assert step == reached(decision, answers)
    others = [other for other in every(decision) if known.items() <= other.items()]
    assert {reached(decision, other).id for other in others} == {step.id}
