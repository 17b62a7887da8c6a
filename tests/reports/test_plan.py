"""The plan of a family in a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.sheet import SheetField
from doorbraak_cli.reports.document import Document, Fields, Heading, Quote, Table, page
from doorbraak_cli.reports.plan import plan_blocks

from .conftest import DAY, below, headings, lines, text
from .sheets import facts, replaced, said, typed, whole, with_step

if TYPE_CHECKING:
    from datetime import date

    from doorbraak_cli.domain.case import Answer
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

    from .sheets import Given


def of(pack: Pack, say: Wording, *answers: Answer, finished: date | None = DAY) -> Document:
    return page(*plan_blocks(facts("plan", pack, *answers, finished=finished), say))


def given_in(pack: Pack, say: Wording, given: Given, finished: date | None = DAY) -> Document:
    return of(pack, say, *said(given), finished=finished)


def actions(document: Document) -> list[dict[str, str]]:
    """Give the actions, each as cells by the name of their column."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [dict(zip(one.header, row, strict=True)) for one in tables for row in one.rows]


def test_order(pack: Pack, nl: Wording) -> None:
    """It gives the steps in the order of the pack, those in which nothing was said only by name."""
    document = of(pack, nl, *whole("plan", pack).values())
    assert headings(document, 2) == [nl("plan.title")]
    assert headings(document, 3) == [step.title.pick("nl") for step in pack.sheet("plan")]
    document = given_in(pack, nl, {"procedure": "no", "rhythm": None}, finished=None)
    assert headings(document, 3) == ["Als er een procedure loopt"]
    (top,) = [block for block in document.blocks[:2] if isinstance(block, Fields)]
    assert dict(top.pairs)[nl("weighed.skipped")] == "Samen kijken hoe het gaat"
    assert dict(top.pairs)[nl("weighed.open")] == "Doelen van het gezin; Wie doet wat; Overdrachten; Wat vastzit"


def test_top(pack: Pack, nl: Wording) -> None:
    """It gives first who made the plan and since when it is there."""
    document = given_in(pack, nl, {"with": "moeder en ik", "procedure": "no"})
    assert document.blocks[1].pairs[:2] == (  # type: ignore[union-attr]
        (nl("sheet.with"), "moeder en ik"),
        (nl("summary.state"), "begonnen op 30 april 2026; afgerond op 30 april 2026"),
    )
    assert lines(document).count("moeder en ik") == 1


def test_nothing_is_lost(pack: Pack, nl: Wording) -> None:
    """It gives every text, whatever was answered."""
    answers = whole("plan", pack)
    shown = "\n".join(lines(of(pack, nl, *answers.values())))
    texts = typed(answers)
    assert len(texts) > 20
    assert [one for one in texts.values() if shown.count(one) != 1] == []


def test_only_with_whom(pack: Pack, nl: Wording) -> None:
    """It gives no heading over nothing where only was said with whom the plan was made."""
    document = given_in(pack, nl, {"with": "moeder en ik"})
    assert headings(document, 3) == []


# --- Goals


def test_goals(pack: Pack, nl: Wording) -> None:
    """It gives each goal under its words, with the number that its actions name it by."""
    given: Given = {"goal-1.what": "Een huis", "goal-3.what": "Rust", "goal-3.goal-heard": "said"}
    document = given_in(pack, nl, given | {"action-1.what": "Bellen", "action-1.goal": "goal-3"})
    first, second = headings(document, 4)
    assert first.endswith("Een huis")
    assert second.endswith("Rust")
    assert "3" in second
    (action,) = actions(document)
    assert action[nl("plan.goal")] == "3"


def test_long_goal(pack: Pack, nl: Wording) -> None:
    """It gives a goal of many words whole, and no heading longer than a line."""
    goal = "weer gewoon samen aan tafel zitten zonder dat er iemand " * 5
    document = given_in(pack, nl, {"goal-1.what": goal})
    assert Quote(goal) in document.blocks
    assert max(map(len, headings(document, 4))) <= 100


# --- Actions


def test_action(pack: Pack, nl: Wording) -> None:
    """It gives an action with its number, what, for which goal, who, whose, by when and how it stands."""
    given: Given = {
        "goal-1.what": "Een huis",
        "action-2.what": "Bellen",
        "action-2.goal": "goal-1",
        "action-2.by-whom": "together",
        "action-2.who": "moeder en ik",
        "action-2.by": "2026-12-04",
        "action-2.status": "busy",
    }
    (action,) = actions(given_in(pack, nl, given))
    assert action == {
        "Nr.": "2",
        "Actie": "Bellen",
        "Doel": "1",
        "Wie": "moeder en ik (samen)",
        "Wanneer": "4 december 2026",
        "Stand": "bezig",
    }


def test_bare_action(pack: Pack, nl: Wording) -> None:
    """It says of what was not told that it was not, leaves no cell empty, and has no column nobody filled."""
    (action,) = actions(given_in(pack, nl, {"action-1.what": "Bellen"}))
    untold = nl("summary.not-given")
    assert action == {"Nr.": "1", "Actie": "Bellen", "Wie": untold, "Wanneer": untold, "Stand": untold}


