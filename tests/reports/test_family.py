"""What is read together with the family: all that was shared, nothing else, in plain words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example
from hypothesis import given as drawn
from hypothesis import strategies as st

from doorbraak_cli.domain.aid import Choice
from doorbraak_cli.domain.text import Text
from doorbraak_cli.domain.weighed import THRESHOLD
from doorbraak_cli.reports.document import Bullets, Fields, Heading, Paragraph, Quote
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.reports.family import family

from .conftest import DAY, answer, below, case, headings, lines, pack_with, reflection
from .weighings import (
    CELL,
    TWO_MEMBERS,
    TWO_OPTIONS,
    asked,
    everyone_may_read,
    everything,
    mark,
    replaced,
    said,
    texts_of,
    weighing,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from doorbraak_cli.domain.case import Answer, Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetStep
    from doorbraak_cli.domain.wording import Language, Wording
    from doorbraak_cli.reports.document import Document

    from .weighings import Asked

LATER = date(2026, 6, 1)


def read(of: Case, pack: Pack, say: Wording) -> Document:
    return family(summary_facts(of, pack, say.lang), pack, say)


def told(pack: Pack, say: Wording, *answers: Answer, finished: date | None = DAY) -> Document:
    return read(case(weighings=(weighing(pack, *answers, finished=finished),)), pack, say)


def given_in(pack: Pack, say: Wording, given: Mapping[str, Value | None], *shared: str) -> Document:
    """Give what the family reads of a weighing with these answers, of which these parts are shared."""
    return told(pack, say, *said(given), answer("share", shared))


def shown(document: Document) -> str:
    return "\n".join(lines(document))


def step(pack: Pack, step_id: str) -> SheetStep:
    return next(one for one in pack.weighing if one.id == step_id)


def heading(pack: Pack, step_id: str, lang: str = "nl") -> str:
    there = step(pack, step_id)
    return (there.family or there.title).pick(lang)


def label(pack: Pack, step_id: str, field_id: str, lang: str = "nl") -> str:
    """Give the plain words for what a field is about."""
    field = step(pack, step_id).field(field_id)
    assert field is not None
    assert field.family is not None
    return field.family.pick(lang)


# --- What may be read, and what may not


def parts(one: Asked) -> set[str]:
    """Give the parts that must be shared, all of them, for an answer to be read."""
    thing = one.id.partition(".")[0]
    if one.step.id == "members":
        return {thing if one.field.per else one.id}
    apart = {one.id.rpartition(".")[2]} if one.field.id == "how" else set()
    safety = {"safety"} if one.field.id in (*THRESHOLD, "stays") else set()
    return {"options" if one.step.id == "table" else one.step.id, *apart, *safety}


def is_for_the_family(one: Asked) -> bool:
    """Tell whether a field was meant to be read: it has plain words and is not internal."""
    return one.field.family is not None and not one.field.internal


def read_of(pack: Pack, answers: Mapping[str, Answer], shared: Iterable[str]) -> tuple[set[str], set[str]]:
    """Give the ids of the texts that must be there, and of those that must not, but for what things are called."""
    typed = [one for one in asked(pack) if answers.get(one.id) and answers[one.id].value == mark(one.id)]
    typed = [one for one in typed if not one.is_head or one.id.startswith("sign-")]
    there = {one.id for one in typed if parts(one) <= {*shared} and is_for_the_family(one)}
    return there, {one.id for one in typed} - there


def test_everything_shared(pack: Pack, nl: Wording) -> None:
    """It shows every text that may be read, and no other, where all is shared."""
    everyone = everyone_may_read(pack)
    answers = whole(pack, *everyone)
    there, hidden = read_of(pack, answers, everyone)
    assert len(there) > 70
    assert {"thought", "changed", "empty-chair", "sign-1.source", "against-who"} <= hidden
    text = shown(told(pack, nl, *answers.values()))
    assert [name for name in there if mark(name) not in text] == []
    assert [name for name in hidden if mark(name) in text] == []


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("finished", [None, DAY])
def test_only_what_is_shared(pack: Pack, nl: Wording, en: Wording, lang: Language, finished: date | None) -> None:
    """It shows what is shared and nothing else, whichever parts those are."""
    say = {"nl": nl, "en": en}[lang]

    @drawn(st.sets(st.sampled_from(everyone_may_read(pack))))
    @example(set())
    @example({"options"})
    @example({"member-1"})
    def holds(shared: set[str]) -> None:
        answers = whole(pack, *sorted(shared))
        there, hidden = read_of(pack, answers, shared)
        text = shown(told(pack, say, *answers.values(), finished=finished))
        assert [name for name in there if mark(name) not in text] == []
        assert [name for name in hidden if mark(name) in text] == []

    holds()


def test_nothing_hidden_comes_out(pack: Pack, nl: Wording) -> None:
    """It shows nothing that is not shared, whatever was answered beside it and came to stand aside."""

    @drawn(st.sets(st.sampled_from(everyone_may_read(pack))), st.sets(st.integers(0, 250), max_size=20))
    def holds(shared: set[str], skipped: set[int]) -> None:
        answers = everything(pack) | {"share": answer("share", tuple(sorted(shared)))}
        for at, one in enumerate(asked(pack)):
            if at in skipped and one.id in answers and one.id != "share":
                answers[one.id] = replaced(answers[one.id], None)
        _, hidden = read_of(pack, answers, shared)
        text = shown(told(pack, nl, *answers.values()))
        assert [name for name in hidden if mark(name) in text] == []

    holds()


def test_danger_that_stays(pack: Pack, nl: Wording) -> None:
    """It tells whether danger stays, and what was agreed on safety, only where that part is shared by itself."""
    given = {
        **TWO_OPTIONS, CELL: "Binnen.", f"{CELL}.stays": "yes", "choice": "option-1",
        "arrangements": "Elke dag bellen.", "monitor": "de wijkagent",
    }  # fmt: skip
    without = shown(given_in(pack, nl, given, "options", "choice", "danger"))
    beside = shown(given_in(pack, nl, given, "options", "choice", "safety"))
    alone = shown(given_in(pack, nl, given, "safety"))
    told_of = [label(pack, "table", "stays"), "Elke dag bellen.", "de wijkagent"]
    assert [one for one in told_of if one in without or one in alone] == []
    assert [one for one in told_of if one not in beside] == []
    assert "Binnen." in without


def test_sealed_thought(pack: Pack, nl: Wording) -> None:
    """It never shows the first thought nor what became of it: before, beside or after the choice."""
    given = {**TWO_OPTIONS, "thought": "Weg hier", "changed": "Nu niet meer weg."}
    parts = [one.id for one in pack.weighing]
    for choice in ({}, {"choice": None}, {"choice": "option-1"}):
        text = shown(given_in(pack, nl, {**given, **choice}, *parts))
        assert "Weg hier" not in text
        assert "Nu niet meer weg." not in text


@pytest.mark.parametrize("field_id", ["cause", "fit"])
def test_internal_whatever_else_it_is(pack: Pack, nl: Wording, field_id: str) -> None:
    """It keeps to itself what somebody's own pack calls internal, also where that has plain words for it."""
    given = {**TWO_OPTIONS, "cause": "Van ons.", "option-1.fit": "Van ons."}
    steps = tuple(
        each.model_copy(
            update={
                "fields": tuple(
                    one.model_copy(update={"internal": one.internal or one.id == field_id}) for one in each.fields
                )
            }
        )
        for each in pack.weighing
    )
    part_of = {"cause": "understanding", "fit": "options"}[field_id]
    assert "Van ons." in shown(given_in(pack, nl, given, part_of))
    assert "Van ons." not in shown(given_in(pack_with(pack, weighing=steps), nl, given, part_of))


