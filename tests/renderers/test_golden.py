"""Whole summaries, byte for byte as they stood when somebody last read them aloud. `--update-golden` writes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.files import wordings
from doorbraak_cli.renderers import formats
from doorbraak_cli.renderers.seal import is_sealed
from doorbraak_cli.reports.facts import summary_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language

FOLDER = Path(__file__).parent.parent / "golden"
MADE: list[tuple[str, Language, str]] = [
    ("marianne", "nl", "md"),
    ("marianne", "en", "md"),
    ("marianne", "nl", "json"),
    ("marianne-family", "nl", "md"),
    ("marianne-family", "en", "md"),
]
FORMATS = {"marianne": formats.SUMMARY_FORMATS, "marianne-family": formats.FAMILY_FORMATS}


@pytest.mark.parametrize(("name", "lang", "kind"), MADE)
def test_marianne(
    name: str, lang: Language, kind: str, pack: Pack, marianne: Callable[[Language], Case], update_golden: bool
) -> None:
    """It gives the summary of the built-in case as it is kept here, for the file and for the family."""
    content = FORMATS[name][kind](summary_facts(marianne(lang), pack, lang), pack, wordings.load(lang))
    path = FOLDER / f"{name}.{lang}.{kind}"
    if update_golden:
        path.write_bytes(content)
    assert path.read_bytes().decode() == content.decode()
    assert is_sealed(content)


def test_no_golden_file_is_left_over() -> None:
    """It keeps no file here that no test makes."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(".".join(made) for made in MADE)
