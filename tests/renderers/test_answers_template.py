"""An answers file to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.principle import LEVELS, LevelId
from doorbraak_cli.files import answers, wordings, yaml_source
from doorbraak_cli.flows.beginning import Cards, Start, filled_in
from doorbraak_cli.flows.prompter import Guard
from doorbraak_cli.flows.reflection import ReflectionFlow
from doorbraak_cli.flows.script import play
from doorbraak_cli.renderers.answers_template import render

from .conftest import DAY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doorbraak_cli.domain.aid import Aid
    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language, Wording


def template(pack: Pack, case: Case, lang: Language, known: Mapping[str, Value]) -> tuple[ReflectionFlow, bytes]:
    say = wordings.load(lang)
    flow = ReflectionFlow(pack, say, "reflection-1", DAY)
    return flow, render(filled_in(Start(case, flow, case.reflections[0], resumed=False), known), say, "reflect")


def card(pack: Pack, say: Wording) -> tuple[Start, Aid, bytes]:
    """Give a new card of the shipped aid that is filled in, and its answers file."""
    (aid,) = [one for one in pack.aids if one.fields]
    start = Cards(aid, pack, say, DAY, Guard(lambda text: None, str, lambda text: [])).begin(None)
    return start, aid, render(filled_in(start, {}), say, "aid", aid.id)


def read(content: bytes, folder: Path) -> dict[str, object]:
    path = folder / "antwoorden.yaml"
    path.write_bytes(content)
    return answers.read(path)[0]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("level", LEVELS)
def test_fills_in(pack: Pack, new_case: Case, tmp_path: Path, lang: Language, level: LevelId) -> None:
    """It needs no more than a title to be a whole answers file, in which everything is skipped."""
    flow, content = template(pack, new_case, lang, {"level": level})
    given = read(content, tmp_path)
    case, faults = play(flow, new_case, {**given, "title": "Duin"})
    assert [fault.message for fault in faults] == []
    reflection = case.reflections[0]
    assert (case.title, reflection.text("level"), reflection.finished) == ("Duin", level, DAY)
    assert {one.value for one in reflection.answers if "-" in one.id} == {None}


@pytest.mark.parametrize("level", LEVELS)
def test_has_every_question(pack: Pack, new_case: Case, tmp_path: Path, level: LevelId) -> None:
    """It has a place for every answer field of the level, what showed it, what was in the way and a next step."""
    given = read(template(pack, new_case, "nl", {"level": level})[1], tmp_path)
    fields = [question.field_id(part) for question in pack.select(level=level) for part in question.fields]
    assert [name for name in given if name in fields] == fields
    for question in pack.select(level=level):
        assert {f"{question.id}.{name}" for name in ("next", "who", "when")} <= set(given)
        asks_words = any(question.kind_of(part) != "open" for part in question.fields)
        assert (f"{question.id}.evidence" in given) == asks_words
        assert (f"{question.id}.bottlenecks" in given) == asks_words


def test_is_micro_unless_known(pack: Pack, new_case: Case, tmp_path: Path) -> None:
    """It starts from a case, with all principles and all questions, and leaves the rest open."""
    given = read(template(pack, new_case, "nl", {})[1], tmp_path)
    assert {name: value for name, value in given.items() if value is not None} == {
        "level": "micro",
        "principles": [one.id for one in pack.principles],
        "selection": "all",
    }


def test_fills_in_what_is_known(pack: Pack, new_case: Case, tmp_path: Path) -> None:
    """It fills in what was given on the command line, and asks only the questions of the principles chosen."""
    known: dict[str, Value] = {"principles": ("breed-kijken",), "role": 'een "rol": # \x1b 👩‍👧 \x85', "level": "meso"}
    given = read(template(pack, new_case, "nl", known)[1], tmp_path)
    assert (given["role"], given["principles"], given["level"]) == (known["role"], ["breed-kijken"], "meso")
    assert {name.split("-")[0] for name in given if "-" in name} == {"bk"}


def test_tells_what_to_fill_in(pack: Pack, new_case: Case, nl: Wording) -> None:
    """It shows with every answer the question, the ids to choose from with their words, and what may be left out."""
    text = template(pack, new_case, "nl", {})[1].decode()
    question = pack.question("ra-micro-5")
    assert question is not None
    assert f"# {question.text.pick('nl')}\n" in text
    assert "  #   hardly: nauwelijks\n" in text
    assert text.count(nl("template.required")) == 4
    assert nl("template.optional") in text
    assert text.startswith("# ")
    assert text.count("# ---- ") == 19


def test_bottlenecks(pack: Pack, new_case: Case, tmp_path: Path) -> None:
    """It names the bottlenecks that can be ticked, and keeps those that were as a list."""
    known: dict[str, Value] = {"ra-micro-5.bottlenecks": tuple(one.id for one in pack.bottlenecks[:2])}
    content = template(pack, new_case, "nl", known)[1]
    assert read(content, tmp_path)["ra-micro-5.bottlenecks"] == list(known["ra-micro-5.bottlenecks"])
    assert len(pack.bottlenecks) > 2
    text = content.decode()
    assert [one.id for one in pack.bottlenecks if f"  #   {one.id}: {one.title.pick('nl')}\n" not in text] == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_card(pack: Pack, tmp_path: Path, lang: Language) -> None:
    """It needs no more than a title to be the whole answers file of a card, each field with its choices."""
    start, aid, content = card(pack, wordings.load(lang))
    given = read(content, tmp_path)
    assert given == dict.fromkeys(["title", *(field.id for field in aid.fields)])
    told, faults = play(start.flow, start.case, {**given, "title": "Duin"})
    assert [fault.message for fault in faults] == []
    assert (told.title, told.cards[0].finished, told.cards[0].aid) == ("Duin", DAY, aid.id)
    for field in aid.fields:
        assert f"  # {field.text.pick(lang)}\n" in content.decode()
        assert [
            one.id for one in field.options if f"  #   {one.id}: {one.text.pick(lang)}\n" not in content.decode()
        ] == []


def test_headings_of_a_card(pack: Pack, nl: Wording) -> None:
    """It puts the fields of each step under its name once."""
    _, aid, content = card(pack, nl)
    headed = [line for line in content.decode().splitlines() if line.startswith("  # ---- ")]
    titles = [step.title.pick("nl") for step in aid.steps if step.fields]
    assert len(titles) > 2
    assert [title for title, line in zip(titles, headed, strict=True) if title not in line] == []


def test_somebody_elses_pack(pack: Pack, new_case: Case, tmp_path: Path) -> None:
    """It stays an answers file when titles and questions hold line ends and control characters."""
    hostile = pack.info.title.model_copy(update={"nl": 'een\ntwee: "\n  drie\x1b\x85\u2028vier'})
    principles = tuple(one.model_copy(update={"title": hostile}) for one in pack.principles)
    questions = tuple(one.model_copy(update={"text": hostile, "parts": ()}) for one in pack.questions)
    own = pack.model_copy(update={"principles": principles, "questions": questions})
    own.__dict__.pop("_questions", None)
    content = template(own, new_case, "nl", {})[1]
    assert set(read(content, tmp_path)) > {"level", "title", "ra-micro-1", "ra-micro-1.evidence"}
    source, problems = yaml_source.read(tmp_path / "antwoorden.yaml")
    assert (source is not None, problems) == (True, [])
