"""`doorbraak reflect`: look back on a case, a team or a policy with the questions of the guide."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, options, parameters, sitting, wiring
from doorbraak_cli.cli.results import command_line, hand_over
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain.case import Case, Value
from doorbraak_cli.domain.near import nearest
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.errors import ExitCode, failure
from doorbraak_cli.files import answers as answers_files
from doorbraak_cli.files import cases
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.flows.beginning import Start, begin, filled_in, go_on
from doorbraak_cli.renderers import answers_template


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
            options.refuse_idle("--answers-template", {say("metavar.case"): case, "--answers": answers, "--new": new})
            _write_template(settings, pack, known, output, force=force)
        elif not case:
            raise options.which_case(settings, "reflect")
        elif answers is not None:
            from_file(settings, pack, case, expanded(answers), known)
        else:
            interactive(settings, pack, case, known, new=new)


def interactive(settings: Settings, pack: Pack, name: str, known: dict[str, Value], *, new: bool = False) -> None:
    """Reflect with a person at the keyboard; go on where an unfinished reflection stopped."""

    def start_of(case: Case | None) -> Start:
        start = None if new else go_on(pack, settings.say, case, wiring.today())
        start = start or begin(pack, settings.say, case, wiring.today(), known)
        _refuse_other_options(start, known)
        return start

    def welcome(start: Start, file: cases.CaseFile) -> Iterator[str]:
        return _welcome(settings, start, pack, file)

    sitting.at_keyboard(settings, name, start_of, welcome, "reflect", name)
    _tell_done(settings, name)


def from_file(settings: Settings, pack: Pack, name: str, answers: Path, known: dict[str, Value]) -> None:
    """Reflect with answers from a file; with any fault in it, tell them all and write nothing."""
    _refuse_two_answers(known, answers)

    def start_of(case: Case | None) -> Start:
        return begin(pack, settings.say, case, wiring.today(), {})

    sitting.from_file(name, answers, start_of, known)
    _tell_done(settings, name)


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


def _refuse_two_answers(known: dict[str, Value], answers: Path) -> None:
    """Refuse an option and a file that answer one question, instead of leaving one of them aside."""
    twice = [name for name in known if name in answers_files.read(answers)[0]] if known else []
    if twice:
        raise failure("reflect.twice", exit_code=ExitCode.USAGE, options=_as_options(twice))


def _as_options(names: Sequence[str]) -> str:
    return ", ".join("--principle" if name == "principles" else f"--{name}" for name in names)


def _welcome(settings: Settings, start: Start, pack: Pack, file: cases.CaseFile) -> Iterator[str]:
    say, case = settings.say, start.case
    yield say("reflect.welcome")
    if file.case is None:
        near = nearest(file.path.stem, [path.stem for path in cases.listed()])
        yield say("reflect.new-near" if near else "reflect.new", path=str(file.path), near=near)
    elif not start.resumed:
        yield say("reflect.again", title=case.title)
    else:
        yield say("reflect.resumed", title=case.title, date=say.day(start.sitting.started))
        if start.sitting.pack.digest != pack.digest:
            yield say("reflect.pack-changed")


def _tell_done(settings: Settings, name: str) -> None:
    path = cases.locate(name)
    tell(settings.say("reflect.done", path=str(path), command=command_line(settings, "summary", name)))


def _write_template(
    settings: Settings, pack: Pack, known: dict[str, Value], output: Path | None, *, force: bool
) -> None:
    start = begin(pack, settings.say, None, wiring.today(), {})
    content = answers_template.render(filled_in(start, known), settings.say, "reflect")
    hand_over(content, output, settings, force=force)
