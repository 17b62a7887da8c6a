"""`doorbraak principles`: the three breakthrough principles, in short or one in full."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.reports import guide


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("principles", help=say("help.principles"), cls=help_text.command(say))
    def principles(
        principle: Annotated[str, parameters.item(settings, "principles", "help.principle-id")] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        chosen = (options.principle(principle, pack, "ID"),) if principle else pack.principles
        whole = bool(principle)
        looking.show_or_list(
            chosen, lambda: guide.principles(chosen, pack, say, whole=whole), settings, as_json=as_json
        )
