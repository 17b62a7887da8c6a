"""The steps of network, plan, justification and look-back: what they ask, under which ids, in which words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.money import amount_of
from doorbraak_cli.domain.wording import LANGUAGES
from doorbraak_cli.files import wordings
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.session import answer_to
from doorbraak_cli.flows.sheets import Sheets

from ..following import next_question
from .conftest import untidy

if TYPE_CHECKING:
    from doorbraak_cli.domain.aid import Choice
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetField, SheetKind, SheetStep
    from doorbraak_cli.domain.text import Text
    from doorbraak_cli.domain.wording import Language
    from doorbraak_cli.flows.beginning import Start

DAY = date(2026, 12, 1)
KINDS: tuple[SheetKind, ...] = ("network", "plan", "justification", "look_back")
# Each step with what it asks, in order: ids never change, as case files refer to them. "party/" is asked of each party.
STEPS: dict[SheetKind, dict[str, list[str]]] = {
    "network": {
        "participants": ["with", "list", "party/role"],
        "value": [
            *("table", "party/safety", "party/livelihood", "party/development", "party/statutory"),
            *("party/statutory-what", "party/consult", "party/bond", "party/family-says", "party/family-heard"),
        ],
        "places": ["party/place", "party/missing-how"],
        "watching": ["party/watch", "party/watch-with", "party/watch-until"],
        "coordinator": [
            *("coordinator", "coordinator-who", "mandate", "money", "overview", "coordinator-lacks"),
            *("coordinator-next", "contact", "contact-heard"),
        ],
        "family": ["at-table", "chair", "without-why"],
        "meeting": ["goal", "meeting-when", "needed"],
    },
    "plan": {
        "goals": ["with", "goal/what", "goal/goal-whose", "goal/goal-heard", "goal/goal-seen"],
        "actions": [
            *("action/what", "action/goal", "action/by-whom", "action/who", "action/by", "action/status"),
        ],
        "handovers": [
            *("handover/what", "handover/contact", "handover/watch", "handover/kept", "handover/along"),
            *("handover/handover-by", "handover/status"),
        ],
        "procedure": ["procedure", "procedure-what", "moments", "moment-next"],
        "rhythm": ["rhythm", "rhythm-other", "evaluation-with", "evaluation-next"],
        "stuck": [
            *("stuck/what", "stuck/bottleneck", "stuck/decides", "stuck/raised", "stuck/raised-when", "stuck/status"),
        ],
    },
    "justification": {
        "asked": ["with", "asked", "rule", "rule-kind"],
        "legitimacy": ["room", "article", "checked", "checked-who", "checked-when", "check-who", "equal"],
        "engagement": ["grip", "family-says", "family-heard"],
        "return": [
            *("cost/what", "cost/amount", "cost/each", "cost/payer", "cost/basis"),
            *("continuing/what", "continuing/amount", "continuing/each", "continuing/basis", "beyond-money"),
        ],
        "tried": ["alternative/what", "alternative/why-not"],
        "decision": ["decides", "decided", "decided-on", "until", "conditions"],
        "expected": ["expect", "notice", "look-back", "look-back-who"],
    },
    "look_back": {
        "happened": [
            *("with", "happened", "family-happened", "family-heard", "spent/what", "spent/amount", "spent/each"),
        ],
        "beside": ["beside", "unexpected"],
        "lessons": ["next", "lesson", "lesson-to", "account", "account-to"],
    },
}
HEARD = ["said", "estimated", "not-asked"]
YES_NO = ["yes", "no", "unknown"]
IN_PART = ["yes", "partly", "no", "unknown"]
EACH = ["once", "week", "month", "year"]
CHOICES: dict[SheetKind, dict[str, list[str]]] = {
    "network": {
        "party/statutory": YES_NO,
        "party/consult": ["thinking-along", "advising", "deciding-along", "none"],
        "party/family-heard": HEARD,
        "party/place": ["core", "background", "not-now", "missing"],
        "coordinator": ["one", "several", "none", "unknown"],
        "mandate": IN_PART,
        "money": IN_PART,
        "overview": IN_PART,
        "contact-heard": HEARD,
        "at-table": ["all", "some", "chair", "none"],
    },
    "plan": {
        "goal/goal-heard": HEARD,
        "action/by-whom": ["family", "professional", "together"],
        "action/status": ["open", "busy", "done", "stuck", "dropped"],
        "handover/status": ["open", "busy", "done"],
        "procedure": YES_NO,
        "rhythm": ["week", "two-weeks", "month", "other"],
        "stuck/status": ["open", "raised", "solved"],
    },
    "justification": {
        "rule-kind": ["law", "policy", "funding", "agreement", "habit", "unknown"],
        "checked": ["yes", "busy", "no"],
        "family-heard": HEARD,
        "cost/each": EACH,
        "continuing/each": EACH,
        "decided": ["not-yet", "yes", "partly", "no"],
    },
    "look_back": {
        "family-heard": HEARD,
        "spent/each": EACH,
        "next": ["ends", "goes-on", "changed", "regular"],
    },
}
OF: dict[SheetKind, dict[str, str]] = {
    "network": {"coordinator-who": "party", "contact": "party", "needed": "party"},
    "plan": {"action/goal": "goal", "stuck/bottleneck": "bottleneck"},
    "justification": {},
    "look_back": {},
}
DAYS: dict[SheetKind, set[str]] = {
    "network": {"party/watch-until", "meeting-when"},
    "plan": {"action/by", "handover/handover-by", "moment-next", "evaluation-next", "stuck/raised-when"},
    "justification": {"checked-when", "decided-on", "until", "look-back"},
    "look_back": set(),
}
AMOUNTS: dict[SheetKind, set[str]] = {
    "network": set(),
    "plan": set(),
    "justification": {"cost/amount", "continuing/amount"},
    "look_back": {"spent/amount"},
}
LONG: dict[SheetKind, set[str]] = {
    "network": {
        *("list", "party/safety", "party/livelihood", "party/development", "party/bond", "party/family-says"),
        *("party/watch", "coordinator-lacks", "coordinator-next", "chair", "without-why", "goal"),
    },
    "plan": {"goal/goal-seen", "moments"},
    "justification": {
        *("asked", "rule", "room", "equal", "grip", "family-says", "beyond-money", "alternative/why-not"),
        *("conditions", "expect", "notice"),
    },
    "look_back": {"happened", "family-happened", "beside", "unexpected", "lesson", "account"},
}
UNWATCHED: dict[str, tuple[str, ...]] = {"statutory": ("yes",), "place": ("background", "not-now")}
ONE: dict[str, tuple[str, ...]] = {"coordinator": ("one",)}
RUNS: dict[str, tuple[str, ...]] = {"procedure": ("yes",)}
WHEN: dict[SheetKind, dict[str, dict[str, tuple[str, ...]]]] = {
    "network": {
        "party/statutory-what": {"statutory": ("yes",)},
        "party/family-heard": {"family-says": ("answered",)},
        "party/missing-how": {"place": ("missing",)},
        "party/watch": UNWATCHED,
        "party/watch-with": {**UNWATCHED, "watch": ("answered",)},
        "party/watch-until": {**UNWATCHED, "watch": ("answered",)},
        **dict.fromkeys(("coordinator-who", "mandate", "money", "overview", "coordinator-lacks"), ONE),
        "coordinator-next": {"coordinator": ("several", "none", "unknown")},
        "contact-heard": {"contact": ("answered",)},
        "chair": {"at-table": ("some", "chair")},
        "without-why": {"at-table": ("none",)},
    },
    "plan": {
        **dict.fromkeys(("procedure-what", "moments", "moment-next"), RUNS),
        "rhythm-other": {"rhythm": ("other",)},
    },
    "justification": {
        "checked-who": {"checked": ("yes",)},
        "checked-when": {"checked": ("yes",)},
        "check-who": {"checked": ("busy", "no")},
        "cost/each": {"amount": ("answered",)},
        "continuing/each": {"amount": ("answered",)},
        "family-heard": {"family-says": ("answered",)},
        "decided-on": {"decided": ("yes", "partly", "no")},
        "until": {"decided": ("not-yet", "yes", "partly")},
    },
    "look_back": {
        "family-heard": {"family-happened": ("answered",)},
        "spent/each": {"amount": ("answered",)},
        "lesson-to": {"lesson": ("answered",)},
        "account-to": {"account": ("answered",)},
    },
}
COLUMNS = ["safety", "livelihood", "development", "statutory", "consult", "bond", "family-says"]
LABEL_AT_MOST, COLUMN_AT_MOST = 24, 8
MAY_BE_NO_QUESTION = {"list"}


def name(field: SheetField) -> str:
    return f"{field.per}/{field.id}" if field.per else field.id


def fields(pack: Pack, kind: SheetKind) -> dict[str, SheetField]:
    return {name(one): one for step in pack.sheet(kind) for one in step.fields}


def every_field(pack: Pack) -> list[tuple[str, SheetField]]:
    """Give every field of the four sheets, with its sheet and name."""
    found = [(f"{kind} {key}", one) for kind in KINDS for key, one in fields(pack, kind).items()]
    assert len(found) > 90
    return found


def every_step(pack: Pack) -> list[SheetStep]:
    return [step for kind in KINDS for step in pack.sheet(kind)]


# --- What is asked


@pytest.mark.parametrize("kind", KINDS)
def test_steps(pack: Pack, kind: SheetKind) -> None:
    """It asks in each step what belongs there, in order, under ids that never change."""
    assert {step.id: [name(one) for one in step.fields] for step in pack.sheet(kind)} == STEPS[kind]
    assert [step.id for step in pack.sheet(kind)] == [*STEPS[kind]]


@pytest.mark.parametrize("kind", KINDS)
def test_choices(pack: Pack, kind: SheetKind) -> None:
    """It keeps choices under ids that never change."""
    there = fields(pack, kind)
    assert {key: [option.id for option in one.options] for key, one in there.items() if one.options} == CHOICES[kind]
    assert {key: one.of for key, one in there.items() if one.of} == OF[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(pack: Pack, kind: SheetKind) -> None:
    """It asks days as days and amounts as amounts, and gives room where people tell."""
    there = {key: one.kind for key, one in fields(pack, kind).items()}
    asked = {form: {key for key, one in there.items() if one == form} for form in there.values()}
    assert asked.pop("day", set()) == DAYS[kind]
    assert asked.pop("money", set()) == AMOUNTS[kind]
    assert asked.pop("text") == LONG[kind]
    assert asked.pop("choices", set()) == ({"needed"} if kind == "network" else set())
    chosen = {*CHOICES[kind], *OF[kind]} - {"needed"}
    assert asked.pop("choice") == (chosen | {"table"} if kind == "network" else chosen)
    assert {*asked} <= {"line"}


@pytest.mark.parametrize("kind", KINDS)
def test_waits_for(pack: Pack, kind: SheetKind) -> None:
    """It asks on only where an answer calls for it."""
    assert {key: dict(one.when) for key, one in fields(pack, kind).items() if one.when} == WHEN[kind]


def test_how_something_is_known(pack: Pack) -> None:
    """It asks everywhere in the same three words how something is known, after what the family says or wants."""
    heard = [(key, one) for key, one in every_field(pack) if one.id.endswith("-heard")]
    assert len(heard) == 5
    (options,) = {one.options for _, one in heard}
    assert [(one.id, one.text.nl, one.text.en) for one in options] == [
        ("said", "zelf gezegd", "said by themselves"),
        ("estimated", "door ons ingeschat", "estimated by us"),
        ("not-asked", "niet gevraagd", "not asked"),
    ]
    assert len({one.label for _, one in heard}) == 1
    for key, one in heard:
        assert one.hint, key
        assert "ook een eerlijk antwoord" in str(one.hint.nl), key


def test_same_words_for_the_same_choices(pack: Pack) -> None:
    """It says the same choices in the same words wherever they can be made: yes and no, in part, how often."""
    for ids in (YES_NO, IN_PART, EACH):
        same: list[tuple[Choice, ...]] = [
            one.options for _, one in every_field(pack) if [option.id for option in one.options] == ids
        ]
        assert len(same) > 1
        assert len({*same}) == 1, ids


def test_nothing_of_a_weighing(pack: Pack) -> None:
    """It has no short walk, no words for the family, nothing that is always there, and nothing kept from anyone."""
    for one in every_step(pack):
        assert (one.short, one.family) == (False, None), one.id
    for key, field in every_field(pack):
        assert (field.family, field.internal, field.fixed, field.not_for) == (None, False, (), ()), key


def test_links(pack: Pack) -> None:
    """It names with each step one to three recommendations of the micro level that are there, and at most two aids."""
    levels = {one.id: one.level for one in pack.recommendations}
    for one in every_step(pack):
        assert {levels.get(link) for link in one.recommendations} == {"micro"}, one.id
        assert len({*one.recommendations}) == len(one.recommendations) <= 3, one.id
        assert {*one.aids} <= {aid.id for aid in pack.aids}, one.id
        assert len({*one.aids}) == len(one.aids) <= 2, one.id
    assert any(one.aids for one in every_step(pack))


def test_sources(pack: Pack) -> None:
    """It says of every step in which chapter, on which page and under what it stands in the guide."""
    for one in every_step(pack):
        assert one.source is not None, one.id
        assert (one.source.chapter, one.source.page) in {
            *((3, 7), (5, 12), (5, 16), (5, 21), (7, 31), (8, 33)),
        }, one.id
        assert len(one.source.item) > 10, one.id


def test_time_it_takes(pack: Pack) -> None:
    """It says how long each step takes, and each sheet fits in a meeting of an hour."""
    minutes = {kind: [one.minutes for one in pack.sheet(kind)] for kind in KINDS}
    assert all(3 <= one <= 15 for several in minutes.values() for one in several)
    assert {kind: sum(several) <= 45 for kind, several in minutes.items()} == dict.fromkeys(KINDS, True)


def start_of(pack: Pack, kind: SheetKind) -> Start:
    sheets = Sheets(pack, wordings.load("nl"), DAY)
    if kind == "network":
        return sheets.network(None)
    if kind == "plan":
        return sheets.plan(None)
    start = sheets.justification(None)
    return start if kind == "justification" else sheets.look_back(start.case, start.case.justifications[0])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("named", [(), ("action-1.what", "cost-1.what")])
def test_always_something_to_choose(pack: Pack, kind: SheetKind, named: tuple[str, ...]) -> None:
    """It asks nobody to choose from nothing, also not who named no people or goals."""
    start, nothing = start_of(pack, kind), []
    case = start.case
    for _ in range(100):
        question = next_question(start.flow, case)
        if question is None:
            break
        if question.form in (Form.CHOICE, Form.CHOICES) and not question.options:
            nothing.append(question.id)
        value = "x" if question.required or question.id in named else None
        case = start.flow.apply(case, answer_to(question, value))
    assert next_question(start.flow, case) is None
    assert nothing == []


# --- The texts


@pytest.fixture
def sheet_texts(texts: list[tuple[str, Text]]) -> list[tuple[str, Text]]:
    """Give every text of the four sheets, with its place."""
    found = [(place, text) for place, text in texts if place.startswith(tuple(f"pack.{kind}." for kind in KINDS))]
    assert len(found) > 400
    return found


def test_both_languages(sheet_texts: list[tuple[str, Text]]) -> None:
    """It says everything in both languages, and tidily."""
    assert [place for place, text in sheet_texts if text.missing] == []
    assert [place for place, text in sheet_texts if untidy(f"{text.nl}|{text.en}")] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels(pack: Pack, lang: Language) -> None:
    """It has a short name for every field, of its own within what is asked of one thing or of the sheet as a whole."""
    for kind in KINDS:
        seen: set[tuple[str | None, str]] = set()
        for key, one in fields(pack, kind).items():
            assert one.label is not None, key
            label = one.label.pick(lang)
            assert 0 < len(label) <= LABEL_AT_MOST, key
            assert label[0].isupper(), key
            assert not label.endswith((".", "?", ":")), key
            assert (one.per, label) not in seen, key
            seen.add((one.per, label))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_columns(pack: Pack, lang: Language) -> None:
    """It has a name of one word over each column of the grid, which are the fields there that wait for nothing."""
    step = next(one for one in pack.network if one.id == "value")
    columns = [one for one in step.fields if one.per and not one.when]
    assert [one.id for one in columns] == COLUMNS
    names = [one.column.pick(lang) for one in columns if one.column]
    assert len({*names}) == len(columns)
    assert [one for one in names if not 0 < len(one) <= COLUMN_AT_MOST or " " in one] == []
    elsewhere = [key for key, one in every_field(pack) if one.column and one.id not in COLUMNS]
    assert elsewhere == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_short_enough(pack: Pack, lang: Language) -> None:
    """It fits on a screen: questions, hints, introductions and reasons of a few lines at most."""
    too_long = []
    for one in every_step(pack):
        sizes = {"title": (one.title, 40), "text": (one.text, 300), "why": (one.why, 350)}
        too_long += [f"{one.id}.{key}" for key, (text, most) in sizes.items() if len(text.pick(lang)) > most]
    for key, field in every_field(pack):
        too_long += [f"{key}.text"] if len(field.text.pick(lang)) > 110 else []
        too_long += [f"{key}.hint"] if field.hint and len(field.hint.pick(lang)) > 130 else []
        too_long += [f"{key}.{one.id}" for one in field.options if len(one.text.pick(lang)) > 32]
    assert too_long == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_asks(pack: Pack, lang: Language) -> None:
    """It asks every field as one question, that begins with a capital."""
    for key, one in every_field(pack):
        text = one.text.pick(lang)
        assert text.endswith("?") or one.id in MAY_BE_NO_QUESTION, key
        assert text.count("?") == 1, key
        assert text[0].isupper(), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hints(pack: Pack, lang: Language) -> None:
    """It gives with everything that is typed a hint, which ends as sentences do."""
    typed = [(key, one) for key, one in every_field(pack) if one.kind in ("line", "text", "day", "money")]
    assert len(typed) > 60
    assert [key for key, one in typed if one.hint is None] == []
    for key, one in every_field(pack):
        assert not one.hint or re.search(r"[.?]'?$", one.hint.pick(lang)), key


@pytest.mark.parametrize(
    ("lang", "asks", "role"), [("nl", r"\b[Ww]ie\b", r"\b[Rr]ol"), ("en", r"\b[Ww]hom?\b", r"\b[Rr]ole")]
)
def test_roles_are_enough(pack: Pack, lang: Language, asks: str, role: str) -> None:
    """It says, with every line that asks who somebody is, that a role is enough."""
    who = [(key, one) for key, one in every_field(pack) if one.kind == "line" and re.search(asks, one.text.pick(lang))]
    assert len(who) > 15
    assert [key for key, one in who if not one.hint or not re.search(role, one.hint.pick(lang))] == []


def test_lists_can_be_ended(pack: Pack) -> None:
    """It says, with what begins a thing in a list, how the list is ended."""
    heads = [(key, one) for key, one in every_field(pack) if one.per and one.id in ("what", "role")]
    assert len(heads) == 9
    for key, one in heads:
        assert one.hint, key
        assert re.search(r"[Ll]aat het leeg\.$", str(one.hint.nl)), key
        assert re.search(r"[Ll]eave it empty\.$", str(one.hint.en)), key


def examples(hint: Text | None, lang: Language) -> list[str]:
    """Give the examples in the first sentence of a hint that has some."""
    told = re.search(
        r"(?:[Bb]ijvoorbeeld|[Ff]or instance):? (.*?)(?: \(day first\))?\.(?: |$)", hint.pick(lang) if hint else ""
    )
    return re.split(r", of |, or |, | of | or ", told[1]) if told else []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_in_hints(pack: Pack, lang: Language) -> None:
    """It gives, with every day, only examples that are understood, also one with figures only."""
    days = [(f"weighing {one.id}", one) for step in pack.weighing for one in step.fields if one.kind == "day"]
    days += [(key, one) for key, one in every_field(pack) if one.kind == "day"]
    assert len(days) == 12
    for key, one in days:
        shown = examples(one.hint, lang)
        assert len(shown) >= 2, key
        assert [each for each in shown if day_of(each, DAY) is None] == [], key
        assert any(re.fullmatch(r"[\d-]+", each) for each in shown), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_amounts_in_hints(pack: Pack, lang: Language) -> None:
    """It gives, with every amount, examples that are understood, and says what to do where it is not known."""
    amounts = [(key, one) for key, one in every_field(pack) if one.kind == "money"]
    assert len(amounts) == 3
    for key, one in amounts:
        hint = one.hint.pick(lang) if one.hint else ""
        shown = re.findall(r"\d[\d.,]*\d", hint)
        assert len(shown) == 2, key
        assert [each for each in shown if amount_of(each) is None] == [], key
        assert re.search(r"(?i)\bzelf\b|\byourself\b", hint), key
        assert re.search(r"(?i)laat het leeg|leave it empty", hint), key


def test_no_other_figures(pack: Pack, sheet_texts: list[tuple[str, Text]]) -> None:
    """It holds no figures but those of examples of a day or an amount: nothing is counted here, nor numbered."""
    allowed = {one.hint for _, one in every_field(pack) if one.kind in ("day", "money")}
    figured = [place for place, text in sheet_texts if re.search(r"\d", f"{text.nl}{text.en}") and text not in allowed]
    assert figured == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_judging(sheet_texts: list[tuple[str, Text]], lang: Language) -> None:
    """It speaks of no score, rank, percentage or winner, and gives the family no name of a kind."""
    wrong = re.compile(
        r"\b(scores?|rank|punten|procent|percent|winnaar|winner|stoplicht|traffic|multiprobleem\w*|probleemgezin\w*"
        r"|zorgmijd\w*|onwillig|unwilling|dysfunctional|cliënt\w*|clients?)\b|%",
        re.IGNORECASE,
    )
    assert [place for place, text in sheet_texts if wrong.search(text.pick(lang))] == []


def test_no_article_of_a_law(sheet_texts: list[tuple[str, Text]]) -> None:
    """It names no law or article: who asks for an exception does, and somebody checks it."""
    law = re.compile(r"\b(artikel|article) \d|\b(Jeugdwet|Wmo|Participatiewet|Awb|Huisvestingswet|EVRM|IVRK)\b")
    assert [place for place, text in sheet_texts if law.search(f"{text.nl} {text.en}")] == []


def test_estimates_nothing(pack: Pack) -> None:
    """It says with the return that people type the amounts and that the program estimates nothing."""
    step = next(one for one in pack.justification if one.id == "return")
    assert "schat niets" in str(step.text.nl)
    assert "estimates nothing" in str(step.text.en)


def test_three_grounds(pack: Pack) -> None:
    """It founds an exception on the three grounds of the breakthrough method, each by its name."""
    titles = {one.id: one.title for one in pack.justification}
    for ground, nl, en in (
        ("legitimacy", "Legitimiteit", "Legitimacy"),
        ("engagement", "Betrokkenheid", "Engagement"),
        ("return", "Rendement", "Return"),
    ):
        assert str(titles[ground].nl).startswith(nl)
        assert str(titles[ground].en).startswith(en)
