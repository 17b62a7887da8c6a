"""A case as YAML a person can read: the same bytes for the same case, and quick with thousands of answers.

Written here and not by a YAML library: with 2,000 answers PyYAML's C emitter takes longer than a saved answer may, and
gives texts of several lines as one quoted line. Every text is quoted or a literal block, so nothing is ever guessed.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.case import Case

SCHEMA = "doorbraak-case/1"

_HEADER = """\
# Een casusbestand van doorbraak; hier staat wat mensen over een gezin, een team of beleid schreven. Bewaar het veilig.
# A doorbraak case file. It can be read and mended by hand; comments are not kept when doorbraak saves it again.
"""
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NOT_LITERAL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|^[ \t\n]|\n[ \t]+(\n|$)|\n\t|\n$"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def dump(case: Case) -> bytes:
    """Give the file's content: UTF-8, LF, with a schema version and a line on what it is."""
    data = {"schema": SCHEMA, **case.model_dump(mode="json", exclude_defaults=True)}
    return (_HEADER + "\n".join(_mapping(data, "")) + "\n").encode()


def quoted(text: str) -> str:
    """Give a text as a double-quoted scalar on one line. A lone surrogate, which no file can hold, becomes U+FFFD."""
    plain = json.dumps(_SURROGATE.sub("\ufffd", text), ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", plain)


def _mapping(data: dict[str, object], indent: str) -> Iterator[str]:
    # Lists last, so that what a thing is stands above its long list of answers.
    for key, value in sorted(data.items(), key=lambda item: isinstance(item[1], list)):
        yield from _entry(f"{indent}{key}:", value, indent)


def _entry(start: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield start
        yield from _mapping(value, indent + "  ")
    elif isinstance(value, list) and value:
        yield start
        for one in value:
            yield from _item(one, indent + "  ")
    else:
        yield f"{start} {_scalar(value, indent + '  ')}"


def _item(value: object, indent: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{indent}- {_scalar(value, indent + '  ')}"
        return
    lines = _mapping(value, indent + "  ")
    yield f"{indent}- {next(lines).lstrip()}"
    yield from lines


def _scalar(value: object, indent: str) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if "\n" not in value or _NOT_LITERAL.search(value):
        return quoted(value)
    lines = _SURROGATE.sub("\ufffd", value).split("\n")
    return "|-\n" + "\n".join(indent + line if line else "" for line in lines)
