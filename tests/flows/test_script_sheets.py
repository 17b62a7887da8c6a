"""Answers files for networks, plans, justifications and look-backs: days, amounts, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.errors import Message
from doorbraak_cli.flows.beginning import filled_in
from doorbraak_cli.flows.script import play

from .sheets import KINDS, begun
from .weighings import values

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.beginning import Start
    from doorbraak_cli.flows.script import Fault

# DAY is Thursday 30 April 2026.
ACTION = {"title": "Duin", "action-1.what": "Bellen"}
COST = {"title": "Duin", "cost-1.what": "Huur"}
PARTY = {"title": "Duin", "party-1.role": "moeder", "party-2.role": "school"}


@pytest.fixture
def plan(pack: Pack, nl: Wording) -> Start:
    return begun(pack, nl, "plan")


@pytest.fixture
def exception(pack: Pack, nl: Wording) -> Start:
    return begun(pack, nl, "justification")


@pytest.fixture
def network(pack: Pack, nl: Wording) -> Start:
    return begun(pack, nl, "network")


def kept(start: Start, given: dict[str, Any], name: str) -> Value | None:
    """Give what is kept of an answer; there is no fault in any."""
    done, faults = play(start.flow, start.case, given)
    assert faults == []
    return values(start.flow, done)[name]


def faults_of(start: Start, given: dict[str, Any]) -> list[Fault]:
    after, faults = play(start.flow, start.case, given)
    assert after == start.case
    return faults


def keys(faults: list[Fault]) -> list[tuple[str, str]]:
    return [(fault.answer_id, fault.message.key) for fault in faults]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-12-04", "2026-12-04"),
        ("4-12-2026", "2026-12-04"),
        (" vrijdag 4 december 2026\n", "2026-12-04"),
        ("vrijdag", "2026-05-01"),
        ("over 2 weken", "2026-05-14"),
        ("in 2 weeks", "2026-05-14"),
        (None, None),
        ("  ", None),
    ],
)
def test_day(plan: Start, written: str | None, day: str | None) -> None:
    """It keeps a day as the day it is, seen from today, with nobody to show it back to."""
    assert kept(plan, {**ACTION, "action-1.by": written}, "action-1.by") == day


@pytest.mark.parametrize(
    ("written", "amount"),
    [("1.250,50", "1250.50"), ("1250.50", "1250.50"), ("€ 40,-", "40.00"), ("0", "0.00"), (None, None)],
)
def test_amount(exception: Start, written: str | None, amount: str | None) -> None:
    """It keeps an amount to the cent."""
    assert kept(exception, {**COST, "cost-1.amount": written}, "cost-1.amount") == amount


@pytest.mark.parametrize("written", ["31-2-2026", "donderdag 4 december 2026", "na de zomer", "een\n4-12-2026"])
def test_no_day(plan: Start, nl: Wording, written: str) -> None:
    """It names what is no day, with which action it is in words and how to write one, and nothing that stood there."""
    (fault,) = faults_of(plan, {**ACTION, "action-1.by": written})
    assert fault.answer_id == "action-1.by"
    told = nl.message(fault.message)
    assert "action-1.by (actie 1)" in told
    assert written not in told
    assert "Bellen" not in told


def test_why_it_is_no_day(plan: Start, exception: Start) -> None:
    """It says how a day or an amount is written."""
    (day,) = faults_of(plan, {**ACTION, "action-1.by": "ooit"})
    assert (day.message.key, day.message.values["reason"]) == ("answers.refused", Message("read.no-day"))
    (amount,) = faults_of(exception, {**COST, "cost-1.amount": "veel"})
    assert (amount.message.key, amount.message.values["reason"]) == ("answers.refused", Message("read.no-money"))


@pytest.mark.parametrize("written", [1250, 12.5, True, ["1250"]])
def test_amount_that_is_no_text(exception: Start, written: object) -> None:
    """It asks for quotation marks around an amount: a number is not taken for what somebody may have meant."""
    assert keys(faults_of(exception, {**COST, "cost-1.amount": written})) == [("cost-1.amount", "answers.text")]


def test_every_fault_at_once(plan: Start) -> None:
    """It finds all that is wrong in a plan in one run, beside days that can be read."""
    wrong = {
        "action-1.by": "ooit", "action-1.status": "doen", "action-1.goal": "goal-9", "action-2.what": "Schrijven",
        "action-2.by": "31-2-2026", "goal-1.what": "Rust", "goal-1.goal-heard": "sayd", "rhythm": "two-week",
        "evaluation-next": "na de zomer", "action-99.what": "x", "wat": "x",
    }  # fmt: skip
    right = {"action-2.what", "goal-1.what"}
    faults = faults_of(plan, {**ACTION, **wrong})
    assert {fault.answer_id for fault in faults} == {*wrong} - right


def test_day_that_is_not_asked(plan: Start) -> None:
    """It names a day of an action that is not in the plan, and checks no more of it."""
    assert keys(faults_of(plan, {**ACTION, "action-3.by": "vrijdag"})) == [("action-3.by", "answers.not-asked")]
    assert keys(faults_of(plan, {**ACTION, "moment-next": "vrijdag"})) == [("moment-next", "answers.not-asked")]


def test_day_after_a_wrong_choice(plan: Start) -> None:
    """It checks a day that belongs to a choice that is wrong, and does not blame it for that."""
    given = {**ACTION, "procedure": "yess", "moment-next": "vrijdag", "moments": "Elke week."}
    assert keys(faults_of(plan, given)) == [("procedure", "answers.choice-near")]
    assert keys(faults_of(plan, {**given, "moment-next": "ooit"})) == [
        ("procedure", "answers.choice-near"),
        ("moment-next", "answers.refused"),
    ]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"contact": "party-3"}, "contact"),
        ({"needed": ["party-1", "party-3"]}, "needed"),
        ({"needed": ["party-1", "party-1"]}, "needed"),
        ({"needed": "party-1"}, "needed"),
        ({"coordinator-who": "party-1"}, "coordinator-who"),
        ({"party-1.watch": "Bellen."}, "party-1.watch"),
        ({"party-3.place": "core"}, "party-3.place"),
        ({"party-1.statutory-what": "x"}, "party-1.statutory-what"),
        ({"party-1.safety": 3}, "party-1.safety"),
        ({"party-1.consult": "advise"}, "party-1.consult"),
        ({"party-301.role": "x"}, "party-301.role"),
        ({"table": "finish"}, "table"),
    ],
)
def test_faults_in_a_network(network: Start, given: dict[str, Any], name: str) -> None:
    """It names who is not there, what is not asked, and a cell that cannot be, and only that."""
    assert [fault.answer_id for fault in faults_of(network, {**PARTY, **given})] == [name]


def test_who_was_named_in_a_choice(network: Start, nl: Wording) -> None:
    """It lists with a choice that cannot be who can be chosen, by their ids, and never by what they are called."""
    faults = faults_of(network, {**PARTY, "contact": "party-3", "needed": ["de school zelf"]})
    told = " ".join(nl.message(one.message) for one in faults)
    assert "party-1, party-2" in told
    assert [word for word in ("moeder", "school") if word in told] == []


def test_cells_of_a_network(network: Start) -> None:
    """It fills in cells in whatever order they stand, with what follows from them, and leaves the others open."""
    given = {
        "party-2.family-heard": "said", "party-2.family-says": "Fijn.", "party-1.bond": None, **PARTY,
        "party-2.statutory-what": "leerplicht", "party-2.statutory": "yes",
    }  # fmt: skip
    done, faults = play(network.flow, network.case, given)
    assert faults == []
    there = values(network.flow, done)
    assert given.items() <= there.items()
    assert "party-1.safety" not in there
    assert there["table"] == "finish"


@pytest.mark.parametrize("kind", KINDS)
def test_empty_template(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It plays an answers file to fill in, in which only the title was filled in, without a fault."""
    start = begun(pack, nl, kind)
    given = {question.id: value for question, value in filled_in(start, {})}
    assert len(given) > 10
    title = {} if kind == "look_back" else {"title": "Duin"}
    assert play(start.flow, start.case, {**given, **title})[1] == []


def test_title_is_missing(plan: Start) -> None:
    """It misses the title in a file for a case that has none, and nothing else."""
    assert keys(faults_of(plan, {})) == [("title", "answers.missing-required")]
    assert play(plan.flow, plan.case, {"title": "Duin"})[1] == []
