"""Completion by the shell."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def homes(tmp_path: Path) -> Path:
    """Give a home with two cases in it, and a folder with one."""
    home = tmp_path / "casussen"
    (tmp_path / "map").mkdir()
    home.mkdir()
    for path in (home / "duin.yaml", home / "dijk.yaml", home / ".duin.yaml.lock", tmp_path / "map" / "elders.yaml"):
        path.touch()
    return tmp_path


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("doorbraak re", ["reflect", "recommendations"]),
        ("doorbraak summary ", ["dijk", "duin", "casussen/", "home/", "map/"]),
        ("doorbraak summary du", ["duin"]),
        ("doorbraak reflect map/", ["map/elders.yaml"]),
        ("doorbraak reflect duin --level m", ["micro", "meso", "macro"]),
        ("doorbraak questions --principle b", ["breed-kijken"]),
        ("doorbraak principles s", ["samen-waarde-toevoegen"]),
        ("doorbraak questions ra-micro-5", ["ra-micro-5"]),
        ("doorbraak recommendations ra-micro-basis", ["ra-micro-basishouding"]),
        ("doorbraak aids lege", ["lege-stoel"]),
        ("doorbraak aid zorgv", ["zorgvuldig-consulteren"]),
        ("doorbraak aid zorgvuldig-consulteren du", ["duin"]),
        ("doorbraak journeys ", ["escalatieroute", "doorbraakroute"]),
        ("doorbraak bottlenecks geen-ti", ["geen-tijd"]),
        ("doorbraak explain BK1", ["BK10", "BK11", "BK12", "BK13", "BK14", "BK15", "BK16"]),
        ("doorbraak check duin --set-aside ra0", [f"ra0{number}" for number in range(1, 10)]),
        ("doorbraak pack ", ["check", "schema"]),
    ],
)
def test_bash(homes: Path, line: str, offered: list[str]) -> None:
    """It offers commands, cases by name and by path, and ids of the content."""
    words = line.split(" ")
    done = subprocess.run(
        [sys.executable, "-m", "doorbraak_cli"],
        env={
            **os.environ,
            "DOORBRAAK_HOME": str(homes / "casussen"),
            "_DOORBRAAK_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
        cwd=homes,
    )
    assert done.stdout.split() == offered
    assert done.stderr == ""
