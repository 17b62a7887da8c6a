"""What stands in a sheet, beside its steps; what a weighing adds to that is in test_weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.domain import filled
from doorbraak_cli.domain.case import Answer
from doorbraak_cli.domain.filled import AT_MOST, MORE, Filled, named, numbered, touched
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.sheet import HEADS, SheetStep

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.sheet import Per, SheetField, SheetKind

TEXT = {"nl": "Tekst", "en": "Text"}


def said(given: dict[str, Value | None]) -> dict[str, Answer]:
    """Give answers by id; None is skipped."""
    return {
        name: Answer(id=name, asked="?", status="skipped" if value is None else "answered", value=value)
        for name, value in given.items()
    }


def field(name: str, per: str | None = None, **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": "line", "text": TEXT, "per": per, **more}


def step(name: str, *fields: dict[str, Any]) -> SheetStep:
    data = {"id": name, "title": TEXT, "text": TEXT, "why": TEXT, "minutes": 1, "fields": fields}
    return SheetStep.from_data(data)


WORDS = [{"id": "core", "text": {"nl": "kern", "en": "core"}}, {"id": "missing", "text": TEXT}]
HOUSE = {"id": "housing", "text": {"nl": "Wonen", "en": "Housing"}}
STEPS = (
    step("who", field("with"), field("role", "party"), field("bond", "party")),
    step(
        "places",
        field("place", "party", kind="choice", options=WORDS),
        field("how", "party", when={"place": ["missing"], "with": ["answered"]}),
    ),
    step("contact", field("contact", kind="choice", of="party"), field("needed", kind="choices", of="party")),
    step("goals", field("what", "goal", fixed=[HOUSE]), field("for", "goal", kind="choice", of="goal")),
    step("stuck", field("on", kind="choice", of="bottleneck")),
)


@pytest.fixture
def small(pack: Pack) -> Pack:
    """Give a pack with a small network."""
    return Pack.model_validate({**dict(pack), "network": STEPS})


def the(name: str) -> SheetField:
    return next(one for each in STEPS for one in each.fields if one.id == name)


@pytest.mark.parametrize(("per", "most"), [("party", 300), ("action", 60), ("goal", 15), ("member", 15)])
def test_most(per: Per, most: int) -> None:
    """It has room for a network of hundreds and a plan of dozens of actions, and fifteen of all else."""
    assert filled.most(per) == most
    heads = {f"{numbered(per, n)}.{HEADS[per]}": "x" for n in range(1, most + 2)}
    assert [len(found(said({**heads}), per)) for found in (named, touched)] == [most, most]
    assert MORE.get(per, AT_MOST) == most


@pytest.mark.parametrize(
    ("thing", "number"), [("party-1", 1), ("party-300", 300), ("look-back-2", 2), ("justification-12", 12)]
)
def test_number(thing: str, number: int) -> None:
    """It reads the number in an id, and writes it back."""
    assert filled.number_of(thing) == number
    assert numbered(thing.rpartition("-")[0], number) == thing


@pytest.mark.parametrize(
    ("per", "head"),
    [
        ("party", "party-2.role"), ("goal", "goal-2.what"), ("action", "action-2.what"), ("stuck", "stuck-2.what"),
        ("handover", "handover-2.what"), ("cost", "cost-2.what"), ("continuing", "continuing-2.what"),
        ("alternative", "alternative-2.what"), ("spent", "spent-2.what"),
    ],
)  # fmt: skip
def test_head(per: Per, head: str) -> None:
    """It names things by their head: somebody in a network by the role, all else by what it is."""
    assert filled.head(numbered(per, 2), per) == head
    assert named(said({head: "x"}), per) == (f"{per}-2",)


def test_steps_of_a_kind(pack: Pack) -> None:
    """It goes by the steps of the sheet it is."""
    kinds: tuple[SheetKind, ...] = ("network", "plan", "justification", "look_back")
    assert [Filled(pack, "nl", {}, kind=kind).steps for kind in kinds] == [
        pack.network, pack.plan, pack.justification, pack.look_back,
    ]  # fmt: skip
    assert [one.id for one in Filled(pack, "nl", {}).steps] == [one.id for one in pack.network]


def test_fields_of_all_steps(small: Pack) -> None:
    """It gives the fields of all steps in their order."""
    assert [one.id for one in Filled(small, "nl", {}).fields][:4] == ["with", "role", "bond", "place"]


def test_text(small: Pack) -> None:
    """It gives what stands, and nothing for what was never confirmed or is not there."""
    answers = said({"with": "ons", "contact": "party-1"})
    answers["goal-1.what"] = Answer(id="goal-1.what", asked="?", status="draft", value="Rus")
    there = Filled(small, "nl", answers)
    assert [there.text(one) for one in ("with", "contact", "goal-1.what", "party-9.role")] == ["ons", "party-1", "", ""]


def test_own_choices(small: Pack) -> None:
    """It gives the words of a field in the language asked for."""
    assert Filled(small, "en", {}).choices(the("place")) == {"core": "core", "missing": "Text"}
    assert Filled(small, "nl", {}).choices(the("place")) == {"core": "kern", "missing": "Tekst"}
    assert Filled(small, "nl", {}).choices(the("with")) == {}


@pytest.mark.parametrize("name", ["contact", "needed"])
def test_choices_of_who_was_named(small: Pack, name: str) -> None:
    """It lets somebody choose from who is in the network by now, and from nobody who was taken out of it."""
    answers = said({"party-1.role": "moeder", "party-2.role": None, "party-2.bond": "goed", "party-4.role": "de\nbuur"})
    assert Filled(small, "nl", answers).choices(the(name)) == {"party-1": "moeder", "party-4": "de buur"}
    assert Filled(small, "nl", {}).choices(the(name)) == {}


def test_choices_of_goals(small: Pack) -> None:
    """It lets somebody choose from the goals by now."""
    assert Filled(small, "nl", said({"goal-2.what": "Rust"})).choices(the("for")) == {"goal-2": "Rust"}


def test_choices_of_bottlenecks(small: Pack) -> None:
    """It lets somebody choose from the bottlenecks of the pack, by their titles."""
    there = Filled(small, "en", {}).choices(the("on"))
    assert there == {one.id: one.title.pick("en") for one in small.bottlenecks}
    assert len(there) > 5


def test_everything_that_could_be_chosen(small: Pack) -> None:
    """It gives with `every` also what has no name yet, by its id."""
    there = Filled(small, "nl", said({"party-1.role": "moeder"}), every=2)
    assert there.choices(the("contact")) == {"party-1": "moeder", "party-2": "party-2"}


def test_holds(small: Pack) -> None:
    """It asks a field about a thing once what it waits for was said of that thing, and of the whole."""
    answers = said({"with": "ons", "party-1.place": "missing", "party-2.place": "core", "place": "missing"})
    there = Filled(small, "nl", answers)
    assert [there.holds(the("how"), f"party-{n}.") for n in (1, 2, 3)] == [True, False, False]
    assert not Filled(small, "nl", {**answers, **said({"with": None})}).holds(the("how"), "party-1.")
    assert Filled(small, "nl", {}, every=1).holds(the("how"), "party-1.")
    assert there.holds(the("bond"), "party-9.")


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("with", (None, "with")),
        ("party-12.role", ("party", "role")),
        ("look-back", (None, "look-back")),
        ("housing.for", ("goal", "for")),
        ("goal-1.what", ("goal", "what")),
        ("hand-over-2.what", ("hand-over", "what")),
    ],
)
def test_asked_as(small: Pack, name: str, asked: tuple[str | None, str]) -> None:
    """It tells of an answer per what it was asked, also of what is always there, and which field that is."""
    assert Filled(small, "nl", {}).asked_as(name) == asked


def test_in_step(small: Pack) -> None:
    """It gives the answers in a step, and tells whether anything was said there or, with `every`, could be."""
    answers = said({"party-1.role": "moeder", "party-1.place": None, "needed": ("party-1",), "elsewhere": "x"})
    there = Filled(small, "nl", answers)
    assert {each.id: [one.id for one in there.in_step(each)] for each in STEPS} == {
        "who": ["party-1.role"], "places": ["party-1.place"], "contact": ["needed"], "goals": [], "stuck": [],
    }  # fmt: skip
    assert [each.id for each in STEPS if there.is_told(each)] == ["who", "contact"]
    assert all(Filled(small, "nl", {}, every=1).is_told(each) for each in STEPS)


def test_what_is_always_there(small: Pack) -> None:
    """It gives what is always there by id, as it reads."""
    assert Filled(small, "nl", {}).fixed == {"housing": "Wonen"}
    assert Filled(small, "en", {}).fixed == {"housing": "Housing"}
