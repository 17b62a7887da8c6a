"""The plain prompter: numbers and lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.flows.prompter import Back, Form, Interrupted, Option, Paused, Question, SkipStep

from .conftest import GUARD

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Reader

OPTIONS = (Option("a", "helemaal niet"), Option("b", "een beetje"), Option("c", "helemaal"))
CHOICE = Question("choice", Form.CHOICE, "Lukte het?", why="Omdat het telt.", options=OPTIONS)
CHOICES = Question("choices", Form.CHOICES, "Welke?", why="Omdat het telt.", options=OPTIONS)
LINE = Question("line", Form.LINE, "Wat nu?", why="Omdat het telt.")
TEXT = Question("text", Form.TEXT, "Waar merkte je dat aan?", why="Omdat het telt.")
FORMS = pytest.mark.parametrize("question", [CHOICE, CHOICES, LINE, TEXT], ids=["choice", "choices", "line", "text"])
DRAFTS: dict[Form, Value] = {Form.CHOICE: "b", Form.CHOICES: ("a", "c"), Form.LINE: "Morgen", Form.TEXT: "een\ntwee"}
GOOD = {Form.CHOICE: ["2"], Form.CHOICES: ["2"], Form.LINE: ["b"], Form.TEXT: ["b", "."]}


def required(question: Question) -> Question:
    return replace(question, required=True)


@pytest.mark.parametrize(
    ("question", "lines", "value"),
    [
        (CHOICE, ["2"], "b"),
        (CHOICE, [" 3 "], "c"),
        (CHOICE, ["4"], None),
        (CHOICE, [""], None),
        (CHOICE, ["-"], None),
        (required(CHOICE), ["4", "", "-", "3"], "c"),
        (CHOICE, ["0", "5", "twee", "1 2", "²", "-1", "9" * 5000, "1"], "a"),
        (CHOICES, ["1 3"], ("a", "c")),
        (CHOICES, ["3,1"], ("a", "c")),
        (CHOICES, [" 3; 1, 1 "], ("a", "c")),
        (CHOICES, ["alles"], ("a", "b", "c")),
        (CHOICES, ["ALL"], ("a", "b", "c")),
        (CHOICES, [""], None),
        (CHOICES, ["1 4", "een", "0", "1-2", "2"], ("b",)),
        (required(CHOICES), ["", "-", ",", "2"], ("b",)),
        (LINE, ["  Morgen bellen "], "Morgen bellen"),
        (LINE, ["een\r\ntwee"], "een twee"),
        (LINE, [""], None),
        (LINE, ["  "], None),
        (LINE, ["-"], None),
        (required(LINE), ["", "-", "ja"], "ja"),
        (TEXT, ["een", "", "  twee", "."], "een\n\n  twee"),
        (TEXT, ["een\r\ntwee", "."], "een\ntwee"),
        (TEXT, ["", "een", "."], "een"),
        (TEXT, ["een", "-", "+", "", "."], "een\n-\n+"),
        (TEXT, ["een"], "een"),
        (TEXT, ["."], None),
        (TEXT, ["-"], None),
        (TEXT, [], None),
        (required(TEXT), [".", "-", "", ".", "ja", ". "], "ja"),
    ],
)
def test_answers(reader: Reader, question: Question, lines: list[str], value: Value | None) -> None:
    """It gives what was chosen or typed, asks again after what is no answer, and reads no further."""
    assert reader.answer(question, *lines) == value
    assert reader.lines.lines == []


@pytest.mark.parametrize("sign", ["<", "?", ".", "-", "+"])
def test_signs_as_text(reader: Reader, sign: str) -> None:
    """It takes a sign behind a backslash for the sign itself."""
    assert reader.answer(LINE, f"\\{sign}") == sign
    assert reader.answer(TEXT, "een", f"\\{sign}", ".") == f"een\n{sign}"
    assert reader.answer(TEXT, f"\\{sign}", ".") == sign


def test_other_backslashes(reader: Reader) -> None:
    """It leaves other backslashes alone."""
    assert reader.answer(TEXT, "\\", "\\n", "\\..", ".") == "\\\n\\n\n\\.."


@FORMS
def test_draft_is_kept(reader: Reader, question: Question) -> None:
    """It shows what stands there, and keeps it on Enter."""
    draft = DRAFTS[question.form]
    assert reader.answer(question, "", draft=draft) == draft
    now = {"b": "een beetje", ("a", "c"): "helemaal niet; helemaal"}.get(draft, draft)
    assert f"(nu: {now})\nAlleen Enter laat dat zo." in reader.shown


@FORMS
def test_draft_makes_way(reader: Reader, question: Question) -> None:
    """It takes a new answer, or none, in the place of the draft."""
    draft = DRAFTS[question.form]
    assert reader.answer(question, *GOOD[question.form], draft=draft) == (("b",) if question is CHOICES else "b")
    assert reader.answer(question, "-", draft=draft) is None


@pytest.mark.parametrize(
    ("lines", "value"),
    [(["+", "drie", "."], "een\ntwee\ndrie"), (["+", "."], "een\ntwee"), (["."], "een\ntwee"), ([], "een\ntwee")],
)
def test_draft_is_written_on(reader: Reader, lines: list[str], value: str) -> None:
    """It goes on behind a draft of several lines after +, and never throws it away for nothing."""
    assert reader.answer(TEXT, *lines, draft="een\ntwee") == value


@pytest.mark.parametrize(
    ("question", "draft"), [(CHOICE, "weg"), (CHOICES, ("weg",)), (CHOICES, "b"), (CHOICES, ("b", "weg"))]
)
def test_draft_of_another_pack(reader: Reader, question: Question, draft: Value) -> None:
    """It leaves out of a draft what is no longer an option."""
    assert reader.answer(question, "", draft=draft) == (
        ("b",) if draft == ("b", "weg") else draft if draft == "b" else None
    )


@FORMS
def test_back(reader: Reader, question: Question) -> None:
    """It goes back on < alone."""
    with pytest.raises(Back) as back:
        reader.answer(question, "<")
    assert back.value.draft is None


@pytest.mark.parametrize(("line", "kind"), [("<", Back), (KeyboardInterrupt, Paused), (OSError, Paused)])
def test_leaving_a_text(reader: Reader, line: str | type[BaseException], kind: type[Interrupted]) -> None:
    """It takes along the lines that were typed."""
    with pytest.raises(kind) as left:
        reader.answer(TEXT, "een", "  twee", line)
    assert left.value.draft == "een\n  twee"
    with pytest.raises(kind) as left:
        reader.answer(TEXT, "+", "drie", line, draft="een")
    assert left.value.draft == "een\ndrie"


@FORMS
def test_skipping_a_step(reader: Reader, question: Question) -> None:
    """It leaves the rest of a step on -- alone, and says so; only where there is a step."""
    with pytest.raises(SkipStep) as left:
        reader.answer(replace(question, step="cells"), " -- ")
    assert left.value.draft is None
    assert " · Ctrl-C pauze · -- rest van de stap overslaan\n" in reader.shown
    before = len(reader.shown)
    reader.answer(question, "-")
    assert "rest van de stap" not in reader.shown[before:]


def test_skipping_a_step_in_a_text(reader: Reader) -> None:
    """It takes along the lines that were typed."""
    with pytest.raises(SkipStep) as left:
        reader.answer(replace(TEXT, step="cells"), "een", "--")
    assert left.value.draft == "een"


@pytest.mark.parametrize("line", ["--", "\\--"])
def test_two_dashes_as_text(reader: Reader, line: str) -> None:
    """It takes two dashes for text where there is no step, and behind a backslash."""
    step = "cells" if line.startswith("\\") else ""
    assert reader.answer(replace(LINE, step=step), line) == "--"
    assert reader.answer(replace(TEXT, step=step), "een", line, ".") == "een\n--"


GUARDED = [replace(LINE, guard=GUARD), replace(TEXT, guard=GUARD)]
WRITTEN = pytest.mark.parametrize("question", GUARDED, ids=["line", "text"])


def typed(question: Question, *lines: str) -> list[str]:
    """Give the lines, with what ends a text behind them."""
    return [*lines, *["."] * (question.form is Form.TEXT)]


@WRITTEN
@pytest.mark.parametrize("width", [80, 40])
def test_refused_text(reader: Reader, nl: Wording, question: Question, width: int) -> None:
    """It says in full why a text is refused, shows what can be kept of it, and takes that on Enter."""
    reader.prompter.display.console.width = width
    value = reader.answer(question, *typed(question, "de tante, Jansen, belt"), "")
    assert value == "de tante, […], belt"
    shown = " ".join(reader.shown.split())
    refusal = nl("trace.refused", what="een naam, een adres")
    keep = nl("prompt.plain-keep-text" if question.form is Form.TEXT else "prompt.plain-keep")
    what = nl("prompt.refused-for", texts="Jansen")
    assert f"{refusal} {what} (nu: de tante, […], belt) {keep}" in shown
    assert max(map(len, reader.shown.splitlines())) <= width


@WRITTEN
def test_refused_text_makes_way(reader: Reader, question: Question) -> None:
    """It takes another text in the place of a refused one, or none, and refuses again what must not be kept."""
    assert reader.answer(question, *typed(question, "Jansen"), *typed(question, "een tante")) == "een tante"
    assert reader.answer(question, *typed(question, "Jansen"), "-") is None
    assert reader.answer(question, *typed(question, "Jansen"), *typed(question, "oom Jansen"), "") == "oom […]"
    assert reader.lines.lines == []


@WRITTEN
def test_refused_text_where_an_answer_is_needed(reader: Reader, question: Question) -> None:
    """It still needs an answer after a refusal: what is left of the text is one."""
    assert reader.answer(required(question), *typed(question, "Jansen"), "-", "") == "[…]"


def test_refused_text_is_written_on(reader: Reader) -> None:
    """It goes on behind what is left of a refused text after +."""
    assert reader.answer(GUARDED[1], "Jansen", "zei:", ".", "+", "nee", ".") == "[…]\nzei:\nnee"


@WRITTEN
@pytest.mark.parametrize(("line", "kind"), [("<", Back), (KeyboardInterrupt, Paused), (OSError, Paused)])
def test_leaving_after_a_refusal(
    reader: Reader, question: Question, line: str | type[BaseException], kind: type[Interrupted]
) -> None:
    """It takes along what is left of a refused text, when nothing was typed after that."""
    with pytest.raises(kind) as left:
        reader.answer(question, *typed(question, "de tante, Jansen"), line)
    assert left.value.draft == "de tante, […]"


def test_end_of_input_after_a_refusal(reader: Reader) -> None:
    """It pauses when nothing more will come for a line, with what is left of the refused one."""
    with pytest.raises(Paused) as paused:
        reader.answer(GUARDED[0], "Jansen")
    assert paused.value.draft == "[…]"


def test_leaving_a_text_after_a_refusal(reader: Reader) -> None:
    """It takes along what was typed after the refusal, where something was."""
    with pytest.raises(Paused) as paused:
        reader.answer(GUARDED[1], "Jansen", ".", "een tante", KeyboardInterrupt)
    assert paused.value.draft == "een tante"


@WRITTEN
def test_guard_leaves_the_rest_alone(reader: Reader, question: Question) -> None:
    """It takes what is not refused as it is, without a word about it."""
    free = replace(question, guard=None)
    assert reader.answer(question, *typed(question, "  een tante")) == reader.answer(
        free, *typed(question, "  een tante")
    )
    first, second = reader.shown.split(question.text)[1:]
    assert first.strip() == second.strip()


@FORMS
def test_why(reader: Reader, question: Question) -> None:
    """It shows why the question is asked on ? alone, and asks on."""
    reader.answer(question, "?", *GOOD[question.form])
    assert "Waarom deze vraag\nOmdat het telt.\n" in reader.shown


def test_why_in_a_text(reader: Reader) -> None:
    """It keeps the lines before a ?."""
    assert reader.answer(TEXT, "een", "?", "twee", ".") == "een\ntwee"


@FORMS
@pytest.mark.parametrize("gone", [KeyboardInterrupt, OSError])
def test_pause(reader: Reader, question: Question, gone: type[BaseException]) -> None:
    """It pauses on Ctrl-C, and when the terminal is gone."""
    with pytest.raises(Paused) as paused:
        reader.answer(question, gone, draft=DRAFTS[question.form])
    assert paused.value.draft is None


@FORMS
def test_end_of_input(reader: Reader, question: Question) -> None:
    """It pauses when nothing more will come, and does not ask for ever."""
    with pytest.raises(Paused):
        reader.answer(required(question), "")


def test_end_of_a_text_without_a_screen(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not take a terminal that is gone for the end of the text."""

    def gone(*_: str) -> int:
        raise OSError(5, "Input/output error")

    def closing(prompt: str) -> str:
        if "een" in seen:
            monkeypatch.setattr(reader.screen, "write", gone)
            raise EOFError
        seen.append("een")
        return "een"

    seen: list[str] = []
    prompter = replace(reader.prompter, read=closing)
    with pytest.raises(Paused) as paused:
        prompter.ask(TEXT)
    assert paused.value.draft == "een"


