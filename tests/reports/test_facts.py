"""What a summary knows: answers put beside the questions they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel

from doorbraak_cli.domain.text import Source
from doorbraak_cli.reports import facts, follow_up, sheet_facts
from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts
from doorbraak_cli.reports.card_facts import card_facts
from doorbraak_cli.reports.facts import TagFacts, summary_facts
from doorbraak_cli.reports.weighing_reading import weighing_facts

from .conftest import DAY, answer, card, case, reflection
from .sheets import KINDS, sitting, with_sheets
from .weighings import weighing

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Answer, Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.reports.facts import QuestionFacts


def questions(pack: Pack, *answers: Answer, lang: str = "nl") -> tuple[QuestionFacts, ...]:
    return summary_facts(case(reflection(pack, *answers)), pack, lang).reflections[0].questions


def test_word(pack: Pack) -> None:
    """It gives a choice as its id and as the word it is, with the question as it was asked."""
    (question,) = questions(pack, answer("ra-micro-5", "hardly"))
    assert question.fields == (
        FieldFacts(
            id="ra-micro-5",
            asked="Gevraagd bij ra-micro-5?",
            said="word",
            word="hardly",
            label="nauwelijks",
            weak=True,
        ),
    )
    assert (question.principle, question.chosen, question.aside) == ("radicaal-aansluiten", True, False)


def test_word_in_the_language_asked_for(pack: Pack) -> None:
    """It gives the word in the language of the summary, whatever language it was answered in."""
    (question,) = questions(pack, answer("ra-micro-5", "hardly"), lang="en")
    assert question.fields[0].label == "hardly"


def test_text(pack: Pack) -> None:
    """It gives what was typed as it was typed."""
    (question,) = questions(pack, answer("bk-micro-5", "Een.\n\n  Twee. "))
    assert (question.fields[0].said, question.fields[0].text) == ("text", "Een.\n\n  Twee. ")


def test_text_that_looks_like_a_word(pack: Pack) -> None:
    """It never takes what was typed to an open question for a word of a scale."""
    (question,) = questions(pack, answer("bk-micro-5", "yes"))
    assert (question.fields[0].said, question.fields[0].text) == ("text", "yes")


def test_skipped(pack: Pack) -> None:
    """It tells that a question was skipped."""
    (question,) = questions(pack, answer("ra-micro-5", None))
    assert (question.fields[0].said, question.aside) == ("skipped", True)


@pytest.mark.parametrize(
    ("words", "aside"),
    [
        (("not-applicable", "not-applicable"), True),
        (("not-applicable", None), True),
        (("unknown", "unknown"), False),
        (("partly", None), False),
    ],
)
def test_aside(pack: Pack, words: tuple[str | None, ...], aside: bool) -> None:
    """It sets a question aside only where nothing was said; not knowing is saying something."""
    given = [answer(f"ra-micro-1.{part}", word) for part, word in zip("ab", words, strict=True)]
    assert questions(pack, *given)[0].aside is aside


def test_aside_words(pack: Pack) -> None:
    """It tells which words say nothing about how far."""
    given = [answer("ra-micro-5", "unknown"), answer("bk-micro-1", "not-applicable")]
    assert [one.fields[0].aside for one in questions(pack, *given)] == ["unknown", "not-applicable"]


def test_parts(pack: Pack) -> None:
    """It gives the parts of a question together, with the whole question as the pack has it."""
    (question,) = questions(pack, answer("ra-micro-1.a", "partly"), answer("ra-micro-1.b", "fully"))
    there = pack.question("ra-micro-1")
    assert there is not None
    assert question.text == there.text.pick("nl")
    assert [field.label for field in question.fields] == ["deels", "helemaal"]


def test_part_of_another_kind(pack: Pack) -> None:
    """It reads each part as it was asked: one in own words, one in a word."""
    (question,) = questions(pack, answer("sw-meso-5.a", "Zo."), answer("sw-meso-5.b", "hardly"))
    assert [(field.said, field.label) for field in question.fields] == [("text", ""), ("word", "nauwelijks")]


def test_evidence_and_step(pack: Pack) -> None:
    """It keeps what showed it and the next step with the question."""
    (question,) = questions(
        pack,
        answer("ra-micro-5", "partly"),
        answer("ra-micro-5.evidence", "Zo."),
        answer("ra-micro-5.next", "Bellen"),
        answer("ra-micro-5.who", "ik"),
        answer("ra-micro-5.when", None),
    )
    assert len(question.fields) == 1
    assert question.evidence is not None
    assert (question.evidence.asked, question.evidence.text) == ("Gevraagd bij ra-micro-5.evidence?", "Zo.")
    assert question.step is not None
    assert [one.text for one in (question.step.what, question.step.who, question.step.when)] == ["Bellen", "ik", ""]


def test_no_step(pack: Pack) -> None:
    """It has no step where none was named, and no evidence where none was asked."""
    (question,) = questions(pack, answer("ra-micro-5", "partly"), answer("ra-micro-5.next", None))
    assert (question.step, question.evidence) == (None, None)


def test_draft(pack: Pack) -> None:
    """It keeps half an answer, and tells that it is one."""
    of = case(
        reflection(
            pack,
            answer("role", "jeugd", draft=True),
            answer("ra-micro-5", "partly"),
            answer("ra-micro-5.evidence", "Half een zi", draft=True),
            answer("ra-micro-5.next", "Be", draft=True),
            answer("bk-micro-5", "Nog", draft=True),
        ),
        intake=(answer("title", "Duin"), answer("situation", "Er spee", draft=True)),
    )
    found = summary_facts(of, pack, "nl")
    first, second = found.reflections[0].questions
    assert found.title == TextFacts(text="Duin")
    assert found.situation == TextFacts(text="Er spee", draft=True)
    assert found.reflections[0].role == TextFacts(text="jeugd", draft=True)
    assert first.evidence is not None
    assert first.evidence.draft
    assert first.step is not None
    assert (first.step.what, first.fields[0].draft) == (TextFacts(text="Be", draft=True), False)
    assert (second.fields[0].text, second.fields[0].draft) == ("Nog", True)


def test_check(pack: Pack) -> None:
    """It keeps the mark on what has to be looked at again, wherever it stands."""
    (question,) = questions(
        pack,
        answer("ra-micro-5", None, check=True),
        answer("ra-micro-5.evidence", "Zo.", check=True),
        answer("ra-micro-5.next", "Bellen"),
        answer("ra-micro-5.who", "ik", check=True),
    )
    assert question.evidence is not None
    assert question.step is not None
    assert (question.fields[0].check, question.evidence.check, question.step.who.check) == (True, True, True)


def test_order(pack: Pack) -> None:
    """It follows the order of the pack, whatever was answered first."""
    found = questions(pack, answer("sw-micro-2", "fully"), answer("ra-micro-5", "fully"))
    assert [one.id for one in found] == ["ra-micro-5", "sw-micro-2"]


@pytest.mark.parametrize(
    "setup",
    [
        {"level": "meso"},
        {"principles": ("breed-kijken",)},
        {"selection": "pick", "questions": ("ra-micro-1",)},
        {"selection": "pick"},
        {"principles": None},
    ],
)
def test_outside_the_choice(pack: Pack, setup: dict[str, str | tuple[str, ...] | None]) -> None:
    """It keeps an answer to a question that is no longer chosen, and tells so."""
    of = case(reflection(pack, answer("ra-micro-5", "hardly"), setup=setup))
    (question,) = summary_facts(of, pack, "nl").reflections[0].questions
    assert (question.id, question.chosen, question.fields[0].label) == ("ra-micro-5", False, "nauwelijks")


def test_question_that_is_gone(pack: Pack) -> None:
    """It keeps an answer to a question the pack no longer has, with its text as asked and the word as it reads."""
    first, second = questions(pack, answer("ra-micro-99", "hardly"), answer("oud", "In eigen woorden."))
    assert (first.id, first.principle, first.chosen) == ("ra-micro-99", "", True)
    assert (first.text, first.fields[0].label) == ("Gevraagd bij ra-micro-99?", "nauwelijks")
    assert (second.text, second.fields[0].text) == ("Gevraagd bij oud?", "In eigen woorden.")


def test_word_that_is_gone(pack: Pack) -> None:
    """It shows a word no scale has any more by its id, as a word and not as somebody's own text."""
    (question,) = questions(pack, answer("ra-micro-5", "somewhat"))
    assert (question.fields[0].said, question.fields[0].label, question.fields[0].text) == ("word", "somewhat", "")


