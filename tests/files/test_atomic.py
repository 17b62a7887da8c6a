"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

from doorbraak_cli.files.atomic import clear_leftovers, write_atomically

from .conftest import names_in


@pytest.mark.parametrize("content", [b"", b"nieuw", b"\r\n\x00\xff", b"x" * 5_000_000])
def test_write(tmp_path: Path, content: bytes) -> None:
    """It writes the bytes as they are, over a file or where none was, and leaves nothing beside it."""
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.txt"
    for _ in range(2):
        write_atomically(path, content)
        assert path.read_bytes() == content
    assert names_in(path.parent) == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other permissions")
def test_private(tmp_path: Path) -> None:
    """It makes the file its owner's only, whatever the file was before."""
    path = tmp_path / "a.txt"
    path.touch(0o666)
    write_atomically(path, b"nieuw")
    assert path.stat().st_mode & 0o777 == 0o600


def test_longest_name(tmp_path: Path) -> None:
    """It needs no more room for names than the file itself does."""
    path = tmp_path / ("é" * 60 + "x" * 135)
    write_atomically(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"


@pytest.mark.parametrize(("owner", "function"), [(os, "fsync"), (Path, "replace")])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
def test_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, function: str, error: BaseException
) -> None:
    """It leaves the old file as it was and nothing beside it, whatever goes wrong and whenever, and passes that on."""

    def fail(*_: object) -> NoReturn:
        raise error

    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.txt"
    path.write_bytes(b"oud")
    monkeypatch.setattr(owner, function, fail)
    with pytest.raises(type(error)):
        write_atomically(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert names_in(path.parent) == ["a.txt"]


def test_no_place(tmp_path: Path) -> None:
    """It raises for a folder that is not there, and for a folder in the place of the file."""
    (tmp_path / "map").mkdir()
    for path in (tmp_path / "weg" / "a.txt", tmp_path / "map"):
        with pytest.raises(OSError, match=r"\w"):
            write_atomically(path, b"nieuw")
    assert not list((tmp_path / "map").iterdir())


def test_leftovers(tmp_path: Path) -> None:
    """It removes what a killed save left of this file, and nothing of any other."""
    path = tmp_path / "Duin.yaml"
    mine, others = tmp_path / ".Duin.yaml.abcd1234.tmp", tmp_path / ".Duinen.yaml.abcd1234.tmp"
    for one in (path, mine, others):
        one.write_text("x", "utf-8")
    clear_leftovers(path)
    assert {one.name for one in tmp_path.iterdir() if one.is_file()} == {path.name, others.name}
    long = tmp_path / f"{'x' * 60}.yaml"
    write_atomically(long, b"x")
    clear_leftovers(long)
    assert long.read_bytes() == b"x"
