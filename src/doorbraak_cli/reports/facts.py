"""What a summary knows: a case's answers put beside the questions they belong to. No sentence, no score."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.pack import PackRef  # noqa: TC001 - pydantic reads the annotations
from doorbraak_cli.domain.question import BOTTLENECKS, EVIDENCE, FOLLOW_UPS, NEXT, WHEN, WHO
from doorbraak_cli.domain.setup import SETUP, chosen
from doorbraak_cli.reports.answer_facts import FieldFacts, TextFacts, text_facts, text_named
from doorbraak_cli.reports.blind_spots import SpotFacts, unseen_in
from doorbraak_cli.reports.card_facts import CardFacts, card_facts
from doorbraak_cli.reports.follow_up import FollowUp, follow_up
from doorbraak_cli.reports.sheet_facts import (  # noqa: TC001 - pydantic reads the annotations
    JustificationFacts,
    LookBackFacts,
    SheetFacts,
)
from doorbraak_cli.reports.sheet_reading import justification_facts, look_back_facts, sheet_facts
from doorbraak_cli.reports.weighing_facts import WeighingFacts  # noqa: TC001 - pydantic reads the annotations
from doorbraak_cli.reports.weighing_reading import weighing_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.case import Answer, Case, Reflection
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.question import Kind, ReflectionQuestion


class TagFacts(Model):
    """The bottlenecks an answer was tagged with, by id; `check` is as in TextFacts."""

    ids: tuple[str, ...]
    check: bool = False


class StepFacts(Model):
    """A next step somebody named, with who and when where they said so."""

    what: TextFacts
    who: TextFacts = TextFacts()
    when: TextFacts = TextFacts()


class QuestionFacts(Model):
    """One question of the guide and all that was answered to it. `principle` is "" where the pack no longer has it.

    `chosen` tells that it belongs to the reflection as it was set up last; `evidence` is what was asked after a word.
    `bottlenecks` is what stood in the way, where somebody said so.
    """

    id: str
    principle: str
    text: str
    fields: tuple[FieldFacts, ...]
    evidence: FieldFacts | None = None
    bottlenecks: TagFacts | None = None
    step: StepFacts | None = None
    chosen: bool = True

    @property
    def aside(self) -> bool:
        """Tell whether nothing was said but that it was skipped or doesn't apply."""
        said = [field.said == "skipped" or field.aside == "not-applicable" for field in self.fields]
        return bool(said) and all(said)

    @property
    def weak(self) -> bool:
        """Tell whether help is due with this question."""
        return any(field.weak and not field.draft for field in self.fields)


class ReflectionFacts(Model):
    """One reflection: who looked back on what, when, and the questions in the order of the pack.

    `waiting` are the ids of the chosen questions that were not asked yet.
    """

    id: str
    level: str
    subject: TextFacts
    role: TextFacts
    started: date
    finished: date | None
    pack: PackRef
    questions: tuple[QuestionFacts, ...]
    waiting: tuple[str, ...] = ()


class SummaryFacts(Model):
    """A whole case as a summary knows it."""

    title: TextFacts
    about: str
    situation: TextFacts
    created: date
    reflections: tuple[ReflectionFacts, ...]
    follow_up: FollowUp = FollowUp()
    cards: tuple[CardFacts, ...] = ()
    weighings: tuple[WeighingFacts, ...] = ()
    network: SheetFacts | None = None
    plan: SheetFacts | None = None
    justifications: tuple[JustificationFacts, ...] = ()
    look_backs: tuple[LookBackFacts, ...] = ()
    unseen: tuple[SpotFacts, ...] = ()

    @property
    def sheets(self) -> tuple[SheetFacts, ...]:
        """Give the network, the plan, the exceptions and the look-backs that are there."""
        single = (one for one in (self.network, self.plan) if one)
        return (*single, *self.justifications, *self.look_backs)

    @property
    def looked_back(self) -> bool:
        """Tell whether somebody looked back, or did nothing at all yet."""
        return bool(self.reflections) or not (self.cards or self.weighings or self.sheets)

    @property
    def only_looked_back(self) -> bool:
        """Tell whether this is about looking back, and about nothing that was decided or agreed."""
        return self.looked_back and not (self.weighings or self.sheets)

    def justification(self, justification_id: str) -> JustificationFacts | None:
        """Give the exception with this id, or None."""
        return next((one for one in self.justifications if one.id == justification_id), None)

    @property
    def weighing(self) -> WeighingFacts | None:
        """Give the last weighing, or None where there is none."""
        return self.weighings[-1] if self.weighings else None

    @property
    def latest(self) -> tuple[ReflectionFacts, ...]:
        """Give the last reflection in which something was answered, per level."""
        last = {one.level: one for one in self.reflections if any(each.chosen for each in one.questions)}
        return tuple(last.values())


