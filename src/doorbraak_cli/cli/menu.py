"""`doorbraak` alone: a menu for who doesn't know the commands."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak_cli.cli import cards, check, deciding, demo, due, looking, reflect, search, weigh, wiring
from doorbraak_cli.cli.guide_pages import guide_pages, item_page
from doorbraak_cli.cli.justify import justify_work
from doorbraak_cli.cli.look_back import look_back_work
from doorbraak_cli.cli.network import network_work
from doorbraak_cli.cli.plan import plan_work
from doorbraak_cli.cli.results import hand_over, show_page
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import cases as case_files
from doorbraak_cli.flows.prompter import Back, Form, Option, Question
from doorbraak_cli.terminal.interrupts import Interrupts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doorbraak_cli.cli.guide_pages import Pages
    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.aid import Aid
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.flows.prompter import Prompter
    from doorbraak_cli.terminal.display import Display

NEW, BACK = "new", "back"
ABOUT_CASES = ("look-back", "due", "check", "summary")
"""What there is nothing to do in while there is no case."""


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
            "weigh": self._weigh,
            "network": lambda: network_work(self.settings).at_keyboard(self._case_or_new()),
            "plan": lambda: plan_work(self.settings).at_keyboard(self._case_or_new()),
            "justify": lambda: justify_work(self.settings).at_keyboard(self._case_or_new()),
            "look-back": lambda: look_back_work(self.settings).at_keyboard(self._case()),
            "due": lambda: due.run(self.settings),
            "check": self._check,
            "summary": self._summary,
            "search": self._search,
            "guide": self._guide,
            "demo": lambda: demo.run(self.settings),
            "quit": None,
        }
        if not case_files.listed():
            actions = {name: act for name, act in actions.items() if name not in ABOUT_CASES}
        try:
            return actions[self._one_of("menu", list(actions))]
        except Back:
            return None

    def _one_of(self, name: str, choices: Sequence[str], key: str = "menu.ask") -> str:
        options = tuple(Option(one, self.settings.say(f"menu.{one}")) for one in choices)
        return self._ask(name, Form.CHOICE, key, options=options)

    def _search(self) -> None:
        """Ask what to look for, and open one thing after the other of what was found."""
        say, pack = self.settings.say, self.settings.pack()
        words = self._ask("words", Form.LINE, "menu.search-for", hint="menu.search-for.hint")
        found = {hit.entry.id: hit.entry for hit in search.hits_for(self.settings, words)[: search.AT_MOST]}
        options = [Option(one.id, f"{one.title} ({say(f'search.{one.kind}')})") for one in found.values()]

        def open_page(which: str) -> None:
            looking.show(item_page(found[which].kind, which, pack, say)(), self.settings)

        self._open_one_by_one(options, open_page)

    def _guide(self) -> None:
        """Open the pages of the guide: those by themselves, and lists to open things of, one after the other."""
        pack = self.settings.pack()
        pages = guide_pages(pack, self.settings.say)
        while True:
            name = self._one_of("guide", list(pages), "menu.read")
            part = pages[name]
            if callable(part):
                looking.show(part(), self.settings)
                continue
            options = [Option(one, title) for one, (title, _) in part.items()]
            self._open_one_by_one(options, partial(self._open, part, pack, name))

    def _open(self, part: Pages, pack: Pack, name: str, which: str) -> None:
        looking.show(part[which][1](), self.settings)
        aid = pack.aid(which) if name == "aids" else None
        if aid:
            self._work_with(aid, pack)

    def _open_one_by_one(self, options: Sequence[Option], open_page: Callable[[str], None]) -> None:
        """Let somebody open things of a list until they go back; going back from a thing is going back to the list."""
        back = Option(BACK, self.settings.say("menu.back"))
        with suppress(Back):
            while (which := self._ask("which", Form.CHOICE, "menu.which", options=(*options, back))) != BACK:
                with suppress(Back):
                    open_page(which)

    def _work_with(self, aid: Aid, pack: Pack) -> None:
        """Offer what an aid can do beside being read."""
        if aid.decision and self._one_of("work", ["decide", BACK]) == "decide":
            deciding.run(self.settings, aid, (), as_json=False)
        elif aid.fields and self._one_of("work", ["fill-in", BACK]) == "fill-in":
            cards.Filler(self.settings, pack, aid).fill_in(self._case_or_new(), None, None)

    def _reflect(self) -> None:
        reflect.interactive(self.settings, self.settings.pack(), self._case_or_new(), {})

    def _weigh(self) -> None:
        weigh.Weigher(self.settings, self.settings.pack()).at_keyboard(self._case_or_new())

    def _check(self) -> None:
        check.run(self.settings, (self._case(),))

    def _summary(self) -> None:
        name = self._case()
        case = case_files.read(case_files.locate(name))
        readers = ["file", *(["family"] if case.weighings else []), *(["meeting"] if case.network or case.plan else [])]
        reader = self._one_of("reader", readers, "menu.reader") if len(readers) > 1 else "file"
        content = wiring.rendered(case, self.settings.pack(), self.settings, "md", reader)
        show_page(content)
        preset = self.settings.say(f"menu.{reader}-name", name=Path(name).stem)
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
