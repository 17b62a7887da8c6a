"""Who adds what: a list that is pasted, the grid, where each belongs, watching safety, and who coordinates."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Answer, Case
from doorbraak_cli.domain.filled import named
from doorbraak_cli.errors import Message
from doorbraak_cli.flows.network import LIST, NetworkFlow, Party, room_for_more, unlisted
from doorbraak_cli.flows.prompter import Back, Form, Paused, SkipStep
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.session import FINISH, REVIEW, run
from doorbraak_cli.flows.sheet_fields import StepFields
from doorbraak_cli.flows.sheet_grid import SheetGrid

from ..following import next_question
from .conftest import DAY, other
from .sheets import TITLE, begun
from .weighings import Person, about, answered, drafted, ids, marked, the, values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Grid, Question

    from .weighings import Given

TWO: Given = {"party-1.role": "moeder", "party-2.role": "school", "party-3.role": None}
COLUMNS = ["safety", "livelihood", "development", "statutory", "consult", "bond", "family-says"]
CELL = "party-2.safety"


@pytest.fixture
def flow(pack: Pack, nl: Wording) -> NetworkFlow:
    return NetworkFlow(pack, nl, "network", DAY)


@pytest.fixture
def case(pack: Pack, nl: Wording) -> Case:
    return begun(pack, nl, "network").case


@pytest.fixture
def two(flow: NetworkFlow, case: Case) -> Case:
    """Give a case with two people in the network."""
    return answered(flow, case, TITLE, {"with": None}, TWO)


def roles(flow: NetworkFlow, case: Case) -> list[str]:
    """Give who is in the network, in order."""
    answers = flow.answers(case)
    return [str(answers[f"{party}.role"].value) for party in named(answers, "party")]


def grid_of(question: Question) -> Grid:
    assert question.grid is not None
    return question.grid


# --- A list that is pasted


def pasted(flow: NetworkFlow, case: Case, text: str) -> Case:
    return answered(flow, case, {LIST: text})


@pytest.mark.parametrize("number", [1, 22, 300])
def test_pasted(flow: NetworkFlow, case: Case, number: int) -> None:
    """It takes everybody on a list into the network, in order, as many as there is room for."""
    names = [f"rol {n}" for n in range(1, number + 1)]
    assert the(flow, case, LIST).refused("\n".join(names), flow.say) == ""
    there = pasted(flow, case, "\n".join(names))
    assert roles(flow, there) == names
    assert LIST not in flow.answers(there)
    assert LIST not in ids(flow, there)
    assert [one.id for one in flow.path(there) if one.adds] == ([f"party-{number + 1}.role"] if number < 300 else [])


def test_pasted_too_many(flow: NetworkFlow, case: Case, nl: Wording) -> None:
    """It refuses a list that is too long, and says how long it is and for how many there is room; nothing of it."""
    text = "\n".join(f"rol {n}" for n in range(301))
    guard = the(flow, case, LIST).guard
    assert guard is not None
    assert guard.refusal(text) == Message("network.too-many", {"count": 301, "room": 300})
    assert "rol" not in the(flow, case, LIST).refused(text, nl).replace("kort de lijst in", "")
    assert guard.masked(text) == text


def test_pasted_with_blanks_and_doubles(flow: NetworkFlow, case: Case) -> None:
    """It leaves blank lines out, and keeps two people with one role apart."""
    there = pasted(flow, case, "\n\n - moeder \n\t\n* jeugdbeschermer\njeugdbeschermer;  ;school\n")
    assert roles(flow, there) == ["moeder", "jeugdbeschermer", "jeugdbeschermer", "school"]


def test_pasted_keeps_how_it_was_asked(flow: NetworkFlow, case: Case, pack: Pack) -> None:
    """It keeps with each role the question it answers, and puts it where that question stands."""
    there = pasted(flow, answered(flow, case, {"with": "ons", "goal": "Rust"}), "moeder\nschool")
    assert there.network is not None
    head = next(one for step in pack.network for one in step.fields if one.id == "role")
    answers = there.network.by_id()
    assert [*answers] == ["with", "party-1.role", "party-2.role", "goal"]
    assert answers["party-1.role"] == Answer(id="party-1.role", asked=head.text.pick("nl"), value="moeder")


def test_pasted_is_gone_on_with(flow: NetworkFlow, case: Case) -> None:
    """It asks after a list who else there is, and then what each adds."""
    person = Person(TITLE, {LIST: ["moeder\nschool"]})
    done = run(flow, case, person, lambda _: None)
    assert person.after(LIST)[:4] == ["party-3.role", "table", "party-1.place", "party-2.place"]
    assert roles(flow, done) == ["moeder", "school"]


def test_nobody_pastes(flow: NetworkFlow, case: Case) -> None:
    """It asks who is there one by one where no list is pasted, and lets a list be pasted later."""
    person = Person({**TITLE, "party-1.role": "moeder"}, {LIST: [None, "school\nwijkteam"], REVIEW: [LIST, FINISH]})
    done = run(flow, case, person, lambda _: None)
    assert person.after(LIST)[:2] == ["party-1.role", "party-2.role"]
    assert roles(flow, done) == ["moeder", "school", "wijkteam"]


def test_no_list_where_people_are(flow: NetworkFlow, case: Case) -> None:
    """It asks for no list where people are named already, unless somebody began to paste one."""
    there = answered(flow, case, TWO)
    assert LIST not in ids(flow, there)
    assert LIST in ids(flow, drafted(flow, there, LIST, "wijkteam"))


def test_list_that_is_finished_later(flow: NetworkFlow, case: Case) -> None:
    """It keeps a list as it is typed when somebody pauses, and takes in whom it names once it is finished."""
    saved = [case]
    with pytest.raises(Paused):
        run(flow, case, Person(TITLE, {LIST: [Paused("moeder\nscho")]}), saved.append)
    assert flow.answers(saved[-1])[LIST].value == "moeder\nscho"
    assert roles(flow, saved[-1]) == []
    person = Person({}, {LIST: ["moeder\nschool"]})
    done = run(flow, saved[-1], person, lambda _: None)
    assert person.seen[0] == (LIST, "moeder\nscho")
    assert roles(flow, done) == ["moeder", "school"]


def test_list_that_is_left_as_it_is(flow: NetworkFlow, case: Case) -> None:
    """It keeps half a list where somebody skips the rest of the step, and takes nobody in."""
    done = run(flow, case, Person(TITLE, {LIST: [SkipStep("moeder\nscho")]}), lambda _: None)
    assert flow.answers(done)[LIST].value == "moeder\nscho"
    assert roles(flow, done) == []


def test_pasted_after_somebody_was_taken_away(flow: NetworkFlow, case: Case) -> None:
    """It gives nobody on a list the place, and what was said, of somebody who is not in the network any more."""
    there = answered(flow, case, {"party-1.role": "moeder", "party-1.bond": "goed", "party-2.role": None, LIST: None})
    there = pasted(flow, answered(flow, there, {"party-1.role": None}), "school\nwijkteam")
    assert [(name, values(flow, there)[f"{name}.role"]) for name in named(flow.answers(there), "party")] == [
        ("party-3", "school"),
        ("party-4", "wijkteam"),
    ]
    assert values(flow, there)["party-1.bond"] == "goed"


@dataclass(frozen=True)
class LimitedFlow(NetworkFlow):
    """A network that ends where answers would be kept without end, so that a test need not wait for it."""

    kept: Iterator[int] = field(default_factory=count, compare=False)

    def with_parties(self, case: Case, parties: Iterable[Party], *, listed: bool = False) -> Case:
        assert next(self.kept) < 50, "keeps answers without end"
        return super().with_parties(case, parties, listed=listed)


@pytest.mark.parametrize("text", ["-", ";", "•", " - \n\n;"])
def test_list_of_nobody(pack: Pack, nl: Wording, case: Case, text: str) -> None:
    """It comes to an end where a list names nobody: it goes on, or says what is wrong, and does not ask for ever."""
    limited = LimitedFlow(pack, nl, "network", DAY)
    done, faults = play(limited, case, {**TITLE, LIST: text})
    assert roles(limited, done) == []
    assert [fault.answer_id for fault in faults] in ([], [LIST])


def test_list_in_a_file(flow: NetworkFlow, case: Case) -> None:
    """It takes in whom a list in an answers file names, with what else the file says about each, and who else."""
    given = {
        "title": "Duin", LIST: "moeder\nschool\n", CELL: "Ziet hem elke dag.", "party-2.place": "core",
        "party-3.role": "oma", "party-3.bond": "Zij past op.", "contact": "party-3",
    }  # fmt: skip
    done, faults = play(flow, case, given)
    assert faults == []
    assert roles(flow, done) == ["moeder", "school", "oma"]
    there = values(flow, done)
    assert {name: there[name] for name in (CELL, "party-2.place", "party-3.bond", "contact")} == {
        CELL: "Ziet hem elke dag.", "party-2.place": "core", "party-3.bond": "Zij past op.", "contact": "party-3",
    }  # fmt: skip


def test_list_beside_the_same_people_in_a_file(flow: NetworkFlow, case: Case) -> None:
    """It names who stands in a file twice, in a list and one by one, by where that is, and takes nobody in."""
    given = {"title": "Duin", LIST: "moeder\nschool", "party-1.role": "moeder", "party-3.role": "oma"}
    after, faults = play(flow, case, given)
    assert [(one.answer_id, one.message.key) for one in faults] == [("party-1.role", "answers.not-asked")]
    assert after == case


def test_list_that_is_too_long_in_a_file(flow: NetworkFlow, case: Case) -> None:
    """It refuses a list that is too long in a file too, with nothing of it in the fault, beside what else is wrong."""
    given = {"title": "Duin", LIST: "\n".join(f"rol {n}" for n in range(301)), "coordinator": "een"}
    _, faults = play(flow, case, given)
    assert [(one.answer_id, one.message.key) for one in faults] == [
        (LIST, "answers.refused"),
        ("coordinator", "answers.choice"),
    ]
    assert faults[0].message.values["reason"] == Message("network.too-many", {"count": 301, "room": 300})


# --- More people, from an import


def listed(*names: str) -> list[Party]:
    return [Party((("role", name),)) for name in names]


def test_unlisted(flow: NetworkFlow, two: Case) -> None:
    """It gives those who are not there yet: of a role as many as there are more of, however it is written."""
    there = flow.filled(flow.sitting(two))
    new = unlisted(listed("Moeder", "jeugdbeschermer", "school ", " School", "jeugdbeschermer"), there)
    assert [one.role for one in new] == ["jeugdbeschermer", " School", "jeugdbeschermer"]
    assert unlisted(listed("school", "MOEDER"), there) == []
    assert unlisted([], there) == []


def test_listed_again(flow: NetworkFlow, two: Case) -> None:
    """It finds nobody new in the list it took in before."""
    names = listed("oma", "school", "school")
    there = flow.with_parties(two, unlisted(names, flow.filled(flow.sitting(two))))
    assert roles(flow, there) == ["moeder", "school", "oma", "school"]
    assert unlisted(names, flow.filled(flow.sitting(there))) == []


def test_more_people(flow: NetworkFlow, two: Case) -> None:
    """It adds people with all that is known of them, and keeps what stood there."""
    told = (("role", "raad"), ("safety", "Kijkt mee."), ("statutory", "yes"))
    before = answered(flow, two, {CELL: "Ziet hem."})
    there = flow.with_parties(before, [Party(told)])
    assert roles(flow, there) == ["moeder", "school", "raad"]
    new = {"party-4.role": "raad", "party-4.safety": "Kijkt mee.", "party-4.statutory": "yes"}
    assert values(flow, there) == values(flow, before) | new
    assert marked(flow, there) == set()
    assert next_question(flow, there) == the(flow, there, "party-5.role")
    assert next_question(flow, answered(flow, there, {"party-5.role": None})) == the(
        flow, there, "party-4.statutory-what"
    )


def test_people_by_name(flow: NetworkFlow, two: Case) -> None:
    """It asks again, filled in, for somebody of whom a name stands where a role should."""
    there = flow.with_parties(two, [Party((("role", "S. de Vries"),), check=True), *listed("raad")])
    assert marked(flow, there) == {"party-4.role"}
    asked = next_question(flow, there)
    assert asked is not None
    assert (asked.id, values(flow, there)["party-4.role"]) == ("party-4.role", "S. de Vries")


def test_more_people_beside_half_a_list(flow: NetworkFlow, two: Case) -> None:
    """It does not lose a list that somebody began to paste where more people come from elsewhere."""
    there = flow.with_parties(drafted(flow, two, LIST, "wijkteam\nhuisar"), listed("raad"))
    answer = flow.answers(there).get(LIST)
    assert answer is not None
    assert answer.value == "wijkteam\nhuisar"


def test_room_for_more(flow: NetworkFlow, case: Case, two: Case) -> None:
    """It has room for three hundred, counted from the last who was ever named or of whom anything was said."""
    assert room_for_more({}) == 300
    assert room_for_more(flow.answers(two)) == 297
    assert room_for_more(flow.answers(answered(flow, case, {"party-300.bond": "x"}))) == 0
    later = pasted(flow, case, "\n".join(f"rol {n}" for n in range(299)))
    guard = the(flow, drafted(flow, later, LIST, "x"), LIST).guard
    assert guard is not None
    assert guard.refusal("een") is None
    assert guard.refusal("een\ntwee") == Message("network.too-many", {"count": 2, "room": 1})


def test_who_is_there_so_far(flow: NetworkFlow, case: Case, two: Case, nl: Wording) -> None:
    """It shows who is there above the question who else is, cut where they are many, and above no other."""
    names = nl("network.so-far", names="moeder; school")
    assert names in the(flow, two, "party-3.role").lead
    assert [one.id for one in flow.path(two) if names in one.lead] == ["party-3.role"]
    assert nl("network.so-far", names="") not in the(flow, case, "party-1.role").lead
    many = pasted(flow, case, "\n".join(f"iemand met een lange rol, nummer {n}" for n in range(200)))
    lead = the(flow, many, "party-201.role").lead
    assert lead.endswith("…")
    assert len(lead) < 300


# --- The grid


def test_grid(flow: NetworkFlow, two: Case, nl: Wording) -> None:
    """It lays out what each adds, row by row: the three values together, and then task and bond."""
    question = the(flow, two, "table")
    grid = grid_of(question)
    assert question.form is Form.GRID
    assert grid.rows == ("moeder", "school")
    assert grid.groups == (nl("sheet.adds"), nl("sheet.about"))
    assert grid.spans == (3, 4)
    assert [one.id for one in question.options] == [
        *(f"{party}.{name}" for party in ("party-1", "party-2") for name in COLUMNS),
        FINISH,
    ]
    assert question.options[-1].label == nl("sheet.table-done")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_columns(pack: Pack, nl: Wording, en: Wording, two: Case, lang: str) -> None:
    """It has a short name over every column, no two the same."""
    say = {"nl": nl, "en": en}[lang]
    columns = grid_of(the(NetworkFlow(pack, say, "network", DAY), two, "table")).columns
    step = next(one for one in pack.network if one.field("table"))
    fields = [step.field(name) for name in COLUMNS]
    assert columns == tuple(one.column.pick(say.lang) for one in fields if one and one.column)
    assert len({*columns}) == len(COLUMNS)
    assert [one for one in columns if len(one) > 8] == []


def test_no_grid_without_people(flow: NetworkFlow, case: Case) -> None:
    """It shows no grid while nobody is there."""
    assert ids(flow, case, "value") == []


def state(flow: NetworkFlow, case: Case, cell: str) -> tuple[str, str]:
    """Give what a cell shows, and what it holds."""
    option = next(one for one in the(flow, case, "table").options if one.id == cell)
    return option.label, option.detail


def test_states(flow: NetworkFlow, two: Case, nl: Wording) -> None:
    """It says of every cell in a short word how it is, and holds what was said."""
    empty, filled, check = nl("sheet.empty"), nl("sheet.filled"), nl("sheet.open")
    assert {state(flow, two, one.id) for one in the(flow, two, "table").options[:-1]} == {(empty, "")}
    text = "Ziet hem elke dag.\nBelt."
    assert state(flow, answered(flow, two, {CELL: text}), CELL) == (filled, text)
    assert state(flow, answered(flow, two, {CELL: None}), CELL) == (empty, "")
    assert state(flow, drafted(flow, two, CELL, "Ziet he"), CELL) == (check, "")
    said = answered(flow, two, {CELL: "Ziet hem."})
    assert state(flow, drafted(flow, said, CELL, "Ziet hem n"), CELL) == (check, "Ziet hem.")
    assert state(flow, said.with_sitting(flow.sitting(said).marked({CELL})), CELL) == (check, "Ziet hem.")


def test_state_of_a_choice(flow: NetworkFlow, two: Case) -> None:
    """It shows the start of what was chosen, and holds it in full; what a pack does not know any more as filled."""
    cell = "party-1.consult"
    for option in the(flow, two, cell).options:
        label, detail = state(flow, answered(flow, two, {cell: option.id}), cell)
        assert detail == option.label
        assert len(label) <= 8
        assert option.label.startswith(label.removesuffix("…"))
    assert state(flow, answered(flow, two, {cell: "zeggen"}), cell) == (flow.say("sheet.filled"), "zeggen")


def test_introduced_once(flow: NetworkFlow, two: Case, pack: Pack) -> None:
    """It makes room for the rows once a cell was answered: it is known what this is then."""
    intro = next(one for one in pack.network if one.id == "value").text.pick("nl")
    assert the(flow, two, "table").lead == intro
    assert the(flow, answered(flow, two, {CELL: None}), "table").lead == ""


def test_picked(flow: NetworkFlow, two: Case) -> None:
    """It asks a cell only once it is picked, and then comes back to the grid; what follows from it is asked first."""
    does: dict[str, list[object]] = {
        "table": ["party-2.statutory", "party-1.family-says", FINISH],
        "party-2.statutory": ["yes"],
        "party-1.family-says": ["Zij luistert."],
    }
    person = Person({"party-2.statutory-what": "leerplicht", "party-1.family-heard": "said"}, does)
    done = run(flow, answered(flow, two, {LIST: None}), person, lambda _: None)
    assert person.asked[:7] == [
        *("table", "party-2.statutory", "party-2.statutory-what"),
        *("table", "party-1.family-says", "party-1.family-heard", "table"),
    ]
    assert person.seen[3] == ("table", "party-2.statutory")
    assert values(flow, done)["party-2.statutory-what"] == "leerplicht"


def test_follows_from_a_cell(flow: NetworkFlow, two: Case) -> None:
    """It asks which task that is where there is one, and how it is known what the family would say where that is."""
    assert about(flow, two, "party-1") == ["role", *COLUMNS, "place"]
    assert "statutory-what" not in about(flow, answered(flow, two, {"party-1.statutory": "no"}), "party-1")
    assert "statutory-what" in about(flow, answered(flow, two, {"party-1.statutory": "yes"}), "party-1")
    assert "family-heard" not in about(flow, answered(flow, two, {"party-1.family-says": None}), "party-1")
    said = answered(flow, two, {"party-1.family-says": "Fijn."})
    assert "family-heard" in about(flow, said, "party-1")
    assert "family-heard" not in about(flow, said, "party-2")


def test_back_from_a_cell(flow: NetworkFlow, two: Case) -> None:
    """It goes back from a cell to the grid with what was typed kept, and from the grid to who is there."""
    does: dict[str, list[object]] = {"table": [CELL, Back(), FINISH], CELL: [Back("Ziet he"), "Ziet hem."]}
    person = Person({}, does)
    done = run(flow, two, person, lambda _: None)
    assert person.seen[:3] == [("table", None), (CELL, None), ("table", "party-1.family-says")]
    assert person.seen[3:5] == [("party-3.role", None), (CELL, "Ziet he")]
    assert flow.answers(done)[CELL].value == "Ziet hem."


def test_grid_again_for_who_came_later(flow: NetworkFlow, two: Case) -> None:
    """It shows the grid again for somebody who came when it was done already, as after an import."""
    done = run(flow, two, Person({}), lambda _: None)
    later = flow.with_parties(done, listed("raad"))
    person = Person({"party-5.role": None})
    run(flow, later, person, lambda _: None)
    assert person.asked[:3] == ["party-5.role", "table", "party-4.place"]


def test_back_from_places_to_a_cell(flow: NetworkFlow, two: Case) -> None:
    """It lets somebody go back from where each belongs to the grid, fill in a cell, and go on where they were."""
    does: dict[str, list[object]] = {"party-1.place": [Back(), "core"], "table": [FINISH, CELL, FINISH], CELL: ["Ja."]}
    person = Person({}, does)
    done = run(flow, two, person, lambda _: None)
    assert person.asked[:5] == ["table", "party-1.place", "table", CELL, "table"]
    assert person.asked[5] == "party-1.place"
    assert (values(flow, done)[CELL], values(flow, done)["party-1.place"]) == ("Ja.", "core")


def test_skips_the_grid(flow: NetworkFlow, two: Case) -> None:
    """It goes on with where each belongs where somebody skips the grid, and keeps what was filled in."""
    person = Person({}, {"table": [CELL, SkipStep()], CELL: ["Ziet hem."]})
    done = run(flow, two, person, lambda _: None)
    assert person.asked[2:4] == ["table", "party-1.place"]
    assert values(flow, done)[CELL] == "Ziet hem."


def test_review_has_one_line_for_the_grid(flow: NetworkFlow, two: Case) -> None:
    """It lists the grid as one, from which every cell can be reached, and no cell by itself."""
    there = answered(flow, two, {CELL: "Ziet hem.", "party-2.statutory": "yes", "party-2.statutory-what": "leerplicht"})
    listed_ids = [one.id for one in flow.review(there).options]
    assert listed_ids.count("table") == 1
    assert [one for one in listed_ids if one.startswith("party-") and not one.endswith(".role")] == []
    person = Person({}, {"table": [FINISH, CELL, FINISH], CELL: ["Anders."], REVIEW: ["table", FINISH]})
    done = run(flow, there, person, lambda _: None)
    assert person.asked[-5:] == [REVIEW, "table", CELL, "table", REVIEW]
    assert values(flow, done)[CELL] == "Anders."


def test_pack_with_another_table(pack: Pack, nl: Wording, case: Case) -> None:
    """It names a column that has no short name by its question, and asks of nobody where a table is about nothing."""
    value = next(one for one in pack.network if one.id == "value")
    bare = tuple(one.model_copy(update={"column": None}) for one in value.fields)
    own = other(pack, network=(pack.network[0], value.model_copy(update={"fields": bare})))
    flow = NetworkFlow(own, nl, "network", DAY)
    columns = grid_of(the(flow, answered(flow, case, TWO), "table")).columns
    assert columns[0] == next(one.text.pick("nl") for one in bare if one.id == "safety")
    alone = value.model_copy(update={"fields": tuple(one for one in value.fields if not one.per)})
    assert [*SheetGrid(StepFields(flow.filled(flow.sitting(case)), nl, alone, DAY)).questions()] == []


def test_pack_that_asks_more_in_the_step_of_the_grid(pack: Pack, nl: Wording, case: Case, two: Case) -> None:
    """It asks what a trainer adds to that step about nobody in particular after the grid, where that is called for."""
    value = next(one for one in pack.network if one.id == "value")
    plain = value.fields[1].model_copy(update={"id": "ours", "per": None, "when": {}})
    waits = plain.model_copy(update={"id": "ours-why", "when": {"ours": ("answered",)}})
    step = value.model_copy(update={"fields": (*value.fields, plain, waits)})
    own = other(pack, network=tuple(step if one.id == "value" else one for one in pack.network))
    flow = NetworkFlow(own, nl, "network", DAY)
    assert ids(flow, case, "value") == ["ours"]
    assert ids(flow, two, "value")[-2:] == ["table", "ours"]
    assert ids(flow, answered(flow, two, {"ours": "Zo."}), "value")[-3:] == ["table", "ours", "ours-why"]
    person = Person({}, {"ours": ["Zo."]})
    done = run(flow, two, person, lambda _: None)
    assert person.asked[:4] == ["table", "ours", "ours-why", "party-1.place"]
    assert "ours" in [one.id for one in flow.review(done).options]


def test_pack_with_cells_and_no_grid(pack: Pack, nl: Wording, two: Case) -> None:
    """It gives the cells alone where nothing is there to pick them with."""
    value = next(one for one in pack.network if one.id == "value")
    cells = value.model_copy(update={"fields": tuple(one for one in value.fields if one.id != "table")})
    there = NetworkFlow(pack, nl, "network", DAY)
    questions = SheetGrid(StepFields(there.filled(there.sitting(two)), nl, cells, DAY)).questions()
    assert [one.id for one in questions] == [f"{party}.{name}" for party in ("party-1", "party-2") for name in COLUMNS]


# --- Where each belongs


def test_place(flow: NetworkFlow, two: Case) -> None:
    """It asks of each where they belong, in four words, and how somebody who is missing gets there."""
    assert ids(flow, two, "places") == ["party-1.place", "party-2.place"]
    question = the(flow, two, "party-1.place")
    assert [one.id for one in question.options] == ["core", "background", "not-now", "missing"]
    assert (question.preset, question.required) == (None, False)
    there = answered(flow, two, {"party-1.place": "missing", "party-2.place": "core"})
    assert ids(flow, there, "places") == ["party-1.place", "party-1.missing-how", "party-2.place"]


def test_what_was_told_above_the_place(flow: NetworkFlow, two: Case, nl: Wording) -> None:
    """It shows what was said of somebody above the question where they belong, in words, and that of nobody else."""
    told: Given = {
        "party-1.safety": "Belt als het misgaat.",
        "party-1.development": None,
        "party-1.statutory": "no",
        "party-1.consult": "thinking-along",
        "party-1.family-says": "Zij luistert.",
        "party-1.family-heard": "said",
        "party-2.livelihood": "Geld.",
    }
    there = answered(flow, two, told)
    lead = the(flow, there, "party-1.place").lead
    consult = the(flow, there, "party-1.consult").label("thinking-along")
    for said in ("Belt als het misgaat.", consult, "Zij luistert."):
        assert said in lead
    assert "Geld." not in lead
    assert nl("network.nothing-told") not in lead
    label = next(one.label for one in flow.filled(flow.sitting(there)).fields if one.id == "livelihood")
    assert label is not None
    assert the(flow, there, "party-2.place").lead == nl("network.told", label=label.pick("nl"), said="Geld.")


def test_nothing_told_above_the_place(flow: NetworkFlow, two: Case, nl: Wording, pack: Pack) -> None:
    """It says so where nothing was said of somebody, below the introduction of the step for the first."""
    intro = next(one for one in pack.network if one.id == "places").text.pick("nl")
    assert the(flow, two, "party-1.place").lead == f"{intro}\n{nl('network.nothing-told')}"
    assert the(flow, two, "party-2.place").lead == nl("network.nothing-told")
    assert [one.id for one in flow.outline(two) if nl("network.nothing-told") in one.lead] == []


def test_only_what_stands_above_the_place(flow: NetworkFlow, two: Case) -> None:
    """It shows what was confirmed above the place, and nothing that is being typed."""
    there = drafted(flow, answered(flow, two, {CELL: "Ziet hem."}), CELL, "Ziet hem nie")
    assert "Ziet hem." in the(flow, there, "party-2.place").lead
    assert "nie" not in the(flow, there, "party-2.place").lead


def test_field_without_a_label(pack: Pack, nl: Wording, two: Case) -> None:
    """It names what was said by its question where a pack has no shorter name for it."""
    steps = tuple(
        step.model_copy(update={"fields": tuple(one.model_copy(update={"label": None}) for one in step.fields)})
        for step in pack.network
    )
    flow = NetworkFlow(other(pack, network=steps), nl, "network", DAY)
    there = answered(flow, two, {CELL: "Ziet hem."})
    asked = the(flow, there, CELL).text
    assert the(flow, there, "party-2.place").lead == nl("network.told", label=asked, said="Ziet hem.")


WATCH = ["watch", "watch-with", "watch-until"]


@pytest.mark.parametrize("statutory", ["yes", "no", "unknown", None])
@pytest.mark.parametrize("place", ["core", "background", "not-now", "missing", None])
def test_watching(flow: NetworkFlow, two: Case, statutory: str | None, place: str | None) -> None:
    """It asks which arrangements there are on watching safety of who has a statutory task and is outside the core."""
    there = answered(flow, two, {"party-2.statutory": statutory, "party-2.place": place})
    asked = [one for one in about(flow, there, "party-2") if one in WATCH]
    assert asked == (["watch"] if statutory == "yes" and place in ("background", "not-now") else [])
    assert [one for one in about(flow, there, "party-1") if one in WATCH] == []


def test_watching_with_whom_and_until_when(flow: NetworkFlow, two: Case) -> None:
    """It asks with whom and until when where there are arrangements, and not where there are none."""
    there = answered(flow, two, {"party-2.statutory": "yes", "party-2.place": "background"})
    none = answered(flow, there, {"party-2.watch": None})
    some = answered(flow, there, {"party-2.watch": "Elke week bellen."})
    assert ids(flow, none, "watching") == ["party-2.watch"]
    assert ids(flow, some, "watching") == [f"party-2.{name}" for name in WATCH]
    assert the(flow, some, "party-2.watch-until").reading is not None


def test_watching_is_looked_at_again(flow: NetworkFlow, two: Case) -> None:
    """It asks the arrangements again, filled in, once somebody goes from the background to not now."""
    given: Given = {
        "party-2.statutory": "yes",
        "party-2.place": "background",
        "party-2.watch": "Elke week bellen.",
        "party-2.watch-with": "oma",
    }
    there = answered(flow, two, given)
    moved = answered(flow, there, {"party-2.place": "not-now"})
    assert {"party-2.watch", "party-2.watch-with"} <= marked(flow, moved)
    assert values(flow, moved) == values(flow, there) | {"party-2.place": "not-now"}
    assert "party-2.watch" not in ids(flow, answered(flow, there, {"party-2.place": "core"}))


# --- The coordinator, the family, the meeting

OF_ONE = ["coordinator-who", "mandate", "money", "overview", "coordinator-lacks"]


@pytest.mark.parametrize(
    ("coordinator", "asked"),
    [
        ("one", OF_ONE),
        ("several", ["coordinator-next"]),
        ("none", ["coordinator-next"]),
        ("unknown", ["coordinator-next"]),
        (None, []),
    ],
)
def test_coordinator(flow: NetworkFlow, two: Case, coordinator: str | None, asked: list[str]) -> None:
    """It asks who coordinates, with which mandate, money and overview, or else who settles that; and who is contact."""
    there = answered(flow, two, {"coordinator": coordinator})
    assert ids(flow, there, "coordinator") == ["coordinator", *asked, "contact"]


def test_contact(flow: NetworkFlow, two: Case) -> None:
    """It lets somebody of the network be contact, and asks whether the family said so."""
    assert [(one.id, one.label) for one in the(flow, two, "contact").options] == [
        ("party-1", "moeder"),
        ("party-2", "school"),
    ]
    there = answered(flow, two, {"contact": "party-1"})
    assert ids(flow, there, "coordinator")[-2:] == ["contact", "contact-heard"]


@pytest.mark.parametrize(
    ("at_table", "asked"),
    [("all", []), ("some", ["chair"]), ("chair", ["chair"]), ("none", ["without-why"]), (None, [])],
)
def test_family_at_the_table(flow: NetworkFlow, two: Case, at_table: str | None, asked: list[str]) -> None:
    """It asks what who is not there would say, or why nobody is there."""
    assert ids(flow, answered(flow, two, {"at-table": at_table}), "family") == ["at-table", *asked]


def test_meeting(flow: NetworkFlow, two: Case) -> None:
    """It asks what the next meeting is for, when it is, and who of the network is needed for that."""
    assert ids(flow, two, "meeting") == ["goal", "meeting-when", "needed"]
    needed = the(flow, two, "needed")
    assert (needed.form, [one.id for one in needed.options]) == (Form.CHOICES, ["party-1", "party-2"])
    assert needed.preset is None


def test_somebody_is_taken_away(flow: NetworkFlow, two: Case) -> None:
    """It lets nobody choose somebody who was taken out of the network, and keeps what was chosen and said."""
    there = answered(flow, two, {CELL: "Ziet hem.", "contact": "party-2", "needed": ("party-1", "party-2")})
    gone = answered(flow, there, {"party-2.role": None})
    assert [one.id for one in the(flow, gone, "contact").options] == ["party-1"]
    assert [one.id for one in the(flow, gone, "needed").options] == ["party-1"]
    assert about(flow, gone, "party-2") == ["role"]
    assert values(flow, gone) == values(flow, there) | {"party-2.role": None}
    assert grid_of(the(flow, gone, "table")).rows == ("moeder",)


def test_whole_network_by_hand(flow: NetworkFlow, case: Case) -> None:
    """It asks everything about two people, and closes the network."""
    given: Given = {
        **TITLE, **TWO, "party-1.place": "core", "party-2.place": "background", "party-2.watch": "Elke week.",
        "party-2.watch-with": "moeder", "coordinator": "one", "coordinator-who": "party-1", "contact": "party-1",
        "contact-heard": "said", "at-table": "all", "goal": "Rust", "needed": ("party-1",),
        "party-2.statutory-what": "leerplicht",
    }  # fmt: skip
    person = Person(given, {"table": ["party-2.statutory", FINISH], "party-2.statutory": ["yes"]})
    done = run(flow, case, person, lambda _: None)
    assert done.network is not None
    assert done.network.finished == DAY
    assert {name: value for name, value in values(flow, done).items() if value is not None} == {
        **{name: value for name, value in given.items() if value is not None},
        "party-2.statutory": "yes",
        "table": FINISH,
    }
