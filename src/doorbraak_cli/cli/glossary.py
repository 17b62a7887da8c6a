"""`doorbraak glossary`: terms in plain words, all of them or one."""

from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.domain.reference import Term
from doorbraak_cli.reports import reference as pages


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("glossary", help=say("help.glossary"), cls=help_text.command(say))
    def glossary(
        term: Annotated[str, parameters.word(say, "help.term")] = "",
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        every = settings.pack().terms
        chosen = _about(term, every) if term else every
        looking.show_or_list(chosen, lambda: pages.glossary(chosen, say), settings, as_json=as_json)


def _about(given: str, every: tuple[Term, ...]) -> tuple[Term, ...]:
    """Give the terms of this name or abbreviation, or else those it is part of. Raises AppError (wrong usage)."""
    wanted = given.strip().casefold()
    called = tuple(one for one in every if wanted in _names(one))
    found = called or tuple(one for one in every if any(wanted in name for name in _names(one)))
    if not found:
        raise options.not_there("glossary.unknown", given, {name for one in every for name in _names(one)})
    return found


def _names(term: Term) -> set[str]:
    texts = (term.term, term.stands_for)
    return {name.casefold() for text in texts if text for name in (text.nl, text.en) if name} | {term.id}
