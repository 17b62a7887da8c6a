"""Answers given beforehand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.errors import Message
from doorbraak_cli.flows.prompter import Form, Option, Question
from doorbraak_cli.flows.script import ScriptedPrompter, check, clean, play
from doorbraak_cli.flows.session import FINISH, run

from .conftest import DAY, GUARD, SETUP, guarded
from .weighings import CELL, SHORT, TWO_MEMBERS, TWO_OPTIONS, begun

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.reflection import ReflectionFlow
    from doorbraak_cli.flows.weighing import WeighingFlow

GIVEN: dict[str, Any] = {
    **{name: list(value) if isinstance(value, tuple) else value for name, value in SETUP.items()},
    "ra-micro-5": "largely",
}


def keys(flow: ReflectionFlow, case: Case, given: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault.answer_id, fault.message.key) for fault in play(flow, case, given)[1]]


def test_a_whole_reflection(flow: ReflectionFlow, case: Case) -> None:
    """It plays through to the end and closes the reflection; what may be left out is skipped."""
    done, faults = play(flow, case, {**GIVEN, "ra-micro-5.evidence": "Zo.\nEn zo.\n"})
    assert faults == []
    reflection = done.reflections[0]
    assert reflection.finished == DAY
    assert reflection.text("ra-micro-5.evidence") == "Zo.\nEn zo."
    assert reflection.by_id()["ra-micro-5.next"].status == "skipped"


def test_all_faults_at_once(flow: ReflectionFlow, case: Case) -> None:
    """It finds everything that is wrong in one run and leaves the case as it was."""
    given = {
        **GIVEN,
        "title": "",
        "role": "twee\nregels",
        "ra-micro-5": "larglly",
        "ra-micro-5.evidenc": "x",
        "zzz": "x",
        "bk-micro-1": "fully",
    }
    after, faults = play(flow, case, given)
    assert after == case
    found = {(fault.answer_id, fault.message.key) for fault in faults}
    assert {
        ("title", "answers.required"),
        ("role", "answers.line"),
        ("ra-micro-5", "answers.choice-near"),
        ("ra-micro-5.evidenc", "answers.unknown-near"),
        ("zzz", "answers.unknown"),
        ("bk-micro-1", "answers.not-asked"),
    } <= found


def test_wrong_choice_of_questions(flow: ReflectionFlow, case: Case) -> None:
    """It names the wrong one in the list, and does not blame the answers that would belong to it."""
    given = {**GIVEN, "questions": ["ra-micro-5", "ra-micro-55"], "ra-micro-4.a": "fully", "ra-micro-4.b": "fuly"}
    found = play(flow, case, given)[1]
    assert [(fault.answer_id, fault.message.key, fault.item) for fault in found] == [
        ("questions", "answers.choice-near", 1),
        ("ra-micro-4.b", "answers.choice-near", None),
    ]


def test_refused_texts(flow: ReflectionFlow, case: Case) -> None:
    """It finds every refused text in one run, beside other faults, and keeps nothing."""
    given = {**GIVEN, "ra-micro-5.evidence": "Jansen zei:", "ra-micro-5.next": "Jansen bellen", "role": "twee\nregels"}
    after, faults = play(guarded(flow), case, given)
    assert after == case
    assert [(fault.answer_id, fault.message.key) for fault in faults] == [
        ("role", "answers.line"),
        ("ra-micro-5.evidence", "answers.refused"),
        ("ra-micro-5.next", "answers.refused"),
    ]


def test_refused_text_that_is_not_asked(flow: ReflectionFlow, case: Case) -> None:
    """It refuses a text also where a fault before it hides whether it would be asked."""
    given = {**GIVEN, "level": "mikro", "ra-micro-5.evidence": "Jansen zei:"}
    assert keys(guarded(flow), case, given) == [
        ("level", "answers.choice-near"),
        ("ra-micro-5.evidence", "answers.refused"),
    ]


def test_guard_changes_nothing_else(flow: ReflectionFlow, case: Case) -> None:
    """It keeps what is not refused to the letter."""
    given = {**GIVEN, "ra-micro-5.evidence": "De moeder, 34,\n  zei: […]"}
    assert play(guarded(flow), case, given) == play(flow, case, given)
    assert play(flow, case, given)[1] == []


def test_missing_answers(flow: ReflectionFlow, case: Case) -> None:
    """It names every answer that must be there, if only as null."""
    given = {name: value for name, value in GIVEN.items() if name not in ("title", "ra-micro-5")}
    found = play(flow, case, given)[1]
    assert [(fault.answer_id, fault.message.key, fault.missing) for fault in found] == [
        ("title", "answers.missing-required", True),
        ("ra-micro-5", "answers.missing", True),
    ]


def test_null_is_skipped(flow: ReflectionFlow, case: Case) -> None:
    """It takes null for skipped, and null for a question that does not come for nothing at all."""
    done, faults = play(flow, case, {**GIVEN, "ra-micro-5": None, "ra-micro-5.evidence": None})
    assert faults == []
    assert done.reflections[0].by_id()["ra-micro-5"].status == "skipped"


def test_without_a_level_the_rest_is_still_checked(flow: ReflectionFlow, case: Case) -> None:
    """It cannot know what follows a wrong level, but still checks every answer for itself."""
    given = {**GIVEN, "level": "mikro", "ra-micro-5": "larglly", "zzz": "x"}
    assert keys(flow, case, given) == [
        ("level", "answers.choice-near"),
        ("ra-micro-5", "answers.choice-near"),
        ("zzz", "answers.unknown"),
    ]


CHOICES = Question("q", Form.CHOICES, "?", options=(Option("a", "A"), Option("b", "B")), required=True)
CHOICE = Question("q", Form.CHOICE, "?", options=tuple(Option(f"o{n}", "") for n in range(20)))
TEXT = Question("q", Form.TEXT, "?")
LINE = Question("q", Form.LINE, "?", required=True)
GUARDED = Question("q", Form.TEXT, "?", guard=GUARD)


@pytest.mark.parametrize(
    ("question", "value", "key"),
    [
        (CHOICES, ["a"], None),
        (CHOICES, [], "answers.required"),
        (CHOICES, "a", "answers.list"),
        (CHOICES, ["a", 3], "answers.list"),
        (CHOICES, ["a", "a"], "answers.repeated"),
        (CHOICES, ["a", "zz"], "answers.choice"),
        (CHOICE, "o3", None),
        (CHOICE, "qqqq", "answers.choice"),
        (CHOICE, "een hele zin", "answers.choice-text"),
        (CHOICE, "111222333", "answers.choice-text"),
        (CHOICE, ["o3"], "answers.text"),
        (TEXT, 5, "answers.text"),
        (TEXT, "a\nb", None),
        (TEXT, None, None),
        (LINE, "  ", "answers.required"),
        (LINE, "a\nb", "answers.line"),
        (LINE, "een regel\n", None),
        (GUARDED, "mevrouw Jansen", "answers.refused"),
        (GUARDED, "de moeder", None),
        (GUARDED, "", None),
        (GUARDED, 5, "answers.text"),
        (replace(LINE, guard=GUARD), "a\nJansen", "answers.line"),
        (replace(LINE, guard=GUARD), "Jansen", "answers.refused"),
    ],
)
def test_check(question: Question, value: object, key: str | None) -> None:
    """It says what is wrong with one answer, or nothing."""
    fault = check(question, value)
    assert (fault and fault.message.key) == key


def test_refused_texts_are_not_repeated() -> None:
    """It says by the guard's own reason what is refused, never with the text itself."""
    fault = check(GUARDED, "mevrouw Jansen")
    assert fault is not None
    assert fault.message.values == {"id": "q", "reason": Message("trace.refused", {"what": "een naam"})}


