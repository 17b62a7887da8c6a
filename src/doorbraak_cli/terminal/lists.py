"""Prompts to choose from a list with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import questionary

from doorbraak_cli.terminal import keys
from doorbraak_cli.terminal.options import OptionList
from doorbraak_cli.terminal.style import STYLE

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.terminal.display import Display

SKIP = object()


def choice(question: Question, draft: Value | None, display: Display, taken: int) -> questionary.Question:
    """Give a prompt for one choice; it gives an id, or SKIP. `taken` is how many rows the question takes."""
    options = [questionary.Choice(option.label, option.id) for option in question.options]
    if not question.required:
        options.append(questionary.Choice(display.say("prompt.skip"), SKIP))
    start = next((option for option in options if option.value == draft), None)
    asked = questionary.select("", options, start, instruction=" ", style=STYLE)
    return _laid_out(asked, question, options, display, taken)


def choices(question: Question, draft: Value | None, display: Display, taken: int) -> questionary.Question:
    """Give a prompt for several choices; it gives a list of ids. `taken` is how many rows the question takes."""
    ticked = draft if isinstance(draft, tuple) else ()
    options = [questionary.Choice(one.label, one.id, checked=one.id in ticked) for one in question.options]

    def enough(ids: list[str]) -> bool | str:
        return bool(ids) or not question.required or display.say("prompt.required-choices")

    asked = questionary.checkbox("", options, validate=enough, instruction=" ", style=STYLE)
    return _laid_out(asked, question, options, display, taken)


def _laid_out(
    asked: questionary.Question,
    question: Question,
    options: list[questionary.Choice],
    display: Display,
    taken: int,
) -> questionary.Question:
    labels = [str(option.title) for option in options]
    below = keys.shown(asked.application, display.say, question, question.form)
    OptionList(asked.application, labels, taken, display.say, required=question.required).lay_out(below)
    keys.add(asked.application, keys.everywhere(question, display))
    return asked
