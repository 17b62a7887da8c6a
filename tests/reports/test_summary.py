"""The summary: what a professional puts in a file, and what somebody else reads in two minutes."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.reports.card_facts import card_facts
from doorbraak_cli.reports.cards import card_blocks
from doorbraak_cli.reports.document import Bullets, Fields, Heading, Item, Paragraph, Quote, Table, Tasks
from doorbraak_cli.reports.facts import summary_facts

from .conftest import DAY, answer, below, card, case, headings, lines, reflection, report
from .weighings import said, weighing, whole

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.principle import LevelId
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.document import Document

RA = "Radicaal aansluiten bij het perspectief van het gezin"
LATER = date(2026, 6, 1)


def overview(document: Document) -> Table:
    (table,) = [block for block in below(document, "Overzicht") if isinstance(block, Table)]
    return table


def test_order(pack: Pack, nl: Wording) -> None:
    """It says first what a hurried reader needs: the case, the overview, what happens next and what is in the way.

    Then come all answers and the aids that were filled in, and last what may help and what to ask others.
    """
    given = [answer("ra-micro-5", "hardly"), answer("ra-micro-5.bottlenecks", (pack.bottlenecks[0].id,))]
    cards = (card(pack, "zorgvuldig-consulteren"), card(pack, "oud", number=2))
    document = report(case(reflection(pack, *given), cards=cards), pack, nl)
    aid = pack.aid("zorgvuldig-consulteren")
    assert aid is not None
    assert headings(document, 1) == ["Terugblik: Duin"]
    assert headings(document, 2) == [
        "De casus",
        "Overzicht",
        "Volgende stappen",
        "Knelpunten",
        "Terugblik van 30 april 2026 · Microniveau",
        aid.title.pick("nl"),
        "oud",
        "Wat kan helpen",
        "Vragen voor een ander niveau",
        "Bronnen",
        "Grenzen",
        "Privacy",
    ]


def test_order_where_nothing_was_weak(pack: Pack, nl: Wording) -> None:
    """It leaves out what may help, what to ask others and the bottlenecks where no answer calls for them."""
    document = report(case(reflection(pack, answer("ra-micro-5", "fully"))), pack, nl)
    assert headings(document, 2) == [
        "De casus",
        "Overzicht",
        "Volgende stappen",
        "Terugblik van 30 april 2026 · Microniveau",
        "Bronnen",
        "Grenzen",
        "Privacy",
    ]


def test_levels_of_headings(pack: Pack, nl: Wording) -> None:
    """It never skips a level of heading, so that a screen reader can walk through it."""
    given = [answer("ra-micro-5", "hardly"), answer("bk-micro-1", None), answer("oud", "x"), answer("ra-meso-1", "no")]
    cards = (card(pack, "zorgvuldig-consulteren"),)
    document = report(case(reflection(pack, *given), cards=cards), pack, nl)
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_word_counted(pack: Pack, nl: Wording) -> None:
    """It counts words per principle, in the order of the scales, and says where nothing was asked."""
    given = [
        answer("ra-micro-1.a", "fully"),
        answer("ra-micro-1.b", "hardly"),
        answer("ra-micro-2.a", "fully"),
        answer("ra-micro-2.b", "not-applicable"),
        answer("ra-micro-5", "unknown"),
        answer("sw-micro-1.a", "School."),
        answer("sw-micro-1.b", None),
        answer("sw-micro-3.a", "no"),
        answer("sw-micro-3.b", "Half", draft=True),
    ]
    assert overview(report(case(reflection(pack, *given)), pack, nl)) == Table(
        ("Principe", "Microniveau"),
        (
            (RA, "1 × nauwelijks, 2 × helemaal, 1 × speelt hier niet, 1 × weet ik niet"),
            ("Breed kijken: veiligheid, bestaanszekerheid en ontwikkeling", "niet gevraagd"),
            (
                "Samen waarde toevoegen in netwerksamenwerking",
                "1 × nee, 1 × in eigen woorden, 1 × nog niet af, 1 × overgeslagen",
            ),
        ),
    )


def test_word_that_is_gone(pack: Pack, nl: Wording) -> None:
    """It counts a word no scale has any more by its id, after the words there are."""
    given = [answer("ra-micro-1.a", "somewhat"), answer("ra-micro-1.b", None), answer("ra-micro-5", "fully")]
    document = report(case(reflection(pack, *given)), pack, nl)
    assert overview(document).rows[0] == (RA, "1 × helemaal, 1 × overgeslagen, 1 × somewhat")


def test_overview_per_level(pack: Pack, nl: Wording) -> None:
    """It gives every level a column, from the case to the country."""
    document = report(
        case(
            reflection(pack, answer("ra-macro-1", "hardly"), level="macro", number=1),
            reflection(pack, answer("ra-micro-5", "fully"), number=2),
        ),
        pack,
        nl,
    )
    assert overview(document).header == ("Principe", "Microniveau", "Macroniveau")
    assert overview(document).rows[0] == (RA, "1 × helemaal", "1 × nauwelijks")
    assert Paragraph(nl("summary.overview.latest")) not in document.blocks


def test_overview_of_two_on_one_level(pack: Pack, nl: Wording) -> None:
    """It counts only the last of two reflections on one level, never both together, and says which one that is."""
    first = reflection(pack, answer("ra-micro-5", "fully"), number=1)
    second = reflection(pack, answer("ra-micro-5", "hardly"), number=2, started=LATER, finished=None)
    document = report(case(first, second), pack, nl)
    assert overview(document).header == ("Principe", "Microniveau (1 juni 2026)")
    assert overview(document).rows[0] == (RA, "1 × nauwelijks")
    assert Paragraph(nl("summary.overview.latest")) in document.blocks


def test_overview_passes_by_an_empty_one(pack: Pack, nl: Wording) -> None:
    """It does not let a reflection that only just began hide the one before."""
    first = reflection(pack, answer("ra-micro-5", "fully"), number=1)
    second = reflection(pack, number=2, started=LATER, finished=None)
    assert overview(report(case(first, second), pack, nl)).rows[0] == (RA, "1 × helemaal")


def test_overview_leaves_out_what_is_outside(pack: Pack, nl: Wording) -> None:
    """It does not count answers that no longer belong to the level or the questions chosen."""
    given = [answer("ra-micro-5", "fully"), answer("ra-meso-1", "hardly")]
    document = report(case(reflection(pack, *given, level="meso"), level="meso"), pack, nl)
    assert overview(document).rows[0] == (RA, "1 × nauwelijks")


def test_no_overview_of_nothing(pack: Pack, nl: Wording) -> None:
    """It says that nothing was answered yet, without an empty table."""
    document = report(case(reflection(pack, finished=None)), pack, nl)
    assert "Overzicht" not in headings(document, 2)
    assert below(document, "Terugblik van 30 april 2026 · Microniveau")[1:] == [
        Paragraph("Er zijn nog geen vragen beantwoord.")
    ]


def test_before_the_level_is_chosen(pack: Pack, nl: Wording) -> None:
    """It makes a summary of a reflection in which nothing was chosen yet."""
    document = report(case(reflection(pack, finished=None, setup={"level": None})), pack, nl)
    assert "Terugblik van 30 april 2026" in headings(document, 2)


def test_case_without_a_reflection(pack: Pack, nl: Wording) -> None:
    """It makes a summary of a case nobody looked back on."""
    document = report(case(), pack, nl)
    assert (document.meta["content"], document.meta["updated"]) == ("", "2026-04-30")
    assert below(document, "Volgende stappen") == [Paragraph("Er zijn geen volgende stappen genoteerd.")]


def test_answers(pack: Pack, nl: Wording) -> None:
    """It gives each question with the word chosen and what showed it, in the words of whoever answered."""
    given = [answer("ra-micro-5", "hardly"), answer("ra-micro-5.evidence", "Ik zag\nhet.")]
    document = report(case(reflection(pack, *given)), pack, nl)
    assert below(document, "Gevraagd bij ra-micro-5?") == [
        Fields((("Antwoord", "nauwelijks"),)),
        Paragraph("Gevraagd bij ra-micro-5.evidence?"),
        Quote("Ik zag\nhet."),
    ]
    assert Heading(3, RA) in document.blocks


def test_nothing_showed_it(pack: Pack, nl: Wording) -> None:
    """It says that what showed it was skipped."""
    given = [answer("ra-micro-5", "hardly"), answer("ra-micro-5.evidence", None)]
    assert below(report(case(reflection(pack, *given)), pack, nl), "Gevraagd bij ra-micro-5?") == [
        Fields((("Antwoord", "nauwelijks"),)),
        Fields((("Gevraagd bij ra-micro-5.evidence?", "overgeslagen"),)),
    ]


def test_parts(pack: Pack, nl: Wording) -> None:
    """It gives each part with its own answer: words as a list, own words as quotes, a skipped one in its place."""
    given = [answer("sw-micro-1.a", "School."), answer("sw-micro-1.b", None), answer("sw-micro-1.c", "Oma.")]
    document = report(case(reflection(pack, *given)), pack, nl)
    question = pack.question("sw-micro-1")
    assert question is not None
    assert below(document, question.text.pick("nl")) == [
        Paragraph("Gevraagd bij sw-micro-1.a?"),
        Quote("School."),
        Fields((("Gevraagd bij sw-micro-1.b?", "overgeslagen"),)),
        Paragraph("Gevraagd bij sw-micro-1.c?"),
        Quote("Oma."),
    ]


def test_open_question_is_not_asked_twice(pack: Pack, nl: Wording) -> None:
    """It puts an answer in own words right below its question."""
    document = report(case(reflection(pack, answer("bk-micro-5", "Zo."))), pack, nl)
    assert below(document, "Gevraagd bij bk-micro-5?") == [Quote("Zo.")]


def test_in_the_way(pack: Pack, nl: Wording) -> None:
    """It says with an answer what was ticked as in the way, also what the pack no longer has or was to be checked."""
    first, second = pack.bottlenecks[:2]
    given = [
        answer("ra-micro-5", "hardly"),
        answer("ra-micro-5.evidence", "Zo."),
        answer("ra-micro-5.bottlenecks", (second.id, "oud", first.id)),
        answer("bk-micro-1", "hardly"),
        answer("bk-micro-1.bottlenecks", (first.id,), check=True),
        answer("bk-micro-3", "hardly"),
        answer("bk-micro-3.bottlenecks", ()),
    ]
    document = report(case(reflection(pack, *given)), pack, nl)
    titles = f"{second.title.pick('nl')}, oud, {first.title.pick('nl')}"
    assert below(document, "Gevraagd bij ra-micro-5?")[-1] == Fields((("Wat in de weg zat", titles),))
    assert below(document, "Gevraagd bij bk-micro-1?")[-1] == Fields(
        (("Wat in de weg zat", f"{first.title.pick('nl')} ({nl('summary.check')})"),)
    )
    assert below(document, "Gevraagd bij bk-micro-3?") == [Fields((("Antwoord", "nauwelijks"),))]
    listed = [block.key for block in below(document, "Knelpunten") if isinstance(block, Item)]
    assert listed == [first.title.pick("nl"), second.title.pick("nl"), "oud"]


def test_cards(pack: Pack, nl: Wording) -> None:
    """It gives the aids that were filled in, each under its name, as the card itself does."""
    told = card(pack, "zorgvuldig-consulteren", answer("question", "Wat nu?"), finished=None)
    gone = card(pack, "oud", answer("vraag", "Zo."), number=2)
    document = report(case(cards=(told, gone)), pack, nl)
    aid = pack.aid("zorgvuldig-consulteren")
    assert aid is not None
    shown = below(document, aid.title.pick("nl"))
    assert shown == list(card_blocks(card_facts(told, aid, "nl"), nl, 3))
    assert "Wat nu?" in lines(document)
    assert below(document, "oud")[1:] == [
        Heading(3, nl("card.no-longer")),
        Fields((("Gevraagd bij vraag?", "Zo."),)),
    ]


def test_only_cards(pack: Pack, nl: Wording) -> None:
    """It speaks of no reflection where there is none, and has the day and content of the card."""
    told = card(pack, "zorgvuldig-consulteren", answer("question", "Wat nu?"))
    document = report(case(cards=(told,)), pack, nl)
    assert document.meta["title"] == "Casus: Duin"
    assert document.meta["content"] == f"{pack.info.id} {pack.info.version} ({pack.digest})"
    assert nl("summary.intro.case") not in lines(document)
    assert "Volgende stappen" not in headings(document, 2)


def test_order_with_a_weighing(pack: Pack, nl: Wording) -> None:
    """It puts danger before all else, then the case and the weighing, and says where looking back begins."""
    weighings = (weighing(pack, *whole(pack).values(), started=LATER, finished=LATER),)
    document = report(case(reflection(pack, answer("ra-micro-5", "fully")), weighings=weighings), pack, nl)
    assert headings(document, 1) == [nl("summary.title-case", title="Duin")]
    assert headings(document, 2) == [
        next(one.title.pick("nl") for one in pack.weighing if one.id == "danger"),
        "De casus",
        nl("weighed.title", date="1 juni 2026"),
        nl("summary.looked-back"),
        "Overzicht",
        "Volgende stappen",
        "Terugblik van 30 april 2026 · Microniveau",
        "Nog niet bekeken",
        "Bronnen",
        "Grenzen",
        "Privacy",
    ]
    assert below(document, nl("summary.looked-back")) == [Paragraph(nl("summary.intro.case"))]
    assert lines(document).count(nl("summary.intro.case")) == 1


def test_only_a_weighing(pack: Pack, nl: Wording) -> None:
    """It speaks of no reflection where there is none, and has the day and content of the weighing."""
    weighings = (weighing(pack, answer("danger", "no"), started=DAY, finished=LATER),)
    document = report(case(weighings=weighings), pack, nl)
    assert headings(document, 2) == [
        "De casus",
        nl("weighed.title", date="30 april 2026"),
        "Nog niet bekeken",
        "Bronnen",
        "Grenzen",
        "Privacy",
    ]
    assert nl("summary.intro.case") not in lines(document)
    assert document.meta == {
        "title": nl("summary.title-case", title="Duin"),
        "about": "case",
        "created": "2026-04-30",
        "updated": "2026-06-01",
        "content": f"{pack.info.id} {pack.info.version} ({pack.digest})",
        "language": "nl",
    }


def test_sources_of_a_weighing(pack: Pack, nl: Wording) -> None:
    """It names chapter and pages of the steps of which something is told, and of no other."""
    given = {"danger": "yes", "member-1.role": "moeder", "stepped-in": None}
    (sources,) = below(report(case(weighings=(weighing(pack, *said(given)),)), pack, nl), "Bronnen")
    assert isinstance(sources, Bullets)
    steps = [one.source for one in pack.weighing if one.id in ("danger", "members") and one.source]
    assert len(steps) == 2
    chapters = {
        source.chapter: sorted({one.page for one in steps if one.chapter == source.chapter}) for source in steps
    }
    told = [one for one in sources.items if one not in (sources.items[0], nl("summary.source.guide"))]
    assert told == [
        nl("summary.source.weighing", chapter=chapter, pages=", ".join(map(str, pages)))
        for chapter, pages in sorted(chapters.items())
    ]


def test_sources_of_a_weighing_that_only_began(pack: Pack, nl: Wording) -> None:
    """It names no step as a source of which nothing is told."""
    (sources,) = below(report(case(weighings=(weighing(pack, finished=None),)), pack, nl), "Bronnen")
    assert isinstance(sources, Bullets)
    assert len(sources.items) == 2


def test_set_aside(pack: Pack, nl: Wording) -> None:
    """It names every question that was skipped or doesn't apply, with the reason where one was given."""
    given = [
        answer("ra-micro-4.a", None),
        answer("ra-micro-4.b", "not-applicable"),
        answer("ra-micro-5", "not-applicable"),
        answer("ra-micro-5.evidence", "Er is geen contact."),
        answer("bk-micro-1", None),
        answer("bk-micro-3", "unknown"),
    ]
    document = report(case(reflection(pack, *given)), pack, nl)
    question = pack.question("ra-micro-4")
    assert question is not None
    assert below(document, "Overgeslagen, of speelt hier niet") == [
        Bullets(
            (
                f"{question.text.pick('nl')} (overgeslagen, speelt hier niet)",
                "Gevraagd bij ra-micro-5? (speelt hier niet)",
            )
        ),
        Paragraph("Gevraagd bij ra-micro-5.evidence?"),
        Quote("Er is geen contact."),
        Bullets(("Gevraagd bij bk-micro-1? (overgeslagen)",)),
    ]
    assert below(document, "Gevraagd bij bk-micro-3?") == [Fields((("Antwoord", "weet ik niet"),))]


