"""What is shown around a prompt."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from doorbraak_cli.flows.prompter import Form, Question
from doorbraak_cli.terminal.display import Display, console_for

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording

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


def test_text_is_data(nl: Wording) -> None:
    """It shows markup, escape codes, emoji names and the like as they were written, everywhere."""
    shown, screen = display(nl)
    shown.show(Question("q", Form.LINE, HOSTILE, HOSTILE, HOSTILE, HOSTILE))
    shown.why(Question("q", Form.LINE, "", why=HOSTILE))
    shown.note(HOSTILE)
    shown.answer(HOSTILE, HOSTILE)
    shown.numbered([HOSTILE])
    assert screen.getvalue().count(LITERAL) == 9


def test_why(nl: Wording) -> None:
    """It shows the reason, or says that there is none."""
    shown, screen = display(nl)
    shown.why(QUESTION)
    shown.why(Question("q", Form.LINE, "Wat nu?"))
    assert screen.getvalue() == "\nWaarom deze vraag\nDaarom.\n\nBij deze vraag staat geen uitleg.\n"


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
