"""`doorbraak demo`: the whole job on a built-in case, without asking anything."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, parameters, wiring
from doorbraak_cli.cli.results import command_line, show_page
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain.case import Case
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import answers, case_yaml, outputs, pack_cache
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.flows.beginning import Start, Weighings, begin
from doorbraak_cli.flows.script import play
from doorbraak_cli.renderers.seal import is_sealed


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("demo", help=say("help.demo"), cls=help_text.command(say))
    def demo(
        output: Annotated[Path | None, parameters.output(say, "help.demo-output")] = None,
        case_out: Annotated[Path | None, parameters.file(say, "help.case-out")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        run(settings, output, case_out, force=force)


def run(settings: Settings, output: Path | None = None, case_out: Path | None = None, *, force: bool = False) -> None:
    """Answer the built-in case from its file, show the summary, and write it."""
    say, pack = settings.say, pack_cache.load()
    case = demo_case(settings, pack)
    content = wiring.rendered(case, pack, settings, "md")
    output = output or Path(say("demo.file"))
    show_page(content)
    tell("")
    if case_out is not None:
        outputs.write(expanded(case_out), case_yaml.dump(case), force=force)
        again = command_line(settings, "weigh", str(case_out), "--new")
        family = command_line(settings, "summary", str(case_out), "--for", "family")
        tell(say("demo.case-written", path=str(case_out), command=again, family=family))
    outputs.write(expanded(output), content, force=force, is_ours=is_sealed)
    tell(say("demo.written", path=str(output)))
    commands = {name: command_line(settings, name) for name in ("reflect", "weigh")}
    tell(say("demo.next", help=command_line(settings, "--help"), **commands))


def demo_case(settings: Settings, pack: Pack) -> Case:
    """Give the built-in case, looked back on and weighed through the same flows as anybody's.

    The weighing is of today, some weeks after the reflection, and is looked at again two weeks on.
    """
    say, today = settings.say, wiring.today()
    before, after = today - timedelta(weeks=3), today + timedelta(weeks=2)
    case = _played(begin(pack, say, None, before, {}), f"marianne.{say.lang}.yaml", {})
    weighing = Weighings(pack, say, today).begin(case, {})
    return _played(weighing, f"marianne-weighing.{say.lang}.yaml", {"look-back": say.day(after)})


def _played(start: Start, name: str, today: dict[str, str]) -> Case:
    """Give the case after all answers of a file, with those that depend on what day it is."""
    given, source, _ = answers.read(content_root() / "cases" / name)
    case, faults = play(start.flow, start.case, {**given, **today})
    if faults:
        raise AppError(*answers.problems_of(faults, source))
    return case
