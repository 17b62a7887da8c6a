"""`doorbraak explain`: why a blind spot matters, what to do, and when it may be left."""

from typing import Annotated

import typer

from doorbraak_cli.cli import codes, help_text, looking, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.reports.blind_spots import all_spots, goes_as, spot_page
from doorbraak_cli.reports.document import Document


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("explain", help=say("help.explain"), cls=help_text.command(say))
    def explain(
        code: Annotated[str, parameters.code(settings)] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        spots = codes.spots_of(code, pack.blind_spots, "CODE") if code else pack.blind_spots

        def shown() -> Document:
            one = spots[0]
            return spot_page(one, pack, say, goes_as(one, say)) if len(spots) == 1 else all_spots(spots, pack, say)

        looking.show_or_list(spots, shown, settings, as_json=as_json)
