"""The commands, and how one is started without loading the others."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Annotated

import typer

from doorbraak_cli.cli import failures, help_text
from doorbraak_cli.cli.settings import WITH_VALUE, Settings, hoisted, settings_from
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import wordings


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, its Dutch name (works, is not listed), and the module that registers it."""

    name: str
    dutch: str
    module: str


COMMANDS = (
    Command("reflect", "reflectie", "reflect"),
    Command("weigh", "weging", "weigh"),
    Command("network", "netwerk", "network"),
    Command("plan", "plannen", "plan"),
    Command("justify", "maatwerk", "justify"),
    Command("look-back", "nakijken", "look_back"),
    Command("summary", "samenvatting", "summary"),
    Command("check", "nalopen", "check"),
    Command("explain", "uitleg", "explain"),
    Command("due", "termijnen", "due"),
    Command("aid", "hulpmiddel", "aid"),
    Command("search", "zoek", "search"),
    Command("recommendations", "aanbevelingen", "recommendations"),
    Command("aids", "hulpmiddelen", "aids"),
    Command("journeys", "klantreizen", "journeys"),
    Command("practice", "praktijk", "practice"),
    Command("bottlenecks", "knelpunten", "bottlenecks"),
    Command("glossary", "begrippen", "glossary"),
    Command("sources", "bronnen", "sources"),
    Command("principles", "principes", "principles"),
    Command("questions", "vragen", "questions"),
    Command("demo", "voorbeeld", "demo"),
    Command("pack", "pakket", "pack"),
)


def run_app(arguments: Sequence[str]) -> int:
    """Run the program and give its exit code. Every error a person can cause ends here as one sentence."""
    try:
        arguments = hoisted(arguments)
        settings = settings_from(arguments)
    except AppError as error:
        return failures.report(error, wordings.load("nl"))
    wanted, arguments = _wanted(arguments)
    with failures.handled(settings.say) as outcome:
        command = typer.main.get_command(build(settings, wanted))
        outcome.code = command.main(list(arguments), prog_name="doorbraak", standalone_mode=False)
    return outcome.code or 0


def build(settings: Settings, wanted: str | None) -> typer.Typer:
    """Give the Typer app with the wanted command whole and the others as a line of help; None: all of them whole."""
    say = settings.say
    folder = say("metavar.folder")
    app = typer.Typer(
        cls=help_text.group(say), rich_markup_mode=None, pretty_exceptions_enable=False, help=say("help.doorbraak")
    )

    @app.callback(invoke_without_command=True)
    def doorbraak(
        context: typer.Context,
        lang: Annotated[str, typer.Option(help=say("help.lang"), metavar="nl|en", show_default=False)] = "",  # noqa: ARG001 - for the help; see settings
        pack: Annotated[str, typer.Option(help=say("help.pack-option"), metavar=folder, show_default=False)] = "",  # noqa: ARG001 - for the help; see settings
        plain: Annotated[bool, typer.Option("--plain", help=say("help.plain"))] = False,  # noqa: ARG001 - for the help; see settings
        version: Annotated[bool, typer.Option("--version", help=say("help.version"))] = False,
    ) -> None:
        if version or context.invoked_subcommand is None:
            _alone(context, settings, version=version)

    for command in COMMANDS:
        if wanted in (None, command.name):
            import_module(f"doorbraak_cli.cli.{command.module}").register(app, settings)
        else:
            app.command(command.name, help=say(f"help.{command.name}"))(_elsewhere)
    return app


def _elsewhere() -> None:
    """Stand in for a command that is not the one asked for."""


def _alone(context: typer.Context, settings: Settings, *, version: bool) -> None:
    from doorbraak_cli import __version__  # noqa: PLC0415 - with --version among other options
    from doorbraak_cli.terminal.interactive import is_interactive  # noqa: PLC0415 - only without a command

    if version:
        typer.echo(f"doorbraak {__version__}")
    elif is_interactive():
        import_module("doorbraak_cli.cli.menu").run(settings)
    else:
        typer.echo(context.get_help())
    raise typer.Exit


def _wanted(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Give the command's name, and the arguments with a Dutch name as the English one; None for shell completion."""
    if "_DOORBRAAK_COMPLETE" in os.environ:
        return None, list(arguments)
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in WITH_VALUE else 1
    if place >= len(arguments):
        return "", list(arguments)
    named = next((one.name for one in COMMANDS if arguments[place] in (one.name, one.dutch)), arguments[place])
    return named, [*arguments[:place], named, *arguments[place + 1 :]]
