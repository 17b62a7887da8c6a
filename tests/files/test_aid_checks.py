"""What can be wrong inside an aid; where each fault stands is tested in test_packs, on tests/data/packs."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.domain.aid import Aid, CardField, Choice, Decision, DecisionQuestion, Route, Step
from doorbraak_cli.domain.text import Text
from doorbraak_cli.files import packs
from doorbraak_cli.files.aid_checks import TAKEN, checked_aid
from doorbraak_cli.flows.decision import decide

from .conftest import DATA, told

if TYPE_CHECKING:
    from typing import Literal

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

TEXT = Text(nl="Tekst", en="Text")


def aid(*steps: Step, decision: Decision | None = None) -> Aid:
    return Aid(id="hulp", title=TEXT, gist=TEXT, when=TEXT, text=TEXT, steps=steps, decision=decision)


def step(*fields: CardField) -> Step:
    return Step(title=TEXT, text=TEXT, fields=fields)


def options(*names: str) -> tuple[Choice, ...]:
    return tuple(Choice(id=name, text=TEXT) for name in names)


def field(name: str, kind: Literal["choice", "line", "text"] = "line", *choices: str) -> CardField:
    return CardField(id=name, kind=kind, text=TEXT, options=options(*choices))


def route(name: str, **when: tuple[str, ...]) -> Route:
    return Route(id=name, when=when, title=TEXT, text=TEXT, why=TEXT)


def decision(asked: dict[str, tuple[str, ...]], *routes: Route) -> Decision:
    questions = tuple(DecisionQuestion(id=name, text=TEXT, options=options(*names)) for name, names in asked.items())
    return Decision(questions=questions, routes=routes)


def found(one: Aid) -> list[str]:
    """Give `place key` for every fault in an aid."""
    return [f"{'.'.join(map(str, location))} {message.key}" for location, message in checked_aid(one)]


def test_nothing_wrong(pack: Pack) -> None:
    """It finds nothing in the aids of the guide, which have cards and decisions among them."""
    assert any(one.fields for one in pack.aids)
    assert any(one.decision for one in pack.aids)
    assert [line for one in pack.aids for line in found(one)] == []


def test_nothing_wrong_where_nothing_is_asked() -> None:
    """It finds nothing in an aid that is only read."""
    assert found(aid()) == found(aid(step(), step())) == []


def test_every_kind_of_field() -> None:
    """It takes lines, texts, and choices from at least two options."""
    assert found(aid(step(field("a"), field("b", "text")), step(field("c", "choice", "x", "y")))) == []


@pytest.mark.parametrize("name", TAKEN)
def test_taken(name: str) -> None:
    """It refuses a field under an id that a card needs itself, whichever kind it is."""
    there = aid(step(field("a"), field(name)), step(field("b", "choice", name, "y")))
    assert found(there) == ["steps.0.fields.1.id pack.taken"]


def test_taken_by_what_a_case_keeps() -> None:
    """It keeps the pseudonym of a case, what was said of it, and the end of the card from being taken for a field."""
    assert set(TAKEN) == {"title", "situation", "review", "finish"}


@pytest.mark.parametrize("choices", [(), ("x",)])
def test_choice_without_options(choices: tuple[str, ...]) -> None:
    """It refuses a choice where there is nothing to choose."""
    assert found(aid(step(field("a", "choice", *choices)))) == ["steps.0.fields.0.options pack.choice-without"]


@pytest.mark.parametrize("kind", ["line", "text"])
def test_options_without_a_choice(kind: Literal["line", "text"]) -> None:
    """It refuses options at a field that is typed."""
    assert found(aid(step(field("a", kind, "x", "y")))) == ["steps.0.fields.0.options pack.options-without-choice"]


def test_one_field_in_two_steps() -> None:
    """It refuses one id in two steps, and leaves neighbours in one step to who looks at all lists."""
    there = aid(step(field("a"), field("b"), field("b")), step(field("c"), field("a")), step(field("a"), field("a")))
    assert found(there) == [
        "steps.1.fields.1.id pack.repeated-within",
        "steps.2.fields.0.id pack.repeated-within",
    ]


ASKED = {"a": ("yes", "no"), "b": ("yes", "no", "unknown")}


def test_routes_that_are_fine() -> None:
    """It takes routes with conditions, and one at the end that has none."""
    assert found(aid(decision=decision(ASKED, route("x", a=("yes",), b=("no", "unknown")), route("y")))) == []
    assert found(aid(decision=decision(ASKED, route("y")))) == []


def test_last_route() -> None:
    """It refuses a last route that does not always apply, also where it is the only one."""
    assert found(aid(decision=decision(ASKED, route("x", a=("yes",))))) == ["decision.routes.0 pack.route-last"]


def test_route_that_hides_others() -> None:
    """It refuses every route that always applies before the last one."""
    there = decision(ASKED, route("x"), route("y", a=("no",)), route("z"), route("last"))
    assert found(aid(decision=there)) == ["decision.routes.0 pack.route-always", "decision.routes.2 pack.route-always"]


def test_routes_on_what_is_not_asked() -> None:
    """It refuses conditions on a question that is not there, and on an answer that question does not have."""
    there = decision(ASKED, route("x", a=("yes", "unknown"), c=("yes",), b=("yess",)), route("last"))
    assert found(aid(decision=there)) == [
        "decision.routes.0.when.a.1 pack.dangling",
        "decision.routes.0.when.c pack.dangling",
        "decision.routes.0.when.b.0 pack.dangling-near",
    ]


def test_card_and_decision_in_one() -> None:
    """It looks at both where an aid has both."""
    there = aid(step(field("review")), decision=decision(ASKED, route("x", a=("yes",))))
    assert found(there) == ["steps.0.fields.0.id pack.taken", "decision.routes.0 pack.route-last"]


def test_what_is_said(nl: Wording) -> None:
    """It names the field or route it is about, and every fault has words in both languages."""
    for kind, names in {"card": ("review", "finish", "wat", "wie"), "decision": ("jeugd", "altijd", "kinds")}.items():
        _, problems = packs.examine(DATA / "packs" / kind)
        assert told(problems)
        said = [nl.message(problem.message) for problem in problems]
        assert [name for name in names if not any(f'"{name}"' in one for one in said)] == []


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """Draw a decision: mostly a sound one, sometimes with conditions or ends that are not."""
    asked = {name: ("x", "y", "z")[: draw(st.integers(2, 3))] for name in ("a", "b", "c")[: draw(st.integers(1, 3))]}
    answers = st.lists(st.sampled_from(("x", "y", "z")), min_size=1, max_size=2, unique=True).map(tuple)
    conditions = st.dictionaries(st.sampled_from(("a", "b", "c")), answers, max_size=2)
    routes = [route(f"r{at}", **draw(conditions)) for at in range(draw(st.integers(0, 3)))]
    last = draw(st.just({}) | conditions)
    return decision(asked, *routes, route("last", **last))


@given(decisions())
def test_every_answer_leads_somewhere(one: Decision) -> None:
    """It lets nothing pass in which some answers lead nowhere, and refuses nothing without a reason."""
    every = [dict(zip((each.id for each in one.questions), answers, strict=True)) for answers in combinations(one)]
    if not found(aid(decision=one)):
        assert all(isinstance(decide(one, answers), Route) for answers in every)
    else:
        # A condition cannot hold, or an end is in the wrong place.
        *before, last = one.routes
        ends = bool(last.when) or not all(each.when for each in before)
        known = {each.id: {choice.id for choice in each.options} for each in one.questions}
        assert ends or any(
            not set(answers) <= known.get(name, set()) for each in one.routes for name, answers in each.when.items()
        )


def combinations(one: Decision) -> list[tuple[str, ...]]:
    return list(product(*([choice.id for choice in each.options] for each in one.questions)))