def test_source_of_a_sign(pack: Pack, nl: Wording) -> None:
    """It tells what was seen and whether that is a fact or an opinion, and never who said so."""
    given = {
        "danger": "yes", "sign-1.what": "Ze huilde.", "sign-1.kind": "fact", "sign-1.source": "de buurvrouw",
        "sign-2.what": "Hij is boos.", "sign-2.kind": "opinion", "sign-3.what": "Wie er slaapt.",
        "sign-3.kind": "unknown", "sign-4.what": "Het is koud.",
    }  # fmt: skip
    document = given_in(pack, nl, given, "danger")
    assert "de buurvrouw" not in shown(document)
    there = below(document, heading(pack, "danger"))
    assert there[there.index(Quote("Ze huilde.")) - 1 :] == [
        Paragraph(f"{nl('weighed.sign')}, feit"),
        Quote("Ze huilde."),
        Paragraph(f"{nl('weighed.sign')}, mening"),
        Quote("Hij is boos."),
        Paragraph(nl("family.not-known")),
        Quote("Wie er slaapt."),
        Paragraph(nl("weighed.sign")),
        Quote("Het is koud."),
    ]


def test_differences_of_who_is_not_shared(pack: Pack, nl: Wording) -> None:
    """It tells how it is different for who is shared, and not that it is at all for somebody who is not."""
    given = {
        **TWO_MEMBERS, **TWO_OPTIONS, CELL: "Veilig.", f"{CELL}.differs": ("member-1", "member-2"),
        f"{CELL}.how.member-1": "Van haar.", f"{CELL}.how.member-2": "In vertrouwen.",
    }  # fmt: skip
    text = shown(given_in(pack, nl, given, "options", "member-1"))
    assert "Van haar." in text
    assert "In vertrouwen." not in text
    assert nl("family.differs", name="oudste kind") not in text


