"""Participants come out of whatever a mail program, a spreadsheet or a person makes, and every fault has its line."""

from __future__ import annotations

import csv
import io
import os
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from doorbraak_cli.files.participants import LIMIT, MOST, Imported, Participants, parse, read

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.errors import Problem

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes")

ROLES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda role: role.strip()
)


def taken(text: str | bytes) -> Participants:
    """Give what a faultless file holds."""
    found, problems = parse(text if isinstance(text, bytes) else text.encode(), "lijst.csv")
    assert problems == []
    return found


def roles(text: str | bytes) -> list[str]:
    """Give the roles in a faultless file."""
    return [dict(row.answers)["role"] for row in taken(text).rows]


def answers(text: str) -> list[dict[str, str]]:
    """Give all that a faultless file says of each participant."""
    return [dict(row.answers) for row in taken(text).rows]


def refused(text: str | bytes) -> list[str]:
    """Give `line:column key` for every problem of a file, without the `import.` they start with."""
    _, problems = parse(text if isinstance(text, bytes) else text.encode(), "lijst.csv")
    assert problems
    return told(problems)


def told(problems: list[Problem]) -> list[str]:
    return [
        f"{problem.place.removeprefix('lijst.csv').removeprefix(':')} {problem.message.key}".strip()
        for problem in problems
    ]


def on_one_line(text: str) -> str:
    return re.sub(r"\r\n?|\n", " ", text).strip()


def written(rows: list[list[str]], delimiter: str, quoting: int) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return file.getvalue().encode()


def test_two_hundred_rows() -> None:
    """It reads 200 rows with accents, semicolons, quotes, line breaks and a BOM, with the line of each."""
    header = "Functie;Organisatie;E-mailadres;Veiligheid;Opmerking\r\n"
    row = '"Coördinator {n}; ""zorg""";"Wijkteam\r\nÉén";c{n}@wijk.example;"Kijkt mee; dag én nacht";"""x"""\r\n'
    found = taken(b"\xef\xbb\xbf" + (header + "".join(row.format(n=n) for n in range(200))).encode())
    assert found.ignored == ("Opmerking",)
    assert found.dropped == ("E-mailadres",)
    assert found.rows == tuple(
        Imported(
            2 + 2 * n,
            (("role", f'Coördinator {n}; "zorg", Wijkteam Één'), ("safety", "Kijkt mee; dag én nacht")),
        )
        for n in range(200)
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """It reads what spreadsheets save, on a Dutch Windows and elsewhere."""
    assert roles("rol;band\ncoördinator;€ én ‘zo’\n".encode(encoding)) == ["coördinator"]


def test_big_endian() -> None:
    """It reads UTF-16 in either order, where a mark says which."""
    assert roles(b"\xfe\xff" + "rol\nco\u00f6rdinator".encode("utf-16-be")) == ["co\u00f6rdinator"]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04\x14\x00\x06\x00",
        b"PK\x03\x04zonder nullen",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00",
        b"rol\nhuis\0arts\n",
        "rol\nhuisarts\n".encode("utf-16-le"),
        "rol\nhuisarts\n".encode("utf-32"),
        b"\xff\xfer",
        b"\xef\xbb\xbfrol\n\xff\n",
        b"rol\n\x81\n",
    ],
)
def test_no_text(content: bytes) -> None:
    """It says once of a workbook, or of what is no text in another way, to save it as CSV."""
    assert refused(content) == ["import.binary"]


def test_letters_of_a_workbook() -> None:
    """It reads a list that starts with the letters a workbook starts with."""
    assert roles("PK-begeleider\n") == ["PK-begeleider"]


@pytest.mark.parametrize(
    "content", [b"", b"\xef\xbb\xbf", b"\n \r\n\t\n", b";;;\n;;\n", b'""\n', b"sep=;\n", b"- \n*\n"]
)
def test_empty(content: bytes) -> None:
    """It says so where nothing is in the file."""
    assert refused(content) == ["import.empty"]


