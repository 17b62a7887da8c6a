"""What only shows over many cases."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.checks.many import MANY, Bottlenecks
from doorbraak_cli.domain.case import Answer, Case, Plan, Reflection
from doorbraak_cli.domain.pack import PackRef

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorbraak_cli.domain.blind_spot import BlindSpot
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import About

DAY = date(2026, 5, 4)
SITTING: dict[str, Any] = {"started": DAY, "language": "nl", "pack": PackRef(id="p", version="1", digest="d")}
RAISED = {"raised": "de wethouder, door de teamleider"}
NO_TIME, NO_HOME, MANDATE = "geen-tijd", "woningtekort", "geen-mandaat"


@pytest.fixture(scope="module")
def spot(pack: Pack) -> BlindSpot:
    found = pack.blind_spot("sw14")
    assert found
    return found


def answer(name: str, value: Value | None) -> Answer:
    return Answer(id=name, asked="?", status="skipped" if value is None else "answered", value=value)


def looked_back(*answers: Answer, about: About = "case") -> Case:
    """Give a case with a reflection."""
    reflection = Reflection(id="reflection-1", answers=answers, **SITTING)
    return Case(about=about, created=DAY, reflections=(reflection,))


def ticked(*bottlenecks: str, about: About = "case") -> Case:
    return looked_back(answer("sw-micro-2.bottlenecks", bottlenecks or None), about=about)


def planned(*answers: Answer) -> Case:
    """Give a case with a plan."""
    return Case(about="case", created=DAY, plan=Plan(id="plan", answers=answers, **SITTING))


def stuck(bottleneck: str, what: str | None = "een woning", **more: str | None) -> Case:
    given = {"what": what, "bottleneck": bottleneck, **more}
    return planned(*(answer(f"stuck-1.{name}", value) for name, value in given.items()))


def found(spot: BlindSpot, cases: Iterable[Case]) -> tuple[str, ...]:
    bottlenecks = Bottlenecks()
    for case in cases:
        bottlenecks.add(case)
    return bottlenecks.found(spot)


def test_it_has_its_text(spot: BlindSpot) -> None:
    """It is looked for over many cases, and its text says in how many a bottleneck stands out."""
    assert spot.id in MANY
    assert spot.most == 3


def test_met_in_three_cases(spot: BlindSpot) -> None:
    """It names what was met in three cases, ticked in a reflection or stuck in a plan, and not what was met in two."""
    assert found(spot, [ticked(NO_HOME, NO_TIME), stuck(NO_HOME), ticked(NO_HOME, NO_TIME)]) == (NO_HOME,)


def test_nothing_read(spot: BlindSpot) -> None:
    """It names nothing where there are no cases, and nothing where nobody met anything."""
    assert found(spot, []) == ()
    assert found(spot, [Case(about="case", created=DAY)] * 5) == ()


def test_in_order(spot: BlindSpot) -> None:
    """It names several in the order they were first met."""
    assert found(spot, [ticked(NO_TIME, NO_HOME), stuck(MANDATE), *[ticked(MANDATE, NO_HOME, NO_TIME)] * 2]) == (
        NO_TIME,
        NO_HOME,
        MANDATE,
    )


def test_once_per_case(spot: BlindSpot) -> None:
    """It counts a bottleneck once in a case, however often it was met in it."""
    often = looked_back(*(answer(f"sw-micro-{number}.bottlenecks", (NO_HOME,)) for number in range(1, 6)))
    both = often.model_copy(update={"plan": stuck(NO_HOME).plan})
    assert found(spot, [both, both]) == ()
    assert found(spot, [both, both, both]) == (NO_HOME,)


@pytest.mark.parametrize("more", [RAISED, {"status": "raised"}, {"status": "solved"}, {"status": "open", **RAISED}])
def test_raised_in_one_case(spot: BlindSpot, more: dict[str, str]) -> None:
    """It is silent on what was raised or solved in one of the cases, whichever comes first."""
    cases = [ticked(NO_HOME), stuck(NO_HOME), ticked(NO_HOME), stuck(NO_HOME, **more)]
    assert found(spot, cases) == ()
    assert found(spot, reversed(cases)) == ()


def test_another_was_raised(spot: BlindSpot) -> None:
    """It keeps naming one bottleneck where it is another that was raised."""
    assert found(spot, [*[ticked(NO_HOME)] * 3, stuck(MANDATE, **RAISED)]) == (NO_HOME,)


@pytest.mark.parametrize("more", [{"status": "open"}, {"raised": None}, {"decides": "de wethouder"}])
def test_not_raised(spot: BlindSpot, more: dict[str, str | None]) -> None:
    """It does not take for raised what is open, or what somebody else could decide on."""
    assert found(spot, [stuck(NO_HOME, **more)] * 3) == (NO_HOME,)


def test_drafts(spot: BlindSpot) -> None:
    """It counts what stands, and not what somebody was still ticking or typing."""
    typing = Answer(id="stuck-1.raised", asked="?", status="draft", value="de weth")
    beside = planned(answer("stuck-1.what", "een woning"), answer("stuck-1.bottleneck", NO_HOME), typing)
    tag = Answer(id="sw-micro-2.bottlenecks", asked="?", status="draft", value=(NO_TIME,), confirmed=(NO_HOME,))
    assert found(spot, [beside, looked_back(tag), ticked(NO_HOME)]) == (NO_HOME,)
    assert found(spot, [looked_back(tag)] * 3) == (NO_HOME,)


def test_taken_away(spot: BlindSpot) -> None:
    """It counts nothing that was taken away: neither that it was met, nor that it was raised."""
    gone = stuck(NO_HOME, what=None, **RAISED)
    assert found(spot, [gone] * 3) == ()
    assert found(spot, [gone, *[ticked(NO_HOME)] * 3]) == (NO_HOME,)


def test_skipped(spot: BlindSpot) -> None:
    """It counts nothing where the bottlenecks were skipped, and nothing stuck of which nobody said on what."""
    assert found(spot, [ticked()] * 3) == ()
    assert found(spot, [planned(answer("stuck-1.what", "een woning"), answer("stuck-1.status", "open"))] * 3) == ()


def test_other_files(spot: BlindSpot) -> None:
    """It counts cases about families only: a team's own reflection on a bottleneck is no case."""
    assert found(spot, [ticked(NO_HOME), ticked(NO_HOME), ticked(NO_HOME, about="organisation")]) == ()


