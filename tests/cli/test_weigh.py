"""`doorbraak weigh` and `summary --for family` without a terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.weighed import SHORT
from doorbraak_cli.files import cases, wordings
from doorbraak_cli.files.bundled import content_root

from .test_reflect import everything_under

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.case import Weighing
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Given, Program, Result, Writer

CANARY = "Moeder Jansen dronk weer"
GIVEN: Given = {
    "title": "Duin",
    "depth": "short",
    "danger": "no",
    "danger-basis": "Gisteren is iedereen gezien.",
    "member-1.role": "moeder",
    "member-1.heard": "said",
    "member-1.perspective": "Een eigen huis.\nEn slapen.",
    "member-2.role": "oudste zoon",
    "member-2.heard": "said-alone",
    "member-2.perspective": "Dat vertelde hij apart.",
    "option-1.what": "Plaatsing",
    "option-1.force": "coercive",
    "option-2.what": "Logeren bij oma",
    "option-2.force": "voluntary",
    "nothing.rest": "dat kan niet meer",
    "option-1.livelihood.long": None,
    "option-1.livelihood.long.find-out": "de gemeente bellen",
    "option-2.safety.short": "Oma let op.",
    "option-2.safety.short.stays": "no",
    "option-2.safety.short.differs": ["member-1", "member-2"],
    "option-2.safety.short.how.member-2": "slaapt op de bank",
    "option-2.development.long": "School gaat door.",
    "choice": "option-2",
    "because": "Hier past iedereen.",
    "look-back": "woensdag 9 december 2026",
    "share": ["member-1", "options", "choice"],
}
SINCE = {"seen-done": "Hij logeert daar.", "seen-safety": "Oma belde tweemaal."}


@pytest.fixture
def duin(program: Program, write: Writer) -> str:
    """Give the name of a case with one short weighing."""
    assert program("weigh", "duin", "--answers", write(GIVEN)).code == 0
    return "duin"


@pytest.fixture
def twice(program: Program, write: Writer, duin: str) -> str:
    """Give the name of a case with two weighings."""
    later = {name: value for name, value in GIVEN.items() if name != "title"} | SINCE
    assert program("weigh", duin, "--answers", write(later)).code == 0
    return duin


def weighings(name: str = "duin") -> tuple[Weighing, ...]:
    return cases.read(cases.locate(name)).weighings


def without(*names: str, **more: str | list[str] | None) -> Given:
    return {name: value for name, value in {**GIVEN, **more}.items() if name not in names}


def faults(result: Result, path: Path) -> dict[str, str]:
    """Give what is wrong by where that stands, and see to it that nothing was shown or written for it."""
    assert (result.code, result.out) == (1, "")
    assert everything_under(Path.home()) == []
    lines = [line.removeprefix(f"{path}:") for line in result.err.splitlines()]
    return dict(line.split(": ", maxsplit=1) for line in lines)


# ---- from a file


def test_short(program: Program, write: Writer) -> None:
    """It plays a short weighing through, saves it finished, and says how to read it, also with the family."""
    result = program("weigh", "duin", "--answers", write(GIVEN))
    assert (result.code, result.out) == (0, "")
    assert "doorbraak summary duin\n" in result.err
    assert "doorbraak summary duin --for family\n" in result.err
    (one,) = weighings()
    assert (one.id, one.supersedes, one.superseded_by) == ("weighing-1", None, None)
    assert one.finished is not None
    kept = {**cases.read(cases.locate("duin")).intake.by_id(), **one.by_id()}
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in GIVEN.items()}
    given["look-back"] = "2026-12-09"
    assert {name: kept[name].value for name in given} == given


def test_what_a_file_leaves_out(program: Program, duin: str) -> None:
    """It keeps what a file says nothing about as skipped; a short weighing asks nothing of the other steps."""
    (one,) = weighings(duin)
    said = one.by_id()
    assert said["nothing.about"].status == said["risk"].status == "skipped"
    assert "option-1.safety.short" not in said
    assert not {"thought", "cause", "stepped-in", "against", "housing.state"} & {*said}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_full(program: Program, pack: Pack, lang: str) -> None:
    """It plays a whole full weighing through, in either language: every step of it is told in the summary."""
    answers = content_root() / "cases" / f"marianne-weighing.{lang}.yaml"
    start = content_root() / "cases" / f"marianne.{lang}.yaml"
    assert program("--lang", lang, "reflect", "m", "--answers", start).code == 0
    result = program("--lang", lang, "weigh", "m", "--answers", answers)
    assert (result.code, result.out) == (0, "")
    told = json.loads(program("--lang", lang, "summary", "m", "--format", "json").out)["weighings"][0]
    assert {one["id"] for one in told["steps"] if one["state"] == "told"} == {
        one.id for one in pack.weighing if one.id != "since"
    }
    out = program("--lang", lang, "summary", "m").out
    assert all(one.title.pick("en" if lang == "en" else "nl") in out for one in pack.weighing if one.id != "since")


def test_depth_beside_a_file(program: Program, write: Writer) -> None:
    """It takes the depth from the option, whatever its capitals, where the file leaves that out."""
    assert program("weigh", "duin", "--depth", "SHORT", "--answers", write(without("depth"))).code == 0
    assert weighings()[0].text("depth") == SHORT


@pytest.mark.parametrize("depth", ["short", "full"])
def test_depth_twice(program: Program, write: Writer, nl: Wording, depth: str) -> None:
    """It refuses a depth on the line beside one in the file, also where they agree."""
    result = program("weigh", "duin", "--depth", depth, "--answers", write(GIVEN))
    assert (result.code, result.err.strip()) == (2, nl("weigh.twice"))
    assert everything_under(Path.home()) == []


# ---- what is wrong with a file


def test_faults_name_option_value_and_term(program: Program, write: Writer) -> None:
    """It tells all faults at once: where each stands in the file, and in words which option, value and term it is."""
    wrong: Given = {
        "option-2.safety.short.stays": "noo",
        "option-2.safety.short.differs": ["member-1", "member-7"],
        "option-2.safety.short.how.member-2": "een\ntwee",
        "option-1.force": CANARY,
        "member-1.heard": ["said"],
        "danger": "nee",
    }
    given = {**without("danger-basis"), **wrong, "nothing.safety.shrt": "x", "option-2.developmnt.long": "x"}
    path = write(given)
    found = faults(program("weigh", "duin", "--answers", path), path)
    at = {name: line for line, name in enumerate(given, start=3)}
    by_name = {name: found.pop(f"{line}:3", "") for name, line in at.items()}
    (item,) = found.items()
    assert re.fullmatch(rf"{at['option-2.safety.short.differs']}:\d\d", item[0])
    assert "member-7" in item[1]
    assert "optie 2, veiligheid, korte termijn" in item[1]
    assert 'bedoelde je "no"' in by_name["option-2.safety.short.stays"]
    for name in ("stays", "how.member-2"):
        assert "(optie 2, veiligheid, korte termijn)" in by_name[f"option-2.safety.short.{name}"]
    assert "(optie 1)" in by_name["option-1.force"]
    assert "(gezinslid 1)" in by_name["member-1.heard"]
    assert "yes, no, unknown" in by_name["danger"]
    near = by_name["nothing.safety.shrt"]
    assert '"nothing.safety.short" (Niets doen of afwachten, veiligheid, korte termijn)' in near
    near = by_name["option-2.developmnt.long"]
    assert '"option-2.development.long" (optie 2, ontwikkeling, lange termijn)' in near


def test_faults_in_english(program: Program, write: Writer) -> None:
    """It names option, value and term in English where that is spoken."""
    path = write({**GIVEN, "option-2.safety.short.stays": "noo", "nothing.livelihod.long": "x"})
    found = faults(program("--lang", "en", "weigh", "duin", "--answers", path), path)
    assert "(option 2, safety, short term)" in found["21:3"]
    assert 'mean "no"' in found["21:3"]
    assert '"nothing.livelihood.long" (Do nothing or wait, livelihood, long term)' in found["29:3"]


def test_faults_below_an_unknown_cell(program: Program, write: Writer) -> None:
    """It names what is wrong below a mistyped cell too: who mends the cell finds no more faults behind it."""
    given = {("option-2.safety.shrot" if name == "option-2.safety.short" else name): one for name, one in GIVEN.items()}
    path = write({**given, "option-2.safety.short.stays": "noo"})
    found = faults(program("weigh", "duin", "--answers", path), path)
    assert '"option-2.safety.short" (optie 2, veiligheid, korte termijn)' in found["20:3"]
    assert 'bedoelde je "no"' in found["21:3"]


def test_no_alternative(program: Program, write: Writer) -> None:
    """It asks for an alternative beside a compulsory measure, naming the option that is missing."""
    gone = [name for name in GIVEN if name.startswith("option-2") or name in {"choice", "because"}]
    path = write(without(*gone))
    (fault,) = faults(program("weigh", "duin", "--answers", path), path).items()
    assert fault[0] == "2:1"
    assert "option-2.what (optie 2" in fault[1]
    path = write({**without(*gone), "option-2.what": None})
    (fault,) = faults(program("weigh", "duin", "--answers", path), path).items()
    assert fault[0] == f"{2 + len(without(*gone)) + 1}:3"
    assert "option-2.what (optie 2" in fault[1]


def test_no_alternative_needed(program: Program, write: Writer) -> None:
    """It asks for none beside something voluntary."""
    gone = [name for name in GIVEN if name.startswith("option-2") or name in {"choice", "because"}]
    path = write({**without(*gone), "option-1.force": "voluntary"})
    assert program("weigh", "duin", "--answers", path).code == 0


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", ["volgende week", "31-2-2026", "9/13"])
def test_no_day(program: Program, write: Writer, nl: Wording, text: str) -> None:
    """It refuses a day to look back that is no day, and says how to write one."""
    path = write({**GIVEN, "look-back": text})
    (fault,) = faults(program("weigh", "duin", "--answers", path), path).items()
    assert fault[0] == "27:3"
    assert nl("read.no-day") in fault[1]
    assert text not in fault[1].replace(nl("read.no-day"), "")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"depth": "shrt"}, 'bedoelde je "short"'),
        ({"depth": None}, "depth"),
        ({"choice": "option-3"}, "nothing, option-1, option-2"),
        ({"choice": "Logeren bij oma"}, "nothing, option-1, option-2"),
        ({"waits": "Geld"}, "waits"),
        ({"thought": "Weg ermee"}, "thought"),
        ({"seen-done": "Niets"}, "seen-done"),
        ({"table": "finish"}, "table"),
        ({"option-16.what": "Te veel"}, "option-16.what"),
        ({"share": ["member-1", "member-3"]}, "member-3"),
        ({"share": ["thought"]}, "share"),
        ({"look-back": ["9-12-2026"]}, "look-back"),
    ],
)
def test_one_fault(program: Program, write: Writer, changes: Given, said: str) -> None:
    """It says what cannot be answered, or not in this depth, and writes nothing."""
    path = write({**GIVEN, **changes})
    found = faults(program("weigh", "duin", "--answers", path), path)
    assert said in " ".join(found.values())
    assert not any(word in text for text in found.values() for word in ("Logeren", "Weg ermee", "Te veel", "Geld"))


def test_missing(program: Program, write: Writer) -> None:
    """It names what is missing at the line above all answers."""
    path = write(without("title", "depth"))
    result = program("weigh", "duin", "--answers", path)
    assert result.code == 1
    assert [line.split(": ")[0] for line in result.err.splitlines()][:2] == [f"{path}:2:1"] * 2
    assert "title" in result.err
    assert "depth" in result.err


def test_no_case_text_in_errors(program: Program, write: Writer) -> None:
    """It never repeats what somebody wrote: neither a name of an option or a member, nor text in the wrong place."""
    texts = {name: CANARY for name in GIVEN if name.endswith((".role", ".what", ".perspective", "because", "title"))}
    wrong = dict.fromkeys(("danger", "member-2.heard", "option-2.safety.short.stays", "choice"), CANARY)
    lines: Given = {"option-2.safety.short.how.member-2": f"{CANARY}\n{CANARY}", "look-back": [CANARY]}
    path = write({**GIVEN, **texts, **wrong, **lines, "option-2.safety.shrt": CANARY, "share": [CANARY]})
    found = faults(program("weigh", "duin", "--answers", path), path)
    assert len(found) >= 6
    assert not any(word in text for text in found.values() for word in CANARY.split())


def test_case_that_is_broken(program: Program, write: Writer) -> None:
    """It names what is wrong in the case, none of what is written in it, and leaves it alone."""
    path = Path("kapot.yaml")
    path.write_text(f"schema: 'doorbraak-case/3'\nabout: '{CANARY}'\ncreated: '2026-01-01'\nweighngs: []\n", "utf-8")
    before = path.read_bytes()
    for arguments in (("--answers", write(GIVEN)), ("--compare",)):
        result = program("weigh", path, *arguments)
        assert result.code == 1
        assert "kapot.yaml:2:" in result.err
        assert "kapot.yaml:4:" in result.err
        assert not any(word in result.err for word in CANARY.split())
    assert path.read_bytes() == before


def test_file_about_a_team(program: Program, write: Writer, answers: Path, nl: Wording) -> None:
    """It weighs no team and no policy: a file about one is left alone."""
    answers.write_text(answers.read_text("utf-8").replace("micro", "meso"), "utf-8")
    assert program("reflect", "noord", "--answers", answers).code == 0
    before = cases.locate("noord").read_bytes()
    result = program("weigh", "noord", "--answers", write(without("title")))
    assert (result.code, result.out) == (1, "")
    assert nl("weigh.not-a-case") in result.err
    assert cases.locate("noord").read_bytes() == before


# ---- a template


def filled(text: str, **more: str) -> str:
    """Fill in a template: what is required, and what more is given."""
    for name, value in {"title": "Duin", "option-1.what": "Logeren", **more}.items():
        assert text.count(f"\n  {name}: null\n") == 1
        text = text.replace(f"\n  {name}: null\n", f"\n  {name}: {json.dumps(value)}\n")
    return text


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("depth", ["short", "full", ""])
def test_template_goes_round(program: Program, tmp_path: Path, depth: str, lang: str) -> None:
    """It writes a template that, filled in where it must be and a bit further, is a whole set of answers."""
    path = tmp_path / "in-te-vullen.yaml"
    chosen = ("--depth", depth) if depth else ()
    assert program("--lang", lang, "weigh", "--answers-template", *chosen, "-o", path).code == 0
    text = path.read_text("utf-8")
    assert f'\n  depth: "{depth or "full"}"\n' in text
    assert ("\n  stepped-in: null\n" in text) == ("\n  thought: null\n" in text) == (depth != "short")
    more = {"member-1.role": "moeder", "option-1.safety.short": "Dat helpt.", "look-back": "2026-12-09"}
    path.write_text(filled(text, **more), "utf-8")
    result = program("--lang", lang, "weigh", "duin", "--answers", path)
    assert (result.code, result.out) == (0, "")
    (one,) = weighings()
    assert {name: one.text(name) for name in more} == more
    assert one.text("depth") == (depth or "full")


def test_template_says_what_it_needs(program: Program, tmp_path: Path) -> None:
    """It says which answers may be left out, and of none that has to be filled in."""
    path = tmp_path / "in-te-vullen.yaml"
    assert program("weigh", "--answers-template", "-o", path).code == 0
    text = path.read_text("utf-8")
    optional = [
        name
        for entry in text.split("\n\n")
        if "# (mag weg)" in entry
        for name in re.findall(r"^  ([\w.-]+):", entry, re.MULTILINE)
    ]
    path.write_text(text.replace("  title: null", '  title: "Duin"'), "utf-8")
    result = program("weigh", "duin", "--answers", path)
    assert [name for name in optional if f" {name} " in result.err] == []


def test_template_to_a_screen_and_twice(program: Program) -> None:
    """It writes the template to stdout where no file is named, and not over one somebody may be filling in."""
    result = program("weigh", "--answers-template")
    assert result.code == 0
    assert result.out.startswith("# ")
    assert "doorbraak weigh" in result.out.splitlines()[1]
    assert program("weigh", "--answers-template", "-o", "in.yaml").code == 0
    assert program("weigh", "--answers-template", "-o", "in.yaml").code == 1
    assert program("weigh", "--answers-template", "-o", "in.yaml", "--force").code == 0


# ---- again, and beside each other


def test_new_one_takes_the_place_of_the_last(twice: str) -> None:
    """It keeps the first weighing as it was, and both know of each other."""
    first, second = weighings(twice)
    assert (first.supersedes, first.superseded_by) == (None, "weighing-2")
    assert (second.supersedes, second.superseded_by) == ("weighing-1", None)
    assert first.text("because") == "Hier past iedereen."
    assert second.text("seen-done") == "Hij logeert daar."


def test_summary_of_two(program: Program, twice: str, nl: Wording) -> None:
    """It tells the last weighing in full, and of the one before what was chosen, each with a link to the other."""
    out = program("summary", twice).out
    day = nl.day(weighings()[0].started)
    assert nl("weighed.supersedes", date=day) in out
    assert nl("weighed.by", date=day) in out
    assert out.count("> Een eigen huis.") == 1


def test_fault_in_a_second_weighing(program: Program, write: Writer, duin: str) -> None:
    """It asks for no title of a case that has one, and leaves that alone where there is a fault."""
    before = cases.locate(duin).read_bytes()
    result = program("weigh", duin, "--answers", write({**GIVEN, **SINCE, "title": "Zee"}))
    assert result.code == 1
    assert "title" in result.err
    assert cases.locate(duin).read_bytes() == before


def test_compare_two(program: Program, twice: str, nl: Wording) -> None:
    """It lays what was expected beside what was seen, on the screen, and in a file where one is named."""
    result = program("weigh", twice, "--compare")
    assert (result.code, result.err) == (0, "")
    told = " ".join(result.out.split())
    assert nl("compared.expected") in told
    assert nl("compared.saw") in told
    assert "Oma belde tweemaal." in told
    again = program("weigh", twice, "--compare", "-o", "naast-elkaar.md")
    assert (again.code, again.out) == (0, "")
    assert "naast-elkaar.md" in again.err
    text = Path("naast-elkaar.md").read_text("utf-8")
    assert f"| {nl('compared.expected')}" in text
    assert "Oma belde tweemaal." in text
    assert program("weigh", twice, "--compare", "-o", "naast-elkaar.md").code == 0


def test_compare_keeps_what_somebody_worked_on(program: Program, twice: str) -> None:
    """It does not write over a comparison somebody changed, unless forced."""
    out = Path("naast-elkaar.md")
    program("weigh", twice, "--compare", "-o", out)
    edited = out.read_text("utf-8").replace("tweemaal", "driemaal")
    out.write_text(edited, "utf-8")
    result = program("weigh", twice, "--compare", "-o", out)
    assert result.code == 1
    assert "--force" in result.err
    assert out.read_text("utf-8") == edited
    assert program("weigh", twice, "--compare", "-o", out, "--force").code == 0


def test_compare_too_few(program: Program, answers: Path, duin: str, nl: Wording) -> None:
    """It says how many weighings there are where two are needed."""
    program("reflect", "zee", "--answers", answers)
    for name, count in ((duin, 1), ("zee", 0)):
        result = program("weigh", name, "--compare")
        assert (result.code, result.out) == (1, "")
        assert result.err.strip() == nl("weigh.nothing-to-compare", count=count)


def test_compare_in_english(program: Program, twice: str, en: Wording) -> None:
    """It speaks English about answers in Dutch when asked."""
    result = program("--lang", "en", "weigh", twice, "--compare")
    assert en("compared.saw") in result.out
    assert "Oma belde tweemaal." in " ".join(result.out.split())


# ---- how it is called


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("duin", "--depth", "shrt"), "bedoelde je short? Kies uit: short, full"),
        (("duin", "--depth", "diep"), "kies uit: short, full"),
        (("duin", "--deepn"), "--deepen"),
        ((), "doorbraak weigh NAAM"),
        (("a/b:c", "--compare"), "a/b:c"),
        (("duin", "te", "veel"), "te veel"),
        (("duin", "--answers-template"), "CASUS doet niets bij --answers-template"),
        (
            ("--answers-template", "--compare", "--deepen", "--new", "--answers", "x"),
            "--compare, --deepen, --new, --answers doet niets bij --answers-template",
        ),
        (
            ("duin", "--compare", "--deepen", "--new", "--answers", "x", "--depth", "full"),
            "--deepen, --new, --answers, --depth doet niets bij --compare",
        ),
        (("duin", "--answers", "x", "--deepen", "--new"), "--deepen, --new doet niets bij --answers"),
        (("duin", "--answers", "x", "--edit"), "--edit doet niets bij --answers"),
        (("duin", "--edit", "--new", "--depth", "full"), "--new, --depth doet niets bij --edit"),
        (("duin", "--deepen", "--edit"), "--edit doet niets bij --deepen"),
        (("duin", "--deepen", "--new", "--depth", "full"), "--new, --depth doet niets bij --deepen"),
        (("duin", "-o", "uit.md"), "--answers-template en --compare"),
        (("-o", "uit.md"), "--answers-template en --compare"),
        (("duin", "--answers", "x", "-o", "uit.md"), "--answers-template en --compare"),
    ],
)
def test_wrong_usage(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It says what is wrong in one sentence, exits 2 and writes nothing."""
    result = program("weigh", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert "Traceback" not in result.err
    assert everything_under(Path.home()) == []
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("duin", "--answers", "weg.yaml"), "weg.yaml"),
        (("duin", "--answers", "."), "map"),
        (("geen", "--compare"), "geen.yaml"),
    ],
)
def test_not_there(program: Program, arguments: tuple[str, ...], said: str) -> None:
    """It says what is not there."""
    result = program("weigh", *arguments)
    assert (result.code, result.out) == (1, "")
    assert said in result.err


