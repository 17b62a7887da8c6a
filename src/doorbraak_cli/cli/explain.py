"""`doorbraak explain`: why a blind spot matters, what to do, and when it may be left."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.reports.blind_spots import all_spots, goes_as, spot_page


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("explain", help=say("help.explain"), cls=help_text.command(say))
    def explain(
        code: Annotated[str, parameters.item(settings, "blind_spots", "help.code")] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        if not code:
            looking.show_or_list(pack.blind_spots, lambda: all_spots(pack, say), settings, as_json=as_json)
            return
        spot = options.named(code, pack.blind_spots, "CODE")
        looking.show_or_list([spot], lambda: spot_page(spot, pack, say, goes_as(spot, say)), settings, as_json=as_json)
