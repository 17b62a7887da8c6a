"""Who adds what around a family, who is in the core team, who coordinates (the third principle, chapters 3 and 5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from doorbraak_cli.domain.case import Answer, Network, Sitting
from doorbraak_cli.domain.filled import TABLE, Filled, most, named, number_of, numbered, touched
from doorbraak_cli.domain.pasted_list import roles_in
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.domain.sheet import HEADS
from doorbraak_cli.errors import Message
from doorbraak_cli.flows.prompter import Guard
from doorbraak_cli.flows.sheet import SheetFlow
from doorbraak_cli.flows.sheet_asking import SheetAsking
from doorbraak_cli.flows.sheet_grid import SheetGrid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.sheet import Per, SheetField, SheetKind
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.flows.sheet_fields import StepFields

PARTY: Per = "party"
LIST, PLACE = "list", "place"
TOLD = ("safety", "livelihood", "development", "statutory", "statutory-what", "consult", "family-says")
"""What was said of somebody that stands above the question where they belong."""


_SO_FAR = 240
"""Characters of the names of those who are there that stand above the question who else is."""


class Party(NamedTuple):
    """Somebody to be added, with values by field, the role first. `check` tells that it has to be looked at."""

    values: Sequence[tuple[str, str]]
    check: bool = False

    @property
    def role(self) -> str:
        """Give who it is."""
        return dict(self.values)["role"]


@dataclass(frozen=True, slots=True)
class NetworkFlow(SheetFlow):
    """The network of a case. A list that is pasted becomes the people it names."""

    kind: ClassVar[SheetKind] = "network"
    sitting_kind: ClassVar[type[Sitting]] = Network

    def apply(self, case: Case, answer: Answer) -> Case:
        """Give the case with this answer; each line of a pasted list is somebody by themselves."""
        if answer.id != LIST or answer.status != "answered":
            return SheetFlow.apply(self, case, answer)
        named_here = [Party((("role", role),)) for role in roles_in(str(answer.value))]
        if not named_here:  # nothing but signs between which names would stand
            return SheetFlow.apply(self, case, answer.model_copy(update={"status": "skipped", "value": None}))
        return self.with_parties(case, named_here, listed=True)

    def with_parties(self, case: Case, parties: Iterable[Party], *, listed: bool = False) -> Case:
        """Give the case with more people in the network; `listed` are those of the list that was pasted in the walk."""
        sitting = self.sitting(case)
        first = most(PARTY) - room_for_more(sitting.by_id()) + 1
        asked = {one.id: one.text.pick(self.say.lang) for one in self.filled(sitting).fields if one.per == PARTY}
        new = [
            Answer(
                id=f"{numbered(PARTY, number)}.{field}", asked=asked.get(field, field), value=value, check=party.check
            )
            for number, party in enumerate(parties, start=first)
            for field, value in party.values
        ]
        there = {*([LIST] if listed else []), *(one.id for one in new)}
        kept = [one for one in sitting.marked({TABLE} if new else ()).answers if one.id not in there]
        return case.with_sitting(self.in_order(sitting.model_copy(update={"answers": (*kept, *new)})))

    def also_marked(self, case: Case, answer: Answer) -> frozenset[str]:
        """Give the table, to be looked at again, where somebody is named who was not there yet."""
        thing, _, field = answer.id.partition(".")
        is_new = thing not in named(self.sitting(case).by_id(), PARTY)
        return frozenset({TABLE} if field == HEADS[PARTY] and answer.status == "answered" and is_new else ())

    def asking(self, fields: StepFields[Filled]) -> Iterator[Question]:
        """Give the questions of one step."""
        return SheetGrid(fields).questions() if fields.step.field(TABLE) else _Asking(fields).questions()

    def is_left_out(self, case: Case, question: Question) -> bool:
        """Tell whether this asks for a list while there are people already: they are named one by one then."""
        answers = self.sitting(case).by_id() if question.id == LIST else {}
        return question.id == LIST and LIST not in answers and bool(named(answers, PARTY))


class _Asking(SheetAsking[Filled]):
    def own(self, field: SheetField) -> dict[str, Any]:
        """Give what refuses a list that is too long."""
        return {"guard": Guard(self._too_long, str, lambda _: ())} if field.id == LIST else {}

    def _too_long(self, text: str) -> Message | None:
        count, room = len(roles_in(text)), room_for_more(self.there.answers)
        return Message("network.too-many", {"count": count, "room": room}) if count > room else None

    def head(self, field: SheetField, thing: str, place: str) -> Question:
        """Ask who somebody is, below those who were named before."""
        question = super().head(field, thing, place)
        names = list(self.there.called(PARTY).values())
        if not names or thing in self.there.called(PARTY):
            return question
        return replace(question, lead=self.fields.say("network.so-far", names=first_line("; ".join(names), _SO_FAR)))

    def lead(self, field: SheetField, thing: str) -> str:
        """Give what was said of somebody, above the question where they belong."""
        if field.id != PLACE or self.there.every:
            return ""
        say, told = self.fields.say, [*self._told(thing)]
        return "\n".join(told) or say("network.nothing-told")

    def _told(self, thing: str) -> Iterator[str]:
        for field in self.there.fields:
            said = self.there.text(f"{thing}.{field.id}") if field.per == PARTY and field.id in TOLD else ""
            if said:
                label = (field.label or field.text).pick(self.fields.say.lang)
                yield self.fields.say("network.told", label=label, said=self.there.choices(field).get(said, said))


def room_for_more(answers: Mapping[str, Answer]) -> int:
    """Give how many more can be named."""
    return most(PARTY) - max(map(number_of, touched(answers, PARTY)), default=0)


def unlisted(parties: Iterable[Party], there: Filled) -> list[Party]:
    """Give those that are not in the network yet: of each role as many as there are more of."""
    left = [name.casefold() for name in there.called(PARTY).values()]
    new = []
    for party in parties:
        role = " ".join(party.role.split()).casefold()
        if role in left:
            left.remove(role)
        else:
            new.append(party)
    return new
