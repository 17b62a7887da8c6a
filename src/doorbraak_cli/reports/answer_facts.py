"""What a report knows of one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from doorbraak_cli.domain.model import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doorbraak_cli.domain.case import Answer

Said = Literal["word", "text", "skipped"]


class TextFacts(Model):
    """A short text somebody typed; `draft` tells that they were still at it, `check` that what it leans on changed."""

    text: str = ""
    draft: bool = False
    check: bool = False


class FieldFacts(Model):
    """One answer: the question as it was asked, and the word or the text it was answered with.

    `word` is the id of the word, `label` how it reads; `weak` tells that help is due after it, `aside` that it is
    "doesn't apply" or "unknown". `draft` and `check` are as in TextFacts.
    """

    id: str
    asked: str
    said: Said
    word: str = ""
    label: str = ""
    weak: bool = False
    aside: str = ""
    text: str = ""
    draft: bool = False
    check: bool = False


def text_named(answers: Mapping[str, Answer], name: str) -> TextFacts:
    """Give what was typed as one of several answers; nothing where it was not asked."""
    answer = answers.get(name)
    return text_facts(answer) if answer else TextFacts()


def text_facts(answer: Answer) -> TextFacts:
    """Give what was typed; several choices, which only a file mended by hand holds here, as one line."""
    only_draft = answer.status == "draft" and answer.confirmed is None
    told = answer.value if only_draft else answer.stands
    value = told if isinstance(told, str) else ", ".join(told or ())
    return TextFacts(text=value, draft=only_draft, check=answer.open and not only_draft)
