"""A case as YAML a person can read: the same bytes for the same case, and quick with thousands of answers.

Written here and not by a YAML library: with 2,000 answers PyYAML's C emitter takes longer than a saved answer may, and
gives texts of several lines as one quoted line. Every text is quoted or a literal block, so nothing is ever guessed.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from doorbraak_cli.files.migrations import SCHEMA

if TYPE_CHECKING:
    from doorbraak_cli.domain.case import Case

_HEADER = """\
# Een casusbestand van doorbraak; hier staat wat mensen over een gezin, een team of beleid schreven. Bewaar het veilig.
# A doorbraak case file. It can be read and mended by hand; comments are not kept when doorbraak saves it again.
"""
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NOT_LITERAL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|^[ \t\n]|\n[ \t]+(\n|$)|\n\t|\n$"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN_CODE = re.compile("[A-Z]{2}[0-9]{2}")  # to YAML other codes may be no text: no, 123, 1e5
_JSON = json.JSONEncoder(ensure_ascii=False).encode


def dump(case: Case) -> bytes:
    """Give the file's content: UTF-8, LF, with a schema version and a line on what it is."""
    lines: list[str] = []
    data = {"schema": SCHEMA, **case.model_dump(mode="json", exclude_defaults=True)}
    if case.set_aside:
        data["set_aside"] = {_code(one): why for one, why in case.set_aside.items()}
    _mapping(data, "", lines)
    return (_HEADER + "\n".join(lines) + "\n").encode()


def _code(code: str) -> str:
    return code if _PLAIN_CODE.fullmatch(code) else quoted(code)


def quoted(text: str) -> str:
    """Give a text as a double-quoted scalar on one line. A lone surrogate, which no file can hold, becomes U+FFFD."""
    plain = _JSON(_SURROGATE.sub("\ufffd", text))
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", plain)


def _mapping(data: dict[str, object], indent: str, lines: list[str]) -> None:
    # Lists last, so that what a thing is stands above its long list of answers.
    lists = {key: value for key, value in data.items() if isinstance(value, list)}
    for key, value in data.items():
        if key not in lists:
            _entry(f"{indent}{key}:", value, indent + "  ", lines)
    for key, items in lists.items():
        _entry(f"{indent}{key}:", items, indent + "  ", lines)


def _entry(start: str, value: object, indent: str, lines: list[str]) -> None:
    if isinstance(value, dict) and value:
        lines.append(start)
        _mapping(value, indent, lines)
    elif isinstance(value, list) and value:
        lines.append(start)
        for one in value:
            _item(one, indent, lines)
    else:
        lines.append(f"{start} {_scalar(value, indent)}")


def _item(value: object, indent: str, lines: list[str]) -> None:
    if not isinstance(value, dict):
        lines.append(f"{indent}- {_scalar(value, indent + '  ')}")
        return
    first = len(lines)
    _mapping(value, indent + "  ", lines)
    lines[first] = f"{indent}- {lines[first].lstrip()}"


def _scalar(value: object, indent: str) -> str:
    if not isinstance(value, str):
        return _JSON(value)
    if "\n" not in value or _NOT_LITERAL.search(value):
        return quoted(value)
    lines = _SURROGATE.sub("\ufffd", value).split("\n")
    return "|-\n" + "\n".join(indent + line if line else "" for line in lines)
