"""The keyboard prompter: every form, every key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.flows.prompter import Back, Form, Interrupted, Option, Paused, Question, SkipStep
from doorbraak_cli.terminal.keyboard import KeyboardPrompter

from .conftest import (
    ALT_ENTER,
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_L,
    CTRL_Q,
    CTRL_R,
    CTRL_Z,
    DOWN,
    ENTER,
    F1,
    F2,
    F4,
    GUARD,
    SHIFT_TAB,
    SPACE,
    UP,
    paste,
)

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.terminal.display import Display

    from .conftest import Typist

OPTIONS = (Option("a", "helemaal niet"), Option("b", "een beetje"), Option("c", "helemaal"))
CHOICE = Question("choice", Form.CHOICE, "Lukte het?", why="Omdat het telt.", options=OPTIONS)
CHOICES = Question("choices", Form.CHOICES, "Welke?", why="Omdat het telt.", options=OPTIONS)
LINE = Question("line", Form.LINE, "Wat nu?", why="Omdat het telt.")
TEXT = Question("text", Form.TEXT, "Waar merkte je dat aan?", why="Omdat het telt.")
FORMS = (CHOICE, CHOICES, LINE, TEXT)
LISTS = (CHOICE, CHOICES)
FIELDS = (LINE, TEXT)
END = {Form.LINE: ENTER, Form.TEXT: F2}
MANY = tuple(Option(f"o{number}", f"Vraag {number}: " + "lang " * 40) for number in range(1, 41))


def required(question: Question) -> Question:
    return replace(question, required=True)


def by_form(question: Question) -> str:
    return question.form


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (ENTER, "a"),
        (DOWN + ENTER, "b"),
        (UP + UP + ENTER, "c"),
        ("jj" + ENTER, "c"),
        (UP + ENTER, None),
        (DOWN * 3 + ENTER, None),
    ],
)
def test_choice(typist: Typist, keys: str, value: str | None) -> None:
    """It gives the id of the option pointed at, and None for the last entry, which skips."""
    assert typist.answer(CHOICE, keys) == value


def test_required_choice(typist: Typist) -> None:
    """It has no entry to skip where an answer is needed."""
    assert typist.answer(required(CHOICE), UP + ENTER) == "c"


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (SPACE + DOWN + DOWN + SPACE + ENTER, ("a", "c")),
        (UP + SPACE + UP + UP + SPACE + ENTER, ("a", "c")),
        ("a" + ENTER, ("a", "b", "c")),
        (SPACE + SPACE + ENTER, None),
        (ENTER, None),
    ],
)
def test_choices(typist: Typist, keys: str, value: tuple[str, ...] | None) -> None:
    """It gives the ids that were ticked, in the order of the options, and None for none."""
    assert typist.answer(CHOICES, keys) == value


def test_required_choices(typist: Typist) -> None:
    """It does not go on with nothing ticked where an answer is needed."""
    assert typist.answer(required(CHOICES), ENTER + ENTER + DOWN + SPACE + ENTER) == ("b",)


@pytest.mark.parametrize(
    ("question", "keys", "value"),
    [
        (LINE, "Morgen bellen" + ENTER, "Morgen bellen"),
        (LINE, "  Morgen  " + ENTER, "Morgen"),
        (LINE, ENTER, None),
        (LINE, "   " + ENTER, None),
        (TEXT, "Zij zei:" + ENTER + "  ja" + F2, "Zij zei:\n  ja"),
        (TEXT, "Zij zei" + CTRL_D, "Zij zei"),
        (TEXT, "Zij zei" + ENTER + ENTER + F2, "Zij zei"),
        (TEXT, "Zij zei" + ALT_ENTER, "Zij zei"),
        (TEXT, F2, None),
        (TEXT, CTRL_D, None),
        (TEXT, " " + ENTER + F2, None),
    ],
)
def test_fields(typist: Typist, question: Question, keys: str, value: str | None) -> None:
    """It gives what was typed, without the space around a line, and None for nothing."""
    assert typist.answer(question, keys) == value


@pytest.mark.parametrize("question", FIELDS, ids=by_form)
def test_keys_of_a_field(typist: Typist, question: Question) -> None:
    """It undoes with Ctrl-Z, and does not start to search with Ctrl-R."""
    keys = paste("goed") + paste(" fout") + CTRL_Z + CTRL_R + "!" + END[question.form]
    assert typist.answer(question, keys) == "goed!"


@pytest.mark.parametrize("question", FIELDS, ids=by_form)
def test_required_fields(typist: Typist, question: Question) -> None:
    """It does not go on without text where an answer is needed."""
    end = END[question.form]
    assert typist.answer(required(question), end + " " + end + "ja" + end) in ("ja", " ja")


@pytest.mark.parametrize(
    ("question", "draft"),
    [(CHOICE, "b"), (CHOICES, ("a", "c")), (LINE, "Morgen"), (TEXT, "een\ntwee")],
    ids=["choice", "choices", "line", "text"],
)
def test_draft(typist: Typist, question: Question, draft: Value) -> None:
    """It starts from the draft: Enter or F2 gives it back as it was."""
    assert typist.answer(question, END.get(question.form, ENTER), draft) == draft


@pytest.mark.parametrize(("question", "draft"), [(CHOICE, "weg"), (CHOICES, ("weg", "b")), (CHOICE, ("b",))])
def test_draft_of_another_pack(typist: Typist, question: Question, draft: Value) -> None:
    """It leaves out of a draft what is no longer an option."""
    assert typist.answer(question, ENTER, draft) == ("a" if question is CHOICE else ("b",))


@pytest.mark.parametrize("question", FIELDS, ids=by_form)
def test_draft_is_written_on(typist: Typist, question: Question) -> None:
    """It puts the cursor at the end of the draft."""
    assert typist.answer(question, "en meer" + END[question.form], "Dit ") == "Dit en meer"


def test_draft_of_several_lines_on_one_line(typist: Typist) -> None:
    """It shows a draft with newlines on one line where one line is asked for."""
    assert typist.answer(LINE, ENTER, "een\r\ntwee") == "een twee"


@pytest.mark.parametrize("question", FORMS, ids=by_form)
@pytest.mark.parametrize(("key", "kind"), [(SHIFT_TAB, Back), (CTRL_C, Paused)], ids=["back", "pause"])
def test_leaving(typist: Typist, question: Question, key: str, kind: type[Interrupted]) -> None:
    """It leaves by the same keys everywhere, with what was typed, or with None."""
    with pytest.raises(kind) as left:
        typist.answer(question, "jj" + key)
    assert left.value.draft == ("jj" if question in FIELDS else None)
    with pytest.raises(kind) as left:
        typist.answer(question, key)
    assert left.value.draft is None


@pytest.mark.parametrize("question", FORMS, ids=by_form)
def test_skipping_a_step(typist: Typist, question: Question) -> None:
    """It leaves the rest of a step on F4, with what was typed."""
    with pytest.raises(SkipStep) as left:
        typist.answer(replace(question, step="cells"), "jj" + F4)
    assert left.value.draft == ("jj" if question in FIELDS else None)


@pytest.mark.parametrize("question", FORMS, ids=by_form)
def test_no_step_to_skip(typist: Typist, question: Question) -> None:
    """It takes no notice of F4 where there is no step."""
    end = END.get(question.form, ENTER)
    assert typist.answer(question, F4 + end) == typist.answer(question, end)


@pytest.mark.parametrize("question", [CHOICE, CHOICES, LINE], ids=by_form)
def test_ctrl_d_pauses(typist: Typist, question: Question) -> None:
    """It takes Ctrl-D for a pause where it does not end a text, also behind what was typed."""
    with pytest.raises(Paused) as paused:
        typist.answer(question, "j" + CTRL_D)
    assert paused.value.draft == ("j" if question is LINE else None)


@pytest.mark.parametrize("question", LISTS, ids=by_form)
def test_ctrl_q_pauses(typist: Typist, question: Question) -> None:
    """It takes questionary's own key to stop for a pause."""
    with pytest.raises(Paused):
        typist.answer(question, CTRL_Q)


