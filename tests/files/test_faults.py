"""What pydantic finds wrong, told in our words and with the place in the file."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from doorbraak_cli.domain.question import Scale
from doorbraak_cli.domain.text import Code, Id, NonEmpty, Text
from doorbraak_cli.domain.wording import LANGUAGES, Language, Wording
from doorbraak_cli.errors import Problem
from doorbraak_cli.files import faults as module
from doorbraak_cli.files.faults import faults
from doorbraak_cli.files.yaml_source import Location, Source, parse

WORDING = Path(module.__file__).parents[1] / "wording"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Colour(StrEnum):
    RED = "red"
    BLUE = "dark-blue"


class Part(Strict):
    id: Id
    kind: Literal["open", "extent"] = "open"


class Cat(Strict):
    kind: Literal["cat"]
    lives: int


class Dog(Strict):
    kind: Literal["dog"]
    tail: bool


class Owner(Strict):
    kind: Literal["owner"]
    part: Part


class Entry(Strict):
    """One field for each thing that can be wrong."""

    text: str = ""
    name: NonEmpty = "x"
    short: Annotated[str, Field(min_length=3, max_length=5)] = "abc"
    pattern: Annotated[str, Field(pattern="^[A-Z]+$")] = "A"
    id: Id = "a"
    whole: int = 0
    decimal: float = 0.0
    agreed: bool = True
    day: date = date(2026, 1, 1)
    colour: Colour = Colour.RED
    mixed: Literal["it's", 'say "or"', 3] = 3
    above: Annotated[int, Field(gt=1)] = 2
    least: Annotated[int, Field(ge=1)] = 2
    below: Annotated[int, Field(lt=9)] = 2
    most: Annotated[int, Field(le=9)] = 2
    items: Annotated[tuple[str, ...], Field(min_length=1, max_length=2)] = ("a",)
    parts: tuple[Part, ...] = ()
    part: Part | None = None
    by_name: dict[Id, Part] = {}
    by_code: dict[Code, str] = {}
    either: str | tuple[str, ...] = ""
    text_or_part: str | Part = ""
    part_or_short: Part | Annotated[str, Field(min_length=3)] = "abc"
    pets: tuple[Annotated[Cat | Dog | Owner, Field(discriminator="kind")], ...] = ()
    both: Text | None = None
    renamed_: str = Field("", alias="renamed")

    @model_validator(mode="after")
    def _checked(self) -> Self:
        if self.text == "wrong":
            raise ValueError("wrong is not allowed.")
        if self.text in {"answer_status", "repeated_id"}:
            raise PydanticCustomError(self.text, "{id}", {"id": "x"})
        return self


# Text, and every fault in it: line, column, key, and what its sentence must hold.
CASES: Mapping[str, tuple[str, list[tuple[int, int, str, str]]]] = {
    "unknown key": ("text: a\nzzzz:\n  b: c\n", [(2, 1, "unknown-key", '"zzzz"')]),
    "unknown key that is nearly right": ("tekst: a\n", [(1, 1, "unknown-key-near", '"text"')]),
    "unknown key deeper": ("parts:\n  - id: a\n    knd: b\n", [(3, 5, "unknown-key-near", '"kind"')]),
    "unknown key in a mapping": ("by_name:\n  a: {id: a, kid: b}\n", [(2, 14, "unknown-key-near", '"kind"')]),
    "unknown key in an optional": (
        "part: {idd: a}\n",
        [(1, 7, "missing-key", '"id"'), (1, 8, "unknown-key-near", '"id"')],
    ),
    "unknown key in a member of a union": (
        "pets:\n  - {kind: dog, tail: true, tial: true}\n",
        [(2, 29, "unknown-key", '"tial"')],
    ),
    "unknown key within a member of a union": (
        "pets:\n  - {kind: owner, part: {id: a, knd: open}}\n",
        [(2, 33, "unknown-key-near", '"kind"')],
    ),
    "unknown key near one that has another name": ("renamd: a\n", [(1, 1, "unknown-key-near", '"renamed"')]),
    "missing key": ("parts:\n  - id: a\n  - kind: open\n", [(3, 5, "missing-key", '"id"')]),
    "missing keys in a union": ("text_or_part: {kind: open}\n", [(1, 15, "missing-key", '"id"')]),
    "nothing": ("text:\n", [(1, 6, "empty", "")]),
    "no date": ("day: ~\n", [(1, 6, "empty", "")]),
    "number for text": ("text: 1.10\n", [(1, 7, "text-not-number", "")]),
    "true for text": ("text: true\n", [(1, 7, "text-not-boolean", "")]),
    "list for text": ("text: [a]\n", [(1, 7, "text", "")]),
    "text in a list": ("items: [a, 5]\n", [(1, 12, "text-not-number", "")]),
    "text for a whole number": ("whole: '5'\n", [(1, 8, "integer", "")]),
    "decimal for a whole number": ("whole: 5.5\n", [(1, 8, "integer", "")]),
    "text for a number": ("decimal: a\n", [(1, 10, "number", "")]),
    "text for true": ("agreed: 'true'\n", [(1, 9, "boolean", "")]),
    "text for a list": ("items: a\n", [(1, 8, "list", "")]),
    "text for a mapping": ("part: a\n", [(1, 7, "mapping", "")]),
    "list for a mapping": ("by_name: [a]\n", [(1, 10, "mapping", "")]),
    "empty text": ("name: ''\n", [(1, 7, "text-empty", "")]),
    "blank text": ("name: '  '\n", [(1, 7, "text-empty", "")]),
    "short text": ("short: a\n", [(1, 8, "text-short", "3")]),
    "long text": ("short: abcdef\n", [(1, 8, "text-long", "5")]),
    "pattern": ("pattern: abc\n", [(1, 10, "pattern", "^[A-Z]+$")]),
    "id": ("id: 'A B'\n", [(1, 5, "id", '"A B"')]),
    "id as a key": ("by_name:\n  A_B: {id: a}\n", [(2, 3, "id", '"A_B"')]),
    "code as a key": ("by_code:\n  BK 05: a\n", [(2, 3, "code", "BK05")]),
    "id as a key, and its value": ("by_name:\n  A_B: a\n", [(2, 3, "id", ""), (2, 8, "mapping", "")]),
    "few": ("items: []\n", [(1, 8, "few", "1")]),
    "many": ("items: [a, b, c]\n", [(1, 8, "many", "2")]),
    "above": ("above: 1\n", [(1, 8, "above", "1")]),
    "least": ("least: 0\n", [(1, 8, "least", "1")]),
    "below": ("below: 9\n", [(1, 8, "below", "9")]),
    "most": ("most: 10\n", [(1, 7, "most", "9")]),
    "choice": ("colour: zzz\n", [(1, 9, "choice", "red, dark-blue")]),
    "choice that is nearly right": ("colour: dark_blue\n", [(1, 9, "choice-near", '"dark-blue"')]),
    "choice of texts with quotes": ("mixed: [a]\n", [(1, 8, "choice", 'it\'s, say "or", 3')]),
    "no choice": ("colour:\n", [(1, 8, "choice", '"null"')]),
    "true for a choice": ("colour: true\n", [(1, 9, "choice", '"true"')]),
    "day that does not exist": ("day: 2026-02-30\n", [(1, 6, "date", '"2026-02-30"')]),
    "no day": ("day: morgen\n", [(1, 6, "date", '"morgen"')]),
    "day with a time": ("day: '2026-11-23T12:00:00'\n", [(1, 6, "date", "")]),
    "list for a day": ("day: [1]\n", [(1, 6, "date", "…")]),
    "neither of two kinds": ("either: 5\n", [(1, 9, "text-not-number", "")]),
    "second of two kinds, with a fault": ("either: [a, 5]\n", [(1, 13, "text-not-number", "")]),
    "last of two kinds, with a fault": ("part_or_short: a\n", [(1, 16, "text-short", "3")]),
    "kind that is not there": ("pets:\n  - kind: cow\n", [(2, 11, "choice", '"cow"')]),
    "kind that is missing": ("pets:\n  - lives: 9\n", [(2, 5, "missing-key", '"kind"')]),
    "fault in a kind": ("pets:\n  - {kind: cat}\n", [(2, 5, "missing-key", '"lives"')]),
    "no language": ("both: {nl: ~}\n", [(1, 7, "no-language", "")]),
    "answer without status": ("text: answer_status\n", [(1, 1, "answer-status", "")]),
    "same id twice": ("text: repeated_id\n", [(1, 1, "repeated-id", '"x"')]),
    "anything else": ("text: wrong\n", [(1, 1, "other", "wrong is not allowed")]),
    "not a mapping": ("- a\n", [(1, 1, "mapping", "")]),
}


def source_of(text: str) -> Source:
    source, problems = parse(text.encode(), "f.yaml")
    assert source is not None
    assert not problems
    return source


def found(text: str, model: Any = Entry, within: Location = ()) -> list[Problem]:
    source = source_of(text)
    data = source.data
    for part in within:
        data = data[part]  # type: ignore[index]
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(model).validate_json(json.dumps(data))
    return faults(caught.value, source, model, within=within)


def places(problems: list[Problem]) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.message.key.removeprefix("value.")) for one in problems]


def said(problem: Problem, lang: Language) -> str:
    table = tomllib.loads((WORDING / f"{lang}.toml").read_text("utf-8"))["value"]
    return Wording(lang, {f"value.{key}": text for key, text in table.items()}).message(problem.message)


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_faults(text: str, expected: list[tuple[int, int, str, str]]) -> None:
    """It tells every fault once, with its line and column, in one sentence of ours."""
    problems = found(text)
    assert places(problems) == [(line, column, key) for line, column, key, _ in expected]
    for problem, (*_, part) in zip(problems, expected, strict=True):
        assert problem.path == "f.yaml"
        assert all(part in said(problem, lang) for lang in LANGUAGES)
        assert said(problem, "nl") != said(problem, "en")


def test_every_sentence_has_a_case() -> None:
    """It has a case for every sentence."""
    table = tomllib.loads((WORDING / "nl.toml").read_text("utf-8"))["value"]
    assert {key for _, expected in CASES.values() for _, _, key, _ in expected} == set(table)


def test_all_at_once() -> None:
    """It tells all faults of a file, in order of place, and two keys missing from one mapping apart."""
    text = "whole: a\npets:\n  - {kind: dog}\n  - {kind: cat, x: 1}\nby_name:\n  a: {}\nid: A\ntxt: a\n"
    assert places(found(text)) == [
        (1, 8, "integer"),
        (3, 5, "missing-key"),
        (4, 5, "missing-key"),
        (4, 17, "unknown-key"),
        (6, 6, "missing-key"),
        (7, 5, "id"),
        (8, 1, "unknown-key-near"),
    ]
    both = found("a: {}\n", dict[str, Cat])
    assert [problem.message.values["name"] for problem in both] == ["kind", "lives"]
    assert places(both) == [(1, 4, "missing-key")] * 2


def test_within() -> None:
    """It finds the place of data that is only a part of the file."""
    text = "x: 1\nlist:\n  - {}\n  - {text: 5, textt: a, whole: 1}\n"
    within = ("list", 1)
    assert places(found(text, within=within)) == [(4, 12, "text-not-number"), (4, 15, "unknown-key")]
    assert places(found("a:\n  wole: 1\n", within=("a",))) == [(2, 3, "unknown-key-near")]


def test_without_a_model() -> None:
    """It does without a suggestion where it does not know the model."""
    source = source_of("tekst: a\n")
    with pytest.raises(ValidationError) as caught:
        Entry.model_validate(source.data)
    assert places(faults(caught.value, source)) == [(1, 1, "unknown-key")]


def test_data_that_was_changed_first() -> None:
    """It gives the nearest place in the file where the validated data has more in it than the file."""
    source = source_of("part: a\n")
    with pytest.raises(ValidationError) as caught:
        Entry.model_validate({"part": {"id": "a", "kind": "x"}})
    assert places(faults(caught.value, source, Entry)) == [(1, 7, "choice")]


def test_values_in_messages_are_harmless() -> None:
    """It shortens what it quotes and shows control characters instead of sending them to the screen."""
    long = "\\e[31m" + "x" * 500
    for text in (f'"{long}": 1\n', f'colour: "{long}"\n', f'pattern: "{long}"\n'):
        sentence = said(found(text)[0], "nl")
        assert "\x1b" not in sentence
        assert "␛[31mxxx" in sentence
        assert len(sentence) < 200


def test_list_with_a_fault_in_it_is_not_too_short() -> None:
    """It does not call a list too short for what is wrong in it, and does where it is."""
    wrong, right = '{id: "b", text: {nl: "B"}, weak: "ja"}', '{id: "a", text: {nl: "A"}}'
    for words, keys in ((f"{right}, {wrong}", ["boolean"]), (wrong, ["few", "boolean"])):
        text = f'{{id: "s", title: {{nl: "S"}}, words: [{words}]}}\n'
        assert [key for _, _, key in places(found(text, Scale))] == keys
