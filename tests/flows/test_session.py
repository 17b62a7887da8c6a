"""The loop: ask, apply, save, next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.flows.prompter import Back, Paused
from doorbraak_cli.flows.session import FINISH, run

from .conftest import DAY, SETUP, ListPrompter, guarded

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.flows.reflection import ReflectionFlow

QUESTIONS = ["ra-micro-5", "ra-micro-5.evidence", "ra-micro-5.next"]


def test_asks_until_all_is_answered(flow: ReflectionFlow, case: Case) -> None:
    """It asks the set-up, the questions and the review, and closes the reflection."""
    prompter = ListPrompter([*SETUP.values(), "largely", "Ik bleef bellen.", None, FINISH])
    done = run(flow, case, prompter, lambda _: None)
    assert [name for name, _ in prompter.seen] == [*SETUP, *QUESTIONS, "review"]
    assert done.reflections[0].finished == DAY
    assert done.title == "Duin"


def test_every_answer_is_saved_before_the_next_question(flow: ReflectionFlow, case: Case) -> None:
    """It has the last answer on disk whenever a question is shown."""
    saved: list[Case] = [case]
    asked: list[int] = []

    class Watching(ListPrompter):
        def ask(self, question, draft=None):  # type: ignore[no-untyped-def]
            asked.append(len(flow.answers(saved[-1])))
            return super().ask(question, draft)

    run(flow, case, Watching([*SETUP.values(), "largely", "Zo.", None, FINISH]), saved.append)
    assert asked == list(range(11))


def test_back_asks_one_question_again_and_returns(flow: ReflectionFlow, case: Case) -> None:
    """It re-asks with the old answer filled in, and goes on where somebody was."""
    replies = ["micro", "Duin", Back(), "Duinen", "Er speelt iets.", Paused()]
    prompter = ListPrompter(replies)
    saved: list[Case] = []
    with pytest.raises(Paused):
        run(flow, case, prompter, saved.append)
    assert prompter.seen[2:5] == [("situation", None), ("title", "Duin"), ("situation", None)]
    assert saved[-1].title == "Duinen"


def test_back_twice(flow: ReflectionFlow, case: Case) -> None:
    """It goes further back each time, and at the first question stays there."""
    prompter = ListPrompter(["micro", "Duin", Back(), Back(), Back(), "micro", None, Paused()])
    with pytest.raises(Paused):
        run(flow, case, prompter, lambda _: None)
    assert [name for name, _ in prompter.seen][2:8] == ["situation", "title", "level", "level", "situation", "role"]


def test_paused_keeps_what_was_typed(flow: ReflectionFlow, case: Case) -> None:
    """It saves half an answer as a draft, and fills it in the next time."""
    saved: list[Case] = []
    with pytest.raises(Paused):
        run(flow, case, ListPrompter(["micro", "Duin", Paused("Half een zi")]), saved.append)
    again = ListPrompter([Paused()])
    with pytest.raises(Paused):
        run(flow, saved[-1], again, saved.append)
    assert again.seen == [("situation", "Half een zi")]
    assert flow.answers(saved[-1])["situation"].status == "draft"


@pytest.mark.parametrize("draft", [None, "", "  \n", "Duin"])
def test_no_draft_of_nothing(flow: ReflectionFlow, case: Case, draft: str | None) -> None:
    """It does not touch an answer when nothing was typed, or only what stood there."""
    saved: list[Case] = []
    with pytest.raises(Paused):
        run(flow, case, ListPrompter(["micro", "Duin", Back(), Paused(draft)]), saved.append)
    assert (len(saved), flow.answers(saved[-1])["title"].status) == (2, "answered")


def test_ticks_are_a_draft_too(flow: ReflectionFlow, case: Case) -> None:
    """It keeps what was ticked when somebody goes back or pauses in the middle of it."""
    saved: list[Case] = []
    replies = [*list(SETUP.values())[:-1], Back(("ra-micro-2",)), "pick", Paused(("ra-micro-2", "ra-micro-3"))]
    prompter = ListPrompter(replies)
    with pytest.raises(Paused):
        run(flow, case, prompter, saved.append)
    assert prompter.seen[-1] == ("questions", ("ra-micro-2",))
    assert flow.answers(saved[-1])["questions"].value == ("ra-micro-2", "ra-micro-3")


def test_draft_while_going_back(flow: ReflectionFlow, case: Case) -> None:
    """It keeps what was typed when somebody goes back in the middle of it."""
    prompter = ListPrompter(["micro", "Duin", Back("Er was e"), "Duin", Paused()])
    with pytest.raises(Paused):
        run(flow, case, prompter, lambda _: None)
    assert prompter.seen[-1] == ("situation", "Er was e")


@pytest.mark.parametrize("left", [Paused, Back])
def test_draft_is_masked_before_it_is_kept(flow: ReflectionFlow, case: Case, left: type[Paused | Back]) -> None:
    """It saves of half an answer only what may be kept, and fills that in the next time."""
    saved: list[Case] = []
    prompter = ListPrompter(["micro", "Duin", left("Jansen zei da"), *["Duin"] * (left is Back), Paused()])
    with pytest.raises(Paused):
        run(guarded(flow), case, prompter, saved.append)
    again = ListPrompter([Paused()])
    with pytest.raises(Paused):
        run(guarded(flow), saved[-1], again, saved.append)
    assert again.seen == [("situation", "[…] zei da")]
    assert not [one for one in saved if "Jansen" in one.model_dump_json()]


def test_mask_that_changes_nothing(flow: ReflectionFlow, case: Case) -> None:
    """It saves no draft that is, without what must go, just what stood there."""
    saved: list[Case] = []
    replies = ["micro", "Duin", "[…] zei dat.", Back(), Paused("Jansen zei dat.")]
    with pytest.raises(Paused):
        run(guarded(flow), case, ListPrompter(replies), saved.append)
    assert (len(saved), flow.answers(saved[-1])["situation"].status) == (3, "answered")


@pytest.mark.parametrize(
    ("replies", "name", "draft"),
    [
        (["micro", "Duin"], "situation", "  de moeder z"),
        ([*SETUP.values()][:-1], "questions", ("ra-micro-2",)),
    ],
)
def test_guard_leaves_the_rest_alone(
    flow: ReflectionFlow, case: Case, replies: list[Value | None], name: str, draft: Value
) -> None:
    """It keeps a draft without anything to mask, and ticks, as they are."""
    saved: list[Case] = []
    with pytest.raises(Paused):
        run(guarded(flow), case, ListPrompter([*replies, Paused(draft)]), saved.append)
    assert flow.answers(saved[-1])[name].value == draft


def test_review_lets_every_answer_be_changed(flow: ReflectionFlow, case: Case) -> None:
    """It asks the chosen answer again, filled in, and then shows the review anew."""
    replies = [*SETUP.values(), "largely", "Zo.", None, "ra-micro-5.evidence", "Anders.", FINISH]
    prompter = ListPrompter(replies)
    done = run(flow, case, prompter, lambda _: None)
    evidence = "ra-micro-5.evidence"
    assert prompter.seen[-3:] == [("review", None), (evidence, "Zo."), ("review", evidence)]
    assert done.reflections[0].text("ra-micro-5.evidence") == "Anders."


def test_review_choice_that_is_gone(flow: ReflectionFlow, case: Case) -> None:
    """It shows the review again when the chosen answer is not there to be asked."""
    prompter = ListPrompter([*SETUP.values(), None, "ra-micro-5.evidence", FINISH])
    run(flow, case, prompter, lambda _: None)
    assert [name for name, _ in prompter.seen][-2:] == ["review", "review"]


def test_back_from_review(flow: ReflectionFlow, case: Case) -> None:
    """It goes back to the last question."""
    prompter = ListPrompter([*SETUP.values(), "largely", "Zo.", None, Back(), None, FINISH])
    run(flow, case, prompter, lambda _: None)
    assert prompter.seen[-2] == ("ra-micro-5.next", None)


def test_a_changed_answer_makes_its_dependents_come_back(flow: ReflectionFlow, case: Case) -> None:
    """It asks again, filled in, what leaned on an answer that changed."""
    replies = [*SETUP.values(), "largely", "Zo.", None, "ra-micro-5", "hardly", "Toch niet.", None, FINISH]
    prompter = ListPrompter(replies)
    done = run(flow, case, prompter, lambda _: None)
    assert prompter.seen[-3:-1] == [("ra-micro-5.evidence", "Zo."), ("ra-micro-5.bottlenecks", None)]
    assert not [one for one in done.reflections[0].answers if one.check]
