"""`doorbraak check`."""

from __future__ import annotations

import json
import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.cli import wiring
from doorbraak_cli.cli.seeing import seeing
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.domain.case import Answer, Justification, Reflection
from doorbraak_cli.files import cases
from doorbraak_cli.flows.sheets import Sheets

from .conftest import flat
from .spots import BEGUN, IN_SHORT, NO_HOME, SHORT, answers, case_of, codes, found, keep, leaves, met, stuck, weighed

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Program
    from .spots import Leaving

EXAMPLES = Path(__file__).parents[1] / "checks" / "examples"
TODAY = date(2026, 6, 1)
MARKER = "zeehond"
HOSTILE = "[bold]x[/] \x1b[31m :smile: <b> \u202e"
LITERAL = "[bold]x[/] ␛[31m :smile: <b> <U+202E>"


def says(pack: Pack, code: str, lang: str = "nl") -> str:
    spot = pack.blind_spot(code)
    assert spot
    return spot.says.pick(lang)


def title(pack: Pack, code: str, lang: str = "nl") -> str:
    spot = pack.blind_spot(code)
    assert spot
    return spot.title.pick(lang)


def part(out: str, start: str, end: str) -> str:
    """Give what is shown from one text up to another."""
    return start + flat(out).partition(start)[2].partition(end)[0]


def closing(say: Wording) -> str:
    """Give what a check ends with: what this is about, and how to read about a code."""
    return say("check.end", explain="doorbraak explain")


# --- What it shows


def test_text(program: Program, pack: Pack) -> None:
    """It names, per principle, each code with its sentence, what that is about, and the command to go to."""
    keep("duin")
    result = program("check", "duin")
    assert (result.code, result.err) == (1, "")
    ra, bk, sw = (one.title.pick("nl") for one in pack.principles)
    order = ["Casus M. (duin)", ra, "RA01", "RA04", bk, "BK03", "BK05", "BK06", "BK11", "BK13", sw, "SW06"]
    places = [result.out.find(one) for one in order]
    assert -1 not in places
    assert places == sorted(places)
    unknown, unfounded = part(result.out, "BK03", "BK05"), part(result.out, "BK11", "BK13")
    assert unknown.startswith(f"BK03 {says(pack, 'bk03')} (Wonen; Inkomen; Schulden) ")
    assert unknown.endswith("Ga naar: doorbraak weigh duin --deepen --at foundation ")
    assert f"{says(pack, 'bk11')} (Hotel)" in unfounded
    assert "Ga naar: doorbraak weigh duin --at choice" in unfounded
    assert flat(result.out).count("Ga naar:") == len(IN_SHORT)


def test_closing(program: Program, nl: Wording) -> None:
    """It ends once, after all cases, with what this is about and how to read about a code."""
    keep("dijk")
    keep("duin")
    told = flat(program("check").out)
    assert told.endswith(closing(nl))
    assert told.count(closing(nl)) == 1


def test_nothing_found(program: Program, nl: Wording) -> None:
    """It says so where nothing was left out, and exits 0."""
    keep("duin")
    result = program("check", "duin", "--select", "SW01")
    assert (result.code, result.err) == (0, "")
    assert result.out == f"{nl('check.clean-chosen', case='Casus M. (duin)')}\n"
    keep("heel", case_of(Reflection(id="reflection-1", answers=(), **BEGUN)))
    assert program("check", "heel").out == f"{nl('check.clean', case='Casus M. (heel)')}\n"


def test_empty(program: Program, nl: Wording) -> None:
    """It gives one line for a case in which nothing was done yet, with how to begin, and finds nothing."""
    keep("leeg", case_of())
    result = program("check", "leeg")
    assert (result.code, result.err) == (0, "")
    line = nl("check.empty", case="Casus M. (leeg)", command="doorbraak weigh leeg")
    assert result.out == f"{line}\n"
    assert codes(program, "leeg") == []


def test_no_cases(program: Program) -> None:
    """It finds nothing where no case was made yet."""
    result = program("check")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Er zijn nog geen casussen om na te lopen; begin met doorbraak weigh NAAM.\n"
    assert codes(program) == []


