"""Every sentence that is asked for is there, in every language, and none stands there for nothing."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, get_args

import pytest

import doorbraak_cli
from doorbraak_cli.cli.built_in import BUILT_IN
from doorbraak_cli.domain.due import KINDS as DUE_KINDS
from doorbraak_cli.domain.journey import Moment
from doorbraak_cli.domain.principle import ABOUT, LEVELS
from doorbraak_cli.domain.sheet import HEADS
from doorbraak_cli.domain.wording import LANGUAGES
from doorbraak_cli.files import wordings
from doorbraak_cli.files.pack_checks import SHEETS
from doorbraak_cli.privacy import scan
from doorbraak_cli.reports.network import PLACES
from doorbraak_cli.reports.sheets import PARTS as ALONE
from doorbraak_cli.reports.weighing import FIRST
from doorbraak_cli.search.entries import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.wording import Language, Wording

KEYS = {lang: wordings.load(lang).sentences for lang in LANGUAGES}
NL = KEYS["nl"]
# Whoever calls one of these asks for a sentence, by its first text.
TELLERS = {"say", "Message", "failure", "_refuse", "_problem", "message", "not_there"}
# And of one of these, also for the sentence with the nearest name, where there is one.
WITH_NEAREST = {"not_there"}
# Sentences about a fault: in these tables, all but those that tell how something went well.
ABOUT_FAULTS = (
    *("yaml.", "value.", "case.", "pack.", "answers.", "output.", "import."),
    *("read.no-", "network.too-many", "plan.no-action", "look-back.no", "justify.", "due.within", "due.no-"),
    *("check.one-", "check.unknown-", "check.not-", "usage.no-step"),
    *("sheet.not-there.", "meeting.nothing"),
)
GOOD_NEWS = {
    *("pack.fine", "output.written"),
    *("import.added", "import.there-already", "import.dropped", "import.ignored", "import.roles", "import.go-on"),
    "look-back.nothing",  # what was written down then, not what is wrong now
}
BEGINS_WITH_WHAT_TO_DO = {"yaml.unquoted"}


def trees() -> Iterator[ast.AST]:
    for folder in doorbraak_cli.__path__:
        for path in Path(folder).rglob("*.py"):
            yield ast.parse(path.read_text("utf-8"))


def texts(node: ast.AST) -> Iterator[str]:
    """Give every text in a piece of code as a pattern; what is filled in later can be any part between two dots."""
    parts = [one for one in ast.walk(node) if isinstance(one, ast.JoinedStr)]
    inside = {id(value) for part in parts for value in part.values}
    for part in parts:
        fixed = [str(one.value) if isinstance(one, ast.Constant) else None for one in part.values]
        yield "".join("[^.]+" if one is None else re.escape(one) for one in fixed)
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in inside:
            yield re.escape(one.value)


def asked() -> set[str]:
    """Give the keys that are asked for where somebody is told something, as patterns."""
    found = {text for call in calls(TELLERS) for argument in call.args[:3] for text in texts(argument)}
    return {text for text in found if re.match(r"[a-z]+(\\-[a-z]+)*\\\.\S+$", text)} | nearest()


def nearest() -> set[str]:
    """Give the keys that are made of another one where a name is near, as patterns."""
    return {rf"{text}\-near" for call in calls(WITH_NEAREST) for text in texts(call.args[0]) if r"\." in text}


def calls(names: set[str]) -> list[ast.Call]:
    found = [node for tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [node for node in found if getattr(node.func, "attr", getattr(node.func, "id", "")) in names]


def anywhere() -> set[str]:
    """Give every text in the code that begins like a key, as patterns."""
    tables = "|".join({re.escape(re.escape(key.partition(".")[0])) for key in NL})
    return {text for tree in trees() for text in texts(tree) if re.match(rf"({tables})\\\.", text)} | nearest()


def test_same_keys() -> None:
    """It has the same sentences in every language."""
    assert len(NL) > 100
    assert KEYS["en"].keys() == NL.keys()


def names_in(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_same_names() -> None:
    """It fills in the same things in every language, by plain names, and no sentence is empty."""
    assert {key: names_in(text) for key, text in NL.items()} == {key: names_in(KEYS["en"][key]) for key in NL}
    assert {name for text in NL.values() for name in names_in(text) if not re.fullmatch(r"[a-z_]+", str(name))} == set()
    assert all(text.strip() for sentences in KEYS.values() for text in sentences.values())


def test_every_key_that_is_asked_for_is_there() -> None:
    """It has a sentence for every key in the code; one that is made of parts has at least one."""
    found = asked()
    assert len(found) > 100
    assert [pattern for pattern in sorted(found) if not any(re.fullmatch(pattern, key) for key in NL)] == []


def test_every_key_is_asked_for() -> None:
    """It has no sentence that nobody asks for."""
    patterns = [re.compile(pattern) for pattern in anywhere()]
    assert len(patterns) > 100
    assert [key for key in NL if not any(pattern.fullmatch(key) for pattern in patterns)] == []


# A weighing has sentences of its own for where people are; the other sheets have them by the command they belong to.
COMMANDS = {{"justification": "justify"}.get(kind, kind).replace("_", "-") for kind in SHEETS} - {"weighing"}
PARTS: dict[str, set[str]] = {
    "ask.level.": set(LEVELS),
    "ask.title.": {*LEVELS, "hint.micro", "hint.meso", "hint.macro"},
    "ask.situation.": {*LEVELS, "hint"},
    "ask.evidence.": {*LEVELS, "unknown", "not-applicable", "hint"},
    "journeys.": {*Moment.model_fields} - {"id", "title"},
    "search.": set(KINDS),
    "trace.": {*get_args(scan.Trace), "refused"},
    "summary.about.": set(ABOUT.values()),
    "summary.intro.": set(ABOUT.values()),
    "calendar.": {*map(str, range(1, 13)), "date"},
    "weekday.": {*map(str, range(1, 8))},
    "sheet.place.": {*HEADS},
    **{f"sheet.{when}.": COMMANDS for when in ("first", "resumed", "done")},
    **{f"sheet.{where}.": {*ALONE} for where in ("alone", "not-there")},
    "network.place.": {place or "open" for place in PLACES},
    "read.other-": {"day", "money"},
    "read.no-": {"day", "money"},
    "due.kind.": {*DUE_KINDS},
    "demo.file.": {*BUILT_IN},
    "demo.case-written.": {*BUILT_IN},
    "plan.": {"number", "what", "goal", "who", "by", "status"},
    "justified.": {
        *("cost", "continuing", "spent", "what", "amount", "each", "payer", "basis", "once", "yearly"),
    },
    "meeting.danger.": {*FIRST},
    "meeting.": {
        *("when", "coordinator", "contact", "family", "contact-next", "evaluation"),
        *("bottleneck", "decides", "raised", "raised-when"),
    },
}
SHARED = {"journeys.", "search.", "plan.", "justified.", "meeting."}
"""How other keys begin too."""


@pytest.mark.parametrize("start", PARTS)
def test_keys_that_are_made_of_parts(start: str) -> None:
    """It has a sentence for every part a key can end in; where nothing else begins like it, none for another."""
    there = {key.removeprefix(start) for key in NL if key.startswith(start)}
    assert there >= PARTS[start]
    if start not in SHARED:
        assert there == PARTS[start]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_faults_say_what_to_do(lang: Language) -> None:
    """It says of every fault, after what is wrong, what somebody can do about it."""
    others = GOOD_NEWS | BEGINS_WITH_WHAT_TO_DO
    faults = {key: text for key, text in KEYS[lang].items() if key.startswith(ABOUT_FAULTS) and key not in others}
    assert len(faults) > 70
    assert [key for key, text in faults.items() if not re.search(r"[;:?] |\?$", text)] == []


def test_load(nl: Wording, en: Wording) -> None:
    """It gives sentences by the names of their tables, also where a name has a dot in it or is a number."""
    assert (nl.lang, en.lang) == ("nl", "en")
    assert (nl("calendar.1"), en("calendar.1")) == ("januari", "January")
    assert nl("ask.title.micro") != en("ask.title.micro")
    assert nl("case.missing", name="{name}").endswith("{name}")
