"""What a report knows of a network, a plan, an exception and a look-back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example
from hypothesis import given as drawn
from hypothesis import strategies as st

from doorbraak_cli.domain import money
from doorbraak_cli.domain.sheet import SheetField
from doorbraak_cli.reports import sheet_reading
from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts
from doorbraak_cli.reports.sheet_facts import JustificationFacts, LookBackFacts, SumFacts

from .conftest import DAY, answer, pack_with, text
from .sheets import (
    HIDDEN,
    KINDS,
    TYPED_AMOUNT,
    everything,
    facts,
    facts_of,
    fields,
    is_head,
    said,
    sitting,
    thing,
    typed,
    whole,
    with_step,
)

if TYPE_CHECKING:
    from datetime import date

    from doorbraak_cli.domain.case import Answer, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.reports.sheet_facts import SheetFacts

    from .sheets import Given


def states(told: SheetFacts) -> dict[str, str]:
    return {step.id: step.state for step in told.steps}


def every_field(told: SheetFacts) -> list[FieldFacts]:
    fields = [one for step in told.steps for one in step.fields]
    return [*fields, *(one for step in told.steps for each in step.things for one in each.fields), *told.aside]


def sums(pack: Pack, given: Given) -> SumFacts:
    """Give what an exception costs."""
    told = facts("justification", pack, *said(given))
    assert isinstance(told, JustificationFacts)
    return told.costs


# --- A sheet as a whole


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_there(pack: Pack, kind: SheetKind) -> None:
    """It knows of no sheet where there is none."""
    assert facts_of(pack).sheets == ()
    assert sheet_reading.sheet_facts(None, kind, pack, "nl") is None


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_yet(pack: Pack, kind: SheetKind) -> None:
    """It gives a sheet that was only just begun: since when, on which content, and that all steps are still to come."""
    told = facts(kind, pack, finished=None)
    assert (told.started, told.finished, told.pack, told.aside) == (DAY, None, pack.ref, ())
    assert states(told) == {step.id: "open" for step in pack.sheet(kind)}
    assert every_field(told) == []


@pytest.mark.parametrize("kind", KINDS)
def test_everything_told(pack: Pack, kind: SheetKind) -> None:
    """It tells every step in which all was answered, in the order of the pack, and puts nothing aside."""
    told = facts(kind, pack, *whole(kind, pack, 4).values())
    assert [step.id for step in told.steps] == [step.id for step in pack.sheet(kind)]
    assert set(states(told).values()) == {"told"}
    assert told.aside == ()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_titles(pack: Pack, kind: SheetKind, lang: str) -> None:
    """It names steps and fields in the language of the report, whatever they were asked in."""
    (told,) = facts_of(pack, sitting(kind, pack, *whole(kind, pack).values()), lang=lang).sheets  # type: ignore[arg-type]
    assert [step.title for step in told.steps] == [step.title.pick(lang) for step in pack.sheet(kind)]
    labels = {name: field.label for name, _, field in fields(kind, pack)}
    assert [one.id for one in every_field(told) if (label := labels[one.id]) and one.name != label.pick(lang)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost(pack: Pack, kind: SheetKind) -> None:
    """It gives every answer somewhere and once, also to what is not asked beside the others."""
    answers = everything(kind, pack, 4)
    told = facts(kind, pack, *answers.values())
    given = [one.id for one in every_field(told)]
    named = [f"{each.id}.{name}" for step in told.steps for each in step.things for name in ("what", "role")]
    assert sorted(given) == sorted(name for name in answers if not is_head(name))
    assert [name for name in answers if is_head(name) and name not in named] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_of_another_pack(pack: Pack, kind: SheetKind) -> None:
    """It keeps aside what was answered where the content no longer asks anything of it, or has no such sheet."""
    answers = everything(kind, pack)
    for other in (pack_with(pack, **{kind: ()}), pack_with(pack, **{kind: pack.sheet(kind)[1:]})):
        told = facts(kind, other, *answers.values(), answer("oud", "Van vroeger."))
        named = {each.name.text for step in told.steps for each in step.things}
        there = {one.text for one in every_field(told)} | named
        assert there >= {*typed(answers).values(), "Van vroeger."}
        assert "oud" in [one.id for one in told.aside]


def test_which_exception(pack: Pack) -> None:
    """It knows exceptions and look-backs by their ids, and of which exception a look-back is."""
    sheets = [sitting("justification", pack, number=number) for number in (1, 2)]
    backs = [sitting("look_back", pack, number=number, of=f"justification-{of}") for number, of in ((1, 2), (2, 1))]
    told = facts_of(pack, *sheets, *backs)
    assert [one.id for one in told.justifications] == ["justification-1", "justification-2"]
    assert [(one.id, one.of) for one in told.look_backs] == [
        ("look-back-1", "justification-2"),
        ("look-back-2", "justification-1"),
    ]
    assert told.justification("justification-2") == told.justifications[1]
    assert told.justification("justification-3") is None


def test_step_or_field_that_is_not_there(pack: Pack) -> None:
    """It gives nothing for a step, field, word or thing that is not there or about which nothing was said."""
    told = facts(
        "plan", pack, *said({"with": None, "procedure": "yes", "action-1.what": "Bellen", "action-1.by": None})
    )
    assert (told.step("oud"), told.field("oud"), told.field("with"), told.word("rhythm")) == (None, None, None, "")
    assert (told.word("procedure"), told.things("goal")) == ("yes", ())
    (action,) = told.things("action")
    assert (action.field("by"), action.field("who"), action.word("status")) == (None, None, "")


# --- Steps


@pytest.mark.parametrize("finished", [None, DAY])
@pytest.mark.parametrize("kind", KINDS)
def test_skipped(pack: Pack, kind: SheetKind, finished: date | None) -> None:
    """It tells a step in which all was skipped from one that was not asked yet, until the sheet is finished."""
    last = pack.sheet(kind)[-1]
    first = last.fields[0]
    told = states(
        facts(kind, pack, answer(f"{first.per}-1.{first.id}" if first.per else first.id, None), finished=finished)
    )
    assert told.pop(last.id) == "skipped"
    always = {step.id for step in pack.sheet(kind) if any(not one.when for one in step.fields)}
    assert {state for name, state in told.items() if name in always} == {"skipped" if finished else "open"}


def test_step_that_does_not_apply(pack: Pack) -> None:
    """It never says that watching over safety was skipped where nobody has a statutory task outside the core team."""
    given: Given = {"party-1.role": "oma", "party-1.statutory": "no", "party-1.place": "background"}
    assert states(facts("network", pack, *said(given))).get("watching") != "skipped"


def test_step_that_applies(pack: Pack) -> None:
    """It says that watching over safety was skipped where somebody with a statutory task is in the background."""
    given: Given = {"party-1.role": "Veilig Thuis", "party-1.statutory": "yes", "party-1.place": "background"}
    assert states(facts("network", pack, *said(given)))["watching"] == "skipped"


def test_half_an_answer(pack: Pack) -> None:
    """It tells a step in which somebody is still typing, and marks what they typed."""
    told = facts("plan", pack, answer("rhythm", None), answer("evaluation-with", "Mar", draft=True), finished=None)
    assert states(told)["rhythm"] == "told"
    field = told.field("evaluation-with")
    assert field is not None
    assert (field.text, field.draft, field.check) == ("Mar", True, False)


def test_to_be_looked_at_again(pack: Pack) -> None:
    """It gives what stood before somebody began to change it, marked to be looked at."""
    given = answer("goal", "Half", draft=True, confirmed="Een sleutel.")
    field = facts("network", pack, given).field("goal")
    assert field is not None
    assert (field.text, field.draft, field.check) == ("Een sleutel.", False, True)


# --- Fields


def test_words(pack: Pack) -> None:
    """It gives a choice as it reads in the language of the report, by its id too."""
    of = sitting("network", pack, *said({"coordinator": "several", "at-table": "chair"}))
    dutch, english = (facts_of(pack, of, lang=lang).network for lang in ("nl", "en"))
    assert dutch is not None
    assert english is not None
    assert dutch.field("coordinator") == FieldFacts(
        id="coordinator", asked="Gevraagd bij coordinator?", name="Regisseur", said="word", word="several",
        label="meer dan één",
    )  # fmt: skip
    field = english.field("coordinator")
    assert field is not None
    assert (english.word("coordinator"), field.label, field.name) == ("several", "more than one", "Coordinator")


def test_day_and_amount(pack: Pack) -> None:
    """It gives days and amounts as they are kept, and tells that they are."""
    told = facts("justification", pack, *whole("justification", pack).values())
    day, amount = told.field("until"), thing(told, "cost-1").field("amount")
    assert day is not None
    assert amount is not None
    assert (day.kind, day.text) == ("day", "2026-12-09")
    assert (amount.kind, amount.text) == ("money", TYPED_AMOUNT)
    others = [one for one in every_field(told) if one.kind and not one.text.startswith(("2026-12-09", TYPED_AMOUNT))]
    assert others == []


def test_choice_of_things(pack: Pack) -> None:
    """It gives who was chosen by what they are called, also where that has a comma in it."""
    given: Given = {
        "party-1.role": "contactpersoon, woningcorporatie",
        "party-2.role": "oma",
        "coordinator": "one",
        "coordinator-who": "party-1",
        "needed": ("party-1", "party-2"),
    }
    told = facts("network", pack, *said(given))
    who, needed = told.field("coordinator-who"), told.field("needed")
    assert who is not None
    assert needed is not None
    assert (who.word, who.label) == ("party-1", "contactpersoon, woningcorporatie")
    assert (needed.word, needed.label) == ("party-1, party-2", "contactpersoon, woningcorporatie; oma")


def test_bottleneck(pack: Pack) -> None:
    """It gives a bottleneck by its title, and by its id where the pack no longer has it."""
    given: Given = {
        "stuck-1.what": "Huis",
        "stuck-1.bottleneck": "postcodebeginsel",
        "stuck-2.what": "Geld",
        "stuck-2.bottleneck": "oud-knelpunt",
    }
    told = facts("plan", pack, *said(given))
    found = pack.bottleneck("postcodebeginsel")
    assert found is not None
    labels = [told_of.label for one in told.things("stuck") if (told_of := one.field("bottleneck"))]
    assert labels == [found.title.pick("nl"), "oud-knelpunt"]


@pytest.mark.parametrize("left", [("party-1", "party-2"), ("party-1",), ()])
def test_ticked_who_is_gone(pack: Pack, left: tuple[str, ...]) -> None:
    """It leaves out who was ticked and then taken away: an id says nothing, and its number is nobody's."""
    roles: Given = {f"{party}.role": f"rol van {party}" for party in left}
    told = facts("network", pack, *said({**roles, "party-3.role": None, "needed": (*left, "party-3")}))
    shown = [one.label or one.text for one in every_field(told) if one.id == "needed" and one.said != "skipped"]
    assert shown == (["; ".join(f"rol van {party}" for party in left)] if left else [])


