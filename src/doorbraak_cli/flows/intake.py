"""What is asked about the case itself, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.flows.prompter import Form, Question

if TYPE_CHECKING:
    from doorbraak_cli.domain.principle import LevelId
    from doorbraak_cli.domain.wording import Wording


def title(say: Wording, level: LevelId, *, depends_on: tuple[str, ...] = ()) -> Question:
    """Ask under which name this is kept: a pseudonym for a case, a real name for a team or a policy."""
    text, hint = say(f"ask.title.{level}"), say(f"ask.title.hint.{level}")
    return Question("title", Form.LINE, text, hint=hint, required=True, needed=True, depends_on=depends_on)


def situation(say: Wording, level: LevelId, *, depends_on: tuple[str, ...] = ()) -> Question:
    """Ask what is going on."""
    text, hint = say(f"ask.situation.{level}"), say("ask.situation.hint")
    return Question("situation", Form.TEXT, text, hint=hint, depends_on=depends_on)
