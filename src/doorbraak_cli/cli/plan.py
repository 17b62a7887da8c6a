"""`doorbraak plan`: one family, one plan."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.sheets import SheetWork
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain.case import Case
from doorbraak_cli.domain.planned import DONE, Action, actions
from doorbraak_cli.errors import AppError, ExitCode, Message, Problem, failure
from doorbraak_cli.files import cases
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.flows.beginning import Start
from doorbraak_cli.flows.session import answer_to
from doorbraak_cli.flows.sheets import Sheets


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("plan", help=say("help.plan"), cls=help_text.command(say))
    def plan(
        case: Annotated[str, parameters.case(say)] = "",
        done: Annotated[list[str] | None, typer.Option(help=say("help.done"), metavar="ID", show_default=False)] = None,
        add: Annotated[bool, parameters.flag(say, "--add", "help.add")] = False,
        at: Annotated[str, parameters.step(say)] = "",
        answers: Annotated[Path | None, parameters.file(say, "help.answers", "--answers")] = None,
        template: Annotated[bool, parameters.flag(say, "--answers-template", "help.answers-template")] = False,
        output: Annotated[Path | None, parameters.output(say, "help.template-output")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        work = plan_work(settings, add=add, again=answers is None)
        ways = {"--done": done, "--add": add, "--at": at, "--answers": answers}
        if output is not None and not template:
            raise failure("reflect.only-template", exit_code=ExitCode.USAGE)
        if template:
            options.refuse_idle("--answers-template", {say("metavar.case"): case, **ways})
            work.template(output, work.sheets.plan(None), force=force)
        elif not case:
            raise options.which_case(settings, "plan")
        elif done:
            options.refuse_idle("--done", {"--add": add, "--at": at, "--answers": answers})
            close(work, case, done)
        elif answers is not None:
            options.refuse_idle("--answers", {"--add": add, "--at": at})
            work.from_file(case, expanded(answers))
        else:
            options.refuse_idle("--add", {"--at": at} if add else {})
            work.at_keyboard(case, at)


def plan_work(settings: Settings, *, add: bool = False, again: bool = True) -> SheetWork:
    """Give what fills in the plan of a case; with `add` one action more and nothing else, `again` as in Sheets.plan."""

    def start_of(sheets: Sheets, case: Case | None) -> Start:
        if not add:
            return sheets.plan(case, again=again)
        if case is None:
            raise failure("plan.none")
        start = sheets.another_action(case)
        if not start.flow.path(start.case):
            raise failure("plan.full")
        return start

    return SheetWork(settings, settings.pack(), "plan", "plan", start_of)


def close(work: SheetWork, name: str, ids: Sequence[str]) -> None:
    """Note that actions are done, all of them or none; say what is left."""
    with cases.held(cases.locate(name)) as file:
        if file.case is None or file.case.plan is None:
            raise failure("plan.none", path=str(file.path))
        start = work.begun(file.case, name)
        there = actions(file.case.plan.by_id())
        closed, case = [*dict.fromkeys(_found(ids, there))], file.case
        questions = start.flow.catalogue(case)
        for one in closed:
            case = start.flow.apply(case, answer_to(questions[f"{one.id}.status"], DONE))
        file.save(case)
    left = [one for one in there if not one.is_closed and one not in closed]
    say = work.settings.say
    tell(say("plan.closed", ids=", ".join(one.id for one in closed)))
    tell(say("plan.left", ids=", ".join(one.id for one in left)) if left else say("plan.none-left"))


def _found(ids: Sequence[str], there: Sequence[Action]) -> list[Action]:
    """Give the actions with these ids or numbers. Raises AppError (wrong usage) that names each that is not there."""
    by_name = {name: one for one in there for name in (one.id, str(one.number))}
    wrong = [one for one in ids if one.strip().casefold() not in by_name]
    if wrong:
        known = ", ".join(one.id for one in there if not one.is_closed)
        key = "plan.no-action" if known else "plan.no-action-open"
        messages = [Message(key, {"given": one, "known": known}) for one in wrong]
        raise AppError(*(Problem("", 0, 0, one) for one in messages), exit_code=ExitCode.USAGE)
    return [by_name[one.strip().casefold()] for one in ids]
