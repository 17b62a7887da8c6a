"""The built-in cases: a small core team, a plan and an exception for Marianne, and a full table to practise on."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.cli.built_in import BUILT_IN, FULL_TABLE, MARIANNE
from doorbraak_cli.domain import due
from doorbraak_cli.domain.case import Justification, LookBack, Network, Plan
from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.filled import name_of, named, text_of, ticked
from doorbraak_cli.domain.money import amount_of, canonical
from doorbraak_cli.domain.planned import actions
from doorbraak_cli.domain.sheet import VALUES
from doorbraak_cli.domain.wording import LANGUAGES, Language
from doorbraak_cli.files import answers, wordings
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.sheets import Sheets

from .conftest import sentences, untidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doorbraak_cli.domain.case import Answer, Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import Per, SheetKind
    from doorbraak_cli.flows.beginning import Start

DAY = date(2026, 12, 1)
FILES = ("marianne-network", "marianne-plan", "marianne-justification", FULL_TABLE)
# How many days before the day on which it is shown each part of Marianne's case was filled in.
AGO = {"marianne-justification": 5, "marianne-network": 3, "marianne-plan": 0, FULL_TABLE: 0}
CORE_AT_MOST = 6
FAMILY = re.compile(
    r"(mother|father|mum|dad|child|oldest|middle child|youngest|son|daughter|parents?|the family"
    r"|moeder|vader|mama|papa|kind|oudste|middelste|jongste|zoon|dochter|ouders?|het gezin)",
    re.IGNORECASE,
)
# What begins with a capital within a sentence: people of the story, organisations, days.
KNOWN = {
    *("Marianne", "Mariannes", "Germaine", "Jochem", "Veilig", "Thuis", "Raad", "Kinderbescherming", "Wmo"),
    *("Child", "Care", "Protection", "Board", "Friday", "Wednesday"),
}
Cases = dict[tuple[str, Language], "Case"]


@cache
def given(name: str, lang: Language) -> dict[str, Any]:
    """Give the answers of a file."""
    found, _, problems = answers.read(content_root() / "cases" / f"{name}.{lang}.yaml")
    assert problems == []
    return found


def start(pack: Pack, name: str, lang: Language = "nl") -> Start:
    """Give the sheet that a file is about, in a new case."""
    sheets = Sheets(pack, wordings.load(lang), DAY)
    kind = name.rpartition("-")[2]
    return {"network": sheets.network, "plan": sheets.plan, "table": sheets.network}.get(kind, sheets.justification)(
        None
    )


@pytest.fixture(scope="module")
def built(pack: Pack) -> Cases:
    """Give every built-in case in every language, as of one day."""
    return {(name, lang): make(pack, wordings.load(lang), DAY) for name, make in BUILT_IN.items() for lang in LANGUAGES}


@pytest.fixture(params=LANGUAGES)
def marianne(built: Cases, request: pytest.FixtureRequest) -> Case:
    """Give Marianne's case in each language."""
    return built[MARIANNE, request.param]


@pytest.fixture(params=LANGUAGES)
def full_table(built: Cases, request: pytest.FixtureRequest) -> Case:
    """Give the case to practise on in each language."""
    return built[FULL_TABLE, request.param]


def network_of(case: Case) -> Mapping[str, Answer]:
    assert case.network is not None
    return case.network.by_id()


def plan_of(case: Case) -> Mapping[str, Answer]:
    assert case.plan is not None
    return case.plan.by_id()


def parties(told: Mapping[str, Answer], place: str | None = None) -> list[str]:
    """Give the ids of those in a network, or of those in one place."""
    there = named(told, "party")
    return [one for one in there if place is None or text_of(told, f"{one}.place") == place]


# --- All of them


def test_every_file_is_there() -> None:
    """It has every file in every language, and no other than are tested here."""
    found = {path.name for path in (content_root() / "cases").iterdir()}
    names = (MARIANNE, "marianne-weighing", *FILES)
    assert found == {f"{name}.{lang}.yaml" for name in names for lang in LANGUAGES}


