"""The built-in case: the composite story of Marianne, answered in both languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.domain.case import Case, Reflection
from doorbraak_cli.domain.wording import LANGUAGES, Language
from doorbraak_cli.files import answers, wordings
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.reflection import ReflectionFlow
from doorbraak_cli.flows.script import play

from .conftest import untidy

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack

DAY = date(2026, 4, 30)


def given(lang: Language) -> dict[str, Any]:
    return answers.read(content_root() / "cases" / f"marianne.{lang}.yaml")[0]


def start(pack: Pack, lang: Language) -> tuple[ReflectionFlow, Case]:
    first = Reflection(id="reflection-1", started=DAY, language=lang, pack=pack.ref)
    case = Case(about="case", created=DAY, reflections=(first,))
    return ReflectionFlow(pack, wordings.load(lang), "reflection-1", DAY), case


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plays_through(pack: Pack, lang: Language) -> None:
    """It is an answers file without a fault, and ends as a finished reflection."""
    flow, case = start(pack, lang)
    done, faults = play(flow, case, given(lang))
    assert [fault.message for fault in faults] == []
    assert (done.title, done.reflections[0].finished) == ("Marianne", DAY)


def test_same_structure(pack: Pack) -> None:
    """It answers the same questions in both languages, with the same words and the same ones left open."""
    dutch, english = given("nl"), given("en")
    assert list(dutch) == list(english)
    flow, case = start(pack, "nl")
    catalogue = flow.catalogue(case)
    chosen = [name for name in dutch if catalogue[name].form in (Form.CHOICE, Form.CHOICES)]
    assert chosen
    assert {name: dutch[name] for name in chosen} == {name: english[name] for name in chosen}
    assert [name for name in dutch if dutch[name] is None] == [name for name in english if english[name] is None]


def test_shows_what_there_is(pack: Pack) -> None:
    """It touches every principle and every kind of answer, with something skipped, unknown and left for later."""
    dutch = given("nl")
    questions = [one for name in dutch["questions"] if (one := pack.question(name))]
    assert {one.principle for one in questions} == {one.id for one in pack.principles}
    assert {one.kind for one in questions} == {"extent", "fact", "open"}
    assert None in dutch.values()
    assert "unknown" in dutch.values()
    assert any(name.endswith(".next") for name in dutch)


@pytest.mark.parametrize(("lang", "said"), [("nl", "bestaan niet"), ("en", "do not exist")])
def test_says_it_is_made_up(lang: Language, said: str) -> None:
    """It says in its first sentence that these people do not exist."""
    assert said in given(lang)["situation"].partition(".")[0].partition(":")[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tidy(lang: Language) -> None:
    """It holds no double spaces, placeholders or notes to ourselves."""
    found = [value for value in given(lang).values() if isinstance(value, str)]
    assert found
    for text in found:
        assert untidy(text) == []
