"""Old case files, brought to today's schema one version at a time.

Every version that ever was has a sample in tests/data/cases/. To change the schema: raise CURRENT, add a step from the
version before, and keep the old sample.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from doorbraak_cli.errors import Message, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from doorbraak_cli.files.yaml_source import Source

    Step = Callable[[dict[str, Any]], dict[str, Any]]

NAME = "doorbraak-case"
CURRENT = 5
SCHEMA = f"{NAME}/{CURRENT}"
"""The first line of a case file as it is written today."""

STEPS: Mapping[int, Step] = {
    1: lambda data: data,  # 2 adds cards, and the bottlenecks of an answer: what stands in a file of 1 stays as it is
    2: lambda data: data,  # 3 adds weighings
    3: lambda data: data,  # 4 adds network, plan, justifications and look-backs
    4: lambda data: data,  # 5 adds what was set aside
}
"""The step that brings version N to N + 1, by N."""

_SCHEMA = re.compile(rf"{NAME}/([1-9][0-9]{{0,8}})")


def upgrade(source: Source, *, current: int = CURRENT, steps: Mapping[int, Step] = STEPS) -> tuple[Any, list[Problem]]:
    """Give the data of a case file as today's schema has it, without its `schema` key, or the problem with it."""
    version, message = _version(source.data, current)
    if message is not None or not isinstance(source.data, dict):
        place = source.place(("schema",))
        return None, [Problem(source.path, place.line, place.column, message or _no_schema())]
    data = {key: value for key, value in source.data.items() if key != "schema"}
    for number in range(version, current):
        data = steps[number](data)
    return data, []


def _version(data: object, current: int) -> tuple[int, Message | None]:
    schema = data.get("schema") if isinstance(data, dict) else None
    named = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    version = int(named.group(1)) if named else 0
    if version > current:
        return 0, Message("case.newer")
    return version, None if version else _no_schema()


def _no_schema() -> Message:
    return Message("case.no-schema", {"schema": SCHEMA})