def test_only_a_follow_up(pack: Pack) -> None:
    """It keeps what was said about a question whose own answer is not there."""
    first, second = questions(pack, answer("ra-micro-5.evidence", "Zo."), answer("oud.next", "Bellen"))
    assert (first.fields, first.aside, second.text) == ((), False, "oud")
    assert second.step is not None


def test_list_where_a_text_belongs(pack: Pack) -> None:
    """It shows a list that somebody put in a file by hand, rather than leave it out."""
    (question,) = questions(pack, answer("bk-micro-5", ("een", "twee")))
    assert question.fields[0].text == "een, twee"


def test_subject(pack: Pack) -> None:
    """It names what a reflection is about: its own subject, or else the title of the case."""
    own = reflection(pack, number=2, level="meso", setup={"subject": "Team Noord"})
    found = summary_facts(case(reflection(pack), own), pack, "nl").reflections
    assert [one.subject.text for one in found] == ["Duin", "Team Noord"]


def test_nothing_yet(pack: Pack) -> None:
    """It has facts of a case in which nothing was answered."""
    found = summary_facts(case(reflection(pack, finished=None)), pack, "nl")
    assert (found.reflections[0].questions, found.situation.text) == ((), "")


@pytest.mark.parametrize(
    ("word", "weak"),
    [
        ("not-at-all", True),
        ("hardly", True),
        *((word, False) for word in ("partly", "largely", "fully", "unknown", "not-applicable", None, "somewhat")),
    ],
)
def test_weak(pack: Pack, word: str | None, weak: bool) -> None:
    """It tells that help is due after "hardly" or "not at all", and after nothing else."""
    (question,) = questions(pack, answer("ra-micro-5", word))
    assert (question.fields[0].weak, question.weak) == (weak, weak)


