"""Roles out of a list that somebody pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.domain.pasted_list import role_in, roles_in

# What is one role, as somebody could write it without meaning anything by its punctuation.
ROLES = st.from_regex(r"[a-zé]+( [a-zé]+| \([a-z]+\)|, [a-z]+|-[a-z]+|'s){0,3}", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("wijkagent\nhuisarts", ["wijkagent", "huisarts"]),
        ("wijkagent\r\nhuisarts\rschool\n", ["wijkagent", "huisarts", "school"]),
        ("wijkagent\x0bhuisarts\u2028school", ["wijkagent", "huisarts", "school"]),
        ("wijkagent; huisarts;school", ["wijkagent", "huisarts", "school"]),
        ("wijkagent;\nhuisarts; school;\n", ["wijkagent", "huisarts", "school"]),
        ("gezinscoach, lokaal team\noma", ["gezinscoach, lokaal team", "oma"]),
        ("\n\n  wijkagent  \n \t \n", ["wijkagent"]),
        ("gezinscoach\tlokaal  team", ["gezinscoach lokaal team"]),
        ("wijkagent;; ;huisarts", ["wijkagent", "huisarts"]),
        ("wijkagent\nwijkagent", ["wijkagent", "wijkagent"]),
        ("", []),
        (" ;\n; \n", []),
    ],
)
def test_items(text: str, roles: list[str]) -> None:
    """It takes every line and all that stands between semicolons for an item, and leaves out what is empty."""
    assert roles_in(text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("- wijkagent\n* huisarts\n• school\n– oma", ["wijkagent", "huisarts", "school", "oma"]),
        ("1. wijkagent\n2) huisarts\n10.\tschool", ["wijkagent", "huisarts", "school"]),
        ("  - wijkagent", ["wijkagent"]),
        ("1. wijkagent; 2. huisarts", ["wijkagent", "huisarts"]),
        ("- \n*\n3.\n-", []),
        ("-wijkagent\n1.5 fte coach\n2e huisarts\n3 buren", ["-wijkagent", "1.5 fte coach", "2e huisarts", "3 buren"]),
        ("1. - wijkagent", ["- wijkagent"]),
        ("oma - moeders kant", ["oma - moeders kant"]),
    ],
)
def test_bullets(text: str, roles: list[str]) -> None:
    """It drops one bullet or number with a space behind it, and an item that is only that."""
    assert roles_in(text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ('"wijkagent"', ["wijkagent"]),
        ("'wijkagent'", ["wijkagent"]),
        ("“wijkagent”\n‘huisarts’\n„school”\n„oma“\n«opa»", ["wijkagent", "huisarts", "school", "oma", "opa"]),
        ('- " wijkagent "', ["wijkagent"]),
        ('team "De Brug"', ['team "De Brug"']),
        ('"De Brug" en "De Kade"', ['"De Brug" en "De Kade"']),
        ("'s avonds de buurvrouw", ["'s avonds de buurvrouw"]),
        ('"jurist; extern"; wijkagent', ["jurist; extern", "wijkagent"]),
        ('"jurist; wijkagent', ['"jurist', "wijkagent"]),
        ('""', []),
        ('"', []),
    ],
)
def test_quotes(text: str, roles: list[str]) -> None:
    """It drops quotes around the whole of an item, and lets a semicolon between double quotes be."""
    assert roles_in(text) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Wijkagent <w.agent@politie.example>", ["Wijkagent"]),
        ("<w.agent@politie.example> Wijkagent", ["Wijkagent"]),
        ("Wijkagent <mailto:w.agent@politie.example>; Huisarts <h@arts.example>;", ["Wijkagent", "Huisarts"]),
        ("'Wijkagent' <w.agent@politie.example>", ["Wijkagent"]),
        ('"Agent, wijk" <w.agent@politie.example>', ["Agent, wijk"]),
        ('"Wijkagent <w.agent@politie.example>"', ["Wijkagent"]),
        ("wijkagent w.agent@politie.example", ["wijkagent"]),
        ("wijkagent, w.agent@politie.example", ["wijkagent"]),
        ("w.agent@politie.example - wijkagent", ["wijkagent"]),
        ("wijkagent (w.agent@politie.example)", ["wijkagent"]),
        ("wijkagent [mailto:w.agent@politie.example]", ["wijkagent"]),
        ("wijkagent w.agent@politie.example (wijk 3)", ["wijkagent (wijk 3)"]),
        ("wijkagent <intern>", ["wijkagent <intern>"]),
        ("wijkagent @ wijk 3", ["wijkagent @ wijk 3"]),
    ],
)
def test_addresses(text: str, roles: list[str]) -> None:
    """It leaves out an e-mail address that stands beside something else."""
    assert roles_in(text) == roles


@pytest.mark.parametrize(
    "text",
    [
        "w.agent@politie.example",
        "<w.agent@politie.example>",
        "- w.agent@politie.example",
        "'w.agent@politie.example' <w.agent@politie.example>",
    ],
)
def test_only_an_address(text: str) -> None:
    """It keeps an address that is all there is."""
    assert roles_in(text) == ["w.agent@politie.example"]


def test_semicolon_in_one_item() -> None:
    """It takes a piece for one item, whatever stands in it."""
    assert role_in("- jurist; extern\nbureau") == "jurist; extern bureau"


@pytest.mark.parametrize("between", ["\n", "\r\n", ";", "; ", "\n- ", "\n\n* "])
@given(roles=st.lists(ROLES, min_size=1))
def test_back(between: str, roles: list[str]) -> None:
    """It gives back every list of roles, whichever way they were parted."""
    assert roles_in(between.join(["", *roles])) == roles


@given(st.text())
def test_any_text(text: str) -> None:
    """It gives items on one line with something in them for whatever somebody pastes."""
    for role in roles_in(text):
        assert role
        assert role == role.strip()
        assert len(role.splitlines()) == 1


@pytest.mark.parametrize("piece", ['"', "<", "<a@", "a@a", "a@a.", "- ", ";", "(mailto:", "\n", '";', "a@a.b "])
def test_long_text(piece: str) -> None:
    """It reads a long text of whatever repeats itself without getting stuck."""
    assert isinstance(roles_in(piece * 50_000), list)
