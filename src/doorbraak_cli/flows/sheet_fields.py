"""The fields of one step of a sheet as questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from doorbraak_cli.domain.filled import Filled, number_of
from doorbraak_cli.domain.links import AT_MOST
from doorbraak_cli.flows.helps import helps
from doorbraak_cli.flows.prompter import Form, Grid, Option, Question
from doorbraak_cli.flows.readings import day_reading, money_reading, refusing

if TYPE_CHECKING:
    from datetime import date

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.sheet import SheetField, SheetStep
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Section

FORMS = {
    "choice": Form.CHOICE,
    "choices": Form.CHOICES,
    "line": Form.LINE,
    "text": Form.TEXT,
    "day": Form.LINE,
    "money": Form.LINE,
}

There = TypeVar("There", bound=Filled)


@dataclass(frozen=True)
class StepFields(Generic[There]):
    """One step, beside what stands in the sheet so far; `heading` is above its questions, days count from `today`."""

    there: There
    say: Wording
    step: SheetStep
    today: date
    heading: str = ""

    def question(
        self,
        field: SheetField,
        answer_id: str,
        prefix: str = "",
        *,
        name: str = "",
        place: str = "",
        text: str = "",
        lead: str = "",
        hint: str = "",
        mark: str = "",
        form: Form | None = None,
        options: tuple[Option, ...] = (),
        preset: Value | None = None,
        depends_on: tuple[str, ...] = (),
        grid: Grid | None = None,
        hub: str = "",
        picked: bool = False,
    ) -> Question:
        """Give a field as a question about the thing called `name`; `prefix` is that of its answers ("option-1.")."""
        lang = self.say.lang
        return Question(
            id=answer_id,
            form=form or FORMS[field.kind],
            text=text or field.text.pick(lang),
            short=field.label.pick(lang) if field.label else "",
            heading=f"{self.heading} · {name}" if name else self.heading,
            lead=lead,
            hint=hint or (field.hint.pick(lang) if field.hint else ""),
            why=self.step.why.pick(lang),
            helps=self._helps,
            options=options or tuple(Option(one, label) for one, label in self.there.choices(field).items()),
            preset=preset,
            depends_on=depends_on or tuple(self.there.meant(one, prefix) for one in field.when),
            mark=mark,
            step=self.step.id,
            place=place,
            grid=grid,
            hub=hub,
            picked=picked,
            **self._read(field),
        )

    def place(self, thing: str) -> str:
        """Give which thing this is, in words that hold nothing of a case: "option 2"."""
        if thing in self.there.fixed:
            return self.there.fixed[thing]
        return self.say(f"sheet.place.{thing.rpartition('-')[0]}", number=number_of(thing))

    @cached_property
    def _helps(self) -> tuple[Section, ...]:
        pack = self.there.pack
        recommendations = [found for one in self.step.recommendations if (found := pack.recommendation(one))]
        return helps(recommendations[:AT_MOST], [aid for one in self.step.aids if (aid := pack.aid(one))], self.say)

    def _read(self, field: SheetField) -> dict[str, Any]:
        """Give how an answer is read and what is refused, where a field asks for a day or an amount."""
        if field.kind == "day":
            reading = day_reading(self.say, self.today, past=field.past)
            return {"reading": reading, "guard": refusing(reading, "read.no-day")}
        if field.kind == "money":
            reading = money_reading(self.say)
            return {"reading": reading, "guard": refusing(reading, "read.no-money")}
        return {}
