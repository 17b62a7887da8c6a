"""Asks in plain lines that only ever go down: for --plain, simple and narrow terminals, and screen readers."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from doorbraak_cli.flows.prompter import Back, Form, Interrupted, Paused, SkipStep
from doorbraak_cli.flows.script import clean
from doorbraak_cli.terminal.cells import told
from doorbraak_cli.terminal.interrupts import Interrupts
from doorbraak_cli.terminal.pasted import lines, one_line
from doorbraak_cli.terminal.plain_grid import PlainGrid
from doorbraak_cli.terminal.reading import number, read_line, unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.terminal.display import Display

_PROMPT = "> "
_BACK, _WHY, _SKIP, _SKIP_STEP, _MORE, _END = "<", "?", "-", "--", "+", "."
_LITERAL = re.compile(r"\\([<?\-+.]|--)")
_ALL = ("alles", "all")


class _WrongError(Exception):
    """A line that is no answer to this question; it says what is."""


@dataclass(frozen=True, slots=True)
class PlainPrompter:
    """A person who reads and types lines. `read` shows a prompt and gives a line; it raises EOFError at the end."""

    say: Wording
    display: Display
    read: Callable[[str], str] = read_line
    interrupts: Interrupts = field(default_factory=Interrupts)

    def ask(self, question: Question, draft: Value | None = None) -> Value | None:
        """Give the answer, or None for skipped. An empty line keeps `draft`. Raises Interrupted."""
        current = _current(question, draft)
        try:
            self.display.show(question)
            value = self._given(question, current)
        except Paused as paused:
            # A number is no draft: it means nothing without the list it belongs to.
            raise self._paused([] if question.options else _lines_of(paused.draft)) from None
        except (KeyboardInterrupt, EOFError, OSError):  # the last two: the terminal is gone
            raise self._paused() from None
        self._confirm(question, value)
        return value

    def _given(self, question: Question, current: Value | None) -> Value | None:
        if question.form is Form.GRID:
            grid = PlainGrid(question, self.display, lambda: self._line(question), self._signs(question))
            return grid.pick(current)
        self._explain(question, current)
        return (
            self._text(question, str(current or "")) if question.form is Form.TEXT else self._until(question, current)
        )

    def _explain(self, question: Question, current: Value | None) -> None:
        """Show the choices, what the answer is now, and what can be typed."""
        labels = [option.label for option in question.options]
        if question.form is Form.CHOICE and not question.required:
            labels.append(self.say("prompt.skip"))
        if labels:
            self.display.note("")
            self.display.numbered(labels)
        self.display.note("")
        if current is not None:
            self.display.note(self.say("prompt.now", answer="; ".join(_labels(question, current))))
            self.display.note(self.say("prompt.plain-keep-text" if question.form is Form.TEXT else "prompt.plain-keep"))
        self.display.note(self.say(f"prompt.plain-{question.form}"))
        self.display.note(self._signs(question))

    def _signs(self, question: Question) -> str:
        """Name what can be typed at every question."""
        listed = question.required or question.form in {Form.CHOICE, Form.GRID}
        always = self.say("prompt.plain-always" if listed else "prompt.plain-always-skip")
        return f"{always} · {self.say('prompt.plain-skip-step')}" if question.step else always

    def _confirm(self, question: Question, value: Value | None) -> None:
        """Say in words what was chosen by number, or that this was skipped. The answer stands, also if this fails."""
        with suppress(OSError):
            if value is None:
                self.display.note(self.say("prompt.skipped"))
            elif question.options:
                chosen = "; ".join(_labels(question, value))
                self.display.note(self.say("prompt.plain-chosen", answer=chosen))

    def _line(self, question: Question) -> str:
        """Give a line that is not a command of every prompt."""
        while (typed := self._read()).strip() == _WHY:
            self.display.why(question)
        if typed.strip() == _BACK:
            raise Back
        if typed.strip() == _SKIP_STEP and question.step:
            raise SkipStep
        return typed

    def _read(self) -> str:
        with self.interrupts.reading(unfinished):
            return self.read(_PROMPT)

    def _until(self, question: Question, current: Value | None) -> Value | None:
        """Ask until there is an answer on one line."""
        while True:
            try:
                value = self._answer(question, current, self._line(question))
            except _WrongError as wrong:
                self.display.note(str(wrong))
                continue
            if self._takes(question, value):
                return value
            if left := self._left_of(question, value):
                return self._instead(question, left)

    def _takes(self, question: Question, value: Value | None) -> bool:
        """Tell whether this can be the answer, and say why where it can't."""
        refused = question.refused(value, self.say) if isinstance(value, str) else ""
        if refused:
            self.display.note(refused)
        elif value is None and question.required:
            self.display.note(self.say("prompt.required"))
        else:
            return True
        return False

    def _left_of(self, question: Question, value: Value | None) -> str:
        """Give what can be kept of a refused text, and say how."""
        if question.guard is None or not isinstance(value, str):
            return ""
        left = question.guard.masked(value)
        if left == value:  # there is nothing to take out of it
            return ""
        self.display.note(self.say("prompt.now", answer=left))
        self.display.note(self.say("prompt.plain-keep-text" if question.form is Form.TEXT else "prompt.plain-keep"))
        return left

    def _instead(self, question: Question, left: str) -> Value | None:
        """Ask again with what is left of a refused text; it is kept too when somebody leaves instead of answering."""
        ask = self._text if question.form is Form.TEXT else self._until
        try:
            return ask(question, left)
        except Interrupted as leaving:
            leaving.draft = leaving.draft or left
            raise
        except (KeyboardInterrupt, EOFError, OSError):
            raise Paused(left) from None

    def _answer(self, question: Question, current: Value | None, typed: str) -> Value | None:
        word = typed.strip()
        if word in ("", _SKIP):
            return None if word else current
        match question.form:
            case Form.CHOICE:
                return self._choice(question, word)
            case Form.CHOICES:
                return self._choices(question, word)
        return clean(question, _literal(one_line(typed)))

    def _choice(self, question: Question, word: str) -> str | None:
        ids = [option.id for option in question.options] + ([] if question.required else [None])
        chosen = number(word, len(ids))
        if chosen is None:
            raise _WrongError(self.say("prompt.plain-choice-wrong", most=len(ids)))
        return ids[chosen - 1]

    def _choices(self, question: Question, numbers: str) -> tuple[str, ...]:
        ids = [option.id for option in question.options]
        if numbers.casefold() in _ALL:
            return tuple(ids)
        chosen = [number(word, len(ids)) for word in re.split(r"[\s,;]+", numbers) if word]
        if not chosen or None in chosen:
            raise _WrongError(self.say("prompt.plain-choices-wrong", most=len(ids)))
        return tuple(one for place, one in enumerate(ids, start=1) if place in chosen)

    def _text(self, question: Question, current: str) -> Value | None:
        while True:
            value = clean(question, self._block(question, current))
            if self._takes(question, value):
                return value
            if left := self._left_of(question, value):
                return self._instead(question, left)

    def _block(self, question: Question, current: str) -> str:
        """Give the lines up to a full stop alone or Ctrl-D; none at all is what was there already."""
        block: list[str] = []
        try:
            while (typed := self._line(question)).rstrip() != _END:
                first = None if block else typed.strip()
                if first == _SKIP or (current and first == ""):
                    return "" if first else current
                block.append(current if current and first == _MORE else _literal(lines(typed)))
        except (Back, SkipStep) as left:
            raise type(left)(_draft(block)) from None
        except Paused as paused:
            raise Paused(_draft([*block, *_lines_of(paused.draft)])) from None
        except (KeyboardInterrupt, OSError):
            raise self._paused(block) from None
        except EOFError:
            self._end_row(block)
            if question.required and not block and not current:
                raise
        return "\n".join(block) or current

    def _paused(self, block: Sequence[str] = ()) -> Paused:
        """Give the pause, and leave the row that was typed on."""
        with suppress(Paused):
            self._end_row(block)
        return Paused(_draft(block))

    def _end_row(self, block: Sequence[str]) -> None:
        """Leave the row that was typed on. Where that fails nobody ended anything: the terminal is gone."""
        try:
            self.display.note("")
        except OSError:
            raise Paused(_draft(block)) from None


def _labels(question: Question, value: Value) -> list[str]:
    return [told(question, one) for one in ((value,) if isinstance(value, str) else value)]


def _lines_of(draft: Value | None) -> list[str]:
    return [draft] if isinstance(draft, str) else []


def _draft(block: Sequence[str]) -> str | None:
    return "\n".join(block) or None


def _current(question: Question, draft: Value | None) -> Value | None:
    """Give the draft as far as it is an answer to the question as it is now."""
    if draft is None or not question.options:
        return draft
    ids = [option.id for option in question.options]
    if isinstance(draft, str):
        return draft if draft in ids else None
    return tuple(one for one in ids if one in draft) or None


def _literal(typed: str) -> str:
    """Give a line as it was meant: a backslash says that what follows is no command."""
    return typed.strip()[1:] if _LITERAL.fullmatch(typed.strip()) else typed
