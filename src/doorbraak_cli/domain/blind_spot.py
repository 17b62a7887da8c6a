"""Blind spots: what a case has not looked at yet, as content. When one is there is decided in `checks`."""

from typing import Annotated, Literal

from pydantic import Field

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.sheet import SheetKind
from doorbraak_cli.domain.text import Id, Source, Text

Command = Literal["weigh", "network", "plan", "justify", "look-back", "reflect"]

STEPPED: dict[str, SheetKind] = {
    "weigh": "weighing",
    "network": "network",
    "plan": "plan",
    "justify": "justification",
}
"""The sheet whose steps a blind spot can lead to, by its command."""


class GoesTo(Model):
    """Where somebody can mend it: a command, and the step of its sheet where it has steps."""

    command: Command
    step: Id | None = None


class Gap(Model):
    """A rule of the simple kind: it speaks where `empty` was left open while `filled` was answered.

    Both are ids of fields in one sheet, of the same thing where they are asked per thing.
    """

    sheet: SheetKind
    empty: Id
    filled: Id


class BlindSpot(Model):
    """One blind spot. `says` is the sentence when it is there, never about the family or the choice itself.

    `why` tells why it matters, `do` what to do, `leave` when it may be left. `most` is a number it goes by, if any.
    `gap` makes a rule of somebody's own; those that come with doorbraak have their rule in `checks`.
    """

    id: Id
    principle: Id
    title: Text
    says: Text
    why: Text
    do: Text
    leave: Text
    goes_to: GoesTo
    most: Annotated[int, Field(ge=1, le=1000)] | None = None
    gap: Gap | None = None
    source: Source | None = None

    @property
    def code(self) -> str:
        """Give the code it is named by: RA01."""
        return self.id.upper()
