"""A grid, with the keyboard and in plain lines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.utils import get_cwidth

from doorbraak_cli.flows.prompter import Back, Interrupted, Option, Paused, SkipStep

from .conftest import (
    ALT_ENTER,
    CTRL_C,
    CTRL_D,
    CTRL_L,
    DOWN,
    END,
    ENTER,
    F1,
    F4,
    HOME,
    LEFT,
    PAGE_DOWN,
    PAGE_UP,
    RIGHT,
    SHIFT_TAB,
    TAB,
    UP,
    paste,
)
from .conversation import LEAD, ROWS, WHY, table

if TYPE_CHECKING:
    from doorbraak_cli.flows.prompter import Question

    from .conftest import Look, Reader, Typist

SMALL = table(["Hotel", "Niets doen", "Naar oma"], {"1-2": "Rust in huis."})
TWELVE = table(ROWS[:12], {"2-1": "Rust.", "5-7": "Geen tijd.", "3-3": LEAD})
FIFTEEN = table(ROWS, {"14-4": "Rust."})
HOSTILE = "\x1b[2J[bold]漢字漢字漢字漢字[/]\nvan :smile: \u202e"
KEYS = "Ctrl-C pauze"


def row_of(frame: str, label: str) -> str:
    """Give the one row of the grid in a frame that begins with a label, pointed at or not."""
    grid = frame.split("Klaar met de tabel", maxsplit=1)[0]
    (row,) = [line for line in grid.split("\n") if re.match(rf" [ »] {re.escape(label)}", line)]
    return row


@pytest.mark.parametrize(
    ("keys", "cell"),
    [
        ("", "1-1"),
        (RIGHT * 2, "1-3"),
        (RIGHT * 20, "1-7"),
        (RIGHT * 3 + LEFT, "1-3"),
        (LEFT + UP, "1-1"),
        (DOWN * 2 + RIGHT, "3-2"),
        (DOWN * 2 + UP + RIGHT, "2-2"),
        (END, "1-7"),
        (RIGHT * 3 + HOME, "1-1"),
        (DOWN + TAB, "2-2"),
        (TAB * 7, "2-1"),
        (TAB * 21, "done"),
        (TAB * 40, "done"),
        (DOWN * 3, "done"),
        (DOWN * 9, "done"),
        (PAGE_DOWN, "done"),
        (PAGE_DOWN + PAGE_DOWN, "done"),
        (DOWN * 2 + RIGHT + PAGE_UP, "1-2"),
        (RIGHT * 2 + PAGE_DOWN + UP, "3-3"),
        (RIGHT * 2 + PAGE_DOWN + LEFT + END + UP, "3-3"),
        (RIGHT * 2 + PAGE_DOWN + PAGE_UP, "1-3"),
    ],
)
def test_keys(typist: Typist, keys: str, cell: str) -> None:
    """It goes by the arrow keys as far as the grid goes, by Tab row after row, and below the last row is done."""
    assert typist.answer(SMALL, keys + ENTER) == cell


@pytest.mark.parametrize(
    ("draft", "cell"),
    [
        (None, "1-1"),
        ("1-1", "1-2"),
        ("1-7", "2-1"),
        ("3-6", "3-7"),
        ("3-7", "done"),
        ("done", "1-1"),
        ("9-9", "1-1"),
        (("1-1",), "1-1"),
    ],
)
def test_start(typist: Typist, draft: str | None, cell: str) -> None:
    """It starts behind the cell where somebody was, and anew after being done or a cell that is gone."""
    assert typist.answer(SMALL, ENTER, draft) == cell


def test_grid(look: Look) -> None:
    """It shows the names over the columns, how every cell is, and what is pointed at between brackets."""
    (frame,) = look(SMALL, CTRL_C)
    assert frame.endswith(
        "Een cel die leeg blijft, staat er straks als niet gewogen.\n"
        "\n"
        "              veiligheid        bestaanszekerheid ontwikkeling\n"
        "              kort     lang     kort     lang     kort     lang     rest\n"
        " » Hotel     [leeg]    gevuld   leeg     leeg     leeg     leeg     leeg\n"
        "   Niets doen leeg     leeg     leeg     leeg     leeg     leeg     leeg\n"
        "   Naar oma   leeg     leeg     leeg     leeg     leeg     leeg     leeg\n"
        "   Klaar met de tabel\n"
        "\n"
        "   Hotel · veiligheid · kort: leeg\n"
        "\n\n\n\n"
        "   ←↑↓→ lopen · Tab volgende · PageDown onderaan · Enter kiezen\n"
        "   Shift-Tab terug · F1 waarom · Ctrl-C pauze · F4 rest van de stap overslaan"
    )


def test_pointing(look: Look) -> None:
    """It marks the cell pointed at and its row, tells in words where that is and what it holds, and moves no text."""
    first, cell, last, done = look(SMALL, RIGHT, DOWN + END, PAGE_DOWN, CTRL_C)
    assert " » Hotel      leeg    [gevuld]  leeg " in cell
    assert "\n   Hotel · veiligheid · lang: gevuld\n   Rust in huis.\n" in cell
    assert row_of(last, "Niets doen").endswith("leeg    [leeg]")
    assert "\n   Niets doen · rest: leeg\n" in last
    assert "\n »[Klaar met de tabel]\n" in done
    assert ": leeg" not in done
    bare = {re.sub(r"[»\[\]]", " ", frame).split("Klaar")[0].replace(" \n", "\n") for frame in (first, cell, last)}
    assert len(bare) == 1


@pytest.mark.parametrize("question", [TWELVE, FIFTEEN], ids=["12", "15"])
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (100, 16), (78, 12)])
def test_every_row_can_be_seen(look: Look, question: Question, columns: int, rows: int) -> None:
    """It shows the names over the columns, the row pointed at, its name in full and the keys on every screen."""
    count = len(question.grid.rows) if question.grid else 0
    frames = look(question, *[DOWN] * count, CTRL_C, columns=columns, rows=rows)
    assert len(frames) == count + 1
    for frame, label in zip(frames, ROWS[:count], strict=False):
        assert f"\n   {label} · veiligheid · kort: " in frame
        assert re.search(r"^ » .*\[(leeg|gevuld)\]", frame, re.MULTILINE)
    for frame in frames:
        assert "ontwikkeling\n" in frame
        assert KEYS in frame
        assert "Klaar met de tabel" in frame
        assert len(frame.split("\n")) <= rows


def test_twelve_rows_fit(look: Look) -> None:
    """It shows twelve rows at once on an ordinary screen, below the whole question."""
    (frame,) = look(TWELVE, CTRL_C)
    assert frame.startswith("\nStap 4 van 7")
    assert all(row_of(frame, label[:10]) for label in ROWS[:12])
    assert " van 12\n" not in frame


def test_more_rows_than_fit(look: Look) -> None:
    """It keeps rows in sight on both sides of the one pointed at, and tells where in the grid that is."""
    first, middle, last = look(FIFTEEN, DOWN * 7, DOWN * 7, CTRL_C)
    for frame in (first, middle, last):
        assert frame.startswith("\nStap 4 van 7")
    assert "\n   1 van 15\n" in first
    assert "\n   8 van 15\n" in middle
    assert row_of(middle, ROWS[6][:8])
    assert row_of(middle, ROWS[8][:8])
    assert "\n   15 van 15\n" in last


def test_all_rows_fit_a_high_screen(look: Look) -> None:
    """It does not tell where in the grid it is when all of it is in sight."""
    (frame,) = look(FIFTEEN, CTRL_C, columns=120, rows=40)
    assert all(row_of(frame, label) for label in ROWS)
    assert " van 15\n" not in frame


@pytest.mark.parametrize(("rows", "shown"), [(40, 3), (25, 2), (24, 1), (16, 1)])
def test_long_detail(look: Look, rows: int, shown: int) -> None:
    """It shows what a cell holds in up to three rows, fewer on a low screen, and that there is more."""
    question = table(ROWS[:12], {"1-1": LEAD + " " + WHY})
    filled, empty = look(question, DOWN, CTRL_C, rows=rows)
    detail = filled.split("kort: gevuld\n")[1].split("   ←")[0].split("   1 van")[0].strip("\n").split("\n")
    assert len(detail) == shown
    assert detail[0].startswith("   In hoeverre heb ik")
    assert detail[-1].endswith("…")
    assert filled.count("\n") == empty.count("\n")


def test_short_labels_take_no_more_than_they_need(look: Look) -> None:
    """It puts the columns next to the labels, also on a wide screen."""
    (frame,) = look(SMALL, CTRL_C, columns=200)
    assert row_of(frame, "Hotel").startswith(" » Hotel     [leeg]")


def test_long_labels(look: Look) -> None:
    """It cuts a label that is too long, shows it in full below, and keeps the columns where they are."""
    label = "Wonen bij de opa en oma van moederskant met hulp van het wijkteam en van de school, voor zolang het duurt"
    (frame,) = look(table([label, "Hotel"], {}), CTRL_C)
    assert " » Wonen bij de o…[leeg] " in frame
    assert label in " ".join(frame.split())
    assert row_of(frame, "Hotel").index("leeg") == row_of(frame, "Wonen").index("leeg")
    assert max(map(get_cwidth, frame.split("\n"))) <= 80


def test_hostile_text(look: Look) -> None:
    """It shows markup and control characters as they are, each label on one row, and wide characters in line."""
    question = table([HOSTILE, "漢字", "Hotel"], {"1-1": HOSTILE})
    options = (*question.options[:-1], Option("done", HOSTILE))
    frame, done = look(replace(question, options=options), PAGE_DOWN, CTRL_C)
    shown = "␛[2J[bold]漢字漢字漢字漢字[/] van :smile: <U+202E>"
    assert f"\n   {shown}\n" in frame
    assert f"{shown} · veiligheid · kort: gevuld {shown}" in " ".join(frame.split())
    assert f" »[{shown}]\n" in done
    assert "\n » ␛[2J[bold]漢字…[gevuld]  leeg " in frame
    assert "\n   漢字            leeg     leeg " in frame
    assert "\n   Hotel           leeg     leeg " in frame


def test_narrow_screen(look: Look) -> None:
    """It shows the columns that belong with the one pointed at where not all of them fit."""
    frames = look(TWELVE, RIGHT * 2, RIGHT * 4, CTRL_C, columns=60)
    assert "veiligheid" in frames[0]
    assert "bestaanszekerheid" not in frames[0].split("Klaar")[0]
    assert "bestaanszekerheid" in frames[1].split("Klaar")[0]
    assert all(frame.count("[") == 1 for frame in frames)


class SixtyColumns(DummyOutput):
    def get_size(self) -> Size:
        return Size(rows=24, columns=60)


TOLD = {
    "1-1": "Hotel · veiligheid · kort",
    "2-1": "Niets doen · veiligheid · kort",
    "2-2": "Niets doen · veiligheid · lang",
    "1-7": "Hotel · rest",
    "done": "Klaar met de tabel",
}


@pytest.mark.parametrize(("keys", "cell"), [("", "1-1"), (END, "1-7"), (DOWN + RIGHT, "2-2"), (PAGE_DOWN, "done")])
def test_what_stays_on_the_screen(typist: Typist, keys: str, cell: str) -> None:
    """It leaves the question behind, and where somebody goes."""
    typist.answer(SMALL, keys + ENTER)
    assert typist.shown.endswith(f"{SMALL.hint}\n > {TOLD[cell]}\n")


@pytest.mark.parametrize(
    ("key", "kind"),
    [(SHIFT_TAB, Back), (CTRL_C, Paused), (CTRL_D, Paused), (F4, SkipStep)],
    ids=["back", "pause", "ctrl-d", "step"],
)
@pytest.mark.parametrize("output", [DummyOutput(), SixtyColumns()], ids=["wide", "narrow"])
def test_leaving(typist: Typist, key: str, kind: type[Interrupted], output: DummyOutput) -> None:
    """It leaves by the same keys as every question, with nothing to keep."""
    with create_app_session(output=output), pytest.raises(kind) as left:
        typist.answer(SMALL, DOWN + key)
    assert left.value.draft is None


def test_no_step_to_skip(typist: Typist) -> None:
    """It takes no notice of F4 where there is no step."""
    assert typist.answer(replace(SMALL, step=""), F4 + RIGHT + ENTER) == "1-2"


def test_keyboard_is_gone(typist: Typist) -> None:
    """It pauses when the terminal is closed."""
    typist.send(DOWN)
    typist.keyboard.close()
    with pytest.raises(Paused):
        typist.prompter.ask(SMALL)


def test_why(typist: Typist) -> None:
    """It shows why this is asked, and goes on where it was."""
    assert typist.answer(SMALL, DOWN + F1 + RIGHT + ENTER) == "2-2"
    assert f"Waarom deze vraag\n{WHY[:40]}" in typist.shown


def test_clearing_the_screen(typist: Typist) -> None:
    """It shows the question again after Ctrl-L, and goes on where it was."""
    assert typist.answer(SMALL, DOWN + CTRL_L + RIGHT + ENTER) == "2-2"
    assert typist.shown.count(SMALL.text) == 2


@pytest.mark.parametrize("key", [ALT_ENTER, "\x1ba", "\x1b\x1b[B", paste("b\r"), "x", " ", "\x12", "\x7f"])
@pytest.mark.parametrize("output", [DummyOutput(), SixtyColumns()], ids=["wide", "narrow"])
def test_keys_that_do_nothing(typist: Typist, key: str, output: DummyOutput) -> None:
    """It takes no notice of Alt-Enter, other keys with Alt, a paste or letters."""
    with create_app_session(output=output):
        assert typist.answer(SMALL, key + DOWN + key + ENTER) == "2-1"


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_rows(typist: Typist, look: Look, count: int) -> None:
    """It leads to being done also where there is next to nothing to choose."""
    question = table(["Hotel"][:count], {})
    assert typist.answer(question, DOWN + ENTER) == "done"
    assert "»[Klaar met de tabel]" in look(question, PAGE_DOWN, CTRL_C)[-1] if count else look(question, CTRL_C)[-1]


@pytest.mark.parametrize("rows", [5, 8])
def test_tiny_screen(look: Look, rows: int) -> None:
    """It shows the cell pointed at where the screen has hardly any room."""
    frame = look(FIFTEEN, DOWN * 5 + RIGHT, CTRL_C, rows=rows)[-1]
    assert row_of(frame, ROWS[5][:8]).endswith("leeg    [leeg]    leeg     leeg     leeg     leeg     leeg")


def test_fewer_rows_than_the_question(look: Look) -> None:
    """It shows some rows also below a question that fills the screen."""
    (frame,) = look(replace(FIFTEEN, text="lang\n" * 40), CTRL_C)
    assert len(re.findall("leeg     leeg     leeg     leeg$", frame, re.MULTILINE)) >= 3


def test_cells_that_do_not_fit(typist: Typist) -> None:
    """It does not guess where cells are that are not there, or too many."""
    with pytest.raises(ValueError, match="table"):
        typist.answer(replace(SMALL, options=SMALL.options[1:]), ENTER)


def test_rows_are_read_aloud(reader: Reader) -> None:
    """It numbers the rows, says in few words how each cell is, and what can be typed."""
    held = ["1-2", "2-1", "2-2", "2-7", "3-1", "3-2", "3-3", "3-4", "3-5"]
    question = table(["Hotel", "Niets doen", "Naar oma", "Thuis"], dict.fromkeys(held, "x"))
    assert reader.answer(question, "5") == "done"
    assert reader.shown.endswith(
        "Een cel die leeg blijft, staat er straks als niet gewogen.\n\n"
        "1  Hotel (gevuld: veiligheid lang; verder leeg)\n"
        "2  Niets doen (gevuld: veiligheid; verder leeg)\n"
        "3  Naar oma (leeg: ontwikkeling lang; verder gevuld)\n"
        "4  Thuis (alles leeg)\n"
        "5  Klaar met de tabel\n\n"
        "Typ het nummer van een rij en druk op Enter.\n"
        "< terug · ? waarom · Ctrl-C pauze · -- rest van de stap overslaan\n"
        "Gekozen: Klaar met de tabel\n"
    )


def test_cells_are_read_aloud(reader: Reader) -> None:
    """It numbers the cells of the row that was chosen, with all that stands in them."""
    detail = LEAD + "\n" + WHY
    assert reader.answer(table(["Hotel", "Thuis"], {"2-1": "Rust.", "2-7": detail}), "2", "7") == "2-7"
    row, said = reader.shown.split("overslaan\n")[-1].split("7  rest: gevuld\n")
    assert row == (
        "\nThuis\n\n"
        "1  veiligheid · kort: gevuld\n   Rust.\n"
        "2  veiligheid · lang: leeg\n"
        "3  bestaanszekerheid · kort: leeg\n"
        "4  bestaanszekerheid · lang: leeg\n"
        "5  ontwikkeling · kort: leeg\n"
        "6  ontwikkeling · lang: leeg\n"
    )
    assert " ".join(f"{LEAD} {WHY}".split()) in " ".join(said.split())
    assert said.endswith(
        "\n\nTyp het nummer van een vakje en druk op Enter. Met < terug naar de rijen.\nGekozen: Thuis · rest\n"
    )


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        (["1", "1"], "1-1"),
        ([" 3 ", " 7 "], "3-7"),
        (["2", "<", "1", "2"], "1-2"),
        (["", "-", "0", "5", "x", "1", "", "-", "8", "3"], "1-3"),
        (["2", "<", "4"], "done"),
    ],
)
def test_plain(reader: Reader, lines: list[str], cell: str) -> None:
    """It gives the cell of two numbers, goes back to the rows on <, and asks again after what is no number of it."""
    assert reader.answer(SMALL, *lines) == cell
    assert reader.lines.lines == []


@pytest.mark.parametrize(
    ("draft", "cell", "told"),
    [
        ("1-1", "1-2", "Hotel · veiligheid · lang: gevuld"),
        ("1-7", "2-1", "Niets doen · veiligheid · kort: leeg"),
        ("3-7", "done", "Klaar met de tabel"),
    ],
)
def test_plain_onward(reader: Reader, draft: str, cell: str, told: str) -> None:
    """It says which cell comes after the last one, and takes it on an empty line, also after a look elsewhere."""
    assert reader.answer(SMALL, "", draft=draft) == cell
    assert reader.answer(SMALL, "3", "", "<", "", draft=draft) == cell
    assert f"\nAlleen Enter gaat verder met: {told}\n" in reader.shown


@pytest.mark.parametrize("draft", [None, "done", "9-9"])
def test_plain_not_onward(reader: Reader, draft: str | None) -> None:
    """It does not take an empty line for anything where there is no cell to go on after."""
    assert reader.answer(SMALL, "", "2", "1", draft=draft) == "2-1"
    assert "Alleen Enter" not in reader.shown
    assert "Hier is een antwoord nodig.\n" in reader.shown


@pytest.mark.parametrize("before", [[], ["2"]], ids=["rows", "cells"])
def test_plain_leaving(reader: Reader, before: list[str]) -> None:
    """It takes the commands of every question in both lists."""
    with pytest.raises(SkipStep):
        reader.answer(SMALL, *before, "--")
    with pytest.raises(Paused) as paused:
        reader.answer(SMALL, *before, KeyboardInterrupt)
    assert paused.value.draft is None
    with pytest.raises(Paused):
        reader.answer(SMALL, *before)
    with pytest.raises(Back):
        reader.answer(SMALL, *before, *["<"] * (len(before) + 1))
    shown = len(reader.shown)
    assert reader.answer(SMALL, *before, "?", *(["1"] if before else ["2", "1"])) == "2-1"
    assert WHY[:40] in reader.shown[shown:]


def test_plain_hostile_text(reader: Reader) -> None:
    """It shows markup and control characters as they are."""
    assert reader.answer(table([HOSTILE], {"1-1": HOSTILE}), "1", "1") == "1-1"
    assert reader.shown.count("␛[2J[bold]") == 4
    assert "\x1b" not in reader.shown


def test_plain_narrow(reader: Reader) -> None:
    """It wraps for a narrow screen."""
    reader.prompter.display.console.width = 40
    assert reader.answer(TWELVE, "5", "7") == "5-7"
    assert max(map(len, reader.shown.splitlines())) <= 40