def test_outside_the_choice(pack: Pack, nl: Wording) -> None:
    """It still shows what was answered before the choice changed, apart from the rest."""
    given = [answer("ra-micro-5", "hardly"), answer("ra-micro-5.evidence", "Zo."), answer("ra-meso-1", "fully")]
    document = report(case(reflection(pack, *given, level="meso"), level="meso"), pack, nl)
    assert below(document, "Eerder beantwoord, nu buiten de gekozen vragen") == [
        Heading(4, "Gevraagd bij ra-micro-5?"),
        Fields((("Antwoord", "nauwelijks"),)),
        Paragraph("Gevraagd bij ra-micro-5.evidence?"),
        Quote("Zo."),
    ]
    assert [block.text for block in below(document, RA) if isinstance(block, Heading)] == ["Gevraagd bij ra-meso-1?"]


def test_question_that_is_gone(pack: Pack, nl: Wording) -> None:
    """It still shows an answer to a question the pack no longer has, with its text as asked."""
    document = report(case(reflection(pack, answer("oud", "hardly"), answer("ouder", "Zo."))), pack, nl)
    assert below(document, "Vragen die intussen zijn vervallen") == [
        Heading(4, "Gevraagd bij oud?"),
        Fields((("Antwoord", "nauwelijks"),)),
        Heading(4, "Gevraagd bij ouder?"),
        Quote("Zo."),
    ]


