"""What a report knows of a weighing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from doorbraak_cli.domain.text import Source
from doorbraak_cli.reports import weighing_facts as facts
from doorbraak_cli.reports import weighing_reading as reading
from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts

from .conftest import DAY, answer
from .weighings import CELL, TWO_MEMBERS, TWO_OPTIONS, everything, facts_of, mark, said, weighing, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.case import Answer, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.reports.sheet_facts import ThingFacts
    from doorbraak_cli.reports.weighing_facts import CellFacts, WeighingFacts

    from .weighings import Given


def states(told: WeighingFacts) -> dict[str, str]:
    return {step.id: step.state for step in told.steps}


def cell(told: WeighingFacts, cell_id: str) -> CellFacts:
    option, value, term = cell_id.split(".")
    row = next(one for one in told.rows if one.option == option)
    return next(one for one in row.cells if (one.value, one.term) == (value, term))


def things(told: WeighingFacts, step_id: str) -> dict[str, ThingFacts]:
    step = told.step(step_id)
    assert step is not None
    return {one.id: one for one in step.things}


def aside(told: WeighingFacts) -> list[str]:
    return [one.id for one in told.aside]


# --- The weighing as a whole


def test_what_it_is(pack: Pack) -> None:
    """It gives when and how deep was weighed, with whom, and what it took the place of."""
    of = weighing(
        pack,
        answer("with", "een collega"),
        number=2,
        depth="short",
        started=date(2026, 3, 1),
        finished=None,
        later=True,
    )
    told = reading.weighing_facts(of, pack, "nl")
    assert (told.id, told.started, told.finished, told.pack) == ("weighing-2", date(2026, 3, 1), None, pack.ref)
    assert (told.depth, told.together) == ("short", TextFacts(text="een collega"))
    assert (told.supersedes, told.superseded_by) == ("weighing-1", "weighing-3")


def test_nothing_yet(pack: Pack) -> None:
    """It gives the facts of a weighing that was only just begun, in which nothing was said."""
    of = weighing(pack, finished=None).model_copy(update={"answers": ()})
    told = reading.weighing_facts(of, pack, "nl")
    assert (told.depth, told.together, told.danger, told.chosen, told.chosen_name) == ("", TextFacts(), "", "", "")
    assert (told.leaves_danger, told.only_coercive, told.look_back, told.shared) == (False, False, None, ())
    assert "told" not in states(told).values()
    assert [row.option for row in told.rows] == ["nothing"]


@pytest.mark.parametrize("typed", ["9-12-2026", "9 december 2026", "2026-12-09"])
def test_look_back(pack: Pack, typed: str) -> None:
    """It gives the day on which it is looked at again."""
    told = facts_of(pack, answer("choice", "nothing"), answer("look-back", typed))
    assert told.look_back == date(2026, 12, 9)


def test_look_back_that_is_no_day(pack: Pack) -> None:
    """It keeps what was typed where that is no day."""
    told = facts_of(pack, answer("look-back", "na de zomer"))
    assert told.look_back is None
    assert told.field("look-back") == FieldFacts(
        id="look-back", asked="Gevraagd bij look-back?", kind="day", said="text", text="na de zomer"
    )


def test_shared(pack: Pack) -> None:
    """It gives what the family may read, and nothing where nobody said so or somebody was only choosing."""
    assert facts_of(pack, answer("share", ("danger", "member-1"))).shared == ("danger", "member-1")
    assert facts_of(pack, answer("share", None)).shared == ()
    assert facts_of(pack, answer("share", ("danger",), draft=True)).shared == ()


def test_step_or_field_that_is_not_there(pack: Pack) -> None:
    """It gives nothing for a step or a field it does not know, or that was not asked."""
    told = facts_of(pack, answer("danger", "no"))
    assert (told.step("oud"), told.field("oud"), told.field("measure")) == (None, None, None)
    assert told.field("danger") is not None


def test_says(pack: Pack) -> None:
    """It tells whether something was said, which skipping is not."""
    told = facts_of(pack, answer("danger", "yes"), answer("danger-whom", None))
    assert [told.says(name) for name in ("danger", "danger-whom", "measure")] == [True, False, False]


# --- Steps


def test_everything_told(pack: Pack) -> None:
    """It tells every step of a weighing in which all was answered, in the order of the pack, with nothing aside."""
    told = facts_of(pack, *whole(pack).values())
    assert [step.id for step in told.steps] == [step.id for step in pack.weighing]
    assert set(states(told).values()) == {"told"}
    assert told.aside == ()


def test_short(pack: Pack) -> None:
    """It tells what is no part of a short weighing from what was not asked yet."""
    told = states(facts_of(pack, answer("danger", "no"), depth="short", finished=None))
    assert told.pop("danger") == "told"
    assert told.pop("since") == "not-in-depth"
    assert told == {
        step.id: "open" if step.short else "not-in-depth"
        for step in pack.weighing
        if step.id not in ("danger", "since")
    }


def test_short_one_that_was_deeper(pack: Pack) -> None:
    """It still tells what was answered before the weighing was made short."""
    assert states(facts_of(pack, answer("cause", "Zo."), depth="short"))["understanding"] == "told"


@pytest.mark.parametrize("finished", [None, DAY])
def test_skipped(pack: Pack, finished: date | None) -> None:
    """It tells a step in which all was skipped from one that was not asked, until the weighing is finished."""
    given = {"stepped-in": None, "held-back": None, "differ": None, "member-1.role": None}
    told = states(facts_of(pack, *said(given), finished=finished))
    assert (told["premortems"], told["members"]) == ("skipped", "skipped")
    assert told["contradiction"] == ("skipped" if finished else "open")
    assert told["since"] == "not-in-depth"


def test_earlier_choice_looked_back_on(pack: Pack) -> None:
    """It tells that looking back on an earlier choice was skipped where it was asked."""
    assert states(facts_of(pack, answer("seen-done", None)))["since"] == "skipped"
    assert states(facts_of(pack, answer("seen-done", "Alles.")))["since"] == "told"


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({"table": "finish"}, "skipped"),
        ({CELL: None}, "skipped"),
        ({CELL: "Rust."}, "told"),
        ({CELL: None, f"{CELL}.find-out": "Vragen."}, "told"),
        ({"option-9.safety.short": "Van een optie die weg is."}, "skipped"),
    ],
)
def test_table(pack: Pack, given: Mapping[str, Value | None], state: str) -> None:
    """It tells the table where there is something in a cell of an option that is there."""
    assert states(facts_of(pack, *said({**TWO_OPTIONS, **given})))["table"] == state


# --- Fields


def test_words(pack: Pack) -> None:
    """It gives a choice as it reads in the language of the report, whatever it was answered in."""
    of = weighing(pack, *said({**TWO_OPTIONS, "danger": "unknown", "choice": "option-2"}))
    dutch, english = (reading.weighing_facts(of, pack, lang) for lang in ("nl", "en"))
    assert dutch.field("danger") == FieldFacts(
        id="danger", asked="Gevraagd bij danger?", said="word", word="unknown", label="weten we niet"
    )
    assert (english.danger, (english.field("danger") or dutch).model_dump()["label"]) == ("unknown", "we don't know")
    assert [row.name for row in english.rows] == ["Do nothing or wait", "Hotel", "Naar oma"]
    chosen = english.field("choice")
    assert chosen is not None
    assert (chosen.word, chosen.label, english.chosen_name) == ("option-2", "Naar oma", "Naar oma")


def test_ticked(pack: Pack) -> None:
    """It gives the members that were ticked by what they are called."""
    told = facts_of(pack, *said({**TWO_MEMBERS, "about": ("member-1", "member-2")})).field("about")
    assert told is not None
    assert (told.said, told.word, told.label) == ("word", "member-1, member-2", "moeder; oudste kind")


@pytest.mark.parametrize("left", [("member-1", "member-2"), ("member-1",), ()])
def test_ticked_who_is_gone(pack: Pack, left: tuple[str, ...]) -> None:
    """It leaves out who was ticked and then taken away: an id says nothing, and its number is nobody's."""
    roles = {f"{member}.role": mark(member) for member in left}
    told = facts_of(pack, *said({**roles, "member-3.role": None, "about": (*left, "member-3")}))
    everything_told = [*(field for step in told.steps for field in step.fields), *told.aside]
    shown = [one.label or one.text for one in everything_told if one.id == "about"]
    assert shown in (["; ".join(map(mark, left))], [] if not left else None)


