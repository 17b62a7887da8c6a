"""The loop where a day or an amount is asked: what is read is shown back, and kept once that is what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from doorbraak_cli.domain.case import Answer
from doorbraak_cli.flows.plan import PlanFlow
from doorbraak_cli.flows.prompter import Back, Paused, SkipStep
from doorbraak_cli.flows.session import FINISH, REVIEW, run

from .conftest import DAY
from .sheets import KINDS, begun
from .weighings import Person, answered, values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.flow import Flow

    from .weighings import Given

# DAY is Thursday 30 April 2026.
KNOWN: Given = {"title": "Duin", "action-1.what": "Bellen"}
BY, SURE, SHOWN = "action-1.by", "action-1.by.sure", "vrijdag 1 mei 2026"


@pytest.fixture
def flow(pack: Pack, nl: Wording) -> Flow:
    return begun(pack, nl, "plan").flow


@pytest.fixture
def case(pack: Pack, nl: Wording) -> Case:
    return begun(pack, nl, "plan").case


def typing(flow: Flow, case: Case, *replies: object, sure: Sequence[object] = (), given: Given = KNOWN) -> Walk:
    """Give what was seen, and the case, where this was typed for a day and this answered to whether it was meant."""
    person = Person(given, {BY: [*replies], SURE: [*sure]})
    return Walk(person, run(flow, case, person, lambda _: None))


class Walk(NamedTuple):
    """A person who typed a day, and the case after that."""

    person: Person
    case: Case

    @property
    def seen(self) -> list[tuple[str, Value | None]]:
        """What was asked about the day, and what was filled in each time."""
        return [one for one in self.person.seen if one[0] in {BY, SURE}]


def kept(flow: Flow, case: Case, name: str = BY) -> Value | None:
    return values(flow, case)[name]


ASKED, FILLED_IN, CHECKED = (BY, None), (BY, SHOWN), (SURE, None)


def test_shown_back(flow: Flow, case: Case, nl: Wording) -> None:
    """It shows a day back in words and asks whether that was meant, and keeps it then."""
    walk = typing(flow, case, "vrijdag", sure=["yes"])
    assert walk.seen == [ASKED, CHECKED]
    sure = next(one for one in walk.person.questions if one.id == SURE)
    assert sure.text == nl("read.sure", value=SHOWN)
    assert kept(flow, walk.case) == "2026-05-01"


def test_shown_back_in_english(pack: Pack, en: Wording) -> None:
    """It shows the day back in the language of who is asked, and keeps the same."""
    start = begun(pack, en, "plan")
    walk = typing(start.flow, start.case, "over 2 weken", sure=["yes"])
    sure = next(one for one in walk.person.questions if one.id == SURE)
    assert sure.text == en("read.sure", value="Thursday 14 May 2026")
    assert kept(start.flow, walk.case) == "2026-05-14"


def test_not_what_was_meant(flow: Flow, case: Case, nl: Wording) -> None:
    """It asks again until the day that is shown back is the one that was meant, and keeps only that."""
    walk = typing(flow, case, "vrijdag", "over 2 weken", "4-12-2026", sure=["no", "no", "yes"])
    assert walk.seen == [ASKED, CHECKED] * 3
    shown = [SHOWN, "donderdag 14 mei 2026", "vrijdag 4 december 2026"]
    asked = [one.text for one in walk.person.questions if one.id == SURE]
    assert asked == [nl("read.sure", value=day) for day in shown]
    assert kept(flow, walk.case) == "2026-12-04"


def test_back_is_no(flow: Flow, case: Case) -> None:
    """It asks for the day again where somebody goes back from whether it was meant, and not the question before."""
    walk = typing(flow, case, "vrijdag", "zaterdag", sure=[Back(), "yes"])
    assert walk.seen == [ASKED, CHECKED, ASKED, CHECKED]
    assert walk.person.asked.count("action-1.who") == 1
    assert kept(flow, walk.case) == "2026-05-02"


@pytest.mark.parametrize("typed", ["2026-05-01", "1-5-2026", "1 mei"])
def test_figures_are_shown_back(flow: Flow, case: Case, typed: str) -> None:
    """It shows back a day in figures too, with which day of the week that is, before it is kept."""
    walk = typing(flow, case, typed, sure=["yes"])
    assert (walk.seen, kept(flow, walk.case)) == ([ASKED, CHECKED], "2026-05-01")


@pytest.mark.parametrize("nothing", [None, "", "   "])
def test_skipped(flow: Flow, case: Case, nothing: str | None) -> None:
    """It takes nothing for skipped, at once and after a day that was not meant."""
    for replies, sure in (([nothing], []), (["vrijdag", nothing], ["no"])):
        walk = typing(flow, case, *replies, sure=sure)
        assert [one for one, _ in walk.seen].count(SURE) == len(sure)
        assert flow.answers(walk.case)[BY].status == "skipped"


@pytest.mark.parametrize("word", ["31-2-2026", "ooit"])
def test_refused(flow: Flow, case: Case, word: str, nl: Wording) -> None:
    """It refuses a day that cannot be, when it is asked again too."""
    walk = typing(flow, case, "vrijdag", None, sure=["no"])
    asked = [one for one in walk.person.questions if one.id == BY]
    assert [one.refused(word, nl) for one in asked] == [nl("read.no-day")] * 2


def test_amount_shown_back(pack: Pack, nl: Wording) -> None:
    """It shows back an amount in the Dutch way, and keeps it to the cent."""
    start, name = begun(pack, nl, "justification"), "cost-1.amount"
    person = Person({"title": "Duin", "cost-1.what": "Huur"}, {name: ["1.250,5"], f"{name}.sure": ["yes"]})
    done = run(start.flow, start.case, person, lambda _: None)
    sure = next(one for one in person.questions if one.id == f"{name}.sure")
    assert sure.text == nl("read.sure", value="€\u00a01.250,50")
    assert kept(start.flow, done, name) == "1250.50"


def test_saved_when_it_is_sure(flow: Flow, case: Case) -> None:
    """It saves nothing before it was said that the day is right, and never whether it was."""
    saved: list[Case] = []
    run(flow, case, Person(KNOWN, {BY: ["vrijdag", "zaterdag"], SURE: ["no", "yes"]}), saved.append)
    assert {values(flow, one).get(BY) for one in saved} == {None, "2026-05-02"}
    assert SURE not in values(flow, saved[-1])


def test_filled_in_again(flow: Flow, case: Case) -> None:
    """It fills in a day that stands in words, keeps it on Enter alone, and takes it for no change."""
    done = typing(flow, case, "vrijdag", sure=["yes"]).case
    person = Person({}, {REVIEW: [BY, FINISH], BY: [SHOWN]})
    again = run(flow, done, person, lambda _: None)
    assert person.seen[1:2] == [FILLED_IN]
    assert SURE not in person.asked
    assert again == done


def test_text_from_an_older_file(flow: Flow, case: Case) -> None:
    """It fills in a day that was kept as it was typed in words, and keeps it as a day once it is confirmed."""
    done = answered(flow, typing(flow, case, None).case, {BY: "4-12-2026"})
    person = Person({}, {REVIEW: [BY, FINISH], BY: ["vrijdag 4 december 2026"]})
    again = run(flow, done, person, lambda _: None)
    assert person.seen[1:2] == [(BY, "vrijdag 4 december 2026")]
    assert kept(flow, again) == "2026-12-04"


def test_review_in_words(flow: Flow, case: Case) -> None:
    """It lists a day in words in the review."""
    done = typing(flow, case, "vrijdag", sure=["yes"]).case
    assert SHOWN in flow.review(done).label(BY)


# --- Leaving in the middle


def paused(flow: Flow, case: Case, *replies: object, sure: Sequence[object] = ()) -> Case:
    """Give what was saved when somebody paused."""
    saved = [case]
    with pytest.raises(Paused):
        run(flow, case, Person(KNOWN, {BY: [*replies], SURE: [*sure]}), saved.append)
    return saved[-1]


@pytest.mark.parametrize(
    ("typed", "value", "filled_in"),
    [
        ("vrijdag", "2026-05-01", SHOWN),
        ("2026-05-01", "2026-05-01", SHOWN),
        ("na de zo", "na de zo", "na de zo"),
        ("31-2-2026", "31-2-2026", "31-2-2026"),
    ],
)
def test_paused_before_it_was_confirmed(flow: Flow, case: Case, typed: str, value: str, filled_in: str) -> None:
    """It keeps a day as the day it is today, and other text as it is, and fills that in the next time."""
    there = paused(flow, case, Paused(typed))
    answer = flow.answers(there)[BY]
    assert (answer.status, answer.value, answer.stands) == ("draft", value, None)
    again = Person({}, {BY: [Paused()]})
    with pytest.raises(Paused):
        run(flow, there, again, lambda _: None)
    assert again.seen == [(BY, filled_in)]


def test_gone_on_with_on_another_day(pack: Pack, flow: Flow, case: Case, nl: Wording) -> None:
    """It goes on a month later with the day that was meant then."""
    there = paused(flow, case, Paused("vrijdag"))
    later = PlanFlow(pack, nl, "plan", DAY.replace(month=6))
    walk = typing(later, there, SHOWN, given={})
    assert (walk.seen, kept(later, walk.case)) == ([FILLED_IN], "2026-05-01")


def test_paused_when_it_was_shown_back(flow: Flow, case: Case) -> None:
    """It does not lose a day that was typed where somebody stops before it was confirmed."""
    answer = flow.answers(paused(flow, case, "vrijdag", sure=[Paused()]))[BY]
    assert (answer.status, answer.value, answer.stands) == ("draft", "2026-05-01", None)


def test_skips_when_it_was_shown_back(flow: Flow, case: Case) -> None:
    """It does not lose a day that was typed where somebody skips the rest before it was confirmed."""
    walk = typing(flow, case, "vrijdag", sure=[SkipStep()])
    answer = flow.answers(walk.case)[BY]
    assert (answer.status, answer.value, answer.open) == ("draft", "2026-05-01", False)


def test_back_and_on(flow: Flow, case: Case) -> None:
    """It keeps half a day when somebody goes back, and fills it in when they are here again."""
    walk = typing(flow, case, Back("vrijdag"), SHOWN)
    assert walk.person.asked[walk.person.asked.index(BY) :][:3] == [BY, "action-1.who", BY]
    assert (walk.seen, kept(flow, walk.case)) == ([ASKED, FILLED_IN], "2026-05-01")


def test_back_over_a_day_that_stands(flow: Flow, case: Case) -> None:
    """It keeps no draft of a day that stood there and was not touched."""
    done = typing(flow, case, "vrijdag", sure=["yes"]).case
    person = Person({}, {REVIEW: [BY, FINISH], BY: [Back(SHOWN)], "action-1.who": [None]})
    assert run(flow, done, person, lambda _: None) == done


@pytest.mark.parametrize(
    "does", [{BY: [Paused("over 2 weken")]}, {BY: ["over 2 weken"], SURE: [Paused()]}], ids=["typing", "sure"]
)
def test_pause_over_a_day_that_stands(flow: Flow, case: Case, does: dict[str, list[object]]) -> None:
    """It keeps the day that stood beside another one that was typed over it and not confirmed."""
    done = typing(flow, case, "vrijdag", sure=["yes"]).case
    saved = [done]
    with pytest.raises(Paused):
        run(flow, done, Person({}, {REVIEW: [BY], **does}), saved.append)
    answer = flow.answers(saved[-1])[BY]
    assert (answer.status, answer.value, answer.stands) == ("draft", "2026-05-14", "2026-05-01")


def test_skip_over_half_a_day(flow: Flow, case: Case) -> None:
    """It comes to an end where a step is skipped with half a day in it, and keeps that."""
    answer = flow.answers(typing(flow, case, SkipStep("na de zo")).case)[BY]
    assert (answer.value, answer.stands, answer.open) == ("na de zo", None, False)


def test_mended_by_hand(flow: Flow, case: Case) -> None:
    """It asks again, with it filled in, for what somebody wrote into the file and that is no day."""
    mended = flow.apply(typing(flow, case, None).case, Answer(id=BY, asked="?", value="ooit"))
    walk = typing(flow, mended, "vrijdag", sure=["yes"])
    assert walk.seen == [(BY, "ooit"), CHECKED]
    assert kept(flow, walk.case) == "2026-05-01"


def test_day_that_has_been(pack: Pack, nl: Wording) -> None:
    """It takes a weekday for the last one where it asks when something was done."""
    start, name = begun(pack, nl, "justification"), "checked-when"
    person = Person({"title": "Duin", "checked": "yes"}, {name: ["vrijdag"], f"{name}.sure": ["yes"]})
    done = run(start.flow, start.case, person, lambda _: None)
    assert kept(start.flow, done, name) == "2026-04-24"


@pytest.mark.parametrize("kind", KINDS)
def test_every_day_and_amount(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It reads every day and amount of a sheet in this way, with its own refusal, and nothing else."""
    start = begun(pack, nl, kind)
    refusals = {"day": nl("read.no-day"), "money": nl("read.no-money")}
    kinds = {one.id: one.kind for step in pack.sheet(kind) for one in step.fields}
    asked = [one for one in start.flow.outline(start.case) if one.step]
    found = {one.id.rpartition(".")[2]: one.refused("ooit", nl) for one in asked}
    assert {*kinds.values()} & {*refusals}
    assert found == {name: refusals.get(kinds[name], "") for name in found}
