"""Journeys."""

from doorbraak_cli.domain.pack import Pack


def test_moment(pack: Pack) -> None:
    """It finds a moment by id, and none that a journey does not have."""
    assert pack.journeys
    for journey in pack.journeys:
        assert [journey.moment(one.id) for one in journey.moments] == [*journey.moments]
        assert journey.moment("weg") is None
