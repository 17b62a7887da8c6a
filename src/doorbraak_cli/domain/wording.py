"""The sentences of the interface in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from doorbraak_cli.errors import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from doorbraak_cli.errors import Problem

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences by key ("summary.title"), and the language they are in.

    Call it with a key and what the sentence names. Values are filled in as they are: braces in a value mean nothing.
    `program` is how this program is called here, with the options that hold for every command; sentences name it as
    {doorbraak}.
    """

    lang: Language
    sentences: Mapping[str, str]
    program: str = "doorbraak"

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the sentence; a KeyError tells of a key or a value that is missing, which is a bug."""
        return self.sentences[key].format_map({"doorbraak": self.program, **values})

    def message(self, message: Message) -> str:
        """Give the sentence of a message; a message among its values is filled in as its own sentence."""
        values = {name: self._filled(value) for name, value in message.values.items()}
        return self(message.key, **values)

    def day(self, day: date) -> str:
        """Give a day in words: 4 december 2026."""
        return self("calendar.date", day=day.day, month=self(f"calendar.{day.month}"), year=day.year)

    def weekday(self, day: date) -> str:
        """Give a day in words with which day of the week it is: vrijdag 4 december 2026."""
        return f"{self(f'weekday.{day.isoweekday()}')} {self.day(day)}"

    def _filled(self, value: object) -> object:
        return self.message(value) if isinstance(value, Message) else value

    def problem(self, problem: Problem) -> str:
        """Give `file:line:column: sentence`, or the sentence alone where no place is known."""
        sentence = self.message(problem.message)
        return f"{problem.place}: {sentence}" if problem.place else sentence
