"""Bottlenecks: what in the system is in the way, and who can do something about it."""

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.principle import LevelId
from doorbraak_cli.domain.text import Id, Source, Text


class Bottleneck(Model):
    """An obstacle a case can be tagged with. `levels` is where it can be solved.

    `recommendations` take it on; `questions` are those to ask the people on those levels.
    """

    id: Id
    title: Text
    text: Text
    levels: tuple[LevelId, ...] = ()
    recommendations: tuple[Id, ...] = ()
    questions: tuple[Id, ...] = ()
    source: Source | None = None