@pytest.mark.parametrize(
    "command",
    [
        ("weigh", "duin"),
        ("weigh", "duin", "--plain"),
        ("weigh", "duin", "--depth", "short"),
        ("weigh", "duin", "--new"),
        ("weigh", "duin", "--deepen"),
        ("weging", "duin"),
        ("--lang", "en", "weigh", "duin"),
    ],
)
@pytest.mark.parametrize("text", [None, b"1\n1\nfairnes\n\xff\x00garbage\x1b[A" * 50])
def test_off_a_terminal(process: Callable[..., Result], command: tuple[str, ...], text: bytes | None) -> None:
    """It asks nothing of /dev/null or a pipe of garbage: exit 2, the option to use, nothing written."""
    result = process(*command, text=text)
    assert (result.code, result.out) == (2, "")
    assert "--answers" in result.err
    assert result.err.count("\n") == 1
    assert everything_under(Path.home()) == []


def test_off_a_terminal_with_a_case(process: Callable[..., Result], write: Writer) -> None:
    """It leaves a case that is there alone, off a terminal, and still compares and answers from a file there."""
    assert process("weigh", "duin", "--answers", write(GIVEN)).code == 0
    before = cases.locate("duin").read_bytes()
    for more in ((), ("--new",), ("--deepen",)):
        assert process("weigh", "duin", *more).code == 2
    assert cases.locate("duin").read_bytes() == before
    assert process("weigh", "duin", "--compare").code == 1


