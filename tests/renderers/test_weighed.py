"""Weighings as people read them: no number we made up, no text that acts, no table that breaks."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example
from hypothesis import given as drawn
from hypothesis import strategies as st

from doorbraak_cli.domain.filled import AT_MOST
from doorbraak_cli.files import wordings
from doorbraak_cli.renderers import formats, markdown, plain_text
from doorbraak_cli.renderers.seal import is_sealed
from doorbraak_cli.reports.comparison import comparison
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.reports.family import family
from doorbraak_cli.reports.summary import summary

from ..reports.conftest import answer, case, lines, reflection
from ..reports.weighings import (
    Asked,
    asked,
    everyone_may_read,
    everything,
    mark,
    replaced,
    weighing,
    whole,
)
from .documents import FRAGMENTS, TEXTS
from .markdown_reader import read
from .readers import HOSTILE, about_the_family, assert_reads_as_itself, cells_of, cells_read, flat, ours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from doorbraak_cli.domain.case import Answer, Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language, Wording
    from doorbraak_cli.reports.document import Document

LOOK_BACK = "9 december 2026"
"""The one number somebody typed."""
FIRST, SECOND = date(2026, 3, 2), date(2026, 6, 1)


def documents(of: Case, pack: Pack, say: Wording) -> dict[str, Document]:
    """Give all reports on a case with two weighings."""
    facts = summary_facts(of, pack, say.lang)
    return {
        "summary": summary(facts, pack, say),
        "family": family(facts, pack, say),
        "comparison": comparison(facts, say),
    }


def twice(pack: Pack, *answers: Answer, finished: date | None = SECOND) -> Case:
    """Give a case with the same answers in two weighings, and a reflection."""
    looked_back = [answer(name, value) for name, value in (("ra-micro-5", "hardly"), ("bk-micro-5", "Zo."))]
    return case(
        reflection(pack, *(one.model_copy(update={"asked": "Hoe ging dat?"}) for one in looked_back)),
        weighings=(
            weighing(pack, *answers, started=FIRST, finished=FIRST, later=True),
            weighing(pack, *answers, number=2, started=SECOND, finished=finished),
        ),
    )


# --- No number about a family or an option that nobody typed


@st.composite
def changes(draw: st.DrawFn) -> dict[int, int]:
    """Give what is answered otherwise, by place: 0 for skipped, others for a choice, an unfinished text or a mark."""
    return draw(st.dictionaries(st.integers(0, 250), st.integers(0, 9), max_size=25))


def changed(pack: Pack, change: dict[int, int]) -> dict[str, Answer]:
    """Give a weighing in which everything is answered, but for what is otherwise; without a number in any answer."""
    answers = everything(pack) | {"share": answer("share", everyone_may_read(pack))}
    for at, one in enumerate(asked(pack)):
        if at in change and one.id in answers and one.id != "share":
            answers[one.id] = _changed(one, answers[one.id], change[at])
    plain = {name: one.model_copy(update={"asked": re.sub(r"\d", "", one.asked)}) for name, one in answers.items()}
    typed = [one.id for one in asked(pack) if one.is_typed and one.id in plain]
    assert not [name for name in typed if re.search(r"\d", str(plain[name].value))]
    return plain


def _changed(one: Asked, before: Answer, how: int) -> Answer:
    ids: list[Value] = [option.id for option in one.field.options]
    if one.id == "choice":
        ids = ["nothing", "option-1", "option-2"]
    if one.field.kind == "choices":
        ids = [(), ("member-1",), ("member-2",), ("member-2", "member-1")]
    if how == 0:
        return replaced(before, None)
    if one.is_typed or one.field.kind == "day":
        return replaced(before, before.value, draft=how % 2 == 0, check=how % 3 == 0)
    return replaced(before, ids[how % len(ids)], check=how % 3 == 0)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("finished", [None, SECOND])
def test_no_number_of_ours(pack: Pack, nl: Wording, en: Wording, lang: Language, finished: date | None) -> None:
    """It tells no number about the family or an option that nobody typed, in any report, whatever was answered."""
    say = {"nl": nl, "en": en}[lang]

    @drawn(changes())
    @example({})
    def holds(change: dict[int, int]) -> None:
        of = twice(pack, *changed(pack, change).values(), finished=finished)
        for name, document in documents(of, pack, say).items():
            text = about_the_family(document, say, LOOK_BACK)
            assert len(text) > 100, name
            assert [line for line in text.split("\n") if re.search(r"\d", line)] == [], name

    holds()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_number_of_ours_in_markdown(pack: Pack, nl: Wording, en: Wording, lang: Language) -> None:
    """It tells no such number in the bytes that are written either: no numbered list, no entity, no count."""
    say = {"nl": nl, "en": en}[lang]
    of = twice(pack, *changed(pack, {}).values())
    facts = summary_facts(of, pack, lang)
    written = {
        "summary": formats.SUMMARY_FORMATS["md"](facts, pack, say),
        "family": formats.FAMILY_FORMATS["md"](facts, pack, say),
        "comparison": markdown.render(comparison(facts, say)),
    }
    for name, content in written.items():
        body = content.decode().partition("\n---\n")[2]
        for heading in ("summary.overview", "summary.sources", "summary.limits", "summary.privacy"):
            body = re.sub(rf"(?ms)^## {re.escape(say(heading))}$.*?(?=^## |\Z)", "", body)
        text = ours(say, LOOK_BACK).sub("", re.sub(r"(?m)^#+ ", "", body))
        assert [line for line in text.split("\n") if re.search(r"\d", line)] == [], name


IDS = re.compile(r"[a-z]+(-[a-z]+)*(-\d+)?(\.[a-z]+(-[a-z]+)*(-\d+)?)*")
WORDS = ("label", "text", "name", "asked", "title")
"""The keys under which people's words stand; under any other stands an id, a day or nothing with a number."""


