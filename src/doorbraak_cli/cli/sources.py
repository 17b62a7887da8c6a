"""`doorbraak sources`: the products and publications beside the guide, and what each is for."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.reports import reference as pages


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("sources", help=say("help.sources"), cls=help_text.command(say))
    def sources(as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False) -> None:
        every = settings.pack().products
        looking.show_or_list(every, lambda: pages.products(every, say), settings, as_json=as_json)