def test_plays_without_a_fault(built: Cases) -> None:
    """It plays every file without a fault, and every part is finished, each on its own day."""
    assert {name for name, _ in built} == {MARIANNE, FULL_TABLE}
    for (name, lang), case in built.items():
        assert case.title, (name, lang)
        assert [one for one in case.sittings if one.finished != one.started or one.language != lang] == []
        assert [one.id for sitting in case.sittings for one in sitting.answers if one.is_unsettled] == []
    started = [one.started for one in built[MARIANNE, "nl"].sittings]
    assert [(DAY - one).days for one in started] == [35, 12, 3, 0, 5]


def test_marianne_has_it_all(marianne: Case) -> None:
    """It holds a reflection, a weighing, a network, a plan and one exception that nobody looked back on yet."""
    assert [type(one) for one in marianne.sittings if isinstance(one, (Network, Plan, Justification, LookBack))] == [
        *(Network, Plan, Justification),
    ]
    assert (len(marianne.reflections), len(marianne.weighings)) == (1, 1)


@pytest.mark.parametrize("name", FILES)
def test_same_structure(pack: Pack, name: str) -> None:
    """It answers the same in both languages, with the same choices, amounts and things left open, in other words."""
    dutch, english = given(name, "nl"), given(name, "en")
    assert [*dutch] == [*english]
    begun = start(pack, name)
    catalogue = begun.flow.catalogue(begun.case)
    chosen = {key for key in dutch if catalogue[key].form in (Form.CHOICE, Form.CHOICES)}
    amounts = {key for key in dutch if key.endswith(".amount")}
    assert len(chosen) > 5
    assert {key: dutch[key] for key in chosen | amounts} == {key: english[key] for key in chosen | amounts}
    assert [key for key in dutch if dutch[key] is None] == [key for key in english if english[key] is None]
    assert [key for key in {*dutch} - chosen - amounts if dutch[key] == english[key] is not None] == []


def test_same_case_in_both_languages(built: Cases) -> None:
    """It makes the same case in both languages: the same sheets, questions, choices, days and amounts."""
    for name in BUILT_IN:
        dutch, english = ([*skeleton(built[name, lang])] for lang in LANGUAGES)
        assert dutch == english


def skeleton(case: Case) -> Iterator[tuple[object, ...]]:
    """Give what is the same in every language: ids, states, and what is no text of people."""
    for sitting in case.sittings:
        yield sitting.id, sitting.started, sitting.finished
        for one in sitting.answers:
            value = one.value if isinstance(one.value, tuple) or is_fixed(str(one.value)) else ""
            yield one.id, one.status, value


def is_fixed(text: str) -> bool:
    """Tell whether a text is an id, a day or an amount as it is kept."""
    return bool(re.fullmatch(r"[a-z]+-\d+|\d{4}-\d\d-\d\d|\d+\.\d\d", text))


@pytest.mark.parametrize("name", FILES)
def test_no_more_than_is_asked(pack: Pack, name: str) -> None:
    """It holds no day or amount that was not meant, and no field that what was answered leaves out."""
    begun = start(pack, name)
    case, faults = play(begun.flow, begun.case, {"title": "x", **given(name, "nl")})
    assert faults == []
    catalogue, told = begun.flow.catalogue(begun.case), begun.flow.answers(case)
    for key, value in given(name, "nl").items():
        reading = catalogue[key].reading
        kept = reading.value(value) if reading else value
        assert told[key].value == (tuple(kept) if isinstance(kept, list) else str(kept).strip("\n")), key


def days_in(name: str, lang: Language, pack: Pack) -> dict[str, str]:
    """Give every day in a file, as it is written there."""
    sheets: tuple[SheetKind, ...] = ("network", "plan", "justification")
    days = {one.id for kind in sheets for step in pack.sheet(kind) for one in step.fields if one.kind == "day"}
    return {key: value for key, value in given(name, lang).items() if key.rpartition(".")[2] in days}


