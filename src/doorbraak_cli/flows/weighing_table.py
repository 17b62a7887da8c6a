"""The table of a weighing: every option against every value and term, and the grid to pick a cell from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.domain import filled, weighed
from doorbraak_cli.domain.filled import TABLE
from doorbraak_cli.domain.printable import capital
from doorbraak_cli.domain.sheet import TERMS, VALUES
from doorbraak_cli.flows.prompter import Form, Grid, Option
from doorbraak_cli.flows.session import FINISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.sheet import SheetField
    from doorbraak_cli.domain.weighed import Cell, Weighed
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.flows.sheet_fields import StepFields

REST = "rest"


@dataclass(frozen=True, slots=True)
class WeighingTable:
    """The questions of the step that holds the table."""

    fields: StepFields[Weighed]

    def questions(self) -> Iterator[Question]:
        """Give the cells of every option and what is asked about each, and then the grid they are picked from."""
        intro = self.fields.step.text.pick(self.fields.say.lang)
        for option, name in self._weighed.options.items():
            place = self.fields.place(option)
            for cell in weighed.cells_of(option):
                yield from self._cell(cell, name, place)
            field = self.fields.step.field(REST)
            if field:
                rest = f"{option}.{REST}"
                yield self.fields.question(field, rest, name=name, place=place, hub=TABLE, picked=True)
        field = self.fields.step.field(TABLE)
        if field:
            yield self._grid(field, intro)

    @property
    def _weighed(self) -> Weighed:
        return self.fields.there

    def _cell(self, cell: Cell, name: str, place: str) -> Iterator[Question]:
        prefix, where = f"{cell.id}.", self._where(cell)
        for field in self.fields.step.fields:
            if field.per != "cell" or not _belongs(field, cell) or not self._weighed.holds(field, prefix):
                continue
            asked = field.text.pick(self.fields.say.lang)
            text = self.fields.say("weighing.cell-asked", place=capital(where), asked=asked)
            for answer_id, hint, differs in self._ids(field, prefix):
                yield self.fields.question(
                    field, answer_id, prefix, name=name, place=f"{place}, {where}", text=text, hint=hint,
                    depends_on=differs, hub=TABLE, picked=answer_id == cell.id,
                )  # fmt: skip

    def _ids(self, field: SheetField, prefix: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Give the ids of the answers to a field, for whom each is, and what it leans on beside what the field says."""
        if field.id == "effect":  # the cell itself
            yield prefix.removesuffix("."), "", ()
        elif field.id != "how":
            yield f"{prefix}{field.id}", "", ()
        elif len(self._weighed.members) > 1 and (self._weighed.every or self._weighed.text(prefix.removesuffix("."))):
            differs = f"{prefix}differs"
            ticked = filled.ticked(self._weighed.answers, differs)
            for member, name in self._weighed.members.items():
                if member in ticked or self._weighed.every:
                    yield f"{prefix}how.{member}", self.fields.say("weighing.for", name=name), (differs,)

    def _grid(self, field: SheetField, intro: str) -> Question:
        say, options = self.fields.say, self._weighed.options
        grid = Grid(
            rows=tuple(options.values()),
            groups=(*(say(f"weighing.{one}") for one in VALUES), ""),
            spans=(*(len(TERMS) for _ in VALUES), 1),
            columns=(*(say(f"weighing.{one}") for _ in VALUES for one in TERMS), say("weighing.rest")),
        )
        cells = [one for option in options for one in self._states(option)]
        done = Option(FINISH, say("weighing.table-done"))
        begun = any(cell.id in self._weighed.answers for option in options for cell in weighed.cells_of(option))
        lead = "" if begun else intro  # room for the rows, once it is known what this is
        return self.fields.question(field, TABLE, form=Form.GRID, lead=lead, grid=grid, options=(*cells, done))

    def _states(self, option: str) -> Iterator[Option]:
        say, text = self.fields.say, self._weighed.text
        for cell in weighed.cells_of(option):
            told = text(cell.id) or text(f"{cell.id}.find-out")
            yield Option(cell.id, say(f"weighing.state.{self._state(cell)}"), told)
        rest = f"{option}.{REST}"
        yield Option(rest, say(f"weighing.state.{'left' if rest in self._weighed.answers else 'leave'}"), text(rest))

    def _state(self, cell: Cell) -> str:
        answer = self._weighed.answers.get(cell.id)
        if answer and answer.is_unsettled:
            return "open"
        if answer and answer.value:
            return "weighed"
        return "unknown" if self._weighed.text(f"{cell.id}.find-out") else "empty"

    def _where(self, cell: Cell) -> str:
        say = self.fields.say
        return say("weighing.cell", value=say(f"weighing.{cell.value}"), term=say(f"weighing.term.{cell.term}"))


def _belongs(field: SheetField, cell: Cell) -> bool:
    """Tell whether a field is for this cell: danger that stays belongs to safety on the short term."""
    return field.id != "stays" or (cell.value, cell.term) == (VALUES[0], TERMS[0])
