"""Which question comes next in a weighing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Answer, Card, Record, Weighing
from doorbraak_cli.domain.filled import AT_MOST
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.session import FINISH

from ..following import next_question
from .conftest import DAY, other
from .weighings import (
    CELL,
    FULL,
    SHORT,
    TWO_MEMBERS,
    TWO_OPTIONS,
    about,
    answered,
    begun,
    drafted,
    ids,
    marked,
    the,
    values,
)

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question
    from doorbraak_cli.flows.weighing import WeighingFlow

    from .weighings import Given

ONE_MEMBER: Given = {"member-1.role": "moeder", "member-2.role": None}
HEARD: Given = {"member-1.heard": "said", "member-2.heard": "estimated"}
CHOSEN: Given = {"choice": "option-1"}
SAFE: Given = {CELL: "Er is altijd iemand bij.", f"{CELL}.stays": "no"}
LEFT_ASIDE = ("title", "situation", "with", "depth", "table")


@pytest.fixture
def flow(pack: Pack, nl: Wording) -> WeighingFlow:
    return begun(pack, nl)[0]


@pytest.fixture
def case(pack: Pack, nl: Wording) -> Case:
    return begun(pack, nl)[1]


@pytest.fixture
def short(flow: WeighingFlow, case: Case) -> Case:
    """Give a case with a short weighing that was set up."""
    return answered(flow, case, SHORT)


@pytest.fixture
def full(flow: WeighingFlow, case: Case) -> Case:
    """Give a case with a full weighing that was set up."""
    return answered(flow, case, FULL)


def steps(flow: WeighingFlow, case: Case) -> list[str]:
    """Give the steps that are walked, in order."""
    return [*dict.fromkeys(one.step for one in flow.path(case) if one.step)]


def skipped(flow: WeighingFlow, case: Case) -> Case:
    """Give the case with all that is still asked left open on purpose."""
    while (question := next_question(flow, case)) is not None:
        case = answered(flow, case, {question.id: FINISH if question.grid else None})
    return case


def following(flow: WeighingFlow, case: Case) -> Question:
    question = next_question(flow, case)
    assert question is not None
    return question


# --- The walk


def test_set_up(flow: WeighingFlow, case: Case) -> None:
    """It asks about the case, with whom this is weighed and how deep, and nothing more before that is known."""
    assert ids(flow, case) == ["title", "situation", "with", "depth"]
    title, _, _, depth = flow.path(case)
    assert (title.required, depth.required, depth.needed) == (True, True, True)
    assert [one.id for one in depth.options] == ["short", "full"]


def test_depth_says_what_it_takes(flow: WeighingFlow, case: Case, pack: Pack) -> None:
    """It says of each depth how many steps that is and about how many minutes, in fives and never less."""
    for option in the(flow, case, "depth").options:
        walked = [one for one in pack.weighing if one.id != "since" and (one.short or option.id == "full")]
        minutes = sum(one.minutes for one in walked)
        told = [int(word) for word in option.label.split() if word.isdecimal()]
        assert told[0] == len(walked)
        assert told[1] % 5 == 0
        assert minutes <= told[1] < minutes + 5


def test_short_walk(flow: WeighingFlow, short: Case) -> None:
    """It walks danger, members, options, table and choice when there is little time."""
    assert steps(flow, short) == ["danger", "members", "options", "table", "choice"]


def test_full_walk(flow: WeighingFlow, full: Case) -> None:
    """It walks every step in order when there is time."""
    assert steps(flow, full) == [
        *("danger", "first-thought", "members", "foundation", "understanding", "options", "table", "premortems"),
        *("contradiction", "choice"),
    ]


def test_headings(flow: WeighingFlow, short: Case, full: Case, pack: Pack) -> None:
    """It says above every question of a step which of how many it is, and what it is called."""
    for case, total in ((short, 5), (full, 10)):
        for number, name in enumerate(steps(flow, case), start=1):
            title = next(one.title.pick("nl") for one in pack.weighing if one.id == name)
            heading = flow.say("sheet.heading", number=number, total=total, step=title)
            assert all(one.heading.startswith(heading) for one in flow.path(case) if one.step == name)


def test_first_question_of_a_step(flow: WeighingFlow, full: Case, pack: Pack) -> None:
    """It introduces a step above its first question, and above the table, and says why with every question."""
    for step in pack.weighing:
        asked = [one for one in flow.path(full) if one.step == step.id and not one.hub]
        intro = step.text.pick("nl")
        assert [one.lead.startswith(intro) for one in asked] == [at == 0 for at, _ in enumerate(asked)]
        assert {one.why for one in asked} <= {step.why.pick("nl")}


def test_helps(flow: WeighingFlow, full: Case, pack: Pack) -> None:
    """It shows with a step the recommendations and aids that go with it, as commands to open."""
    step = next(one for one in pack.weighing if one.recommendations and one.aids)
    told = " ".join(line for section in the(flow, full, step.fields[0].id).helps for line in section.short)
    assert all(name in told for name in step.recommendations)
    assert f"doorbraak aid {step.aids[0]}" in told


def test_links_that_are_gone(pack: Pack, nl: Wording) -> None:
    """It shows nothing for links to what somebody took out of the pack."""
    flow, case = begun(other(pack, recommendations=(), aids=()), nl)
    assert {one.helps for one in flow.path(answered(flow, case, FULL))} == {()}


def test_whole_short_walk(flow: WeighingFlow, short: Case) -> None:
    """It asks of a short weighing exactly what is in it."""
    case = answered(flow, short, {"danger": "no"}, TWO_MEMBERS, HEARD, TWO_OPTIONS)
    case = answered(flow, case, {"option-1.blocked": "no", "choice": None})
    told = ids(flow, case)
    cells = [one for one in told if the(flow, case, one).hub]
    member = ["role", "age", "heard", "perspective", "calm-heard"]
    option = ["what", "about", "force", "kind", "reversible", "fit", "blocked"]
    assert [one for one in told if one not in cells] == [
        *("title", "situation", "with", "depth", "danger", "danger-basis"),
        *(f"member-{n}.{name}" for n in (1, 2) for name in member),
        *("member-3.role", "differ", "empty-chair"),
        *(f"nothing.{name}" for name in ("about", "reversible", "fit")),
        *(f"option-{n}.{name}" for n in (1, 2) for name in option),
        *("option-3.what", "table", "choice", "waits", "look-back", "share"),
    ]
    assert len(cells) == 3 * 7


def test_other_language(pack: Pack, en: Wording) -> None:
    """It asks in the language it was begun in."""
    flow, case = begun(pack, en)
    case = answered(flow, case, FULL, TWO_MEMBERS, TWO_OPTIONS, {CELL: "Calm."})
    assert the(flow, case, "danger").text == pack.weighing[0].fields[0].text.en
    assert the(flow, case, "choice").options[0].label == "Do nothing or wait"
    assert the(flow, case, f"{CELL}.stays").text.startswith("Safety, short term: ")


# --- What came before


def chosen_before(pack: Pack, *answers: Answer) -> Weighing:
    return Weighing(id="weighing-1", started=DAY, finished=DAY, language="nl", pack=pack.ref, answers=answers)


def test_looks_back_on_an_earlier_choice(pack: Pack, nl: Wording) -> None:
    """It asks what came of it where something was chosen before, in the short walk too, and counts that step."""
    before = chosen_before(pack, Answer(id="choice", asked="?", value="option-1"))
    flow, case = begun(pack, nl, before)
    for depth, total in (("short", 6), ("full", 11)):
        there = answered(flow, case, {"depth": depth})
        assert steps(flow, there)[:2] == ["danger", "since"]
        assert ids(flow, there, "since") == ["seen-done", "seen-safety", "seen-livelihood", "seen-development"]
        assert the(flow, there, "seen-done").heading.startswith(nl("sheet.heading", number=2, total=total, step=""))


@pytest.mark.parametrize("answers", [(), (Answer(id="choice", asked="?", status="skipped"),)])
def test_nothing_to_look_back_on(pack: Pack, nl: Wording, answers: tuple[Answer, ...]) -> None:
    """It asks nothing about what came of it where nothing was chosen before."""
    flow, case = begun(pack, nl, chosen_before(pack, *answers))
    assert "since" not in steps(flow, answered(flow, case, {"depth": "full"}))


def test_no_look_back_before_the_depth_is_known(pack: Pack, nl: Wording) -> None:
    """It asks no step at all before it is known how deep this goes."""
    before = chosen_before(pack, Answer(id="choice", asked="?", value="option-1"))
    flow, case = begun(pack, nl, before)
    assert steps(flow, case) == []


def test_case_that_has_a_name(pack: Pack, nl: Wording) -> None:
    """It asks about the case itself only where that was not known before; what was given with it can be changed."""
    flow, case = begun(pack, nl)
    assert ids(flow, answered(flow, case, SHORT))[:2] == ["title", "situation"]
    later = case.with_sitting(Card(id="card-1", aid="a", started=DAY, language="nl", pack=pack.ref))
    assert ids(flow, later)[:2] == ["title", "situation"]
    named = later.model_copy(update={"intake": Record(answers=(Answer(id="title", asked="?", value="Duin"),))})
    assert ids(flow, named) == ["with", "depth"]


def test_about_the_case(flow: WeighingFlow, case: Case) -> None:
    """It keeps what the case is with the case, in one order whatever came first."""
    there = answered(flow, case, {"situation": "Zo.", "title": "Duin", "with": "collega"})
    assert [(one.id, one.value) for one in there.intake.answers] == [("title", "Duin"), ("situation", "Zo.")]
    assert [one.id for one in there.weighings[0].answers] == ["with"]
    assert values(flow, there) == {"title": "Duin", "situation": "Zo.", "with": "collega"}


def test_unknown_weighing(flow: WeighingFlow, case: Case) -> None:
    """It cannot walk through a weighing that is not there."""
    with pytest.raises(LookupError):
        flow.path(case.model_copy(update={"weighings": ()}))


# --- What must stop now


@pytest.mark.parametrize(
    ("danger", "follow_up"),
    [
        ("no", ["danger-basis"]),
        ("unknown", ["danger-whom", "sign-1.what", "danger-find-out"]),
        ("yes", ["danger-whom", "sign-1.what", "measure"]),
        (None, []),
    ],
)
def test_danger(flow: WeighingFlow, short: Case, danger: str | None, follow_up: list[str]) -> None:
    """It asks what the danger is and what is done about it, what it is not known from, or why there is none."""
    assert ids(flow, answered(flow, short, {"danger": danger}), "danger") == ["danger", *follow_up]


def test_where_to_turn(flow: WeighingFlow, short: Case, nl: Wording) -> None:
    """It says where to turn with the question whether there is danger and with that what is done about it."""
    case = answered(flow, short, {"danger": "yes", "measure": "Bellen."})
    assert [one.id for one in flow.path(case) if nl("weighing.turn-to") in one.lead] == ["danger", "measure"]
    assert "112" in the(flow, case, "danger").lead
    assert "0800-2000" in the(flow, case, "danger").lead


def test_signs(flow: WeighingFlow, short: Case) -> None:
    """It asks of every sign whether it is a fact and from whom it is known, and then for one more."""
    case = answered(flow, short, {"danger": "yes", "sign-1.what": "Ze huilde.", "sign-2.what": "Geen eten in huis."})
    assert ids(flow, case, "danger")[2:9] == [
        *("sign-1.what", "sign-1.kind", "sign-1.source", "sign-2.what", "sign-2.kind", "sign-2.source", "sign-3.what"),
    ]


def test_measure(flow: WeighingFlow, short: Case) -> None:
    """It asks who does it, when, and how it is watched, once there is a measure; without one only that is open."""
    case = answered(flow, short, {"danger": "yes", "measure": "Vanavond een hotel."})
    assert ids(flow, case, "danger")[-4:] == ["measure", "measure-who", "measure-when", "measure-watch"]
    assert ids(flow, answered(flow, case, {"measure": None}), "danger")[-1] == "measure"


# --- The first thought


def test_thought_is_sealed(flow: WeighingFlow, full: Case) -> None:
    """It asks the first thought once: as soon as it is given it is neither in the walk nor in the review."""
    assert ids(flow, full, "first-thought") == ["thought"]
    case = answered(flow, full, {"danger": None, "thought": "Uit huis."})
    assert "thought" not in ids(flow, case)
    assert "thought" not in [one.id for one in flow.review(case).options]
    assert "Uit huis." not in " ".join(one.label for one in flow.review(case).options)
    assert "first-thought" not in steps(flow, case)
    assert values(flow, case)["thought"] == "Uit huis."


def test_numbers_stay_once_it_is_sealed(flow: WeighingFlow, full: Case) -> None:
    """It counts the steps as before when the thought was put away."""
    before = the(flow, full, "member-1.role").heading
    assert the(flow, answered(flow, full, {"thought": "Uit huis."}), "member-1.role").heading == before


def test_thought_that_is_not_finished(flow: WeighingFlow, full: Case) -> None:
    """It asks the first thought again while it is being typed."""
    case = drafted(flow, answered(flow, full, {"danger": None}), "thought", "Uit hu")
    assert following(flow, case).id == "thought"


def test_thought_that_was_skipped(flow: WeighingFlow, full: Case) -> None:
    """It lets a thought that was left out be given later, as long as nothing was chosen."""
    case = answered(flow, full, {"thought": None})
    assert "thought" in ids(flow, case)
    assert "thought" in [one.id for one in flow.review(case).options]


@pytest.mark.parametrize("thought", [{}, {"thought": None}])
def test_no_first_thought_after_the_choice(flow: WeighingFlow, full: Case, thought: Given) -> None:
    """It never asks for a first thought once there is a choice: it would not be the first."""
    case = answered(flow, full, thought, TWO_OPTIONS, CHOSEN)
    assert "thought" not in ids(flow, case)
    assert "thought" in ids(flow, answered(flow, full, thought, {"choice": None}))


def test_thought_beside_the_choice(flow: WeighingFlow, full: Case) -> None:
    """It shows the first thought with the question what changed, and nowhere before; without one it asks nothing."""
    case = answered(flow, full, {"thought": "Uit huis."}, TWO_OPTIONS)
    assert not [one.id for one in flow.path(case) if "Uit huis." in one.lead]
    case = answered(flow, case, CHOSEN)
    assert [one.id for one in flow.path(case) if "Uit huis." in one.lead] == ["changed"]
    without = answered(flow, full, {"thought": None}, TWO_OPTIONS, CHOSEN)
    assert "changed" not in ids(flow, without)


def test_no_thought_in_the_short_walk(flow: WeighingFlow, short: Case) -> None:
    """It asks what changed in no short walk: there is no first thought in it."""
    case = answered(flow, short, TWO_OPTIONS, CHOSEN)
    assert not {"thought", "changed"} & {*ids(flow, case)}


# --- Who they are


@pytest.mark.parametrize(
    ("heard", "follow_up"),
    [
        ("said-alone", ["perspective", "calm-heard"]),
        ("said", ["perspective", "calm-heard"]),
        ("estimated", ["perspective", "calm-heard"]),
        ("not-asked", ["ask"]),
        (None, []),
    ],
)
def test_heard(flow: WeighingFlow, short: Case, heard: str | None, follow_up: list[str]) -> None:
    """It asks what somebody wants where that is known in any way, and else who is going to ask."""
    case = answered(flow, short, ONE_MEMBER, {"member-1.heard": heard})
    assert about(flow, case, "member-1") == ["role", "age", "heard", *follow_up]


@pytest.mark.parametrize(("heard", "asks"), [("said-alone", True), ("estimated", True), ("not-asked", False)])
def test_calm(flow: WeighingFlow, short: Case, heard: str, *, asks: bool) -> None:
    """It asks what calm means where that was said or estimated."""
    case = answered(flow, short, ONE_MEMBER, {"member-1.heard": "said", "member-1.calm-heard": heard})
    assert ("member-1.calm" in ids(flow, case)) is asks


def test_calm_is_heard_the_same_way(flow: WeighingFlow, short: Case) -> None:
    """It fills in that calm is known as what somebody wants is known, for each member by themselves."""
    case = answered(flow, short, TWO_MEMBERS, HEARD)
    assert the(flow, case, "member-1.calm-heard").preset == "said"
    assert the(flow, case, "member-2.calm-heard").preset == "estimated"


def test_members(flow: WeighingFlow, short: Case) -> None:
    """It asks about one member after the other until nobody is named any more, under what each is called."""
    assert about(flow, short, "member-1") == ["role"]
    case = answered(flow, short, {"member-1.role": "moeder"})
    assert ids(flow, case, "members")[:4] == ["member-1.role", "member-1.age", "member-1.heard", "member-2.role"]
    asked = the(flow, case, "member-1.age")
    assert asked.heading.endswith(" · moeder")
    assert asked.mark == "moeder:"
    assert "moeder" not in asked.text


def test_long_name_in_a_list(flow: WeighingFlow, short: Case) -> None:
    """It cuts a long name where it stands before a question in a list."""
    case = answered(flow, short, {"member-1.role": "de oudste zoon uit het eerste huwelijk"})
    assert the(flow, case, "member-1.age").mark == "de oudste zoon uit…:"


def test_where_members_differ(flow: WeighingFlow, full: Case) -> None:
    """It asks between whom it differs, and whom the picture covers, only where there is more than one member."""
    one = answered(flow, full, ONE_MEMBER)
    assert not {"differ", "about"} & {*ids(flow, one)}
    two = answered(flow, full, TWO_MEMBERS)
    assert {"differ", "about"} <= {*ids(flow, two)}
    assert [(one.id, one.label) for one in the(flow, two, "about").options] == [
        ("member-1", "moeder"),
        ("member-2", "oudste kind"),
    ]


def test_member_that_is_taken_away(flow: WeighingFlow, full: Case) -> None:
    """It asks nothing more about a member without a name, keeps what was said, and the others keep their ids."""
    case = answered(flow, full, TWO_MEMBERS, {"member-1.age": "adult"})
    case = answered(flow, case, {"member-1.role": None})
    assert about(flow, case, "member-1") == ["role"]
    assert about(flow, case, "member-2") == ["role", "age", "heard"]
    assert values(flow, case)["member-1.age"] == "adult"


def test_as_many_as_can_be(flow: WeighingFlow, short: Case) -> None:
    """It asks for no more members than can be told apart."""
    case = answered(flow, short, {f"member-{n}.role": f"kind {n}" for n in range(1, AT_MOST + 1)})
    assert [one for one in ids(flow, case) if one.endswith(".role")] == [
        f"member-{n}.role" for n in range(1, AT_MOST + 1)
    ]


# --- The foundation


def test_foundation(flow: WeighingFlow, full: Case) -> None:
    """It asks about housing, income and debts, and then for anything else, under its own name."""
    assert ids(flow, full, "foundation") == ["housing.state", "income.state", "debts.state", "foundation-1.what"]
    case = answered(flow, full, {"foundation-1.what": "Verblijf", "debts.state": "unknown", "income.state": None})
    assert ids(flow, case, "foundation") == [
        *("housing.state", "income.state", "debts.state", "debts.known", "foundation-1.what", "foundation-1.state"),
        "foundation-2.what",
    ]
    assert the(flow, case, "debts.known").heading.endswith(" · Schulden")
    assert the(flow, case, "foundation-1.state").heading.endswith(" · Verblijf")


# --- The options


def test_options(flow: WeighingFlow, short: Case) -> None:
    """It asks of doing nothing only what can be asked of it, and then for options by name."""
    case = answered(flow, short, TWO_MEMBERS, {"option-1.what": "Hotel"})
    assert about(flow, case, "nothing")[:3] == ["about", "reversible", "fit"]
    assert about(flow, case, "option-1")[:7] == [
        "what", "about", "force", "kind", "reversible", "fit", "blocked",
    ]  # fmt: skip
    assert ids(flow, case, "options")[-1] == "option-2.what"
    assert the(flow, case, "nothing.about").heading.endswith(" · Niets doen of afwachten")


@pytest.mark.parametrize("members", [{"member-1.role": None}, ONE_MEMBER, TWO_MEMBERS])
def test_every_option_is_told(flow: WeighingFlow, short: Case, members: Given) -> None:
    """It asks what each option comes down to and who does what, however many members there are."""
    case = answered(flow, short, members, TWO_OPTIONS)
    assert {"nothing.about", "option-1.about", "option-2.about"} <= {*ids(flow, case)}


@pytest.mark.parametrize("blocked", ["waiting-list", "rule", "money", "other"])
def test_blocked(flow: WeighingFlow, short: Case, blocked: str) -> None:
    """It asks what stands in the way and what could be made instead, where something does."""
    case = answered(flow, short, {"option-1.what": "Hotel", "option-1.blocked": blocked})
    assert about(flow, case, "option-1")[-9:-7] == ["blocks", "instead"]


@pytest.mark.parametrize("blocked", ["no", "unknown", None])
def test_not_blocked(flow: WeighingFlow, short: Case, blocked: str | None) -> None:
    """It asks no more where nothing stands in the way, or nobody knows."""
    case = answered(flow, short, {"option-1.what": "Hotel", "option-1.blocked": blocked})
    assert not {"blocks", "instead"} & {*about(flow, case, "option-1")}


def test_one_option_at_least(flow: WeighingFlow, short: Case) -> None:
    """It needs an option beside doing nothing, whichever number it has, and no more than that."""
    assert the(flow, short, "option-1.what").required
    one = answered(flow, short, {"option-1.what": "Hotel"})
    assert the(flow, one, "option-1.what").required
    assert not the(flow, one, "option-2.what").required
    two = answered(flow, short, TWO_OPTIONS)
    assert not the(flow, two, "option-1.what").required
    left = answered(flow, two, {"option-1.what": None})
    assert [the(flow, left, f"option-{n}.what").required for n in (1, 2, 3)] == [False, True, False]


COERCIVE: Given = {"option-1.what": "Uithuisplaatsing", "option-1.force": "coercive"}


def test_alternative_to_coercion(flow: WeighingFlow, short: Case, nl: Wording) -> None:
    """It needs an alternative beside a coercive measure, and says so; one that is not coercive will do."""
    alternative = the(flow, answered(flow, short, COERCIVE), "option-2.what")
    assert (alternative.required, alternative.needed) == (True, True)
    assert nl("weighing.alternative") in alternative.lead
    there = answered(flow, short, COERCIVE, {"option-2.what": "Hotel", "option-2.force": "voluntary"})
    assert not the(flow, there, "option-3.what").required
    assert nl("weighing.alternative") not in the(flow, there, "option-3.what").lead
    kept = the(flow, there, "option-2.what")
    assert (kept.required, kept.needed) == (True, True)


def test_two_coercive_measures(flow: WeighingFlow, short: Case) -> None:
    """It takes no coercive measure for the alternative to another, nor doing nothing."""
    case = answered(flow, short, COERCIVE, {"option-2.what": "Toezicht", "option-2.force": "coercive"})
    assert the(flow, case, "option-3.what").required


def test_option_that_turns_coercive(flow: WeighingFlow, short: Case) -> None:
    """It asks for an alternative too where an option turns out coercive after the list was closed."""
    closed: Given = {"option-1.what": "Uithuisplaatsing", "option-1.force": "voluntary", "option-2.what": None}
    walked = skipped(flow, answered(flow, short, closed))
    assert following(flow, answered(flow, walked, {"option-1.force": "coercive"})).id == "option-2.what"


# --- The choice


def test_what_can_be_chosen(flow: WeighingFlow, short: Case) -> None:
    """It lets every option be chosen that was named, doing nothing first, or none of them yet."""
    choice = the(flow, answered(flow, short, TWO_OPTIONS), "choice")
    assert (choice.form, choice.required) == (Form.CHOICE, False)
    assert [(one.id, one.label) for one in choice.options] == [
        ("nothing", "Niets doen of afwachten"),
        ("option-1", "Hotel"),
        ("option-2", "Naar oma"),
    ]


REASONS = ["because", "risk", "carried", "just", "doing", "otherwise", "change-mind", "decides"]
THRESHOLD = ["arrangements", "monitor"]


def test_chosen(flow: WeighingFlow, short: Case) -> None:
    """It asks for the reasons of a choice, and what is needed where there is none; when to look back either way."""
    case = answered(flow, short, TWO_OPTIONS, SAFE)
    assert ids(flow, answered(flow, case, CHOSEN), "choice") == ["choice", *REASONS, "look-back", "share"]
    assert ids(flow, answered(flow, case, {"choice": None}), "choice") == ["choice", "waits", "look-back", "share"]
    assert ids(flow, case, "choice") == ["choice", "look-back", "share"]


@pytest.mark.parametrize(
    "safety",
    [
        {},
        {CELL: None},
        {CELL: None, f"{CELL}.find-out": "School vragen"},
        {CELL: "Gaat wel."},
        {CELL: "Gaat wel.", f"{CELL}.stays": "yes"},
        {CELL: "Gaat wel.", f"{CELL}.stays": "unknown"},
        {CELL: "Gaat wel.", f"{CELL}.stays": None},
        {"option-2.safety.short": "Veilig.", "option-2.safety.short.stays": "no"},
    ],
)
def test_safety_is_a_threshold(flow: WeighingFlow, short: Case, safety: Given) -> None:
    """It asks for arrangements and who watches them where danger stays with the choice, or nobody ruled it out."""
    case = answered(flow, short, TWO_OPTIONS, safety, CHOSEN)
    assert ids(flow, case, "choice") == ["choice", "because", *THRESHOLD, *REASONS[1:], "look-back", "share"]


def test_threshold_was_passed(flow: WeighingFlow, short: Case) -> None:
    """It asks for no arrangements where the chosen option leaves no danger on the short term."""
    case = answered(flow, short, TWO_OPTIONS, SAFE, CHOSEN)
    assert not {*THRESHOLD} & {*ids(flow, case)}


def test_chosen_option_that_is_taken_away(flow: WeighingFlow, short: Case) -> None:
    """It asks for the choice again where the option that was chosen is taken away, and for no other option."""
    case = answered(flow, short, TWO_OPTIONS, CHOSEN)
    assert "choice" not in marked(flow, answered(flow, case, {"option-2.what": None}))
    assert "choice" not in marked(flow, answered(flow, case, {"option-1.what": "Pension"}))
    gone = answered(flow, case, {"option-1.what": None})
    assert "choice" in marked(flow, gone)
    assert [one.id for one in the(flow, gone, "choice").options] == ["nothing", "option-2"]
    assert marked(flow, answered(flow, gone, {"choice": "option-2"})).isdisjoint({"choice"})


DAYS = ["9-12-2026", "9 december 2026", "2026-12-09", "vrijdag", "over een half jaar", "", "  "]


@pytest.mark.parametrize("text", DAYS)
def test_look_back_on_a_day(flow: WeighingFlow, short: Case, nl: Wording, text: str) -> None:
    """It takes a day as people write it, or nothing."""
    assert the(flow, short, "look-back").refused(text, nl) == ""


@pytest.mark.parametrize("text", ["volgende week", "31-2-2027", "na de zomer"])
def test_look_back_on_no_day(flow: WeighingFlow, short: Case, nl: Wording, text: str) -> None:
    """It refuses what is no day, with how to write one, and nothing more."""
    assert the(flow, short, "look-back").refused(text, nl).strip() == nl("read.no-day")


def test_look_back_mended_by_hand(flow: WeighingFlow, short: Case) -> None:
    """It asks again for a day that somebody wrote into the file and that is none."""
    walked = skipped(flow, short)
    assert following(flow, answered(flow, walked, {"look-back": "ooit"})).id == "look-back"
    assert next_question(flow, answered(flow, walked, {"look-back": "9-12-2026"})) is None


TOLD: Given = {
    "danger": "no",
    "debts.state": "unknown",
    "goes-well": "School.",
    "nothing.about": "Wachten.",
    "held-back": "Het ging mis.",
    "against": "Te vroeg.",
    "choice": "nothing",
}
PARTS = ["danger", "member-1", "member-2", "foundation", "understanding", "options", "premortems", "contradiction"]


def test_what_can_be_shared(flow: WeighingFlow, full: Case) -> None:
    """It lets be chosen part by part, and for each member by themselves, what the family reads."""
    share = the(flow, answered(flow, full, TWO_MEMBERS, TOLD), "share")
    assert share.form is Form.CHOICES
    assert [one.id for one in share.options] == [*PARTS, "choice"]
    assert [one.label for one in share.options if one.id.startswith("member")] == [
        flow.say("weighing.words-of", name="moeder"),
        flow.say("weighing.words-of", name="oudste kind"),
    ]


@pytest.mark.parametrize("name", TOLD)
def test_nothing_to_share(flow: WeighingFlow, full: Case, name: str) -> None:
    """It offers no part in which nothing was said."""
    case = answered(flow, full, TWO_MEMBERS, TOLD)
    parts = [one.id for one in the(flow, case, "share").options]
    left = [one.id for one in the(flow, answered(flow, case, {name: None}), "share").options]
    assert len(left) == len(parts) - 1
    assert {*left} < {*parts}


def test_differences_are_shared_apart(flow: WeighingFlow, full: Case) -> None:
    """It lets where members differ be shared or not by itself, where that was told."""
    case = answered(flow, full, TWO_MEMBERS, TOLD, {"differ": "De een wil weg."})
    assert [one.id for one in the(flow, case, "share").options] == [*PARTS[:3], "differ", *PARTS[3:], "choice"]
    assert "differ" in (the(flow, case, "share").preset or ())
    apart = answered(flow, case, {"member-1.heard": "said-alone"})
    assert not {"differ", "member-1"} & {*(the(flow, apart, "share").preset or ())}


def test_shared_at_first(flow: WeighingFlow, full: Case) -> None:
    """It shares to begin with all but danger."""
    case = answered(flow, full, TWO_MEMBERS, HEARD, TOLD)
    assert the(flow, case, "share").preset == (*PARTS[1:], "choice")


@pytest.mark.parametrize("name", ["heard", "calm-heard"])
def test_what_was_said_apart(flow: WeighingFlow, full: Case, name: str) -> None:
    """It does not share to begin with what somebody said apart from the others."""
    case = answered(flow, full, TWO_MEMBERS, HEARD, {f"member-2.{name}": "said-alone"})
    preset = the(flow, case, "share").preset or ()
    assert "member-2" not in preset
    assert "member-1" in preset


# --- Changing one's mind


@pytest.mark.parametrize(
    ("given", "changed", "again"),
    [
        (
            {"danger": "yes", "danger-whom": "x", "sign-1.what": "Ze huilde.", "sign-1.kind": "fact", "measure": "x"},
            {"danger": "unknown"},
            {"danger-whom", "sign-1.what", "measure"},
        ),
        (
            {"danger": "yes", "measure": "Hotel.", "measure-who": "ik", "measure-when": "nu", "measure-watch": "Zo."},
            {"measure": "Naar oma."},
            {"measure-who", "measure-when", "measure-watch"},
        ),
        (
            {**HEARD, "member-1.perspective": "Rust.", "member-1.calm-heard": "said", "member-1.calm": "Slaap."},
            {"member-1.heard": "estimated"},
            {"member-1.perspective", "member-1.calm-heard", "member-1.calm"},
        ),
        ({"debts.state": "unknown", "debts.known": "?"}, {"debts.state": "in-order"}, {"debts.known"}),
        (
            {"option-1.blocked": "rule", "option-1.blocks": "x", "option-1.instead": "y", "option-2.blocked": "rule"},
            {"option-1.blocked": "money"},
            {"option-1.blocks", "option-1.instead"},
        ),
        (
            {CELL: "A.", f"{CELL}.stays": "no", f"{CELL}.differs": ("member-1",), f"{CELL}.how.member-1": "b"},
            {CELL: "B."},
            {f"{CELL}.stays", f"{CELL}.differs", f"{CELL}.how.member-1"},
        ),
        (
            {CELL: "A.", f"{CELL}.differs": ("member-1",), f"{CELL}.how.member-1": "b"},
            {f"{CELL}.differs": ("member-1", "member-2")},
            {f"{CELL}.how.member-1"},
        ),
        (
            {**CHOSEN, "because": "Zo.", "risk": "Zo.", "decides": "ik", "look-back": "9-12-2026"},
            {"choice": "option-2"},
            {"because", "risk", "decides"},
        ),
    ],
)  # fmt: skip
def test_what_leans_on_a_change(flow: WeighingFlow, full: Case, given: Given, changed: Given, again: set[str]) -> None:
    """It keeps all that was said, and has that looked at again which leans on what changed, and nothing else."""
    case = answered(flow, full, TWO_MEMBERS, TWO_OPTIONS, given)
    after = answered(flow, case, changed)
    assert values(flow, after) == {**values(flow, case), **changed}
    assert marked(flow, case) == set()
    assert marked(flow, after) == again


def test_same_answer_again(flow: WeighingFlow, full: Case) -> None:
    """It leaves the rest alone when an answer is confirmed."""
    case = answered(flow, full, TWO_MEMBERS, HEARD, {"member-1.perspective": "Rust."})
    assert answered(flow, case, HEARD) == case


def test_draft_changes_nothing_yet(flow: WeighingFlow, full: Case) -> None:
    """It keeps what was answered beside what is being typed over it, and marks what leans on it once that stands."""
    case = answered(flow, full, TWO_MEMBERS, TWO_OPTIONS, {CELL: "Rust.", f"{CELL}.stays": "no"})
    case = drafted(flow, case, CELL, "Onru")
    answer = flow.answers(case)[CELL]
    assert (answer.value, answer.stands, answer.open) == ("Onru", "Rust.", True)
    assert f"{CELL}.stays" in ids(flow, case)
    assert marked(flow, case) == set()
    assert marked(flow, answered(flow, case, {CELL: "Onrust."})) == {f"{CELL}.stays"}


# --- Looking it over, and what an answers file is held against


def test_order_of_the_steps(flow: WeighingFlow, full: Case) -> None:
    """It keeps answers in the order of the steps, whatever came first."""
    case = answered(flow, full, {"look-back": "9-12-2026", CELL: "Rust.", **TWO_OPTIONS, "danger": "no", **TWO_MEMBERS})
    assert [one.id for one in case.weighings[0].answers] == [
        *("with", "depth", "danger"),
        *("member-1.role", "member-2.role", "member-3.role", "option-1.what", "option-2.what", "option-3.what"),
        *(CELL, "look-back"),
    ]


def test_review(flow: WeighingFlow, full: Case, nl: Wording) -> None:
    """It lists every answer in words, finishing first, and the whole table as one line."""
    given: Given = {"danger": "unknown", CELL: "Rust.", f"{CELL}.stays": "no", "option-1.rest": "x", "table": FINISH}
    case = answered(flow, full, TWO_MEMBERS, TWO_OPTIONS, given, CHOSEN)
    options = {one.id: one.label for one in flow.review(case).options}
    assert [*options] == [
        *(FINISH, "title", "situation", "with", "depth", "danger", *TWO_MEMBERS, *TWO_OPTIONS, "table", "choice"),
    ]
    assert options["danger"].endswith("weten we niet")
    assert options["choice"].endswith("Hotel")
    assert options["with"].endswith(nl("answer.skipped"))
    assert options["table"].endswith(nl("weighing.table-done"))


def test_review_of_what_is_no_longer_asked(flow: WeighingFlow, full: Case) -> None:
    """It lists nothing that the other answers no longer call for, and keeps it."""
    case = answered(flow, full, {"danger": "no", "danger-basis": "Gezien."}, {"danger": "yes"})
    assert "danger-basis" not in [one.id for one in flow.review(case).options]
    assert values(flow, case)["danger-basis"] == "Gezien."


def test_finish(flow: WeighingFlow, full: Case) -> None:
    """It closes this weighing today."""
    assert flow.finish(full).weighings[0].finished == DAY


def test_deepening(flow: WeighingFlow, short: Case) -> None:
    """It asks of a short weighing that is deepened only what it lacks; all that stands stays."""
    walked = skipped(flow, answered(flow, short, TWO_MEMBERS, TWO_OPTIONS, SAFE))
    deeper = answered(flow, walked, {"depth": "full"})
    assert steps(flow, deeper) == steps(flow, answered(flow, short, {"depth": "full"}))
    assert values(flow, deeper) == {**values(flow, walked), "depth": "full"}
    assert marked(flow, deeper) == set()
    asked = []
    while (question := next_question(flow, deeper)) is not None:
        asked.append(question.step)
        deeper = answered(flow, deeper, {question.id: None})
    assert [*dict.fromkeys(asked)] == [
        "first-thought", "foundation", "understanding", "premortems", "contradiction",
    ]  # fmt: skip


def test_back_to_short(flow: WeighingFlow, full: Case) -> None:
    """It keeps what the short walk doesn't ask when somebody has less time after all."""
    case = answered(flow, full, {"cause": "Verlies."}, {"depth": "short"})
    assert "cause" not in ids(flow, case)
    assert values(flow, case)["cause"] == "Verlies."


