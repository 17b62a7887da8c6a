"""What each step of a weighing asks, as far as the answers so far call for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.weighed import CHOICE, TABLE, THOUGHT, THRESHOLD, Cell, named, only_coercive
from doorbraak_cli.domain.weighing import TERMS, VALUES
from doorbraak_cli.errors import Message
from doorbraak_cli.flows.prompter import Guard, Option
from doorbraak_cli.flows.weighing_fields import StepFields
from doorbraak_cli.flows.weighing_table import WeighingTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.weighed import Weighed
    from doorbraak_cli.domain.weighing import Per, WeighingField, WeighingStep
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question

_MARK = 18


def questions(weighed: Weighed, say: Wording, step: WeighingStep, heading: str = "") -> Iterator[Question]:
    """Give the questions of one step, as what stands in the weighing calls for them, the first with its intro."""
    intro, fields = step.text.pick(say.lang), StepFields(weighed, say, step, heading)
    if step.field(TABLE):
        yield from WeighingTable(fields).questions(intro)
        return
    first, *others = _Asking(fields).questions()
    yield replace(first, lead="\n".join(one for one in (intro, first.lead) if one))
    yield from others


@dataclass(frozen=True, slots=True)
class _Asking:
    fields: StepFields

    @property
    def _weighed(self) -> Weighed:
        return self.fields.weighed

    def questions(self) -> Iterator[Question]:
        for per, fields in groupby(self.fields.step.fields, key=lambda one: one.per):
            if per is None:
                yield from (self._plain(one) for one in fields if self._weighed.holds(one))
            else:
                yield from self._listed(tuple(fields), per)

    def _plain(self, field: WeighingField) -> Question:
        return replace(self.fields.question(field, field.id), **self._own(field))

    def _own(self, field: WeighingField) -> dict[str, Any]:
        """Give what a question has of its own, beside what all have; nothing for most."""
        say, own = self.fields.say, dict[str, Any]()
        match field.id:
            case "danger" | "measure":
                own = {"lead": say("weighing.turn-to")}
            case "thought":
                own = {"sealed": True}
            case "changed":
                own = {"lead": say("weighing.thought-was", thought=self._weighed.text(THOUGHT))}
            case "arrangements" | "monitor":
                cell = Cell(self._weighed.text(CHOICE), VALUES[0], TERMS[0]).id
                own = {"depends_on": (*field.when, cell, f"{cell}.stays")}
            case "look-back":
                own = {"guard": Guard(_no_day, str, lambda _: ())}
            case "share":
                parts = self._parts()
                own = {"options": parts, "preset": self._shared_at_first(parts)}
        return own

    def _listed(self, fields: tuple[WeighingField, ...], per: Per) -> Iterator[Question]:
        """Ask about signs, members, the foundation or options: one after the other until nobody names any more."""
        first, *others = fields
        if not self._weighed.holds(first):
            return
        for fixed in first.fixed:
            name = fixed.text.pick(self.fields.say.lang)
            yield from self._one(fixed.id, name, name, [one for one in others if fixed.id not in one.not_for])
        for thing, name in self._weighed.things(per):
            place = self.fields.place(thing)
            yield self._head(first, thing, place)
            if name or self._weighed.every:
                yield from self._one(thing, name or place, place, others)

    def _head(self, field: WeighingField, thing: str, place: str) -> Question:
        """Ask what a thing is called."""
        question = self.fields.question(field, f"{thing}.{field.id}", place=place)
        return question if field.per != "option" or self._weighed.every else self._needed(question, thing)

    def _needed(self, question: Question, option: str) -> Question:
        """Ask for one option at least beside doing nothing, and for an alternative where all is coercive."""
        say, answers = self.fields.say, self._weighed.answers
        needed = replace(question, hint=say("weighing.option-hint"), required=True)
        if only_coercive(answers, beside=option):
            place = say("weighing.place.alternative", place=question.place)
            return replace(needed, place=place, lead=say("weighing.alternative"), needed=True)
        return needed if {*named(answers, "option")} <= {option} else question

    def _one(self, thing: str, name: str, place: str, fields: list[WeighingField]) -> Iterator[Question]:
        prefix = f"{thing}."
        for field in fields:
            if self._weighed.holds(field, prefix):
                preset = self._weighed.text(f"{prefix}heard") if field.id == "calm-heard" else ""
                yield self.fields.question(
                    field, f"{prefix}{field.id}", prefix, name=name, place=place, mark=_mark(name),
                    preset=preset or None,
                )  # fmt: skip

    def _parts(self) -> tuple[Option, ...]:
        """Give the parts of a weighing that can be read together with the family: who said what, one by one."""
        say = self.fields.say
        parts: list[Option] = []
        for step in self._weighed.pack.weighing:
            if step.id == "members":
                there = self._weighed.members.items()
                parts += [Option(one, say("weighing.words-of", name=name)) for one, name in there]
                if self._weighed.every or self._weighed.text("differ"):
                    parts.append(Option("differ", say("weighing.where-they-differ")))
            elif step.family and self._weighed.is_told(step):
                parts.append(Option(step.id, step.title.pick(say.lang)))
        if self._weighed.every or any(self._weighed.text(one) for one in self._on_safety()):
            parts.append(Option("safety", say("weighing.on-safety")))
        return tuple(parts)

    def _on_safety(self) -> tuple[str, ...]:
        """Give the ids of what is told of danger that stays with an option, and of what was agreed on that."""
        return (*THRESHOLD, *(f"{one}.safety.short.stays" for one in self._weighed.options))

    def _shared_at_first(self, parts: tuple[Option, ...]) -> tuple[str, ...]:
        """Give what is ticked to begin with: no danger, nothing said apart, and no safety where there may be danger."""
        apart = [one for one in self._weighed.members if self._was_apart(one)]
        in_danger = self._weighed.text("danger") != "no"
        held = {"danger", *apart, *(["differ"] if apart else []), *(["safety"] if in_danger else [])}
        return tuple(one.id for one in parts if one.id not in held)

    def _was_apart(self, member: str) -> bool:
        return "said-alone" in (self._weighed.text(f"{member}.{one}") for one in ("heard", "calm-heard"))


def _mark(name: str) -> str:
    """Give a name as it stands before a question in a list."""
    return f"{name[:_MARK].rstrip()}…:" if len(name) > _MARK else f"{name}:"


def _no_day(text: str) -> Message | None:
    return None if not text.strip() or day_of(text) else Message("weighing.no-day")
