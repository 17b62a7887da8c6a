"""The network, the plan and the exceptions of a case: in its summary, or each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.reports.document import Block, Document, Heading
from doorbraak_cli.reports.follow_up import FollowUp
from doorbraak_cli.reports.justification import justification_blocks, look_back_blocks
from doorbraak_cli.reports.marks import marked
from doorbraak_cli.reports.network import network_blocks
from doorbraak_cli.reports.plan import plan_blocks
from doorbraak_cli.reports.summary_end import endings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.reports.facts import SummaryFacts

PARTS = ("network", "plan", "justification", "look-back")
"""What can be written by itself."""


_NOTHING = {
    "reflections": (), "cards": (), "weighings": (), "network": None, "plan": None, "justifications": (),
    "look_backs": (), "follow_up": FollowUp(),
}  # fmt: skip
_KEPT = {
    "network": ("network",), "plan": ("plan",), "justification": ("justifications",),
    "look-back": ("justifications", "look_backs"),
}  # fmt: skip


def sheet_blocks(facts: SummaryFacts, say: Wording) -> Iterator[Block]:
    """Give all of them; what came of an exception right after it."""
    for part in ("network", "plan"):
        yield from part_blocks(part, facts, say)
    for one in facts.justifications:
        yield from justification_blocks(one, say)
        for each in (back for back in facts.look_backs if back.of == one.id):
            yield from look_back_blocks(each, one, say)
    for each in (back for back in facts.look_backs if facts.justification(back.of) is None):
        yield from look_back_blocks(each, None, say)


def part_blocks(part: str, facts: SummaryFacts, say: Wording, level: int = 2) -> Iterator[Block]:
    """Give one part, with headings from a level; nothing where it is not there."""
    if part == "network" and facts.network:
        yield from network_blocks(facts.network, say, level)
    if part == "plan" and facts.plan:
        yield from plan_blocks(facts.plan, say, level)
    if part == "justification":
        for justification in facts.justifications:
            yield from justification_blocks(justification, say, level)
    if part == "look-back":
        for back in facts.look_backs:
            yield from look_back_blocks(back, facts.justification(back.of), say, level)


def alone(part: str, facts: SummaryFacts, pack: Pack, say: Wording) -> Document:
    """Give one part as a document of its own, with where its content comes from."""
    title = first_line(facts.title.text, 120) or say("summary.untitled")
    meta = {
        "title": say(f"sheet.alone.{part}", title=marked(title, facts.title, say)),
        "created": facts.created.isoformat(),
        "language": say.lang,
    }
    only = facts.model_copy(update={**_NOTHING, **{name: getattr(facts, name) for name in _KEPT[part]}})
    is_single = part in ("network", "plan")  # named by the title already
    told = [*part_blocks(part, facts, say, 1 if is_single else 2)][1 if is_single else 0 :]
    blocks = (Heading(1, meta["title"]), *told)
    return Document(meta, (*blocks, *endings(only, pack, say)))