def test_nothing_typed_is_left_out(pack: Pack, nl: Wording) -> None:
    """It shows every text of every answer, whatever became of its question."""
    texts = [f"getypt {number}" for number in range(15)]
    given = [
        answer("role", texts[0]),
        answer("ra-micro-5", "hardly"),
        answer("ra-micro-5.evidence", texts[1]),
        answer("ra-micro-5.next", texts[2]),
        answer("ra-micro-5.who", texts[3]),
        answer("ra-micro-5.when", texts[4]),
        answer("bk-micro-5", texts[5]),
        answer("bk-micro-5.next", texts[6], draft=True),
        answer("oud.a", texts[7]),
        answer("ra-meso-2", texts[8], check=True),
        answer("bk-micro-1", "not-applicable"),
        answer("bk-micro-1.evidence", texts[9]),
        answer("bk-micro-1.next", texts[10]),
    ]
    cards = (
        card(pack, "zorgvuldig-consulteren", answer("question", texts[12]), answer("nature", texts[13], draft=True)),
        card(pack, "oud", answer("oud", texts[14]), number=2),
    )
    of = case(reflection(pack, *given), intake=(answer("title", "x"), answer("situation", texts[11])), cards=cards)
    shown = "\n".join(lines(report(of, pack, nl)))
    assert [text for text in texts if not re.search(rf"\b{text}\b", shown)] == []


