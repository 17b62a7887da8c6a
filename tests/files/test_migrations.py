"""Case files of every version that ever was stay readable."""

from __future__ import annotations

from datetime import date
from pathlib import Path  # noqa: TC003 - pytest reads the annotations of fixtures
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.domain.case import Card, Case, Justification, LookBack, Network, Plan, Weighing
from doorbraak_cli.domain.filled import named
from doorbraak_cli.files import case_yaml, cases, migrations, yaml_source
from doorbraak_cli.flows.beginning import Weighings
from doorbraak_cli.flows.flow import first_open
from doorbraak_cli.flows.sheets import Sheets

from ..following import next_question
from .conftest import DATA, refused, told

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
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
    assert case.next_id(Card) == "card-3"


def test_third_version() -> None:
    """It loses nothing of a case of the third version: weighings that know of each other, and what was left open."""
    case = cases.read(DATA / "cases" / "v3.yaml")
    old, new = case.weighings
    assert (case.title, case.reflections, case.cards) == ("Gezin Schor 🌾", (), ())
    assert (old.finished, old.supersedes, old.superseded_by) == (date(2026, 11, 25), None, "weighing-2")
    assert (new.finished, new.supersedes, new.superseded_by) == (None, "weighing-1", None)
    assert (old.language, new.language, new.pack.digest) == ("nl", "en", "0826eb3536fd936b")
    told, answers = old.by_id(), new.by_id()
    assert told["sign-1.what"].value == "De juf hoorde: „ik slaap in de auto”.\nZe vroeg niet door."
    assert told["option-1.safety.short"].value == "Binnen slapen.\n\nMet iemand die opneemt."
    assert told["option-1.safety.short.differs"].value == ("member-2",)
    assert (told["option-1.livelihood.long"].status, old.text("option-1.livelihood.long.find-out")) == (
        "skipped",
        "de gemeente bellen",
    )
    assert (old.text("choice"), old.text("look-back")) == ("option-1", "9 december 2026")
    assert told["share"].value == ("member-2", "options", "choice")
    cell = answers["option-1.safety.short"]
    assert (cell.status, cell.value, cell.stands) == ("draft", "Their own door, and", "Their own door.")
    assert {one.id for one in new.answers if one.check} == {
        *("member-1.perspective", "member-1.calm-heard", "member-1.calm"),
    }
    passed = answers["cause"]
    assert (passed.status, passed.value, passed.passed, passed.open) == ("draft", "Losing the h", True, False)
    assert [one.id for one in new.answers if one.passed] == ["cause"]
    assert answers["option-2.rest"].status == "skipped"
    assert (new.text("thought"), case.next_id(Weighing)) == ("Stay - or not?", "weighing-3")


def test_fourth_version() -> None:
    """It loses nothing of a case of the fourth version: all four sheets, with numbers that were skipped."""
    case = cases.read(DATA / "cases" / "v4.yaml")
    network, plan = case.network, case.plan
    assert network is not None
    assert plan is not None
    assert (case.title, case.reflections, case.cards, case.weighings) == ("Gezin Kwelder 🐚", (), (), ())
    assert (network.id, network.started, network.finished, network.language) == (
        *("network", date(2026, 12, 2), None, "nl"),
    )
    assert (plan.id, plan.started, plan.finished, plan.pack.digest) == (
        *("plan", date(2026, 12, 4), None, "f3afc01812919bf5"),
    )
    assert [(one.id, one.finished, one.language) for one in case.justifications] == [
        ("justification-1", date(2026, 12, 5), "en"),
        ("justification-3", None, "nl"),
    ]
    assert [(one.id, one.of, one.finished) for one in case.look_backs] == [
        ("look-back-1", "justification-1", date(2027, 3, 5)),
        ("look-back-2", "justification-1", None),
    ]
    assert [case.next_id(kind) for kind in (Network, Plan, Justification, LookBack)] == [
        *("network", "plan", "justification-2", "look-back-3"),
    ]


