"""Networks, plans, exceptions and the page for a meeting as people read them: no number of ours, no text that acts."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from doorbraak_cli.domain import money
from doorbraak_cli.files import wordings
from doorbraak_cli.renderers import formats, markdown, plain_text
from doorbraak_cli.renderers.seal import is_sealed
from doorbraak_cli.reports.document import Document, Heading, Table
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.reports.meeting import meeting
from doorbraak_cli.reports.sheets import PARTS, alone
from doorbraak_cli.reports.summary import summary

from ..reports.conftest import answer, case, lines
from ..reports.sheets import (
    AMOUNT,
    KINDS,
    TYPED_AMOUNT,
    TYPED_DAY,
    everything,
    fields,
    is_head,
    replaced,
    said,
    sitting,
    typed,
    whole,
    with_sheets,
)
from .documents import FRAGMENTS, TEXTS
from .readers import HOSTILE, about_the_family, assert_lists_read_as_themselves, assert_reads_as_itself, flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from doorbraak_cli.domain.case import Answer, Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetField, SheetKind
    from doorbraak_cli.domain.wording import Language, Wording

AllAnswers = dict["SheetKind", "dict[str, Answer]"]
WITHOUT_THE_FIRST = {2: 0}
"""The change by which the first participant was taken away, and is still chosen elsewhere."""
TIMES = {"week": 52, "month": 12, "year": 1}


def documents(of: Case, pack: Pack, say: Wording) -> dict[str, Document]:
    """Give all reports in which a network, a plan, an exception or a look-back stands."""
    facts = summary_facts(of, pack, say.lang)
    return {
        "summary": summary(facts, pack, say),
        "meeting": meeting(facts, say),
        **{part: alone(part, facts, pack, say) for part in PARTS},
    }


def holding(answers: Mapping[SheetKind, Mapping[str, Answer]], pack: Pack) -> Case:
    """Give a case with these answers in its sheets."""
    return with_sheets(case(), *(sitting(kind, pack, *given.values()) for kind, given in answers.items()))


# --- No number about the family that nobody typed


@st.composite
def changes(draw: st.DrawFn) -> dict[int, int]:
    """Give what is answered otherwise, by place: 0 for skipped, others for a choice, an unfinished text or a mark."""
    return draw(st.dictionaries(st.integers(0, 170), st.integers(0, 9), max_size=20))


def changed(pack: Pack, change: dict[int, int]) -> AllAnswers:
    """Give sheets in which everything is answered, but for what is otherwise; without a number in any text."""
    answers: AllAnswers = {kind: everything(kind, pack) for kind in KINDS}
    asked = [(kind, name, field) for kind in KINDS for name, _, field in fields(kind, pack)]
    for at, (kind, name, field) in enumerate(asked):
        if at in change and name in answers[kind]:
            answers[kind][name] = _changed(answers[kind][name], field, change[at])
    for given in answers.values():
        assert not [one for one in typed(given).values() if re.search(r"\d", one)]
    return answers


def _changed(before: Answer, field: SheetField, how: int) -> Answer:
    if how == 0:
        return replaced(before, None)
    if field.kind in ("choice", "choices"):
        ids: list[Value] = [one.id for one in field.options] or ([before.value] if before.value else [])
        return replaced(before, ids[how % len(ids)], check=how % 3 == 0)
    return replaced(before, before.value, draft=how % 2 == 0, check=how % 3 == 0)


def without_names_of_ours(text: str, say: Wording) -> str:
    """Give a report without the numbers by which goals and exceptions are called, and how a sum is reckoned."""
    numbered = [
        say("sheet.place.goal", number=r"\d+"),
        say("meeting.stuck-action", number=r"\d+", what=""),
        say("justified.title", number=r"\d+", date=""),
        say("looked-back.title", number=r"\d+", date=""),
        re.escape(say("justified.added-up")),
    ]
    return re.sub("|".join(numbered), "", text, flags=re.IGNORECASE)


def without_numbers_of_actions(document: Document, say: Wording) -> Document:
    """Give a report without the columns that name an action, or its goal, by a number."""
    away = {say("plan.number"), say("plan.goal")}
    return Document(
        {}, tuple(_without(block, away) if isinstance(block, Table) else block for block in document.blocks)
    )


def _without(table: Table, away: set[str]) -> Table:
    kept = [at for at, name in enumerate(table.header) if name not in away]
    header, *rows = (tuple(row[at] for at in kept) for row in (table.header, *table.rows))
    return Table(header, tuple(rows))


def sums_of(answers: Mapping[str, Answer]) -> set[str]:
    """Give what the amounts that were typed are together, a kind at a time: what is paid once, and the rest a year."""
    totals: dict[tuple[str, bool], Decimal] = {}
    for name, one in answers.items():
        thing, _, field = name.partition(".")
        if field != "amount" or not isinstance(one.stands, str) or not named(answers, thing):
            continue
        each = stands(answers, f"{thing}.each")
        if each:
            key = (thing.rpartition("-")[0], each == "once")
            totals[key] = totals.get(key, Decimal(0)) + Decimal(one.stands) * TIMES.get(each, 1)
    return {money.canonical(total) for total in totals.values()}


def named(answers: Mapping[str, Answer], thing: str) -> bool:
    return bool((one := answers.get(f"{thing}.what")) and one.value)


def stands(answers: Mapping[str, Answer], name: str) -> str:
    told = answers[name].stands if name in answers else None
    return told if isinstance(told, str) else ""


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_number_of_ours(pack: Pack, nl: Wording, en: Wording, lang: Language) -> None:
    """It tells no number about the family but amounts and days that were typed, and sums of those amounts."""
    say = {"nl": nl, "en": en}[lang]

    @settings(max_examples=40)
    @drawn(changes())
    @example({})
    @example(WITHOUT_THE_FIRST)
    def holds(change: dict[int, int]) -> None:
        answers = changed(pack, change)
        sums = {money.shown(Decimal(one)) for given in answers.values() for one in sums_of(given)}
        for name, document in documents(holding(answers, pack), pack, say).items():
            whole_text = about_the_family(without_numbers_of_actions(document, say), say)
            amounts = re.findall(r"€\u00a0[\d.]+,\d\d", whole_text)
            assert {*amounts} <= {AMOUNT, *sums}, name
            text = without_names_of_ours(re.sub(r"€\u00a0[\d.]+,\d\d", "", whole_text), say)
            assert [line for line in text.split("\n") if re.search(r"\d", line)] == [], name

    holds()


def test_sums_are_there(pack: Pack, nl: Wording) -> None:
    """It tells the sums of what was typed where there are amounts, in the summary and in the exception by itself."""
    answers = changed(pack, {})
    sums = {money.shown(Decimal(one)) for one in sums_of(answers["justification"])}
    assert sums == {"€\u00a02.501,00"}
    there = documents(holding(answers, pack), pack, nl)
    for name in ("summary", "justification"):
        assert sums <= {*lines(there[name])}
    assert "€" not in "".join(lines(there["meeting"]) + lines(there["network"]) + lines(there["plan"]))


IDS = re.compile(r"[a-z]+(-[a-z]+)*(-\d+)?(\.[a-z]+(-[a-z]+)*(-\d+)?)*")
WORDS = ("label", "text", "name", "asked", "title")
"""The keys under which people's words stand; under any other stands an id, a day or nothing with a number."""


