"""The network, the plan and the exceptions of a case: in its summary, and each by itself."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.reports.document import Bullets, Document, Heading, Paragraph, page
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.reports.family import family
from doorbraak_cli.reports.sheets import PARTS, alone, part_blocks, sheet_blocks
from doorbraak_cli.reports.summary import summary

from .conftest import DAY, answer, below, case, headings, lines, reflection
from .sheets import KINDS, all_sheets, facts_of, said, sitting, typed, whole, with_sheets
from .weighings import everyone_may_read, weighing
from .weighings import whole as weighed

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.sheet import SheetKind
    from doorbraak_cli.domain.wording import Wording

PART_OF: dict[SheetKind, str] = dict(zip(KINDS, PARTS, strict=True))
LATER = date(2026, 8, 3)


def everything(pack: Pack) -> Case:
    """Give a case in which somebody looked back, weighed and filled in every sheet."""
    looked_back = reflection(pack, answer("ra-micro-5", "hardly"), answer("bk-micro-5", "Zo."))
    of = case(looked_back, weighings=(weighing(pack, *weighed(pack).values()),))
    return with_sheets(of, *all_sheets(pack))


def report(of: Case, pack: Pack, say: Wording) -> Document:
    return summary(summary_facts(of, pack, say.lang), pack, say)


def one_alone(part: str, of: Case, pack: Pack, say: Wording) -> Document:
    return alone(part, summary_facts(of, pack, say.lang), pack, say)


# --- In a summary


def test_order(pack: Pack, nl: Wording) -> None:
    """It gives the weighing, then network, plan, exception and look-back, and then what was looked back on."""
    there = headings(report(everything(pack), pack, nl), 2)
    day = nl.day(DAY)
    wanted = [
        nl("summary.about.case"),
        nl("weighed.title", date=day),
        nl("network.title"),
        nl("plan.title"),
        nl("justified.title", number=1, date=day),
        nl("looked-back.title", number=1, date=day),
        nl("summary.looked-back"),
        nl("summary.overview"),
        nl("summary.steps"),
        nl("summary.sources"),
    ]
    assert [one for one in there if one in wanted] == wanted


def test_danger_stays_first(pack: Pack, nl: Wording) -> None:
    """It gives what must stop now before all else, whatever stands in the sheets."""
    document = report(everything(pack), pack, nl)
    first, second = headings(document, 2)[:2]
    assert first == next(step.title.pick("nl") for step in pack.weighing if step.id == "danger")
    assert second == nl("summary.about.case")


def test_look_back_after_its_exception(pack: Pack, nl: Wording) -> None:
    """It gives each look-back right after the exception it is on, and one on what is gone last."""
    sheets = [sitting("justification", pack, number=number) for number in (1, 2)]
    on = ((1, "justification-2"), (2, "justification-1"), (3, "justification-9"), (4, "justification-1"))
    backs = [sitting("look_back", pack, number=number, of=of, started=LATER) for number, of in on]
    document = page(*sheet_blocks(facts_of(pack, *sheets, *backs), nl))
    exceptions = [nl("justified.title", number=number, date=nl.day(DAY)) for number in (1, 2)]
    back = {number: nl("looked-back.title", number=number, date=nl.day(LATER)) for number in (1, 2, 9)}
    assert headings(document, 2) == [exceptions[0], back[1], back[1], exceptions[1], back[2], back[9]]


@pytest.mark.parametrize("kind", KINDS)
def test_only_one_there(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It gives the one sheet that is there, nothing on the others, and nothing on looking back on one's own work."""
    document = report(with_sheets(case(), sitting(kind, pack, *whole(kind, pack).values())), pack, nl)
    assert headings(document, 1) == [nl("summary.title-case", title="Duin")]
    there = [one for one in headings(document, 2) if one != nl("summary.unseen")]
    assert len(there) == 5
    assert there[0] == nl("summary.about.case")
    assert there[2:] == [nl(f"summary.{one}") for one in ("sources", "limits", "privacy")]


