"""What every sheet does: step by step, back to any answer, looked over, finished. Mostly seen on a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Card
from doorbraak_cli.domain.filled import most
from doorbraak_cli.flows.plan import PlanFlow
from doorbraak_cli.flows.prompter import Back, Form, Paused, SkipStep
from doorbraak_cli.flows.session import FINISH, REVIEW, run
from doorbraak_cli.flows.sheets import Sheets

from ..following import next_question
from .conftest import DAY, other
from .sheets import KINDS, TITLE, begun, excepted, finished, looking_back
from .weighings import Person, about, answered, drafted, ids, marked, the, values

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.flow import Flow

    from .weighings import Given

FIRST: dict[SheetKind, list[str]] = {
    "network": [
        *("title", "situation", "with", "list", "party-1.role", "coordinator", "contact", "at-table"),
        *("goal", "meeting-when", "needed"),
    ],
    "plan": [
        *("title", "situation", "with", "goal-1.what", "action-1.what", "handover-1.what", "procedure", "rhythm"),
        *("evaluation-with", "evaluation-next", "stuck-1.what"),
    ],
    "justification": [
        *("title", "situation", "with", "asked", "rule", "rule-kind", "room", "article", "checked", "equal", "grip"),
        *("family-says", "cost-1.what", "continuing-1.what", "beyond-money", "alternative-1.what", "decides"),
        *("decided", "conditions", "expect", "notice", "look-back", "look-back-who"),
    ],
    "look_back": [
        *("with", "happened", "family-happened", "spent-1.what", "beside", "unexpected", "next", "lesson", "account"),
    ],
}
"""What is asked when nothing was answered; without what asks to choose from things that nobody named yet."""

OF_THINGS = {"contact", "needed"}

PLAN: Given = {
    **TITLE,
    "with": "moeder en de regisseur",
    "goal-1.what": "Een eigen huis",
    "goal-1.goal-whose": "moeder",
    "goal-1.goal-heard": "said",
    "goal-1.goal-seen": "Een sleutel.",
    "goal-2.what": None,
    "action-1.what": "Bellen met de huisbaas",
    "action-1.goal": "goal-1",
    "action-1.by-whom": "family",
    "action-1.who": "moeder",
    "action-1.by": "2026-12-04",
    "action-1.status": "busy",
    "action-2.what": None,
    "handover-1.what": None,
    "procedure": "yes",
    "procedure-what": "Onderzoek",
    "moments": "Elke week.",
    "moment-next": None,
    "rhythm": "other",
    "rhythm-other": "om de drie weken",
    "evaluation-with": "iedereen",
    "evaluation-next": "2026-05-14",
    "stuck-1.what": None,
}


@pytest.fixture
def flow(pack: Pack, nl: Wording) -> Flow:
    return begun(pack, nl, "plan").flow


@pytest.fixture
def case(pack: Pack, nl: Wording) -> Case:
    return begun(pack, nl, "plan").case


# --- The path


@pytest.mark.parametrize("kind", KINDS)
def test_path(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It asks about the case first where that is new, and then what every sheet of this kind asks, step by step."""
    start = begun(pack, nl, kind)
    path = [one for one in ids(start.flow, start.case) if one not in OF_THINGS]
    assert path == [one for one in FIRST[kind] if one not in OF_THINGS]
    steps = [one.step for one in start.flow.path(start.case) if one.step]
    order = [one.id for one in pack.sheet(kind)]
    assert steps == sorted(steps, key=order.index)


