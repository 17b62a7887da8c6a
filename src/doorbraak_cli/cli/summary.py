"""`doorbraak summary`: what was answered about a case, ready to go in the file."""

from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, options, parameters, wiring
from doorbraak_cli.cli.results import hand_over
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.files import cases


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("summary", help=say("help.summary"), cls=help_text.command(say))
    def summary(
        case: Annotated[str, parameters.case(say)] = "",
        output: Annotated[Path | None, parameters.output(say, "help.output")] = None,
        format_name: Annotated[str, typer.Option("--format", help=say("help.format"), metavar="md|json")] = "md",
        reader: Annotated[str, typer.Option("--for", help=say("help.for"), metavar="file|family|meeting")] = "file",
        only: Annotated[
            str, typer.Option("--only", help=say("help.only"), metavar=say("metavar.part"), show_default=False)
        ] = "",
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        if not case:
            raise options.which_case(settings, "summary")
        options.refuse_idle("--only", {"--for": reader != "file"} if only else {})
        there = cases.read(cases.locate(case))
        content = wiring.rendered(there, settings.pack(), settings, format_name, reader, only)
        hand_over(content, output, settings, force=force)
