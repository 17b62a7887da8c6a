"""Case files: found, read, held and saved, with other people and broken disks in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from doorbraak_cli.errors import AppError
from doorbraak_cli.files import case_yaml, cases, migrations

from .conftest import a_case, names_in, refused, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.wording import Wording

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps other permissions and links")
as_user = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "casussen"
    folder.mkdir()
    return folder


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "Duin.yaml"


def save(path: Path, case: Case) -> None:
    with cases.held(path) as file:
        file.save(case)


def hold(path: Path) -> None:
    with cases.held(path):
        pass


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


# --- Where a case is


@pytest.mark.parametrize("name", ["Duin", "gezin duin", "Duin.v2", "é", "漢字", "2026-04-30", "Duin (oud)", "x" * 200])
def test_locate_a_name(name: str) -> None:
    """It finds a bare name in the home folder."""
    assert cases.locate(name) == Path.home() / "doorbraak" / f"{name}.yaml"


@pytest.mark.parametrize("name", ["Duin.yaml", "duin.YML", "map/Duin.yaml", "../x.yaml", "/elders/a b.yaml"])
def test_locate_a_path(name: str) -> None:
    """It leaves a path as it is, seen from where somebody stands."""
    assert cases.locate(name) == Path(name)


def test_locate_a_path_from_home() -> None:
    """It knows the tilde, which a shell leaves alone in quotes."""
    assert cases.locate("~/Duin.yaml") == Path.home() / "Duin.yaml"


ODD = (
    *("", " ", "\t", ".", "..", "...", "~", "~x", "-x", "--lang", ".verborgen", ".yaml", "a/.yaml", " .yaml", " Duin"),
    *("a/b", "map/", "/", "../x", "a:b", "a*b", "a?b", "a|b", "<a>", 'a"b', "a\nb", "a\x1b[31mb", "a\u202eb"),
    *("\x1b.yaml", "a\0b.yaml", "a\nb/c.yaml", "a\ud800b", "a "),
    *("CON", "nul", "Com1.oud", "x" * 201, "é" * 101, f"{'x' * 300}.yaml", f"{'x' * 300}/a.yaml"),
)  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_locate_an_odd_name(name: str) -> None:
    """It refuses, as wrong usage, a name that no file can have or that hides a file, an option, and a folder."""
    assert refused(lambda: cases.locate(name), code=2) == ["case.not-a-name"]


def test_locate_somebody_who_is_not_there() -> None:
    """It refuses the home of a user that does not exist."""
    assert refused(lambda: cases.locate("~niemand-met-deze-naam/x.yaml"), code=2) == ["case.not-a-name"]


def test_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a visible folder in the user's home, or the one in DOORBRAAK_HOME."""
    assert cases.home() == Path.home() / "doorbraak"
    monkeypatch.setenv("DOORBRAAK_HOME", str(tmp_path / "elders"))
    assert cases.locate("Duin") == tmp_path / "elders" / "Duin.yaml"
    monkeypatch.setenv("DOORBRAAK_HOME", "~/elders")
    assert cases.home() == Path.home() / "elders"
    monkeypatch.setenv("DOORBRAAK_HOME", "")
    assert cases.home() == Path.home() / "doorbraak"


