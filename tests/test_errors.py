"""Faults as values."""

import errno

import pytest

from doorbraak_cli.domain.wording import Wording
from doorbraak_cli.errors import AppError, ExitCode, Message, Problem, failure, reason


def test_problems_sort_by_place() -> None:
    """It puts problems in the order of files, lines and columns."""
    later, earlier = Problem("b", 1, 1, Message("x")), Problem("a", 10, 2, Message("y"))
    assert sorted([later, earlier]) == [earlier, later]


def test_failure() -> None:
    """It makes an error of one problem, with the exit code that goes with it."""
    error = failure("case.missing", exit_code=ExitCode.USAGE, path="x.yaml", name="x")
    assert isinstance(error, AppError)
    assert error.exit_code == 2
    assert error.problems[0].place == "x.yaml"
    assert error.problems[0].message.values == {"name": "x"}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "de schijf is vol"),
        (PermissionError(errno.EACCES, "Permission denied"), "je mag hier niet schrijven of lezen"),
        (OSError(errno.EIO, "Input/output error"), "het systeem meldt: Input/output error"),
        (OSError("anders"), "het systeem meldt: OSError"),
    ],
)
def test_reason(error: OSError, said: str, nl: Wording) -> None:
    """It says in our words why the system refused, inside the sentence that says what it refused."""
    message = Message("output.no-write", {"reason": reason(error)})
    assert f"({said})" in nl.message(message)