def test_nobody_ticked(pack: Pack) -> None:
    """It takes ticking nobody for saying nothing."""
    told = facts_of(pack, *said({**TWO_MEMBERS, "about": ()})).field("about")
    assert told is not None
    assert told.said == "skipped"


def test_what_is_no_answer(pack: Pack) -> None:
    """It leaves out what steers a weighing and says nothing about it: the table's cell and what is shared."""
    told = facts_of(pack, *whole(pack, "danger").values(), answer("table", "finish"))
    shown = [field.id for step in told.steps for field in step.fields]
    assert shown
    assert not {"table", "share", "depth", "with"} & {*shown, *aside(told)}


# --- The first thought


@pytest.mark.parametrize(
    ("choice", "finished", "there"),
    [
        ((), None, False),
        ((answer("choice", None),), None, False),
        ((answer("choice", "nothing", draft=True),), None, False),
        ((answer("choice", "nothing"),), None, True),
        ((answer("choice", "nothing"),), DAY, True),
        ((answer("choice", None),), DAY, False),
        ((), DAY, False),
    ],
)
def test_first_thought(pack: Pack, choice: tuple[Answer, ...], finished: date | None, there: bool) -> None:
    """It knows the first thought once there is a choice, and not before: else it is nowhere."""
    told = facts_of(pack, answer("thought", "Weg hier"), *choice, finished=finished)
    assert (told.field("thought") is not None) is there
    assert ("Weg hier" in told.model_dump_json()) is there


