"""Case files of every version that ever was stay readable."""

from __future__ import annotations

from datetime import date
from pathlib import Path  # noqa: TC003 - pytest reads the annotations of fixtures
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.domain.case import Case
from doorbraak_cli.files import case_yaml, cases, migrations, yaml_source

from .conftest import DATA, refused, told

if TYPE_CHECKING:
    from doorbraak_cli.files.yaml_source import Source

SAMPLES = sorted((DATA / "cases").glob("v*.yaml"))


def source_of(text: str) -> Source:
    source, problems = yaml_source.parse(text.encode(), "f.yaml")
    assert source is not None
    assert not problems
    return source


@pytest.fixture
def first() -> Source:
    return source_of((DATA / "cases" / "v1.yaml").read_text("utf-8"))


def test_every_version_has_a_sample_and_a_step() -> None:
    """It has a sample of every version from the first to today's, and a step from every version but the last."""
    assert SAMPLES
    assert [path.stem for path in SAMPLES] == [f"v{number}" for number in range(1, migrations.CURRENT + 1)]
    assert sorted(migrations.STEPS) == list(range(1, migrations.CURRENT))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_load(path: Any) -> None:
    """It reads every sample, and what is saved of it is the same case."""
    case = cases.read(path)
    source = source_of(case_yaml.dump(case).decode())
    assert Case.from_data(migrations.upgrade(source)[0]) == case


def test_first_version() -> None:
    """It loses nothing of a case of the first version."""
    case = cases.read(DATA / "cases" / "v1.yaml")
    assert (case.about, case.created, case.title) == ("case", date(2026, 4, 30), "Gezin Duin 👩‍👧")
    assert case.situation.splitlines()[1] == '- de oudste (9) gaat naar school: "gewoon, zoals altijd"'
    assert case.situation.endswith("\n\nZie ook: het verslag van 12 april. # geen commentaar")
    done, begun = case.reflections
    answers = done.by_id()
    assert (done.finished, done.language, done.pack.digest) == (date(2026, 5, 2), "nl", "0123456789abcdef")
    assert (begun.finished, begun.language, begun.pack.id) == (None, "en", "eigen-pakket")
    assert answers["principles"].value == ("radicaal-aansluiten", "breed-kijken")
    assert (answers["role"].status, answers["role"].value) == ("skipped", None)
    assert (answers["ra-micro-1.a"].check, answers["ra-micro-1.b"].check) == (True, False)
    assert answers["ra-micro-1.evidence"].value == "Ze zei: „ik ben er ook nog”.\r\nمرحبا, en 1.10 euro\ttekort. "
    assert (answers["bk-micro-5"].status, answers["bk-micro-5"].open) == ("draft", True)
    assert begun.text("subject") == "Team Noord"
    assert case.cards == ()


def test_second_version() -> None:
    """It loses nothing of a case of the second version: cards, bottlenecks, and what was confirmed before a draft."""
    case = cases.read(DATA / "cases" / "v2.yaml")
    (begun,) = case.reflections
    done, other = case.cards
    answers = begun.by_id()
    assert (case.title, case.situation) == ("Gezin Wad 🌊", "")
    assert answers["sw-micro-2.bottlenecks"].value == ("wachtlijst", "een-knelpunt-dat-er-niet-meer-is")
    assert answers["sw-micro-2.evidence"].stands == "Niemand wist wie er ging bellen.\nOok de school niet."
    assert answers["sw-micro-2.evidence"].value == "Niemand wist wie er ging bellen, en"
    assert answers["sw-micro-3.bottlenecks"].stands == ("geen-tijd", "geen-mandaat")
    assert answers["sw-micro-3.bottlenecks"].check
    assert (done.aid, done.finished, done.language) == ("zorgvuldig-consulteren", date(2026, 11, 3), "nl")
    assert [one.id for one in done.answers] == ["role", "responsible", "shared"]
    assert (done.text("role"), done.by_id()["shared"].status) == ("think-along", "skipped")
    assert (other.aid, other.finished, other.pack.id) == ("een-kaart-van-onszelf", None, "eigen-pakket")
    assert other.text("notes") == "Two things:\n- the child sleeps\n  - sometimes # not a comment"
    assert case.next_card_id == "card-3"


