"""What stands in a weighing: who and what was named in it, and its cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from doorbraak_cli.domain.case import Answer
from doorbraak_cli.domain.filled import WITH, Filled, named, text_of
from doorbraak_cli.domain.sheet import TERMS, VALUES, SheetField, SheetKind

DEPTH = "depth"
SETUP = (DEPTH, WITH)
SHORT, FULL = DEPTHS = ("short", "full")
THOUGHT, CHOICE = "thought", "choice"
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


def only_coercive(answers: Mapping[str, Answer], beside: str = "") -> bool:
    """Tell whether all options that were named, beside one of them, are compulsory measures; doing nothing is none."""
    options = [one for one in named(answers, "option") if one != beside]
    return bool(options) and all(text_of(answers, f"{one}.force") == "coercive" for one in options)


def safety_is_open(answers: Mapping[str, Answer], option: str) -> bool:
    """Tell whether an option needs arrangements: its short-term safety was not weighed, or danger is not ruled out."""
    cell = Cell(option, "safety", "short").id
    return not text_of(answers, cell) or text_of(answers, f"{cell}.stays") != "no"


@dataclass(frozen=True)
class Weighed(Filled):
    """The answers of a weighing beside its steps; with `every` all that could be named or asked counts."""

    kind: SheetKind = "weighing"

    @cached_property
    def members(self) -> dict[str, str]:
        """The members, by what they are called."""
        return self.called("member")

    @cached_property
    def options(self) -> dict[str, str]:
        """The options, by what they are called: doing nothing first, and then what was named."""
        fixed = {one.id: one.text.pick(self.lang) for field in self._per_option for one in field.fixed}
        return {**fixed, **self.called("option")}

    @property
    def _per_option(self) -> Iterator[SheetField]:
        return (field for field in self.fields if field.per == "option")

    def choices(self, field: SheetField) -> dict[str, str]:
        """Give the options of a field by id: those that were named for the choice, members for what is ticked."""
        if field.id == CHOICE:
            return self.options
        return self.members if field.kind == "choices" else super().choices(field)

    def holds(self, field: SheetField, prefix: str = "") -> bool:
        """Tell whether a field is asked: all it waits for was answered. `prefix` is that of a thing: `option-1.`."""
        return self.every > 0 or (self._applies(field) and super().holds(field, prefix))

    def _applies(self, field: SheetField) -> bool:
        if (field.per, field.id) in SEVERAL and len(self.members) < 2:  # noqa: PLR2004 - more than one
            return False
        if field.id in THRESHOLD:
            return safety_is_open(self.answers, self.text(CHOICE))
        return field.id != "changed" or bool(self.text(THOUGHT))

    def asked_as(self, answer_id: str) -> tuple[str | None, str]:
        """Give per what a question was asked, and which field: ("cell", "stays") for option-1.safety.short.stays."""
        _, _, name = answer_id.partition(".")
        field, *rest = name.split(".")
        if field in VALUES:
            return "cell", rest[1] if len(rest) > 1 else "effect"
        per, name = super().asked_as(answer_id)
        return per, name.partition(".")[0]

    def meant(self, name: str, prefix: str) -> str:
        """Give the id of the answer that `when` names: about the same thing where that is asked per thing."""
        return prefix.removesuffix(".") if name == "effect" else super().meant(name, prefix)  # the cell itself
