"""The line that names the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.flows.prompter import Form, Question
from doorbraak_cli.terminal.keys import flowed, named

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


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("step", ["", "cells"])
def test_two_rows_on_eighty_columns(nl: Wording, en: Wording, form: Form, step: str) -> None:
    """It never takes more than two rows of an ordinary screen, in either language."""
    question = Question("q", form, "Wat nu?", why="Daarom.", step=step)
    assert all(len(named(say, question, form, width=80)) <= 2 for say in (nl, en))


def test_skipping_a_step_is_named(nl: Wording) -> None:
    """It names the key that skips the rest of a step only where there is a step."""
    question = Question("q", Form.LINE, "Wat nu?")
    assert "F4" not in "".join(named(nl, question, "line", width=80))
    assert "F4 rest van de stap overslaan" in "".join(
        named(nl, Question("q", Form.LINE, "Wat nu?", step="cells"), "line", width=80)
    )
