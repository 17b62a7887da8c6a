"""Answers given beforehand: checked strictly, all faults at once, then played through the same loop as a person's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from doorbraak_cli.domain.near import nearest
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.domain.setup import CHOOSING
from doorbraak_cli.errors import Message
from doorbraak_cli.flows.flow import dependents
from doorbraak_cli.flows.prompter import Form, Paused, Question
from doorbraak_cli.flows.session import FINISH, REVIEW, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.flows.flow import Flow

SCHEMA = "doorbraak-answers/1"
"""The first line of an answers file: what it is, in which version."""

_LIST_AT_MOST = 12
_WORD = re.compile(r"[^\W\d][\w.-]{0,39}")  # what may be a word somebody mistyped; anything else may be about a family


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the answer to one question; `missing` ones stand nowhere, `item` is which of a list it is."""

    answer_id: str
    message: Message
    missing: bool = False
    item: int | None = None


@dataclass(slots=True)
class ScriptedPrompter:
    """Answers from a mapping of question id to answer (None: skipped), and else with what `stood`.

    Collects what is wrong instead of raising.

    It goes on past a fault wherever it can, so that one run finds them all; it raises Paused where what follows
    cannot be known, such as after a wrong level.
    """

    given: Mapping[str, object]
    stood: Mapping[str, Value] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def ask(self, question: Question, draft: Value | None = None) -> Value | None:  # noqa: ARG002 - a script says all
        """Give the answer from the script, or something to go on with after a fault."""
        if question.id == REVIEW:
            return FINISH
        if question.grid:
            return self._picked(question)
        self.asked.add(question.id)
        if self.given.get(question.id) is None and not question.needed:
            return self._as_it_stood(question)
        fault = check(question, self.given.get(question.id), present=question.id in self.given)
        if fault is not None:
            self.faults.append(fault)
            return _stand_in(question, self.given.get(question.id))
        kept = _as_kept(question, self.given[question.id])
        # As it is shown back, so that nobody has to say once more that it was meant.
        return question.reading.shown(kept) if question.reading and isinstance(kept, str) else kept

    def _as_it_stood(self, question: Question) -> Value | None:
        """Give what stood there before, which a change led to again; the script says nothing about it."""
        stood = self.stood.get(question.id)
        if stood is not None:
            self.kept.append(question.id)
        return question.reading.shown(stood) if question.reading and isinstance(stood, str) else stood

    def _picked(self, question: Question) -> str:
        """Give the first cell of a grid that the script fills in and that was not asked yet, or that it is done."""
        left = (option.id for option in question.options if option.id not in self.asked)
        return next((one for one in left if self._fills_in(one)), FINISH)

    def _fills_in(self, cell: str) -> bool:
        """Tell whether the script says anything in a cell, or about it."""
        return cell in self.given or any(name.startswith(f"{cell}.") for name in self.given)


def play(flow: Flow, case: Case, given: Mapping[str, object]) -> tuple[Case, list[Fault]]:
    """Give the case as it is after all answers, or as it was, with every fault of the script."""
    stood = {name: answer.stands for name, answer in flow.answers(case).items() if answer.stands}
    # A null takes nothing away of what stood there before: a template is full of them.
    given = {name: value for name, value in given.items() if value is not None or name not in stood}
    prompter, halted, result = ScriptedPrompter(given, stood), False, case
    try:
        result = run(flow, _left_alone(flow, case, given), prompter, save=lambda _: None)
    except Paused:
        halted = True
    left = {name: value for name, value in given.items() if name not in prompter.asked}
    # After a fault in the set-up it is not known which questions would have been asked.
    settled = not halted and not any(fault.answer_id in CHOOSING for fault in prompter.faults)
    wrong = [fault.answer_id for fault in prompter.faults]
    faults = [*prompter.faults, *_unasked(flow, case, left, wrong, settled=settled)]
    return (case if faults else _to_look_at(flow, result, prompter.kept)), faults


def _left_alone(flow: Flow, case: Case, given: Mapping[str, object]) -> Case:
    """Give the case with what stands there open and the script says nothing about left as it is, not skipped."""
    there = flow.answers(case)
    for question in flow.path(case):
        answer = there.get(question.id)
        if answer is not None and answer.open and answer.id not in given and not (question.needed or question.grid):
            case = flow.apply(case, answer.model_copy(update={"passed": True}))
    return case


def _to_look_at(flow: Flow, case: Case, kept: Iterable[str]) -> Case:
    """Give the case with answers marked to be looked at again that stood and lean on something that was changed."""
    for name in kept:
        answer = flow.answers(case)[name]
        case = flow.apply(case, answer.model_copy(update={"check": True, "passed": True}))
    return case


