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
    "doesn't apply" or "unknown". `draft` and `check` are as in TextFacts. `name` is what it is called in short, where
    it has such a name; `kind` tells that the text is a day (2026-12-04) or an amount (1250.50).
    """

    id: str
    asked: str
    name: str = ""
    kind: Literal["", "day", "money"] = ""
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
    return TextFacts(text=value, draft=only_draft, check=answer.is_unsettled and not only_draft)


def chosen_facts(answer: Answer, labels: Mapping[str, str]) -> FieldFacts:
    """Give an answer as the words it was chosen in, where it was; else as it was typed, or that it was skipped.

    `labels` are the words by id; several choices read as one line, those that are gone by their id.
    """
    told = text_facts(answer)
    facts = FieldFacts(id=answer.id, asked=answer.asked, said="skipped", draft=told.draft, check=told.check)
    stands = answer.value if told.draft else answer.stands
    ids = stands if isinstance(stands, tuple) else (stands or "",)
    if labels and told.text:
        label = "; ".join(labels.get(one, one) for one in ids)
        return facts.model_copy(update={"said": "word", "word": ", ".join(ids), "label": label})
    return facts.model_copy(update={"said": "text", "text": told.text}) if told.text else facts
