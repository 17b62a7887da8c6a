"""Faults as values."""

from doorbraak_cli.errors import AppError, ExitCode, Message, Problem, failure


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
