"""A case written to YAML and read again, whatever people type."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from doorbraak_cli.domain.case import (
    Answer,
    Card,
    Case,
    Justification,
    LookBack,
    Network,
    Plan,
    Record,
    Reflection,
    Weighing,
)
from doorbraak_cli.domain.pack import PackRef
from doorbraak_cli.files import case_yaml, migrations, yaml_source

from .conftest import a_case

HOSTILE = (
    *(
        "\x00",
        "\x07",
        "\x0b",
        "\x0c",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\x9b",
        "\xa0",
        "\u2028",
        "\u2029",
        "\u202e",
        "\ufeff",
    ),
    *(
        "\ufffe",
        "\uffff",
        "\U0001fffe",
        "\U0010ffff",
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        "\t",
        " ",
        "  ",
        "- ",
        "-",
        "#",
        " #",
    ),
    *(
        ": ",
        ":",
        '"',
        "'",
        "\\",
        "\\n",
        "|",
        ">",
        "|-\n",
        "---",
        "...",
        "%YAML 1.2",
        "&a",
        "*a",
        "!t",
        "?",
        "? ",
        "@",
        "`",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        ",",
        "<<",
        "no",
        "null",
        "~",
        "1.10",
        "é",
        "e\u0301",
        "👨‍👩‍👧",
        "مرحبا",
        "漢字",
        "a",
        "zin met woorden",
    ),
)
PROSE = st.text(st.sampled_from(" \t\n-#:a"), max_size=12)
TEXTS = PROSE | st.text() | st.lists(st.sampled_from(HOSTILE)).map("".join) | st.text(st.characters(max_codepoint=0xA0))
DAYS = st.dates(date(1, 1, 1))
VALUES = TEXTS | st.lists(TEXTS, max_size=4).map(tuple)
CODES = st.sampled_from(("BK05", "bk05", "no", "NULL", "true", "123", "1e5", "0x1F", "2026-01-01", "eigen-1"))
REASONS = TEXTS.filter(lambda text: re.search(r"\S", text) is not None)


def answers(draw: st.DrawFn) -> tuple[Answer, ...]:
    ids = draw(st.lists(TEXTS, unique=True, max_size=5))
    return tuple(draw(st.sampled_from((_skipped, _answered)))(draw, one) for one in ids)


def _skipped(draw: st.DrawFn, answer_id: str) -> Answer:
    return Answer(id=answer_id, asked=draw(TEXTS), status="skipped", check=draw(st.booleans()))


def _answered(draw: st.DrawFn, answer_id: str) -> Answer:
    status: Any = draw(st.sampled_from(("answered", "draft")))
    confirmed = draw(st.none() | VALUES) if status == "draft" else None
    check = draw(st.booleans())
    return Answer(
        id=answer_id, asked=draw(TEXTS), status=status, value=draw(VALUES), confirmed=confirmed, check=check,
        passed=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def sittings(draw: st.DrawFn, sitting_id: str) -> dict[str, Any]:
    """Give what all that is done with a case has in common."""
    return {
        "id": sitting_id,
        "started": draw(DAYS),
        "finished": draw(st.none() | DAYS),
        "language": draw(st.sampled_from(("nl", "en"))),
        "pack": PackRef(id=draw(TEXTS), version=draw(TEXTS), digest=draw(TEXTS)),
        "answers": answers(draw),
    }


@st.composite
def cases(draw: st.DrawFn) -> Case:
    ids = st.lists(TEXTS, unique=True, max_size=3)
    about: Any = draw(st.sampled_from(("case", "organisation", "policy")))
    return Case(
        about=about,
        created=draw(DAYS),
        intake=Record(answers=answers(draw)),
        reflections=tuple(Reflection(**draw(sittings(one))) for one in draw(ids)),
        cards=tuple(Card(**draw(sittings(one)), aid=draw(TEXTS)) for one in draw(ids)),
        weighings=tuple(Weighing(**draw(sittings(one)), supersedes=draw(st.none() | TEXTS)) for one in draw(ids)),
        network=draw(st.none() | sittings("network").map(lambda about: Network(**about))),
        plan=draw(st.none() | sittings("plan").map(lambda about: Plan(**about))),
        justifications=tuple(Justification(**draw(sittings(one))) for one in draw(ids)),
        look_backs=tuple(LookBack(**draw(sittings(one)), of=draw(TEXTS)) for one in draw(ids)),
        set_aside=draw(
            st.dictionaries(CODES | st.from_regex(r"[A-Za-z0-9]{1,6}", fullmatch=True), REASONS, max_size=3)
        ),
    )


def read_again(content: bytes) -> Case:
    source, problems = yaml_source.parse(content, "x.yaml")
    assert source is not None
    assert not problems
    data, problems = migrations.upgrade(source)
    assert not problems
    return Case.from_data(data)


@given(cases())
def test_round_trip(case: Case) -> None:
    """It gives the same case after writing and reading, and the same bytes for the same case."""
    content = case_yaml.dump(case)
    assert read_again(content) == case
    assert case_yaml.dump(read_again(content)) == content


@given(TEXTS)
@example(" a\nb")
@example("\ta\nb")
@example("\n a\nb")
@example("a\n ")
@example("a\n\tb")
@example("a\n\n b\n  \nc")
@example("\n")
@example("a\n---\nb\n...\nc")
@example("# kop\n- punt\nsleutel: waarde")
@example("a\r\nb\r")
@example("\ufeffa\nb")
@example("a\n\u2028b")
def test_round_trip_of_a_text(text: str) -> None:
    """It keeps every character of an answer, also at the start and the end and on lines of its own."""
    case = a_case(text)
    assert read_again(case_yaml.dump(case)).reflections[0].text("ra-micro-5.evidence") == text


@given(cases())
def test_any_yaml_reader_reads_the_same(case: Case) -> None:
    """It means the same to a YAML library that knows nothing of doorbraak."""
    data = {"schema": f"doorbraak-case/{migrations.CURRENT}", **case.model_dump(mode="json", exclude_defaults=True)}
    assert yaml.safe_load(case_yaml.dump(case)) == data


@given(cases())
def test_every_line_is_plain(case: Case) -> None:
    """It holds only UTF-8 with LF, and no characters that an editor hides or changes."""
    content = case_yaml.dump(case)
    assert content.endswith(b"\n")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", content.decode())


@given(st.text(st.characters(categories=["Cs", "Ll", "Zl"]) | st.sampled_from("\n \ud83d\ude00")))
def test_lone_surrogates(text: str) -> None:
    """It writes U+FFFD for half a character, which no file can hold, and keeps the rest."""
    answer = Answer.model_construct(id="a", asked="b", status="answered", value=text, check=False)
    case = a_case().model_copy(update={"intake": Record.model_construct(answers=(answer,))})
    kept = read_again(case_yaml.dump(case)).intake.text("a")
    assert kept == re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_prose_is_readable() -> None:
    """It starts with what the file is, and shows text of several lines as those lines."""
    text = 'Ze zei: "kom maar".\n\n- eerst de school\n  - dan oma # echt\nEinde'
    assert case_yaml.dump(a_case(text)).decode() == (
        "# Een casusbestand van doorbraak; hier staat wat mensen over een gezin, een team of beleid schreven."
        " Bewaar het veilig.\n"
        "# A doorbraak case file. It can be read and mended by hand;"
        " comments are not kept when doorbraak saves it again.\n"
        'schema: "doorbraak-case/5"\n'
        'about: "case"\n'
        'created: "2026-04-30"\n'
        "intake:\n"
        "  answers:\n"
        '    - id: "title"\n'
        '      asked: "Hoe noem je deze casus?"\n'
        '      value: "Duin"\n'
        "reflections:\n"
        '  - id: "reflection-1"\n'
        '    started: "2026-04-30"\n'
        '    language: "nl"\n'
        "    pack:\n"
        '      id: "handreiking-2026"\n'
        '      version: "1"\n'
        '      digest: "0123456789abcdef"\n'
        "    answers:\n"
        '      - id: "ra-micro-5.evidence"\n'
        '        asked: "Waaraan zag je dat?"\n'
        "        value: |-\n"
        '          Ze zei: "kom maar".\n'
        "\n"
        "          - eerst de school\n"
        "            - dan oma # echt\n"
        "          Einde\n"
    )


def test_lists_come_last() -> None:
    """It writes what a thing is before its long lists, and choices as a list of ids."""
    answer = Answer(id="principles", asked="Welke?", value=("a", "b"), check=True)
    text = case_yaml.dump(Case(about="policy", created=date(2026, 1, 1), intake=Record(answers=(answer,)))).decode()
    assert text.endswith('      check: true\n      value:\n        - "a"\n        - "b"\n')


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_saved_by_an_editor(newline: str) -> None:
    """It is still the same case after an editor saved it with other line endings and a byte order mark."""
    case = a_case("Regel een\n\n  regel twee: #\nregel drie")
    text = case_yaml.dump(case).decode().replace("\n", newline)
    assert read_again(text.encode("utf-8-sig")) == case


def test_many_answers() -> None:
    """It writes and reads a case with thousands of answers."""
    many = tuple(
        Answer(id=f"q-{number}", asked=f"Vraag {number}?", value=f"Antwoord {number}\nen meer: ja")
        for number in range(2000)
    )
    case = Case(about="case", created=date(2026, 1, 1), intake=Record(answers=many))
    assert read_again(case_yaml.dump(case)) == case


def test_one_schema() -> None:
    """It writes the version that reading expects."""
    assert f'\nschema: "doorbraak-case/{migrations.CURRENT}"\n' in case_yaml.dump(a_case()).decode()
