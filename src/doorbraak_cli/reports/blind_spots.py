"""What a case has not looked at yet: as a list of findings, and a page about one blind spot."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from doorbraak_cli.checks.catalogue import findings
from doorbraak_cli.domain.blind_spot import STEPPED, GoesTo
from doorbraak_cli.domain.filled import number_of
from doorbraak_cli.domain.finding import Finding
from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.domain.text import Source  # noqa: TC001 - pydantic reads the annotations
from doorbraak_cli.domain.weighed import DEPTH, SHORT
from doorbraak_cli.reports.document import Block, Bullets, Document, Fields, Heading, Item, Paragraph, page
from doorbraak_cli.reports.guide import source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import date

    from doorbraak_cli.domain.blind_spot import BlindSpot
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

    Command = Callable[["SpotFacts"], str]

Spot = TypeVar("Spot", "BlindSpot", "SpotFacts")

_NAME = 60
"""Characters of each of the names a finding is about."""


class SpotFacts(Model):
    """One blind spot in a case.

    `principle` is the id of the principle it belongs to, `do` what to do, `source` its place in the guide, `goes_to`
    where it can be mended, with `of` the id of one of several sheets; `why_aside` why it was left.
    """

    code: str
    principle: str
    title: str
    says: str
    do: str
    source: Source | None = None
    goes_to: GoesTo
    of: str = ""
    about: tuple[str, ...] = ()
    why_aside: str = ""

    @property
    def named(self) -> str:
        """Give the code and the title, with what it is about."""
        return self._with_names(f"{self.code} {self.title}")

    @property
    def told(self) -> str:
        """Give the sentence with what it is about."""
        return self._with_names(self.says)

    def _with_names(self, text: str) -> str:
        names = "; ".join(first_line(one, _NAME) for one in self.about)
        return f"{text} ({names})" if names else text


class FindingFacts(SpotFacts):
    """A finding as other tools read it: in which case, and with which command it can be mended.

    Those are empty for what only shows over many cases.
    """

    case: str = ""
    title_of_case: str = ""
    command: str = ""


def unseen_in(case: Case, pack: Pack, lang: str, today: date | None = None) -> tuple[SpotFacts, ...]:
    """Give the facts of what a case has not looked at yet; without `today` nothing that comes with passing time."""
    return spot_facts(findings(case, pack, lang, today), case, pack, lang)


def spot_facts(found: Iterable[Finding], case: Case, pack: Pack, lang: str) -> tuple[SpotFacts, ...]:
    """Give the facts of findings with the words of the pack, and of all that was set aside, found or not."""
    there = {one.id: one for one in found}
    spots = (one for one in pack.blind_spots if one.id in there or case.why_aside(one.code))
    return tuple(_facts(one, there.get(one.id, Finding(id=one.id)), lang, case.why_aside(one.code)) for one in spots)


def many_facts(spot: BlindSpot, bottlenecks: Collection[str], pack: Pack, lang: str) -> SpotFacts:
    """Give the facts of what only shows over many cases, for bottlenecks by id; one the pack lacks by its id."""
    titles = {one.id: one.title.pick(lang) for one in pack.bottlenecks}
    return _facts(spot, Finding(id=spot.id, about=tuple(titles.get(one, one) for one in bottlenecks)), lang)


def _facts(spot: BlindSpot, found: Finding, lang: str, why_aside: str = "") -> SpotFacts:
    return SpotFacts(
        code=spot.code,
        principle=spot.principle,
        title=spot.title.pick(lang),
        says=spot.says.pick(lang),
        do=spot.do.pick(lang),
        source=spot.source,
        goes_to=spot.goes_to.model_copy(update={"step": found.step or spot.goes_to.step}),
        of=found.of,
        about=found.about,
        why_aside=why_aside,
    )


def words_to(goes_to: GoesTo, case: Case, pack: Pack, of: str = "") -> tuple[str, ...]:
    """Give what follows the name of the case in the command with which a blind spot can be mended.

    `of` is which of several sheets, by the id of one.

    A step that a short weighing passed over is gone to by deepening it; one that the pack lacks is left out, and so is
    one of what is not there yet, but for a plan, of which every step can be the first.
    """
    sheet = STEPPED.get(goes_to.command)
    step = next((one for one in pack.sheet(sheet) if one.id == goes_to.step), None) if sheet else None
    last = case.last_weighing
    begun = {"weigh": last, "network": case.network, "justify": case.justifications}
    if step is None or not begun.get(goes_to.command, True):
        return ()
    is_deeper = sheet == "weighing" and not step.short and last is not None and last.text(DEPTH) == SHORT
    before = ("--deepen",) if is_deeper else ("--of", str(number_of(of))) if of else ()
    return (*before, "--at", step.id)


def findings_page(title: str, facts: Sequence[SpotFacts], pack: Pack, say: Wording, command: Command) -> Document:
    """Give what is not looked at yet in one case, per principle, with where to go; then what was set aside."""
    return page(Heading(2, title), *_findings(facts, pack, say, command))


def over_cases_page(facts: Iterable[SpotFacts], explain: str, say: Wording) -> Document:
    """Give what only shows over many cases, then what findings are about; `explain` is the command that explains."""
    found: list[Block] = [Item(one.code, one.told, (done(one, say),)) for one in facts]
    heading: list[Block] = [Heading(2, say("check.over-cases"))] if found else []
    return page(*heading, *found, Paragraph(say("check.end", explain=explain)))


def _findings(facts: Sequence[SpotFacts], pack: Pack, say: Wording, command: Command) -> Iterator[Block]:
    standing = [one for one in facts if not one.why_aside]
    if not standing:
        yield Paragraph(say("check.nothing"))
    for principle, found in _per_principle(standing, pack):
        named = pack.principle(principle)
        yield Heading(3, named.title.pick(say.lang) if named else principle)
        for one in found:
            yield Item(one.code, one.told, (done(one, say), say("check.go", command=command(one))))
    yield from aside_blocks(facts, say, 3)


def unseen_blocks(facts: Sequence[SpotFacts], say: Wording) -> Iterator[Block]:
    """Give what a summary says of what is not looked at yet; nothing where there is nothing."""
    if facts:
        yield Heading(2, say("summary.unseen"))
        yield Paragraph(say("summary.unseen.explained"))
        standing = [one for one in facts if not one.why_aside]
        if standing:
            yield Bullets(tuple(f"{one.code}: {one.told}" for one in standing))
        yield from aside_blocks(facts, say, 3)


def done(one: SpotFacts, say: Wording) -> str:
    """Give what to do, with the place in the guide; nothing of a place where it is somebody's own."""
    place = say("guide.place", chapter=one.source.chapter, page=one.source.page) if one.source else ""
    return " ".join(filter(None, (one.do, place)))