def test_answers_of_the_fourth_version() -> None:
    """It keeps drafts, what was confirmed before them, what was passed, what has to be checked, days and amounts."""
    case = cases.read(DATA / "cases" / "v4.yaml")
    network, plan = (one.by_id() for one in case.sittings[:2])
    assert (named(network, "party"), named(plan, "action")) == (("party-1", "party-3"), ("action-1", "action-3"))
    assert (network["party-2.role"].status, network["party-2.place"].value) == ("skipped", "not-now")
    watch = network["party-3.watch"]
    assert watch.value == "Elke week bellen.\n\n- bij zorgen: dezelfde dag # ook 's nachts"
    assert (watch.check, watch.passed, watch.open) == (True, True, False)
    when = network["meeting-when"]
    assert (when.status, when.value, when.stands, when.passed) == ("draft", "volgende vr", "2026-12-11", True)
    assert network["needed"].value == ("party-1", "party-3")
    by = plan["action-1.by"]
    assert (by.status, by.value, by.stands, by.open) == ("draft", "31-2", "2026-12-11", True)
    assert {name for name, one in plan.items() if one.check} == {
        *("action-1.status", "action-2.status", "handover-1.status", "evaluation-next", "stuck-1.status"),
    }
    first, second = case.justifications
    assert (first.text("cost-2.amount"), first.text("continuing-1.amount")) == ("1250.50", "0.05")
    assert (first.text("expect"), first.text("until")) == ("They sleep.\nAll of them.", "2027-06-05")
    assert [one.id for one in second.answers] == ["with", "asked", "rule"]
    done, begun = case.look_backs
    assert (done.text("spent-1.amount"), done.text("next")) == ("900.00", "changed")
    assert (begun.answers[-1].id, begun.answers[-1].status, begun.answers[-1].value) == (
        *("family-happened", "draft", "Ze zei nog"),
    )


def test_fifth_version() -> None:
    """It loses nothing of a case of the fifth version: what was set aside stands beside all that the fourth had."""
    case = cases.read(DATA / "cases" / "v5.yaml")
    assert case.set_aside == {
        "SW06": "Het plan staat in het dossier van de gemeente.\n\n- zie ook: 'plan' # 3",
        "bk05": "Wachten kan niet: morgen is de zitting 🐚",
        "eigen-regel-1": "geldt hier niet",
    }
    assert [case.why_aside(code)[:7] for code in ("SW06", "BK05", "EIGEN-REGEL-1", "RA01")] == [
        *("Het pla", "Wachten", "geldt h", ""),
    ]
    assert case.model_copy(update={"set_aside": {}}) == cases.read(DATA / "cases" / "v4.yaml")


def test_sheets_that_go_on(pack: Pack, nl: Wording) -> None:
    """It goes on with every sheet of the fourth version where somebody paused, with what they had typed."""
    case = cases.read(DATA / "cases" / "v4.yaml")
    sheets = Sheets(pack, nl, date(2027, 3, 10))
    starts = {
        "coordinator-next": sheets.network(case),
        "action-1.by": sheets.plan(case),
        "rule-kind": sheets.justification(case),
        "family-happened": sheets.look_back(case, case.justifications[0]),
    }
    for name, start in starts.items():
        assert (start.case, start.resumed) == (case, True)
        question = next_question(start.flow, case)
        assert question is not None
        assert question.id == name
    reopened = sheets.reopened(case, case.justifications[-1])
    assert reopened.sitting.id == "justification-3"


def test_from_the_third_version() -> None:
    """It reads a case of the third version as one of today, with only weighings in it, and saves all of it."""
    case = cases.read(DATA / "cases" / "v3.yaml")
    assert (case.network, case.plan, case.justifications, case.look_backs) == (None, None, (), ())
    assert case.sittings == case.weighings
    before = source_of((DATA / "cases" / "v3.yaml").read_text("utf-8")).data
    kept = source_of(case_yaml.dump(case).decode()).data
    assert isinstance(before, dict)
    assert kept == {**before, "schema": migrations.SCHEMA}


