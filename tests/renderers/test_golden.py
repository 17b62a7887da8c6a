"""Whole reports, byte for byte as they stood when somebody last read them aloud. `--update-golden` writes them."""

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
    ("marianne-meeting", "nl", "md"),
    ("marianne-meeting", "en", "md"),
    ("marianne-justification", "nl", "md"),
    ("marianne-justification", "en", "md"),
    ("full-table", "nl", "md"),
    ("full-table-meeting", "nl", "md"),
]
FORMATS = {
    "marianne": formats.SUMMARY_FORMATS,
    "marianne-family": formats.FAMILY_FORMATS,
    "marianne-meeting": formats.MEETING_FORMATS,
    "marianne-justification": formats.part_formats("justification"),
    "full-table": formats.SUMMARY_FORMATS,
    "full-table-meeting": formats.MEETING_FORMATS,
}


@pytest.mark.parametrize(("name", "lang", "kind"), MADE)
def test_built_in(
    name: str,
    lang: Language,
    kind: str,
    pack: Pack,
    marianne: Callable[[Language], Case],
    full_table: Callable[[Language], Case],
    update_golden: bool,
) -> None:
    """It gives what is made of a built-in case as it is kept here: for the file, the family or a meeting, or a part."""
    of = full_table if name.startswith("full-table") else marianne
    content = FORMATS[name][kind](summary_facts(of(lang), pack, lang), pack, wordings.load(lang))
    path = FOLDER / f"{name}.{lang}.{kind}"
    if update_golden:
        path.write_bytes(content)
    assert path.read_bytes().decode() == content.decode()
    assert is_sealed(content)


def test_no_golden_file_is_left_over() -> None:
    """It keeps no file here that no test makes."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(".".join(made) for made in MADE)
