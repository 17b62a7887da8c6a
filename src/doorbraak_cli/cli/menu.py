"""`doorbraak` alone: a menu for who doesn't know the commands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak_cli.cli import cards, deciding, demo, looking, reflect, search, wiring
from doorbraak_cli.cli.guide_pages import guide_pages
from doorbraak_cli.cli.results import hand_over, show_page
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import cases as case_files
from doorbraak_cli.flows.prompter import Back, Form, Option, Question
from doorbraak_cli.terminal.interrupts import Interrupts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.aid import Aid
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
            "search": self._search,
            "guide": self._guide,
            "demo": lambda: demo.run(self.settings),
            "quit": None,
        }
        if not case_files.listed():
            del actions["summary"]
        try:
            return actions[self._one_of("menu", list(actions))]
        except Back:
            return None

    def _one_of(self, name: str, choices: Sequence[str], key: str = "menu.ask") -> str:
        options = tuple(Option(one, self.settings.say(f"menu.{one}")) for one in choices)
        return self._ask(name, Form.CHOICE, key, options=options)

    def _search(self) -> None:
        words = self._ask("words", Form.LINE, "menu.search-for", hint="menu.search-for.hint")
        search.run(self.settings, words, every=True)

    def _guide(self) -> None:
        """Open a page of the guide; a list of things goes on to one of them."""
        pages = guide_pages(self.settings.pack(), self.settings.say)
        chosen = pages[self._one_of("guide", list(pages), "menu.read")]
        if callable(chosen):
            looking.show(chosen(), self.settings)
            return
        options = tuple(Option(name, title) for name, (title, _) in chosen.items())
        which = self._ask("which", Form.CHOICE, "menu.which", options=options)
        looking.show(chosen[which][1](), self.settings)
        aid = self.settings.pack().aid(which)
        if aid:
            self._work_with(aid)

    def _work_with(self, aid: Aid) -> None:
        """Offer what an aid can do beside being read."""
        if aid.decision and self._one_of("work", ["decide", "back"]) == "decide":
            deciding.run(self.settings, aid, (), as_json=False)
        elif aid.fields and self._one_of("work", ["fill-in", "back"]) == "fill-in":
            cards.Filler(self.settings, self.settings.pack(), aid).fill_in(self._case_or_new(), None, None)

    def _reflect(self) -> None:
        reflect.interactive(self.settings, self.settings.pack(), self._case_or_new(), {})

    def _summary(self) -> None:
        name = self._case()
        content = wiring.rendered(case_files.read(case_files.locate(name)), self.settings.pack(), self.settings, "md")
        show_page(content)
        preset = f"{Path(name).stem}.md"
        where = self._ask("where", Form.LINE, "menu.where", hint="menu.where.hint", preset=preset, required=False)
        if where:
            hand_over(content, Path(where), self.settings)

    def _case_or_new(self) -> str:
        new = Option(NEW, self.settings.say("menu.new"))
        name = self._case(new) if case_files.listed() else NEW
        return self._new_name() if name == NEW else name

    def _case(self, *more: Option) -> str:
        options = (*more, *(Option(path.stem, path.stem) for path in case_files.listed()))
        return self._ask("case", Form.CHOICE, "menu.case", options=options)

    def _new_name(self) -> str:
        """Ask for a name that can be used and is not taken: two families never end up in one file."""
        while True:
            name = self._ask("name", Form.LINE, "menu.name", hint="menu.name.hint")
            try:
                taken = case_files.locate(name).exists()
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