# --- Things


def test_things(pack: Pack) -> None:
    """It gives what was named by what it is called, what is always there first, with what was said of it."""
    given = {**TWO_OPTIONS, "option-1.force": "coercive", "nothing.fit": "Niet.", "foundation-1.what": "Vervoer"}
    told = facts_of(pack, *said({**given, "housing.state": "in-order"}))
    options, foundation = things(told, "options"), things(told, "foundation")
    assert [one.name.text for one in options.values()] == ["Niets doen of afwachten", "Hotel", "Naar oma"]
    assert [one.id for one in foundation.values()] == ["housing", "income", "debts", "foundation-1"]
    assert [(one.id, one.label) for one in options["option-1"].fields] == [("option-1.force", "gedwongen maatregel")]
    assert [one.text for one in options["nothing"].fields] == ["Niet."]
    assert options["option-2"].fields == ()


def test_thing_taken_away(pack: Pack) -> None:
    """It no longer gives what was taken away as one of them, and keeps what was said of it aside."""
    given = {**TWO_MEMBERS, "member-1.role": None, "member-1.heard": "said", "member-1.perspective": "Rust."}
    told = facts_of(pack, *said(given))
    assert [*things(told, "members")] == ["member-2"]
    assert aside(told) == ["member-1.heard", "member-1.perspective"]


def test_half_a_name(pack: Pack) -> None:
    """It gives a name somebody is still typing as what it is, and one that is being changed as it was."""
    given = (answer("member-1.role", "moe", draft=True),)
    (member,) = things(facts_of(pack, *given, answer("differ", "x")), "members").values()
    assert member.name == TextFacts(text="moe", draft=True)
    given = (answer("member-1.role", "moe", draft=True, confirmed="moeder"),)
    (member,) = things(facts_of(pack, *given), "members").values()
    assert member.name == TextFacts(text="moeder", check=True)


def test_not_asked_of_it(pack: Pack) -> None:
    """It does not give what is not asked of doing nothing, and keeps it aside where it stands there all the same."""
    told = facts_of(pack, *said({**TWO_OPTIONS, "nothing.force": "coercive", "nothing.fit": "Niet."}))
    assert [one.id for one in things(told, "options")["nothing"].fields] == ["nothing.fit"]
    assert aside(told) == ["nothing.force"]


def test_options_for_one_person(pack: Pack) -> None:
    """It gives what an option comes down to for a family of one as well."""
    given = {**TWO_OPTIONS, "member-1.role": "moeder", "option-1.about": "Een kamer.", "about": ("member-1",)}
    told = facts_of(pack, *said(given))
    assert [one.text for one in things(told, "options")["option-1"].fields] == ["Een kamer."]
    assert aside(told) == ["about"]