def test_to_be_looked_at_again(pack: Pack, nl: Wording) -> None:
    """It marks what leans on something that changed later, in words, wherever it stands."""
    given = [
        answer("ra-micro-5", "hardly", check=True),
        answer("ra-micro-5.evidence", "Zo.", check=True),
        answer("ra-micro-5.next", "Bellen"),
        answer("ra-micro-5.who", "ik", check=True),
        answer("bk-micro-1", None, check=True),
        answer("bk-micro-5", "Zo.", check=True),
    ]
    document = report(case(reflection(pack, *given)), pack, nl)
    mark = "nakijken: iets waar dit op steunt is daarna veranderd"
    assert below(document, "Gevraagd bij ra-micro-5?") == [
        Fields((("Antwoord", f"nauwelijks ({mark})"),)),
        Paragraph(f"Gevraagd bij ra-micro-5.evidence? ({mark})"),
        Quote("Zo."),
    ]
    assert below(document, "Gevraagd bij bk-micro-5?") == [Paragraph(f"({mark})"), Quote("Zo.")]
    assert Bullets((f"Gevraagd bij bk-micro-1? (overgeslagen ({mark}))",)) in document.blocks
    assert Tasks((f"Bellen (wie: ik ({mark}); wanneer: niet genoemd)",)) in document.blocks


