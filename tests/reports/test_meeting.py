"""One page for a meeting: what it is for, who is needed, the plan, what is stuck; nothing of what was said apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.reports.document import Bullets, Document, Fields, Heading, Paragraph, Table
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.reports.meeting import meeting

from .conftest import DAY, answer, below, card, case, headings, lines, reflection
from .sheets import KINDS, TYPED_DAY, everything, is_head, replaced, said, sitting, typed, whole, with_sheets
from .weighings import everything as weighed
from .weighings import weighing

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Answer, Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.wording import Wording

    from .sheets import Given

TABLE_OF_TWO: Given = {"party-1.role": "oma", "party-1.safety": "Belt elke avond.", "party-2.role": "arts"}
MAY_BE_THERE = {
    "network": ("goal", "role", "safety", "livelihood", "development"),
    "plan": ("goal.what", "action.what", "action.who", "stuck.what", "stuck.decides", "stuck.raised"),
}
"""The texts that everybody at the table may read, by what they are asked per."""


def of(pack: Pack, say: Wording, *, network: Given | None = None, plan: Given | None = None) -> Document:
    """Give the page of a case in which this was answered; None where there is no such sheet."""
    given: dict[SheetKind, Given | None] = {"network": network, "plan": plan}
    sheets = [sitting(kind, pack, *said(told)) for kind, told in given.items() if told is not None]
    return page_of(with_sheets(case(), *sheets), pack, say)


def page_of(one: Case, pack: Pack, say: Wording) -> Document:
    return meeting(summary_facts(one, pack, say.lang), say)


def pairs(document: Document) -> dict[str, str]:
    return {label: value for block in document.blocks if isinstance(block, Fields) for label, value in block.pairs}


def needed(document: Document, say: Wording) -> list[str]:
    """Give who is needed, each with what they add."""
    return [
        one for block in below(document, say("meeting.needed")) if isinstance(block, Bullets) for one in block.items
    ]


# --- What is in it


def test_order(pack: Pack, nl: Wording) -> None:
    """It gives the goal, who is needed, the plan and what is stuck, and says last that it was shortened."""
    document = of(pack, nl, network={}, plan={})
    assert headings(document, 1) == [nl("meeting.title", title="Duin")]
    assert headings(document, 2) == [nl(f"meeting.{one}") for one in ("goal", "needed", "plan", "stuck")]
    assert document.blocks[-1] == Paragraph(nl("meeting.end"))
    assert document.meta == {"title": "Voor het overleg: Duin", "created": "2026-04-30", "language": "nl"}


def test_goal(pack: Pack, nl: Wording) -> None:
    """It gives what the meeting is for, when, who coordinates, who stays in contact and who of the family is there."""
    given: Given = {
        **TABLE_OF_TWO,
        "goal": "Een datum voor de sleutel.",
        "meeting-when": "2026-12-04",
        "coordinator": "one",
        "coordinator-who": "party-2",
        "contact": "party-1",
        "at-table": "all",
    }
    document = of(pack, nl, network=given)
    assert Paragraph("Een datum voor de sleutel.") in below(document, nl("meeting.goal"))
    told = pairs(document)
    assert [told[nl(f"meeting.{one}")] for one in ("when", "coordinator", "contact", "family")] == [
        "4 december 2026",
        "arts",
        "oma",
        "het hele gezin",
    ]


def test_no_goal(pack: Pack, nl: Wording) -> None:
    """It says that there is no goal yet, and of the rest that nobody told."""
    document = of(pack, nl, network=TABLE_OF_TWO)
    assert Paragraph(nl("meeting.no-goal")) in document.blocks
    assert [*pairs(document).values()] == [nl("summary.not-given")] * 4


@pytest.mark.parametrize("coordinator", ["none", "several", "unknown"])
def test_nobody_coordinates(pack: Pack, nl: Wording, coordinator: str) -> None:
    """It says that nobody coordinates, that several do, or that it is not known: that is what was told."""
    labels = {"none": "nee, niemand", "several": "meer dan één", "unknown": "weten we niet"}
    document = of(pack, nl, network={"coordinator": coordinator})
    assert labels[coordinator] in pairs(document)[nl("meeting.coordinator")]


def test_nobody_of_the_family(pack: Pack, nl: Wording) -> None:
    """It says that nobody of the family is at the table."""
    document = of(pack, nl, network={"at-table": "none", "without-why": "Niet aan gedacht."})
    assert pairs(document)[nl("meeting.family")] == "niemand, ook geen lege stoel"


def test_who_is_needed(pack: Pack, nl: Wording) -> None:
    """It gives who was chosen, each with what they add, and nobody else."""
    given: Given = {
        **TABLE_OF_TWO,
        "party-1.development": "Kent de kinderen.",
        "party-2.place": "core",
        "party-3.role": "school",
        "needed": ("party-3", "party-1"),
    }
    document = of(pack, nl, network=given)
    first, second = needed(document, nl)
    assert first.startswith("oma")
    assert "Belt elke avond." in first
    assert "Kent de kinderen." in first
    assert second == nl("meeting.adds", name="school", adds=nl("meeting.not-told"))
    assert "arts" not in "\n".join(lines(document))


def test_core_team_where_nobody_was_chosen(pack: Pack, nl: Wording) -> None:
    """It gives the core team where nobody was chosen, and says so."""
    document = of(pack, nl, network={**TABLE_OF_TWO, "party-2.place": "core"})
    assert Paragraph(nl("meeting.core")) in document.blocks
    assert [one.partition(":")[0] for one in needed(document, nl)] == ["arts"]


def test_no_core_team_either(pack: Pack, nl: Wording) -> None:
    """It says that nobody was chosen and that there is no core team."""
    document = of(pack, nl, network=TABLE_OF_TWO)
    assert Paragraph(nl("meeting.nobody")) in document.blocks
    assert needed(document, nl) == []


def test_who_is_gone(pack: Pack, nl: Wording) -> None:
    """It does not give who was chosen and then taken away, anywhere on the page."""
    given: Given = {
        **TABLE_OF_TWO,
        "party-2.role": None,
        "needed": ("party-1", "party-2"),
        "coordinator": "one",
        "coordinator-who": "party-2",
        "contact": "party-2",
    }
    document = of(pack, nl, network=given)
    assert len(needed(document, nl)) == 1
    assert [one for one in lines(document) if "party-2" in one] == []


def test_who_is_missing(pack: Pack, nl: Wording) -> None:
    """It names who is missing, and not twice who is needed as well."""
    given: Given = {**TABLE_OF_TWO, "party-1.place": "missing", "party-2.place": "missing", "needed": ("party-1",)}
    document = of(pack, nl, network=given)
    assert Paragraph(nl("meeting.missing", names="arts")) in document.blocks
    document = of(pack, nl, network={**given, "needed": ("party-1", "party-2")})
    assert [one for one in lines(document) if one.startswith(nl("meeting.missing", names="")[:12])] == []


def test_plan(pack: Pack, nl: Wording) -> None:
    """It gives the goals, the actions that are open with who and when, and the moments to come."""
    given: Given = {
        "goal-1.what": "Een huis",
        "action-1.what": "Bellen",
        "action-1.status": "done",
        "action-2.what": "Schrijven",
        "action-2.who": "moeder",
        "action-2.by": "2026-12-04",
        "action-3.what": "Vragen",
        "action-3.status": "dropped",
        "action-4.what": "Wachten",
        "action-4.status": "stuck",
        "procedure": "yes",
        "moment-next": "2026-12-05",
        "evaluation-next": "2026-12-11",
    }
    document = of(pack, nl, plan=given)
    there = below(document, nl("meeting.plan"))
    (goals,) = [block for block in there if isinstance(block, Bullets)]
    assert [one.endswith("Een huis") for one in goals.items] == [True]
    (table,) = [block for block in there if isinstance(block, Table)]
    assert [(row[0], row[1]) for row in table.rows] == [("2", "Schrijven"), ("4", "Wachten")]
    assert {"moeder", "4 december 2026"} <= {*table.rows[0]}
    told = pairs(document)
    assert told[nl("meeting.contact-next")] == "5 december 2026"
    assert told[nl("meeting.evaluation")] == "11 december 2026"


def test_nothing_to_do(pack: Pack, nl: Wording) -> None:
    """It says that no action is open where all are done or there are none, and gives no moment nobody named."""
    for given in ({}, {"action-1.what": "Bellen", "action-1.status": "done"}):
        document = of(pack, nl, plan=dict(given))
        assert Paragraph(nl("meeting.no-actions")) in document.blocks
        assert not {nl("meeting.contact-next"), nl("meeting.evaluation")} & {*pairs(document)}


def test_what_is_stuck(pack: Pack, nl: Wording) -> None:
    """It gives what is stuck, on what, who can decide, to whom and when it is raised; not what was solved."""
    given: Given = {
        "stuck-1.what": "Geen huis",
        "stuck-1.bottleneck": "postcodebeginsel",
        "stuck-1.decides": "de wethouder",
        "stuck-1.raised": "de teamleider",
        "stuck-1.raised-when": "2026-12-04",
        "stuck-2.what": "Geen geld",
        "stuck-2.status": "solved",
        "stuck-3.what": "Geen school",
    }
    document = of(pack, nl, plan=given)
    (there,) = below(document, nl("meeting.stuck"))[:1]
    assert isinstance(there, Bullets)
    first, second = there.items
    found = pack.bottleneck("postcodebeginsel")
    assert found is not None
    told = ("Geen huis", found.title.pick("nl"), "de wethouder", "de teamleider", "4 december 2026")
    assert [one for one in told if one not in first] == []
    assert second == "Geen school"


def test_nothing_is_stuck(pack: Pack, nl: Wording) -> None:
    """It says that nothing was written down that is stuck, also without a plan."""
    for document in (of(pack, nl, plan={}), of(pack, nl, network={})):
        assert Paragraph(nl("meeting.not-stuck")) in document.blocks


def test_an_action_is_stuck(pack: Pack, nl: Wording) -> None:
    """It does not say that nothing is stuck where an action on the same page is."""
    document = of(pack, nl, plan={"action-1.what": "Bellen", "action-1.status": "stuck"})
    assert Paragraph(nl("meeting.not-stuck")) not in document.blocks


def test_without_a_network(pack: Pack, nl: Wording) -> None:
    """It gives the plan where nobody wrote down who adds what."""
    document = of(pack, nl, plan={"goal-1.what": "Een huis"})
    assert headings(document, 2) == [nl(f"meeting.{one}") for one in ("goal", "needed", "plan", "stuck")]
    assert Paragraph(nl("meeting.nobody")) in document.blocks
    assert "Een huis" in "\n".join(lines(document))


def test_without_a_plan(pack: Pack, nl: Wording) -> None:
    """It says that there is no plan yet, and gives who is needed."""
    document = of(pack, nl, network={**TABLE_OF_TWO, "needed": ("party-1",)})
    assert below(document, nl("meeting.plan"))[0] == Paragraph(nl("meeting.no-plan"))
    assert len(needed(document, nl)) == 1


def test_english(pack: Pack, en: Wording) -> None:
    """It gives the page in English, with what was typed as it is."""
    document = of(pack, en, network={**TABLE_OF_TWO, "meeting-when": "2026-12-04"}, plan={})
    assert headings(document, 2) == [en(f"meeting.{one}") for one in ("goal", "needed", "plan", "stuck")]
    assert pairs(document)[en("meeting.when")] == "4 December 2026"


def test_title(pack: Pack, nl: Wording) -> None:
    """It says so where the case has no title, and cuts a long one."""
    for title, wanted in (("", nl("summary.untitled")), ("Duin " * 90, "…")):
        there = case(intake=(answer("title", title or None),))
        (told,) = headings(page_of(with_sheets(there, sitting("plan", pack)), pack, nl), 1)
        assert told.endswith(wanted)
        assert len(told) < 160


# --- What must never be in it


def everything_there(pack: Pack, things: int = 4) -> Case:
    """Give a case with a text of its own in every answer there can be."""
    looked_back = reflection(pack, answer("bk-micro-5", "«terugblik»"), answer("bk-micro-5.next", "«stap»"))
    filled_in = card(pack, "zorgvuldig-consulteren", answer("question", "«kaart»"))
    intake = (answer("title", "Duin"), answer("situation", "«situatie»"))
    there = case(
        looked_back,
        intake=intake,
        cards=(filled_in,),
        weighings=(weighing(pack, *weighed(pack).values(), answer("share", ("members", "danger"))),),
    )
    sheets = [sitting(kind, pack, *everything(kind, pack, things).values()) for kind in KINDS]
    return with_sheets(there, *sheets)


def asked_per(name: str) -> str:
    """Give what a text is by what it is asked per: action.what for action-1.what."""
    thing, _, field = name.rpartition(".")
    return f"{thing.rpartition('-')[0]}.{field}" if thing else field


def may_be_there(kind: SheetKind, name: str) -> bool:
    per = asked_per(name).removeprefix("party.")
    return per in MAY_BE_THERE.get(kind, ())


@pytest.mark.parametrize("danger", ["yes", "unknown", "no", None])
def test_what_may_be_read_at_the_table(pack: Pack, nl: Wording, danger: Value | None) -> None:
    """It gives of all that was written nothing but the goals, what people add, what happens and what is stuck."""
    there = everything_there(pack)
    (told,) = there.weighings
    answers = tuple(replaced(one, danger) if one.id == "danger" else one for one in told.answers)
    document = page_of(there.with_sitting(told.model_copy(update={"answers": answers})), pack, nl)
    shown = "\n".join(lines(document))
    texts = {(kind, name): one for kind in KINDS for name, one in typed(everything(kind, pack, 4)).items()}
    assert len(texts) > 150
    secret = [one for (kind, name), one in texts.items() if not may_be_there(kind, name) and one in shown]
    assert secret == []
    of_a_weighing = [one.value for one in answers if isinstance(one.value, str) and "«" in one.value]
    assert len(of_a_weighing) > 50
    assert [one for one in of_a_weighing if one in shown] == []
    assert [one for one in ("«terugblik»", "«stap»", "«kaart»", "«situatie»") if one in shown] == []


def test_what_is_read_at_the_table(pack: Pack, nl: Wording) -> None:
    """It gives every text it may give, but for what those who are not needed add and what is done."""
    shown = "\n".join(lines(page_of(everything_there(pack), pack, nl)))
    texts = {(kind, name): one for kind in KINDS for name, one in typed(everything(kind, pack, 4)).items()}
    left_out = [name for (kind, name), one in texts.items() if may_be_there(kind, name) and one not in shown]
    assert left_out == []


@pytest.mark.parametrize(
    "name",
    [
        "party-1.family-says", "party-1.bond", "party-1.statutory-what", "party-1.watch", "party-1.watch-with",
        "party-1.missing-how", "chair", "without-why", "coordinator-lacks", "coordinator-next",
    ],
)  # fmt: skip
def test_said_apart(pack: Pack, nl: Wording, name: str) -> None:
    """It gives nothing that was said of people apart, however little else there is on the page."""
    for place in ("core", "background", "missing"):
        given: Given = {
            "party-1.role": "arts",
            "party-1.statutory": "yes",
            "party-1.place": place,
            "needed": ("party-1",),
            "at-table": "chair",
            name: "«apart gezegd»",
        }
        assert "«apart gezegd»" not in "\n".join(lines(of(pack, nl, network=given)))


@pytest.mark.parametrize(
    ("danger", "told"), [("yes", "meeting.danger.yes"), ("unknown", "meeting.danger.unknown"), ("no", ""), (None, "")]
)
def test_danger(pack: Pack, nl: Wording, danger: Value | None, told: str) -> None:
    """It puts danger above all else, with whom to turn to, and nothing of what was seen."""
    given = said({"danger": danger, "danger-whom": "«wie»", "measure": "«maatregel»", "sign-1.what": "«gezien»"})
    there = with_sheets(case(weighings=(weighing(pack, *given),)), sitting("plan", pack))
    document = page_of(there, pack, nl)
    warning = [Paragraph(nl(told, date=nl.day(DAY))), Paragraph(nl("weighing.turn-to"))] if told else []
    assert list(document.blocks[1 : 1 + len(warning)]) == warning
    assert isinstance(document.blocks[1 + len(warning)], Heading)
    assert [one for one in ("«wie»", "«maatregel»", "«gezien»") if one in "\n".join(lines(document))] == []


def test_danger_that_was_skipped(pack: Pack, nl: Wording) -> None:
    """It says so where danger was left out of a weighing, with whom to turn to."""
    there = case(weighings=(weighing(pack, answer("danger", None)),))
    document = page_of(with_sheets(there, sitting("plan", pack)), pack, nl)
    assert document.blocks[1:3] == (Paragraph(nl("weighed.danger-skipped")), Paragraph(nl("weighing.turn-to")))


def test_danger_while_weighing_anew(pack: Pack, nl: Wording) -> None:
    """It still warns of danger where a new weighing was begun that did not come to it yet."""
    before = weighing(pack, answer("danger", "yes"), later=True)
    now = weighing(pack, answer("with", "wij"), number=2, finished=None)
    document = page_of(with_sheets(case(weighings=(before, now)), sitting("plan", pack)), pack, nl)
    assert document.blocks[1] == Paragraph(nl("meeting.danger.yes", date=nl.day(DAY)))


def test_danger_that_is_over(pack: Pack, nl: Wording) -> None:
    """It does not warn of danger that was there the last time but one and is not now."""
    before = weighing(pack, answer("danger", "yes"), later=True)
    now = weighing(pack, answer("danger", "no"), number=2)
    document = page_of(with_sheets(case(weighings=(before, now)), sitting("plan", pack)), pack, nl)
    assert isinstance(document.blocks[1], Heading)


# --- One page


def test_twenty_two(pack: Pack, nl: Wording) -> None:
    """It gives all who are needed, also where there are twenty-two, a line each."""
    given: Given = {f"party-{number}.role": f"rol {number:02}" for number in range(1, 23)}
    everybody = tuple(f"party-{number}" for number in range(1, 23))
    there = needed(of(pack, nl, network={**given, "needed": everybody}), nl)
    assert [one.partition(":")[0] for one in there] == [f"rol {number:02}" for number in range(1, 23)]
    assert max(map(len, there)) < 100


LONG = "Dit is een verhaal dat maar doorgaat en waar geen einde aan komt. " * 30


@pytest.mark.parametrize(
    "name",
    [
        "goal", "party-1.role", "party-1.safety", "party-1.livelihood", "party-1.development", "party-2.role",
        "goal-1.what", "action-1.what", "action-1.who", "stuck-1.what", "stuck-1.decides", "stuck-1.raised",
    ],
)  # fmt: skip
def test_long_texts(pack: Pack, nl: Wording, name: str) -> None:
    """It cuts a long text with an ellipsis, wherever it stands, and says that the page was shortened."""
    network = whole("network", pack) | {"party-2.place": answer("party-2.place", "missing")}
    network |= {"needed": answer("needed", ("party-1",)), "contact": answer("contact", None)}
    plan = whole("plan", pack)
    there: dict[SheetKind, dict[str, Answer]] = {"network": network, "plan": plan}
    for answers in there.values():
        if name in answers:
            answers[name] = replaced(answers[name], LONG)
    sheets = [sitting(kind, pack, *answers.values()) for kind, answers in there.items()]
    document = page_of(with_sheets(case(), *sheets), pack, nl)
    shown = [one for one in lines(document) if "Dit is een verhaal" in one]
    assert shown
    assert [len(one) for one in shown if len(one) > 700] == []
    assert [one for one in shown if "…" not in one] == []
    assert document.blocks[-1] == Paragraph(nl("meeting.end"))


def test_several_lines(pack: Pack, nl: Wording) -> None:
    """It puts a text of several lines on one."""
    document = of(pack, nl, network={"goal": "Een datum.\n\nEn een sleutel."})
    assert Paragraph("Een datum. En een sleutel.") in document.blocks


# --- Marks


def test_drafts(pack: Pack, nl: Wording) -> None:
    """It shows nothing somebody is still typing as if it were finished."""
    kinds: tuple[SheetKind, ...] = ("network", "plan")
    sheets, drafts = [], list[str]()
    for kind in kinds:
        answers = whole(kind, pack)
        half = {name: one for name, one in typed(answers).items() if not is_head(name)}
        drafts += half.values()
        answers |= {name: replaced(answers[name], one, draft=True) for name, one in half.items()}
        sheets.append(sitting(kind, pack, *answers.values()))
    document = page_of(with_sheets(case(), *sheets), pack, nl)
    shown = [one for one in lines(document) if any(draft in one for draft in drafts)]
    assert len(shown) > 4
    assert [one for one in shown if nl("summary.draft") not in one] == []


def test_checks(pack: Pack, nl: Wording) -> None:
    """It marks a day and a goal that are to be looked at again."""
    marked = [replaced(one, one.value, check=True) for one in said({"goal": "Een datum.", "meeting-when": TYPED_DAY})]
    document = page_of(with_sheets(case(), sitting("network", pack, *marked)), pack, nl)
    assert Paragraph(f"Een datum. ({nl('summary.check')})") in document.blocks
    assert pairs(document)[nl("meeting.when")] == f"9 december 2026 ({nl('summary.check')})"


def test_unfinished_sheets(pack: Pack, nl: Wording) -> None:
    """It gives what there is of sheets that are not finished."""
    network = sitting("network", pack, answer("goal", "Een datum."), finished=None)
    document = page_of(with_sheets(case(), network), pack, nl)
    assert Paragraph("Een datum.") in document.blocks
    assert DAY.isoformat() not in lines(document)
