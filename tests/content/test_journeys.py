"""The two journeys of chapter 4: one story, told twice as the same moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.wording import LANGUAGES

from .conftest import is_one_sentence

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack


def test_journeys(pack: Pack) -> None:
    """It has both journeys, with the number and the place they have in the guide."""
    assert [(one.id, one.number) for one in pack.journeys] == [("escalatieroute", 1), ("doorbraakroute", 2)]
    assert [one.source and (one.source.chapter, one.source.page) for one in pack.journeys] == [(4, 9), (4, 10)]


def test_same_moments(pack: Pack) -> None:
    """It tells both as the same moments, in the same order and by the same names, to stand side by side."""
    one, other = pack.journeys
    assert len(one.moments) > 4
    assert [(moment.id, moment.title) for moment in one.moments] == [
        (moment.id, moment.title) for moment in other.moments
    ]
    assert len({moment.id for moment in one.moments}) == len(one.moments)


def test_same_beginning(pack: Pack) -> None:
    """It begins both with the same story, of Marianne."""
    one, other = pack.journeys
    assert one.opening == other.opening
    assert all("Marianne" in one.opening.pick(lang) for lang in LANGUAGES)


def test_other_choices(pack: Pack) -> None:
    """It chooses something else at every moment, for another reason, and ends elsewhere."""
    one, other = pack.journeys
    assert one.ending != other.ending
    for name in [moment.id for moment in one.moments]:
        first, second = one.moment(name), other.moment(name)
        assert first is not None
        assert second is not None
        assert first.chosen != second.chosen, name
        assert first.led_by != second.led_by, name


def test_safety_is_told_at_every_moment(pack: Pack) -> None:
    """It says at every moment what was done to each value, each in words of its own."""
    for one in pack.journeys:
        for moment in one.moments:
            for lang in LANGUAGES:
                effects = {moment.safety.pick(lang), moment.livelihood.pick(lang), moment.development.pick(lang)}
                assert len(effects) == 3, (one.id, moment.id)


def test_length(pack: Pack) -> None:
    """It keeps what goes in a list or a heading short."""
    for lang in LANGUAGES:
        for one in pack.journeys:
            assert is_one_sentence(one.gist.pick(lang)), one.id
            assert len(one.gist.pick(lang)) <= 160, one.id
            assert len(one.title.pick(lang)) <= 60, one.id
            assert [moment.id for moment in one.moments if len(moment.title.pick(lang)) > 60] == []
            assert [moment.id for moment in one.moments if len(moment.led_by.pick(lang)) > 80] == []