def test_weak_part(pack: Pack) -> None:
    """It tells that help is due where one part was answered weakly, also after a plain "no"."""
    first, second = questions(
        pack,
        answer("ra-micro-1.a", "fully"),
        answer("ra-micro-1.b", "hardly"),
        answer("sw-micro-3.a", "no"),
    )
    assert [field.weak for field in first.fields] == [False, True]
    assert (first.weak, second.weak) == (True, True)


def test_half_an_answer_is_not_weak(pack: Pack) -> None:
    """It does not offer help after a word somebody was still choosing, nor after one typed in an open question."""
    first, second = questions(pack, answer("ra-micro-5", "hardly", draft=True), answer("bk-micro-5", "hardly"))
    assert (first.weak, second.weak) == (False, False)


def test_bottlenecks(pack: Pack) -> None:
    """It keeps which bottlenecks were ticked at a question, known or not, and that they are to be looked at again."""
    there = pack.bottlenecks[0].id
    first, second, third = questions(
        pack,
        answer("ra-micro-1.a", "hardly"),
        answer("ra-micro-1.bottlenecks", (there, "oud")),
        answer("ra-micro-5", "hardly"),
        answer("ra-micro-5.bottlenecks", there, check=True),
        answer("bk-micro-1", "hardly"),
        answer("bk-micro-1.bottlenecks", None),
    )
    assert first.bottlenecks == TagFacts(ids=(there, "oud"))
    assert second.bottlenecks == TagFacts(ids=(there,), check=True)
    assert third.bottlenecks is None
    assert [len(one.fields) for one in (first, second, third)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("value", "confirmed", "ids"),
    [(("a", "b"), None, None), (("a", "b"), ("a",), ("a",)), ((), ("a",), ("a",))],
)
def test_bottlenecks_that_were_being_ticked(
    pack: Pack, value: tuple[str, ...], confirmed: tuple[str, ...] | None, ids: tuple[str, ...] | None
) -> None:
    """It takes what was ticked before, and nothing that somebody was still ticking."""
    tags = answer("ra-micro-5.bottlenecks", value, draft=True, confirmed=confirmed)
    (question,) = questions(pack, answer("ra-micro-5", "hardly"), tags)
    assert (question.bottlenecks.ids if question.bottlenecks else None) == ids


