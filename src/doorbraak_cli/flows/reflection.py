"""The reflection: set it up, ask the chosen questions one by one, look it over, finish (chapter 6 of the guide)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak_cli.domain.principle import ABOUT, LevelId
from doorbraak_cli.domain.question import BOTTLENECKS
from doorbraak_cli.domain.setup import ALL, INTAKE, PICK, chosen, level_of
from doorbraak_cli.flows.asking import Asking
from doorbraak_cli.flows.flow import dependents, is_change, kept
from doorbraak_cli.flows.intake import situation, title
from doorbraak_cli.flows.prompter import Form, Option, Question
from doorbraak_cli.flows.review import review

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from doorbraak_cli.domain.case import Answer, Case, Reflection
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.question import ReflectionQuestion
    from doorbraak_cli.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class ReflectionFlow:
    """One reflection of a case, by its id, on the content of one pack, in one language. `today` closes it."""

    pack: Pack
    say: Wording
    reflection_id: str
    today: date

    def path(self, case: Case) -> tuple[Question, ...]:
        """Give the questions: the set-up first, then, once it is known, those about the work."""
        return tuple(self._path(case))

    def answers(self, case: Case) -> Mapping[str, Answer]:
        """Give the answers of this reflection, with those about the case itself."""
        return {**case.intake.by_id(), **self._reflection(case).by_id()}

    def apply(self, case: Case, answer: Answer) -> Case:
        """Give the case with this answer, and what depends on it marked where its value changed."""
        before = self.answers(case).get(answer.id)
        marked = dependents(self.path(case), answer.id) if is_change(answer, before) else frozenset()
        answer = self._with_what_is_gone(kept(answer, before), before)
        if answer.id in INTAKE:
            return case.model_copy(update={"intake": case.intake.with_answer(answer)})
        case = case.with_sitting(self._reflection(case).with_answer(answer, dependents=marked))
        case = case.model_copy(update={"intake": case.intake.marked(marked)})
        return self._with_about(case) if answer.id == "level" else case

    def review(self, case: Case) -> Question:
        """Give the list of all answers, each to be chosen and changed, and the choice to finish."""
        answers = self.answers(case)
        return review(self.say, [(question, answers[question.id]) for question in self.path(case)])

    def finish(self, case: Case) -> Case:
        """Give the case with this reflection closed today."""
        return case.with_sitting(self._reflection(case).closed(self.today))

    def chosen(self, case: Case) -> tuple[ReflectionQuestion, ...]:
        """Give the guide's questions chosen for this reflection; none while the set-up is not done."""
        return chosen(self._reflection(case), self.pack)

    def outline(self, case: Case) -> list[Question]:
        """Give the set-up as known so far, and all that could be asked about the chosen questions."""
        questions = self.chosen(case)
        level = self._level(case) or "micro"
        asking = Asking(self.pack, self.say, {}, level)
        setup = [self._ask_level(), *self._setup(case, level)]
        fields = [
            field
            for number, question in enumerate(questions, start=1)
            for field in asking.every(question, self._heading(question, number, len(questions)))
        ]
        return [*setup, *fields]

    def catalogue(self, case: Case) -> dict[str, Question]:
        """Give every question this flow could ever ask, by id; an answers file is checked against it."""
        asking = Asking(self.pack, self.say, {}, "micro")
        setup = [*self._intake("micro"), self._subject(), *self._setup(case, "micro"), self._pick(self.pack.questions)]
        fields = [field for one in self.pack.questions for field in asking.every(one)]
        return {question.id: question for question in (self._ask_level(), *setup, *fields)}

    def _with_what_is_gone(self, answer: Answer, before: Answer | None) -> Answer:
        """Keep ticked bottlenecks that this pack no longer offers: nobody could see them, so nobody took them away."""
        if before is None or not answer.id.endswith(f".{BOTTLENECKS}") or not isinstance(before.stands, tuple):
            return answer
        gone = tuple(one for one in before.stands if self.pack.bottleneck(one) is None)
        value = (*(answer.value or ()), *(one for one in gone if one not in (answer.value or ())))
        return (
            answer.model_copy(update={"value": value, "status": answer.status if answer.value else "answered"})
            if gone
            else answer
        )

    def _reflection(self, case: Case) -> Reflection:
        found = case.reflection(self.reflection_id)
        if found is None:
            raise LookupError(self.reflection_id)
        return found

    def _level(self, case: Case) -> LevelId | None:
        return level_of(self._reflection(case))

    def _with_about(self, case: Case) -> Case:
        level = self._level(case)
        first = case.reflections[0].id == self.reflection_id
        return case.model_copy(update={"about": ABOUT[level]}) if level and first else case

    def _path(self, case: Case) -> Iterator[Question]:
        yield self._ask_level()
        level = self._level(case)
        if level is None:
            return
        yield from self._setup(case, level)
        answers = self._reflection(case).by_id()
        selection, principles = answers.get("selection"), answers.get("principles")
        if selection and selection.value == PICK and principles:
            yield self._pick(self.pack.select(level=level, principles=principles.value or ()))
        questions = self.chosen(case)
        asking = Asking(self.pack, self.say, answers, level)
        for number, question in enumerate(questions, start=1):
            yield from asking.about(question, self._heading(question, number, len(questions)), number)

    def _setup(self, case: Case, level: LevelId) -> Iterator[Question]:
        if case.reflections[0].id == self.reflection_id or not case.title:
            yield from self._intake(level)
        elif ABOUT[level] != case.about:
            yield self._subject(level)
        yield Question("role", Form.LINE, self.say("ask.role"), hint=self.say("ask.role.hint"))
        yield self._ask_principles(level)
        yield self._ask_selection(case, level)

    def _intake(self, level: LevelId) -> Iterator[Question]:
        yield title(self.say, level, depends_on=("level",))
        yield situation(self.say, level, depends_on=("level",))

    def _ask_level(self) -> Question:
        options = tuple(
            Option(level.id, self.say(f"ask.level.{level.id}"))
            for level in self.pack.levels
            if self.pack.select(level=level.id)
        )
        return Question("level", Form.CHOICE, self.say("ask.level"), options=options, required=True, needed=True)

    def _subject(self, level: LevelId = "meso") -> Question:
        return Question(
            "subject",
            Form.LINE,
            self.say(f"ask.title.{level}"),
            hint=self.say(f"ask.title.hint.{level}"),
            required=True,
            needed=True,
            depends_on=("level",),
        )

    def _ask_principles(self, level: LevelId) -> Question:
        lang = self.say.lang
        options = tuple(
            Option(one.id, self.say("ask.principles.option", title=one.title.pick(lang), count=count))
            for one in self.pack.principles
            if (count := len(self.pack.select(level=level, principles=[one.id])))
        )
        return Question(
            "principles", Form.CHOICES, self.say("ask.principles"), options=options, required=True, needed=True,
            preset=tuple(option.id for option in options), depends_on=("level",),
        )  # fmt: skip

    def _ask_selection(self, case: Case, level: LevelId) -> Question:
        principles = self._reflection(case).by_id().get("principles")
        count = len(self.pack.select(level=level, principles=principles.value if principles else None))
        options = (
            Option(ALL, self.say("ask.selection.all", count=count)),
            Option(PICK, self.say("ask.selection.pick", count=count)),
        )
        return Question(
            "selection", Form.CHOICE, self.say("ask.selection"), options=options, required=True, needed=True,
            depends_on=("principles",),
        )  # fmt: skip

    def _pick(self, there: tuple[ReflectionQuestion, ...]) -> Question:
        options = tuple(Option(one.id, one.text.pick(self.say.lang)) for one in there)
        return Question(
            "questions", Form.CHOICES, self.say("ask.questions"), options=options, required=True, needed=True,
            depends_on=("principles",),
        )  # fmt: skip

    def _heading(self, question: ReflectionQuestion, number: int, total: int) -> str:
        principle = self.pack.principle(question.principle)
        level = self.pack.level(question.level)
        names = [one.title.pick(self.say.lang) for one in (principle, level) if one]
        return self.say("ask.heading", number=number, total=total, where=" · ".join(names))
