"""How a summary tells what weak answers lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from doorbraak_cli.files import packs, wordings
from doorbraak_cli.reports.document import Document, Heading, Item, Paragraph, page
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.reports.follow_up import FollowUp, follow_up
from doorbraak_cli.reports.follow_up_blocks import AT_MOST, bottlenecks, helps, mirrors

from .conftest import answer, below, case, headings, lines, pack_with, question, reflection, report

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording


def told(small: Pack, *weak: str, **tags: tuple[str, ...]) -> FollowUp:
    return follow_up(weak, {name.replace("_", "-"): ids for name, ids in tags.items()}, small, "nl")


def test_helps(small: Pack, nl: Wording) -> None:
    """It gives each weakly answered question with what may help, in a sentence and with its place in the guide."""
    document = page(*helps(told(small, "micro-2"), nl))
    assert document.blocks == (
        Heading(2, "Wat kan helpen"),
        Paragraph(nl("summary.helps.explained")),
        Heading(3, "Vraag micro-2?"),
        Item("Titel r-1", "Kern r-1. (hfst. 5, p. 12)"),
    )


def test_helps_once(small: Pack, nl: Wording) -> None:
    """It tells a recommendation once, and refers to it after that."""
    document = page(*helps(told(small, "micro-1", "micro-2"), nl))
    assert below(document, "Vraag micro-1?") == [
        Item("Titel r-4", "Kern r-4. (eigen aanbeveling)"),
        Item("Titel r-1", "Kern r-1. (hfst. 5, p. 12)"),
        Item("Titel r-2", "Kern r-2. (eigen aanbeveling)"),
    ]
    assert below(document, "Vraag micro-2?") == [Paragraph(nl("summary.helps.above", titles="Titel r-1"))]


def test_helps_is_no_advice_about_a_family(nl: Wording, en: Wording) -> None:
    """It says that this is about the reader's own work."""
    assert "geen advies over het gezin" in nl("summary.helps.explained")
    assert "family" in en("summary.helps.explained")


def test_mirrors(small: Pack, nl: Wording) -> None:
    """It gives the questions per level, from near to far, whom they are for and what bottleneck calls for them."""
    document = page(*mirrors(told(small, "micro-2", micro_2=("tijd", "geld")), small, nl))
    meso, macro = (nl("summary.mirrors.for", who=level.speaks_to.pick("nl")) for level in small.levels[1:])
    assert document.blocks == (
        Heading(2, "Vragen voor een ander niveau"),
        Paragraph(nl("summary.mirrors.explained")),
        Heading(3, meso),
        Item("Vraag meso-4?", "Waarom meso-4.", ("Knelpunt hierbij: Titel tijd.",)),
        Item("Vraag meso-2?", "Waarom meso-2."),
        Item("Vraag meso-3?", "Waarom meso-3."),
        Heading(3, macro),
        Item("Vraag macro-2?", "Waarom macro-2.", ("Knelpunt hierbij: Titel tijd, Titel geld.",)),
        Item("Vraag macro-1?", "Waarom macro-1."),
    )


def test_mirrors_at_most(small: Pack, nl: Wording) -> None:
    """It gives at most five questions for one level: the first ones, those of a bottleneck among them."""
    many = tuple(question(f"meso-{number}", "meso", mirrors=("micro-1",)) for number in range(9))
    few = tuple(question(f"macro-{number}", "macro", mirrors=("micro-1",)) for number in range(2))
    own = pack_with(small, questions=(question("micro-1"), *many, *few))
    found = told(own, "micro-1", micro_1=("tijd",))
    assert len(found.mirrors) == 11
    document = page(*mirrors(found, own, nl))
    meso, macro = (below(document, heading) for heading in headings(document, 3))
    assert [one.key for one in meso if isinstance(one, Item)] == [f"Vraag meso-{number}?" for number in (4, 0, 1, 2, 3)]
    assert (len(meso), len(macro)) == (AT_MOST, 2)


def test_mirrors_of_what_we_ship(pack: Pack, nl: Wording) -> None:
    """It keeps to five per level, whatever was weak and ticked."""
    every = tuple(one.id for one in pack.bottlenecks)
    asked = [one.id for one in pack.select(level="micro")]
    found = follow_up(asked, dict.fromkeys(asked, every), pack, "nl")
    assert len(found.mirrors) > 2 * AT_MOST
    document = page(*mirrors(found, pack, nl))
    assert [len(below(document, heading)) for heading in headings(document, 3)] == [AT_MOST, AT_MOST]


def test_bottlenecks(small: Pack, nl: Wording) -> None:
    """It says of each what it is and where it can be solved; of one that is gone only what was ticked."""
    found = told(small, "micro-1", micro_1=("tijd", "anders", "oud"))
    meso, macro = (level.title.pick("nl").lower() for level in small.levels[1:])
    assert page(*bottlenecks(found, small, nl)).blocks == (
        Heading(2, "Knelpunten"),
        Paragraph(nl("summary.bottlenecks.explained")),
        Item("Titel tijd", "Uitleg tijd.", (f"Op te lossen op: {meso}, {macro}.",)),
        Item("Titel anders", "Uitleg anders."),
        Item("oud", ""),
    )


def test_nothing_to_tell(small: Pack, nl: Wording) -> None:
    """It leaves every heading out where there is nothing below it."""
    none = FollowUp()
    assert [*helps(none, nl), *mirrors(none, small, nl), *bottlenecks(none, small, nl)] == []


PACK, NL = packs.load(), wordings.load("nl")
SHORT = st.text(min_size=1)


def hostile_case(typed: str) -> Case:
    """Give a case in which everything a person can type is this text."""
    given = [
        answer("subject", typed),
        answer("role", typed),
        answer("ra-micro-1.a", "hardly"),
        answer("ra-micro-1.b", typed),
        answer("ra-micro-1.evidence", typed),
        answer("ra-micro-1.bottlenecks", (PACK.bottlenecks[0].id, PACK.bottlenecks[1].id, typed)),
        *(answer(f"ra-micro-1.{name}", typed) for name in ("next", "who", "when")),
        answer("bk-micro-5", typed),
        answer("sw-micro-2", "not-at-all"),
        answer("oud", typed),
    ]
    given = [one.model_copy(update={"asked": typed}) for one in given]
    return case(reflection(PACK, *given), intake=(answer("title", typed), answer("situation", typed)))


def mirrored(of: Case) -> list[str]:
    document = report(of, PACK, NL)
    return lines(Document({}, tuple(below(document, NL("summary.mirrors")))))


@given(SHORT)
@example("Marianne de Vries, 06-12345678")
@example("{who} {bottlenecks} {0} %s")
@example("tijd\n\n## Voor: iedereen\n\x1b[31m\u202e")
def test_nothing_of_a_case_in_what_is_sent_on(typed: str) -> None:
    """It tells others nothing that was typed: the questions are the same, whatever stands in the case."""
    sent = mirrored(hostile_case(typed))
    assert len(sent) > 10
    assert sent == mirrored(hostile_case("x"))
    ours = {one.pick("nl") for each in PACK.questions for one in (each.text, each.why)}
    known = summary_facts(hostile_case("x"), PACK, "nl").follow_up
    assert {one.text for one in known.mirrors} <= ours
    assert {one.why for one in known.mirrors} <= ours
