"""`doorbraak` alone: a menu for who doesn't know the commands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak_cli.cli import demo, reflect, wiring
from doorbraak_cli.cli.results import hand_over, print_text, screen_width, show_page
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import cases
from doorbraak_cli.flows.prompter import Back, Form, Option, Question
from doorbraak_cli.renderers import plain_text
from doorbraak_cli.terminal.interrupts import Interrupts

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.flows.prompter import Prompter
    from doorbraak_cli.terminal.display import Display

NEW = "new"


def run(settings: Settings) -> None:
    """Show the menu until somebody stops or pauses. Raises Paused."""
    prompter, display = wiring.screen(settings, None, Interrupts())
    menu = _Menu(settings, prompter, display)
    while (act := menu.choose()) is not None:
        try:
            act()
        except Back:
            continue
        except AppError as error:
            for problem in error.problems:
                display.note(settings.say.problem(problem))


@dataclass(frozen=True, slots=True)
class _Menu:
    settings: Settings
    prompter: Prompter
    display: Display

    def choose(self) -> Callable[[], None] | None:
        actions: dict[str, Callable[[], None] | None] = {
            "reflect": self._reflect,
            "summary": self._summary,
            "principles": self._principles,
            "questions": self._questions,
            "demo": lambda: demo.run(self.settings),
            "quit": None,
        }
        if not cases.listed():
            del actions["summary"]
        options = tuple(Option(name, self.settings.say(f"menu.{name}")) for name in actions)
        try:
            return actions[self._ask("menu", Form.CHOICE, "menu.ask", options=options)]
        except Back:
            return None

    def _reflect(self) -> None:
        new = Option(NEW, self.settings.say("menu.new"))
        name = self._case(new) if cases.listed() else NEW
        reflect.interactive(self.settings, self.settings.pack(), self._new_name() if name == NEW else name, {})

    def _summary(self) -> None:
        name = self._case()
        content = wiring.rendered(cases.read(cases.locate(name)), self.settings.pack(), self.settings, "md")
        show_page(content)
        preset = f"{Path(name).stem}.md"
        where = self._ask("where", Form.LINE, "menu.where", hint="menu.where.hint", preset=preset, required=False)
        if where:
            hand_over(content, Path(where), self.settings)

    def _principles(self) -> None:
        pack = self.settings.pack()
        print_text(plain_text.principles(pack.principles, pack, self.settings.say, screen_width(), whole=False))

    def _questions(self) -> None:
        pack = self.settings.pack()
        print_text(plain_text.questions(pack.questions, pack, self.settings.say, screen_width()))

    def _case(self, *more: Option) -> str:
        options = (*more, *(Option(path.stem, path.stem) for path in cases.listed()))
        return self._ask("case", Form.CHOICE, "menu.case", options=options)

    def _new_name(self) -> str:
        """Ask for a name that can be used and is not taken: two families never end up in one file."""
        while True:
            name = self._ask("name", Form.LINE, "menu.name", hint="menu.name.hint")
            try:
                taken = cases.locate(name).exists()
            except AppError as error:
                self.display.note(self.settings.say.problem(error.problems[0]))
                continue
            if not taken:
                return name
            self.display.note(self.settings.say("menu.taken", name=name))

    def _ask(
        self,
        name: str,
        form: Form,
        key: str,
        *,
        hint: str = "",
        options: tuple[Option, ...] = (),
        preset: str | None = None,
        required: bool = True,
    ) -> str:
        say = self.settings.say
        question = Question(name, form, say(key), hint=say(hint) if hint else "", options=options, required=required)
        return str(self.prompter.ask(question, preset) or "")
