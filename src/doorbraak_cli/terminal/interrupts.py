"""Ctrl-C, a closed window, a machine that stops: a pause while something is asked, waited with while it is saved."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from doorbraak_cli.flows.prompter import Paused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.application import Application

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Interrupts:
    """Who is asked when a signal comes. Between two questions nobody is: then the next question is not asked."""

    def __init__(self) -> None:
        self._pending = False
        self._leave: Callable[[], None] | None = None

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Let signals be pauses for as long as this takes."""
        numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
        before = {number: signal.signal(number, self._come) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def asking(self, application: Application[Any], typed: Callable[[], Any]) -> Iterator[None]:
        """Let a signal leave this prompt with what was typed, unless it has its answer already. Raises Paused."""

        def leave() -> None:
            if application.is_running and not application.is_done:
                application.exit(exception=Paused(typed()))
            else:
                self._pending = True

        def soon() -> None:
            if application.is_running and application.loop is not None:
                application.loop.call_soon_threadsafe(leave)
            else:
                self._pending = True

        def late(_: object) -> None:
            if self._pending:
                leave()

        # A signal may come while the prompt is being set up: then it is left as soon as it shows.
        application.before_render += late
        with self._leaving(soon):
            yield

    @contextmanager
    def reading(self, typed: Callable[[], str]) -> Iterator[None]:
        """Let a signal leave a line that is being read. Raises Paused with what was typed of it."""

        def leave() -> None:
            raise Paused(typed() or None)

        with self._leaving(leave):
            yield

    @contextmanager
    def _leaving(self, leave: Callable[[], None]) -> Iterator[None]:
        if self._pending:
            raise Paused
        self._leave = leave
        try:
            yield
        finally:
            self._leave = None

    def _come(self, _number: int, _frame: object) -> None:
        if self._leave is None:
            self._pending = True
        else:
            self._leave()
