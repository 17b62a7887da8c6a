"""The pack."""

import pytest

from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.principle import LEVELS


def test_principle_by_id_or_code(pack: Pack) -> None:
    """It finds a principle by id and by code in any case, and nothing for anything else."""
    by_id = pack.principle("breed-kijken")
    assert by_id is not None
    assert pack.principle("bk") == pack.principle("BK") == by_id
    assert pack.principle("kijken") is None


def test_level(pack: Pack) -> None:
    """It finds a level by id."""
    assert [getattr(pack.level(name), "id", None) for name in ("micro", "nano")] == ["micro", None]


def test_question(pack: Pack) -> None:
    """It finds no question that is not there."""
    assert pack.question("ra-micro-99") is None


def test_select(pack: Pack) -> None:
    """It filters by level and principles, and keeps the order of the pack."""
    assert len(pack.select()) == 57
    chosen = pack.select(level="micro", principles=["samen-waarde-toevoegen", "radicaal-aansluiten"])
    assert [one.id for one in chosen] == [f"ra-micro-{n}" for n in range(1, 6)] + [f"sw-micro-{n}" for n in range(1, 8)]
    assert pack.select(principles=[]) == ()


def test_select_recommendations(pack: Pack) -> None:
    """It filters recommendations as it does questions."""
    assert pack.select_recommendations() == pack.recommendations
    for level in LEVELS:
        chosen = pack.select_recommendations(level=level, principles=["breed-kijken"])
        assert chosen
        assert {(one.level, one.principle) for one in chosen} == {(level, "breed-kijken")}
    parts = [pack.select_recommendations(principles=[one.id]) for one in pack.principles]
    assert {one.id for part in parts for one in part} == {one.id for one in pack.recommendations}
    assert sum(map(len, parts)) == len(pack.recommendations)
    assert pack.select_recommendations(principles=[]) == ()


@pytest.mark.parametrize("kind", ["recommendation", "aid", "bottleneck"])
def test_lookups(pack: Pack, kind: str) -> None:
    """It finds every item by its id, and nothing that is not there."""
    items, find = getattr(pack, f"{kind}s"), getattr(pack, kind)
    assert items
    assert tuple(find(one.id) for one in items) == items
    assert find("weg") is None


def test_ref(pack: Pack) -> None:
    """It tells a case file which content it was answered with."""
    assert (pack.ref.id, pack.ref.version, pack.ref.digest) == ("handreiking-2026", "1", pack.digest)
