"""What can be wrong inside an aid: a card that cannot be filled in, a decision that leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.near import nearest
from doorbraak_cli.domain.setup import INTAKE
from doorbraak_cli.errors import Message
from doorbraak_cli.flows.session import FINISH, REVIEW

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from doorbraak_cli.domain.aid import Aid, CardField, Decision
    from doorbraak_cli.files.yaml_source import Location

    Found = Iterator[tuple[Location, Message]]

TAKEN = (*INTAKE, REVIEW, FINISH)
"""Ids under which a card shows or keeps something else than its fields."""


def checked_aid(aid: Aid) -> Found:
    """Give what is wrong inside an aid, each with where it stands in it."""
    yield from _card(aid)
    if aid.decision is not None:
        yield from _decision(aid.decision)


def _card(aid: Aid) -> Found:
    seen: set[str] = set()
    for at, step in enumerate(aid.steps):
        for place, field in enumerate(step.fields):
            location: Location = ("steps", at, "fields", place)
            yield from _field(field, location)
            # Neighbours within one step are looked at where all lists are.
            if field.id in seen - {one.id for one in step.fields[:place]}:
                yield (*location, "id"), Message("pack.repeated-within", {"id": field.id, "owner": aid.id})
            seen.add(field.id)


def _field(field: CardField, location: Location) -> Found:
    if field.id in TAKEN:
        yield (*location, "id"), Message("pack.taken", {"id": field.id})
    if field.kind == "choice" and len(field.options) < 2:  # noqa: PLR2004 - with one there is nothing to choose
        yield (*location, "options"), Message("pack.choice-without", {"id": field.id})
    if field.kind != "choice" and field.options:
        yield (*location, "options"), Message("pack.options-without-choice", {"id": field.id})


def _decision(decision: Decision) -> Found:
    """Only the last route applies always: before it, it would hide the others; without it, there may be no answer."""
    last = len(decision.routes) - 1
    # Of two questions with one id the first counts: that there are two is told elsewhere.
    options = {question.id: {one.id for one in question.options} for question in reversed(decision.questions)}
    for at, route in enumerate(decision.routes):
        location: Location = ("decision", "routes", at)
        if (at == last) == bool(route.when):
            yield location, Message("pack.route-last" if at == last else "pack.route-always", {"id": route.id})
        for name, answers in route.when.items():
            if name not in options:
                yield (*location, "when", name), dangling(name, options)
                continue
            for index, answer in enumerate(answers):
                if answer not in options[name]:
                    yield (*location, "when", name, index), dangling(answer, options[name])


def dangling(name: str, known: Collection[str]) -> Message:
    """Give the message of an id that leads nowhere, with the one that was probably meant."""
    near = nearest(name, known)
    return Message("pack.dangling-near" if near else "pack.dangling", {"id": name, "near": near})
