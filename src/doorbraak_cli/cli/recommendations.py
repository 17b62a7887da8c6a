"""`doorbraak recommendations`: what helps to work by the principles, all or those of one principle or level."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.reports import recommendations as pages


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("recommendations", help=say("help.recommendations"), cls=help_text.command(say))
    def recommendations(
        item: Annotated[str, parameters.item(settings, "recommendations", "help.item-id")] = "",
        principle: Annotated[list[str] | None, parameters.principle(settings)] = None,
        level: Annotated[str, parameters.level(settings)] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        named = [options.principle(one, pack).id for one in principle or ()] or None
        chosen = pack.select_recommendations(level=options.level(level), principles=named)
        if item:
            options.refuse_idle("ID", {"--principle": principle, "--level": level})
            one = options.named(item, pack.recommendations)
            looking.show_or_list([one], lambda: pages.recommendation(one, pack, say), settings, as_json=as_json)
        else:
            looking.show_or_list(chosen, lambda: pages.recommendations(chosen, pack, say), settings, as_json=as_json)
