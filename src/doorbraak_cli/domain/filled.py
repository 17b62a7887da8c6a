"""What stands in a sheet: its answers beside its steps, and who and what was named in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from doorbraak_cli.domain.case import Answer
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.sheet import ANSWERED, HEADS, SKIPPED, Per, SheetField, SheetKind, SheetStep

AT_MOST = 15
"""How many of a kind can be named."""

MORE = {"party": 300, "action": 60}
"""The kinds of which more can be named."""

WITH, TABLE = "with", "table"


def most(per: str) -> int:
    """Give how many of a kind can be named."""
    return MORE.get(per, AT_MOST)


def numbered(per: str, number: int) -> str:
    """Give the id of a thing somebody named: `member-1`."""
    return f"{per}-{number}"


def number_of(thing: str) -> int:
    """Give the number in the id of a thing."""
    return int(thing.rpartition("-")[2])


def head(thing: str, per: Per) -> str:
    """Give the id of the answer that names a thing: `member-1.role`."""
    return f"{thing}.{HEADS[per]}"


def named(answers: Mapping[str, Answer], per: Per) -> tuple[str, ...]:
    """Give the ids of what was named and not taken away again, in the order of their numbers."""
    return tuple(thing for number in range(1, most(per) + 1) if name_of(answers, thing := numbered(per, number), per))


def touched(answers: Mapping[str, Answer], per: Per) -> tuple[str, ...]:
    """Give the ids of all that anything was answered about, also what has no name (any more)."""
    there = {answer_id.partition(".")[0] for answer_id in answers}
    return tuple(thing for number in range(1, most(per) + 1) if (thing := numbered(per, number)) in there)


def name_of(answers: Mapping[str, Answer], thing: str, per: Per) -> str:
    """Give how somebody called a thing, on one line; "" where nobody did."""
    return " ".join(text_of(answers, head(thing, per)).split())


def text_of(answers: Mapping[str, Answer], answer_id: str) -> str:
    """Give the text or choice that stands; "" where there is none."""
    answer = answers.get(answer_id)
    stands = answer.stands if answer else None
    return stands if isinstance(stands, str) else ""


def ticked(answers: Mapping[str, Answer], answer_id: str) -> tuple[str, ...]:
    """Give the choices that stand; none where nothing was ticked."""
    answer = answers.get(answer_id)
    stands = answer.stands if answer else None
    return stands if isinstance(stands, tuple) else ()


@dataclass(frozen=True)
class Filled:
    """The answers of a sheet beside the steps of a pack. With `every` all that could be named or asked counts.

    Then there are so many of each kind at least.
    """

    pack: Pack
    lang: str
    answers: Mapping[str, Answer]
    every: int = 0
    kind: SheetKind = "network"

    @property
    def steps(self) -> tuple[SheetStep, ...]:
        """Give the steps of this sheet."""
        return self.pack.sheet(self.kind)

    @cached_property
    def fields(self) -> tuple[SheetField, ...]:
        """The fields of all steps."""
        return tuple(field for step in self.steps for field in step.fields)

    def text(self, answer_id: str) -> str:
        """Give the text or choice that stands; "" where there is none."""
        return text_of(self.answers, answer_id)

    def things(self, per: Per) -> Iterator[tuple[str, str]]:
        """Give the id and name of what was named, with room for one more, which has no name yet."""
        there = touched(self.answers, per) if self.every else named(self.answers, per)
        last = max(map(number_of, there), default=0)
        room = max(self.every, last) if self.every else last + 1
        for number in range(1, min(room, most(per)) + 1):
            thing = numbered(per, number)
            yield thing, name_of(self.answers, thing, per)

    def called(self, per: Per) -> dict[str, str]:
        """Give what was named, by id, as it is called; with `every` what has no name yet by its id."""
        if per not in self._called:
            self._called[per] = {thing: name or thing for thing, name in self.things(per) if name or self.every}
        return self._called[per]

    @cached_property
    def _called(self) -> dict[Per, dict[str, str]]:
        return {}

    @property
    def named(self) -> dict[str, str]:
        """Give everything that was named, of whatever kind, and what is always there, by id, as it is called."""
        always = {each.id: each.text.pick(self.lang) for one in self.fields for each in one.fixed}
        kinds = dict.fromkeys(one.per for one in self.fields if one.per in HEADS)
        return {**always, **{thing: name for per in kinds for thing, name in self.called(per).items()}}

    def choices(self, field: SheetField) -> dict[str, str]:
        """Give the options of a field by id, as they read: its own, or the things that the answers so far name."""
        if field.of == "bottleneck":
            return {one.id: one.title.pick(self.lang) for one in self.pack.bottlenecks}
        if field.of:
            return self.called(field.of)
        return {one.id: one.text.pick(self.lang) for one in field.options}

    @cached_property
    def fixed(self) -> dict[str, str]:
        """What is always there beside what people name, by id, as it reads."""
        return {each.id: each.text.pick(self.lang) for one in self.fields for each in one.fixed}

    def holds(self, field: SheetField, prefix: str = "") -> bool:
        """Tell whether a field is asked: all it waits for was answered. `prefix` is that of a thing: `option-1.`."""
        if self.every:
            return True
        if field.of and not self.choices(field):  # there is nothing to choose from
            return False
        return all(self._was_given(self.meant(name, prefix), given) for name, given in field.when.items())

    def is_told(self, step: SheetStep) -> bool:
        """Tell whether anything was answered in a step, or with `every` could be."""
        return self.every > 0 or any(answer.value for answer in self.in_step(step))

    def in_step(self, step: SheetStep) -> Iterator[Answer]:
        """Give the answers in a step, what was skipped among them."""
        asked = {(one.per, one.id) for one in step.fields}
        return (answer for answer in self.answers.values() if self.asked_as(answer.id) in asked)

    def asked_as(self, answer_id: str) -> tuple[str | None, str]:
        """Give per what a question was asked, and which field: ("action", "by") for action-1.by."""
        thing, _, name = answer_id.partition(".")
        return (self._kinds.get(thing) or thing.rpartition("-")[0], name) if name else (None, thing)

    @cached_property
    def _kinds(self) -> dict[str, str | None]:
        """What that which is always there is, by its id: housing is a part of the foundation."""
        return {each.id: one.per for one in self.fields for each in one.fixed}

    def meant(self, name: str, prefix: str) -> str:
        """Give the id of the answer that `when` names: about the same thing where that is asked per thing."""
        return f"{prefix}{name}" if prefix and name in self._per_thing else name

    @cached_property
    def _per_thing(self) -> frozenset[str]:
        return frozenset(one.id for one in self.fields if one.per) - {one.id for one in self.fields if not one.per}

    def _was_given(self, answer_id: str, given: tuple[str, ...]) -> bool:
        answer = self.answers.get(answer_id)
        if answer is None or (answer.status == "draft" and not answer.stands):
            return False
        return answer.stands in given or (ANSWERED if answer.stands else SKIPPED) in given