def test_not_finished(pack: Pack, nl: Wording) -> None:
    """It shows half an answer as half an answer: not lost, and not to be mistaken for what somebody meant to say."""
    of = case(
        reflection(
            pack,
            answer("role", "jeugd", draft=True),
            answer("ra-micro-5", "hardly"),
            answer("ra-micro-5.evidence", "Ik za", draft=True),
            answer("ra-micro-5.next", "Be", draft=True),
            answer("bk-micro-5", "Wat ik", draft=True),
            finished=None,
        ),
        intake=(answer("title", "Du", draft=True), answer("situation", "Er spee", draft=True)),
    )
    document = report(of, pack, nl)
    assert document.blocks[0] == Heading(1, "Terugblik: Du (nog niet af)")
    assert below(document, "De casus") == [Paragraph("(nog niet af)"), Quote("Er spee")]
    assert below(document, "Gevraagd bij ra-micro-5?")[1:] == [
        Paragraph("Gevraagd bij ra-micro-5.evidence? (nog niet af)"),
        Quote("Ik za"),
    ]
    assert below(document, "Gevraagd bij bk-micro-5?") == [Paragraph("(nog niet af)"), Quote("Wat ik")]
    assert Tasks(("Be (nog niet af; wie: niet genoemd; wanneer: niet genoemd)",)) in document.blocks
    assert overview(document).rows[1][1] == "1 × nog niet af"
    fields = below(document, "Terugblik van 30 april 2026 · Microniveau")[0]
    assert fields == Fields(
        (
            ("Over", "Du (nog niet af)"),
            ("Rol", "jeugd (nog niet af)"),
            ("Stand", "nog niet afgerond; nog te beantwoorden vragen: 17"),
        )
    )


