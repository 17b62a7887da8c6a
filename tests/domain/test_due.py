"""What is due in a case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.domain.case import Answer, Case, Justification, LookBack, Network, Plan, Record, Weighing
from doorbraak_cli.domain.due import KINDS, Due, dues, within
from doorbraak_cli.domain.pack import PackRef

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import About

TODAY = date(2026, 11, 25)
SITTING: dict[str, Any] = {
    "started": date(2026, 9, 1),
    "language": "nl",
    "pack": PackRef(id="p", version="1", digest="d"),
}


def answers(given: Mapping[str, Value | None]) -> tuple[Answer, ...]:
    return tuple(
        Answer(id=name, asked="?", status="skipped" if value is None else "answered", value=value)
        for name, value in given.items()
    )


def case(
    plan: Mapping[str, Value | None] | None = None,
    network: Mapping[str, Value | None] | None = None,
    weighings: tuple[Mapping[str, Value | None], ...] = (),
    justifications: Mapping[str, Mapping[str, Value | None]] | None = None,
    look_backs: tuple[LookBack, ...] = (),
    about: About = "case",
) -> Case:
    return Case(
        about=about,
        created=date(2026, 9, 1),
        intake=Record(answers=answers({"title": "Duin"})),
        plan=Plan(id="plan", answers=answers(plan), **SITTING) if plan else None,
        network=Network(id="network", answers=answers(network), **SITTING) if network else None,
        weighings=tuple(
            Weighing(id=f"weighing-{number}", answers=answers(given), **SITTING)
            for number, given in enumerate(weighings, start=1)
        ),
        justifications=tuple(
            Justification(id=name, answers=answers(given), **SITTING) for name, given in (justifications or {}).items()
        ),
        look_backs=look_backs,
    )


def look_back(of: str, finished: date | None = TODAY, **told: Value | None) -> LookBack:
    return LookBack(id="look-back-1", of=of, finished=finished, answers=answers(told), **SITTING)


def things(found: tuple[Due, ...]) -> list[tuple[str, str]]:
    return [(one.kind, one.thing) for one in found]


ACTION = {"action-2.what": "bellen met\n de huisbaas", "action-2.by": "2026-12-04", "action-2.who": "de buurvrouw"}
HANDOVER = {"handover-1.what": "naar school", "handover-1.handover-by": "2026-12-05", "handover-1.watch": "de ib'er"}
STUCK = {"stuck-1.what": "de urgentie", "stuck-1.raised": "de wethouder", "stuck-1.raised-when": "2026-12-06"}
PROCEDURE = {"procedure": "yes", "procedure-what": "een onderzoek", "moment-next": "2026-12-07"}
EVALUATION = {"evaluation-with": "oma en wij", "evaluation-next": "2026-12-08"}
PLAN: dict[str, Value | None] = {**ACTION, **HANDOVER, **STUCK, **PROCEDURE, **EVALUATION}
WATCH: dict[str, Value | None] = {
    "party-3.role": "Veilig Thuis",
    "party-3.statutory": "yes",
    "party-3.place": "background",
    "party-3.watch": "elke week bellen",
    "party-3.watch-with": "de school",
    "party-3.watch-until": "2026-12-09",
}
NETWORK: dict[str, Value | None] = {
    **WATCH,
    "party-1.role": "moeder",
    "goal": "wie het aanspreekpunt is",
    "meeting-when": "2026-12-10",
    "needed": ("party-1", "party-3", "party-9"),
}
JUSTIFICATION: dict[str, Value | None] = {
    "asked": "een huis\nbuiten de regel",
    "decides": "de teamleider",
    "until": "2026-12-11",
    "look-back": "2026-12-12",
    "look-back-who": "wij samen",
}
WEIGHING: dict[str, Value | None] = {"look-back": "13 december 2026"}


def test_everything_that_has_a_day() -> None:
    """It gives whatever has a day in all sheets, with what and who people wrote, on one line."""
    whole = case(PLAN, NETWORK, ({"look-back": "1-12-2026"}, WEIGHING), {"justification-1": JUSTIFICATION})
    assert [(one.day.day, one.kind, one.thing, one.number, one.what, one.who) for one in dues(whole)] == [
        (4, "action", "action-2", 2, "bellen met de huisbaas", "de buurvrouw"),
        (5, "handover", "handover-1", 1, "naar school", "de ib'er"),
        (6, "raised", "stuck-1", 1, "de urgentie", "de wethouder"),
        (7, "contact", "plan", 0, "een onderzoek", ""),
        (8, "evaluation", "plan", 0, "", "oma en wij"),
        (9, "watching", "party-3", 3, "Veilig Thuis", "de school"),
        (10, "meeting", "network", 0, "wie het aanspreekpunt is", "moeder; Veilig Thuis"),
        (11, "until", "justification-1", 1, "een huis buiten de regel", "de teamleider"),
        (12, "look-back", "justification-1", 1, "een huis buiten de regel", "wij samen"),
        (13, "weighing", "weighing-2", 2, "", ""),
    ]
    assert [one.kind for one in dues(whole)] == list(KINDS)


def test_fields(pack: Pack) -> None:
    """It looks at questions that the shipped sheets have, and leaves out no day in them that is still to come."""
    looked_at = {name.rpartition(".")[2] for name in (*PLAN, *NETWORK, *JUSTIFICATION)}
    fields = {
        field.id: field
        for kind in ("plan", "network", "justification")
        for step in pack.sheet(kind)
        for field in step.fields
    }
    assert looked_at <= fields.keys()
    assert {name for name, field in fields.items() if field.kind == "day"} - looked_at == {"checked-when", "decided-on"}


def test_nothing() -> None:
    """It gives nothing for a case in which nothing was agreed."""
    assert dues(case()) == ()
    assert dues(case({"with": "wij"}, {"with": "wij"}, ({"choice": "option-1"},), {"justification-1": {}})) == ()


@pytest.mark.parametrize("about", ["organisation", "policy"])
def test_not_about_a_family(about: About) -> None:
    """It gives nothing for a file about a team or a policy."""
    assert dues(case(PLAN, about=about)) == ()


def test_order() -> None:
    """It gives the first day first; on one day actions before the rest, and those by number."""
    days = {"action-10.by": "2026-12-04", "action-3.by": "2026-12-04", "action-1.by": "2027-01-01"}
    named = {f"action-{number}.what": "iets" for number in (10, 3, 1)}
    found = dues(case({"evaluation-next": "2026-12-04", **days, **named}))
    assert [one.thing for one in found] == ["action-3", "action-10", "plan", "action-1"]


@pytest.mark.parametrize(
    ("status", "is_due"),
    [("open", True), ("busy", True), ("stuck", True), ("done", False), ("dropped", False), (None, True)],
)
def test_status(status: str | None, is_due: bool) -> None:
    """It leaves out actions that were done or dropped, and keeps those that are stuck."""
    assert bool(dues(case({**ACTION, "action-2.status": status}))) is is_due


@pytest.mark.parametrize("name", ["action-2.what", "handover-1.what", "stuck-1.what"])
def test_without_a_name(name: str) -> None:
    """It leaves out what has no name any more."""
    thing = name.partition(".")[0]
    assert thing in {one.thing for one in dues(case(PLAN))}
    assert thing not in {one.thing for one in dues(case({**PLAN, name: None}))}


def test_party_without_a_name() -> None:
    """It leaves out arrangements with somebody who was taken away, and names only who is there for a meeting."""
    found = dues(case(network={**NETWORK, "party-3.role": None}))
    assert [(one.kind, one.who) for one in found] == [("meeting", "moeder")]


@pytest.mark.parametrize("day", ["", "gauw", "vrijdag", "2026-02-30", "4-12", "2026-12", "x" * 100_000, None])
def test_no_day(day: str | None) -> None:
    """It leaves out a day that can't be read, or that only means something on the day it was typed."""
    assert dues(case({**ACTION, "action-2.by": day})) == ()