def test_catalogue(flow: WeighingFlow, short: Case) -> None:
    """It knows all that could ever be asked, of as many as can be named, and of any depth; not the grid itself."""
    known = flow.catalogue(short)
    assert {
        *("title", "situation", "with", "depth", "thought", "seen-done", "measure-watch", "about", "waits", "changed"),
        *("sign-15.kind", "member-15.calm", "member-15.ask", "foundation-15.known", "debts.known"),
        *("nothing.about", "option-15.instead", "option-15.rest", "nothing.rest", f"{CELL}.stays", f"{CELL}.find-out"),
        *("option-15.development.long.how.member-15", "nothing.safety.long.differs", "look-back", "share"),
    } <= known.keys()
    assert (
        not {
            *(
                "table",
                "option-16.what",
                "nothing.what",
                "nothing.force",
                "nothing.blocked",
                "housing.what",
                f"{CELL}.",
            ),
            *("option-1.safety.long.stays", "option-1.livelihood.short.stays", "member-0.role"),
        }
        & known.keys()
    )
    assert all(name == question.id for name, question in known.items())


def test_catalogue_knows_the_path(flow: WeighingFlow, full: Case) -> None:
    """It knows every question that is asked, but for the grid."""
    given: Given = {"danger": "yes", "measure": "x", CELL: "Zo.", f"{CELL}.differs": ("member-2",)}
    case = answered(flow, full, TWO_MEMBERS, HEARD, TWO_OPTIONS, given, CHOSEN)
    assert {*ids(flow, case)} - {"table"} <= flow.catalogue(case).keys()


