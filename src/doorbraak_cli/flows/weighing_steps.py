"""What each step of a weighing asks, as far as the answers so far call for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from doorbraak_cli.domain.filled import TABLE, named
from doorbraak_cli.domain.sheet import TERMS, VALUES
from doorbraak_cli.domain.weighed import THOUGHT, THRESHOLD, Cell, Weighed, only_coercive
from doorbraak_cli.flows.prompter import Option
from doorbraak_cli.flows.sheet_asking import SheetAsking
from doorbraak_cli.flows.weighing_table import WeighingTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.sheet import SheetField
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.flows.sheet_fields import StepFields


def questions(fields: StepFields[Weighed]) -> Iterator[Question]:
    """Give the questions of one step, as what stands in the weighing calls for them, the first with its intro."""
    if fields.step.field(TABLE):
        return WeighingTable(fields).questions()
    return WeighingAsking(fields).questions()


class WeighingAsking(SheetAsking[Weighed]):
    """What the weighing asks in a way of its own: danger, the first thought, an alternative, what may be read."""

    def own(self, field: SheetField) -> dict[str, Any]:
        """Give what a question has of its own, beside what all have; nothing for most."""
        say, own = self.fields.say, dict[str, Any]()
        match field.id:
            case "danger" | "measure":
                own = {"lead": say("weighing.turn-to")}
            case "thought":
                own = {"sealed": True}
            case "changed":
                own = {"lead": say("weighing.thought-was", thought=self.there.text(THOUGHT))}
            case "arrangements" | "monitor":
                cell = Cell(self.there.text("choice"), VALUES[0], TERMS[0]).id
                own = {"depends_on": (*field.when, cell, f"{cell}.stays")}
            case "share":
                parts = self._parts()
                own = {"options": parts, "preset": self._shared_at_first(parts)}
        return own

    def head(self, field: SheetField, thing: str, place: str) -> Question:
        """Ask what a thing is called; for one option at least, and an alternative where all is coercive."""
        question = super().head(field, thing, place)
        return question if field.per != "option" or self.there.every else self._needed(question, thing)

    def preset(self, field: SheetField, prefix: str) -> str | None:
        """Give how a perspective was heard for how calm was heard."""
        return (self.there.text(f"{prefix}heard") or None) if field.id == "calm-heard" else None

    def _needed(self, question: Question, option: str) -> Question:
        say, answers = self.fields.say, self.there.answers
        needed = replace(question, hint=say("weighing.option-hint"), required=True)
        if only_coercive(answers, beside=option):
            place = say("weighing.place.alternative", place=question.place)
            return replace(needed, place=place, lead=say("weighing.alternative"), needed=True)
        return needed if {*named(answers, "option")} <= {option} else question

    def _parts(self) -> tuple[Option, ...]:
        """Give the parts of a weighing that can be read together with the family: who said what, one by one."""
        say = self.fields.say
        parts: list[Option] = []
        for step in self.there.steps:
            if step.id == "members":
                there = self.there.members.items()
                parts += [Option(one, say("weighing.words-of", name=name)) for one, name in there]
                if self.there.every or self.there.text("differ"):
                    parts.append(Option("differ", say("weighing.where-they-differ")))
            elif step.family and self.there.is_told(step):
                parts.append(Option(step.id, step.title.pick(say.lang)))
        if self.there.every or any(self.there.text(one) for one in self._on_safety()):
            parts.append(Option("safety", say("weighing.on-safety")))
        return tuple(parts)

    def _on_safety(self) -> tuple[str, ...]:
        """Give the ids of what is told of danger that stays with an option, and of what was agreed on that."""
        return (*THRESHOLD, *(f"{one}.safety.short.stays" for one in self.there.options))

    def _shared_at_first(self, parts: tuple[Option, ...]) -> tuple[str, ...]:
        """Give what is ticked to begin with: no danger, nothing said apart, and no safety where there may be danger."""
        apart = [one for one in self.there.members if self._was_apart(one)]
        in_danger = self.there.text("danger") != "no"
        held = {"danger", *apart, *(["differ"] if apart else []), *(["safety"] if in_danger else [])}
        return tuple(one.id for one in parts if one.id not in held)

    def _was_apart(self, member: str) -> bool:
        return "said-alone" in (self.there.text(f"{member}.{one}") for one in ("heard", "calm-heard"))
