"""`doorbraak network`: who adds what around a family, who is in the core team, and who coordinates."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, options, parameters
from doorbraak_cli.cli.results import command_line
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.sheets import SheetWork
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain.case import Case
from doorbraak_cli.errors import AppError, ExitCode, failure
from doorbraak_cli.files import cases, participants
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.flows.beginning import Start
from doorbraak_cli.flows.network import NetworkFlow, Party, room_for_more, unlisted
from doorbraak_cli.flows.sheets import Sheets
from doorbraak_cli.terminal.interactive import is_interactive


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("network", help=say("help.network"), cls=help_text.command(say))
    def network(
        case: Annotated[str, parameters.case(say)] = "",
        source: Annotated[Path | None, parameters.file(say, "help.import", "--import")] = None,
        at: Annotated[str, parameters.step(say)] = "",
        answers: Annotated[Path | None, parameters.file(say, "help.answers", "--answers")] = None,
        template: Annotated[bool, parameters.flag(say, "--answers-template", "help.answers-template")] = False,
        output: Annotated[Path | None, parameters.output(say, "help.template-output")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        work = network_work(settings)
        ways = {"--import": source, "--at": at, "--answers": answers}
        if output is not None and not template:
            raise failure("reflect.only-template", exit_code=ExitCode.USAGE)
        if template:
            options.refuse_idle("--answers-template", {say("metavar.case"): case, **ways})
            work.template(output, work.sheets.network(None), force=force)
        elif not case:
            raise options.which_case(settings, "network")
        elif source is not None:
            options.refuse_idle("--import", {"--at": at, "--answers": answers})
            Importer(work).take(case, source)
        elif answers is not None:
            options.refuse_idle("--answers", {"--at": at})
            work.from_file(case, expanded(answers))
        else:
            work.at_keyboard(case, at)


def network_work(settings: Settings) -> SheetWork:
    """Give what fills in the network of a case."""

    def start_of(sheets: Sheets, case: Case | None) -> Start:
        return sheets.network(case)

    return SheetWork(settings, settings.pack(), "network", "network", start_of)


class Importer:
    """Takes a list of participants into the network of a case, and goes on there where somebody is at the keyboard."""

    def __init__(self, work: SheetWork) -> None:
        self._work, self._say = work, work.settings.say

    def take(self, name: str, source: Path) -> None:
        """Add everybody on the list who is not in the network yet; with any fault in it, tell them all, add nobody."""
        listed = _listed(source)
        with cases.held(cases.locate(name)) as file:
            start = self._work.begun(file.case, name)
            flow = start.flow
            assert isinstance(flow, NetworkFlow)  # noqa: S101 - tells the type checker what the work is
            there = flow.filled(start.sitting)
            new = unlisted([Party(one.answers, one.by_name) for one in listed.rows], there)
            if len(new) > room_for_more(there.answers):
                raise failure("network.too-many", count=len(new), room=room_for_more(there.answers))
            file.save(flow.with_parties(start.case, new))
        tell("\n".join(self._told(listed, new)))
        if is_interactive() and str(source) != "-":
            self._work.at_keyboard(name)
        else:
            tell(self._say("import.go-on", command=command_line(self._work.settings, "network", name)))

    def _told(self, listed: participants.Participants, new: Sequence[Party]) -> Iterator[str]:
        say = self._say
        yield say("import.added", count=len(new))
        if len(new) < len(listed.rows):
            yield say("import.there-already", count=len(listed.rows) - len(new))
        if listed.dropped:
            yield say("import.dropped", columns=", ".join(listed.dropped))
        if listed.ignored:
            yield say("import.ignored", columns=", ".join(listed.ignored))
        by_name = sum(one.check for one in new)
        yield say("import.by-name", count=by_name) if by_name else say("import.roles")


def _listed(source: Path) -> participants.Participants:
    """Give the list in a file, or on stdin for "-". Raises AppError with every problem in it."""
    if str(source) == "-":
        listed, problems = participants.parse(sys.stdin.buffer.read(participants.LIMIT + 1), "-")
    else:
        listed, problems = participants.read(expanded(source))
    if problems:
        raise AppError(*problems)
    return listed
