"""Sheets with packs of somebody's own, walked from the first question to the review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from doorbraak_cli.files import packs, wordings
from doorbraak_cli.flows.prompter import Form
from doorbraak_cli.flows.session import FINISH, REVIEW, answer_to
from doorbraak_cli.flows.sheets import Sheets

from ..following import next_question

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.case import Case, Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.flows.beginning import Start
    from doorbraak_cli.flows.flow import Flow
    from doorbraak_cli.flows.prompter import Question

DAY = date(2026, 11, 25)


def started(pack: Pack, kind: SheetKind) -> Start:
    """Give a sheet that is begun in a new case; what a look-back is about is in there."""
    sheets = Sheets(pack, wordings.load("nl"), DAY)
    if kind == "network":
        return sheets.network(None)
    if kind == "plan":
        return sheets.plan(None)
    start = sheets.justification(None)
    if kind == "justification":
        return start
    about = start.case.justifications[0]
    return sheets.look_back(start.case, about)


def asked_in(pack: Pack, kind: SheetKind) -> list[str]:
    """Give what is asked in a sheet of which everything is answered, with two named of each kind of thing."""
    start = started(pack, kind)
    return asked_by(start.flow, start.case)


def asked_by(flow: Flow, case: Case) -> list[str]:
    """Give what a flow asks from here on."""
    asked: list[str] = []
    while (question := next_question(flow, case)) is not None:
        asked.append(question.id)
        assert len(asked) < 500, "asks without end"
        case = flow.apply(case, answer_to(question, first_answer(question)))
    assert flow.review(case).id == REVIEW
    assert {*asked} <= {*flow.catalogue(case), "table"}
    return asked


def first_answer(question: Question) -> Value | None:
    """Give an answer to a question of a sheet."""
    if question.options:
        first = question.options[0].id
        return (first,) if question.form is Form.CHOICES else FINISH if question.grid else first
    if question.reading:
        return question.reading.value("4-12-2026") or question.reading.value("1250,50")
    return None if question.id.partition(".")[0].endswith("-3") or question.id == "list" else "x"


def steps_of_ones_own(own: Path, text: str) -> Pack | None:
    """Give the pack with these steps over it, of which only id and fields are written, or None where it is refused."""
    rest = '    title: {nl: "Eigen"}\n    text: {nl: "Een stap."}\n    why: {nl: "Daarom."}\n    minutes: 3\n'
    (own / "a.yaml").write_text(text.replace("    fields:", f"{rest}    fields:"), "utf-8")
    return packs.examine(own)[0]
