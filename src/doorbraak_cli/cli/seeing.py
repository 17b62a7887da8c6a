"""Blind spots in a flow: what was not looked at yet, offered where its answers are looked over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doorbraak_cli.flows.sheet import SheetFlow, Unseen
from doorbraak_cli.reports.blind_spots import unseen_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.flows.beginning import Start


def seeing(start: Start, settings: Settings, pack: Pack, command: str) -> Start:
    """Give a start of which the flow names the blind spots that can be mended with this command."""

    def unseen(case: Case) -> Iterator[Unseen]:
        for one in unseen_in(case, pack, settings.say.lang):
            is_here = one.goes_to.command == command and one.of in ("", start.sitting.id)
            if is_here and one.goes_to.step and not one.why_aside:
                yield Unseen(one.code, one.goes_to.step, one.named, one.about)

    return replace(start, flow=replace(start.flow, unseen=unseen)) if isinstance(start.flow, SheetFlow) else start
