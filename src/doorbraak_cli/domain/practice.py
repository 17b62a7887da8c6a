"""Practices: a team that works by the principles, with what is known of it (chapter 7 of the guide)."""

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Id, NonEmpty, Source, Text


class Figure(Model):
    """A figure about a practice, as the source gives it, and what it is of."""

    figure: NonEmpty
    text: Text


class PrincipleInPractice(Model):
    """How one principle takes shape."""

    principle: Id
    text: Text
    points: tuple[Text, ...] = ()


class Practice(Model):
    """A practice: what it is, how it works by each principle, what makes that possible and what gets in its way."""

    id: Id
    title: Text
    text: Text
    figures: tuple[Figure, ...] = ()
    principles: tuple[PrincipleInPractice, ...] = ()
    conditions: tuple[Text, ...] = ()
    obstacles: tuple[Text, ...] = ()
    future: Text | None = None
    source: Source | None = None
