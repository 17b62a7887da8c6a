"""Rules on whether the family was heard: what they want, what calm means to them, and who said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks.reading import past
from doorbraak_cli.checks.rule import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.checks.seen import Seen
    from doorbraak_cli.domain.weighed import Weighed

MEMBERS = "members"
CHILDREN, TODDLER = ("primary-school", "teenager"), "baby-toddler"
ALONE, NOT_ASKED = "said-alone", "not-asked"
SAID = (ALONE, "said")
KNOWN = (*SAID, "estimated")


def ra01(seen: Seen) -> Iterator[str]:
    """Speak where nobody's perspective stands."""
    there = past(seen, MEMBERS)
    if there and not _views(there):
        yield CASE


def ra02(seen: Seen) -> Iterator[str]:
    """Speak where somebody was heard and others were not heard apart; before that RA01 or RA10 speaks."""
    there = past(seen, MEMBERS)
    if there and _in_own_words(there):
        yield from (name for member, name in _children_first(there) if not _heard_apart(there, member))


def ra03(seen: Seen) -> Iterator[str]:
    """Speak where something of a member is known, and nothing stands on what calm means to them."""
    there = past(seen, MEMBERS)
    if there is None:
        return
    for member, name in _children_first(there):
        if there.text(f"{member}.heard") in KNOWN and not _told(there, member, "calm-heard", "calm"):
            yield name


def ra07(seen: Seen) -> Iterator[str]:
    """Speak where danger or signs of it were seen and nothing tells that this was talked over with the family.

    No field asks just that. It counts as talked over where they worked out together what is going on, and where that
    was not asked, where somebody in the family was heard.
    """
    there = past(seen, MEMBERS)
    if there and _saw_danger(there) and not _talked_over(there):
        yield CASE


def ra10(seen: Seen) -> Iterator[str]:
    """Speak where perspectives stand and nobody gave theirs, of all who could have: a baby or toddler can't."""
    there = past(seen, MEMBERS)
    if there and _views(there) and not _in_own_words(there):
        yield from (name for member, name in _children_first(there) if not _is_toddler(there, member))


def _told(there: Weighed, member: str, how: str, what: str) -> str:
    """Give what stands, unless it was said afterwards that this was not asked."""
    return "" if there.text(f"{member}.{how}") == NOT_ASKED else there.text(f"{member}.{what}")


def _views(there: Weighed) -> dict[str, str]:
    """Give how it is known what they want, by the id of each member of whom that stands."""
    told = (member for member in there.members if _told(there, member, "heard", "perspective"))
    return {member: there.text(f"{member}.heard") for member in told}


def _in_own_words(there: Weighed) -> bool:
    """Tell whether what anybody wants stands as they said it."""
    return any(how in SAID for how in _views(there).values())


def _is_toddler(there: Weighed, member: str) -> bool:
    return there.text(f"{member}.age") == TODDLER


def _heard_apart(there: Weighed, member: str) -> bool:
    """Tell whether a member was heard apart; of a baby or toddler it is enough that something of it is known."""
    heard, calm = (there.text(f"{member}.{how}") for how in ("heard", "calm-heard"))
    if _is_toddler(there, member):
        return heard in KNOWN
    return heard == ALONE or (heard in KNOWN and calm == ALONE)


def _children_first(there: Weighed) -> list[tuple[str, str]]:
    return sorted(there.members.items(), key=lambda one: there.text(f"{one[0]}.age") not in CHILDREN)


def _saw_danger(there: Weighed) -> bool:
    danger = there.text("danger")
    return danger == "yes" or (danger == "unknown" and bool(there.called("sign")))


def _talked_over(there: Weighed) -> bool:
    together = there.text("with-family")
    was_heard = any(there.text(f"{member}.heard") in SAID for member in there.members)
    return together in ("together", "in-part") or (not together and was_heard)


RULES: dict[str, Rule] = {"ra01": ra01, "ra02": ra02, "ra03": ra03, "ra07": ra07, "ra10": ra10}
"""The rules on who was heard, by the id of their blind spot."""