@pytest.mark.parametrize("question", FIELDS, ids=by_form)
def test_leaving_shows_the_draft(typist: Typist, question: Question) -> None:
    """It leaves on the screen what was typed."""
    with pytest.raises(Back):
        typist.answer(question, "Dit blijft" + SHIFT_TAB)
    assert " > Dit blijft\n" in typist.shown


@pytest.mark.parametrize("question", FORMS, ids=by_form)
def test_keyboard_is_gone(typist: Typist, question: Question) -> None:
    """It pauses when the terminal is closed, with what was typed."""
    typist.send("jj")
    typist.keyboard.close()
    with pytest.raises(Paused) as paused:
        typist.prompter.ask(question)
    assert paused.value.draft == ("jj" if question in FIELDS else None)


@pytest.mark.parametrize("question", FIELDS, ids=by_form)
def test_refused_text(typist: Typist, question: Question) -> None:
    """It does not go on with a refused text, and does with what somebody makes of it."""
    end = END[question.form]
    value = typist.answer(replace(question, guard=GUARD), "oom Jansen" + end + BACKSPACE * 7 + end)
    assert value == "oom"
    assert typist.shown.endswith(" > oom\n")


@pytest.mark.parametrize("question", FIELDS, ids=by_form)
@pytest.mark.parametrize(("key", "kind"), [(SHIFT_TAB, Back), (CTRL_C, Paused)], ids=["back", "pause"])
def test_leaving_a_refused_text(typist: Typist, question: Question, key: str, kind: type[Interrupted]) -> None:
    """It leaves with what was typed, of which the screen shows only what may be kept."""
    with pytest.raises(kind) as left:
        typist.answer(replace(question, guard=GUARD), "oom Jansen" + END[question.form] + key)
    assert left.value.draft == "oom Jansen"
    assert " > oom […]\n" in typist.shown
    assert "Jansen" not in typist.shown


