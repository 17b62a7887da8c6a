"""How a line that is being typed looks."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout import BufferControl
from prompt_toolkit.layout.processors import Transformation, TransformationInput
from prompt_toolkit.utils import get_cwidth

from doorbraak_cli.terminal.wrapping import Wrapping

BESIDE = 3


def shown(text: str, room: int) -> Transformation:
    line = TransformationInput(
        BufferControl(Buffer()), Document(text), 0, lambda place: place, [("", text)], room + BESIDE, 24
    )
    return Wrapping(BESIDE).apply_transformation(line)


def rows(text: str, room: int) -> list[str]:
    content = fragment_list_to_text(shown(text, room).fragments)
    return [content[start : start + room].rstrip() for start in range(0, len(content), room)]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("", []),
        ("een twee", ["een twee"]),
        ("een twee drie", ["een twee", "drie"]),
        ("achtacht een", ["achtacht", "een"]),
        ("een vijfvijf zes", ["een", "vijfvijf", "zes"]),
        ("a achttientekenslang b", ["a achtti", "entekens", "lang b"]),
        ("een  twee", ["een", "twee"]),
        ("een\ttwee", ["een twee"]),
        ("een \x1b[2J", ["een ␛[2J"]),
        ("een \x1b[31m", ["een", "␛[31m"]),
    ],
)
def test_rows(text: str, there: list[str]) -> None:
    """It breaks between words; only a word longer than a row is broken."""
    assert rows(text, 8) == there


@given(st.lists(st.text("abcdefg", min_size=1, max_size=12), max_size=30), st.integers(12, 40))
def test_as_other_text_is_wrapped(words: list[str], room: int) -> None:
    """It wraps words as text around it is wrapped."""
    assert rows(" ".join(words), room) == textwrap.wrap(" ".join(words), room)


@given(st.text(st.characters(exclude_characters="\n"), max_size=80), st.integers(1, 30))
def test_places(text: str, room: int) -> None:
    """It knows of every character where it is shown, in order, and of every place which character is there."""
    given = shown(text, room)
    length = len(fragment_list_to_text(given.fragments))
    places = [given.source_to_display(place) for place in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[-1] == length
    for place, there in enumerate(places):
        back = given.display_to_source(there)
        assert places[back] == there
        assert back >= place
    assert all(0 <= given.display_to_source(place) <= len(text) for place in range(length + 5))


@given(st.lists(st.text("ab漢字é", min_size=1, max_size=4), min_size=1, max_size=20))
def test_wide_characters(words: list[str]) -> None:
    """It counts columns, not characters."""
    column, room = 0, 10
    for style, symbol, *_ in shown(" ".join(words), room).fragments:
        assert style == ""
        for character in symbol:
            width = get_cwidth(character)
            assert column % room + width <= room
            column += width