def test_no_number_of_ours_in_json(pack: Pack, nl: Wording) -> None:
    """It gives other programs no number about a weighing: only days, and the ids under which things are kept."""

    @drawn(changes())
    @example({})
    def holds(change: dict[int, int]) -> None:
        of = twice(pack, *changed(pack, change).values())
        data = json.loads(formats.SUMMARY_FORMATS["json"](summary_facts(of, pack, "nl"), pack, nl))
        found = [*_values("", data["weighings"])]
        assert len(found) > 500
        assert [one for one in found if isinstance(one[1], (int, float)) and not isinstance(one[1], bool)] == []
        counted = [(key, one) for key, one in found if isinstance(one, str) and re.search(r"\d", one)]
        assert [(key, one) for key, one in counted if key in WORDS and one != LOOK_BACK] == []
        assert [(key, one) for key, one in counted if key not in WORDS and not _is_id_or_day(one)] == []

    holds()


def _is_id_or_day(text: str) -> bool:
    is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None
    return is_day or all(IDS.fullmatch(one) for one in text.split(", "))


def _values(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Give every value with the key it stands under; of a pack and its version nothing."""
    match value:
        case dict():
            for name, one in value.items():
                yield from () if name == "pack" else _values(name, one)
        case list():
            for one in value:
                yield from _values(key, one)
        case _:
            yield key, value


def test_labels_in_json_are_words(pack: Pack, nl: Wording) -> None:
    """It gives people's words where it gives a label, never an id."""
    data = json.loads(
        formats.SUMMARY_FORMATS["json"](summary_facts(twice(pack, *whole(pack).values()), pack, "nl"), pack, nl)
    )
    labels = [one["label"] for one in _dicts(data["weighings"]) if one.get("label")]
    assert len(labels) > 30
    assert [one for one in labels if re.search(r"\d", one)] == []


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict):
        yield value
    for one in inside:
        yield from _dicts(one)


# --- Text that looks like markup or acts on a screen


def hostile(pack: Pack, text: str, *, names: bool) -> dict[str, Answer]:
    """Give a weighing in which this is what things are called, or what stands in every other answer."""
    answers = whole(pack, *everyone_may_read(pack))
    typed = [one for one in asked(pack) if one.is_typed and one.id in answers and one.is_head is names]
    return answers | {one.id: replaced(answers[one.id], text) for one in typed}


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(pack: Pack, nl: Wording, text: str, names: bool) -> None:
    """It shows markup, escapes, bars, new lines and endless words as themselves; a table stays a table."""
    answers = hostile(pack, text, names=names)
    for document in documents(twice(pack, *answers.values()), pack, nl).values():
        assert_reads_as_itself(document)


@pytest.mark.parametrize("names", [True, False])
def test_any_text(pack: Pack, nl: Wording, names: bool) -> None:
    """It shows any text as itself in every report, whatever it is called or says."""

    @drawn(TEXTS.filter(lambda text: bool(text.strip())))
    @example("".join(FRAGMENTS))
    def holds(text: str) -> None:
        answers = hostile(pack, text, names=names)
        for document in documents(twice(pack, *answers.values()), pack, nl).values():
            assert_reads_as_itself(document)

    holds()


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_acts(pack: Pack, nl: Wording, text: str, names: bool) -> None:
    """It holds no control character, in the bytes that are written nor on the screen."""
    of = twice(pack, *hostile(pack, text, names=names).values())
    for document in documents(of, pack, nl).values():
        written = markdown.render(document).decode()
        shown = plain_text.render(document, 80)
        for content in (written, shown):
            assert not [one for one in content if ord(one) < 32 and one != "\n"]