def test_languages(program: Program, pack: Pack) -> None:
    """It works by its Dutch name, and speaks English when asked, with a command that does so too."""
    keep("duin")
    assert says(pack, "BK06") in flat(program("nalopen", "duin").out)
    told = flat(program("--lang", "en", "check", "duin").out)
    assert "BK03 " + says(pack, "bk03", "en") in told
    assert "Go to: doorbraak --lang=en weigh duin --deepen --at foundation" in told
    assert [one.title.pick("en") for one in pack.principles if one.title.pick("en") not in told] == []


def test_text_is_no_markup(program: Program) -> None:
    """It shows what people typed as it stands: in a title, in what something is about, and in a reason."""
    given = {"depth": "short", "option-1.what": HOSTILE, "choice": "option-1"}
    keep("duin", case_of(weighed(given), title=HOSTILE, set_aside={"BK06": HOSTILE}))
    told = flat(program("check", "duin").out)
    assert f"{LITERAL} (duin)" in told
    assert f"({LITERAL})" in part(told, "BK11", "BK13")
    assert f": {LITERAL} " in told.partition("Opzij gelegd")[2]
    assert found(program, "duin", "--select", "BK11")[0]["about"] == [HOSTILE]
    keep("leeg", case_of(title=HOSTILE))
    assert LITERAL in program("check", "leeg").out


def test_narrow(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """It fits on a narrow screen, but for the line with the commands."""
    monkeypatch.setenv("COLUMNS", "50")
    keep("duin")
    lines = program("check", "duin").out.splitlines()
    assert len(lines) > 20
    assert [one for one in lines if len(one) > 50 and "doorbraak" not in one] == []


# --- Which codes


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (["--select", "BK03"], ["BK03"]),
        (["--select", "bk03,Bk06"], ["BK03", "BK06"]),
        (["--select", " bk06 , bk03 "], ["BK03", "BK06"]),
        (["--select", "bk03", "--select", "RA"], ["RA01", "RA04", "BK03"]),
        (["--select", "sw"], ["SW06"]),
        (["--ignore", "BK"], ["RA01", "RA04", "SW06"]),
        (["--ignore", "bk,ra01", "--ignore", "SW06"], ["RA04"]),
        (["--select", "BK", "--ignore", "BK03,bk05"], ["BK06", "BK11", "BK13"]),
        (["--ignore", "RA,BK,SW"], []),
    ],
)
def test_chosen_codes(program: Program, chosen: list[str], left: list[str]) -> None:
    """It looks for codes or whole families only, or not for them, however they are written."""
    keep("duin")
    assert codes(program, "duin") == [*IN_SHORT]
    assert codes(program, "duin", *chosen) == left
    result = program("check", "duin", *chosen)
    assert result.code == bool(left)
    assert [one for one in IN_SHORT if f"{one}\n" in result.out] == left


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(("given", "near"), [("BK99", "BK09"), ("bk99", "BK09"), ("RA01,sw144", "SW14")])
def test_unknown_code(program: Program, option: str, given: str, near: str) -> None:
    """It says which code was meant, and which there are, shows nothing and exits 2."""
    keep("duin")
    result = program("check", "duin", option, given)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        f'{option}: "{given.rsplit(",", maxsplit=1)[-1]}" is er niet; bedoelde je {near}? Kies uit: RA, BK, SW, RA01'
    )
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("given", ["", " ", "BK03,", "[bold]", "\x1b[31m"])
def test_no_code(program: Program, given: str) -> None:
    """It refuses what is no code at all."""
    keep("duin")
    result = program("check", "duin", "--select", given)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("--select: ")
    assert "\x1b" not in result.err


# --- Which cases


def test_cases_and_folders(program: Program, tmp_path: Path) -> None:
    """It takes cases by name and path and whole folders, each case once; all in the home folder where none is named."""
    home = keep("duin")
    keep("dijk")
    elsewhere = keep(tmp_path / "elders" / "zee.yaml")
    one = ("--select", "SW06")
    assert [each["case"] for each in found(program, *one)] == ["dijk", "duin"]
    assert [each["case"] for each in found(program, *one, "duin")] == ["duin"]
    there = found(program, *one, elsewhere.parent, "duin", home)
    assert [each["case"] for each in there] == [str(elsewhere), "duin"]
    assert there[0]["command"] == f"doorbraak plan {elsewhere} --at actions"
    out = program("check", *one, elsewhere.parent, "duin").out
    assert f"({elsewhere})" in "".join(out.split())
    assert "(duin)" in out


