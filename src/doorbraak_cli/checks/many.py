"""What only shows over many cases: a bottleneck that keeps coming back and is on nobody's agenda."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from doorbraak_cli.domain.filled import named, text_of, ticked
from doorbraak_cli.domain.planned import STATUS
from doorbraak_cli.domain.question import BOTTLENECKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.blind_spot import BlindSpot
    from doorbraak_cli.domain.case import Case

MANY = frozenset({"sw14"})
"""The blind spots that are looked for over many cases, by id; each of the others is looked for in one case."""
ON_AGENDA = ("raised", "solved")
"""How something that is stuck stands once somebody raised it."""


@dataclass(slots=True)
class Bottlenecks:
    """In how many cases each bottleneck was met, and which were raised in any; the cases themselves are not kept."""

    _met: Counter[str] = field(default_factory=Counter)
    _raised: set[str] = field(default_factory=set)

    def add(self, case: Case) -> None:
        """Count what was met in a case about a family, once however often it was met; not where that was set aside."""
        if case.about == "case" and not any(case.why_aside(one.upper()) for one in MANY):
            self._met.update(dict.fromkeys((*_ticked(case), *(one for one, _ in _stuck(case))), 1))
            self._raised.update(one for one, is_raised in _stuck(case) if is_raised)

    def found(self, spot: BlindSpot) -> tuple[str, ...]:
        """Give the ids of those met in `most` cases or more and raised in none, in the order they were first met."""
        least = spot.most
        return tuple(one for one, cases in self._met.items() if least and cases >= least and one not in self._raised)


def _ticked(case: Case) -> Iterator[str]:
    """Give the bottlenecks that stood in the way according to the reflections."""
    for reflection in case.reflections:
        answers = reflection.by_id()
        for name in answers:
            if name.endswith(f".{BOTTLENECKS}"):
                yield from ticked(answers, name)


def _stuck(case: Case) -> Iterator[tuple[str, bool]]:
    """Give the bottlenecks on which something in the plan is or was stuck, and whether that was raised."""
    answers = case.plan.by_id() if case.plan else {}
    for stuck in named(answers, "stuck"):
        if bottleneck := text_of(answers, f"{stuck}.bottleneck"):
            is_raised = text_of(answers, f"{stuck}.raised") or text_of(answers, f"{stuck}.{STATUS}") in ON_AGENDA
            yield bottleneck, bool(is_raised)
