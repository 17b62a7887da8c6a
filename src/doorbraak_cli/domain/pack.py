"""A pack: the whole content of the guide, or of somebody's own version of it, checked and ready to use."""

from collections.abc import Iterable
from functools import cached_property

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.principle import Level, LevelId, Principle
from doorbraak_cli.domain.question import ReflectionQuestion, Scale
from doorbraak_cli.domain.text import Id, NonEmpty, Text


class PackInfo(Model):
    """Name and version of a pack."""

    id: Id
    version: NonEmpty
    title: Text


class PackRef(Model):
    """Which pack a case was answered with: enough to see later that it has changed."""

    id: str
    version: str
    digest: str


class Pack(Model):
    """Principles, levels, scales and questions, each in the order they are shown. `digest` is over all content."""

    info: PackInfo
    digest: str
    levels: tuple[Level, ...]
    principles: tuple[Principle, ...]
    scales: tuple[Scale, ...]
    questions: tuple[ReflectionQuestion, ...]

    @property
    def ref(self) -> PackRef:
        """Give what a case file notes about this pack."""
        return PackRef(id=self.info.id, version=self.info.version, digest=self.digest)

    @cached_property
    def _questions(self) -> dict[str, ReflectionQuestion]:
        return {question.id: question for question in self.questions}

    @cached_property
    def _scales(self) -> dict[str, Scale]:
        return {scale.id: scale for scale in self.scales}

    def question(self, question_id: str) -> ReflectionQuestion | None:
        """Give the question with this id, or None."""
        return self._questions.get(question_id)

    def scale(self, scale_id: str) -> Scale:
        """Give the scale with this id; the loader has checked that extent and fact are there."""
        return self._scales[scale_id]

    def principle(self, principle_id: str) -> Principle | None:
        """Give the principle with this id or code (in any case), or None."""
        wanted = principle_id.casefold()
        return next((one for one in self.principles if wanted in (one.id, one.code.casefold())), None)

    def level(self, level_id: str) -> Level | None:
        """Give the level with this id, or None."""
        return next((level for level in self.levels if level.id == level_id), None)

    def select(
        self, *, level: LevelId | None = None, principles: Iterable[str] | None = None
    ) -> tuple[ReflectionQuestion, ...]:
        """Give the questions of one level and of some principles, in the order of the pack; None leaves all in."""
        wanted = None if principles is None else set(principles)
        return tuple(
            question
            for question in self.questions
            if (level is None or question.level == level) and (wanted is None or question.principle in wanted)
        )
