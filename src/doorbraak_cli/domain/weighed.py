"""What stands in a weighing: who and what was named in it, and its cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from doorbraak_cli.domain.case import Answer
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.weighing import ANSWERED, HEADS, SKIPPED, TERMS, VALUES, Per, WeighingField, WeighingStep

AT_MOST = 15
"""How many of a kind can be named."""

DEPTH, WITH = "depth", "with"
SETUP = (DEPTH, WITH)
SHORT, FULL = DEPTHS = ("short", "full")
THOUGHT, CHOICE, TABLE = "thought", "choice", "table"
SEVERAL = ((None, "differ"), (None, "about"), ("cell", "differs"))
"""What is asked only where there is more than one member."""
THRESHOLD = ("arrangements", "monitor")
"""What is asked only where the option that was chosen leaves danger, or was not weighed on that."""


class Cell(NamedTuple):
    """One cell of the table: what an option does for a value in a term."""

    option: str
    value: str
    term: str

    @property
    def id(self) -> str:
        """Give the id its answer is kept under: `option-1.safety.short`."""
        return ".".join(self)


def cells_of(option: str) -> Iterator[Cell]:
    """Give the cells of an option, value by value, the short term first."""
    return (Cell(option, value, term) for value in VALUES for term in TERMS)


def numbered(per: str, number: int) -> str:
    """Give the id of a thing somebody named: `member-1`."""
    return f"{per}-{number}"


def head(thing: str, per: Per) -> str:
    """Give the id of the answer that names a thing: `member-1.role`."""
    return f"{thing}.{HEADS[per]}"


def named(answers: Mapping[str, Answer], per: Per) -> tuple[str, ...]:
    """Give the ids of what was named and not taken away again, in the order of their numbers."""
    return tuple(thing for number in range(1, AT_MOST + 1) if name_of(answers, thing := numbered(per, number), per))


def touched(answers: Mapping[str, Answer], per: Per) -> tuple[str, ...]:
    """Give the ids of all that anything was answered about, also what has no name (any more)."""
    there = {answer_id.partition(".")[0] for answer_id in answers}
    return tuple(thing for number in range(1, AT_MOST + 1) if (thing := numbered(per, number)) in there)


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


def only_coercive(answers: Mapping[str, Answer], beside: str = "") -> bool:
    """Tell whether all options that were named, beside one of them, are compulsory measures; doing nothing is none."""
    options = [one for one in named(answers, "option") if one != beside]
    return bool(options) and all(text_of(answers, f"{one}.force") == "coercive" for one in options)


def safety_is_open(answers: Mapping[str, Answer], option: str) -> bool:
    """Tell whether an option needs arrangements: its short-term safety was not weighed, or danger is not ruled out."""
    cell = Cell(option, "safety", "short").id
    return not text_of(answers, cell) or text_of(answers, f"{cell}.stays") != "no"


@dataclass(frozen=True)
class Weighed:
    """The answers of a weighing beside the steps of a pack. With `every` all that could be named or asked counts.

    Then there are so many of each kind at least.
    """

    pack: Pack
    lang: str
    answers: Mapping[str, Answer]
    every: int = 0

    def text(self, answer_id: str) -> str:
        """Give the text or choice that stands; "" where there is none."""
        return text_of(self.answers, answer_id)

    def things(self, per: Per) -> Iterator[tuple[str, str]]:
        """Give the id and name of what was named, with room for one more, which has no name yet."""
        there = touched(self.answers, per) if self.every else named(self.answers, per)
        last = max((int(one.rpartition("-")[2]) for one in there), default=0)
        room = max(self.every, last) if self.every else last + 1
        for number in range(1, min(room, AT_MOST) + 1):
            thing = numbered(per, number)
            yield thing, name_of(self.answers, thing, per)

    @cached_property
    def members(self) -> dict[str, str]:
        """The members, by what they are called."""
        return {thing: name or thing for thing, name in self.things("member") if name or self.every}

    @cached_property
    def options(self) -> dict[str, str]:
        """The options, by what they are called: doing nothing first, and then what was named."""
        fields = [field for step in self.pack.weighing for field in step.fields if field.per == "option"]
        fixed = {one.id: one.text.pick(self.lang) for field in fields for one in field.fixed}
        return {**fixed, **{thing: name or thing for thing, name in self.things("option") if name or self.every}}

    def holds(self, field: WeighingField, prefix: str = "") -> bool:
        """Tell whether a field is asked: all it waits for was answered. `prefix` is that of a thing: `option-1.`."""
        if self.every:
            return True
        if (field.per, field.id) in SEVERAL and len(self.members) < 2:  # noqa: PLR2004 - more than one
            return False
        if field.id == "changed" and not self.text(THOUGHT):
            return False
        if field.id in THRESHOLD and not safety_is_open(self.answers, self.text(CHOICE)):
            return False
        return all(self._was_given(self.meant(name, prefix), given) for name, given in field.when.items())

    def is_told(self, step: WeighingStep) -> bool:
        """Tell whether anything was answered in a step, or with `every` could be."""
        return self.every > 0 or any(answer.value for answer in self.in_step(step))

    def in_step(self, step: WeighingStep) -> Iterator[Answer]:
        """Give the answers in a step, what was skipped among them."""
        asked = {(one.per, one.id) for one in step.fields}
        return (answer for answer in self.answers.values() if self.asked_as(answer.id) in asked)

    def asked_as(self, answer_id: str) -> tuple[str | None, str]:
        """Give per what a question was asked, and which field: ("cell", "stays") for option-1.safety.short.stays."""
        thing, _, name = answer_id.partition(".")
        field, *rest = name.split(".")
        if field in VALUES:
            return "cell", rest[1] if len(rest) > 1 else "effect"
        return (self._kinds.get(thing) or thing.rpartition("-")[0], field) if name else (None, thing)

    @cached_property
    def _kinds(self) -> dict[str, str | None]:
        """What that which is always there is, by its id: housing is a part of the foundation."""
        return {each.id: one.per for step in self.pack.weighing for one in step.fields for each in one.fixed}

    def meant(self, name: str, prefix: str) -> str:
        """Give the id of the answer that `when` names: about the same thing where that is asked per thing."""
        if name == "effect":  # the cell itself
            return prefix.removesuffix(".")
        return f"{prefix}{name}" if prefix and name in self._per_thing else name

    @cached_property
    def _per_thing(self) -> frozenset[str]:
        fields = [field for step in self.pack.weighing for field in step.fields]
        return frozenset(one.id for one in fields if one.per) - {one.id for one in fields if not one.per}

    def _was_given(self, answer_id: str, given: tuple[str, ...]) -> bool:
        answer = self.answers.get(answer_id)
        if answer is None or (answer.status == "draft" and not answer.stands):
            return False
        return answer.stands in given or (ANSWERED if answer.stands else SKIPPED) in given