def test_nothing_yet(pack: Pack, nl: Wording) -> None:
    """It gives of sheets in which nothing was answered that they were begun, and every step as not asked yet."""
    empty = [sitting(kind, pack, finished=None) for kind in KINDS]
    shown = lines(report(with_sheets(case(), *empty), pack, nl))
    assert shown.count(f"begonnen op 30 april 2026; {nl('summary.open')}") == 4
    assert shown.count(nl("weighed.open")) == 4


def test_levels_of_headings(pack: Pack, nl: Wording) -> None:
    """It never skips a level of heading, so that a screen reader can walk through it."""
    of = everything(pack)
    for document in (report(of, pack, nl), *(one_alone(part, of, pack, nl) for part in PARTS)):
        levels = [block.level for block in document.blocks if isinstance(block, Heading)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_text(pack: Pack, nl: Wording) -> None:
    """It gives every text of every sheet."""
    shown = "\n".join(lines(report(everything(pack), pack, nl)))
    texts = [one for kind in KINDS for one in typed(whole(kind, pack)).values()]
    assert len(texts) > 80
    assert [one for one in texts if one not in shown] == []


def test_facts_for_machines(pack: Pack, nl: Wording) -> None:
    """It says when it was last worked on, the sheets among it, and on which content."""
    of = with_sheets(case(), sitting("network", pack), sitting("plan", pack, started=DAY, finished=LATER))
    meta = report(of, pack, nl).meta
    assert meta["updated"] == "2026-08-03"
    assert meta["content"] == f"handreiking-2026 {pack.info.version} ({pack.digest})"


@pytest.mark.parametrize("kind", KINDS)
def test_sources(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It names where the steps stand in the guide in which something was answered, and no others."""
    first = pack.sheet(kind)[0]
    (sources,) = below(report(with_sheets(case(), sitting(kind, pack, answer("with", "wij"))), pack, nl), "Bronnen")
    assert isinstance(sources, Bullets)
    own = [one for one in sources.items if one.startswith(nl("summary.source.sheets", chapter=0, pages=0)[:20])]
    assert first.source is not None
    assert own == [nl("summary.source.sheets", chapter=first.source.chapter, pages=first.source.page)]


def test_no_sources_of_what_is_not_there(pack: Pack, nl: Wording) -> None:
    """It names no place for steps in which nothing was answered."""
    (sources,) = below(report(with_sheets(case(), sitting("plan", pack)), pack, nl), "Bronnen")
    assert isinstance(sources, Bullets)
    assert [one for one in sources.items if one.startswith("De stappen over netwerk")] == []


# --- Each by itself


@pytest.mark.parametrize("part", PARTS)
def test_alone(pack: Pack, nl: Wording, part: str) -> None:
    """It gives one part as a document of its own, under its own title, with where it comes from and how to keep it."""
    document = one_alone(part, everything(pack), pack, nl)
    assert headings(document, 1) == [nl(f"sheet.alone.{part}", title="Duin")]
    assert document.meta == {
        "title": nl(f"sheet.alone.{part}", title="Duin"),
        "created": "2026-04-30",
        "language": "nl",
    }
    assert headings(document, 2)[-3:] == [nl(f"summary.{one}") for one in ("sources", "limits", "privacy")]
    assert Paragraph(nl("summary.limits.line")) in document.blocks


@pytest.mark.parametrize("kind", KINDS)
def test_alone_gives_nothing_else(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It gives every text of that part, and none of the rest of the case, but for what a look-back looks back on."""
    shown = "\n".join(lines(one_alone(PART_OF[kind], everything(pack), pack, nl)))
    own = [*typed(whole(kind, pack)).values()]
    if kind == "look_back":
        own += [one for name, one in typed(whole("justification", pack)).items() if name in ("expect", "notice")]
    others = [one for other in KINDS for one in typed(whole(other, pack)).values() if one not in own]
    others += [one.value for one in weighed(pack).values() if isinstance(one.value, str) and "«" in one.value]
    assert own
    assert len(others) > 100
    assert [one for one in own if one not in shown] == []
    assert [one for one in (*others, "Zo.") if one in shown] == []


@pytest.mark.parametrize("kind", KINDS)
def test_sources_of_one_alone(pack: Pack, nl: Wording, kind: SheetKind) -> None:
    """It names the places in the guide of that part and no others, and no recommendations that are not in it."""
    with_exception: tuple[SheetKind, ...] = ("justification", "look_back")
    there = [(kind,), with_exception] if kind == "look_back" else [(kind,)]
    may_be = [
        sources_of(
            PART_OF[kind],
            with_sheets(case(), *(sitting(one, pack, *whole(one, pack).values()) for one in only)),
            pack,
            nl,
        )
        for only in there
    ]
    assert sources_of(PART_OF[kind], everything(pack), pack, nl) in may_be


def sources_of(part: str, of: Case, pack: Pack, say: Wording) -> tuple[str, ...]:
    (sources,) = below(one_alone(part, of, pack, say), say("summary.sources"))
    assert isinstance(sources, Bullets)
    return sources.items


def test_alone_without_a_title(pack: Pack, nl: Wording) -> None:
    """It says so where the case has no title yet, and marks one that is not finished."""
    of = with_sheets(case(intake=(answer("title", "Du", draft=True),)), sitting("plan", pack))
    assert headings(one_alone("plan", of, pack, nl), 1) == [f"Het plan: Du ({nl('summary.draft')})"]
    of = with_sheets(case(intake=(answer("situation", "x"),)), sitting("plan", pack))
    assert headings(one_alone("plan", of, pack, nl), 1) == [f"Het plan: {nl('summary.untitled')}"]


def test_long_title(pack: Pack, nl: Wording) -> None:
    """It cuts a title that is longer than a line."""
    of = with_sheets(case(intake=(answer("title", "Duin " * 90),)), sitting("plan", pack))
    (title,) = headings(one_alone("plan", of, pack, nl), 1)
    assert title.endswith("…")
    assert len(title) < 150


def test_several_exceptions_alone(pack: Pack, nl: Wording) -> None:
    """It gives all exceptions, or all look-backs, of a case."""
    sheets = [sitting("justification", pack, number=number) for number in (1, 2)]
    backs = [sitting("look_back", pack, number=number, of=f"justification-{number}") for number in (1, 2)]
    told = facts_of(pack, *sheets, *backs)
    for part in ("justification", "look-back"):
        assert len(headings(page(*part_blocks(part, told, nl)), 2)) == 2


@pytest.mark.parametrize("part", PARTS)
def test_part_that_is_not_there(pack: Pack, nl: Wording, part: str) -> None:
    """It gives nothing of a part that is not there."""
    assert [*part_blocks(part, facts_of(pack), nl)] == []


def test_same_document(pack: Pack, nl: Wording) -> None:
    """It gives the same documents for the same case."""
    of = everything(pack)
    for part in PARTS:
        assert one_alone(part, of, pack, nl) == one_alone(part, of, pack, nl)


def test_nothing_for_the_family(pack: Pack, nl: Wording) -> None:
    """It gives nothing of any sheet in the version for the family, whatever was shared of the weighing."""
    shared = weighed(pack, *everyone_may_read(pack))
    of = case(weighings=(weighing(pack, *shared.values()),))
    without, beside = (
        family(summary_facts(one, pack, "nl"), pack, nl) for one in (of, with_sheets(of, *all_sheets(pack)))
    )
    assert lines(beside) == lines(without)


def test_unfinished_beside_finished(pack: Pack, nl: Wording) -> None:
    """It gives an exception that is not finished after one that is, each with how it stands."""
    sheets = (
        sitting("justification", pack, *said({"asked": "Een huis."})),
        sitting("justification", pack, *said({"asked": "Een auto."}), number=2, finished=None),
    )
    shown = lines(page(*sheet_blocks(facts_of(pack, *sheets), nl)))
    assert shown.index("Een huis.") < shown.index("Een auto.")
    states = [one for one in shown if one.startswith("begonnen op")]
    assert [one.endswith(nl("summary.open")) for one in states] == [False, True]