@pytest.mark.parametrize("others", [{}, {"party-1.role": "oma", "goal-1.what": "Een huis"}])
def test_chosen_who_is_gone(pack: Pack, others: Given) -> None:
    """It no longer gives who was chosen and then taken away, in no word, label or text."""
    network: Given = {"coordinator": "one", "coordinator-who": "party-4", "contact": "party-4", "party-4.role": None}
    plan: Given = {"action-1.what": "Bellen", "action-1.goal": "goal-4", "goal-4.what": None}
    for kind, given in (("network", network), ("plan", plan)):
        told = facts(kind, pack, *said({**others, **given}))  # type: ignore[arg-type]
        shown = [one.model_dump_json(include={"word", "label", "text"}) for one in every_field(told)]
        assert [one for one in shown if "-4" in one] == []


def test_what_is_no_answer(pack: Pack) -> None:
    """It leaves out what says nothing by itself: the grid's cell, and a list that became who it names."""
    told = facts("network", pack, *whole("network", pack).values(), *said(dict.fromkeys(HIDDEN, "finish")))
    shown = [one.id for one in every_field(told)]
    assert shown
    assert not {*HIDDEN} & {*shown}


def test_half_a_list(pack: Pack) -> None:
    """It gives a pasted list that did not become who it names yet: it stands nowhere else."""
    told = facts("network", pack, answer("list", "oma\nbuurman", draft=True), finished=None)
    assert [(one.text, one.draft) for one in every_field(told)] == [("oma\nbuurman", True)]


