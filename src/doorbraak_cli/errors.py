"""What can go wrong, as values: messages by key, problems with their place, and exit codes."""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class ExitCode(IntEnum):
    """What the program answers to the shell; see docs/architecture.md."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
    PAUSED = 130


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of wording/ by its key, with the values that fill it. The language is chosen where it is shown."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of somebody's input and where it stands: line and column count from 1, 0 means "the whole file"."""

    path: str
    line: int
    column: int
    message: Message = field(compare=False)

    @property
    def place(self) -> str:
        """Give `file:line:column`, or as much of it as is known."""
        parts = [self.path, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(part for part in parts if part)


class AppError(Exception):
    """Something a person can mend. Holds every problem found in the run, and the exit code that goes with them."""

    def __init__(self, *problems: Problem, exit_code: ExitCode = ExitCode.FINDINGS) -> None:
        super().__init__(*(problem.message.key for problem in problems))
        self.problems = problems
        self.exit_code = exit_code


_REASONS = {
    errno.ENOSPC: "reason.full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "reason.full",
    errno.EACCES: "reason.forbidden",
    errno.EPERM: "reason.forbidden",
    errno.EROFS: "reason.read-only",
    errno.ENOENT: "reason.missing",
    errno.ENOTDIR: "reason.missing",
    errno.ENAMETOOLONG: "reason.long-name",
}


def reason(error: OSError) -> Message:
    """Give why the system refused, in words of ours where it is a usual refusal, to be filled in another message."""
    known = _REASONS.get(error.errno or 0)
    return Message(known) if known else Message("reason.other", {"text": error.strerror or type(error).__name__})


def failure(key: str, /, *, exit_code: ExitCode = ExitCode.FINDINGS, path: str = "", **values: object) -> AppError:
    """Give an AppError with one problem that has no line, such as a file that is not there."""
    return AppError(Problem(path, 0, 0, Message(key, values)), exit_code=exit_code)
