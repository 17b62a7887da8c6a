"""Networks, plans, exceptions and look-backs to report on: with everything answered, or only what a test says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.case import Answer, Justification, LookBack, Network, Plan, Sitting
from doorbraak_cli.domain.filled import TABLE, Filled, number_of
from doorbraak_cli.domain.sheet import HEADS
from doorbraak_cli.reports.facts import summary_facts

from .conftest import DAY, answer, case, pack_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.model import Model
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetField, SheetKind, SheetStep
    from doorbraak_cli.domain.wording import Language
    from doorbraak_cli.reports.facts import SummaryFacts
    from doorbraak_cli.reports.sheet_facts import SheetFacts, ThingFacts

Given = dict[str, "Value | None"]

KINDS: dict[SheetKind, type[Sitting]] = {
    "network": Network,
    "plan": Plan,
    "justification": Justification,
    "look_back": LookBack,
}
HIDDEN = (TABLE, "list")
"""What is asked and says nothing by itself: which cell of the grid, and a list that became who it names."""
PLACES = ("core", "background", "missing", "not-now")
BOTTLENECK = "postcodebeginsel"
TYPED_DAY, TYPED_AMOUNT = "2026-12-09", "1250.50"
"""The day and the amount that were typed wherever one was asked."""
AMOUNT = "€\u00a01.250,50"
NUMBERS = str.maketrans({"1": "een", "2": "twee", "3": "drie", "4": "vier", "5": "vijf"})
FIRST_OF_MANY = {"decided": "yes", "checked": "yes", "coordinator": "one", "at-table": "some", "status": "busy"}
"""What is chosen so that as much as can be is asked after it; of other choices the first."""


def said(given: Mapping[str, Value | None]) -> tuple[Answer, ...]:
    """Give answers by id; None was skipped."""
    return tuple(answer(name, value) for name, value in given.items())


def sitting(
    kind: SheetKind,
    pack: Pack,
    *answers: Answer,
    number: int = 1,
    started: date = DAY,
    finished: date | None = DAY,
    of: str = "justification-1",
) -> Sitting:
    """Give a sheet with these answers; a look-back is on the exception with the id `of`."""
    made = KINDS[kind]
    several = kind in ("justification", "look_back")
    name = kind.replace("_", "-")
    about = {"of": of} if made is LookBack else {}
    return made(
        id=f"{name}-{number}" if several else name,
        started=started,
        finished=finished,
        language="nl",
        pack=pack.ref,
        answers=answers,
        **about,
    )


def with_sheets(of: Case, *sheets: Sitting) -> Case:
    """Give a case with these added."""
    for one in sheets:
        of = of.with_sitting(one)
    return of


def facts_of(pack: Pack, *sheets: Sitting, lang: Language = "nl") -> SummaryFacts:
    """Give what a summary knows of a case in which this was done and nothing else."""
    return summary_facts(with_sheets(case(), *sheets), pack, lang)


def facts(kind: SheetKind, pack: Pack, *answers: Answer, finished: date | None = DAY) -> SheetFacts:
    """Give what a summary knows of one sheet with these answers."""
    (told,) = facts_of(pack, sitting(kind, pack, *answers, finished=finished)).sheets
    return told


def thing(told: SheetFacts, thing_id: str) -> ThingFacts:
    """Give what was said of one thing that was named."""
    return next(one for step in told.steps for one in step.things if one.id == thing_id)


def fields(kind: SheetKind, pack: Pack, things: int = 2) -> Iterator[tuple[str, str, SheetField]]:
    """Give everything that can be asked in a sheet about so many things of each kind: its id, its prefix, its field."""
    for step in pack.sheet(kind):
        for field in step.fields:
            for prefix in [f"{field.per}-{number}." for number in range(1, things + 1)] if field.per else [""]:
                yield f"{prefix}{field.id}", prefix, field


def mark(kind: SheetKind, answer_id: str) -> str:
    """Give words that stand in no other answer, without a number: «network.party-een.safety»."""
    return f"«{kind}.{answer_id.translate(NUMBERS)}»"


def everything(kind: SheetKind, pack: Pack, things: int = 2) -> dict[str, Answer]:
    """Give an answer to all that can be asked, also to what is not asked beside it."""
    return {
        name: Answer(id=name, asked=field.text.pick("nl"), value=_value(kind, name, field, things))
        for name, _, field in fields(kind, pack, things)
        if field.id not in HIDDEN
    }


def whole(kind: SheetKind, pack: Pack, things: int = 2) -> dict[str, Answer]:
    """Give an answer to all that is asked in one sheet."""
    answers = everything(kind, pack, things)
    there = Filled(pack, "nl", answers, 0, kind)
    held = {name for name, prefix, field in fields(kind, pack, things) if there.holds(field, prefix)}
    return {name: one for name, one in answers.items() if name in held}


def all_sheets(pack: Pack, things: int = 2) -> tuple[Sitting, ...]:
    """Give one of each, with an answer to all that is asked in it."""
    return tuple(sitting(kind, pack, *whole(kind, pack, things).values()) for kind in KINDS)


def _value(kind: SheetKind, name: str, field: SheetField, things: int) -> Value:
    if field.kind in ("line", "text"):
        return mark(kind, name)
    if field.kind == "choices":
        return tuple(f"{field.of}-{number}" for number in range(1, things + 1))
    return {"day": TYPED_DAY, "money": TYPED_AMOUNT}.get(field.kind) or _chosen(name, field)


def _chosen(name: str, field: SheetField) -> str:
    if field.of:
        return BOTTLENECK if field.of == "bottleneck" else f"{field.of}-1"
    if field.id == "place":
        return PLACES[(number_of(name.partition(".")[0]) - 1) % len(PLACES)]
    ids = [one.id for one in field.options]
    wanted = FIRST_OF_MANY.get(field.id, "")
    return wanted if wanted in ids else ids[0]


def typed(answers: Mapping[str, Answer]) -> dict[str, str]:
    """Give the texts in which a mark stands, by id."""
    return {
        name: one.value for name, one in answers.items() if isinstance(one.value, str) and one.value.startswith("«")
    }


def replaced(before: Answer, value: Value | None, *, draft: bool = False, check: bool = False) -> Answer:
    """Give an answer with another value, asked as before."""
    after = answer(before.id, value, draft=draft, check=check)
    return after.model_copy(update={"asked": before.asked})


def is_head(name: str) -> bool:
    """Tell whether an answer names a thing."""
    thing_id, _, field = name.rpartition(".")
    return thing_id.rpartition("-")[0] in HEADS and field in HEADS.values()


def with_step(pack: Pack, kind: SheetKind, step_id: str, **changes: object) -> Pack:
    """Give a pack in which one step of a sheet is otherwise."""
    steps = tuple(one.model_copy(update=changes) if one.id == step_id else one for one in pack.sheet(kind))
    return pack_with(pack, **{kind: _models(steps)})


def _models(steps: tuple[SheetStep, ...]) -> tuple[Model, ...]:
    return steps
