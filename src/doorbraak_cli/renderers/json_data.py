"""Facts as JSON for other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.renderers.json_text import as_json
from doorbraak_cli.renderers.seal import UNSEALED, seal

if TYPE_CHECKING:
    from doorbraak_cli.domain.model import Model


def render(kind: str, facts: Model, **notes: str) -> bytes:
    """Give the facts as one JSON object in UTF-8, sealed: what it is ("doorbraak-summary/1"), notes, facts."""
    data = {"schema": kind, "generator": "doorbraak", "digest": UNSEALED, **notes, **facts.model_dump(mode="json")}
    return seal(as_json(data, indent=2) + "\n").encode()