@pytest.mark.parametrize("content", [b"Rol;Organisatie\n", b"\n\nrol;\n;\n"])
def test_no_rows(content: bytes) -> None:
    """It says so where nothing stands under the header."""
    assert refused(content)[0].endswith(" import.no-rows")


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters(delimiter: str, end: str) -> None:
    """It sees from the header what stands between cells, and reads lines however they end."""
    lines = ["Rol;Organisatie", "wijkagent;politie", ";school", "huisarts"]
    text = end.join(lines).replace(";", delimiter)
    assert roles(text) == ["wijkagent, politie", "school", "huisarts"]
    assert [row.row for row in taken(text).rows] == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Rol, of taak; hier";Rol\n"a,b";c\n', ["c"]),
        ("Rol;Taak, dag\na;b\n", ["a"]),
        ("Rol, Organisatie\na, b\n", ["a, b"]),
        ('Rol, Organisatie\n"a, b", c\n', ["a, b, c"]),
        ('"Rol";"Organisatie"\n"a";"b"\n', ["a, b"]),
        (";;\n\t\nRol;Organisatie\na;b\n", ["a, b"]),
        ('"Naam\nvoluit";Rol\na;b\n', ["b"]),
        ("rol\na, b\nc;d\n", ["a, b", "c;d"]),
    ],
)
def test_delimiter_outside_quotes(text: str, expected: list[str]) -> None:
    """It counts what stands outside quotes on the first line with something on it; with none there is one column."""
    assert roles(text) == expected


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("form", ["sep={}\n", "SEP={}\r\n", '"sep={}"\n'])
def test_declared(delimiter: str, form: str) -> None:
    """It believes the line by which a spreadsheet says what it uses, and counts that line."""
    text = form.format(delimiter) + f"Rol{delimiter}Taak;, \tx\nwijkagent\n"
    assert taken(text).rows == (Imported(3, (("role", "wijkagent"),)),)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        *((name, "role") for name in ("Rol", "FUNCTIE", "Functie titel", "functietitel", "role", "Function")),
        *((name, "role") for name in ("Job Title", "job_title", "Title", "Titel", " Rol ", "Rol:")),
        *((name, "role") for name in ("Organisatie", "Instelling", "Bedrijf", "Company", "Organization")),
        *((name, "role") for name in ("Afdeling", "Department", "Organisation", "Orgànisatie", "O_rganisatie")),
        *((name, "role") for name in ("Naam", "Name", "Volledige naam", "Full Name", "full_name", "Voornaam")),
        *((name, "role") for name in ("Achternaam", "First name", "Last Name", "Deelnemer", "Attendee")),
        *((name, "role") for name in ("Participant", "Genodigde", "Deelnemers", "Tussenvoegsel")),
    ],
)
def test_header_of_role(header: str, field: str) -> None:
    """It knows a column for a role, an organisation or a name, whatever its case, accents and spaces."""
    assert answers(f"{header}\nwijkagent\n") == [{field: "wijkagent"}]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        *(("Veiligheid", "safety"), ("SAFETY", "safety")),
        *(("Bestaanszekerheid", "livelihood"), ("livelihood", "livelihood")),
        *(("Ontwikkeling", "development"), ("Development", "development")),
        *(("Band", "bond"), ("bond", "bond")),
    ],
)
def test_header_of_field(header: str, field: str) -> None:
    """It knows a column for what somebody adds, and leaves out what is empty there."""
    assert answers(f'{header};rol\n"ziet\nhet gezin";oma\n ;opa\n') == [
        {"role": "oma", field: "ziet het gezin"},
        {"role": "opa"},
    ]