def test_no_number_of_ours_in_json(pack: Pack, nl: Wording) -> None:
    """It gives other programs days and amounts that were typed, sums of those amounts, and ids; no other number."""

    @settings(max_examples=40)
    @drawn(changes())
    @example({})
    @example(WITHOUT_THE_FIRST)
    def holds(change: dict[int, int]) -> None:
        answers = changed(pack, change)
        sums = {one for given in answers.values() for one in sums_of(given)}
        data = json.loads(formats.SUMMARY_FORMATS["json"](summary_facts(holding(answers, pack), pack, "nl"), pack, nl))
        found = [*_values("", [data[key] for key in ("network", "plan", "justifications", "look_backs")])]
        assert len(found) > 500
        assert [one for one in found if isinstance(one[1], (int, float)) and not isinstance(one[1], bool)] == []
        counted = [(key, one) for key, one in found if isinstance(one, str) and re.search(r"\d", one)]
        assert [one for key, one in counted if key in WORDS and one not in (TYPED_DAY, TYPED_AMOUNT)] == []
        assert [one for key, one in counted if key in ("once", "yearly") and one not in sums] == []
        rest = [one for key, one in counted if key not in (*WORDS, "once", "yearly")]
        assert [one for one in rest if not _is_id_or_day(one)] == []

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


