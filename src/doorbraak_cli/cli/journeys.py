"""`doorbraak journeys`: the composite story as moments of decision, one by one or side by side."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.errors import ExitCode, failure
from doorbraak_cli.reports import journeys as pages


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("journeys", help=say("help.journeys"), cls=help_text.command(say))
    def journeys(
        item: Annotated[str, parameters.item(settings, "journeys", "help.item-id")] = "",
        compare: Annotated[bool, parameters.flag(say, "--compare", "help.compare")] = False,
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        every = pack.journeys
        if item and compare:
            raise failure("journeys.one-or-compare", exit_code=ExitCode.USAGE)
        if item:
            one = options.named(item, every)
            looking.show_or_list([one], lambda: pages.journey(one, say), settings, as_json=as_json)
        else:
            page = pages.compared if compare else pages.journeys
            looking.show_or_list(every, lambda: page(every, say), settings, as_json=as_json)
