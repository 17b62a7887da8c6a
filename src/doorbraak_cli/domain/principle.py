"""The three breakthrough principles and the three levels (chapters 3 and 5 of the guide)."""

from typing import Literal, get_args

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Id, NonEmpty, Source, Text

LevelId = Literal["micro", "meso", "macro"]
LEVELS: tuple[LevelId, ...] = get_args(LevelId)

About = Literal["case", "organisation", "policy"]
"""What a reflection is about: micro looks at a case, meso at a team or organisation, macro at a policy."""

ABOUT: dict[LevelId, About] = {"micro": "case", "meso": "organisation", "macro": "policy"}


class Principle(Model):
    """One breakthrough principle: why it is there, what it asks, and what it means in the composite case."""

    id: Id
    code: NonEmpty
    number: int
    title: Text
    why: Text
    essence: Text
    in_the_case: Text
    source: Source


class Level(Model):
    """A level and whom it speaks to."""

    id: LevelId
    title: Text
    speaks_to: Text
    about: Text
    source: Source
