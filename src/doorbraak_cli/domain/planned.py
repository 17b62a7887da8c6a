"""What stands in a plan: its actions and how it stands with them."""

from collections.abc import Mapping
from typing import NamedTuple

from doorbraak_cli.domain.case import Answer
from doorbraak_cli.domain.filled import name_of, named, number_of, text_of
from doorbraak_cli.domain.sheet import Per

STATUS, OPEN, DONE = "status", "open", "done"
OVER: dict[Per, tuple[str, ...]] = {"action": (DONE, "dropped"), "handover": (DONE,), "stuck": ("solved",)}
"""The words after which nothing has to happen any more with a thing in a plan, by its kind."""


class Action(NamedTuple):
    """One action of a plan; `by` is the day as it is kept, `status` the id of how it stands. "" is not told."""

    id: str
    number: int
    what: str
    who: str
    by: str
    status: str

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing has to happen any more."""
        return self.status in OVER["action"]


def actions(answers: Mapping[str, Answer]) -> tuple[Action, ...]:
    """Give the actions of a plan in the order of their numbers."""
    return tuple(
        Action(one, number_of(one), name_of(answers, one, "action"), *_told(answers, one))
        for one in named(answers, "action")
    )


def _told(answers: Mapping[str, Answer], action: str) -> tuple[str, str, str]:
    who, by, status = (text_of(answers, f"{action}.{name}") for name in ("who", "by", "status"))
    return who, by, status


def still_to_do(answers: Mapping[str, Answer], per: Per) -> tuple[str, ...]:
    """Give the ids of what was named of a kind in a plan and of which nobody said that it is over."""
    return tuple(one for one in named(answers, per) if text_of(answers, f"{one}.{STATUS}") not in OVER[per])