# --- Things


def test_things_over_steps(pack: Pack) -> None:
    """It gives with a thing all that was answered about it, in the steps after the one that names it too."""
    told = facts("network", pack, *whole("network", pack, 4).values())
    for step in told.steps:
        assert bool(step.things) is (step.id == "participants")
    second = thing(told, "party-2")
    assert [one.id.partition(".")[2] for one in second.fields] == [
        *(one.id for one in pack.sheet("network")[1].fields if one.per and one.id != "table"),
        "place",
        *(one.id for step in pack.sheet("network") if step.id == "watching" for one in step.fields),
    ]
    assert [bool(thing(told, f"party-{number}").field("watch")) for number in (1, 2, 3, 4)] == [
        False,
        True,
        False,
        True,
    ]


def test_things_of_one_kind(pack: Pack) -> None:
    """It keeps kinds of things in one step apart, in the order of their numbers, with numbers that were skipped."""
    given: Given = {
        "continuing-1.what": "Opvang",
        "cost-10.what": "Bed",
        "cost-2.what": "Huur",
        "cost-2.amount": "825.00",
    }
    told = facts("justification", pack, *said(given))
    assert [one.id for one in told.things("cost")] == ["cost-2", "cost-10"]
    assert [one.id for one in told.things("continuing")] == ["continuing-1"]
    assert [one.id for one in thing(told, "cost-2").fields] == ["cost-2.amount"]


