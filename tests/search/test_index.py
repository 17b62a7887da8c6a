"""What is found for which words, and in which order."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak_cli.search.entries import KINDS, SearchEntry, entries
from doorbraak_cli.search.index import SearchIndex

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.search.entries import Kind


def entry(
    name: str,
    title: str,
    gist: str = "Niets.",
    *rest: str,
    kind: Kind = "recommendations",
    titles: tuple[str, ...] = (),
) -> SearchEntry:
    return SearchEntry(kind, name, title, gist, titles, rest)


def found(index: SearchIndex, words: str) -> list[str]:
    return [hit.entry.id for hit in index.find(words)]


def dutch(*titles: str) -> SearchIndex:
    """Give an index of entries that are called by these titles, with the title as id."""
    return SearchIndex([entry(title, title) for title in titles], "nl")


@pytest.fixture(scope="module")
def nl(pack: Pack) -> SearchIndex:
    """Give an index of the shipped pack in Dutch."""
    return SearchIndex(entries(pack, "nl"), "nl")


@pytest.fixture(scope="module")
def en(pack: Pack) -> SearchIndex:
    """Give an index of the shipped pack in English."""
    return SearchIndex(entries(pack, "en"), "en")


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("wachtlijst", "recommendations", "ra-meso-wachtlijsten"),
        ("wachtlijsten", "recommendations", "ra-meso-wachtlijsten"),
        ("rugdekking", "recommendations", "ra-meso-sturen-op-inhoud"),
        ("onder de 18", "aids", "consultatiefunctie-ggz"),
    ],
)
def test_best_first_in_dutch(nl: SearchIndex, words: str, kind: str, name: str) -> None:
    """It puts first what can be worked with on these words."""
    first = nl.find(words)[0].entry
    assert (first.kind, first.id) == (kind, name)


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("waiting list", "recommendations", "ra-meso-wachtlijsten"),
        ("waiting lists", "recommendations", "ra-meso-wachtlijsten"),
        ("backing", "recommendations", "ra-meso-sturen-op-inhoud"),
        ("under 18", "aids", "consultatiefunctie-ggz"),
    ],
)
def test_best_first_in_english(en: SearchIndex, words: str, kind: str, name: str) -> None:
    """It puts first what can be worked with on these words, in English too."""
    first = en.find(words)[0].entry
    assert (first.kind, first.id) == (kind, name)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_item_by_its_title(pack: Pack, nl: SearchIndex, en: SearchIndex, lang: str, kind: Kind) -> None:
    """It finds every item by its own title, among the first five."""
    index, there = nl if lang == "nl" else en, [one for one in entries(pack, lang) if one.kind == kind]
    assert there
    missed = [one.id for one in there if one not in [hit.entry for hit in index.find(one.title)[:5]]]
    assert missed == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_item_by_its_id(pack: Pack, nl: SearchIndex, en: SearchIndex, lang: str) -> None:
    """It finds every recommendation and question by its id, before all others."""
    index = nl if lang == "nl" else en
    there = [*(one.id for one in pack.recommendations), *(one.id for one in pack.questions)]
    assert there
    assert [name for name in there if found(index, name)[0] != name] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gezin", "gezinnen"),
        ("schuld", "schulden"),
        ("kind", "kinderen"),
        ("wachtlijst", "wachtlijsten"),
        ("woning", "woningen"),
        ("professional", "professionals"),
        ("helpen", "helpt"),
        ("cliënt", "cliënten"),
    ],
)
def test_word_forms(one: str, other: str) -> None:
    """It finds a word by another form of it, both ways."""
    index = dutch("iets anders", other, one)
    assert {*found(index, one)} == {*found(index, other)} == {one, other}


def test_word_that_is_no_form() -> None:
    """It does not take backing for going back, which is about something else."""
    index = SearchIndex([entry("1", "Look back"), entry("2", "Give backing")], "en")
    assert found(index, "backing") == ["2"]
    assert found(index, "back") == ["1", "2"]


def test_word_forms_in_english() -> None:
    """It knows English forms where English is searched."""
    index = SearchIndex([entry("1", "Waiting lists"), entry("2", "Families wait"), entry("3", "Other")], "en")
    assert found(index, "list") == ["1"]
    assert found(index, "family") == ["2"]
    assert {*found(index, "waited")} == {"1", "2"}


@pytest.mark.parametrize("words", ["coordinatie", "COÖRDINATIE", "coo\u0308rdinatie"])
@pytest.mark.parametrize("title", ["Coördinatie", "Coo\u0308rdinatie", "coordinatie", "COÖRDINATIE"])
def test_accents_and_capitals(words: str, title: str) -> None:
    """It takes no notice of accents, however they are written, nor of capitals."""
    assert found(dutch("iets", title), words) == [title]


def test_compounds() -> None:
    """It finds compounds that begin with a word, behind the word itself; not for a word of three letters."""
    index = dutch("schuldhulpverlening", "wetenschap", "schuld", "de wet")
    assert found(index, "schuld") == ["schuld", "schuldhulpverlening"]
    assert found(index, "wet") == ["de wet"]


def test_words_as_they_stand_go_first() -> None:
    """It gives what holds the words in this order, then what holds all of them; what holds only some is left out."""
    index = dutch(
        "de lange lijst", "wachten op een lange tijd", "tijd die lange duurt", "een lange tijd wachten", "niets"
    )
    assert found(index, "lange tijd wachten") == ["een lange tijd wachten", "wachten op een lange tijd"]


def test_title_goes_before_words_that_stand_together_somewhere() -> None:
    """It puts what is called by the words before what only has them in a row in a long text."""
    index = SearchIndex([entry("b", "Verhaal", "Lang.", "Er was geen geld."), entry("a", "Geen vrij geld")], "nl")
    assert found(index, "geen geld") == ["a", "b"]


def test_any_of_the_words() -> None:
    """It gives what holds some of the words where nothing holds all, and then no word counts that is everywhere."""
    index = dutch("de sleutel", "de lamp", "de deur", "de tafel", "het huis")
    assert {*found(index, "de sleutel van het huis")} == {"de sleutel", "het huis"}
    assert {*found(index, "de qqqq")} == {"de sleutel", "de lamp", "de deur", "de tafel"}


def test_sentence_with_most_of_the_words() -> None:
    """It shows the sentence in which most of the words stand, the first of them where there are several."""
    entry = SearchEntry(
        "aids", "a", "Titel", "Vraag om geld.", (), ("Zonder huis. Zonder geld en huis. Huis en geld.",)
    )
    (hit,) = SearchIndex([entry], "nl").find("geld huis")
    assert hit.sentence == "Zonder geld en huis."


def test_without_fts5(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says by an ImportError that SQLite cannot do this here."""

    class Bare:
        def execute(self, _sql: str) -> None:
            raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", lambda _name: Bare())
    with pytest.raises(ImportError, match="fts5"):
        dutch("iets")


