"""The keys that do the same in every prompt, and the line that names the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Dimension, FormattedTextControl, Window
from questionary.prompts.common import InquirerControl

from doorbraak_cli.flows.prompter import Back, Paused, SkipStep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from prompt_toolkit.application import Application

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.terminal.display import Display

_BETWEEN = " · "
_MARGIN = "   "


def typed(application: Application[Any]) -> Value | None:
    """Give what was typed or ticked so far, or None where that is nothing or where neither can be done."""
    buffer = application.layout.get_buffer_by_name(DEFAULT_BUFFER)
    if buffer:
        return buffer.text or None
    lists = (one for one in application.layout.find_all_controls() if isinstance(one, InquirerControl))
    ticks = next((one for one in lists if one.use_indicator), None)
    return tuple(str(choice.value) for choice in ticks.get_selected_values()) or None if ticks else None


def add(application: Application[Any], keys: KeyBindings) -> None:
    """Add keys to a prompt; they go before those it has."""
    own = [application.key_bindings] if application.key_bindings else []
    application.key_bindings = merge_key_bindings([*own, keys])


def everywhere(question: Question, display: Display) -> KeyBindings:
    """Give the keys of every prompt: back, why, pause; and to skip a step where there is one."""
    keys = KeyBindings()

    @keys.add("s-tab", eager=True)
    def _back(event: KeyPressEvent) -> None:
        event.app.exit(exception=Back(typed(event.app)))

    @keys.add("c-c", eager=True)
    @keys.add("c-d", eager=True)
    @keys.add("<sigint>", eager=True)
    def _pause(event: KeyPressEvent) -> None:
        event.app.exit(exception=Paused(typed(event.app)))

    @keys.add("f4", eager=True, filter=Condition(lambda: bool(question.step)))
    def _skip_step(event: KeyPressEvent) -> None:
        event.app.exit(exception=SkipStep(typed(event.app)))

    @keys.add("f1", eager=True)
    def _why(_event: KeyPressEvent) -> None:
        run_in_terminal(lambda: display.why(question))

    @keys.add("c-l", eager=True)
    def _again(event: KeyPressEvent) -> None:
        event.app.renderer.clear()
        run_in_terminal(lambda: display.show(question))

    return keys


def quiet() -> KeyBindings:
    """Make Alt with a key do nothing, rather than what the key does alone: Alt-Enter does not choose."""
    keys = KeyBindings()

    @keys.add("escape", Keys.Any)
    def _nothing(_event: KeyPressEvent) -> None:
        pass

    return keys


def shown(application: Application[Any], say: Wording, question: Question, *names: str) -> Window:
    """Give the last rows of a prompt, which name its own keys and those of every prompt."""

    def rows() -> list[str]:
        return named(say, question, *names, width=application.output.get_size().columns)

    return Window(FormattedTextControl(lambda: [("class:keys", "\n".join(rows()))]), height=lambda: up_to(len(rows())))


def named(say: Wording, question: Question, *names: str, width: int) -> list[str]:
    """Give the rows that name a prompt's own keys and those of every prompt: one row where that fits."""
    own = _BETWEEN.join(say(f"prompt.keys-{name}") for name in names)
    always = say("prompt.keys-always" if question.why else "prompt.keys-always-no-why")
    if question.step:
        always += _BETWEEN + say("prompt.keys-skip-step")
    return [_MARGIN + row for row in flowed([own, always], width - len(_MARGIN))]


def row(text: Callable[[], str] = str) -> Window:
    """Give one row of what is beside the point, or a blank one. Where there is no room it is the first to go."""
    control = FormattedTextControl(lambda: [("class:status", text())])
    return Window(control, height=up_to(1))


def up_to(rows: int, least: int = 0) -> Dimension:
    """Give a height of this many rows, and fewer where there is no room."""
    return Dimension(min=least, preferred=rows, max=rows)


def flowed(groups: Sequence[str], width: int) -> list[str]:
    """Give groups of key names on one row, or else each group on rows of its own; no name is ever broken."""
    one = _BETWEEN.join(groups)
    return [one] if len(one) <= width else [row for group in groups for row in _rows(group, width)]


def _rows(group: str, width: int) -> Iterator[str]:
    row = ""
    for name in group.split(_BETWEEN):
        longer = f"{row}{_BETWEEN}{name}" if row else name
        if row and len(longer) > width:
            yield row
            longer = name
        row = longer
    yield row
