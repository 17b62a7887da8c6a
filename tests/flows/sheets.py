"""Networks, plans, justifications and look-backs to walk through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doorbraak_cli.domain.case import Answer, Record
from doorbraak_cli.flows.sheets import Sheets

from .conftest import DAY

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case, Justification, Sitting
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.beginning import Start

    from .weighings import Given

KINDS: tuple[SheetKind, ...] = ("network", "plan", "justification", "look_back")

TITLE: Given = {"title": "Duin", "situation": None}
EXPECTED: Given = {
    "asked": "Een woning VOORAF-ASKED.",
    "expect": "Rust VOORAF-EXPECT.",
    "notice": "Zij slapen VOORAF-NOTICE.",
    "grip": "Zij kiest VOORAF-GRIP.",
}


def said(name: str, value: Any, **more: Any) -> Answer:
    """Give an answer; None is skipped."""
    status = "skipped" if value is None else "answered"
    return Answer(**{"id": name, "asked": f"Vraag {name}?", "status": status, "value": value, **more})


def begun(pack: Pack, say: Wording, kind: SheetKind) -> Start:
    """Give a new sheet of a kind; a look-back is on an exception of which nothing is written down."""
    sheets = Sheets(pack, say, DAY)
    match kind:
        case "network":
            return sheets.network(None)
        case "plan":
            return sheets.plan(None)
        case "justification":
            return sheets.justification(None)
    return looking_back(pack, say, {})


def excepted(pack: Pack, say: Wording, *givens: Given) -> Case:
    """Give a case with a name and these exceptions, all finished."""
    sheets, case = Sheets(pack, say, DAY), None
    for given in givens:
        start = sheets.justification(case, new=True)
        sitting = start.sitting.model_copy(update={"answers": tuple(said(*one) for one in given.items())})
        case = start.case.with_sitting(sitting.closed(DAY))
    assert case is not None
    intake = Record(answers=tuple(said(name, value) for name, value in TITLE.items()))
    return case.model_copy(update={"intake": intake})


def looking_back(pack: Pack, say: Wording, given: Given = EXPECTED) -> Start:
    """Give a new look-back on the only exception of a case."""
    case = excepted(pack, say, given)
    return Sheets(pack, say, DAY).look_back(case, case.justifications[0])


def finished(start: Start, case: Case) -> Sitting:
    """Give the sheet that was worked on, as it is in a case."""
    found = case.sitting(type(start.sitting), start.sitting.id)
    assert found is not None
    return found


def expected_of(case: Case, sitting_id: str) -> Justification:
    """Give an exception of a case."""
    found = case.justification(sitting_id)
    assert found is not None
    return found
