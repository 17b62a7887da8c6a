"""What the tests of this layer share: how a fault is told, a case to keep, and ways to look at a folder."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Answer, Case, Record, Reflection
from doorbraak_cli.domain.pack import PackRef
from doorbraak_cli.domain.wording import LANGUAGES
from doorbraak_cli.errors import AppError
from doorbraak_cli.files import bundled, pack_cache, packs, wordings
from doorbraak_cli.files.bundled import content_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from doorbraak_cli.errors import Problem

DATA = Path(__file__).parent.parent / "data"
WORDINGS = [wordings.load(lang) for lang in LANGUAGES]
QUESTION = """\
questions:
  - id: "eigen-1"
    principle: "breed-kijken"
    level: "micro"
    kind: "open"
    text: {nl: "Wat zag je?"}
    why: {nl: "Omdat je dan breder kijkt."}
    source: {chapter: 6, page: 27, item: "eigen"}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give an empty folder for a pack."""
    folder = tmp_path / "eigen"
    folder.mkdir()
    return folder


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the shipped content that is loaded instead of it."""
    root = tmp_path / "content"
    for name in bundled.SHIPPED:
        shutil.copytree(content_root() / name, root / name)
    for module in (packs, pack_cache):
        monkeypatch.setattr(module, "content_root", lambda: root)
    return root


def faults_in_shipped(root: Path) -> list[str]:
    """Give all that is wrong with the shipped content, which makes it no pack."""
    pack, problems = packs.examine()
    assert pack is None
    return told(problems, root)


def told(problems: Iterable[Problem], folder: Path | None = None) -> list[str]:
    """Give `place key` for every problem, seen from the folder, and check that both languages have words for it."""
    lines = []
    for problem in problems:
        for say in WORDINGS:
            sentence = say.message(problem.message)
            assert say.problem(problem) == (f"{problem.place}: {sentence}" if problem.place else sentence)
            assert re.search(r"\w[\w)\"]*[;:?]? ", sentence)
            assert "None" not in sentence
        place = problem.place if folder is None else problem.place.removeprefix(f"{folder}/")
        lines.append(f"{place} {problem.message.key}".lstrip())
    return lines


def refused(call: Callable[[], object], folder: Path | None = None, *, code: int = 1) -> list[str]:
    """Give what is told when a call is refused."""
    with pytest.raises(AppError) as caught:
        call()
    assert caught.value.exit_code == code
    assert caught.value.problems
    return told(caught.value.problems, folder)


def names_in(folder: Path) -> list[str]:
    """Give what stands in a folder, without the locks."""
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".lock")


def a_case(text: str = "Moeder zei: het gaat.\n\nIk vroeg niet door.") -> Case:
    """Give a case with one reflection in it."""
    pack = PackRef(id="handreiking-2026", version="1", digest="0123456789abcdef")
    reflection = Reflection(
        id="reflection-1",
        started=date(2026, 4, 30),
        language="nl",
        pack=pack,
        answers=(Answer(id="ra-micro-5.evidence", asked="Waaraan zag je dat?", value=text),),
    )
    title = Answer(id="title", asked="Hoe noem je deze casus?", value="Duin")
    return Case(about="case", created=date(2026, 4, 30), intake=Record(answers=(title,)), reflections=(reflection,))