def test_long_lists_of_choices_are_cut() -> None:
    """It names the first dozen of many choices."""
    fault = check(CHOICE, "qqqq")
    assert fault is not None
    assert str(fault.message.values["allowed"]).endswith("o11, …")


@pytest.mark.parametrize(
    ("question", "value", "kept"),
    [
        (CHOICES, ["a", "b"], ("a", "b")),
        (CHOICES, [], None),
        (LINE, "  een regel \n", "een regel"),
        (TEXT, "  ingesprongen\n\n", "  ingesprongen"),
        (TEXT, " \n ", None),
        (TEXT, None, None),
    ],
)
def test_clean(question: Question, value: object, kept: object) -> None:
    """It keeps text as it was typed, without the newline at its end."""
    assert clean(question, value) == kept


def test_scripted_prompter_is_a_prompter() -> None:
    """It answers the review by finishing."""
    review = Question("review", Form.CHOICE, "?", required=True)
    assert ScriptedPrompter({}).ask(review) == "finish"


# --- A weighing: cells to pick, things that are named

WEIGHING: dict[str, Any] = {**SHORT, "danger": "unknown", **TWO_MEMBERS, **TWO_OPTIONS}


@pytest.fixture
def weighing(pack: Pack, nl: Wording) -> tuple[WeighingFlow, Case]:
    """Give the flow of a weighing, and a case that holds it."""
    return begun(pack, nl)