@pytest.mark.parametrize("as_json", [False, True])
def test_broken_among_good(program: Program, as_json: bool) -> None:
    """It checks all others, then tells of each broken one what is wrong with it, without what stands there."""
    keep("a")
    broken = keep("b")
    broken.write_text(broken.read_text("utf-8") + f"  {MARKER}: [\n", "utf-8")
    other = keep("c")
    other.write_text("x: 1\n", "utf-8")
    keep("d")
    result = program("check", *(["--json"] if as_json else []), "--select", "SW06")
    assert result.code == 1
    if as_json:
        assert [one["case"] for one in json.loads(result.out)] == ["a", "d"]
    else:
        assert [name in result.out for name in ("(a)", "(b)", "(c)", "(d)")] == [True, False, False, True]
    assert [line.partition(":")[0] for line in result.err.splitlines()] == [str(broken), str(other)]
    assert MARKER not in result.err


def test_only_broken(program: Program) -> None:
    """It exits 1 where a case can't be read and nothing was found, and its JSON is an empty list."""
    keep("b").write_text("x: 1\n", "utf-8")
    result = program("check", "b", "--json")
    assert (result.code, json.loads(result.out)) == (1, [])
    assert "b.yaml" in result.err


def test_missing(program: Program) -> None:
    """It says of a case that is not there how to begin it, and checks the others."""
    keep("duin")
    result = program("check", "weg", "duin")
    assert result.code == 1
    assert "RA01" in result.out
    assert "doorbraak reflect weg" in result.err


# --- For other programs


def test_json(program: Program, pack: Pack) -> None:
    """It gives all that is known of what was found, as data."""
    keep("duin")
    (one,) = found(program, "duin", "--select", "BK03")
    assert {
        "code": "BK03",
        "principle": "breed-kijken",
        "title": title(pack, "bk03"),
        "says": says(pack, "bk03"),
        "about": ["Wonen", "Inkomen", "Schulden"],
        "case": "duin",
        "title_of_case": "Casus M.",
        "command": "doorbraak weigh duin --deepen --at foundation",
    }.items() <= one.items()


def test_one_list(program: Program) -> None:
    """It gives one list over many cases, and nothing beside it; an empty one where nothing was found."""
    for name in ("a", "b", "c"):
        keep(name)
    keep("leeg", case_of())
    result = program("check", "--json")
    assert (result.code, result.err) == (1, "")
    listed = json.loads(result.out)
    assert [(one["case"], one["code"]) for one in listed] == [(name, code) for name in "abc" for code in IN_SHORT]
    none = program("check", "leeg", "--json")
    assert (none.code, none.err, json.loads(none.out)) == (0, "", [])


# --- What was set aside


def test_set_aside_in_the_file(program: Program, pack: Pack, nl: Wording) -> None:
    """It shows with its reason what was set aside in a case, however its code is written, and does not count it."""
    keep("duin", case_of(weighed(), set_aside={"BK03": "Oma zoekt het uit.", "bk06": "Staat in het plan."}))
    result = program("check", "duin", "--select", "BK")
    assert result.code == 1
    above, _, aside = result.out.partition(nl("check.aside"))
    assert [one in above for one in ("BK03", "BK05", "BK06", "BK11")] == [False, True, False, True]
    assert f"BK03 {title(pack, 'bk03')}: Oma zoekt het uit." in flat(aside)
    assert f"BK06 {title(pack, 'bk06')}: Staat in het plan." in flat(aside)
    assert codes(program, "duin", "--select", "BK") == ["BK05", "BK11", "BK13"]


