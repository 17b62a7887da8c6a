"""`doorbraak aid` with a case: a card filled in from a file, kept in the case, and handed over."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from doorbraak_cli.domain.case import Case
from doorbraak_cli.files import cases, wordings

from .conftest import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.aid import Aid, CardField
    from doorbraak_cli.domain.case import Card
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language

    from .conftest import Program, Result

    Writer: TypeAlias = Callable[[dict[str, str]], Path]

CARD = "zorgvuldig-consulteren"
BSN, EMAIL = "111222333", "moeder.jansen@voorbeeld.nl"


@pytest.fixture
def aid(pack: Pack) -> Aid:
    """Give the aid that is filled in."""
    one = pack.aid(CARD)
    assert one
    assert {field.kind for field in one.fields} == {"choice", "line", "text"}
    return one


@pytest.fixture
def filled(aid: Aid) -> dict[str, str]:
    """Give an answer to every field, and to the title."""
    return {"title": "Duin", **{field.id: value_for(field) for field in aid.fields}}


def value_for(field: CardField) -> str:
    if field.options:
        return field.options[0].id
    return f"Over {field.id}.\nEn *verder*." if field.kind == "text" else f"Iets over {field.id}"


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """Write answers to a file, each on a line of its own: the first answer stands on line 3."""

    def written(answers: dict[str, str]) -> Path:
        lines = [f"  {name}: {json.dumps(value, ensure_ascii=False)}" for name, value in answers.items()]
        path = tmp_path / "kaart.yaml"
        path.write_text("\n".join(['schema: "doorbraak-answers/1"', "answers:", *lines, ""]), "utf-8")
        return path

    return written


def line_of(answers: dict[str, str], name: str) -> int:
    return 3 + list(answers).index(name)


def kept() -> Case:
    return cases.read(cases.locate("duin"))


def change_cards(*changed: Card) -> None:
    """Put these cards in the case instead of those that are there."""
    with cases.held(cases.locate("duin")) as file:
        file.save(kept().model_copy(update={"cards": changed}))


def nothing_is_kept() -> bool:
    return not (Path.home() / "doorbraak").exists()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_answers_make_a_card(program: Program, aid: Aid, filled: dict[str, str], write: Writer, lang: str) -> None:
    """It gives the card as Markdown with every field and answer, keeps it in the case, and says where."""
    result = program("--lang", lang, "aid", CARD, "duin", "--answers", write(filled))
    assert result.code == 0
    assert str(cases.locate("duin")) in result.err
    assert "--card -o" in result.err
    assert result.out.startswith("---\n")
    for field in aid.fields:
        assert field.text.pick(lang) in result.out
        label = next((one.text.pick(lang) for one in field.options if one.id == filled[field.id]), filled[field.id])
        assert label.split("\n")[0] in result.out
    assert all(step.title.pick(lang) in result.out for step in aid.steps)
    card = kept().cards[0]
    assert (kept().title, card.aid, card.language) == ("Duin", CARD, lang)
    assert card.finished is not None
    assert {one.id: one.value for one in card.answers} == {name: filled[name] for name in filled if name != "title"}


def test_next_command_works(program: Program, filled: dict[str, str], write: Writer) -> None:
    """It gives the command for a file as it can be typed, and that file holds the card it showed."""
    result = program("--lang", "en", "aid", CARD, "gezin zee", "--answers", write(filled))
    command = result.err.splitlines()[-1]
    assert f"doorbraak --lang=en aid {CARD} 'gezin zee' --card -o 'consult-card-gezin zee.md'" in command
    assert program("--lang", "en", *shlex.split(command.partition("--lang=en ")[2])).code == 0
    assert Path("consult-card-gezin zee.md").read_text("utf-8") == result.out


def test_file_is_named_after_the_case(program: Program, filled: dict[str, str], write: Writer) -> None:
    """It proposes a file with the name of the case, so that two cases never end up in one file."""
    for case in ("duin", "zee"):
        assert f"-o consultkaart-{case}.md" in program("aid", CARD, case, "--answers", write(filled)).err


def test_card_again(program: Program, filled: dict[str, str], write: Writer) -> None:
    """It gives the same bytes again, on the screen and in a file, asks nothing and leaves the case as it is."""
    first = program("aid", CARD, "duin", "--answers", write(filled))
    before = cases.locate("duin").read_bytes()
    assert program("aid", CARD, "duin", "--card").out == first.out
    for _ in range(2):
        result = program("aid", CARD, "duin", "--card", "-o", "kaart.md")
        assert (result.code, result.out) == (0, "")
        assert "Geschreven: kaart.md" in result.err
    assert Path("kaart.md").read_bytes() == first.out.encode()
    assert cases.locate("duin").read_bytes() == before


def test_edited_card_is_kept(program: Program, filled: dict[str, str], write: Writer) -> None:
    """It does not write over a card somebody worked on, unless forced; the new answers are in the case all the same."""
    assert program("aid", CARD, "duin", "--answers", write(filled), "-o", "kaart.md").code == 0
    edited = Path("kaart.md").read_text("utf-8").replace("Iets over", "Iets anders over")
    Path("kaart.md").write_text(edited, "utf-8")
    del filled["title"]
    again = program("aid", CARD, "duin", "--answers", write(filled), "-o", "kaart.md")
    assert (again.code, again.out) == (1, "")
    assert "--force" in again.err
    assert Path("kaart.md").read_text("utf-8") == edited
    assert len(kept().cards) == 2
    assert program("aid", CARD, "duin", "--card", "-o", "kaart.md", "--force").code == 0
    assert Path("kaart.md").read_text("utf-8") != edited


@pytest.mark.parametrize("case", ["none", "without a card", "card of another aid"])
def test_no_card(program: Program, answers: Path, case: str) -> None:
    """It says so where there is no card to give, and exits 1."""
    if case != "none":
        program("reflect", "duin", "--answers", answers)
    if case == "card of another aid":
        path = cases.locate("duin")
        card = {"id": "card-1", "aid": "iets-anders", "started": "2026-01-02", "language": "nl"}
        told = Case.from_data(
            json.loads(kept().model_dump_json())
            | {"cards": [{**card, "pack": {"id": "x", "version": "1", "digest": "0"}}]}
        )
        with cases.held(path) as file:
            file.save(told)
    before = None if case == "none" else cases.locate("duin").read_bytes()
    result = program("aid", CARD, "duin", "--card", "-o", "kaart.md")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(str(cases.locate("duin")))
    assert not Path("kaart.md").exists()
    assert before is None or cases.locate("duin").read_bytes() == before


def test_case_keeps_its_reflections(program: Program, answers: Path, filled: dict[str, str], write: Writer) -> None:
    """It adds a card to a case that is there, whose title it needs no more, and leaves the rest as it was."""
    program("reflect", "duin", "--answers", answers)
    before = kept()
    del filled["title"]
    assert program("aid", CARD, "duin", "--answers", write(filled)).code == 0
    after = kept()
    assert after.model_copy(update={"cards": ()}) == before
    assert len(after.cards) == 1
    assert program("reflect", "duin", "--answers", write_again(answers)).code == 0
    assert kept().cards == after.cards
    assert len(kept().reflections) == 2


def write_again(answers: Path) -> Path:
    answers.write_text(ANSWERS.replace('  title: "Duin"\n', ""), "utf-8")
    return answers


@pytest.mark.parametrize("new", [(), ("--new",)])
def test_second_card(program: Program, filled: dict[str, str], write: Writer, new: tuple[str, ...]) -> None:
    """It begins a new card with every file, leaves the first as it was, and gives the last one again."""
    program("aid", CARD, "duin", "--answers", write(filled))
    first = kept().cards[0]
    changed = {name: value for name, value in filled.items() if name != "title"} | {"parties": "Twee anderen"}
    second = program("aid", CARD, "duin", "--answers", write(changed), *new)
    assert "Twee anderen" in second.out
    assert [one.id for one in kept().cards] == ["card-1", "card-2"]
    assert kept().cards[0] == first
    assert program("aid", CARD, "duin", "--card").out == second.out


def test_last_finished_card(program: Program, filled: dict[str, str], write: Writer) -> None:
    """It gives the last card that is finished, and the last of all where none is."""
    first = program("aid", CARD, "duin", "--answers", write(filled)).out
    changed = {name: value for name, value in filled.items() if name != "title"} | {"parties": "Twee anderen"}
    second = program("aid", CARD, "duin", "--answers", write(changed)).out
    one, other = kept().cards
    change_cards(one, other.model_copy(update={"finished": None}))
    assert program("aid", CARD, "duin", "--card").out == first
    change_cards(*(each.model_copy(update={"finished": None}) for each in (one, other)))
    assert "Twee anderen" in program("aid", CARD, "duin", "--card").out
    change_cards(one, other)
    assert program("aid", CARD, "duin", "--card").out == second


@pytest.mark.parametrize("more", [(), ("-o", "kaart.md")])
def test_card_made_traceable_by_hand(
    program: Program, aid: Aid, filled: dict[str, str], write: Writer, more: tuple[str, ...]
) -> None:
    """It hands over no card whose file was changed by hand to hold traceable data; it says where, and repeats none."""
    assert program("aid", CARD, "duin", "--answers", write(filled)).code == 0
    path = cases.locate("duin")
    text = path.read_text("utf-8")
    assert filled["parties"] in text
    path.write_text(text.replace(filled["parties"], f"De moeder, {BSN}"), "utf-8")
    result = program("aid", CARD, "duin", "--card", *more)
    assert (result.code, result.out) == (1, "")
    assert str(path) in result.err
    assert next(one.text.pick("nl") for one in aid.fields if one.id == "parties") in result.err
    assert not any(secret in result.err for secret in (BSN, "moeder"))
    assert not Path("kaart.md").exists()


def test_no_consent_comes_first(aid: Aid) -> None:
    """It offers no consent before consent, so that Enter alone never gives it."""
    consent = next(one for one in aid.fields if one.id == "consent")
    assert [one.id for one in consent.options] == ["no", "yes"]


def test_summary_shows_the_card(
    program: Program, aid: Aid, answers: Path, filled: dict[str, str], write: Writer
) -> None:
    """It puts the card in the summary of the case, beside the reflection, also where there is nothing else."""
    for case, arguments in (("duin", ()), ("zee", ("reflect", "zee", "--answers", answers))):
        told = {name: value for name, value in filled.items() if name != "title" or not arguments}
        if arguments:
            assert program(*arguments).code == 0
        assert program("aid", CARD, case, "--answers", write(told)).code == 0
        summary = program("summary", case)
        assert (summary.code, summary.err) == (0, "")
        assert aid.title.nl
        assert aid.title.nl in summary.out
        assert all(one.text.pick("nl") in summary.out for one in aid.fields)
        assert filled["parties"] in summary.out
        data = json.loads(program("summary", case, "--format", "json").out)
        assert filled["parties"] in json.dumps(data)


def test_faults(program: Program, filled: dict[str, str], write: Writer) -> None:
    """It tells every fault at once with its place, exits 1 and keeps nothing."""
    wrong = {**filled, "role": "advies", "partis": "x", "nature": "een\ntwee"}
    del wrong["consent"]
    path = write(wrong)
    result = program("aid", CARD, "duin", "--answers", path, "-o", "kaart.md")
    assert (result.code, result.out) == (1, "")
    lines = result.err.splitlines()
    places = [line.split(": ")[0].removeprefix(str(path)) for line in lines]
    expected = [2, line_of(wrong, "role"), line_of(wrong, "nature"), line_of(wrong, "partis")]
    assert places == [f":{expected[0]}:1", *(f":{line}:3" for line in expected[1:])]
    assert "consent" in lines[0]
    assert "advise" in lines[1]
    assert '"parties"' in lines[3]
    assert nothing_is_kept()
    assert not Path("kaart.md").exists()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_traceable_texts(program: Program, filled: dict[str, str], write: Writer, lang: Language) -> None:
    """It refuses texts by which a person can be found, says where and what kind, repeats nothing, keeps nothing."""
    wrong = {**filled, "parties": f"De moeder, {BSN}", "advice": f"Overleg.\nMail {EMAIL} of bel 06-12345678."}
    path = write(wrong)
    result = program("--lang", lang, "aid", CARD, "duin", "--answers", path, "-o", "kaart.md")
    assert (result.code, result.out) == (1, "")
    lines = result.err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        f"{path}:{line_of(wrong, one)}:3" for one in ("parties", "advice")
    ]
    words = {"nl": ("burgerservicenummer", "e-mailadres", "telefoonnummer"), "en": ("number", "e-mail", "phone")}[lang]
    assert words[0] in lines[0]
    assert all(word in lines[1] for word in words[1:])
    assert not any(secret in result.err for secret in (BSN, EMAIL, "12345678", "moeder"))
    assert wordings.load(lang)("prompt.refused-for", texts="") not in result.err
    assert nothing_is_kept()
    assert not Path("kaart.md").exists()


def test_traceable_text_in_a_case_that_is_there(program: Program, filled: dict[str, str], write: Writer) -> None:
    """It leaves a case as it was when one text is refused."""
    program("aid", CARD, "duin", "--answers", write(filled))
    before = cases.locate("duin").read_bytes()
    del filled["title"]
    result = program("aid", CARD, "duin", "--answers", write({**filled, "question": f"Mag {BSN}?"}))
    assert result.code == 1
    assert "burgerservicenummer" in result.err
    assert cases.locate("duin").read_bytes() == before


def test_template_is_a_start(program: Program, aid: Aid, filled: dict[str, str], tmp_path: Path) -> None:
    """It writes a file with every field and its words, that only needs a title to make a card."""
    path = tmp_path / "in-te-vullen.yaml"
    result = program("aid", CARD, "--answers-template", "-o", path)
    assert (result.code, result.out) == (0, "")
    text = path.read_text("utf-8")
    assert program("aid", CARD, "--answers-template").out == text
    assert all(f"\n  {field.id}: null" in text for field in aid.fields)
    assert all(option.id in text for field in aid.fields for option in field.options)
    assert program("aid", CARD, "duin", "--answers", path).code == 1
    assert nothing_is_kept()
    path.write_text(text.replace("  title: null", '  title: "Duin"'), "utf-8")
    empty = program("aid", CARD, "duin", "--answers", path)
    assert empty.code == 0
    assert empty.out.count("niet ingevuld") == len(aid.fields)
    for name, value in filled.items():
        text = text.replace(f"\n  {name}: null", f"\n  {name}: {json.dumps(value)}")
    path.write_text(text, "utf-8")
    assert program("aid", CARD, "zee", "--answers", path).code == 0
    assert {one.id: one.value for one in cases.read(cases.locate("zee")).cards[0].answers}.items() <= filled.items()


def test_template_twice(program: Program) -> None:
    """It does not write over a template somebody may be filling in, unless forced."""
    assert program("aid", CARD, "--answers-template", "-o", "in.yaml").code == 0
    assert program("aid", CARD, "--answers-template", "-o", "in.yaml").code == 1
    assert program("aid", CARD, "--answers-template", "-o", "in.yaml", "--force").code == 0


@pytest.mark.parametrize("more", [(), ("--new",), ("--plain",), ("-o", "kaart.md")])
@pytest.mark.parametrize("text", [None, b"", b"Duin\n\xff\x00\x1b[A" * 50])
def test_off_a_terminal(process: Callable[..., Result], more: tuple[str, ...], text: bytes | None) -> None:
    """It asks nothing where nobody can answer: exit 2, the option to use, nothing kept."""
    result = process("aid", CARD, "duin", *more, text=text)
    assert (result.code, result.out) == (2, "")
    assert "--answers" in result.err
    assert result.err.count("\n") == 1
    assert nothing_is_kept()


def test_hostile_answer(program: Program, filled: dict[str, str], write: Writer) -> None:
    """It keeps whatever was written, and shows it as text that does nothing."""
    hostile = "[bold]x[/] | a | <script>alert(1)</script>\n# kop\n---\n\x1b[31m\x00 👩‍👧 مرحبا"
    result = program("aid", CARD, "duin", "--answers", write({**filled, "question": hostile}))
    assert result.code == 0
    assert kept().cards[0].text("question") == hostile
    assert "\x1b" not in result.out
    assert result.out.count("<script>") == result.out.count("\\<script>") == 1
    assert "\n# kop" not in result.out


def test_case_that_is_open_elsewhere(program: Program, filled: dict[str, str], write: Writer) -> None:
    """It leaves a case alone that is held by another session."""
    with cases.held(cases.locate("duin")):
        result = program("aid", CARD, "duin", "--answers", write(filled))
    assert (result.code, result.out) == (1, "")
    assert "ander venster" in result.err