@pytest.mark.parametrize(
    ("given", "only"),
    [
        ({}, False),
        ({"option-1.what": "Weg"}, False),
        ({"option-1.what": "Weg", "option-1.force": "coercive"}, True),
        ({"option-1.what": "Weg", "option-1.force": None}, False),
        ({**TWO_OPTIONS, "option-1.force": "coercive", "option-2.force": "coercive"}, True),
        ({**TWO_OPTIONS, "option-1.force": "coercive", "option-2.force": "voluntary"}, False),
        ({**TWO_OPTIONS, "option-1.force": "voluntary", "option-2.what": None, "option-2.force": "coercive"}, False),
        ({**TWO_OPTIONS, "option-1.force": "coercive"}, False),
    ],
)
def test_only_coercive(pack: Pack, given: Mapping[str, Value | None], only: bool) -> None:
    """It tells whether all options that were named are compulsory; doing nothing is no alternative to them."""
    assert facts_of(pack, *said(given)).only_coercive is only


# --- The table


def test_cells(pack: Pack) -> None:
    """It gives six cells per option, also those in which nothing stands."""
    told = facts_of(pack, *said({**TWO_OPTIONS, CELL: "Veilig."}))
    assert [row.option for row in told.rows] == ["nothing", "option-1", "option-2"]
    assert [[(one.value, one.term) for one in row.cells] for row in told.rows] == [
        [(value, term) for value in ("safety", "livelihood", "development") for term in ("short", "long")]
    ] * 3
    assert cell(told, CELL) == facts.CellFacts(value="safety", term="short", effect=TextFacts(text="Veilig."))
    assert cell(told, "option-2.development.long") == facts.CellFacts(value="development", term="long")


def test_cell(pack: Pack) -> None:
    """It gives with a cell whether danger stays, and for whom it differs and how."""
    given = {
        **TWO_MEMBERS, **TWO_OPTIONS,
        CELL: "Veilig.",
        f"{CELL}.stays": "unknown",
        f"{CELL}.differs": ("member-2", "member-1", "member-7"),
        f"{CELL}.how.member-2": "Mist thuis.",
    }  # fmt: skip
    told = cell(facts_of(pack, *said(given)), CELL)
    assert told.stays is not None
    assert (told.stays.word, told.stays.label) == ("unknown", "weten we niet")
    assert told.differs == (
        facts.DifferenceFacts(member="member-2", name="oudste kind", how=TextFacts(text="Mist thuis.")),
        facts.DifferenceFacts(member="member-1", name="moeder", how=TextFacts()),
    )


def test_unknown_cell(pack: Pack) -> None:
    """It gives how to find out only where it is not known what an option does; else that is aside."""
    ways = {f"{CELL}.find-out": "Bellen."}
    unknown = facts_of(pack, *said({**TWO_OPTIONS, CELL: None, **ways}))
    known = facts_of(pack, *said({**TWO_OPTIONS, CELL: "Veilig.", **ways}))
    assert (cell(unknown, CELL).effect.text, cell(unknown, CELL).find_out.text) == ("", "Bellen.")
    assert (cell(known, CELL).effect.text, cell(known, CELL).find_out.text) == ("Veilig.", "")
    assert (aside(unknown), aside(known)) == ([], [f"{CELL}.find-out"])


def test_emptied_cell(pack: Pack) -> None:
    """It keeps aside what was said about a cell that was emptied after that."""
    given: Given = {
        CELL: None,
        f"{CELL}.stays": "yes",
        f"{CELL}.differs": ("member-1",),
        f"{CELL}.how.member-1": "Anders.",
    }
    told = facts_of(pack, *said({**TWO_MEMBERS, **TWO_OPTIONS, **given}))
    assert cell(told, CELL) == facts.CellFacts(value="safety", term="short")
    assert aside(told) == [f"{CELL}.stays", f"{CELL}.how.member-1"]


def test_no_longer_different(pack: Pack) -> None:
    """It keeps aside how it was different for somebody for whom it no longer is."""
    given: Given = {CELL: "Veilig.", f"{CELL}.differs": (), f"{CELL}.how.member-1": "Anders."}
    told = facts_of(pack, *said({**TWO_MEMBERS, **TWO_OPTIONS, **given}))
    assert cell(told, CELL).differs == ()
    assert aside(told) == [f"{CELL}.how.member-1"]


