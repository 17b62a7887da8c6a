"""Answers to the four sheets, and somebody who answers them without a keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from doorbraak_cli.domain.filled import TABLE
from doorbraak_cli.files import cases
from doorbraak_cli.flows.session import FINISH, REVIEW

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doorbraak_cli.domain.case import Answer, Case, Value
    from doorbraak_cli.flows.prompter import Question

    from .conftest import Given

TODAY = date(2026, 11, 25)
"""The day on which these answers are given: a Wednesday."""
SURE, YES = ".sure", "yes"
"""What is behind the id of a question that shows back what was read, and the answer that it was meant."""

NETWORK: Given = {
    "title": "Duin",
    "with": "de moeder en de gezinscoach",
    "party-1.role": "gezinscoach, lokaal team",
    "party-1.safety": "Belt elke avond.",
    "party-1.statutory": "no",
    "party-1.consult": "deciding-along",
    "party-1.family-says": "Die komt ook als het moeilijk is.",
    "party-1.family-heard": "said",
    "party-1.place": "core",
    "party-2.role": "Veilig Thuis",
    "party-2.statutory": "yes",
    "party-2.statutory-what": "de melding onderzoeken",
    "party-2.place": "background",
    "party-2.watch": "Elke week even bellen.",
    "party-2.watch-with": "de gezinscoach",
    "party-2.watch-until": "over 2 weken",
    "party-3.role": "buurvrouw",
    "party-3.place": "missing",
    "party-3.missing-how": "de moeder vraagt haar",
    "coordinator": "one",
    "coordinator-who": "party-1",
    "mandate": "partly",
    "coordinator-lacks": "Een eigen budget.",
    "contact": "party-3",
    "contact-heard": "said",
    "at-table": "chair",
    "chair": "Waarom is de buurvrouw er niet bij?",
    "goal": "Moeder weet waar zij vanaf maandag slaapt.",
    "meeting-when": "vrijdag",
    "needed": ["party-1", "party-3"],
}
PLAN: Given = {
    "title": "Duin",
    "with": "de moeder en de gezinscoach",
    "goal-1.what": "Weer samen aan tafel eten",
    "goal-1.goal-whose": "de moeder",
    "goal-1.goal-heard": "said",
    "action-1.what": "De huisbaas bellen",
    "action-1.goal": "goal-1",
    "action-1.by-whom": "family",
    "action-1.who": "de moeder",
    "action-1.by": "vrijdag",
    "action-1.status": "open",
    "action-2.what": "Toeslag aanvragen",
    "action-2.who": "de gezinscoach",
    "action-2.by": "over 2 weken",
    "action-2.status": "busy",
    "action-3.what": "De sleutel halen",
    "action-3.by": "gisteren",
    "action-3.status": "done",
    "handover-1.what": "van crisisteam naar lokaal team",
    "handover-1.contact": "de gezinscoach",
    "handover-1.handover-by": "4-12-2026",
    "handover-1.status": "busy",
    "procedure": "yes",
    "procedure-what": "raadsonderzoek",
    "moments": "elke dinsdag na school",
    "moment-next": "dinsdag",
    "rhythm": "two-weeks",
    "evaluation-with": "beide ouders",
    "evaluation-next": "over 2 weken",
    "stuck-1.what": "een woning",
    "stuck-1.bottleneck": "woningtekort",
    "stuck-1.decides": "de corporatie",
    "stuck-1.raised": "de directeur",
    "stuck-1.raised-when": "morgen",
    "stuck-1.status": "open",
}
EXCEPTION: Given = {
    "title": "Duin",
    "asked": "Een tijdelijke woning met voorrang.",
    "rule": "Voorrang is er alleen voor wie hier al woont.",
    "rule-kind": "policy",
    "room": "De hardheidsclausule.",
    "checked": "yes",
    "checked-when": "gisteren",
    "grip": "Zij hoeft niet meer te vragen waar zij slaapt.",
    "cost-1.what": "Huur",
    "cost-1.amount": "1.250,50",
    "cost-1.each": "month",
    "continuing-1.what": "Opvang",
    "continuing-1.amount": "850",
    "continuing-1.each": "week",
    "alternative-1.what": "De gewone lijst",
    "alternative-1.why-not": "Dat duurt jaren.",
    "decides": "het hoofd wonen",
    "decided": "yes",
    "decided-on": "vandaag",
    "until": "over 6 maanden",
    "expect": "Binnen een maand slapen de kinderen door.",
    "notice": "De post ligt open op tafel.",
    "look-back": "over 10 dagen",
    "look-back-who": "de moeder en de gezinscoach",
}
LOOK_BACK: Given = {
    "with": "de moeder en het hoofd wonen",
    "happened": "Na drie weken kwam de sleutel.",
    "family-happened": "Voor het eerst slaap ik weer.",
    "family-heard": "said",
    "spent-1.what": "Huur",
    "spent-1.amount": "1250.50",
    "spent-1.each": "month",
    "beside": "De kinderen slapen door.",
    "next": "goes-on",
    "lesson": "Eerder om voorrang vragen.",
    "lesson-to": "het hoofd wonen",
}


def without(given: Given, *names: str, **more: str | list[str] | None) -> Given:
    """Give answers without some of them, and with others."""
    return {name: value for name, value in {**given, **more}.items() if name not in names}


def line_of(given: Given, name: str) -> int:
    """Give the line of an answer in the file that holds them."""
    return list(given).index(name) + 3


def duin() -> Case:
    """Give the case that is called so."""
    return cases.read(cases.locate("duin"))


def values(answers: Mapping[str, Answer]) -> dict[str, Value]:
    """Give what was answered by id, without what was skipped, and that the table is done."""
    return {name: one.value for name, one in answers.items() if one.value is not None and name != TABLE}


def faults(err: str, path: Path | str) -> dict[str, str]:
    """Give what is wrong by where that stands in a file."""
    lines = [line.removeprefix(f"{path}:") for line in err.splitlines()]
    return dict(line.split(": ", maxsplit=1) for line in lines)


@dataclass
class Someone:
    """Who is asked and shown everything. Does what is in `does` the next times a question comes, and raises errors.

    Otherwise gives what is `given`, and what is not given as it stands. A day or an amount that is shown back is right.
    """

    given: Mapping[str, Value | None] = field(default_factory=dict)
    does: Mapping[str, list[object]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def ask(self, question: Question, draft: Value | None = None) -> Value | None:
        self.questions.append(question)
        assert len(self.questions) < 500, "asks without end"
        if turns := self.does.get(question.id):
            reply = turns.pop(0)
            if isinstance(reply, Exception):
                raise reply
            return reply  # type: ignore[return-value]  # the test says what is done
        if question.grid or question.id == REVIEW:
            return FINISH
        return YES if question.id.endswith(SURE) else self.given.get(question.id, draft)

    def note(self, text: str) -> None:
        self.notes.append(text)

    @property
    def asked(self) -> list[str]:
        """The ids of what was asked, in order."""
        return [one.id for one in self.questions]

    @property
    def told(self) -> str:
        """All that was told beside questions, as one line."""
        return " ".join(" ".join(self.notes).split())