def test_home_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the variable when that leads to a user that does not exist."""
    monkeypatch.setenv("DOORBRAAK_HOME", "~niemand-met-deze-naam")
    assert refused(lambda: cases.locate("Duin"), code=2) == ["DOORBRAAK_HOME case.no-folder"]


@posix
@pytest.mark.parametrize("home", [None, "diep/in/elders"])
def test_home_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str | None) -> None:
    """It makes the home folder when it is needed, for its owner only."""
    if home:
        monkeypatch.setenv("DOORBRAAK_HOME", str(tmp_path / home))
    save(cases.locate("Duin"), a_case())
    assert mode(cases.home()) == 0o700
    assert cases.listed() == [cases.home() / "Duin.yaml"]


def test_listed() -> None:
    """It lists the cases at home by name, without hidden files and what is no case; nothing where no home is."""
    assert cases.listed() == []
    for name in ("b", "a"):
        save(cases.locate(name), a_case())
    for name in (".x.yaml", "c.txt", "d.yaml.tmp"):
        (cases.home() / name).touch()
    assert [path.name for path in cases.listed()] == ["a.yaml", "b.yaml"]


# --- Reading

BROKEN = {
    b'schema: "doorbraak-case/1"\nabout: "case\n': ["Duin.yaml:2:8 yaml.quote-open"],
    b'schema: "doorbraak-case/1"\ncreated: no\nabout: "case"\nabout: "case"\n': [
        "Duin.yaml:2:10 yaml.unquoted",
        "Duin.yaml:4:1 yaml.duplicate-key",
    ],
    b'schema: "doorbraak-case/1"\nabout: "case"\ncreated: "2026-04-30"\nreflection: []\n': [
        "Duin.yaml:4:1 value.unknown-key-near"
    ],
    b'schema: "doorbraak-case/1"\nabout: "familie"\ncreated: "30-04-2026"\n': [
        "Duin.yaml:2:8 value.choice",
        "Duin.yaml:3:10 value.date",
    ],
    b'about: "case"\ncreated: "2026-04-30"\n': ["Duin.yaml:1:1 case.no-schema"],
    b'schema: "doorbraak-answers/1"\n': ["Duin.yaml:1:9 case.no-schema"],
    b"schema: 1\n": ["Duin.yaml:1:9 case.no-schema"],
    f'about: "case"\nschema: "doorbraak-case/{migrations.CURRENT + 1}"\n'.encode(): ["Duin.yaml:2:9 case.newer"],
    b'- "a"\n': ["Duin.yaml:1:1 case.no-schema"],
    b"schema: doorbraak-case/1\nabout: caf\xe9\n": ["Duin.yaml:2:11 yaml.not-utf8"],
    b"": ["Duin.yaml yaml.empty"],
}


@pytest.mark.parametrize(("content", "faults"), BROKEN.items(), ids=[str(number) for number in range(len(BROKEN))])
def test_read_what_is_broken(path: Path, content: bytes, faults: list[str]) -> None:
    """It tells every fault with its line, also to who wants to go on with the case, and leaves the file alone."""
    path.write_bytes(content)
    assert refused(lambda: cases.read(path), path.parent) == faults
    assert refused(lambda: hold(path), path.parent) == faults
    assert path.read_bytes() == content
    assert names_in(path.parent) == ["Duin.yaml"]


def test_read_an_answer_that_stands_twice(path: Path) -> None:
    """It refuses two answers under one id, which a person copying lines can make, and names the id."""
    text = case_yaml.dump(a_case()).decode()
    twice = '    - id: "title"\n      asked: "Hoe?"\n      value: "Duin"\n'
    path.write_text(text.replace("reflections:", f"{twice}reflections:"), "utf-8")
    assert refused(lambda: cases.read(path), path.parent) == ["Duin.yaml:7:3 value.repeated-id"]


def test_read_a_skipped_answer_with_a_value(path: Path) -> None:
    """It refuses an answer that is skipped and given at the same time."""
    text = case_yaml.dump(a_case()).decode()
    path.write_text(text.replace('      value: "Duin"', '      status: "skipped"\n      value: "Duin"'), "utf-8")
    assert refused(lambda: cases.read(path), path.parent) == ["Duin.yaml:8:7 value.answer-status"]


def test_faults_of_a_case_quote_nothing(path: Path, nl: Wording) -> None:
    """It tells where a case is broken without repeating what stands there, which may be about a family."""
    text = 'schema: "doorbraak-case/1"\nabout: "Jan"\ncreated: "Jan"\n"Jan": "Jan"\n"Jan": *Jan\n'
    for number in (4, 5):
        path.write_text("\n".join(text.split("\n")[:number]), "utf-8")
        with pytest.raises(AppError) as caught:
            cases.read(path)
        assert all("Jan" not in nl.message(problem.message) for problem in caught.value.problems)


def test_read_what_is_not_there(folder: Path) -> None:
    """It tells a case that is not there from a folder, and from a path that goes through a file."""
    (folder / "map.yaml").mkdir()
    (folder / "bestand").touch()
    assert refused(lambda: cases.read(folder / "Duin.yaml"), folder) == ["Duin.yaml case.missing"]
    assert refused(lambda: cases.read(folder / "map.yaml"), folder) == ["map.yaml yaml.file-directory"]
    assert refused(lambda: hold(folder / "map.yaml"), folder) == ["map.yaml yaml.file-directory"]
    assert refused(lambda: cases.read(folder / "bestand/Duin.yaml"), folder) == [
        "bestand/Duin.yaml yaml.file-unreadable"
    ]


@pytest.mark.parametrize(
    ("name", "typed"), [("Duin", "Duin"), ("gezin duin", '"gezin duin"'), ("a/Duin.yaml", "a/Duin.yaml")]
)
def test_missing_says_what_to_type(name: str, typed: str) -> None:
    """It gives the command that makes this very case, at home or at a path."""
    with pytest.raises(AppError) as caught:
        cases.read(cases.locate(name))
    assert caught.value.problems[0].message.values == {"name": typed}


@posix
def test_read_a_link_to_itself(folder: Path) -> None:
    """It does not run around in a circle."""
    path = folder / "Duin.yaml"
    path.symlink_to(path)
    assert refused(lambda: cases.read(path), folder) == ["Duin.yaml yaml.file-unreadable"]
    assert refused(lambda: hold(path), folder) == ["Duin.yaml yaml.file-unreadable"]


@as_user
def test_read_what_is_forbidden(path: Path) -> None:
    """It tells when a file, or its folder, may not be read."""
    save(path, a_case())
    path.chmod(0)
    assert refused(lambda: cases.read(path), path.parent) == ["Duin.yaml yaml.file-forbidden"]
    path.parent.chmod(0)
    try:
        assert refused(lambda: cases.read(path), path.parent) == ["Duin.yaml yaml.file-forbidden"]
    finally:
        path.parent.chmod(0o700)


# --- Saving


def test_save(path: Path) -> None:
    """It writes a case that is read again as it was, and goes on from there within one session."""
    with cases.held(path) as file:
        seen = [file.case]
        for text in ("een", "twee"):
            file.save(a_case(text))
            seen.append(file.case)
    assert seen == [None, a_case("een"), a_case("twee")]
    assert cases.read(path) == a_case("twee")
    with cases.held(path) as file:
        assert file.case == a_case("twee")
    assert names_in(path.parent) == ["Duin.yaml"]


@posix
def test_save_is_private(path: Path) -> None:
    """It keeps a case to its owner, also where the file was open to others."""
    before = os.umask(0)
    try:
        save(path, a_case())
        assert mode(path) == 0o600
        path.chmod(0o644)
        save(path, a_case("anders"))
    finally:
        os.umask(before)
    assert mode(path) == 0o600


@posix
def test_save_through_a_link(tmp_path: Path, path: Path) -> None:
    """It changes the file that a link leads to, and keeps the link; also where that file has yet to come."""
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    save(link, a_case())
    save(link, a_case("anders"))
    assert link.is_symlink()
    assert cases.read(path) == a_case("anders")
    assert names_in(path.parent) == ["Duin.yaml"]


def full(*_: object, **__: object) -> NoReturn:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(("owner", "function"), [(os, "fsync"), (Path, "replace")])
def test_save_on_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, function: str) -> None:
    """It leaves the old file as it was and nothing beside it, and says why; the next try saves."""
    save(path, a_case())
    before = path.read_bytes()
    with cases.held(path) as file:
        with monkeypatch.context() as patch:
            patch.setattr(owner, function, full)
            assert refused(lambda: file.save(a_case("nieuw")), path.parent) == ["Duin.yaml case.no-write"]
        assert path.read_bytes() == before
        assert names_in(path.parent) == ["Duin.yaml"]
        assert file.case == a_case()
        file.save(a_case("nieuw"))
    assert cases.read(path) == a_case("nieuw")


def test_save_for_the_first_time_on_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It leaves nothing where nothing was."""
    monkeypatch.setattr(os, "fsync", full)
    assert refused(lambda: save(path, a_case()), path.parent) == ["Duin.yaml case.no-write"]
    assert names_in(path.parent) == []


