"""Which question comes next in a reflection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Answer, Case, Reflection
from doorbraak_cli.domain.text import Text
from doorbraak_cli.flows.flow import dependents
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.reflection import ReflectionFlow

from ..following import next_question
from .conftest import DAY, SETUP

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording


def answered(flow: ReflectionFlow, case: Case, given: dict[str, Value | None]) -> Case:
    for name, value in given.items():
        answer = Answer(id=name, asked="?", status="skipped" if value is None else "answered", value=value)
        case = flow.apply(case, answer)
    return case


def ids(flow: ReflectionFlow, case: Case) -> list[str]:
    return [question.id for question in flow.path(case)]


def test_nothing_but_the_level_at_first(flow: ReflectionFlow, case: Case) -> None:
    """It asks the level before anything else, as everything is worded for it."""
    assert ids(flow, case) == ["level"]


@pytest.mark.parametrize(
    ("level", "about", "count"), [("micro", "case", 19), ("meso", "organisation", 18), ("macro", "policy", 20)]
)
def test_all_questions_of_a_level(
    flow: ReflectionFlow, case: Case, pack: Pack, level: str, about: str, count: int
) -> None:
    """It asks all questions of the level, and the file says what it is about."""
    principles = tuple(one.id for one in pack.principles)
    case = answered(flow, case, {"level": level, "title": "x", "principles": principles, "selection": "all"})
    assert case.about == about
    assert len(flow.chosen(case)) == count
    assert f"Vraag {count} van {count}" in flow.path(case)[-1].heading


def test_changed_level_marks_what_leans_on_it(flow: ReflectionFlow, case: Case) -> None:
    """It keeps the answers, marks the set-up that leans on the level, and nothing before it."""
    case = answered(flow, case, {**SETUP, "ra-micro-5": "largely"})
    case = answered(flow, case, {"level": "meso"})
    answers = flow.answers(case)
    marked = {name for name, one in answers.items() if one.check}
    assert marked == {"title", "situation", "principles", "selection", "questions"}
    assert answers["ra-micro-5"].value == "largely"
    question = next_question(flow, case)
    assert question is not None
    assert (question.id, question.text) == ("title", flow.say("ask.title.meso"))


def test_same_answer_again_marks_nothing(flow: ReflectionFlow, case: Case) -> None:
    """It leaves the rest alone when an answer is confirmed."""
    case = answered(flow, case, {**SETUP, "ra-micro-5": "largely", "ra-micro-5.evidence": "Zo."})
    case = answered(flow, case, {"ra-micro-5": "largely"})
    assert not [one for one in flow.answers(case).values() if one.check]


def test_title_and_situation_belong_to_the_case(flow: ReflectionFlow, case: Case) -> None:
    """It keeps what the case is with the case, not with this one reflection."""
    case = answered(flow, case, {"level": "micro", "title": "Duin", "situation": "Zo."})
    assert (case.title, case.situation) == ("Duin", "Zo.")
    assert [one.id for one in case.reflections[0].answers] == ["level"]


@pytest.mark.parametrize(
    ("word", "follow_up"),
    [
        ("largely", ["evidence", "next"]),
        ("unknown", ["evidence", "next"]),
        ("not-applicable", ["evidence"]),
        (None, []),
    ],
)
def test_follow_up_of_a_word(flow: ReflectionFlow, case: Case, word: str | None, follow_up: list[str]) -> None:
    """It asks on after a word, shorter where it does not apply, and not at all where it was skipped."""
    case = answered(flow, case, {**SETUP, "ra-micro-5": word})
    assert ids(flow, case)[len(SETUP) + 1 :] == [f"ra-micro-5.{name}" for name in follow_up]


def test_a_weak_word_asks_what_stood_in_the_way(flow: ReflectionFlow, case: Case) -> None:
    """It asks for bottlenecks between what showed it and a next step, and no more once the word is stronger."""
    case = answered(flow, case, {**SETUP, "ra-micro-5": "hardly", "ra-micro-5.bottlenecks": ("wachtlijst",)})
    follow_up = [f"ra-micro-5.{name}" for name in ("evidence", "bottlenecks", "next")]
    assert ids(flow, case)[len(SETUP) + 1 :] == follow_up
    case = answered(flow, case, {"ra-micro-5": "not-at-all"})
    assert flow.answers(case)["ra-micro-5.bottlenecks"].check
    case = answered(flow, case, {"ra-micro-5": "largely"})
    assert "ra-micro-5.bottlenecks" not in ids(flow, case)
    assert flow.answers(case)["ra-micro-5.bottlenecks"].value == ("wachtlijst",)


def test_evidence_is_worded_for_the_answer(flow: ReflectionFlow, case: Case, nl: Wording) -> None:
    """It asks what showed it, what would help to know, or why it does not apply."""
    asked = [
        flow.path(answered(flow, case, {**SETUP, "ra-micro-5": word}))[len(SETUP) + 1].text
        for word in ("largely", "unknown", "not-applicable")
    ]
    assert asked == [nl("ask.evidence.micro"), nl("ask.evidence.unknown"), nl("ask.evidence.not-applicable")]


def test_next_step_asks_who_and_when(flow: ReflectionFlow, case: Case) -> None:
    """It asks who and when only where there is a step, and shows the step with it."""
    case = answered(
        flow, case, {**SETUP, "ra-micro-5": "largely", "ra-micro-5.evidence": None, "ra-micro-5.next": "Bellen"}
    )
    assert [(one.id, one.lead) for one in flow.path(case)[-2:]] == [
        ("ra-micro-5.who", "Bellen"),
        ("ra-micro-5.when", "Bellen"),
    ]


def test_parts_are_fields_of_their_own(flow: ReflectionFlow, case: Case) -> None:
    """It asks each part, with the whole question above it; open parts have no evidence."""
    case = answered(flow, case, {**SETUP, "principles": ("samen-waarde-toevoegen",), "questions": ("sw-micro-1",)})
    case = answered(flow, case, {"sw-micro-1.a": "School."})
    asked = flow.path(case)[len(SETUP) :]
    assert [one.id for one in asked] == [f"sw-micro-1.{name}" for name in ("a", "b", "c", "next")]
    assert {one.form for one in asked[:3]} == {Form.TEXT}
    assert asked[0].lead.startswith("Wie voegde")


def test_a_word_says_more_than_an_open_part(flow: ReflectionFlow, case: Case) -> None:
    """It asks for evidence where one of the parts was answered in a word."""
    setup = {**SETUP, "level": "meso", "principles": ("samen-waarde-toevoegen",), "questions": ("sw-meso-5",)}
    case = answered(flow, case, {**setup, "sw-meso-5.a": "Niet zo.", "sw-meso-5.b": "largely"})
    assert ids(flow, case)[-2:] == ["sw-meso-5.evidence", "sw-meso-5.next"]


def test_word_the_scale_no_longer_has(flow: ReflectionFlow, case: Case) -> None:
    """It treats a word of an older pack as something said."""
    case = answered(flow, case, {**SETUP, "ra-micro-5": "somewhat"})
    assert ids(flow, case)[-2:] == ["ra-micro-5.evidence", "ra-micro-5.next"]


def test_second_reflection_on_another_level_asks_its_subject(flow: ReflectionFlow, case: Case, pack: Pack) -> None:
    """It asks which team it is about, and leaves title and what the file is about alone."""
    case = answered(flow, case, SETUP)
    case = case.with_sitting(Reflection(id="reflection-2", started=DAY, language="nl", pack=pack.ref))
    second = ReflectionFlow(pack, flow.say, "reflection-2", DAY)
    case = answered(second, case, {"level": "meso"})
    assert ids(second, case) == ["level", "subject", "role", "principles", "selection"]
    assert case.about == "case"
    same = answered(second, case, {"level": "micro"})
    assert ids(second, same) == ["level", "role", "principles", "selection"]


def test_nothing_picked(flow: ReflectionFlow, case: Case) -> None:
    """It asks no question of the guide while none is picked."""
    case = answered(flow, case, {**SETUP, "questions": None})
    assert flow.chosen(case) == ()
    partly = {name: value for name, value in SETUP.items() if name != "questions"}
    assert flow.chosen(answered(flow, flow_case(case), partly)) == ()


def flow_case(case: Case) -> Case:
    return case.model_copy(update={"reflections": (case.reflections[0].model_copy(update={"answers": ()}),)})


def test_unknown_reflection(flow: ReflectionFlow, case: Case, pack: Pack) -> None:
    """It cannot walk through a reflection that is not there."""
    with pytest.raises(LookupError):
        ReflectionFlow(pack, flow.say, "reflection-9", DAY).path(case)


def test_review_shows_labels_and_what_was_skipped(flow: ReflectionFlow, case: Case, nl: Wording) -> None:
    """It lists every answer in words, with finishing first."""
    case = answered(
        flow, case, {**SETUP, "ra-micro-5": "largely", "ra-micro-5.evidence": None, "ra-micro-5.next": None}
    )
    labels = [option.label for option in flow.review(case).options]
    assert labels[0] == nl("review.finish")
    assert any(label.endswith("grotendeels") for label in labels)
    assert any(label.endswith("overgeslagen") for label in labels)
    assert len(labels) == 1 + len(flow.path(case))


def test_catalogue_knows_every_id(flow: ReflectionFlow, case: Case, pack: Pack) -> None:
    """It knows every question of the pack with all that can follow, and the whole set-up."""
    known = flow.catalogue(case)
    assert {"level", "title", "subject", "role", "principles", "selection", "questions"} <= known.keys()
    fields = {question.field_id(part) for question in pack.questions for part in question.fields}
    assert fields <= known.keys()
    assert "ra-micro-5.who" in known
    assert "sw-micro-1.evidence" not in known


def test_outline_before_the_level_is_known(flow: ReflectionFlow, case: Case) -> None:
    """It shows the set-up for a case while nothing is chosen."""
    assert [one.id for one in flow.outline(case)][:3] == ["level", "title", "situation"]


def test_heading_names_only_what_the_pack_has(flow: ReflectionFlow, case: Case, pack: Pack) -> None:
    """It says where we are with the names the pack gives."""
    case = answered(flow, case, SETUP)
    assert (
        flow.path(case)[-1].heading
        == "Vraag 1 van 1 · Radicaal aansluiten bij het perspectief van het gezin · Microniveau"
    )


def test_language_of_one_language_packs(flow: ReflectionFlow, case: Case, pack: Pack, en: Wording) -> None:
    """It asks in the other language where a pack has only one."""
    questions = tuple(one.model_copy(update={"text": Text(nl="Alleen hier")}) for one in pack.questions)
    dutch_only = pack.model_copy(update={"questions": questions})
    dutch_only.__dict__.pop("_questions", None)
    english = ReflectionFlow(dutch_only, en, "reflection-1", DAY)
    assert english.path(answered(english, case, SETUP))[-1].lead in ("", "Alleen hier")


def test_dependents_follow_through(flow: ReflectionFlow, case: Case) -> None:
    """It finds what leans on something that leans on the change."""
    case = answered(flow, case, SETUP)
    assert dependents(flow.path(case), "level") == {"title", "situation", "principles", "selection", "questions"}


def test_level_that_does_not_exist(flow: ReflectionFlow, case: Case) -> None:
    """It asks again for a level somebody wrote into the file by hand that does not exist."""
    case = answered(flow, case, {"level": "nano"})
    question = next_question(flow, case)
    assert question is not None
    assert question.id == "level"


def test_level_without_questions(case: Case, pack: Pack, nl: Wording) -> None:
    """It offers no level of which a pack has no questions."""
    smaller = pack.model_copy(update={"questions": pack.select(level="micro")})
    offered = ReflectionFlow(smaller, nl, "reflection-1", DAY).path(case)[0]
    assert [option.id for option in offered.options] == ["micro"]


def test_nothing_more_to_ask(flow: ReflectionFlow, case: Case) -> None:
    """It has no next question when all is answered."""
    case = answered(flow, case, {**SETUP, "ra-micro-5": None})
    assert next_question(flow, case) is None


def test_draft_keeps_the_confirmed_answer(flow: ReflectionFlow, case: Case) -> None:
    """It keeps what was answered beside what is being typed over it, and marks dependents once that is confirmed."""
    done = {**SETUP, "ra-micro-5": "largely", "ra-micro-5.evidence": None, "ra-micro-5.next": "bellen"}
    case = answered(flow, case, {**done, "ra-micro-5.who": "ik"})
    for text in ("mail", "mailen"):
        case = flow.apply(case, Answer(id="ra-micro-5.next", asked="?", status="draft", value=text))
    draft = flow.answers(case)["ra-micro-5.next"]
    assert (draft.value, draft.confirmed, draft.stands, draft.open) == ("mailen", "bellen", "bellen", True)
    assert not flow.answers(case)["ra-micro-5.who"].check
    case = answered(flow, case, {"ra-micro-5.next": "mailen"})
    assert flow.answers(case)["ra-micro-5.who"].check


def test_ticks_that_this_pack_does_not_offer(pack: Pack, flow: ReflectionFlow, case: Case) -> None:
    """It keeps a ticked bottleneck that is gone from the pack, as nobody could see it to take it away."""
    here = pack.bottlenecks[0].id
    name = "ra-micro-5.bottlenecks"

    def ticked(*values: Value | None) -> Value | None:
        after = case
        for value in values:
            after = answered(flow, after, {name: value})
        return flow.answers(after)[name].value

    assert ticked(("weg", here), (here,)) == (here, "weg")
    assert ticked(("weg", here), None) == ("weg",)
    assert ticked(("weg",), ("weg", here)) == ("weg", here)
    assert ticked((here,), None) is None
    assert ticked(None, (here,)) == (here,)
