"""An aid that is filled in about a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.aid import Aid, CardField, Choice, Step
from doorbraak_cli.domain.case import Answer, Card, Case, Record, Reflection
from doorbraak_cli.domain.text import Text
from doorbraak_cli.flows.card import CardFlow
from doorbraak_cli.flows.prompter import Back, Form, Paused
from doorbraak_cli.flows.script import play
from doorbraak_cli.flows.session import FINISH, run

from ..following import next_question
from .conftest import DAY, GUARD, ListPrompter

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording


def text(name: str) -> Text:
    return Text(nl=name, en=f"{name} (en)")


AID = Aid(
    id="consult",
    title=text("Consult"),
    gist=text("gist"),
    when=text("when"),
    text=text("text"),
    steps=(
        Step(
            title=text("De rol"),
            text=text("Spreek af wie wat doet."),
            fields=(
                CardField(
                    id="role",
                    kind="choice",
                    text=text("Welke rol?"),
                    options=(Choice(id="think", text=text("Meedenken")), Choice(id="advise", text=text("Adviseren"))),
                ),
                CardField(id="responsible", kind="line", text=text("Wie beslist?"), hint=text("Een rol.")),
            ),
        ),
        Step(title=text("Niets in te vullen"), text=text("Lees dit.")),
        Step(
            title=text("De vraag"),
            text=text("Stel één vraag."),
            fields=(CardField(id="question", kind="text", text=text("Wat is de vraag?")),),
        ),
    ),
)
FIELDS = ["role", "responsible", "question"]
DONE: dict[str, Value | None] = {"role": "advise", "responsible": "regisseur", "question": "Wat nu?"}


@pytest.fixture
def flow(nl: Wording) -> CardFlow:
    return CardFlow(AID, nl, "card-1", DAY, GUARD)


@pytest.fixture
def card(pack: Pack) -> Card:
    return Card(id="card-1", aid=AID.id, started=DAY, language="nl", pack=pack.ref)


@pytest.fixture
def case(card: Card) -> Case:
    return Case(about="case", created=DAY, cards=(card,))


@pytest.fixture
def reflected(case: Case, pack: Pack) -> Case:
    """Give a case in which a reflection was begun before this card."""
    return case.with_sitting(Reflection(id="reflection-1", started=DAY, language="nl", pack=pack.ref))


def answered(flow: CardFlow, case: Case, given: dict[str, Value | None]) -> Case:
    for name, value in given.items():
        answer = Answer(id=name, asked="?", status="skipped" if value is None else "answered", value=value)
        case = flow.apply(case, answer)
    return case


def drafted(flow: CardFlow, case: Case, name: str, value: str) -> Case:
    return flow.apply(case, Answer(id=name, asked="?", status="draft", value=value))


def ids(flow: CardFlow, case: Case) -> list[str]:
    return [question.id for question in flow.path(case)]


def titled(case: Case) -> Case:
    return case.model_copy(update={"intake": Record(answers=(Answer(id="title", asked="?", value="Duin"),))})


def test_path(flow: CardFlow, case: Case) -> None:
    """It asks under which name this is kept and then every field, whatever was answered."""
    assert ids(flow, case) == ["title", *FIELDS]
    assert ids(flow, answered(flow, case, {"title": "Duin", **DONE})) == ["title", *FIELDS]


def test_fields(flow: CardFlow, case: Case) -> None:
    """It asks each field as the aid has it, with the step it belongs to above it and the step's text as its reason."""
    title, role, responsible, question = flow.path(case)
    assert [one.form for one in (role, responsible, question)] == [Form.CHOICE, Form.LINE, Form.TEXT]
    assert [one.heading for one in (role, responsible, question)] == [
        "Consult · onderdeel 1 van 3 · De rol",
        "Consult · onderdeel 1 van 3 · De rol",
        "Consult · onderdeel 3 van 3 · De vraag",
    ]
    assert (responsible.text, responsible.hint, responsible.why) == (
        "Wie beslist?",
        "Een rol.",
        "Spreek af wie wat doet.",
    )
    assert [option.label for option in role.options] == ["Meedenken", "Adviseren"]
    assert [one.required for one in (title, role, responsible, question)] == [True, False, False, False]
    assert all(one.needed for one in (title, role, responsible, question))


def test_guard(flow: CardFlow, case: Case) -> None:
    """It guards what is typed on the card, the pseudonym too; a choice needs no guard."""
    assert [one.id for one in flow.path(case) if one.guard] == ["title", "responsible", "question"]


def test_language(case: Case, en: Wording) -> None:
    """It asks in the language it was begun in."""
    asked = CardFlow(AID, en, "card-1", DAY, GUARD).path(case)[1]
    assert (asked.text, asked.options[0].label, asked.heading[-11:]) == (
        "Welke rol? (en)",
        "Meedenken (en)",
        "De rol (en)",
    )


def test_title_is_asked_once(flow: CardFlow, reflected: Case) -> None:
    """It asks for no name where the case had one before this card."""
    assert ids(flow, reflected) == ["title", *FIELDS]
    assert ids(flow, titled(reflected)) == FIELDS


def test_title_that_was_not_finished(flow: CardFlow, reflected: Case) -> None:
    """It asks for the name again where somebody paused while typing it, and not once it was confirmed."""
    case = drafted(flow, reflected, "title", "Dui")
    assert ids(flow, case)[0] == "title"
    case = answered(flow, case, {"title": "Duin"})
    assert ids(flow, case) == FIELDS
    assert ids(flow, drafted(flow, case, "title", "Duinen")) == FIELDS


