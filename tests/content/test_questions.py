"""The 57 reflection questions of chapter 6. Ids and numbers are those of the guide: they never change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.question import FOLLOW_UPS
from doorbraak_cli.domain.wording import LANGUAGES

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.question import ReflectionQuestion
    from doorbraak_cli.domain.text import Text

COUNTS = {
    "ra-micro": 5,
    "ra-meso": 6,
    "ra-macro": 6,
    "bk-micro": 7,
    "bk-meso": 5,
    "bk-macro": 6,
    "sw-micro": 7,
    "sw-meso": 7,
    "sw-macro": 8,
}
FACT = ["sw-micro-3", "sw-micro-4"]
OPEN = [
    "ra-meso-2",
    "bk-micro-2",
    "bk-micro-5",
    "sw-micro-1",
    "sw-micro-5",
    "sw-micro-7",
    "sw-meso-5",
    "sw-macro-4",
]
PRINCIPLES = {"ra": "radicaal-aansluiten", "bk": "breed-kijken", "sw": "samen-waarde-toevoegen"}


def asked(question: ReflectionQuestion) -> list[Text]:
    return [question.text, *(part.text for part in question.parts)]


def test_ids(pack: Pack) -> None:
    """It has every question of the guide once, in the order of the guide, and no other."""
    ids = [f"{group}-{number}" for group, count in COUNTS.items() for number in range(1, count + 1)]
    assert [question.id for question in pack.questions] == ids
    assert len(ids) == 57


def test_principle_and_level_follow_the_id(pack: Pack) -> None:
    """It puts each question under the principle and the level its id names, and says so in its source."""
    for question in pack.questions:
        code, level, number = question.id.split("-")
        assert (question.principle, question.level) == (PRINCIPLES[code], level)
        assert question.source is not None
        assert question.source.item == f"{code}-{level} {number}"


@pytest.mark.parametrize("group", COUNTS)
def test_selection(pack: Pack, group: str) -> None:
    """It gives the questions of one principle and level, as many as the guide has."""
    code, level = group.split("-")
    chosen = pack.select(level=level, principles=[PRINCIPLES[code]])  # type: ignore[arg-type]  # ids of the guide
    assert len(chosen) == COUNTS[group]


def test_kinds(pack: Pack) -> None:
    """It asks 47 times to what extent, twice whether something was there, and eight times openly."""
    of_kind = {kind: [one.id for one in pack.questions if one.kind == kind] for kind in ("extent", "fact", "open")}
    assert (of_kind["fact"], of_kind["open"], len(of_kind["extent"])) == (FACT, OPEN, 47)


def test_source(pack: Pack) -> None:
    """It points every question at chapter 6, which starts on page 27."""
    sources = [one.source for one in pack.questions]
    assert {(source.chapter, source.page) for source in sources if source} == {(6, 27)}
    assert None not in sources


def test_parts(pack: Pack) -> None:
    """It splits a double question in at least two, with ids of their own that no follow-up question has."""
    several = [one for one in pack.questions if one.parts]
    assert several
    for question in several:
        ids = [part.id for part in question.parts]
        assert ids == [chr(ord("a") + place) for place in range(len(ids))], question.id
        assert len(ids) > 1, question.id
        assert not set(ids) & set(FOLLOW_UPS), question.id


def test_fields_are_unique(pack: Pack) -> None:
    """It keeps every answer under an id of its own."""
    fields = Counter(question.field_id(part) for question in pack.questions for part in question.fields)
    assert set(fields.values()) == {1}


def test_words_of_every_choice(pack: Pack) -> None:
    """It can be answered in words in both languages wherever it does not ask openly."""
    kinds = {question.kind_of(part) for question in pack.questions for part in question.fields} - {"open"}
    assert kinds == {"extent", "fact"}
    for kind in kinds:
        for lang in LANGUAGES:
            labels = [word.text.pick(lang) for word in pack.scale(kind).words]
            assert len(set(labels)) == len(labels) > 1


def test_length(pack: Pack) -> None:
    """It stays short enough to read in a terminal: a question up to 45 words, its reason up to 200 characters."""
    for question in pack.questions:
        for lang in LANGUAGES:
            assert len(question.why.pick(lang)) <= 200, question.id
            for text in asked(question):
                assert len(text.pick(lang).split()) <= 45, question.id


def test_questions_ask(pack: Pack) -> None:
    """It ends every question and every part with a question mark, and no reason with one."""
    for question in pack.questions:
        for lang in LANGUAGES:
            assert all(text.pick(lang).endswith("?") for text in asked(question)), question.id
            assert question.why.pick(lang).endswith("."), question.id
