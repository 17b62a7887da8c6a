"""`doorbraak network` without a terminal."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.cli import network
from doorbraak_cli.domain.filled import named
from doorbraak_cli.files import cases, wordings
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.flows.prompter import Paused

from .conftest import flat
from .sheets import NETWORK, duin, faults, line_of, values, without
from .test_reflect import everything_under

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doorbraak_cli.domain.case import Network
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Given, Program, Result, Writer
    from .sheets import Someone

pytestmark = pytest.mark.usefixtures("today")

HARD = ("Cliëntondersteuner; lokaal team", 'Begeleider van "Café Ünïek"', "Wijkagent, 's nachts", "Łódź € 🙂")


def there() -> Network:
    found = duin().network
    assert found is not None
    return found


def roles() -> list[str]:
    """Give who is in the network, in the order of their numbers."""
    answers = there().by_id()
    return [str(answers[f"{party}.role"].value) for party in named(answers, "party")]


def listed(path: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8-sig", delimiter: str = ";") -> Path:
    """Write a list as a spreadsheet does."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


@pytest.fixture
def made(program: Program, write: Writer) -> bytes:
    """Give the bytes of a case with a network."""
    assert program("network", "duin", "--answers", write(NETWORK)).code == 0
    return cases.locate("duin").read_bytes()


# ---- a list of participants


def invitation(tmp_path: Path) -> tuple[Path, list[str]]:
    """Give two hundred participants in a file with all that makes lists hard, and their roles."""
    names = [f"{HARD[number % len(HARD)]} {number}" for number in range(200)]
    rows = [
        (f"Jansen; J. {number}", role, f"j{number}@voorbeeld.nl", "Kent ze; al jaren.\nEcht.")
        for number, role in enumerate(names)
    ]
    return listed(tmp_path / "uitnodiging.csv", [("Naam", "Functie", "E-mailadres", "Band"), *rows]), names


