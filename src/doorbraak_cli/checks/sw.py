"""Rules on adding value together: who is there and for what, who coordinates, and what the family says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from doorbraak_cli.checks import sw_plan
from doorbraak_cli.checks.rule import CASE, Spotted
from doorbraak_cli.domain.filled import text_of, ticked
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.domain.sheet import VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.checks.rule import Rule
    from doorbraak_cli.checks.seen import Seen
    from doorbraak_cli.domain.case import Card
    from doorbraak_cli.domain.filled import Filled

CONSULT = "zorgvuldig-consulteren"
"""The id of the card of a consult."""
SCOPE = ("question", "role", "scope")
"""What a consult can't do without: what was asked, in which role, how far the advice reaches."""
NEEDS = ("mandate", "money", "overview")
"""What somebody who coordinates needs."""
CORE, BACKGROUND, NOT_NOW = "core", "background", "not-now"


class _Party(NamedTuple):
    """Somebody in the network, as they are called."""

    name: str
    id: str
    there: Filled

    def text(self, field: str) -> str:
        """Give what was answered about them; "" where nothing stands."""
        return self.there.text(f"{self.id}.{field}")


def _parties(there: Filled | None) -> list[_Party]:
    return [_Party(name, party, there) for party, name in there.called("party").items()] if there else []


def sw01(seen: Seen) -> Iterator[str]:
    """Speak where there are people in the network and it is not told who of them, and who alone, coordinates."""
    there = seen.network
    if there and _parties(there):
        is_one = there.text("coordinator") == "one"
        if not is_one or there.text("coordinator-who") not in there.called("party"):
            yield CASE


def sw02(seen: Seen) -> Iterator[str]:
    """Speak where a coordinator lacks something, or nobody answered that; not where it is told who arranges it."""
    there = seen.network
    if there and there.text("coordinator") == "one":
        is_arranged = bool(there.text("coordinator-lacks"))
        for field in (one for one in there.fields if one.per is None and one.id in NEEDS):
            given = there.text(field.id)
            if not given or (given != "yes" and not is_arranged):
                yield (field.label or field.text).pick(there.lang)


def sw03(seen: Seen) -> Iterator[str]:
    """Speak where somebody who is there, or should be, adds nothing to any of the values in words."""
    for one in _parties(seen.network):
        if one.text("place") != NOT_NOW and not any(one.text(value) for value in VALUES):
            yield one.name


def sw04(seen: Seen) -> Iterator[str | Spotted]:
    """Speak where more than `most` belong to the core team, or were ticked for the next meeting."""
    there, most = seen.network, seen.spot.most
    if there and most:
        if sum(one.text("place") == CORE for one in _parties(there)) > most:
            yield _option(there, "place", CORE)
        if len(there.called("party").keys() & {*ticked(there.answers, "needed")}) > most:
            yield _step(there, "needed")


def sw08(seen: Seen) -> Iterator[str]:
    """Speak where nobody of the family is at the table as far as is known, and no empty chair spoke in the weighing."""
    there, weighing = seen.network, seen.weighing
    spoke = bool(weighing and weighing.text("empty-chair"))
    if there and _parties(there) and there.text("at-table") in ("", "none") and not spoke:
        yield CASE


def sw09(seen: Seen) -> Iterator[str]:
    """Speak where somebody with a statutory task is outside the core team and nothing says how safety is watched."""
    for one in _parties(seen.network):
        is_outside = one.text("statutory") == "yes" and one.text("place") in (BACKGROUND, NOT_NOW)
        if is_outside and not one.text("watch"):
            yield one.name


def sw11(seen: Seen) -> Iterator[str]:
    """Speak where it is open in which role somebody takes part, or a consult has no question, role or scope."""
    for one in _parties(seen.network):
        if one.text("place") in (CORE, BACKGROUND) and not one.text("consult"):
            yield one.name
    for card in seen.case.cards:
        if card.aid == CONSULT and _is_without_scope(card):
            yield _consult(card, seen)


def sw15(seen: Seen) -> Iterator[str]:
    """Speak where of nobody it is told what the family said themselves."""
    parties = _parties(seen.network)
    if parties and not any(one.text("family-says") and one.text("family-heard") == "said" for one in parties):
        yield CASE


def _option(there: Filled, field_id: str, option: str) -> str:
    """Give how an option of a field reads."""
    found = (there.choices(one).get(option) for one in there.fields if one.id == field_id)
    return next(found, None) or CASE


def _step(there: Filled, field_id: str) -> Spotted:
    """Give the step that asks for a field; the case as a whole where none does."""
    steps = (Spotted(one.title.pick(there.lang), one.id) for one in there.steps if one.field(field_id))
    return next(steps, Spotted(CASE))


def _is_without_scope(card: Card) -> bool:
    """Tell whether a card that was begun lacks what a consult can't do without."""
    answers = card.by_id()
    return any(one.stands for one in card.answers) and not all(text_of(answers, one) for one in SCOPE)


def _consult(card: Card, seen: Seen) -> str:
    """Give what a consult is called: who consults whom, or the title of its card."""
    aid = seen.pack.aid(card.aid)
    return first_line(text_of(card.by_id(), "parties")) or (aid.title.pick(seen.lang) if aid else CASE)


RULES: dict[str, Rule] = {
    "sw01": sw01,
    "sw02": sw02,
    "sw03": sw03,
    "sw04": sw04,
    **sw_plan.RULES,
    "sw08": sw08,
    "sw09": sw09,
    "sw11": sw11,
    "sw15": sw15,
}
