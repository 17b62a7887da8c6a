"""Rules of somebody's own, of the simple kind: this was left open while that was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.checks.rule import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.checks.seen import Seen
    from doorbraak_cli.domain.blind_spot import Gap
    from doorbraak_cli.domain.filled import Filled
    from doorbraak_cli.domain.sheet import SheetField, SheetKind


def gap(gap: Gap) -> Rule:
    """Give the rule for a gap."""

    def rule(seen: Seen) -> Iterator[str]:
        for there in _sheets(seen)[gap.sheet]:
            if there:
                yield from _gaps(there, gap)

    return rule


def _sheets(seen: Seen) -> dict[SheetKind, tuple[Filled | None, ...]]:
    return {
        "weighing": (seen.weighing,),
        "network": (seen.network,),
        "plan": (seen.plan,),
        "justification": seen.justifications,
        "look_back": seen.look_backs,
    }


def _gaps(there: Filled, gap: Gap) -> Iterator[str]:
    """Give what things are called of which `empty` is asked and open, while `filled` was answered of the same thing.

    Where only one of both is asked per thing, an answer about any thing counts, and one to the sheet for each thing.
    """
    filled = _asked(there, gap.filled)
    for field in _asked(there, gap.empty):
        for prefix, name in _places(there, field).items():
            is_open = there.holds(field, prefix) and not _stands(there, field, prefix)
            if is_open and any(_is_filled(there, one, field, prefix) for one in filled):
                yield name


def _asked(there: Filled, field_id: str) -> list[SheetField]:
    """Give the fields with an id; those of a cell are left out, which depend on what it is a cell of."""
    return [one for one in there.fields if one.id == field_id and one.per != "cell"]


def _is_filled(there: Filled, filled: SheetField, empty: SheetField, prefix: str) -> bool:
    if filled.per and empty.per:
        return filled.per == empty.per and _stands(there, filled, prefix)
    return any(_stands(there, filled, one) for one in _places(there, filled))


def _places(there: Filled, field: SheetField) -> dict[str, str]:
    """Give how what a field is asked about is called, by what the id of its answer begins with: `action-1.`."""
    if field.per is None:
        return {"": CASE}
    others = (one for one in there.fields if one.per == field.per and one is not field)
    always = {each.id: each.text.pick(there.lang) for one in others for each in one.fixed}
    things = {**always, **there.called(field.per)}
    return {f"{thing}.": name for thing, name in things.items() if thing not in field.not_for}


def _stands(there: Filled, field: SheetField, prefix: str) -> bool:
    answer = there.answers.get(f"{prefix}{field.id}")
    return answer is not None and bool(answer.stands)
