"""`doorbraak demo`: the whole job on a built-in case, without asking anything."""

from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, options, parameters, wiring
from doorbraak_cli.cli.built_in import BUILT_IN, MARIANNE
from doorbraak_cli.cli.results import command_line, show_page
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.files import case_yaml, outputs, pack_cache
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.renderers.seal import is_sealed


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say
    argument = typer.Argument(metavar="|".join(BUILT_IN), help=say("help.demo-name"), show_default=False)

    @app.command("demo", help=say("help.demo"), cls=help_text.command(say))
    def demo(
        name: Annotated[str, argument] = MARIANNE,
        output: Annotated[Path | None, parameters.output(say, "help.demo-output")] = None,
        case_out: Annotated[Path | None, parameters.file(say, "help.case-out")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        run(settings, name, output, case_out, force=force)


def run(
    settings: Settings,
    name: str = MARIANNE,
    output: Path | None = None,
    case_out: Path | None = None,
    *,
    force: bool = False,
) -> None:
    """Answer a built-in case from its files, show the summary, and write it."""
    say, pack = settings.say, pack_cache.load()
    case = options.one_of(say("metavar.case"), name, BUILT_IN)(pack, say, wiring.today())
    content = wiring.rendered(case, pack, settings, "md")
    output = output or Path(say(f"demo.file.{name}"))
    show_page(content)
    tell("")
    if case_out is not None:
        outputs.write(expanded(case_out), case_yaml.dump(case), force=force)
        tell(say(f"demo.case-written.{name}", path=str(case_out), **_commands(settings, str(case_out))))
    outputs.write(expanded(output), content, force=force, is_ours=is_sealed)
    tell(say("demo.written", path=str(output)))
    commands = {one: command_line(settings, one) for one in ("reflect", "weigh", "network", "plan")}
    tell(say("demo.next", help=command_line(settings, "--help"), **commands))


def _commands(settings: Settings, case: str) -> dict[str, str]:
    """Give what can be done with a built-in case that was kept."""
    words = {
        "weigh": ("weigh", case, "--new"),
        "network": ("network", case),
        "look_back": ("look-back", case),
        "due": ("due", case),
        "family": ("summary", case, "--for", "family"),
        "meeting": ("summary", case, "--for", "meeting"),
    }
    return {name: command_line(settings, *line) for name, line in words.items()}