def test_order_of_answers() -> None:
    """It gives the role first, and then the fields in an order of its own."""
    found = taken("Band;Wettelijke taak;Ontwikkeling;Bestaanszekerheid;Veiligheid;Rol\na;ja;c;d;e;f\n")
    assert [name for name, _ in found.rows[0].answers] == [
        *("role", "safety", "livelihood", "development", "statutory", "bond"),
    ]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        *(("ja", "yes"), ("Ja", "yes"), ("yes", "yes"), ("YES", "yes"), ("nee", "no"), ("no", "no")),
        *(("onbekend", "unknown"), ("Unknown", "unknown"), (" nee ", "no")),
    ],
)
@pytest.mark.parametrize("header", ["Wettelijke taak", "wettelijke_taak", "Statutory"])
def test_statutory(header: str, word: str, value: str) -> None:
    """It understands whether somebody has a statutory task, in either language."""
    assert answers(f"rol;{header}\nraad;{word}\n") == [{"role": "raad", "statutory": value}]


def test_statutory_other_word() -> None:
    """It refuses another word for that, with the line and column of the cell, for every row that has one."""
    text = 'rol;band;wettelijke taak\nraad;"a;""b""";soms\noma;;\nschool;;-\n"ge\nzin";;half\n'
    assert refused(text) == ["2:16 import.statutory", "4:9 import.statutory", "6:7 import.statutory"]


def test_faultless_rows_beside_faults() -> None:
    """It gives no row that has a fault in it."""
    found, problems = parse(b"rol;wettelijke taak\nraad;soms\noma;nee\n", "lijst.csv")
    assert [row.row for row in found.rows] == [3]
    assert told(problems) == ["2:6 import.statutory"]


@pytest.mark.parametrize(
    "header",
    [
        *("E-mail", "email", "E-mailadres", "Mail", "E-mail Address", "E-mail 2 Address", "E-mailadres 2"),
        *("Telefoon", "Telefoonnummer", "Phone", "Mobile Phone", "Mobiel", "mobiele telefoon", "Business Phone"),
        *("Home Phone 2", "Tel.", "Aanwezigheid", "Attendance", "Response", "Reactie", "Status"),
    ],
)
def test_dropped(header: str) -> None:
    """It never takes addresses, numbers and attendance, and says which columns those are."""
    found = taken(f"{header};Rol;Kamer\nxyz;wijkagent;3\n")
    assert found == Participants((Imported(2, (("role", "wijkagent"),)),), ignored=("Kamer",), dropped=(header,))


def test_ignored() -> None:
    """It names the columns it does not know as they stand, in their order, and none that has no name."""
    found = taken('Kamer;;"Bij;zonder\nheden";Rol;kamer;\n1;;2;oma;3;\n')
    assert found.ignored == ("Kamer", "Bij;zonder heden", "kamer")
    assert found.dropped == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rol;Organisatie\ncoach;wijkteam\n", "coach, wijkteam"),
        ("Organisatie;Rol\nwijkteam;coach\n", "coach, wijkteam"),
        ("Rol;Organisatie\n;wijkteam\n", "wijkteam"),
        ("Rol;Organisatie\ncoach\n", "coach"),
        ("Job Title,Company,Department\ncoach,Gemeente,Wijkteam\n", "coach, Gemeente, Wijkteam"),
        ("Rol;Functie\ncoach;gezinscoach\n", "coach, gezinscoach"),
        ("Rol;Organisatie\nschool;school\n", "school"),
        ("Naam;Rol;Organisatie\nJ. Jansen;coach;wijkteam\n", "coach, wijkteam"),
    ],
)
def test_role_and_organisation(text: str, expected: str) -> None:
    """It puts the role before the organisation, each thing once, and leaves the name out beside them."""
    assert taken(text).rows == (Imported(2, (("role", expected),)),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Naam;Rol;Organisatie\nJ. Jansen;;\n", "J. Jansen"),
        ("Voornaam;Tussenvoegsel;Achternaam\nJip;van;Dam\n", "Jip van Dam"),
        ("First Name,Last Name\nJip,\n", "Jip"),
        ("Voornaam;Naam\nJip;J. van Dam\n", "J. van Dam"),
        ("Voornaam;Naam\nJip;\n", "Jip"),
        ("Name\tAttendance\tResponse\n'Jip van Dam' <jip@dam.example>\tRequired\tAccepted\n", "Jip van Dam"),
    ],
)
def test_name_for_want_of_a_role(text: str, expected: str) -> None:
    """It takes the name, without an address, where there is neither a role nor an organisation, and says so."""
    assert taken(text).rows == (Imported(2, (("role", expected),), by_name=True),)


