"""`doorbraak aids`: frames and checklists to open while working."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.reports import aids as pages


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("aids", help=say("help.aids"), cls=help_text.command(say))
    def aids(
        item: Annotated[str, parameters.item(settings, "aids", "help.item-id")] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        if item:
            one = options.named(item, pack.aids)
            looking.show_or_list([one], lambda: pages.aid(one, pack, say), settings, as_json=as_json)
        else:
            looking.show_or_list(pack.aids, lambda: pages.aids(pack.aids, say), settings, as_json=as_json)
