"""Facts as JSON: everything as it was typed, and nothing in it that acts on a screen."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from doorbraak_cli.renderers.json_data import render
from doorbraak_cli.renderers.json_text import as_json
from doorbraak_cli.reports.answer_facts import TextFacts
from doorbraak_cli.reports.facts import SummaryFacts

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack

ACTING = "\x00\x07\x1b[31m\x7f\x80\x85\x9b31m\u2028\u2029\u202a\u202e\u2066\u2069\u200e\u061c\ufeff\ufffe"


def facts(text: str) -> SummaryFacts:
    return SummaryFacts(
        title=TextFacts(text=text),
        about="case",
        situation=TextFacts(text=text, draft=True),
        created=date(2026, 4, 30),
        reflections=(),
    )


@given(st.text())
@example(ACTING)
@example("é 👩‍👧 مرحبا 漢字")
def test_reads_back(text: str) -> None:
    """It gives every text back as it was, with what it is and who made it."""
    data = json.loads(render("doorbraak-summary/1", facts(text), limits="Grenzen."))
    assert list(data)[:4] == ["schema", "generator", "digest", "limits"]
    assert (data["schema"], data["generator"], data["limits"]) == ("doorbraak-summary/1", "doorbraak", "Grenzen.")
    assert data["title"]["text"] == data["situation"]["text"] == text
    assert data["created"] == "2026-04-30"


@given(st.text())
@example(ACTING)
def test_nothing_acts(text: str) -> None:
    """It holds no control character, line separator or direction mark, only their codes."""
    content = render("doorbraak-summary/1", facts(text)).decode()
    assert not [one for one in content if unicodedata.category(one) in ("Cc", "Zl", "Zp") and one != "\n"]
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", content)


@given(st.text(st.characters(codec=None)))
@example("half \ud800")
def test_half_characters(text: str) -> None:
    """It writes half a character, which no file can hold, as its code."""
    written = as_json({"text": text})
    written.encode()
    assert json.loads(written) == {"text": text}


def test_people_can_read_it() -> None:
    """It leaves accents, other scripts and emoji as they are, on lines of their own."""
    assert '    "text": "één 👩‍👧 مرحبا"' in render("x/1", facts("één 👩‍👧 مرحبا")).decode()


def test_same_bytes(pack: Pack) -> None:
    """It gives the same bytes for the same facts, ending in a newline."""
    assert render("x/1", pack.info) == render("x/1", pack.info)
    assert render("x/1", pack.info).endswith(b"}\n")
