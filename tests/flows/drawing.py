"""What people may type, and the answers of a whole sheet that go together, whatever the order they are given in."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from hypothesis import Phase, settings
from hypothesis import strategies as st

from doorbraak_cli.domain.sheet import HEADS
from doorbraak_cli.files import packs, wordings
from doorbraak_cli.flows.session import answer_to

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetField, SheetKind, SheetStep
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.flow import Flow
    from doorbraak_cli.flows.prompter import Question

    from .weighings import Given

# What people may type: hostile, foreign, of several lines, or like something else.
LINES = ("Rust.", "nee", "null", '"ja": # x', "Zó’n dag 👩‍👧", "[bold]x[/]", "\x1b[31mrood", "مرحبا", "- a", "{x}")
TEXTS = (*LINES, "Een.\n\n  Twee.", "|-\n- x", "\ttab\nregel  ")
DAYS = ("9-12-2026", "9 december 2026", "2026-12-09")
AMOUNTS = ("1.250,50", "1250.50", "€ 40,-", "0", "1 250 000")


# A whole sheet takes some tenths of a second, so these look at few, and don't look for the smallest that fails.
FEW = settings(max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate))


@cache
def shipped() -> tuple[Pack, Wording]:
    """Give the content and wording; as fixtures they would be written out in full with whatever fails."""
    return packs.load(), wordings.load("nl")


def applied(flow: Flow, case: Case, given: Given, order: Sequence[str], asked: Mapping[str, Question]) -> Case:
    """Give the case with all these answers in this order."""
    for name in order:
        case = flow.apply(case, answer_to(asked[name], given[name]))
    return case


def read(question: Question, value: Value | None) -> Value | None:
    """Give what is kept of an answer: a day or an amount as it is read."""
    return question.reading.value(value) if question.reading and isinstance(value, str) else value


class SheetDrawing:
    """Draws the answers of a whole sheet, with None for what is asked and left open, by what the content says."""

    def __init__(self, draw: st.DrawFn, pack: Pack, kind: SheetKind) -> None:
        self.draw = draw
        self.pack = pack
        self.steps = pack.sheet(kind)
        self.given: Given = {}
        self.things: dict[str, list[str]] = {}

    def whole(self) -> Given:
        for step in self.steps:
            self.step(step)
        return self.given

    def one_of(self, values: Sequence[Value]) -> Value | None:
        return self.draw(st.none() | st.sampled_from(values))

    def step(self, step: SheetStep) -> None:
        if step.field("table"):
            for thing in self.things["party"]:
                self.row(thing, [one for one in step.fields if one.per])
            return
        for per, fields in groupby(step.fields, key=lambda one: one.per):
            if per is None:
                self.thing("", [*fields])
            else:
                self.about(per, [*fields])

    def about(self, per: str, fields: list[SheetField]) -> None:
        """Draw what is named of a kind, where that is done here, and what is said of each."""
        if fields[0].id == HEADS[per]:
            self.named(per, fields.pop(0))
        for thing in self.things[per]:
            self.thing(f"{thing}.", fields)
        self.given |= {f"{per}-{len(self.things[per]) + 1}.{HEADS[per]}": None}

    def named(self, per: str, head: SheetField) -> None:
        least = per in ("party", "goal")  # there is something to choose from then
        names = self.draw(st.lists(st.sampled_from(LINES), min_size=least, max_size=2))
        self.things[per] = [f"{per}-{number}" for number, _ in enumerate(names, start=1)]
        self.given |= {f"{one}.{head.id}": name for one, name in zip(self.things[per], names, strict=True)}

    def thing(self, prefix: str, fields: list[SheetField]) -> None:
        for one in fields:
            if self.waits(one, prefix):
                self.given[f"{prefix}{one.id}"] = None if one.id == "list" else self.value(one)

    def row(self, thing: str, fields: list[SheetField]) -> None:
        """Draw some cells of a row, and what is asked after each."""
        columns = [one.id for one in fields if not one.when]
        picked = self.draw(st.lists(st.sampled_from(columns), unique=True))
        self.thing(f"{thing}.", [one for one in fields if one.when or one.id in picked])

    def waits(self, field: SheetField, prefix: str) -> bool:
        """Tell whether all a field waits for is there."""
        for name, wanted in field.when.items():
            own = f"{prefix}{name}"
            if own not in self.given:
                return False
            there = self.given[own]
            if there not in wanted and ("skipped" if there is None else "answered") not in wanted:
                return False
        return True

    def value(self, field: SheetField) -> Value | None:
        options = self.options(field)
        if field.kind == "choices":
            return self.draw(st.lists(st.sampled_from(options), unique=True).map(tuple)) or None
        kinds = {"line": LINES, "text": TEXTS, "day": DAYS, "money": AMOUNTS}
        return self.one_of(options or kinds[field.kind])

    def options(self, field: SheetField) -> list[str]:
        if field.of == "bottleneck":
            return [one.id for one in self.pack.bottlenecks]
        return self.things[field.of] if field.of else [one.id for one in field.options]
