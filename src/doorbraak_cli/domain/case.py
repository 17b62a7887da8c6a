"""A case and what was answered about it. Every change gives a new value; nothing is ever overwritten."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import count
from typing import Literal, Self, TypeVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.pack import PackRef
from doorbraak_cli.domain.principle import About
from doorbraak_cli.domain.text import Code, NonEmpty
from doorbraak_cli.domain.wording import Language

Value = str | tuple[str, ...]
Status = Literal["answered", "skipped", "draft"]


class Answer(Model):
    """What was answered to one question, with the question's text as it was asked.

    Choices are kept as ids, never as labels. A draft is text somebody was still typing when they paused or went back.
    `confirmed` is what was answered before that. `check` marks an answer that stood when something it depends on was
    changed: it is asked again, filled in. `passed` tells that somebody left it as it is when they skipped a step.
    """

    id: str
    asked: str
    status: Status = "answered"
    value: Value | None = None
    confirmed: Value | None = None
    check: bool = False
    passed: bool = False

    @model_validator(mode="after")
    def _value_fits_status(self) -> Self:
        if (self.status == "skipped") != (self.value is None):
            raise PydanticCustomError("answer_status", "a skipped answer has no value, every other has one")
        return self

    @property
    def stands(self) -> Value | None:
        """Give what was last answered, whatever was typed after that without being finished."""
        return self.confirmed if self.status == "draft" else self.value

    @property
    def is_unsettled(self) -> bool:
        """Tell whether this is not what somebody meant in the end, or may not be."""
        return self.check or self.status == "draft"

    @property
    def open(self) -> bool:
        """Tell whether this still has to be asked (again)."""
        return self.is_unsettled and not self.passed


def _checked(answer: Answer) -> Answer:
    return answer.model_copy(update={"check": True, "passed": False})


def _refuse_repeats(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise PydanticCustomError("repeated_id", "{id} stands here twice", {"id": one})
        seen.add(one)


class Record(Model):
    """Answers in the order they were first given, each id once."""

    answers: tuple[Answer, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        _refuse_repeats(answer.id for answer in self.answers)
        return self

    def by_id(self) -> dict[str, Answer]:
        """Give the answers by id."""
        return {answer.id: answer for answer in self.answers}

    def text(self, answer_id: str) -> str:
        """Give the text of an answer, or "" where there is none (not asked, skipped, or several choices)."""
        value = next((answer.value for answer in self.answers if answer.id == answer_id), None)
        return value if isinstance(value, str) else ""

    def marked(self, dependents: Collection[str]) -> Self:
        """Give the record with these answers marked to be looked at again."""
        return self.model_copy(
            update={"answers": tuple(_checked(one) if one.id in dependents else one for one in self.answers)}
        )

    def with_answer(self, answer: Answer, *, dependents: Collection[str] = ()) -> Self:
        """Give the record with one answer added or replaced; later answers are kept, dependents get marked."""
        kept = [*self.marked(dependents).answers]
        place = next((index for index, one in enumerate(kept) if one.id == answer.id), len(kept))
        kept[place : place + 1] = [answer]
        return self.model_copy(update={"answers": tuple(kept)})


class Sitting(Record):
    """One time somebody went through the questions of a flow. `language` is the one it was started in."""

    id: str
    started: date
    finished: date | None = None
    language: Language
    pack: PackRef

    def closed(self, on: date) -> Self:
        """Give it as finished on this day."""
        return self.model_copy(update={"finished": on})


class Reflection(Sitting):
    """One time somebody looked back."""


class Card(Sitting):
    """One aid that was filled in, such as the card of a consult. `aid` is its id."""

    aid: str


class Weighing(Sitting):
    """One time options were weighed. A later one takes its place: both know of each other."""

    supersedes: str | None = None
    superseded_by: str | None = None


class Network(Sitting):
    """Who adds what, around this family. A case has one, which changes as people come and go."""


class Plan(Sitting):
    """The one plan of this family, which changes as it is carried out."""


class Justification(Sitting):
    """Why an exception is made for this family."""


class LookBack(Sitting):
    """One time somebody looked back on an exception; `of` is the id of its justification."""

    of: str


Kept = TypeVar("Kept", bound=Sitting)


class Case(Model):
    """One file: what it is about, under a pseudonym, and everything done with it, oldest first.

    `set_aside` holds blind spots that somebody left on purpose, by code, each with the reason.
    """

    about: About
    created: date
    intake: Record = Record()
    reflections: tuple[Reflection, ...] = ()
    cards: tuple[Card, ...] = ()
    weighings: tuple[Weighing, ...] = ()
    network: Network | None = None
    plan: Plan | None = None
    justifications: tuple[Justification, ...] = ()
    look_backs: tuple[LookBack, ...] = ()
    set_aside: dict[Code, NonEmpty] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for sittings in (self.reflections, self.cards, self.weighings, self.justifications, self.look_backs):
            _refuse_repeats(one.id for one in sittings)
        return self

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """Give everything done with this case."""
        single = (one for one in (self.network, self.plan) if one)
        listed = (*self.reflections, *self.cards, *self.weighings)
        return (*listed, *single, *self.justifications, *self.look_backs)

    def begun_with(self, sitting: Sitting) -> bool:
        """Tell whether this is what the case was made for: the first of its kind, and nothing else was done."""
        return self.sittings[0] == sitting and all(type(one) is type(sitting) for one in self.sittings)

    @property
    def title(self) -> str:
        """Give the pseudonym, team or policy this file is about; "" where it was not given yet."""
        return self.intake.text("title")

    @property
    def situation(self) -> str:
        """Give what is going on, in the words of whoever filled it in; "" where it was left out."""
        return self.intake.text("situation")

    def sitting(self, kind: type[Kept], sitting_id: str | None) -> Kept | None:
        """Give what has this id among what was done of one kind, or None."""
        return next((one for one in self.sittings if isinstance(one, kind) and one.id == sitting_id), None)

    def reflection(self, reflection_id: str) -> Reflection | None:
        """Give the reflection with this id, or None."""
        return self.sitting(Reflection, reflection_id)

    def card(self, card_id: str) -> Card | None:
        """Give the card with this id, or None."""
        return self.sitting(Card, card_id)

    def weighing(self, weighing_id: str | None) -> Weighing | None:
        """Give the weighing with this id, or None."""
        return self.sitting(Weighing, weighing_id)

    def justification(self, justification_id: str | None) -> Justification | None:
        """Give the justification with this id, or None."""
        return self.sitting(Justification, justification_id)

    @property
    def last_weighing(self) -> Weighing | None:
        """Give the weighing that was begun last, or None where there is none."""
        return self.weighings[-1] if self.weighings else None

    def why_aside(self, code: str) -> str:
        """Give why a blind spot was set aside in this case; "" where it was not."""
        return next((why for name, why in self.set_aside.items() if name.upper() == code), "")

    def with_sitting(self, sitting: Sitting) -> Self:
        """Give the case with this added, or in the place of what has its id."""
        if type(sitting) in SINGLE:
            return self.model_copy(update={SINGLE[type(sitting)]: sitting})
        there = getattr(self, HOLDERS[type(sitting)])
        return self.model_copy(update={HOLDERS[type(sitting)]: _placed(sitting, there)})

    def next_id(self, kind: type[Sitting]) -> str:
        """Give an id nothing of this kind has here: `weighing-1`, `weighing-2`; or the one it has."""
        if kind in SINGLE:
            return SINGLE[kind]
        name = HOLDERS[kind].removesuffix("s").replace("_", "-")
        taken = {one.id for one in getattr(self, HOLDERS[kind])}
        return next(found for number in count(1) if (found := f"{name}-{number}") not in taken)


HOLDERS: dict[type[Sitting], str] = {
    Reflection: "reflections",
    Card: "cards",
    Weighing: "weighings",
    Justification: "justifications",
    LookBack: "look_backs",
}
"""Where a case keeps what was done, by its kind."""

SINGLE: dict[type[Sitting], str] = {Network: "network", Plan: "plan"}
"""What a case has one of, with its id, which is where it is kept too."""


def _placed(one: Sitting, others: tuple[Sitting, ...]) -> tuple[Sitting, ...]:
    if all(other.id != one.id for other in others):
        others = (*others, one)
    return tuple(one if other.id == one.id else other for other in others)