def test_all_set_aside(program: Program, nl: Wording) -> None:
    """It exits 0 where all it finds was set aside, and still shows that."""
    keep("duin", case_of(weighed(), set_aside={"BK03": "Oma zoekt het uit."}))
    result = program("check", "duin", "--select", "BK03")
    assert (result.code, result.err) == (0, "")
    assert nl("check.nothing") in result.out
    assert "Oma zoekt het uit." in result.out
    none = program("check", "duin", "--select", "BK03", "--json")
    assert (none.code, json.loads(none.out)) == (0, [])


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_unknown_code_in_the_file(program: Program, nl: Wording, as_json: tuple[str, ...]) -> None:
    """It tells which file sets a code aside that is not there, after what it found, and exits 1."""
    path = keep("duin", case_of(weighed(), set_aside={"BK99": "Zo.", "bk03": "Zo."}))
    result = program("check", "duin", "--select", "BK03", *as_json)
    assert result.code == 1
    assert result.err == f"{path}: {nl('check.unknown-code', code='BK99', doorbraak='doorbraak')}\n"
    assert result.out


def test_set_aside_what_a_pack_took_out(program: Program, tmp_path: Path) -> None:
    """It has nothing to say of a code that was set aside and that somebody's own folder has taken out since."""
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "pack.yaml").write_text('disabled: ["bk03"]\n', "utf-8")
    keep("duin", case_of(weighed(), set_aside={"BK03": "Zo."}))
    result = program("--pack", own, "check", "duin", "--select", "RA01")
    assert result.err == ""
    assert "BK03" not in result.out


def test_set_aside(program: Program, pack: Pack, nl: Wording) -> None:
    """It sets a code aside with a reason in the file of a case, and changes nothing else there."""
    path = keep("duin")
    before = cases.read(path)
    result = program("check", "duin", "--set-aside", "bk03", "--reason", " Oma zoekt het uit. ")
    assert (result.code, result.err) == (0, "")
    assert result.out == f"{nl('check.left', code='BK03', title=title(pack, 'bk03'))}\n"
    assert cases.read(path) == before.model_copy(update={"set_aside": {"BK03": "Oma zoekt het uit."}})
    assert codes(program, "duin") == [one for one in IN_SHORT if one != "BK03"]


def test_set_aside_again(program: Program) -> None:
    """It keeps the last reason where one stood there already, and what else was set aside."""
    path = keep("duin", case_of(weighed(), set_aside={"bk03": "Eerst.", "BK06": "Blijft."}))
    assert program("check", "duin", "--set-aside", "BK03", "--reason", "Later.").code == 0
    assert cases.read(path).set_aside == {"BK06": "Blijft.", "BK03": "Later."}


