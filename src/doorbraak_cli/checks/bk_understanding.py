"""Rules on understanding what is going on before choosing: the explanatory analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks.reading import is_short, past
from doorbraak_cli.checks.rule import CASE
from doorbraak_cli.domain.filled import ticked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.checks.seen import Seen
    from doorbraak_cli.domain.weighed import Weighed

HELPS, OWN_PART, GOES_WELL = "helps", "own-part", "goes-well"
ANALYSIS = ("cause", "keeps-going", "connected", HELPS, "hinders")
"""What the guide asks of an explanatory analysis (chapter 5, principle 2), beside our own part and what goes well."""


def bk08(seen: Seen) -> Iterator[str]:
    """Speak where a picture of what is going on stands that covers one member, and there are more."""
    there = past(seen, "understanding", "about")
    if there is None or not _stands(there, *ANALYSIS, OWN_PART, GOES_WELL):
        return
    covered = [one for one in ticked(there.answers, "about") if one in there.members]
    if len(covered) == 1 < len(there.members):
        yield there.members[covered[0]]


def bk09(seen: Seen) -> Iterator[str]:
    """Speak where nothing of an explanatory analysis stands, though the weighing was not a short one."""
    there = past(seen, "understanding")
    if there and not is_short(there) and not _stands(there, *ANALYSIS):
        yield CASE


def bk10(seen: Seen) -> Iterator[str]:
    """Speak where the step was begun and tells of nothing that goes well or helps."""
    there = past(seen, "understanding", GOES_WELL)
    if there and _stands(there, *ANALYSIS, OWN_PART) and not _stands(there, GOES_WELL, HELPS):
        yield CASE


def bk14(seen: Seen) -> Iterator[str]:
    """Speak where the step was begun and does not tell what our own help did."""
    there = past(seen, "understanding", OWN_PART)
    if there and _stands(there, *ANALYSIS, GOES_WELL) and not _stands(there, OWN_PART):
        yield CASE


def _stands(there: Weighed, *fields: str) -> bool:
    return any(there.text(one) for one in fields)


RULES: dict[str, Rule] = {"bk08": bk08, "bk09": bk09, "bk10": bk10, "bk14": bk14}
"""The rules on the explanatory analysis, by the id of their blind spot."""
