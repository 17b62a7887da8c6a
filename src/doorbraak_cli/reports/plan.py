"""The plan of a family, in a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.filled import number_of
from doorbraak_cli.domain.printable import capital, first_line
from doorbraak_cli.reports.answer_blocks import about, answered, aside, beside, left_open, said, state, together
from doorbraak_cli.reports.document import Block, Fields, Heading, Table
from doorbraak_cli.reports.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.sheet_facts import SheetFacts, SheetStepFacts, ThingFacts


IN_TABLE = ("goal", "by-whom", "who", "by", "status")
"""What of an action stands in the table."""


def plan_blocks(facts: SheetFacts, say: Wording, level: int = 2) -> Iterator[Block]:
    """Give the plan of a case, step by step."""
    yield Heading(level, say("plan.title"))
    yield Fields(
        (
            together(facts, say),
            (say("summary.state"), state(facts, say)),
            *left_open(facts, say),
        )
    )
    for step in facts.steps:
        if step.state == "told":
            yield from _step(step, say, level + 1)
    yield from aside(facts, say, level + 1)


def actions_table(actions: Sequence[ThingFacts], say: Wording, most: int = 10_000) -> Table:
    """Give actions as a table: the number to say that one is done by, for which goal it is, and whose it is.

    `most` is how many characters of a text stand in a cell.
    """
    columns = (
        "number",
        "what",
        *(["goal"] if any(one.field("goal") for one in actions) else []),
        "who",
        "by",
        "status",
    )
    rows = tuple(tuple(first_line(_cell(one, column, say), most) for column in columns) for one in actions)
    return Table(tuple(say(f"plan.{column}") for column in columns), rows)


def goal_number(thing: ThingFacts, say: Wording) -> str:
    """Give what stands before a goal, which its actions name: "Goal 1:"; "" for all else."""
    is_goal = thing.id.startswith("goal-")
    return f"{capital(say('sheet.place.goal', number=number_of(thing.id)))}:" if is_goal else ""


def _step(step: SheetStepFacts, say: Wording, level: int) -> Iterator[Block]:
    fields = [one for one in step.fields if one.id != "with" and one.said != "skipped"]
    if not fields and not step.things:
        return
    yield Heading(level, step.title)
    yield from answered(fields, say, in_short=True)
    actions = [one for one in step.things if one.id.startswith("action-")]
    if actions:
        yield actions_table(actions, say)
        yield from beside(actions, IN_TABLE, say)
    for thing in step.things:
        if thing not in actions:
            yield from about(thing, say, level + 1, number=goal_number(thing, say))


def _cell(action: ThingFacts, column: str, say: Wording) -> str:
    match column:
        case "number":
            return str(number_of(action.id))
        case "what":
            return marked(action.name.text, action.name, say)
        case "goal":
            goal = action.word("goal")
            return str(number_of(goal)) if goal.startswith("goal-") else _not_told(say)
        case "who":
            told = [said(found, say) for name in ("who", "by-whom") if (found := action.field(name))]
            return say("plan.whose", who=told[0], whose=told[1]) if len(told) > 1 else "".join(told) or _not_told(say)
    found = action.field(column)
    return said(found, say) if found else _not_told(say)


def _not_told(say: Wording) -> str:
    return say("summary.not-given")
