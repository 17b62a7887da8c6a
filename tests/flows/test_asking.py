"""What is asked about one reflection question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from doorbraak_cli.domain.case import Answer
from doorbraak_cli.domain.links import aids_for, recommendations_for
from doorbraak_cli.flows.asking import Asking
from doorbraak_cli.flows.prompter import Form

from .conftest import other

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.question import ReflectionQuestion
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question

EXTENT, FACTS, OPEN, MIXED = "ra-micro-5", "sw-micro-3", "ra-meso-2", "sw-meso-5"
FOLLOW_UPS = ("evidence", "bottlenecks", "next", "who", "when")


def question_of(pack: Pack, question_id: str) -> ReflectionQuestion:
    found = pack.question(question_id)
    assert found is not None
    return found


def asked(pack: Pack, say: Wording, question_id: str, given: dict[str, str]) -> dict[str, Question]:
    """Give what is asked about a question once this was answered, by the last part of its id."""
    answers = {name: Answer(id=name, asked="?", value=value) for name, value in given.items()}
    question = question_of(pack, question_id)
    about = Asking(pack, say, answers, question.level).about(question, "Vraag 1", 1)
    return {one.id.rpartition(".")[2]: one for one in about}


def follow_ups(pack: Pack, say: Wording, question_id: str, given: dict[str, str]) -> list[str]:
    return [name for name in asked(pack, say, question_id, given) if name in FOLLOW_UPS]


@pytest.mark.parametrize(
    ("question_id", "answer_id", "kind"), [(EXTENT, EXTENT, "extent"), (FACTS, f"{FACTS}.b", "fact")]
)
def test_bottlenecks_after_every_weak_word(
    pack: Pack, nl: Wording, question_id: str, answer_id: str, kind: Literal["extent", "fact"]
) -> None:
    """It asks what stood in the way after each weak word of a scale, and after no other."""
    words = pack.scale(kind).words
    after = {word.id: follow_ups(pack, nl, question_id, {answer_id: word.id}) for word in words}
    weak = {word.id for word in words if word.weak}
    assert weak
    assert {name for name, names in after.items() if "bottlenecks" in names} == weak
    assert {tuple(after[name]) for name in weak} == {("evidence", "bottlenecks", "next")}


@pytest.mark.parametrize(
    ("question_id", "given"),
    [
        (EXTENT, {}),
        (OPEN, {OPEN: "hardly"}),
        (MIXED, {f"{MIXED}.a": "hardly"}),
        (MIXED, {f"{MIXED}.a": "hardly", f"{MIXED}.b": "largely"}),
        (EXTENT, {EXTENT: "nauwelijks"}),
    ],
)
def test_no_bottlenecks(pack: Pack, nl: Wording, question_id: str, given: dict[str, str]) -> None:
    """It does not ask what stood in the way of nothing, of an open answer, or of a word the scale does not have."""
    assert "bottlenecks" not in follow_ups(pack, nl, question_id, given)


@pytest.mark.parametrize("words", [("no", "yes", "unknown"), ("yes", "no", "yes"), ("not-applicable", "no", "unknown")])
def test_one_weak_part_is_enough(pack: Pack, nl: Wording, words: tuple[str, str, str]) -> None:
    """It asks once what stood in the way, whichever of the parts was weak."""
    given = {f"{FACTS}.{part}": word for part, word in zip("abc", words, strict=True)}
    assert follow_ups(pack, nl, FACTS, given) == ["evidence", "bottlenecks", "next"]


def test_bottlenecks(pack: Pack, nl: Wording) -> None:
    """It offers every bottleneck of the pack to tick, none of them needed, and leans on the answer."""
    question = asked(pack, nl, EXTENT, {EXTENT: "hardly"})["bottlenecks"]
    assert [option.id for option in question.options] == [one.id for one in pack.bottlenecks]
    assert [option.label for option in question.options] == [one.title.nl for one in pack.bottlenecks]
    assert (question.form, question.required, question.needed) == (Form.CHOICES, False, False)
    assert question.depends_on == (EXTENT,)
    assert question.lead == question_of(pack, EXTENT).text.nl


def test_a_pack_without_bottlenecks(pack: Pack, nl: Wording) -> None:
    """It asks nothing about bottlenecks where a pack has none, and an answers file has no place for them."""
    without = other(pack, bottlenecks=())
    assert follow_ups(without, nl, EXTENT, {EXTENT: "hardly"}) == ["evidence", "next"]
    every = Asking(without, nl, {}, "micro").every(question_of(without, EXTENT))
    assert [one.id.rpartition(".")[2] for one in every] == [EXTENT, "evidence", "next", "who", "when"]


def test_next_step_asks_on(pack: Pack, nl: Wording) -> None:
    """It asks who and when behind the bottlenecks, only where there is a step."""
    given = {EXTENT: "hardly", f"{EXTENT}.next": "bellen"}
    assert follow_ups(pack, nl, EXTENT, given) == [*FOLLOW_UPS]


@pytest.mark.parametrize("question_id", [EXTENT, FACTS, OPEN, MIXED])
def test_every(pack: Pack, nl: Wording, question_id: str) -> None:
    """It gives all that can follow: bottlenecks and evidence only where something can be said in a word."""
    question = question_of(pack, question_id)
    every = {one.id.rpartition(".")[2] for one in Asking(pack, nl, {}, question.level).every(question)}
    assert every & {*FOLLOW_UPS} == ({"next", "who", "when"} if question_id == OPEN else {*FOLLOW_UPS})


def test_what_helps(pack: Pack, nl: Wording) -> None:
    """It shows what can help beside a question: recommendations with a sentence, and aids with their command."""
    question = question_of(pack, "bk-micro-6")
    recommendations = recommendations_for(question, pack)
    aids = aids_for(recommendations, pack)
    assert recommendations
    assert aids
    helps = asked(pack, nl, "bk-micro-6", {})["bk-micro-6"].helps
    assert [section.title for section in helps] == [nl("prompt.helps"), nl("prompt.aids")]
    assert helps[0].lines == tuple(f"{one.title.nl}: {one.gist.nl}" for one in recommendations)
    assert helps[0].short == tuple(f"{one.title.nl} ({one.id})" for one in recommendations)
    assert helps[1].lines == helps[1].short == tuple(f"{one.title.nl} (doorbraak aid {one.id})" for one in aids)


def test_where_help_is_shown(pack: Pack, en: Wording) -> None:
    """It shows the same help, in the language asked in, with all that asks about the work itself."""
    given = {f"{FACTS}.a": "no", f"{FACTS}.next": "call"}
    questions = asked(pack, en, FACTS, given)
    helps = questions["a"].helps
    assert helps[0].title == en("prompt.helps")
    assert {name for name, one in questions.items() if one.helps == helps} == {"a", "b", "c", "evidence", "next"}
    assert {name for name, one in questions.items() if not one.helps} == {"bottlenecks", "who", "when"}


def test_nothing_helps(pack: Pack, nl: Wording) -> None:
    """It shows no heading without anything below it."""
    alone = question_of(pack, EXTENT).model_copy(update={"recommendations": ()})
    assert next(Asking(pack, nl, {}, "micro").every(alone)).helps == ()
    without_aids = other(pack, aids=())
    helps = asked(without_aids, nl, EXTENT, {})[EXTENT].helps
    assert [section.title for section in helps] == [nl("prompt.helps")]
