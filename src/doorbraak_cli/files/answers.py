"""Answers files: what somebody wrote down beforehand, with the line of every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from doorbraak_cli.domain.model import Model
from doorbraak_cli.errors import AppError, Message, Problem
from doorbraak_cli.files import yaml_source
from doorbraak_cli.files.faults import faults
from doorbraak_cli.flows.script import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from doorbraak_cli.files.yaml_source import Location, Source
    from doorbraak_cli.flows.script import Fault


class AnswersFile(Model):
    """An answers file, below its schema line: an answer (or null for skipped) by question id."""

    answers: dict[str, Any]


def read(path: Path) -> tuple[dict[str, Any], Source, list[Problem]]:
    """Give the answers by question id, where they stand, and faults past which more can be looked for.

    Raises AppError with every problem where the answers cannot be read at all.
    """
    source, problems = yaml_source.read(path)
    if source is None:
        raise AppError(*problems)
    data = source.data if isinstance(source.data, dict) else {}
    if data.get("schema") != SCHEMA:
        place = source.place(("schema",))
        message = Message("answers.schema", {"schema": SCHEMA})
        raise AppError(*problems, Problem(source.path, place.line, place.column, message))
    try:
        content = AnswersFile.from_data({key: value for key, value in data.items() if key != "schema"})
    except ValidationError as error:
        raise AppError(*sorted([*problems, *faults(error, source, AnswersFile)])) from None
    return content.answers, source, problems


def problems_of(found: Iterable[Fault], source: Source) -> list[Problem]:
    """Give the faults of a script as problems with their place; one that is missing belongs to `answers` as a whole."""
    return sorted(_problem(fault, source) for fault in found)


def _problem(fault: Fault, source: Source) -> Problem:
    location: Location = ("answers",) if fault.missing else ("answers", fault.answer_id)
    if fault.item is not None:
        place = source.place((*location, fault.item))
    else:
        place = source.keys.get(location) or source.place(location)
    return Problem(source.path, place.line, place.column, fault.message)
