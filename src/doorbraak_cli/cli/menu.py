"""`doorbraak` alone: a menu for who doesn't know the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.cli import demo, reflect, wiring
from doorbraak_cli.cli.results import hand_over, print_text, screen_width
from doorbraak_cli.files import cases
from doorbraak_cli.flows.prompter import Back, Form, Option, Paused, Question
from doorbraak_cli.renderers import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.flows.prompter import Prompter

NEW = "new"


def run(settings: Settings) -> None:
    """Show the menu until somebody stops; a pause inside a command ends the program as it does without a menu."""
    prompter, _ = wiring.screen(settings, None)
    while (act := _choose(settings, prompter)) is not None:
        try:
            act()
        except Back:
            continue


def _choose(settings: Settings, prompter: Prompter) -> Callable[[], None] | None:
    actions: dict[str, Callable[[], None] | None] = {
        "reflect": lambda: _reflect(settings, prompter),
        "summary": lambda: _summary(settings, prompter),
        "principles": lambda: _principles(settings),
        "questions": lambda: _questions(settings),
        "demo": lambda: demo.run(settings),
        "quit": None,
    }
    if not cases.listed():
        del actions["summary"]
    say = settings.say
    options = tuple(Option(name, say(f"menu.{name}")) for name in actions)
    question = Question("menu", Form.CHOICE, say("menu.ask"), options=options, required=True)
    try:
        return actions[str(prompter.ask(question))]
    except (Paused, Back):
        return None


def _reflect(settings: Settings, prompter: Prompter) -> None:
    name = _case(settings, prompter, with_new=True)
    if name == NEW:
        say = settings.say
        asked = Question("name", Form.LINE, say("menu.name"), hint=say("menu.name.hint"), required=True)
        name = str(prompter.ask(asked))
    reflect.interactive(settings, settings.pack(), name, {})


def _summary(settings: Settings, prompter: Prompter) -> None:
    case = cases.read(cases.locate(_case(settings, prompter, with_new=False)))
    hand_over(wiring.rendered(case, settings.pack(), settings, "md"), None, settings)


def _case(settings: Settings, prompter: Prompter, *, with_new: bool) -> str:
    say = settings.say
    known = tuple(Option(str(path), path.stem) for path in cases.listed())
    options = (*((Option(NEW, say("menu.new")),) if with_new else ()), *known)
    return str(prompter.ask(Question("case", Form.CHOICE, say("menu.case"), options=options, required=True)))


def _principles(settings: Settings) -> None:
    pack = settings.pack()
    print_text(plain_text.principles(pack.principles, pack, settings.say, screen_width(), whole=False))


def _questions(settings: Settings) -> None:
    pack = settings.pack()
    print_text(plain_text.questions(pack.questions, pack, settings.say, screen_width()))