@pytest.mark.parametrize("question", FIELDS, ids=by_form)
def test_guard_leaves_the_rest_alone(typist: Typist, question: Question) -> None:
    """It takes what is not refused, and an empty field, as without a guard."""
    end = END[question.form]
    assert typist.answer(replace(question, guard=GUARD), "een tante" + end) == "een tante"
    assert typist.answer(replace(question, guard=GUARD), end) is None
    assert typist.answer(required(replace(question, guard=GUARD)), end + "ja" + end) == "ja"


def test_screen_is_gone(typist: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    """It pauses when nothing can be shown any more."""

    def fail(_: str) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(typist.screen, "write", fail)
    with pytest.raises(Paused):
        typist.answer(LINE, "ja" + ENTER)


@pytest.mark.parametrize("question", FORMS, ids=by_form)
def test_why(typist: Typist, question: Question) -> None:
    """It shows why the question is asked, and goes on asking."""
    typist.answer(question, F1 + END.get(question.form, ENTER))
    assert "Waarom deze vraag\nOmdat het telt.\n" in typist.shown


def test_why_is_not_there(typist: Typist) -> None:
    """It says so when there is no reason to show."""
    typist.answer(replace(LINE, why=""), F1 + ENTER)
    assert "Bij deze vraag staat geen uitleg.\n" in typist.shown


@pytest.mark.parametrize("question", FORMS, ids=by_form)
def test_clearing_the_screen(typist: Typist, question: Question) -> None:
    """It shows the question again after Ctrl-L."""
    typist.answer(question, CTRL_L + END.get(question.form, ENTER))
    assert typist.shown.count(question.text) == 2


@pytest.mark.parametrize("key", [ALT_ENTER, "\x1ba", "\x1b ", paste("b\r"), "\x12", "\x19", "x", "\t"])
@pytest.mark.parametrize(("question", "value"), [(CHOICE, "b"), (CHOICES, ("b",))], ids=["choice", "choices"])
def test_keys_that_do_nothing(typist: Typist, question: Question, value: Value, key: str) -> None:
    """It takes no notice in a list of Alt-Enter, other keys with Alt, a paste or letters."""
    tick = SPACE if question is CHOICES else ""
    assert typist.answer(question, key + DOWN + tick + key + ENTER) == value


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_paste_into_a_line(typist: Typist, newline: str) -> None:
    """It keeps every word of a paste of several lines."""
    assert typist.answer(LINE, paste(f"een{newline}twee{newline}") + "drie" + ENTER) == "een twee drie"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_paste_into_a_text(typist: Typist, newline: str) -> None:
    """It keeps every line of a paste, ended in one way."""
    assert typist.answer(TEXT, paste(f"een{newline}{newline}  twee") + F2) == "een\n\n  twee"


@pytest.mark.parametrize("question", FIELDS, ids=by_form)
def test_control_characters(typist: Typist, question: Question) -> None:
    """It keeps control characters as they were pasted."""
    pasted = "a\x1b[31mb\x00c\td\u202ee\x07"
    assert typist.answer(question, paste(pasted) + END[question.form]) == pasted


@pytest.mark.parametrize(("keys", "value"), [(DOWN * 24, "o25"), (UP * 2, "o40"), (UP, None)])
def test_forty_options(typist: Typist, keys: str, value: str | None) -> None:
    """It gets at every option of a list far longer than the screen."""
    assert typist.answer(replace(CHOICE, options=MANY), keys + ENTER) == value


def test_forty_options_to_tick(typist: Typist) -> None:
    """It ticks anywhere in a list far longer than the screen."""
    keys = SPACE + DOWN * 39 + SPACE + ENTER
    assert typist.answer(replace(CHOICES, options=MANY), keys) == ("o1", "o40")


@pytest.mark.parametrize(
    ("question", "keys", "shown"),
    [
        (CHOICE, DOWN + ENTER, " > een beetje\n"),
        (CHOICE, UP + ENTER, " > (overgeslagen)\n"),
        (CHOICES, "a" + ENTER, " > helemaal niet\n > een beetje\n > helemaal\n"),
        (LINE, "Morgen" + ENTER, " > Morgen\n"),
        (TEXT, "een" + ENTER + "twee" + F2, " > een\n   twee\n"),
        (TEXT, F2, " > (overgeslagen)\n"),
    ],
)
def test_answer_stays_on_the_screen(typist: Typist, question: Question, keys: str, shown: str) -> None:
    """It leaves the question and the answer in words behind."""
    typist.answer(question, keys)
    assert typist.shown == f"\n{question.text}\n{shown}"


def test_answer_is_kept_when_the_screen_goes(typist: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gives the answer also when it can no longer be shown."""

    def fail(*_: str) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("doorbraak_cli.terminal.display.Display.answer", fail)
    assert typist.answer(LINE, "ja" + ENTER) == "ja"


def test_one_after_the_other(typist: Typist) -> None:
    """It passes on what was typed ahead to the next question."""
    typist.send("eerste" + ENTER + DOWN + ENTER + "derde" + F2)
    assert [typist.prompter.ask(one) for one in (LINE, CHOICE, TEXT)] == ["eerste", "b", "derde"]


def test_works_without_a_session(typist: Typist, display: Display) -> None:
    """It needs no folder for drafts to ask."""
    prompter = KeyboardPrompter(display.say, display)
    typist.send("ja" + ENTER)
    assert prompter.ask(LINE) == "ja"
