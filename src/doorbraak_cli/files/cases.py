"""Case files: found by name, read with the place of every fault, saved whole and never over somebody's change."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from os.path import realpath  # Path.resolve raises other errors in other versions of Python
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from doorbraak_cli.domain.case import Case
from doorbraak_cli.domain.printable import visible
from doorbraak_cli.errors import AppError, ExitCode, Message, Problem, failure, reason
from doorbraak_cli.files import case_yaml, migrations, yaml_source
from doorbraak_cli.files.atomic import clear_leftovers, write_atomically
from doorbraak_cli.files.faults import faults
from doorbraak_cli.files.paths import expanded

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 100_000_000
_SUFFIXES = {".yaml", ".yml"}
# Room for the file names that are made of it (255 bytes at most): the lock, the temporary file, a second version.
_LONGEST = 200
_QUOTED = ("value", "name", "id", "tag", "problem", "reason", "character")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # no file, on Windows
_ODD = re.compile(r'^[-.~\s]|[<>:"|?*]|\s$')


def home() -> Path:
    """Give the folder where cases with a bare name live: $DOORBRAAK_HOME, or `doorbraak` in the user's home."""
    chosen = expanded(os.environ.get("DOORBRAAK_HOME") or "~/doorbraak")
    if str(chosen).startswith("~"):
        raise failure("case.no-folder", exit_code=ExitCode.USAGE, path="DOORBRAAK_HOME", folder=str(chosen))
    return chosen


def locate(name: str) -> Path:
    """Give the path of a case. A bare name lives in the home folder; anything with a folder or .yaml is a path.

    Raises AppError (wrong usage) for a name that no file can have, or that would hide a file or be taken for an option.
    """
    given = Path(name)
    is_path = given.suffix.lower() in _SUFFIXES or given.name != name
    if not (_is_usable_path(given) if is_path else _is_usable_name(name)):
        raise failure("case.not-a-name", exit_code=ExitCode.USAGE, name=visible(name[:60]))
    path = expanded(given) if is_path else home() / f"{name}.yaml"
    if str(path).startswith("~"):
        raise failure("case.not-a-name", exit_code=ExitCode.USAGE, name=visible(name[:60]))
    return path


def _is_usable_path(path: Path) -> bool:
    is_yaml = path.suffix.lower() in _SUFFIXES and bool(path.stem.strip())
    return is_yaml and not _CONTROL.search(str(path)) and all(map(_is_short, path.parts))


def _is_usable_name(name: str) -> bool:
    usable = name.isprintable() and not _ODD.search(name) and not _DEVICE.fullmatch(name)
    return bool(name) and usable and _is_short(name)


def _is_short(name: str) -> bool:
    return len(name.encode(errors="replace")) <= _LONGEST


def listed() -> list[Path]:
    """Give the case files in the home folder, by name."""
    folder = home()
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith(".")) if folder.is_dir() else []


def read(path: Path) -> Case:
    """Give the case in a file. Raises AppError with every problem, each with its line."""
    return _parse(_bytes(path), path)


@dataclass(slots=True)
class CaseFile:
    """One case on disk, held by one session. `case` is None where there is no file yet."""

    path: Path
    case: Case | None
    _digest: str | None

    def save(self, case: Case) -> None:
        """Replace the file by this case. Raises AppError, with both versions kept, when somebody else changed it."""
        content = case_yaml.dump(case)
        there = _digest_of(self.path)
        if there != self._digest:
            ours = _keep_beside(self.path, content)
            raise failure("case.changed" if there else "case.gone", path=str(self.path), ours=str(ours))
        _write(self.path, content)
        self._digest = hashlib.sha256(content).hexdigest()
        self.case = case


@contextmanager
def held(path: Path) -> Iterator[CaseFile]:
    """Hold a case for a session, so that no other session takes it. Raises AppError where another one has it."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only who saves needs it

    path = _prepared(path)
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise failure("case.held", path=str(path)) from None
    except OSError as error:
        raise _no_write(path.parent, error) from None
    try:
        clear_leftovers(path)
        content = _bytes(path) if path.exists() or path.is_symlink() else None
        case = None if content is None else _parse(content, path)
        yield CaseFile(path, case, None if content is None else hashlib.sha256(content).hexdigest())
    finally:
        if not path.exists():
            # Nothing was kept, so neither is the name of the case.
            with suppress(OSError):
                Path(lock.lock_file).unlink()
        lock.release()


def _prepared(path: Path) -> Path:
    """Give the real path behind links, with the home folder made (0700) where that is where it lives."""
    path = Path(realpath(path))
    try:
        if path.parent == Path(realpath(home())):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.parent.is_dir():
            raise failure("case.no-folder", path=str(path), folder=str(path.parent))
    except OSError as error:
        raise _no_write(path, error) from None
    return path


def _bytes(path: Path) -> bytes:
    content, problems = yaml_source.read_bytes(path, limit=LIMIT)
    if content is not None:
        return content
    if problems[0].message.key == "yaml.file-missing":
        raise failure("case.missing", path=str(path), name=_as_given(path))
    raise AppError(*problems)


def _as_given(path: Path) -> str:
    """Give what to type for this case: its bare name where it lives in the home folder, quoted where it has spaces."""
    name = path.stem if path == home() / f"{path.stem}.yaml" else str(path)
    return f'"{name}"' if " " in name else name


def _parse(content: bytes, path: Path) -> Case:
    source, problems = yaml_source.parse(content, str(path))
    if source is None or problems:
        raise AppError(*map(_hushed, problems))
    data, problems = migrations.upgrade(source)
    if problems:
        raise AppError(*problems)
    try:
        return Case.from_data(data)
    except ValidationError as error:
        raise AppError(*map(_hushed, faults(error, source, Case))) from None


def _hushed(problem: Problem) -> Problem:
    """Give a problem of a case without what stands there: it may be about a family. Its place says enough."""
    values = {name: "…" if name in _QUOTED else value for name, value in problem.message.values.items()}
    return replace(problem, message=Message(problem.message.key, values))


def _digest_of(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _no_write(path, error) from None


def _keep_beside(path: Path, content: bytes) -> Path:
    number = 1
    while (ours := path.with_name(f"{path.stem}.versie-{number}{path.suffix}")).exists():
        number += 1
    _write(ours, content)
    return ours


def _write(path: Path, content: bytes) -> None:
    try:
        write_atomically(path, content)
    except OSError as error:
        raise _no_write(path, error) from None


def _no_write(path: Path, error: OSError) -> AppError:
    return failure("case.no-write", path=str(path), reason=reason(error))