def test_several_choices_are_no_day() -> None:
    """It leaves out an answer that is no text."""
    assert dues(case({**ACTION, "action-2.by": ("2026-12-04",)})) == ()


def test_only_what_stands() -> None:
    """It goes by what was last answered, and not by what somebody is typing."""
    draft = Answer(id="action-2.by", asked="?", status="draft", value="2026-12-24", confirmed="2026-12-04")
    typing = Answer(id="evaluation-next", asked="?", status="draft", value="2026-12-08")
    plan = Plan(id="plan", answers=(*answers({"action-2.what": "bellen"}), draft, typing), **SITTING)
    found = dues(Case(about="case", created=TODAY, plan=plan))
    assert [(one.thing, one.day) for one in found] == [("action-2", date(2026, 12, 4))]


@pytest.mark.parametrize(("procedure", "is_due"), [("yes", True), (None, True), ("no", False), ("unknown", False)])
def test_procedure(procedure: str | None, is_due: bool) -> None:
    """It leaves out the next contact when no procedure runs any more."""
    assert bool(dues(case({**PROCEDURE, "procedure": procedure}))) is is_due


@pytest.mark.parametrize(
    ("changed", "is_due"),
    [
        ({"party-3.statutory": "no"}, False),
        ({"party-3.statutory": "unknown"}, False),
        ({"party-3.statutory": None}, True),
        ({"party-3.place": "core"}, False),
        ({"party-3.place": "missing"}, False),
        ({"party-3.place": "not-now"}, True),
        ({"party-3.place": None}, True),
        ({"party-3.watch": None}, True),
    ],
)
def test_watching(changed: dict[str, str | None], is_due: bool) -> None:
    """It leaves out arrangements that another answer ended; where that is not sure they stay, as they are on safety."""
    assert bool(dues(case(network={**WATCH, **changed}))) is is_due


