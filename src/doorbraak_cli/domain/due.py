"""What is due in a case: everything with a day on it that was agreed and is not done yet."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, get_args

from doorbraak_cli.domain.case import Answer, Case
from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.filled import name_of, named, text_of, ticked
from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.planned import STATUS, still_to_do

DueKind = Literal[
    "action", "handover", "raised", "contact", "evaluation", "watching", "meeting", "until", "look-back", "weighing",
]  # fmt: skip
KINDS: tuple[DueKind, ...] = get_args(DueKind)

_ELSEWHERE = ("core", "missing")
_NUMBER = re.compile(r".*-(\d{1,6})", re.ASCII | re.DOTALL)


class Due(Model):
    """Something that is due on a day; `thing` is the id of what it is about ("action-2", "plan").

    `number` is that in its id, 0 where there is none; `what` and `who` are what people wrote, on one line.
    """

    day: date
    kind: DueKind
    thing: str
    number: int
    what: str = ""
    who: str = ""


def dues(case: Case) -> tuple[Due, ...]:
    """Give all that is due in a case about a family, the first day first.

    What has no name, no day that can be read, or was settled is left out; so is what another answer says is over.
    """
    if case.about != "case":
        return ()
    found = (*_of_plan(case), *_of_network(case), *_of_justifications(case), *_of_weighing(case))
    return tuple(sorted(found, key=lambda one: (one.day, KINDS.index(one.kind), one.number)))


def within(found: Iterable[Due], today: date, days: int) -> tuple[Due, ...]:
    """Give what is due up to and with so many days from today; what should have been done before is never dropped."""
    return tuple(one for one in found if (one.day - today).days <= days)


def _of_plan(case: Case) -> Iterator[Due]:
    answers = case.plan.by_id() if case.plan else {}
    for action in still_to_do(answers, "action"):
        yield from _due("action", answers, f"{action}.by", what=f"{action}.what", who=f"{action}.who")
    for handover in still_to_do(answers, "handover"):
        day, who = f"{handover}.handover-by", f"{handover}.watch"
        yield from _due("handover", answers, day, what=f"{handover}.what", who=who)
    for stuck in (one for one in still_to_do(answers, "stuck") if text_of(answers, f"{one}.{STATUS}") != "raised"):
        yield from _due("raised", answers, f"{stuck}.raised-when", what=f"{stuck}.what", who=f"{stuck}.raised")
    if text_of(answers, "procedure") in ("", "yes"):
        yield from _due("contact", answers, "moment-next", "plan", what="procedure-what")
    yield from _due("evaluation", answers, "evaluation-next", "plan", who="evaluation-with")


def _of_network(case: Case) -> Iterator[Due]:
    answers = case.network.by_id() if case.network else {}
    for party in named(answers, "party"):
        if _may_be_watching(answers, party):
            yield from _due(
                "watching", answers, f"{party}.watch-until", what=f"{party}.role", who=f"{party}.watch-with"
            )
    needed = (name_of(answers, party, "party") for party in ticked(answers, "needed"))
    for meeting in _due("meeting", answers, "meeting-when", "network", what="goal"):
        yield meeting.model_copy(update={"who": "; ".join(filter(None, needed))})


def _may_be_watching(answers: Mapping[str, Answer], party: str) -> bool:
    """Tell whether no answer says that there are no arrangements: these are about safety, so doubt keeps them."""
    statutory, place = (text_of(answers, f"{party}.{name}") for name in ("statutory", "place"))
    return statutory in ("", "yes") and place not in _ELSEWHERE


def _of_justifications(case: Case) -> Iterator[Due]:
    looked_back_on = {one.of for one in case.look_backs if one.finished}
    ended = {one.of for one in case.look_backs if one.finished and one.text("next") == "ends"}
    for one in case.justifications:
        answers = one.by_id()
        if one.id not in ended and text_of(answers, "decided") != "no":
            yield from _due("until", answers, "until", one.id, what="asked", who="decides")
        if one.id not in looked_back_on:
            yield from _due("look-back", answers, "look-back", one.id, what="asked", who="look-back-who")


def _of_weighing(case: Case) -> Iterator[Due]:
    if last := case.last_weighing:
        yield from _due("weighing", last.by_id(), "look-back", last.id)


def _due(
    kind: DueKind, answers: Mapping[str, Answer], day_id: str, thing: str = "", *, what: str = "", who: str = ""
) -> Iterator[Due]:
    """Give what is due on the day in an answer, if there is one; `what` and `who` are ids of answers too."""
    thing = thing or day_id.partition(".")[0]
    if day := day_of(text_of(answers, day_id)):
        number = _NUMBER.fullmatch(thing)
        texts = {"what": _line(answers, what), "who": _line(answers, who)}
        yield Due(day=day, kind=kind, thing=thing, number=int(number[1]) if number else 0, **texts)


def _line(answers: Mapping[str, Answer], answer_id: str) -> str:
    return " ".join(text_of(answers, answer_id).split())
