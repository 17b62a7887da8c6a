"""A step that is a table: a row for each thing, a column for each thing asked about it, and the grid to pick from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from doorbraak_cli.domain.filled import TABLE
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.domain.sheet import VALUES
from doorbraak_cli.flows.prompter import Form, Grid, Option
from doorbraak_cli.flows.session import FINISH
from doorbraak_cli.flows.sheet_asking import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.filled import Filled
    from doorbraak_cli.domain.sheet import SheetField
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.flows.sheet_fields import StepFields

_STATE = 8
"""Characters a cell shows of a choice, so that every column stays as narrow as its name."""


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """The questions of a step with a table about things that were named before.

    Fields that wait for nothing are its columns; the others are asked after the cell they wait for.
    """

    fields: StepFields[Filled]

    def questions(self) -> Iterator[Question]:
        """Give what is asked about each thing, and then the grid that it is picked from; nothing without a thing."""
        asked = [one for one in self.fields.step.fields if one.per]
        table = self.fields.step.field(TABLE)
        per = asked[0].per if asked else None
        things = self.fields.there.called(per) if per else {}
        for thing, name in things.items():
            yield from self._about(thing, self.fields.place(thing) if name == thing else name, asked)
        if table and things:
            yield self._grid(table, things, [one for one in asked if not one.when])
        for field in self.fields.step.fields:
            if not field.per and field.id != TABLE and self.fields.there.holds(field):
                yield self.fields.question(field, field.id)

    def _about(self, thing: str, name: str, asked: list[SheetField]) -> Iterator[Question]:
        prefix, place = f"{thing}.", self.fields.place(thing)
        for field in asked:
            if self.fields.there.holds(field, prefix):
                yield self.fields.question(
                    field, f"{prefix}{field.id}", prefix, name=name, place=place, mark=mark(name), hub=TABLE,
                    picked=not field.when,
                )  # fmt: skip

    def _grid(self, table: SheetField, things: dict[str, str], columns: list[SheetField]) -> Question:
        say, lang = self.fields.say, self.fields.say.lang
        groups = [(adds, len([*found])) for adds, found in groupby(columns, key=lambda one: one.id in VALUES)]
        grid = Grid(
            rows=tuple(things.values()),
            groups=tuple(say("sheet.adds" if adds else "sheet.about") for adds, _ in groups),
            spans=tuple(count for _, count in groups),
            columns=tuple((one.column or one.text).pick(lang) for one in columns),
        )
        cells = [self._cell(thing, field) for thing in things for field in columns]
        done = Option(FINISH, say("sheet.table-done"))
        begun = any(cell.id in self.fields.there.answers for cell in cells)
        lead = "" if begun else self.fields.step.text.pick(lang)  # room for the rows, once it is known what this is
        return self.fields.question(table, TABLE, form=Form.GRID, lead=lead, grid=grid, options=(*cells, done))

    def _cell(self, thing: str, field: SheetField) -> Option:
        cell, there = f"{thing}.{field.id}", self.fields.there
        answer, told = there.answers.get(cell), there.text(cell)
        if answer and answer.is_unsettled:
            return Option(cell, self.fields.say("sheet.open"), told)
        label = there.choices(field).get(told, "")
        state = first_line(label, _STATE) if label else self.fields.say("sheet.filled" if told else "sheet.empty")
        return Option(cell, state, label or told)
