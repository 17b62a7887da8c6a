"""Handing over a result: on stdout, or in the file somebody named."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from typing import TYPE_CHECKING

from doorbraak_cli.cli.quoting import typed
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain.printable import visible

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.cli.settings import Settings


def hand_over(content: bytes, output: Path | None, settings: Settings, *, force: bool = False) -> None:
    """Write to the file and say so on stderr, or write to stdout where no file was named."""
    if output is None or str(output) == "-":
        print_bytes(content)
        return
    from doorbraak_cli.files import outputs  # noqa: PLC0415 - only where a file was named
    from doorbraak_cli.files.paths import expanded  # noqa: PLC0415 - as above
    from doorbraak_cli.renderers.seal import is_sealed  # noqa: PLC0415 - as above

    outputs.write(expanded(output), content, force=force, is_ours=is_sealed)
    tell(settings.say("output.written", path=str(output)))


def print_bytes(content: bytes) -> None:
    """Write bytes to stdout as they are, UTF-8 whatever the console thinks. Raises OSError where there is none."""
    if not sys.stdout:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def print_text(text: str) -> None:
    """Write text to stdout in UTF-8."""
    print_bytes(f"{visible(text)}\n".encode())


def show_page(content: bytes) -> None:
    """Show Markdown as a page on a terminal, and as it is anywhere else."""
    if not sys.stdout.isatty():
        print_bytes(content)
        return
    from doorbraak_cli.terminal.pages import show_markdown  # noqa: PLC0415 - rich, only on a terminal

    show_markdown(content.decode())


def screen_width() -> int:
    """Give the width of the screen in columns; 80 where there is none."""
    return shutil.get_terminal_size().columns


def command_line(settings: Settings, *words: str) -> str:
    """Give a command as somebody can type it here: with the name the program was started by, and quoted."""
    return f"{settings.say.program} {typed(words)}"
