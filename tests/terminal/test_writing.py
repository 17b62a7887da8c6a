"""How fields look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.flows.prompter import Form, Question

from .conftest import CTRL_C, ENTER, F1, F2, GUARD, paste

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Look

LINE = Question("line", Form.LINE, "Wat nu?", why="Omdat het telt.")
TEXT = Question("text", Form.TEXT, "Waar merkte je dat aan?")
FIELDS = pytest.mark.parametrize("question", [LINE, TEXT], ids=["line", "text"])


@FIELDS
def test_skipping_is_shown(look: Look, question: Question) -> None:
    """It says in the empty field that it may stay empty, and by which key; not where an answer is needed."""
    key = "Enter" if question is LINE else "F2"
    empty, filled = look(question, "x", CTRL_C)
    assert f" > (overslaan mag: druk op {key})" in empty
    assert "overslaan" not in filled + look(replace(question, required=True), CTRL_C)[0]


@FIELDS
def test_an_answer_is_needed(look: Look, question: Question) -> None:
    """It says that an answer is needed, until something is typed."""
    end = ENTER if question is LINE else F2
    before, wrong, after = look(replace(question, required=True), end, "x", CTRL_C)
    assert "Hier is een antwoord nodig." in wrong
    assert "Hier is een antwoord nodig." not in before + after


@FIELDS
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 24), (24, 24), (40, 14)])
def test_refusal_in_full(look: Look, nl: Wording, question: Question, columns: int, rows: int) -> None:
    """It says in full, between whole words, why a text is refused, until something in it changes."""
    end = ENTER if question is LINE else F2
    guarded = replace(question, guard=GUARD)
    _, typed, wrong, after = look(guarded, paste("oom Jansen"), end, "!", CTRL_C, columns=columns, rows=rows)
    refusal = nl("trace.refused", what="een naam, een adres")
    assert refusal in " ".join(wrong.split())
    assert " > oom Jansen\n   Hier staat " in wrong
    assert "Ctrl-C" in wrong
    assert "Hier staat" not in typed + after


def test_refusal_below_a_long_text(look: Look, nl: Wording) -> None:
    """It says why in full below a text that fills the screen."""
    long = paste("\n".join(["Jansen", *(f"Regel {number}" for number in range(60))]))
    wrong = look(replace(TEXT, guard=GUARD), long, F2, CTRL_C)[-1]
    assert nl("trace.refused", what="een naam, een adres") in " ".join(wrong.split())
    assert "F2 of Ctrl-D klaar" in wrong


@FIELDS
def test_control_characters(look: Look, question: Question) -> None:
    """It shows a control character as a symbol: nothing that is pasted acts on the screen."""
    frames = look(question, paste("a\x1b[2Jb\x00c\td\u202ee\x9b2J\udc80"), CTRL_C)
    assert " > a␛[2Jb␀c d<U+202E>e<U+009B>2J<U+DC80>\n" in frames[-1]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 24), (40, 20)])
def test_text_longer_than_the_screen(look: Look, columns: int, rows: int) -> None:
    """It keeps the last lines and the keys in sight."""
    frames = look(
        TEXT, paste("\n".join(f"Regel {number}" for number in range(1, 61))), CTRL_C, columns=columns, rows=rows
    )
    assert "Regel 60" in frames[-1]
    assert "F2 of Ctrl-D klaar" in frames[-1]


def test_text_lines_up(look: Look) -> None:
    """It puts the lines of a text below each other."""
    assert " > een\n   twee\n" in look(TEXT, "een" + ENTER + "twee", CTRL_C)[-1]


def test_why_is_above_the_prompt(look: Look) -> None:
    """It shows the reason between the question and the field, with what was typed."""
    frames = look(LINE, "bel", F1, CTRL_C)
    assert "Wat nu?\n\nWaarom deze vraag\nOmdat het telt.\n\n > bel\n" in frames[-1]


@FIELDS
@pytest.mark.parametrize("columns", [24, 40, 80])
def test_words_stay_whole(look: Look, question: Question, columns: int) -> None:
    """It breaks rows between words, lines them up, and leaves no word out."""
    words = [f"woord{number}" for number in range(40)]
    rows = look(question, paste(" ".join(words)), CTRL_C, columns=columns, rows=60)[-1].split("\n")
    first = next(place for place, row in enumerate(rows) if row.startswith(" > "))
    field = rows[first : rows.index("", first)]
    assert " ".join(row[3:] for row in field) == " ".join(words)
    assert all(row.startswith("   ") for row in field[1:])
    assert max(map(len, field)) <= columns
