"""The broad weighing (the second principle, chapter 3 of the guide): its steps and what they ask, as content."""

from typing import Annotated, Literal

from pydantic import Field

from doorbraak_cli.domain.aid import Choice
from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Id, Source, Text

Per = Literal["sign", "member", "foundation", "option", "cell"]

VALUES = ("safety", "livelihood", "development")
"""What options are held against. Safety is a threshold as well: it is never traded against the others."""

TERMS = ("short", "long")

ANSWERED, SKIPPED = "answered", "skipped"
"""What can stand in `when` beside the ids of options: answered with anything, or left open on purpose."""

HEADS = {"sign": "what", "member": "role", "foundation": "what", "option": "what"}
"""The field that names one of several things, by what it is asked per; leaving it empty ends the list."""

FILLED = ("choice", "table")
"""Choices of which the program gives the options: those that were named, and the cells."""


class WeighingField(Model):
    """One question of a step; with `per` it is asked for each sign, member, part of the foundation, option or cell.

    `fixed` are those that are always there beside what people add. It is asked when for every id in `when` one of the
    answers named was given (an option, "answered" or "skipped"); not for the ids in `not_for`. `family` is its label in
    a version read together with the family; what is `internal` never stands there.
    """

    id: Id
    kind: Literal["choice", "choices", "line", "text"]
    per: Per | None = None
    text: Text
    hint: Text | None = None
    options: tuple[Choice, ...] = ()
    fixed: tuple[Choice, ...] = ()
    not_for: tuple[Id, ...] = ()
    when: dict[Id, Annotated[tuple[Id, ...], Field(min_length=1)]] = Field(default_factory=dict)
    internal: bool = False
    family: Text | None = None


class WeighingStep(Model):
    """One step; `text` introduces it, `why` tells what for, `family` is its heading in a version for the family.

    `minutes` is how long it takes two or three people who know the case, `short` that it is in the short walk too.
    """

    id: Id
    title: Text
    text: Text
    why: Text
    family: Text | None = None
    minutes: Annotated[int, Field(ge=1, le=120)]
    short: bool = False
    recommendations: tuple[Id, ...] = ()
    aids: tuple[Id, ...] = ()
    fields: Annotated[tuple[WeighingField, ...], Field(min_length=1)]
    source: Source | None = None

    def field(self, field_id: str) -> WeighingField | None:
        """Give the field with this id, or None."""
        return next((one for one in self.fields if one.id == field_id), None)
