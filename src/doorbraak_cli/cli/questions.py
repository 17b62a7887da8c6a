"""`doorbraak questions`: the reflection questions, all, those of one principle or level, or one whole."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.reports import guide


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("questions", help=say("help.questions"), cls=help_text.command(say))
    def questions(
        item: Annotated[str, parameters.item(settings, "questions", "help.item-id")] = "",
        principle: Annotated[list[str] | None, parameters.principle(settings)] = None,
        level: Annotated[str, parameters.level(settings)] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        named = [options.principle(one, pack).id for one in principle or ()] or None
        chosen = pack.select(level=options.level(level), principles=named)
        if item:
            options.refuse_idle("ID", {"--principle": principle, "--level": level})
            one = options.named(item, pack.questions)
            looking.show_or_list([one], lambda: guide.question(one, pack, say), settings, as_json=as_json)
        else:
            looking.show_or_list(chosen, lambda: guide.questions(chosen, pack, say), settings, as_json=as_json)
