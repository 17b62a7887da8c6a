"""A pack: the whole content of the guide, or of somebody's own version of it, checked and ready to use."""

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from doorbraak_cli.domain.aid import Aid
from doorbraak_cli.domain.blind_spot import BlindSpot
from doorbraak_cli.domain.bottleneck import Bottleneck
from doorbraak_cli.domain.journey import Journey
from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.practice import Practice
from doorbraak_cli.domain.principle import Level, LevelId, Principle
from doorbraak_cli.domain.question import ReflectionQuestion, Scale
from doorbraak_cli.domain.recommendation import Recommendation
from doorbraak_cli.domain.reference import Product, Term
from doorbraak_cli.domain.sheet import SheetKind, SheetStep
from doorbraak_cli.domain.text import Id, NonEmpty, Text

OnLevel = TypeVar("OnLevel", ReflectionQuestion, Recommendation)


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


class Content(Model):
    """Everything a pack holds, each kind in the order it is shown. The same keys stand in the files of a pack."""

    levels: tuple[Level, ...] = ()
    principles: tuple[Principle, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    aids: tuple[Aid, ...] = ()
    journeys: tuple[Journey, ...] = ()
    practices: tuple[Practice, ...] = ()
    bottlenecks: tuple[Bottleneck, ...] = ()
    terms: tuple[Term, ...] = ()
    products: tuple[Product, ...] = ()
    scales: tuple[Scale, ...] = ()
    questions: tuple[ReflectionQuestion, ...] = ()
    weighing: tuple[SheetStep, ...] = ()
    network: tuple[SheetStep, ...] = ()
    plan: tuple[SheetStep, ...] = ()
    justification: tuple[SheetStep, ...] = ()
    look_back: tuple[SheetStep, ...] = ()
    blind_spots: tuple[BlindSpot, ...] = ()


class Pack(Content):
    """The content of a pack and what it is called. `digest` is over all content."""

    info: PackInfo
    digest: str

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

    @cached_property
    def _recommendations(self) -> dict[str, Recommendation]:
        return {one.id: one for one in self.recommendations}

    def question(self, question_id: str) -> ReflectionQuestion | None:
        """Give the question with this id, or None."""
        return self._questions.get(question_id)

    def recommendation(self, recommendation_id: str) -> Recommendation | None:
        """Give the recommendation with this id, or None."""
        return self._recommendations.get(recommendation_id)

    def scale(self, scale_id: str) -> Scale:
        """Give the scale with this id; the loader has checked that extent and fact are there."""
        return self._scales[scale_id]

    def sheet(self, kind: SheetKind) -> tuple[SheetStep, ...]:
        """Give the steps of a sheet."""
        steps: tuple[SheetStep, ...] = getattr(self, kind)
        return steps

    def principle(self, principle_id: str) -> Principle | None:
        """Give the principle with this id or code (in any case), or None."""
        wanted = principle_id.casefold()
        return next((one for one in self.principles if wanted in (one.id, one.code.casefold())), None)

    def level(self, level_id: str) -> Level | None:
        """Give the level with this id, or None."""
        return next((level for level in self.levels if level.id == level_id), None)

    def aid(self, aid_id: str) -> Aid | None:
        """Give the aid with this id, or None."""
        return next((one for one in self.aids if one.id == aid_id), None)

    def bottleneck(self, bottleneck_id: str) -> Bottleneck | None:
        """Give the bottleneck with this id, or None."""
        return next((one for one in self.bottlenecks if one.id == bottleneck_id), None)

    def blind_spot(self, name: str) -> BlindSpot | None:
        """Give the blind spot with this id or code (in any case), or None."""
        return next((one for one in self.blind_spots if one.id == name.strip().casefold()), None)

    def select(
        self, *, level: LevelId | None = None, principles: Iterable[str] | None = None
    ) -> tuple[ReflectionQuestion, ...]:
        """Give the questions of one level and of some principles, in the order of the pack; None leaves all in."""
        return _selected(self.questions, level, principles)

    def select_recommendations(
        self, *, level: LevelId | None = None, principles: Iterable[str] | None = None
    ) -> tuple[Recommendation, ...]:
        """Give the recommendations of one level and of some principles, as select does the questions."""
        return _selected(self.recommendations, level, principles)


def _selected(items: Iterable[OnLevel], level: LevelId | None, principles: Iterable[str] | None) -> tuple[OnLevel, ...]:
    wanted = None if principles is None else set(principles)
    return tuple(
        one for one in items if (level is None or one.level == level) and (wanted is None or one.principle in wanted)
    )
