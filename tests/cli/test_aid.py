"""`doorbraak aid` without a terminal: reading an aid, and letting one decide."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.aid import Route
from doorbraak_cli.flows.decision import decide

from .conftest import flat

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.aid import Aid, Decision
    from doorbraak_cli.domain.pack import Pack

    from .conftest import Program, Result

DECIDING, FILLED_IN, READ = "consultatiefunctie-ggz", "zorgvuldig-consulteren", "lege-stoel"


def aid_of(pack: Pack) -> tuple[Aid, Decision]:
    """Give the aid that decides, and what it asks."""
    one = pack.aid(DECIDING)
    assert one
    assert one.decision
    return one, one.decision


def options_of(answers: dict[str, str]) -> list[str]:
    """Give answers as options."""
    return [word for name, value in answers.items() for word in ("--answer", f"{name}={value}")]


def answers_by_route(decision: Decision) -> dict[str, dict[str, str]]:
    """Give for every route one whole set of answers that leads to it."""
    ids = [one.id for one in decision.questions]
    found: dict[str, dict[str, str]] = {}
    for words in product(*([option.id for option in one.options] for one in decision.questions)):
        answers = dict(zip(ids, words, strict=True))
        route = decide(decision, answers)
        assert isinstance(route, Route)
        found.setdefault(route.id, answers)
    return found


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_route(program: Program, pack: Pack, lang: str) -> None:
    """It answers with each route when the answers lead there: what it comes down to, why, and what was answered."""
    one, decision = aid_of(pack)
    found = answers_by_route(decision)
    assert found.keys() == {route.id for route in decision.routes}
    assert len(found) > 5
    for route in decision.routes:
        result = program("--lang", lang, "aid", one.id, *options_of(found[route.id]))
        assert (result.code, result.err) == (0, "")
        assert max(map(len, result.out.splitlines())) <= 80
        out = flat(result.out)
        told = [route.title, route.text, route.why]
        for question in decision.questions:
            told += [
                question.text,
                next(each.text for each in question.options if each.id == found[route.id][question.id]),
            ]
        assert [text for text in told if flat(text.pick(lang)) not in out] == []


def test_every_route_as_json(program: Program, pack: Pack) -> None:
    """It gives the route and the answers as data."""
    one, decision = aid_of(pack)
    for route_id, answers in answers_by_route(decision).items():
        told = json.loads(program("aid", one.id, "--json", *options_of(answers)).out)
        assert (told["aid"], told["answers"], told["route"]["id"]) == (one.id, answers, route_id)
        assert {"nl", "en"} <= told["route"]["text"].keys()


def test_only_what_is_needed(program: Program) -> None:
    """It needs no more answers than decide, in any order and in capitals too."""
    short = program("aid", DECIDING, "--answer", "seeking=training")
    assert (short.code, short.err) == (0, "")
    one, other = ("--answer", "SEEKING=Advice"), ("--answer", "person=no")
    assert program("aid", DECIDING, *one, *other).code == 0
    assert program("aid", DECIDING, *one, *other) == program("aid", DECIDING, *other, *one)


@pytest.mark.parametrize("json_too", [(), ("--json",)])
@pytest.mark.parametrize("text", [None, b"", b"1\n1\n1\n"])
def test_open_off_a_terminal(process: Callable[..., Result], text: bytes | None, json_too: tuple[str, ...]) -> None:
    """It asks nothing where nobody can answer: it exits 2 and names the question, the option and its words."""
    result = process("aid", DECIDING, "--answer", "seeking=advice", "--answer", "person=yes", *json_too, text=text)
    assert (result.code, result.out) == (2, "")
    assert "--answer adult=yes|no|unknown" in result.err
    assert result.err.count("\n") == 1


def test_each_open_question_in_turn(program: Program, pack: Pack) -> None:
    """It names the next option until there is an answer; following it leads to a route."""
    one, decision = aid_of(pack)
    given: list[str] = []
    while (result := program("aid", one.id, *given)).code == 2:
        option, words = result.err.rstrip(".\n").rpartition("--answer ")[2].split("=")
        given += ["--answer", f"{option}={words.split('|')[0]}"]
        assert len(given) <= 2 * len(decision.questions)
    assert result.code == 0
    assert given


def test_wrong_answers(program: Program) -> None:
    """It tells every wrong and unknown answer at once, with what is near and what there is, and exits 2."""
    wrong = ("seeking=advise", "adult", "persn=yes", "treatment=zzz", "consent=yes")
    result = program("aid", DECIDING, *(word for one in wrong for word in ("--answer", one)))
    assert (result.code, result.out) == (2, "")
    lines = result.err.splitlines()
    assert len(lines) == 4
    assert "bedoelde je advice?" in lines[0]
    assert "--answer adult=" in lines[1]
    assert "yes, no, unknown" in lines[1]
    assert "bedoelde je person?" in lines[2]
    assert '"zzz"' in lines[3]


def test_two_answers_to_one_question(program: Program) -> None:
    """It refuses to choose between two answers to one question; the same answer twice is no trouble."""
    result = program("aid", DECIDING, *options_of({"seeking": "training"}), "--answer", "Seeking=outreach")
    assert (result.code, result.out) == (2, "")
    assert "--answer seeking=" in result.err
    twice = options_of({"seeking": "training"}) * 2
    assert program("aid", DECIDING, *twice) == program("aid", DECIDING, *options_of({"seeking": "training"}))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("item", [READ, FILLED_IN])
def test_reading(program: Program, pack: Pack, item: str, lang: str) -> None:
    """It shows an aid that asks nothing as a page, the same as in the list of aids, or as data."""
    one = pack.aid(item)
    assert one
    result = program("--lang", lang, "aid", item)
    assert (result.code, result.err) == (0, "")
    assert flat(one.text.pick(lang)) in flat(result.out)
    assert program("--lang", lang, "aids", item) == result
    assert [told["id"] for told in json.loads(program("--lang", lang, "aid", item, "--json").out)] == [item]


def test_dutch_name(program: Program) -> None:
    """It answers to its Dutch name."""
    assert program("hulpmiddel", READ) == program("aid", READ)


@pytest.mark.parametrize("given", ["", "zzzz", f"{READ[:-1]}x"])
def test_unknown_aid(program: Program, pack: Pack, given: str) -> None:
    """It names all aids, and the one that is near, and exits 2."""
    result = program("aid", given)
    assert (result.code, result.out) == (2, "")
    assert all(one.id in result.err for one in pack.aids)
    assert (f"bedoelde je {READ}?" in result.err) == given.startswith(READ[:-1])


FILE = ("--answers", "in.yaml")
CASE_OPTIONS = [("duin",), ("--answers-template",), ("--card",), FILE, ("--new",), ("-o", "uit.md"), ("--force",)]


@pytest.mark.parametrize("item", [DECIDING, READ])
@pytest.mark.parametrize("options", CASE_OPTIONS)
def test_nothing_to_fill_in(program: Program, item: str, options: tuple[str, ...]) -> None:
    """It refuses whatever belongs to filling in, with an aid that is not filled in, by its name."""
    result = program("aid", item, *options)
    assert (result.code, result.out) == (2, "")
    assert f"{item} wordt niet ingevuld" in result.err
    assert ("CASUS" if options == ("duin",) else options[0]) in result.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("arguments", [(READ,), (FILLED_IN,), (FILLED_IN, "duin"), (FILLED_IN, "--answers-template")])
def test_nothing_to_answer(program: Program, arguments: tuple[str, ...]) -> None:
    """It refuses an answer to an aid that asks nothing, also beside a case."""
    result = program("aid", *arguments, "--answer", "adult=yes")
    assert (result.code, result.out) == (2, "")
    assert f"{arguments[0]} stelt geen vragen" in result.err


@pytest.mark.parametrize("options", CASE_OPTIONS[2:])
def test_which_case(program: Program, options: tuple[str, ...]) -> None:
    """It asks for a case where an option does nothing without one, with the command and the cases there are."""
    cases = Path.home() / "doorbraak"
    cases.mkdir()
    (cases / "dijk.yaml").touch()
    result = program("--lang", "en", "aid", FILLED_IN, *options)
    assert (result.code, result.out) == (2, "")
    assert f"doorbraak --lang=en aid {FILLED_IN} NAME" in result.err
    assert "dijk" in result.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("duin", "--json"), "--json doet niets bij CASUS"),
        (("duin", *FILE, "--json"), "--json doet niets bij CASUS"),
        (("duin", "--card", *FILE), "--answers doet niets bij --card"),
        (("duin", "--card", "--new", "--json"), "--new, --json doet niets bij --card"),
        (("duin", "--answers-template"), "CASUS doet niets bij --answers-template"),
        (
            ("--answers-template", "--card", *FILE, "--new"),
            "--card, --answers, --new doet niets bij --answers-template",
        ),
        (("--answers-template", "--json"), "--json doet niets bij --answers-template"),
        (("duin", "te", "veel"), "te veel"),
        (("a/b:c", "--card"), "a/b:c"),
        (("duin", "--answrs", "in.yaml"), "--answers"),
    ],
)
def test_what_does_nothing_together(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It refuses options that do nothing beside each other, instead of leaving one aside, and writes nothing."""
    result = program("aid", FILLED_IN, *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert list(Path().iterdir()) == []
    assert not (Path.home() / "doorbraak").exists()


def test_own_aid_that_does_both(program: Program, tmp_path: Path) -> None:
    """It lets an aid of somebody's own decide without a case, and be filled in with one, but not both at once."""
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "a.yaml").write_text(BOTH, "utf-8")
    pack = ("--pack", own, "aid", "beide")
    assert "Ga door" in program(*pack, "--answer", "ready=yes").out
    result = program(*pack, "duin", "--answer", "ready=yes")
    assert (result.code, result.out) == (2, "")
    assert "--answer doet niets bij CASUS" in result.err
    (tmp_path / "in.yaml").write_text(
        'schema: "doorbraak-answers/1"\nanswers:\n  title: "Duin"\n  note: "Iets"\n', "utf-8"
    )
    assert "Iets" in program(*pack, "duin", "--answers", tmp_path / "in.yaml").out


BOTH = """\
aids:
  - id: "beide"
    title: {nl: "Beide"}
    gist: {nl: "Doet twee dingen."}
    when: {nl: "Altijd."}
    text: {nl: "Een hulpmiddel."}
    steps:
      - title: {nl: "Stap"}
        text: {nl: "Doe iets."}
        fields:
          - id: "note"
            kind: "line"
            text: {nl: "Wat?"}
    decision:
      questions:
        - id: "ready"
          text: {nl: "Klaar?"}
          options:
            - {id: "yes", text: {nl: "Ja"}}
            - {id: "no", text: {nl: "Nee"}}
      routes:
        - id: "go"
          when: {ready: ["yes"]}
          title: {nl: "Ga door"}
          text: {nl: "Door."}
          why: {nl: "Je bent klaar."}
        - id: "wait"
          title: {nl: "Wacht"}
          text: {nl: "Nog niet."}
          why: {nl: "Je bent niet klaar."}
"""
