"""Which reflection is worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.flows.beginning import begin, filled_in, go_on

from .conftest import DAY, SETUP

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording


def test_a_new_case(pack: Pack, nl: Wording) -> None:
    """It begins a case with one reflection, in which what is known is answered already, also out of turn."""
    start = begin(pack, nl, None, DAY, {"level": "macro", "principles": ("breed-kijken",), "role": "adviseur"})
    assert (start.case.about, start.resumed) == ("policy", False)
    answers = start.flow.answers(start.case)
    assert {name: one.value for name, one in answers.items()} == {
        "level": "macro",
        "principles": ("breed-kijken",),
        "role": "adviseur",
    }
    assert not [one for one in answers.values() if one.check]
    assert [one.id for one in start.flow.path(start.case)][:2] == ["level", "title"]


def test_a_second_reflection(pack: Pack, nl: Wording, case: Case) -> None:
    """It adds a reflection and leaves the first as it was."""
    start = begin(pack, nl, case, DAY, {})
    assert [one.id for one in start.case.reflections] == ["reflection-1", "reflection-2"]
    assert start.case.reflections[0] == case.reflections[0]


def test_goes_on_with_the_last_open_one(pack: Pack, nl: Wording, case: Case) -> None:
    """It goes on where a reflection is still open, and not where there is none."""
    assert go_on(pack, nl, None, DAY) is None
    there = go_on(pack, nl, case, DAY)
    assert there is not None
    assert (there.flow.reflection_id, there.resumed) == ("reflection-1", True)
    closed = case.with_reflection(case.reflections[0].closed(DAY))
    assert go_on(pack, nl, closed, DAY) is None


def test_filled_in(pack: Pack, nl: Wording) -> None:
    """It gives every question of what is known, with presets filled in and the rest empty."""
    start = begin(pack, nl, None, DAY, {})
    given = {question.id: value for question, value in filled_in(start, {"level": "meso", "selection": "all"})}
    assert (given["level"], given["title"], given["sw-meso-7"]) == ("meso", None, None)
    assert len(given["principles"] or ()) == 3
    assert "ra-micro-1.a" in {question.id for question, _ in filled_in(start, {})}
    assert set(SETUP) - {"questions"} <= given.keys()
