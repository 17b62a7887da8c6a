"""Which route applies."""

from __future__ import annotations

import pytest

from doorbraak_cli.domain.aid import Choice, Decision, DecisionQuestion, Route
from doorbraak_cli.domain.text import Text
from doorbraak_cli.flows.decision import asking, decide, walk
from doorbraak_cli.flows.prompter import Back, Form, Paused

from .conftest import ListPrompter


def text(name: str) -> Text:
    return Text(nl=name, en=f"{name} (en)")


def question(name: str, *options: str) -> DecisionQuestion:
    return DecisionQuestion(id=name, text=text(name), options=tuple(Choice(id=one, text=text(one)) for one in options))


def route(name: str, **when: tuple[str, ...]) -> Route:
    return Route(id=name, when=when, title=text(name), text=text(name), why=text(name))


DECISION = Decision(
    questions=(
        question("seeking", "advice", "training"),
        question("adult", "yes", "no"),
        question("known", "yes", "no", "unknown"),
    ),
    routes=(
        route("elsewhere", seeking=("training",)),
        # The question that comes last is named first: what is asked first is decided by the questions.
        route("anonymous", known=("no", "unknown"), adult=("yes",), seeking=("advice",)),
        route("open", seeking=("advice",), adult=("yes",), known=("yes",)),
        route("other"),
    ),
)


@pytest.mark.parametrize(
    ("answers", "step"),
    [
        ({}, "seeking"),
        ({"seeking": "training"}, "elsewhere"),
        ({"seeking": "advice"}, "adult"),
        ({"seeking": "advice", "adult": "no"}, "other"),
        ({"seeking": "advice", "adult": "yes"}, "known"),
        ({"seeking": "advice", "adult": "yes", "known": "no"}, "anonymous"),
        ({"seeking": "advice", "adult": "yes", "known": "unknown"}, "anonymous"),
        ({"seeking": "advice", "adult": "yes", "known": "yes"}, "open"),
        ({"seeking": "advice", "known": "yes"}, "adult"),
        ({"adult": "yes"}, "seeking"),
        ({"adult": "no", "known": "no"}, "seeking"),
        ({"adult": "no", "seeking": "training"}, "elsewhere"),
    ],
)
def test_decide(answers: dict[str, str], step: str) -> None:
    """It gives the first route that applies, or the first question that still decides whether it does."""
    assert decide(DECISION, answers).id == step


def test_nothing_to_ask() -> None:
    """It asks nothing where only one route is left."""
    only = Decision(questions=DECISION.questions, routes=(route("always"),))
    assert decide(only, {}).id == "always"


def test_no_route_is_left() -> None:
    """It does not make up a route where a decision forgot the one that always applies."""
    incomplete = Decision(questions=DECISION.questions, routes=(route("elsewhere", seeking=("training",)),))
    with pytest.raises(LookupError):
        decide(incomplete, {"seeking": "advice"})


@pytest.mark.parametrize(
    ("replies", "asked", "route_id"),
    [
        (["training"], ["seeking"], "elsewhere"),
        (["advice", "no"], ["seeking", "adult"], "other"),
        (["advice", "yes", "unknown"], ["seeking", "adult", "known"], "anonymous"),
    ],
)
def test_walk(replies: list[str], asked: list[str], route_id: str) -> None:
    """It asks no more than is needed, and gives the answers with the route."""
    prompter = ListPrompter(replies)
    answers, found = walk(DECISION, "nl", prompter, {})
    assert prompter.seen == [(name, None) for name in asked]
    assert (answers, found.id) == (dict(zip(asked, replies, strict=True)), route_id)


def test_known_answers_are_not_asked() -> None:
    """It asks only what is not known, and leaves what was given as it was."""
    known = {"adult": "yes"}
    prompter = ListPrompter(["advice", "yes"])
    answers, found = walk(DECISION, "nl", prompter, known)
    assert [name for name, _ in prompter.seen] == ["seeking", "known"]
    assert (answers, found.id) == ({"adult": "yes", "seeking": "advice", "known": "yes"}, "open")
    assert known == {"adult": "yes"}


def test_all_is_known() -> None:
    """It asks nothing where what is known decides."""
    prompter = ListPrompter([])
    assert walk(DECISION, "nl", prompter, {"seeking": "training"})[1].id == "elsewhere"
    assert prompter.seen == []


def test_back() -> None:
    """It asks the question before again, filled in, and another answer leads another way."""
    prompter = ListPrompter(["advice", "yes", Back(), Back(), "advice", "no"])
    answers, found = walk(DECISION, "nl", prompter, {})
    assert prompter.seen == [
        ("seeking", None), ("adult", None), ("known", None), ("adult", "yes"), ("seeking", "advice"), ("adult", "yes"),
    ]  # fmt: skip
    assert (answers, found.id) == ({"seeking": "advice", "adult": "no"}, "other")


def test_back_to_another_way() -> None:
    """It forgets an answer that was gone back on, also where it is not asked again."""
    prompter = ListPrompter(["advice", "yes", Back(), Back(), "training"])
    assert walk(DECISION, "nl", prompter, {})[0] == {"seeking": "training"}


@pytest.mark.parametrize("known", [{}, {"seeking": "advice"}])
def test_back_from_the_first_question(known: dict[str, str]) -> None:
    """It leaves where there is nothing before, also where that was given beforehand."""
    with pytest.raises(Back):
        walk(DECISION, "nl", ListPrompter([Back()]), known)


def test_paused() -> None:
    """It stops where somebody pauses: a decision of a few questions is not kept."""
    with pytest.raises(Paused):
        walk(DECISION, "nl", ListPrompter(["advice", Paused()]), {})


def test_asking() -> None:
    """It asks for one choice that cannot be skipped, in the language asked for."""
    asked = asking(DECISION.questions[0], "en")
    assert (asked.form, asked.required, asked.text) == (Form.CHOICE, True, "seeking (en)")
    assert [(option.id, option.label) for option in asked.options] == [
        ("advice", "advice (en)"),
        ("training", "training (en)"),
    ]