def test_name_that_is_none() -> None:
    """It takes a dash in the column for names for nobody."""
    assert refused("Naam;Rol;Band\n-;;x\n") == ["2 import.no-role"]


def test_names_dropped_or_used() -> None:
    """It tells that names were left out only where none had to be used."""
    with_roles = taken("Naam;E-mail;Rol\nJip;a@b.example;coach\nJet;c@d.example;buurvrouw\n")
    assert with_roles.dropped == ("Naam", "E-mail")
    assert not any(row.by_name for row in with_roles.rows)
    without = taken("Naam;E-mail;Rol\nJip;a@b.example;coach\nJet;c@d.example;\n")
    assert without.dropped == ("E-mail",)
    assert [row.by_name for row in without.rows] == [False, True]


def test_title() -> None:
    """It takes a title for a role, but not beside a role, where it is how somebody is addressed."""
    assert roles("Title,Company\ncoach,Wijkteam\n") == ["coach, Wijkteam"]
    found = taken("Title,Name,Job Title\nMr.,Jip,coach\n")
    assert (found.dropped, dict(found.rows[0].answers)["role"]) == (("Title", "Name"), "coach")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wijkagent\nhuisarts\n", ["wijkagent", "huisarts"]),
        ("\n\nwijkagent\n\nhuisarts", ["wijkagent", "huisarts"]),
        ("gezinscoach, lokaal team\nwijkagent\n", ["gezinscoach, lokaal team", "wijkagent"]),
        ("wijkagent\ngezinscoach, lokaal team\n", ["wijkagent", "gezinscoach, lokaal team"]),
        ("- wijkagent\n- huisarts\n-\n", ["wijkagent", "huisarts"]),
        ('"jurist; extern"\n"de ""oude"" buurman"\n', ["jurist; extern", 'de "oude" buurman']),
        ('"a\nb"\nc\n', ["a b", "c"]),
        ("Wijkagent <w@politie.example>\nhuisarts\n", ["Wijkagent", "huisarts"]),
        ("w@politie.example\n", ["w@politie.example"]),
        ("jip@mobiel.example\nwijkagent\n", ["jip@mobiel.example", "wijkagent"]),
        ("Kindertelefoon\n", ["Kindertelefoon"]),
        ("sep=;\nwijkagent\n", ["wijkagent"]),
    ],
)
def test_plain_list(text: str, expected: list[str]) -> None:
    """It takes every line for a role where no column has a name we know, as it does for a list that was pasted."""
    assert roles(text) == expected
    assert (taken(text).ignored, taken(text).dropped) == ((), ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("oma;buurt\nopa;buurt\n", "1 import.no-header"),
        ("oma,buurt\n", "1 import.no-header"),
        ("oma\tbuurt\n", "1 import.no-header"),
        ('"oma", "buurt"\n', "1 import.no-header"),
        ("oma, buurt,\n", "1 import.no-header"),
        ("\noma;buurt\nopa;buurt\n", "2 import.no-header"),
        ("sep=;\noma;buurt\n", "2 import.no-header"),
        ("oma\nopa, buurt\nraad;buurt\na;b\n", "3 import.no-header"),
        ("1. Samenvatting\nTitel\toverleg\n", "2 import.no-header"),
    ],
)
def test_no_header(text: str, problem: str) -> None:
    """It refuses cells beside each other with no name above them, once, on the first line that has them."""
    assert refused(text) == [problem]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oma;buurt\n", ["oma", "buurt"]),
        ("oma; gezinscoach, lokaal team ;; oma;", ["oma", "gezinscoach, lokaal team", "oma"]),
        ("Wijkagent <a@b.example>; leerkracht <c@d.example>\n\n", ["Wijkagent", "leerkracht"]),
    ],
)
def test_list_on_one_line(text: str, expected: list[str]) -> None:
    """It takes a single line with semicolons for a list, as the addressees of a message are copied."""
    assert roles(text) == expected
    assert {one.row for one in taken(text).rows} == {1}
    assert not any(one.by_name for one in taken(text).rows)


