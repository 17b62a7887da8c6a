"""The loop with a grid to pick from and steps to skip: out to a cell and back, and the rest of a step left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Answer
from doorbraak_cli.flows.prompter import Back, Paused, SkipStep
from doorbraak_cli.flows.session import FINISH, REVIEW, run

from ..following import next_question
from .conftest import DAY
from .weighings import (
    CELL,
    FULL,
    SHORT,
    TWO_MEMBERS,
    TWO_OPTIONS,
    Person,
    answered,
    begun,
    drafted,
    marked,
    values,
)

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case, Status
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.weighing import WeighingFlow

    from .weighings import Given

LATER = "option-2.development.long"
KNOWN: Given = {**SHORT, **TWO_MEMBERS, **TWO_OPTIONS}
CELLS: Given = {
    CELL: "Rust.",
    f"{CELL}.stays": "no",
    f"{CELL}.differs": ("member-2",),
    f"{CELL}.how.member-2": "Druk.",
    LATER: None,
    f"{LATER}.find-out": "School vragen",
}
FOLLOW_UPS = [f"{CELL}.stays", f"{CELL}.differs", f"{CELL}.how.member-2"]


@pytest.fixture
def flow(pack: Pack, nl: Wording) -> WeighingFlow:
    return begun(pack, nl)[0]


@pytest.fixture
def case(pack: Pack, nl: Wording) -> Case:
    return begun(pack, nl)[1]


def walked(flow: WeighingFlow, case: Case, given: Given, *, before: str = "") -> Case:
    """Give the case as it is when somebody answered all there is to ask, or all before a question came."""
    while (question := next_question(flow, case)) is not None and question.id != before:
        case = answered(flow, case, {question.id: FINISH if question.grid else given.get(question.id)})
    return case


def paused(flow: WeighingFlow, case: Case, person: Person) -> Case:
    """Give the case as it was saved when a person paused."""
    saved = [case]
    with pytest.raises(Paused):
        run(flow, case, person, saved.append)
    return saved[-1]


# --- A grid to pick from


def test_out_to_a_cell_and_back(flow: WeighingFlow, case: Case) -> None:
    """It goes from the grid to the cell that is picked, asks on about it, shows the grid again, and then goes on."""
    person = Person({**KNOWN, **CELLS}, {"table": [CELL, LATER, FINISH]})
    done = run(flow, case, person, lambda _: None)
    at = person.asked.index("table")
    assert person.seen[at : at + 9] == [
        ("table", None),
        (CELL, None),
        *((name, None) for name in FOLLOW_UPS),
        ("table", CELL),
        (LATER, None),
        (f"{LATER}.find-out", None),
        ("table", LATER),
    ]
    assert person.asked[at + 9] == "choice"
    assert CELLS.items() <= values(flow, done).items()
    assert values(flow, done)["table"] == FINISH


def test_every_answer_in_the_grid_is_saved(flow: WeighingFlow, case: Case) -> None:
    """It has what was said in a cell saved before the next question is asked; picking saves nothing."""
    saved: list[Case] = []
    counts: list[tuple[str, int]] = []

    class Watching(Person):
        def ask(self, question, draft=None):  # type: ignore[no-untyped-def]  # as its port has it
            counts.append((question.id, len(saved)))
            return super().ask(question, draft)

    run(flow, case, Watching({**KNOWN, **CELLS}, {"table": [CELL, FINISH]}), saved.append)
    told = dict(reversed(counts))
    assert told[CELL] == told["table"]
    assert [told[name] - told[CELL] for name in FOLLOW_UPS] == [1, 2, 3]
    assert flow.answers(saved[-1])[CELL].value == "Rust."


def test_same_cell_again(flow: WeighingFlow, case: Case) -> None:
    """It asks a cell again with what stands there, and nothing that leans on it when it stays as it was."""
    person = Person({**KNOWN, **CELLS}, {"table": [CELL, CELL, FINISH]})
    run(flow, case, person, lambda _: None)
    assert person.after(f"{CELL}.how.member-2")[:3] == ["table", CELL, "table"]
    assert (CELL, "Rust.") in person.seen


def test_changed_cell(flow: WeighingFlow, case: Case) -> None:
    """It asks again, filled in, what leans on a cell that changed, and then shows the grid."""
    person = Person({**KNOWN, **CELLS}, {"table": [CELL, CELL, FINISH], CELL: ["Rust.", "Onrust."]})
    run(flow, case, person, lambda _: None)
    again = person.seen[len(person.seen) - 1 - person.asked[::-1].index(CELL) :]
    assert again[1:5] == [
        (FOLLOW_UPS[0], "no"),
        (FOLLOW_UPS[1], ("member-2",)),
        (FOLLOW_UPS[2], "Druk."),
        ("table", CELL),
    ]


def test_rest_of_an_option(flow: WeighingFlow, case: Case) -> None:
    """It asks why the rest of an option is left when that is picked, and shows the grid again."""
    person = Person({**KNOWN, "option-2.rest": "Kan niet."}, {"table": ["option-2.rest", FINISH]})
    done = run(flow, case, person, lambda _: None)
    assert person.after("table")[:3] == ["option-2.rest", "table", "choice"]
    assert values(flow, done)["option-2.rest"] == "Kan niet."


def test_back_from_a_cell(flow: WeighingFlow, case: Case) -> None:
    """It goes back from a cell to the grid, behind the cell before it, with what was typed kept for the next time."""
    person = Person({**KNOWN, **CELLS}, {"table": [CELL, LATER, FINISH], CELL: [Back("Rus")]})
    run(flow, case, person, lambda _: None)
    at = person.asked.index("table")
    assert person.seen[at : at + 4] == [("table", None), (CELL, None), ("table", "nothing.rest"), (LATER, None)]
    assert (CELL, "Rus") in person.seen[at + 4 :]


def test_back_from_the_first_cell(flow: WeighingFlow, case: Case) -> None:
    """It goes back from the first cell to where the grid starts anew."""
    first = "nothing.safety.short"
    person = Person({**KNOWN}, {"table": [first, FINISH], first: [Back()]})
    run(flow, case, person, lambda _: None)
    at = person.asked.index("table")
    assert person.seen[at : at + 3] == [("table", None), (first, None), ("table", FINISH)]


def test_back_through_a_cell(flow: WeighingFlow, case: Case) -> None:
    """It goes back from what is asked about a cell one question at a time, and from the cell to the grid."""
    does: dict[str, list[object]] = {"table": [CELL, FINISH], FOLLOW_UPS[1]: [Back()], FOLLOW_UPS[0]: ["no", Back()]}
    person = Person({**KNOWN, **CELLS}, {**does, CELL: ["Rust.", Back()]})
    run(flow, case, person, lambda _: None)
    assert person.after("table")[:7] == [
        CELL,
        FOLLOW_UPS[0],
        FOLLOW_UPS[1],
        FOLLOW_UPS[0],
        CELL,
        "table",
        *FOLLOW_UPS[1:2],
    ]


def test_back_from_the_grid(flow: WeighingFlow, case: Case) -> None:
    """It goes back from the grid to what was asked before the table, not into a cell, and comes back to it."""
    person = Person({**KNOWN, **CELLS}, {"table": [CELL, Back(), FINISH]})
    run(flow, case, person, lambda _: None)
    assert person.after(FOLLOW_UPS[-1])[:4] == ["table", "option-3.what", "table", "choice"]


def test_back_from_a_later_step(flow: WeighingFlow, case: Case) -> None:
    """It goes back from the premortems to the grid and to a cell in it, and on from there with all answers kept."""
    later: Given = {"stepped-in": "Het brak.", "held-back": "Te laat.", "against-who": "school", "against": "Te vroeg."}
    there = walked(flow, case, {**KNOWN, **FULL, **CELLS, **later})
    there = answered(flow, there, {CELL: "Rust.", **{name: CELLS[name] for name in FOLLOW_UPS}})
    does: dict[str, list[object]] = {
        REVIEW: ["stepped-in", FINISH], "stepped-in": [Back()], "table": [CELL, FINISH], CELL: ["Meer rust."],
    }  # fmt: skip
    person = Person(CELLS, does)
    done = run(flow, there, person, lambda _: None)
    assert person.asked == [REVIEW, "stepped-in", "table", CELL, *FOLLOW_UPS, "table", REVIEW]
    assert values(flow, done) == {**values(flow, there), CELL: "Meer rust."}
    assert marked(flow, done) == set()


def test_back_from_a_step_that_was_not_answered(flow: WeighingFlow, case: Case) -> None:
    """It comes back, once the grid is done, to the question somebody went back from, with what they had typed."""
    there = walked(flow, case, {**KNOWN, **FULL}, before="held-back")
    person = Person({}, {"held-back": [Back("Te la"), Paused()], "stepped-in": [Back()], "table": [LATER, FINISH]})
    saved = paused(flow, there, person)
    assert person.asked == [
        *("held-back", "stepped-in", "table", LATER, f"{LATER}.find-out", "table", "held-back"),
    ]
    assert person.seen[-1] == ("held-back", "Te la")
    assert flow.answers(saved)["held-back"].status == "draft"


def test_from_the_review_to_a_cell(flow: WeighingFlow, case: Case) -> None:
    """It leads from the review to the grid and any cell in it, and back to the line of the table in the review."""
    there = walked(flow, case, KNOWN)
    person = Person(CELLS, {REVIEW: ["table", FINISH], "table": [CELL, FINISH]})
    done = run(flow, there, person, lambda _: None)
    assert person.asked == [REVIEW, "table", CELL, *FOLLOW_UPS, "table", REVIEW]
    assert person.seen[-1] == (REVIEW, "table")
    assert values(flow, done)[CELL] == "Rust."


def test_paused_in_a_cell(flow: WeighingFlow, case: Case) -> None:
    """It keeps half a cell, asks that first the next time, and then shows the grid."""
    saved = paused(flow, case, Person(KNOWN, {"table": [CELL], CELL: [Paused("Ru")]}))
    assert flow.answers(saved)[CELL].status == "draft"
    again = Person(CELLS)
    run(flow, saved, again, lambda _: None)
    assert again.seen[0] == (CELL, "Ru")
    assert again.asked[1:6] == [*FOLLOW_UPS, "table", "choice"]


def test_paused_at_the_grid(flow: WeighingFlow, case: Case) -> None:
    """It keeps nothing of where somebody was in the grid, and shows it the next time."""
    saved = paused(flow, case, Person(KNOWN, {"table": [Paused("option-2.rest")]}))
    assert "table" not in flow.answers(saved)
    again = Person()
    run(flow, saved, again, lambda _: None)
    assert again.seen[0] == ("table", None)


def test_grid_that_was_done_before(flow: WeighingFlow, case: Case) -> None:
    """It shows a finished grid again on request, and asks nothing else when it is done."""
    there = walked(flow, case, KNOWN)
    person = Person({}, {REVIEW: ["table", FINISH]})
    assert values(flow, run(flow, there, person, lambda _: None)) == values(flow, there)
    assert person.asked == [REVIEW, "table", REVIEW]


# --- Skipping the rest of a step


def test_skip_a_step(flow: WeighingFlow, case: Case) -> None:
    """It skips all that is open in the step, and asks the first question of the next one."""
    person = Person(FULL, {"danger": ["yes"], "danger-whom": [SkipStep()]})
    done = run(flow, case, person, lambda _: None)
    assert person.after("danger")[:2] == ["danger-whom", "thought"]
    answers = flow.answers(done)
    assert answers["danger"].value == "yes"
    for name in ("danger-whom", "sign-1.what", "measure"):
        assert answers[name].status == "skipped"
    assert answers["danger-whom"].asked == next(one for one in flow.path(done) if one.id == "danger-whom").text


def test_skip_keeps_what_was_typed(flow: WeighingFlow, case: Case) -> None:
    """It keeps what was typed before the rest was skipped, still unfinished, and asks it no more by itself."""
    person = Person(FULL, {"danger": ["no"], "danger-basis": [SkipStep("Gezien door sch")]})
    done = run(flow, case, person, lambda _: None)
    basis = flow.answers(done)["danger-basis"]
    assert (basis.value, basis.stands) == ("Gezien door sch", None)
    assert person.asked.count("danger-basis") == 1


def test_skip_over_an_answer(flow: WeighingFlow, case: Case) -> None:
    """It keeps what stood beside what was being typed over it, when the rest is skipped."""
    there = walked(flow, case, {**KNOWN, "danger": "no", "danger-basis": "Gezien door school."})
    person = Person({}, {REVIEW: ["danger-basis", FINISH], "danger-basis": [SkipStep("Gezien door d")]})
    basis = flow.answers(run(flow, there, person, lambda _: None))["danger-basis"]
    assert person.asked == [REVIEW, "danger-basis", REVIEW]
    assert (basis.value, basis.stands) == ("Gezien door d", "Gezien door school.")


def test_skipped_and_gone_back_to(flow: WeighingFlow, case: Case) -> None:
    """It asks what was passed over when somebody goes there, with what they typed, and then it is an answer."""
    does: dict[str, list[object]] = {"danger-basis": [SkipStep("Gezien door sch"), "Gezien door school."]}
    person = Person({**KNOWN, "danger": "no"}, {**does, REVIEW: ["danger-basis", FINISH]})
    basis = flow.answers(run(flow, case, person, lambda _: None))["danger-basis"]
    assert ("danger-basis", "Gezien door sch") in person.seen
    assert (basis.status, basis.value, basis.is_unsettled) == ("answered", "Gezien door school.", False)


def test_skipped_and_changed(flow: WeighingFlow, case: Case) -> None:
    """It asks again what was passed over, once what it leans on changes."""
    person = Person({**KNOWN, "danger": "yes"}, {"danger-whom": [SkipStep("het ki")]})
    there = run(flow, case, person, lambda _: None)
    assert next_question(flow, there) is None
    question = next_question(flow, answered(flow, there, {"danger": "unknown"}))
    assert question is not None
    assert question.id == "danger-whom"


def test_skip_keeps_drafts_and_answers(flow: WeighingFlow, case: Case) -> None:
    """It keeps every answer of the step, drafts and what was to be looked at again included, and asks none of them."""
    given: Given = {"member-1.heard": "said", "member-1.perspective": "Rust.", "member-1.calm-heard": "said"}
    there = answered(flow, case, SHORT, {"danger": None}, TWO_MEMBERS, {**given, "differ": "Weg of thuis."})
    there = drafted(flow, there, "differ", "Weg of th")
    there = answered(flow, there, {"member-1.heard": "estimated"})
    assert marked(flow, there) == {"member-1.perspective", "member-1.calm-heard"}
    person = Person({}, {"member-1.age": [SkipStep()]})
    done = run(flow, there, person, lambda _: None)
    assert [name for name in person.asked if name.startswith("member")] == ["member-1.age"]
    assert "differ" not in person.asked
    kept = values(flow, done)
    assert {**given, "member-1.heard": "estimated", "differ": "Weg of th"}.items() <= kept.items()
    assert flow.answers(done)["differ"].stands == "Weg of thuis."
    assert (kept["member-2.heard"], kept["empty-chair"]) == (None, None)


def test_skip_changes_no_other_step(flow: WeighingFlow, case: Case) -> None:
    """It leaves what is open in other steps open, also before it."""
    there = drafted(flow, answered(flow, case, FULL, {"danger": None}), "thought", "Uit hu")
    person = Person({}, {"thought": [Back(), Paused()], "danger": [SkipStep()]})
    saved = paused(flow, there, person)
    assert person.asked == ["thought", "danger", "thought"]
    assert flow.answers(saved)["thought"].status == "draft"
    assert "member-1.role" not in flow.answers(saved)


def test_skip_saves(flow: WeighingFlow, case: Case) -> None:
    """It has the skipped step saved before the next question."""
    saved = paused(
        flow,
        case,
        Person(SHORT, {"member-1.role": [SkipStep()], "nothing.about": [Paused()], "nothing.reversible": [Paused()]}),
    )
    assert flow.answers(saved)["empty-chair"].status == "skipped"


@pytest.mark.parametrize("name", ["nothing.reversible", "option-1.what"])
def test_skip_past_what_is_required(flow: WeighingFlow, case: Case, name: str) -> None:
    """It goes past a question that must not be left empty otherwise, and says it was skipped."""
    person = Person(SHORT, {name: [SkipStep()]})
    done = run(flow, case, person, lambda _: None)
    assert person.after(name)[0] == "table"
    assert flow.answers(done)["option-1.what"].status == "skipped"


def test_skip_past_the_alternative(flow: WeighingFlow, case: Case) -> None:
    """It goes past the alternative to a coercive measure too."""
    person = Person(
        {**SHORT, "option-1.what": "Toezicht", "option-1.force": "coercive"}, {"option-2.what": [SkipStep()]}
    )
    run(flow, case, person, lambda _: None)
    assert person.after("option-2.what")[0] == "table"


@pytest.mark.parametrize("name", ["table", CELL, f"{CELL}.stays"])
def test_skip_the_table(flow: WeighingFlow, case: Case, name: str) -> None:
    """It leaves the table from the grid, from a cell, and from what is asked about one, with what stands in it."""
    does: dict[str, list[object]] = {"table": [LATER, CELL], CELL: ["Rust."]}
    does[name] = [*does.get(name, [])[: 2 if name == "table" else 0], SkipStep()]
    person = Person({**KNOWN, **CELLS}, does)
    done = run(flow, case, person, lambda _: None)
    at = len(person.asked) - 1 - person.asked[::-1].index(name)
    assert person.asked[at + 1] == "choice"
    kept = flow.answers(done)
    assert (kept[f"{LATER}.find-out"].value, kept["table"].status) == ("School vragen", "skipped")
    assert (CELL in kept) is (name != CELL)


def test_skip_a_cell_with_a_draft(flow: WeighingFlow, case: Case) -> None:
    """It keeps what was typed in a cell when the rest of the table is skipped, and asks nothing about it."""
    person = Person({**KNOWN, **CELLS}, {"table": [CELL], CELL: [SkipStep("Rust, den")]})
    done = run(flow, case, person, lambda _: None)
    assert person.after(CELL)[0] == "choice"
    assert values(flow, done)[CELL] == "Rust, den"
    assert not {*FOLLOW_UPS} & {*person.asked}


def test_skip_from_the_review(flow: WeighingFlow, case: Case) -> None:
    """It goes back to the review where nothing in the step was open."""
    there = walked(flow, case, KNOWN)
    person = Person({}, {REVIEW: ["member-1.age", FINISH], "member-1.age": [SkipStep()]})
    assert run(flow, there, person, lambda _: None) == flow.finish(there)
    assert person.asked == [REVIEW, "member-1.age", REVIEW]


def test_skip_a_day_that_is_none(flow: WeighingFlow, case: Case) -> None:
    """It comes to an end where the step holds half a day that cannot be kept."""
    there = walked(flow, case, KNOWN, before="look-back")
    person = Person({}, {"look-back": [SkipStep("na de zo")]})
    done = run(flow, there, person, lambda _: None)
    assert person.asked == ["look-back", REVIEW]
    assert flow.answers(done)["share"].status == "skipped"


@pytest.mark.parametrize("status", ["answered", "draft"])
def test_skip_a_day_mended_by_hand(flow: WeighingFlow, case: Case, status: Status) -> None:
    """It comes to an end where somebody wrote a day into the file that is none."""
    there = walked(flow, case, KNOWN)
    there = flow.apply(there, Answer(id="look-back", asked="?", status=status, value="na de zomer"))
    person = Person({"look-back": "9-12-2026"}, {"look-back": [SkipStep()]})
    done = run(flow, there, person, lambda _: None)
    assert person.asked[0] == "look-back"
    assert done.weighings[0].finished == DAY


def test_skip_over_a_day(flow: WeighingFlow, case: Case) -> None:
    """It keeps the day that stood when somebody was typing something else and skips the rest."""
    there = walked(flow, case, {**KNOWN, "look-back": "9-12-2026"})
    person = Person({}, {REVIEW: ["look-back", FINISH], "look-back": [SkipStep("na de zo")]})
    done = run(flow, there, person, lambda _: None)
    assert person.asked == [REVIEW, "look-back", REVIEW]
    assert flow.answers(done)["look-back"].stands == "9-12-2026"


def test_half_a_day_is_kept(flow: WeighingFlow, case: Case) -> None:
    """It keeps a day that was typed and not confirmed, as it does all else that is typed."""
    there = walked(flow, case, KNOWN, before="look-back")
    saved = paused(flow, there, Person({}, {"look-back": [Paused("9 december 2026")]}))
    again = Person({}, {"look-back": [Paused()]})
    paused(flow, saved, again)
    assert flow.answers(saved)["look-back"].value == "2026-12-09"
    assert again.seen == [("look-back", "woensdag 9 december 2026")]
