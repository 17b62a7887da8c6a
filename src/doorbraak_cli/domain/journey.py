"""Journeys: the composite story as moments of decision (chapter 4 of the guide)."""

from typing import Annotated

from pydantic import Field

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Id, Source, Text


class Moment(Model):
    """A moment at which something was seen and chosen: which value led, and what it did to each of the three.

    Moments with the same id in several journeys are the same point of the story.
    """

    id: Id
    title: Text
    seen: Text
    chosen: Text
    led_by: Text
    safety: Text
    livelihood: Text
    development: Text


class Journey(Model):
    """One way the story can go, from `opening` to `ending`."""

    id: Id
    number: int
    title: Text
    gist: Text
    opening: Text
    moments: Annotated[tuple[Moment, ...], Field(min_length=1)]
    ending: Text
    source: Source | None = None

    def moment(self, moment_id: str) -> Moment | None:
        """Give the moment with this id, or None where this journey has none."""
        return next((one for one in self.moments if one.id == moment_id), None)
