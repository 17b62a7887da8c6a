"""What is not looked at yet: as a list with where to go, as pages about blind spots, and in a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.checks.many import MANY
from doorbraak_cli.domain.blind_spot import GoesTo
from doorbraak_cli.reports.blind_spots import (
    SpotFacts,
    all_spots,
    findings_page,
    goes_as,
    many_facts,
    spot_page,
    unseen_blocks,
    words_to,
)
from doorbraak_cli.reports.document import Bullets, Document, Fields, Heading, Item, Paragraph
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.reports.family import family
from doorbraak_cli.reports.meeting import meeting

from .conftest import answer, below, case, headings, lines, pack_with, reflection, report, text
from .weighings import said, weighing

if TYPE_CHECKING:
    from doorbraak_cli.domain.blind_spot import BlindSpot
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

RA, BK = "radicaal-aansluiten", "breed-kijken"
UNSEEN, ASIDE = "Nog niet bekeken", "Opzij gelegd"
WHY = "Oma zoekt dat deze week uit."
SHORT = {"danger": "no", "option-1.what": "Hotel", "choice": "option-1"}


def spot(code: str, principle: str = RA, **more: str | tuple[str, ...]) -> SpotFacts:
    texts = {"title": f"Titel {code}", "says": f"Zin {code}.", "do": "Doe iets."}
    given = {"code": code, "principle": principle, "goes_to": {"command": "weigh", "step": "foundation"}, **texts}
    return SpotFacts.model_validate({**given, **more})


def of_pack(pack: Pack, code: str) -> BlindSpot:
    found = pack.blind_spot(code)
    assert found
    return found


def going(one: SpotFacts) -> str:
    return f"doorbraak {one.goes_to.command} duin --at {one.goes_to.step}"


def page_of(pack: Pack, say: Wording, *facts: SpotFacts) -> Document:
    return findings_page("Duin (duin)", facts, pack, say, going)


def weighed(pack: Pack, depth: str = "short", **aside: str) -> Case:
    """Give a case with a short weighing in which much was left out, some of it on purpose."""
    there = case(weighings=(weighing(pack, *said(SHORT), depth=depth),))
    return there.model_copy(update={"set_aside": aside})


# --- What was found in a case


def test_findings(pack: Pack, nl: Wording) -> None:
    """It gives what was found under the title of each principle, with where to go."""
    document = page_of(pack, nl, spot("RA01"), spot("RA02", about=("moeder", "Bo")), spot("BK03", BK))
    assert headings(document, 2) == ["Duin (duin)"]
    principles = [one.title.pick("nl") for one in pack.principles]
    assert headings(document, 3) == principles[:2]
    first = [one for one in below(document, principles[0]) if isinstance(one, Item)]
    assert [(one.key, one.text) for one in first] == [("RA01", "Zin RA01."), ("RA02", "Zin RA02. (moeder; Bo)")]
    (broad,) = below(document, principles[1])
    assert isinstance(broad, Item)
    assert nl("check.go", command="doorbraak weigh duin --at foundation") in broad.details


def test_own_among_the_findings(pack: Pack, nl: Wording) -> None:
    """It has each principle once, also where somebody's own rule about the first one comes last in the pack."""
    document = page_of(pack, nl, spot("RA01"), spot("BK03", BK), spot("EIGEN-1", RA))
    principles = [one.title.pick("nl") for one in pack.principles]
    assert headings(document, 3) == principles[:2]
    assert [one.key for one in below(document, principles[0]) if isinstance(one, Item)] == ["RA01", "EIGEN-1"]


def test_findings_set_aside(pack: Pack, nl: Wording) -> None:
    """It gives apart, at the end, what was set aside, each with why."""
    document = page_of(pack, nl, spot("RA01", why_aside=WHY), spot("BK03", BK), spot("BK06", BK, why_aside="Zo."))
    assert headings(document, 3) == [pack.principles[1].title.pick("nl"), ASIDE]
    assert below(document, ASIDE) == [Fields((("RA01 Titel RA01", WHY), ("BK06 Titel BK06", "Zo.")))]
    assert [one.key for one in document.blocks if isinstance(one, Item)] == ["BK03"]


def test_no_findings(pack: Pack, nl: Wording) -> None:
    """It says so where nothing was found, and also where all of it was set aside."""
    assert page_of(pack, nl).blocks == (Heading(2, "Duin (duin)"), Paragraph(nl("check.nothing")))
    document = page_of(pack, nl, spot("RA01", why_aside=WHY))
    assert Paragraph(nl("check.nothing")) in document.blocks
    assert headings(document, 3) == [ASIDE]


