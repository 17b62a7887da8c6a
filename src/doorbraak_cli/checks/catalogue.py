"""All rules, and what they find in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks import bk, ra, sw
from doorbraak_cli.checks.gaps import gap
from doorbraak_cli.checks.many import MANY
from doorbraak_cli.checks.rule import Spotted
from doorbraak_cli.checks.seen import Seen
from doorbraak_cli.domain.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.domain.blind_spot import BlindSpot
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack

RULES: dict[str, Rule] = {**ra.RULES, **bk.RULES, **sw.RULES}
"""The rules that come with doorbraak, by the id of their blind spot."""

COUNTED = ("sw04", "sw14")
"""The blind spots that go by a number, which their text gives as `most`."""


def findings(case: Case, pack: Pack, lang: str, today: date | None = None) -> tuple[Finding, ...]:
    """Give the blind spots in a case, in the order of the pack, also those that were set aside in it.

    Without `today` nothing is found that comes with the passing of time.
    """
    return tuple(_found(case, pack, lang, today))


def _found(case: Case, pack: Pack, lang: str, today: date | None) -> Iterator[Finding]:
    for spot in (one for one in pack.blind_spots if one.gap or one.id not in MANY):
        found = [_spotted(one) for one in _rule(spot)(Seen(case, pack, lang, spot, today))]
        if found:
            about = dict.fromkeys(one.name for one in found if one.name)
            yield Finding(id=spot.id, about=tuple(about), step=found[0].step, of=found[0].of)


def _spotted(one: str | Spotted) -> Spotted:
    return one if isinstance(one, Spotted) else Spotted(one)


def _rule(spot: BlindSpot) -> Rule:
    return gap(spot.gap) if spot.gap else RULES[spot.id]