def test_unknown_words_beside_known_ones() -> None:
    """It finds what holds the words it knows."""
    assert found(dutch("een wachtlijst", "niets"), "qqqq wachtlijst") == ["een wachtlijst"]
    assert found(dutch("een wachtlijst", "niets"), "qqqq zzzz") == []


def test_where_the_words_stand_counts() -> None:
    """It puts a title before a sentence that tells most, and that before the rest."""
    index = SearchIndex(
        [
            entry("rest", "Iets", "Niets.", "Het huis."),
            entry("gist", "Iets", "Het huis."),
            entry("inside", "Iets", "Niets.", titles=("Het huis",)),
            entry("title", "Het huis"),
            entry("none", "Iets"),
        ],
        "nl",
    )
    assert {*found(index, "huis")[:2]} == {"title", "inside"}
    assert found(index, "huis")[2:] == ["gist", "rest"]


def test_what_can_be_worked_with_goes_first() -> None:
    """It puts an aid before a question that says the same."""
    kinds: tuple[Kind, ...] = ("questions", "terms", "aids")
    index = SearchIndex([entry(kind, "Het huis", kind=kind) for kind in kinds], "nl")
    assert found(index, "huis") == ["aids", "terms", "questions"]


def test_sentence() -> None:
    """It gives the first sentence in which a word stands, in any of its forms, and else the one that tells most."""
    index = SearchIndex([entry("1", "Het gezin", "Eén. Twee schulden! Drie.", "Vier? Bij gezinnen. Het gezin.")], "nl")
    assert index.find("schuld")[0].sentence == "Twee schulden!"
    assert index.find("gezin")[0].sentence == "Bij gezinnen."
    assert dutch("Een titel").find("titel")[0].sentence == "Niets."