TODAYS = [date(2026, 12, 1) + timedelta(days) for days in range(7)] + [date(2028, 2, 29), date(2026, 12, 31)]


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_days_on_any_day(pack: Pack, today: date) -> None:
    """It counts days from the day it is shown, whatever that is: the same in both languages, in an order that holds."""
    day: dict[str, date] = {}
    for name, ago in AGO.items():
        then = today - timedelta(ago)
        dutch, english = (
            {key: day_of(value, then) for key, value in days_in(name, lang, pack).items()} for lang in LANGUAGES
        )
        assert dutch == english
        assert None not in dutch.values()
        day |= {f"{name} {key}": one for key, one in dutch.items() if one}
    assert len(day) > 15
    decided = day["marianne-justification decided-on"]
    asked = day["marianne-plan action-1.by"]
    assert today - timedelta(12) <= asked <= decided
    assert day["marianne-justification checked-when"] <= decided < today
    assert decided < day["marianne-justification look-back"] < day["marianne-justification until"]
    coming = (
        *("network meeting-when", "network party-9.watch-until", "plan moment-next", "plan evaluation-next"),
        *("plan stuck-1.raised-when", "plan handover-1.handover-by", "plan action-2.by", "plan action-8.by"),
    )
    for key in coming:
        assert today < day[f"marianne-{key}"] <= today + timedelta(60), key
    assert day["marianne-plan action-5.by"] < today


def test_something_is_due(marianne: Case, full_table: Case) -> None:
    """It shows what `due` is for: something that should have been done, and more that comes within two weeks."""
    found = due.within(due.dues(marianne), DAY, 14)
    assert any(one.day < DAY for one in found)
    assert {one.kind for one in found if one.day >= DAY} >= {"action", "contact", "evaluation", "meeting", "raised"}
    assert due.dues(full_table) == ()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_tidy(name: str, lang: Language) -> None:
    """It holds no double spaces, placeholders or notes to ourselves, and nothing too long for a table or a page."""
    texts = {key: value for key, value in given(name, lang).items() if isinstance(value, str)}
    assert len(texts) > 30
    for key, text in texts.items():
        assert untidy(text) == [], key
        assert text == text.rstrip(" "), key
        assert len(text) <= (1500 if key == "situation" else 480), key
        if key.endswith(".role"):
            assert len(text) <= 60, key
        if key.endswith((".safety", ".livelihood", ".development", ".what")):
            assert len(text) <= 120, key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_roles_and_no_names(name: str, lang: Language) -> None:
    """It names nobody but the people of the story, no town, no number to call and no article of a law."""
    texts = [value for value in given(name, lang).values() if isinstance(value, str)]
    assert not re.search(r"\b(artikel|article|art\.) ?\d|0800|\b112\b|@|https?:", " ".join(texts))
    capitals = {found for text in texts for found in re.findall(r"(?<=[a-z0-9,;] )[A-Z][a-z]+", text)}
    assert capitals - KNOWN == set()


# --- Marianne: a small core team


def test_small_core_team(marianne: Case) -> None:
    """It has a small core team out of more people, one who is still missing, and others in the background."""
    told = network_of(marianne)
    core = parties(told, "core")
    assert 3 <= len(core) <= CORE_AT_MOST < len(parties(told))
    assert len(parties(told, "missing")) == 1
    assert text_of(told, f"{parties(told, 'missing')[0]}.missing-how")
    assert len(parties(told, "background")) >= 2
    assert [one for one in parties(told) if not text_of(told, f"{one}.place")] == []


def test_everybody_adds_something(marianne: Case) -> None:
    """It tells of everybody what they add, their task and role, their bond, and what the family says, and how known."""
    told = network_of(marianne)
    for one in parties(told):
        for field in (*VALUES, "statutory", "consult", "bond", "family-says", "family-heard"):
            assert text_of(told, f"{one}.{field}"), (one, field)
    assert {text_of(told, f"{one}.family-heard") for one in parties(told)} == {"said", "estimated", "not-asked"}


