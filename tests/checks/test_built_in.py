"""What a careful reader names in the built-in cases: that and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.checks.catalogue import findings
from doorbraak_cli.cli.built_in import BUILT_IN, FULL_TABLE, MARIANNE
from doorbraak_cli.domain.wording import LANGUAGES
from doorbraak_cli.files import wordings

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language

DAY = date(2026, 12, 1)

EXPECTED: dict[str, dict[Language, dict[str, tuple[str, ...]]]] = {
    MARIANNE: {
        "nl": {
            # What the youngest wants is what others think it is: the teacher asks next week.
            "RA02": ("jongste kind",),
            # The great-aunt was heard, but not on what calm means to her.
            "RA03": ("oudtante",),
            # This one is Marianne's own, every evening: there is no day on which it is done.
            "SW05": ("Elke avond met de kinderen bellen, voor het slapen",),
        },
        "en": {
            "RA02": ("youngest child",),
            "RA03": ("great-aunt",),
            "SW05": ("Ring the children every evening, before they go to sleep",),
        },
    },
    FULL_TABLE: {
        "nl": {
            # Nobody coordinates: that is on the agenda for the next time.
            "SW01": (),
            # Of six of the twenty-two nothing stands under safety, livelihood or development.
            "SW03": (
                "voorzitter casusoverleg, gemeente",
                "Wmo-consulent, gemeente",
                "gedragswetenschapper, lokaal team",
                "raadsonderzoeker, Raad voor de Kinderbescherming",
                "jeugdarts",
                "bewindvoerder van vader",
            ),
            # Nineteen come next time; the core team itself has seven.
            "SW04": ("Het volgende overleg",),
            # There are people, and not one action.
            "SW06": (),
            # The mother stayed away, the father was kept out, and nobody thought of the children.
            "SW08": (),
            # A statutory task, not in the core team, and how safety is watched was passed over.
            "SW09": (
                "Wmo-consulent, gemeente",
                "onderzoeker, Veilig Thuis",
                "raadsonderzoeker, Raad voor de Kinderbescherming",
                "jeugdbeschermer",
                "jeugdarts",
                "wijkagent",
            ),
            # They are in the core team or the background, and nothing says in which role.
            "SW11": (
                "conciërge, middelbare school",
                "intern begeleider, basisschool",
                "schuldhulpverlener, gemeente",
                "woonconsulent, woningcorporatie",
            ),
        },
        "en": {
            "SW01": (),
            "SW03": (
                "chair of the case meeting, municipality",
                "social support adviser (Wmo), municipality",
                "behavioural specialist, local team",
                "investigator, Child Care and Protection Board",
                "child health doctor",
                "administrator of father's money",
            ),
            "SW04": ("The next meeting",),
            "SW06": (),
            "SW08": (),
            "SW09": (
                "social support adviser (Wmo), municipality",
                "investigator, Veilig Thuis",
                "investigator, Child Care and Protection Board",
                "child protection worker",
                "child health doctor",
                "community police officer",
            ),
            "SW11": (
                "caretaker, secondary school",
                "special needs coordinator, primary school",
                "debt adviser, municipality",
                "housing officer, housing association",
            ),
        },
    },
}


def made(name: str, lang: Language, pack: Pack) -> Case:
    return BUILT_IN[name](pack, wordings.load(lang), DAY)


def test_every_case_is_here() -> None:
    """It tells of every built-in case in every language what is found."""
    assert {*EXPECTED} == {*BUILT_IN}
    assert all({*found} == {*LANGUAGES} for found in EXPECTED.values())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BUILT_IN)
def test_findings(name: str, lang: Language, pack: Pack) -> None:
    """It finds exactly what a careful reader names, and names whom or what it is about."""
    assert {one.code: one.about for one in findings(made(name, lang, pack), pack, lang, DAY)} == EXPECTED[name][lang]


def test_what_was_done_well(pack: Pack) -> None:
    """It would have spoken where Marianne's helpers had left out what they did, so no rule is blind to her case."""
    case = made(MARIANNE, "nl", pack)
    assert case.plan
    assert case.network
    bare = case.model_copy(
        update={
            "plan": case.plan.model_copy(
                update={
                    "answers": tuple(one for one in case.plan.answers if not one.id.endswith((".by-whom", "-next")))
                }
            ),
            "network": case.network.model_copy(
                update={
                    "answers": tuple(one for one in case.network.answers if not one.id.endswith((".watch", ".consult")))
                }
            ),
        }
    )
    found = {one.code for one in findings(bare, pack, "nl", DAY)}
    assert found - {*EXPECTED[MARIANNE]["nl"]} == {"RA05", "SW09", "SW11", "SW13"}