def test_role_on_one_line_that_is_too_long() -> None:
    """It refuses a role that is too long, at the line on which all of them stand."""
    assert refused("oma; " + "x" * 201 + "; opa") == ["1:1 import.long"]


def test_names_to_choose_from() -> None:
    """It lists names of columns it knows, each of which it does take."""
    _, problems = parse(b"oma;buurt\nopa;buurt\n", "lijst.csv")
    names = str(problems[0].message.values["names"]).split(", ")
    assert {"rol", "role", "organisatie", "organisation", "naam", "wettelijke taak", "band"} <= set(names)
    for name in names:
        found = taken(f"{name};functie\nja;oma\n")
        assert (found.ignored, len(found.rows)) == ((), 1)


@pytest.mark.parametrize("text", ["E-mail;Telefoon\na@b.example;06\n;\n", "Veiligheid;Kamer\nx;y\n", "Status\nopen\n"])
def test_no_column_for_a_role(text: str) -> None:
    """It says once, at the header, that nothing in the file says who takes part."""
    assert refused(text) == ["1 import.no-role-column"]


BROKEN = {
    "unclosed quote": ('"oma;x', "unclosed"),
    "unclosed quote in a later cell": ('oma;"x', "unclosed"),
    "text behind a quote": ('"oma"tje;x', "quote"),
    "space behind a quote": ('"oma" ;x', "quote"),
    "quote in the middle": ('de "oude" oma;x', "quote"),
    "one quote in the middle": ('oma;5" buis', "quote"),
    "quotes that part a cell": ('de "oma;x" en', "quote"),
    "more cells than the header": ("oma;x;y", "cells"),
    "nobody": (";x", "no-role"),
    "cell beyond belief": ("a" * 140_000 + ";x", "cell-size"),
}


@pytest.mark.parametrize(("row", "key"), BROKEN.values(), ids=BROKEN)
def test_broken_row(row: str, key: str) -> None:
    """It names the line of a broken row, and reads the rows around it."""
    text = f'rol;band\nwijkagent;""\n"huis\narts";"x"\n{row}\nschool;"y"\n"raad";\n'
    found, problems = parse(text.encode(), "lijst.csv")
    assert told(problems) == [f"5 import.{key}"]
    assert [row.row for row in found.rows] == [2, 3, 6, 7]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_broken_row(end: str) -> None:
    """It names all that are broken in one run, each by the line it starts on."""
    rows = ["rol;band;wettelijke taak", *(row for row, key in BROKEN.values() if key in {"unclosed", "quote"})]
    rows += ['"a', 'b";x;misschien', "", "oma;x;nee;y", "x" * 201, "raad;x;ja", ";x;", 'a"b']
    assert refused(end.join(rows)) == [
        *("2 import.unclosed", "3 import.unclosed", *(f"{line} import.quote" for line in range(4, 9))),
        *("10:6 import.statutory", "12 import.cells", "13:1 import.long", "15 import.no-role", "16 import.quote"),
    ]


def test_every_row_broken() -> None:
    """It tells what is wrong with the rows where none can be read, and not that there are none."""
    assert refused('rol\n"oma\n"opa\n') == ["2 import.unclosed", "3 import.unclosed"]


def test_broken_header() -> None:
    """It names broken rows also where the header is one of them."""
    assert refused('"rol;band\noma;x\nopa;"y"z\n') == ["1 import.unclosed", "3 import.quote"]
    assert refused('de "oude" oma\nopa\n"buur') == ["1 import.quote", "3 import.unclosed"]


