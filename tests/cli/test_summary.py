"""`doorbraak summary`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.files import cases, wordings

from .conftest import ANSWERS
from .sheets import EXCEPTION, LOOK_BACK, NETWORK, PLAN, without

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Language, Wording

    from .conftest import Program, Writer


@pytest.fixture
def duin(program: Program, answers: Path) -> str:
    program("reflect", "duin", "--answers", answers)
    return "duin"


def test_to_stdout(program: Program, duin: str) -> None:
    """It writes Markdown to stdout and nothing to stderr."""
    result = program("summary", duin)
    assert (result.code, result.err) == (0, "")
    assert "> Ik bleef bellen.\\\n> Ook toen het stil was.\n" in result.out
    assert "- [ ] Elke vrijdag langsgaan (wie: ik; wanneer: niet genoemd)" in result.out


def test_same_bytes(program: Program, duin: str) -> None:
    """It gives the same bytes for the same case."""
    assert program("summary", duin).out == program("summary", duin).out


def test_to_a_file_and_again(program: Program, duin: str) -> None:
    """It writes a file, says so, and may write over what it wrote itself."""
    for _ in range(2):
        result = program("summary", duin, "-o", "uit.md")
        assert (result.code, result.out) == (0, "")
        assert "uit.md" in result.err
    assert Path("uit.md").read_text("utf-8") == program("summary", duin).out


@pytest.mark.parametrize("format_name", ["md", "json"])
def test_edited_file_is_kept(program: Program, duin: str, format_name: str) -> None:
    """It does not write over a summary somebody worked on, unless forced."""
    out = Path(f"uit.{format_name}")
    program("summary", duin, "-o", out, "--format", format_name)
    edited = out.read_text("utf-8").replace("vrijdag", "maandag")
    out.write_text(edited, "utf-8")
    result = program("summary", duin, "-o", out, "--format", format_name)
    assert result.code == 1
    assert "--force" in result.err
    assert out.read_text("utf-8") == edited
    assert program("summary", duin, "-o", out, "--format", format_name, "--force").code == 0
    assert out.read_text("utf-8") != edited


def test_json(program: Program, duin: str) -> None:
    """It gives JSON that another program can read, with the limits in it."""
    data = json.loads(program("summary", duin, "--format", "json").out)
    assert data["schema"] == "doorbraak-summary/1"
    assert data["reflections"][0]["questions"][0]["fields"][0]["word"] == "largely"
    assert "limits" in data


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("geen",), 1, "doorbraak reflect geen"),
        (("duin", "--format", "pdf"), 2, "md, json"),
        ((), 2, "doorbraak summary NAAM. Wat er al is: duin"),
        (("duin", "--format", "jsn"), 2, "bedoelde je json?"),
        (("duin", "-o", "."), 1, "map"),
        (("duin", "-o", "weg/uit.md"), 1, "weg/uit.md"),
    ],
)
def test_faults(program: Program, duin: str, arguments: tuple[str, ...], code: int, said: str) -> None:
    """It says in one sentence what is wrong, with the exit code that goes with it."""
    assert duin
    result = program("summary", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


HOSTILE = "[bold]x[/] | a | b | <script>alert(1)</script>\n# kop\n![](http://x)\n👩‍👧 مرحبا\n"


def test_hostile_answer(program: Program, answers: Path) -> None:
    """It brings back whatever was typed, with control characters as symbols that never act."""
    text = json.dumps(HOSTILE + "\x1b[31m\x00" + "proza " * 35_000, ensure_ascii=False)
    lines = [line for line in ANSWERS.splitlines() if not line.startswith("    Ik") and not line.startswith("    Ook")]
    content = "\n".join(lines).replace("ra-micro-5.evidence: |", f"ra-micro-5.evidence: {text}")
    answers.write_text(content, "utf-8")
    assert program("reflect", "duin", "--answers", answers).code == 0
    out = program("summary", "duin").out
    assert "␛\\[31m␀proza proza" in out
    assert out.count("<script>") == out.count("\\<script>") == 1
    assert "\x1b" not in out
    assert out.count("proza ") >= 34_999


def test_open_reflection(program: Program, answers: Path) -> None:
    """It says how many of the chosen questions are still to come."""
    program("reflect", "duin", "--answers", answers)
    path = cases.locate("duin")
    case = cases.read(path)
    reflection = case.reflections[0]
    kept = tuple(one for one in reflection.answers if not one.id.startswith("ra-micro-5"))
    with cases.held(path) as file:
        file.save(case.with_sitting(reflection.model_copy(update={"answers": kept, "finished": None})))
    assert "nog niet afgerond; nog te beantwoorden vragen: 1" in program("summary", "duin").out


# ---- network, plan, exception and look-back


PARTS = {"network": NETWORK, "plan": PLAN, "justify": EXCEPTION, "look-back": LOOK_BACK}
HEADINGS = {
    "network": "## Wie voegt wat toe",
    "plan": "## Het plan",
    "justification": "## Uitzondering 1, van ",
    "look-back": "## Terugblik van ",
}


@pytest.fixture
def whole(program: Program, write: Writer, today: None) -> str:
    """Give the name of a case with a network, a plan, an exception and a look-back on it."""
    for number, (command, given) in enumerate(PARTS.items()):
        answers = write(without(given, "title") if number else given)
        assert program(command, "duin", "--answers", answers).code == 0
    return "duin"


def test_all_parts(program: Program, whole: str) -> None:
    """It tells network, plan, exception and look-back in the summary, as Markdown and as data."""
    out = program("summary", whole).out
    places = [out.index(f"\n{heading}") for heading in HEADINGS.values()]
    assert places == sorted(places)
    data = json.loads(program("summary", whole, "--format", "json").out)
    assert all(data[name] for name in ("network", "plan", "justifications", "look_backs"))


@pytest.mark.parametrize("part", HEADINGS)
def test_only(program: Program, whole: str, nl: Wording, part: str) -> None:
    """It gives one part of a case by itself, and may write over that again but not over what somebody changed."""
    result = program("summary", whole, "--only", part)
    assert (result.code, result.err) == (0, "")
    assert f"\n# {nl(f'sheet.alone.{part}', title='Duin')}\n" in result.out
    others = [heading for name, heading in HEADINGS.items() if name != part and f"\n{heading}" in result.out]
    assert others == []
    assert result.out == program("summary", whole, "--only", part, "--for", "file", "--format", "md").out
    for _ in range(2):
        assert program("summary", whole, "--only", part, "-o", "uit.md").code == 0
    written = Path("uit.md").read_text("utf-8")
    assert written == result.out
    Path("uit.md").write_text(written.replace("moeder", "vader"), "utf-8")
    assert program("summary", whole, "--only", part, "-o", "uit.md").code == 1


@pytest.mark.parametrize("part", HEADINGS)
def test_part_that_is_not_there(program: Program, duin: str, nl: Wording, part: str) -> None:
    """It says how to begin a part that is not in the case, and gives nothing, to a file neither."""
    for more in ((), ("-o", "uit.md")):
        result = program("summary", duin, "--only", part, *more)
        assert (result.code, result.out) == (1, "")
        assert result.err.strip() == nl(f"sheet.not-there.{part}")
    assert not Path("uit.md").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only", "netwrk"), "bedoelde je network?"),
        (("--only", "justify"), "network, plan, justification, look-back"),
        (("--only", "Plan"), "network, plan, justification, look-back"),
        (("--only", "weging"), "network, plan, justification, look-back"),
        (("--only",), "--only"),
        (("--for", "meting"), "bedoelde je meeting?"),
        (("--for", "overleg"), "file, family, meeting"),
        (("--only", "plan", "--for", "meeting"), "--for doet niets bij --only"),
        (("--only", "plan", "--for", "family"), "--for doet niets bij --only"),
        (("--only", "plan", "--format", "json"), "kies uit: md"),
        (("--for", "meeting", "--format", "json"), "kies uit: md"),
        (("--only", "plan", "--format", "jsn"), "kies uit: md"),
    ],
)
def test_wrong_part_or_reader(program: Program, duin: str, arguments: tuple[str, ...], said: str) -> None:
    """It refuses a part, a reader or a format there is not, or not together, whatever is in the case."""
    result = program("summary", duin, *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


NEVER_FOR_A_MEETING = (
    *("Die komt ook als het moeilijk is.", "Waarom is de buurvrouw er niet bij?", "Binnen een maand slapen"),
    *("Een tijdelijke woning met voorrang.", "Na drie weken kwam de sleutel.", "1.250,50", "Elke week even bellen."),
)


def test_for_a_meeting(program: Program, whole: str, nl: Wording) -> None:
    """It gives one page for a meeting: its goal, who is needed, the plan and what is stuck; and no more than that."""
    result = program("summary", whole, "--for", "meeting")
    assert (result.code, result.err) == (0, "")
    out = result.out
    assert f"# {nl('meeting.title', title='Duin')}\n" in out
    order = [
        *("Moeder weet waar zij vanaf maandag slaapt.", "27 november 2026", "gezinscoach, lokaal team", "buurvrouw"),
        *("Weer samen aan tafel eten", "De huisbaas bellen", "Toeslag aanvragen", "9 december 2026", "een woning"),
    ]
    assert [text for text in order if text not in out] == []
    places = [out.index(order[at]) for at in (0, 2, 4, 5, 8)]
    assert places == sorted(places)
    assert [text for text in NEVER_FOR_A_MEETING if text in out] == []
    assert "De sleutel halen" not in out
    assert len(out.splitlines()) <= 60
    for _ in range(2):
        assert program("summary", whole, "--for", "meeting", "-o", "overleg.md").code == 0
    assert Path("overleg.md").read_text("utf-8") == out


@pytest.mark.parametrize("command", ["network", "plan"])
def test_for_a_meeting_with_half_of_it(program: Program, write: Writer, nl: Wording, command: str) -> None:
    """It gives the page where only the network or only the plan is there, and says what is not."""
    program(command, "duin", "--answers", write(PARTS[command]))
    out = program("summary", "duin", "--for", "meeting").out
    missing = {"network": "meeting.no-plan", "plan": "meeting.no-goal"}
    assert [one for one, key in missing.items() if nl(key) in out] == [command]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_for_a_meeting_of_nothing(program: Program, duin: str, lang: Language) -> None:
    """It says how to begin where there is neither a network nor a plan, and gives nothing."""
    result = program("--lang", lang, "summary", duin, "--for", "meeting")
    assert (result.code, result.out) == (1, "")
    said = wordings.load(lang)("meeting.nothing")
    assert result.err.strip().replace(f" --lang={lang}", "") == said


def test_parts_in_english(program: Program, whole: str) -> None:
    """It speaks English about what was answered in Dutch, in each part and on the page for a meeting."""
    say = wordings.load("en")
    for part in HEADINGS:
        out = program("--lang", "en", "summary", whole, "--only", part).out
        assert f"# {say(f'sheet.alone.{part}', title='Duin')}\n" in out
    out = program("--lang", "en", "summary", whole, "--for", "meeting").out
    assert f"# {say('meeting.title', title='Duin')}\n" in out
    assert "27 November 2026" in out