def test_long_names() -> None:
    """It keeps what something is about on one line, and cuts it off where it is very long."""
    told = spot("RA02", about=("een naam\nop twee regels", "x" * 1000)).told
    assert told.startswith("Zin RA02. (een naam op twee regels; xxx")
    assert "\n" not in told
    assert len(told) < 200


# --- Where to go


@pytest.mark.parametrize(
    ("depth", "step", "words"),
    [
        ("short", "foundation", ("--deepen", "--at", "foundation")),
        ("short", "table", ("--at", "table")),
        ("full", "foundation", ("--at", "foundation")),
    ],
)
def test_words_to_a_weighing(pack: Pack, depth: str, step: str, words: tuple[str, ...]) -> None:
    """It goes to a step, by deepening where a short weighing passes that over."""
    assert words_to(GoesTo(command="weigh", step=step), weighed(pack, depth), pack) == words


def test_words_after_a_deeper_weighing(pack: Pack) -> None:
    """It goes by the last weighing: no deepening where a short one was followed by a full one."""
    both = (
        weighing(pack, *said(SHORT), depth="short", later=True),
        weighing(pack, *said(SHORT), depth="full", number=2),
    )
    assert words_to(GoesTo(command="weigh", step="foundation"), case(weighings=both), pack) == ("--at", "foundation")


def test_words_without_a_step(pack: Pack) -> None:
    """It names no step where there is none to go to: in a reflection, and where somebody's pack took it away."""
    there = weighed(pack)
    assert words_to(GoesTo(command="reflect"), there, pack) == ()
    assert words_to(GoesTo(command="plan", step="rhythm"), there, pack) == ("--at", "rhythm")
    assert words_to(GoesTo(command="network", step="value"), there, pack) == ()
    without = pack_with(pack, plan=tuple(one for one in pack.plan if one.id != "rhythm"))
    assert words_to(GoesTo(command="plan", step="rhythm"), there, without) == ()


# --- Pages


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_page_of_each(pack: Pack, nl: Wording, en: Wording, lang: str) -> None:
    """It gives of every blind spot all its texts in one language, with where to go, and its place in the guide."""
    say = {"nl": nl, "en": en}[lang]
    assert len(pack.blind_spots) > 40
    for one in pack.blind_spots:
        document = spot_page(one, pack, say, "doorbraak GA")
        shown = lines(document)
        assert headings(document, 2) == [f"{one.code} {one.title.pick(lang)}"]
        assert headings(document, 3) == [say("check.why"), say("check.do"), say("check.leave")]
        texts = (one.says, one.why, one.do, one.leave)
        assert [each for each in texts if each.pick(lang) not in shown] == []
        assert say("check.go", command="doorbraak GA") in shown
        assert say("check.set-aside", code=one.code) in shown
        assert one.source
        assert any(f" {one.source.chapter}, p. {one.source.page}" in each for each in shown)


def test_page_of_ones_own(pack: Pack, nl: Wording) -> None:
    """It names no place in the guide for somebody's own."""
    own = of_pack(pack, "RA01").model_copy(update={"id": "eigen-1", "source": None})
    shown = lines(spot_page(own, pack, nl, "doorbraak GA"))
    assert shown[0].startswith("EIGEN-1 ")
    assert [one for one in shown if "hfst." in one] == []


def test_goes_as(pack: Pack, nl: Wording, en: Wording) -> None:
    """It gives the command for any case, with the step where there is one."""
    assert goes_as(of_pack(pack, "BK05"), nl) == "doorbraak weigh CASUS --at table"
    assert goes_as(of_pack(pack, "BK05"), en) == "doorbraak weigh CASE --at table"
    plain = of_pack(pack, "BK05").model_copy(update={"goes_to": GoesTo(command="reflect")})
    assert goes_as(plain, nl) == "doorbraak reflect CASUS"


def test_all(pack: Pack, nl: Wording) -> None:
    """It lists them all by code and title under the principles, each once, and somebody's own with its principle."""
    own = of_pack(pack, "RA01").model_copy(update={"id": "eigen-1", "title": text("Van mij")})
    document = all_spots((*pack.blind_spots, own), pack, nl)
    principles = [one.title.pick("nl") for one in pack.principles]
    assert headings(document, 2) == principles
    shown = lines(document)
    assert len(pack.blind_spots) > 40
    for one in pack.blind_spots:
        at = shown.index(one.code)
        assert shown[at + 1] == one.title.pick("nl")
    assert shown.index("EIGEN-1") < shown.index(principles[1])


