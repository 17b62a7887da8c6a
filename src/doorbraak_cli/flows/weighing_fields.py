"""The fields of one step of a weighing as questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from doorbraak_cli.domain.links import AT_MOST
from doorbraak_cli.domain.weighed import CHOICE
from doorbraak_cli.flows.helps import helps
from doorbraak_cli.flows.prompter import Form, Grid, Option, Question

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.weighed import Weighed
    from doorbraak_cli.domain.weighing import WeighingField, WeighingStep
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Section

FORMS = {"choice": Form.CHOICE, "choices": Form.CHOICES, "line": Form.LINE, "text": Form.TEXT}


@dataclass(frozen=True)
class StepFields:
    """One step, beside what stands in the weighing so far; `heading` is above its questions."""

    weighed: Weighed
    say: Wording
    step: WeighingStep
    heading: str = ""

    def question(
        self,
        field: WeighingField,
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
            heading=f"{self.heading} · {name}" if name else self.heading,
            lead=lead,
            hint=hint or (field.hint.pick(lang) if field.hint else ""),
            why=self.step.why.pick(lang),
            helps=self._helps,
            options=options or self._options(field),
            preset=preset,
            depends_on=depends_on or tuple(self.weighed.meant(one, prefix) for one in field.when),
            mark=mark,
            step=self.step.id,
            place=place,
            grid=grid,
            hub=hub,
            picked=picked,
        )

    def place(self, thing: str) -> str:
        """Give which thing this is, in words that hold nothing of a case: "option 2"."""
        per, _, number = thing.rpartition("-")
        fixed = thing in self.weighed.options and not number.isdecimal()
        return self.weighed.options[thing] if fixed else self.say(f"weighing.place.{per}", number=number)

    @cached_property
    def _helps(self) -> tuple[Section, ...]:
        pack = self.weighed.pack
        recommendations = [found for one in self.step.recommendations if (found := pack.recommendation(one))]
        return helps(recommendations[:AT_MOST], [aid for one in self.step.aids if (aid := pack.aid(one))], self.say)

    def _options(self, field: WeighingField) -> tuple[Option, ...]:
        """Give the options a field has, or those that the answers so far make."""
        if field.id == CHOICE:
            return tuple(Option(option, name) for option, name in self.weighed.options.items())
        if field.kind == "choices":
            return tuple(Option(member, name) for member, name in self.weighed.members.items())
        return tuple(Option(one.id, one.text.pick(self.say.lang)) for one in field.options)