def test_thing_taken_away(pack: Pack) -> None:
    """It no longer gives what was taken away as one of them, and keeps what was said of it aside."""
    given: Given = {"party-1.role": None, "party-1.safety": "Rust.", "party-1.place": "core", "party-2.role": "oma"}
    told = facts("network", pack, *said(given))
    assert [one.id for one in told.things("party")] == ["party-2"]
    assert [(one.id, one.label or one.text) for one in told.aside] == [
        ("party-1.safety", "Rust."),
        ("party-1.place", "kernteam"),
    ]


def test_half_a_name(pack: Pack) -> None:
    """It gives a name somebody is still typing as what it is, and one that is being changed as it was."""
    given = (answer("goal-1.what", "een h", draft=True),)
    assert thing(facts("plan", pack, *given), "goal-1").name == TextFacts(text="een h", draft=True)
    given = (answer("goal-1.what", "een h", draft=True, confirmed="een huis"),)
    assert thing(facts("plan", pack, *given), "goal-1").name == TextFacts(text="een huis", check=True)


def test_many_things(pack: Pack) -> None:
    """It gives every participant, also where there are three hundred."""
    given: Given = {f"party-{number}.role": f"rol {number}" for number in range(1, 301)}
    assert len(facts("network", pack, *said(given)).things("party")) == 300


