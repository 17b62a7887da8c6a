"""Results go where somebody asked, and never over something that is not ours."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

from doorbraak_cli.files import outputs
from doorbraak_cli.renderers.seal import UNSEALED, is_sealed, seal

from .conftest import names_in, refused

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps other permissions and links")


def report(text: str) -> bytes:
    return seal(f'---\ndigest: "{UNSEALED}"\n---\n\n{text}\n').encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "uit").mkdir()
    return tmp_path / "uit" / "samenvatting.md"


def test_write(path: Path) -> None:
    """It writes a result that was not there yet."""
    outputs.write(path, report("een"))
    assert path.read_bytes() == report("een")
    assert names_in(path.parent) == ["samenvatting.md"]


@posix
def test_private(path: Path) -> None:
    """It keeps a result to its owner."""
    outputs.write(path, report("een"))
    assert path.stat().st_mode & 0o777 == 0o600


def test_own_result(path: Path) -> None:
    """It replaces an older result of ours that nobody touched."""
    outputs.write(path, report("een"))
    outputs.write(path, report("twee"), is_ours=is_sealed)
    assert path.read_bytes() == report("twee")


FOREIGN = {
    "somebody's notes": b"Mijn eigen aantekeningen",
    "empty": b"",
    "edited": report("een").replace(b"een", b"EEN"),
    "added to": report("een") + b"en nog iets\n",
    "other line endings": report("een").replace(b"\n", b"\r\n"),
    "no text": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_foreign_file(path: Path, content: bytes) -> None:
    """It refuses to replace what is not ours or was changed since, unless it is forced."""
    path.write_bytes(content)
    assert refused(lambda: outputs.write(path, report("twee"), is_ours=is_sealed), path.parent) == [
        "samenvatting.md output.exists"
    ]
    assert path.read_bytes() == content
    outputs.write(path, report("twee"), is_ours=is_sealed, force=True)
    assert path.read_bytes() == report("twee")


def test_nothing_is_ours_by_itself(path: Path) -> None:
    """It takes every file for somebody else's where it is not told what ours look like."""
    outputs.write(path, report("een"))
    assert refused(lambda: outputs.write(path, b"twee"), path.parent) == ["samenvatting.md output.exists"]


@pytest.mark.parametrize("force", [False, True])
def test_no_place(tmp_path: Path, path: Path, force: bool) -> None:
    """It refuses a folder, and a place in a folder that is not there or is a file, also when forced."""
    path.touch()
    for place, told in {
        path.parent: "uit output.is-folder",
        tmp_path / "weg" / "a.md": "weg/a.md output.no-folder",
        path / "a.md": "uit/samenvatting.md/a.md output.no-folder",
    }.items():
        assert refused(lambda place=place: outputs.write(place, b"x", force=force), tmp_path) == [told]  # type: ignore[misc]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", "uit"]


@pytest.mark.parametrize("name", ["", "."])
def test_no_name(name: str) -> None:
    """It takes an empty name for the folder somebody is in."""
    assert refused(lambda: outputs.write(Path(name), b"x")) == [". output.is-folder"]


@posix
@pytest.mark.parametrize("force", [False, True])
def test_no_ordinary_file(path: Path, force: bool) -> None:
    """It neither replaces a named pipe or a device nor waits for it, also when forced."""
    os.mkfifo(path)
    assert refused(lambda: outputs.write(path, b"x", force=force), path.parent) == ["samenvatting.md output.is-special"]
    assert path.is_fifo()
    assert refused(lambda: outputs.write(Path(os.devnull), b"x", force=force)) == ["/dev/null output.is-special"]


@posix
def test_through_a_link(tmp_path: Path, path: Path) -> None:
    """It writes to the file a link leads to and keeps the link, with the same care."""
    link = tmp_path / "link.md"
    link.symlink_to(path)
    outputs.write(link, report("een"), is_ours=is_sealed)
    outputs.write(link, report("twee"), is_ours=is_sealed)
    assert link.is_symlink()
    assert path.read_bytes() == report("twee")
    path.write_bytes(b"van mij")
    assert refused(lambda: outputs.write(link, report("drie"), is_ours=is_sealed), tmp_path) == [
        "link.md output.exists"
    ]


@posix
def test_link_to_itself(path: Path) -> None:
    """It does not run around in a circle."""
    path.symlink_to(path)
    assert refused(lambda: outputs.write(path, b"x"), path.parent) == ["samenvatting.md output.is-special"]
    assert path.is_symlink()


def test_name_too_long(tmp_path: Path) -> None:
    """It tells why when a name cannot be."""
    assert refused(lambda: outputs.write(tmp_path / ("x" * 300), b"x"), tmp_path) == [f"{'x' * 300} output.no-write"]


def test_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It leaves the old result as it was, and nothing half-written."""

    def full(_: int) -> NoReturn:
        raise OSError(28, "No space left on device")

    outputs.write(path, report("een"))
    monkeypatch.setattr(os, "fsync", full)
    assert refused(lambda: outputs.write(path, report("twee"), is_ours=is_sealed), path.parent) == [
        "samenvatting.md output.no-write"
    ]
    assert path.read_bytes() == report("een")
    assert names_in(path.parent) == ["samenvatting.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_forbidden(path: Path) -> None:
    """It tells when somebody may not write in a folder, or not read what stands there."""
    path.touch()
    path.chmod(0)
    assert refused(lambda: outputs.write(path, b"x", is_ours=is_sealed), path.parent) == [
        "samenvatting.md output.no-write"
    ]
    path.parent.chmod(0o500)
    try:
        assert refused(lambda: outputs.write(path, b"x", force=True), path.parent) == [
            "samenvatting.md output.no-write"
        ]
    finally:
        path.parent.chmod(0o700)
