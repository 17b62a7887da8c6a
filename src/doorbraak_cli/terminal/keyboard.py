"""Asks with questionary: arrow keys for choices, a field to type in, the same keys everywhere."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prompt_toolkit.application import create_app_session, get_app_session
from prompt_toolkit.output import create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from doorbraak_cli.flows.prompter import Form, Interrupted, Paused
from doorbraak_cli.flows.script import clean
from doorbraak_cli.terminal import grid, keys, lists, writing
from doorbraak_cli.terminal.cells import told
from doorbraak_cli.terminal.interrupts import Interrupts

if TYPE_CHECKING:
    from pathlib import Path

    import questionary
    from prompt_toolkit.output import Output

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.terminal.display import Display


@dataclass(frozen=True, slots=True)
class KeyboardPrompter:
    """A person at a keyboard. `drafts` is the folder of the case, where an editor may have a draft; None: no editor."""

    say: Wording
    display: Display
    drafts: Path | None = None
    interrupts: Interrupts = field(default_factory=Interrupts)

    def ask(self, question: Question, draft: Value | None = None) -> Value | None:
        """Give the answer, or None for skipped. `draft` is filled in to start from. Raises Interrupted."""
        try:
            taken = self.display.show(question)
            with create_app_session(output=_screen()):
                given = self._run(self._prompt(question, draft, taken))
        except (KeyboardInterrupt, OSError):
            raise Paused from None
        except Interrupted as left:
            self._tell(*(self._labels(question, question.keepable(left.draft)) if left.draft else []))
            raise
        value = None if given is lists.SKIP else clean(question, given)
        self._tell(*self._labels(question, value))
        return value

    def _run(self, prompt: questionary.Question) -> object:
        """Give what a prompt gives. The prompt itself goes from the screen: what stays is the answer in words."""
        application = prompt.application
        application.erase_when_done = True
        try:
            with self.interrupts.asking(application, lambda: keys.typed(application)):
                # Not unsafe_ask: prompt_toolkit's own handling drops a Ctrl-C that comes between two prompts.
                return application.run(handle_sigint=False)
        except (KeyboardInterrupt, EOFError, OSError):  # the last two: the terminal is gone
            raise Paused(keys.typed(application)) from None

    def _prompt(self, question: Question, draft: Value | None, taken: int) -> questionary.Question:
        match question.form:
            case Form.CHOICE:
                return lists.choice(question, draft, self.display, taken)
            case Form.CHOICES:
                return lists.choices(question, draft, self.display, taken)
            case Form.GRID:
                return grid.pick(question, draft, self.display, taken)
            case Form.LINE:
                return writing.line(question, draft, self.display)
            case Form.TEXT:
                return writing.text(question, draft, self.display, self.drafts)

    def _labels(self, question: Question, value: Value | None) -> tuple[str, ...]:
        if value is None:
            return (self.say("prompt.skipped"),)
        if question.sealed:
            return (self.say("prompt.sealed"),)
        values = (value,) if isinstance(value, str) else value
        return tuple(told(question, one) for one in values)

    def _tell(self, *texts: str) -> None:
        """Leave on the screen what was answered. A screen that is gone must not cost anybody their answer."""
        with suppress(OSError):
            self.display.answer(*texts)


def _screen() -> Output:
    """Give what prompts are drawn on: stderr, unless somebody set up a session with a screen of its own."""
    given = get_app_session()._output  # noqa: SLF001 - the public name would make one for stdout
    if given is not None:
        return given
    output = create_output(stdout=sys.stderr)
    if isinstance(output, Vt100_Output):
        output.enable_cpr = False  # where the cursor is does not matter, and not every terminal answers
    return output