def test_broken_line_in_a_list() -> None:
    """It names broken lines of a plain list, also where another shows that it is none."""
    assert refused('oma\n"opa"je\nraad\n') == ["2 import.quote"]
    assert refused('oma\n"opa"je\nraad;x\n') == ["2 import.quote", "3 import.no-header"]


def test_broken_row_without_a_role_column() -> None:
    """It names broken rows also where no column says who takes part."""
    assert refused('E-mail;Kamer\na;b"c\n') == ["1 import.no-role-column", "2 import.quote"]


def test_quote_that_swallows() -> None:
    """It gives up a row that would be a thousand lines, and reads on below the line it starts on."""
    text = 'rol\n"oma\n' + "opa\n" * 200 + "\n" * 2_000 + '"\n'
    found, problems = parse(text.encode(), "lijst.csv")
    assert told(problems) == ["2 import.unclosed", "2203 import.unclosed"]
    assert len(found.rows) == 200


def test_cells_without_a_name() -> None:
    """It says once, at the header, that a column between the others has no name, where something stands in it."""
    assert refused("rol;;band;;kamer\noma;x;;;\nopa;y;;;\n") == ["1:5 import.nameless"]
    assert roles("rol;;band;;\noma;;x;;;;\n") == ["oma"]


def test_more_cells_than_names() -> None:
    """It takes empty cells behind the last name for no cells, in the header and below it."""
    assert refused("rol;band;;\noma;x;y;\nopa;x;;;;\n") == ["2 import.cells"]


def test_double_column() -> None:
    """It refuses a second column for the same field, where it stands."""
    assert refused('rol;"veilig\nheid";band;safety;bond;Safety;kamer;kamer\noma;a;b;c;d;e;f;g\n') == [
        *("2:12 import.double", "2:19 import.double"),
        "2:24 import.double",
    ]


@pytest.mark.parametrize("text", ["rol;organisatie\n{0};{1}\n", "Naam\n{0}, {1}\n", "{0}, {1}\n"])
def test_long_role(text: str) -> None:
    """It takes a role of 200 characters and refuses one more."""
    line = text.count("\n")
    assert len(roles(text.format("a" * 98, "b" * 100))[0]) == 200
    assert refused(text.format("a" * 99, "b" * 100)) == [f"{line}:1 import.long"]


def test_place_of_long_role() -> None:
    """It tells where the role stands, also where cells before it are empty or span lines."""
    assert refused('band;rol\n;"{}"\n"a\nb";{}\n'.format("x" * 201, "y" * 201)) == [
        *("2:2 import.long", "4:4 import.long"),
    ]


@pytest.mark.parametrize("header", ["", "rol\n", "rol;band\n"])
def test_most_rows(header: str) -> None:
    """It takes 300 rows, whatever is empty between them, and refuses more at the first one too many."""
    lines = header.count("\n")
    empty = "\n;\n" if ";" in header else "\n\n"
    assert len(roles(header + f"oma\n{empty}" * MOST)) == MOST
    assert refused(header + "oma\n" * (MOST + 50)) == [f"{lines + MOST + 1} import.rows"]


def test_most_columns() -> None:
    """It refuses a header that no list of people has."""
    assert refused("rol;" * (MOST + 1) + "\noma\n") == ["1 import.columns"]


def test_control_characters() -> None:
    """It leaves characters that act on a screen as they are; where they are shown, they are made safe."""
    assert roles("rol\nom\x1ba\u202e\u2028x\x0by\n") == ["om\x1ba\u202e\u2028x\x0by"]


def test_read(tmp_path: Path) -> None:
    """It reads a file, and names it in a problem."""
    path = tmp_path / "uitnodiging.csv"
    path.write_bytes(b"rol\noma\n")
    assert read(path) == (Participants((Imported(2, (("role", "oma"),)),)), [])
    path.write_bytes(b"rol;band\noma;x;y\n")
    assert [problem.place for problem in read(path)[1]] == [f"{path}:2"]


