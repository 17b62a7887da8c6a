"""The shipped pack as it was kept: the same as when it is read anew, and never in anybody's way."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import pack_cache, packs

from .conftest import QUESTION, refused, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps other permissions and links")
as_user = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")


def keep_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this folder be where the system keeps what can be made again."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: folder)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder for what is kept; it is not there yet."""
    folder = tmp_path / "cache" / "doorbraak"
    keep_in(folder, monkeypatch)
    return folder


@pytest.fixture
def kept(folder: Path, pack: Pack) -> Path:
    """Give the file in which the shipped pack is kept."""
    assert pack_cache.load() == pack
    (kept,) = folder.iterdir()
    return kept


@pytest.fixture
def nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to read the content anew."""

    def load(own: Path | None = None) -> Pack:
        raise AssertionError

    monkeypatch.setattr(packs, "load", load)


def sealed(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode() + b"\n" + content


# --- What is kept


@pytest.mark.usefixtures("kept", "nothing_is_read")
def test_same_pack(pack: Pack) -> None:
    """It gives the same pack as reading everything, with the same digest, without reading anything."""
    again = pack_cache.load()
    assert again == pack
    assert again.ref == pack.ref
    assert again.model_dump_json() == pack.model_dump_json()


def test_kept_once(kept: Path) -> None:
    """It writes once, and leaves what is kept alone after that."""
    before = kept.stat().st_mtime_ns, kept.stat().st_ino
    pack_cache.load()
    assert (kept.stat().st_mtime_ns, kept.stat().st_ino) == before
    assert kept.name == f"pack-{pack_cache.made_of()}.json"


def test_nothing_kept_of_an_own_pack(folder: Path, own: Path, nl: Wording) -> None:
    """It keeps nothing of a pack of somebody's own, and gives that pack and not the kept one."""
    (own / "a.yaml").write_text(QUESTION, "utf-8")
    assert Settings(nl, own).pack().question("eigen-1")
    assert not folder.exists()
    assert Settings(nl).pack().question("eigen-1") is None
    before = [path.read_bytes() for path in folder.iterdir()]
    assert len(before) == 1
    assert Settings(nl, own).pack().question("eigen-1")
    assert [path.read_bytes() for path in folder.iterdir()] == before


def test_nothing_kept_of_what_is_broken(folder: Path, shipped: Path) -> None:
    """It tells what is wrong with the content, every time, and keeps nothing of it."""
    path = shipped / "questions" / "scales.yaml"
    path.write_text(path.read_text("utf-8") + "\nzzz: 1\n", "utf-8")
    for _ in range(2):
        assert refused(pack_cache.load) == told(packs.examine()[1])
    assert not folder.exists()


# --- When it is made anew

