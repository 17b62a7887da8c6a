"""What somebody gave to an option, checked against what there is, in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from doorbraak_cli.cli.results import command_line
from doorbraak_cli.domain.filled import number_of
from doorbraak_cli.domain.near import nearest
from doorbraak_cli.domain.principle import LEVELS
from doorbraak_cli.domain.weighed import DEPTHS
from doorbraak_cli.errors import ExitCode, failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.case import Case, Justification
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import LevelId, Principle
    from doorbraak_cli.errors import AppError
    from doorbraak_cli.renderers.formats import Renderer


class HasId(Protocol):
    """Anything that is known by an id."""

    @property
    def id(self) -> str:
        """Give its id."""
        ...


Item = TypeVar("Item", bound=HasId)
Allowed = TypeVar("Allowed")


def level(given: str) -> LevelId | None:
    """Give the level somebody named, None where they named none. Raises AppError (wrong usage)."""
    if not given:
        return None
    found = next((one for one in LEVELS if one == given.casefold()), None)
    if found is None:
        raise _not_one_of("--level", given, LEVELS)
    return found


def depth(given: str) -> str:
    """Give how deep somebody wants to weigh, "" where they did not say. Raises AppError (wrong usage)."""
    if given and given.casefold() not in DEPTHS:
        raise _not_one_of("--depth", given, DEPTHS)
    return given.casefold()


def principle(given: str, pack: Pack, name: str = "--principle") -> Principle:
    """Give the principle somebody named by id or code. Raises AppError (wrong usage)."""
    found = pack.principle(given)
    if found is None:
        names = [name for one in pack.principles for name in (one.id, one.code)]
        raise _not_one_of(name, given, names)
    return found


def named(given: str, items: Iterable[Item], name: str = "ID") -> Item:
    """Give the item with this id. Raises AppError (wrong usage) that names the nearest, and all there are."""
    there = {one.id: one for one in items}
    wanted = given.strip().casefold()
    if wanted not in there:
        raise _not_one_of(name, given, there)
    return there[wanted]


def one_of(name: str, given: str, allowed: Mapping[str, Allowed]) -> Allowed:
    """Give what goes with one of some words. Raises AppError (wrong usage) that names them all."""
    if given not in allowed:
        raise _not_one_of(name, given, allowed)
    return allowed[given]


def not_there(key: str, given: str, names: Iterable[str]) -> AppError:
    """Give the error for a name that is not there, with the nearest that is."""
    near = nearest(given.casefold(), names)
    return failure(f"{key}-near" if near else key, exit_code=ExitCode.USAGE, given=given, near=near)


READERS = ("file", "family", "meeting")
"""Who a summary can be for."""


def summary_format(given: str, reader: str = "file", part: str = "") -> Renderer:
    """Give the renderer for a format and who reads it, or for one part by itself. Raises AppError (wrong usage)."""
    from doorbraak_cli.renderers import formats  # noqa: PLC0415 - only for a summary
    from doorbraak_cli.reports.sheets import PARTS  # noqa: PLC0415 - as above

    readers = {
        "file": formats.SUMMARY_FORMATS,
        "family": formats.FAMILY_FORMATS,
        "meeting": formats.MEETING_FORMATS,
    }
    if reader not in readers:
        raise _not_one_of("--for", reader, READERS)
    if part and part not in PARTS:
        raise _not_one_of("--only", part, PARTS)
    known = formats.part_formats(part) if part else readers[reader]
    if given not in known:
        raise _not_one_of("--format", given, known)
    return known[given]


def refuse_idle(beside: str, options: Mapping[str, object]) -> None:
    """Refuse what does nothing beside another option, instead of leaving it aside. Raises AppError (wrong usage)."""
    idle = ", ".join(name for name, given in options.items() if given)
    if idle:
        raise failure("usage.idle", exit_code=ExitCode.USAGE, options=idle, beside=beside)


def exception(case: Case | None, of: str, missing: str) -> tuple[Case, Justification]:
    """Give a case and the exception in it with this number, or with "" the last one.

    Raises AppError: with the key `missing` where there is none at all, and wrong usage for a number that is not there.
    """
    if case is None or not case.justifications:
        raise failure(missing)
    there = case.justifications
    found = [one for one in there if of in ("", str(number_of(one.id)))]
    if not found:
        known = ", ".join(str(number_of(one.id)) for one in there)
        raise failure("look-back.no-number", exit_code=ExitCode.USAGE, number=of, known=known)
    return case, found[-1]


def which_case(settings: Settings, *command: str) -> AppError:
    """Give the error for a command without a case: how to name one, and which there are."""
    from doorbraak_cli.files import cases  # noqa: PLC0415 - loads yaml, only for a mistake

    known = ", ".join(path.stem for path in cases.listed()) or settings.say("cli.no-cases")
    typed = command_line(settings, *command)
    return failure("cli.which-case", exit_code=ExitCode.USAGE, command=typed, known=known)


def _not_one_of(name: str, given: str, allowed: Iterable[str]) -> AppError:
    known = list(allowed)
    in_any_case = {one.casefold(): one for one in known}
    near = in_any_case.get(nearest(given.strip().casefold(), in_any_case) or "")
    key = "usage.not-one-of-near" if near else "usage.not-one-of"
    return failure(key, exit_code=ExitCode.USAGE, name=name, given=given, allowed=", ".join(known), near=near)