def test_difference_nobody_wrote_down(pack: Pack, nl: Wording) -> None:
    """It tells no difference of which nobody said what it is."""
    given = {**TWO_MEMBERS, **TWO_OPTIONS, CELL: "Veilig.", f"{CELL}.differs": ("member-1",)}
    text = shown(given_in(pack, nl, given, "options", "member-1"))
    assert nl("family.differs", name="moeder") not in text


def test_member_who_is_not_shared(pack: Pack, nl: Wording) -> None:
    """It has no part for a member who is not shared, and does not name them among those it is about."""
    given = {
        **TWO_MEMBERS, "member-1.heard": "said", "member-1.perspective": "Rust.", "member-2.heard": "said-alone",
        "member-2.perspective": "Weg.", "about": ("member-1", "member-2"), "differ": "Zij wil blijven.",
    }  # fmt: skip
    document = given_in(pack, nl, given, "member-1", "understanding")
    assert [text.casefold() for text in headings(document, 3)] == ["moeder"]
    assert "oudste kind" not in shown(document)
    assert "Zij wil blijven." not in shown(document)


def test_reflections_cards_and_situation_stay(pack: Pack, nl: Wording) -> None:
    """It shows nothing of what stands in the case beside the weighing: how somebody looked back, what they noted."""
    of = case(
        reflection(pack, answer("ra-micro-5", "hardly"), answer("ra-micro-5.evidence", "Ik luisterde niet.")),
        intake=(answer("title", "Duin"), answer("situation", "De situatie.")),
        weighings=(weighing(pack, *whole(pack, *everyone_may_read(pack)).values()),),
    )
    text = shown(read(of, pack, nl))
    assert [one for one in ("De situatie.", "Ik luisterde niet.", "nauwelijks") if one in text] == []


def test_earlier_weighing_stays(pack: Pack, nl: Wording) -> None:
    """It shows the last weighing only."""
    first = weighing(pack, *said({"cause": "Van toen.", "share": ("understanding",)}), later=True)
    second = weighing(pack, *said({"cause": "Van nu.", "share": ("understanding",)}), number=2, started=LATER)
    text = shown(read(case(weighings=(first, second)), pack, nl))
    assert "Van nu." in text
    assert "Van toen." not in text
    assert nl.day(LATER) in text


def test_newer_one_of_which_nothing_is_shared(pack: Pack, nl: Wording) -> None:
    """It shares nothing of a weighing because an earlier one was shared."""
    first = weighing(pack, *said({"cause": "Van toen.", "share": ("understanding",)}), later=True)
    second = weighing(pack, answer("cause", "Van nu."), number=2, finished=None)
    assert "Van nu." not in shown(read(case(weighings=(first, second)), pack, nl))


@pytest.mark.parametrize("share", [(), (answer("share", None),), (answer("share", ("danger",), draft=True),)])
def test_nothing_shared(pack: Pack, nl: Wording, share: tuple[Answer, ...]) -> None:
    """It shows nothing where nobody said what may be read, or was still saying so."""
    document = told(pack, nl, *said({"danger": "yes", "danger-whom": "de jongste", "cause": "Zo."}), *share)
    assert headings(document, 2) == [nl("family.unsafe")]
    assert "de jongste" not in shown(document)


