"""What the rules on adding value together name; when they speak is told by their examples."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.checks.catalogue import RULES, findings
from doorbraak_cli.checks.seen import Seen
from doorbraak_cli.files import cases

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack

EXAMPLES = Path(__file__).parent / "examples"
TODAY = date(2026, 6, 1)


def example(code: str, name: str) -> Case:
    return cases.read(EXAMPLES / code / f"{name}.yaml")


def named(code: str, case: Case, pack: Pack, lang: str = "nl") -> tuple[str, ...] | None:
    """Give what a finding is about; None where there is no finding."""
    return next((one.about for one in findings(case, pack, lang, TODAY) if one.code == code), None)


@pytest.mark.parametrize(
    ("code", "name", "about"),
    [
        ("SW01", "triggers-several", ()),
        ("SW02", "triggers-money-skipped-beside-what-is-arranged", ("Bureaucratievrij geld",)),
        ("SW03", "triggers-one-of-two", ("oma",)),
        ("SW04", "triggers-nine-in-the-core-team", ("kernteam",)),
        ("SW04", "triggers-nine-at-the-next-meeting", ("Het volgende overleg",)),
        ("SW05", "triggers-no-day", ("School bellen",)),
        ("SW07", "triggers-one-of-two", ("behandeling, naar de ggz",)),
        ("SW09", "triggers-one-of-two", ("jeugdbeschermer",)),
        ("SW10", "triggers-not-raised", ("een woning voor moeder en de kinderen",)),
        ("SW10", "triggers-action-stuck-and-nothing-said-of-it", ("Woning aanvragen",)),
        ("SW11", "triggers-core-team-without-role", ("gezinscoach, lokaal team",)),
        ("SW11", "triggers-card-without-question", ("gezinscoach en psycholoog",)),
        ("SW11", "triggers-card-without-scope", ("Zorgvuldig consulteren",)),
        ("SW12", "triggers-no-article", ("Legitimiteit: ruimte in de wet",)),
    ],
)
def test_names(code: str, name: str, about: tuple[str, ...], pack: Pack) -> None:
    """It names what it is about and nothing else, as people called it or as the pack calls it."""
    assert named(code, example(code, name), pack) == about


def test_several_exceptions(pack: Pack) -> None:
    """It tells which exception lacks which ground where there is more than one."""
    about = named("SW12", example("SW12", "triggers-second-exception"), pack)
    assert about
    assert about[0] == "Reiskosten naar de verslavingszorg · Legitimiteit: ruimte in de wet"
    assert len(about) == 3


def test_in_english(pack: Pack) -> None:
    """It names what the pack calls something in the language that was asked for."""
    assert named("SW02", example("SW02", "triggers-no-mandate"), pack, "en") == ("Mandate",)
    assert named("SW04", example("SW04", "triggers-nine-at-the-next-meeting"), pack, "en") == ("The next meeting",)


def test_threshold(pack: Pack) -> None:
    """It goes by the number in the text of the pack, and is silent where there is none."""
    spot, case = pack.blind_spot("sw04"), example("SW04", "passes-eight")
    assert spot
    for most, speaks in ((7, True), (8, False), (None, False)):
        seen = Seen(case, pack, "nl", spot.model_copy(update={"most": most}))
        assert bool([*RULES["sw04"](seen)]) == speaks


def test_without_today(pack: Pack) -> None:
    """It does not call an evaluation past where it was not told what day it is."""
    case = example("SW13", "triggers-passed")
    assert "SW13" not in {one.code for one in findings(case, pack, "nl")}


def test_a_pack_without_sheets(pack: Pack) -> None:
    """It never fails where a pack no longer asks what an old case answered."""
    bare = pack.model_copy(update={"network": (), "plan": (), "justification": (), "aids": (), "bottlenecks": ()})
    for path in sorted(EXAMPLES.glob("SW*/*.yaml")):
        for lang in ("nl", "en"):
            findings(cases.read(path), bare, lang, TODAY)
