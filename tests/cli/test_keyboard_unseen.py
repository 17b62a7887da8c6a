"""What was not looked at yet, at a real terminal: where the answers of a network are looked over."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("needs a POSIX pseudo-terminal", allow_module_level=True)

from doorbraak_cli.cli.seeing import seeing
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.files import cases
from doorbraak_cli.flows.session import FINISH

from .filler import Filler, sheets
from .person import SAY
from .terminal import DOWN, ENTER, SKIP_STEP, UP, Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack

pytestmark = pytest.mark.terminal

NETWORK: dict[str, Value] = {
    "list": "gezinscoach\nbuurvrouw\n",
    "party-1.place": "core",
    "party-2.place": "core",
    "coordinator": "none",
    "at-table": "none",
}


def test_review_of_a_network(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names what was not looked at yet, goes to the step of what is chosen, and lets whoever wants to finish."""
    monkeypatch.chdir(tmp_path)
    person = Filler.sits_down(sheets(pack).network(None), NETWORK)
    person.has_finished()
    there = seeing(sheets(pack).network(person.case), Settings(SAY), pack, "network").flow
    review = there.review(person.case)
    ids = [one.id for one in review.options]
    unseen = {one.id: one for one in review.options if one.leads}
    (chosen,) = [one for one in unseen.values() if "SW08 " in one.label]
    assert len(unseen) > 1
    with Terminal.start("network", "duin", rows=50, columns=120) as terminal:
        terminal.is_asked(review.text)
        assert [one.label for one in unseen.values() if one.label not in terminal.text()] == []
        terminal.press(*[DOWN] * ids.index(chosen.id), ENTER)
        asked = person.asked(chosen.leads)
        assert asked.step == "family"
        terminal.is_asked(asked.text)
        terminal.press(ENTER)  # as it stands, and on through the step
        terminal.is_asked(person.asked("without-why").text)
        terminal.press(SKIP_STEP)
        terminal.is_asked(review.text)
        terminal.press(*[UP] * (ids.index(chosen.id) - ids.index(FINISH)), ENTER)
        assert terminal.ends() == 0
        assert "Traceback" not in terminal.text()
    done = cases.read(person.path).network
    assert done
    assert done.finished
    assert done.text("at-table") == "none"
