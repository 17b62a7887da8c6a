"""The steps of the broad weighing, and the built-in case weighed with them in both languages."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.domain.case import Answer, Case, Record
from doorbraak_cli.domain.days import day_of
from doorbraak_cli.domain.weighed import safety_is_open
from doorbraak_cli.domain.wording import LANGUAGES, Language
from doorbraak_cli.files import answers, wordings
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.flows.beginning import Weighings
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.script import play

from .conftest import untidy

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetField, SheetStep
    from doorbraak_cli.domain.text import Text
    from doorbraak_cli.flows.beginning import Start

DAY = date(2026, 11, 25)
# Each step with what it asks, in order: ids never change, as case files refer to them. "sign/" is asked of each sign.
STEPS = {
    "danger": [
        *("danger", "danger-basis", "danger-whom", "sign/what", "sign/kind", "sign/source", "measure", "measure-who"),
        *("measure-when", "measure-watch", "danger-find-out"),
    ],
    "since": ["seen-done", "seen-safety", "seen-livelihood", "seen-development"],
    "first-thought": ["thought"],
    "members": [
        *("member/role", "member/age", "member/heard", "member/perspective", "member/ask", "member/calm-heard"),
        *("member/calm", "differ", "empty-chair"),
    ],
    "foundation": ["foundation/what", "foundation/state", "foundation/known"],
    "understanding": [
        *("cause", "keeps-going", "connected", "helps", "hinders", "own-part", "goes-well", "about", "with-family"),
    ],
    "options": [
        *("option/what", "option/about", "option/force", "option/kind", "option/reversible", "option/fit"),
        *("option/blocked", "option/blocks", "option/instead"),
    ],
    "table": ["table", "cell/effect", "cell/find-out", "cell/stays", "cell/differs", "cell/how", "option/rest"],
    "premortems": ["stepped-in", "held-back"],
    "contradiction": ["against-who", "against"],
    "choice": [
        *("choice", "waits", "because", "changed", "arrangements", "monitor", "risk", "carried", "just", "doing"),
        *("otherwise", "change-mind", "decides", "look-back", "share"),
    ],
}
CHOICES = {
    "danger": ["yes", "no", "unknown"],
    "sign/kind": ["fact", "opinion", "unknown"],
    "member/age": ["baby-toddler", "primary-school", "teenager", "young-adult", "adult", "elder"],
    "member/heard": ["said-alone", "said", "estimated", "not-asked"],
    "member/calm-heard": ["said-alone", "said", "estimated", "not-asked"],
    "foundation/state": ["in-order", "under-pressure", "not-in-order", "unknown"],
    "with-family": ["together", "in-part", "without"],
    "option/force": ["voluntary", "coercive"],
    "option/kind": ["standard", "tailor-made"],
    "option/reversible": ["yes", "in-part", "no", "unknown"],
    "option/blocked": ["no", "waiting-list", "rule", "money", "other", "unknown"],
    "cell/stays": ["yes", "no", "unknown"],
}


def name(field: SheetField) -> str:
    return f"{field.per}/{field.id}" if field.per else field.id


def fields(pack: Pack) -> dict[str, SheetField]:
    return {name(one): one for step in pack.weighing for one in step.fields}


def step(pack: Pack, step_id: str) -> SheetStep:
    return next(one for one in pack.weighing if one.id == step_id)


# --- The steps


def test_steps(pack: Pack) -> None:
    """It walks ten steps, danger first and the choice last, with what came of an earlier choice after danger."""
    assert [one.id for one in pack.weighing] == [*STEPS]
    assert len(STEPS) == 10 + 1


@pytest.mark.parametrize("step_id", STEPS)
def test_fields(pack: Pack, step_id: str) -> None:
    """It asks in each step what belongs there, in order, under ids that never change."""
    assert [name(one) for one in step(pack, step_id).fields] == STEPS[step_id]


def test_short_walk(pack: Pack) -> None:
    """It keeps danger, members, options, table and choice when there is little time, and looking back with them."""
    assert [one.id for one in pack.weighing if one.short] == [
        "danger", "since", "members", "options", "table", "choice",
    ]  # fmt: skip


def test_choices(pack: Pack) -> None:
    """It keeps choices under ids that never change, and leaves room for what is not known."""
    found = {key: [option.id for option in one.options] for key, one in fields(pack).items() if one.options}
    assert found == CHOICES
    assert fields(pack)["member/heard"].options == fields(pack)["member/calm-heard"].options


def test_kinds(pack: Pack) -> None:
    """It lets members and parts be ticked, and options and cells be chosen, that stand in a weighing."""
    there = fields(pack)
    assert {key for key, one in there.items() if one.kind == "choices"} == {"about", "cell/differs", "share"}
    assert {key for key, one in there.items() if one.kind == "choice" and not one.options} == {"choice", "table"}
    lines = [*("sign/source", "thought", "member/role", "option/what", "cell/find-out", "cell/how", "option/rest")]
    assert {there[key].kind for key in (*lines, "monitor", "decides")} == {"line"}
    assert {key for key, one in there.items() if one.kind == "day"} == {"look-back"}
    assert {there[key].kind for key in ("cell/effect", "because", "member/perspective", "measure")} == {"text"}


def test_what_is_always_there(pack: Pack) -> None:
    """It always asks of housing, income and debts, and weighs doing nothing, without asking whether that is forced."""
    there = fields(pack)
    fixed = {key: [thing.id for thing in one.fixed] for key, one in there.items() if one.fixed}
    assert fixed == {"foundation/what": ["housing", "income", "debts"], "option/what": ["nothing"]}
    assert {key for key, one in there.items() if one.not_for} == {
        "option/force", "option/kind", "option/blocked", "option/blocks", "option/instead",
    }  # fmt: skip
    assert {one.not_for for one in there.values() if one.not_for} == {("nothing",)}


def test_waits_for(pack: Pack) -> None:
    """It asks on only where an answer calls for it."""
    when = {key: dict(one.when) for key, one in fields(pack).items()}
    heard = {"heard": ("said-alone", "said", "estimated")}
    assert when["danger-basis"] == {"danger": ("no",)}
    assert when["danger-whom"] == when["sign/what"] == {"danger": ("yes", "unknown")}
    assert when["measure"] == {"danger": ("yes",)}
    assert when["measure-who"] == when["measure-when"] == when["measure-watch"] == {"measure": ("answered",)}
    assert when["danger-find-out"] == {"danger": ("unknown",)}
    assert when["member/perspective"] == when["member/calm-heard"] == heard
    assert when["member/ask"] == {"heard": ("not-asked",)}
    assert when["member/calm"] == {"calm-heard": heard["heard"]}
    assert when["foundation/known"] == {"state": ("answered",)}
    assert when["option/blocks"] == when["option/instead"] == {"blocked": ("waiting-list", "rule", "money", "other")}
    assert when["cell/find-out"] == {"effect": ("skipped",)}
    assert when["cell/stays"] == when["cell/differs"] == {"effect": ("answered",)}
    assert when["waits"] == {"choice": ("skipped",)}
    chosen = set(STEPS["choice"]) - {"choice", "waits", "look-back", "share"}
    assert {key for key, one in when.items() if one == {"choice": ("answered",)}} == chosen


def test_links(pack: Pack) -> None:
    """It names with each step recommendations of the micro level that are there, three at most, and aids, two."""
    levels = {one.id: one.level for one in pack.recommendations}
    assert any(one.recommendations for one in pack.weighing)
    assert any(one.aids for one in pack.weighing)
    for one in pack.weighing:
        assert {levels.get(link) for link in one.recommendations} <= {"micro"}, one.id
        assert len({*one.recommendations}) == len(one.recommendations) <= 3, one.id
        assert {*one.aids} <= {aid.id for aid in pack.aids}, one.id
        assert len({*one.aids}) == len(one.aids) <= 2, one.id


# --- The texts


@pytest.fixture
def weighing_texts(texts: list[tuple[str, Text]]) -> list[tuple[str, Text]]:
    """Give every text of the weighing, with its place."""
    found = [(place, text) for place, text in texts if place.startswith("pack.weighing.")]
    assert len(found) > 150
    return found


def test_both_languages(weighing_texts: list[tuple[str, Text]]) -> None:
    """It says everything in both languages."""
    assert [place for place, text in weighing_texts if text.missing] == []


def test_no_figures(weighing_texts: list[tuple[str, Text]]) -> None:
    """It holds no figures but those of a date as people write it: nothing is counted here, nor numbered."""
    figured = {place for place, text in weighing_texts if re.search(r"\d", f"{text.nl}{text.en}")}
    assert figured == {"pack.weighing.choice.fields.look-back.hint"}


def test_dates_in_the_hint(pack: Pack) -> None:
    """It gives, with the question when to look back, only days that are understood, one so far from now and a date."""
    hint = fields(pack)["look-back"].hint
    assert hint is not None
    for lang in LANGUAGES:
        shown = re.findall(r"(?:over|in) \d \w+|\d+-\d+-\d+", hint.pick(lang))
        assert [day_of(one, DAY) for one in shown] == [date(2027, 1, 6), date(2026, 12, 9)]


def test_no_phone_numbers(weighing_texts: list[tuple[str, Text]]) -> None:
    """It leaves where to turn to the program, which says it where there is danger."""
    said = " ".join(f"{text.nl} {text.en}" for _, text in weighing_texts)
    assert not re.search(r"112|0800|Veilig Thuis|meldcode", said)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_judging(weighing_texts: list[tuple[str, Text]], lang: Language) -> None:
    """It speaks of no score, rank, percentage or winner."""
    wrong = re.compile(r"\b(scores?|rank|punten|procent|percent|winnaar|winner|stoplicht|traffic)\b|%", re.IGNORECASE)
    assert [place for place, text in weighing_texts if wrong.search(text.pick(lang))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_short_enough(pack: Pack, lang: Language) -> None:
    """It fits on a screen: questions, hints, introductions and reasons of a few lines at most."""
    for one in pack.weighing:
        assert len(one.title.pick(lang)) <= 40, one.id
        assert len(one.text.pick(lang)) <= 300, one.id
        assert len(one.why.pick(lang)) <= 350, one.id
        for field in one.fields:
            assert len(field.text.pick(lang)) <= 110, (one.id, field.id)
            assert not field.hint or len(field.hint.pick(lang)) <= 130, (one.id, field.id)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_asks(pack: Pack, lang: Language) -> None:
    """It asks every field as a question, of a cell in lower case, as the place of the cell stands before it."""
    for key, one in fields(pack).items():
        text = one.text.pick(lang)
        assert text.rstrip().endswith(("?", ".")), key
        assert text[0].islower() == key.startswith("cell/"), key


def test_for_the_family(pack: Pack) -> None:
    """It has words for the family with every part they can read, and keeps apart what stays with the team."""
    assert {one.id for one in pack.weighing if one.family} == {
        *STEPS.keys() - {"since", "first-thought", "table"},
    }
    internal = {key for key, one in fields(pack).items() if one.internal}
    assert internal == {"sign/source", "thought", "empty-chair", "changed"}
    assert [key for key, one in fields(pack).items() if one.internal and one.family] == []


def test_family_reads_no_jargon(pack: Pack) -> None:
    """It uses no abbreviation in what the family reads."""
    family = [one.family for one in fields(pack).values() if one.family]
    assert len(family) > 40
    for lang in LANGUAGES:
        assert [one.pick(lang) for one in family if re.search(r"\b[A-Z]{2,}\b", one.pick(lang))] == []


# --- Marianne


def given(lang: Language) -> dict[str, Any]:
    """Give the answers of the weighing in the built-in case."""
    found, _, problems = answers.read(content_root() / "cases" / f"marianne-weighing.{lang}.yaml")
    assert problems == []
    return found


def start(pack: Pack, lang: Language) -> Start:
    """Give a weighing in a case that has a name already."""
    intake = Record(answers=(Answer(id="title", asked="?", value="Marianne"),))
    case = Case(about="case", created=DAY, intake=intake)
    return Weighings(pack, wordings.load(lang), DAY).begin(case, {})


def played(pack: Pack, lang: Language) -> dict[str, Answer]:
    begun = start(pack, lang)
    case, faults = play(begun.flow, begun.case, given(lang))
    assert [(fault.answer_id, fault.message) for fault in faults] == []
    assert case.weighings[0].finished == DAY
    return case.weighings[0].by_id()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marianne_plays_through(pack: Pack, lang: Language) -> None:
    """It is an answers file without a fault, and ends as a finished weighing with a choice."""
    assert played(pack, lang)["choice"].value


def test_marianne_in_both_languages(pack: Pack) -> None:
    """It answers the same in both languages, with the same choices, and the same things left open."""
    dutch, english = given("nl"), given("en")
    assert [*dutch] == [*english]
    begun = start(pack, "nl")
    catalogue = begun.flow.catalogue(begun.case)
    chosen = {key for key in dutch if catalogue[key].form in (Form.CHOICE, Form.CHOICES)}
    assert len(chosen) > 20
    assert {key: dutch[key] for key in chosen} == {key: english[key] for key in chosen}
    assert [key for key in dutch if dutch[key] is None] == [key for key in english if english[key] is None]
    assert day_of(dutch["look-back"], DAY) == day_of(english["look-back"], DAY) == date(2026, 12, 9)
    same = [key for key in dutch if key not in {*chosen, "look-back"} and dutch[key] == english[key] is not None]
    assert same == []


def test_marianne_is_weighed_in_full(pack: Pack) -> None:
    """It shows all a full weighing is: every step, three options or more, and what is different for whom."""
    told = played(pack, "nl")
    assert told["depth"].value == "full"
    said = {key for key, one in told.items() if one.value}
    for one in (*STEPS["premortems"], *STEPS["contradiction"], *STEPS["understanding"], "thought", "changed", "differ"):
        assert one in said, one
    options = [key for key in said if re.fullmatch(r"option-\d\.what", key)]
    assert len(options) >= 3
    assert {told[key].value for key in told if key.endswith(".force")} == {"voluntary", "coercive"}
    assert any(".how.member-" in key for key in said)
    assert any(key.endswith(".find-out") for key in said)
    assert any(key.endswith(".rest") for key in said)


def test_marianne_leaves_something_unweighed(pack: Pack) -> None:
    """It leaves a cell of an option that is weighed empty, so that the table shows that too."""
    told = played(pack, "nl")
    cells = [
        f"option-1.{value}.{term}" for value in ("safety", "livelihood", "development") for term in ("short", "long")
    ]
    assert 0 < len([one for one in cells if one in told]) < len(cells)


def test_marianne_is_not_safe_at_once(pack: Pack) -> None:
    """It chooses something that leaves danger for a while, with arrangements and who watches them."""
    told = played(pack, "nl")
    assert safety_is_open(told, str(told["choice"].value))
    assert told["arrangements"].value
    assert told["monitor"].value


def test_marianne_keeps_a_confidence(pack: Pack) -> None:
    """It does not share what a child said alone and in confidence, and shares the rest."""
    told = played(pack, "nl")
    share = told["share"].value or ()
    members = {key.partition(".")[0] for key in told if re.fullmatch(r"member-\d\.role", key) and told[key].value}
    children = {one for one in members if told[f"{one}.age"].value == "primary-school"}
    held = members - {*share}
    assert held
    assert held <= children
    assert all(told[f"{one}.heard"].value == "said-alone" for one in held)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marianne_is_tidy(lang: Language) -> None:
    """It holds no double spaces, placeholders or notes to ourselves, and nothing too long for a table."""
    there = given(lang)
    texts = {key: value for key, value in there.items() if isinstance(value, str)}
    assert len(texts) > 100
    for key, text in texts.items():
        assert untidy(text) == [], key
        if re.fullmatch(r"[\w-]+\.(safety|livelihood|development)\.(short|long)", key):
            assert len(text) <= 200, key
        if key.endswith(".what") and key.startswith("option"):
            assert len(text) <= 28, key
