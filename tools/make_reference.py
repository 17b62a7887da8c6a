"""Write docs/reference.md from the program's own help texts, so that the page never says something else.

Usage: make_reference.py [--check]     --check writes nothing and exits 1 when the page is stale.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference.md"
GROUPS = {"pack": ("check", "schema")}
"""What stands below a command that is a group."""


def commands() -> Iterator[tuple[str, ...]]:
    """Give every command, in the order of the help."""
    from doorbraak_cli.cli.app import COMMANDS  # noqa: PLC0415 - the width is set first

    yield ()
    for command in COMMANDS:
        yield (command.name,)
        yield from ((command.name, below) for below in GROUPS.get(command.name, ()))


def page() -> str:
    """Give the page: every command's help, in English."""
    parts = ["# Reference", "Made from the help texts by `make reference`; change those, not this page."]
    for command in commands():
        parts += [f"## `{' '.join(('doorbraak', *command))}`", f"```text\n{help_of(command)}\n```"]
    return "\n\n".join(parts) + "\n"


def help_of(command: tuple[str, ...]) -> str:
    """Give one command's help as it reads at 80 columns."""
    from doorbraak_cli.cli.main import run  # noqa: PLC0415 - the width is set first

    caught = io.StringIO()
    with redirect_stdout(caught):
        if code := run(["--lang", "en", *command, "--help"]):
            sys.exit(code)
    return caught.getvalue().strip()


def main() -> int:
    """Write or check the page and give the exit code."""
    os.environ["COLUMNS"] = "80"
    wanted = page()
    if "--check" in sys.argv:
        return int(PAGE.read_text("utf-8") != wanted)
    PAGE.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
