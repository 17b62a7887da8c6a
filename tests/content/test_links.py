"""What leads from one part of the guide to another: from a question to what helps, and to who else can be asked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.links import AT_MOST, aids_for, mirrors_of, recommendations_for
from doorbraak_cli.domain.principle import LEVELS
from doorbraak_cli.files.pack_file import KINDS

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import LevelId


def test_ids_are_unique(pack: Pack) -> None:
    """It gives no id to two things, of whatever kind, so that an id alone says what is meant."""
    ids = Counter(one.id for kind in KINDS for one in getattr(pack, kind))
    assert ids.total() > 150
    assert [name for name, count in ids.items() if count > 1] == []


def test_every_question_has_help(pack: Pack) -> None:
    """It names one to three recommendations with every question, each once, on the level of the question itself."""
    for question in pack.questions:
        there = recommendations_for(question, pack)
        assert 1 <= len(question.recommendations) <= AT_MOST == 3, question.id
        assert len({*question.recommendations}) == len(question.recommendations), question.id
        assert [one.id for one in there] == list(question.recommendations), question.id
        assert {one.level for one in there} == {question.level}, question.id


@pytest.mark.parametrize("level", LEVELS)
def test_every_recommendation_is_reached(pack: Pack, level: LevelId) -> None:
    """It leads to every recommendation of a level from some question on it."""
    reached = {name for question in pack.select(level=level) for name in question.recommendations}
    assert {one.id for one in pack.select_recommendations(level=level)} == reached


def test_mirrors(pack: Pack) -> None:
    """It mirrors questions on another level only, both ways, and never a question in itself."""
    mirrored = [question for question in pack.questions if question.mirrors]
    assert len(mirrored) > len(pack.questions) / 2
    for question in mirrored:
        assert len({*question.mirrors}) == len(question.mirrors), question.id
        for name in question.mirrors:
            other = pack.question(name)
            assert other is not None
            assert other.level != question.level, (question.id, name)
            assert question.id in other.mirrors, (question.id, name)


def test_mirrors_are_found_from_both_sides(pack: Pack) -> None:
    """It gives with each question exactly the mirrors it names: none is known by the other side only."""
    assert pack.questions
    for question in pack.questions:
        assert {one.id for one in mirrors_of(question, pack)} == set(question.mirrors), question.id


def test_every_level_can_ask_the_others(pack: Pack) -> None:
    """It has mirrors between every two levels."""
    levels = {one.id: one.level for one in pack.questions}
    pairs = {(question.level, levels[name]) for question in pack.questions for name in question.mirrors}
    assert pairs == {(one, other) for one in LEVELS for other in LEVELS if one != other}


def test_aids_are_reached(pack: Pack) -> None:
    """It leads from the questions to every aid, by way of the recommendations."""
    reached = {aid.id for question in pack.questions for aid in aids_for(recommendations_for(question, pack), pack)}
    assert reached == {one.id for one in pack.aids}


def test_links_lead_somewhere(pack: Pack) -> None:
    """It names nothing that is not there."""
    recommendations, questions, aids = (
        {one.id for one in items} for items in (pack.recommendations, pack.questions, pack.aids)
    )
    assert {name for one in pack.questions for name in one.recommendations} <= recommendations
    assert {name for one in pack.questions for name in one.mirrors} <= questions
    assert {name for one in pack.recommendations for name in one.aids} <= aids
    assert {name for one in pack.bottlenecks for name in one.recommendations} <= recommendations
    assert {name for one in pack.bottlenecks for name in one.questions} <= questions