# --- How wide


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_tables_of_the_summary_fit(pack: Pack, nl: Wording, en: Wording, lang: Language) -> None:
    """It keeps every row of the tables of a weighing within a hundred columns, with all there can be of each."""
    say = {"nl": nl, "en": en}[lang]
    long = "een naam waar maar geen einde aan komt, ook niet na een tijd"
    answers = everything(pack, members=2, options=AT_MOST)
    answers |= {name: replaced(one, long) for name, one in answers.items() if name.endswith((".what", ".role"))}
    of = case(weighings=(weighing(pack, *answers.values()),))
    text = markdown.render(summary(summary_facts(of, pack, lang), pack, say)).decode()
    rows = [line for line in text.split("\n") if line.startswith("|")]
    assert len(rows) == 3 * (AT_MOST + 3)
    assert [row for row in rows if len(row) > 100] == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_marianne_fits(pack: Pack, marianne: Callable[[Language], Case], lang: Language) -> None:
    """It keeps the tables of the built-in weighing within a hundred columns."""
    say = wordings.load(lang)
    text = formats.SUMMARY_FORMATS["md"](summary_facts(marianne(lang), pack, lang), pack, say).decode()
    weighed = text.partition("\n### ")[2].partition(f"\n## {say('network.title')}\n")[0]
    rows = [line for line in weighed.split("\n") if line.startswith("|")]
    assert len(rows) > 9
    assert [row for row in rows if len(row) > 100] == []


def test_compared_side_by_side(pack: Pack, nl: Wording) -> None:
    """It lays two weighings in columns where there is room, no line wider than the screen."""
    document = documents(twice(pack, *whole(pack).values()), pack, nl)["comparison"]
    shown = plain_text.render(document, 80)
    assert "┼" in shown
    assert max(map(len, shown.split("\n"))) <= 80


@pytest.mark.parametrize("width", [40, 80])
def test_compared_stacked(pack: Pack, nl: Wording, width: int) -> None:
    """It puts what stood then and now below each other where that is asked for, each with its day, all of it there."""
    before, now = whole(pack), whole(pack)
    now["because"] = replaced(now["because"], "Nu om iets anders.")
    of = case(
        weighings=(
            weighing(pack, *before.values(), started=FIRST, finished=FIRST, later=True),
            weighing(pack, *now.values(), number=2, started=SECOND, finished=SECOND),
        )
    )
    document = comparison(summary_facts(of, pack, "nl"), nl)
    shown = plain_text.render(document, width, side_by_side=False)
    assert "┼" not in shown
    assert "│" not in shown
    assert max(map(len, shown.split("\n"))) <= width
    there = flat(shown)
    asked_of = flat(before["because"].asked)
    told_of = there[there.index(asked_of) :]
    then, since = (nl(f"compared.{key}", date=nl.day(day)) for key, day in (("before", FIRST), ("now", SECOND)))
    assert told_of.startswith(f"{asked_of} {then}: {mark('because')} {since}: Nu om iets anders.")
    missed = [text for text in lines(document) if flat(text) not in there]
    assert missed == []


def test_compared_stacked_says_nothing_empty(pack: Pack, nl: Wording) -> None:
    """It names nothing that it then says nothing of."""
    document = documents(twice(pack, *whole(pack).values()), pack, nl)["comparison"]
    shown = plain_text.render(document, 80, side_by_side=False)
    assert [line for line in shown.split("\n") if line.endswith(f"{nl('compared.saw')}:")] == []


def test_compared_as_markdown(pack: Pack, nl: Wording) -> None:
    """It gives tables in Markdown, with every text in them."""
    document = documents(twice(pack, *whole(pack).values()), pack, nl)["comparison"]
    shapes = read(markdown.render(document), "gfm-like")
    assert {kind for kind, _ in shapes} <= {"h2", "h3", "p", "table"}
    assert cells_read(shapes) == cells_of(document)


# --- The family version as a file


def test_for_the_family(pack: Pack, nl: Wording, marianne: Callable[[Language], Case]) -> None:
    """It gives sealed Markdown for the family, the same every time, and no JSON."""
    facts = summary_facts(marianne("nl"), pack, "nl")
    first, second = (formats.FAMILY_FORMATS["md"](facts, pack, nl) for _ in range(2))
    assert first == second
    assert is_sealed(first)
    assert [*formats.FAMILY_FORMATS] == ["md"]
    assert nl("family.turn-to") in first.decode()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_marianne_for_the_family(pack: Pack, marianne: Callable[[Language], Case], lang: Language) -> None:
    """It keeps from the family of the built-in case what the oldest said in confidence and what was internal."""
    of = marianne(lang)
    (told,) = of.weighings
    text = formats.FAMILY_FORMATS["md"](summary_facts(of, pack, lang), pack, wordings.load(lang)).decode()
    fields = {one.id: one.field for one in asked(pack, members=4, options=3)}
    shared = told.by_id()["share"].value
    assert isinstance(shared, tuple)
    assert "member-2" not in shared
    secret = [
        one
        for one in told.answers
        if (one.id.startswith("member-2.") and not one.id.endswith((".role", ".age")))
        or one.id.endswith(".how.member-2")
        or (one.id in fields and fields[one.id].internal)
    ]
    texts = [one.value for one in secret if isinstance(one.value, str) and " " in one.value]
    assert len(texts) >= 8
    for secret_text in texts:
        for sentence in re.split(r"(?<=[.?!])\s+", secret_text):
            assert len(sentence) < 15 or flat(sentence) not in flat(text)