def test_other_answers(spot: BlindSpot) -> None:
    """It does not take other ticked answers for bottlenecks."""
    assert found(spot, [looked_back(answer("principles", (NO_HOME,)))] * 3) == ()


def test_gone_from_the_pack(spot: BlindSpot) -> None:
    """It gives the id of a bottleneck that the pack no longer has."""
    assert found(spot, [ticked("een-knelpunt-dat-er-niet-meer-is")] * 3) == ("een-knelpunt-dat-er-niet-meer-is",)


def test_another_number(spot: BlindSpot) -> None:
    """It goes by the number in the text of the pack, and names nothing where there is none."""
    assert found(spot.model_copy(update={"most": 1}), [ticked(NO_HOME)]) == (NO_HOME,)
    assert found(spot.model_copy(update={"most": 4}), [ticked(NO_HOME)] * 3) == ()
    assert found(spot.model_copy(update={"most": None}), [ticked(NO_HOME)] * 3) == ()


def test_flat_memory() -> None:
    """It keeps counts and no cases: a thousand take no more room than ten."""
    few, many = Bottlenecks(), Bottlenecks()
    for number in range(1_000):
        case = stuck(NO_HOME, what=f"{number} " * 100, **RAISED) if number % 2 else ticked(NO_HOME, NO_TIME)
        many.add(case)
        if number < 10:
            few.add(case)
    assert len(pickle.dumps(many)) - len(pickle.dumps(few)) < 10
