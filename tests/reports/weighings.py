"""Weighings to report on: one in which everything was answered, or only what a test says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.domain.case import Answer, Weighing
from doorbraak_cli.domain.filled import TABLE
from doorbraak_cli.domain.weighed import CHOICE, Weighed, cells_of
from doorbraak_cli.reports.document import Fields, Heading, Paragraph, Quote
from doorbraak_cli.reports.weighing_reading import weighing_facts

from .conftest import DAY, answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetField, SheetStep
    from doorbraak_cli.domain.weighed import Cell
    from doorbraak_cli.reports.weighing_facts import WeighingFacts

Given = dict[str, "Value | None"]

CELL = "option-1.safety.short"
TWO_MEMBERS: Given = {"member-1.role": "moeder", "member-2.role": "oudste kind"}
TWO_OPTIONS: Given = {"option-1.what": "Hotel", "option-2.what": "Naar oma"}
IN_THE_WAY = "rule"
"""What stands in the way of every option here, so that it is asked what could be made instead."""
LEFT_EMPTY = ("option-2.livelihood.long", "option-2.development.long")
"""Two cells nobody filled in; of the last it was said how to find out."""
NUMBERS = str.maketrans({"1": "een", "2": "twee", "3": "drie", "4": "vier"})


def said(given: Mapping[str, Value | None]) -> tuple[Answer, ...]:
    """Give answers by id; None was skipped."""
    return tuple(answer(name, value) for name, value in given.items())


def weighing(
    pack: Pack,
    *answers: Answer,
    number: int = 1,
    depth: str = "full",
    started: date = DAY,
    finished: date | None = DAY,
    later: bool = False,
) -> Weighing:
    """Give a weighing with these answers, after the one before it; `later` tells that another took its place."""
    return Weighing(
        id=f"weighing-{number}",
        started=started,
        finished=finished,
        language="nl",
        pack=pack.ref,
        answers=(answer("depth", depth), *answers),
        supersedes=f"weighing-{number - 1}" if number > 1 else None,
        superseded_by=f"weighing-{number + 1}" if later else None,
    )


def facts_of(pack: Pack, *answers: Answer, depth: str = "full", finished: date | None = DAY) -> WeighingFacts:
    """Give the facts of a weighing with these answers."""
    return weighing_facts(weighing(pack, *answers, depth=depth, finished=finished), pack, "nl")


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a step, with the id its answer has about one thing; `prefix` is that of the thing."""

    id: str
    prefix: str
    field: SheetField
    step: SheetStep

    @property
    def is_head(self) -> bool:
        """Tell whether this is what a thing is called."""
        return self.id.endswith((".role", ".what"))

    @property
    def is_typed(self) -> bool:
        """Tell whether this is answered in words of one's own."""
        return self.field.kind in ("line", "text")


def asked(pack: Pack, members: int = 2, options: int = 2) -> list[Asked]:
    """Give everything that could be asked about two signs, so many members and options, and one more foundation."""
    things = {
        "sign": ["sign-1", "sign-2"],
        "member": [f"member-{number}" for number in range(1, members + 1)],
        "foundation": ["housing", "income", "debts", "foundation-1"],
        "option": ["nothing", *(f"option-{number}" for number in range(1, options + 1))],
    }
    found = [one for step in pack.weighing for field in step.fields for one in _asked(step, field, things)]
    assert len(found) > 100
    return found


def _asked(step: SheetStep, field: SheetField, things: Mapping[str, list[str]]) -> Iterator[Asked]:
    if field.per is None:
        yield Asked(field.id, "", field, step)
    elif field.per == "cell":
        for cell in (cell for option in things["option"] for cell in cells_of(option)):
            yield from (Asked(name, f"{cell.id}.", field, step) for name in _in_cell(field.id, cell, things["member"]))
    else:
        fixed = {one.id for one in field.fixed} | {*field.not_for}
        for thing in things[field.per]:
            if thing not in fixed:
                yield Asked(f"{thing}.{field.id}", f"{thing}.", field, step)


def _in_cell(field_id: str, cell: Cell, members: list[str]) -> list[str]:
    """Give the ids of the answers to a field in one cell."""
    if field_id == "stays" and (cell.value, cell.term) != ("safety", "short"):
        return []
    several = [f"{cell.id}.how.{member}" for member in members]
    return {"effect": [cell.id], "how": several}.get(field_id, [f"{cell.id}.{field_id}"])


def mark(answer_id: str) -> str:
    """Give words that stand in no other answer, without a number: «option-een.fit»."""
    return f"«{answer_id.translate(NUMBERS)}»"


def _value(one: Asked, members: int) -> Value:
    if one.id == "look-back":
        return "9 december 2026"
    if one.id == CHOICE:
        return "option-1"
    if one.field.kind == "choices":
        return tuple(f"member-{number}" for number in range(1, members + 1))
    if one.is_typed:
        return mark(one.id)
    ids = [option.id for option in one.field.options]
    return IN_THE_WAY if IN_THE_WAY in ids else ids[0]


def everything(pack: Pack, members: int = 2, options: int = 2) -> dict[str, Answer]:
    """Give an answer to all there is, also to what is not asked beside it: what it is called as it was asked."""
    return {
        one.id: Answer(id=one.id, asked=one.field.text.pick("nl"), value=_value(one, members))
        for one in asked(pack, members, options)
        if one.id not in (TABLE, "share")
    }


def whole(pack: Pack, *shared: str, members: int = 2, options: int = 2) -> dict[str, Answer]:
    """Give an answer to all that is asked in one weighing, but for two cells. `shared` is for the family."""
    answers = everything(pack, members, options)
    answers |= {name: replaced(answers[name], None) for name in LEFT_EMPTY}
    there = Weighed(pack, "nl", answers)
    passed = (f"{LEFT_EMPTY[0]}.find-out", "nothing.rest", "option-1.rest", *(f"{name}.how" for name in LEFT_EMPTY))
    fields = [one for one in asked(pack, members, options) if one.id in answers and not one.id.startswith(passed)]
    kept = {one.id: answers[one.id] for one in fields if there.holds(one.field, one.prefix)}
    return kept | {"share": answer("share", shared)}


def replaced(before: Answer, value: Value | None, *, draft: bool = False, check: bool = False) -> Answer:
    """Give an answer with another value, asked as before."""
    after = answer(before.id, value, draft=draft, check=check)
    return after.model_copy(update={"asked": before.asked})


def everyone_may_read(pack: Pack, members: int = 2) -> tuple[str, ...]:
    """Give all parts of a weighing that can be shared."""
    steps = [one.id for one in pack.weighing if one.family and one.id != "members"]
    return (*(f"member-{number}" for number in range(1, members + 1)), "differ", *steps, "safety")


def texts_of(block: object) -> list[str]:
    """Give the texts of a block as they stand under each other; none of a table."""
    match block:
        case Fields():
            return [text for pair in block.pairs for text in pair]
        case Heading() | Paragraph() | Quote():
            return [block.text]
        case _:
            return []