@pytest.mark.parametrize(
    "arguments",
    [
        ("duin", "--set-aside", "BK03"),
        ("duin", "--set-aside", "BK03", "--reason", "  "),
        ("duin", "--reason", "Zo."),
        ("--set-aside", "BK03", "--reason", "Zo."),
        ("duin", "dijk", "--set-aside", "BK03", "--reason", "Zo."),
    ],
)
def test_one_code_one_case_one_reason(program: Program, nl: Wording, arguments: tuple[str, ...]) -> None:
    """It sets nothing aside without a reason, a code and one case, says so and exits 2."""
    paths = [keep("duin"), keep("dijk")]
    before = [one.read_bytes() for one in paths]
    result = program("check", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"{nl('check.one-reason')}\n"
    assert [one.read_bytes() for one in paths] == before


def test_set_aside_what_is_not_there(program: Program) -> None:
    """It names the nearest code where there is none like that, exits 2, and leaves the file as it is."""
    path = keep("duin")
    before = path.read_bytes()
    result = program("check", "duin", "--set-aside", "BK99", "--reason", "Zo.")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith('--set-aside: "BK99" is er niet; bedoelde je BK09?'), result.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("arguments", [("--set-aside", "BK03", "--reason", "Zo."), ("--look-again", "BK03")])
def test_set_aside_in_no_case(program: Program, arguments: tuple[str, ...]) -> None:
    """It says of a case that is not there how to begin it, and makes none."""
    result = program("check", "weg", *arguments)
    assert (result.code, result.out) == (1, "")
    assert "doorbraak reflect weg" in result.err
    assert not cases.locate("weg").exists()


@pytest.mark.parametrize("other", [("--select", "BK"), ("--ignore", "BK"), ("--json",), ("--look-again", "BK06")])
def test_set_aside_beside_a_check(program: Program, nl: Wording, other: tuple[str, ...]) -> None:
    """It refuses what does nothing beside setting aside."""
    path = keep("duin")
    before = path.read_bytes()
    result = program("check", "duin", "--set-aside", "BK03", "--reason", "Zo.", *other)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"{nl('usage.idle', options=other[0], beside='--set-aside')}\n"
    assert path.read_bytes() == before


def test_look_again_at_a_code_that_is_not_there(program: Program) -> None:
    """It takes out what is no code any more: that is how the fault of it can be mended."""
    path = keep("duin", case_of(weighed(), set_aside={"XX99": "Zo.", "BK06": "Blijft."}))
    assert program("check", "duin", "--look-again", "xx99").code == 0
    assert cases.read(path).set_aside == {"BK06": "Blijft."}


def test_set_aside_and_not_found(program: Program, nl: Wording) -> None:
    """It shows what was set aside also where that would not be found, in the check and in the summary."""
    aside = {"SW13": "Ligt in het dossier.", "SW14": "Weet de regio.", "BK05": "Kon niet."}
    keep("duin", case_of(weighed(), set_aside=aside))
    for shown in (program("check", "duin").out, program("summary", "duin").out):
        assert nl("check.aside") in shown
        assert all(why in flat(shown) for why in aside.values())
    only = program("check", "duin", "--select", "BK05").out
    assert ("Kon niet." in flat(only), "Weet de regio." in flat(only)) == (True, False)


def test_empty_case_about_policy(program: Program) -> None:
    """It sends to a reflection where nothing can be weighed."""
    keep("beleid", case_of().model_copy(update={"about": "policy"}))
    assert "begin met doorbraak reflect beleid." in flat(program("check", "beleid").out)


def test_code_before_family(program: Program, tmp_path: Path) -> None:
    """It takes a code for itself where there is one, also where others begin with it."""
    own = tmp_path / "eigen"
    own.mkdir()
    spot = """  - id: "{id}"
    principle: "breed-kijken"
    title: {{nl: "Eigen"}}
    says: {{nl: "Eigen."}}
    why: {{nl: "Zo."}}
    do: {{nl: "Doe."}}
    leave: {{nl: "Nooit."}}
    gap: {{sheet: "weighing", empty: "measure", filled: "danger"}}
    goes_to: {{command: "weigh"}}
"""
    text = "blind_spots:\n" + spot.format(id="team-1") + spot.format(id="team-10")
    (own / "a.yaml").write_text(text, "utf-8")
    keep("duin", case_of(weighed({"danger": "yes"})))
    program_with = ("--pack", own)
    shown = {
        chosen: [str(one["code"]) for one in json.loads(program(*program_with, "check", "--json", *chosen.split()).out)]
        for chosen in ("--select team-1", "--select TEAM", "--select team --ignore team-1")
    }
    assert [*shown.values()] == [["TEAM-1"], ["TEAM-1", "TEAM-10"], ["TEAM-10"]]


def test_look_again(program: Program, nl: Wording) -> None:
    """It looks for a code again that was set aside, however that is written in the file, and keeps the others aside."""
    path = keep("duin", case_of(weighed(), set_aside={"bk03": "Zo.", "BK06": "Blijft."}))
    result = program("check", "duin", "--look-again", "BK03")
    assert (result.code, result.err) == (0, "")
    assert result.out == f"{nl('check.again', code='BK03')}\n"
    assert cases.read(path).set_aside == {"BK06": "Blijft."}
    assert "BK03" in codes(program, "duin")


def test_look_again_at_what_was_not_set_aside(program: Program, nl: Wording) -> None:
    """It refuses that, with how to see what was, and leaves the file as it is."""
    path = keep("duin", case_of(weighed(), set_aside={"BK06": "Blijft."}))
    before = path.read_bytes()
    result = program("check", "duin", "--look-again", "bk03")
    assert (result.code, result.out) == (1, "")
    assert result.err == f"{nl('check.not-aside', code='BK03', name='duin', doorbraak='doorbraak')}\n"
    assert path.read_bytes() == before


def test_look_again_in_one_case(program: Program, nl: Wording) -> None:
    """It looks again in one case at a time."""
    keep("duin")
    keep("dijk")
    for names in ((), ("duin", "dijk")):
        result = program("check", *names, "--look-again", "BK03")
        assert (result.code, result.out, result.err) == (2, "", f"{nl('check.one-case')}\n")


# --- Over many cases


def test_over_three_cases(program: Program, pack: Pack) -> None:
    """It names what keeps coming back in three cases after the cases, and exits 1 for it."""
    for name, case in {"a": met(), "b": stuck(), "c": met()}.items():
        keep(name, case)
    bottleneck = pack.bottleneck(NO_HOME)
    assert bottleneck
    result = program("check", "--select", "sw14")
    assert (result.code, result.err) == (1, "")
    assert f"SW14 {says(pack, 'sw14')} ({bottleneck.title.pick('nl')}) " in flat(result.out)
    assert result.out.index("(c)") < result.out.index("SW14")
    (one,) = found(program, "--select", "sw14")
    assert (one["code"], one["about"]) == ("SW14", [bottleneck.title.pick("nl")])
    assert (one["case"], one["title_of_case"], one["command"]) == ("", "", "")


def test_over_two_cases(program: Program) -> None:
    """It says nothing of what was met in two cases, in three of which one was ignored, or in a case given twice."""
    keep("a", met())
    keep("b", stuck())
    assert codes(program, "a", "b", "a", "--select", "SW14") == []
    assert "SW14" not in program("check", "a", "b").out
    keep("c", met())
    assert codes(program, "--select", "SW14") == ["SW14"]
    assert "SW14" not in codes(program, "--ignore", "SW14")


def test_raised_in_one_of_them(program: Program) -> None:
    """It says nothing of what is on an agenda already."""
    for name, case in {"a": met(), "b": met(), "c": stuck(raised="de wethouder")}.items():
        keep(name, case)
    assert codes(program, "--select", "SW14") == []


def test_over_cases_but_not_where_it_was_set_aside(program: Program) -> None:
    """It does not count a case in which somebody set that aside."""
    for name in ("a", "b", "c"):
        keep(name, met())
    assert codes(program, "--select", "SW14") == ["SW14"]
    program("check", "c", "--set-aside", "sw14", "--reason", "Ligt al bij de regio.")
    assert codes(program, "--select", "SW14") == []
    program("check", "c", "--look-again", "SW14")
    assert codes(program, "--select", "SW14") == ["SW14"]


# --- Where it sends people


@pytest.fixture
def leaving(monkeypatch: pytest.MonkeyPatch) -> Leaving:
    """Give who stops at the first question of whatever is begun, on the day the examples are about."""
    monkeypatch.setattr(wiring, "today", lambda: TODAY)
    return leaves(monkeypatch)


ELSEWHERE = {"SW04": ("meeting",), "SW12": ("engagement", "return")}
"""Where a rule can go to beside the step of its text: what it is about has a step of its own."""


def examples() -> list[Path]:
    """Give one case per rule in which it speaks; not one with a card, which a consult is written down on."""
    first: dict[str, Path] = {}
    for path in sorted(EXAMPLES.glob("*/triggers-*.yaml")):
        if not cases.read(path).cards:
            first.setdefault(path.parent.name, path)
    return [*first.values()]


def as_deep(case: Case) -> Case:
    """Give a case with a full weighing where it has one of which nobody said how deep it is."""
    last = case.last_weighing
    if last is None or last.text("depth"):
        return case
    return case.with_sitting(last.with_answer(Answer(id="depth", asked="?", value="full")))


def test_there_are_examples() -> None:
    """It has an example of nearly all rules to follow."""
    assert len(examples()) > 40


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.parent.name)
def test_command_goes_there(program: Program, pack: Pack, leaving: Leaving, path: Path) -> None:
    """It names a command that works in that case, and that begins in the step where something can be done about it."""
    keep("duin", as_deep(cases.read(path)))
    (one,) = found(program, "duin", "--select", path.parent.name)
    name, *words = shlex.split(one["command"])
    assert (name, words[1]) == ("doorbraak", "duin")
    assert program(*words).code == 130
    spot = pack.blind_spot(one["code"])
    assert spot
    assert leaving.questions[0].step == (one["goes_to"]["step"] or "")
    assert one["goes_to"]["step"] in (spot.goes_to.step, *ELSEWHERE.get(one["code"], ()))


