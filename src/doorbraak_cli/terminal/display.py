"""What is shown around a prompt: the question before it and the answer after it, always as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Literal

from rich.console import Console
from rich.text import Text

from doorbraak_cli.domain.printable import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.containers import Lines

    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question

_READABLE = 88
_ANSWER = " > "
_BULLET = "- "
_PROMPT_ROWS = 5  # around the choices, or for a text
_GRID_ROWS = 7  # around the rows of a grid


def console_for(stream: IO[str], *, plain: bool) -> Console:
    """Give a console that takes nothing in a text for a command; a plain one writes characters and newlines only."""
    system: Literal["auto"] | None = None if plain else "auto"
    return Console(file=stream, color_system=system, markup=False, highlight=False, emoji=False)


@dataclass(frozen=True, slots=True)
class Display:
    """Writes the conversation, wrapped for reading. `console` writes to stderr: stdout is for results.

    `append_only` is for lines that only ever go down: then nothing has to fit on one screen.
    """

    say: Wording
    console: Console
    append_only: bool = False

    def show(self, question: Question) -> int:
        """Show a question, with a blank line before it, and give how many rows that took."""
        above = [(question.heading, "dim"), (question.lead, "")]
        rows = self._write("")
        for text, style in above:
            rows += self._write(text, style) + self._write("") if text else 0
        rows += self._write(question.text, "bold")
        return rows + (self._write(question.hint) if question.hint else 0)

    def why(self, question: Question) -> None:
        """Show why a question is asked, or that nothing was written down about that, and what helps with it."""
        self._write("")
        if question.why:
            self._write(self.say("prompt.why"), "bold")
        self._write(question.why or self.say("prompt.why-none"))
        in_full = self._has_room(question)
        for section in question.helps:
            self._write("")
            self._write(section.title, "bold")
            for line in section.lines if in_full else section.short:
                self._write(line, start=_BULLET)

    def _has_room(self, question: Question) -> bool:
        """Tell whether why a question is asked and all that helps fit on the screen, above what it is answered with."""
        if self.append_only:
            return True
        lines = [question.why, *(line for section in question.helps for line in section.lines)]
        rows = sum(len(self._wrapped(line, _BULLET)) for line in lines) + 3 * len(question.helps)
        choices = len(question.grid.rows) + _GRID_ROWS if question.grid else len(question.options) + _PROMPT_ROWS
        return rows + choices <= self.console.height

    def note(self, text: str) -> None:
        """Show one thing the program has to say."""
        self._write(text)

    def answer(self, *texts: str) -> None:
        """Show what was answered, each text below the one before."""
        for text in texts:
            self._write(text, start=_ANSWER)

    def numbered(self, labels: Sequence[str]) -> None:
        """Show choices with their numbers, counted from 1."""
        width = len(str(len(labels)))
        for number, label in enumerate(labels, start=1):
            self._write(label, start=f"{number:>{width}}  ")

    def wrapped(self, text: str, width: int) -> list[str]:
        """Give a text as rows of at most so many columns, none for no text, and never wider than reads well."""
        lines = Text(visible(text)).wrap(self.console, max(min(width, _READABLE), 1), overflow="fold")
        return [line.plain.rstrip() for line in lines] if text else []

    def _write(self, text: str, style: str = "", start: str = "") -> int:
        lines = self._wrapped(text, start, style)
        for line in lines:
            line.rstrip()
            self.console.print(Text(start).append_text(line), soft_wrap=True)
            start = " " * len(start)
        return len(lines)

    def _wrapped(self, text: str, start: str = "", style: str = "") -> Lines:
        width = max(min(self.console.width, _READABLE) - len(start), 1)
        return Text(visible(text), style).wrap(self.console, width, overflow="fold")
