"""Data by which a person can be found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from doorbraak_cli.privacy.scan import Trace, found, masked

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack

TRACES: dict[Trace, list[str]] = {
    "citizen-number": [
        "123456782",
        "123 456 782",
        "1234.56.782",
        "123-456-782",
        "12 34 56 782",
        "111222333",
        "010464554",
    ],
    "bank-account": [
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "nl91 abna 0417 1643 00",
        "NL91.ABNA.0417.1643.00",
    ],
    "e-mail": [
        "jan@voorbeeld.nl",
        "j.de.vries+school@mail.voorbeeld.co.uk",
        "JAN_1@VOORBEELD.NL",
        "rené@voorbeeld.nl",
    ],
    "phone": [
        "0612345678",
        "06-12345678",
        "06 - 12345678",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "06/12345678",
        "030-1234567",
        "030 123 45 67",
        "0186 123456",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "+31 (0) 30 123 45 67",
        "0031 6 12345678",
    ],
    "postcode": ["1234 AB", "1234AB", "2011 AB", "9999\u00a0ZZ"],
    "address": [
        "Kerkstraat 12",
        "Kerkstraat 12a",
        "Kerkstraat 12 a",
        "Kerkstraat 12-14",
        "Lange Kerkstraat 1",
        "Van Goghlaan 3",
        "Hoge-Weideweg 100",
        "Gravenplein 3",
        "Élisasingel 9",
        "12 Church Street",
        "12b Old Mill Lane",
    ],
    "birth-date": [
        "geboren op 12-03-2015",
        "Geboren: 12/3/15",
        "geb. 12.03.2015",
        "geb.12-3-2015",
        "geb. dat. 12-03-2015",
        "geboortedatum\n12 maart 2015",
        "geboren op maandag 2 mei 2011",
        "geboren 2015-03-12",
        "born on 12 March 2015",
        "born March 12, 2015",
        "Date of birth: 12 03 2015",
        "DOB 12-03-2015",
    ],
    "name": [
        "mevrouw Jansen",
        "Mevrouw De Vries",
        "mevrouw Van den Berg",
        "mevrouw A. van der Meer",
        "mw. A.B. Jansen",
        "mw A B Jansen",
        "mevr. Jansen-de Vries",
        "mevrouw Anna de Vries",
        "meneer El-Amrani",
        "dhr.Jansen",
        "dhr. 't Hart",
        "de heer Şahin",
        "De Heer Ångström",
        "familie Jansen",
        "fam. O\u2019Brien",
        "MEVROUW JANSEN",
        "Mr Smith",
        "Mrs. Smith",
        "Ms Smith",
    ],
}

FREE = [
    "",
    "de moeder (34) en haar zoon van 12",
    "een meisje van 7 jaar, een jongen van 16",
    "Raad voor de Kinderbescherming",
    "de casusregisseur van het lokale team",
    "Veilig Thuis Midden-Nederland",
    "1500 euro",
    "€ 1.250,50 per maand",
    "een schuld van 12.500 euro",
    "een budget van 100.000.000",
    "week 12",
    "in week 12 en week 14",
    "op 3 juni 2025 is er overleg",
    "overleg op 03-06-2025",
    "overleg op 03-06-2025 14:00 uur",
    "overleg op 03-06-2025 14.00 uur",
    "overleg op 01/02/2024 15 uur",
    "overleg op 12 - 05 - 2024 9 uur",
    "MDO 2024-05-12 09:30",
    "van 09.30-11.00 uur",
    "tussen 2019 en 2024",
    "schooljaar 2024-2025",
    "in 2024",
    "in 2024 was er een MDO",
    "sinds 2024 GI betrokken",
    "in 2023 OM en VT",
    "2024 SS",
    "1500 in totaal",
    "2000 EUR",
    "bel 112",
    "Veilig Thuis: 0800-2000",
    "0800 2000, dag en nacht",
    "0900-1234567",
    "0900 8844",
    "14030",
    "123456789",
    "000000000",
    "1234567890123",
    "dossier 12345678",
    "de moeder is geboren in Utrecht",
    "geboren in 2015",
    "net geboren. Overleg op 12-03-2024",
    "mevrouw wil rust",
    "de heer des huizes",
    "meneer en mevrouw",
    "de familie wil rust",
    "familie. Zij willen rust",
    "familie\nSchool\nGI",
    "gesproken met mevrouw\nVader was er niet",
    "in 2024\nGI betrokken",
    "overleg via MS Teams",
    "de MR Primair Onderwijs",
    "het gezin Duin",
    "onderweg 3 keer gebeld",
    "Onderweg 3 keer gebeld",
    "het Gerechtshof 2 maanden later",
    "de weg 3 keer gevraagd",
    "Kerkstraat\n12 keer gebeld",
    "after 12 weeks on the road",
    "naam@voorbeeld",
    "artikel 1:255 BW",
    "aanbeveling 3, pagina 21",
    "versie 1.2.3.4.5.6",
]
CASES = [(trace, text) for trace, texts in TRACES.items() for text in texts]


def traces(text: str) -> list[Trace]:
    return [one.trace for one in found(text)]


def test_every_trace() -> None:
    """It has examples of every trace there is."""
    assert TRACES.keys() == {*get_args(Trace)}


@pytest.mark.parametrize(("trace", "text"), CASES)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("Zij zei: ", ", dus."), ("(", ")"), ("zie\n", "\nen ")])
def test_found(trace: Trace, text: str, before: str, after: str) -> None:
    """It finds the whole of it, wherever it stands, and says what it is."""
    (one,) = found(before + text + after)
    assert one.trace == trace
    assert (before + text + after)[one.start : one.end] == text
    assert masked(before + text + after) == f"{before}[…]{after}"


@pytest.mark.parametrize("text", FREE)
def test_not_found(text: str) -> None:
    """It lets roles, ages, amounts, dates of a meeting and numbers of services be, and leaves the text as it is."""
    assert found(text) == []
    assert masked(text) == text


@given(st.sampled_from(["123456782", "111222333", "010464554"]), st.integers(0, 8), st.integers(1, 9))
def test_eleven_test(number: str, place: int, more: int) -> None:
    """It takes nine digits for a BSN only where they add up: not with another digit, nor with two of them swapped."""
    digits = [*number]
    digits[place] = str((int(digits[place]) + more) % 10)
    assert found("".join(digits)) == []
    digits = [*number]
    digits[place - 1 : place + 1] = digits[place - 1 : place + 1][::-1]
    assert traces("".join(digits)) == (["citizen-number"] if "".join(digits) == number else [])


@pytest.mark.parametrize("text", ["(030) 123 45 67", "(06) 12345678"])
def test_area_code_in_brackets(text: str) -> None:
    """It finds a phone number of which the first part stands in brackets."""
    assert traces(text) == ["phone"]
    assert not re.search(r"\d", masked(text))


def test_several() -> None:
    """It finds all of them, in the order of the text."""
    text = "mevrouw Jansen, Kerkstraat 12, 1234 AB, 06-12345678 en j@voorbeeld.nl; mevrouw Jansen"
    assert traces(text) == ["name", "address", "postcode", "phone", "e-mail", "name"]
    assert masked(text) == "[…], […], […], […] en […]; […]"


def test_whole_and_part() -> None:
    """It names what something is once, not also what a part of it looks like."""
    assert traces("NL91 ABNA 0417 1643 00") == ["bank-account"]
    assert traces("mail j.0612345678@voorbeeld.nl") == ["e-mail"]


def test_side_by_side() -> None:
    """It leaves one mark where two run into each other, and nothing of the second."""
    assert masked("de heer Kerkstraat 12") == "[…]"


def test_first_names_are_not_seen() -> None:
    """It does not see what has no form: a name without a form of address has to be noticed by people."""
    assert found("Anna woont bij haar oma in Duin") == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_prose(pack: Pack, lang: str) -> None:
    """It finds nothing in the whole guide, which is about nobody."""
    texts = re.findall(rf'"{lang}":"((?:[^"\\]|\\.)*)"', pack.model_dump_json())
    assert len(texts) > 1000
    assert [text for text in texts if found(text.replace("\\n", "\n"))] == []


SCRAPS = ["mevrouw", "geb.", "Jansen", "1", "12", "1234", "AB", "0", "+31", "@x.nl", "-", " ", ".", "\n", "(", ")"]
PIECES = [text for _, text in CASES] + FREE + SCRAPS
PASTED = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map("".join)


@given(PASTED | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
@example("Kerkstraat 12 3456782 19")
@example("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 2")
def test_masked(text: str) -> None:
    """It leaves nothing that is found again, and all the rest in its place."""
    left = masked(text)
    assert found(left) == []
    assert masked(left) == left
    pieces = [re.escape(piece) for piece in left.split("[…]")]
    assert re.fullmatch("(?s:.*?)".join(pieces), text)


@given(PASTED)
def test_places(text: str) -> None:
    """It gives places in the text, in order, none within another."""
    places = found(text)
    assert all(0 <= one.start < one.end <= len(text) for one in places)
    ends = [(one.start, one.end) for one in places]
    assert ends == sorted(ends)
    assert [end for _, end in ends] == sorted({end for _, end in ends})


@given(st.text())
def test_masked_changes_only_what_is_found(text: str) -> None:
    """It leaves a text as it is where nothing is found in it."""
    assert (masked(text) == text) == (not found(text))


LONG = [
    "a",
    "A-",
    "Aa ",
    "1 ",
    "1",
    "0",
    "x@",
    "x@y.",
    "geb ",
    "geb. 1",
    "mevrouw ",
    "mw. A ",
    "'",
    "1.",
    " ",
    "12 Old ",
]


@pytest.mark.parametrize("piece", LONG)
def test_long_texts(piece: str) -> None:
    """It comes to an end with a long text that looks like something all the way."""
    assert found(masked(piece * 20_000)) == []
