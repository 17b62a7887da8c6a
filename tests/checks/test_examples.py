"""Every rule on its examples: small case files, picked up by themselves from `examples/<CODE>/`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.checks.catalogue import RULES, findings
from doorbraak_cli.checks.many import MANY, Bottlenecks
from doorbraak_cli.files import cases

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack

EXAMPLES = Path(__file__).parent / "examples"
FOUND = sorted(EXAMPLES.glob("*/*.yaml"))
SEVERAL = sorted({path.parent for path in EXAMPLES.glob("*/*/*.yaml")})
"""Folders with the cases of one example, for what only shows over many."""
TODAY = date(2026, 6, 1)


def test_every_rule_has_a_text_and_examples(pack: Pack) -> None:
    """It has for each rule a text, and two examples at least in which it speaks and two in which it doesn't."""
    assert len(RULES) > 40
    assert {one.id for one in pack.blind_spots} == {*RULES, *MANY}
    for code in (one.upper() for one in (*RULES, *MANY)):
        ending = "" if code.casefold() in MANY else ".yaml"
        speaks, silent = ([*(EXAMPLES / code).glob(f"{kind}-*{ending}")] for kind in ("triggers", "passes"))
        assert len(speaks) >= 2, code
        assert len(silent) >= 2, code


def test_every_example_belongs_to_a_rule() -> None:
    """It keeps no example of a rule that is not there, and none under another name."""
    assert FOUND
    assert [path for path in FOUND if path.parent.name.casefold() not in RULES] == []
    assert SEVERAL
    assert [path for path in SEVERAL if path.parent.name.casefold() not in MANY] == []
    assert [path for path in (*FOUND, *SEVERAL) if not path.name.startswith(("triggers-", "passes-"))] == []


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_example(path: Path, pack: Pack) -> None:
    """It speaks in the examples that trigger it and is silent in the others; each can be read as a case."""
    found = {one.code for one in findings(cases.read(path), pack, "nl", TODAY)}
    assert (path.parent.name in found) == path.name.startswith("triggers-")


@pytest.mark.parametrize("folder", SEVERAL, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_example_of_several_cases(folder: Path, pack: Pack) -> None:
    """It speaks over the cases that trigger it together, and is silent over the others."""
    bottlenecks = Bottlenecks()
    for path in sorted(folder.glob("*.yaml")):
        bottlenecks.add(cases.read(path))
    spot = pack.blind_spot(folder.parent.name)
    assert spot
    assert bool(bottlenecks.found(spot)) == folder.name.startswith("triggers-")
