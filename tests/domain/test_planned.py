"""What stands in a plan."""

from __future__ import annotations

import pytest

from doorbraak_cli.domain.case import Answer, Value
from doorbraak_cli.domain.planned import Action, actions, still_to_do


def said(**given: Value | None) -> dict[str, Answer]:
    """Give answers by id; `action_1__by` is action-1.by, and None is skipped."""
    ids = {name: name.replace("__", ".").replace("_", "-") for name in given}
    return {
        ids[name]: Answer(id=ids[name], asked="?", status="skipped" if value is None else "answered", value=value)
        for name, value in given.items()
    }


def test_actions() -> None:
    """It gives what was named, by number, with what is told of each."""
    answers = said(
        action_10__what="De\nhuisbaas bellen", action_10__who="moeder", action_10__by="2026-12-04",
        action_10__status="busy", action_2__what="Oma vragen", action_2__who=None,
    )  # fmt: skip
    assert actions(answers) == (
        Action("action-2", 2, "Oma vragen", "", "", ""),
        Action("action-10", 10, "De huisbaas bellen", "moeder", "2026-12-04", "busy"),
    )


def test_no_actions() -> None:
    """It gives none for what was never named, or was taken away again."""
    taken_away = said(action_1__what=None, action_1__who="moeder", action_1__status="open", goal_1__what="Rust")
    assert actions(taken_away) == ()
    assert actions({}) == ()


def test_action_that_is_being_changed() -> None:
    """It gives an action as it stands while somebody is typing something else over it."""
    draft = Answer(id="action-1.what", asked="?", status="draft", value="De huisb", confirmed="Oma bellen")
    assert [one.what for one in actions({draft.id: draft})] == ["Oma bellen"]
    new = draft.model_copy(update={"confirmed": None})
    assert actions({new.id: new}) == ()


@pytest.mark.parametrize(
    ("status", "closed"),
    [("", False), ("open", False), ("busy", False), ("stuck", False), ("done", True), ("dropped", True)],
)
def test_closed(status: str, closed: bool) -> None:
    """It takes an action for closed when it is done or dropped, and not while nobody said so."""
    assert Action("action-1", 1, "Bellen", "", "", status).is_closed is closed


def test_still_to_do() -> None:
    """It gives what was named of a kind and is not over, each kind by its own words."""
    answers = said(
        action_1__what="x", action_1__status="done", action_2__what="x", action_2__status="stuck",
        action_3__what="x", action_4__what=None, action_4__status="open",
        action_5__what="x", action_5__status="dropped",
        handover_1__what="x", handover_1__status="busy", handover_2__what="x", handover_2__status="done",
        stuck_1__what="x", stuck_1__status="raised", stuck_2__what="x", stuck_2__status="solved",
    )  # fmt: skip
    assert still_to_do(answers, "action") == ("action-2", "action-3")
    assert still_to_do(answers, "handover") == ("handover-1",)
    assert still_to_do(answers, "stuck") == ("stuck-1",)


def test_a_word_that_is_being_changed() -> None:
    """It goes by how a thing stands, not by what is chosen and not confirmed."""
    draft = Answer(id="action-1.status", asked="?", status="draft", value="done", confirmed="busy")
    answers = {**said(action_1__what="x"), draft.id: draft}
    assert still_to_do(answers, "action") == ("action-1",)
