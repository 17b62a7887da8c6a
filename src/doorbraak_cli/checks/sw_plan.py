"""Rules on adding value together: the one plan, what is stuck in it, and the grounds of an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks.rule import CASE, Spotted
from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.filled import WITH
from doorbraak_cli.domain.planned import OVER, STATUS, actions, still_to_do
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.domain.weighed import CHOICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.checks.seen import Seen
    from doorbraak_cli.domain.filled import Filled
    from doorbraak_cli.domain.sheet import Per

RAISED, STUCK = "raised", "stuck"
COSTS: tuple[Per, ...] = ("cost", "continuing")
SHORT_NAME = 40
"""Characters of what an exception is called where a case has more than one."""


def sw05(seen: Seen) -> Iterator[str]:
    """Speak where an action that is not over has nobody to do it, or no day."""
    there = seen.plan
    for one in actions(there.answers) if there else ():
        if not one.is_closed and not (one.who and one.by):
            yield one.what


def sw06(seen: Seen) -> Iterator[str]:
    """Speak where no plan has an action, while an option was chosen, a network was begun, or a goal was set."""
    plan, network = seen.plan, seen.network
    has_goal = bool(plan and plan.called("goal"))
    has_people = bool(network and network.called("party"))
    is_planned = bool(plan and plan.called("action"))
    if not is_planned and (has_goal or has_people or _has_chosen(seen)):
        yield CASE


def _has_chosen(seen: Seen) -> bool:
    """Tell whether the last weighing was finished with a choice that takes doing."""
    last, there = seen.case.last_weighing, seen.weighing
    return bool(last and last.finished and there and there.text(CHOICE) in there.called("option"))


def sw07(seen: Seen) -> Iterator[str]:
    """Speak where something is still to be handed over and nobody stays the contact of the family."""
    if there := seen.plan:
        handovers = there.called("handover")
        to_do = still_to_do(there.answers, "handover")
        yield from (handovers[one] for one in to_do if not there.text(f"{one}.contact"))


def sw10(seen: Seen) -> Iterator[str]:
    """Speak where it is not told who can decide on what is stuck, or with whom it is raised.

    An action that is stuck speaks where nothing at all was written down as stuck.
    """
    if there := seen.plan:
        stuck = there.called("stuck")
        yield from (stuck[one] for one in still_to_do(there.answers, "stuck") if not _is_with_somebody(there, one))
        if not stuck:
            yield from (one.what for one in actions(there.answers) if one.status == STUCK)


def _is_with_somebody(there: Filled, stuck: str) -> bool:
    is_raised = there.text(f"{stuck}.{RAISED}") or there.text(f"{stuck}.{STATUS}") == RAISED
    return bool(is_raised and there.text(f"{stuck}.decides"))


def sw12(seen: Seen) -> Iterator[Spotted]:
    """Speak for each ground that an exception lacks, where it was begun and not refused."""
    several = len(seen.justifications) > 1
    for one, there in zip(seen.case.justifications, seen.justifications, strict=True):
        titles = {step.id: step.title.pick(there.lang) for step in there.steps}
        name, of = (first_line(there.text("asked"), SHORT_NAME), one.id) if several else ("", "")
        for ground in _lacking(there):
            yield Spotted(" · ".join(filter(None, (name, titles.get(ground)))), ground, of)


def _lacking(there: Filled) -> Iterator[str]:
    """Give the steps of the grounds that were left out."""
    is_begun = any(one.stands for one in there.answers.values() if one.id != WITH)
    if not is_begun or there.text("decided") == "no":
        return
    if not (there.text("room") and there.text("article")):
        yield "legitimacy"
    if not there.text("grip"):
        yield "engagement"
    if not any(there.text(f"{one}.amount") for per in COSTS for one in there.called(per)):
        yield "return"


def sw13(seen: Seen) -> Iterator[str]:
    """Speak where something in the plan still has to happen and no day to evaluate is ahead."""
    if (there := seen.plan) and any(still_to_do(there.answers, per) for per in OVER):
        text = there.text("evaluation-next")
        day = day_of(text)
        if not text or (day and seen.today and day < seen.today):
            yield CASE


RULES: dict[str, Rule] = {
    "sw05": sw05,
    "sw06": sw06,
    "sw07": sw07,
    "sw10": sw10,
    "sw12": sw12,
    "sw13": sw13,
}