def summary_facts(case: Case, pack: Pack, lang: str) -> SummaryFacts:
    """Give the facts of a case, with the words of the pack in one language."""
    intake = case.intake.by_id()
    facts = SummaryFacts(
        title=text_named(intake, "title"),
        about=case.about,
        situation=text_named(intake, "situation"),
        created=case.created,
        reflections=tuple(_reflection(one, case, pack, lang) for one in case.reflections),
        cards=tuple(card_facts(one, pack.aid(one.aid), lang) for one in case.cards),
        weighings=tuple(weighing_facts(one, pack, lang) for one in case.weighings),
        network=sheet_facts(case.network, "network", pack, lang),
        plan=sheet_facts(case.plan, "plan", pack, lang),
        justifications=tuple(justification_facts(one, pack, lang) for one in case.justifications),
        look_backs=tuple(look_back_facts(one, pack, lang) for one in case.look_backs),
        unseen=unseen_in(case, pack, lang),
    )
    asked = [one for reflection in facts.latest for one in reflection.questions if one.chosen and one.weak]
    tags = {one.id: one.bottlenecks.ids for one in asked if one.bottlenecks and not one.bottlenecks.check}
    return facts.model_copy(update={"follow_up": follow_up([one.id for one in asked], tags, pack, lang)})


def _reflection(reflection: Reflection, case: Case, pack: Pack, lang: str) -> ReflectionFacts:
    answers = reflection.by_id()
    subject = text_named(answers, "subject")
    questions = tuple(_questions(reflection, pack, lang))
    told = {one.id for one in questions}
    return ReflectionFacts(
        id=reflection.id,
        level=reflection.text("level"),
        subject=subject if subject.text else text_named(case.intake.by_id(), "title"),
        role=text_named(answers, "role"),
        started=reflection.started,
        finished=reflection.finished,
        pack=reflection.pack,
        questions=questions,
        waiting=tuple(one.id for one in chosen(reflection, pack) if one.id not in told),
    )


def _questions(reflection: Reflection, pack: Pack, lang: str) -> Iterator[QuestionFacts]:
    """Give the answered questions: those of the pack in its order, then those it no longer has."""
    groups: dict[str, list[Answer]] = {}
    for answer in reflection.answers:
        if answer.id not in SETUP:
            groups.setdefault(answer.id.partition(".")[0], []).append(answer)
    known = [question.id for question in pack.questions if question.id in groups]
    asked = {question.id for question in chosen(reflection, pack)}
    for question_id in [*known, *(one for one in groups if one not in known)]:
        facts = _question(question_id, groups[question_id], pack, lang, reflection.language)
        yield facts.model_copy(update={"chosen": question_id in asked or question_id not in known})


def _question(question_id: str, answers: list[Answer], pack: Pack, lang: str, asked_in: str) -> QuestionFacts:
    question = pack.question(question_id)
    by_name = {answer.id.partition(".")[2]: answer for answer in answers}
    fields = [answer for name, answer in by_name.items() if name not in FOLLOW_UPS]
    evidence = by_name.get(EVIDENCE)
    what = text_named(by_name, NEXT)
    facts = QuestionFacts(
        id=question_id,
        principle=question.principle if question else "",
        text=_whole_text(question, fields, asked_in) or question_id,
        fields=tuple(_field(answer, _kind(answer, question), pack, lang) for answer in fields),
        evidence=_field(evidence, "open", pack, lang) if evidence else None,
        step=StepFacts(what=what, who=text_named(by_name, WHO), when=text_named(by_name, WHEN)) if what.text else None,
    )
    # What stood in the way of a weak answer says nothing once the answer is another.
    return facts.model_copy(update={"bottlenecks": _tags(by_name.get(BOTTLENECKS))}) if facts.weak else facts


def _tags(answer: Answer | None) -> TagFacts | None:
    stands = answer.stands if answer else None
    ids = (stands,) if isinstance(stands, str) else stands
    return TagFacts(ids=ids, check=answer.check) if answer and ids else None


def _whole_text(question: ReflectionQuestion | None, fields: list[Answer], lang: str) -> str:
    if question is not None and (question.parts or not fields):
        return question.text.pick(lang)
    return fields[0].asked if fields else ""


def _kind(answer: Answer, question: ReflectionQuestion | None) -> Kind | None:
    """Give how this was asked; None where the pack no longer has the question."""
    kinds = {question.field_id(part): question.kind_of(part) for part in question.fields} if question else {}
    return kinds.get(answer.id)


def _field(answer: Answer, kind: Kind | None, pack: Pack, lang: str) -> FieldFacts:
    """Give an answer as a word where it is one, by its id where the pack no longer has it, or else as it was typed."""
    text = text_facts(answer)
    words = () if kind == "open" else [one for scale in pack.scales for one in scale.words]
    word = next((one for one in words if one.id == text.text), None)
    strict = kind in {"extent", "fact"}
    return FieldFacts(
        id=answer.id,
        asked=answer.asked,
        said="word" if word or (strict and text.text) else "text" if text.text else "skipped",
        word=text.text if word or strict else "",
        label=word.text.pick(lang) if word else text.text if strict else "",
        weak=word.weak if word else False,
        aside=(word.aside or "") if word else "",
        text="" if word or strict else text.text,
        draft=text.draft,
        check=text.check,
    )
