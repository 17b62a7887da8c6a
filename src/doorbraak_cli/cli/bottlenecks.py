"""`doorbraak bottlenecks`: what in the system is in the way, and who can do something about it."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.reports import recommendations as pages


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("bottlenecks", help=say("help.bottlenecks"), cls=help_text.command(say))
    def bottlenecks(
        item: Annotated[str, parameters.item(settings, "bottlenecks", "help.item-id")] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        if item:
            one = options.named(item, pack.bottlenecks)
            looking.show_or_list([one], lambda: pages.bottleneck(one, pack, say), settings, as_json=as_json)
        else:
            every = pack.bottlenecks
            looking.show_or_list(every, lambda: pages.bottlenecks(every, pack, say), settings, as_json=as_json)
