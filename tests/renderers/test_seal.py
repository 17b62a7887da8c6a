"""The digest by which a later run sees that a report is ours and untouched."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from doorbraak_cli.renderers import json_data, markdown
from doorbraak_cli.renderers.seal import UNSEALED, is_sealed, seal
from doorbraak_cli.reports.answer_facts import TextFacts
from doorbraak_cli.reports.document import Document, Heading, Paragraph, Quote

TEXTS = st.one_of(st.text(), st.sampled_from([UNSEALED, f'digest: "{UNSEALED}"', "\ufffd", "é", "0" * 200]))


def report(title: str, text: str) -> bytes:
    return markdown.render(Document({"title": title}, (Heading(1, title), Paragraph(text), Quote(text))))


@given(TEXTS, TEXTS)
def test_ours(title: str, text: str) -> None:
    """It knows its own reports, whatever they say, in both formats."""
    assert is_sealed(report(title, text))
    assert is_sealed(json_data.render("doorbraak-summary/1", TextFacts(text=text), title=title))


@given(TEXTS, TEXTS, st.data())
def test_any_change(title: str, text: str, data: st.DataObject) -> None:
    """It notices one character changed, added or gone, anywhere, in the digest itself too."""
    sealed = report(title, text).decode()
    place = data.draw(st.integers(0, len(sealed) - 1))
    gone = data.draw(st.integers(0, 1))
    new = data.draw(st.characters(codec="utf-8") | st.just(""))
    changed = sealed[:place] + new + sealed[place + gone :]
    assume(changed != sealed)
    assert not is_sealed(changed.encode())


@given(TEXTS, st.data())
def test_any_byte(text: str, data: st.DataObject) -> None:
    """It notices one byte changed, also into what is not UTF-8."""
    sealed = report("x", text)
    place = data.draw(st.integers(0, len(sealed) - 1))
    new = data.draw(st.integers(0, 255))
    assume(new != sealed[place])
    assert not is_sealed(sealed[:place] + bytes([new]) + sealed[place + 1 :])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"van iemand anders",
        b"\xff\xfe",
        f'digest: "{UNSEALED}"\n'.encode(),
        b'digest: "abc"\n',
        report("x", "y").replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + report("x", "y"),
    ],
    ids=["empty", "foreign", "bytes", "unsealed", "short", "windows", "mark"],
)
def test_not_ours(content: bytes) -> None:
    """It does not take anything else for a report of ours, nor one that another program saved its own way."""
    assert not is_sealed(content)


def test_zeros_that_somebody_typed() -> None:
    """It fills in the digest line, and leaves what looks like an empty digest elsewhere alone."""
    lines = report(UNSEALED, UNSEALED).decode().splitlines()
    assert lines[1] == f'title: "{UNSEALED}"'
    assert UNSEALED not in lines[3]
    assert lines[-1] == f"> {UNSEALED}"


def test_nothing_to_seal() -> None:
    """It leaves a text without a digest line as it is."""
    assert seal("geen regel") == "geen regel"
