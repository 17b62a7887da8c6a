"""Text that is safe to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.domain.printable import first_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mrood", "␛[31mrood"),
        ("a\x00b", "a␀b"),
        ("wis\x7f", "wis␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("om\u202ekeer", "om<U+202E>keer"),
        ("regel\u2028regel", "regel<U+2028>regel"),
        ("half\ud800", "half<U+D800>"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("\tinspringen\nblijft", "\tinspringen\nblijft"),
        ("مرحبا 👩‍👧 é", "مرحبا 👩‍👧 é"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    """It shows control characters as symbols and leaves everything else alone."""
    assert visible(text) == shown


@given(st.text())
def test_visible_never_acts(text: str) -> None:
    """It leaves no control character but newline and tab, and nothing that cannot be written to a file."""
    shown = visible(text)
    assert not [one for one in shown if unicodedata.category(one) == "Cc" and one not in "\n\t"]
    shown.encode()


@given(st.text())
def test_visible_is_done_after_once(text: str) -> None:
    """It changes nothing in what it has made visible."""
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("kort", 10, "kort"),
        ("  een\n\ntwee ", 10, "een twee"),
        ("precies tien", 12, "precies tien"),
        ("een lange zin die niet past", 12, "een lange z…"),
        ("x" * 1000, 5, "xxxx…"),
        (" " * 50 + "ver weg", 5, "…"),
        ("", 5, ""),
    ],
)
def test_first_line(text: str, width: int, shown: str) -> None:
    """It gives one line that fits, and says by an ellipsis that there is more."""
    assert first_line(text, width) == shown
