"""What a summary knows: answers put beside the questions they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel

from doorbraak_cli.reports import facts
from doorbraak_cli.reports.facts import FieldFacts, TextFacts, summary_facts

from .conftest import answer, case, reflection

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Answer
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.reports.facts import QuestionFacts


def questions(pack: Pack, *answers: Answer, lang: str = "nl") -> tuple[QuestionFacts, ...]:
    return summary_facts(case(reflection(pack, *answers)), pack, lang).reflections[0].questions


def test_word(pack: Pack) -> None:
    """It gives a choice as its id and as the word it is, with the question as it was asked."""
    (question,) = questions(pack, answer("ra-micro-5", "hardly"))
    assert question.fields == (
        FieldFacts(id="ra-micro-5", asked="Gevraagd bij ra-micro-5?", said="word", word="hardly", label="nauwelijks"),
    )
    assert (question.principle, question.chosen, question.aside) == ("radicaal-aansluiten", True, False)


def test_word_in_the_language_asked_for(pack: Pack) -> None:
    """It gives the word in the language of the summary, whatever language it was answered in."""
    (question,) = questions(pack, answer("ra-micro-5", "hardly"), lang="en")
    assert question.fields[0].label == "hardly"


def test_text(pack: Pack) -> None:
    """It gives what was typed as it was typed."""
    (question,) = questions(pack, answer("bk-micro-5", "Een.\n\n  Twee. "))
    assert (question.fields[0].said, question.fields[0].text) == ("text", "Een.\n\n  Twee. ")


def test_text_that_looks_like_a_word(pack: Pack) -> None:
    """It never takes what was typed to an open question for a word of a scale."""
    (question,) = questions(pack, answer("bk-micro-5", "yes"))
    assert (question.fields[0].said, question.fields[0].text) == ("text", "yes")


def test_skipped(pack: Pack) -> None:
    """It tells that a question was skipped."""
    (question,) = questions(pack, answer("ra-micro-5", None))
    assert (question.fields[0].said, question.aside) == ("skipped", True)


@pytest.mark.parametrize(
    ("words", "aside"),
    [
        (("not-applicable", "not-applicable"), True),
        (("not-applicable", None), True),
        (("unknown", "unknown"), False),
        (("partly", None), False),
    ],
)
def test_aside(pack: Pack, words: tuple[str | None, ...], aside: bool) -> None:
    """It sets a question aside only where nothing was said; not knowing is saying something."""
    given = [answer(f"ra-micro-1.{part}", word) for part, word in zip("ab", words, strict=True)]
    assert questions(pack, *given)[0].aside is aside


def test_aside_words(pack: Pack) -> None:
    """It tells which words say nothing about how far."""
    given = [answer("ra-micro-5", "unknown"), answer("bk-micro-1", "not-applicable")]
    assert [one.fields[0].aside for one in questions(pack, *given)] == ["unknown", "not-applicable"]


def test_parts(pack: Pack) -> None:
    """It gives the parts of a question together, with the whole question as the pack has it."""
    (question,) = questions(pack, answer("ra-micro-1.a", "partly"), answer("ra-micro-1.b", "fully"))
    there = pack.question("ra-micro-1")
    assert there is not None
    assert question.text == there.text.pick("nl")
    assert [field.label for field in question.fields] == ["deels", "helemaal"]


def test_part_of_another_kind(pack: Pack) -> None:
    """It reads each part as it was asked: one in own words, one in a word."""
    (question,) = questions(pack, answer("sw-meso-5.a", "Zo."), answer("sw-meso-5.b", "hardly"))
    assert [(field.said, field.label) for field in question.fields] == [("text", ""), ("word", "nauwelijks")]


def test_evidence_and_step(pack: Pack) -> None:
    """It keeps what showed it and the next step with the question."""
    (question,) = questions(
        pack,
        answer("ra-micro-5", "partly"),
        answer("ra-micro-5.evidence", "Zo."),
        answer("ra-micro-5.next", "Bellen"),
        answer("ra-micro-5.who", "ik"),
        answer("ra-micro-5.when", None),
    )
    assert len(question.fields) == 1
    assert question.evidence is not None
    assert (question.evidence.asked, question.evidence.text) == ("Gevraagd bij ra-micro-5.evidence?", "Zo.")
    assert question.step is not None
    assert [one.text for one in (question.step.what, question.step.who, question.step.when)] == ["Bellen", "ik", ""]


def test_no_step(pack: Pack) -> None:
    """It has no step where none was named, and no evidence where none was asked."""
    (question,) = questions(pack, answer("ra-micro-5", "partly"), answer("ra-micro-5.next", None))
    assert (question.step, question.evidence) == (None, None)


def test_draft(pack: Pack) -> None:
    """It keeps half an answer, and tells that it is one."""
    of = case(
        reflection(
            pack,
            answer("role", "jeugd", draft=True),
            answer("ra-micro-5", "partly"),
            answer("ra-micro-5.evidence", "Half een zi", draft=True),
            answer("ra-micro-5.next", "Be", draft=True),
            answer("bk-micro-5", "Nog", draft=True),
        ),
        intake=(answer("title", "Duin"), answer("situation", "Er spee", draft=True)),
    )
    found = summary_facts(of, pack, "nl")
    first, second = found.reflections[0].questions
    assert found.title == TextFacts(text="Duin")
    assert found.situation == TextFacts(text="Er spee", draft=True)
    assert found.reflections[0].role == TextFacts(text="jeugd", draft=True)
    assert first.evidence is not None
    assert first.evidence.draft
    assert first.step is not None
    assert (first.step.what, first.fields[0].draft) == (TextFacts(text="Be", draft=True), False)
    assert (second.fields[0].text, second.fields[0].draft) == ("Nog", True)


def test_check(pack: Pack) -> None:
    """It keeps the mark on what has to be looked at again, wherever it stands."""
    (question,) = questions(
        pack,
        answer("ra-micro-5", None, check=True),
        answer("ra-micro-5.evidence", "Zo.", check=True),
        answer("ra-micro-5.next", "Bellen"),
        answer("ra-micro-5.who", "ik", check=True),
    )
    assert question.evidence is not None
    assert question.step is not None
    assert (question.fields[0].check, question.evidence.check, question.step.who.check) == (True, True, True)


def test_order(pack: Pack) -> None:
    """It follows the order of the pack, whatever was answered first."""
    found = questions(pack, answer("sw-micro-2", "fully"), answer("ra-micro-5", "fully"))
    assert [one.id for one in found] == ["ra-micro-5", "sw-micro-2"]


@pytest.mark.parametrize(
    "setup",
    [
        {"level": "meso"},
        {"principles": ("breed-kijken",)},
        {"selection": "pick", "questions": ("ra-micro-1",)},
        {"selection": "pick"},
        {"principles": None},
    ],
)
def test_outside_the_choice(pack: Pack, setup: dict[str, str | tuple[str, ...] | None]) -> None:
    """It keeps an answer to a question that is no longer chosen, and tells so."""
    of = case(reflection(pack, answer("ra-micro-5", "hardly"), setup=setup))
    (question,) = summary_facts(of, pack, "nl").reflections[0].questions
    assert (question.id, question.chosen, question.fields[0].label) == ("ra-micro-5", False, "nauwelijks")


def test_question_that_is_gone(pack: Pack) -> None:
    """It keeps an answer to a question the pack no longer has, with its text as asked and the word as it reads."""
    first, second = questions(pack, answer("ra-micro-99", "hardly"), answer("oud", "In eigen woorden."))
    assert (first.id, first.principle, first.chosen) == ("ra-micro-99", "", True)
    assert (first.text, first.fields[0].label) == ("Gevraagd bij ra-micro-99?", "nauwelijks")
    assert (second.text, second.fields[0].text) == ("Gevraagd bij oud?", "In eigen woorden.")


def test_word_that_is_gone(pack: Pack) -> None:
    """It shows a word no scale has any more by its id, as a word and not as somebody's own text."""
    (question,) = questions(pack, answer("ra-micro-5", "somewhat"))
    assert (question.fields[0].said, question.fields[0].label, question.fields[0].text) == ("word", "somewhat", "")


