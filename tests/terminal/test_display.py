"""What is shown around a prompt."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from doorbraak_cli.flows.asking import Asking
from doorbraak_cli.flows.prompter import Form, Option, Question, Section
from doorbraak_cli.terminal.display import Display, console_for

from .conftest import CTRL_C, F1
from .conversation import table

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Look

QUESTION = Question(
    "q", Form.TEXT, "Waar merkte je dat aan?", "Vraag 3 van 12", "Deed ik het goed?", "Noem een voorbeeld.", "Daarom."
)
HOSTILE = "[bold]x[/] \x1b[31m :smile: [link=x]y[/link] 'a' 12 http://x.nl \u202e\x07"
LITERAL = "[bold]x[/] ␛[31m :smile: [link=x]y[/link] 'a' 12 http://x.nl <U+202E>␇"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def display(say: Wording, width: int = 80) -> tuple[Display, io.StringIO]:
    screen = io.StringIO()
    return Display(say, Console(file=screen, width=width, color_system=None)), screen


def test_question(nl: Wording) -> None:
    """It shows where we are, the whole question, its part and the hint, in that order, and how many rows that is."""
    shown, screen = display(nl)
    assert shown.show(QUESTION) == 7
    assert screen.getvalue() == (
        "\nVraag 3 van 12\n\nDeed ik het goed?\n\nWaar merkte je dat aan?\nNoem een voorbeeld.\n"
    )


def test_short_question(nl: Wording) -> None:
    """It leaves no gaps for what a question does not have."""
    shown, screen = display(nl)
    assert shown.show(Question("q", Form.LINE, "Wat nu?")) == 2
    assert screen.getvalue() == "\nWat nu?\n"


@pytest.mark.parametrize("width", [20, 40, 80, 120, 300])
def test_nothing_is_cut(nl: Wording, width: int) -> None:
    """It wraps a long text between words, never wider than the screen nor than reads well, and leaves nothing out."""
    shown, screen = display(nl, width)
    text = " ".join(f"woord{number}" for number in range(400)) + "\n\n  " + "x" * 500
    rows = shown.show(Question("q", Form.TEXT, text, lead=text))
    lines = screen.getvalue().split("\n")[:-1]
    assert len(lines) == rows
    assert max(map(len, lines)) <= min(width, 88)
    assert screen.getvalue().split().count("woord399") == 2
    assert screen.getvalue().count("x") == 1000


def test_room_for_a_grid(nl: Wording) -> None:
    """It counts the rows of a grid, not its cells, to see whether all that helps fits above it."""
    grid = table(["Hotel", "Thuis"], {})
    question = replace(grid, helps=(Section("Wat kan helpen", ("in het lang",), ("kort",)),))
    shown, screen = display(nl)
    for height, line in ((24, "in het lang"), (12, "kort")):
        shown.console.height = height
        shown.why(question)
        assert screen.getvalue().endswith(f"Wat kan helpen\n- {line}\n")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("een twee drie", ["een twee", "drie"]),
        ("een\x1btwee drie", ["een␛twee", "drie"]),
        ("漢字漢字 漢字", ["漢字漢字", "漢字"]),
        ("een\ntwee", ["een", "twee"]),
    ],
)
def test_wrapped(nl: Wording, text: str, rows: list[str]) -> None:
    """It gives rows of whole words, counted in columns, safe to show."""
    assert display(nl)[0].wrapped(text, 9) == rows


def test_text_is_data(nl: Wording) -> None:
    """It shows markup, escape codes, emoji names and the like as they were written, everywhere."""
    shown, screen = display(nl)
    shown.show(Question("q", Form.LINE, HOSTILE, HOSTILE, HOSTILE, HOSTILE))
    shown.why(Question("q", Form.LINE, "", why=HOSTILE, helps=(Section(HOSTILE, (HOSTILE,), (HOSTILE,)),)))
    shown.note(HOSTILE)
    shown.answer(HOSTILE, HOSTILE)
    shown.numbered([HOSTILE])
    assert screen.getvalue().count(LITERAL) == 11


def test_why(nl: Wording) -> None:
    """It shows the reason, or says that there is none."""
    shown, screen = display(nl)
    shown.why(QUESTION)
    shown.why(Question("q", Form.LINE, "Wat nu?"))
    assert screen.getvalue() == "\nWaarom deze vraag\nDaarom.\n\nBij deze vraag staat geen uitleg.\n"


def lines_of(count: int) -> tuple[str, ...]:
    return tuple(f"Hulp {number}: " + "een zin over wat je kunt doen, " * 4 for number in range(count))


def helped(count: int, options: int = 0) -> Question:
    """Give a question with so many recommendations and one aid."""
    helps = (
        Section("Wat kan helpen", lines_of(count), tuple(f"Hulp {number}" for number in range(count))),
        Section("Hulpmiddelen", ("Lege stoel",), ("Lege stoel",)),
    )
    choices = tuple(Option(str(number), "x") for number in range(options))
    return replace(QUESTION, form=Form.CHOICE if options else Form.TEXT, helps=helps, options=choices)


def test_helps(nl: Wording) -> None:
    """It shows what helps below the reason: each section with its title, and each line on rows of its own."""
    shown, screen = display(nl, 40)
    shown.why(helped(1))
    assert screen.getvalue() == (
        "\nWaarom deze vraag\nDaarom.\n\nWat kan helpen\n"
        "- Hulp 0: een zin over wat je kunt doen,\n"
        "  een zin over wat je kunt doen, een zin\n"
        "  over wat je kunt doen, een zin over\n"
        "  wat je kunt doen,\n"
        "\nHulpmiddelen\n- Lege stoel\n"
    )


def test_helps_without_a_reason(nl: Wording) -> None:
    """It shows what helps also where no reason was written down."""
    shown, screen = display(nl)
    shown.why(replace(helped(1), why=""))
    assert screen.getvalue().startswith("\nBij deze vraag staat geen uitleg.\n\nWat kan helpen\n- Hulp 0: een zin")


@pytest.mark.parametrize(
    ("question", "rows", "in_full"),
    [
        (helped(3), 24, True),
        (helped(7), 24, False),
        (helped(7), 40, True),
        (helped(3, options=3), 24, True),
        (helped(3, options=12), 24, False),
        (helped(1), 6, False),
    ],
)
def test_helps_in_short(nl: Wording, question: Question, rows: int, in_full: bool) -> None:
    """It shows only the short of it where the rest would push the question off the screen."""
    screen = io.StringIO()
    Display(nl, Console(file=screen, width=80, height=rows, color_system=None)).why(question)
    assert ("een zin over" in screen.getvalue()) is in_full
    assert "- Hulp 0" in screen.getvalue()
    assert screen.getvalue().endswith("\nHulpmiddelen\n- Lege stoel\n")


@pytest.mark.parametrize("question", [helped(3), helped(3, options=3), helped(7), helped(7, options=3)])
def test_helps_beside_the_prompt(look: Look, question: Question) -> None:
    """It keeps the reason, all that helps and the prompt together on a screen of 80 by 24."""
    frame = look(question, F1, CTRL_C)[-1]
    for text in ("Daarom.", "Wat kan helpen", "- Hulp 0", "- Hulp 2", "- Lege stoel", "Ctrl-C pauze"):
        assert text in frame
    assert not question.options or " » x\n   x\n   x\n   overslaan" in frame


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_help_of_the_whole_guide_fits(pack: Pack, nl: Wording, en: Wording, lang: str) -> None:
    """It keeps what helps and what a question is answered with together on 80 by 24, with every question of the guide.

    Of the longest the start of the reason scrolls up, where it can still be read.
    """
    say = nl if lang == "nl" else en
    asked = [one for about in pack.questions for one in Asking(pack, say, {}, about.level).every(about) if one.helps]
    assert len(asked) > len(pack.questions)
    assert [one.id for one in asked if rows_of_help(say, one) + len(one.options) + 4 > 24] == []


def rows_of_help(say: Wording, question: Question) -> int:
    """Give how many rows are shown below the reason."""
    screen = io.StringIO()
    Display(say, Console(file=screen, width=80, height=24, color_system=None)).why(question)
    return screen.getvalue().partition(f"\n{say('prompt.helps')}\n")[2].count("\n") + 1


def test_answer(nl: Wording) -> None:
    """It shows answers below each other, with their lines lined up."""
    shown, screen = display(nl, 20)
    shown.answer("een\ntwee", "drie vier vijf zes zeven")
    assert screen.getvalue() == " > een\n   twee\n > drie vier vijf\n   zes zeven\n"


def test_numbered(nl: Wording) -> None:
    """It lines numbers up, and labels of several rows too."""
    shown, screen = display(nl, 20)
    shown.numbered(["helemaal niet", "een beetje of misschien", *["x"] * 8])
    assert screen.getvalue().startswith(" 1  helemaal niet\n 2  een beetje of\n    misschien\n 3  x\n")
    assert screen.getvalue().endswith("10  x\n")


@pytest.mark.parametrize(("no_color", "plain"), [(False, False), (True, False), (False, True)])
def test_colours(nl: Wording, monkeypatch: pytest.MonkeyPatch, no_color: bool, plain: bool) -> None:
    """It never uses a colour, and in plain lines no code at all."""
    monkeypatch.setenv("TERM", "xterm-256color")
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    screen = Terminal()
    shown = Display(nl, console_for(screen, plain=plain))
    shown.show(Question("q", Form.LINE, HOSTILE, HOSTILE))
    assert ("\x1b[1m" in screen.getvalue()) is not plain
    assert not plain or "\x1b" not in screen.getvalue()
    assert "\x1b[3" not in screen.getvalue()
