"""What somebody gave to an option, checked against what there is, in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.near import nearest
from doorbraak_cli.domain.principle import LEVELS
from doorbraak_cli.errors import ExitCode, failure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import LevelId, Principle
    from doorbraak_cli.errors import AppError


def level(given: str) -> LevelId | None:
    """Give the level somebody named, None where they named none. Raises AppError (wrong usage)."""
    if not given:
        return None
    found = next((one for one in LEVELS if one == given.casefold()), None)
    if found is None:
        raise _not_one_of("--level", given, LEVELS)
    return found


def principle(given: str, pack: Pack) -> Principle:
    """Give the principle somebody named by id or code. Raises AppError (wrong usage)."""
    found = pack.principle(given)
    if found is None:
        names = [name for one in pack.principles for name in (one.id, one.code)]
        raise _not_one_of("--principle", given, names)
    return found


def _not_one_of(name: str, given: str, allowed: Iterable[str]) -> AppError:
    known = list(allowed)
    near = nearest(given, known)
    key = "usage.not-one-of-near" if near else "usage.not-one-of"
    return failure(key, exit_code=ExitCode.USAGE, name=name, given=given, allowed=", ".join(known), near=near)