def aside_blocks(facts: Iterable[SpotFacts], say: Wording, level: int) -> Iterator[Block]:
    """Give what was set aside, each with why."""
    aside = [one for one in facts if one.why_aside]
    if aside:
        yield Heading(level, say("check.aside"))
        yield Fields(tuple((f"{one.code} {one.title}", one.why_aside) for one in aside))


def spot_page(spot: BlindSpot, pack: Pack, say: Wording, command: str) -> Document:
    """Give the page of one blind spot: when it speaks, why, what to do, when it may be left."""
    lang, named = say.lang, pack.principle(spot.principle)
    return page(
        Heading(2, f"{spot.code} {spot.title.pick(lang)}"),
        *([Paragraph(named.title.pick(lang))] if named else []),
        Paragraph(spot.says.pick(lang)),
        *_part(say("check.why"), spot.why.pick(lang)),
        *_part(say("check.do"), spot.do.pick(lang)),
        Paragraph(say("check.go", command=command)),
        *_part(say("check.leave"), spot.leave.pick(lang)),
        Paragraph(say("check.set-aside", code=spot.code)),
        *source(spot.source, say),
    )


def all_spots(spots: Iterable[BlindSpot], pack: Pack, say: Wording) -> Document:
    """Give blind spots by code and title, per principle."""
    blocks: list[Block] = []
    for principle, found in _per_principle(spots, pack):
        named = pack.principle(principle)
        blocks.append(Heading(2, named.title.pick(say.lang) if named else principle))
        blocks.append(Fields(tuple((one.code, one.title.pick(say.lang)) for one in found)))
    return page(*blocks)


def _per_principle(spots: Iterable[Spot], pack: Pack) -> Iterator[tuple[str, Iterator[Spot]]]:
    """Give them per principle, in the order of the pack, also where somebody's own come last in it."""
    order = {one.id: place for place, one in enumerate(pack.principles)}
    ordered = sorted(spots, key=lambda one: order.get(one.principle, len(order)))
    return groupby(ordered, key=lambda one: one.principle)


def goes_as(spot: BlindSpot, say: Wording) -> str:
    """Give the command a blind spot is mended with, for any case."""
    step = f" --at {spot.goes_to.step}" if spot.goes_to.step else ""
    return f"{say.program} {spot.goes_to.command} {say('metavar.case')}{step}"


def _part(title: str, text: str) -> tuple[Block, ...]:
    return (Heading(3, title), Paragraph(text))