def test_rest(pack: Pack) -> None:
    """It tells of which option the rest was left, and why where somebody said so."""
    told = facts_of(pack, *said({**TWO_OPTIONS, "option-1.rest": "Kan niet.", "option-2.rest": None}))
    assert [(row.left, row.rest.text) for row in told.rows] == [(False, ""), (True, "Kan niet."), (True, "")]


@pytest.mark.parametrize(
    ("given", "leaves"),
    [
        ({}, False),
        ({"choice": None}, False),
        ({"choice": "option-1"}, True),
        ({"choice": "option-1", CELL: "Veilig."}, True),
        ({"choice": "option-1", CELL: "Veilig.", f"{CELL}.stays": "yes"}, True),
        ({"choice": "option-1", CELL: "Veilig.", f"{CELL}.stays": "unknown"}, True),
        ({"choice": "option-1", CELL: "Veilig.", f"{CELL}.stays": "no"}, False),
        ({"choice": "option-2", CELL: "Veilig.", f"{CELL}.stays": "no"}, True),
    ],
)
def test_leaves_danger(pack: Pack, given: Mapping[str, Value | None], leaves: bool) -> None:
    """It tells whether the option that was chosen was not held against safety now, or danger is not ruled out."""
    assert facts_of(pack, *said({**TWO_OPTIONS, **given})).leaves_danger is leaves


def test_chosen_option_that_is_gone(pack: Pack) -> None:
    """It no longer takes an option that was taken away for the choice."""
    told = facts_of(pack, *said({**TWO_OPTIONS, "choice": "option-2", "option-2.what": None}))
    assert (told.chosen, told.chosen_name, told.leaves_danger) == ("", "", False)


# --- What doesn't count any more


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({"danger": "no", "measure": "Weg.", "sign-1.what": "Huilde."}, ["measure", "sign-1.what"]),
        ({"danger": "yes", "danger-basis": "Gezien."}, ["danger-basis"]),
        ({"choice": None, "because": "Daarom."}, ["because"]),
        ({"choice": "nothing", "waits": "Tijd."}, ["waits"]),
        ({"measure": None, "danger": "no"}, []),
        ({"oud": "Een vraag die weg is."}, ["oud"]),
        ({"oud": None}, []),
    ],
)
def test_aside(pack: Pack, given: Mapping[str, Value | None], left: list[str]) -> None:
    """It keeps aside what was said and is not asked any more, and nothing that was skipped."""
    assert aside(facts_of(pack, *said(given))) == left


def test_aside_keeps_what_is_half(pack: Pack) -> None:
    """It keeps aside a text that was never finished, marked as that."""
    told = facts_of(pack, answer("danger", "no"), answer("measure", "We ga", draft=True))
    (left,) = told.aside
    assert (left.id, left.text, left.draft) == ("measure", "We ga", True)


def test_aside_in_words(pack: Pack) -> None:
    """It gives a choice that is aside by what it reads, never by its id: a file may hold one in another language."""
    given = {
        **TWO_MEMBERS, "danger": "no", "sign-1.what": "Huilde.", "sign-1.kind": "opinion",
        "member-2.role": None, "about": ("member-1",), "member-2.heard": "not-asked",
    }  # fmt: skip
    left = {one.id: one.label or one.text for one in facts_of(pack, *said(given)).aside}
    assert left == {
        "sign-1.what": "Huilde.",
        "sign-1.kind": "mening",
        "about": "moeder",
        "member-2.heard": "niet gevraagd",
    }


def test_every_answer_once(pack: Pack) -> None:
    """It gives every answer in one place, also where one was given to all that could ever be asked."""
    answers = everything(pack)
    told = facts_of(pack, *answers.values()).model_dump()
    shown = [one["id"] for one in _dicts(told) if "asked" in one]
    assert len(shown) == len(set(shown)) > 80


def _dicts(value: Any) -> list[dict[str, Any]]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    here = [value] if isinstance(value, dict) else []
    return [*here, *(one for each in inside for one in _dicts(each))]


def test_no_numbers() -> None:
    """It knows no number at all: nothing to count, to rank or to add up."""
    models = [one for one in vars(facts).values() if isinstance(one, type) and issubclass(one, BaseModel)]
    fields = [field for model in models if model is not Source for field in model.model_fields.values()]
    assert len(fields) > 30
    assert not [field for field in fields if field.annotation in (int, float)]