def test_choice_is_shown(reader: Reader) -> None:
    """It numbers the choices, says what to type, and gives the choice back in words."""
    reader.answer(CHOICE, "5", "2")
    assert reader.shown == (
        "\nLukte het?\n\n"
        "1  helemaal niet\n"
        "2  een beetje\n"
        "3  helemaal\n"
        "4  overslaan\n\n"
        "Typ een nummer en druk op Enter.\n"
        "< terug · ? waarom · Ctrl-C pauze\n"
        "Dat kan hier niet: typ een nummer van 1 tot en met 4.\n"
        "Gekozen: een beetje\n"
    )


@FORMS
def test_skipping_is_confirmed(reader: Reader, question: Question) -> None:
    """It says so when a question is skipped."""
    assert reader.answer(question, "-") is None
    assert reader.shown.endswith("(overgeslagen)\n")


def test_answer_is_kept_when_the_screen_goes(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gives the choice also when it can no longer be confirmed."""

    def close(_: str) -> str:
        monkeypatch.setattr(reader.screen, "write", fail)
        return "2"

    def fail(_: str) -> int:
        raise OSError(5, "Input/output error")

    assert replace(reader.prompter, read=close).ask(CHOICE) == "b"


def test_skipping_is_not_offered(reader: Reader) -> None:
    """It does not speak of skipping where an answer is needed."""
    reader.answer(required(CHOICE), "", "1")
    assert "overslaan" not in reader.shown
    assert "< terug · ? waarom · Ctrl-C pauze\nHier is een antwoord nodig.\n" in reader.shown


def test_wrong_numbers(reader: Reader) -> None:
    """It says in one sentence what can be typed."""
    reader.answer(CHOICES, "7", "1")
    assert "Dat kan hier niet: typ nummers van 1 tot en met 3, zoals 1 2, of alles.\n" in reader.shown


def test_text_is_explained(reader: Reader) -> None:
    """It says how a text ends."""
    reader.answer(TEXT, ".")
    assert "Typ je antwoord. Sluit af met een regel met alleen een punt.\n" in reader.shown
    assert set(reader.lines.prompts) == {"> "}


def test_hostile_text(reader: Reader) -> None:
    """It shows markup and control characters as they are."""
    options = (Option("a", "[bold]x[/] \x1b[2J :smile:"),)
    reader.answer(replace(CHOICE, options=options), "1", draft="a")
    assert reader.shown.count("[bold]x[/] ␛[2J :smile:") == 3
    assert "\x1b" not in reader.shown
