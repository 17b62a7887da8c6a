"""`doorbraak practice`: a team that works by the principles, with its figures."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.reports import reference as pages


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("practice", help=say("help.practice"), cls=help_text.command(say))
    def practice(as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False) -> None:
        pack = settings.pack()
        every = pack.practices
        looking.show_or_list(every, lambda: pages.practices(every, pack, say), settings, as_json=as_json)