def test_nothing_ticked(pack: Pack) -> None:
    """It has no bottlenecks where somebody looked and ticked none."""
    (question,) = questions(pack, answer("ra-micro-5", "hardly"), answer("ra-micro-5.bottlenecks", ()))
    assert question.bottlenecks is None


def helped(of: Case, pack: Pack) -> list[str]:
    """Give the questions that what may help is told for."""
    return [one.question for one in summary_facts(of, pack, "nl").follow_up.helps]


def test_follow_up_of_weak_answers(pack: Pack) -> None:
    """It follows up on weak answers, in the order of the pack, and on no other."""
    given = [
        answer("sw-micro-2", "not-at-all"),
        answer("ra-micro-5", "hardly"),
        answer("bk-micro-1", "partly"),
        answer("bk-micro-3", "hardly", draft=True),
        answer("bk-micro-5", "hardly"),
        answer("oud", "hardly"),
    ]
    of = case(reflection(pack, *given))
    assert helped(of, pack) == ["ra-micro-5", "sw-micro-2"]


def test_follow_up_leaves_out_what_is_outside(pack: Pack) -> None:
    """It does not follow up on an answer that is no longer among the chosen questions."""
    setup: dict[str, Value | None] = {"principles": ("breed-kijken",)}
    given = [answer("ra-micro-5", "hardly"), answer("bk-micro-1", "hardly")]
    assert helped(case(reflection(pack, *given, setup=setup)), pack) == ["bk-micro-1"]


def test_follow_up_of_the_last_reflection(pack: Pack) -> None:
    """It looks at the last reflection on each level in which something was answered."""
    of = case(
        reflection(pack, answer("ra-micro-1.a", "hardly"), number=1),
        reflection(pack, answer("ra-meso-1", "hardly"), number=2, level="meso"),
        reflection(pack, answer("ra-micro-5", "hardly"), number=3),
        reflection(pack, number=4, finished=None),
    )
    assert helped(of, pack) == ["ra-micro-5", "ra-meso-1"]
    assert [one.id for one in summary_facts(of, pack, "nl").latest] == ["reflection-3", "reflection-2"]


def test_follow_up_of_bottlenecks(pack: Pack) -> None:
    """It names the bottlenecks of weak answers, but for those to be looked at again or of another answer."""
    ids = [one.id for one in pack.bottlenecks[:4]]
    given = [
        answer("ra-micro-1.a", "hardly"),
        answer("ra-micro-1.bottlenecks", (ids[0], "oud")),
        answer("ra-micro-5", "hardly"),
        answer("ra-micro-5.bottlenecks", (ids[1],), check=True),
        answer("bk-micro-1", "fully"),
        answer("bk-micro-1.bottlenecks", (ids[2],)),
        answer("bk-micro-3", "hardly"),
        answer("bk-micro-3.bottlenecks", (ids[3], ids[0])),
    ]
    told = summary_facts(case(reflection(pack, *given)), pack, "nl").follow_up.bottlenecks
    assert [(one.id, one.questions) for one in told] == [
        (ids[0], ("ra-micro-1", "bk-micro-3")),
        (ids[3], ("bk-micro-3",)),
        ("oud", ("ra-micro-1",)),
    ]


