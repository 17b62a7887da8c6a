"""What can be wrong with a blind spot: it leads nowhere, or nothing says when it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks.catalogue import COUNTED, RULES
from doorbraak_cli.checks.many import MANY
from doorbraak_cli.domain.blind_spot import STEPPED
from doorbraak_cli.errors import Message
from doorbraak_cli.files.aid_checks import dangling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from doorbraak_cli.domain.blind_spot import BlindSpot
    from doorbraak_cli.files.pack_file import Entry
    from doorbraak_cli.files.yaml_source import Location


def checked_spot(
    spot: BlindSpot, steps: Sequence[Entry], mentioned: Collection[str]
) -> Iterator[tuple[Location, Message]]:
    """Give what is wrong with a blind spot beside the steps of all sheets, each with where it stands in it.

    `mentioned` are ids in files with faults: those are not missed.
    """
    there = {one.id for one in steps if one.kind == STEPPED.get(spot.goes_to.command)}
    step = spot.goes_to.step
    if step and step not in {*there, *mentioned}:
        yield ("goes_to", "step"), dangling(step, there)
    if spot.gap is None and spot.id not in (*RULES, *MANY):
        yield ("id",), Message("pack.spot-without-rule", {"id": spot.id})
    if spot.gap is None and spot.id in COUNTED and spot.most is None:
        yield (), Message("pack.spot-without-most", {"id": spot.id})
    if spot.gap:
        fields = (field for one in steps if one.kind == spot.gap.sheet for field in one.item.fields)
        known = {field.id for field in fields if field.per != "cell"}  # no gap can be about a cell
        for name in ("empty", "filled"):
            if (given := getattr(spot.gap, name)) not in {*known, *mentioned}:
                yield ("gap", name), dangling(given, known)
