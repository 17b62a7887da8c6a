"""The codes of blind spots as people type them: in any case, one or a whole family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.cli import options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.blind_spot import BlindSpot

    Spots = tuple[BlindSpot, ...]


def completion(settings: Settings) -> Callable[[str], list[str]]:
    """Give a completion for codes, in small letters for who types those: a shell only takes what goes on as typed."""

    def complete(incomplete: str) -> list[str]:
        codes = [one.id if incomplete.islower() else one.code for one in settings.pack().blind_spots]
        return [one for one in codes if one.startswith(incomplete)]

    return complete


def spot(given: str, spots: Spots, name: str) -> BlindSpot:
    """Give the blind spot with this code. Raises AppError (wrong usage) that names the nearest, and all there are."""
    return _one_of(name, given, {one.code: (one,) for one in spots})[0]


def spots_of(given: str, spots: Spots, name: str) -> Spots:
    """Give what a code stands for: BK05, or BK for all of that family. Raises AppError (wrong usage) as `spot` does."""
    families: dict[str, list[BlindSpot]] = {}
    for one in spots:
        families.setdefault(one.code.rstrip("0123456789").rstrip("-"), []).append(one)
    known = {family: tuple(those) for family, those in families.items() if family}
    return _one_of(name, given, {**known, **{one.code: (one,) for one in spots}})


def ids_of(given: Sequence[str], spots: Spots, name: str) -> set[str]:
    """Give the ids that codes stand for, each option with one or several between commas."""
    codes = (code for each in given for code in each.split(","))
    return {one.id for code in codes for one in spots_of(code, spots, name)}


def _one_of(name: str, given: str, known: dict[str, Spots]) -> Spots:
    code = given.strip()
    return options.one_of(name, code.upper() if code.upper() in known else code, known)
