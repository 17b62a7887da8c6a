"""Which question comes next, as a session asks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.flows.flow import first_open

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.flows.flow import Flow
    from doorbraak_cli.flows.prompter import Question


def next_question(flow: Flow, case: Case) -> Question | None:
    """Give the first question that still has to be asked (again); None when all is answered."""
    return first_open(flow.path(case), flow.answers(case))
