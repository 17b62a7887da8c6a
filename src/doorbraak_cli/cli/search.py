"""`doorbraak search`: find something anywhere in the guide."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from doorbraak_cli.cli import help_text, looking, parameters
from doorbraak_cli.cli.results import command_line, print_bytes
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.errors import ExitCode, failure
from doorbraak_cli.renderers import listing
from doorbraak_cli.reports.finding import found

if TYPE_CHECKING:
    from doorbraak_cli.search.index import Hit, SearchIndex

AT_MOST = 10


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("search", help=say("help.search"), cls=help_text.command(say))
    def search(
        words: Annotated[list[str] | None, parameters.words(say, "help.search-words")] = None,
        every: Annotated[bool, parameters.flag(say, "--all", "help.search-all")] = False,
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        wanted = " ".join(words or ()).strip()
        if not wanted:
            raise failure("search.what", exit_code=ExitCode.USAGE)
        run(settings, wanted, every=every, as_json=as_json)


def run(settings: Settings, words: str, *, every: bool = False, as_json: bool = False) -> None:
    """Show what was found, best first. Raises AppError where nothing was."""
    say, hits = settings.say, hits_for(settings, words)
    if as_json:
        told = [
            {"kind": one.entry.kind, "id": one.entry.id, "title": one.entry.title, "sentence": one.sentence}
            for one in hits
        ]
        print_bytes(listing.render_data(told))
    else:
        most = len(hits) if every else AT_MOST
        looking.show(found(hits, most, say, partial(command_line, settings)), settings)


def hits_for(settings: Settings, words: str) -> "list[Hit]":
    """Give what was found, best first. Raises AppError where nothing was, with what was probably meant."""
    index = _index(settings)
    hits = index.find(words)
    if not hits:
        meant = index.meant(words)
        raise failure("search.nothing-near" if meant else "search.nothing", words=words, near=meant)
    return hits


def _index(settings: Settings) -> "SearchIndex":
    """Give the index of the guide. Raises AppError where this Python was built without what it needs."""
    try:
        from doorbraak_cli.search.entries import entries  # noqa: PLC0415 - only to search
        from doorbraak_cli.search.index import SearchIndex  # noqa: PLC0415 - loads SQLite and the stemmer

        return SearchIndex(entries(settings.pack(), settings.say.lang), settings.say.lang)
    except ImportError:
        raise failure("search.unavailable") from None