def test_json(pack: Pack, nl: Wording) -> None:
    """It gives other programs every sheet: what was said in words and by id, days and amounts as they are kept."""
    answers = {kind: whole(kind, pack) for kind in KINDS}
    data = json.loads(formats.SUMMARY_FORMATS["json"](summary_facts(holding(answers, pack), pack, "nl"), pack, nl))
    (exception,), (back,) = data["justifications"], data["look_backs"]
    assert [step["id"] for step in data["network"]["steps"]] == [step.id for step in pack.network]
    assert [step["id"] for step in data["plan"]["steps"]] == [step.id for step in pack.plan]
    assert back["of"] == exception["id"] == "justification-1"
    assert exception["costs"] == {"once": "2501.00", "yearly": "", "left": []}
    things = {thing["id"]: thing for step in exception["steps"] for thing in step["things"]}
    amount = next(one for one in things["cost-1"]["fields"] if one["id"] == "cost-1.amount")
    assert (amount["kind"], amount["text"], amount["name"]) == ("money", TYPED_AMOUNT, "Bedrag")
    texts = {one for _, one in _values("", data) if isinstance(one, str)}
    assert [one for given in answers.values() for one in typed(given).values() if one not in texts] == []


def test_json_without_sheets(pack: Pack, nl: Wording) -> None:
    """It tells other programs that there are none."""
    data = json.loads(formats.SUMMARY_FORMATS["json"](summary_facts(case(), pack, "nl"), pack, nl))
    assert (data["network"], data["plan"], data["justifications"], data["look_backs"]) == (None, None, [], [])


# --- Text that looks like markup or acts on a screen


def hostile(pack: Pack, text: str, *, names: bool) -> Case:
    """Give sheets in which this is what things are called, or what stands in every other answer that is typed."""
    answers: AllAnswers = {}
    for kind in KINDS:
        given = whole(kind, pack)
        chosen = {name for name, _, field in fields(kind, pack) if field.kind in ("choice", "choices")}
        wanted = [name for name in given if name not in chosen and is_head(name) is names]
        assert wanted
        answers[kind] = given | {name: replaced(given[name], text) for name in wanted}
    there = holding(answers, pack)
    title = case(intake=(answer("title", text), answer("situation", text)))
    return with_sheets(title, *there.sittings)


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(pack: Pack, nl: Wording, text: str, names: bool) -> None:
    """It shows markup, escapes, bars, new lines and endless words as themselves; a table stays a table."""
    for document in documents(hostile(pack, text, names=names), pack, nl).values():
        assert_reads_as_itself(document)
        assert_lists_read_as_themselves(document)


@pytest.mark.parametrize("names", [True, False])
def test_any_text(pack: Pack, nl: Wording, names: bool) -> None:
    """It shows any text as itself in every report, whatever it is called or says."""

    @settings(max_examples=30)
    @drawn(TEXTS.filter(lambda text: bool(text.strip())))
    @example("".join(FRAGMENTS))
    def holds(text: str) -> None:
        for document in documents(hostile(pack, text, names=names), pack, nl).values():
            assert_reads_as_itself(document)

    holds()


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_acts(pack: Pack, nl: Wording, text: str, names: bool) -> None:
    """It holds no control character, in the bytes that are written nor on the screen."""
    for document in documents(hostile(pack, text, names=names), pack, nl).values():
        for content in (markdown.render(document).decode(), plain_text.render(document, 80)):
            assert not [one for one in content if ord(one) < 32 and one != "\n"]


def test_braces_mean_nothing(pack: Pack, nl: Wording) -> None:
    """It shows braces as themselves: in a sentence of ours a name is filled in once."""
    for document in documents(hostile(pack, "{name} {0} {doorbraak}", names=True), pack, nl).values():
        assert "{name} {0} {doorbraak}" in "\n".join(lines(document))


# --- Money


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_money_in_markdown(pack: Pack, nl: Wording, en: Wording, lang: Language) -> None:
    """It writes an amount with a space that never breaks, in the Dutch way in either language."""
    say = {"nl": nl, "en": en}[lang]
    of = holding({kind: whole(kind, pack) for kind in KINDS}, pack)
    text = formats.part_formats("justification")["md"](summary_facts(of, pack, lang), pack, say).decode()
    assert f"| {AMOUNT} |" in text
    assert "**€\u00a02.501,00**" in text
    assert "€ " not in text
    assert "&nbsp;" not in text


@pytest.mark.parametrize("width", range(20, 90, 7))
def test_money_in_plain_text(pack: Pack, nl: Wording, width: int) -> None:
    """It never breaks an amount over a line, however narrow the screen."""
    document = documents(holding({kind: whole(kind, pack) for kind in KINDS}, pack), pack, nl)["justification"]
    shown = plain_text.render(document, width)
    assert shown.count(AMOUNT) == 4
    assert [line for line in shown.split("\n") if line.endswith("€")] == []


