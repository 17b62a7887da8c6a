"""A reflection to walk through, and a person made of a list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Case, Reflection
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.errors import Message
from doorbraak_cli.flows.prompter import Guard
from doorbraak_cli.flows.reflection import ReflectionFlow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question

DAY = date(2026, 4, 30)
SETUP: dict[str, Value | None] = {
    "level": "micro",
    "title": "Duin",
    "situation": None,
    "role": None,
    "principles": ("radicaal-aansluiten",),
    "selection": "pick",
    "questions": ("ra-micro-5",),
}


GUARD = Guard(
    refusal=lambda text: Message("trace.refused", {"what": "een naam"}) if "Jansen" in text else None,
    masked=lambda text: text.replace("Jansen", "[…]"),
    found=lambda text: ["Jansen"] if "Jansen" in text else [],
)
"""Refuses one name, and leaves it out."""


def other(pack: Pack, **content: object) -> Pack:
    """Give a pack with other content of these kinds."""
    return Pack.model_validate({**dict(pack), **content})


class GuardedFlow(ReflectionFlow):
    """A reflection in which every question that is typed has a guard."""

    def path(self, case: Case) -> tuple[Question, ...]:
        return tuple(_guarded(question) for question in super().path(case))

    def catalogue(self, case: Case) -> dict[str, Question]:
        return {name: _guarded(question) for name, question in super().catalogue(case).items()}


def guarded(flow: ReflectionFlow) -> GuardedFlow:
    """Give the same reflection with a guard."""
    return GuardedFlow(flow.pack, flow.say, flow.reflection_id, flow.today)


def _guarded(question: Question) -> Question:
    return question if question.options else replace(question, guard=GUARD)


@dataclass
class ListPrompter:
    """Answers, or raises, what comes next in a list, and remembers what it was asked."""

    replies: Sequence[object]
    seen: list[tuple[str, Value | None]] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def ask(self, question: Question, draft: Value | None = None) -> Value | None:
        self.seen.append((question.id, draft))
        self.questions.append(question)
        reply = self.replies[len(self.seen) - 1]
        if isinstance(reply, Exception):
            raise reply
        return reply  # type: ignore[return-value]  # the test says what it gives


@pytest.fixture
def flow(pack: Pack, nl: Wording) -> ReflectionFlow:
    return ReflectionFlow(pack, nl, "reflection-1", DAY)


@pytest.fixture
def case(pack: Pack) -> Case:
    first = Reflection(id="reflection-1", started=DAY, language="nl", pack=pack.ref)
    return Case(about="case", created=DAY, reflections=(first,))
