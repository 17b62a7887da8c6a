"""How lists look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.flows.prompter import Form, Option, Question

from .conftest import CTRL_C, DOWN, ENTER, SPACE, UP

if TYPE_CHECKING:
    from .conftest import Look

LONG = tuple(Option(f"o{number}", f"Vraag {number}: " + "lang " * 25 + f"einde {number}.") for number in range(1, 24))
MANY = tuple(Option(f"o{number}", f"Vraag {number}") for number in range(1, 41))
CHOICE = Question("choice", Form.CHOICE, "Welke kies je?", "Vraag 1 van 2", options=LONG)
CHOICES = replace(CHOICE, form=Form.CHOICES)


@pytest.mark.parametrize("question", [CHOICE, CHOICES], ids=["choice", "choices"])
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 24), (120, 40), (40, 20)])
def test_long_list(look: Look, question: Question, columns: int, rows: int) -> None:
    """It shows the question, the option pointed at in full, and the keys, on every screen."""
    first, last = look(question, DOWN * 20, CTRL_C, columns=columns, rows=rows)
    assert "Welke kies je?" in first
    assert " ".join(first.split()).count("lang lang lang lang einde 1.") == 1
    assert " ".join(last.split()).count("lang lang lang lang einde 21.") == 1
    assert ("  21 van 2" in last) == (rows < 40)
    assert "Ctrl-C pauze" in last


def test_more_options_show_on_both_sides(look: Look) -> None:
    """It keeps an option in sight above and below the one pointed at, while there is one."""
    _, down, up = look(replace(CHOICE, options=MANY), DOWN * 25, UP * 10, CTRL_C)
    assert " » Vraag 26\n   Vraag 27\n" in down
    assert "   Vraag 15\n » Vraag 16\n" in up


def test_list_that_fits(look: Look) -> None:
    """It shows every label in full where all of them fit, and no place in the list."""
    (frame,) = look(replace(CHOICE, options=LONG[:4]), CTRL_C)
    words = " ".join(frame.split())
    assert all(f"einde {number}." in words for number in range(1, 5))
    assert "…" not in frame
    assert " van 5" not in frame
    assert "\n   overslaan\n" in frame


def test_fewer_rows_than_the_question(look: Look) -> None:
    """It shows some options also below a question that fills the screen."""
    (frame,) = look(replace(CHOICE, text="lang\n" * 40), CTRL_C)
    assert frame.count("   Vraag ") >= 3
    assert " » Vraag 1:" in frame


def test_tiny_screen(look: Look) -> None:
    """It shows the option pointed at where the screen has hardly any room."""
    assert " » ● Vraag 2:…" in look(CHOICES, DOWN + SPACE, ENTER, columns=16, rows=8)[-1]


@pytest.mark.parametrize("required", [True, False])
def test_ticked(look: Look, required: bool) -> None:
    """It counts what is ticked, and says what is so while nothing is."""
    none, two = look(replace(CHOICES, options=MANY[:3], required=required), SPACE + DOWN + SPACE, CTRL_C)
    assert ("nog niets gekozen" if required else "niets gekozen (mag ook)") in none
    assert " ● Vraag 1\n » ● Vraag 2\n   ○ Vraag 3\n" in two
    assert "   2 gekozen\n" in two


def test_nothing_ticked(look: Look) -> None:
    """It says what is needed, until something is ticked."""
    before, wrong, after = look(replace(CHOICES, options=MANY[:3], required=True), ENTER, SPACE, CTRL_C)
    assert "Kies er minstens één met de spatiebalk." not in before + after
    assert "   Kies er minstens één met de spatiebalk.\n" in wrong


def test_no_english(look: Look) -> None:
    """It shows no words of questionary's own."""
    frames = look(CHOICES, SPACE, CTRL_C) + look(CHOICE, DOWN, CTRL_C)
    assert not [word for word in ("Use", "arrow", "select", "toggle", "Invalid", "done") if word in "".join(frames)]


def test_hostile_labels(look: Look) -> None:
    """It shows markup and control characters as they are, and keeps a label on its rows."""
    labels = ("[bold]x[/]", "\x1b[2Jrood", "a\nb", ":smile: <b>", "\u202etxt")
    (frame,) = look(replace(CHOICE, options=tuple(Option(str(n), label) for n, label in enumerate(labels))), CTRL_C)
    assert " » [bold]x[/]\n   ␛[2Jrood\n   a b\n   :smile: <b>\n   <U+202E>txt\n" in frame
