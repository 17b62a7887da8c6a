"""`doorbraak search`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from .conftest import flat

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Program


def found(program: Program, *arguments: str) -> list[dict[str, str]]:
    """Give what a search found, as data."""
    told: list[dict[str, str]] = json.loads(program(*arguments, "--json").out)
    return told


@pytest.mark.parametrize(
    ("words", "in_title"),
    [
        (("wachtlijst",), "wachtlijst"),
        (("rugdekking",), "rugdekking"),
        (("onder", "de", "18"), "consultatie"),
        (("--lang", "en", "waiting", "lists"), "waiting list"),
    ],
)
def test_best_first(program: Program, words: tuple[str, ...], in_title: str) -> None:
    """It puts what is about the words first, as data and on the page."""
    first = found(program, "search", *words)[0]
    assert in_title in f"{first['title']} {first['sentence']}".casefold()
    result = program("search", *words)
    assert (result.code, result.err) == (0, "")
    assert flat(result.out).index(flat(first["title"])) < 80


def test_words_forms_and_accents(program: Program) -> None:
    """It finds the same first for other forms of a word, with accents or capitals, together or apart."""
    first = found(program, "search", "wachtlijsten")[0]
    for words in (("WACHTLIJST",), ("wáchtlijst",)):
        assert found(program, "search", *words)[0] == first
    assert found(program, "search", "kortere wachtlijsten") == found(program, "search", "kortere", "wachtlijsten")


def test_ten_or_all(program: Program) -> None:
    """It shows ten and how many there are, all of them when asked, and always all as data."""
    hits = found(program, "search", "gezin")
    assert len(hits) > 10
    assert len({(one["kind"], one["id"]) for one in hits}) == len(hits)
    ten, every = program("search", "gezin").out, program("search", "gezin", "--all").out
    assert f"De eerste 10 van {len(hits)}" in ten
    assert "--all" in ten
    assert f"Gevonden: {len(hits)}" in every
    assert "--all" not in every
    assert [one["title"] for one in hits if flat(one["title"]) not in flat(every)] == []
    assert found(program, "search", "gezin", "--all") == hits


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_opens_what_it_found(program: Program, lang: str) -> None:
    """It gives with everything it found the command that opens it, as it can be typed, in the same language."""
    kinds = set()
    for words in ("team", "Marianne"):
        hits = found(program, "--lang", lang, "search", words)
        out = flat(program("--lang", lang, "search", words, "--all").out)
        commands = re.findall(r"doorbraak (--lang=\w+ (?:practice|sources|\S+ \S+))", out)
        for one, command in zip(hits, commands, strict=True):
            opened = program(*command.split())
            assert opened.code == 0, command
            assert flat(one["title"]) in flat(opened.out)
            kinds.add(one["kind"])
    assert len(kinds) == 9


def test_no_words(program: Program) -> None:
    """It says that words are needed, with an example that works, and exits 2."""
    for arguments in ((), ("",), (" ", " ")):
        result = program("search", *arguments)
        assert (result.code, result.out) == (2, "")
        example = result.err.partition("doorbraak ")[2].split()
        assert program(*example).code == 0


@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_nothing_found(program: Program, json_too: tuple[str, ...]) -> None:
    """It says that nothing was found, exits 1, and guesses nothing where nothing is near."""
    result = program("search", "qqqqzzzz", *json_too)
    assert (result.code, result.out) == (1, "")
    assert '"qqqqzzzz"' in result.err
    assert "bedoelde je" not in result.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("rugdekkng",), 'bedoelde je "rugdekking"'), (("--lang", "en", "waitinng"), 'did you mean "waiting"')],
)
def test_did_you_mean(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It names words that are there and near, which do find something."""
    result = program("search", *arguments)
    assert (result.code, result.out) == (1, "")
    assert said in result.err
    meant = re.findall(r'"([^"]+)"', result.err)[-1]
    assert found(program, *arguments[:-1], "search", meant)


@pytest.mark.parametrize("word", ["zelfmoord", "armoede", "stalking"])
def test_no_guess_on_a_grave_word(program: Program, word: str) -> None:
    """It guesses nothing where no word begins the same and is much alike."""
    result = program("search", word)
    assert (result.code, result.out) == (1, "")
    assert f'"{word}"' in result.err
    assert "bedoelde je" not in result.err


def test_all_words_before_any(program: Program) -> None:
    """It gives only what holds all words, and what holds any of them where nothing holds all."""

    def ids(*words: str) -> set[tuple[str, str]]:
        return {(one["kind"], one["id"]) for one in found(program, "search", *words)}

    both = ids("wachtlijst", "gezin")
    assert both
    assert both <= ids("wachtlijst") & ids("gezin")
    assert not ids("wachtlijst") & ids("rugdekking")
    assert ids("wachtlijst", "rugdekking") == ids("wachtlijst") | ids("rugdekking")


@pytest.mark.parametrize(
    "words",
    ['"', '" OR "', "NEAR(gezin team)", "gezin*", "-gezin", "title:gezin", "'; DROP TABLE guide; --", "(", "^a"],
)
def test_words_are_only_words(program: Program, words: str) -> None:
    """It takes nothing in the words for a command to the index."""
    result = program("search", "--", words)
    assert result.code in {0, 1}
    assert "Traceback" not in result.err


def test_control_characters_never_act(program: Program) -> None:
    """It shows a control character in the words as a symbol."""
    result = program("search", "\x1b[31mqqqqzzzz")
    assert result.code == 1
    assert "\x1b" not in result.err
    assert "␛[31m" in result.err


def test_dutch_name(program: Program) -> None:
    """It answers to its Dutch name."""
    assert program("zoek", "wachtlijst") == program("search", "wachtlijst")


def test_own_pack(program: Program, tmp_path: Path) -> None:
    """It finds what somebody's own folder adds, and not what that takes out."""
    own = tmp_path / "eigen"
    own.mkdir()
    gone = found(program, "search", "lege stoel")[0]["id"]
    term = '  - id: "begrip-kwinkslag"\n    term: {nl: "Kwinkslag"}\n    text: {nl: "Een grap."}\n'
    (own / "a.yaml").write_text(f"terms:\n{term}disabled: ['{gone}']\n", "utf-8")
    assert [one["id"] for one in found(program, "--pack", str(own), "search", "kwinkslag")] == ["begrip-kwinkslag"]
    assert gone not in [one["id"] for one in found(program, "--pack", str(own), "search", "lege stoel")]
    assert f"doorbraak --pack={own} glossary" in flat(program("--pack", own, "search", "kwinkslag").out)
