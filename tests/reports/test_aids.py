"""Pages of the aids, the answer of a decision, and a card that was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.aid import Aid, CardField, Choice, Decision, DecisionQuestion, Route, Step
from doorbraak_cli.domain.text import Source
from doorbraak_cli.reports import aids
from doorbraak_cli.reports.document import Bullets, Fields, Heading, Item, Numbered, Paragraph, Quote, page

from .conftest import DAY, answer, below, card, headings, lines, pack_with, recommendation, text

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Answer
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.document import Block

YES_OR_NO = (Choice(id="yes", text=text("ja")), Choice(id="no", text=text("nee")))
DECISION = Decision(
    questions=(
        DecisionQuestion(id="adult", text=text("Volwassen?"), options=YES_OR_NO),
        DecisionQuestion(id="consent", text=text("Toestemming?"), options=YES_OR_NO),
    ),
    routes=(
        Route(id="young", when={"adult": ("no",)}, title=text("Jeugd"), text=text("Vraag na."), why=text("Te jong.")),
        Route(id="else", title=text("Vraag"), text=text("Bel."), why=text("Het kan.")),
    ),
)
STEPS = (
    Step(
        title=text("Rol"),
        text=text("Kies."),
        fields=(
            CardField(id="role", kind="choice", text=text("Welke rol?"), options=YES_OR_NO),
            CardField(id="who", kind="line", text=text("Wie?")),
        ),
    ),
    Step(title=text("Alleen lezen"), text=text("Lees.")),
    Step(
        title=text("Vraag"),
        text=text("Stel."),
        fields=(CardField(id="question", kind="text", text=text("Welke vraag?")),),
    ),
)
BARE = Aid(id="hulp", title=text("Hulp"), gist=text("Kern."), when=text("nu het vastzit."), text=text("Dit is het."))
CARD = BARE.model_copy(update={"steps": STEPS, "source": Source(chapter=5, page=21, item="x")})


def filled_in(pack: Pack, nl: Wording, *answers: Answer) -> list[Block]:
    return list(aids.card_blocks(CARD, card(pack, "hulp", *answers), nl))[1:]


def test_list(nl: Wording) -> None:
    """It gives each aid in a sentence, and how to open one."""
    assert aids.aids([BARE], nl) == page(
        Heading(2, "Hulpmiddelen"), Item("hulp", "Hulp", ("Kern.",)), Paragraph(nl("aids.open"))
    )


def test_bare_aid(pack: Pack, nl: Wording) -> None:
    """It says when to use an aid and what it is, and leaves every heading out where there is nothing below it."""
    assert aids.aid(BARE, pack, nl) == page(
        Heading(2, "Hulp"), Paragraph("Wanneer: nu het vastzit."), Paragraph("Dit is het.")
    )


@pytest.mark.parametrize(("ordered", "heading"), [(True, "Stap voor stap"), (False, "Waar je op let")])
def test_whole_aid(pack: Pack, nl: Wording, ordered: bool, heading: str) -> None:
    """It numbers steps and not a checklist, says how to work with it, what else to know and what it goes with."""
    one = CARD.model_copy(update={"ordered": ordered, "decision": DECISION, "notes": (text("Let op."),)})
    helping = recommendation("r-1").model_copy(update={"aids": ("anders", "hulp")})
    own = pack_with(pack, recommendations=(helping, recommendation("r-2")))
    steps = ("Rol: Kies.", "Alleen lezen: Lees.", "Vraag: Stel.")
    assert aids.aid(one, own, nl).blocks[3:] == (
        Heading(3, heading),
        Numbered(steps) if ordered else Bullets(steps),
        Paragraph("Laat het een paar vragen stellen: doorbraak aid hulp"),
        Paragraph("Vul het in bij een casus: doorbraak aid hulp CASUS"),
        Heading(3, "Goed om te weten"),
        Bullets(("Let op.",)),
        Heading(3, "Hoort bij deze aanbevelingen"),
        Item("r-1", "Titel r-1"),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 5, p. 21)"),
    )


def test_answered(nl: Wording) -> None:
    """It gives the route with why it applies and what was answered, in the order it is asked, and nothing else."""
    both = {"consent": "yes", "adult": "no"}
    assert aids.answered(CARD, DECISION, both, DECISION.routes[0], nl) == page(
        Heading(2, "Jeugd"),
        Paragraph("Vraag na."),
        Paragraph("Waarom: Te jong."),
        Heading(3, "Wat je antwoordde"),
        Fields((("Volwassen?", "nee"), ("Toestemming?", "ja"))),
        Paragraph("De hele uitleg: doorbraak aids hulp"),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 5, p. 21)"),
    )
    (told,) = below(aids.answered(BARE, DECISION, {"adult": "no"}, DECISION.routes[0], nl), "Wat je antwoordde")[:1]
    assert told == Fields((("Volwassen?", "nee"),))


def test_answered_in_english(en: Wording) -> None:
    """It says it in the language asked for."""
    document = aids.answered(BARE, DECISION, {"adult": "yes"}, DECISION.routes[1], en)
    assert document.blocks[0] == Heading(2, "Vraag in English")
    assert Fields((("Volwassen? in English", "ja in English"),)) in document.blocks


def test_card(pack: Pack, nl: Wording) -> None:
    """It gives every field under its step: a choice as its words, a text as it was typed, or that it was left open."""
    given = (answer("role", "yes"), answer("who", "ik"), answer("question", "Een.\n\n  Twee."))
    assert filled_in(pack, nl, *given) == [
        Heading(3, "Rol"),
        Fields((("Gevraagd bij role?", "ja"),)),
        Fields((("Gevraagd bij who?", "ik"),)),
        Heading(3, "Vraag"),
        Paragraph("Gevraagd bij question?"),
        Quote("Een.\n\n  Twee."),
    ]


@pytest.mark.parametrize("asked", [True, False])
def test_left_open(pack: Pack, nl: Wording, asked: bool) -> None:
    """It says of what was skipped, and of what was not asked yet, that it was not filled in."""
    given = [answer(name, None) for name in ("role", "who", "question")] if asked else []
    told = ("Gevraagd bij role?", "Gevraagd bij who?", "Gevraagd bij question?")
    labels = told if asked else ("Welke rol?", "Wie?", "Welke vraag?")
    assert [block for block in filled_in(pack, nl, *given) if isinstance(block, Fields)] == [
        Fields(((label, "niet ingevuld"),)) for label in labels
    ]


def test_marks(pack: Pack, nl: Wording) -> None:
    """It says what is half an answer, and what was to be looked at again."""
    given = (answer("role", "no", check=True), answer("who", "i", draft=True), answer("question", "Wat", draft=True))
    assert [block for block in filled_in(pack, nl, *given) if not isinstance(block, Heading)] == [
        Fields(((f"Gevraagd bij role? ({nl('summary.check')})", "nee"),)),
        Fields((("Gevraagd bij who? (nog niet af)", "i"),)),
        Paragraph("Gevraagd bij question? (nog niet af)"),
        Quote("Wat"),
    ]


def test_half_an_answer_over_a_whole_one(pack: Pack, nl: Wording) -> None:
    """It gives what was answered rather than what somebody was typing over it, and says to look at it again."""
    given = answer("question", "Wa", draft=True, confirmed="Wat nu?")
    assert filled_in(pack, nl, given)[-2:] == [
        Paragraph(f"Gevraagd bij question? ({nl('summary.check')})"),
        Quote("Wat nu?"),
    ]


def test_what_the_aid_no_longer_has(pack: Pack, nl: Wording) -> None:
    """It keeps an answer to a field that is gone, marks and all, and a choice that is gone by its id."""
    given = (answer("role", "perhaps"), answer("old", "Zo.", draft=True), answer("older", None))
    shown = filled_in(pack, nl, *given)
    assert Fields((("Gevraagd bij role?", "perhaps"),)) in shown
    assert shown[-3:] == [
        Paragraph("Gevraagd bij old? (nog niet af)"),
        Quote("Zo."),
        Fields((("Gevraagd bij older?", "niet ingevuld"),)),
    ]


def test_list_in_a_mended_file(pack: Pack, nl: Wording) -> None:
    """It shows several values that somebody put in a file by hand, rather than leave them out."""
    shown = filled_in(pack, nl, answer("who", ("ik", "jij")), answer("old", ("een", "twee")))
    assert Fields((("Gevraagd bij who?", "ik, jij"),)) in shown
    assert shown[-1] == Quote("een, twee")


def test_aid_that_is_gone(pack: Pack, nl: Wording) -> None:
    """It gives the whole card of an aid the pack no longer has, under its id and without a source."""
    told = card(pack, "hulp", answer("who", "ik"), answer("question", "Wat?"))
    document = aids.card(None, told, "Duin", nl)
    assert headings(document, 1) == ["hulp: Duin"]
    assert document.blocks[2:] == (
        Paragraph("Gevraagd bij who?"),
        Quote("ik"),
        Paragraph("Gevraagd bij question?"),
        Quote("Wat?"),
        Paragraph(nl("card.privacy")),
    )


def test_name(pack: Pack, nl: Wording, en: Wording) -> None:
    """It calls an aid by its title, and by its id where the pack no longer has it."""
    told = card(pack, "hulp")
    assert [aids.name_of(CARD, told, nl), aids.name_of(CARD, told, en), aids.name_of(None, told, nl)] == [
        "Hulp",
        "Hulp in English",
        "hulp",
    ]


def test_state(pack: Pack, nl: Wording) -> None:
    """It says when it was begun, and whether it was finished."""
    done, going = (next(aids.card_blocks(CARD, card(pack, "hulp", finished=day), nl)) for day in (DAY, None))
    assert done == Fields((("Datum", "30 april 2026"), ("Stand", "afgerond op 30 april 2026")))
    assert going == Fields((("Datum", "30 april 2026"), ("Stand", "nog niet afgerond")))


def test_whole_card(pack: Pack, nl: Wording) -> None:
    """It has a title, facts for machines, a warning to read it over, and where the aid stands in the guide."""
    document = aids.card(CARD, card(pack, "hulp"), "Duin\nen meer", nl)
    assert document.meta == {
        "title": "Hulp: Duin en meer",
        "created": "2026-04-30",
        "content": f"handreiking-2026 {pack.info.version} ({pack.digest})",
        "language": "nl",
    }
    assert document.blocks[0] == Heading(1, "Hulp: Duin en meer")
    assert document.blocks[-2:] == (
        Paragraph(nl("card.privacy")),
        Paragraph("(naar Van den Enden & Kuiper, 2026, hfst. 5, p. 21)"),
    )


def test_long_title(pack: Pack, nl: Wording) -> None:
    """It keeps the title on one line of a bearable length."""
    title = aids.card(CARD, card(pack, "hulp"), "een heel lange naam\n" * 50, nl).meta["title"]
    assert "\n" not in title
    assert title.endswith("…")
    assert len(title) < 100


def test_shipped_card(pack: Pack, nl: Wording) -> None:
    """It has a place for each of the five duties, all of them open on a card nobody filled in."""
    (one,) = [each for each in pack.aids if each.fields]
    document = aids.card(one, card(pack, one.id, finished=None), "Duin", nl)
    assert len(headings(document, 3)) == len(one.steps) == 5
    assert lines(document).count("niet ingevuld") == len(one.fields)
