"""A case as the rules look at it: the last weighing, the network, the plan and the exceptions, beside their steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from doorbraak_cli.domain.filled import Filled
from doorbraak_cli.domain.weighed import Weighed

if TYPE_CHECKING:
    from datetime import date

    from doorbraak_cli.domain.blind_spot import BlindSpot
    from doorbraak_cli.domain.case import Case, Sitting
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind


@dataclass(frozen=True)
class Seen:
    """One case. `today` is None where what is past must not count; `spot` is the blind spot that is looked for."""

    case: Case
    pack: Pack
    lang: str
    spot: BlindSpot
    today: date | None = None

    @cached_property
    def weighing(self) -> Weighed | None:
        """The last weighing, or None."""
        last = self.case.last_weighing
        return Weighed(self.pack, self.lang, last.by_id()) if last else None

    @cached_property
    def network(self) -> Filled | None:
        """The network, or None."""
        return self._filled(self.case.network, "network")

    @cached_property
    def plan(self) -> Filled | None:
        """The plan, or None."""
        return self._filled(self.case.plan, "plan")

    @cached_property
    def justifications(self) -> tuple[Filled, ...]:
        """The exceptions."""
        found = (self._filled(one, "justification") for one in self.case.justifications)
        return tuple(one for one in found if one)

    @cached_property
    def look_backs(self) -> tuple[Filled, ...]:
        """The look-backs on exceptions."""
        found = (self._filled(one, "look_back") for one in self.case.look_backs)
        return tuple(one for one in found if one)

    def _filled(self, sitting: Sitting | None, kind: SheetKind) -> Filled | None:
        return Filled(self.pack, self.lang, sitting.by_id(), 0, kind) if sitting else None
