"""What holds for any weighing: the order of answering makes no difference, and going back loses nothing."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from doorbraak_cli.domain.weighed import cells_of
from doorbraak_cli.files import case_yaml
from doorbraak_cli.flows.prompter import Back, Form, SkipStep
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.session import FINISH, REVIEW, run

from .drawing import DAYS, FEW, LINES, TEXTS, applied, read, shipped
from .weighings import begun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetField, SheetStep
    from doorbraak_cli.flows.flow import Flow
    from doorbraak_cli.flows.prompter import Question

    from .weighings import Given

# --- A set of answers that go together, drawn by what issue and content say and not by the flow


class Drawing:
    """Draws the answers of a whole weighing, with None for what is asked and left open."""

    def __init__(self, draw: st.DrawFn, pack: Pack) -> None:
        self.draw = draw
        self.steps = pack.weighing
        self.given: Given = {}
        self.members: list[str] = []
        self.options: list[str] = []

    def whole(self) -> Given:
        depth = self.draw(st.sampled_from(("short", "full")))
        self.given |= {"title": "Duin", "situation": self.one_of(TEXTS), "with": self.one_of(LINES), "depth": depth}
        for step in self.steps:
            if step.id != "since" and (step.short or depth == "full"):
                self.step(step)
        return self.given

    def one_of(self, values: Sequence[Value]) -> Value | None:
        return self.draw(st.none() | st.sampled_from(values))

    def step(self, step: SheetStep) -> None:
        if step.id == "table":
            for option in ("nothing", *self.options):
                self.row(option, {one.id: one for one in step.fields})
            return
        for per in dict.fromkeys(one.per for one in step.fields):
            fields = [one for one in step.fields if one.per == per]
            if per is None:
                for one in fields:
                    self.plain(one)
            elif self.waits(fields[0]):
                self.things(per, fields)

    def plain(self, field: SheetField) -> None:
        if field.id in ("differ", "about") and len(self.members) < 2:
            return
        if field.id == "changed" and not self.given.get("thought"):
            return
        if field.id in ("arrangements", "monitor") and self.is_safe(str(self.given["choice"])):
            return
        if self.waits(field):
            self.given[field.id] = self.value(field)

    def is_safe(self, option: str) -> bool:
        return self.given.get(f"{option}.safety.short.stays") == "no"

    def waits(self, field: SheetField, prefix: str = "") -> bool:
        """Tell whether all a field waits for is there."""
        for name, wanted in field.when.items():
            own = f"{prefix}{name}"
            where = prefix.removesuffix(".") if name == "effect" else own if own in self.given else name
            if where not in self.given:
                return False
            there = self.given[where]
            if there not in wanted and ("skipped" if there is None else "answered") not in wanted:
                return False
        return True

    def things(self, per: str, fields: list[SheetField]) -> None:
        head, *others = fields
        for fixed in head.fixed:
            self.thing(fixed.id, [one for one in others if fixed.id not in one.not_for])
        names = self.draw(st.lists(st.sampled_from(LINES), min_size=per == "option", max_size=2))
        named = [f"{per}-{number}" for number, _ in enumerate(names, start=1)]
        self.members = named if per == "member" else self.members
        self.options = named if per == "option" else self.options
        for thing, name in zip(named, names, strict=True):
            self.given[f"{thing}.{head.id}"] = name
            self.thing(thing, others)
        if per == "option" and all(self.given[f"{one}.force"] == "coercive" for one in named):
            self.given[f"{named[-1]}.force"] = "voluntary"
        self.given[f"{per}-{len(named) + 1}.{head.id}"] = None

    def thing(self, thing: str, fields: list[SheetField]) -> None:
        for one in fields:
            if self.waits(one, f"{thing}."):
                self.given[f"{thing}.{one.id}"] = self.value(one)

    def row(self, option: str, fields: dict[str, SheetField]) -> None:
        for cell in self.draw(st.lists(st.sampled_from([one.id for one in cells_of(option)]), unique=True)):
            self.given[cell] = self.one_of(TEXTS)
            if self.given[cell] is None:
                self.given[f"{cell}.find-out"] = self.one_of(LINES)
                continue
            if cell.endswith("safety.short"):
                self.given[f"{cell}.stays"] = self.value(fields["stays"])
            if len(self.members) > 1:
                ticked = self.given[f"{cell}.differs"] = self.value(fields["differs"])
                self.given |= {f"{cell}.how.{member}": self.one_of(LINES) for member in ticked or ()}
        if self.draw(st.booleans()):
            self.given[f"{option}.rest"] = self.one_of(LINES)

    def value(self, field: SheetField) -> Value | None:
        if field.id == "choice":
            return self.one_of(("nothing", *self.options))
        if field.id == "look-back":
            return self.one_of(DAYS)
        if field.kind == "choices":
            return (
                self.draw(st.lists(st.sampled_from(self.members), unique=True).map(tuple)) or None
                if self.members
                else None
            )
        return self.one_of([one.id for one in field.options] or (LINES if field.kind == "line" else TEXTS))


@st.composite
def wholes(draw: st.DrawFn) -> Given:
    """Draw the answers of a whole weighing, in the order in which they are asked."""
    return Drawing(draw, shipped()[0]).whole()


@st.composite
def orders(draw: st.DrawFn) -> tuple[Given, list[str]]:
    """Draw the answers of a whole weighing, and any order of them."""
    answers = draw(wholes())
    return answers, draw(st.permutations([*answers]))


OPTIONS: Given = {
    "depth": "short", "option-1.what": "Hotel", "option-1.force": "voluntary",
    "option-2.what": "Toezicht", "option-2.force": "coercive", "option-3.what": None,
}  # fmt: skip


@FEW
@example((OPTIONS, [*reversed(OPTIONS)]))
@example((OPTIONS, ["option-3.what", "option-2.what", "option-2.force", "option-1.what", "option-1.force", "depth"]))
@given(orders())
def test_any_order(drawn: tuple[Given, list[str]]) -> None:
    """It comes to the same case, to the byte, in whatever order the same answers are given."""
    flow, case = begun(*shipped())
    answers, order = drawn
    asked = flow.catalogue(case)
    first = applied(flow, case, answers, [*answers], asked)
    second = applied(flow, case, answers, order, asked)
    assert first == second
    assert case_yaml.dump(first) == case_yaml.dump(second)
    assert not [one for one in flow.answers(first).values() if one.open]
    assert {name: one.value for name, one in flow.answers(first).items()} == answers


@FEW
@given(orders())
def test_played(drawn: tuple[Given, list[str]]) -> None:
    """It plays an answers file that says all there is to say without a fault, to the case any order comes to."""
    flow, case = begun(*shipped())
    answers, order = drawn
    done, faults = play(flow, case, {name: answers[name] for name in order})
    assert [(fault.answer_id, fault.message) for fault in faults] == []
    table = next(one for one in flow.path(done) if one.grid)
    asked = {**flow.catalogue(case), table.id: table}
    kept = {name: read(asked[name], value) for name, value in answers.items()}
    by_hand = applied(flow, case, {**kept, table.id: FINISH}, [*order, table.id], asked)
    assert flow.finish(by_hand) == done
    assert case_yaml.dump(flow.finish(by_hand)) == case_yaml.dump(done)


@FEW
@given(answers=wholes())
def test_half_a_file(answers: Given) -> None:
    """It comes to the same case whether what is left open stands in an answers file as null or not at all."""
    flow, case = begun(*shipped())
    picked = {name for name in answers if name.count(".") > 1 or name.endswith(".rest")}
    said = {name: value for name, value in answers.items() if value is not None or name in picked}
    assert play(flow, case, said) == play(flow, case, answers)


# --- Going back and skipping

PLAIN = ("Rust.", "Zo.", "Anders.")


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
            typed = None if question.options else self.random.choice((None, "Half een zi"))
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
        if draft and self.random.random() < 0.5:
            return draft
        ids = [one.id for one in question.options]
        if question.form is Form.CHOICES:
            return tuple(one for one in ids if self.random.random() < 0.5) or None
        if question.form is Form.CHOICE:
            return self.random.choice([*ids, *([] if question.required else [None])])
        if question.id == "look-back":
            return self.random.choice((None, "9-12-2026"))
        number = question.id.partition(".")[0].rpartition("-")[2]
        if not question.required and (self.random.random() < 0.3 or (number.isdecimal() and int(number) > 2)):
            return None
        return self.random.choice(PLAIN)


def changes(before: Case, after: Case, flow: Flow) -> Iterator[tuple[str, str]]:
    """Give every answer that is not there any more, or says something else than it did."""
    now = flow.answers(after)
    for name, answer in flow.answers(before).items():
        if name not in now:
            yield name, "gone"
        elif now[name].value != answer.value:
            yield name, "other"


@FEW
@given(random=st.randoms(use_true_random=False), turns=st.integers(0, 25))
def test_nothing_is_lost(random: Random, turns: int) -> None:
    """It never loses or changes an answer but the one that is being given, wherever somebody goes back or skips to."""
    flow, case = begun(*shipped())
    person = Wanderer(random, turns)
    saved = [case]

    def save(after: Case) -> None:
        assert [
            (name, how) for name, how in changes(saved[-1], after, flow) if name != person.at or how == "gone"
        ] == []
        saved.append(after)

    done = run(flow, case, person, save)
    assert done == saved[-1]
    assert done.weighings[0].finished is not None