def check(question: Question, value: object, *, present: bool = True) -> Fault | None:
    """Give what is wrong with an answer, or None."""
    about = {"id": named(question)}
    if not present:
        about["asked"] = first_line(question.text)
        key = "answers.missing-required" if question.required else "answers.missing"
        return Fault(question.id, Message(key, about), missing=True)
    if value is None or value in ("", [], ()) or (isinstance(value, str) and not value.strip()):
        return Fault(question.id, Message("answers.required", about)) if question.required else None
    if question.form is Form.CHOICES:
        return _check_choices(question, value)
    return _check_text(question, value)


def clean(question: Question, value: object) -> Value | None:
    """Give a checked answer as it is kept: lists as tuples, blank text as skipped, no blank lines around it."""
    if isinstance(value, (list, tuple)):
        return tuple(str(one) for one in value) or None
    text = "" if value is None else str(value).strip("\n")
    return (text.strip() if question.form is Form.LINE else text) if text.strip() else None


def _as_kept(question: Question, value: object) -> Value | None:
    """Give a checked answer as it is kept; a day or an amount as it is read, with nobody to show it back to."""
    text = clean(question, value)
    return question.reading.value(text) if question.reading and isinstance(text, str) else text


def _stand_in(question: Question, value: object) -> Value | None:
    """Give something to go on with after a fault; the result is thrown away, only the other faults count."""
    ids = tuple(option.id for option in question.options)
    if question.form is Form.CHOICES:
        return tuple(one for one in ids if isinstance(value, (list, tuple)) and one in value) or ids
    if question.form is Form.CHOICE and question.required:
        raise Paused
    if ids:
        return ids[0]
    return None if question.reading or (question.guard and question.guard.refusal("?")) else "?"


def _check_text(question: Question, value: object) -> Fault | None:
    if not isinstance(value, str):
        return Fault(question.id, Message("answers.text", {"id": named(question)}))
    if question.form is Form.CHOICE:
        return _check_choice(question, value)
    if question.form is Form.LINE and len(value.strip().splitlines()) > 1:
        return Fault(question.id, Message("answers.line", {"id": named(question)}))
    refusal = question.guard.refusal(value) if question.guard else None
    about = {"id": named(question), "reason": refusal}
    return Fault(question.id, Message("answers.refused", about)) if refusal else None


def _check_choices(question: Question, value: object) -> Fault | None:
    if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
        return Fault(question.id, Message("answers.list", {"id": named(question), "allowed": _allowed(question)}))
    for index, one in enumerate(value):
        if fault := _check_choice(question, one):
            return replace(fault, item=index)
        if one in value[:index]:
            return Fault(question.id, Message("answers.repeated", {"id": named(question)}), item=index)
    return None


def _check_choice(question: Question, value: str) -> Fault | None:
    ids = [option.id for option in question.options]
    if value in ids:
        return None
    about = {"id": named(question), "allowed": _allowed(question)}
    if not _WORD.fullmatch(value):
        return Fault(question.id, Message("answers.choice-text", about))
    near = nearest(value, ids)
    key = "answers.choice-near" if near else "answers.choice"
    return Fault(question.id, Message(key, {**about, "value": value, "near": near}))


def _allowed(question: Question) -> str:
    ids = [option.id for option in question.options]
    return ", ".join(ids[:_LIST_AT_MOST]) + (", …" if len(ids) > _LIST_AT_MOST else "")


def _unasked(flow: Flow, case: Case, left: Mapping[str, object], wrong: Sequence[str], *, settled: bool) -> list[Fault]:
    """Give what is wrong with answers to questions that were not asked; after a wrong answer that may be its doing."""
    catalogue, there = flow.catalogue(case), flow.answers(case)
    meant = {name: nearest(name, catalogue) for name in left if name not in catalogue}
    doubtful = (*wrong, *(one for one in meant.values() if one))
    unsure = {one for name in doubtful for one in dependents(tuple(catalogue.values()), name)}
    faults = []
    for name, value in left.items():
        question = catalogue.get(name)
        if question is None:
            faults.append(_unknown(name, meant[name], catalogue))
        elif not settled or name in unsure:
            faults += [fault] if (fault := check(question, value)) else []
        elif value is not None and (name not in there or there[name].value != _as_kept(question, value)):
            faults.append(Fault(name, Message("answers.not-asked", {"id": named(question)})))
    return faults


def _unknown(name: str, near: str | None, catalogue: Mapping[str, Question]) -> Fault:
    if near is None:
        return Fault(name, Message("answers.unknown", {"id": first_line(name)}))
    place = catalogue[near].place
    key = "answers.unknown-place" if place else "answers.unknown-near"
    return Fault(name, Message(key, {"id": first_line(name), "near": near, "place": place}))


def named(question: Question) -> str:
    """Give the id of a question, and in words where it belongs where that says more."""
    return f"{question.id} ({question.place})" if question.place else question.id