def test_title_of_a_second_card(flow: CardFlow, case: Case, card: Card, nl: Wording) -> None:
    """It lets the first card of a case go back to the name, and a later card not."""
    case = answered(flow, case, {"title": "Duin"}).with_sitting(card.model_copy(update={"id": "card-2"}))
    assert ids(flow, case) == ["title", *FIELDS]
    assert ids(CardFlow(AID, nl, "card-2", DAY, GUARD), case) == FIELDS


def test_answers_go_to_the_card(flow: CardFlow, case: Case) -> None:
    """It keeps the name with the case and the rest with this card."""
    case = answered(flow, case, {"title": "Duin", **DONE})
    assert case.title == "Duin"
    assert {one.id: one.value for one in case.cards[0].answers} == DONE
    assert {name: one.value for name, one in flow.answers(case).items()} == {"title": "Duin", **DONE}


def test_skipped(flow: CardFlow, case: Case) -> None:
    """It takes a field that was skipped for answered."""
    case = answered(flow, case, {"title": "Duin", "role": None})
    question = next_question(flow, case)
    assert question is not None
    assert question.id == "responsible"


def test_changed_answer(flow: CardFlow, case: Case) -> None:
    """It puts a changed answer in the place of the old one and asks nothing else again."""
    case = answered(flow, case, {"title": "Duin", **DONE})
    case = answered(flow, case, {"role": "think", "title": "Duinen"})
    assert [one.id for one in case.cards[0].answers] == FIELDS
    assert (case.title, case.cards[0].text("role")) == ("Duinen", "think")
    assert next_question(flow, case) is None


def test_draft_keeps_the_confirmed_answer(flow: CardFlow, case: Case) -> None:
    """It keeps what was answered beside what is being typed over it, and asks that again."""
    case = drafted(flow, answered(flow, case, {"title": "Duin", **DONE}), "responsible", "de burg")
    answer = flow.answers(case)["responsible"]
    assert (answer.value, answer.stands, answer.open) == ("de burg", "regisseur", True)
    question = next_question(flow, case)
    assert question is not None
    assert question.id == "responsible"


def test_review(flow: CardFlow, case: Case, nl: Wording) -> None:
    """It lists every answer in words, with finishing first."""
    case = answered(flow, case, {"title": "Duin", **DONE, "question": None})
    options = flow.review(case).options
    assert [option.id for option in options] == [FINISH, "title", *FIELDS]
    assert options[0].label == nl("review.finish")
    assert [option.label.split("  →  ")[1] for option in options[1:]] == [
        "Duin", "Adviseren", "regisseur", nl("answer.skipped"),
    ]  # fmt: skip


def test_finish(flow: CardFlow, case: Case, card: Card) -> None:
    """It closes this card today, and no other."""
    case = case.with_sitting(card.model_copy(update={"id": "card-2"}))
    assert [one.finished for one in flow.finish(case).cards] == [DAY, None]


def test_catalogue_and_outline(flow: CardFlow, case: Case) -> None:
    """It knows all it asks, by id and in order."""
    assert [*flow.catalogue(case)] == [one.id for one in flow.outline(case)] == ["title", *FIELDS]


def test_knows_the_title_where_it_is_not_asked(flow: CardFlow, reflected: Case) -> None:
    """It takes an answers file that names the case as it is named, or leaves the name open; another name is a fault."""
    named = titled(reflected)
    for title in ("Duin", None):
        assert play(flow, named, {"title": title, **DONE})[1] == []
    (fault,) = play(flow, named, {"title": "Strand", **DONE})[1]
    assert (fault.answer_id, fault.message.key) == ("title", "answers.not-asked")


def test_unknown_card(flow: CardFlow, case: Case) -> None:
    """It cannot fill in a card that is not there."""
    with pytest.raises(LookupError):
        flow.answers(case.model_copy(update={"cards": ()}))


def test_a_whole_card(flow: CardFlow, case: Case) -> None:
    """It goes from the name to the review, and back on request."""
    replies = ["Duin", "think", None, Back(), "regisseur", "Wat nu?", "role", "advise", FINISH]
    prompter = ListPrompter(replies)
    done = run(flow, case, prompter, lambda _: None)
    assert [name for name, _ in prompter.seen] == [
        "title", "role", "responsible", "question", "responsible", "question", "review", "role", "review",
    ]  # fmt: skip
    assert done.cards[0].finished == DAY
    assert {one.id: one.value for one in done.cards[0].answers} == DONE


@pytest.mark.parametrize("left", [Paused, Back])
def test_draft_is_masked(flow: CardFlow, case: Case, left: type[Paused | Back]) -> None:
    """It keeps of what was typed only what a card may hold, and never had the rest saved."""
    saved: list[Case] = []
    with pytest.raises(Paused):
        run(flow, case, ListPrompter(["Duin", "think", left("de tante, Jansen"), Paused()]), saved.append)
    answer = saved[-1].cards[0].by_id()["responsible"]
    assert (answer.status, answer.value) == ("draft", "de tante, […]")
    assert not [one for one in saved if "Jansen" in one.model_dump_json()]


def test_what_is_refused_is_asked_again(flow: CardFlow, case: Case) -> None:
    """It asks again for what a file mended by hand holds and a card must not, and not for what it may."""
    done = answered(flow, case, {"title": "Duin", "role": "think", "responsible": "mevrouw Jansen", "question": "Wat?"})
    question = next_question(flow, done)
    assert question is not None
    assert question.id == "responsible"
    assert next_question(flow, answered(flow, done, {"responsible": "moeder"})) is None


def test_refusal_for_who_typed_it(flow: CardFlow, case: Case, nl: Wording) -> None:
    """It says what in a text is refused to who typed it, and nothing of a text that can be kept."""
    title, role, *_ = flow.path(case)
    assert title.refused("familie Jansen", nl).endswith(nl("prompt.refused-for", texts="Jansen"))
    assert title.refused("Duin", nl) == role.refused("familie Jansen", nl) == ""
