"""What a reader should know about an answer, beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts


def marked(text: str, told: TextFacts | FieldFacts, say: Wording, *details: str) -> str:
    """Give a text with what a reader should know about it: not finished, to be looked at again, and details."""
    marks = ((told.draft, "summary.draft"), (told.check, "summary.check"))
    known = "; ".join([*(say(key) for there, key in marks if there), *details])
    return f"{text} ({known})".strip() if known else text
