"""Blind spots of somebody's own, of the simple kind: this was left open while that was answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.checks.catalogue import findings
from doorbraak_cli.domain.blind_spot import BlindSpot, Gap, GoesTo
from doorbraak_cli.domain.case import Answer, Case, Justification, LookBack, Network, Plan, Weighing
from doorbraak_cli.domain.pack import PackRef
from doorbraak_cli.domain.sheet import SheetStep
from doorbraak_cli.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind

    Given = dict[str, Value | None]

DAY = date(2026, 6, 1)
TEXT = Text(nl="Tekst", en="Text")
SITTING: dict[str, Any] = {"started": DAY, "language": "nl", "pack": PackRef(id="p", version="1", digest="d")}


def answer(name: str, value: Value | None) -> Answer:
    return Answer(id=name, asked="?", status="skipped" if value is None else "answered", value=value)


def filled(kind: SheetKind, given: Mapping[str, Value | None], *others: Answer) -> Case:
    """Give a case with one sheet in which this was answered; None was skipped."""
    answers = (*(answer(*one) for one in given.items()), *others)
    there: dict[SheetKind, dict[str, Any]] = {
        "weighing": {"weighings": (Weighing(id="weighing-1", answers=answers, **SITTING),)},
        "network": {"network": Network(id="network", answers=answers, **SITTING)},
        "plan": {"plan": Plan(id="plan", answers=answers, **SITTING)},
        "justification": {"justifications": (Justification(id="justification-1", answers=answers, **SITTING),)},
        "look_back": {"look_backs": (LookBack(id="look-back-1", of="justification-1", answers=answers, **SITTING),)},
    }
    return Case(about="case", created=DAY, **there[kind])


def found(pack: Pack, case: Case, kind: SheetKind, empty: str, answered: str, lang: str = "nl") -> object:
    """Give what a finding is about where a pack has only this gap; None where there is no finding."""
    spot = BlindSpot(
        id="eigen-1", principle="breed-kijken", title=TEXT, says=TEXT, why=TEXT, do=TEXT, leave=TEXT,
        goes_to=GoesTo(command="plan"), gap=Gap(sheet=kind, empty=empty, filled=answered),
    )  # fmt: skip
    mine = pack.model_copy(update={"blind_spots": (spot,)})
    return next((one.about for one in findings(case, mine, lang, DAY)), None)


# --- In each sheet

PLAIN: list[tuple[SheetKind, str, str]] = [
    ("weighing", "stepped-in", "held-back"),
    ("network", "meeting-when", "goal"),
    ("plan", "evaluation-with", "evaluation-next"),
    ("justification", "equal", "article"),
    ("look_back", "unexpected", "beside"),
]
PER_THING: list[tuple[SheetKind, str, str, str]] = [
    ("weighing", "member", "age", "heard"),
    ("network", "party", "bond", "consult"),
    ("plan", "action", "by", "who"),
    ("justification", "cost", "payer", "amount"),
    ("look_back", "spent", "each", "amount"),
]


@pytest.mark.parametrize(("kind", "empty", "answered"), PLAIN)
def test_sheet(pack: Pack, kind: SheetKind, empty: str, answered: str) -> None:
    """It speaks about the case where one field is open and the other answered, and in no other way."""
    for given, speaks in (
        ({answered: "iets"}, True),
        ({answered: "iets", empty: None}, True),
        ({answered: "iets", empty: "ook"}, False),
        ({empty: "ook"}, False),
        ({answered: None}, False),
        ({}, False),
    ):
        assert found(pack, filled(kind, given), kind, empty, answered) == (() if speaks else None), given


@pytest.mark.parametrize(("kind", "per", "empty", "answered"), PER_THING)
def test_per_thing(pack: Pack, kind: SheetKind, per: str, empty: str, answered: str) -> None:
    """It names each thing of which one field is open and the other answered, and no others."""
    head = "role" if per in ("member", "party") else "what"
    given: Given = {}
    things: list[Given] = [{answered: "x"}, {answered: "x", empty: "y"}, {}, {answered: "x", empty: None}]
    for number, more in enumerate(things):
        given |= {f"{per}-{number + 1}.{head}": f"ding {number + 1}"}
        given |= {f"{per}-{number + 1}.{name}": value for name, value in more.items()}
    assert found(pack, filled(kind, given), kind, empty, answered) == ("ding 1", "ding 4")
    complete = {**given, f"{per}-1.{empty}": "y", f"{per}-4.{empty}": "y"}
    assert found(pack, filled(kind, complete), kind, empty, answered) is None


@pytest.mark.parametrize(("kind", "empty", "answered"), PLAIN)
def test_no_sheet(pack: Pack, kind: SheetKind, empty: str, answered: str) -> None:
    """It is silent where there is no such sheet, also where another sheet has those answers."""
    others = [one for one, _, _ in PLAIN if one != kind]
    for other in others:
        assert found(pack, filled(other, {answered: "iets"}), kind, empty, answered) is None, other


def test_last_weighing(pack: Pack) -> None:
    """It looks at the weighing that was begun last, as other rules do."""
    first, last = (filled("weighing", one).weighings[0] for one in ({"held-back": "x"}, {"thought": "x"}))
    case = filled("weighing", {}).model_copy(
        update={"weighings": (first, last.model_copy(update={"id": "weighing-2"}))}
    )
    assert found(pack, case, "weighing", "stepped-in", "held-back") is None
    turned = case.model_copy(update={"weighings": case.weighings[::-1]})
    assert found(pack, turned, "weighing", "stepped-in", "held-back") == ()


def test_several_exceptions(pack: Pack) -> None:
    """It looks at all exceptions and speaks where one of them leaves it open."""
    good, bad = (
        filled("justification", given).justifications[0] for given in ({"article": "x", "equal": "y"}, {"article": "x"})
    )
    for one, speaks in ((bad, True), (good, False)):
        both = (good, one.model_copy(update={"id": "justification-2"}))
        case = Case(about="case", created=DAY, justifications=both)
        assert found(pack, case, "justification", "equal", "article") == (() if speaks else None)


# --- What counts as answered


@pytest.mark.parametrize("value", [("party-1",), "iets"])
def test_ticked(pack: Pack, value: Value) -> None:
    """It takes what was ticked for an answer, as it takes text; ticking nothing is none."""
    people: Given = {"party-1.role": "oma"}
    assert found(pack, filled("network", {**people, "needed": value}), "network", "meeting-when", "needed") == ()
    assert found(pack, filled("network", {**people, "needed": ()}), "network", "meeting-when", "needed") is None
    open_case = filled("network", {**people, "goal": "x", "needed": ()})
    assert found(pack, open_case, "network", "needed", "goal") == ()
    assert found(pack, filled("network", {**people, "goal": "x", "needed": value}), "network", "needed", "goal") is None


def test_draft(pack: Pack) -> None:
    """It counts what stood before somebody went on typing, and not what they were typing."""
    typing = Answer(id="equal", asked="?", status="draft", value="Voor ieder gez")
    changing = typing.model_copy(update={"confirmed": "Voor ieder gezin"})
    case = filled("justification", {"article": "x"}, typing)
    assert found(pack, case, "justification", "equal", "article") == ()
    assert found(pack, case, "justification", "article", "equal") is None
    case = filled("justification", {"article": "x"}, changing)
    assert found(pack, case, "justification", "equal", "article") is None


def test_emptied(pack: Pack) -> None:
    """It takes an answer that was made empty for open, as one that was never given."""
    assert (
        found(pack, filled("justification", {"article": "x", "equal": ""}), "justification", "equal", "article") == ()
    )
    assert found(pack, filled("justification", {"article": ""}), "justification", "equal", "article") is None


def test_taken_away(pack: Pack) -> None:
    """It says nothing of what was taken away, whatever was answered about it before that."""
    given: Given = {"action-1.what": None, "action-1.who": "oma", "action-2.what": "Bellen", "action-2.who": "oma"}
    assert found(pack, filled("plan", given), "plan", "by", "who") == ("Bellen",)
    assert found(pack, filled("plan", {**given, "action-2.by": "2026-07-01"}), "plan", "by", "who") is None


def test_name_on_one_line(pack: Pack) -> None:
    """It names a thing as it is called, on one line."""
    given: Given = {"action-1.what": "Bellen\nmet oma", "action-1.who": "wij"}
    assert found(pack, filled("plan", given), "plan", "by", "who") == ("Bellen met oma",)


# --- What is asked


def test_not_asked(pack: Pack) -> None:
    """It takes for open only what is asked: not what waits for another answer, of the sheet or of one thing."""
    parties: Given = {"party-1.role": "oma", "party-1.place": "core", "party-2.role": "ggz", "party-2.place": "missing"}
    assert found(pack, filled("network", parties), "network", "missing-how", "place") == ("ggz",)
    several: Given = {**parties, "coordinator": "several", "goal": "x"}
    assert found(pack, filled("network", several), "network", "coordinator-lacks", "goal") is None
    assert (
        found(pack, filled("network", {**several, "coordinator": "one"}), "network", "coordinator-lacks", "goal") == ()
    )


def test_always_there(pack: Pack) -> None:
    """It looks at what is always there as well, such as housing, by the name the pack has for it."""
    given: Given = {"housing.state": "not-in-order", "debts.state": "in-order", "debts.known": "geen"}
    assert found(pack, filled("weighing", given), "weighing", "known", "state") == ("Wonen",)
    assert found(pack, filled("weighing", given), "weighing", "known", "state", "en") == ("Housing",)
    given |= {"foundation-1.what": "verblijfsrecht", "foundation-1.state": "unknown"}
    assert found(pack, filled("weighing", given), "weighing", "known", "state") == ("Wonen", "verblijfsrecht")


def test_not_for_all(pack: Pack) -> None:
    """It leaves out what a field is not asked about: doing nothing has no kind."""
    given: Given = {"option-1.what": "Hotel", "option-1.reversible": "yes", "nothing.reversible": "yes"}
    assert found(pack, filled("weighing", given), "weighing", "kind", "reversible") == ("Hotel",)
    assert found(pack, filled("weighing", given), "weighing", "about", "reversible") == (
        "Niets doen of afwachten",
        "Hotel",
    )


def test_same_field_of_several_things(pack: Pack) -> None:
    """It looks at things of which both are asked: an action has a status as well, but is raised with nobody."""
    given: Given = {"action-1.what": "Bellen", "action-1.status": "open", "stuck-1.what": "woning"}
    assert found(pack, filled("plan", given), "plan", "raised", "status") is None
    given |= {"stuck-1.status": "open"}
    assert found(pack, filled("plan", given), "plan", "raised", "status") == ("woning",)
    assert found(
        pack, filled("plan", {**given, "stuck-2.what": "geld", "stuck-2.raised": "x"}), "plan", "status", "raised"
    ) == ("geld",)


def test_one_thing_and_the_sheet(pack: Pack) -> None:
    """It holds a field of each thing against one of the whole sheet."""
    given: Given = {"action-1.what": "Bellen", "action-2.what": "Schrijven", "action-2.by": "2026-07-01"}
    assert found(pack, filled("plan", given), "plan", "by", "evaluation-next") is None
    given |= {"evaluation-next": "2026-08-01"}
    assert found(pack, filled("plan", given), "plan", "by", "evaluation-next") == ("Bellen",)


def test_the_sheet_and_one_thing(pack: Pack) -> None:
    """It speaks about the case where a field of the sheet is open and that of any thing was answered."""
    given: Given = {"action-1.what": "Bellen", "action-2.what": "Schrijven", "action-2.by": "2026-07-01"}
    assert found(pack, filled("plan", given), "plan", "evaluation-next", "by") == ()
    assert found(pack, filled("plan", {**given, "action-2.what": None}), "plan", "evaluation-next", "by") is None
    assert (
        found(pack, filled("plan", {**given, "evaluation-next": "2026-08-01"}), "plan", "evaluation-next", "by") is None
    )


def test_two_kinds_of_things(pack: Pack) -> None:
    """It is silent where the fields belong to things that have nothing to do with each other."""
    given: Given = {"goal-1.what": "Slapen", "goal-1.goal-whose": "moeder", "action-1.what": "Bellen"}
    assert found(pack, filled("plan", given), "plan", "by", "goal-whose") is None


def test_cells(pack: Pack) -> None:
    """It says nothing of a cell of the table, nor takes one for an answer."""
    given: Given = {"option-1.what": "Hotel", "option-1.safety.short": "Slaapt er niet.", "held-back": "x"}
    assert found(pack, filled("weighing", given), "weighing", "stays", "held-back") is None
    assert found(pack, filled("weighing", given), "weighing", "stepped-in", "effect") is None


def test_gone_from_the_pack(pack: Pack) -> None:
    """It is silent where the steps do not ask for what is open, or what was answered (any more)."""
    case = filled("plan", {"action-1.what": "Bellen", "action-1.who": "oma", "evaluation-with": "allen"})
    bare = pack.model_copy(update={"plan": tuple(one for one in pack.plan if one.id == "rhythm")})
    assert found(bare, case, "plan", "by", "who") is None
    assert found(bare, case, "plan", "evaluation-next", "who") is None
    assert found(bare, case, "plan", "evaluation-next", "evaluation-with") == ()


def test_step_of_ones_own(pack: Pack) -> None:
    """It looks at fields of a step that a trainer added."""
    step = SheetStep.from_data(
        {
            "id": "eigen", "title": {"nl": "Eigen"}, "text": {"nl": "Tekst"}, "why": {"nl": "Daarom"}, "minutes": 3,
            "fields": [{"id": "vraag", "kind": "line", "text": {"nl": "Vraag?"}, "per": "action"}],
        }
    )  # fmt: skip
    mine = pack.model_copy(update={"plan": (*pack.plan, step)})
    case = filled("plan", {"action-1.what": "Bellen", "action-1.who": "oma"})
    assert found(mine, case, "plan", "vraag", "who") == ("Bellen",)
    assert found(pack, case, "plan", "vraag", "who") is None


def test_instead_of_a_rule(pack: Pack) -> None:
    """It goes by the gap where somebody gave one to the code of a rule that is there."""
    spot = pack.blind_spot("sw13")
    assert spot
    mine = spot.model_copy(update={"gap": Gap(sheet="plan", empty="evaluation-with", filled="evaluation-next")})
    other = pack.model_copy(update={"blind_spots": (mine,)})
    ahead = filled("plan", {"action-1.what": "Bellen", "evaluation-next": "2026-08-01"})
    assert [one.code for one in findings(ahead, other, "nl", DAY)] == ["SW13"]
    assert findings(filled("plan", {"action-1.what": "Bellen"}), other, "nl", DAY) == ()