# --- Over many cases


def test_many_facts(pack: Pack, en: Wording) -> None:
    """It names bottlenecks by their titles, and one that the pack does not have by its id."""
    (over,) = [one for one in pack.blind_spots if one.id in MANY]
    facts = many_facts(over, ("woningtekort", "weg"), pack, "en")
    found = pack.bottleneck("woningtekort")
    assert found
    assert (facts.code, facts.principle, facts.why_aside) == ("SW14", over.principle, "")
    assert facts.about == (found.title.pick("en"), "weg")
    assert facts.told == f"{over.says.pick('en')} ({found.title.pick('en')}; weg)"


# --- In a summary


def test_unseen(nl: Wording) -> None:
    """It gives what a summary says: what stands as a list by code, then what was set aside with why."""
    blocks = unseen_blocks([spot("RA01", about=("Bo",)), spot("BK03", BK, why_aside=WHY), spot("BK06", BK)], nl)
    assert [*blocks] == [
        Heading(2, UNSEEN),
        Paragraph(nl("summary.unseen.explained")),
        Bullets(("RA01: Zin RA01. (Bo)", "BK06: Zin BK06.")),
        Heading(3, ASIDE),
        Fields((("BK03 Titel BK03", WHY),)),
    ]


def test_only_set_aside(nl: Wording) -> None:
    """It has no empty list where all was set aside, and nothing at all where nothing was found."""
    blocks = [*unseen_blocks([spot("RA01", why_aside=WHY)], nl)]
    assert [type(one) for one in blocks] == [Heading, Paragraph, Heading, Fields]
    assert [*unseen_blocks([], nl)] == []


def test_in_a_summary(pack: Pack, nl: Wording, en: Wording) -> None:
    """It stands in the summary of a case, in its language, with what was set aside and why."""
    there = weighed(pack, BK03=WHY, bk06="Staat in het plan.")
    for say in (nl, en):
        document = report(there, pack, say)
        blocks = below(document, say("summary.unseen"))
        (standing,) = [one for one in blocks if isinstance(one, Bullets)]
        assert f"BK05: {of_pack(pack, 'BK05').says.pick(say.lang)}" in standing.items
        assert [one for one in standing.items if one.startswith(("BK03", "BK06"))] == []
        titles = {code: of_pack(pack, code).title.pick(say.lang) for code in ("BK03", "BK06")}
        aside = Fields(((f"BK03 {titles['BK03']}", WHY), (f"BK06 {titles['BK06']}", "Staat in het plan.")))
        assert below(document, say("check.aside")) == [aside]


def test_nothing_unseen_in_a_summary(pack: Pack, nl: Wording) -> None:
    """It has no part about it in the summary of somebody's look back, in which none of it was asked."""
    document = report(case(reflection(pack, answer("ra-micro-5", "hardly"))), pack, nl)
    assert UNSEEN not in headings(document, 2)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_not_for_family_or_meeting(pack: Pack, nl: Wording, en: Wording, lang: str) -> None:
    """It stays out of what the family and a meeting get: the part, the codes, and why something was set aside."""
    say = {"nl": nl, "en": en}[lang]
    there = weighed(pack, BK03=WHY)
    facts = summary_facts(there, pack, lang)
    assert len(facts.unseen) > 3
    kept = "\n".join(lines(report(there, pack, say)))
    out = [say("summary.unseen"), say("check.aside"), WHY, *(one.says for one in facts.unseen)]
    assert [one for one in out if one not in kept] == [one.says for one in facts.unseen if one.why_aside]
    for document in (family(facts, pack, say), meeting(facts, say)):
        shown = "\n".join(lines(document))
        assert [one for one in (*out, *(each.code for each in facts.unseen)) if one in shown] == []


def test_facts(pack: Pack) -> None:
    """It gives the facts of a summary what is not looked at yet, in the order of the pack, with why it was left."""
    facts = summary_facts(weighed(pack, BK03=WHY), pack, "nl").unseen
    codes = [one.code for one in facts]
    assert {"RA01", "BK03", "BK05", "SW06"} <= {*codes}
    assert codes == [one.code for one in pack.blind_spots if one.code in codes]
    assert {one.code: one.why_aside for one in facts if one.why_aside} == {"BK03": WHY}
