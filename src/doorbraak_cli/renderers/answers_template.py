"""An answers file to fill in, with every question as a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.printable import visible
from doorbraak_cli.flows.script import SCHEMA
from doorbraak_cli.renderers.json_text import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.case import Value
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.flows.prompter import Question


def render(questions: Iterable[tuple[Question, Value | None]], say: Wording, *command: str) -> bytes:
    """Give an answers file with these questions, each with what is filled in already (None: nothing, or skipped).

    `command` are the words of the command that takes it, up to the name of the case.
    """
    lines = [f'schema: "{SCHEMA}"', "answers:"]
    heading = ""
    for question, value in questions:
        if question.heading != heading:
            heading = question.heading
            lines += ["", *_comment(f"---- {heading} ----", "  ")]
        lines += _entry(question, value, say)
    return "\n".join([*_comment(say("template.intro", command=" ".join(command)), ""), *lines, ""]).encode()


def _entry(question: Question, value: Value | None, say: Wording) -> Iterator[str]:
    yield ""
    yield from _comment(question.text, "  ")
    if question.reading and question.hint:  # how a day or an amount can be written
        yield from _comment(question.hint, "  ")
    for option in question.options:
        yield from _comment(f"  {option.id}: {option.label}", "  ")
    if not question.needed:
        yield from _comment(say("template.optional"), "  ")
    elif question.required:
        yield from _comment(say("template.required"), "  ")
    yield from _value(question.id, value)


def _value(question_id: str, value: Value | None) -> Iterator[str]:
    if isinstance(value, tuple):
        yield f"  {question_id}:"
        yield from (f"    - {as_json(one)}" for one in value)
    else:
        yield f"  {question_id}: {as_json(value)}"


def _comment(text: str, indent: str) -> Iterator[str]:
    return (f"{indent}# {line}".rstrip() for line in visible(text).split("\n"))
