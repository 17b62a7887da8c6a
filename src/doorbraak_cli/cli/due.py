"""`doorbraak due`: what is due in many cases, on the screen and as a calendar."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from os.path import realpath
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, parameters, wiring
from doorbraak_cli.cli.many_cases import located, name_of
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain import relative_days
from doorbraak_cli.domain.case import Case
from doorbraak_cli.domain.due import Due, dues, within
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.errors import AppError, ExitCode, Problem, failure
from doorbraak_cli.files import cases, outputs
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.privacy import scan
from doorbraak_cli.renderers import calendar
from doorbraak_cli.reports.due import due_facts, due_list


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say
    named = typer.Argument(
        metavar=say("metavar.case"), help=say("help.due-cases"), autocompletion=parameters.case_names
    )

    @app.command("due", help=say("help.due"), cls=help_text.command(say))
    def due(
        names: Annotated[list[str] | None, named] = None,
        ahead: Annotated[str, parameters.text(say, "help.within", "--within")] = "14d",
        ics: Annotated[Path | None, parameters.file(say, "help.ics", "--ics")] = None,
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        days = relative_days.within(ahead)
        if days is None:
            raise failure("due.within", exit_code=ExitCode.USAGE, given=first_line(ahead))
        if str(ics) == "-":
            raise failure("due.no-file", exit_code=ExitCode.USAGE)
        run(settings, names or (), days, ics, as_json=as_json, force=force)


def run(
    settings: Settings,
    names: Sequence[str] = (),
    days: int = 14,
    ics: Path | None = None,
    *,
    as_json: bool = False,
    force: bool = False,
) -> None:
    """Show what is due, and write it as a calendar where a file was named; then tell what could not be read."""
    agenda = Agenda(settings, wiring.today(), days)
    paths, unreadable = located(names)
    read, broken = agenda.read(paths)
    agenda.show(read, as_json=as_json)
    refused = agenda.write(read, ics, force=force) if ics else ()
    if problems := (*unreadable, *broken, *refused):
        raise AppError(*problems)


@dataclass(frozen=True, slots=True)
class Read:
    """A case that was read, and what is due in it."""

    path: Path
    case: Case
    dues: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """Gathers and shows what is due up to and with so many days from today, and before."""

    settings: Settings
    today: date
    days: int

    def read(self, paths: Iterable[Path]) -> tuple[list[Read], list[Problem]]:
        """Give each case with what is due in it, and what is wrong with those that can't be read."""
        found: list[Read] = []
        problems: list[Problem] = []
        for path in paths:
            try:
                case = cases.read(path)
            except AppError as error:
                problems += error.problems
            else:
                found.append(Read(path, case, within(dues(case), self.today, self.days)))
        return found, problems

    def show(self, read: Sequence[Read], *, as_json: bool) -> None:
        """Show what is due as a list, or give it as JSON."""
        found = due_facts(((one.case.title, name_of(one.path), due) for one in read for due in one.dues), self.today)
        until = self.today + timedelta(self.days)
        page = partial(due_list, found, until, len(read), self.settings.say)
        looking.show_or_list(found, page, self.settings, as_json=as_json)

    def write(self, read: Sequence[Read], output: Path, *, force: bool) -> Sequence[Problem]:
        """Write what is due as a calendar; give why not where that is refused."""
        content = calendar.render(self._entries(read), self.settings.say, datetime.now(UTC))
        try:
            outputs.write(expanded(output), content, force=force, is_ours=calendar.is_ours)
        except AppError as error:
            return error.problems
        tell(self.settings.say("output.written", path=str(output)))
        return ()

    def _entries(self, read: Sequence[Read]) -> Iterator[calendar.Entry]:
        for one in read:
            title = scan.masked(one.case.title)
            source = (one.case.created.isoformat(), one.path.name, realpath(one.path))
            yield from (calendar.Entry(title, due, source) for due in one.dues)
