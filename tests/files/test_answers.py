"""Answers files, and where in them something is wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.domain.case import Case, Reflection
from doorbraak_cli.files import answers
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.flows.reflection import ReflectionFlow
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.sheets import Sheets

from .conftest import refused, told

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.beginning import Start

DAY = date(2026, 4, 30)
GOOD = """\
schema: "doorbraak-answers/1"
answers:
  level: "micro"
  title: "Duin"
  situation: |
    Moeder zei: het gaat.

    Ik vroeg niet door.
  role: null
  principles:
    - "radicaal-aansluiten"
  selection: "pick"
  questions: ["ra-micro-5"]
  ra-micro-5: "largely"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "antwoorden.yaml"


@pytest.fixture
def flow(pack: Pack, nl: Wording) -> ReflectionFlow:
    return ReflectionFlow(pack, nl, "reflection-1", DAY)


@pytest.fixture
def case(pack: Pack) -> Case:
    reflection = Reflection(id="reflection-1", started=DAY, language="nl", pack=pack.ref)
    return Case(about="case", created=DAY, reflections=(reflection,))


@pytest.fixture
def sheets(pack: Pack, nl: Wording) -> Sheets:
    """Give what begins sheets on a Tuesday."""
    return Sheets(pack, nl, date(2026, 12, 1))


def read(path: Path, text: str) -> dict[str, Any]:
    path.write_text(text, "utf-8")
    return answers.read(path)[0]


def test_read(path: Path) -> None:
    """It gives the answers as they stand there: texts, lists, and nothing for null."""
    assert read(path, GOOD) == {
        "level": "micro",
        "title": "Duin",
        "situation": "Moeder zei: het gaat.\n\nIk vroeg niet door.\n",
        "role": None,
        "principles": ["radicaal-aansluiten"],
        "selection": "pick",
        "questions": ["ra-micro-5"],
        "ra-micro-5": "largely",
    }


def test_read_anything(path: Path) -> None:
    """It gives values of any kind and depth, for the questions to judge."""
    text = (
        'schema: "doorbraak-answers/1"\nanswers: {a: 1, b: 1.5, c: true, d: [[x], {z: null}], e: {f: {}}, "g h": ""}\n'
    )
    expected = {"a": 1, "b": 1.5, "c": True, "d": [["x"], {"z": None}], "e": {"f": {}}, "g h": ""}
    assert read(path, text) == expected
    assert read(path, 'schema: "doorbraak-answers/1"\nanswers: {}\n') == {}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_read_the_demo(lang: str, flow: ReflectionFlow, case: Case) -> None:
    """It reads the answers that come with doorbraak, and they have no faults."""
    given, source, _ = answers.read(content_root() / "cases" / f"marianne.{lang}.yaml")
    assert answers.problems_of(play(flow, case, given)[1], source) == []


