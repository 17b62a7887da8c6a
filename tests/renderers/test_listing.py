"""Items of a pack, and the schema of its files, as JSON."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from doorbraak_cli.files import yaml_source
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.files.pack_file import KINDS, PackFile
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
        yield from [f"{place}: too short"] if len(value) < schema.get("minItems", 0) else []
        yield from (fault for one in value for fault in faults(one, schema.get("items", {}), f"{place}[]"))
    if isinstance(value, dict):
        yield from _faults_of_keys(value, schema, place)


def _faults_of_keys(value: dict[str, Any], schema: dict[str, Any], place: str) -> Iterator[str]:
    yield from (f"{place}.{name}: missing" for name in schema.get("required", []) if name not in value)
    patterns: dict[str, Any] = schema.get("patternProperties", {})
    for name, one in value.items():
        named = schema.get("properties", {}).get(name)
        found = [named] if named else [each for pattern, each in patterns.items() if re.search(pattern, name)]
        yield from (fault for each in found for fault in faults(one, each, f"{place}.{name}"))
        if not found and schema.get("additionalProperties") is False:
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


def test_data() -> None:
    """It gives lists, mappings and texts as they are, in the order they came in, ending in a newline."""
    data = {"route": None, "answers": {"b": "één", "a": ["\x1b"]}}
    content = listing.render_data(data)
    assert json.loads(content) == data
    assert list(json.loads(content)["answers"]) == ["b", "a"]
    assert content.endswith(b"}\n")
    assert b"\x1b" not in content


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
    assert set(SCHEMA["properties"]) == {"pack", "disabled", *KINDS}
    assert SCHEMA["additionalProperties"] is False


def test_schema_accepts_what_we_ship() -> None:
    """It accepts every file of the shipped content."""
    files = shipped()
    assert len(files) > 10
    assert [fault for data in files for fault in faults(data, SCHEMA)] == []


def test_schema_knows_every_kind_we_ship() -> None:
    """It says of each kind of item what its keys are, and no kind goes without an item it was held against."""
    shipped_kinds = {name for data in shipped() for name in data}
    assert shipped_kinds == {"pack", *KINDS}
    for name in KINDS:
        assert SCHEMA["properties"][name]["type"] == "array"
        kind = SCHEMA["$defs"][SCHEMA["properties"][name]["items"]["$ref"].rpartition("/")[2]]
        assert kind["additionalProperties"] is False
        assert "id" in kind["required"]


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
        (("questions", 0, "mirrors"), "ra-meso-1", ".questions[].mirrors: array"),
        (("recommendations", 0, "level"), "mikro", ".recommendations[].level: enum"),
        (("recommendations", 0, "gist"), None, ".recommendations[].gist: missing"),
        (("recommendations", 0, "actions", 0, "id"), "x", ".recommendations[].actions[].id: unknown"),
        (("aids", 0, "ordered"), "ja", ".aids[].ordered: boolean"),
        (("aids", 0, "steps", 0, "title"), None, ".aids[].steps[].title: missing"),
        (("journeys", 0, "moments"), [], ".journeys[].moments: too short"),
        (("journeys", 0, "moments", 0, "safety"), None, ".journeys[].moments[].safety: missing"),
        (("practices", 0, "figures", 0, "figure"), 85, ".practices[].figures[].figure: string"),
        (("bottlenecks", 0, "levels", 0), "mikro", ".bottlenecks[].levels[]: enum"),
        (("terms", 0, "source"), "bladzij 4", ".terms[].source: object"),
        (("products", 0, "title"), None, ".products[].title: missing"),
    ],
)
def test_schema_refuses(path: tuple[str | int, ...], value: object, fault: str) -> None:
    """It refuses what the program refuses: a wrong word, id, type or key, and one that is not there."""
    kind = path[0] if path[0] in KINDS else "questions"
    data = copy.deepcopy(next(one for one in shipped() if kind in one))
    *way, last = path
    place: Any = data
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    assert list(faults(data, SCHEMA)) == [fault]


@pytest.mark.parametrize(("answers", "fault"), [([], "too short"), ("yes", "array"), (["Ja!"], "pattern")])
def test_schema_of_a_decision(answers: object, fault: str) -> None:
    """It asks for ids of answers wherever a route says when it applies."""
    (data,) = [one for one in copy.deepcopy(shipped()) if "decision" in one.get("aids", [{}])[0]]
    data["aids"][0]["decision"]["routes"][0]["when"] = {"seeking": answers}
    (found,) = faults(data, SCHEMA)
    assert found.startswith(".aids[].decision.routes[].when.seeking")
    assert found.endswith(fault)
