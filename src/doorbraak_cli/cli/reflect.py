"""`doorbraak reflect`: look back on a case, a team or a policy with the questions of the guide."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, options, parameters, wiring
from doorbraak_cli.cli.results import command_line, hand_over
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain.case import Value
from doorbraak_cli.domain.near import nearest
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.errors import AppError, ExitCode, failure
from doorbraak_cli.files import answers as answers_files
from doorbraak_cli.files import cases
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.flows.beginning import Start, begin, filled_in, go_on
from doorbraak_cli.flows.prompter import Paused
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.session import run
from doorbraak_cli.renderers import answers_template
from doorbraak_cli.terminal.interrupts import Interrupts


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("reflect", help=say("help.reflect"), cls=help_text.command(say))
    def reflect(
        case: Annotated[str, parameters.case(say)] = "",
        level: Annotated[str, parameters.level(settings)] = "",
        principle: Annotated[list[str] | None, parameters.principle(settings)] = None,
        role: Annotated[str, parameters.text(say, "help.role")] = "",
        new: Annotated[bool, parameters.flag(say, "--new", "help.new")] = False,
        answers: Annotated[Path | None, parameters.file(say, "help.answers")] = None,
        template: Annotated[bool, parameters.flag(say, "--answers-template", "help.answers-template")] = False,
        output: Annotated[Path | None, parameters.output(say, "help.template-output")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        pack = settings.pack()
        known = _known(pack, level, principle or (), role)
        if output is not None and not template:
            raise failure("reflect.only-template", exit_code=ExitCode.USAGE)
        if template:
            _write_template(settings, pack, known, output, force=force)
        elif not case:
            raise options.which_case(settings, "reflect")
        elif answers is not None:
            from_file(settings, pack, case, expanded(answers), known)
        else:
            interactive(settings, pack, case, known, new=new)


def interactive(settings: Settings, pack: Pack, name: str, known: dict[str, Value], *, new: bool = False) -> None:
    """Reflect with a person at the keyboard; go on where an unfinished reflection stopped."""
    path, day = cases.locate(name), wiring.today()
    wiring.require_terminal("--answers")
    interrupts = Interrupts()
    with cases.held(path) as file, interrupts.caught():
        start = (None if new else go_on(pack, settings.say, file.case, day)) or begin(
            pack, settings.say, file.case, day, known
        )
        _refuse_other_options(start, known)
        prompter, display = wiring.screen(settings, path.parent, interrupts)
        for line in _welcome(settings, start, pack, file):
            display.note(line)
        save = wiring.patient_save(file, prompter, display, settings)
        try:
            run(start.flow, start.case, prompter, save)
        except (Paused, KeyboardInterrupt):
            kept = "reflect.paused" if file.case else "reflect.nothing-kept"
            again = command_line(settings, "reflect", name)
            tell("")
            tell(settings.say(kept, path=str(file.path), command=again))
            raise typer.Exit(ExitCode.PAUSED) from None
        tell("")
        _tell_done(settings, file.path, name)


def from_file(settings: Settings, pack: Pack, name: str, answers: Path, known: dict[str, Value]) -> None:
    """Reflect with answers from a file; with any fault in it, tell them all and write nothing."""
    path = cases.locate(name)
    given, source, problems = answers_files.read(answers)
    _refuse_two_answers(known, given)
    before = cases.read(path) if path.exists() else None
    start = begin(pack, settings.say, before, wiring.today(), {})
    case, faults = play(start.flow, start.case, {**known, **given})
    if faults or problems:
        raise AppError(*sorted([*problems, *answers_files.problems_of(faults, source)]))
    with cases.held(path) as file:
        if file.case != before:
            raise failure("case.changed-meanwhile", path=str(path))
        file.save(case)
    _tell_done(settings, path, name)


def _known(pack: Pack, level: str, principles: Sequence[str], role: str) -> dict[str, Value]:
    """Give what the options say, as answers; checked against the pack."""
    named = {options.principle(one, pack).id for one in principles}
    known: dict[str, Value] = {}
    if found := options.level(level):
        known["level"] = found
    if named:
        known["principles"] = tuple(one.id for one in pack.principles if one.id in named)
    if role.strip():
        known["role"] = " ".join(role.split())
    return known


def _refuse_other_options(start: Start, known: dict[str, Value]) -> None:
    """Refuse options that say something else than the reflection that goes on, instead of leaving them aside."""
    answers = start.flow.answers(start.case)
    other = [name for name, value in known.items() if name not in answers or answers[name].value != value]
    if other:
        raise failure("reflect.other-options", exit_code=ExitCode.USAGE, options=_as_options(other))


def _refuse_two_answers(known: dict[str, Value], given: Mapping[str, object]) -> None:
    """Refuse an option and a file that answer one question, instead of leaving one of them aside."""
    twice = [name for name in known if name in given]
    if twice:
        raise failure("reflect.twice", exit_code=ExitCode.USAGE, options=_as_options(twice))


def _as_options(names: Sequence[str]) -> str:
    return ", ".join("--principle" if name == "principles" else f"--{name}" for name in names)


def _welcome(settings: Settings, start: Start, pack: Pack, file: cases.CaseFile) -> Iterator[str]:
    say, case = settings.say, start.case
    yield say("reflect.welcome")
    reflection = case.reflection(start.flow.reflection_id)
    if file.case is None:
        near = nearest(file.path.stem, [path.stem for path in cases.listed()])
        yield say("reflect.new-near" if near else "reflect.new", path=str(file.path), near=near)
    elif not start.resumed:
        yield say("reflect.again", title=case.title)
    elif reflection:
        yield say("reflect.resumed", title=case.title, date=say.day(reflection.started))
        if reflection.pack.digest != pack.digest:
            yield say("reflect.pack-changed")


def _tell_done(settings: Settings, path: Path, name: str) -> None:
    tell(settings.say("reflect.done", path=str(path), command=command_line(settings, "summary", name)))


def _write_template(
    settings: Settings, pack: Pack, known: dict[str, Value], output: Path | None, *, force: bool
) -> None:
    start = begin(pack, settings.say, None, wiring.today(), {})
    content = answers_template.render(filled_in(start, known), settings.say)
    hand_over(content, output, settings, force=force)