def test_next_steps(pack: Pack, nl: Wording) -> None:
    """It lists the next steps as things to do, with who and when, or that nobody said so."""
    given = [
        answer("ra-micro-5.next", "Bellen"),
        answer("ra-micro-5.who", "ik"),
        answer("ra-micro-5.when", "morgen"),
        answer("bk-micro-1.next", "Schrijven"),
        answer("bk-micro-1.who", None),
        answer("sw-micro-2.next", None),
    ]
    assert below(report(case(reflection(pack, *given)), pack, nl), "Volgende stappen") == [
        Tasks(("Bellen (wie: ik; wanneer: morgen)", "Schrijven (wie: niet genoemd; wanneer: niet genoemd)"))
    ]


def test_next_steps_of_several_reflections(pack: Pack, nl: Wording) -> None:
    """It says which reflection each step came from where there are several."""
    first = reflection(pack, answer("ra-micro-5.next", "Bellen"), number=1)
    second = reflection(pack, answer("ra-meso-1.next", "Regelen"), number=2, level="meso", started=LATER)
    third = reflection(pack, answer("ra-micro-5", "fully"), number=3, started=LATER)
    assert below(report(case(first, second, third), pack, nl), "Volgende stappen") == [
        Heading(3, "Terugblik van 30 april 2026 · Microniveau"),
        Tasks(("Bellen (wie: niet genoemd; wanneer: niet genoemd)",)),
        Heading(3, "Terugblik van 1 juni 2026 · Mesoniveau"),
        Tasks(("Regelen (wie: niet genoemd; wanneer: niet genoemd)",)),
    ]


