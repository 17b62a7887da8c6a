"""What weak answers lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.text import Source
from doorbraak_cli.reports.follow_up import BottleneckFacts, FollowUp, MirrorFacts, RecommendationFacts, follow_up

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack


def mirrored(small: Pack, weak: list[str], tags: dict[str, tuple[str, ...]] | None = None) -> list[str]:
    return [one.question for one in follow_up(weak, tags or {}, small, "nl").mirrors]


def test_helps(small: Pack) -> None:
    """It gives at most three recommendations per question, most helpful first, in short and with their place."""
    first, second = follow_up(["micro-1", "micro-2"], {}, small, "nl").helps
    assert (first.question, first.text) == ("micro-1", "Vraag micro-1?")
    assert [one.id for one in first.recommendations] == ["r-4", "r-1", "r-2"]
    assert second.recommendations == (
        RecommendationFacts(id="r-1", title="Titel r-1", gist="Kern r-1.", source=Source(chapter=5, page=12, item="x")),
    )


def test_nothing_helps(small: Pack) -> None:
    """It leaves out a question no recommendation belongs to, and one the pack does not have."""
    assert follow_up(["micro-3", "oud"], {}, small, "nl").helps == ()


def test_mirrors(small: Pack) -> None:
    """It gives the questions that mirror a weak answer, whichever of the two names the other, with why."""
    assert mirrored(small, ["micro-2"]) == ["meso-2", "meso-3", "macro-1"]
    assert follow_up(["micro-2"], {}, small, "nl").mirrors[0] == MirrorFacts(
        question="meso-2", level="meso", text="Vraag meso-2?", why="Waarom meso-2."
    )


def test_mirrors_of_most_answers_first(small: Pack) -> None:
    """It starts with the question that mirrors most weak answers, each question once."""
    assert mirrored(small, ["micro-1", "micro-2"]) == ["macro-1", "meso-1", "meso-2", "meso-3", "macro-2"]


def test_mirrors_of_other_levels(small: Pack) -> None:
    """It asks nobody a question on a level that somebody looked back on themselves."""
    assert mirrored(small, ["micro-1", "micro-2", "meso-4"]) == ["macro-1", "macro-2"]
    assert mirrored(small, ["micro-1", "meso-1", "macro-1"]) == []


def test_bottlenecks_first(small: Pack) -> None:
    """It starts with the questions a bottleneck calls for, also those that mirror nothing, and says which called."""
    told = follow_up(["micro-1", "micro-2"], {"micro-1": ("geld", "tijd"), "micro-2": ("tijd",)}, small, "nl").mirrors
    assert [(one.question, one.bottlenecks) for one in told] == [
        ("macro-2", ("tijd", "geld")),
        ("meso-4", ("tijd",)),
        ("macro-1", ()),
        ("meso-1", ()),
        ("meso-2", ()),
        ("meso-3", ()),
    ]


def test_bottleneck_on_the_same_level(small: Pack) -> None:
    """It leaves out a question of a bottleneck on a level that somebody looked back on themselves."""
    assert mirrored(small, ["micro-3"], {"micro-3": ("geld",)}) == ["macro-2"]
    assert mirrored(small, ["micro-3", "meso-1"], {"micro-3": ("tijd",)}) == ["macro-2"]


def test_nothing_is_sent_down_to_professionals(small: Pack) -> None:
    """It has no questions for professionals, whoever looked back and whatever was in the way."""
    assert mirrored(small, ["macro-1"], {"macro-1": ("geld",)}) == []


def test_bottlenecks(small: Pack) -> None:
    """It gives what was ticked in the order of the pack, with the questions it was ticked at."""
    tags = {"micro-1": ("geld",), "micro-2": ("tijd", "geld")}
    assert follow_up(["micro-1", "micro-2"], tags, small, "nl").bottlenecks == (
        BottleneckFacts(
            id="tijd", title="Titel tijd", text="Uitleg tijd.", levels=("meso", "macro"), questions=("micro-2",)
        ),
        BottleneckFacts(
            id="geld", title="Titel geld", text="Uitleg geld.", levels=("macro",), questions=("micro-1", "micro-2")
        ),
    )


def test_bottleneck_that_is_gone(small: Pack) -> None:
    """It keeps a bottleneck the pack no longer has, by its id, after those it has."""
    told = follow_up(["micro-1"], {"micro-1": ("oud", "anders", "ouder")}, small, "nl")
    assert [(one.id, one.title, one.text, one.levels, one.questions) for one in told.bottlenecks] == [
        ("anders", "Titel anders", "Uitleg anders.", (), ("micro-1",)),
        ("oud", "oud", "", (), ("micro-1",)),
        ("ouder", "ouder", "", (), ("micro-1",)),
    ]
    assert {name for one in told.mirrors for name in one.bottlenecks} == set()


def test_language(small: Pack) -> None:
    """It tells everything in the language asked for."""
    told = follow_up(["micro-1"], {"micro-1": ("tijd",)}, small, "en")
    found = [
        *(one.text for one in told.helps),
        *(one.text for one in told.mirrors),
        *(one.text for one in told.bottlenecks),
        *(text for one in told.helps for each in one.recommendations for text in (each.title, each.gist)),
        *(one.why for one in told.mirrors),
        *(one.title for one in told.bottlenecks),
    ]
    assert len(found) > 10
    assert [one for one in found if not one.endswith("in English")] == []


def test_nothing_weak(small: Pack) -> None:
    """It leads to nothing where nothing was weak."""
    assert follow_up([], {}, small, "nl") == FollowUp()


@pytest.mark.parametrize("level", ["micro", "meso", "macro"])
def test_shipped(pack: Pack, level: str) -> None:
    """It has help with every question we ship, and questions for those who manage and make policy elsewhere."""
    asked = [one.id for one in pack.questions if one.level == level]
    assert asked
    told = follow_up(asked, {name: tuple(one.id for one in pack.bottlenecks) for name in asked}, pack, "nl")
    assert [one.question for one in told.helps] == asked
    assert {one.level for one in told.mirrors} == {"meso", "macro"} - {level}
    assert all(1 <= len(one.recommendations) <= 3 for one in told.helps)
    assert [one.id for one in told.bottlenecks] == [one.id for one in pack.bottlenecks]
