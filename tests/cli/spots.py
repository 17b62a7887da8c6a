"""Cases in which something was not looked at yet, and a way to check them."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from doorbraak_cli.cli import wiring
from doorbraak_cli.domain.case import Answer, Case, Plan, Record, Reflection, Weighing
from doorbraak_cli.domain.pack import PackRef
from doorbraak_cli.files import case_yaml, cases
from doorbraak_cli.flows.prompter import Paused

from .sheets import Someone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

    from doorbraak_cli.domain.case import Sitting, Value
    from doorbraak_cli.flows.prompter import Question

    from .conftest import Program

DAY = date(2026, 11, 1)
BEGUN: dict[str, Any] = {
    "started": DAY,
    "finished": DAY,
    "language": "nl",
    "pack": PackRef(id="p", version="1", digest="d"),
}
SHORT = {"depth": "short", "danger": "no", "option-1.what": "Hotel", "choice": "option-1"}
"""A short weighing that was rounded off."""
IN_SHORT = ("RA01", "RA04", "BK03", "BK05", "BK06", "BK11", "BK13", "SW06")
"""What is not looked at yet in there, in the order it is told."""
NO_HOME = "woningtekort"


def answers(given: Mapping[str, Value]) -> tuple[Answer, ...]:
    return tuple(Answer(id=name, asked="?", value=value) for name, value in given.items())


def case_of(*sittings: Sitting, title: str = "Casus M.", **more: Any) -> Case:
    """Give a case in which this was done."""
    case = Case(about="case", created=DAY, intake=Record(answers=answers({"title": title})), **more)
    for one in sittings:
        case = case.with_sitting(one)
    return case


def weighed(given: Mapping[str, Value] = SHORT, **more: Any) -> Weighing:
    return Weighing(id="weighing-1", answers=answers(given), **{**BEGUN, **more})


def met(bottleneck: str = NO_HOME) -> Case:
    """Give a case in which a bottleneck was met, by who looked back."""
    given = answers({"sw-micro-2.bottlenecks": (bottleneck,)})
    return case_of(Reflection(id="reflection-1", answers=given, **BEGUN))


def stuck(bottleneck: str = NO_HOME, **more: str) -> Case:
    """Give a case in which something in the plan is stuck on a bottleneck."""
    given = {"what": "een woning", "bottleneck": bottleneck, **more}
    return case_of(Plan(id="plan", answers=answers({f"stuck-1.{name}": one for name, one in given.items()}), **BEGUN))


def keep(name: str | Path, case: Case | None = None) -> Path:
    """Put a case on disk, by its name or at a path; one with a short weighing unless another is given."""
    path = cases.locate(str(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(case_yaml.dump(case or case_of(weighed())))
    return path


def found(program: Program, *arguments: str | Path) -> list[dict[str, Any]]:
    """Give what a check finds, as data."""
    listed = json.loads(program("check", "--json", *arguments).out)
    assert isinstance(listed, list)
    return listed


def codes(program: Program, *arguments: str | Path) -> list[str]:
    return [str(one["code"]) for one in found(program, *arguments)]


class Leaving(Someone):
    """Who stops at the first question there is."""

    def ask(self, question: Question, draft: Value | None = None) -> Value | None:
        self.questions.append(question)
        raise Paused


def leaves(monkeypatch: pytest.MonkeyPatch) -> Leaving:
    """Let somebody be asked who leaves at once."""
    person = Leaving()
    monkeypatch.setattr(wiring, "require_terminal", lambda _: None)
    monkeypatch.setattr(wiring, "screen", lambda *_: (person, person))
    return person