def test_several_reflections(pack: Pack, nl: Wording) -> None:
    """It gives every reflection its own part, oldest first, also two on one level, with who looked back on what."""
    first = reflection(pack, answer("role", "jeugdprofessional"), answer("ra-micro-5", "fully"), number=1)
    second = reflection(pack, answer("ra-micro-5", "hardly"), number=2, started=LATER, finished=None)
    third = reflection(pack, number=3, level="meso", started=LATER, finished=LATER, setup={"subject": "Team Noord"})
    document = report(case(first, second, third), pack, nl)
    fields = [block for block in document.blocks if isinstance(block, Fields) and block.pairs[0][0] == "Over"]
    assert fields == [
        Fields((("Over", "Duin"), ("Rol", "jeugdprofessional"), ("Stand", "afgerond op 30 april 2026"))),
        Fields(
            (("Over", "Duin"), ("Rol", "niet genoemd"), ("Stand", "nog niet afgerond; nog te beantwoorden vragen: 18"))
        ),
        Fields((("Over", "Team Noord"), ("Rol", "niet genoemd"), ("Stand", "afgerond op 1 juni 2026"))),
    ]
    answers = [block.pairs[0][1] for block in document.blocks if isinstance(block, Fields) and len(block.pairs) == 1]
    assert answers == ["helemaal", "nauwelijks"]


@pytest.mark.parametrize(
    ("level", "heading", "about"),
    [
        ("micro", "De casus", "gezin"),
        ("meso", "Het team of de organisatie", "medewerkers"),
        ("macro", "Het beleid", "professionals"),
    ],
)
def test_worded_for_the_level(pack: Pack, nl: Wording, level: LevelId, heading: str, about: str) -> None:
    """It calls what it is about by its name, and says whom it does not judge."""
    document = report(case(reflection(pack, level=level), level=level), pack, nl)
    assert headings(document, 2)[0] == heading
    intro = document.blocks[1]
    assert isinstance(intro, Paragraph)
    assert "geen oordeel" in intro.text
    assert "geen score" in intro.text
    assert about in intro.text
    assert below(document, heading) == [Paragraph("Niet beschreven.")]


def test_without_a_title(pack: Pack, nl: Wording) -> None:
    """It says that there is no title rather than show nothing."""
    document = report(case(reflection(pack), intake=(answer("situation", "Zo."),)), pack, nl)
    assert document.blocks[0] == Heading(1, "Terugblik: zonder titel")
    assert document.meta["title"] == "Terugblik: zonder titel"


def test_long_title(pack: Pack, nl: Wording) -> None:
    """It keeps the title on one line, and gives it whole where it says what this is about."""
    title = "een heel lange naam\n" * 20
    document = report(case(reflection(pack), intake=(answer("title", title),)), pack, nl)
    assert isinstance(document.blocks[0], Heading)
    assert "\n" not in document.blocks[0].text
    assert len(document.blocks[0].text) < 140
    assert title in lines(document)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_sources_limits_and_privacy(pack: Pack, nl: Wording, en: Wording, lang: str) -> None:
    """It always closes with where this comes from, what the research did not see, and how to keep this."""
    say = {"nl": nl, "en": en}[lang]
    for of in (case(), case(reflection(pack, answer("ra-micro-5", "hardly")))):
        document = report(of, pack, say)
        assert below(document, say("summary.limits")) == [Paragraph(say("summary.limits.line"))]
        assert below(document, say("summary.privacy")) == [Paragraph(say("summary.privacy.line"))]
        (sources,) = below(document, say("summary.sources"))
        assert isinstance(sources, Bullets)
        assert "Van den Enden & Kuiper, 2026" in sources.items[0]
        assert "\n" not in say("summary.limits.line") + say("summary.privacy.line")


def test_sources(pack: Pack, nl: Wording) -> None:
    """It names chapter and page of the principles, and of the questions where any were answered."""
    document = report(case(reflection(pack, answer("ra-micro-5", "hardly"))), pack, nl)
    (sources,) = below(document, "Bronnen")
    assert isinstance(sources, Bullets)
    assert sources.items[:2] == (
        "De principes naar: Van den Enden & Kuiper, 2026, hfst. 3, p. 6, 7.",
        "De vragen naar: Van den Enden & Kuiper, 2026, hfst. 6, vanaf p. 27.",
    )
    assert len([one for one in lines(report(case(), pack, nl)) if re.search("hfst. [56]", one)]) == 0