def test_read_nothing(tmp_path: Path) -> None:
    """It says what is wrong with a path that is not there or is a folder."""
    for path, key in ((tmp_path / "weg.csv", "yaml.file-missing"), (tmp_path, "yaml.file-directory")):
        found, problems = read(path)
        assert found == Participants()
        assert [(problem.path, problem.message.key) for problem in problems] == [(str(path), key)]


@posix
def test_read_pipe(tmp_path: Path) -> None:
    """It does not wait for what is no ordinary file, and does not ask for YAML."""
    path = tmp_path / "pijp.csv"
    os.mkfifo(path)
    assert [problem.message.key for problem in read(path)[1]] == ["import.file-special"]


def test_large(tmp_path: Path) -> None:
    """It reads at most 2 MB, from a file or from elsewhere."""
    content = b"rol\noma\n".ljust(LIMIT, b"\n")
    assert roles(content) == ["oma"]
    path = tmp_path / "groot.csv"
    path.write_bytes(content + b"\n")
    assert told(read(path)[1]) == [f"{path} yaml.file-large"]
    assert refused(content + b"\n") == ["yaml.file-large"]


def test_no_words_of_the_file() -> None:
    """It never repeats what stands in a cell when something is wrong: it may be somebody's name."""
    rows = "".join(f"{row}\n" for row, key in BROKEN.values() if key != "cell-size")
    _, problems = parse(f"Rol;Wettelijke taak\nJip;Jansen\n{rows}".encode(), "lijst.csv")
    assert len(problems) > 5
    assert {type(value) for problem in problems for value in problem.message.values.values()} == {int}


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
@given(names=st.lists(ROLES, min_size=1, max_size=20))
@example(names=[' "x" ', "a;b,c\td", '"', "'", "a\r\nb\rc\nd", "rol", "sep=;", "-", "\ufeff", "a@b.nl", " , "])
def test_written_by_csv(delimiter: str, quoting: int, names: list[str]) -> None:
    """It gives back every list of roles, on one line each, whichever way a program wrote it, alone or beside others."""
    expected = [on_one_line(name) for name in names]
    assert roles(written([["Rol"], *([name] for name in names)], delimiter, quoting)) == expected
    table = [["Band", "Rol", "Kamer"], *([name, name, name] for name in names)]
    assert answers(written(table, delimiter, quoting).decode()) == [{"role": role, "bond": role} for role in expected]


@given(st.binary(max_size=300) | st.text("rol;,\t\"' \n\r-=se1.@<>é", max_size=60).map(str.encode))
@example(b'sep=,\nrol,"\n')
@example(b"\xff\xfe")
def test_any_bytes(content: bytes) -> None:
    """It gives participants or problems for whatever a file holds, with places that are in it."""
    found, problems = parse(content, "lijst.csv")
    assert found.rows or problems
    height = len(re.split(rb"\r\n?|\n", content)) if not content.startswith((b"\xff\xfe", b"\xfe\xff")) else 300
    for problem in problems:
        assert 0 <= problem.line <= height
        assert problem.column >= 0
    assert problems == sorted(problems)
    for row in found.rows:
        assert row.answers[0][0] == "role"
        assert all(value == on_one_line(value) != "" for _, value in row.answers)


@pytest.mark.parametrize(
    "text",
    [
        *(
            'a";"""\n',
            '"""',
            '"',
            '"a',
            "rol;",
            ";;\n",
            '"";',
            "\n",
            'rol\n"',
            " ",
            "veiligheid;",
            '"a\n',
            "a@a",
            "-\n",
        ),
    ],
)
@pytest.mark.parametrize("header", ["", "rol;band\n"])
def test_long_file(header: str, text: str) -> None:
    """It reads a large file of whatever repeats itself without getting stuck."""
    content = (header + text * 400_000)[: LIMIT - 1].encode()
    found, problems = parse(content, "lijst.csv")
    assert found.rows or problems
