"""What belongs to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.links import AT_MOST, aids_for, mirrors_of, recommendations_for
from doorbraak_cli.domain.pack import Pack

if TYPE_CHECKING:
    from doorbraak_cli.domain.question import ReflectionQuestion


def other(pack: Pack, **content: object) -> Pack:
    """Give a pack with other content of these kinds."""
    return Pack.model_validate({**dict(pack), **content})


def question_of(pack: Pack, question_id: str, **changed: object) -> ReflectionQuestion:
    found = pack.question(question_id)
    assert found is not None
    return found.model_copy(update=changed)


def test_recommendations_in_their_own_order(pack: Pack) -> None:
    """It gives the recommendations a question names, the most helpful first, and no more than are read."""
    names = [one.id for one in reversed(pack.recommendations)][:5]
    question = question_of(pack, "ra-micro-5", recommendations=tuple(names))
    assert [one.id for one in recommendations_for(question, pack)] == names[:AT_MOST]


def test_recommendations_that_are_gone(pack: Pack) -> None:
    """It leaves out what a pack does not have, and gives the next in its place."""
    names = ("weg", *(one.id for one in pack.recommendations[:4]))
    question = question_of(pack, "ra-micro-5", recommendations=names)
    assert [one.id for one in recommendations_for(question, pack)] == [*names[1:4]]
    assert recommendations_for(question_of(pack, "ra-micro-5", recommendations=()), pack) == ()


def test_aids(pack: Pack) -> None:
    """It gives each aid once, in the order they are named, without those a pack does not have."""
    first, second, third = (one.id for one in pack.aids[:3])
    named = ((third, first), (), (first, "weg", second))
    recommendations = [
        one.model_copy(update={"aids": aids}) for one, aids in zip(pack.recommendations, named, strict=False)
    ]
    assert [one.id for one in aids_for(recommendations, pack)] == [third, first, second]
    assert aids_for([], pack) == ()


@pytest.mark.parametrize("named_by", ["ra-micro-5", "ra-meso-3"])
def test_mirrors_whichever_side_names_them(pack: Pack, named_by: str) -> None:
    """It finds a mirror from both sides, whichever of the two questions names the other."""
    pair = ["ra-micro-5", "ra-meso-3"]
    names = {named_by: tuple(one for one in pair if one != named_by)}
    questions = tuple(question_of(pack, one.id, mirrors=names.get(one.id, ())) for one in pack.questions)
    changed = other(pack, questions=questions)
    found = {one.id: [mirror.id for mirror in mirrors_of(one, changed)] for one in questions}
    assert {name: mirrors for name, mirrors in found.items() if mirrors} == {pair[0]: [pair[1]], pair[1]: [pair[0]]}


def test_mirrors_both_name_each_other(pack: Pack) -> None:
    """It gives a mirror once where both name each other, and several in the order of the pack."""
    mirrors = {"ra-micro-5": ("sw-macro-1", "ra-meso-3", "weg"), "ra-meso-3": ("ra-micro-5",)}
    questions = tuple(question_of(pack, one.id, mirrors=mirrors.get(one.id, ())) for one in pack.questions)
    changed = other(pack, questions=questions)
    assert [one.id for one in mirrors_of(question_of(changed, "ra-micro-5"), changed)] == ["ra-meso-3", "sw-macro-1"]


def test_mirrors_of_the_shipped_pack(pack: Pack) -> None:
    """It gives for every mirror of a question that question back."""
    pairs = {(one.id, mirror.id) for one in pack.questions for mirror in mirrors_of(one, pack)}
    assert pairs
    assert pairs == {(there, here) for here, there in pairs}
