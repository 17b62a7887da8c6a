"""Rules on the choice and what goes before it: contradiction, proportion, the risk, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks.reading import TELLING, choice, is_short, past, words
from doorbraak_cli.checks.rule import CASE
from doorbraak_cli.domain.weighed import CHOICE, THOUGHT, safety_is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.checks.seen import Seen
    from doorbraak_cli.domain.weighed import Weighed

CARRIED, LOOK_BACK = "carried", "look-back"
MYSELF = words("ik ikzelf mijzelf mezelf zelf I me myself de het the") | words(
    "niemand nobody nog niet besproken not discussed yet"
)
"""Words that name nobody beside whoever writes."""
ALONE = words("alleen alone only just")
"""Words that tell that there is one, whoever it is."""
DENYING = words("niet geen nooit zonder not no never without")
"""Words that turn round what is said: not placing a child is no placing."""


def bk11(seen: Seen) -> Iterator[str]:
    """Speak where something was chosen and nothing stands on why that is in proportion."""
    there = past(seen, CHOICE, "just")
    if there and choice(there) and not there.text("just"):
        yield choice(there)


def bk12(seen: Seen) -> Iterator[str]:
    """Speak where a risk is taken, and it is carried by nobody or one person, or there is no day to look back."""
    there = seen.weighing
    if there is None or not choice(there) or not there.text("risk"):
        return
    if past(seen, CHOICE, CARRIED) and _is_carried_alone(there):
        yield _label(there, CARRIED)
    if past(seen, CHOICE, LOOK_BACK) and not there.text(LOOK_BACK) and not _is_evaluated(seen):
        yield _label(there, LOOK_BACK)


def _label(there: Weighed, field_id: str) -> str:
    """Give what a field asks for, as it reads in a report."""
    return next(((one.family or one.text).pick(there.lang) for one in there.fields if one.id == field_id), CASE)


def _is_carried_alone(there: Weighed) -> bool:
    """Tell whether what stands names nobody, or one: whoever writes, or one member by the name of a role."""
    told = words(there.text(CARRIED))
    others = told - MYSELF - ALONE
    is_one = bool(ALONE & told) and not DENYING & told
    return is_one or not others or any(others == words(name) - MYSELF for name in there.members.values())


def _is_evaluated(seen: Seen) -> bool:
    """Tell whether the plan has a day on which those involved look back together."""
    return bool(seen.plan and seen.plan.text("evaluation-next"))


def bk13(seen: Seen) -> Iterator[str]:
    """Speak where danger is not ruled out with the option that was chosen, and no safety arrangements stand."""
    there = past(seen, CHOICE, "arrangements")
    if there and choice(there) and safety_is_open(there.answers, there.text(CHOICE)) and not there.text("arrangements"):
        yield choice(there)


def bk15(seen: Seen) -> Iterator[str]:
    """Speak where nobody was asked to argue against it, though the weighing was not a short one."""
    there = past(seen, "contradiction", "against")
    if there and not is_short(there) and not (there.text("against-who") or there.text("against")):
        yield CASE


def bk16(seen: Seen) -> Iterator[str]:
    """Speak where the words of the first thought name what was chosen and no other option, and nothing changed it."""
    there = past(seen, CHOICE, "changed")
    if there is None or there.text("changed"):
        return
    thought = there.text(THOUGHT)
    if [one for one, name in there.options.items() if _names(thought, name)] == [there.text(CHOICE)]:
        yield choice(there)


def _names(thought: str, option: str) -> bool:
    """Tell whether most of the words an option is called by stand in a thought, and both deny or neither does."""
    told, name = words(thought, TELLING), words(option, TELLING)
    same = DENYING & words(thought) == DENYING & words(option)
    return same and 2 * len(name & told) > len(name)


RULES: dict[str, Rule] = {"bk11": bk11, "bk12": bk12, "bk13": bk13, "bk15": bk15, "bk16": bk16}
"""The rules on the choice, by the id of their blind spot."""
