"""Which files are meant where a command takes many cases: names, paths and folders."""

from __future__ import annotations

from os.path import isdir, isfile, realpath  # what Path has instead raises for some names
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak_cli.errors import failure, reason
from doorbraak_cli.files import cases
from doorbraak_cli.files.paths import expanded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorbraak_cli.errors import Problem


def located(names: Sequence[str]) -> tuple[list[Path], list[Problem]]:
    """Give the files of the cases and folders named, each once; all of the home folder where none was named.

    With them comes what is wrong with folders that can't be read. Raises AppError (wrong usage) for what is no name.
    """
    problems: list[Problem] = []
    found: list[Path] = [] if names else cases.listed()
    for name in names:
        try:
            found += _in_folder(expanded(name)) if _is_folder(name) else [cases.locate(name)]
        except OSError as error:
            problems += failure("cli.no-folder", path=name, reason=reason(error)).problems
    once: dict[str, Path] = {}
    for path in found:
        once.setdefault(realpath(path), path)
    return [*once.values()], problems


def _is_folder(name: str) -> bool:
    """Tell whether a folder is meant; a bare name is that of a case first."""
    is_case = Path(name).name == name and isfile(cases.home() / f"{name}.yaml")  # noqa: PTH113 - see the import
    return bool(name) and isdir(expanded(name)) and not is_case  # noqa: PTH112 - see the import


def _in_folder(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".yaml" and not path.name.startswith("."))


def name_of(path: Path) -> str:
    """Give how a case is named on the command line: bare where it lives in the home folder."""
    return path.stem if path == cases.home() / f"{path.stem}.yaml" else str(path)
