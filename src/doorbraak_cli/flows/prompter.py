"""What a question is to whoever answers it, and what asking can lead to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.errors import Message


class Form(StrEnum):
    """How a question is answered: one choice, several choices, one line, text of any length, or a cell of a grid."""

    CHOICE = "choice"
    CHOICES = "choices"
    LINE = "line"
    TEXT = "text"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the id that is kept and the label that is shown; `detail` is what a cell of a grid holds.

    `leads` is the question it leads to, in a list of where to go, where that is not its id.
    """

    id: str
    label: str
    detail: str = ""
    leads: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """How options are laid out that are the cells of a grid, row by row.

    `groups` stand over the columns, `spans` tells over how many each of them does.
    """

    rows: tuple[str, ...]
    groups: tuple[str, ...]
    spans: tuple[int, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title, shown beside a question; `short` is for a screen that has no room for the lines."""

    title: str
    lines: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guard:
    """What must not be kept as an answer: why a text is refused (or None), the text without what must go, and that.

    `refusal` never repeats the text; `found` does, for the eyes of who types it only.
    """

    refusal: Callable[[str], Message | None]
    masked: Callable[[str], str]
    found: Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How what is typed is read, where that can be another thing than it seems: a day, an amount.

    `value` gives what is kept, or None where it can't be read; `shown` gives that as people write it; `sure` gives the
    question whether it was meant, answered with "yes" or not. The guard of the question refuses what can't be read.
    """

    value: Callable[[str], str | None]
    shown: Callable[[str], str]
    sure: Callable[[Question, str], Question]


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    `short` is what it is called in a list, `mark` what stands before it there ("2a"); `heading` says where we are.
    `lead` is the whole question where `text` is one part of it, `hint` what a good answer looks like, `why` and `helps`
    what F1 shows. `preset` is what is filled in when nothing was answered before. `depends_on` names the answers this
    one leans on. `needed` tells that an answers file must hold it, if only as skipped (null). `guard` refuses texts
    that must not be kept, `reading` tells how what is typed is read; what is `sealed` does not stay on the screen.
    `step` is the part of a flow that can be skipped from here, `place` where this belongs in words that hold nothing of
    a case ("option 2, safety, short term"). What `adds` makes one thing more where it is answered.

    With a `grid` the options are its cells, and last that one is done with it: what is given is where to go next.
    `hub` is the grid this belongs to; what is `picked` is asked only when it was chosen there.
    """

    id: str
    form: Form
    text: str
    heading: str = ""
    lead: str = ""
    hint: str = ""
    why: str = ""
    helps: tuple[Section, ...] = ()
    options: tuple[Option, ...] = ()
    preset: Value | None = None
    required: bool = False
    needed: bool = False
    depends_on: tuple[str, ...] = ()
    mark: str = ""
    guard: Guard | None = None
    reading: Reading | None = None
    sealed: bool = False
    step: str = ""
    place: str = ""
    grid: Grid | None = None
    hub: str = ""
    picked: bool = False
    adds: bool = False
    short: str = ""

    @property
    def is_must(self) -> bool:
        """Tell whether there is no going on without an answer."""
        return self.required and self.needed

    def leads_to(self, option_id: str) -> str:
        """Give the id of the question that an option leads to."""
        return next((one.leads for one in self.options if one.id == option_id and one.leads), option_id)

    def label(self, option_id: str) -> str:
        """Give the label of an option, or the id itself where the question does not have it."""
        return next((option.label for option in self.options if option.id == option_id), option_id)

    def refused(self, text: str, say: Wording) -> str:
        """Say to who typed it why a text is refused, and what in it; "" where it can be kept."""
        refusal = self.guard.refusal(text) if self.guard else None
        if self.guard is None or refusal is None:
            return ""
        found = self.guard.found(text)
        named = [say("prompt.refused-for", texts=", ".join(found))] if found else []
        return " ".join([say.message(refusal), *named])

    def keepable(self, draft: Value | None) -> Value | None:
        """Give what may be kept of something that was typed and not confirmed."""
        if self.reading and isinstance(draft, str):
            return self.reading.value(draft) or draft
        return self.guard.masked(draft) if self.guard and isinstance(draft, str) else draft


class Interrupted(Exception):  # noqa: N818 - not an error: somebody chose to do something else first
    """Somebody left a question without answering it. `draft` is what they had typed or ticked, or None."""

    def __init__(self, draft: Value | None = None) -> None:
        super().__init__()
        self.draft = draft


class Paused(Interrupted):
    """Somebody stops for now: Ctrl-C, or the keyboard is gone."""


class Back(Interrupted):
    """Somebody wants the previous question again."""


class SkipStep(Interrupted):
    """Somebody leaves the rest of a step as it is."""


class Prompter(Protocol):
    """Whoever answers: a person at a keyboard, numbered lines, or a script."""

    def ask(self, question: Question, draft: Value | None = None) -> Value | None:
        """Give the answer, or None for skipped. `draft` is filled in to start from. Raises Interrupted."""
        ...
