"""Aids: frames and checklists to open while working, some of which ask something back."""

from typing import Annotated, Literal

from pydantic import Field

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Id, Source, Text


class Choice(Model):
    """One thing that can be answered: the id that is kept and the words that are shown."""

    id: Id
    text: Text


Choices = Annotated[tuple[Choice, ...], Field(min_length=2)]


class CardField(Model):
    """One thing to fill in on a card: a choice (then it has options), one line, or text of any length."""

    id: Id
    kind: Literal["choice", "line", "text"]
    text: Text
    hint: Text | None = None
    options: tuple[Choice, ...] = ()


class Step(Model):
    """A step or an item of a checklist; `fields` is what it asks to be filled in, where the aid is a card."""

    title: Text
    text: Text
    fields: tuple[CardField, ...] = ()


class DecisionQuestion(Model):
    """A question that helps to find out which route applies."""

    id: Id
    text: Text
    options: Choices


class Route(Model):
    """A way that applies when every answer in `when` was given; with nothing there it always applies.

    `text` says what it comes down to and `why` which answer decides it.
    """

    id: Id
    when: dict[Id, Annotated[tuple[Id, ...], Field(min_length=1)]] = Field(default_factory=dict)
    title: Text
    text: Text
    why: Text


class Decision(Model):
    """Questions and the routes they lead to. Routes are tried from the top; the last one applies always."""

    questions: Annotated[tuple[DecisionQuestion, ...], Field(min_length=1)]
    routes: Annotated[tuple[Route, ...], Field(min_length=1)]


class Aid(Model):
    """A frame, a checklist (`ordered` false) or steps in order. `source` is where the guide gives it."""

    id: Id
    title: Text
    gist: Text
    when: Text
    text: Text
    ordered: bool = False
    steps: tuple[Step, ...] = ()
    decision: Decision | None = None
    notes: tuple[Text, ...] = ()
    source: Source | None = None

    @property
    def fields(self) -> tuple[CardField, ...]:
        """Give all that is to be filled in, in order; nothing for an aid that is only read."""
        return tuple(field for step in self.steps for field in step.fields)