def test_safety_is_watched(marianne: Case) -> None:
    """It has arrangements with whom and until when with everybody who has a statutory task and is not in the core."""
    told = network_of(marianne)
    outside = [
        one
        for one in parties(told)
        if text_of(told, f"{one}.statutory") == "yes" and text_of(told, f"{one}.place") not in ("core", "missing")
    ]
    assert [name_of(told, one, "party").partition(", ")[2] for one in outside] == ["Veilig Thuis"]
    for one in outside:
        assert all(text_of(told, f"{one}.{field}") for field in ("watch", "watch-with", "watch-until"))


def test_one_coordinator(marianne: Case) -> None:
    """It has one coordinator from the core team with a mandate, and a contact the family chose, who is another."""
    told = network_of(marianne)
    who, contact = text_of(told, "coordinator-who"), text_of(told, "contact")
    assert text_of(told, "coordinator") == "one"
    assert {who, contact} <= {*parties(told, "core")}
    assert who != contact
    assert [text_of(told, one) for one in ("mandate", "overview", "contact-heard")] == ["yes", "yes", "said"]
    assert text_of(told, "money") == "partly"
    assert text_of(told, "coordinator-lacks")


def test_meeting_with_few(marianne: Case) -> None:
    """It has the family at the table, and a goal for which fewer are needed than there are."""
    told = network_of(marianne)
    needed = ticked(told, "needed")
    assert 0 < len(needed) < len(parties(told, "core"))
    assert {*needed} <= {*parties(told)}
    assert text_of(told, "at-table") == "some"
    assert text_of(told, "chair")
    assert sentences(text_of(told, "goal")) == 1


# --- Marianne: one plan


def test_plan_of_the_family(marianne: Case) -> None:
    """It has goals in the words of the family, actions of its own among others, each for a goal, in every state."""
    told = plan_of(marianne)
    goals = named(told, "goal")
    assert len(goals) == 3
    assert all(name_of(told, one, "goal").startswith('"') for one in goals)
    assert [text_of(told, f"{one}.goal-heard") for one in goals] == ["said"] * 3
    own = [one for one in actions(told) if text_of(told, f"{one.id}.by-whom") == "family"]
    assert len(own) >= 2
    assert all("Marianne" in one.who for one in own)
    assert {text_of(told, f"{one.id}.goal") for one in actions(told)} == {*goals}
    assert {one.status for one in actions(told)} >= {"open", "busy", "done", "stuck"}
    assert all(one.who for one in actions(told))


def test_handover(marianne: Case) -> None:
    """It has a handover of which all is agreed: who stays contact, who watches, how contact is kept, who goes along."""
    told = plan_of(marianne)
    (handover,) = named(told, "handover")
    for field in ("contact", "watch", "kept", "along", "handover-by"):
        assert text_of(told, f"{handover}.{field}"), field


def test_contact_and_rhythm(marianne: Case) -> None:
    """It has fixed contact while a procedure runs, and looks every two weeks at how it goes, with the family."""
    told = plan_of(marianne)
    assert text_of(told, "procedure") == "yes"
    assert all(text_of(told, one) for one in ("procedure-what", "moments", "moment-next"))
    assert text_of(told, "rhythm") == "two-weeks"
    assert text_of(told, "evaluation-with").startswith("Marianne")
    assert day_of(text_of(told, "evaluation-next")) == DAY + timedelta(14)


def test_what_is_stuck(marianne: Case, pack: Pack) -> None:
    """It has something stuck on a bottleneck of the guide, with who decides, to whom it is raised, and when."""
    told = plan_of(marianne)
    (stuck,) = named(told, "stuck")
    assert pack.bottleneck(text_of(told, f"{stuck}.bottleneck")) is not None
    assert all(text_of(told, f"{stuck}.{field}") for field in ("decides", "raised", "raised-when"))


# --- Marianne: one exception