def test_no_weighing(pack: Pack, nl: Wording) -> None:
    """It cannot be made where nothing was weighed."""
    with pytest.raises(LookupError):
        read(case(reflection(pack)), pack, nl)


# --- In plain words, in the order people ask


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_plain_words_for_all(pack: Pack, nl: Wording, en: Wording, lang: Language) -> None:
    """It says of every answer what it is about in the plain words of the pack, and never as it was asked."""
    say = {"nl": nl, "en": en}[lang]
    answers = whole(pack, *everyone_may_read(pack))
    text = shown(told(pack, say, *answers.values()))
    own = ("what", "kind", "effect", "find-out", "how")  # said in other words: with the sign or the cell
    labelled = {
        one.field.family.pick(lang)
        for one in asked(pack)
        if one.id in answers and answers[one.id].value and is_for_the_family(one) and one.field.id not in own
        if one.field.family
    }
    assert len(labelled) > 40
    assert [one for one in labelled if one not in text] == []
    questions = {one.field.text.pick("nl") for one in asked(pack) if one.field.text.pick("nl").endswith("?")}
    plain = {one.field.family.pick("nl") for one in asked(pack) if one.field.family}
    assert [one for one in questions - plain if one in text] == []


def test_order(pack: Pack, nl: Wording) -> None:
    """It goes in the order people ask: what we saw, what you said, which options, why this one, what if it fails."""
    document = told(pack, nl, *whole(pack, *everyone_may_read(pack)).values())
    parts = ("danger", "members", "foundation", "understanding", "options", "choice", "contradiction")
    assert headings(document, 1) == [nl("family.title", title="Duin")]
    assert headings(document, 2) == [
        *(heading(pack, one) for one in parts),
        nl("family.if-not"),
        nl("family.unsafe"),
    ]
    assert document.blocks[1] == Paragraph(nl("family.intro", date=nl.day(DAY)))


def test_heading_is_not_said_twice(pack: Pack, nl: Wording) -> None:
    """It does not repeat a heading as what the text below it is about."""
    document = given_in(pack, nl, {"against": "Te snel."}, "contradiction")
    assert below(document, heading(pack, "contradiction")) == [Quote("Te snel.")]


def test_where_to_turn_to(pack: Pack, nl: Wording, en: Wording) -> None:
    """It ends with whom to call when it is not safe, whatever else is shared."""
    for say in (nl, en):
        for shared in ((), everyone_may_read(pack)):
            document = told(pack, say, *whole(pack, *shared).values())
            assert document.blocks[-2:] == (Heading(2, say("family.unsafe")), Paragraph(say("family.turn-to")))
        assert [one for one in ("112", "Veilig Thuis", "0800-2000") if one not in say("family.turn-to")] == []


@pytest.mark.parametrize("finished", [None, DAY])
def test_not_finished(pack: Pack, nl: Wording, finished: date | None) -> None:
    """It says on top that it is not finished, where that is so."""
    document = told(pack, nl, answer("danger", "no"), finished=finished)
    tops = [block for block in document.blocks[:4] if block == Paragraph(nl("family.unfinished"))]
    assert len(tops) == (finished is None)