def test_from_the_first_version_to_the_second(first: Source) -> None:
    """It saves an old case as one of today, with everything of the old file in it and nothing more."""
    before = {key: value for key, value in dict(first.data).items() if key != "schema"}  # type: ignore[call-overload]  # a mapping
    kept = source_of(case_yaml.dump(cases.read(DATA / "cases" / "v1.yaml")).decode())
    assert kept.data == {"schema": "doorbraak-case/2", **before}


def test_from_the_first_version_with_cards(tmp_path: Path) -> None:
    """It reads what a person added by hand to an old file, and refuses in it what it refuses in a new one."""
    path = tmp_path / "Duin.yaml"
    text = (DATA / "cases" / "v2.yaml").read_text("utf-8").replace("doorbraak-case/2", "doorbraak-case/1")
    path.write_text(text, "utf-8")
    assert cases.read(path) == cases.read(DATA / "cases" / "v2.yaml")
    path.write_text(text.replace('id: "card-2"', 'id: "card-1"'), "utf-8")
    assert refused(lambda: cases.read(path), tmp_path) == ["Duin.yaml:2:1 value.repeated-id"]


def test_steps_in_order(first: Source) -> None:
    """It takes every step once and in order, from the version a file has to the one that is asked for."""

    def step(number: int) -> migrations.Step:
        return lambda data: {**data, "taken": [*data.get("taken", ()), number]}

    steps = {number: step(number) for number in (1, 2, 3)}
    data, problems = migrations.upgrade(first, current=3, steps=steps)
    assert not problems
    assert data["taken"] == [1, 2]
    assert data["about"] == "case"
    assert "schema" not in data
    second = source_of('schema: "doorbraak-case/2"\nabout: "case"\n')
    assert migrations.upgrade(second, current=3, steps=steps) == ({"about": "case", "taken": [2]}, [])
    third = source_of('schema: "doorbraak-case/3"\n')
    assert migrations.upgrade(third, current=3, steps=steps) == ({}, [])


def test_steps_leave_the_source_alone(first: Source) -> None:
    """It leaves what was read as it was, so that a fault found later still has its place."""
    before = dict(first.data) if isinstance(first.data, dict) else {}
    migrations.upgrade(first, current=2, steps={1: lambda data: data | {"about": "policy"}})
    assert first.data == before


def test_missing_step(first: Source) -> None:
    """It never skips a version: without a step that is a bug, and it does not pass for the newer one."""
    with pytest.raises(KeyError):
        migrations.upgrade(first, current=3, steps={1: lambda data: data})


@pytest.mark.parametrize("version", ["3", "10", "999999999"])
def test_newer(version: str) -> None:
    """It refuses a file of a version that is yet to come, at the line that says so."""
    data, problems = migrations.upgrade(source_of(f'about: "case"\nschema: "doorbraak-case/{version}"\n'))
    assert data is None
    assert told(problems) == ["f.yaml:2:9 case.newer"]


OTHER = (
    *("doorbraak-case", "doorbraak-case/", "doorbraak-case/0", "doorbraak-case/-1", "doorbraak-case/1.0"),
    *("doorbraak-case/01", "doorbraak-case/1/2", "doorbraak-case/²", "doorbraak-case/١", "doorbraak-case/ 1"),
    *("Doorbraak-case/1", "doorbraak-answers/1", "", f"doorbraak-case/{'9' * 5000}"),
)


@pytest.mark.parametrize("schema", OTHER, ids=lambda schema: schema[:30])
def test_no_case(schema: str) -> None:
    """It refuses a file that says it is something else, or nothing we know."""
    assert told(migrations.upgrade(source_of(f'schema: "{schema}"\n'))[1]) == ["f.yaml:1:9 case.no-schema"]


@pytest.mark.parametrize(
    "text", ["about: case", "- schema: doorbraak-case/1", "schema: 1", "schema:", "schema: [a]", "5"]
)
def test_no_schema(text: str) -> None:
    """It refuses a file without a line that says what it is."""
    (line,) = told(migrations.upgrade(source_of(f"{text}\n"))[1])
    assert line.endswith(" case.no-schema")