def test_three_grounds(marianne: Case) -> None:
    """It has one exception that is founded on all three grounds, checked by somebody, with what the family says."""
    (exception,) = marianne.justifications
    told = exception.by_id()
    for field in ("asked", "rule", "room", "article", "checked-who", "equal", "grip", "family-says", "beyond-money"):
        assert text_of(told, field), field
    assert (text_of(told, "checked"), text_of(told, "family-heard")) == ("yes", "said")
    pers: tuple[Per, ...] = ("cost", "continuing")
    for per in pers:
        things = named(told, per)
        assert len(things) >= 3
        for one in things:
            amount = amount_of(text_of(told, f"{one}.amount"))
            assert amount is not None
            assert canonical(amount) == text_of(told, f"{one}.amount")
            assert text_of(told, f"{one}.each")
            assert text_of(told, f"{one}.basis")
    assert {text_of(told, f"{one}.each") for one in named(told, "cost")} == {"once", "week", "month"}


def test_decided_for_a_while(marianne: Case) -> None:
    """It tells what was tried within the rules, who decided, until when it holds, and when it is looked back on."""
    (exception,) = marianne.justifications
    told = exception.by_id()
    assert len(named(told, "alternative")) >= 3
    assert all(text_of(told, f"{one}.why-not") for one in named(told, "alternative"))
    for field in ("decides", "decided-on", "until", "conditions", "expect", "notice", "look-back", "look-back-who"):
        assert text_of(told, field), field
    assert text_of(told, "decided") == "yes"


@pytest.mark.parametrize(("lang", "said"), [("nl", "verzonnen"), ("en", "made up")])
def test_amounts_are_made_up(lang: Language, said: str) -> None:
    """It says with its amounts that they are made up."""
    assert said in given("marianne-justification", lang)["cost-1.basis"]


# --- A full table


def test_full_table(full_table: Case) -> None:
    """It has 22 people around a family, nobody who coordinates, and no contact."""
    told = network_of(full_table)
    assert len(parties(told)) == 22
    assert (text_of(told, "coordinator"), text_of(told, "coordinator-who"), text_of(told, "contact")) == (
        "none",
        "",
        "",
    )
    assert text_of(told, "coordinator-next")
    assert full_table.sittings == (full_table.network,)


def test_nobody_of_the_family(full_table: Case) -> None:
    """It has nobody of the family at the table, nor in the list."""
    told = network_of(full_table)
    roles = [name_of(told, one, "party") for one in parties(told)]
    assert [one for one in roles if FAMILY.fullmatch(one)] == []
    assert text_of(told, "at-table") == "none"
    assert text_of(told, "without-why")


def test_some_add_nothing(full_table: Case) -> None:
    """It has people of whom nothing is told that they add, some of them in the core team, and some with no place."""
    told = network_of(full_table)
    silent = {one for one in parties(told) if not any(text_of(told, f"{one}.{value}") for value in VALUES)}
    assert 5 <= len(silent) < 22
    assert silent & {*ticked(told, "needed")}
    assert [one for one in parties(told) if not text_of(told, f"{one}.place")]
    core = parties(told, "core")
    assert len(core) > CORE_AT_MOST


def test_who_matters_is_not_asked(full_table: Case) -> None:
    """It leaves for practice to find: who the family says they trust is neither in the core team nor needed."""
    told = network_of(full_table)
    trusted = {one for one in parties(told) if text_of(told, f"{one}.family-heard") == "said"}
    assert len(trusted) == 3
    assert not trusted & {*parties(told, "core"), *ticked(told, "needed")}
    assert len(ticked(told, "needed")) == 22 - len(trusted)


def test_tasks_that_nobody_watches(full_table: Case) -> None:
    """It has people with a statutory task outside the core team, with whom nothing is arranged on watching safety."""
    told = network_of(full_table)
    statutory = [one for one in parties(told) if text_of(told, f"{one}.statutory") == "yes"]
    assert [one for one in statutory if text_of(told, f"{one}.place") in ("background", "not-now")]
    assert [one for one in parties(told) if text_of(told, f"{one}.watch")] == []


@pytest.mark.parametrize(("lang", "said"), [("nl", "bestaat niet"), ("en", "does not exist")])
def test_full_table_says_it_is_made_up(lang: Language, said: str) -> None:
    """It says in its first sentence that this family does not exist."""
    assert said in given(FULL_TABLE, lang)["situation"].partition(".")[0].partition(":")[0]
