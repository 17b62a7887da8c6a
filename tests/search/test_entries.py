"""What can be found in a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.sheet import SheetKind
from doorbraak_cli.domain.text import Text
from doorbraak_cli.search.entries import KINDS, SearchEntry, entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.pack import Pack


def texts_below(value: object) -> Iterator[Text]:
    """Give every text of a pack, found in another way: by what is in it and not by how it is called."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Model):
        for _, one in value:
            yield from texts_below(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_below(one)


def entry(there: list[SearchEntry], entry_id: str) -> SearchEntry:
    return next(one for one in there if one.id == entry_id)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_everything_is_there(pack: Pack, lang: str) -> None:
    """It gives every item of every kind once, and every text of it stands in the entry."""
    there = {(one.kind, one.id): one for one in entries(pack, lang)}
    items = {(kind, item.id): item for kind in KINDS for item in getattr(pack, kind)}
    assert {kind for kind, _ in items} == {*KINDS}
    assert there.keys() == items.keys()
    for name, item in items.items():
        found = there[name]
        texts = [found.title, found.gist, *found.titles, *found.rest]
        assert sorted(texts) == sorted(text.pick(lang) for text in texts_below(item))


def test_kinds(pack: Pack) -> None:
    """It leaves out what is a part of something else, and questions and blind spots, which are not the guide's."""
    kinds = {name for name, value in pack if isinstance(value, tuple)}
    assert kinds - {*KINDS} == {"levels", "scales", "blind_spots", *get_args(SheetKind)}


def test_title_and_gist(pack: Pack) -> None:
    """It takes for title what people call an item, and the titles of its parts beside it."""
    there = entries(pack, "en")
    term, question, recommendation = pack.terms[0], pack.questions[0], pack.recommendations[0]
    assert entry(there, term.id).title == term.term.en
    assert (entry(there, question.id).title, entry(there, question.id).gist) == (question.text.en, question.why.en)
    assert entry(there, recommendation.id).titles == tuple(one.title.en for one in recommendation.actions)
    assert recommendation.actions


def test_one_language(pack: Pack) -> None:
    """It gives the other language where an item has only one."""
    term = pack.terms[0].model_copy(update={"term": Text(nl="Alleen hier")})
    assert entry(entries(pack.model_copy(update={"terms": (term,)}), "en"), term.id).title == "Alleen hier"