def told(there: tuple[WeighingFlow, Case], given: dict[str, Any]) -> dict[str, list[str]]:
    """Give what is said of each faulty answer, in words."""
    flow, case = there
    after, faults = play(flow, case, given)
    assert after == case
    assert faults
    said: dict[str, list[str]] = {}
    for fault in faults:
        said.setdefault(fault.answer_id, []).append(flow.say.message(fault.message))
    return said


def test_a_whole_weighing(weighing: tuple[WeighingFlow, Case]) -> None:
    """It plays a weighing through to the end; what the file leaves out is skipped, and no cell is asked unpicked."""
    flow, case = weighing
    done, faults = play(flow, case, {**WEIGHING, CELL: "Rust.", f"{CELL}.stays": "no", "choice": "option-1"})
    assert faults == []
    assert done.weighings[0].finished == DAY
    answers = flow.answers(done)
    assert answers["because"].status == "skipped"
    assert answers["table"].value == FINISH
    assert {name for name in answers if name.count(".") > 1} == {CELL, f"{CELL}.stays", f"{CELL}.differs"}


def test_cells_are_picked_from_the_file(weighing: tuple[WeighingFlow, Case]) -> None:
    """It fills in every cell the file says anything of, whatever the order there, and each once."""
    flow, case = weighing
    given = {
        "option-2.rest": "Kan niet.",
        "option-2.safety.long": "Zo.",
        f"{CELL}.find-out": "School vragen",
        "nothing.development.short": None,
        "nothing.safety.short": "Blijft.",
        "nothing.safety.short.differs": ["member-1"],
        "nothing.safety.short.how.member-1": "Zwaar",
    }
    asked: list[str] = []

    class Watching(ScriptedPrompter):
        def ask(self, question: Question, draft: Value | None = None) -> Value | None:
            asked.append(question.id)
            return ScriptedPrompter.ask(self, question, draft)

    run(flow, case, Watching({**WEIGHING, **given}), lambda _: None)
    assert [name for name in asked if name.partition(".")[2].count(".") == 1 or name.endswith("rest")] == [
        *("nothing.safety.short", "nothing.development.short", CELL, "option-2.safety.long", "option-2.rest"),
    ]
    done, faults = play(flow, case, {**WEIGHING, **given})
    assert faults == []
    kept = flow.answers(done)
    assert (kept[CELL].status, kept[f"{CELL}.find-out"].value) == ("skipped", "School vragen")
    assert kept["nothing.safety.short.how.member-1"].value == "Zwaar"
    assert kept["nothing.development.short"].status == "skipped"


def test_nothing_in_the_table(weighing: tuple[WeighingFlow, Case]) -> None:
    """It leaves the table empty where the file says nothing of it."""
    flow, case = weighing
    done, faults = play(flow, case, WEIGHING)
    assert faults == []
    assert not [name for name in flow.answers(done) if name.count(".") > 1]


def test_a_cell_and_how_to_find_out(weighing: tuple[WeighingFlow, Case]) -> None:
    """It refuses how to find out where the cell says what is known, as that is not asked."""
    said = told(weighing, {**WEIGHING, CELL: "Rust.", f"{CELL}.find-out": "School vragen"})
    assert [*said] == [f"{CELL}.find-out"]


PLACE = "optie 1, veiligheid, korte termijn"


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({CELL: 5}, CELL),
        ({CELL: "Rust.", f"{CELL}.stays": "misschien"}, f"{CELL}.stays"),
        ({CELL: "Rust.", f"{CELL}.stays": "yess"}, f"{CELL}.stays"),
        ({CELL: "Rust.", f"{CELL}.stays": "er blijft wel wat"}, f"{CELL}.stays"),
        ({CELL: "Rust.", f"{CELL}.differs": "member-1"}, f"{CELL}.differs"),
        ({CELL: "Rust.", f"{CELL}.differs": ["member-9"]}, f"{CELL}.differs"),
        ({CELL: "Rust.", f"{CELL}.differs": ["member-1", "member-1"]}, f"{CELL}.differs"),
        ({CELL: None, f"{CELL}.find-out": "twee\nregels"}, f"{CELL}.find-out"),
        ({CELL: "Rust.", f"{CELL}.differs": ["member-1"], f"{CELL}.how.member-1": 3}, f"{CELL}.how.member-1"),
        ({f"{CELL}.stays": "no"}, f"{CELL}.stays"),
        ({CELL: "Rust.", f"{CELL}.how.member-2": "Zwaar"}, f"{CELL}.how.member-2"),
    ],
)
def test_faults_say_which_cell(weighing: tuple[WeighingFlow, Case], wrong: dict[str, Any], name: str) -> None:
    """It names the option, value and term in words with whatever is wrong in a cell, beside the id, and only that."""
    said = told(weighing, {**WEIGHING, **wrong})
    assert [*said] == [name]
    assert all(f"{name} ({PLACE})" in one for one in said[name])