@pytest.mark.parametrize(("code", "step"), [("BK03", "foundation"), ("BK06", "premortems")])
def test_short_weighing_is_deepened(program: Program, leaving: Leaving, code: str, step: str) -> None:
    """It goes to a step that a short weighing passes over by deepening it; in a full one just there."""
    for depth, words in {"short": ["--deepen", "--at", step], "full": ["--at", step]}.items():
        keep("duin", case_of(weighed({"depth": depth, "option-1.what": "Hotel", "choice": "option-1"})))
        (one,) = found(program, "duin", "--select", code)
        assert shlex.split(one["command"]) == ["doorbraak", "weigh", "duin", *words]
        leaving.questions.clear()
        assert program("weigh", "duin", *words).code == 130
        assert [each.step for each in leaving.questions] == [step]


# --- In a summary


def test_summary_as_json(program: Program, pack: Pack) -> None:
    """It is in the JSON of a summary too, with why something was set aside."""
    keep("duin", case_of(weighed(), set_aside={"BK03": "Oma zoekt het uit."}))
    unseen = json.loads(program("summary", "duin", "--format", "json").out)["unseen"]
    assert [one["code"] for one in unseen] == [*IN_SHORT]
    (known,) = [one for one in unseen if one["code"] == "BK03"]
    assert (known["why_aside"], known["title"]) == ("Oma zoekt het uit.", title(pack, "bk03"))