def test_field_of_ones_own(pack: Pack) -> None:
    """It gives what a pack of one's own asks of a thing, in a step of its own or in ours, with the others."""
    own = SheetField(id="note", kind="text", per="action", label=text("Notitie"), text=text("Wat valt op?"))
    steps = pack.sheet("plan")
    there = next(one for one in steps if one.id == "actions")
    more = with_step(pack, "plan", "actions", fields=(*there.fields, own))
    last = steps[-1].model_copy(update={"id": "notes", "fields": (own,)})
    for other in (more, pack_with(pack, plan=(*steps, last))):
        told = facts("plan", other, *said({"action-1.what": "Bellen", "action-1.note": "Durft niet."}))
        field = thing(told, "action-1").field("note")
        assert field is not None
        assert (field.text, field.name) == ("Durft niet.", "Notitie")
        assert told.aside == ()


# --- What is not asked now


def test_aside(pack: Pack) -> None:
    """It keeps aside what was answered and is not asked now, as it reads, and not what was skipped."""
    given: Given = {
        "coordinator": "none",
        "coordinator-who": "party-1",
        "mandate": "partly",
        "money": None,
        "coordinator-lacks": "Een handtekening.",
        "party-1.role": "oma",
    }
    told = facts("network", pack, *said(given))
    assert [(one.id, one.label or one.text, one.name) for one in told.aside] == [
        ("coordinator-who", "oma", "Wie de regie heeft"),
        ("mandate", "voor een deel", "Mandaat"),
        ("coordinator-lacks", "Een handtekening.", "Wat nog ontbreekt"),
    ]


def test_aside_day_and_amount(pack: Pack) -> None:
    """It knows a day and an amount for what they are where they are not asked now too."""
    given: Given = {"decided": "not-yet", "decided-on": "2026-12-04", "cost-1.what": None, "cost-1.amount": "12.00"}
    told = facts("justification", pack, *said(given))
    assert sorted((one.id, one.kind) for one in told.aside) == [("cost-1.amount", "money"), ("decided-on", "day")]


# --- Sums


def cost(number: int, amount: Value | None, each: Value | None) -> Given:
    return {f"cost-{number}.what": f"Post {number}", f"cost-{number}.amount": amount, f"cost-{number}.each": each}


@pytest.mark.parametrize(
    ("amount", "each", "once", "yearly"),
    [
        ("390.00", "week", "", "20280.00"),
        ("825.00", "month", "", "9900.00"),
        ("84000.00", "year", "", "84000.00"),
        ("2500.00", "once", "2500.00", ""),
        ("0.01", "week", "", "0.52"),
        ("0.10", "month", "", "1.20"),
        ("0.00", "year", "", "0.00"),
        ("999999999999.99", "week", "", "51999999999999.48"),
    ],
)
def test_sum_of_one(pack: Pack, amount: str, each: str, once: str, yearly: str) -> None:
    """It counts a week fifty-two times a year, a month twelve times, a year once, and what is paid once apart."""
    assert sums(pack, cost(1, amount, each)) == SumFacts(once=once, yearly=yearly)


def test_sum_of_several(pack: Pack) -> None:
    """It adds up to the cent, what is paid once apart from the rest."""
    given = {
        **cost(1, "0.10", "month"),
        **cost(2, "0.20", "year"),
        **cost(3, "0.07", "week"),
        **cost(4, "19.99", "once"),
        **cost(5, "0.01", "once"),
    }
    assert sums(pack, given) == SumFacts(once="20.00", yearly="5.04")


def test_nothing_to_add(pack: Pack) -> None:
    """It has no sum, not even of nothing, where no amount was typed."""
    assert sums(pack, {}) == SumFacts()
    assert sums(pack, cost(1, None, "once")) == SumFacts(left=("cost-1",))


