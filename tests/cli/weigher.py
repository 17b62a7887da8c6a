"""A person who weighs options: as any person, and also through the table, cell by cell, and through the review."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from doorbraak_cli.cli.seeing import seeing
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.domain.filled import TABLE
from doorbraak_cli.domain.sheet import HEADS
from doorbraak_cli.files import cases
from doorbraak_cli.flows.beginning import Weighings
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.session import FINISH, REVIEW

from ..following import next_question
from .person import SAY, Person
from .terminal import BACK, DONE, DOWN, ENTER, HOME, PAGE_DOWN, PAGE_UP, RIGHT, SKIP_STEP, UP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.flows.prompter import Question, Reading

    from .terminal import Terminal

CLEAR = "\x15"
DAY, AMOUNT = "9-12-2026", "1.250,50"
NAMES = tuple(f".{one}" for one in HEADS.values())


@dataclass
class Weigher(Person):
    """Keeps `plan`: the cells still to pick from the grid. What is not in `picks` is answered by itself.

    `chosen` is what was picked in the grid or the review and not answered yet, `pointed` what was last picked in the
    review; `in_table` tells that the grid comes back.
    """

    plan: list[str] = field(default_factory=list)
    chosen: str = ""
    pointed: str = FINISH
    in_table: bool = False

    @classmethod
    def begins(cls, pack: Pack, picks: Mapping[str, Value], plan: Iterable[str] = (), case: Case | None = None) -> Self:
        """Give somebody who begins a weighing."""
        start = Weighings(pack, SAY, datetime.now().astimezone().date()).begin(case, {})
        return cls(seeing(start, Settings(SAY), pack, "weigh").flow, start.case, picks=picks, plan=[*plan])

    @property
    def question(self) -> Question:
        path = self.flow.path(self.case)
        if self.chosen:
            return next(one for one in path if one.id == self.chosen)
        found = next_question(self.flow, self.case)
        if self.in_table and (found is None or found.hub != TABLE):
            return next(one for one in path if one.id == TABLE)
        return found or self.flow.review(self.case)

    def asked(self, question_id: str) -> Question:
        """Give a question of the path as it is now."""
        return next(one for one in self.flow.path(self.case) if one.id == question_id)

    def sits_down_again(self) -> None:
        """Forget what was picked: a new session knows what is on disk, and no more."""
        self.chosen, self.pointed, self.in_table = "", FINISH, False

    def answer_to(self, question: Question) -> Value | None:
        if question.id in {TABLE, REVIEW}:
            return self.plan[0] if self.plan and question.id == TABLE else FINISH
        if question.id in self.picks:
            return self.picks[question.id] or None
        if question.id.endswith(NAMES):  # nobody and nothing more
            return None
        if question.reading:
            return next(one for one in (DAY, AMOUNT) if question.reading.value(one))
        return super().answer_to(question)

    def remember(self, question: Question, value: Value | None) -> None:
        leads = question.id in {TABLE, REVIEW} and value != FINISH
        self.chosen = str(value) if leads else ""
        self.pointed = self.chosen if leads and question.id == REVIEW else self.pointed
        self.in_table = question.id == TABLE if leads else self.in_table and bool(question.hub)
        if leads:
            self.plan = [one for one in self.plan if one != value]
        else:
            read = question.reading.value(value) if question.reading and isinstance(value, str) else value
            super().remember(question, read)

    def answers_until(self, terminal: Terminal, question_id: str) -> Question:
        """Answer one question after the other up to this one, and wait for it."""
        while self.question.id != question_id:
            self.answers(terminal)
        return self.waits(terminal)

    def gives(self, terminal: Terminal, value: Value | None) -> None:
        """Answer the question that is waited at in a way of its own."""
        question = self.question
        self.press(terminal, question, value)
        self.remember(question, value)

    def goes_back(self, terminal: Terminal, question_id: str) -> Question:
        """Go back from the question that is waited at, and wait for the one that should be before it."""
        terminal.press("<\r" if terminal.plain else BACK)
        self.chosen, self.in_table = question_id, self.asked(question_id).hub == TABLE
        return self.waits(terminal)

    def leaves_step(self, terminal: Terminal, *typed: str) -> None:
        """Leave the rest of the step, with what was typed before that, and remember what that made of it."""
        step = self.question.step
        terminal.press(*typed, "--\r" if terminal.plain else SKIP_STEP)

        def is_left() -> bool:
            self.case = cases.read(self.path)
            found = next_question(self.flow, self.case)
            return found is None or found.step != step

        terminal.until(is_left, f"the end of the step {step}")
        self.sits_down_again()

    def type(self, terminal: Terminal, question: Question) -> Value | None:
        value = self.answer_to(question)
        self.press(terminal, question, value)
        return value

    def press(self, terminal: Terminal, question: Question, value: Value | None) -> None:
        """Press the keys that give an answer, whatever is filled in or pointed at already; see it shown back."""
        if terminal.plain:
            self._type_lines(terminal, question, value)
        else:
            self._press_keys(terminal, question, value)
        if question.reading and isinstance(value, str):
            self._agrees(terminal, question, question.reading, value)

    def _agrees(self, terminal: Terminal, question: Question, reading: Reading, typed: str) -> None:
        """Say that what is shown back is what was meant; what was typed as it is kept or shown is not shown back."""
        kept = reading.value(typed)
        assert kept is not None
        if typed not in (kept, reading.shown(kept)):
            sure = reading.sure(question, kept)
            terminal.is_asked(sure.text)
            assert reading.shown(kept) in sure.text
            terminal.press("1\r" if terminal.plain else ENTER)

    def _press_keys(self, terminal: Terminal, question: Question, value: Value | None) -> None:
        draft = self.draft_of(question)
        ids = [option.id for option in question.options]
        if question.form is Form.GRID:
            terminal.press(*self.keys_to(str(value)), ENTER)
        elif question.form is Form.CHOICE:
            start = ids.index(draft) if draft in ids else 0
            steps = (ids.index(value) if value in ids else len(ids)) - start
            terminal.press(*[DOWN if steps > 0 else UP] * abs(steps), ENTER)
        elif question.form is Form.CHOICES:
            changed = [(one in (value or ())) != (one in (draft or ())) for one in ids]
            terminal.press(*[key for tick in changed for key in ([" ", DOWN] if tick else [DOWN])], ENTER)
        else:
            ended = ENTER if question.form is Form.LINE else DONE
            terminal.press(*([CLEAR] if draft else []), str(value or ""), ended)

    def draft_of(self, question: Question) -> Value | None:
        """Give what is filled in or pointed at when a question is asked."""
        there = self.flow.answers(self.case).get(question.id)
        return self.pointed if question.id == REVIEW else there.value if there else question.preset

    def _type_lines(self, terminal: Terminal, question: Question, value: Value | None) -> None:
        ids = [option.id for option in question.options]
        if question.form is Form.GRID and value != FINISH:
            row, cell = self.place_of(str(value))
            terminal.press(f"{row + 1}\r")
            terminal.is_asked(SAY("prompt.plain-grid-cell"))
            terminal.press(f"{cell + 1}\r")
        elif question.form is Form.GRID:
            terminal.press(f"{len(question.grid.rows) + 1 if question.grid else 0}\r")
        elif value is None:
            terminal.press("-\r")
        elif isinstance(value, tuple):
            terminal.press(" ".join(str(ids.index(one) + 1) for one in value), "\r")
        elif question.form is Form.TEXT:
            terminal.press(f"{value}\r", ".\r")
        else:
            terminal.press(str(ids.index(value) + 1) if ids else value, "\r")

    def place_of(self, cell: str) -> tuple[int, int]:
        """Give the row and the column of a cell of the grid, counted from 0."""
        question = self.asked(TABLE)
        place = [option.id for option in question.options].index(cell)
        return divmod(place, len(question.grid.columns) if question.grid else 1)

    def keys_to(self, cell: str) -> list[str]:
        """Give the keys to a cell of the grid from wherever one is."""
        if cell == FINISH:
            return [PAGE_DOWN]
        row, column = self.place_of(cell)
        return [PAGE_UP, HOME, *[DOWN] * row, *[RIGHT] * column]