def test_two_hundred_rows(program: Program, tmp_path: Path) -> None:
    """It takes two hundred rows with accents, semicolons, quotes and a BOM into a new case, each as it was written."""
    path, names = invitation(tmp_path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    result = program("network", "duin", "--import", path)
    assert (result.code, result.out) == (0, "")
    assert roles() == names
    assert there().text("party-200.bond") == "Kent ze; al jaren. Echt."
    assert there().finished is None
    text = cases.locate("duin").read_text("utf-8")
    assert "Jansen" not in text
    assert "voorbeeld.nl" not in text


def test_what_is_told_of_a_list(program: Program, tmp_path: Path) -> None:
    """It tells how many were added, which columns were not taken and why, that roles do, and how to go on."""
    path = listed(
        tmp_path / "lijst.csv",
        [
            ("Rol", "Naam", "E-mail", "Telefoon", "Kleur", "Schoenmaat"),
            ("arts", "Jansen", "j@x.nl", "0612", "rood", "44"),
        ],
    )
    lines = program("network", "duin", "--import", path).err.splitlines()
    say = wordings.load("nl")
    assert lines[0] == say("import.added", count=1)
    assert say("import.dropped", columns="Naam, E-mail, Telefoon") in lines
    assert say("import.ignored", columns="Kleur, Schoenmaat") in lines
    assert say("import.roles") in lines
    assert lines[-1] == say("import.go-on", command="doorbraak network duin")
    assert not any(word in " ".join(lines) for word in ("Jansen", "j@x.nl", "0612", "rood", "arts"))


def test_nobody_twice(program: Program, made: bytes, tmp_path: Path, nl: Wording) -> None:
    """It adds who is not there yet to a network that is, whatever the capitals and spaces, and lets the rest stand."""
    assert made
    before = there().by_id()
    path = listed(tmp_path / "lijst.csv", [("Rol",), ("BUURVROUW",), ("leerkracht",), ("veilig  thuis",), ("arts",)])
    result = program("network", "duin", "--import", path)
    assert result.code == 0
    assert result.err.splitlines()[:2] == [nl("import.added", count=2), nl("import.there-already", count=2)]
    assert roles() == ["gezinscoach, lokaal team", "Veilig Thuis", "buurvrouw", "leerkracht", "arts"]
    after = there().by_id()
    assert {name: after[name] for name in before if before[name].value is not None and name != "table"} == {
        name: one for name, one in before.items() if one.value is not None and name != "table"
    }


def test_same_list_twice(program: Program, tmp_path: Path, nl: Wording) -> None:
    """It adds nobody when the same list comes again."""
    path, names = invitation(tmp_path)
    program("network", "duin", "--import", path)
    before = cases.locate("duin").read_bytes()
    again = program("network", "duin", "--import", path)
    assert again.code == 0
    assert again.err.splitlines()[:2] == [nl("import.added", count=0), nl("import.there-already", count=200)]
    assert cases.locate("duin").read_bytes() == before
    assert roles() == names


def test_several_with_one_role(program: Program, tmp_path: Path) -> None:
    """It takes as many people of one role as the list has, and of a longer list only those there are more of."""
    two = listed(tmp_path / "twee.csv", [("Rol",), ("leerkracht",), ("leerkracht",), ("arts",)])
    four = listed(tmp_path / "vier.csv", [("Rol",), *[("leerkracht",)] * 4])
    program("network", "duin", "--import", two)
    assert roles() == ["leerkracht", "leerkracht", "arts"]
    program("network", "duin", "--import", four)
    assert roles() == ["leerkracht", "leerkracht", "arts", "leerkracht", "leerkracht"]


def test_names_instead_of_roles(program: Program, tmp_path: Path, nl: Wording, someone: Someone) -> None:
    """It warns that names are not needed, and asks for who is there by name again in the walk, the name filled in."""
    path = listed(tmp_path / "lijst.csv", [("Naam", "Rol"), ("Jansen", "arts"), ("De Vries", ""), ("Bakker", "")])
    result = program("network", "duin", "--import", path)
    assert nl("import.by-name", count=2) in result.err
    assert roles() == ["arts", "De Vries", "Bakker"]
    someone.does = {"party-2.role": ["buurvrouw"], "party-3.role": ["oma"]}
    someone.given = {"title": "Duin"}
    assert program("network", "duin").code == 0
    asked = [one for one in someone.asked if one.endswith(".role")]
    assert asked == ["party-2.role", "party-3.role", "party-4.role"]
    assert roles() == ["arts", "buurvrouw", "oma"]
    assert "De Vries" not in cases.locate("duin").read_text("utf-8")


def test_going_on_after_a_list(
    program: Program, tmp_path: Path, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes on with the walk where somebody is at the keyboard: nobody is asked for whom the list named."""
    monkeypatch.setattr(network, "is_interactive", lambda: True)
    path = listed(tmp_path / "lijst.csv", [("Rol",), ("arts",), ("oma",)])
    someone.does = {"party-1.place": ["core"], "party-2.place": [Paused()]}
    someone.given = {"title": "Duin"}
    result = program("network", "duin", "--import", path)
    assert result.code == 130
    assert "doorbraak network duin" in result.err
    assert not {"list", "party-1.role", "party-2.role"} & {*someone.asked}
    assert "party-3.role" in someone.asked
    assert there().text("party-1.place") == "core"


def test_list_in_the_middle_of_a_walk(program: Program, tmp_path: Path, someone: Someone) -> None:
    """It takes a list into a network that somebody paused in, and keeps what they were typing and where they were."""
    someone.given = {"title": "Duin", "party-1.role": "oma", "party-2.role": None, "at-table": "chair"}
    someone.does = {"chair": [Paused("Waarom is")]}
    assert program("network", "duin").code == 130
    path = listed(tmp_path / "lijst.csv", [("Rol",), ("arts",), ("oma",)])
    assert program("network", "duin", "--import", path).code == 0
    assert roles() == ["oma", "arts"]
    chair = there().by_id()["chair"]
    assert (chair.status, chair.value) == ("draft", "Waarom is")
    someone.questions.clear()
    new = f"{named(there().by_id(), 'party')[-1]}.place"
    someone.given = {"chair": "Waarom is zij er niet?", new: "core"}
    assert program("network", "duin").code == 0
    assert not {"title", "party-1.role", "party-1.place", "at-table"} & {*someone.asked}
    assert (there().text("chair"), there().text(new)) == ("Waarom is zij er niet?", "core")


def test_list_passed_on_at_a_terminal(program: Program, someone: Someone, monkeypatch: pytest.MonkeyPatch) -> None:
    """It asks nothing after a list from stdin: there are no keys to be read any more."""
    monkeypatch.setattr(network, "is_interactive", lambda: True)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"oma\narts\n")))
    result = program("network", "duin", "--import", "-")
    assert result.code == 0
    assert someone.questions == []
    assert "doorbraak network duin" in result.err
    assert roles() == ["oma", "arts"]


def test_from_stdin(process: Callable[..., Result], nl: Wording) -> None:
    """It reads what is pasted or passed on from stdin for "-", and names a broken row of that."""
    result = process(
        "network", "duin", "--import", "-", text="\ufeffRol;Naam\nklinisch psycholoog; X\nécole;Y\n".encode()
    )
    assert (result.code, result.out) == (0, "")
    assert roles() == ["klinisch psycholoog", "école"]
    assert nl("import.go-on", command="doorbraak network duin") in result.err
    before = cases.locate("duin").read_bytes()
    broken = process("network", "duin", "--import", "-", text=b"Rol;Naam\narts;X\noma;Y;Z\n")
    assert broken.code == 1
    assert broken.err.startswith("-:3: ")
    assert cases.locate("duin").read_bytes() == before


BROKEN = (
    'Rol;Wettelijke taak\narts;ja\n"oma;nee\nleerkracht;zeehond\nagent;ja;zeehond\n;ja\nschool "zeehond" noord;nee\n'
)


@pytest.mark.parametrize("case", ["new", "there"])
def test_broken_rows(program: Program, write: Writer, tmp_path: Path, case: str) -> None:
    """It names the line of every broken row at once, none of what stands there, and adds nobody, also not the rest."""
    if case == "there":
        program("network", "duin", "--answers", write(NETWORK))
    before = everything_under(Path.home())
    kept = cases.locate("duin").read_bytes() if case == "there" else b""
    path = tmp_path / "lijst.csv"
    path.write_text(BROKEN, "utf-8")
    result = program("network", "duin", "--import", path)
    assert (result.code, result.out) == (1, "")
    assert [one.split(":")[0] for one in faults(result.err, path)] == ["3", "4", "5", "6", "7"]
    assert "zeehond" not in result.err
    assert everything_under(Path.home()) == before
    assert case == "new" or cases.locate("duin").read_bytes() == kept


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "import.empty"),
        (b"PK\x03\x04\x00\x00", "import.binary"),
        (b"Rol;Naam\r\n", "import.no-rows"),
    ],
)
def test_no_list(program: Program, tmp_path: Path, nl: Wording, content: bytes, said: str) -> None:
    """It says what is wrong with a file that is no list, and makes nothing."""
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)
    result = program("network", "duin", "--import", path)
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert nl(said) in result.err
    assert everything_under(Path.home()) == []


@pytest.mark.parametrize("name", ["weg.csv", "."])
def test_no_file(program: Program, name: str) -> None:
    """It says that a list is not there, and makes nothing."""
    result = program("network", "duin", "--import", name)
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert everything_under(Path.home()) == []


def test_no_room(program: Program, tmp_path: Path, nl: Wording) -> None:
    """It takes as many as there is room for, and of more none at all."""
    path = listed(tmp_path / "vol.csv", [("Rol",), *[(f"rol {number}",) for number in range(298)]])
    assert program("network", "duin", "--import", path).code == 0
    before = cases.locate("duin").read_bytes()
    more = listed(tmp_path / "meer.csv", [("Rol",), ("een",), ("twee",), ("drie",)])
    result = program("network", "duin", "--import", more)
    assert (result.code, result.out) == (1, "")
    assert result.err.strip() == nl("network.too-many", count=3, room=2)
    assert cases.locate("duin").read_bytes() == before
    fits = listed(tmp_path / "past.csv", [("Rol",), ("een",), ("twee",)])
    assert program("network", "duin", "--import", fits).code == 0
    assert len(roles()) == 300


def test_list_into_a_file_about_a_team(program: Program, answers: Path, tmp_path: Path, nl: Wording) -> None:
    """It takes no list into a file about a team, nor answers, and leaves that alone."""
    answers.write_text(answers.read_text("utf-8").replace("micro", "meso"), "utf-8")
    assert program("reflect", "noord", "--answers", answers).code == 0
    before = cases.locate("noord").read_bytes()
    path = listed(tmp_path / "lijst.csv", [("Rol",), ("arts",)])
    for more in (("--import", path), ("--answers", answers)):
        result = program("network", "noord", *more)
        assert (result.code, result.out) == (1, "")
        assert nl("weigh.not-a-case") in result.err
    assert cases.locate("noord").read_bytes() == before


# ---- from a file with answers


def test_answers(program: Program, write: Writer) -> None:
    """It plays a network through, saves it finished, days as days, and says how to read it, also for a meeting."""
    result = program("network", "duin", "--answers", write(NETWORK))
    assert (result.code, result.out) == (0, "")
    for command in ("summary duin\n", "summary duin --for meeting\n"):
        assert f"doorbraak {command}" in result.err
    kept = values({**duin().intake.by_id(), **there().by_id()})
    given = {name: tuple(one) if isinstance(one, list) else one for name, one in NETWORK.items()}
    assert kept == {**given, "party-2.watch-until": "2026-12-09", "meeting-when": "2026-11-27"}
    assert there().finished is not None


def test_twenty_two(program: Program, en: Wording) -> None:
    """It plays a table of twenty-two through, in English, of whom each is told of in the summary."""
    answers = content_root() / "cases" / "full-table.en.yaml"
    assert program("--lang", "en", "network", "duin", "--answers", answers).code == 0
    assert len(roles()) == 22
    out = program("--lang", "en", "summary", "duin", "--only", "network").out
    assert [one for one in roles() if one not in out] == []
    for place in ("core", "background", "not-now", "open"):
        assert f"## {en(f'network.place.{place}')}" in out


def test_list_in_a_file(program: Program, write: Writer) -> None:
    """It takes a pasted list from a file too, with what is answered about those on it."""
    given = {"title": "Duin", "list": "oma\n- buurvrouw\n\n", "party-2.place": "core", "contact": "party-1"}
    assert program("network", "duin", "--answers", write(given)).code == 0
    assert roles() == ["oma", "buurvrouw"]
    assert there().text("party-2.place") == "core"
    assert there().text("contact") == "party-1"


def test_merged(program: Program, write: Writer, made: bytes) -> None:
    """It replaces in a network what a file answers, adds what is new, and leaves all else as it was."""
    assert made
    before = values(there().by_id())
    given: Given = {
        "party-1.safety": "Komt elke avond.",
        "party-4.role": "oma",
        "party-4.place": "core",
        "overview": "yes",
    }
    result = program("network", "duin", "--answers", write(given))
    assert (result.code, result.out) == (0, "")
    assert values(there().by_id()) == {**before, **given}
    assert there().finished is not None


def test_merged_with_what_decides(program: Program, write: Writer, made: bytes) -> None:
    """It keeps what leaned on an answer that a file changes, for whoever changes it back."""
    assert made
    program("network", "duin", "--answers", write({"coordinator": "none", "coordinator-next": "de teamleider, morgen"}))
    answers = there().by_id()
    assert answers["coordinator"].value == "none"
    assert answers["coordinator-who"].value == "party-1"
    assert answers["coordinator-lacks"].value == "Een eigen budget."
    out = program("summary", "duin", "--only", "network").out
    assert "de teamleider, morgen" in out


def test_merged_with_what_is_not_settled(program: Program, write: Writer, tmp_path: Path) -> None:
    """It keeps from a file about something else who was on a list by name only, still to be asked again."""
    program("network", "duin", "--import", listed(tmp_path / "lijst.csv", [("Naam", "Rol"), ("De Vries", "")]))
    assert program("network", "duin", "--answers", write({"title": "Duin", "goal": "Een bed."})).code == 0
    assert there().text("goal") == "Een bed."
    assert roles() == ["De Vries"]


def test_merged_with_a_draft(program: Program, write: Writer, someone: Someone) -> None:
    """It keeps from a file about something else what somebody was typing when they paused."""
    someone.given = {"title": "Duin", "party-1.role": "oma", "party-2.role": None, "at-table": "chair"}
    someone.does = {"chair": [Paused("Waarom is")]}
    assert program("network", "duin").code == 130
    assert there().by_id()["chair"].status == "draft"
    assert program("network", "duin", "--answers", write({"goal": "Een bed."})).code == 0
    assert (there().text("goal"), there().text("chair")) == ("Een bed.", "Waarom is")
    assert roles() == ["oma"]


def test_merged_with_what_is_left_open(program: Program, made: bytes, tmp_path: Path) -> None:
    """It takes nothing away of a network for what is null in a template of which something else was filled in."""
    assert made
    before = values(there().by_id())
    path = tmp_path / "in-te-vullen.yaml"
    program("network", "--answers-template", "-o", path)
    text = path.read_text("utf-8")
    assert text.count("\n  goal: null\n") == 1
    path.write_text(text.replace("\n  goal: null\n", '\n  goal: "Een bed."\n'), "utf-8")
    program("network", "duin", "--answers", path)
    assert {name: one for name, one in values(there().by_id()).items() if name != "goal"} == {
        name: one for name, one in before.items() if name != "goal"
    }


def test_faults(program: Program, write: Writer) -> None:
    """It tells all faults at once, with where each stands and about whom in words, and writes nothing."""
    wrong: Given = {
        "party-2.statutory": "jaa",
        "party-2.watch-until": "31-2-2026",
        "party-3.place": "achtergrond",
        "coordinator-who": "party-7",
        "meeting-when": "zeehond",
        "needed": ["party-1", "party-7"],
    }
    given = {**NETWORK, **wrong, "party-1.safty": "zeehond", "party-301.role": "zeehond", "at-tabel": "chair"}
    path = write(given)
    result = program("network", "duin", "--answers", path)
    assert (result.code, result.out) == (1, "")
    assert everything_under(Path.home()) == []
    found = faults(result.err, path)
    at = {name: found.pop(f"{line_of(given, name)}:3", "") for name in given}
    ((place, text),) = found.items()
    assert place.startswith(f"{line_of(given, 'needed')}:")
    assert "party-7" in text
    assert 'bedoelde je "' not in at["party-2.statutory"] or "(betrokkene 2)" in at["party-2.statutory"]
    assert "(betrokkene 2)" in at["party-2.watch-until"]
    assert wordings.load("nl")("read.no-day") in at["party-2.watch-until"]
    assert wordings.load("nl")("read.no-day") in at["meeting-when"]
    assert "core, background, not-now, missing" in at["party-3.place"]
    assert "party-7" in at["coordinator-who"]
    assert '"party-1.safety" (betrokkene 1)' in at["party-1.safty"]
    assert at["party-301.role"]
    assert '"at-table"' in at["at-tabel"]
    assert "zeehond" not in result.err


def test_faults_in_a_case_that_is_there(program: Program, write: Writer, made: bytes) -> None:
    """It leaves a network as it was where a file has a fault, and asks for no title of a case that has one."""
    result = program("network", "duin", "--answers", write({"overview": "yes", "title": "Zee", "mandate": "nou"}))
    assert (result.code, result.out) == (1, "")
    assert [one.partition(": ")[0][-3:] for one in result.err.splitlines()] == ["4:3", "5:3"]
    assert cases.locate("duin").read_bytes() == made


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"party-1.place": "not-now", "party-1.watch": "x"}, "party-1.watch (betrokkene 1)"),
        ({"party-3.missing-how": "x", "party-3.place": "core"}, "party-3.missing-how (betrokkene 3)"),
        ({"coordinator-next": "x"}, "coordinator-next"),
        ({"without-why": "x"}, "without-why"),
        ({"table": "finish"}, "table"),
        ({"party-5.place": "core"}, "party-5.place (betrokkene 5)"),
        ({"party-1.role": "een\ntwee"}, "party-1.role (betrokkene 1)"),
        ({"list": ["oma"]}, "list"),
        ({"needed": "party-1"}, "needed"),
        ({"title": None}, "title"),
    ],
)
def test_one_fault(program: Program, write: Writer, changes: Given, said: str) -> None:
    """It says what cannot be answered beside the other answers, and writes nothing."""
    path = write({**NETWORK, **changes})
    result = program("network", "duin", "--answers", path)
    assert (result.code, result.out) == (1, "")
    assert any(said in text for text in faults(result.err, path).values())
    assert everything_under(Path.home()) == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_template_goes_round(program: Program, tmp_path: Path, lang: str) -> None:
    """It writes a template that, filled in where it must be and a bit further, is a whole set of answers."""
    path = tmp_path / "in-te-vullen.yaml"
    assert program("--lang", lang, "network", "--answers-template", "-o", path).code == 0
    text = path.read_text("utf-8")
    filled = {"title": "Duin", "party-1.role": "oma", "party-1.place": "core", "meeting-when": "2026-12-09"}
    for name, value in filled.items():
        assert text.count(f"\n  {name}: null\n") == 1
        text = text.replace(f"\n  {name}: null\n", f'\n  {name}: "{value}"\n')
    path.write_text(text, "utf-8")
    result = program("--lang", lang, "network", "duin", "--answers", path)
    assert (result.code, result.out) == (0, "")
    assert values({**duin().intake.by_id(), **there().by_id()}) == filled
    assert program("network", "--answers-template", "-o", path).code == 1


# ---- how it is called


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "doorbraak network NAAM"),
        (("--import", "x.csv"), "doorbraak network NAAM"),
        (("--answers", "x.yaml"), "doorbraak network NAAM"),
        (("a/b:c",), "a/b:c"),
        (("duin", "te", "veel"), "te veel"),
        (("duin", "--imprt", "x"), "--import"),
        (("duin", "--import"), "--import"),
        (("duin", "--import", "x.csv", "--answers", "x.yaml"), "--answers doet niets bij --import"),
        (("duin", "--answers-template"), "CASUS doet niets bij --answers-template"),
        (
            ("--answers-template", "--import", "x", "--answers", "x"),
            "--import, --answers doet niets bij --answers-template",
        ),
        (("duin", "-o", "uit.yaml"), "--answers-template"),
        (("duin", "--import", "x.csv", "-o", "uit.yaml"), "--answers-template"),
        (("duin", "--answers", "x.yaml", "-o", "uit.yaml"), "--answers-template"),
        (("duin",), "--answers"),
        (("duin", "--plain"), "--answers"),
    ],
)
def test_wrong_usage(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It says what is wrong, exits 2 and writes nothing; so it does where there is nobody to ask."""
    result = program("network", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert everything_under(Path.home()) == []
    assert list(Path().iterdir()) == []


def test_off_a_terminal(process: Callable[..., Result], made: bytes) -> None:
    """It asks nothing of /dev/null or a pipe: exit 2, the option to use, and a case that is there is left alone."""
    for text in (None, b"1\n1\n\xff\x00\x1b[A"):
        result = process("network", "duin", text=text)
        assert (result.code, result.out) == (2, "")
        assert "--answers" in result.err
        assert result.err.count("\n") == 1
    assert cases.locate("duin").read_bytes() == made


def test_dutch_name_and_english(program: Program, write: Writer, tmp_path: Path, en: Wording) -> None:
    """It answers to its Dutch name, and speaks English when asked, about a list too."""
    path = listed(tmp_path / "list.csv", [("Role", "Colour"), ("teacher", "red")], delimiter=",")
    result = program("--lang", "en", "netwerk", "duin", "--import", path)
    assert result.code == 0
    for told in (en("import.added", count=1), en("import.ignored", columns="Colour"), en("import.roles")):
        assert told in result.err
    assert "doorbraak --lang=en network duin" in result.err
    assert there().language == "en"
    broken = program("--lang", "en", "network", "duin", "--answers", write(without(NETWORK, "title", mandate="maybe")))
    assert "mandate" in broken.err
    assert "Het antwoord" not in broken.err
    assert flat(en("help.network"))[:40] in flat(program("--lang", "en", "network", "--help").out)
