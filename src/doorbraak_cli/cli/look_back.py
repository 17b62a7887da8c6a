"""`doorbraak look-back`: what came of an exception; first what happened, then what was expected."""

from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.sheets import SheetWork
from doorbraak_cli.domain.case import Answer, Case, Justification, Record
from doorbraak_cli.errors import ExitCode, failure
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.flows.beginning import Start
from doorbraak_cli.flows.sheets import Sheets


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("look-back", help=say("help.look-back"), cls=help_text.command(say))
    def look_back(
        case: Annotated[str, parameters.case(say)] = "",
        of: Annotated[str, typer.Option(help=say("help.of"), metavar="N", show_default=False)] = "",
        answers: Annotated[Path | None, parameters.file(say, "help.answers", "--answers")] = None,
        template: Annotated[bool, parameters.flag(say, "--answers-template", "help.answers-template")] = False,
        output: Annotated[Path | None, parameters.output(say, "help.template-output")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        work = look_back_work(settings, of)
        ways = {"--of": of, "--answers": answers}
        if output is not None and not template:
            raise failure("reflect.only-template", exit_code=ExitCode.USAGE)
        if template:
            options.refuse_idle("--answers-template", {say("metavar.case"): case, **ways})
            work.template(output, _on_nothing(work.sheets), force=force)
        elif not case:
            raise options.which_case(settings, "look-back")
        elif answers is not None:
            work.from_file(case, expanded(answers))
        else:
            work.at_keyboard(case)


def look_back_work(settings: Settings, of: str = "") -> SheetWork:
    """Give what looks back on an exception: the one with this number, or with "" the last one."""

    def start_of(sheets: Sheets, case: Case | None) -> Start:
        return sheets.look_back(*options.exception(case, of, "look-back.nothing-there"))

    return SheetWork(settings, settings.pack(), "look-back", "look-back", start_of, ("--of", of) if of else ())


def _on_nothing(sheets: Sheets) -> Start:
    """Give a look-back on an exception of which nothing is written down, for the questions it asks."""
    start = sheets.justification(None)
    assert isinstance(start.sitting, Justification)  # noqa: S101 - tells the type checker what was begun
    titled = start.case.model_copy(update={"intake": Record(answers=(Answer(id="title", asked="?", value="-"),))})
    return sheets.look_back(titled, start.sitting)  # who looks back has a case with a name
