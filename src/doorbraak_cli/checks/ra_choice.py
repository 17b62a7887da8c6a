"""Rules on what the family could choose from, and on whose view is in the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks.reading import choice, past
from doorbraak_cli.checks.rule import CASE
from doorbraak_cli.domain.filled import ticked
from doorbraak_cli.domain.weighed import CHOICE, cells_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.checks.seen import Seen
    from doorbraak_cli.domain.weighed import Weighed

OPTIONS = "options"
LIST = "waiting-list"
HINDERED = (LIST, "rule", "money", "other")
SOME = 2
"""How many options there are to choose from, and how many members can differ."""


def ra04(seen: Seen) -> Iterator[str]:
    """Speak where no two options beside doing nothing are told and possible, or none of those is voluntary."""
    there = past(seen, OPTIONS)
    if there is None:
        return
    possible = [one for one in there.called("option") if _is_possible(there, one)]
    if len(possible) < SOME or all(there.text(f"{one}.force") == "coercive" for one in possible):
        yield CASE


def ra08(seen: Seen) -> Iterator[str]:
    """Speak where options are standard offers and none was made to fit, nor anything in their place."""
    there = past(seen, OPTIONS)
    if there is None:
        return
    options = there.called("option")
    kinds = {there.text(f"{one}.kind") for one in options}
    if "standard" in kinds and "tailor-made" not in kinds and not any(_instead(there, one) for one in options):
        yield CASE


def ra09(seen: Seen) -> Iterator[str]:
    """Speak where an option waits on a list with nothing made in its place, and no other option was chosen."""
    there = past(seen, OPTIONS)
    if there is None:
        return
    options, chosen = there.called("option"), there.text(CHOICE)
    for option, name in options.items():
        waits = there.text(f"{option}.blocked") == LIST and not _instead(there, option)
        if waits and (chosen == option or chosen not in options):
            yield name


def ra11(seen: Seen) -> Iterator[str]:
    """Speak where members differ and of the choice nothing tells whom it fits, nor for which of them it differs."""
    there = seen.weighing
    if there is None or not choice(there) or not there.text("differ") or len(there.members) < SOME:
        return
    chosen = there.text(CHOICE)
    if not there.text(f"{chosen}.fit") and not _turns_out_differently(there, chosen):
        yield choice(there)


def _instead(there: Weighed, option: str) -> str:
    """Give what could be made in place of an option that something stands in the way of."""
    return there.text(f"{option}.instead") if there.text(f"{option}.blocked") in HINDERED else ""


def _is_possible(there: Weighed, option: str) -> bool:
    """Tell whether an option was told, and nothing stands in its way or something can be made in its place."""
    hindered = there.text(f"{option}.blocked") in HINDERED
    return bool(there.text(f"{option}.about")) and (not hindered or bool(_instead(there, option)))


def _turns_out_differently(there: Weighed, option: str) -> bool:
    """Tell whether some cell of an option says of a member that it is different for them."""
    cells = (one.id for one in cells_of(option) if there.text(one.id))
    return any(member in there.members for cell in cells for member in ticked(there.answers, f"{cell}.differs"))


RULES: dict[str, Rule] = {"ra04": ra04, "ra08": ra08, "ra09": ra09, "ra11": ra11}
"""The rules on options and the choice, by the id of their blind spot."""
