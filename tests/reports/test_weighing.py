"""A weighing in a summary: danger first, then what was said step by step, and what was not."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from doorbraak_cli.reports.document import Fields, Heading, Paragraph, Quote

from .conftest import DAY, answer, below, case, headings, lines, reflection, report
from .weighings import (
    CELL,
    TWO_MEMBERS,
    TWO_OPTIONS,
    asked,
    everything,
    mark,
    replaced,
    said,
    texts_of,
    weighing,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.case import Answer, Case, Value, Weighing
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language, Wording
    from doorbraak_cli.reports.document import Document

    from .weighings import Asked

LATER = date(2026, 6, 1)
TITLE = "Brede weging van 30 april 2026"
STOP = "Wat moet nu stoppen"


def weighed(*weighings: Weighing, of: Case | None = None) -> Case:
    return (of or case()).model_copy(update={"weighings": weighings})


def told(pack: Pack, say: Wording, *answers: Answer, depth: str = "full", finished: date | None = DAY) -> Document:
    """Give the summary of a case with one weighing."""
    return report(weighed(weighing(pack, *answers, depth=depth, finished=finished)), pack, say)


def given_in(pack: Pack, say: Wording, given: Mapping[str, Value | None], finished: date | None = DAY) -> Document:
    return told(pack, say, *said(given), finished=finished)


def on_top(document: Document, title: str = TITLE) -> dict[str, str]:
    """Give the facts that stand above a weighing."""
    return dict(next(block for block in below(document, title) if isinstance(block, Fields)).pairs)


def titles(pack: Pack, *step_ids: str) -> str:
    return "; ".join(one.title.pick("nl") for one in pack.weighing if one.id in step_ids)


def title(pack: Pack, step_id: str) -> str:
    return titles(pack, step_id)


def shown(document: Document) -> str:
    return "\n".join(lines(document))


# --- Danger first


@pytest.mark.parametrize("danger", ["yes", "unknown"])
@pytest.mark.parametrize("finished", [None, DAY])
def test_danger_first(pack: Pack, nl: Wording, danger: str, finished: date | None) -> None:
    """It leads with danger, or not knowing of it: before everything but the title, with where to turn to."""
    given = {"danger": danger, "danger-whom": "de jongste", "measure": "Hotel.", "danger-find-out": "Bellen."}
    of = weighed(weighing(pack, *said(given), finished=finished), of=case(reflection(pack, answer("ra-micro-5", "no"))))
    document = report(of, pack, nl)
    assert document.blocks[0] == Heading(1, "Casus: Duin")
    assert document.blocks[1:3] == (Heading(2, STOP), Paragraph(nl("weighing.turn-to")))
    assert headings(document, 2)[:3] == [STOP, "De casus", TITLE]
    assert "de jongste" in [text for block in below(document, STOP) for text in texts_of(block)]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_where_to_turn_to(nl: Wording, en: Wording, lang: Language) -> None:
    """It names the emergency number, Veilig Thuis with its number, and that the meldcode stands."""
    line = {"nl": nl, "en": en}[lang]("weighing.turn-to")
    assert [one for one in ("112", "Veilig Thuis", "0800-2000", "meldcode") if one not in line] == []


def test_danger_told_once(pack: Pack, nl: Wording) -> None:
    """It tells what stands on top only there, and not again in its turn among the steps."""
    document = told(pack, nl, *whole(pack).values())
    assert lines(document).count(STOP) == 1
    assert shown(document).count(mark("measure")) == shown(document).count(mark("sign-1.what")) == 1


def test_no_danger(pack: Pack, nl: Wording) -> None:
    """It tells in its turn that there is no danger, with what shows it, and warns of nothing."""
    document = given_in(pack, nl, {"danger": "no", "danger-basis": "Iedereen gezien."})
    assert headings(document, 2)[0] == "De casus"
    assert headings(document, 3)[0] == STOP
    assert nl("weighing.turn-to") not in lines(document)
    assert below(document, STOP) == [
        Fields((("Gevraagd bij danger?", "nee"), ("Gevraagd bij danger-basis?", "Iedereen gezien.")))
    ]


@pytest.mark.parametrize(
    ("given", "warning"),
    [
        ({"danger": "yes"}, "weighed.no-measure"),
        ({"danger": "yes", "measure": None}, "weighed.no-measure"),
        ({"danger": "yes", "measure": "Hotel."}, ""),
        ({"danger": "unknown"}, "weighed.no-finding-out"),
        ({"danger": "unknown", "danger-find-out": None}, "weighed.no-finding-out"),
        ({"danger": "unknown", "measure": "Van eerder."}, "weighed.no-finding-out"),
        ({"danger": "unknown", "danger-find-out": "Vanavond langs."}, ""),
        ({"danger": None}, "weighed.danger-skipped"),
    ],
)
def test_warned_first(pack: Pack, nl: Wording, given: Mapping[str, Value | None], warning: str) -> None:
    """It says before all else of danger that nothing stops it yet, or that nobody looks whether it is there."""
    there = below(given_in(pack, nl, given), STOP)
    assert there[0] == Paragraph(nl(warning or "weighing.turn-to"))
    warnings = ("weighed.no-measure", "weighed.no-finding-out", "weighed.danger-skipped")
    assert [key for key in warnings if Paragraph(nl(key)) in there] == [key for key in (warning,) if key]
    assert Paragraph(nl("weighing.turn-to")) in there


@pytest.mark.parametrize(
    ("danger", "name", "warning"),
    [("yes", "measure", "weighed.no-measure"), ("unknown", "danger-find-out", "weighed.no-finding-out")],
)
def test_half_a_measure(pack: Pack, nl: Wording, danger: str, name: str, warning: str) -> None:
    """It does not take for a measure what somebody was still typing, and does take what stood there before."""
    half = answer(name, "We ga", draft=True)
    document = told(pack, nl, answer("danger", danger), half, finished=None)
    assert below(document, STOP)[0] == Paragraph(nl(warning))
    assert "We ga" in shown(document)
    changed = answer(name, "We ga", draft=True, confirmed="Hotel.")
    assert Paragraph(nl(warning)) not in told(pack, nl, answer("danger", danger), changed).blocks


def test_danger_nobody_asked_about_yet(pack: Pack, nl: Wording) -> None:
    """It says that danger was not asked about yet, and does not yet call that skipped."""
    document = told(pack, nl, answer("with", "een collega"), finished=None)
    assert STOP not in headings(document, 2)
    assert STOP in on_top(document)[nl("weighed.open")]


def test_danger_of_the_last(pack: Pack, nl: Wording) -> None:
    """It leads with the danger of the last weighing only, once that says whether there is any."""
    first = weighing(pack, *said({"danger": "yes", "danger-whom": "de oudste"}), later=True)
    second = weighing(pack, *said({"danger": "no"}), number=2, started=LATER, finished=LATER)
    document = report(weighed(first, second), pack, nl)
    assert STOP not in headings(document, 2)
    assert nl("weighed.no-measure") not in lines(document)


def test_danger_until_it_is_asked_again(pack: Pack, nl: Wording) -> None:
    """It still leads with the danger there was as long as a newer weighing has not come to it."""
    first = weighing(pack, *said({"danger": "yes", "danger-whom": "de oudste"}), later=True)
    second = weighing(pack, answer("member-1.role", "moeder", check=True), number=2, started=LATER, finished=None)
    document = report(weighed(first, second), pack, nl)
    assert document.blocks[1] == Heading(2, STOP)
    assert Paragraph(nl("weighed.no-measure")) in below(document, STOP)
    assert lines(document).count("de oudste") == 1


def test_signs(pack: Pack, nl: Wording) -> None:
    """It gives what was seen in the words it was told in, with how that is known and from whom."""
    given = {
        "danger": "yes", "measure": "Hotel.",
        "sign-1.what": "Ze\nhuilde.", "sign-1.kind": "fact", "sign-1.source": "de leerkracht",
        "sign-2.what": "Hij is bang.", "sign-2.kind": None, "sign-2.source": None,
    }  # fmt: skip
    there = below(given_in(pack, nl, given), STOP)
    at = there.index(Quote("Ze\nhuilde."))
    assert there[at - 1 : at + 3] == [
        Paragraph("Gezien of gehoord (feit; de leerkracht)"),
        Quote("Ze\nhuilde."),
        Paragraph("Gezien of gehoord"),
        Quote("Hij is bang."),
    ]


# --- What stands above a weighing


def test_top(pack: Pack, nl: Wording) -> None:
    """It gives first with whom and how deep was weighed, what was chosen, who decides and when it is looked at."""
    given = {
        **TWO_OPTIONS,
        "with": "een collega",
        "choice": "option-1",
        "decides": "de rechter",
        "look-back": "2026-12-09",
    }
    document = given_in(pack, nl, given)
    assert below(document, TITLE)[0] == Paragraph(nl("weighed.intro"))
    assert [*on_top(document).items()][:5] == [
        ("Gewogen met", "een collega"),
        ("Stand", "volledige weging; afgerond op 30 april 2026"),
        ("Gekozen", "Hotel"),
        ("Wie beslist", "de rechter"),
        ("Opnieuw bekijken op", "9 december 2026"),
    ]


def test_top_of_hardly_anything(pack: Pack, nl: Wording) -> None:
    """It says that nothing was chosen yet and that it is not finished."""
    new = weighing(pack, finished=None).model_copy(update={"answers": ()})
    document = report(weighed(new), pack, nl)
    there = on_top(document)
    assert [*there.items()][:5] == [
        *{
            "Gewogen met": "niet genoemd",
            "Stand": "nog niet afgerond",
            "Gekozen": "nog niets",
            "Wie beslist": "niet genoemd",
            "Opnieuw bekijken op": "niet genoemd",
        }.items()
    ]


def test_top_before_it_is_known_how_deep(pack: Pack, nl: Wording) -> None:
    """It does not take a weighing for a short one as long as nobody said how deep it goes."""
    new = weighing(pack, finished=None).model_copy(update={"answers": (answer("with", "een collega"),)})
    assert nl("weighed.not-in-depth") not in on_top(report(weighed(new), pack, nl))


def test_not_skipped_in_silence(pack: Pack, nl: Wording) -> None:
    """It names the steps that were skipped, that were not asked yet and that are no part of a short weighing."""
    given = {"danger": "no", "member-1.role": None, "differ": None, "empty-chair": None, **TWO_OPTIONS}
    there = on_top(told(pack, nl, *said(given), depth="short", finished=None))
    assert there[nl("weighed.skipped")] == titles(pack, "members")
    assert there[nl("weighed.open")] == titles(pack, "table", "choice")
    left = ("first-thought", "foundation", "understanding", "premortems", "contradiction")
    assert there[nl("weighed.not-in-depth")] == titles(pack, *left)


def test_everything_told(pack: Pack, nl: Wording) -> None:
    """It has no list of what was skipped where nothing was, and gives every step under its title, in order."""
    document = told(pack, nl, *whole(pack).values())
    assert not {nl("weighed.skipped"), nl("weighed.open"), nl("weighed.not-in-depth")} & {*on_top(document)}
    shown_steps = [one.title.pick("nl") for one in pack.weighing if one.id not in ("danger", "first-thought")]
    assert [text for text in headings(document, 3) if text in shown_steps] == shown_steps


def test_earlier_choice_is_not_missed(pack: Pack, nl: Wording) -> None:
    """It does not speak of looking back on an earlier choice where there was none."""
    assert title(pack, "since") not in shown(told(pack, nl, answer("danger", "no"), depth="short"))


# --- Steps


def test_members(pack: Pack, nl: Wording) -> None:
    """It gives what everyone wants with how that is known, and says of whom all was skipped or nothing asked."""
    given = {
        "member-1.role": "moeder", "member-1.age": "adult",
        "member-1.heard": "said-alone", "member-1.perspective": "Rust.",
        "member-1.calm-heard": "estimated", "member-1.calm": "Slapen.",
        "member-2.role": "kind", "member-2.age": None, "member-2.heard": "not-asked", "member-2.ask": "juf",
        "member-3.role": "oma", "member-3.heard": None, "member-4.role": "opa",
        "differ": "Moeder wil snel.", "empty-chair": "Waar ben ik?",
    }  # fmt: skip
    assert below(given_in(pack, nl, given), title(pack, "members")) == [
        Heading(4, "moeder (volwassene)"),
        Paragraph("Gevraagd bij member-1.perspective? (zelf gezegd, apart)"),
        Quote("Rust."),
        Paragraph("Gevraagd bij member-1.calm? (door ons ingeschat)"),
        Quote("Slapen."),
        Heading(4, "kind"),
        Fields((("Gevraagd bij member-2.heard?", "niet gevraagd"), ("Gevraagd bij member-2.ask?", "juf"))),
        Heading(4, "oma"),
        Paragraph("overgeslagen"),
        Heading(4, "opa"),
        Paragraph("niet gevraagd"),
        Fields((("Gevraagd bij differ?", "Moeder wil snel."), ("Gevraagd bij empty-chair?", "Waar ben ik?"))),
    ]


def test_how_it_is_known_where_nothing_was_said(pack: Pack, nl: Wording) -> None:
    """It still tells how something would be known where the answer itself was skipped."""
    given = {"member-1.role": "moeder", "member-1.heard": "said", "member-1.perspective": None}
    assert below(given_in(pack, nl, given), "moeder") == [
        Fields(
            (
                ("Gevraagd bij member-1.heard?", "zelf gezegd, met anderen erbij"),
                ("Gevraagd bij member-1.perspective?", "overgeslagen"),
            )
        )
    ]


def test_foundation(pack: Pack, nl: Wording) -> None:
    """It gives every part of the foundation, what was added too, and says which were not asked about."""
    given = {"housing.state": "under-pressure", "housing.known": "Een\nkamer.", "foundation-1.what": "Vervoer"}
    there = below(given_in(pack, nl, given), title(pack, "foundation"))
    assert there == [
        Heading(4, "Wonen"),
        Fields((("Gevraagd bij housing.state?", "onder druk"),)),
        Paragraph("Gevraagd bij housing.known?"),
        Quote("Een\nkamer."),
        Heading(4, "Inkomen"),
        Paragraph("niet gevraagd"),
        Heading(4, "Schulden"),
        Paragraph("niet gevraagd"),
        Heading(4, "Vervoer"),
        Paragraph("niet gevraagd"),
    ]


def test_short_and_long(pack: Pack, nl: Wording) -> None:
    """It puts a short text beside what was asked and a long one below it, in the order they were asked."""
    long = "Een zin die doorloopt. " * 5
    there = below(
        given_in(pack, nl, {"cause": "Kort.", "helps": long, "hinders": "Regels."}), title(pack, "understanding")
    )
    assert there == [
        Fields((("Gevraagd bij cause?", "Kort."),)),
        Paragraph("Gevraagd bij helps?"),
        Quote(long),
        Fields((("Gevraagd bij hinders?", "Regels."),)),
    ]


def test_premortems_and_contradiction(pack: Pack, nl: Wording) -> None:
    """It gives both stories of what went wrong, and who disagrees with their best argument, before the choice."""
    document = told(pack, nl, *whole(pack).values())
    order = [mark(name) for name in ("stepped-in", "held-back", "against-who", "against", "because")]
    there = shown(document)
    assert [*sorted(order, key=there.index)] == order


# --- The first thought, and the choice


@pytest.mark.parametrize("choice", [(), (answer("choice", None),)])
def test_thought_is_sealed(pack: Pack, nl: Wording, choice: tuple[Answer, ...]) -> None:
    """It shows the first thought nowhere before there is a choice."""
    thought = answer("thought", "Weg hier")
    assert "Weg hier" not in shown(told(pack, nl, thought, *choice, finished=None))


def test_thought_beside_the_choice(pack: Pack, nl: Wording) -> None:
    """It shows the first thought once, right before what changed, after what was chosen and why."""
    given = {"thought": "Weg hier", "choice": "nothing", "because": "Rust.", "changed": "Alles."}
    document = given_in(pack, nl, given)
    assert lines(document).count("Weg hier") == 1
    assert title(pack, "first-thought") not in headings(document, 3)
    assert below(document, title(pack, "choice"))[-1] == Fields(
        (
            ("Gevraagd bij choice?", "Niets doen of afwachten"),
            ("Gevraagd bij because?", "Rust."),
            ("Gevraagd bij thought?", "Weg hier"),
            ("Gevraagd bij changed?", "Alles."),
        )
    )


def test_thought_where_nobody_said_what_changed(pack: Pack, nl: Wording) -> None:
    """It shows the first thought right after the choice where nothing was said of what changed."""
    fields = below(given_in(pack, nl, {"thought": "Weg", "choice": "nothing", "risk": "Tijd."}), title(pack, "choice"))
    (shown_fields,) = [block for block in fields if isinstance(block, Fields)]
    assert [label for label, _ in shown_fields.pairs] == [
        "Gevraagd bij choice?",
        "Gevraagd bij thought?",
        "Gevraagd bij risk?",
    ]


def test_thought_of_one_who_never_chose(pack: Pack, nl: Wording) -> None:
    """It keeps the first thought sealed where the weighing ended without a choice, with no heading of it."""
    document = given_in(pack, nl, {"thought": "Weg hier", "choice": None, "waits": "Tijd."})
    assert "Weg hier" not in shown(document)
    assert title(pack, "first-thought") not in headings(document, 3)


def test_no_thought(pack: Pack, nl: Wording) -> None:
    """It says nothing beside the choice of a first thought that was skipped, but that it was."""
    document = given_in(pack, nl, {"thought": None, "choice": "nothing"})
    assert "Gevraagd bij thought?" not in shown(document)
    assert title(pack, "first-thought") in on_top(document)[nl("weighed.skipped")]


def test_choice_that_is_gone(pack: Pack, nl: Wording) -> None:
    """It says that nothing is chosen where the option that was is taken away, and shows no id in its place."""
    given = {**TWO_OPTIONS, "option-2.what": None, "option-2.fit": "Past wel.", "choice": "option-2", "because": "Zo."}
    document = told(pack, nl, *(one.model_copy(update={"asked": "?"}) for one in said(given)))
    assert on_top(document)["Gekozen"] == "nog niets"
    assert "option-2" not in shown(document)


ARRANGEMENTS = "weighed.no-arrangements"


@pytest.mark.parametrize(
    ("given", "warns"),
    [
        ({"choice": "option-1"}, True),
        ({"choice": "option-1", CELL: "Veilig.", f"{CELL}.stays": "unknown"}, True),
        ({"choice": "option-1", CELL: "Veilig.", f"{CELL}.stays": "yes", "arrangements": None}, True),
        ({"choice": "option-1", CELL: "Veilig.", f"{CELL}.stays": "yes", "arrangements": "Elke dag bellen."}, False),
        ({"choice": "option-1", CELL: "Veilig.", f"{CELL}.stays": "no"}, False),
        ({"choice": None, "waits": "Tijd."}, False),
    ],
)
def test_no_arrangements(pack: Pack, nl: Wording, given: Mapping[str, Value | None], warns: bool) -> None:
    """It says first of the choice that it may leave danger and there are no arrangements, where that is so."""
    there = below(given_in(pack, nl, {**TWO_OPTIONS, **given}), title(pack, "choice"))
    assert (there[0] == Paragraph(nl(ARRANGEMENTS))) is warns
    assert (Paragraph(nl(ARRANGEMENTS)) in there) is warns


def test_half_an_arrangement(pack: Pack, nl: Wording) -> None:
    """It does not take for arrangements what somebody was still typing."""
    half = answer("arrangements", "Elke da", draft=True)
    document = told(pack, nl, *said(TWO_OPTIONS), answer("choice", "option-1"), half, finished=None)
    assert Paragraph(nl(ARRANGEMENTS)) in below(document, title(pack, "choice"))


@pytest.mark.parametrize(
    ("given", "warnings"),
    [
        ({**TWO_OPTIONS, "option-1.force": "coercive", "option-2.force": "voluntary"}, []),
        ({**TWO_OPTIONS, "option-1.force": "coercive", "option-2.force": "coercive"}, ["weighed.only-coercive"]),
        ({"option-1.what": "Weg", "option-1.force": "coercive"}, ["weighed.only-coercive"]),
        ({"nothing.fit": "Niet."}, ["weighed.one-option"]),
    ],
)
def test_options_that_are_no_choice(
    pack: Pack, nl: Wording, given: Mapping[str, Value | None], warnings: list[str]
) -> None:
    """It says first of the options that there is no alternative to coercion, or that there is only one."""
    there = below(given_in(pack, nl, given), title(pack, "options"))
    keys = ("weighed.only-coercive", "weighed.one-option")
    assert [key for key in keys if Paragraph(nl(key)) in there] == warnings
    assert [block for block in there[: len(warnings)] if not isinstance(block, Paragraph)] == []


# --- A weighing after a weighing


def test_superseded(pack: Pack, nl: Wording) -> None:
    """It gives the newest in full first; of the one before what was chosen; both say of each other."""
    first = weighing(pack, *said({**TWO_OPTIONS, "choice": "option-1", "because": "Van toen."}), later=True)
    second = weighing(pack, *said({"danger": "no", "cause": "Van nu."}), number=2, started=LATER, finished=LATER)
    document = report(weighed(first, second), pack, nl)
    newest = "Brede weging van 1 juni 2026"
    assert [one for one in headings(document, 2) if one.startswith("Brede")] == [newest, TITLE]
    assert (
        on_top(document, newest)["Stand"]
        == "volledige weging; afgerond op 1 juni 2026; in plaats van die van 30 april 2026"
    )
    assert (
        on_top(document)["Stand"] == "volledige weging; afgerond op 30 april 2026; vervangen door die van 1 juni 2026"
    )
    assert on_top(document)["Gekozen"] == "Hotel"
    (only,) = below(document, TITLE)
    assert isinstance(only, Fields)
    assert "Van nu." in shown(document)


def test_newer_one_not_finished(pack: Pack, nl: Wording) -> None:
    """It still gives a weighing in full as long as the newer one is not finished, and not yet the new thought."""
    first = weighing(pack, *whole(pack).values(), later=True)
    second = weighing(pack, *said({"danger": "no", "thought": "Nu anders"}), number=2, started=LATER, finished=None)
    document = report(weighed(first, second), pack, nl)
    texts = [name for name, one in whole(pack).items() if one.value == mark(name)]
    assert texts
    assert [name for name in texts if mark(name) not in shown(document)] == []
    assert "Nu anders" not in shown(document)


def test_three(pack: Pack, nl: Wording) -> None:
    """It gives only the last of three in full, each linked to the ones beside it."""
    days = [date(2026, month, 1) for month in (1, 2, 3)]
    three = [
        weighing(pack, answer("cause", f"Toen {day}"), number=number, started=day, finished=day, later=number < 3)
        for number, day in enumerate(days, start=1)
    ]
    document = report(weighed(*three), pack, nl)
    assert [day for day in days if f"Toen {day}" in shown(document)] == days[2:]
    middle = on_top(document, "Brede weging van 1 februari 2026")["Stand"]
    assert "in plaats van die van 1 januari 2026" in middle
    assert "vervangen door die van 1 maart 2026" in middle


def test_link_to_nowhere(pack: Pack, nl: Wording) -> None:
    """It says nothing of a weighing the case does not have."""
    document = report(weighed(weighing(pack, answer("cause", "Zo."), number=4)), pack, nl)
    assert on_top(document)["Stand"] == "volledige weging; afgerond op 30 april 2026"


# --- Nothing lost, nothing more certain than it is


def test_aside(pack: Pack, nl: Wording) -> None:
    """It gives what is not asked any more under a heading of its own, last, with what was asked."""
    document = given_in(pack, nl, {"danger": "no", "measure": "Hotel.", "choice": "nothing", "waits": "Tijd."})
    assert headings(document, 3)[-1] == nl("weighed.aside")
    assert below(document, nl("weighed.aside")) == [
        Fields((("Gevraagd bij measure?", "Hotel."), ("Gevraagd bij waits?", "Tijd.")))
    ]


def test_nothing_aside(pack: Pack, nl: Wording) -> None:
    """It has no such heading where everything counts, also where something was skipped."""
    answers = whole(pack) | {"helps": answer("helps", None)}
    assert nl("weighed.aside") not in shown(told(pack, nl, *answers.values()))


def test_every_text_of_a_whole_weighing(pack: Pack, nl: Wording) -> None:
    """It shows every text of a weighing in which everything was answered."""
    texts = [name for name, one in whole(pack).items() if one.value == mark(name)]
    there = shown(told(pack, nl, *whole(pack).values()))
    assert len(texts) > 80
    assert [name for name in texts if mark(name) not in there] == []


@pytest.mark.parametrize("name", ["member-1.role", "option-1.what", "foundation-1.what", "sign-1.what"])
def test_long_names(pack: Pack, nl: Wording, name: str) -> None:
    """It shows the whole of a long name somewhere, however short it is cut elsewhere, also where all else is open."""
    long = " ".join([mark(name)] * 15)
    assert long in shown(given_in(pack, nl, {"danger": "yes", name: long}, finished=None))


@st.composite
def changes(draw: st.DrawFn) -> tuple[set[int], dict[int, int], set[int]]:
    """Give which answers are skipped, which choices are others and which texts are not finished, by place."""
    places = st.integers(0, 250)
    few = st.sets(places, max_size=12)
    return draw(few), draw(st.dictionaries(places, st.integers(1, 6), max_size=12)), draw(few)


def test_nothing_typed_is_lost(pack: Pack, nl: Wording) -> None:
    """It shows every text somewhere, whatever was answered to all the rest; a thought once there is a choice."""

    @drawn(changes())
    def holds(change: tuple[set[int], dict[int, int], set[int]]) -> None:
        answers = _changed(pack, *change)
        sealed = [] if answers["choice"].value else ["thought"]
        texts = [name for name, one in answers.items() if one.value == mark(name) and name not in sealed]
        there = shown(told(pack, nl, *answers.values()))
        assert [name for name in texts if mark(name) not in there] == []

    holds()


def _changed(pack: Pack, skipped: set[int], others: dict[int, int], halves: set[int]) -> dict[str, Answer]:
    answers = everything(pack)
    fields = [one for one in asked(pack) if one.id in answers]
    for at, one in enumerate(fields):
        there = answers[one.id]
        ids = [option.id for option in one.field.options] or ["nothing", "option-1", "option-2"]
        if at in skipped:
            answers[one.id] = replaced(there, None)
        elif at in others and one.field.kind == "choice":
            answers[one.id] = replaced(there, ids[others[at] % len(ids)])
        elif at in others and one.field.kind == "choices":
            answers[one.id] = replaced(there, (("member-1",), ("member-2",), ())[others[at] % 3])
        elif at in halves and one.is_typed:
            answers[one.id] = replaced(there, there.value, draft=True)
    return answers


def test_to_be_looked_at_again(pack: Pack, nl: Wording) -> None:
    """It says so of every answer that leans on something that changed later, wherever that answer stands."""
    answers = whole(pack)
    leaning = [one.id for one in asked(pack) if _leans(one) and one.id in answers]
    assert len(leaning) > 50
    assert nl("summary.check") not in shown(told(pack, nl, *answers.values()))
    unmarked = []
    for name in leaning:
        again = answers | {name: replaced(answers[name], answers[name].value, check=True)}
        unmarked += [name] if nl("summary.check") not in shown(told(pack, nl, *again.values())) else []
    assert unmarked == []


@pytest.mark.parametrize(("draft", "check"), [(True, False), (False, True)])
def test_left_as_it_is(pack: Pack, nl: Wording, draft: bool, check: bool) -> None:
    """It still marks what was not finished, or leans on what changed, where the rest of the step was passed by."""
    left = answer("cause", "Het hu", draft=draft, check=check).model_copy(update={"passed": True})
    there = shown(told(pack, nl, left))
    assert f"Het hu ({nl('summary.draft' if draft else 'summary.check')})" in there


def _leans(one: Asked) -> bool:
    """Tell whether an answer can be marked: for what is not asked always, and who lives there, who is taken along.

    Of whom a cell differs for is told with how it does, and how calm is known with what it is: those lean on it.
    """
    through_another = one.field.id in ("differs", "calm-heard")
    return bool(one.field.when or one.field.id in ("how", "role", "age")) and not through_another


def test_not_finished(pack: Pack, nl: Wording) -> None:
    """It says of every text that somebody was still typing it, wherever it stands."""
    answers = whole(pack)
    halves = [one.id for one in asked(pack) if one.is_typed and one.id in answers and answers[one.id].value]
    assert len(halves) > 80
    draft = re.compile(rf"\b{nl('summary.draft')}\b")
    assert not draft.search(shown(told(pack, nl, *answers.values(), finished=None)))
    unmarked = []
    for name in halves:
        half = answers | {name: replaced(answers[name], answers[name].value, draft=True)}
        unmarked += [] if draft.search(shown(told(pack, nl, *half.values(), finished=None))) else [name]
    assert unmarked == []


@pytest.mark.parametrize(("draft", "check"), [(True, False), (False, True)])
def test_short_cell_is_marked(pack: Pack, nl: Wording, draft: bool, check: bool) -> None:
    """It marks a cell that fits in the table like any other."""
    cell = answer(CELL, "Kort.", draft=draft, check=check)
    document = told(pack, nl, *said({**TWO_OPTIONS, "nothing.safety.short": "Rust."}), cell, finished=None)
    mark_of_it = f"({nl('summary.draft' if draft else 'summary.check')}"
    assert mark_of_it in shown(document)


def test_half_a_cell_is_not_lost(pack: Pack, nl: Wording) -> None:
    """It shows what somebody was typing in the first cell they came to."""
    document = told(pack, nl, *said(TWO_OPTIONS), answer(CELL, "De kinderen zij", draft=True), finished=None)
    assert "De kinderen zij" in shown(document)


# --- As a whole


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_levels_of_headings(pack: Pack, nl: Wording, en: Wording, lang: Language) -> None:
    """It never skips a level of heading, so that a screen reader can walk through it."""
    say = {"nl": nl, "en": en}[lang]
    for answers in (whole(pack), everything(pack)):
        document = told(pack, say, *answers.values())
        levels = [block.level for block in document.blocks if isinstance(block, Heading)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_speaks_the_language_asked_for(pack: Pack, en: Wording) -> None:
    """It gives titles, options and words in the language of the report."""
    answers = {name: one.model_copy(update={"asked": "?"}) for name, one in whole(pack).items()}
    document = told(pack, en, *answers.values())
    there = shown(document)
    dutch = [one.title.nl for one in pack.weighing] + ["gedwongen maatregel", "Niets doen of afwachten", "niet gewogen"]
    assert [one for one in dutch if one and one in there] == []
    assert "Do nothing or wait" in there


def test_same_document(pack: Pack, nl: Wording) -> None:
    """It gives the same document for the same case."""
    assert told(pack, nl, *whole(pack).values()) == told(pack, nl, *whole(pack).values())


def test_member_named_twice(pack: Pack, nl: Wording) -> None:
    """It gives two members who are called the same each their own part."""
    given = {**TWO_MEMBERS, "member-1.role": "kind", "member-2.role": "kind", "member-1.heard": "said"}
    given |= {"member-2.heard": "said", "member-1.perspective": "Rust.", "member-2.perspective": "Spelen."}
    document = given_in(pack, nl, given)
    assert headings(document, 4).count("kind") == 2
    assert {"Rust.", "Spelen."} <= {*lines(document)}
