"""Rules on looking broadly: danger, the foundation, and the table of options against values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks import bk_choice, bk_understanding
from doorbraak_cli.checks.reading import TELLING, looked_at, past, words
from doorbraak_cli.checks.rule import CASE
from doorbraak_cli.domain.sheet import TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.checks.seen import Seen
    from doorbraak_cli.domain.weighed import Cell, Weighed

UNKNOWN = ("", "unknown")
PRESSED = ("under-pressure", "not-in-order")


def bk01(seen: Seen) -> Iterator[str]:
    """Speak where an option was looked at for one value only, and nobody said why the rest was left."""
    return (name for name, cells in _rows(seen) if len({one.value for one in cells}) == 1)


def bk02(seen: Seen) -> Iterator[str]:
    """Speak where an option was looked at for the short term only, and nobody said why the rest was left."""
    return (name for name, cells in _rows(seen) if {one.term for one in cells} == {TERMS[0]})


def _rows(seen: Seen) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """Give each option by name, with the cells that were looked at; not those of which it was said why no more were."""
    there = past(seen, "table")
    if there is None:
        return
    for option, name in there.options.items():
        if not there.text(f"{option}.rest"):
            yield name, looked_at(there, option)


def bk03(seen: Seen) -> Iterator[str]:
    """Speak where it is not known how things stand with housing, income or debts, or nobody said."""
    there = past(seen, "foundation")
    if there is None:
        return
    for part, name in _basics(there).items():
        if there.text(f"{part}.state") in UNKNOWN:
            yield name


def bk04(seen: Seen) -> Iterator[str]:
    """Speak where a part of the foundation is not right, no option tells of livelihood, and no words name that part.

    What an option or action is about can't be read from free text; only the part's own name in it is taken as a sign.
    """
    there = past(seen, "table")
    if there is None or any(_tells_of_livelihood(there, option) for option in there.called("option")):
        return
    named = words(" ".join(_starts(seen, there)), TELLING)
    for part, name in {**_basics(there), **there.called("foundation")}.items():
        if there.text(f"{part}.state") in PRESSED and not words(name, TELLING) & named:
            yield name


def _basics(there: Weighed) -> dict[str, str]:
    """Give what always belongs to the foundation, by id, as it reads."""
    fields = (one for one in there.fields if one.per == "foundation")
    return {each.id: each.text.pick(there.lang) for one in fields for each in one.fixed}


def _tells_of_livelihood(there: Weighed, option: str) -> bool:
    return any(one.value == "livelihood" for one in looked_at(there, option))


def _starts(seen: Seen, there: Weighed) -> Iterator[str]:
    """Give the words in which options, goals and actions can name where they start."""
    for option in there.called("option"):
        yield from (there.text(f"{option}.{field}") for field in ("what", "about", "fit", "instead"))
    yield there.text("doing")
    if seen.plan:
        yield from seen.plan.called("goal").values()
        actions = seen.plan.called("action").items()
        yield from (what for action, what in actions if seen.plan.text(f"{action}.status") != "dropped")


def bk05(seen: Seen) -> Iterator[str]:
    """Speak where no cell of doing nothing was looked at, and nobody said why."""
    there = past(seen, "table")
    if there is None:
        return
    for option in there.options.keys() - there.called("option").keys():
        if not looked_at(there, option) and not there.text(f"{option}.rest"):
            yield CASE


def bk06(seen: Seen) -> Iterator[str]:
    """Speak where nobody told how stepping in could do harm."""
    there = past(seen, "premortems", "stepped-in")
    if there and not there.text("stepped-in"):
        yield CASE


def bk07(seen: Seen) -> Iterator[str]:
    """Speak where there is immediate danger and nothing stands about what stops it, however far the weighing came."""
    there = seen.weighing
    if there and there.text("danger") == "yes" and not there.text("measure"):
        yield CASE


RULES: dict[str, Rule] = {
    "bk01": bk01, "bk02": bk02, "bk03": bk03, "bk04": bk04, "bk05": bk05, "bk06": bk06, "bk07": bk07,
    **bk_understanding.RULES, **bk_choice.RULES,
}  # fmt: skip
"""The rules on looking broadly, by the id of their blind spot."""
