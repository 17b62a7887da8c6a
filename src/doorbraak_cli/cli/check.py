"""`doorbraak check`: what a case has not looked at yet."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from doorbraak_cli.cli import codes, help_text, options, parameters
from doorbraak_cli.cli.checker import Checker
from doorbraak_cli.cli.many_cases import located
from doorbraak_cli.cli.results import command_line, print_text
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.domain.case import Case
from doorbraak_cli.errors import AppError, ExitCode, failure
from doorbraak_cli.files import cases


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say
    named = typer.Argument(
        metavar=say("metavar.case"), help=say("help.due-cases"), autocompletion=parameters.case_names
    )
    coded = parameters.codes(settings)

    @app.command("check", help=say("help.check"), cls=help_text.command(say))
    def check(
        names: Annotated[list[str] | None, named] = None,
        select: Annotated[list[str] | None, coded("--select", "help.select")] = None,
        ignore: Annotated[list[str] | None, coded("--ignore", "help.ignore")] = None,
        set_aside: Annotated[str, coded("--set-aside", "help.set-aside")] = "",
        reason: Annotated[str, parameters.text(say, "help.reason", "--reason")] = "",
        look_again: Annotated[str, coded("--look-again", "help.look-again")] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        ways = {"--select": select, "--ignore": ignore, "--json": as_json}
        if set_aside or reason:
            options.refuse_idle("--set-aside", {**ways, "--look-again": look_again})
            leave(settings, names or (), set_aside, reason)
            return
        if look_again:
            options.refuse_idle("--look-again", ways)
            take_back(settings, names or (), look_again)
            return
        if run(settings, names or (), _chosen(settings, select or (), ignore or ()), as_json=as_json):
            raise typer.Exit(ExitCode.FINDINGS)


def run(
    settings: Settings, names: Sequence[str], chosen: frozenset[str] | None = None, *, as_json: bool = False
) -> int:
    """Look through the cases named for the blind spots `chosen` by id (None: for all), and give how many stand.

    Raises AppError, after all that could be read, for what could not be.
    """
    pack = settings.pack()
    checker = Checker(settings, pack, frozenset(one.id for one in pack.blind_spots) if chosen is None else chosen)
    paths, unreadable = located(names)
    found = checker.write_json(paths) if as_json else checker.show(paths)
    if not (paths or unreadable or as_json):
        print_text(settings.say("check.no-cases", command=command_line(settings, "weigh")))
    if problems := (*unreadable, *checker.problems):
        raise AppError(*problems)
    return found


def leave(settings: Settings, names: Sequence[str], code: str, reason: str) -> None:
    """Set a blind spot aside in one case, with why."""
    if len(names) != 1 or not code or not reason.strip():
        raise failure("check.one-reason", exit_code=ExitCode.USAGE)
    spot = codes.spot(code, settings.pack().blind_spots, "--set-aside")
    _keep(names[0], lambda case: {**_without(case, spot.code), spot.code: reason.strip()})
    print_text(settings.say("check.left", code=spot.code, title=spot.title.pick(settings.say.lang)))


def take_back(settings: Settings, names: Sequence[str], code: str) -> None:
    """Look for a blind spot again that was set aside in one case."""
    if len(names) != 1:
        raise failure("check.one-case", exit_code=ExitCode.USAGE)
    wanted = code.strip().upper()

    def without(case: Case) -> dict[str, str]:
        if not case.why_aside(wanted):
            raise failure("check.not-aside", code=wanted, name=names[0])
        return _without(case, wanted)

    _keep(names[0], without)
    print_text(settings.say("check.again", code=wanted))


def _keep(name: str, set_aside: Callable[[Case], dict[str, str]]) -> None:
    """Save a case with what is set aside in it from now on."""
    with cases.held(cases.locate(name)) as file:
        if file.case is None:
            raise failure("case.missing", path=str(file.path), name=name)
        file.save(file.case.model_copy(update={"set_aside": set_aside(file.case)}))


def _without(case: Case, code: str) -> dict[str, str]:
    return {name: why for name, why in case.set_aside.items() if name.upper() != code}


def _chosen(settings: Settings, select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """Give the ids of the blind spots to look for. Raises AppError (wrong usage) for a code that is not there."""
    spots = settings.pack().blind_spots
    wanted = codes.ids_of(select, spots, "--select") if select else {one.id for one in spots}
    return frozenset(wanted - codes.ids_of(ignore, spots, "--ignore"))