def test_dutch_name(program: Program, write: Writer) -> None:
    """It answers to its Dutch name too."""
    assert "doorbraak weigh NAAM" in program("weging").err
    assert program("weging", "duin", "--answers", write(GIVEN)).code == 0
    assert len(weighings()) == 1


def test_english(program: Program, write: Writer, en: Wording) -> None:
    """It speaks English when asked, before or after the command, and keeps in which language was asked."""
    result = program("weigh", "duin", "--lang", "en", "--answers", write(GIVEN))
    assert result.code == 0
    assert "doorbraak --lang=en summary duin --for family" in result.err
    (one,) = weighings()
    assert one.language == "en"
    assert one.by_id()["depth"].asked == en("weighing.depth")
    assert "--depth" in program("--lang", "en", "weigh", "--help").out


def test_help(program: Program) -> None:
    """It names every option in its help, in both languages."""
    for lang in ("nl", "en"):
        out = program("--lang", lang, "weigh", "--help").out
        for option in ("--depth", "--deepen", "--new", "--compare", "--answers", "--answers-template", "--force"):
            assert option in out
        assert "weigh" in program("--lang", lang, "--help").out
        assert "--for" in program("--lang", lang, "summary", "--help").out


# ---- for the family


def test_family(program: Program, duin: str, nl: Wording) -> None:
    """It gives what the family may read, in plain words, and says on the screen to read it first."""
    result = program("summary", duin, "--for", "family")
    assert result.code == 0
    assert result.err.strip() == nl("family.before")
    assert f"# {nl('family.title', title='Duin')}\n" in result.out
    assert "> Een eigen huis.\\\n> En slapen.\n" in result.out
    assert "Hier past iedereen." in result.out
    assert "Dat vertelde hij apart." not in result.out
    assert "slaapt op de bank" not in result.out
    assert "Gisteren is iedereen gezien." not in result.out


