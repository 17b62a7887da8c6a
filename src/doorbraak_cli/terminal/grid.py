"""A prompt to pick a cell of a grid with the arrow keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, VerticalAlign, Window

from doorbraak_cli.terminal import keys
from doorbraak_cli.terminal.cells import cells_of
from doorbraak_cli.terminal.style import STYLE
from doorbraak_cli.terminal.table import flat, laid_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.terminal.cells import At, Cells
    from doorbraak_cli.terminal.display import Display

    Lines = list[StyleAndTextTuples]

_MARGIN = "   "
_FAR = 1000  # further than any grid goes
_STEPS = {
    "up": (-1, 0),
    "down": (1, 0),
    "left": (0, -1),
    "right": (0, 1),
    "home": (0, -_FAR),
    "end": (0, _FAR),
    "pageup": (-_FAR, 0),
    "pagedown": (_FAR, 0),
}
"""How many rows and columns a key goes."""

_LEAST = 12  # the rows a grid takes also where the question leaves it fewer
_AROUND = 3  # the names over the columns, and being done
_BLANK: Lines = [[]]
_NAME_MOST, _DETAIL_MOST = 4, 3  # the rows below the grid for what is pointed at


def pick(question: Question, draft: Value | None, display: Display, taken: int) -> questionary.Question:
    """Give a prompt for a cell; it gives an id. It starts behind `draft`; `taken` is how many rows the question takes.

    On a screen too narrow for all columns it shows those that belong with the one pointed at.
    """
    cells = cells_of(question)
    return questionary.Question(_Picking(question, cells, cells.start(draft), display, taken).application())


class _Picking:
    """A grid of which some place is pointed at, as large as the screen is now."""

    def __init__(self, question: Question, cells: Cells, start: At, display: Display, taken: int) -> None:
        self._question, self._cells, self._at = question, cells, start
        self._display, self._taken = display, taken
        self._details = _DETAIL_MOST if any(option.detail for option in question.options) else 0

    def application(self) -> Application[Any]:
        """Give what shows the grid and gives an id."""
        shown = Window(
            FormattedTextControl(self._shown, focusable=True), always_hide_cursor=True, dont_extend_height=True
        )
        layout = Layout(HSplit([shown], align=VerticalAlign.TOP))
        application: Application[Any] = Application(layout, style=STYLE, key_bindings=self._keys())
        keys.add(application, keys.quiet())
        keys.add(application, keys.everywhere(self._question, self._display))
        return application

    def _keys(self) -> KeyBindings:
        moving = KeyBindings()
        for key, step in _STEPS.items():
            moving.add(key, eager=True)(partial(self._move, *step))

        @moving.add("tab", eager=True)
        def _next(_event: KeyPressEvent) -> None:
            self._at = self._cells.following(self._at)

        @moving.add("enter", eager=True)
        def _pick(event: KeyPressEvent) -> None:
            event.app.exit(result=self._cells.option(self._at).id)

        return moving

    def _move(self, rows: int, columns: int, _event: KeyPressEvent) -> None:
        self._at = self._cells.moved(self._at, rows, columns)

    def _shown(self) -> StyleAndTextTuples:
        """Give all rows, as many of the grid as there is room for; blank ones only where they cost nothing."""
        size, total = get_app().output.get_size(), len(self._cells.grid.rows)
        names = keys.named(self._display.say, self._question, "grid", width=size.columns)
        room = max(size.rows - self._taken, min(size.rows, _LEAST)) - len(names) - _AROUND
        below = self._below(size.columns - len(_MARGIN) - 1, room - total)
        count = total if total + len(below) <= room else min(max(room - len(below) - 1, 1), total)
        if count < total:
            below += self._where(total)
        spare = room - count - len(below)
        above, between, under = (_BLANK * (spare > taken) for taken in range(3))
        keys_below: Lines = [[("class:keys", name)] for name in names]
        return _joined(above + self._table(size.columns, count) + between + below + under + keys_below)

    def _table(self, width: int, count: int) -> Lines:
        """Give the grid, with so many of its rows: those around the one pointed at."""
        table = laid_out(self._cells, self._at, width)
        first = min(max(self._at.row - count // 2, 0), len(self._cells.grid.rows) - count)
        return [*table.header(), *map(table.row, range(first, first + count)), table.done()]

    def _below(self, width: int, room: int) -> Lines:
        """Give what is pointed at in words and what it holds, on as many rows wherever that is."""
        name = "" if self._cells.is_done(self._at) else flat(self._cells.with_state(self._at))
        detail = flat(self._cells.option(self._at).detail)
        rows = min(max(room, 2), 1 + self._details)
        above = _first(self._display.wrapped(name, width), _NAME_MOST)
        under = _first(self._display.wrapped(detail, width), max(rows - len(above), 1))
        lines: Lines = [[("class:pointer", _MARGIN + line)] for line in above]
        lines += [[("", _MARGIN + line)] for line in under]
        return lines + [[]] * (rows - len(lines))

    def _where(self, total: int) -> Lines:
        number = min(self._at.row + 1, total)
        return [[("class:status", _MARGIN + self._display.say("prompt.place", number=number, total=total))]]


def _first(lines: Sequence[str], most: int) -> list[str]:
    """Give the lines, or so many of them with an ellipsis behind the last."""
    return [*lines] if len(lines) <= most else [*lines[: most - 1], lines[most - 1] + "…"]


def _joined(lines: Lines) -> StyleAndTextTuples:
    return [piece for number, line in enumerate(lines) for piece in ([("", "\n")] if number else []) + [*line]]