@pytest.mark.parametrize(
    ("heard", "key"),
    [
        ("said-alone", "family.said-alone"),
        ("said", "family.said"),
        ("estimated", "family.estimated"),
        ("not-asked", "family.not-asked"),
    ],
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_how_it_is_known(pack: Pack, nl: Wording, en: Wording, heard: str, key: str, lang: Language) -> None:
    """It says how everybody's wishes are known, to their face."""
    say = {"nl": nl, "en": en}[lang]
    given = {"member-1.role": "moeder", "member-1.heard": heard, "member-1.perspective": "Rust."}
    there = below(given_in(pack, say, given, "member-1"), "Moeder")
    known = (label(pack, "members", "heard", lang), say(key))
    assert known in [pair for block in there if isinstance(block, Fields) for pair in block.pairs]


def test_not_that_it_was_said_apart(pack: Pack, nl: Wording, en: Wording) -> None:
    """It does not tell the others who spoke to us alone."""
    for say in (nl, en):
        of = [
            given_in(pack, say, {**TWO_MEMBERS, "member-1.heard": heard, "member-1.perspective": "Rust."}, "member-1")
            for heard in ("said-alone", "said")
        ]
        assert of[0] == of[1]
        options = step(pack, "members").field("heard")
        assert options is not None
        alone = next(one.text.pick(say.lang) for one in options.options if one.id == "said-alone")
        assert alone not in shown(of[0])


def test_way_of_knowing_of_ones_own(pack: Pack, nl: Wording) -> None:
    """It gives a way of knowing that stands in somebody's own pack as it reads there."""
    members = step(pack, "members")
    school = Choice(id="school", text=Text(nl="via school", en="through school"))
    fields = tuple(
        one.model_copy(update={"options": (*one.options, school)}) if one.id == "heard" else one
        for one in members.fields
    )
    own = members.model_copy(update={"fields": fields})
    there = pack_with(pack, weighing=tuple(own if one.id == "members" else one for one in pack.weighing))
    document = given_in(there, nl, {"member-1.role": "moeder", "member-1.heard": "school"}, "member-1")
    assert "via school" in shown(document)


def test_step_of_ones_own(pack: Pack, nl: Wording) -> None:
    """It shows a step of somebody's own pack that is shared, as every part that can be ticked."""
    own = step(pack, "premortems").model_copy(update={"id": "hopes", "family": Text(nl="Wat we hopen", en="Hopes")})
    hopes = tuple(one.model_copy(update={"id": f"hopes-{number}"}) for number, one in enumerate(own.fields))
    there = pack_with(pack, weighing=(*pack.weighing, own.model_copy(update={"fields": hopes})))
    document = given_in(there, nl, {"hopes-0": "Een feest."}, "hopes")
    assert "Wat we hopen" in headings(document, 2)
    assert "Een feest." in shown(document)


def test_cells(pack: Pack, nl: Wording) -> None:
    """It tells what an option does as answers to plain questions, and last what was not looked at."""
    given = {
        **TWO_OPTIONS, CELL: "Veilig genoeg.", f"{CELL}.stays": "unknown", "option-1.livelihood.long": None,
        "option-1.livelihood.long.find-out": "bellen.", "option-1.development.short": "Samen.",
    }  # fmt: skip
    there = below(given_in(pack, nl, given, "options", "safety"), "Hotel")
    pairs = [pair for block in there if isinstance(block, Fields) for pair in block.pairs]
    texts = [
        (above.text, quote.text)
        for above, quote in pairwise(there)
        if isinstance(above, Paragraph) and isinstance(quote, Quote)
    ]
    told_of = dict([*pairs, *texts])
    assert told_of == {
        nl("family.safety.short"): "Veilig genoeg.",
        label(pack, "table", "stays"): "weten we niet",
        nl("family.livelihood.long"): nl("family.unknown", how="bellen."),
        nl("family.development.short"): "Samen.",
        nl("family.not-weighed"): " ".join(
            nl(f"family.{one}") for one in ("safety.long", "livelihood.short", "development.long")
        ),
    }


def test_option_of_which_nothing_was_said(pack: Pack, nl: Wording) -> None:
    """It says of an option nobody looked at that nobody did, and leaves it out nowhere."""
    document = given_in(pack, nl, {**TWO_OPTIONS, CELL: "Veilig."}, "options")
    assert headings(document, 3) == ["Niets doen of afwachten", "Hotel", "Naar oma"]
    assert nl("family.not-weighed") in [text for block in below(document, "Naar oma") for text in texts_of(block)]


def test_choice(pack: Pack, nl: Wording) -> None:
    """It tells the choice with its reasons in one part, and what happens if it fails in another, with the day."""
    given = {
        **TWO_OPTIONS, "choice": "option-1", "because": "Rust.", "doing": "Wij bellen.", "otherwise": "Dan terug.",
        "change-mind": "Als het knelt.", "look-back": "2026-12-09", "stepped-in": "Te snel.",
    }  # fmt: skip
    document = given_in(pack, nl, given, "choice", "premortems")
    chosen = [text for block in below(document, heading(pack, "choice")) for text in texts_of(block)]
    failed = [text for block in below(document, nl("family.if-not")) for text in texts_of(block)]
    assert [one for one in ("Hotel", "Rust.", "Wij bellen.") if one not in chosen] == []
    assert [one for one in ("Te snel.", "Dan terug.", "Als het knelt.", "9 december 2026") if one not in failed] == []
    assert not {"Te snel.", "Dan terug.", "Als het knelt.", "9 december 2026"} & {*chosen}


def test_no_choice_yet(pack: Pack, nl: Wording) -> None:
    """It tells what is still needed to choose."""
    text = shown(given_in(pack, nl, {"choice": None, "waits": "Een gesprek."}, "choice"))
    assert label(pack, "choice", "waits") in text
    assert "Een gesprek." in text


def test_skipped_is_left_out(pack: Pack, nl: Wording) -> None:
    """It leaves out what was skipped, with its heading where nothing else is there."""
    given = {"danger": "no", "danger-basis": None, "cause": None, "stepped-in": None}
    document = given_in(pack, nl, given, "danger", "understanding", "premortems")
    assert headings(document, 2) == [heading(pack, "danger"), nl("family.unsafe")]
    assert label(pack, "danger", "danger-basis") not in shown(document)
    assert nl("answer.skipped") not in shown(document)


def test_long_and_short(pack: Pack, nl: Wording) -> None:
    """It puts a short answer beside what it is about, and a long one below it, in the order they were asked."""
    long = "Een zin die doorloopt. " * 4
    document = given_in(pack, nl, {"cause": "Kort.", "helps": long, "hinders": "Regels."}, "understanding")
    assert below(document, heading(pack, "understanding")) == [
        Fields(((label(pack, "understanding", "cause"), "Kort."),)),
        Paragraph(label(pack, "understanding", "helps")),
        Quote(long),
        Fields(((label(pack, "understanding", "hinders"), "Regels."),)),
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_levels_of_headings(pack: Pack, nl: Wording, en: Wording, lang: Language) -> None:
    """It never skips a level of heading, so that it can be read aloud by a screen."""
    say = {"nl": nl, "en": en}[lang]
    document = told(pack, say, *whole(pack, *everyone_may_read(pack)).values())
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_table(pack: Pack, nl: Wording) -> None:
    """It holds only headings, sentences, quotes and short lists."""
    document = told(pack, nl, *whole(pack, *everyone_may_read(pack)).values())
    assert {type(block) for block in document.blocks} <= {Heading, Paragraph, Quote, Fields, Bullets}


def test_facts_for_machines(pack: Pack, nl: Wording) -> None:
    """It says when it was made, on which content and in which language, and nothing of the case but its name."""
    assert told(pack, nl, *whole(pack).values()).meta == {
        "title": nl("family.title", title="Duin"),
        "created": "2026-04-30",
        "updated": "2026-04-30",
        "content": f"{pack.info.id} {pack.info.version} ({pack.digest})",
        "language": "nl",
    }


def test_without_a_title(pack: Pack, nl: Wording) -> None:
    """It has a title where the case has none."""
    of = case(weighings=(weighing(pack, *whole(pack).values()),), intake=(answer("situation", "Zo."),))
    assert headings(read(of, pack, nl), 1) == [nl("family.title", title=nl("summary.untitled"))]


# --- No hard word without its sentence


def test_hard_words(pack: Pack, nl: Wording, en: Wording) -> None:
    """It explains the words of the trade in what was typed, in the language it is read in, near the end."""
    term = next(one for one in pack.terms if one.id == "begrip-risicoparadox")
    for say, text in ((nl, "Dit is de risicoparadox."), (en, "This is the risk paradox.")):
        document = given_in(pack, say, {"cause": text}, "understanding")
        assert headings(document, 2)[-2:] == [say("family.words"), say("family.unsafe")]
        (words,) = below(document, say("family.words"))
        assert isinstance(words, Bullets)
        assert words.items == (f"{term.term.pick(say.lang)}: {term.text.pick(say.lang)}",)


def test_no_hard_words(pack: Pack, nl: Wording) -> None:
    """It has no list of hard words where there are none, and explains none that is not shown."""
    document = given_in(pack, nl, {"cause": "Zo kwam het.", "stepped-in": "De risicoparadox."}, "understanding")
    assert nl("family.words") not in headings(document, 2)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_our_own_words_are_plain(pack: Pack, nl: Wording, en: Wording, lang: Language) -> None:
    """It needs no hard word itself: what it adds to what was typed has nothing to explain."""
    say = {"nl": nl, "en": en}[lang]
    document = told(pack, say, *whole(pack, *everyone_may_read(pack)).values())
    assert say("family.words") not in headings(document, 2)
