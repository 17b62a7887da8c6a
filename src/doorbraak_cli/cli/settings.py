"""What holds for every command: language, pack, and how to show things."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from doorbraak_cli.cli import quoting
from doorbraak_cli.domain.wording import LANGUAGES
from doorbraak_cli.errors import ExitCode, failure
from doorbraak_cli.files import wordings
from doorbraak_cli.files.paths import expanded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

WITH_VALUE = ("--lang", "--pack")
GLOBAL = (*WITH_VALUE, "--plain")


@dataclass(frozen=True, slots=True)
class Settings:
    """The global options, as given before or after the command, or by environment.

    `typed` is what of them stood on the command line, for a command to go on with.
    """

    say: Wording
    own_pack: Path | None = None
    plain: bool = False
    typed: tuple[str, ...] = ()

    def pack(self) -> Pack:
        """Give the content to work with. Raises AppError with all that is wrong in it."""
        if self.own_pack is None:
            from doorbraak_cli.files import pack_cache  # noqa: PLC0415 - loads pydantic

            return pack_cache.load()
        from doorbraak_cli.files import packs  # noqa: PLC0415 - loads pydantic and yaml

        return packs.load(self.own_pack)


def hoisted(arguments: Sequence[str]) -> list[str]:
    """Give the arguments with the global options first, so that they work before and after the command.

    Raises AppError (wrong usage) for one that lacks its value.
    """
    front: list[str] = []
    rest: list[str] = []
    left = list(arguments)
    while left:
        one = left.pop(0)
        if one == "--":
            return [*front, *rest, one, *left]
        if one in WITH_VALUE and not left:
            raise failure("usage.option-value", exit_code=ExitCode.USAGE, name=one)
        if one in WITH_VALUE:
            front += [one, left.pop(0)]
        elif one.partition("=")[0] in GLOBAL:
            front.append(one)
        else:
            rest.append(one)
    return [*front, *rest]


def settings_from(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Settings:
    """Give the settings. Raises AppError (wrong usage) for a language we do not have."""
    given = _values(arguments)
    asked = given.get("--lang") or environment.get("DOORBRAAK_LANG") or "nl"
    lang = next((one for one in LANGUAGES if one == asked), None)
    if lang is None:
        raise failure("cli.language", exit_code=ExitCode.USAGE, given=asked)
    folder = given.get("--pack") or environment.get("DOORBRAAK_PACK")
    typed = tuple(f"{name}={value}" if value else name for name, value in given.items() if name in GLOBAL)
    say = replace(wordings.load(lang), program=quoting.typed([quoting.program(), *typed]))
    return Settings(say, expanded(folder) if folder else None, "--plain" in given, typed)


def _values(arguments: Sequence[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    front = iter(arguments)
    for one in front:
        name, is_joined, value = one.partition("=")
        if name not in GLOBAL:
            break
        values[name] = value if is_joined or name not in WITH_VALUE else next(front, "")
    return values
