"""The recommendations (chapter 5 of the guide): what helps to work by a principle, on one level."""

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.principle import LevelId
from doorbraak_cli.domain.text import Id, Source, Text


class Action(Model):
    """One thing a recommendation asks to do."""

    title: Text
    text: Text


class Recommendation(Model):
    """What helps somebody on one level to work by a principle; about their own work, never about a family.

    `gist` is the one sentence for a list. `observations` are what was seen in practice, `examples` facts the guide
    names, `aids` the ids of aids that go with it. `source` is where it stands; one of somebody's own has none.
    """

    id: Id
    principle: Id
    level: LevelId
    title: Text
    gist: Text
    text: Text
    actions: tuple[Action, ...] = ()
    observations: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()
    aids: tuple[Id, ...] = ()
    source: Source | None = None
