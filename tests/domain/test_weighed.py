"""What stands in a weighing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.domain import filled
from doorbraak_cli.domain.case import Answer
from doorbraak_cli.domain.filled import AT_MOST, named, touched
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.sheet import SheetStep
from doorbraak_cli.domain.weighed import Cell, Weighed, cells_of, safety_is_open

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.sheet import SheetField


def said(**given: Value | None) -> dict[str, Answer]:
    """Give answers by id, in which "__" stands for a dot and "_" for a dash; None was skipped."""
    ids = {name: name.replace("__", ".").replace("_", "-") for name in given}
    return {ids[name]: answer(ids[name], value) for name, value in given.items()}


def answer(name: str, value: Value | None) -> Answer:
    return Answer(id=name, asked="?", status="skipped" if value is None else "answered", value=value)


def draft(name: str, value: Value, confirmed: Value | None = None) -> dict[str, Answer]:
    return {name: Answer(id=name, asked="?", status="draft", value=value, confirmed=confirmed)}


# --- What was named


def test_cells() -> None:
    """It gives six cells per option, value by value, the short term first, each under an id that says where it is."""
    assert [cell.id for cell in cells_of("option-1")] == [
        "option-1.safety.short",
        "option-1.safety.long",
        "option-1.livelihood.short",
        "option-1.livelihood.long",
        "option-1.development.short",
        "option-1.development.long",
    ]
    assert Cell("nothing", "safety", "long").id == "nothing.safety.long"


def test_named() -> None:
    """It gives what has a name, by number, whatever the order it was named in; not what was taken away."""
    answers = said(member_10__role="oma", member_2__role="kind", member_1__role=None, member_3__age="adult")
    assert named(answers, "member") == ("member-2", "member-10")
    assert named(answers, "option") == ()


def test_named_goes_by_what_stands() -> None:
    """It counts a name that is being typed over as the name it had, and one that was never confirmed as none."""
    answers = draft("sign-1.what", "Ze hui", "Ze huilde.") | draft("sign-2.what", "Er wa")
    assert named(answers, "sign") == ("sign-1",)
    assert filled.name_of(answers, "sign-1", "sign") == "Ze huilde."


def test_touched() -> None:
    """It gives what anything was answered about, with a name or without."""
    answers = said(option_2__what=None, option_1__about="Zo.", option_12__safety__short="Rust.", nothing__about="x")
    assert touched(answers, "option") == ("option-1", "option-2", "option-12")
    assert touched(answers, "foundation") == ()


def test_no_more_than_can_be_named() -> None:
    """It knows of no more than so many of a kind."""
    answers = {name: answer(name, "x") for n in (1, AT_MOST, AT_MOST + 1) for name in (f"option-{n}.what",)}
    assert named(answers, "option") == touched(answers, "option") == ("option-1", f"option-{AT_MOST}")


def test_name_on_one_line() -> None:
    """It gives a name of several lines, in a file mended by hand, on one; "" for what has none."""
    answers = said(option_1__what=" Hotel,\n met  eten\t", option_2__what="  \n")
    assert [filled.name_of(answers, f"option-{n}", "option") for n in (1, 2, 3)] == ["Hotel, met eten", "", ""]


def test_texts_and_ticks() -> None:
    """It tells texts from ticks, and gives nothing for what was skipped, was never confirmed, or is not there."""
    answers = said(a="tekst", b=("x", "y"), c=None) | draft("d", "half") | draft("e", ("z",), ("x",))
    assert [filled.text_of(answers, name) for name in "abcdef"] == ["tekst", "", "", "", "", ""]
    assert [filled.ticked(answers, name) for name in "abcdef"] == [(), ("x", "y"), (), (), ("x",), ()]


SHORT = "option_1__safety__short"


@pytest.mark.parametrize(
    ("given", "is_open"),
    [
        ({}, True),
        ({SHORT: None}, True),
        ({SHORT: None, f"{SHORT}__stays": "no"}, True),
        ({SHORT: "Veilig."}, True),
        ({SHORT: "Veilig.", f"{SHORT}__stays": None}, True),
        ({SHORT: "Veilig.", f"{SHORT}__stays": "yes"}, True),
        ({SHORT: "Veilig.", f"{SHORT}__stays": "unknown"}, True),
        ({SHORT: "Veilig.", f"{SHORT}__stays": "no"}, False),
        ({"nothing__safety__short": "Veilig.", "nothing__safety__short__stays": "no"}, True),
    ],
)
def test_safety_is_open(given: dict[str, Value | None], is_open: bool) -> None:
    """It takes safety for open until it was weighed on the short term and danger was ruled out, for this option."""
    assert safety_is_open(said(**given), "option-1") is is_open


# --- Beside the steps of a pack

TEXT = {"nl": "Tekst", "en": "Text"}
WAITING = {"nl": "Afwachten", "en": "Wait"}


def field(
    name: str, per: str | None = None, when: Mapping[str, list[str]] | None = None, **more: Any
) -> dict[str, Any]:
    return {"id": name, "kind": "line", "text": TEXT, "per": per, "when": when or {}, **more}


def step(name: str, *fields: dict[str, Any]) -> SheetStep:
    data = {"id": name, "title": TEXT, "text": TEXT, "why": TEXT, "minutes": 1, "fields": fields}
    return SheetStep.from_data(data)


STEPS = (
    step("danger", field("danger"), field("measure", when={"danger": ["yes"]})),
    step(
        "members",
        field("role", "member"),
        field("heard", "member"),
        field("ask", "member", {"heard": ["not-asked"], "danger": ["no"]}),
        field("differ"),
    ),
    step("understanding", field("thought"), field("about")),
    step(
        "options",
        field("what", "option", fixed=[{"id": "nothing", "text": WAITING}]),
        field("about", "option", {"about": ["answered"]}),
    ),
    step(
        "table",
        field("table"),
        field("effect", "cell"),
        field("find-out", "cell", {"effect": ["skipped"]}),
        field("differs", "cell", {"effect": ["answered"]}),
    ),
    step(
        "choice",
        field("choice"),
        field("waits", when={"choice": ["skipped"]}),
        field("because", when={"choice": ["answered", "skipped"]}),
        field("changed", when={"choice": ["answered"]}),
        field("arrangements", when={"choice": ["answered"]}),
        field("monitor", when={"choice": ["answered"]}),
    ),
)


@pytest.fixture
def small(pack: Pack) -> Pack:
    """Give a pack with a small weighing."""
    return Pack.model_validate({**dict(pack), "weighing": STEPS})


def asks(pack: Pack, answers: dict[str, Answer], name: str, prefix: str = "", every: int = 0) -> bool:
    """Tell whether a field is asked."""
    return Weighed(pack, "nl", answers, every).holds(the_field(name, prefix), prefix)


def the_field(name: str, prefix: str) -> SheetField:
    return next(one for each in STEPS for one in each.fields if one.id == name and bool(one.per) == bool(prefix))


def test_options(small: Pack) -> None:
    """It gives doing nothing first, in the language asked for, and then what was named, by number."""
    answers = said(option_3__what="Hotel", option_1__what="Verlenging", option_2__what=None)
    assert Weighed(small, "en", answers).options == {"nothing": "Wait", "option-1": "Verlenging", "option-3": "Hotel"}
    assert Weighed(small, "nl", {}).options == {"nothing": "Afwachten"}


def test_members(small: Pack) -> None:
    """It gives the members by what they are called, and nobody who has no name."""
    answers = said(member_2__role="kind\nvan negen", member_1__role=None, member_4__age="adult")
    assert Weighed(small, "nl", answers).members == {"member-2": "kind van negen"}


def test_room_for_one_more(small: Pack) -> None:
    """It gives what was named, what is missing in between, and one more that has no name yet."""
    answers = said(member_1__role="moeder", member_3__role="oma", member_5__age="adult")
    assert [*Weighed(small, "nl", answers).things("member")] == [
        ("member-1", "moeder"),
        ("member-2", ""),
        ("member-3", "oma"),
        ("member-4", ""),
    ]
    assert [*Weighed(small, "nl", {}).things("member")] == [("member-1", "")]


def test_no_more_room(small: Pack) -> None:
    """It has no room for one more where there are as many as can be."""
    answers = {f"option-{n}.what": answer(f"option-{n}.what", "x") for n in range(1, AT_MOST + 1)}
    assert len([*Weighed(small, "nl", answers).things("option")]) == AT_MOST
    assert len([*Weighed(small, "nl", answers, every=AT_MOST).things("option")]) == AT_MOST


def test_everything_that_could_be(small: Pack) -> None:
    """It gives so many of each kind, more where anything was said of more, by id where they have no name."""
    answers = said(member_1__role="moeder", option_3__about="x")
    every = Weighed(small, "nl", answers, every=2)
    assert every.members == {"member-1": "moeder", "member-2": "member-2"}
    assert [*every.options] == ["nothing", "option-1", "option-2", "option-3"]
    assert all(
        asks(small, {}, name, prefix, every=1)
        for name, prefix in [
            ("measure", ""), ("ask", "member-1."), ("differ", ""), ("changed", ""), ("waits", ""), ("arrangements", ""),
        ]
    )  # fmt: skip


def test_waits_for_an_answer(small: Pack) -> None:
    """It asks a field once one of the answers it waits for was given, and not before."""
    assert not asks(small, {}, "measure")
    assert asks(small, said(danger="yes"), "measure")
    assert not asks(small, said(danger="no"), "measure")
    assert not asks(small, said(danger=None), "measure")


def test_waits_for_any_answer_or_none(small: Pack) -> None:
    """It tells what was answered from what was left open on purpose, and either from what was not asked yet."""
    table = {"answered": said(choice="nothing"), "skipped": said(choice=None), "not yet": {}}
    assert [name for name, answers in table.items() if asks(small, answers, "waits")] == ["skipped"]
    assert [name for name, answers in table.items() if asks(small, answers, "because")] == ["answered", "skipped"]


def test_drafts_do_not_count(small: Pack) -> None:
    """It waits for what is typed to be confirmed, and holds on to what was confirmed before."""
    assert not asks(small, draft("choice", "nothing"), "because")
    assert asks(small, draft("choice", "option-1", "nothing"), "because")
    assert asks(small, draft("danger", "no", "yes"), "measure")
    assert not asks(small, draft("danger", "yes", "no"), "measure")


def test_waits_for_the_same_thing(small: Pack) -> None:
    """It looks at what was said of this member, and of the weighing as a whole where that is what it waits for."""
    answers = said(member_1__heard="not-asked", member_2__heard="said", danger="no", heard="not-asked")
    assert [asks(small, answers, "ask", f"member-{n}.") for n in (1, 2, 3)] == [True, False, False]
    assert not asks(small, {**answers, **said(danger="yes")}, "ask", "member-1.")


def test_ids_it_waits_for(small: Pack) -> None:
    """It names the answer of the thing itself, that of the whole where one id is asked of both, and the cell."""
    there = Weighed(small, "nl", {})
    assert there.meant("heard", "member-1.") == "member-1.heard"
    assert there.meant("danger", "member-1.") == "danger"
    assert there.meant("heard", "") == "heard"
    assert there.meant("about", "option-1.") == "about"
    assert there.meant("effect", "option-1.safety.short.") == "option-1.safety.short"


@pytest.mark.parametrize(("name", "prefix"), [("differ", ""), ("about", ""), ("differs", "nothing.safety.long.")])
def test_differences_between_members(small: Pack, name: str, prefix: str) -> None:
    """It asks for whom or between whom something differs only where there is more than one member."""
    cell = said(nothing__safety__long="Rust.")
    one = cell | said(member_1__role="moeder", member_2__role=None)
    assert not asks(small, cell, name, prefix)
    assert not asks(small, one, name, prefix)
    assert asks(small, one | said(member_2__role="kind"), name, prefix)


def test_what_changed(small: Pack) -> None:
    """It asks what changed only where there was a first thought."""
    chosen = said(choice="nothing")
    assert not asks(small, chosen, "changed")
    assert not asks(small, chosen | said(thought=None), "changed")
    assert not asks(small, said(thought="Weg."), "changed")
    assert asks(small, chosen | said(thought="Weg."), "changed")


@pytest.mark.parametrize("name", ["arrangements", "monitor"])
def test_threshold(small: Pack, name: str) -> None:
    """It asks for arrangements until the option that was chosen is safe, whatever another option is."""
    safe = said(option_1__what="Hotel", option_1__safety__short="Veilig.", option_1__safety__short__stays="no")
    assert not asks(small, safe, name)
    assert not asks(small, safe | said(choice="option-1"), name)
    assert asks(small, safe | said(choice="nothing"), name)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("danger", (None, "danger")),
        ("about", (None, "about")),
        ("member-1.role", ("member", "role")),
        ("option-12.about", ("option", "about")),
        ("nothing.about", ("option", "about")),
        ("option-1.rest", ("option", "rest")),
        ("option-1.safety.short", ("cell", "effect")),
        ("nothing.development.long.find-out", ("cell", "find-out")),
        ("option-1.safety.short.how.member-2", ("cell", "how")),
    ],
)
def test_asked_as(small: Pack, name: str, asked: tuple[str | None, str]) -> None:
    """It tells of every answer per what it was asked, and which field that is, also of what is always there."""
    assert Weighed(small, "nl", {}).asked_as(name) == asked


def test_in_step(small: Pack) -> None:
    """It gives the answers in a step, what was skipped among them, and tells whether anything was said."""
    answers = said(danger=None, about="Zo.", option_1__about="x", nothing__about=None, option_1__safety__short="Rust.")
    there = Weighed(small, "nl", answers)
    assert {each.id: [one.id for one in there.in_step(each)] for each in STEPS} == {
        "danger": ["danger"],
        "members": [],
        "understanding": ["about"],
        "options": ["option-1.about", "nothing.about"],
        "table": ["option-1.safety.short"],
        "choice": [],
    }
    assert [each.id for each in STEPS if there.is_told(each)] == ["understanding", "options", "table"]
    assert all(Weighed(small, "nl", {}, every=1).is_told(each) for each in STEPS)
