"""Pydantic's errors as problems with a place, in our words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from doorbraak_cli.domain.near import nearest
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.domain.text import Code, Id, NonEmpty
from doorbraak_cli.errors import Message, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from doorbraak_cli.files.yaml_source import Location, Source

# Errors about the kind of a value. Where a union allows several kinds, each refusal says what one of them wants.
_WANTED = {
    **dict.fromkeys(("string_type", "string_sub_type"), "value.text"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "value.integer"),
    **dict.fromkeys(("float_type", "float_parsing"), "value.number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "value.boolean"),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), "value.list"),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type", "dataclass_type"), "value.mapping"),
}
_KEYS = {
    "missing": "value.missing-key",
    "extra_forbidden": "value.unknown-key",
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "value.date"),
    "date_from_datetime_inexact": "value.date",
    "string_too_short": "value.text-short",
    "string_too_long": "value.text-long",
    "string_pattern_mismatch": "value.pattern",
    "too_short": "value.few",
    "too_long": "value.many",
    "greater_than": "value.above",
    "greater_than_equal": "value.least",
    "less_than": "value.below",
    "less_than_equal": "value.most",
    "union_tag_not_found": "value.missing-key",
    "text_empty": "value.no-language",
    "answer_status": "value.answer-status",
    "repeated_id": "value.repeated-id",
}
_CHOICES = {"literal_error": "expected", "enum": "expected", "union_tag_invalid": "expected_tags"}
_CHOICE = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|([^\s,]+)")


def _pattern(annotation: object) -> object:
    return next(part.pattern for part in get_args(annotation) if isinstance(part, StringConstraints))


_PATTERNS = {_pattern(NonEmpty): "value.text-empty", _pattern(Id): "value.id", _pattern(Code): "value.code"}


def faults(error: ValidationError, source: Source, model: object = None, *, within: Location = ()) -> list[Problem]:
    """Give one problem per faulty place, in order of place.

    `within` is where in the source the validated data stands. With the model (or any other annotation) it was
    validated against, an unknown key comes with the name that was probably meant.
    """
    details = [(_location(detail, source, within), detail) for detail in error.errors(include_url=False)]
    outer = {location[:length] for location, _ in details for length in range(len(location))}
    # Only a union refuses the kind of a value and also looks inside it.
    kept = [one for one in details if not ((one[1]["type"] in _WANTED and one[0] in outer) or _is_long_enough(one[1]))]
    found: dict[tuple[Location, bool], Problem] = {}
    # What the value lacks says more than what other kind of value a union would have taken.
    for location, detail in sorted(kept, key=lambda one: one[1]["type"] in _WANTED):
        near = _near(location, source, model, within) if detail["type"] == "extra_forbidden" else None
        found.setdefault((location, _is_key(detail)), _problem(detail, location, source, near))
    return sorted(found.values())


def _is_long_enough(detail: ErrorDetails) -> bool:
    """Tell whether a list is only too short because what is wrong in it was not counted."""
    given = detail["input"]
    return detail["type"] == "too_short" and isinstance(given, list) and len(given) >= _context(detail)["min_length"]


def _is_key(detail: ErrorDetails) -> bool:
    return detail["loc"][-1:] == ("[key]",)


def _location(detail: ErrorDetails, source: Source, within: Location) -> Location:
    """Give the location in the data: pydantic also names the members of unions and the validators it went through."""
    location = within
    for part in detail["loc"]:
        if (*location, part) in source.values:
            location = (*location, part)
    if detail["type"] == "missing":
        return (*location, detail["loc"][-1])
    if detail["type"].startswith("union_tag"):
        return (*location, _context(detail)["discriminator"].strip("'"))
    return location


def _context(detail: ErrorDetails) -> dict[str, Any]:
    return detail.get("ctx") or {}


def _problem(detail: ErrorDetails, location: Location, source: Source, near: str | None) -> Problem:
    about_key = detail["type"] == "extra_forbidden" or _is_key(detail)
    place = (source.keys.get(location) if about_key else None) or source.place(location)
    return Problem(source.path, place.line, place.column, _message(detail, location, near))


def _message(detail: ErrorDetails, location: Location, near: str | None) -> Message:
    kind, value, context = detail["type"], detail["input"], _context(detail)
    if value is None and kind.endswith("_type"):
        return Message("value.empty")
    if kind in _WANTED:
        return Message(_unwanted(_WANTED[kind], value))
    if kind in _CHOICES:
        return _choice(context.get("tag", value), context[_CHOICES[kind]])
    if near is not None:
        return Message("value.unknown-key-near", {"name": _shown(location[-1]), "near": near})
    if kind not in _KEYS:
        reason = detail["msg"].removeprefix("Value error, ").rstrip(".")
        return Message("value.other", {"reason": first_line(reason, 200)})
    named = {"name": _shown(location[-1] if location else ""), "value": _shown(value)}
    return Message(_refined(kind, context), named | {name: _shown(one) for name, one in context.items()})


def _unwanted(key: str, value: object) -> str:
    if key == "value.text" and isinstance(value, bool):
        return "value.text-not-boolean"
    return "value.text-not-number" if key == "value.text" and isinstance(value, int | float) else key


def _refined(kind: str, context: Mapping[str, object]) -> str:
    if kind == "string_too_short" and context["min_length"] == 1:
        return "value.text-empty"
    return _PATTERNS.get(context.get("pattern"), _KEYS[kind])


def _choice(value: object, expected: str) -> Message:
    choices = ["".join(groups) for groups in _CHOICE.findall(expected) if groups[2] != "or"]
    values = {"value": _shown(value), "choices": ", ".join(choices)}
    near = nearest(value, choices) if isinstance(value, str) else None
    return Message("value.choice-near", values | {"near": near}) if near else Message("value.choice", values)


def _shown(value: object) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return "…" if isinstance(value, Mapping | list) else first_line(str(value))


def _near(location: Location, source: Source, model: object, within: Location) -> str | None:
    shapes = [model]
    for part in location[len(within) : -1]:
        shapes = [inner for shape in shapes for inner in _inside(shape, part)]
    names = (name for shape in shapes for one in _members(shape) for name in _fields(one))
    return nearest(str(location[-1]), [name for name in names if (*location[:-1], name) not in source.keys])


def _members(shape: object) -> Iterator[object]:
    """Give the kinds of value that an annotation allows."""
    origin = get_origin(shape)
    if origin is Annotated:
        yield from _members(get_args(shape)[0])
    elif origin in (Union, UnionType):
        for one in get_args(shape):
            yield from _members(one)
    else:
        yield shape


def _fields(shape: object) -> dict[str, object]:
    if not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        return {}
    return {field.alias or name: field.annotation for name, field in shape.model_fields.items()}


def _inside(shape: object, part: str | int) -> Iterable[object]:
    """Give the annotations of what stands under one key or number of a value."""
    for one in _members(shape):
        inner = get_args(one)
        if inner and isinstance(part, int):
            yield from inner
        elif inner:
            yield inner[-1]
        elif part in (fields := _fields(one)):
            yield fields[str(part)]