def test_summary(program: Program, nl: Wording) -> None:
    """It stands in the summary for the file, and not in those for the family and for a meeting."""
    shared: dict[str, Value] = {**SHORT, "share": ("options", "choice")}
    keep("duin", case_of(weighed(shared), plan=stuck().plan, set_aside={"BK03": "Oma zoekt het uit."}))
    for reader, there in {"file": True, "family": False, "meeting": False}.items():
        result = program("summary", "duin", "--for", reader)
        assert result.code == 0
        told = (nl("summary.unseen"), "Oma zoekt het uit.", "BK05")
        assert [one in result.out for one in told] == [there] * 3


def test_which_of_several_exceptions(program: Program, leaving: Leaving) -> None:
    """It goes to the exception that lacks a ground, and to the step of that ground, not to the last or the first."""
    whole = {
        "asked": "Een taxi.",
        "room": "Ja.",
        "article": "Artikel 5.",
        "grip": "Zij wil dit.",
        "cost-1.what": "taxi",
    }
    first = {name: one for name, one in whole.items() if name != "grip"}
    given = ({**first, "asked": "Een woning.", "cost-1.amount": "10.00"}, {**whole, "cost-1.amount": "10.00"})
    several = [
        Justification(id=f"justification-{number}", answers=answers(one), **BEGUN)
        for number, one in enumerate(given, start=1)
    ]
    keep("duin", case_of(*several))
    (one,) = found(program, "duin", "--select", "SW12")
    assert one["about"] == ["Een woning. · Betrokkenheid: grip voor het gezin"]
    assert one["command"] == "doorbraak justify duin --of 1 --at engagement"
    assert program(*shlex.split(one["command"])[1:]).code == 130
    assert leaving.questions[0].step == "engagement"
    assert program("justify", "duin", "--of", "3", "--at", "engagement").code == 2
    keep("een", case_of(several[0]))
    assert found(program, "een", "--select", "SW12")[0]["command"] == "doorbraak justify een --at engagement"


def test_offered_in_the_exception_it_is_about(pack: Pack, nl: Wording) -> None:
    """It offers what an exception lacks where that one is looked over, and not in the other."""
    several = [
        Justification(id=f"justification-{number}", answers=answers(one), **BEGUN)
        for number, one in enumerate(({"asked": "Een woning."}, {"asked": "Een taxi.", "decided": "no"}), start=1)
    ]
    case = case_of(*several)
    for at, there in enumerate((True, False)):
        start = Sheets(pack, nl, date(2026, 11, 25)).reopened(case, case.justifications[at])
        review = seeing(start, Settings(nl), pack, "justify").flow.review(start.case)
        assert any("SW12" in one.label for one in review.options) == there
