"""What one file of a pack may hold, and an item of it with its place."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, NamedTuple

from pydantic import ConfigDict, ValidationError

from doorbraak_cli.domain.pack import Content, PackInfo
from doorbraak_cli.domain.text import Id  # noqa: TC001 - pydantic reads the annotations
from doorbraak_cli.files.yaml_source import Location, Source  # noqa: TC001 - as above

LOOSE = "loose"
"""The kind of a question or recommendation with faults, of which only the principle it names is looked at."""

KINDS = tuple(Content.model_fields)
PRINCIPLED = ("questions", "recommendations", "blind_spots")
"""The kinds of which every item belongs to a principle."""


class PackFile(Content):
    """One YAML file of a pack. Any of these keys, in any file; the folder it stands in means nothing."""

    model_config = ConfigDict(title="doorbraak pack file")

    pack: PackInfo | None = None
    disabled: tuple[Id, ...] = ()

    def entries(self, source: Source) -> list[Entry]:
        """Give every item in the file, the pack's own name and version, and the ids it disables, with their place."""
        items = [
            Entry(kind, one.id, one, source, (kind, at)) for kind in KINDS for at, one in enumerate(getattr(self, kind))
        ]
        disabled = [Entry("disabled", name, None, source, ("disabled", at)) for at, name in enumerate(self.disabled)]
        return [*items, *disabled, *([Entry("pack", "pack", self.pack, source, ("pack",))] if self.pack else [])]


class Entry(NamedTuple):
    """An item of a pack and where it stands; `item` is None for an id that is only named."""

    kind: str
    id: str
    item: Any
    source: Source
    location: Location


def sound_entries(source: Source) -> list[Entry]:
    """Give the items of a file with faults that have none themselves, so that more can be looked for in them.

    Of a question or recommendation with faults, what it says of its principle can still be held against what there is.
    """
    data = source.data if isinstance(source.data, dict) else {}
    lists = {name: value for name, value in data.items() if isinstance(value, list) and name in PackFile.model_fields}
    return [
        entry._replace(location=(name, at))
        for name, items in lists.items()
        for at, item in enumerate(items)
        for entry in _sound(name, item, source)
    ]


def _sound(name: str, item: object, source: Source) -> list[Entry]:
    try:
        return PackFile.from_data({name: [item]}).entries(source)
    except ValidationError:
        principle = item.get("principle") if isinstance(item, dict) and name in PRINCIPLED else None
        loose = SimpleNamespace(principle=principle, parts=())
        return [Entry(LOOSE, f"{id(item)}", loose, source, ())] if isinstance(principle, str) else []
