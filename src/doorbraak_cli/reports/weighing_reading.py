"""Reads a weighing: its answers put beside the steps they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.filled import TABLE, ticked
from doorbraak_cli.domain.weighed import CHOICE, DEPTH, SETUP, SHORT, THOUGHT, Cell, Weighed, cells_of, safety_is_open
from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts, text_named
from doorbraak_cli.reports.sheet_facts import SheetStepFacts, StepState, ThingFacts
from doorbraak_cli.reports.sheet_reading import SheetReading
from doorbraak_cli.reports.weighing_facts import (
    CellFacts,
    DifferenceFacts,
    RowFacts,
    WeighingFacts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.case import Weighing
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetStep


def weighing_facts(weighing: Weighing, pack: Pack, lang: str) -> WeighingFacts:
    """Give the facts of a weighing, with the words of the pack in one language."""
    return _Facts(weighing, Weighed(pack, lang, weighing.by_id())).whole()


@dataclass(frozen=True, slots=True)
class _Facts:
    weighing: Weighing
    there: Weighed

    @property
    def _reading(self) -> SheetReading[Weighed]:
        return SheetReading(self.there)

    def whole(self) -> WeighingFacts:
        weighing, text = self.weighing, self.there.text
        steps = tuple(self._steps())
        rows = tuple(self._row(option, name) for option, name in self.there.options.items())
        chosen = text(CHOICE) if text(CHOICE) in self.there.options else ""
        facts = WeighingFacts(
            id=weighing.id,
            started=weighing.started,
            finished=weighing.finished,
            pack=weighing.pack,
            depth=text(DEPTH),
            together=text_named(self.there.answers, "with"),
            supersedes=weighing.supersedes,
            superseded_by=weighing.superseded_by,
            danger=text("danger"),
            steps=steps,
            rows=rows,
            chosen=chosen,
            leaves_danger=bool(chosen) and safety_is_open(self.there.answers, chosen),
            look_back=day_of(text("look-back")),
            shared=ticked(self.there.answers, "share"),
        )
        return facts.model_copy(update={"aside": tuple(self._aside(facts))})

    # ---- steps

    def _steps(self) -> Iterator[SheetStepFacts]:
        for step in self.there.pack.weighing:
            fields, things = tuple(self._fields(step)), tuple(self._things(step))
            told = self._has_cells() if step.field(TABLE) else self.there.is_told(step)
            yield SheetStepFacts(
                id=step.id,
                title=step.title.pick(self.there.lang),
                state="told" if told else self._state(step),
                fields=fields,
                things=things if told else (),
            )

    def _state(self, step: SheetStep) -> StepState:
        """Tell why nothing stands in a step."""
        if step.id == "since" and not self._asked(step):
            return "not-in-depth"
        if self.there.text(DEPTH) == SHORT and not step.short:
            return "not-in-depth"
        return "skipped" if self._asked(step) or self.weighing.finished else "open"

    def _asked(self, step: SheetStep) -> bool:
        return any(True for _ in self.there.in_step(step))

    def _has_cells(self) -> bool:
        rows = (self._row(option, name) for option, name in self.there.options.items())
        return any(row.left or any(cell.effect.text or cell.find_out.text for cell in row.cells) for row in rows)

    def _fields(self, step: SheetStep) -> Iterator[FieldFacts]:
        for field in step.fields:
            if field.per or field.id in (TABLE, "share") or not self.there.holds(field) or self._is_sealed(field.id):
                continue
            if field.id in self.there.answers and not self._is_gone(field.id):
                yield self._reading.told(field, field.id)

    def _is_sealed(self, field_id: str) -> bool:
        return field_id == THOUGHT and not self.there.text(CHOICE)

    def _is_gone(self, field_id: str) -> bool:
        """Tell whether this is a choice of an option that was taken away."""
        chosen = self.there.text(CHOICE)
        return field_id == CHOICE and bool(chosen) and chosen not in self.there.options

    # ---- signs, members, the foundation, options

    def _things(self, step: SheetStep) -> Iterator[ThingFacts]:
        if step.field(TABLE):
            return
        for per, fields in groupby(step.fields, key=lambda one: one.per):
            if per is not None:
                first, *others = fields
                if self.there.holds(first):
                    yield from self._reading.listed(first, others, per)

    # ---- the table

    def _row(self, option: str, name: str) -> RowFacts:
        rest, cells = f"{option}.rest", tuple(self._cell(cell) for cell in cells_of(option))
        left = rest in self.there.answers and not all(one.effect.text or one.find_out.text for one in cells)
        why = text_named(self.there.answers, rest) if left else TextFacts()
        return RowFacts(option=option, name=name, cells=cells, left=left, rest=why)

    def _cell(self, cell: Cell) -> CellFacts:
        answers, stays = self.there.answers, f"{cell.id}.stays"
        facts = CellFacts(value=cell.value, term=cell.term, effect=text_named(answers, cell.id))
        if not facts.effect.text:
            return facts.model_copy(update={"find_out": text_named(answers, f"{cell.id}.find-out")})
        field = next((one for step in self.there.pack.weighing for one in step.fields if one.id == "stays"), None)
        return facts.model_copy(
            update={
                "stays": self._reading.told(field, stays) if field and stays in answers else None,
                "differs": tuple(self._differences(cell)),
            }
        )

    def _differences(self, cell: Cell) -> Iterator[DifferenceFacts]:
        for member in ticked(self.there.answers, f"{cell.id}.differs"):
            if member in self.there.members:
                how = text_named(self.there.answers, f"{cell.id}.how.{member}")
                yield DifferenceFacts(member=member, name=self.there.members[member], how=how)

    # ---- what doesn't count any more

    def _aside(self, facts: WeighingFacts) -> Iterator[FieldFacts]:
        """Give answers with something in them that stand nowhere else: what they belong to is gone, or changed."""
        known = set(self._known(facts))
        for answer in self.weighing.answers:
            if answer.id not in known:
                told = self._reading.aside(answer)
                yield from () if told.said == "skipped" else (told,)

    def _known(self, facts: WeighingFacts) -> Iterator[str]:
        yield from (*SETUP, TABLE, THOUGHT, CHOICE, "share")
        for step in facts.steps:
            yield from (one.id for one in step.fields)
            for thing in step.things:
                yield from (one.id for one in thing.fields)
                yield from (f"{thing.id}.{name}" for name in ("what", "role"))
        for row in facts.rows:
            yield from (f"{row.option}.rest",) if row.left else ()
            for cell in row.cells:
                where = Cell(row.option, cell.value, cell.term).id
                yield from (where, f"{where}.differs")
                yield from (f"{where}.find-out",) if cell.find_out.text else ()
                yield from (f"{where}.stays",) if cell.stays else ()
                yield from (f"{where}.how.{one.member}" for one in cell.differs)