def test_looked_back() -> None:
    """It leaves out looking back on an exception once that was finished; what ends still ends."""
    two = {"justification-1": JUSTIFICATION, "justification-2": JUSTIFICATION}
    assert things(dues(case(justifications=two, look_backs=(look_back("justification-1"),)))) == [
        ("until", "justification-1"),
        ("until", "justification-2"),
        ("look-back", "justification-2"),
    ]


def test_looking_back() -> None:
    """It keeps looking back on an exception as long as that is not finished."""
    one = {"justification-1": JUSTIFICATION}
    found = dues(case(justifications=one, look_backs=(look_back("justification-1", finished=None),)))
    assert ("look-back", "justification-1") in things(found)


@pytest.mark.parametrize(
    ("decided", "is_due"), [("yes", True), ("partly", True), ("not-yet", True), (None, True), ("no", False)]
)
def test_exception_that_was_refused(decided: str | None, is_due: bool) -> None:
    """It leaves out until when an exception holds that was refused, and not when to look back on that."""
    found = things(dues(case(justifications={"justification-1": {**JUSTIFICATION, "decided": decided}})))
    assert (("until", "justification-1") in found) is is_due
    assert ("look-back", "justification-1") in found


@pytest.mark.parametrize(
    ("told", "finished", "is_due"),
    [("ends", TODAY, False), ("ends", None, True), ("goes-on", TODAY, True), (None, TODAY, True)],
)
def test_exception_that_ended(told: str | None, finished: date | None, is_due: bool) -> None:
    """It leaves out until when an exception holds once it was said, looking back on that one, that it ends."""
    two = {"justification-1": JUSTIFICATION, "justification-2": JUSTIFICATION}
    found = things(dues(case(justifications=two, look_backs=(look_back("justification-1", finished, next=told),))))
    assert (("until", "justification-1") in found) is is_due
    assert ("until", "justification-2") in found


def test_last_weighing() -> None:
    """It looks at the last weighing only, and at that also when nobody said when to look back."""
    assert things(dues(case(weighings=(WEIGHING,)))) == [("weighing", "weighing-1")]
    assert dues(case(weighings=(WEIGHING, {"look-back": None}))) == ()


@pytest.mark.parametrize(
    ("thing", "number"), [("justification-12", 12), ("x", 0), ("x-", 0), ("x-²", 0), ("a-1-b", 0), ("x-" + "9" * 9, 0)]
)
def test_ids_of_somebodys_own(thing: str, number: int) -> None:
    """It gives no number where an id somebody wrote by hand has none that can be one."""
    found = dues(case(justifications={thing: {"until": "2026-12-11"}}))
    assert [(one.thing, one.number) for one in found] == [(thing, number)]


def on(*days: str) -> list[Due]:
    return [Due(day=date.fromisoformat(day), kind="action", thing="action-1", number=1) for day in days]


def test_within() -> None:
    """It gives what is due up to and with that many days from today, and all that should have been done before."""
    found = on("0001-01-01", "2026-11-24", "2026-11-25", "2026-12-09", "2026-12-10", "9999-12-31")
    assert [str(one.day) for one in within(found, TODAY, 14)] == [
        "0001-01-01",
        "2026-11-24",
        "2026-11-25",
        "2026-12-09",
    ]
    assert [str(one.day) for one in within(found, TODAY, 0)] == ["0001-01-01", "2026-11-24", "2026-11-25"]
    assert within(found, TODAY, 10**12) == tuple(found)


@given(st.dictionaries(st.sampled_from([*PLAN, "action-2.status"]), st.none() | st.text(max_size=30)))
def test_never_raises(plan: dict[str, str | None]) -> None:
    """It gives days in order, whatever people wrote."""
    found = dues(case({**PLAN, **plan}))
    assert [one.day for one in found] == sorted(one.day for one in found)
