"""How a list of options looks, and how it stays usable when the options are many or long."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from prompt_toolkit.filters import Always, Condition
from prompt_toolkit.layout import (
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    ScrollOffsets,
    VerticalAlign,
    Window,
)
from questionary.prompts.common import InquirerControl

from doorbraak_cli.domain.printable import first_line, visible
from doorbraak_cli.terminal import keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from prompt_toolkit.application import Application

    from doorbraak_cli.domain.wording import Wording

_MARGIN = "   "
_TICK = "  "
_AROUND = 3  # two blank rows and the status
_LEAST = 5


class OptionList:
    """Labels in full where all of them fit; else a row each, and the one pointed at in full below the list.

    It takes the place of questionary's own layout, which has a hidden line of text: there Alt-Enter and a paste would
    act, and English words would show. `taken` is how many rows the question takes.
    """

    def __init__(
        self, application: Application[Any], labels: Sequence[str], taken: int, say: Wording, *, required: bool
    ) -> None:
        self._application, self._taken, self._say = application, taken, say
        self._labels = [visible(label) for label in labels]
        self._unticked = say("prompt.unticked" if required else "prompt.unticked-skip")
        self._list = next(one for one in application.layout.find_all_controls() if isinstance(one, InquirerControl))
        self._rows = self._rows_in_full = len(labels)
        self._in_full: list[str] = []
        self._below = Window()

    def lay_out(self, below: Window) -> None:
        """Put the list on the screen, with the keys below it."""
        self._list.focusable = Always()
        self._below = below
        shown = Window(
            self._list,
            height=lambda: keys.up_to(self._rows, least=1),
            always_hide_cursor=True,
            scroll_offsets=ScrollOffsets(top=1, bottom=1),
        )
        rows = [keys.row(), shown, keys.row(), self._full(), self._error(), self._where(), below]
        self._application.layout = Layout(HSplit(rows, align=VerticalAlign.TOP), focused_element=shown)
        self._application.before_render += lambda _: self._fit()
        keys.add(self._application, keys.quiet())

    def _fit(self) -> None:
        """Make the labels as wide as the screen is now."""
        size = self._application.output.get_size()
        indent = _MARGIN + (_TICK if self._list.use_indicator else "")
        width = max(size.columns - len(indent) - 1, 1)
        keys_below = self._below.preferred_height(size.columns, size.rows).preferred
        room = max(size.rows - self._taken - _AROUND - keys_below, _LEAST)
        labels = [textwrap.wrap(label, width) or [""] for label in self._labels]
        self._rows = sum(len(lines) for lines in labels)
        if self._rows <= room:
            self._in_full, self._rows_in_full = [], 0
            self._retitle(f"\n{indent}".join(lines) for lines in labels)
        else:
            self._shorten(labels, room, width)

    def _shorten(self, labels: Sequence[Sequence[str]], room: int, width: int) -> None:
        pointed = labels[self._list.pointed_at]
        tallest = max(len(lines) for lines in labels)
        self._in_full = list(pointed) if len(pointed) > 1 else []
        self._rows_in_full = max(min(tallest, room // 3), len(pointed)) if tallest > 1 else 0
        self._rows = min(len(labels), max(room - self._rows_in_full, _LEAST))
        self._retitle(first_line(label, width) for label in self._labels)

    def _retitle(self, titles: Iterable[str]) -> None:
        for choice, title in zip(self._list.choices, titles, strict=True):
            choice.title = title

    def _where(self) -> ConditionalContainer:
        """Give the row that tells where in a long list this is, and how many are ticked."""
        status = keys.row(lambda: _MARGIN + " · ".join(self._status()))
        return ConditionalContainer(status, Condition(lambda: any(self._status())))

    def _status(self) -> Iterator[str]:
        if self._rows < len(self._labels):
            yield self._say("prompt.place", number=self._list.pointed_at + 1, total=len(self._labels))
        if self._list.use_indicator:
            count = len(self._list.selected_options)
            yield self._say("prompt.ticked", count=count) if count else self._unticked

    def _full(self) -> Window:
        control = FormattedTextControl(lambda: "\n".join(_MARGIN + line for line in self._in_full))
        return Window(control, height=lambda: keys.up_to(self._rows_in_full))

    def _error(self) -> ConditionalContainer:
        control = FormattedTextControl(lambda: [("", _MARGIN), *(self._list.error_message or [])])
        row = Window(control, wrap_lines=True, dont_extend_height=True)
        return ConditionalContainer(row, Condition(lambda: bool(self._list.error_message)))