def test_faults_say_which_thing(weighing: tuple[WeighingFlow, Case]) -> None:
    """It names the member, sign, option or part of the foundation in words, never what somebody called it."""
    given = {**WEIGHING, "depth": "full", "sign-1.what": "Ze huilde.", "foundation-1.what": "Verblijf"}
    wrong = {
        "member-1.age": "oud",
        "sign-1.kind": "x",
        "option-2.reversible": 1,
        "foundation-1.state": "x",
        "debts.state": 2,
    }
    said = told(weighing, {**given, **wrong, "nothing.livelihood.long": 3})
    places = ["gezinslid 1", "signaal 1", "optie 2", "basis 1", "Schulden"]
    for name, place in zip(wrong, places, strict=True):
        assert [f"{name} ({place})" in one for one in said[name]] == [True]
    assert "(Niets doen of afwachten, bestaanszekerheid, lange termijn)" in said["nothing.livelihood.long"][0]
    text = " ".join(one for lines in said.values() for one in lines)
    assert [name for name in ("moeder", "Naar oma", "Ze huilde", "Verblijf") if name in text] == []


def test_all_faults_of_a_weighing_at_once(weighing: tuple[WeighingFlow, Case]) -> None:
    """It finds all that is wrong in a weighing in one run."""
    wrong = {
        "member-1.age": "adullt", "option-1.force": "coersive", CELL: 5, "look-back": "na de zomer",
        "share": ["member-1", "member-9"], "option-9.what": "x", "option-1.safety.shrt": "x", "zzz": 1,
    }  # fmt: skip
    assert {*wrong} == {*told(weighing, {**WEIGHING, **wrong})}


def test_unknown_cell(weighing: tuple[WeighingFlow, Case]) -> None:
    """It names, for an id that is nowhere, the one that was probably meant, and in words where that is."""
    said = told(weighing, {**WEIGHING, "option-1.safety.shrt": "x", "nothing.safty.long": "y", "optoin-2.fit": "z"})
    assert f'"{CELL}" ({PLACE})' in said["option-1.safety.shrt"][0]
    assert '"nothing.safety.long" (Niets doen of afwachten, veiligheid, lange termijn)' in said["nothing.safty.long"][0]
    assert '"option-2.fit" (optie 2)' in said["optoin-2.fit"][0]


def test_unknown_without_a_place(weighing: tuple[WeighingFlow, Case]) -> None:
    """It says no place with an id that has none, and nothing at all with one that is near to no other."""
    flow, case = weighing
    faults = play(flow, case, {**WEIGHING, "dangr": "yes", "wxyz": "x"})[1]
    assert {fault.answer_id: fault.message.key for fault in faults} == {
        "dangr": "answers.unknown-near",
        "wxyz": "answers.unknown",
    }


@pytest.mark.parametrize("name", ["table", "danger.basis", "member-16.role", "nothing.force"])
def test_what_is_never_asked(weighing: tuple[WeighingFlow, Case], name: str) -> None:
    """It knows of no answer to the grid itself, of more than can be named, or of what is not asked of a thing."""
    flow, case = weighing
    (fault,) = play(flow, case, {**WEIGHING, name: "x"})[1]
    assert (fault.answer_id, fault.message.key.startswith("answers.unknown")) == (name, True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("danger-basis", "Gezien."),  # it is not known whether there is danger
        ("thought", "Weg."),  # not in the short walk
        ("seen-done", "Alles."),  # nothing was weighed before
        ("member-3.age", "adult"),  # there are two members
        ("option-3.about", "x"),  # there are two options
        ("option-3.safety.short", "x"),
        ("option-1.blocks", "x"),  # nothing stands in the way
        ("member-1.ask", "x"),  # it is not said that nobody asked
        ("waits", "x"),  # something was chosen
        ("option-1.livelihood.short.find-out", "x"),  # the cell says what is known
        ("changed", "x"),
    ],
)
def test_not_asked(weighing: tuple[WeighingFlow, Case], name: str, value: str) -> None:
    """It refuses an answer to what the others do not call for, with its place in words, and takes it as null."""
    flow, case = weighing
    given = {**WEIGHING, "option-1.blocked": "no", "option-1.livelihood.short": "x", "choice": "nothing"}
    (fault,) = play(flow, case, {**given, name: value})[1]
    assert (fault.answer_id, fault.message.key) == (name, "answers.not-asked")
    place = flow.catalogue(case)[name].place
    assert fault.message.values["id"] == (f"{name} ({place})" if place else name)
    assert play(flow, case, {**given, name: None})[1] == []


