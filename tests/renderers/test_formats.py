"""The formats a summary can be written in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.renderers import formats
from doorbraak_cli.renderers.seal import is_sealed
from doorbraak_cli.reports.facts import summary_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language, Wording


@pytest.mark.parametrize("name", ["md", "json"])
def test_format(name: str, pack: Pack, nl: Wording, marianne: Callable[[Language], Case]) -> None:
    """It gives sealed bytes with the limits and the privacy line in them, the same every time."""
    facts = summary_facts(marianne("nl"), pack, "nl")
    first, second = (formats.SUMMARY_FORMATS[name](facts, pack, nl) for _ in range(2))
    assert first == second
    assert is_sealed(first)
    assert nl("summary.limits.line") in first.decode()
    assert nl("summary.privacy.line") in first.decode()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_json_names_its_language(
    lang: Language, pack: Pack, nl: Wording, en: Wording, marianne: Callable[[Language], Case]
) -> None:
    """It tells other programs in which language its labels are."""
    say = {"nl": nl, "en": en}[lang]
    data = json.loads(formats.SUMMARY_FORMATS["json"](summary_facts(marianne(lang), pack, lang), pack, say))
    assert (data["language"], data["limits"]) == (lang, say("summary.limits.line"))
    labels = {field["label"] for one in data["reflections"][0]["questions"] for field in one["fields"]}
    assert {"nl": "nauwelijks", "en": "hardly"}[lang] in labels