def test_only_a_follow_up(pack: Pack) -> None:
    """It keeps what was said about a question whose own answer is not there."""
    first, second = questions(pack, answer("ra-micro-5.evidence", "Zo."), answer("oud.next", "Bellen"))
    assert (first.fields, first.aside, second.text) == ((), False, "oud")
    assert second.step is not None


def test_list_where_a_text_belongs(pack: Pack) -> None:
    """It shows a list that somebody put in a file by hand, rather than leave it out."""
    (question,) = questions(pack, answer("bk-micro-5", ("een", "twee")))
    assert question.fields[0].text == "een, twee"


def test_subject(pack: Pack) -> None:
    """It names what a reflection is about: its own subject, or else the title of the case."""
    own = reflection(pack, number=2, level="meso", setup={"subject": "Team Noord"})
    found = summary_facts(case(reflection(pack), own), pack, "nl").reflections
    assert [one.subject.text for one in found] == ["Duin", "Team Noord"]


def test_nothing_yet(pack: Pack) -> None:
    """It has facts of a case in which nothing was answered."""
    found = summary_facts(case(reflection(pack, finished=None)), pack, "nl")
    assert (found.reflections[0].questions, found.situation.text) == ((), "")


def test_no_numbers() -> None:
    """It knows no number at all, so that no other program can be handed a score."""
    models = [one for one in vars(facts).values() if isinstance(one, type) and issubclass(one, BaseModel)]
    fields = [field for model in models for field in model.model_fields.values()]
    assert len(fields) > 20
    assert not [field for field in fields if field.annotation in (int, float)]
