"""`doorbraak questions`: the reflection questions, all or those of one principle or level."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, options, parameters
from doorbraak_cli.cli.results import print_bytes, print_text, screen_width
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.renderers import listing, plain_text


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("questions", help=say("help.questions"), cls=help_text.command(say))
    def questions(
        principle: Annotated[list[str] | None, parameters.principle(settings)] = None,
        level: Annotated[str, parameters.level(settings)] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        named = [options.principle(one, pack).id for one in principle or ()] or None
        chosen = pack.select(level=options.level(level), principles=named)
        if as_json:
            print_bytes(listing.render(chosen))
        else:
            print_text(plain_text.questions(chosen, pack, say, screen_width()))
