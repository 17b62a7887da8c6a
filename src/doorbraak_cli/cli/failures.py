"""From what went wrong to a sentence and an exit code. No traceback for a person, no case text in a report."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from typer import Abort
from typer.exceptions import TyperException

from doorbraak_cli.cli.telling import tell
from doorbraak_cli.errors import AppError, ExitCode, Message, reason
from doorbraak_cli.flows.prompter import Paused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.wording import Wording


@dataclass(slots=True)
class Outcome:
    """How a run ended."""

    code: int | None = None


@contextmanager
def handled(say: Wording) -> Iterator[Outcome]:
    """Turn whatever is raised inside into text on stderr and an exit code in the outcome."""
    outcome = Outcome()
    try:
        yield outcome
        sys.stdout.flush()
    except AppError as error:
        outcome.code = report(error, say)
    except TyperException as error:
        outcome.code = _wrong_usage(error, say)
    except (KeyboardInterrupt, Abort, Paused):
        tell(say("cli.interrupted"))
        outcome.code = ExitCode.PAUSED
    except BrokenPipeError:
        # Whoever read our output has seen enough (`| head`); there is nothing left to tell, also not at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        outcome.code = ExitCode.DONE
    except OSError as error:
        tell(say.message(Message("output.no-write", {"reason": reason(error)})))
        outcome.code = ExitCode.FINDINGS
    except Exception as error:  # noqa: BLE001 - the last resort: a bug must not show a traceback
        outcome.code = _bug(error, say)


def report(error: AppError, say: Wording) -> int:
    """Tell every problem on a line of its own, and give the exit code."""
    for problem in error.problems:
        tell(say.problem(problem))
    return error.exit_code


def _wrong_usage(error: TyperException, say: Wording) -> int:
    """Tell what was wrong with the command line, in our words where we know the fault by its name."""
    name, text = type(error).__name__, error.format_message()
    parameter = getattr(error, "param", None)
    hint = _name_of(parameter)
    option = getattr(error, "option_name", "")
    known = {
        "MissingParameter": lambda: say("usage.missing", name=hint),
        "NoSuchOption": lambda: _no_such_option(error, option, say),
        "BadParameter": lambda: say("usage.bad-value", name=hint, reason=getattr(error, "message", text)),
        "BadOptionUsage": lambda: say("usage.option-value", name=option),
        "NoArgsIsHelpError": lambda: text,
    }
    tell(known[name]() if name in known else _other_usage(text, say))
    context = getattr(error, "ctx", None)
    if name != "NoArgsIsHelpError":
        tell(say("usage.help", command=context.command_path if context else "doorbraak"))
    return ExitCode.USAGE


def _name_of(parameter: object) -> str:
    """Give how a person writes a parameter: --output, or CASE."""
    options: list[str] = getattr(parameter, "opts", None) or [""]
    longest = max(options, key=len)
    return longest if longest.startswith("-") else str(getattr(parameter, "metavar", None) or longest)


def _no_such_option(error: TyperException, option: str, say: Wording) -> str:
    near = getattr(error, "possibilities", None)
    return say("usage.no-option-near", name=option, near=near[0]) if near else say("usage.no-option", name=option)


def _other_usage(text: str, say: Wording) -> str:
    if text.startswith("No such command"):
        return _no_such_command(text, say)
    if text.startswith("Got unexpected extra argument"):
        return say("usage.extra", name=text.partition(" (")[2].removesuffix(")"))
    return say("usage.other", reason=text)


def _no_such_command(text: str, say: Wording) -> str:
    from doorbraak_cli.cli.app import COMMANDS  # noqa: PLC0415 - app imports this module
    from doorbraak_cli.domain.near import nearest  # noqa: PLC0415 - only for a mistake

    given = text.split("'")[1] if "'" in text else text
    near = nearest(given, [name for one in COMMANDS for name in (one.name, one.dutch)])
    return say("usage.no-command-near", name=given, near=near) if near else say("usage.no-command", name=given)


def _bug(error: Exception, say: Wording) -> int:
    """Keep where it went wrong, without any value: a message or a local variable may hold what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    text = "\n".join([type(error).__name__, *lines, ""])
    try:
        from platformdirs import user_state_path  # noqa: PLC0415 - only for a bug

        path = user_state_path("doorbraak", appauthor=False, ensure_exists=True) / "bug.txt"
        path.write_text(text, "utf-8")
        where = str(path)
    except OSError:
        where = lines[-1] if lines else "?"
    tell(say("cli.bug", kind=type(error).__name__, path=where))
    return ExitCode.BUG
