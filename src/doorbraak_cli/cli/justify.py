"""`doorbraak justify`: an exception, well founded."""

from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.sheets import SheetWork
from doorbraak_cli.domain.case import Case
from doorbraak_cli.errors import ExitCode, failure
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.flows.beginning import Start
from doorbraak_cli.flows.sheets import Sheets


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("justify", help=say("help.justify"), cls=help_text.command(say))
    def justify(
        case: Annotated[str, parameters.case(say)] = "",
        new: Annotated[bool, parameters.flag(say, "--new", "help.new-justification")] = False,
        edit: Annotated[bool, parameters.flag(say, "--edit", "help.edit-justification")] = False,
        of: Annotated[str, typer.Option(help=say("help.of"), metavar="N", show_default=False)] = "",
        at: Annotated[str, parameters.step(say)] = "",
        answers: Annotated[Path | None, parameters.file(say, "help.answers", "--answers")] = None,
        template: Annotated[bool, parameters.flag(say, "--answers-template", "help.answers-template")] = False,
        output: Annotated[Path | None, parameters.output(say, "help.template-output")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        work = justify_work(settings, new=new or answers is not None, edit=edit, at=at, of=of)
        ways = {"--new": new, "--edit": edit, "--of": of, "--at": at, "--answers": answers}
        if output is not None and not template:
            raise failure("reflect.only-template", exit_code=ExitCode.USAGE)
        if template:
            options.refuse_idle("--answers-template", {say("metavar.case"): case, **ways})
            work.template(output, work.sheets.justification(None), force=force)
        elif not case:
            raise options.which_case(settings, "justify")
        elif answers is not None:
            options.refuse_idle("--answers", {"--new": new, "--edit": edit, "--of": of, "--at": at})
            work.from_file(case, expanded(answers))
        else:
            options.refuse_idle("--edit", {"--new": new} if edit else {})
            options.refuse_idle("--at", {"--new": new} if at else {})
            options.refuse_idle("--of", {"--new": new} if of else {})
            work.at_keyboard(case, at)


def justify_work(settings: Settings, *, new: bool = False, edit: bool = False, at: str = "", of: str = "") -> SheetWork:
    """Give what founds an exception: a new one, the one that was not finished, or one again: the last, or by number."""

    def start_of(sheets: Sheets, case: Case | None) -> Start:
        if not (edit or at or of):
            return sheets.justification(case, new=new)
        return sheets.reopened(
            *options.exception(case, of, "justify.nothing-to-edit" if edit else "justify.nothing-at")
        )

    more = ("--of", of) if of else ()
    opened = ("--edit",) if edit else ()
    return SheetWork(settings, settings.pack(), "justify", "justification", start_of, more, opened)
