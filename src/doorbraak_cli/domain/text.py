"""Text for people in two languages, and where in the guide it comes from."""

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.wording import LANGUAGES, Language

NonEmpty = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]


class Text(Model):
    """The same text in Dutch and in English. Shipped content has both; a user's own pack may have one."""

    nl: NonEmpty | None = None
    en: NonEmpty | None = None

    @model_validator(mode="after")
    def _has_one(self) -> Self:
        if self.nl is None and self.en is None:
            raise PydanticCustomError("text_empty", "a text needs nl or en")
        return self

    def pick(self, lang: str) -> str:
        """Give the text in the language asked for, and in the other one where that is all there is."""
        wanted, other = (self.en, self.nl) if lang == "en" else (self.nl, self.en)
        return wanted or other or ""

    @property
    def missing(self) -> tuple[Language, ...]:
        """Give the languages this text does not have."""
        return tuple(lang for lang in LANGUAGES if getattr(self, lang) is None)


class Source(Model):
    """Where in the guide something stands: chapter, the page its section starts on, and which item it is."""

    chapter: int
    page: int
    item: NonEmpty