def test_outline(flow: WeighingFlow, case: Case, short: Case) -> None:
    """It shows all that could be asked in the walk, about two of each kind, without the grid; no step before that."""
    assert [one.id for one in flow.outline(case)] == ["title", "situation", "with", "depth"]
    told = [one.id for one in flow.outline(short)]
    assert {"danger-basis", "measure-watch", "member-2.ask", "option-2.instead", f"{CELL}.how.member-2"} <= {*told}
    assert not {"table", "member-3.role", "cause", "thought"} & {*told}
    assert told.index("member-2.role") < told.index("option-1.what") < told.index(CELL) < told.index("choice")
    assert len(told) == len({*told})


def test_places(flow: WeighingFlow, case: Case) -> None:
    """It says of everything asked of one of several which it is, in words that hold nothing of a case."""
    known = flow.catalogue(answered(flow, case, FULL, TWO_MEMBERS, TWO_OPTIONS))
    assert known["sign-3.what"].place == "signaal 3"
    assert known["member-1.age"].place == "gezinslid 1"
    assert known["foundation-2.state"].place == "basis 2"
    assert known["housing.state"].place == "Wonen"
    assert known["option-1.fit"].place == "optie 1"
    assert known[CELL].place == known[f"{CELL}.how.member-1"].place == "optie 1, veiligheid, korte termijn"
    assert known["nothing.development.long"].place == "Niets doen of afwachten, ontwikkeling, lange termijn"
    assert known["danger"].place == ""
    assert not [one for one in known.values() if "moeder" in one.place or "Hotel" in one.place]


def test_answers_of_a_person_who_skips_all(flow: WeighingFlow, short: Case) -> None:
    """It comes to an end when everything is skipped."""
    case = skipped(flow, short)
    assert {one.value for one in flow.answers(case).values() if one.status == "answered"} == {"Duin", "short", FINISH}
