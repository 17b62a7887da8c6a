"""An exception, well founded, and looking back on it (the breakthrough method; the guide's account of the research)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from doorbraak_cli.domain.case import Justification, LookBack, Sitting
from doorbraak_cli.domain.filled import Filled, text_of
from doorbraak_cli.flows.sheet import SheetFlow
from doorbraak_cli.flows.sheet_asking import SheetAsking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.sheet import SheetField, SheetKind
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.flows.sheet_fields import StepFields

EXPECTED = ("asked", "expect", "notice")
"""What was written down beforehand that is shown once it is told what happened."""

BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class JustificationFlow(SheetFlow):
    """One exception in a case."""

    kind: ClassVar[SheetKind] = "justification"
    sitting_kind: ClassVar[type[Sitting]] = Justification


@dataclass(frozen=True, slots=True)
class LookBackFlow(SheetFlow):
    """Looking back on one exception: first what happened, and only then what was expected of it."""

    expected: Justification

    kind: ClassVar[SheetKind] = "look_back"
    sitting_kind: ClassVar[type[Sitting]] = LookBack

    def asking(self, fields: StepFields[Filled]) -> Iterator[Question]:
        """Give the questions of one step."""
        return _LookingBack(fields, self._expected()).questions()

    def _expected(self) -> str:
        """Give what was expected, with the questions as they were asked then."""
        answers = self.expected.by_id()
        told = [(answers[name].asked, text_of(answers, name)) for name in EXPECTED if name in answers]
        lines = [f"{asked}\n{text}" for asked, text in told if text]
        if not any(text_of(answers, name) for name in EXPECTED[1:]):
            lines.append(self.say("look-back.nothing"))
        day = self.say.day(self.expected.started)
        return "\n\n".join([self.say("look-back.expected", day=day), *lines])


@dataclass(frozen=True)
class _LookingBack(SheetAsking[Filled]):
    expected: str

    def own(self, field: SheetField) -> dict[str, Any]:
        """Give what was expected above the question what came of that."""
        return {"lead": self.expected} if field.id == BESIDE and not self.there.every else {}
