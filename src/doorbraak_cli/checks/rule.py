"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doorbraak_cli.checks.seen import Seen

CASE = ""
"""What a rule gives where it speaks about the case as a whole."""

Rule = Callable[["Seen"], Iterable[str]]
"""Gives what things are called for which a blind spot is there, or CASE; nothing where it is not there."""
