"""The line that names the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.terminal.keys import flowed

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording

GROUPS = ["↑↓ kiezen · Enter klaar", "Shift-Tab terug · F1 waarom · Ctrl-C pauze"]


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (77, [" · ".join(GROUPS)]),
        (67, GROUPS),
        (37, [GROUPS[0], "Shift-Tab terug · F1 waarom", "Ctrl-C pauze"]),
        (1, ["↑↓ kiezen", "Enter klaar", "Shift-Tab terug", "F1 waarom", "Ctrl-C pauze"]),
    ],
)
def test_flowed(width: int, rows: list[str]) -> None:
    """It takes one row, or else a row for each group, and breaks only between keys."""
    assert flowed(GROUPS, width) == rows


@pytest.mark.parametrize("name", ["choice", "choices", "line", "text"])
def test_two_rows_on_eighty_columns(nl: Wording, en: Wording, name: str) -> None:
    """It never takes more than two rows of an ordinary screen, in either language."""
    own = "prompt.keys-" + name
    assert all(len(flowed([say(own), say("prompt.keys-always")], 77)) <= 2 for say in (nl, en))