@pytest.mark.parametrize("kind", KINDS)
def test_always_something_to_choose_from(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It asks nobody to choose from nothing: from who is there only once somebody is, from goals once there is one."""
    start = begun(pack, nl, kind)
    case = answered(start.flow, start.case, {"action-1.what": "Bellen"} if kind == "plan" else {})
    choices = [one for one in start.flow.path(case) if one.form in {Form.CHOICE, Form.CHOICES}]
    assert choices
    assert [one.id for one in choices if not one.options] == []


def test_asks_more_of_what_is_named(flow: Flow, case: Case) -> None:
    """It asks about each thing once it is named, and then what else there is."""
    case = answered(flow, case, {"goal-1.what": "Een huis"})
    assert about(flow, case, "goal-1") == ["what", "goal-whose", "goal-heard", "goal-seen"]
    assert about(flow, case, "goal-2") == ["what"]
    assert ids(flow, case, "actions") == ["action-1.what"]
    assert ids(flow, answered(flow, case, {"goal-2.what": None}), "goals")[-1] == "goal-2.what"


@pytest.mark.parametrize(("per", "field"), [("goal", "what"), ("action", "what"), ("stuck", "what")])
def test_no_more_than_can_be_named(flow: Flow, case: Case, per: str, field: str) -> None:
    """It asks for no more of a kind than there is room for."""
    last = most(per)
    full = answered(flow, case, {f"{per}-{number}.{field}": "x" for number in range(1, last + 1)})
    heads = [one for one in ids(flow, full) if one.endswith(f".{field}") and one.startswith(f"{per}-")]
    assert heads == [f"{per}-{number}.{field}" for number in range(1, last + 1)]


def test_follows_an_answer(flow: Flow, case: Case) -> None:
    """It asks what belongs to an answer only where that was given."""
    assert "procedure-what" not in ids(flow, case)
    yes = answered(flow, case, {"procedure": "yes"})
    assert ids(flow, yes, "procedure") == ["procedure", "procedure-what", "moments", "moment-next"]
    for no in ("no", "unknown", None):
        assert ids(flow, answered(flow, case, {"procedure": no}), "procedure") == ["procedure"]


def test_choices_of_what_was_named(flow: Flow, case: Case, pack: Pack) -> None:
    """It lets somebody choose from the goals that were named before, and from the bottlenecks of the guide."""
    case = answered(flow, case, {"goal-1.what": "Een huis", "goal-2.what": "Rust", "action-1.what": "x"})
    goals = the(flow, case, "action-1.goal").options
    assert [(one.id, one.label) for one in goals] == [("goal-1", "Een huis"), ("goal-2", "Rust")]
    stuck = the(flow, answered(flow, case, {"stuck-1.what": "x"}), "stuck-1.bottleneck")
    assert [one.id for one in stuck.options] == [one.id for one in pack.bottlenecks]


@pytest.mark.parametrize("kind", KINDS)
def test_questions(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It says of every question which step it is in and what for, and asks each once; it insists on the title alone."""
    start = begun(pack, nl, kind)
    steps = pack.sheet(kind)
    headings = {
        step.id: nl("sheet.heading", number=number, total=len(steps), step=step.title.pick("nl"))
        for number, step in enumerate(steps, start=1)
    }
    path = [one for one in start.flow.path(start.case) if one.step]
    assert len({one.id for one in path}) == len(path)
    for one in path:
        step = next(each for each in steps if each.id == one.step)
        assert (one.heading, one.why) == (headings[one.step], step.why.pick("nl"))
        assert (one.required, one.needed, one.sealed) == (False, False, False)
        assert len(one.helps) == bool(step.recommendations) + bool(step.aids)


@pytest.mark.parametrize("kind", KINDS)
def test_introduction(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It introduces a step at its first question, and nowhere else."""
    start = begun(pack, nl, kind)
    case = answered(start.flow, start.case, {"party-1.role": "moeder"} if kind == "network" else {})
    for step in pack.sheet(kind):
        intro = step.text.pick("nl")
        asked = [one for one in start.flow.path(case) if one.step == step.id]
        introduced = [one.id for one in asked if intro in one.lead]
        first = [one.id for one in asked if one.form is Form.GRID] or [one.id for one in asked][:1]
        assert introduced == first


def test_place_in_words(flow: Flow, case: Case, nl: Wording) -> None:
    """It says which thing a question is about by its number, in words that hold nothing of the case, and above it."""
    case = answered(flow, case, {"action-1.what": "Bellen", "action-2.what": "Met een lange naam over van alles"})
    who = the(flow, case, "action-2.who")
    assert who.place == nl("sheet.place.action", number=2)
    assert who.heading.endswith(" · Met een lange naam over van alles")
    assert who.mark == "Met een lange naam…:"
    assert the(flow, case, "action-1.who").mark == "Bellen:"
    head = the(flow, case, "action-3.what")
    assert (head.place, head.mark) == (nl("sheet.place.action", number=3), "")
    assert the(flow, case, "procedure").place == ""


def test_english(pack: Pack, en: Wording) -> None:
    """It asks in the language of who answers."""
    start = begun(pack, en, "plan")
    for one in start.flow.path(start.case):
        step = next((each for each in pack.plan if each.id == one.step), None)
        field = step.field(one.id.rpartition(".")[2]) if step else None
        assert field is None or one.text == field.text.pick("en")
    assert the(start.flow, start.case, "goal-1.what").place == "goal 1"


# --- The case itself


def test_case_that_has_a_name(pack: Pack, nl: Wording, flow: Flow, case: Case) -> None:
    """It asks about the case itself only where that was not known before; what was given with it can be changed."""
    assert ids(flow, case)[:2] == ["title", "situation"]
    named = answered(flow, case, {"title": "Duin"})
    assert ids(flow, named)[:2] == ["title", "situation"]
    later = named.with_sitting(Card(id="card-1", aid="a", started=DAY, language="nl", pack=pack.ref))
    assert ids(flow, later)[:1] == ["with"]


def test_about_the_case(flow: Flow, case: Case) -> None:
    """It keeps what is about the case with the case, in its own order, and the rest with the sheet."""
    case = answered(flow, case, {"situation": "Er speelt iets.", "with": "ons", "title": "Duin"})
    assert [one.id for one in case.intake.answers] == ["title", "situation"]
    assert case.plan is not None
    assert [one.id for one in case.plan.answers] == ["with"]
    assert values(flow, case) == {"title": "Duin", "situation": "Er speelt iets.", "with": "ons"}


def test_finish(flow: Flow, case: Case) -> None:
    """It closes the sheet today, with what was answered."""
    done = flow.finish(answered(flow, case, {"with": "ons"}))
    assert done.plan is not None
    assert (done.plan.finished, done.plan.text("with")) == (DAY, "ons")


def test_sheet_that_is_not_there(pack: Pack, nl: Wording, case: Case) -> None:
    """It tells that a sheet is not in the case."""
    with pytest.raises(LookupError, match="plan-9"):
        PlanFlow(pack, nl, "plan-9", DAY).path(case)


# --- Answering


def test_walk(flow: Flow, case: Case) -> None:
    """It asks until all is answered and looked over, and keeps every answer to the letter."""
    person = Person(PLAN, {name: [day] for name, day in PLAN.items() if name.endswith(("by", "-next"))})
    done = run(flow, case, person, lambda _: None)
    assert values(flow, done) == PLAN
    assert person.asked[-1] == REVIEW
    assert done.plan is not None
    assert done.plan.finished == DAY


def test_order_of_answers(flow: Flow, case: Case) -> None:
    """It keeps answers in the order of the steps, whatever order they were given in."""
    assert [*values(flow, answered(flow, case, dict(reversed(PLAN.items()))))] == [*PLAN]


def test_dependents_are_marked(flow: Flow, case: Case) -> None:
    """It marks what leans on an answer that changes, and nothing else, and keeps what was said."""
    case = answered(flow, case, PLAN)
    assert marked(flow, case) == set()
    changed = answered(flow, case, {"procedure": "no"})
    assert marked(flow, changed) == {"procedure-what", "moments", "moment-next"}
    assert values(flow, changed) == {**PLAN, "procedure": "no"}
    assert next_question(flow, changed) is None
    again = answered(flow, changed, {"procedure": "yes"})
    asked = next_question(flow, again)
    assert asked is not None
    assert (asked.id, values(flow, again)["procedure-what"]) == ("procedure-what", "Onderzoek")


def test_the_same_again_marks_nothing(flow: Flow, case: Case) -> None:
    """It marks nothing where the same is answered again, or something else is typed and not confirmed."""
    case = answered(flow, case, PLAN)
    assert marked(flow, answered(flow, case, {"procedure": "yes"})) == set()
    assert marked(flow, drafted(flow, case, "procedure", "no")) == set()


def test_renamed(flow: Flow, case: Case) -> None:
    """It keeps what was said of a thing that is called something else, and shows its new name."""
    case = answered(flow, case, PLAN, {"action-1.what": "Schrijven"})
    assert values(flow, case)["action-1.who"] == "moeder"
    assert the(flow, case, "action-1.who").heading.endswith(" · Schrijven")


def test_taken_away(flow: Flow, case: Case) -> None:
    """It asks no more about what was taken away, and has it all again once it is named again."""
    gone = answered(flow, case, PLAN, {"action-1.what": None})
    assert about(flow, gone, "action-1") == ["what"]
    assert next_question(flow, gone) is None
    assert values(flow, gone) == {**PLAN, "action-1.what": None}
    again = answered(flow, gone, {"action-1.what": "Bellen met de huisbaas"})
    assert values(flow, again) == PLAN
    assert marked(flow, again) == set()


def test_in_between(flow: Flow, case: Case) -> None:
    """It leaves the place of what was taken away from between others open, and asks for one more after the last."""
    case = answered(
        flow, case, {f"goal-{number}.what": f"Doel {number}" for number in (1, 2, 3)}, {"goal-2.what": None}
    )
    heads = [one for one in ids(flow, case, "goals") if one.endswith(".what")]
    assert heads == ["goal-1.what", "goal-2.what", "goal-3.what", "goal-4.what"]
    asked = [one for one in flow.path(case) if one.id == "goal-4.what" or one.id.startswith("goal-2.")]
    assert [one.id for one in asked] == ["goal-2.what", "goal-4.what"]


# --- Going back, pausing and skipping


def test_back(flow: Flow, case: Case) -> None:
    """It asks an earlier question again with what was answered, keeps what came after, and goes on where it was."""
    person = Person(PLAN, {"action-1.by": [Back(), "2026-12-04"], "action-1.who": ["moeder", "oma"]})
    done = run(flow, case, person, lambda _: None)
    at = person.asked.index("action-1.by")
    assert person.seen[at : at + 3] == [("action-1.by", None), ("action-1.who", "moeder"), ("action-1.by", None)]
    assert values(flow, done)["action-1.who"] == "oma"


def test_back_over_a_step(flow: Flow, case: Case) -> None:
    """It goes back over the border of a step, and over the names of things."""
    person = Person(PLAN, {"handover-1.what": [Back(), None], "action-2.what": [None, Back(), None]})
    run(flow, case, person, lambda _: None)
    at = person.asked.index("handover-1.what")
    assert person.asked[at : at + 4] == ["handover-1.what", "action-2.what", "action-1.status", "handover-1.what"]


def test_back_at_the_first(flow: Flow, case: Case) -> None:
    """It stays at the first question where there is nothing before it."""
    person = Person(PLAN, {"title": [Back(), "Duin"]})
    run(flow, case, person, lambda _: None)
    assert person.asked[:3] == ["title", "title", "situation"]


@pytest.mark.parametrize("name", [one for one in PLAN if one != "title"])
def test_resumed_from_any_answer(pack: Pack, nl: Wording, flow: Flow, case: Case, name: str) -> None:
    """It goes on the next time at the question where somebody stopped, and comes to the same plan."""
    saved = [case]
    with pytest.raises(Paused):
        run(flow, case, Person(PLAN, {name: [Paused()]}), saved.append)
    start = Sheets(pack, nl, DAY).plan(saved[-1])
    again = Person(PLAN)
    done = run(start.flow, start.case, again, lambda _: None)
    assert again.asked[0] == name
    assert done == run(flow, case, Person(PLAN), lambda _: None)


def test_skips_a_step(flow: Flow, case: Case) -> None:
    """It leaves the rest of a step open on purpose, keeps what was said and typed in it, and goes on with the next."""
    person = Person(PLAN, {"action-1.who": [SkipStep("moed")]})
    done = run(flow, case, person, lambda _: None)
    assert person.after("action-1.who")[0] == "handover-1.what"
    answers = flow.answers(done)
    assert (answers["action-1.goal"].value, answers["action-1.who"].value) == ("goal-1", "moed")
    assert answers["action-1.who"].passed
    assert {name: answers[name].status for name in ("action-1.by", "action-1.status", "action-2.what")} == {
        "action-1.by": "skipped",
        "action-1.status": "skipped",
        "action-2.what": "skipped",
    }
    assert [one.id for one in answers.values() if one.open] == []


@pytest.mark.parametrize("kind", KINDS)
def test_skips_every_step(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It comes to an end where somebody skips every step, having asked one question of each."""
    start = begun(pack, nl, kind)
    steps = [step.id for step in pack.sheet(kind)]

    class Skipping(Person):
        def ask(self, question, draft=None):  # type: ignore[no-untyped-def]
            given = super().ask(question, draft)
            if question.step:
                raise SkipStep
            return given

    person = Skipping(TITLE)
    done = run(start.flow, start.case, person, lambda _: None)
    asked = [one.step for one in person.questions if one.step]
    assert asked == [one for one in steps if one in asked]
    assert finished(start, done).finished == DAY
    assert [one.value for one in finished(start, done).answers if one.value is not None] == []


# --- Looking over


def test_review(flow: Flow, case: Case) -> None:
    """It lists every answer with its question, after being done, and asks the chosen one again."""
    case = answered(flow, case, PLAN)
    review = flow.review(case)
    assert [one.id for one in review.options] == [FINISH, *PLAN]
    assert "moeder" in review.label("action-1.who")
    assert "vrijdag 4 december 2026" in review.label("action-1.by")
    assert the(flow, case, "action-1.goal").label("goal-1") in review.label("action-1.goal")
    person = Person({}, {REVIEW: ["action-1.who", FINISH], "action-1.who": ["oma"]})
    done = run(flow, case, person, lambda _: None)
    assert person.asked == [REVIEW, "action-1.who", REVIEW]
    assert values(flow, done) == {**PLAN, "action-1.who": "oma"}


def test_review_of_what_is_there(flow: Flow, case: Case) -> None:
    """It lists no question that was not answered, and none about what was taken away."""
    case = answered(flow, case, PLAN, {"action-1.what": None, "procedure": "no"})
    there = {one.id for one in flow.review(case).options}
    assert {"action-1.what", "procedure"} <= there
    assert there.isdisjoint({"action-1.who", "procedure-what"})
    assert [one.id for one in flow.review(begun_anew(case)).options] == [FINISH, "title", "situation"]


def begun_anew(case: Case) -> Case:
    """Give the case with a plan in which nothing was answered."""
    assert case.plan is not None
    return case.with_sitting(case.plan.model_copy(update={"answers": ()}))


# --- All that could be asked


@pytest.mark.parametrize("kind", KINDS)
def test_catalogue(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It knows all that could ever be asked, of as many things as can be named, and no grid."""
    start = begun(pack, nl, kind)
    there = start.flow.catalogue(start.case)
    fields = [one for step in pack.sheet(kind) for one in step.fields if one.id != "table"]
    counts = {one.per: most(one.per) for one in fields if one.per}
    wanted = {one.id for one in fields if not one.per} | {
        f"{one.per}-{number}.{one.id}" for one in fields if one.per for number in (1, counts[one.per])
    }
    assert wanted <= {*there}
    assert {"title", "situation"} <= {*there}
    assert len(there) == 2 + len([one for one in fields if not one.per]) + sum(
        counts[one.per] for one in fields if one.per
    )
    assert [one for one in there.values() if one.grid] == []


@pytest.mark.parametrize("kind", KINDS)
def test_outline(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It gives all there is to fill in, about two of each kind of thing, whatever it waits for."""
    start = begun(pack, nl, kind)
    outline = [one.id for one in start.flow.outline(start.case)]
    fields = [one for step in pack.sheet(kind) for one in step.fields if one.id != "table"]
    plain = {one.id for one in fields if not one.per}
    several = {f"{one.per}-{number}.{one.id}" for one in fields if one.per for number in (1, 2)}
    intake = set() if kind == "look_back" else {"title", "situation"}
    assert {*outline} == plain | several | intake
    assert len(outline) == len({*outline})


def test_outline_of_more(flow: Flow, case: Case) -> None:
    """It gives what was named before too, where that is more."""
    case = answered(flow, case, {f"goal-{number}.what": "x" for number in (1, 2, 3)})
    assert "goal-3.goal-seen" in [one.id for one in flow.outline(case)]


def test_pack_of_somebody_else(pack: Pack, nl: Wording) -> None:
    """It asks what a pack of somebody else asks, and keeps what was answered to what it does not ask."""
    start = begun(pack, nl, "plan")
    case = answered(start.flow, start.case, PLAN)
    small = other(pack, plan=tuple(step for step in pack.plan if step.id != "actions"))
    flow = PlanFlow(small, nl, "plan", DAY)
    assert "action-1.what" not in ids(flow, case)
    assert values(flow, answered(flow, case, {"rhythm": "week"}))["action-1.what"] == "Bellen met de huisbaas"
    assert next_question(flow, case) is None


def test_pack_without_a_sheet(pack: Pack, nl: Wording) -> None:
    """It asks about the case alone where a pack has nothing to ask."""
    start = begun(other(pack, plan=()), nl, "plan")
    assert ids(start.flow, start.case) == ["title", "situation"]


# --- Beside each other


def test_exceptions_beside_each_other(pack: Pack, nl: Wording) -> None:
    """It leaves the other exceptions of a case alone."""
    case = excepted(pack, nl, {"asked": "Een."})
    start = Sheets(pack, nl, DAY).justification(case)
    done = start.flow.finish(answered(start.flow, start.case, {"asked": "Twee."}))
    assert [(one.id, one.text("asked")) for one in done.justifications] == [
        ("justification-1", "Een."),
        ("justification-2", "Twee."),
    ]


def test_answers_of_another_kind(pack: Pack, nl: Wording) -> None:
    """It keeps answers with one id apart for each sheet: who made it together is asked in each."""
    start = looking_back(pack, nl, {"with": "toen", "family-heard": "said"})
    case = answered(start.flow, start.case, {"with": "nu"})
    assert case.justifications[0].text("with") == "toen"
    assert values(start.flow, case) == {**TITLE, "with": "nu"}