SCHEMA = 'schema: "doorbraak-answers/1"\n'
REFUSED = {
    "another version": ('schema: "doorbraak-answers/2"\nanswers: {}\n', ["1:9 answers.schema"]),
    "a case": ('# x\nschema: "doorbraak-case/1"\n', ["2:9 answers.schema"]),
    "no schema": ("answers:\n  level: micro\n", ["1:1 answers.schema"]),
    "no mapping": ("- a\n", ["1:1 answers.schema"]),
    "only text": ("hallo\n", ["1:1 answers.schema"]),
    "schema of another kind": ("schema: [a]\n", ["1:9 answers.schema"]),
    "unknown key": (f"{SCHEMA}answers: {{}}\nnotes: x\n", ["3:1 value.unknown-key"]),
    "nearly known key": (f"{SCHEMA}answer: {{}}\n", ["1:1 value.missing-key", "2:1 value.unknown-key-near"]),
    "no answers": (SCHEMA, ["1:1 value.missing-key"]),
    "empty answers": (f"{SCHEMA}answers:\n", ["2:9 value.empty"]),
    "answers in a list": (f"{SCHEMA}answers:\n  - level: micro\n", ["3:3 value.mapping"]),
    "answers as text": (f"{SCHEMA}answers: geen\n", ["2:10 value.mapping"]),
    "broken": (f"{SCHEMA}answers:\n  a: [\n", ["4:1 yaml.bracket-end"]),
    "empty": ("# niets\n", [" yaml.empty"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "faults"), REFUSED.values(), ids=REFUSED)
def test_refused(path: Path, text: str, faults: list[str]) -> None:
    """It tells what is wrong with the file itself, with line and column."""
    expected = [f"antwoorden.yaml:{fault}".replace(": ", " ") for fault in faults]
    assert refused(lambda: read(path, text), path.parent) == expected


def test_faults_to_go_on_past(path: Path) -> None:
    """It gives the answers beside faults that leave them readable, so that more can be looked for."""
    path.write_text(f"{SCHEMA}answers:\n  a: no\n  a: x\n", "utf-8")
    given, _, problems = answers.read(path)
    assert given == {"a": "no"}
    assert [problem.message.key for problem in problems] == ["yaml.unquoted", "yaml.duplicate-key"]


def test_no_file(tmp_path: Path) -> None:
    """It tells a file that is not there from a folder."""
    assert refused(lambda: answers.read(tmp_path / "weg.yaml"), tmp_path) == ["weg.yaml yaml.file-missing"]
    assert refused(lambda: answers.read(tmp_path)) == [f"{tmp_path} yaml.file-directory"]


WRONG = {
    "unknown": ("  ra-micro-5:", "  vraag-9: x\n  ra-micro-5:", ["14:3 answers.unknown"]),
    "nearly known": ("  ra-micro-5:", "  ra-micro5: x\n  ra-micro-5:", ["14:3 answers.unknown-near"]),
    "not asked": ("  ra-micro-5:", "  bk-micro-3: largely\n  ra-micro-5:", ["14:3 answers.not-asked"]),
    "missing": ('  ra-micro-5: "largely"\n', "", ["2:1 answers.missing"]),
    "two missing": ('  title: "Duin"\n', "", ["2:1 answers.missing-required"]),
    "wrong word": ('"largely"', "soms", ["14:3 answers.choice"]),
    "nearly right word": ('"largely"', "larglly", ["14:3 answers.choice-near"]),
    "number for a word": ('"largely"', "5", ["14:3 answers.text"]),
    "number": ('"Duin"', "5", ["4:3 answers.text"]),
    "decimal": ('"Duin"', "1.10", ["4:3 answers.text"]),
    "true": ('"Duin"', "true", ["4:3 answers.text"]),
    "list for text": ('"Duin"', "[Duin]", ["4:3 answers.text"]),
    "nested": ('"Duin"', "{a: {b: c}}", ["4:3 answers.text"]),
    "empty": ('"Duin"', '""', ["4:3 answers.required"]),
    "null": ('"Duin"', "null", ["4:3 answers.required"]),
    "blank": ('"Duin"', '"  "', ["4:3 answers.required"]),
    "two lines": ('"Duin"', '"Duin\\n2"', ["4:3 answers.line"]),
    "twice in a list": ('["ra-micro-5"]', "[ra-micro-5, ra-micro-5]", ["13:27 answers.repeated"]),
    "one of another principle": ('["ra-micro-5"]', "[ra-micro-5, bk-micro-1]", ["13:27 answers.choice-near"]),
}


@pytest.mark.parametrize(("old", "new", "faults"), WRONG.values(), ids=WRONG)
def test_wrong_answers(path: Path, flow: ReflectionFlow, case: Case, old: str, new: str, faults: list[str]) -> None:
    """It tells which answer is wrong at the line of its id, and one that is missing where the answers begin."""
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1), "utf-8")
    given, source, _ = answers.read(path)
    _, found = play(flow, case, given)
    assert told(answers.problems_of(found, source), path.parent) == [f"antwoorden.yaml:{fault}" for fault in faults]


@pytest.mark.parametrize("value", ["ra-micro-5", "[[ra-micro-5]]", "[5]", "{ra-micro-5: largely}", "5"])
def test_no_list_of_ids(path: Path, flow: ReflectionFlow, case: Case, value: str) -> None:
    """It tells, at its line, of anything else that stands where a list of ids belongs."""
    path.write_text(GOOD.replace('["ra-micro-5"]', value), "utf-8")
    given, source, _ = answers.read(path)
    found = answers.problems_of(play(flow, case, given)[1], source)
    assert "antwoorden.yaml:13:3 answers.list" in told(found, path.parent)


def test_all_at_once(path: Path, flow: ReflectionFlow, case: Case) -> None:
    """It tells everything that is wrong in one run, in the order of the file."""
    text = GOOD.replace('"Duin"', "5").replace('"largely"', "soms").replace("  role: null\n", "  rol: x\n")
    path.write_text(text.replace('"pick"', '"pik"'), "utf-8")
    given, source, _ = answers.read(path)
    assert told(answers.problems_of(play(flow, case, given)[1], source), path.parent) == [
        "antwoorden.yaml:4:3 answers.text",
        "antwoorden.yaml:9:3 answers.unknown-near",
        "antwoorden.yaml:12:3 answers.choice-near",
        "antwoorden.yaml:14:3 answers.choice",
    ]


PLAN = """\
schema: "doorbraak-answers/1"
answers:
  title: "Duin"
  action-1.what: "Bellen"
  action-1.by: "4-12-2026"
  action-1.status: "open"
  action-2.what: "Mailen"
  action-2.by: 2026-12-05
  action-2.status: "open"
  evaluation-next: "over 2 weken"
"""
EXCEPTION = """\
schema: "doorbraak-answers/1"
answers:
  title: "Duin"
  asked: "Een woning"
  cost-1.what: "Huur"
  cost-1.amount: "1.250,50"
  cost-1.each: "month"
  cost-2.what: "Bedden"
  cost-2.amount: "€ 850"
  cost-2.each: "once"
  look-back: "over 3 maanden"
"""


def answered(path: Path, text: str, start: Start) -> tuple[Case, list[str]]:
    """Give the case with the answers of a file, and what is told of them."""
    path.write_text(text, "utf-8")
    given, source, problems = answers.read(path)
    assert problems == []
    case, found = play(start.flow, start.case, given)
    return case, told(answers.problems_of(found, source), path.parent)