def test_follow_up_of_nothing(pack: Pack) -> None:
    """It has nothing to follow up where nothing was weak."""
    of = case(reflection(pack, answer("ra-micro-5", "fully"), answer("ra-micro-5.bottlenecks", ("oud",))))
    assert summary_facts(of, pack, "nl").follow_up == follow_up.FollowUp()


def test_cards(pack: Pack) -> None:
    """It keeps the aids that were filled in, whole, in the order they were begun."""
    cards = (card(pack, "oud", answer("a", "x")), card(pack, "zorgvuldig-consulteren", number=2, finished=None))
    found = summary_facts(case(cards=cards), pack, "nl")
    assert found.cards == tuple(card_facts(one, pack.aid(one.aid), "nl") for one in cards)
    assert [one.finished for one in found.cards] == [DAY, None]


def test_no_numbers() -> None:
    """It knows no number at all, so that no other program can be handed a score."""
    there = [*vars(facts).values(), *vars(follow_up).values(), *vars(sheet_facts).values()]
    models = [one for one in there if isinstance(one, type) and issubclass(one, BaseModel) and one is not Source]
    fields = [field for model in models for field in model.model_fields.values()]
    assert len(fields) > 20
    assert not [field for field in fields if field.annotation in (int, float)]


def test_weighings(pack: Pack) -> None:
    """It keeps every weighing, whole, oldest first, and knows the last."""
    first = weighing(pack, answer("danger", "yes"), later=True)
    second = weighing(pack, answer("danger", "no"), number=2, finished=None)
    found = summary_facts(case(weighings=(first, second)), pack, "en")
    assert found.weighings == tuple(weighing_facts(one, pack, "en") for one in (first, second))
    assert found.weighing == found.weighings[1]


def test_no_weighing(pack: Pack) -> None:
    """It has no last weighing where there is none."""
    found = summary_facts(case(reflection(pack)), pack, "nl")
    assert (found.weighings, found.weighing) == ((), None)


def test_sheets(pack: Pack) -> None:
    """It knows the network, the plan, every exception and every look-back, in that order."""
    backs = [sitting("look_back", pack, number=number) for number in (1, 2)]
    of = with_sheets(case(), *backs, sitting("justification", pack), sitting("plan", pack), sitting("network", pack))
    found = summary_facts(of, pack, "nl")
    assert [one.id for one in found.sheets] == ["network", "plan", "justification-1", "look-back-1", "look-back-2"]
    assert (found.network, found.plan) == found.sheets[:2]
    assert (*found.justifications, *found.look_backs) == found.sheets[2:]


@pytest.mark.parametrize("kind", KINDS)
def test_looked_back_beside_a_sheet(pack: Pack, kind: SheetKind) -> None:
    """It tells that a case with a sheet in it is about more than looking back, and whether somebody did that too."""
    sheet = sitting(kind, pack)
    told = [summary_facts(with_sheets(of, sheet), pack, "nl") for of in (case(), case(reflection(pack)))]
    assert [(one.looked_back, one.only_looked_back) for one in told] == [(False, False), (True, False)]
    assert summary_facts(case(reflection(pack)), pack, "nl").only_looked_back is True


def test_looked_back(pack: Pack) -> None:
    """It tells whether somebody looked back, which a new case is for as long as nothing else is done with it."""
    cards, weighings = (card(pack, "oud"),), (weighing(pack),)
    there = {
        "nothing": case(),
        "reflection": case(reflection(pack)),
        "card": case(cards=cards),
        "weighing": case(weighings=weighings),
        "all": case(reflection(pack), cards=cards, weighings=weighings),
    }
    looked = [name for name, of in there.items() if summary_facts(of, pack, "nl").looked_back]
    assert looked == ["nothing", "reflection", "all"]
