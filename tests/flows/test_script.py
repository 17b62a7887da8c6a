"""Answers given beforehand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.errors import Message
from doorbraak_cli.flows.prompter import Form, Option, Question
from doorbraak_cli.flows.script import ScriptedPrompter, check, clean, play

from .conftest import DAY, GUARD, SETUP, guarded

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.flows.reflection import ReflectionFlow

GIVEN: dict[str, Any] = {
    **{name: list(value) if isinstance(value, tuple) else value for name, value in SETUP.items()},
    "ra-micro-5": "largely",
}


def keys(flow: ReflectionFlow, case: Case, given: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault.answer_id, fault.message.key) for fault in play(flow, case, given)[1]]


def test_a_whole_reflection(flow: ReflectionFlow, case: Case) -> None:
    """It plays through to the end and closes the reflection; what may be left out is skipped."""
    done, faults = play(flow, case, {**GIVEN, "ra-micro-5.evidence": "Zo.\nEn zo.\n"})
    assert faults == []
    reflection = done.reflections[0]
    assert reflection.finished == DAY
    assert reflection.text("ra-micro-5.evidence") == "Zo.\nEn zo."
    assert reflection.by_id()["ra-micro-5.next"].status == "skipped"


def test_all_faults_at_once(flow: ReflectionFlow, case: Case) -> None:
    """It finds everything that is wrong in one run and leaves the case as it was."""
    given = {
        **GIVEN,
        "title": "",
        "role": "twee\nregels",
        "ra-micro-5": "larglly",
        "ra-micro-5.evidenc": "x",
        "zzz": "x",
        "bk-micro-1": "fully",
    }
    after, faults = play(flow, case, given)
    assert after == case
    found = {(fault.answer_id, fault.message.key) for fault in faults}
    assert {
        ("title", "answers.required"),
        ("role", "answers.line"),
        ("ra-micro-5", "answers.choice-near"),
        ("ra-micro-5.evidenc", "answers.unknown-near"),
        ("zzz", "answers.unknown"),
        ("bk-micro-1", "answers.not-asked"),
    } <= found


def test_wrong_choice_of_questions(flow: ReflectionFlow, case: Case) -> None:
    """It names the wrong one in the list, and does not blame the answers that would belong to it."""
    given = {**GIVEN, "questions": ["ra-micro-5", "ra-micro-55"], "ra-micro-4.a": "fully", "ra-micro-4.b": "fuly"}
    found = play(flow, case, given)[1]
    assert [(fault.answer_id, fault.message.key, fault.item) for fault in found] == [
        ("questions", "answers.choice-near", 1),
        ("ra-micro-4.b", "answers.choice-near", None),
    ]


def test_refused_texts(flow: ReflectionFlow, case: Case) -> None:
    """It finds every refused text in one run, beside other faults, and keeps nothing."""
    given = {**GIVEN, "ra-micro-5.evidence": "Jansen zei:", "ra-micro-5.next": "Jansen bellen", "role": "twee\nregels"}
    after, faults = play(guarded(flow), case, given)
    assert after == case
    assert [(fault.answer_id, fault.message.key) for fault in faults] == [
        ("role", "answers.line"),
        ("ra-micro-5.evidence", "answers.refused"),
        ("ra-micro-5.next", "answers.refused"),
    ]


def test_refused_text_that_is_not_asked(flow: ReflectionFlow, case: Case) -> None:
    """It refuses a text also where a fault before it hides whether it would be asked."""
    given = {**GIVEN, "level": "mikro", "ra-micro-5.evidence": "Jansen zei:"}
    assert keys(guarded(flow), case, given) == [
        ("level", "answers.choice-near"),
        ("ra-micro-5.evidence", "answers.refused"),
    ]


def test_guard_changes_nothing_else(flow: ReflectionFlow, case: Case) -> None:
    """It keeps what is not refused to the letter."""
    given = {**GIVEN, "ra-micro-5.evidence": "De moeder, 34,\n  zei: […]"}
    assert play(guarded(flow), case, given) == play(flow, case, given)
    assert play(flow, case, given)[1] == []


def test_missing_answers(flow: ReflectionFlow, case: Case) -> None:
    """It names every answer that must be there, if only as null."""
    given = {name: value for name, value in GIVEN.items() if name not in ("title", "ra-micro-5")}
    found = play(flow, case, given)[1]
    assert [(fault.answer_id, fault.message.key, fault.missing) for fault in found] == [
        ("title", "answers.missing-required", True),
        ("ra-micro-5", "answers.missing", True),
    ]


def test_null_is_skipped(flow: ReflectionFlow, case: Case) -> None:
    """It takes null for skipped, and null for a question that does not come for nothing at all."""
    done, faults = play(flow, case, {**GIVEN, "ra-micro-5": None, "ra-micro-5.evidence": None})
    assert faults == []
    assert done.reflections[0].by_id()["ra-micro-5"].status == "skipped"


def test_without_a_level_the_rest_is_still_checked(flow: ReflectionFlow, case: Case) -> None:
    """It cannot know what follows a wrong level, but still checks every answer for itself."""
    given = {**GIVEN, "level": "mikro", "ra-micro-5": "larglly", "zzz": "x"}
    assert keys(flow, case, given) == [
        ("level", "answers.choice-near"),
        ("ra-micro-5", "answers.choice-near"),
        ("zzz", "answers.unknown"),
    ]


CHOICES = Question("q", Form.CHOICES, "?", options=(Option("a", "A"), Option("b", "B")), required=True)
CHOICE = Question("q", Form.CHOICE, "?", options=tuple(Option(f"o{n}", "") for n in range(20)))
TEXT = Question("q", Form.TEXT, "?")
LINE = Question("q", Form.LINE, "?", required=True)
GUARDED = Question("q", Form.TEXT, "?", guard=GUARD)


@pytest.mark.parametrize(
    ("question", "value", "key"),
    [
        (CHOICES, ["a"], None),
        (CHOICES, [], "answers.required"),
        (CHOICES, "a", "answers.list"),
        (CHOICES, ["a", 3], "answers.list"),
        (CHOICES, ["a", "a"], "answers.repeated"),
        (CHOICES, ["a", "zz"], "answers.choice"),
        (CHOICE, "o3", None),
        (CHOICE, "qqqq", "answers.choice"),
        (CHOICE, "een hele zin", "answers.choice-text"),
        (CHOICE, "111222333", "answers.choice-text"),
        (CHOICE, ["o3"], "answers.text"),
        (TEXT, 5, "answers.text"),
        (TEXT, "a\nb", None),
        (TEXT, None, None),
        (LINE, "  ", "answers.required"),
        (LINE, "a\nb", "answers.line"),
        (LINE, "een regel\n", None),
        (GUARDED, "mevrouw Jansen", "answers.refused"),
        (GUARDED, "de moeder", None),
        (GUARDED, "", None),
        (GUARDED, 5, "answers.text"),
        (replace(LINE, guard=GUARD), "a\nJansen", "answers.line"),
        (replace(LINE, guard=GUARD), "Jansen", "answers.refused"),
    ],
)
def test_check(question: Question, value: object, key: str | None) -> None:
    """It says what is wrong with one answer, or nothing."""
    fault = check(question, value)
    assert (fault and fault.message.key) == key


def test_refused_texts_are_not_repeated() -> None:
    """It says by the guard's own reason what is refused, never with the text itself."""
    fault = check(GUARDED, "mevrouw Jansen")
    assert fault is not None
    assert fault.message.values == {"id": "q", "reason": Message("trace.refused", {"what": "een naam"})}


def test_long_lists_of_choices_are_cut() -> None:
    """It names the first dozen of many choices."""
    fault = check(CHOICE, "qqqq")
    assert fault is not None
    assert str(fault.message.values["allowed"]).endswith("o11, …")


@pytest.mark.parametrize(
    ("question", "value", "kept"),
    [
        (CHOICES, ["a", "b"], ("a", "b")),
        (CHOICES, [], None),
        (LINE, "  een regel \n", "een regel"),
        (TEXT, "  ingesprongen\n\n", "  ingesprongen"),
        (TEXT, " \n ", None),
        (TEXT, None, None),
    ],
)
def test_clean(question: Question, value: object, kept: object) -> None:
    """It keeps text as it was typed, without the newline at its end."""
    assert clean(question, value) == kept


def test_scripted_prompter_is_a_prompter() -> None:
    """It answers the review by finishing."""
    review = Question("review", Form.CHOICE, "?", required=True)
    assert ScriptedPrompter({}).ask(review) == "finish"
