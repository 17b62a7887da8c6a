"""Going through the questions of a flow about one case: with a person at the keyboard, or from an answers file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from doorbraak_cli.cli import wiring
from doorbraak_cli.cli.results import command_line
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.errors import AppError, ExitCode, failure
from doorbraak_cli.files import answers as answers_files
from doorbraak_cli.files import cases
from doorbraak_cli.flows.prompter import Paused
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.session import run
from doorbraak_cli.flows.sheet import SheetFlow
from doorbraak_cli.terminal.interrupts import Interrupts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.files.cases import CaseFile
    from doorbraak_cli.flows.beginning import Start


def at_keyboard(
    settings: Settings,
    name: str,
    start_of: Callable[[Case | None], Start],
    welcome: Callable[[Start, CaseFile], Iterable[str]],
    *again: str,
    step: str = "",
    opened: tuple[str, ...] = (),
) -> Start:
    """Ask a person until it is finished, and give what was worked on; `again` are words of the command to go on with.

    What was finished stays so until something is answered; until then `opened` are words that open it again. With
    `step` it begins there; raises AppError (wrong usage) where there is no such step in this walk.
    Raises typer.Exit after a pause, with everything saved, and AppError where nobody can be asked anything.
    """
    path = cases.locate(name)
    wiring.require_terminal("--answers")
    interrupts = Interrupts()
    with cases.held(path) as file, interrupts.caught():
        start = start_of(file.case)
        begin_at = _question_of(start, step) if step else None
        opened = ("--at", step) if step else opened
        prompter, display = wiring.screen(settings, path.parent, interrupts)
        for line in welcome(start, file):
            display.note(line)
        save = wiring.patient_save(file, prompter, display, settings)
        before = file.case
        try:
            case = run(start.flow, start.case, prompter, save, begin_at)
        except (Paused, KeyboardInterrupt):
            kept = "reflect.paused" if file.case else "reflect.nothing-kept"
            tell("")
            words = again if file.case != before else (*again, *opened)
            tell(settings.say(kept, path=str(file.path), command=command_line(settings, *words)))
            raise typer.Exit(ExitCode.PAUSED) from None
        tell("")
        return replace(start, case=case)


def _question_of(start: Start, step: str) -> str:
    """Give the question a step begins with, by id. Raises AppError (wrong usage) that names the steps there are."""
    step = step.strip().casefold()
    found = start.flow.where(start.case, step) if isinstance(start.flow, SheetFlow) else None
    if found is None:
        known = ", ".join(dict.fromkeys(one.step for one in start.flow.path(start.case) if one.step))
        key = "usage.no-step" if known else "usage.no-step-yet"
        raise failure(key, exit_code=ExitCode.USAGE, step=step, known=known)
    return found


def from_file(name: str, answers: Path, start_of: Callable[[Case | None], Start], known: Mapping[str, Value]) -> Start:
    """Answer from a file, with what is known beforehand; with any fault in it, tell them all and write nothing."""
    path = cases.locate(name)
    given, source, problems = answers_files.read(answers)
    before = cases.read(path) if path.exists() else None
    start = start_of(before)
    case, faults = play(start.flow, start.case, {**known, **given})
    if faults or problems:
        raise AppError(*sorted([*problems, *answers_files.problems_of(faults, source)]))
    with cases.held(path) as file:
        if file.case != before:
            raise failure("case.changed-meanwhile", path=str(path))
        file.save(case)
    return replace(start, case=case)
