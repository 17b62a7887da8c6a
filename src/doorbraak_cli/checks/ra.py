"""Rules on connecting with the family: in the plan, in a procedure, and by asking people with lived experience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks import ra_choice, ra_heard
from doorbraak_cli.checks.rule import CASE
from doorbraak_cli.domain.setup import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.checks.seen import Seen
    from doorbraak_cli.domain.case import Answer, Reflection
    from doorbraak_cli.domain.pack import Pack

FAMILY = ("family", "together")
EXPERTS = "ra-meso-6"
"""The question to managers and local policy whether people with lived experience were asked."""


def ra05(seen: Seen) -> Iterator[str]:
    """Speak where a plan has actions and of none is told that the family does it, or does it too."""
    plan = seen.plan
    actions = [one for one in plan.called("action") if plan.text(f"{one}.status") != "dropped"] if plan else []
    if plan and actions and not any(plan.text(f"{one}.by-whom") in FAMILY for one in actions):
        yield CASE


def ra06(seen: Seen) -> Iterator[str]:
    """Speak of a formal procedure that runs without fixed moments of contact."""
    plan = seen.plan
    if plan and plan.text("procedure") == "yes" and not plan.text("moments"):
        yield " ".join(plan.text("procedure-what").split()) or CASE


def ra12(seen: Seen) -> Iterator[str]:
    """Speak where the last reflection that asked it left open whether experts by experience were asked, or said hardly.

    One that is going on and has not come to it yet is passed over.
    """
    asked = (found for one in reversed(seen.case.reflections) if (found := _on_experts(one, seen.pack)))
    if any(one.status == "skipped" or _is_weak(one, seen.pack) for one in next(asked, ())):
        yield CASE


def _on_experts(reflection: Reflection, pack: Pack) -> list[Answer]:
    """Give the answers to the question on experts by experience where it was asked."""
    answers = reflection.by_id()
    ids = [one.field_id(part) for one in chosen(reflection, pack) if one.id == EXPERTS for part in one.fields]
    there = [answers[one] for one in ids if one in answers]
    return [one for one in there if one.stands or one.status == "skipped"]


def _is_weak(answer: Answer, pack: Pack) -> bool:
    return any(word.weak and word.id == answer.stands for scale in pack.scales for word in scale.words)


RULES: dict[str, Rule] = {**ra_heard.RULES, **ra_choice.RULES, "ra05": ra05, "ra06": ra06, "ra12": ra12}
"""The rules on connecting with the family, by the id of their blind spot."""
