"""`doorbraak pack`: check a pack of your own, and the schema for editors."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, parameters
from doorbraak_cli.cli.results import hand_over, print_text
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import packs
from doorbraak_cli.files.pack_file import PackFile
from doorbraak_cli.files.paths import expanded
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
        own = expanded(folder) if folder else settings.own_pack
        pack, problems = packs.examine(own)
        if pack is None or problems:
            raise AppError(*problems)
        kinds = ("questions", "principles", "recommendations", "aids")
        counts = {kind: len(getattr(pack, kind)) for kind in kinds}
        print_text(say("pack.fine", title=pack.info.title.pick(say.lang), version=pack.info.version, **counts))
        if own is not None:
            print_text(say("pack.own", **asdict(packs.changes(own))))

    @group.command("schema", help=say("help.pack-schema"), cls=help_text.command(say))
    def schema(
        output: Annotated[Path | None, parameters.output(say, "help.schema-output")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        hand_over(listing.render_schema(PackFile), output, settings, force=force)
