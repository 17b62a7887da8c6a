"""Pages of the guide as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.renderers import plain_text

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.text import Text
    from doorbraak_cli.domain.wording import Wording

WIDTHS = [40, 80, 200]
LANGS = ["nl", "en"]


@pytest.fixture(params=LANGS)
def say(request: pytest.FixtureRequest, nl: Wording, en: Wording) -> Wording:
    return {"nl": nl, "en": en}[request.param]


def flat(text: str) -> str:
    return " ".join(text.split())


def assert_holds(page: str, texts: list[Text], say: Wording) -> None:
    assert texts
    for text in texts:
        assert flat(text.pick(say.lang)) in flat(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_principles(pack: Pack, say: Wording, width: int) -> None:
    """It shows every principle whole, no line wider than asked for, nor wider than reads well."""
    page = plain_text.principles(pack.principles, pack, say, width, whole=True)
    assert max(len(line) for line in page.splitlines()) <= min(width, plain_text.WIDEST)
    assert_holds(page, [text for one in pack.principles for text in (one.title, one.why, one.essence)], say)
    assert_holds(page, [one.in_the_case for one in pack.principles], say)


def test_principles_in_short(pack: Pack, say: Wording) -> None:
    """It leaves the composite case and the questions for whoever asks for one principle."""
    page = plain_text.principles(pack.principles, pack, say, 80, whole=False)
    assert_holds(page, [one.essence for one in pack.principles], say)
    assert "Marianne" not in page


@pytest.mark.parametrize("width", WIDTHS)
def test_questions(pack: Pack, say: Wording, width: int) -> None:
    """It shows every question with its id and parts, no line wider than asked for."""
    page = plain_text.questions(pack.questions, pack, say, width)
    assert max(len(line) for line in page.splitlines()) <= min(width, plain_text.WIDEST)
    assert_holds(page, [one.text for one in pack.questions], say)
    assert_holds(page, [part.text for one in pack.questions for part in one.parts], say)
    assert [line.strip() for line in page.splitlines() if line.startswith("  ") and line[2] != " "] == [
        one.id for one in pack.questions
    ]
    assert page.endswith(say("questions.count", count=57))


def test_headings_of_questions(pack: Pack, nl: Wording) -> None:
    """It puts each group under its principle and level once, underlined."""
    lines = plain_text.questions(pack.questions, pack, nl, 80).splitlines()
    rules = [place for place, line in enumerate(lines) if set(line) == {"─"}]
    assert len(rules) == 9
    assert lines[rules[0] - 1] == "Radicaal aansluiten bij het perspectief van het gezin · Microniveau"
    assert len(lines[rules[0]]) == len(lines[rules[0] - 1])


def test_no_questions(pack: Pack, nl: Wording) -> None:
    """It says that there are none where nothing matches."""
    assert plain_text.questions([], pack, nl, 80) == "0 vragen."


def test_very_narrow(pack: Pack, nl: Wording) -> None:
    """It does not go narrower than words can bear, however narrow the screen."""
    page = plain_text.questions(pack.questions, pack, nl, 1)
    assert max(len(line) for line in page.splitlines()) <= plain_text.NARROWEST


def test_nothing_acts(pack: Pack, nl: Wording) -> None:
    """It shows control characters in somebody's own pack as symbols."""
    hostile = pack.principles[0].model_copy(
        update={"title": pack.info.title.model_copy(update={"nl": "\x1b[31mrood\u202e"})}
    )
    page = plain_text.principles([hostile], pack, nl, 80, whole=False)
    assert page.startswith("1. ␛[31mrood<U+202E> (RA)")
