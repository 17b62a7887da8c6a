"""Items of a pack, and the schema of its files, as JSON."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.files import yaml_source
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.files.pack_file import PackFile
from doorbraak_cli.renderers import listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doorbraak_cli.domain.pack import Pack

SCHEMA: dict[str, Any] = json.loads(listing.render_schema(PackFile))
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}


def shipped() -> list[Any]:
    files = sorted(path for name in ("principles", "questions") for path in (content_root() / name).rglob("*.yaml"))
    sources = [yaml_source.read(path)[0] for path in files]
    return [source.data for source in sources if source is not None]


def faults(value: Any, schema: dict[str, Any], place: str = "") -> Iterator[str]:
    """Give where a value breaks a schema, for the part of JSON Schema that ours uses."""
    schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if "anyOf" in schema:
        found = [list(faults(value, one, place)) for one in schema["anyOf"]]
        yield from min(found, key=len)
        return
    if "type" in schema and not _is(value, schema["type"]):
        yield f"{place}: {schema['type']}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: enum"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: pattern"
    if isinstance(value, list):
        yield from (fault for one in value for fault in faults(one, schema.get("items", {}), f"{place}[]"))
    if isinstance(value, dict):
        yield from _faults_of_keys(value, schema, place)


def _faults_of_keys(value: dict[str, Any], schema: dict[str, Any], place: str) -> Iterator[str]:
    yield from (f"{place}.{name}: missing" for name in schema.get("required", []) if name not in value)
    for name, one in value.items():
        if name in schema["properties"]:
            yield from faults(one, schema["properties"][name], f"{place}.{name}")
        elif schema["additionalProperties"] is False:
            yield f"{place}.{name}: unknown"


def _is(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and not (name == "integer" and isinstance(value, bool))


def test_items(pack: Pack) -> None:
    """It gives every item with both languages and its source, in the order of the pack."""
    data = json.loads(listing.render(pack.questions))
    assert [one["id"] for one in data] == [one.id for one in pack.questions]
    assert set(data[0]["text"]) == {"nl", "en"}
    assert data[0]["source"] == {"chapter": 6, "page": 27, "item": "ra-micro 1"}


def test_no_items() -> None:
    """It gives an empty list where nothing matches."""
    assert listing.render([]) == b"[]\n"


def test_nothing_acts(pack: Pack) -> None:
    """It holds no control character of somebody's own pack, only its code."""
    hostile = pack.info.model_copy(update={"version": "1\x1b\x7f\x9b\u202e\u2028"})
    content = listing.render([hostile])
    assert json.loads(content)[0]["version"] == "1\x1b\x7f\x9b\u202e\u2028"
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]", content.decode())


def test_schema_says_what_it_is() -> None:
    """It names the dialect it is in and what it describes, for editors."""
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "doorbraak pack file"
    assert set(SCHEMA["properties"]) == {"pack", "disabled", "levels", "principles", "scales", "questions"}
    assert SCHEMA["additionalProperties"] is False


def test_schema_accepts_what_we_ship() -> None:
    """It accepts every file of the shipped content."""
    files = shipped()
    assert len(files) > 10
    assert [fault for data in files for fault in faults(data, SCHEMA)] == []


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("questions", 0, "kind"), "extend", ".questions[].kind: enum"),
        (("questions", 0, "id"), "RA micro 1", ".questions[].id: pattern"),
        (("questions", 0, "text"), "alleen tekst", ".questions[].text: object"),
        (("questions", 0, "source", "page"), "27", ".questions[].source.page: integer"),
        (("questions", 0, "vraag"), "x", ".questions[].vraag: unknown"),
        (("vragen",), [], ".vragen: unknown"),
        (("questions",), {}, ".questions: array"),
        (("questions", 0, "why"), None, ".questions[].why: missing"),
    ],
)
def test_schema_refuses(path: tuple[str | int, ...], value: object, fault: str) -> None:
    """It refuses what the program refuses: a wrong word, id, type or key, and one that is not there."""
    data = copy.deepcopy(next(one for one in shipped() if "questions" in one))
    *way, last = path
    place: Any = data
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    assert list(faults(data, SCHEMA)) == [fault]