def test_missing_alternative(weighing: tuple[WeighingFlow, Case]) -> None:
    """It misses an alternative where all that is named is coercive, and says which that would be."""
    flow, case = weighing
    given = {**SHORT, "danger": None, "option-1.what": "Toezicht", "option-1.force": "coercive"}
    (fault,) = play(flow, case, given)[1]
    assert (fault.answer_id, fault.message.key, fault.missing) == ("option-2.what", "answers.missing-required", True)
    assert "option-2.what (optie 2" in flow.say.message(fault.message)
    (fault,) = play(flow, case, {**given, "option-2.what": None})[1]
    assert (fault.answer_id, fault.message.key) == ("option-2.what", "answers.required")
    assert play(flow, case, {**given, "option-2.what": "Hotel"})[1] == []


def test_alternative_that_is_coercive(weighing: tuple[WeighingFlow, Case]) -> None:
    """It takes one coercive measure for no alternative to another."""
    flow, case = weighing
    given = {f"option-{n}.{name}": value for n in (1, 2) for name, value in (("what", "x"), ("force", "coercive"))}
    (fault,) = play(flow, case, {**SHORT, **given})[1]
    assert (fault.answer_id, fault.message.key) == ("option-3.what", "answers.missing-required")


def test_a_step_that_is_left_out(weighing: tuple[WeighingFlow, Case]) -> None:
    """It takes a step of which the file holds nothing for skipped, as somebody may do at the keyboard."""
    flow, case = weighing
    done, faults = play(flow, case, SHORT)
    assert faults == []
    skipped = {name for name, one in flow.answers(done).items() if one.status == "skipped"}
    assert {"danger", "member-1.role", "option-1.what", "choice", "share"} <= skipped


def test_wrong_depth(weighing: tuple[WeighingFlow, Case]) -> None:
    """It cannot know what follows a wrong depth, but still checks every answer for itself, those in the table too."""
    flow, case = weighing
    given = {**WEIGHING, "depth": "deep", "thought": "Weg.", "option-1.force": "coersive", CELL: 5, "zzz": "x"}
    assert [fault.answer_id for fault in play(flow, case, given)[1]] == ["depth", "option-1.force", CELL, "zzz"]


@pytest.mark.parametrize(
    ("name", "wrong", "with_it"),
    [
        ("danger", "neee", {"danger-basis": "Gezien."}),
        ("member-1.heard", "not-askt", {"member-1.ask": "De juf, morgen"}),
        ("option-1.blocked", "rulle", {"option-1.blocks": "De regel", "option-1.instead": "Een hotel."}),
        ("choice", "option-22", {"option-2.safety.short": "Rust.", "because": "Zo.", "arrangements": "Bellen."}),
        (f"{CELL}.differs", ["member-2", "member-9"], {CELL: "Rust.", f"{CELL}.how.member-1": "Zwaar"}),
    ],
)
def test_wrong_choice_in_a_weighing(
    weighing: tuple[WeighingFlow, Case], name: str, wrong: object, with_it: dict[str, Any]
) -> None:
    """It names the wrong choice, and does not blame the answers that would belong to the one that was meant."""
    safe = {"nothing.safety.short": "Veilig.", "nothing.safety.short.stays": "no"}
    assert [*told(weighing, {**WEIGHING, **safe, name: wrong, **with_it})] == [name]


def test_look_back_in_a_file(weighing: tuple[WeighingFlow, Case]) -> None:
    """It refuses to look back on what is no day, says how to write one, and takes one in words."""
    flow, case = weighing
    (fault,) = play(flow, case, {**WEIGHING, "look-back": "na de zomer"})[1]
    assert (fault.answer_id, fault.message.key) == ("look-back", "answers.refused")
    assert flow.say("read.no-day") in flow.say.message(fault.message)
    assert "zomer" not in flow.say.message(fault.message)
    assert play(flow, case, {**WEIGHING, "look-back": "9 december 2026"})[1] == []
