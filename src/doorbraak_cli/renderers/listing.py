"""Items of a pack, and the schema of its files, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.renderers.json_text import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorbraak_cli.domain.model import Model


def render(items: Iterable[Model]) -> bytes:
    """Give the items as a JSON list, both languages in it."""
    return _json([item.model_dump(mode="json") for item in items])


def render_data(data: object) -> bytes:
    """Give data of lists, mappings and texts as JSON."""
    return _json(data)


def render_schema(model: type[Model]) -> bytes:
    """Give the JSON Schema of a kind of file, for editors that check and complete YAML."""
    return _json({"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()})


def _json(data: object) -> bytes:
    return (as_json(data, indent=2) + "\n").encode()
