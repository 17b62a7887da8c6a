"""One line from a person, where stdin and stdout are not what the program started with."""

from __future__ import annotations

import io
import sys

import pytest

from doorbraak_cli.terminal.reading import read_line


def test_prompt_goes_to_stderr(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It leaves stdout alone, and gives lines without their ends until there are no more."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("  een \n\ntwee"))
    assert [read_line("> ") for _ in range(3)] == ["  een ", "", "twee"]
    with pytest.raises(EOFError):
        read_line("> ")
    assert capsys.readouterr() == ("", "> " * 4)


def test_bytes_that_are_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads on past bytes that are not UTF-8."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"caf\xe9\nja\n"), "utf-8"))
    assert [read_line("> ") for _ in range(2)] == ["caf\ufffd", "ja"]


def test_stdin_that_was_read_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes stdin as it is when somebody read from it before."""
    stdin = io.TextIOWrapper(io.BytesIO(b"een\ntwee\n"), "utf-8")
    stdin.readline()
    monkeypatch.setattr(sys, "stdin", stdin)
    assert read_line("> ") == "twee"