def test_family_to_a_file_and_again(program: Program, duin: str) -> None:
    """It writes a file, may write over what it wrote itself, and not over what somebody changed."""
    for _ in range(2):
        result = program("summary", duin, "--for", "family", "-o", "samen.md")
        assert (result.code, result.out) == (0, "")
        assert "samen.md" in result.err
    out = Path("samen.md")
    assert out.read_text("utf-8") == program("summary", duin, "--for", "family", "--format", "md").out
    out.write_text(out.read_text("utf-8").replace("iedereen", "bijna iedereen"), "utf-8")
    assert program("summary", duin, "--for", "family", "-o", "samen.md").code == 1


def test_family_without_a_weighing(program: Program, answers: Path, nl: Wording) -> None:
    """It says how to begin where nothing was weighed, and gives nothing."""
    program("reflect", "zee", "--answers", answers)
    result = program("summary", "zee", "--for", "family")
    assert (result.code, result.out) == (1, "")
    assert nl("family.no-weighing") in result.err


@pytest.mark.parametrize("shared", [None, []])
def test_family_of_nothing_shared(program: Program, write: Writer, nl: Wording, shared: list[str] | None) -> None:
    """It gives nothing where nobody said what may be read, to a file neither."""
    program("weigh", "duin", "--answers", write({**GIVEN, "share": shared}))
    for more in ((), ("-o", "samen.md")):
        result = program("summary", "duin", "--for", "family", *more)
        assert (result.code, result.out) == (1, "")
        assert nl("family.nothing-shared") in result.err
    assert not Path("samen.md").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--for", "family", "--format", "json"), "kies uit: md"),
        (("--for", "famly"), "bedoelde je family?"),
        (("--for", "gezin"), "file, family"),
        (("--for", "file", "--format", "jsn"), "bedoelde je json?"),
    ],
)
def test_family_faults(program: Program, duin: str, arguments: tuple[str, ...], said: str) -> None:
    """It refuses a reader or a format there is not for it."""
    result = program("summary", duin, *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_family_in_english(program: Program, write: Writer) -> None:
    """It speaks the language that is asked for, whatever the language it was weighed in."""
    program("weigh", "duin", "--answers", write(GIVEN))
    say = wordings.load("en")
    result = program("--lang", "en", "summary", "duin", "--for", "family")
    assert say("family.title", title="Duin") in result.out
    assert say("family.turn-to") in result.out
    assert "Een eigen huis." in result.out
