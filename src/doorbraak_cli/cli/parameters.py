"""The arguments and options that commands share, each with its help and what a shell can complete it with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from doorbraak_cli.cli.codes import completion as code_completion

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.wording import Wording


def case(say: Wording) -> Any:
    """Give the argument that names a case."""
    return typer.Argument(
        metavar=say("metavar.case"), help=say("help.case"), autocompletion=case_names, show_default=False
    )


def item(settings: Settings, kind: str, help_key: str) -> Any:
    """Give an argument that names an item of the pack by id."""
    return typer.Argument(
        metavar="ID", help=settings.say(help_key), autocompletion=ids(settings, kind), show_default=False
    )


def level(settings: Settings) -> Any:
    """Give the option --level."""
    return typer.Option(
        help=settings.say("help.level"),
        autocompletion=ids(settings, "levels"),
        metavar=settings.say("metavar.level"),
        show_default=False,
    )


def principle(settings: Settings) -> Any:
    """Give the option --principle, which may be given more than once."""
    return typer.Option(
        help=settings.say("help.principle"),
        autocompletion=ids(settings, "principles"),
        metavar="ID",
        show_default=False,
    )


def step(say: Wording) -> Any:
    """Give the option --at, which names a step to begin at."""
    return typer.Option(help=say("help.at"), metavar=say("metavar.step"), show_default=False)


def word(say: Wording, help_key: str) -> Any:
    """Give an argument that is a word."""
    return typer.Argument(metavar=say("metavar.word"), help=say(help_key), show_default=False)


def code(settings: Settings) -> Any:
    """Give an argument that names a blind spot, or a family of them, by its code."""
    completion = code_completion(settings)
    return typer.Argument(metavar="CODE", help=settings.say("help.code"), autocompletion=completion, show_default=False)


def codes(settings: Settings) -> Callable[[str, str], Any]:
    """Give what makes an option that takes codes of blind spots."""

    def option(name: str, help_key: str) -> Any:
        completion = code_completion(settings)
        return typer.Option(
            name, help=settings.say(help_key), metavar="CODE", autocompletion=completion, show_default=False
        )

    return option


def words(say: Wording, help_key: str) -> Any:
    """Give the argument that is all words that follow."""
    return typer.Argument(metavar=say("metavar.words"), help=say(help_key), show_default=False)


def text(say: Wording, help_key: str, *names: str) -> Any:
    """Give an option that takes a text."""
    return typer.Option(*names, help=say(help_key), metavar=say("metavar.text"), show_default=False)


def file(say: Wording, help_key: str, *names: str) -> Any:
    """Give an option that takes the path of a file."""
    return typer.Option(*names, help=say(help_key), metavar=say("metavar.file"), show_default=False)


def folder(say: Wording, help_key: str) -> Any:
    """Give an argument that takes the path of a folder."""
    return typer.Argument(help=say(help_key), metavar=say("metavar.folder"), show_default=False)


def output(say: Wording, help_key: str) -> Any:
    """Give the option --output, -o."""
    return file(say, help_key, "--output", "-o")


def flag(say: Wording, name: str, help_key: str) -> Any:
    """Give an option that is on or off."""
    return typer.Option(name, help=say(help_key))


def case_names(incomplete: str) -> list[str]:
    """Give the cases a shell can complete: those in the home folder by name, and files and folders by path."""
    from doorbraak_cli.files import cases  # noqa: PLC0415 - loads pydantic and yaml, only for completion

    names = [path.stem for path in cases.listed()]
    start = Path(incomplete or ".")
    folder = start if incomplete.endswith("/") or not incomplete else start.parent
    found = sorted(folder.glob("*.yaml")) + sorted(one for one in folder.glob("*/") if one.is_dir())
    paths = [f"{one}/" if one.is_dir() else str(one) for one in found if not one.name.startswith(".")]
    return [one for one in [*names, *paths] if one.startswith(incomplete)]


def ids(settings: Settings, kind: str) -> Callable[[str], list[str]]:
    """Give a completion for the ids of one kind in the pack, such as "principles" or "aids"."""

    def complete(incomplete: str) -> list[str]:
        return [one.id for one in getattr(settings.pack(), kind) if one.id.startswith(incomplete)]

    return complete
