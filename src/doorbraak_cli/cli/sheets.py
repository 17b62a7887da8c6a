"""Filling in a sheet about one case, the same way for network, plan, justification and look-back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.cli import sitting, wiring
from doorbraak_cli.cli.results import command_line, hand_over
from doorbraak_cli.cli.seeing import seeing
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain.near import nearest
from doorbraak_cli.errors import failure
from doorbraak_cli.files import answers as answers_files
from doorbraak_cli.files import cases
from doorbraak_cli.flows.beginning import filled_in
from doorbraak_cli.flows.sheets import Sheets
from doorbraak_cli.renderers import answers_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.flows.beginning import Start


@dataclass(frozen=True, slots=True)
class SheetWork:
    """Fills in a sheet; `start_of` gives the sheet of a case to work on.

    `command` is what it is called by, with `more` behind the name of the case.
    `part` is what that part of a summary is called.
    """

    settings: Settings
    pack: Pack
    command: str
    part: str
    start_of: Callable[[Sheets, Case | None], Start]
    more: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()

    def at_keyboard(self, name: str, step: str = "") -> None:
        """Fill it in with a person at the keyboard; go on where that stopped, or at a step."""

        def start_of(case: Case | None) -> Start:
            return seeing(self.begun(case, name), self.settings, self.pack, self.command)

        words = (self.command, name, *self.more)
        sitting.at_keyboard(self.settings, name, start_of, self._welcome, *words, step=step, opened=self.opened)
        self.tell_done(name)

    def from_file(self, name: str, answers: Path) -> None:
        """Fill it in from a file; with any fault in it, tell them all and write nothing.

        What stands there already stays, and is replaced where the file answers it too.
        """
        given = answers_files.read(answers)[0]

        def start_of(case: Case | None) -> Start:
            return self.sheets.with_asked_again(self.begun(case, name), given)

        sitting.from_file(name, answers, start_of, {})
        self.tell_done(name)

    def template(self, output: Path | None, start: Start, *, force: bool) -> None:
        """Hand over an answers file to fill in."""
        content = answers_template.render(filled_in(start, {}), self.settings.say, self.command)
        hand_over(content, output, self.settings, force=force)

    def begun(self, case: Case | None, name: str) -> Start:
        """Give the sheet to work on. Raises AppError for a file about a team or a policy."""
        if case is not None and case.about != "case":
            raise failure("weigh.not-a-case", path=str(cases.locate(name)))
        return self.start_of(self.sheets, case)

    @property
    def sheets(self) -> Sheets:
        """Give what begins sheets, as of today."""
        return Sheets(self.pack, self.settings.say, wiring.today())

    def tell_done(self, name: str) -> None:
        """Tell where it is kept, and what can be done with it."""
        words = {
            "summary": ("summary", name),
            "meeting": ("summary", name, "--for", "meeting"),
            "alone": ("summary", name, "--only", self.part),
            "due": ("due", name),
            "look_back": ("look-back", name),
        }
        commands = {key: command_line(self.settings, *line) for key, line in words.items()}
        tell(self.settings.say(f"sheet.done.{self.command}", path=str(cases.locate(name)), **commands))

    def _welcome(self, start: Start, file: cases.CaseFile) -> Iterator[str]:
        say, title = self.settings.say, start.case.title or self.settings.say("summary.untitled")
        yield say("reflect.welcome")
        if file.case is None:
            near = nearest(file.path.stem, [path.stem for path in cases.listed()])
            yield say("weigh.new-near" if near else "weigh.new", path=str(file.path), near=near)
        elif start.resumed:
            date = say.day(start.sitting.started)
            yield say(f"sheet.resumed.{self.command}", title=title, date=date)
            if start.sitting.pack.digest != self.pack.digest:
                yield say("reflect.pack-changed")
        else:
            yield say(f"sheet.first.{self.command}", title=title)