def test_no_folder(tmp_path: Path) -> None:
    """It names a folder that is not there, and makes none."""
    path = tmp_path / "weg" / "Duin.yaml"
    assert refused(lambda: hold(path), tmp_path) == ["weg/Duin.yaml case.no-folder"]
    assert not path.parent.exists()


def test_home_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It tells when a file stands where the home folder should be."""
    monkeypatch.setenv("DOORBRAAK_HOME", str(tmp_path / "bestand"))
    (tmp_path / "bestand").touch()
    assert refused(lambda: hold(cases.locate("Duin")), tmp_path) == ["bestand/Duin.yaml case.no-write"]
    assert cases.listed() == []


def test_no_lock(path: Path) -> None:
    """It tells, before anything is asked, that this is no place to save."""
    path.with_name(".Duin.yaml.lock").mkdir()
    assert refused(lambda: hold(path), path.parent.parent) == ["casussen case.no-write"]


@as_user
def test_forbidden_folder(path: Path) -> None:
    """It tells when somebody may look in a folder but not write there."""
    path.parent.chmod(0o500)
    try:
        assert refused(lambda: hold(path), path.parent.parent) == ["casussen case.no-write"]
    finally:
        path.parent.chmod(0o700)


# --- Others


def changed(path: Path) -> None:
    path.write_bytes(case_yaml.dump(a_case("van een ander")))


def broken(path: Path) -> None:
    path.write_bytes(b"half")


@pytest.mark.parametrize("change", [changed, broken])
def test_changed_by_somebody_else(path: Path, change: Callable[[Path], None]) -> None:
    """It leaves their change alone, keeps ours beside it, and names that file; every time again."""
    save(path, a_case())
    with cases.held(path) as file:
        change(path)
        theirs = path.read_bytes()
        for number in (1, 2):
            with pytest.raises(AppError) as caught:
                file.save(a_case(f"van ons {number}"))
            ours = path.with_name(f"Duin.versie-{number}.yaml")
            assert told(caught.value.problems, path.parent) == ["Duin.yaml case.changed"]
            assert caught.value.problems[0].message.values == {"ours": str(ours)}
            assert cases.read(ours) == a_case(f"van ons {number}")
    assert path.read_bytes() == theirs
    assert names_in(path.parent) == ["Duin.versie-1.yaml", "Duin.versie-2.yaml", "Duin.yaml"]


def test_made_by_somebody_else(path: Path) -> None:
    """It does not write over a file that was not there when the session began."""
    with cases.held(path) as file:
        changed(path)
        assert refused(lambda: file.save(a_case()), path.parent) == ["Duin.yaml case.changed"]
    assert cases.read(path) == a_case("van een ander")


def test_removed_by_somebody_else(path: Path) -> None:
    """It does not bring back a file that was taken away, but keeps ours beside where it was."""
    save(path, a_case())
    with cases.held(path) as file:
        path.unlink()
        assert refused(lambda: file.save(a_case("van ons")), path.parent) == ["Duin.yaml case.gone"]
    assert names_in(path.parent) == ["Duin.versie-1.yaml"]


def test_folder_removed_by_somebody_else(path: Path) -> None:
    """It tells that it cannot save when even the folder is gone."""
    with cases.held(path) as file:
        for one in path.parent.iterdir():
            one.unlink()
        path.parent.rmdir()
        assert refused(lambda: file.save(a_case()), path.parent) == ["Duin.yaml case.no-write"]


def test_touched_but_the_same(path: Path) -> None:
    """It does not mind a file that was written again with the same content."""
    save(path, a_case())
    with cases.held(path) as file:
        path.write_bytes(path.read_bytes())
        file.save(a_case("van ons"))
    assert cases.read(path) == a_case("van ons")


# --- Two at once


def test_two_holds(tmp_path: Path, path: Path) -> None:
    """It lets one session at a time have a case, by whatever path, and leaves other cases and readers alone."""
    save(path, a_case())
    with cases.held(path):
        assert refused(lambda: hold(path), path.parent) == ["Duin.yaml case.held"]
        if os.name != "nt":
            (tmp_path / "link.yaml").symlink_to(path)
            assert refused(lambda: hold(tmp_path / "link.yaml"), path.parent) == ["Duin.yaml case.held"]
        hold(path.with_name("Ander.yaml"))
        assert cases.read(path) == a_case()
    hold(path)


def test_hold_ends_with_an_error(path: Path) -> None:
    """It lets go of a case when the session breaks off, and when the file turns out to be broken."""
    with pytest.raises(KeyboardInterrupt), cases.held(path):
        raise KeyboardInterrupt
    broken(path)
    assert refused(lambda: hold(path), path.parent) == ["Duin.yaml:1:1 case.no-schema"]
    path.unlink()
    hold(path)


def test_nothing_kept(path: Path) -> None:
    """It leaves nothing behind, not even the name of a case, where a session saved nothing."""
    hold(path)
    assert list(path.parent.iterdir()) == []


HOLDER = """
import sys
from pathlib import Path
from doorbraak_cli.files import cases
with cases.held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_two_processes(path: Path) -> None:
    """It refuses a case that another process has, and gives it as soon as that process was killed."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdin=-1, stdout=-1) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        assert refused(lambda: hold(path), path.parent) == ["Duin.yaml case.held"]
        other.kill()
        other.wait()
        save(path, a_case())
    assert cases.read(path) == a_case()