@pytest.mark.parametrize(
    ("amount", "each"),
    [
        (None, "month"),
        ("825.00", None),
        (None, None),
        ("ongeveer duizend", "month"),
        ("1,250", "month"),
        ("-5", "month"),
    ],
)
def test_left_out_of_the_sum(pack: Pack, amount: str | None, each: str | None) -> None:
    """It estimates nothing: it names what lacks an amount or how often, and counts it in neither sum."""
    given = {**cost(1, "10.00", "year"), **cost(2, amount, each)}
    assert sums(pack, given) == SumFacts(yearly="10.00", left=("cost-2",))


def test_how_often_nobody_knows(pack: Pack) -> None:
    """It does not count what comes back as often as only a pack of one's own knows: it names that too."""
    assert sums(pack, cost(1, "10.00", "quarter")) == SumFacts(left=("cost-1",))


def test_half_an_amount(pack: Pack) -> None:
    """It does not count an amount somebody is still typing; one that is being changed counts as it was."""
    half = [answer("cost-1.what", "Huur"), answer("cost-1.each", "year")]
    told = facts("justification", pack, *half, answer("cost-1.amount", "82", draft=True))
    assert isinstance(told, JustificationFacts)
    assert told.costs == SumFacts(left=("cost-1",))
    told = facts("justification", pack, *half, answer("cost-1.amount", "82", draft=True, confirmed="825.00"))
    assert isinstance(told, JustificationFacts)
    assert told.costs == SumFacts(yearly="825.00")


def test_sums_apart(pack: Pack) -> None:
    """It adds up apart what the exception costs, what going on costs, and what it really cost."""
    given: Given = {
        **cost(1, "10.00", "year"),
        "continuing-1.what": "Opvang",
        "continuing-1.amount": "20.00",
        "continuing-1.each": "once",
    }
    spent: Given = {"spent-1.what": "Huur", "spent-1.amount": "30.00", "spent-1.each": "month", "spent-2.what": "Bed"}
    told = facts_of(pack, sitting("justification", pack, *said(given)), sitting("look_back", pack, *said(spent)))
    (exception,), (back,) = told.justifications, told.look_backs
    assert (exception.costs, exception.continuing) == (SumFacts(yearly="10.00"), SumFacts(once="20.00"))
    assert isinstance(back, LookBackFacts)
    assert back.spent == SumFacts(yearly="360.00", left=("spent-2",))


AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)
TIMES = {"week": 52, "month": 12, "year": 1, "once": 0}


def test_sum_is_exact(pack: Pack) -> None:
    """It gives of any amounts exactly what they are together."""

    @drawn(st.lists(st.tuples(AMOUNTS, st.sampled_from([*TIMES])), max_size=15))
    @example([(Decimal("0.10"), "month")] * 3)
    def holds(typed_in: list[tuple[Decimal, str]]) -> None:
        given: dict[str, Value | None] = {}
        for number, (amount, each) in enumerate(typed_in, start=1):
            given |= cost(number, money.canonical(amount), each)
        told = sums(pack, given)
        cents = sum(int(amount * 100) * TIMES[each] for amount, each in typed_in)
        once = sum(int(amount * 100) for amount, each in typed_in if each == "once")
        assert (int(Decimal(told.yearly or 0) * 100), int(Decimal(told.once or 0) * 100)) == (cents, once)
        assert told.left == ()

    holds()


def test_gone_amount_does_not_count(pack: Pack) -> None:
    """It does not count the amount of what was taken away, and keeps it aside."""
    given = {**cost(1, "10.00", "year"), **cost(2, "5.00", "year"), "cost-2.what": None}
    told = facts("justification", pack, *said(given))
    assert isinstance(told, JustificationFacts)
    assert told.costs == SumFacts(yearly="10.00")
    assert [one.id for one in told.aside] == ["cost-2.amount", "cost-2.each"]


def test_answer_order(pack: Pack) -> None:
    """It gives the same facts whatever the order in which was answered, but for what is not asked now."""
    given: list[Answer] = [*whole("network", pack, 3).values()]
    assert facts("network", pack, *given) == facts("network", pack, *reversed(given))