def test_from_the_third_version_with_sheets(tmp_path: Path) -> None:
    """It reads a sheet that a person added by hand to an older file, and refuses what it refuses in a new one."""
    path = tmp_path / "Kwelder.yaml"
    text = (DATA / "cases" / "v4.yaml").read_text("utf-8")
    path.write_text(text.replace("doorbraak-case/4", "doorbraak-case/3"), "utf-8")
    assert cases.read(path) == cases.read(DATA / "cases" / "v4.yaml")
    for old, new, key in (
        ('  - id: "justification-3"', '  - id: "justification-1"', "value.repeated-id"),
        ('  - id: "look-back-2"', '  - id: "look-back-1"', "value.repeated-id"),
        ('    of: "justification-1"\n', "", "value.missing-key"),
        ('  id: "network"\n', "", "value.missing-key"),
        ("\nnetwork:\n", "\nnetwerk:\n", "value.unknown-key-near"),
        ("\nplan:\n", "\nplan: []\nx:\n", "value.mapping"),
    ):
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        lines = refused(lambda: cases.read(path), tmp_path)
        assert f" {key}" in lines[0], lines


def test_weighing_that_goes_on(pack: Pack, en: Wording) -> None:
    """It goes on with a weighing of the third version where somebody paused, with what they had typed."""
    case = cases.read(DATA / "cases" / "v3.yaml")
    start = Weighings(pack, en, date(2027, 1, 5)).go_on(case, {})
    assert start is not None
    assert (start.case, start.sitting.id, start.resumed) == (case, "weighing-2", True)
    question = next_question(start.flow, case)
    assert question is not None
    assert question.id == "member-1.perspective"
    table = first_open((one for one in start.flow.path(case) if one.step == "table"), start.flow.answers(case))
    assert table is not None
    assert start.flow.answers(case)[table.id].value == "Their own door, and"


def test_from_the_second_version() -> None:
    """It reads a case of the second version as one of today, without weighings, and saves all of it."""
    case = cases.read(DATA / "cases" / "v2.yaml")
    assert (case.weighings, len(case.reflections), len(case.cards)) == ((), 1, 2)
    before = source_of((DATA / "cases" / "v2.yaml").read_text("utf-8")).data
    kept = source_of(case_yaml.dump(case).decode()).data
    assert isinstance(before, dict)
    assert kept == {**before, "schema": migrations.SCHEMA}


def test_from_the_second_version_with_weighings(tmp_path: Path) -> None:
    """It reads a weighing that a person added by hand to an older file, and refuses what it refuses in a new one."""
    path = tmp_path / "Schor.yaml"
    text = (DATA / "cases" / "v3.yaml").read_text("utf-8")
    path.write_text(text.replace("doorbraak-case/3", "doorbraak-case/2"), "utf-8")
    assert cases.read(path) == cases.read(DATA / "cases" / "v3.yaml")
    path.write_text(text.replace('  - id: "weighing-2"', '  - id: "weighing-1"'), "utf-8")
    assert refused(lambda: cases.read(path), tmp_path) == ["Schor.yaml:2:1 value.repeated-id"]
    path.write_text(text.replace('    supersedes: "weighing-1"', '    supersede: "weighing-1"'), "utf-8")
    (line,) = refused(lambda: cases.read(path), tmp_path)
    assert line.endswith(":5 value.unknown-key-near")


def test_from_the_first_version_to_todays(first: Source) -> None:
    """It saves an old case as one of today, with everything of the old file in it and nothing more."""
    before = {key: value for key, value in dict(first.data).items() if key != "schema"}  # type: ignore[call-overload]  # a mapping
    kept = source_of(case_yaml.dump(cases.read(DATA / "cases" / "v1.yaml")).decode())
    assert kept.data == {"schema": migrations.SCHEMA, **before}


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


@pytest.mark.parametrize("version", [migrations.CURRENT + 1, 10, 999_999_999])
def test_newer(version: int) -> None:
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
