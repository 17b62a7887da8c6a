"""What the rules on looking broadly name; when they speak is told by their examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.checks.catalogue import findings
from doorbraak_cli.files import cases

from .test_examples import EXAMPLES, TODAY

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack

CARRIED, LOOK_BACK = "Wie het risico samen dragen", "Wanneer we hier weer samen naar kijken"


def named(code: str, name: str, pack: Pack, lang: str = "nl") -> tuple[str, ...] | None:
    """Give what a finding in an example is about; None where there is no finding."""
    found = findings(cases.read(EXAMPLES / code / f"{name}.yaml"), pack, lang, TODAY)
    return next((one.about for one in found if one.code == code), None)


@pytest.mark.parametrize(
    ("code", "name", "about"),
    [
        ("BK01", "triggers-one-of-two-options", ("Naar oma",)),
        ("BK01", "triggers-do-nothing-on-one-value", ("Niets doen of afwachten",)),
        ("BK02", "triggers-now-only", ("Hotel",)),
        ("BK03", "triggers-short-weighing", ("Wonen", "Inkomen", "Schulden")),
        ("BK03", "triggers-debts-unknown", ("Schulden",)),
        ("BK04", "triggers-no-home", ("Wonen",)),
        ("BK04", "triggers-something-of-their-own", ("verblijfsrecht",)),
        ("BK05", "triggers-chosen-all-the-same", ()),
        ("BK07", "triggers-nothing-arranged", ()),
        ("BK08", "triggers-child-only", ("jongste kind",)),
        ("BK11", "triggers-do-nothing-chosen", ("Niets doen of afwachten",)),
        ("BK12", "triggers-carried-by-me", (CARRIED,)),
        ("BK12", "triggers-no-look-back", (LOOK_BACK,)),
        ("BK13", "triggers-danger-stays", ("Hotel",)),
        ("BK16", "triggers-same-words", ("Tijdelijke woning bij school",)),
    ],
)
def test_names(code: str, name: str, about: tuple[str, ...], pack: Pack) -> None:
    """It names what it is about and nothing else, as people called it or as the pack calls it."""
    assert named(code, name, pack) == about


def test_in_english(pack: Pack) -> None:
    """It names what the pack calls something in the language that was asked for."""
    assert named("BK03", "triggers-debts-unknown", pack, "en") == ("Debts",)
    assert named("BK01", "triggers-do-nothing-on-one-value", pack, "en") == ("Do nothing or wait",)


def test_another_pack(pack: Pack) -> None:
    """It never fails where a pack no longer asks what an old case answered; what it never asks is no blind spot."""
    kept = tuple(step for step in pack.weighing if step.id in ("danger", "choice"))
    other = pack.model_copy(update={"weighing": kept, "plan": ()})
    paths = sorted(EXAMPLES.glob("BK*/triggers-*.yaml"))
    assert paths
    for path in paths:
        found = {one.code for one in findings(cases.read(path), other, "nl", TODAY) if one.code.startswith("BK")}
        assert found <= {"BK07", "BK11", "BK12", "BK13", "BK16"}, path