HOSTILE = [
    "", " ", "\n", '"', '""', "'", '"wachtlijst', "AND", "OR", "NOT", "NEAR", "NEAR(a b)", "wachtlijst AND",
    "AND OR NOT", "*", "wacht*", "^wacht", "-", "-wachtlijst", "title:wachtlijst", "{title gist}: x", "(", ")", "((((",
    "+", ":", "'; DROP TABLE guide; --", "?", "%", "_", "__", "a_b", "\\", "\0", "a\0b", "\x1b[2J", "🏠", "👩‍👧",
    "\ud800", "\u202e", "½", "²", "٣", "漢字", "مرحبا", "\u0301", "x" * 100_000, "wachtlijst " * 9_000, "é" * 50_000,
    '"' * 100_000, "a " * 50_000, " ".join(f"w{number}" for number in range(15_000)), "AND " * 25_000,
    "\u0301" * 50_000,
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=[str(number) for number in range(len(HOSTILE))])
def test_hostile_queries(nl: SearchIndex, words: str) -> None:
    """It takes everything for words to find: nothing in it is a command, and nothing is too long."""
    nl.find(words)
    nl.meant(words)
    assert found(nl, "wachtlijst")[0] == "ra-meso-wachtlijsten"


@given(st.text() | st.lists(st.sampled_from(['"', "*", "AND", "NEAR(", ")", "wachtlijst", ":", "\0"])).map(" ".join))
def test_any_query(nl: SearchIndex, words: str) -> None:
    """It gives each entry once, whatever is asked."""
    hits = [(hit.entry.kind, hit.entry.id) for hit in nl.find(words)]
    assert len(hits) == len({*hits})
    assert nl.meant(words) != words


@pytest.mark.parametrize("words", ["AND", "OR", "NOT", "NEAR"])
def test_operators_are_words(words: str) -> None:
    """It finds the words that are commands to SQLite as words."""
    index = SearchIndex([entry("1", f"Dit {words} dat"), entry("2", "Dit en dat")], "en")
    assert found(index, words) == ["1"]


def test_no_more_than_is_read() -> None:
    """It does not look at words far behind the first sixty."""
    index = dutch("een wachtlijst", "een huis")
    assert found(index, "wachtlijst " * 60 + "huis") == ["een wachtlijst"]


def test_no_entries() -> None:
    """It finds nothing where there is nothing."""
    index = SearchIndex([], "nl")
    assert index.find("wachtlijst") == []
    assert index.meant("wachtlijst") is None


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("wagtlijst", "wachtlijst"),
        ("Wagtlijst huis", "wachtlijst huis"),
        ("lange wagtlijst", "lange wachtlijst"),
        ("wachtlijst", None),
        ("wachtlijsten", None),
        ("qqqqqq", None),
        ("nachtlijst", None),  # nobody mistypes how a word begins
        ("wachtpost", None),
        ("", None),
        ("!?", None),
    ],
)
def test_meant(words: str, meant: str | None) -> None:
    """It gives the words that were probably meant, known ones as they are, and nothing where it knows no better."""
    assert dutch("een lange wachtlijst", "het huis").meant(words) == meant


def test_meant_in_the_pack(nl: SearchIndex) -> None:
    """It gives words under which something is found."""
    meant = nl.meant("rugdekkng")
    assert meant is not None
    assert found(nl, "rugdekkng") == []
    assert found(nl, meant)[0] == "ra-meso-sturen-op-inhoud"
