"""The cases that come with doorbraak, played through the same flows as anybody's."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from doorbraak_cli.errors import AppError
from doorbraak_cli.files import answers
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.flows.beginning import Weighings, begin
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.beginning import Start

MARIANNE, FULL_TABLE = "marianne", "full-table"


def marianne(pack: Pack, say: Wording, today: date) -> Case:
    """Give the story of the guide: looked back on, weighed, with an exception, a small core team and a plan."""

    def ago(days: int) -> date:
        return today - timedelta(days)

    case = _played(begin(pack, say, None, ago(35), {}), "marianne", say)
    case = _played(Weighings(pack, say, ago(12)).begin(case, {}), "marianne-weighing", say)
    case = _played(Sheets(pack, say, ago(5)).justification(case), "marianne-justification", say)
    case = _played(Sheets(pack, say, ago(3)).network(case), "marianne-network", say)
    return _played(Sheets(pack, say, today).plan(case), "marianne-plan", say)


def full_table(pack: Pack, say: Wording, today: date) -> Case:
    """Give a case to practise on: more than twenty people around a family, and nobody who coordinates."""
    return _played(Sheets(pack, say, today).network(None), "full-table", say)


BUILT_IN: dict[str, Callable[[Pack, Wording, date], Case]] = {MARIANNE: marianne, FULL_TABLE: full_table}
"""The cases by the name they are asked for."""


def _played(start: Start, name: str, say: Wording) -> Case:
    """Give the case after all answers of a file."""
    given, source, _ = answers.read(content_root() / "cases" / f"{name}.{say.lang}.yaml")
    case, faults = play(start.flow, start.case, given)
    if faults:
        raise AppError(*answers.problems_of(faults, source))
    return case
