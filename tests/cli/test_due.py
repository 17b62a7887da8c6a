"""`doorbraak due`."""

from __future__ import annotations

import errno
import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from doorbraak_cli.cli import many_cases, wiring
from doorbraak_cli.domain.case import Answer, Case, Justification, Network, Plan, Record, Weighing
from doorbraak_cli.domain.pack import PackRef
from doorbraak_cli.files import case_yaml

from .conftest import flat
from .test_looking import loaded_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.principle import About

    from .conftest import Program

TODAY = date(2026, 11, 25)
MARKER = "zeehond"
SITTING: dict[str, Any] = {
    "started": date(2026, 9, 1),
    "language": "nl",
    "pack": PackRef(id="p", version="1", digest="d"),
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a home for cases, on a day that is always the same."""
    home = tmp_path / "casussen"
    home.mkdir()
    monkeypatch.setenv("DOORBRAAK_HOME", str(home))
    monkeypatch.setattr(wiring, "today", lambda: TODAY)
    return home


def answers(given: Mapping[str, str]) -> tuple[Answer, ...]:
    return tuple(Answer(id=name, asked="?", value=value) for name, value in given.items())


def plan(*days: str) -> dict[str, str]:
    """Give the answers of a plan with an action on each day."""
    given: dict[str, str] = {}
    for number, day in enumerate(days, start=1):
        thing = f"action-{number}"
        given |= {f"{thing}.what": f"iets {number}", f"{thing}.who": "oma", f"{thing}.by": day}
    return given


def write(path: Path, given: Mapping[str, str], title: str = "Casus M.", about: About = "case", **more: Any) -> Path:
    """Write a case with these answers in its plan."""
    intake = Record(answers=answers({"title": title}))
    there = Plan(id="plan", answers=answers(given), **SITTING) if given else None
    case = Case(about=about, created=date(2026, 9, 1), intake=intake, plan=there, **more)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(case_yaml.dump(case))
    return path


def listed(program: Program, *arguments: str | Path) -> list[dict[str, Any]]:
    found = json.loads(program("due", "--json", *arguments).out)
    assert isinstance(found, list)
    return found


# --- The list


def test_list(program: Program, home: Path) -> None:
    """It shows what should have been done, and what comes in two weeks, of all cases in the home folder."""
    write(home / "duin.yaml", plan("2026-11-01", "2026-12-09", "2026-12-10"))
    write(home / "dijk.yaml", plan("2026-11-30"), "Dijk")
    result = program("due")
    assert (result.code, result.err) == (0, "")
    order = ["Had al gemoeten", "zondag 1 november", "Tot en met 9 december", "maandag 30", "woensdag 9 december 2026"]
    places = [flat(result.out).find(text) for text in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "actie 2 · iets 2" in flat(result.out)
    assert "Casus M. (duin)" in flat(result.out)
    assert "iets 3" not in result.out


def test_settled(program: Program, home: Path) -> None:
    """It leaves out what was done or dropped."""
    given = {**plan("2026-12-01", "2026-12-02", "2026-12-03"), "action-1.status": "done", "action-3.status": "dropped"}
    write(home / "duin.yaml", given)
    assert [one["id"] for one in listed(program)] == ["action-2"]


def test_nothing(program: Program, home: Path) -> None:
    """It says so when nothing is due, with how many cases were read, and that is no fault."""
    write(home / "duin.yaml", plan("2027-12-01"))
    result = program("due")
    assert (result.code, result.err) == (0, "")
    assert flat(result.out).startswith("Tot en met 9 december 2026 staat er niets open")
    assert "Gelezen casussen: 1." in flat(result.out)
    assert program("due", "--json").out == "[]\n"


def test_no_home(program: Program, home: Path) -> None:
    """It has nothing to show where no case was made yet."""
    home.rmdir()
    result = program("due")
    assert (result.code, result.err) == (0, "")
    assert "Gelezen casussen: 0." in flat(result.out)


@pytest.mark.parametrize("about", ["organisation", "policy"])
def test_not_about_a_family(program: Program, home: Path, about: About) -> None:
    """It has nothing due in a file about a team or a policy."""
    write(home / "team.yaml", plan("2026-12-01"), about=about)
    assert listed(program) == []


def test_dutch_name_and_english(program: Program, home: Path) -> None:
    """It works by its Dutch name, and speaks English when asked."""
    write(home / "duin.yaml", plan("2026-12-01"))
    assert "iets 1" in program("termijnen").out
    assert "action 1 · iets 1" in flat(program("--lang", "en", "due").out)


def test_narrow(program: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It fits on a narrow screen."""
    monkeypatch.setenv("COLUMNS", "40")
    write(home / "duin.yaml", plan("2026-12-01"))
    assert max(map(len, program("due").out.splitlines())) <= 40


# --- How far ahead


@pytest.mark.parametrize(
    ("ahead", "numbers"),
    [
        ("0", [1, 2]),
        ("1d", [1, 2, 3]),
        ("14", [1, 2, 3, 4]),
        ("2 weken", [1, 2, 3, 4]),
        ("2W", [1, 2, 3, 4]),
        ("15 days", [1, 2, 3, 4, 5]),
        ("3660", [1, 2, 3, 4, 5]),
    ],
)
def test_within(program: Program, home: Path, ahead: str, numbers: list[int]) -> None:
    """It looks as far ahead as was asked, today included, and never leaves out what is late."""
    write(home / "duin.yaml", plan("2019-01-01", "2026-11-25", "2026-11-26", "2026-12-09", "2026-12-10"))
    assert [one["number"] for one in listed(program, "--within", ahead)] == numbers


@pytest.mark.parametrize("ahead", ["", "gauw", "-1", "3661", "2 wekjes", "9" * 5000, "\x1b[31m"])
def test_wrong_within(program: Program, home: Path, ahead: str) -> None:
    """It says what --within can be, shows nothing and exits 2."""
    write(home / "duin.yaml", plan("2026-12-01"))
    result = program("due", "--within", ahead)
    assert (result.code, result.out) == (2, "")
    assert "14d, 2w" in result.err
    assert result.err.count("\n") == 1
    assert len(result.err) < 250
    assert "\x1b" not in result.err


# --- Which cases


def test_named_cases(program: Program, home: Path, tmp_path: Path) -> None:
    """It takes cases by name and by path, and only those."""
    write(home / "duin.yaml", plan("2026-12-02"))
    write(home / "dijk.yaml", plan("2026-12-03"))
    elsewhere = write(tmp_path / "elders" / "zee.yaml", plan("2026-12-01"))
    assert [one["case"] for one in listed(program, "duin", elsewhere)] == [str(elsewhere), "duin"]


def test_folder(program: Program, tmp_path: Path) -> None:
    """It takes all cases in a folder, but not what is hidden, is no YAML or lies deeper."""
    folder = tmp_path / "work" / "map"
    write(folder / "b.yaml", plan("2026-12-01"))
    write(folder / "a.yaml", plan("2026-12-01"))
    write(folder / ".b.yaml", plan("2026-12-01"))
    write(folder / "dieper" / "c.yaml", plan("2026-12-01"))
    (folder / "antwoorden.txt").write_text("x", "utf-8")
    for name in ("map", "map/", "./map", folder):
        assert [Path(one["case"]).name for one in listed(program, name)] == ["a.yaml", "b.yaml"]


def test_folder_called_like_a_case(program: Program, home: Path, tmp_path: Path) -> None:
    """It takes a bare name as that of a case first."""
    write(home / "duin.yaml", plan("2026-12-01"))
    write(tmp_path / "work" / "duin" / "x.yaml", plan("2026-12-01"))
    assert [one["case"] for one in listed(program, "duin")] == ["duin"]
    assert [one["case"] for one in listed(program, "duin/")] == [os.path.join("duin", "x.yaml")]  # noqa: PTH118 - text


def test_each_case_once(program: Program, home: Path, tmp_path: Path) -> None:
    """It counts a case once, however often and by whatever name it was given."""
    path = write(home / "duin.yaml", plan("2026-12-01"))
    (tmp_path / "ook.yaml").symlink_to(path)
    assert [one["case"] for one in listed(program, "duin", path, "duin", home, tmp_path / "ook.yaml")] == ["duin"]


def test_nothing_in_a_folder(program: Program, tmp_path: Path) -> None:
    """It says that nothing is due in a folder without cases."""
    (tmp_path / "work" / "leeg").mkdir()
    result = program("due", "leeg/")
    assert result.code == 0
    assert "Gelezen casussen: 0." in flat(result.out)


def test_folder_that_cannot_be_read(program: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says that a folder can't be read, and shows the rest."""
    write(home / "duin.yaml", plan("2026-12-01"))
    Path("dicht").mkdir()

    def refuse(folder: Path) -> list[Path]:
        raise PermissionError(errno.EACCES, "no", str(folder))

    monkeypatch.setattr(many_cases, "_in_folder", refuse)
    result = program("due", "dicht/", "duin")
    assert result.code == 1
    assert "iets 1" in result.out
    assert result.err.startswith("dicht/: Deze map is niet te lezen (je mag hier niet schrijven of lezen)")


@pytest.mark.parametrize("name", ["a/b", "weg/", "x" * 300, "-x.yaml:", "a\x00b", ""])
def test_no_name_of_a_case(program: Program, home: Path, name: str) -> None:
    """It refuses what can't be the name of a case, in one sentence, and shows nothing."""
    write(home / "duin.yaml", plan("2026-12-01"))
    result = program("due", "duin", "--", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


# --- Cases that can't be read


def test_broken_among_good(program: Program, home: Path) -> None:
    """It shows what the others have, and then what is wrong with the broken ones, without what stands there."""
    write(home / "a.yaml", plan("2026-12-01"))
    broken = write(home / "b.yaml", plan("2026-12-02"))
    broken.write_text(broken.read_text("utf-8").replace('status: "answered"', "") + f"  {MARKER}: [\n", "utf-8")
    write(home / "c.yaml", plan("2026-12-03"))
    (home / "d.yaml").write_text("x: 1\n", "utf-8")
    result = program("due")
    assert result.code == 1
    assert [text in result.out for text in ("(a)", "(b)", "(c)", "(d)")] == [True, False, True, False]
    assert [line.partition(":")[0] for line in result.err.splitlines()] == [str(broken), str(home / "d.yaml")]
    assert MARKER not in result.err


def test_missing(program: Program, home: Path) -> None:
    """It says of a case that is not there how to begin it, and shows the others."""
    write(home / "duin.yaml", plan("2026-12-01"))
    result = program("due", "weg", "duin")
    assert result.code == 1
    assert "iets 1" in result.out
    assert "doorbraak reflect weg" in result.err


def test_broken_as_json(program: Program, home: Path) -> None:
    """It gives whole JSON of the others too."""
    write(home / "a.yaml", plan("2026-12-01"))
    (home / "b.yaml").write_text("x: 1\n", "utf-8")
    result = program("due", "--json")
    assert (result.code, len(json.loads(result.out))) == (1, 1)
    assert "b.yaml" in result.err


# --- For other programs


def test_json(program: Program, home: Path) -> None:
    """It gives all that is known of what is due, as data."""
    write(home / "duin.yaml", {**plan("2026-11-24"), "evaluation-next": "2026-12-01", "evaluation-with": "wij"})
    same = {"case": "duin", "title": "Casus M."}
    action = {"number": 1, "what": "iets 1", "who": "oma", "overdue": True}
    evaluation = {"number": 0, "what": "", "who": "wij", "overdue": False}
    assert listed(program) == [
        {**same, "day": "2026-11-24", "kind": "action", "id": "action-1", **action},
        {**same, "day": "2026-12-01", "kind": "evaluation", "id": "plan", **evaluation},
    ]


IN_PLAN = (
    "action-1.what", "action-1.who", "action-1.by", "handover-1.what", "handover-1.watch", "handover-1.handover-by",
    "stuck-1.what", "stuck-1.raised", "stuck-1.raised-when", "procedure-what", "moments", "moment-next",
    "evaluation-with", "evaluation-next",
)  # fmt: skip
IN_NETWORK = ("party-1.role", "party-1.watch", "party-1.watch-with", "party-1.watch-until", "goal", "meeting-when")
IN_EXCEPTION = ("asked", "decides", "until", "look-back", "look-back-who")
DAYS = {
    *("by", "handover-by", "raised-when", "moment-next", "evaluation-next"),
    *("watch-until", "meeting-when", "until", "look-back"),
}


def marked(*names: str) -> dict[str, str]:
    """Give answers: a day where a day is asked, and everywhere else a text with a marker in it."""
    return {name: "2026-12-01" if name.rpartition(".")[2] in DAYS else f"Over de {MARKER}." for name in names}


def everything(path: Path, title: str) -> Path:
    """Write a case in which all that can be due is due, with a marker in every text."""
    network, exception, weighing = (answers(marked(*names)) for names in (IN_NETWORK, IN_EXCEPTION, ("look-back",)))
    return write(
        path,
        {**marked(*IN_PLAN), "procedure": "yes"},
        title,
        network=Network(id="network", answers=network, **SITTING),
        justifications=(Justification(id="justification-1", answers=exception, **SITTING),),
        weighings=(Weighing(id="weighing-1", answers=weighing, **SITTING),),
    )


def events(path: Path | str) -> list[Any]:
    return Calendar.from_ical(Path(path).read_bytes().decode()).walk("VEVENT")


def test_calendar(program: Program, home: Path) -> None:
    """It writes a calendar with only pseudonyms beside showing the list, which does have everything."""
    everything(home / "geheim.yaml", "Casus M., mevrouw Jansen")
    result = program("due", "--ics", "agenda.ics")
    assert (result.code, result.err) == (0, "Geschreven: agenda.ics\n")
    assert MARKER in result.out
    text = Path("agenda.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert [word for word in (MARKER, "Jansen", "geheim", str(home)) if word in text] == []
    assert len(events("agenda.ics")) == 10
    assert all(str(event["SUMMARY"]).startswith("Casus M., […]: ") for event in events("agenda.ics"))
    assert "Casus M., […]: actie 1" in {str(event["SUMMARY"]) for event in events("agenda.ics")}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_calendar_is_for_oneself(program: Program, home: Path) -> None:
    """It writes a calendar that only who made it can read."""
    write(home / "duin.yaml", plan("2026-12-01"))
    program("due", "--ics", "agenda.ics")
    assert Path("agenda.ics").stat().st_mode & 0o777 == 0o600


def test_calendar_again(program: Program, home: Path) -> None:
    """It replaces a calendar of its own without being forced, with the same events in it."""
    path = write(home / "duin.yaml", plan("2026-12-01"))
    program("due", "--ics", "agenda.ics")
    (before,) = events("agenda.ics")
    write(path, plan("2026-12-03"))
    assert program("due", path, "--ics", "agenda.ics", "--json").code == 0
    (after,) = events("agenda.ics")
    assert after["UID"] == before["UID"]
    assert after["DTSTART"].dt == date(2026, 12, 3)


def test_calendar_of_two_that_look_alike(program: Program, tmp_path: Path) -> None:
    """It tells cases apart that have one title and one file name, in two folders."""
    for folder in ("een", "twee"):
        write(tmp_path / "work" / folder / "duin.yaml", plan("2026-12-01"))
    assert program("due", "een", "twee", "--ics", "agenda.ics").code == 0
    assert len({event["UID"] for event in events("agenda.ics")}) == 2


def test_calendar_of_somebody_else(program: Program, home: Path) -> None:
    """It shows the list but does not write over a file that is not its own, unless forced."""
    write(home / "duin.yaml", plan("2026-12-01"))
    (home / "stuk.yaml").write_text("x: 1\n", "utf-8")
    Path("agenda.ics").write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//elders//NL\r\nEND:VCALENDAR\r\n")
    result = program("due", "--ics", "agenda.ics")
    assert result.code == 1
    assert "iets 1" in result.out
    assert [line.partition(":")[0] for line in result.err.splitlines()] == [str(home / "stuk.yaml"), "agenda.ics"]
    assert b"elders" in Path("agenda.ics").read_bytes()
    assert program("due", "duin", "--ics", "agenda.ics", "--force").code == 0
    assert len(events("agenda.ics")) == 1


def test_calendar_of_nothing(program: Program) -> None:
    """It writes an empty calendar when nothing is due, so that an old one does not stay."""
    assert program("due", "--ics", "agenda.ics").code == 0
    assert events("agenda.ics") == []


def test_calendar_on_the_screen(program: Program, home: Path) -> None:
    """It refuses to mix a calendar with the list."""
    write(home / "duin.yaml", plan("2026-12-01"))
    result = program("due", "--ics", "-")
    assert (result.code, result.out) == (2, "")
    assert "--ics" in result.err


def test_loads_little(home: Path) -> None:
    """It shows the list without what only a calendar or asking needs."""
    write(home / "duin.yaml", plan("2026-12-01"))
    loaded = loaded_by("due")
    assert "doorbraak_cli.renderers.calendar" in loaded
    assert not loaded & {"icalendar", "questionary", "prompt_toolkit", "rich"}
