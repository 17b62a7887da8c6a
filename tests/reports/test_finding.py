"""The page of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.reports.document import Heading, Item, Paragraph, page
from doorbraak_cli.reports.finding import OPENED_BY, OPENED_WHOLE, found
from doorbraak_cli.search.entries import KINDS, SearchEntry
from doorbraak_cli.search.index import Hit

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.search.entries import Kind


def hit(name: str, kind: Kind = "aids") -> Hit:
    return Hit(SearchEntry(kind, name, f"Titel {name}", "Kern.", (), ()), f"Zin met {name}.")


def typed(*words: str) -> str:
    return " ".join(("db", "--lang", "nl", *words))


def test_found(nl: Wording) -> None:
    """It gives what was found, best first: its title, the sentence the words stand in, and what opens it."""
    assert found([hit("b"), hit("a", "terms")], 10, nl, typed) == page(
        Heading(2, "Gevonden: 2"),
        Item("Titel b", "Zin met b.", ("Hulpmiddel: db --lang nl aids b",)),
        Item("Titel a", "Zin met a.", ("Begrip: db --lang nl glossary a",)),
    )


def test_some_of_it(nl: Wording) -> None:
    """It gives the first ones where there are many, with how many there are and how to see them all."""
    document = found([hit(str(number)) for number in range(12)], 10, nl, typed)
    assert document.blocks[0] == Heading(2, "De eerste 10 van 12")
    assert [block.key for block in document.blocks if isinstance(block, Item)] == [f"Titel {n}" for n in range(10)]
    assert document.blocks[-1] == Paragraph(nl("search.more"))


def test_exactly_as_many(nl: Wording) -> None:
    """It does not speak of more where all is shown."""
    document = found([hit(str(number)) for number in range(10)], 10, nl, typed)
    assert document.blocks[0] == Heading(2, "Gevonden: 10")
    assert isinstance(document.blocks[-1], Item)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_opens(nl: Wording, en: Wording, kind: Kind) -> None:
    """It knows of every kind what it is called and which command opens it, by id where things have their own page."""
    assert (kind in OPENED_BY) != (kind in OPENED_WHOLE)
    for say in (nl, en):
        item = found([hit("x", kind)], 1, say, typed).blocks[1]
        assert isinstance(item, Item)
        command = f"{OPENED_BY[kind]} x" if kind in OPENED_BY else OPENED_WHOLE[kind]
        assert item.details == (f"{say(f'search.{kind}')}: db --lang nl {command}",)
