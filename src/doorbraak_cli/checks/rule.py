"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from doorbraak_cli.checks.seen import Seen

CASE = ""
"""What a rule gives where it speaks about the case as a whole."""


class Spotted(NamedTuple):
    """What a rule speaks of, by name, where it is mended in a step of its own: `of` is the id of a sheet."""

    name: str
    step: str = ""
    of: str = ""


Rule = Callable[["Seen"], Iterable[str | Spotted]]
"""Gives what things are called for which a blind spot is there, or CASE; nothing where it is not there."""
