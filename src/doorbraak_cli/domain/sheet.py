"""Sheets: steps and what they ask, as content. The weighing is one, and so are network, plan and justification."""

from typing import Annotated, Literal

from pydantic import Field

from doorbraak_cli.domain.aid import Choice
from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Id, Source, Text

SheetKind = Literal["weighing", "network", "plan", "justification", "look_back"]

Per = Literal[
    "sign", "member", "foundation", "option", "cell",
    "party", "goal", "action", "handover", "stuck", "cost", "continuing", "alternative", "spent",
]  # fmt: skip

VALUES = ("safety", "livelihood", "development")
"""What options are held against, and what people add. Safety is a threshold as well: it is never traded in."""

TERMS = ("short", "long")

ANSWERED, SKIPPED = "answered", "skipped"
"""What can stand in `when` beside the ids of options: answered with anything, or left open on purpose."""

HEADS = {
    "sign": "what", "member": "role", "foundation": "what", "option": "what",
    "party": "role", "goal": "what", "action": "what", "handover": "what", "stuck": "what",
    "cost": "what", "continuing": "what", "alternative": "what", "spent": "what",
}  # fmt: skip
"""The field that names one of several things, by what it is asked per; leaving it empty ends the list."""

FILLED = ("choice", "table")
"""Choices of which the program gives the options: those that were named, and the cells."""


class SheetField(Model):
    """One question of a step; with `per` it is asked for each thing of that kind, such as each action of a plan.

    A day is kept as 2026-12-04, money as 1250.50; `past` tells of a day that has been. `fixed` are things that are
    always there beside what people add. It is asked when for every id in `when` one of the answers named was given (an
    option, "answered" or "skipped"); not for the ids in `not_for`. `of` tells which things are its options. `label` is
    its name in a report, `column` in a grid; `family` its label in a version read together with the family, where what
    is `internal` never stands.
    """

    id: Id
    kind: Literal["choice", "choices", "line", "text", "day", "money"]
    per: Per | None = None
    label: Text | None = None
    column: Text | None = None
    past: bool = False
    text: Text
    hint: Text | None = None
    options: tuple[Choice, ...] = ()
    of: Literal["party", "goal", "bottleneck"] | None = None
    fixed: tuple[Choice, ...] = ()
    not_for: tuple[Id, ...] = ()
    when: dict[Id, Annotated[tuple[Id, ...], Field(min_length=1)]] = Field(default_factory=dict)
    internal: bool = False
    family: Text | None = None


class SheetStep(Model):
    """One step; `text` introduces it, `why` tells what for, `family` is its heading in a version for the family.

    `minutes` is how long it takes two or three people who know the case, `short` that it is in a short walk too.
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
    fields: Annotated[tuple[SheetField, ...], Field(min_length=1)]
    source: Source | None = None

    def field(self, field_id: str) -> SheetField | None:
        """Give the field with this id, or None."""
        return next((one for one in self.fields if one.id == field_id), None)
