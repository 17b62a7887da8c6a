"""The reflection questions (chapter 6 of the guide) and the words they are answered in."""

from typing import Annotated, Literal

from pydantic import Field

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.principle import LevelId
from doorbraak_cli.domain.text import Id, Source, Text

Kind = Literal["extent", "open", "fact"]

EVIDENCE, BOTTLENECKS, NEXT, WHO, WHEN = "evidence", "bottlenecks", "next", "who", "when"
FOLLOW_UPS = (EVIDENCE, BOTTLENECKS, NEXT, WHO, WHEN)
"""What is asked after the parts of a question. Their answers stand beside those of the parts."""


class Word(Model):
    """One word of a scale. `weak` words are where help is due; `aside` words say nothing about how far."""

    id: Id
    text: Text
    weak: bool = False
    aside: Literal["not-applicable", "unknown"] | None = None


class Scale(Model):
    """Words to answer in, about the professional's own work. Never numbers, never averaged."""

    id: Id
    title: Text
    words: Annotated[tuple[Word, ...], Field(min_length=2)]

    def word(self, word_id: str) -> Word | None:
        """Give the word with this id, or None where the scale (no longer) has it."""
        return next((word for word in self.words if word.id == word_id), None)


class Part(Model):
    """One half of a double-barrelled question: an answer field of its own."""

    id: Id
    text: Text
    kind: Kind | None = None


class ReflectionQuestion(Model):
    """A question to look back with. `kind` is how it asks: to what extent, openly, or whether something was there.

    `recommendations` help with it, most helpful first; `mirrors` are the questions that ask others, on another level,
    about the same thing. `source` is where it stands in the guide; a question of somebody's own has none.
    """

    id: Id
    principle: Id
    level: LevelId
    kind: Kind
    text: Text
    parts: tuple[Part, ...] = ()
    why: Text
    recommendations: tuple[Id, ...] = ()
    mirrors: tuple[Id, ...] = ()
    source: Source | None = None

    @property
    def fields(self) -> tuple[Part, ...]:
        """Give the answer fields: the parts, or the question itself as its only part."""
        return self.parts or (Part(id=self.id, text=self.text),)

    def field_id(self, part: Part) -> str:
        """Give the id under which the answer to a part is kept: `ra-micro-3.b`, or the question's own id."""
        return f"{self.id}.{part.id}" if self.parts else self.id

    def kind_of(self, part: Part) -> Kind:
        """Give how a part asks."""
        return part.kind or self.kind
