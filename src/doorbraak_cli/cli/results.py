"""Handing over a result: on stdout, or in the file somebody named."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from doorbraak_cli.files import outputs
from doorbraak_cli.renderers.seal import is_sealed

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.cli.settings import Settings


def hand_over(content: bytes, output: Path | None, settings: Settings, *, force: bool = False) -> None:
    """Write to the file and say so on stderr, or write to stdout where no file was named."""
    if output is None:
        print_bytes(content)
        return
    outputs.write(output, content, force=force, is_ours=is_sealed)
    tell(settings.say("output.written", path=str(output)))


def print_bytes(content: bytes) -> None:
    """Write bytes to stdout as they are, UTF-8 whatever the console thinks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def print_text(text: str) -> None:
    """Write text to stdout in UTF-8."""
    print_bytes(f"{text}\n".encode("utf-8", errors="replace"))


def tell(line: str) -> None:
    """Write a line of conversation to stderr."""
    sys.stderr.write(line + "\n")


def screen_width() -> int:
    """Give the width of the screen in columns; 80 where there is none."""
    return shutil.get_terminal_size().columns
