"""Prompts to type in: one line, or text of any length."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Always
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, VerticalAlign, Window

from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.terminal import keys
from doorbraak_cli.terminal.editor import EditorFailedError, edit
from doorbraak_cli.terminal.pasted import lines, one_line
from doorbraak_cli.terminal.style import STYLE
from doorbraak_cli.terminal.wrapping import Wrapping

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prompt_toolkit.application import Application
    from prompt_toolkit.buffer import Buffer

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.terminal.display import Display

_PROMPT = ">"
_BESIDE = 3  # the columns of the prompt, which questionary puts a space on both sides of


def line(question: Question, draft: Value | None, display: Display) -> questionary.Question:
    """Give a prompt for one line; it gives what was typed."""
    asked = _field(question, draft, one_line, display)
    _lay_out(asked.application, keys.shown(asked.application, display.say, question, "line"))
    return asked


def text(question: Question, draft: Value | None, display: Display, drafts: Path | None) -> questionary.Question:
    """Give a prompt for text of any length; an editor may work on it in the folder `drafts`."""
    asked = _field(question, draft, lines, display)
    names = ("text", "editor") if drafts else ("text",)
    _lay_out(asked.application, keys.shown(asked.application, display.say, question, *names))
    keys.add(asked.application, _ending())
    keys.add(asked.application, _editing(display, drafts))
    return asked


def _field(
    question: Question, draft: Value | None, fitting: Callable[[str], str], display: Display
) -> questionary.Question:
    form, say = question.form, display.say

    def given(value: str) -> bool | str:
        if not value.strip():
            return not question.required or say("prompt.required")
        return question.refused(value, say) or True

    asked = questionary.text(
        _PROMPT,
        fitting(draft) if isinstance(draft, str) else "",
        given,
        qmark="",
        instruction="",
        multiline=form is Form.TEXT,
        placeholder=None if question.required else [("class:placeholder", say(f"prompt.skip-{form}"))],
        validate_while_typing=False,
        prompt_continuation=" " * _BESIDE,
        input_processors=[Wrapping(_BESIDE)],
        style=STYLE,
    )
    keys.add(asked.application, keys.everywhere(question, display))
    keys.add(asked.application, _typing(fitting))
    return asked


def _lay_out(application: Application[Any], below: Window) -> None:
    """Put the field on the screen without prompt_toolkit's rows around it: its row for what is wrong cuts that off."""
    field = application.layout.current_window
    field.dont_extend_height = Always()
    rows = [keys.row(), field, _wrong(application), keys.row(), below]
    application.layout = Layout(HSplit(rows, align=VerticalAlign.TOP), focused_element=field)


def _wrong(application: Application[Any]) -> Window:
    """Give the rows that tell what is wrong with what was typed, in full."""

    def rows() -> list[str]:
        error = application.current_buffer.validation_error
        width = max(application.output.get_size().columns - _BESIDE, 1)
        return textwrap.wrap(error.message, width) if error else []

    return Window(
        FormattedTextControl(lambda: [("class:validation-toolbar", "\n".join(" " * _BESIDE + row for row in rows()))]),
        height=lambda: keys.up_to(len(rows())),
    )


def _typing(fitting: Callable[[str], str]) -> KeyBindings:
    """Give the keys of every field: a paste that fits, and an end to what people do not expect while writing."""
    typing = KeyBindings()

    @typing.add(Keys.BracketedPaste, eager=True)
    def _paste(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(fitting(event.data))

    @typing.add("c-z", eager=True)
    def _undo(event: KeyPressEvent) -> None:
        event.current_buffer.undo()

    @typing.add("c-r", eager=True)
    @typing.add("c-s", eager=True)
    def _no_search(_event: KeyPressEvent) -> None:
        pass

    return typing


def _ending() -> KeyBindings:
    ending = KeyBindings()

    @ending.add("f2", eager=True)
    @ending.add("c-d", eager=True)
    def _end(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    return ending


def _editing(display: Display, drafts: Path | None) -> KeyBindings:
    editing = KeyBindings()

    @editing.add("c-x", "c-e", eager=True)
    def _edit(event: KeyPressEvent) -> None:
        event.app.create_background_task(_edited(event.current_buffer, display, drafts))

    return editing


async def _edited(buffer: Buffer, display: Display, drafts: Path | None) -> None:
    await run_in_terminal(lambda: _replace(buffer, display, drafts))


def _replace(buffer: Buffer, display: Display, drafts: Path | None) -> None:
    changed = _attempt(buffer.text, display, drafts)
    buffer.save_to_undo_stack()
    buffer.document = Document(changed)


def _attempt(draft: str, display: Display, drafts: Path | None) -> str:
    """Give the text as it was left in the editor, or as it was where that did not work, and say so."""
    if drafts is None:
        display.note(display.say("prompt.editor-off"))
        return draft
    try:
        changed = edit(draft, drafts)
    except EditorFailedError as error:
        display.note(display.say.message(error.message))
        return error.saved or draft
    if changed == draft:
        display.note(display.say("prompt.editor-unchanged"))
    return changed
