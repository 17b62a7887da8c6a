"""What looking through many cases takes of memory."""

from __future__ import annotations

import gc
import shutil
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.cli import checker, looking
from doorbraak_cli.cli.checker import Checker
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.files import wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.pack import Pack

EXAMPLE = Path(__file__).parent.parent / "checks" / "examples" / "SW13" / "triggers-passed.yaml"
MORE = 50_000
"""Bytes that ten times as many cases may take more; each of them is several thousand."""


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Give many small cases in which something was not looked at yet."""
    folder = tmp_path / "casussen"
    folder.mkdir()
    found = [folder / f"casus-{number}.yaml" for number in range(200)]
    for path in found:
        shutil.copyfile(EXAMPLE, path)
    return found


@pytest.fixture
def traced() -> Iterator[None]:
    """Follow what memory is taken."""
    tracemalloc.start()
    yield
    tracemalloc.stop()


@pytest.mark.usefixtures("traced")
@pytest.mark.parametrize("as_json", [False, True])
def test_flat_memory(pack: Pack, paths: list[Path], monkeypatch: pytest.MonkeyPatch, *, as_json: bool) -> None:
    """It keeps none of the cases it has shown: after two hundred no more is held than after twenty."""
    shown: list[int] = [0]

    def count(*_: object) -> None:
        shown[0] += 1

    for name in ("print_text", "print_bytes"):
        monkeypatch.setattr(checker, name, count)
    monkeypatch.setattr(looking, "show", count)
    codes = frozenset(one.id for one in pack.blind_spots)

    def kept(some: list[Path]) -> int:
        """Give how much more is held once the last case was looked at than before the first."""
        held = []

        def paths_of_some() -> Iterator[Path]:
            for now in (True, False):
                gc.collect()  # what was read refers to itself, and goes only then
                held.append(tracemalloc.get_traced_memory()[0])
                yield from (Path(str(one)) for one in some if now)  # a path keeps more of itself as it is used

        there, shown[0] = Checker(Settings(wordings.load("nl")), pack, codes), 0
        found = there.write_json(paths_of_some()) if as_json else there.show(paths_of_some())
        assert there.problems == []
        assert found >= len(some)
        assert shown[0] >= len(some)
        return held[1] - held[0]

    kept(paths[:2])  # what is made once, on first use
    assert kept(paths) - kept(paths[:20]) < MORE
