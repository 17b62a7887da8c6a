"""Where the program starts. What needs no library is answered before any is loaded."""

import sys

from doorbraak_cli import __version__


def main() -> None:
    """Run `doorbraak` with the arguments of this process and leave with its exit code."""
    try:
        code = run(sys.argv[1:])
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        # Whatever reads our output has no room, or is gone; Python would say so with a traceback.
        sys.stdout = None  # nothing is left to write at exit
        code = 1
    except KeyboardInterrupt:
        # While libraries are still being loaded there is nobody yet to tell it in words.
        code = 130
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run `doorbraak` with these arguments and give its exit code."""
    if arguments == ["--version"]:
        if sys.stdout:
            sys.stdout.write(f"doorbraak {__version__}\n")
        return 0
    from doorbraak_cli.cli.app import run_app  # noqa: PLC0415 - see above

    return run_app(arguments)