def test_days_and_amounts(path: Path, sheets: Sheets) -> None:
    """It keeps days and amounts as they are meant, also a day without quotes."""
    case, faults = answered(path, PLAN, sheets.plan(None))
    assert faults == []
    assert case.plan is not None
    days = ("action-1.by", "action-2.by", "evaluation-next")
    assert [case.plan.text(one) for one in days] == ["2026-12-04", "2026-12-05", "2026-12-15"]
    case, faults = answered(path, EXCEPTION, sheets.justification(None))
    assert faults == []
    kept = ("cost-1.amount", "cost-2.amount", "look-back")
    assert [case.justifications[0].text(one) for one in kept] == ["1250.50", "850.00", "2027-03-01"]


WRONG_DAYS = {
    "impossible": ('"4-12-2026"', '"31-2-2026"', ["5:3 answers.refused"]),
    "no day": ('"over 2 weken"', '"als het uitkomt"', ["10:3 answers.refused"]),
    "another weekday": ('"4-12-2026"', '"maandag 4 december 2026"', ["5:3 answers.refused"]),
    "impossible without quotes": ("2026-12-05", "2026-02-31", ["8:3 answers.refused"]),
    "number": ('"4-12-2026"', "4", ["5:3 answers.text"]),
    "list": ('"4-12-2026"', '["4-12-2026"]', ["5:3 answers.text"]),
    "two lines": ('"4-12-2026"', '"4-12-2026\\n5-12-2026"', ["5:3 answers.line"]),
    "two wrong": (
        '"4-12-2026"\n  action-1.status: "open"\n  action-2.what: "Mailen"\n  action-2.by: 2026-12-05',
        '"morgenn"\n  action-1.status: "open"\n  action-2.what: "Mailen"\n  action-2.by: "5-13-2026"',
        ["5:3 answers.refused", "8:3 answers.refused"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "faults"), WRONG_DAYS.values(), ids=WRONG_DAYS)
def test_wrong_days(path: Path, sheets: Sheets, old: str, new: str, faults: list[str]) -> None:
    """It tells of every day that can't be read where it stands, and keeps nothing."""
    assert old in PLAN
    start = sheets.plan(None)
    case, lines = answered(path, PLAN.replace(old, new, 1), start)
    assert lines == [f"antwoorden.yaml:{fault}" for fault in faults]
    assert case == start.case


WRONG_AMOUNTS = {
    "no amount": ('"1.250,50"', '"veel"', ["6:3 answers.refused"]),
    "below nothing": ('"1.250,50"', '"-5"', ["6:3 answers.refused"]),
    "two ways to read it": ('"1.250,50"', '"1,250"', ["6:3 answers.refused"]),
    "three decimals": ('"€ 850"', '"850,125"', ["9:3 answers.refused"]),
    "without quotes": ('"€ 850"', "850", ["9:3 answers.text"]),
    "with decimals, without quotes": ('"1.250,50"', "1250.50", ["6:3 answers.text"]),
}


@pytest.mark.parametrize(("old", "new", "faults"), WRONG_AMOUNTS.values(), ids=WRONG_AMOUNTS)
def test_wrong_amounts(path: Path, sheets: Sheets, old: str, new: str, faults: list[str]) -> None:
    """It tells of every amount that can't be read where it stands, and keeps nothing."""
    assert old in EXCEPTION
    start = sheets.justification(None)
    case, lines = answered(path, EXCEPTION.replace(old, new, 1), start)
    assert lines == [f"antwoorden.yaml:{fault}" for fault in faults]
    assert case == start.case


def test_what_is_said_of_days_and_amounts(path: Path, sheets: Sheets, nl: Wording, en: Wording) -> None:
    """It names the question and how to write it, and never repeats what stands there."""
    for text, start, old, word in (
        (PLAN, sheets.plan(None), '"4-12-2026"', "4-12-2026"),
        (EXCEPTION, sheets.justification(None), '"1.250,50"', "1250.50"),
    ):
        path.write_text(text.replace(old, '"geheim"'), "utf-8")
        given, source, _ = answers.read(path)
        (problem,) = answers.problems_of(play(start.flow, start.case, given)[1], source)
        for say in (nl, en):
            sentence = say.problem(problem)
            assert sentence.startswith(problem.place)
            assert word in sentence
            assert "geheim" not in sentence


def test_day_that_is_not_asked(path: Path, sheets: Sheets) -> None:
    """It tells of a day that was given where nobody asks for it, and of a thing in a list at its own place."""
    _, lines = answered(path, PLAN + '  procedure: "no"\n  moment-next: "morgen"\n', sheets.plan(None))
    assert lines == ["antwoorden.yaml:12:3 answers.not-asked"]
    text = f'{SCHEMA}answers:\n  title: "Duin"\n  party-1.role: "oma"\n  needed: ["party-1", "party-2"]\n'
    _, lines = answered(path, text, sheets.network(None))
    assert lines == ["antwoorden.yaml:5:23 answers.choice-near"]
