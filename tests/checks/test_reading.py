"""How far a weighing came; the rest of what rules read in one is told by their examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.checks.reading import past
from doorbraak_cli.checks.seen import Seen
from doorbraak_cli.domain.case import Answer, Case, Weighing

from .test_examples import TODAY

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack


def seen(pack: Pack, *answered: str, finished: bool = False, steps: tuple[str, ...] = ()) -> Seen:
    """Give a case with one weighing in which these were answered; with `steps` the pack asks no others."""
    answers = tuple(Answer(id=one, asked="?", value="iets") for one in answered)
    weighing = Weighing(
        id="weighing-1", started=TODAY, finished=TODAY if finished else None, language="nl", pack=pack.ref,
        answers=answers,
    )  # fmt: skip
    if steps:
        pack = pack.model_copy(update={"weighing": tuple(one for one in pack.weighing if one.id in steps)})
    return Seen(Case(about="case", created=TODAY, weighings=(weighing,)), pack, "nl", pack.blind_spots[0])


def test_no_weighing(pack: Pack) -> None:
    """It is past nothing where nobody weighed."""
    assert past(Seen(Case(about="case", created=TODAY), pack, "nl", pack.blind_spots[0]), "danger") is None


@pytest.mark.parametrize(
    ("answered", "is_past"),
    [
        (("housing.state",), False),
        (("housing.state", "foundation-1.known"), False),
        (("housing.state", "cause"), True),
        (("option-1.safety.short.how.member-1",), True),
        (("member-1.role",), False),
    ],
)
def test_past_a_step(pack: Pack, answered: tuple[str, ...], is_past: bool) -> None:
    """It is past a step once something was answered in a later one, of whatever thing."""
    assert (past(seen(pack, *answered), "foundation") is not None) == is_past


def test_past_a_field(pack: Pack) -> None:
    """It is past a field once a later one in its step was answered, and past all where it is finished."""
    assert past(seen(pack, "choice", "just"), "choice", "just") is None
    assert past(seen(pack, "choice", "doing"), "choice", "just")
    assert past(seen(pack, "choice", finished=True), "choice", "just")


def test_what_the_pack_does_not_ask(pack: Pack) -> None:
    """It is never past what the steps no longer ask, finished or not."""
    assert past(seen(pack, "choice", finished=True, steps=("danger", "choice")), "foundation") is None
    assert past(seen(pack, "choice", finished=True), "choice", "of-their-own") is None
