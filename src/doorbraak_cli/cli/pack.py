"""`doorbraak pack`: check a pack of your own, and the schema for editors."""

from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, parameters
from doorbraak_cli.cli.results import print_bytes, print_text
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import packs
from doorbraak_cli.files.pack_file import PackFile
from doorbraak_cli.renderers import listing


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the commands to the app."""
    say = settings.say
    group = typer.Typer(cls=help_text.group(say), rich_markup_mode=None, help=say("help.pack"), no_args_is_help=True)
    app.add_typer(group, name="pack")

    @group.command("check", help=say("help.pack-check"), cls=help_text.command(say))
    def check(
        folder: Annotated[Path | None, parameters.folder(say, "help.pack-dir")] = None,
    ) -> None:
        pack, problems = packs.examine(folder or settings.own_pack)
        if pack is None or problems:
            raise AppError(*problems)
        counts = {"questions": len(pack.questions), "principles": len(pack.principles)}
        print_text(say("pack.fine", title=pack.info.title.pick(say.lang), version=pack.info.version, **counts))

    @group.command("schema", help=say("help.pack-schema"), cls=help_text.command(say))
    def schema() -> None:
        print_bytes(listing.render_schema(PackFile))
