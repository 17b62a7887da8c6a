"""Typer's help in our languages: its own few words are fixed in English, so they are replaced in the finished text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording

TYPER_WORDS = {
    "Usage: ": "typer.usage",
    "\nOptions:": "typer.options",
    "\nArguments:": "typer.arguments",
    "\nCommands:": "typer.commands",
    "[OPTIONS]": "typer.options-metavar",
    "COMMAND [ARGS]...": "typer.command-metavar",
    "Show this message and exit.": "typer.help",
    "Install completion for the current shell.": "typer.install-completion",
    "Show completion for the current shell, to copy it or customize the installation.": "typer.show-completion",
    "[required]": "typer.required",
    "[default: ": "typer.default",
}


def translated(text: str, say: Wording) -> str:
    """Give a help text with Typer's own words in the language of the wording."""
    # Typer adds the type of an argument in English: "CASE <str>".
    text = re.sub(r" <(str|path|list\[str\])>", lambda match: " " * len(match.group()), text)
    for english, key in TYPER_WORDS.items():
        text = re.sub(_pattern(english), say(key), text)
    return text


def _pattern(english: str) -> str:
    """Give a pattern for words of Typer's; a long sentence may have been wrapped anywhere."""
    if not english.strip().count(" "):
        return re.escape(english)
    return r"\s+".join(re.escape(word) for word in english.split(" "))


def group(say: Wording) -> type[TyperGroup]:
    """Give the class for a group of commands whose help is in one language."""

    class Group(TyperGroup):
        def get_help(self, ctx: Any) -> str:
            return translated(super().get_help(ctx), say)

    return Group


def command(say: Wording) -> type[TyperCommand]:
    """Give the class for a command whose help is in one language."""

    class Command(TyperCommand):
        def get_help(self, ctx: Any) -> str:
            return translated(super().get_help(ctx), say)

    return Command
