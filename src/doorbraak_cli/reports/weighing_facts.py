"""What a report knows of a weighing. No sentence, no score."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotations

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.pack import PackRef  # noqa: TC001 - as above
from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts
from doorbraak_cli.reports.sheet_facts import SheetStepFacts  # noqa: TC001 - as above


class DifferenceFacts(Model):
    """For whom something turns out differently, and how."""

    member: str
    name: str
    how: TextFacts


class CellFacts(Model):
    """One cell: what an option does there, or how to find out; not weighed where it has neither."""

    value: str
    term: str
    effect: TextFacts = TextFacts()
    find_out: TextFacts = TextFacts()
    stays: FieldFacts | None = None
    differs: tuple[DifferenceFacts, ...] = ()


class RowFacts(Model):
    """One option of the table with its six cells; `left` tells that the rest of it was left on purpose, `rest` why."""

    option: str
    name: str
    cells: tuple[CellFacts, ...]
    left: bool = False
    rest: TextFacts = TextFacts()

    def cell(self, value: str, term: str) -> CellFacts:
        """Give the cell for a value in a term."""
        return next(one for one in self.cells if (one.value, one.term) == (value, term))


class WeighingFacts(Model):
    """One weighing. `chosen` is the id of the option that was chosen, `shared` what the family may read.

    `leaves_danger` tells that the short-term safety of that option was not weighed or that danger is not ruled out.
    `aside` is what was answered and doesn't count any more. The first thought is there once a choice was made.
    """

    id: str
    started: date
    finished: date | None
    pack: PackRef
    depth: str
    together: TextFacts
    supersedes: str | None
    superseded_by: str | None
    danger: str = ""
    steps: tuple[SheetStepFacts, ...] = ()
    rows: tuple[RowFacts, ...] = ()
    chosen: str = ""
    leaves_danger: bool = False
    look_back: date | None = None
    shared: tuple[str, ...] = ()
    aside: tuple[FieldFacts, ...] = ()

    def step(self, step_id: str) -> SheetStepFacts | None:
        """Give a step, or None where the pack no longer has it."""
        return next((one for one in self.steps if one.id == step_id), None)

    def field(self, field_id: str) -> FieldFacts | None:
        """Give the answer to a field of any step, or None where it was not asked."""
        return next((found for step in self.steps if (found := step.field(field_id))), None)

    @property
    def chosen_name(self) -> str:
        """Give what the chosen option is called; "" where nothing was chosen."""
        return next((row.name for row in self.rows if row.option == self.chosen), "")

    def says(self, field_id: str) -> bool:
        """Tell whether something was answered to a field, and not only begun."""
        told = self.field(field_id)
        return told is not None and told.said != "skipped" and not told.draft

    @property
    def only_coercive(self) -> bool:
        """Tell whether all that was named is a compulsory measure, with no alternative beside it."""
        options = self.step("options")
        named = [one for one in options.things if one.id.startswith("option-")] if options else []
        return bool(named) and all(
            any(field.id.endswith(".force") and field.word == "coercive" for field in one.fields) for one in named
        )