# --- How wide, and how long


@pytest.mark.parametrize("width", [40, 80])
def test_fits_the_screen(pack: Pack, nl: Wording, full_table: Callable[[Language], Case], width: int) -> None:
    """It keeps every line within the screen, with twenty-two participants, and leaves out none of them."""
    document = documents(full_table("nl"), pack, nl)["summary"]
    shown = plain_text.render(document, width)
    assert max(map(len, shown.split("\n"))) <= width
    missed = [text for text in lines(document) if flat(text) not in flat(shown.replace("│", " "))]
    assert missed == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_meeting_is_one_page(
    pack: Pack, marianne: Callable[[Language], Case], full_table: Callable[[Language], Case], lang: Language
) -> None:
    """It keeps the page for a meeting within sixty lines for both built-in cases, and says that it was shortened."""
    say = wordings.load(lang)
    for of in (marianne, full_table):
        text = formats.MEETING_FORMATS["md"](summary_facts(of(lang), pack, lang), pack, say).decode()
        assert text.count("\n") <= 60
        assert text.endswith(f"{say('meeting.end')}\n")


# --- The built-in cases


def texts_of(kind: SheetKind, of: Case, *names: str) -> list[str]:
    """Give what was written in some fields of a sheet, sentence by sentence."""
    sheet = next(one for one in of.sittings if one.id == kind)
    told = [one.value for one in sheet.answers if one.id.rpartition(".")[2] in names and isinstance(one.value, str)]
    return [sentence for one in told for sentence in re.split(r"(?<=[.?!])\s+", one) if len(sentence) > 24]


SAID_APART = (
    "family-says",
    "bond",
    "chair",
    "watch",
    "watch-with",
    "coordinator-lacks",
    "statutory-what",
    "without-why",
)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_said_apart(
    pack: Pack, marianne: Callable[[Language], Case], full_table: Callable[[Language], Case], lang: Language
) -> None:
    """It keeps from the page for a meeting what people said of each other, and everything that was weighed."""
    for of in (marianne(lang), full_table(lang)):
        page = flat(formats.MEETING_FORMATS["md"](summary_facts(of, pack, lang), pack, wordings.load(lang)).decode())
        secret = texts_of("network", of, *SAID_APART)
        assert len(secret) > 8
        assert [one for one in secret if flat(one) in page] == []
        weighed = [one.value for each in of.weighings for one in each.answers if isinstance(one.value, str)]
        assert [one for one in weighed if len(one) > 40 and flat(one) in page] == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_marianne(pack: Pack, marianne: Callable[[Language], Case], lang: Language) -> None:
    """It gives the built-in case with a small core team, a plan with its own actions, and one exception with sums."""
    say = wordings.load(lang)
    document = documents(marianne(lang), pack, say)["summary"]
    there = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    wanted = [say("network.title"), say("plan.title")]
    assert [one for one in there if one in wanted] == wanted
    facts = summary_facts(marianne(lang), pack, lang)
    assert facts.network is not None
    core = [one for one in facts.network.things("party") if one.word("place") == "core"]
    assert 2 <= len(core) <= 6
    (exception,) = facts.justifications
    assert (exception.costs.left, exception.continuing.left) == ((), ())
    assert {money.shown(Decimal(one)) for one in (exception.costs.yearly, exception.continuing.yearly)} <= {
        *lines(document)
    }
    assert facts.network.aside == exception.aside == ()


@pytest.mark.parametrize("part", PARTS)
def test_part(pack: Pack, nl: Wording, part: str) -> None:
    """It gives sealed Markdown of one part, the same every time, and no JSON."""
    facts = summary_facts(holding({kind: whole(kind, pack) for kind in KINDS}, pack), pack, "nl")
    there = formats.part_formats(part)
    first, second = (there["md"](facts, pack, nl) for _ in range(2))
    assert first == second
    assert is_sealed(first)
    assert [*there] == ["md"]


def test_meeting_as_a_file(pack: Pack, nl: Wording) -> None:
    """It gives sealed Markdown for a meeting, the same every time, and no JSON."""
    facts = summary_facts(with_sheets(case(), sitting("plan", pack, *said({"goal-1.what": "Een huis"}))), pack, "nl")
    first, second = (formats.MEETING_FORMATS["md"](facts, pack, nl) for _ in range(2))
    assert first == second
    assert is_sealed(first)
    assert [*formats.MEETING_FORMATS] == ["md"]
