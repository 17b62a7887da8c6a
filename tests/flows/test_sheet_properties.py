"""What holds for every sheet: order makes no difference, a file does what a person does, and nothing is lost."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from doorbraak_cli.files import case_yaml
from doorbraak_cli.flows.network import LIST
from doorbraak_cli.flows.prompter import Back, Form, SkipStep
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.session import FINISH, REVIEW, run

from .drawing import SheetDrawing, applied, read, shipped
from .sheets import KINDS, TITLE, begun, finished
from .weighings import values

if TYPE_CHECKING:
    from random import Random

    from doorbraak_cli.domain.case import Answer, Case, Value
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.flows.prompter import Question

    from .weighings import Given

FEW = settings(max_examples=6, phases=(Phase.explicit, Phase.reuse, Phase.generate))


@st.composite
def wholes(draw: st.DrawFn, kind: SheetKind) -> Given:
    """Draw the answers of a whole sheet, in the order in which they are asked."""
    return ({} if kind == "look_back" else TITLE) | SheetDrawing(draw, shipped()[0], kind).whole()


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(data=st.data())
def test_any_order(kind: SheetKind, data: st.DataObject) -> None:
    """It comes to the same case, to the byte, in whatever order the same answers are given."""
    start = begun(*shipped(), kind)
    asked = start.flow.catalogue(start.case)
    answers = {name: read(asked[name], value) for name, value in data.draw(wholes(kind)).items()}
    order = data.draw(st.permutations([*answers]))
    first = applied(start.flow, start.case, answers, [*answers], asked)
    second = applied(start.flow, start.case, answers, order, asked)
    assert first == second
    assert case_yaml.dump(first) == case_yaml.dump(second)
    there = start.flow.answers(first)
    assert not [one for one in there.values() if one.open]
    assert {name: there[name].value for name in answers} == answers


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(data=st.data())
def test_played(kind: SheetKind, data: st.DataObject) -> None:
    """It plays an answers file that says all there is to say without a fault, to the case answering by hand gives."""
    start = begun(*shipped(), kind)
    answers = data.draw(wholes(kind))
    order = data.draw(st.permutations([*answers]))
    done, faults = play(start.flow, start.case, {name: answers[name] for name in order})
    assert [(fault.answer_id, fault.message) for fault in faults] == []
    tables = {one.id: one for one in start.flow.path(done) if one.grid}
    asked = {**start.flow.catalogue(start.case), **tables}
    kept = {name: read(asked[name], value) for name, value in answers.items()} | dict.fromkeys(tables, FINISH)
    by_hand = start.flow.finish(applied(start.flow, start.case, kept, [*order, *tables], asked))
    assert by_hand == done
    assert case_yaml.dump(by_hand) == case_yaml.dump(done)


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(data=st.data())
def test_half_a_file(kind: SheetKind, data: st.DataObject) -> None:
    """It comes to the same case whether what is left open stands in an answers file as null or not at all."""
    start = begun(*shipped(), kind)
    answers = data.draw(wholes(kind))
    cells = {one.id for one in start.flow.catalogue(start.case).values() if one.picked}
    some = {name: value for name, value in answers.items() if value is not None or name in cells}
    assert play(start.flow, start.case, some) == play(start.flow, start.case, answers)


# --- Going back and skipping

PLAIN = ("Rust.", "Zo.", "Anders.")
PASTED = ("moeder", "school\n\n- wijkteam\nschool")


class Wanderer:
    """Answers anything, and now and then goes back, skips a step or looks at an earlier answer; in the end finishes."""

    def __init__(self, random: Random, turns: int) -> None:
        self.random = random
        self.turns = turns
        self.at = ""
        self.number = count()

    def ask(self, question: Question, draft: Value | None = None) -> Value | None:
        assert next(self.number) < 1_500, "asks without end"
        self.at = question.id.removesuffix(".sure")
        if self.turns and self.random.random() < 0.12:
            self.turns -= 1
            typed = None if question.options or question.grid else self.random.choice((None, "Half een zi"))
            kinds = (Back, SkipStep) if question.step else (Back,)
            raise self.random.choice(kinds)(typed)
        if question.grid or question.id == REVIEW:
            return self.led(question)
        return self.answer(question, draft)

    def led(self, question: Question) -> str:
        """Go where the grid or the review leads a few times."""
        if not self.turns or self.random.random() < 0.3:
            return FINISH
        self.turns -= 1
        return self.random.choice(question.options).id

    def answer(self, question: Question, draft: Value | None) -> Value | None:
        if draft and self.random.random() < 0.5 and not self.is_refused(question, draft):
            return draft
        return self.chosen(question) if question.form in {Form.CHOICE, Form.CHOICES} else self.typed(question)

    def chosen(self, question: Question) -> Value | None:
        ids = [one.id for one in question.options]
        if question.form is Form.CHOICES:
            return tuple(one for one in ids if self.random.random() < 0.5) or None
        return self.random.choice([*ids, *([] if question.required else [None])])

    def typed(self, question: Question) -> Value | None:
        if question.reading:
            return self.random.choice([None, *(one for one in ("vrijdag", "1.250") if question.reading.value(one))])
        if question.id == LIST:
            return self.random.choice((None, *PASTED))
        number = question.id.partition(".")[0].rpartition("-")[2]
        if not question.required and (self.random.random() < 0.3 or (number.isdecimal() and int(number) > 2)):
            return None
        return self.random.choice(PLAIN)

    def is_refused(self, question: Question, draft: Value) -> bool:
        return question.guard is not None and isinstance(draft, str) and question.guard.refusal(draft) is not None


def lost(before: dict[str, Answer], after: dict[str, Answer], given: str) -> list[tuple[str, str]]:
    """Give every answer that is gone, or that says something else than it did and was not the one given.

    A list that was pasted is not lost where it became the people it names.
    """
    gone = [(name, "gone") for name in before if name not in after and name != LIST]
    changed = [name for name, one in before.items() if name in after and after[name].value != one.value]
    return [*gone, *((name, "other") for name in changed if name != given)]


@pytest.mark.parametrize("kind", KINDS)
@settings(FEW, max_examples=15)
@given(random=st.randoms(use_true_random=False), turns=st.integers(0, 25))
def test_nothing_is_lost(kind: SheetKind, random: Random, turns: int) -> None:
    """It never loses or changes an answer but the one that is being given, wherever somebody goes back or skips to."""
    start = begun(*shipped(), kind)
    person, saved = Wanderer(random, turns), [start.case]

    def save(after: Case) -> None:
        before = start.flow.answers(saved[-1])
        assert lost({**before}, {**start.flow.answers(after)}, person.at) == []
        saved.append(after)

    done = run(start.flow, start.case, person, save)
    assert done == saved[-1]
    assert finished(start, done).finished is not None


@FEW
@given(
    words=st.lists(st.text("abcé", min_size=1), min_size=1, max_size=40), between=st.sampled_from(("\n", "\n\n", ";"))
)
def test_everybody_on_a_list(words: list[str], between: str) -> None:
    """It takes somebody into the network for each whom a list names, in that order, and leaves nobody out."""
    start = begun(*shipped(), "network")
    flow, case = start.flow, start.case
    there = values(flow, applied(flow, case, {LIST: between.join(words)}, [LIST], flow.catalogue(case)))
    assert [there.get(f"party-{number}.role") for number in range(1, len(words) + 2)] == [*words, None]


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(data=st.data())
def test_nothing_is_asked_that_no_file_can_hold(kind: SheetKind, data: st.DataObject) -> None:
    """It asks nothing but what is in the catalogue, whatever was answered."""
    start = begun(*shipped(), kind)
    asked = start.flow.catalogue(start.case)
    answers = {name: read(asked[name], value) for name, value in data.draw(wholes(kind)).items()}
    there = applied(start.flow, start.case, answers, [*answers], asked)
    path = {one.id: one for one in start.flow.path(there) if not one.grid}
    assert {*answers} <= {*path}
    assert {*path} <= {*start.flow.catalogue(there)}