CHANGES: dict[str, Callable[[Path], object]] = {
    "another text": lambda root: edit(root / "principles" / "breed-kijken.yaml", "safety", "security"),
    "another source": lambda root: edit(root / "principles" / "aids" / "lege-stoel.yaml", "page: 21", "page: 22"),
    "one file less": lambda root: (root / "principles" / "glossary.yaml").unlink(),
    "one file more": lambda root: (root / "questions" / "eigen.yml").write_text(
        QUESTION.replace('?"}', '?", en: "?"}').replace('."}', '.", en: "."}'), "utf-8"
    ),
}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_changed_content(folder: Path, shipped: Path, pack: Pack, change: Callable[[Path], object]) -> None:
    """It gives the pack as it is now when a file of it changed, came or went, and keeps only that one."""
    key = pack_cache.made_of()
    assert pack_cache.load() == pack
    change(shipped)
    assert pack_cache.made_of() != key
    assert pack_cache.load() == packs.load() != pack
    assert [path.name for path in folder.iterdir()] == [f"pack-{pack_cache.made_of()}.json"]


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the code that is looked at instead of it."""
    copy = tmp_path / "code"
    shutil.copytree(Path(pack_cache.__file__).parents[1], copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(pack_cache, "_PACKAGE", copy)
    return copy


@pytest.mark.parametrize("name", ["errors.py", "domain/question.py", "files/packs.py", "files/pack_cache.py"])
def test_changed_code(folder: Path, code: Path, pack: Pack, name: str) -> None:
    """It makes the pack anew when the code that reads it changed, as with another version of doorbraak."""
    assert pack_cache.load() == pack
    (before,) = folder.iterdir()
    (code / name).write_text((code / name).read_text("utf-8") + "# nieuw\n", "utf-8")
    assert pack_cache.load() == pack
    (after,) = folder.iterdir()
    assert after.name != before.name


def test_code_that_has_nothing_to_do_with_it(code: Path) -> None:
    """It keeps what it has when something else changed."""
    key = pack_cache.made_of()
    (code / "cli" / "app.py").write_text("# nieuw\n", "utf-8")
    assert pack_cache.made_of() == key


def test_text_that_moves_from_one_file_to_the_next(shipped: Path) -> None:
    """It tells where one file ends and another begins."""
    for name, text in (("aa.yaml", "# een\n# twee\n"), ("ab.yaml", "# drie\n")):
        (shipped / "principles" / name).write_text(text, "utf-8")
    key = pack_cache.made_of()
    for name, text in (("aa.yaml", "# een\n"), ("ab.yaml", "# twee\n# drie\n")):
        (shipped / "principles" / name).write_text(text, "utf-8")
    assert pack_cache.made_of() != key


# --- What is not as it was written

SPOILED: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda content: content[: len(content) // 2],
    "cut off by one": lambda content: content[:-1],
    "longer by one": lambda content: content + b"\n",
    "another word": lambda content: content.replace(b"Radicaal", b"Radikaal", 1),
    "another seal": lambda content: (b"0" if content[:1] != b"0" else b"1") + content[1:],
    "no seal": lambda content: content.partition(b"\n")[2],
    "zeroes": lambda content: bytes(len(content)),
    "garbage": lambda _: bytes(range(256)),
    "sealed garbage": lambda _: sealed(bytes(range(256))),
    "sealed nothing": lambda _: sealed(b""),
    "sealed JSON of something else": lambda _: sealed(b'{"schema": "doorbraak-case/1"}'),
    "sealed JSON of another version": lambda content: sealed(
        content.partition(b"\n")[2].replace(b'"aids"', b'"tools"')
    ),
    "sealed JSON with too little": lambda _: sealed(b'{"levels": []}'),
    "sealed JSON without end": lambda _: sealed(b"[" * 100_000),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_spoiled(kept: Path, pack: Pack, spoil: Callable[[bytes], bytes]) -> None:
    """It takes no notice of a file that is not as it was written, and puts a good one in its place."""
    content = kept.read_bytes()
    spoiled = spoil(content)
    assert spoiled != content
    kept.write_bytes(spoiled)
    assert pack_cache.load() == pack
    assert kept.read_bytes() == content


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary() | st.binary().map(sealed))
def test_whatever_stands_there(kept: Path, pack: Pack, content: bytes) -> None:
    """It gives the pack whatever bytes stand in the place of what was kept."""
    kept.write_bytes(content)
    assert pack_cache.load() == pack


def test_old_files(folder: Path, pack: Pack) -> None:
    """It clears what older versions kept, and nothing else."""
    folder.mkdir(parents=True)
    for name in ("pack-0123456789abcdef.json", "pack-.json", "bug.txt", "pack.json", "pack-x.yaml"):
        (folder / name).write_bytes(b"oud")
    assert pack_cache.load() == pack
    names = {path.name for path in folder.iterdir()}
    assert names == {f"pack-{pack_cache.made_of()}.json", "bug.txt", "pack.json", "pack-x.yaml"}


# --- Where nothing can be kept


def test_folder_is_a_file(folder: Path, pack: Pack) -> None:
    """It does without where a file stands in the place of the folder, and leaves that file alone."""
    folder.parent.mkdir()
    folder.write_bytes(b"iets anders")
    assert pack_cache.load() == pack_cache.load() == pack
    assert folder.read_bytes() == b"iets anders"


def test_folder_under_a_file(folder: Path, pack: Pack) -> None:
    """It does without where no folder can be made."""
    folder.parent.write_bytes(b"iets anders")
    assert pack_cache.load() == pack
    assert folder.parent.read_bytes() == b"iets anders"


def test_file_is_a_folder(kept: Path, pack: Pack) -> None:
    """It does without where a folder stands in the place of the file."""
    kept.unlink()
    kept.mkdir()
    assert pack_cache.load() == pack
    assert kept.is_dir()


@as_user
def test_folder_that_may_not_be_written(folder: Path, pack: Pack) -> None:
    """It does without where nothing may be written."""
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    try:
        assert pack_cache.load() == pack
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o700)


@as_user
def test_file_that_may_not_be_read(kept: Path, pack: Pack) -> None:
    """It makes the pack anew where what was kept may not be read."""
    kept.chmod(0)
    assert pack_cache.load() == pack


def test_full_disk(folder: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does without where the disk is full, and leaves nothing half written behind."""

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert pack_cache.load() == pack
    assert list(folder.iterdir()) == []


def test_no_home(tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """It makes no folder called ~ in the one somebody works in, where the system knows no home."""
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    keep_in(Path("~/.cache/doorbraak"), monkeypatch)
    assert pack_cache.load() == pack
    assert sorted(tmp_path.iterdir()) == before


@posix
def test_content_that_cannot_be_looked_at(folder: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It leaves it to reading to tell that a file is not there, and keeps nothing."""
    (shipped / "principles" / "weg.yaml").symlink_to(shipped / "nergens")
    with pytest.raises(AppError) as caught:
        pack_cache.load()
    assert told(caught.value.problems, shipped) == ["principles/weg.yaml yaml.file-missing"]
    assert not folder.exists()


# --- In processes of their own

LOAD = """
import sys
from pathlib import Path
import platformdirs
platformdirs.user_cache_path = lambda *_, **__: Path(sys.argv[1])
from doorbraak_cli.files import pack_cache
print(pack_cache.load().digest, *sorted({"yaml", "doorbraak_cli.files.packs", "typer", "rich"} & set(sys.modules)))
"""


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", LOAD, str(folder)], stdout=subprocess.PIPE, text=True)


def answered(process: subprocess.Popen[str]) -> list[str]:
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return out.split()


def test_no_yaml_when_kept(kept: Path, pack: Pack) -> None:
    """It loads nothing to read YAML or check packs with where the pack is kept, and does where it is not."""
    assert answered(start(kept.parent)) == [pack.digest]
    kept.unlink()
    assert answered(start(kept.parent)) == [pack.digest, "doorbraak_cli.files.packs", "yaml"]
    assert kept.exists()


def test_several_at_once(folder: Path, pack: Pack) -> None:
    """It gives every process the pack when several make it at the same time, and one whole file is left."""
    processes = [start(folder) for _ in range(4)]
    assert [answered(process)[0] for process in processes] == [pack.digest] * 4
    (left,) = folder.iterdir()
    assert left.name == f"pack-{pack_cache.made_of()}.json"
    assert answered(start(folder)) == [pack.digest]
