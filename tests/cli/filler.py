"""A person who fills in a sheet: as who weighs, through the table and the review too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.cli import wiring
from doorbraak_cli.files import cases
from doorbraak_cli.flows.sheets import Sheets

from .person import SAY
from .weigher import Weigher

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.flows.beginning import Start


def sheets(pack: Pack) -> Sheets:
    """Give what begins sheets as the program does today."""
    return Sheets(pack, SAY, wiring.today())


class Filler(Weigher):
    """Keeps what a sheet should hold by now."""

    @classmethod
    def sits_down(cls, start: Start, picks: Mapping[str, Value], plan: Iterable[str] = ()) -> Self:
        """Give somebody who begins a sheet or goes on with it."""
        return cls(start.flow, start.case, picks=picks, plan=[*plan])

    def has_finished(self) -> None:
        """Put a case on disk with this sheet rounded off."""
        self.has_come_to("review")
        with cases.held(self.path) as file:
            self.case = self.flow.finish(self.case)
            file.save(self.case)
