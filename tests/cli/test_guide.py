"""The rest of the guide at hand: recommendations, aids, journeys, practice, bottlenecks, terms, sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.cli.app import COMMANDS, Command
from doorbraak_cli.domain.near import nearest
from doorbraak_cli.domain.principle import LEVELS

from .conftest import flat

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.recommendation import Recommendation
    from doorbraak_cli.domain.text import Text
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Program

KINDS = {
    "recommendations": "recommendations",
    "aids": "aids",
    "journeys": "journeys",
    "practice": "practices",
    "bottlenecks": "bottlenecks",
    "glossary": "terms",
    "sources": "products",
    "principles": "principles",
    "questions": "questions",
}
OPENED = ("recommendations", "aids", "journeys", "bottlenecks", "questions", "principles")
LANGUAGES = pytest.mark.parametrize("lang", ["nl", "en"])


def named(item: object) -> Text:
    """Give what an item is called on a page."""
    found: Text = next(getattr(item, name) for name in ("title", "term", "text") if hasattr(item, name))
    return found


@LANGUAGES
@pytest.mark.parametrize(("command", "kind"), KINDS.items())
def test_everything_of_a_kind(program: Program, pack: Pack, command: str, kind: str, lang: str) -> None:
    """It names every item on one page of 80 columns, in the language asked for."""
    items = getattr(pack, kind)
    assert items
    result = program("--lang", lang, command)
    assert (result.code, result.err) == (0, "")
    shown = flat(result.out)
    assert [one.id for one in items if flat(named(one).pick(lang)) not in shown] == []
    assert max(map(len, result.out.splitlines())) <= 80


@pytest.mark.parametrize(("command", "kind"), KINDS.items())
def test_as_json(program: Program, pack: Pack, command: str, kind: str) -> None:
    """It gives every item as JSON, both languages in it, whichever language was asked for."""
    out = program(command, "--json").out
    assert [one["id"] for one in json.loads(out)] == [one.id for one in getattr(pack, kind)]
    assert program("--lang", "en", command, "--json").out == out


@LANGUAGES
@pytest.mark.parametrize("command", OPENED)
def test_every_item_opens(program: Program, pack: Pack, command: str, lang: str) -> None:
    """It opens each item by its id as a page of 80 columns with its title."""
    items = getattr(pack, KINDS[command])
    assert items
    for one in items:
        result = program("--lang", lang, command, one.id)
        assert (result.code, result.err) == (0, ""), one.id
        assert flat(named(one).pick(lang)) in flat(result.out), one.id
        assert max(map(len, result.out.splitlines())) <= 80, one.id


@pytest.mark.parametrize("command", OPENED)
def test_one_as_json(program: Program, pack: Pack, command: str) -> None:
    """It gives one item as a list of one."""
    for one in getattr(pack, KINDS[command])[:2]:
        assert [told["id"] for told in json.loads(program(command, one.id, "--json").out)] == [one.id]


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.name in KINDS])
def test_dutch_name(program: Program, command: Command) -> None:
    """It answers to its Dutch name with the same page."""
    assert command.name != command.dutch
    assert program(command.dutch) == program(command.name)


@LANGUAGES
@pytest.mark.parametrize("command", OPENED)
def test_unknown_id(program: Program, pack: Pack, command: str, lang: str) -> None:
    """It names the nearest id and all others, and exits 2."""
    ids = [one.id for one in getattr(pack, KINDS[command])]
    wrong = f"{ids[0][:-1]}q"
    result = program("--lang", lang, command, wrong)
    assert (result.code, result.out) == (2, "")
    meant = {"nl": "bedoelde je", "en": "did you mean"}[lang]
    assert f"{meant} {nearest(wrong, ids)}?" in result.err
    assert all(one in result.err for one in ids)
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("command", OPENED)
def test_id_of_nothing(program: Program, command: str) -> None:
    """It guesses nothing where no id is near."""
    result = program(command, "zzzzzz")
    assert (result.code, result.out) == (2, "")
    assert "bedoelde je" not in result.err
    assert "kies uit" in result.err


@pytest.mark.parametrize("command", ["recommendations", "aids", "bottlenecks", "journeys"])
def test_id_in_capitals(program: Program, pack: Pack, command: str) -> None:
    """It takes an id in capitals and with spaces around it."""
    one = getattr(pack, KINDS[command])[0].id
    assert program(command, f" {one.upper()} ") == program(command, one)


@pytest.mark.parametrize("command", ["practice", "sources"])
def test_nothing_to_choose(program: Program, command: str) -> None:
    """It has one page and refuses a word too many."""
    result = program(command, "x")
    assert (result.code, result.out) == (2, "")
    assert "te veel" in result.err


def chosen(pack: Pack, principle: str, level: str) -> list[Recommendation]:
    return [one for one in pack.recommendations if principle in ("", one.principle) and level in ("", one.level)]


def test_recommendations_by_principle_and_level(program: Program, pack: Pack) -> None:
    """It gives those of a principle, of a level, or of both, and counts them."""
    for principle in ("", *(one.id for one in pack.principles)):
        for level in ("", *LEVELS):
            options = [*(["--principle", principle] if principle else []), *(["--level", level] if level else [])]
            there = [one.id for one in chosen(pack, principle, level)]
            assert there
            told = json.loads(program("recommendations", *options, "--json").out)
            assert [one["id"] for one in told] == there
            assert f"{len(there)} aanbevelingen." in program("recommendations", *options).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("recommendations", "--level", "mikro"), "bedoelde je micro?"),
        (("recommendations", "--principle", "XX"), "kies uit"),
        (("recommendations", "ra-micro-rust", "--level", "micro"), "--level doet niets bij ID"),
        (("recommendations", "ra-micro-rust", "--principle", "RA"), "--principle doet niets bij ID"),
        (("journeys", "escalatieroute", "--compare"), "niet allebei"),
        (("glossary", "a", "b"), "te veel"),
    ],
)
def test_wrong_usage(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It says in one sentence what is wrong, and shows nothing."""
    result = program(*arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


@LANGUAGES
def test_recommendation(program: Program, pack: Pack, lang: str) -> None:
    """It shows a recommendation with its actions, what was seen, its aids and the questions it helps with."""
    one = next(one for one in pack.recommendations if one.actions and one.observations and one.aids)
    asked = [each for each in pack.questions if one.id in each.recommendations]
    assert asked
    out = flat(program("--lang", lang, "recommendations", one.id).out)
    texts = [one.text, *(each.text for each in one.actions), *one.observations, *(each.text for each in asked)]
    assert [text for text in texts if flat(text.pick(lang)) not in out] == []
    assert all(name in out for name in (*one.aids, *(each.id for each in asked)))


@LANGUAGES
def test_aid(program: Program, pack: Pack, lang: str) -> None:
    """It shows an aid with when to use it, all its steps and notes, the same with `aid` as with `aids`."""
    one = next(one for one in pack.aids if one.steps and one.notes and not one.decision)
    result = program("--lang", lang, "aid", one.id)
    out = flat(result.out)
    texts = [one.when, one.text, *(text for step in one.steps for text in (step.title, step.text)), *one.notes]
    assert [text for text in texts if flat(text.pick(lang)) not in out] == []
    assert program("--lang", lang, "aids", one.id) == result


def test_aids_that_do_something(program: Program, pack: Pack) -> None:
    """It says with an aid that asks questions or can be filled in how to begin that, and with no other."""
    for one in pack.aids:
        out = flat(program("aids", one.id).out)
        assert (f"doorbraak aid {one.id} CASUS" in out) == bool(one.fields)
        assert (f"een paar vragen stellen: doorbraak aid {one.id}" in out) == bool(one.decision)


@LANGUAGES
def test_bottleneck(program: Program, pack: Pack, lang: str) -> None:
    """It shows with a bottleneck what takes it on and what to ask those who can solve it."""
    one = next(one for one in pack.bottlenecks if one.recommendations and one.questions)
    out = flat(program("--lang", lang, "bottlenecks", one.id).out)
    helping = [each.title for name in one.recommendations if (each := pack.recommendation(name))]
    asking = [asked.text for name in one.questions if (asked := pack.question(name))]
    assert [text for text in (one.text, *helping, *asking) if flat(text.pick(lang)) not in out] == []


@LANGUAGES
def test_journey(program: Program, pack: Pack, lang: str) -> None:
    """It tells a journey from its opening through every moment to its ending."""
    for one in pack.journeys:
        out = flat(program("--lang", lang, "journeys", one.id).out)
        told = [one.opening, *(part for moment in one.moments for part in (moment.title, moment.seen, moment.chosen))]
        places = [out.find(flat(text.pick(lang))) for text in (*told, one.ending)]
        assert -1 not in places
        assert places == sorted(places)


def cells_of(out: str) -> list[str]:
    """Give the texts in the cells of all tables of a page."""
    found: list[str] = []
    row: list[str] = []
    for line in [*out.splitlines(), ""]:
        if "│" in line:
            parts = line.split("│")
            row = [f"{before} {part.strip()}".strip() for before, part in zip(row or [""] * 3, parts, strict=True)]
        else:
            found += row
            row = []
    return found


@LANGUAGES
def test_journeys_side_by_side(program: Program, pack: Pack, lang: str, request: pytest.FixtureRequest) -> None:
    """It sets the journeys beside each other in columns, at every moment what was seen, chosen and done."""
    say: Wording = request.getfixturevalue(lang)
    result = program("--lang", lang, "journeys", "--compare")
    assert (result.code, result.err) == (0, "")
    assert max(map(len, result.out.splitlines())) <= 80
    found = cells_of(result.out)
    for one in pack.journeys:
        for moment in one.moments:
            for name in ("seen", "chosen", "led_by", "safety", "livelihood", "development"):
                assert say(f"journeys.{name}") in found
                assert getattr(moment, name).pick(lang) in found, (one.id, moment.id, name)


@LANGUAGES
@pytest.mark.parametrize("width", ["80", "40"])
def test_journeys_one_below_the_other(
    program: Program, pack: Pack, lang: str, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells the same without columns with --plain, and on a screen that has no room for them."""
    monkeypatch.setenv("COLUMNS", width)
    result = program("--lang", lang, "journeys", "--compare", *(["--plain"] if width == "80" else []))
    assert "│" not in result.out
    assert max(map(len, result.out.splitlines())) <= int(width)
    out = flat(result.out)
    told = [
        f"{one.title.pick(lang)}: {getattr(moment, name).pick(lang)}"
        for one in pack.journeys
        for moment in one.moments
        for name in ("seen", "chosen", "safety")
    ]
    assert told
    assert [text for text in told if flat(text) not in out] == []


@LANGUAGES
def test_practice(program: Program, pack: Pack, lang: str) -> None:
    """It tells of each practice its figures, how it works by every principle, and what helps and hinders it."""
    out = flat(program("--lang", lang, "practice").out)
    for one in pack.practices:
        texts = [one.text, *(each.text for each in one.principles), *one.conditions, *one.obstacles]
        assert [text for text in texts if flat(text.pick(lang)) not in out] == []
        assert one.figures
        assert all(f"{each.figure}: {flat(each.text.pick(lang))}" in out for each in one.figures)


@LANGUAGES
def test_sources(program: Program, pack: Pack, lang: str) -> None:
    """It tells of each product what it is for."""
    out = flat(program("--lang", lang, "sources").out)
    assert [one.id for one in pack.products if flat(one.text.pick(lang)) not in out] == []


@LANGUAGES
def test_term(program: Program, pack: Pack, lang: str) -> None:
    """It finds a term by its name, by what it stands for and by its id, in capitals or not, and shows only that."""
    one = next(one for one in pack.terms if one.stands_for)
    assert one.stands_for
    for given in (one.id, one.term.pick(lang), one.stands_for.pick(lang).upper()):
        result = program("--lang", lang, "glossary", given)
        assert (result.code, result.err) == (0, "")
        assert flat(one.text.pick(lang)) in flat(result.out)
        assert json.loads(program("--lang", lang, "glossary", given, "--json").out)[0]["id"] == one.id
        others = [other for other in pack.terms if other is not one]
        assert [other.id for other in others if flat(other.text.pick(lang)) in flat(result.out)] == []


def test_part_of_a_term(program: Program, pack: Pack) -> None:
    """It shows every term a part of a word is in."""
    found = json.loads(program("glossary", "team", "--json").out)
    assert 1 < len(found) < len(pack.terms)
    for one in found:
        names = [*one["term"].values(), *(one["stands_for"] or {}).values(), one["id"]]
        assert any("team" in name.casefold() for name in names)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_unknown_term(program: Program, lang: str) -> None:
    """It names a term that is near; where none is it points to searching. It exits 2."""
    near = program("--lang", lang, "glossary", "gsvv")
    assert (near.code, near.out) == (2, "")
    assert {"nl": 'bedoelde je "gsv"?', "en": 'did you mean "gsv"?'}[lang] in near.err
    none = program("--lang", lang, "glossary", "qqqqqqq")
    assert (none.code, none.out) == (2, "")
    assert f"doorbraak --lang={lang} search" in none.err


def test_terms_by_alphabet(program: Program, pack: Pack) -> None:
    """It sorts terms by the alphabet of the language they are shown in."""
    for lang in ("nl", "en"):
        out = flat(program("--lang", lang, "glossary").out)
        in_order = sorted(pack.terms, key=lambda one: one.term.pick(lang).casefold())
        places = [out.find(flat(one.text.pick(lang))) for one in in_order]
        assert places == sorted(places)
