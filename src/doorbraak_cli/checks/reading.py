"""What rules read in a weighing: how far it came, which cells were looked at, what was chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doorbraak_cli.domain.weighed import CHOICE, DEPTH, SHORT, Cell, Weighed, cells_of

if TYPE_CHECKING:
    from doorbraak_cli.checks.seen import Seen

TELLING = 4
"""Letters of a word that tells something of its own; shorter ones mostly hold a sentence together."""


def past(seen: Seen, step: str, field: str = "") -> Weighed | None:
    """Give the last weighing where it was finished, or went on after a step, or after one field in it.

    None where it did not come that far, or where its steps do not ask this.
    """
    there = seen.weighing
    if there is None:
        return None
    order = [(one.id, each) for one in there.steps for each in one.fields]
    at = max((at for at, (here, each) in enumerate(order) if here == step and field in ("", each.id)), default=-1)
    later = {(each.per, each.id) for _, each in order[at + 1 :]}
    came_there = _is_finished(seen) or any(there.asked_as(one) in later for one in reversed([*there.answers]))
    return there if at >= 0 and came_there else None


def _is_finished(seen: Seen) -> bool:
    last = seen.case.last_weighing
    return last is not None and last.finished is not None


def is_short(there: Weighed) -> bool:
    """Tell whether somebody chose a short weighing."""
    return there.text(DEPTH) == SHORT


def looked_at(there: Weighed, option: str) -> tuple[Cell, ...]:
    """Give the cells of an option that hold something: what it does there, or how that will be found out."""
    return tuple(one for one in cells_of(option) if there.text(one.id) or there.text(f"{one.id}.find-out"))


def choice(there: Weighed) -> str:
    """Give what the option that was chosen is called; "" where none was, or where it was taken away."""
    return there.options.get(there.text(CHOICE), "")


def words(text: str, least: int = 1) -> frozenset[str]:
    """Give the words of a text in small letters, of so many letters at least."""
    return frozenset(one for one in re.findall(r"\w+", text.casefold()) if len(one) >= least)
