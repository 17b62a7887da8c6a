"""What is found in a whole case: in which order, and in which cases nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.checks.catalogue import findings
from doorbraak_cli.cli.built_in import BUILT_IN
from doorbraak_cli.domain.case import Answer, Card, Case, Justification, LookBack, Network, Plan, Reflection, Weighing
from doorbraak_cli.domain.pack import PackRef
from doorbraak_cli.files import cases, wordings
from doorbraak_cli.reports.blind_spots import spot_facts

from .test_examples import EXAMPLES, FOUND, TODAY

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import About

SITTING: dict[str, Any] = {
    "started": TODAY,
    "language": "nl",
    "pack": PackRef(id="p", version="1", digest="d"),
}


def answer(name: str, value: Value | None) -> Answer:
    return Answer(id=name, asked="?", status="skipped" if value is None else "answered", value=value)


def codes(case: Case, pack: Pack, today: date | None = TODAY) -> list[str]:
    return [one.code for one in findings(case, pack, "nl", today)]


@pytest.fixture(scope="module")
def full_table(pack: Pack) -> Case:
    """Give a case in which much was left out."""
    return BUILT_IN["full-table"](pack, wordings.load("nl"), TODAY)


# --- In which order


def test_order_of_the_pack(pack: Pack, full_table: Case) -> None:
    """It gives findings in the order of the pack, each once: turned round in the pack, they come the other way."""
    found = codes(full_table, pack)
    assert len(found) > 5
    there = [one.code for one in pack.blind_spots]
    assert found == sorted({*found}, key=there.index)
    other = pack.model_copy(update={"blind_spots": pack.blind_spots[::-1]})
    assert codes(full_table, other) == found[::-1]


def test_principle_by_principle(pack: Pack) -> None:
    """It keeps what belongs to one principle together, so that each is a heading once."""
    principles = [one.principle for one in pack.blind_spots]
    assert [*dict.fromkeys(principles)] == [one.id for one in pack.principles]
    assert principles == sorted(principles, key=[one.id for one in pack.principles].index)


def test_each_name_once(pack: Pack) -> None:
    """It names once what two things are both called, and twice what goes by other names."""
    given = {"action-1.what": "Bellen", "action-2.what": "Bellen", "action-3.what": "Schrijven"}
    plan = Plan(id="plan", answers=tuple(answer(*one) for one in given.items()), **SITTING)
    found = findings(Case(about="case", created=TODAY, plan=plan), pack, "nl", TODAY)
    assert next(one.about for one in found if one.code == "SW05") == ("Bellen", "Schrijven")


# --- What was set aside


def test_set_aside(pack: Pack, full_table: Case) -> None:
    """It finds what was set aside as well, which then comes with why; of the others nothing tells why."""
    found = findings(full_table, pack, "nl", TODAY)
    left = full_table.model_copy(update={"set_aside": {"SW04": "Het gezin wil ze er allemaal bij."}})
    assert findings(left, pack, "nl", TODAY) == found
    facts = spot_facts(found, left, pack, "nl")
    assert [one.code for one in facts] == [one.code for one in found]
    assert {one.code: one.why_aside for one in facts if one.why_aside} == {"SW04": "Het gezin wil ze er allemaal bij."}


def test_set_aside_without_being_there(pack: Pack, full_table: Case) -> None:
    """It makes no finding of what was set aside where it is not there (any more)."""
    left = full_table.model_copy(update={"set_aside": {"SW02": "Dat is geregeld."}})
    assert "SW02" not in codes(left, pack)
    assert codes(left, pack) == codes(full_table, pack)


# --- Days


def test_with_and_without_a_day(pack: Pack) -> None:
    """It calls a day past only where it was told what day it is, and that day is later; nothing else hangs on it."""
    case = cases.read(EXAMPLES / "SW13" / "triggers-passed.yaml")
    assert case.plan
    day = date.fromisoformat(case.plan.text("evaluation-next"))
    assert "SW13" in codes(case, pack, TODAY)
    assert "SW13" not in codes(case, pack, day)
    assert [one for one in codes(case, pack, TODAY) if one != "SW13"] == codes(case, pack, None)


def test_never_more_without_a_day(pack: Pack) -> None:
    """It finds the same in every example without a day, but for an evaluation that has passed."""
    assert FOUND
    for path in FOUND:
        case = cases.read(path)
        assert {*codes(case, pack, TODAY)} - {*codes(case, pack, None)} <= {"SW13"}, path
        assert {*codes(case, pack, None)} <= {*codes(case, pack, TODAY)}, path


# --- Where there is nothing, or little


@pytest.mark.parametrize("about", ["case", "organisation", "policy"])
def test_empty(pack: Pack, about: About) -> None:
    """It finds nothing where nothing was done yet."""
    assert codes(Case(about=about, created=TODAY), pack) == []


@pytest.mark.parametrize(
    "begun",
    [
        {"network": Network(id="network", **SITTING)},
        {"plan": Plan(id="plan", **SITTING)},
        {"weighings": (Weighing(id="weighing-1", **SITTING),)},
        {"justifications": (Justification(id="justification-1", **SITTING),)},
        {
            "justifications": (Justification(id="justification-1", **SITTING),),
            "look_backs": (LookBack(id="look-back-1", of="justification-1", **SITTING),),
        },
        {"reflections": (Reflection(id="reflection-1", **SITTING),)},
        {"cards": (Card(id="card-1", aid="zorgvuldig-consulteren", **SITTING),)},
    ],
    ids="-".join,
)
def test_begun(pack: Pack, begun: dict[str, Any]) -> None:
    """It finds nothing where something was opened and nothing answered."""
    assert codes(Case(about="case", created=TODAY, **begun), pack) == []


def test_all_skipped(pack: Pack) -> None:
    """It says nothing about people, goals and actions where each list was left empty."""
    network = Network(id="network", answers=(answer("party-1.role", None), answer("list", None)), **SITTING)
    plan = Plan(id="plan", answers=(answer("goal-1.what", None), answer("action-1.what", None)), **SITTING)
    assert codes(Case(about="case", created=TODAY, network=network, plan=plan), pack) == []


def test_only_cards(pack: Pack) -> None:
    """It finds in a file with cards only what a consult lacks, and nothing of another aid."""
    answers = (answer("parties", "wij en de ggz"), answer("question", "Wat nu?"), answer("role", "advising"))
    card = Card(id="card-1", aid="zorgvuldig-consulteren", answers=answers, **SITTING)
    complete = card.model_copy(update={"answers": (*answers, answer("scope", "Alleen dit."))})
    other = card.model_copy(update={"aid": "lege-stoel"})
    for there, expected in (((card,), ["SW11"]), ((complete, other), []), ((complete, card), ["SW11"])):
        cards = tuple(one.model_copy(update={"id": f"card-{number}"}) for number, one in enumerate(there))
        assert codes(Case(about="case", created=TODAY, cards=cards), pack) == expected


@pytest.mark.parametrize("about", ["organisation", "policy"])
def test_a_team_or_a_policy(pack: Pack, about: About) -> None:
    """It finds in a file about a team or a policy only what its reflection left open."""
    left, asked = (cases.read(EXAMPLES / "RA12" / f"{name}.yaml") for name in ("triggers-skipped", "passes-largely"))
    assert codes(Case(about=about, created=TODAY, reflections=left.reflections), pack) == ["RA12"]
    assert codes(Case(about=about, created=TODAY, reflections=asked.reflections), pack) == []