def test_sources_of_own_questions(small: Pack, nl: Wording) -> None:
    """It says of somebody's own questions that they are not the guide's, and names no place for them."""
    (sources,) = below(report(case(reflection(small, answer("micro-2", "hardly"))), small, nl), "Bronnen")
    assert isinstance(sources, Bullets)
    assert sources.items[1:] == (
        nl("summary.source.recommendations", chapter=5, pages="12"),
        nl("summary.source.own"),
        nl("summary.source.guide"),
    )


def test_sources_of_recommendations(pack: Pack, nl: Wording) -> None:
    """It names chapter and pages of the recommendations it gives, each page once."""
    given = [answer(name, "hardly") for name in ("ra-micro-5", "bk-micro-1", "sw-micro-2")]
    of = case(reflection(pack, *given))
    (sources,) = below(report(of, pack, nl), "Bronnen")
    assert isinstance(sources, Bullets)
    told = summary_facts(of, pack, "nl").follow_up.helps
    pages = sorted({one.source.page for each in told for one in each.recommendations if one.source})
    assert pages
    assert nl("summary.source.recommendations", chapter=5, pages=", ".join(map(str, pages))) in sources.items


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_limits_name_what_was_not_seen(nl: Wording, en: Wording, lang: str) -> None:
    """It names sexual violence and coercive control, and whom to turn to."""
    line = {"nl": nl, "en": en}[lang]("summary.limits.line")
    named = {"nl": ("seksueel geweld", "dwingende controle", "specialisten"),
             "en": ("sexual violence", "coercive control", "specialists")}[lang]  # fmt: skip
    assert [one for one in named if one not in line] == []


def test_no_score(pack: Pack, nl: Wording) -> None:
    """It holds no percentage, average or grade: every number is a count of words, a date or a place in the guide."""
    given = [
        answer(question.field_id(part), "hardly" if question.kind_of(part) == "extent" else "no")
        for question in pack.select(level="micro")
        for part in question.fields
    ]
    document = report(case(reflection(pack, *given)), pack, nl)
    shown = lines(document)
    digits = [one for one in shown if re.search(r"\d", one) and not one.startswith("Gevraagd bij")]
    allowed = r"\d+ × [a-z ]+(, \d+ × [a-z ]+)*|.*\d+ april 2026.*|.*(hfst\. \d|april 2026\)).*|.*bel 112.*"
    assert digits
    assert [one for one in digits if not re.fullmatch(allowed, one)] == []
    assert [one for one in shown if re.search(r"%|gemiddeld|totaal|cijfer", one)] == []


def test_facts_for_machines(pack: Pack, nl: Wording) -> None:
    """It says what this is about, when it was last worked on, in which language and on which content."""
    first = reflection(pack, number=1)
    second = reflection(pack, number=2, started=LATER, finished=None)
    assert report(case(first, second), pack, nl).meta == {
        "title": "Terugblik: Duin",
        "about": "case",
        "created": "2026-04-30",
        "updated": "2026-06-01",
        "content": f"handreiking-2026 {pack.info.version} ({pack.digest})",
        "language": "nl",
    }


def test_same_document(pack: Pack, nl: Wording) -> None:
    """It gives the same document for the same case."""
    of = case(reflection(pack, answer("ra-micro-5", "hardly"), answer("ra-micro-5.next", "Bellen")))
    assert report(of, pack, nl) == report(of, pack, nl)


def test_dates_in_words(pack: Pack, nl: Wording, en: Wording) -> None:
    """It writes every date in words, in the language of the summary."""
    for month in range(1, 13):
        of = case(reflection(pack, started=date(2026, month, 1), finished=None))
        for say in (nl, en):
            name = say("summary.reflection", date=f"1 {say(f'calendar.{month}')} 2026")
            assert any(one.startswith(name) for one in headings(report(of, pack, say), 2))
    assert DAY.isoformat() not in lines(report(case(reflection(pack)), pack, nl))