@pytest.mark.parametrize("by_whom", ["family", "professional", "together"])
def test_whose_action(pack: Pack, nl: Wording, by_whom: str) -> None:
    """It tells whose an action is where nobody said who does it too."""
    labels = {"family": "het gezin", "professional": "een professional", "together": "samen"}
    (action,) = actions(given_in(pack, nl, {"action-1.what": "Bellen", "action-1.by-whom": by_whom}))
    assert action["Wie"] == labels[by_whom]


def test_every_action(pack: Pack, nl: Wording) -> None:
    """It gives actions that are done or dropped as well, in the order of their numbers."""
    given: Given = {f"action-{number}.what": f"actie {'abcdef'[number]}" for number in (5, 1, 3)}
    there = actions(given_in(pack, nl, given | {"action-1.status": "done", "action-3.status": "dropped"}))
    assert [(one["Nr."], one["Actie"], one["Stand"]) for one in there] == [
        ("1", "actie b", "gedaan"),
        ("3", "actie d", "vervallen"),
        ("5", "actie f", nl("summary.not-given")),
    ]


def test_goal_that_is_gone(pack: Pack, nl: Wording) -> None:
    """It names no goal that was taken away: its number is nobody's any more."""
    given: Given = {
        "goal-1.what": "Een huis",
        "goal-2.what": None,
        "action-1.what": "Bellen",
        "action-1.goal": "goal-2",
    }
    (action,) = actions(given_in(pack, nl, given))
    assert "2" not in action.get("Doel", "")


def test_action_for_no_goal(pack: Pack, nl: Wording) -> None:
    """It leaves no cell empty beside an action that is for no goal."""
    given: Given = {"goal-1.what": "Een huis", "action-1.what": "Bellen", "action-1.goal": "goal-1"}
    there = actions(given_in(pack, nl, given | {"action-2.what": "Schrijven", "action-2.goal": None}))
    assert [one for one in there if "" in one.values()] == []


def test_field_of_ones_own(pack: Pack, nl: Wording) -> None:
    """It gives what a pack of one's own asks of an action too: nothing that was typed is left out."""
    own = SheetField(id="note", kind="text", per="action", label=text("Notitie"), text=text("Wat valt op?"))
    there = next(one for one in pack.sheet("plan") if one.id == "actions")
    other = with_step(pack, "plan", "actions", fields=(*there.fields, own))
    document = given_in(other, nl, {"action-1.what": "Bellen", "action-1.note": "Durft niet te bellen."})
    assert "Durft niet te bellen." in "\n".join(lines(document))


# --- Marks


def test_drafts_and_checks(pack: Pack, nl: Wording) -> None:
    """It marks what is not finished and what is to be looked at again, in the table too."""
    answers = whole("plan", pack)
    drafts = [replaced(one, one.value, draft=True) if typed({name: one}) else one for name, one in answers.items()]
    checks = [one.model_copy(update={"check": True}) for one in answers.values()]
    for given, key in ((drafts, "summary.draft"), (checks, "summary.check")):
        shown = [one for one in lines(of(pack, nl, *given)) if "«" in one]
        assert len(shown) > 20
        assert [one for one in shown if nl(key) not in one] == []


def test_day_is_marked(pack: Pack, nl: Wording) -> None:
    """It marks a day that is to be looked at again, in words."""
    given = (
        *said({"action-1.what": "Bellen"}),
        replaced(said({"action-1.by": "2026-12-04"})[0], "2026-12-04", check=True),
    )
    (action,) = actions(of(pack, nl, *given))
    assert action["Wanneer"] == f"4 december 2026 ({nl('summary.check')})"


# --- Handovers, the procedure, what is stuck


def test_others_under_their_names(pack: Pack, nl: Wording) -> None:
    """It gives a handover and what is stuck under their names, with days in words and the bottleneck by its title."""
    given: Given = {
        "handover-1.what": "van wijk naar ggz",
        "handover-1.handover-by": "2026-12-04",
        "stuck-1.what": "Geen huis",
        "stuck-1.bottleneck": "postcodebeginsel",
    }
    document = given_in(pack, nl, given)
    assert headings(document, 4) == ["van wijk naar ggz", "Geen huis"]
    (handover,) = below(document, "van wijk naar ggz")
    (stuck,) = below(document, "Geen huis")
    found = pack.bottleneck("postcodebeginsel")
    assert found is not None
    assert isinstance(handover, Fields)
    assert isinstance(stuck, Fields)
    assert "4 december 2026" in dict(handover.pairs).values()
    assert found.title.pick("nl") in dict(stuck.pairs).values()


def test_aside(pack: Pack, nl: Wording) -> None:
    """It keeps what is not asked now under a heading of its own."""
    document = given_in(pack, nl, {"procedure": "no", "procedure-what": "De zitting", "moment-next": "2026-12-04"})
    there = [one for block in below(document, nl("weighed.aside")) for one in lines(page(block))]
    assert {"De zitting", "4 december 2026"} <= {*there}
    assert Heading(3, nl("weighed.aside")) in document.blocks
