"""Packs from disk: the shipped content, a user's folder laid over it, everything checked, all faults in one run."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.principle import LEVELS
from doorbraak_cli.errors import AppError, Message, Problem
from doorbraak_cli.files import pack_checks, yaml_source
from doorbraak_cli.files.bundled import SHIPPED, content_root, yaml_files
from doorbraak_cli.files.faults import faults
from doorbraak_cli.files.pack_file import KINDS, LOOSE, Entry, PackFile, sound_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from doorbraak_cli.domain.model import Model

    Layer = dict[tuple[str, str], Entry]

_ID = re.compile(r"""\bid["']?[ \t]*:[ \t]*["']?([a-z0-9-]+)""")


def load(own: Path | None = None) -> Pack:
    """Give the shipped pack, with a user's folder laid over it. Raises AppError with every problem in it."""
    pack, problems = examine(own)
    if pack is None or problems:
        raise AppError(*problems)
    return pack


def examine(own: Path | None = None) -> tuple[Pack | None, list[Problem]]:
    """Give the pack where it can be made, and all that is wrong with it, in the order of files and lines."""
    layers, problems = _layers(own)
    merged, more = _merge(layers)
    layered = {(entry.kind, entry.id) for layer in layers for entry in layer.entries}
    mentioned = {name for layer in layers for name in layer.mentioned}
    disabled = [entry for layer in layers for entry in layer.disabled]
    shipped = {id(entry) for entry in layers[0].entries} if own else set()
    problems += more + pack_checks.references(merged, layered, mentioned, disabled, shipped)
    return (None if problems else _pack(merged)), sorted(problems)


@dataclass(frozen=True, slots=True)
class Changes:
    """How many items a user's folder adds to the shipped content, replaces in it, and takes out of it."""

    added: int
    replaced: int
    gone: int


def changes(own: Path) -> Changes:
    """Give what a user's folder does; an id with a mistake in it shows as an item that is added."""
    (shipped, layer), _ = _layers(own)
    before, here = (
        {(entry.kind, entry.id) for entry in one.entries if entry.kind != "pack"} for one in (shipped, layer)
    )
    merged, _ = _merge([shipped, layer])
    return Changes(added=len(here - before), replaced=len(here & before), gone=len(before - merged.keys()))


def _layers(own: Path | None) -> tuple[list[_Layer], list[Problem]]:
    """Give what the shipped content holds, and what the user's folder does, with all that is wrong in either."""
    root = content_root()
    shipped, problems = _read_layer([file for name in SHIPPED for file in yaml_files(root / name)])
    checks = (pack_checks.both_languages, pack_checks.sourced)
    sound = [entry for entry in shipped.entries if entry.kind != LOOSE]
    problems += [problem for entry in sound for check in checks for problem in check(entry)]
    if own is None:
        return [shipped], problems
    layer, own_problems = _read_own(own)
    return [shipped, layer], problems + own_problems


@dataclass(frozen=True, slots=True)
class _Layer:
    """What the files of one folder hold; `mentioned` are ids in files that have faults, so that they are not missed."""

    entries: tuple[Entry, ...] = ()
    disabled: tuple[Entry, ...] = ()
    mentioned: frozenset[str] = frozenset()


def _read_own(folder: Path) -> tuple[_Layer, list[Problem]]:
    try:
        files = yaml_files(folder) if folder.is_dir() else []
        key = "pack.empty-folder" if folder.is_dir() else "pack.not-a-folder" if folder.exists() else "pack.no-folder"
    except OSError:  # such as a name that is too long
        files, key = [], "pack.no-folder"
    return _read_layer(files) if files else (_Layer(), [Problem(str(folder), 0, 0, Message(key))])


def _read_layer(files: Sequence[Path]) -> tuple[_Layer, list[Problem]]:
    entries: list[Entry] = []
    mentioned: set[str] = set()
    problems: list[Problem] = []
    for path in files:
        found, whole, more = _read_file(path)
        entries += found
        problems += more
        mentioned |= set() if whole else _mentioned(path)
    disabled = tuple(entry for entry in entries if entry.kind == "disabled")
    there = tuple(entry for entry in entries if entry.kind != "disabled")
    return _Layer(there, disabled, frozenset(mentioned)), problems + pack_checks.within_layer(there)


def _read_file(path: Path) -> tuple[list[Entry], bool, list[Problem]]:
    """Give the items of a file that are sound, whether that is all of them, and what is wrong with the others."""
    source, problems = yaml_source.read(path)
    if source is None:
        return [], False, problems
    try:
        return PackFile.from_data(source.data).entries(source), True, problems
    except ValidationError as error:
        return sound_entries(source), False, problems + faults(error, source, PackFile)


def _mentioned(path: Path) -> set[str]:
    content, _ = yaml_source.read_bytes(path)
    return {"pack", *_ID.findall((content or b"").decode(errors="replace"))}


def _merge(layers: Iterable[_Layer]) -> tuple[Layer, list[Problem]]:
    """Lay one layer over the other: the same id replaces in place, a new one is added, a disabled one goes."""
    merged: Layer = {}
    problems: list[Problem] = []
    for layer in layers:
        merged |= {(entry.kind, entry.id): entry for entry in layer.entries}
        known = {entry.id for entry in merged.values() if entry.kind != "pack"} | layer.mentioned
        problems += [pack_checks.unknown(off, known) for off in layer.disabled if off.id not in known]
        disabled = {off.id for off in layer.disabled}
        merged = {key: entry for key, entry in merged.items() if not _goes_with(entry, disabled)}
    return merged, problems


def _goes_with(entry: Entry, disabled: set[str]) -> bool:
    """Tell whether an item goes when these ids are disabled; the questions of a principle go with it."""
    return entry.kind != "pack" and not disabled.isdisjoint((entry.id, getattr(entry.item, "principle", "")))


def _pack(merged: Layer) -> Pack:
    info = merged["pack", "pack"].item
    items = {kind: [_pruned(entry, merged) for entry in merged.values() if entry.kind == kind] for kind in KINDS}
    _sort(items)
    content = "\n".join(
        f"{kind} {one.model_dump_json(exclude_defaults=True)}" for kind, found in items.items() for one in found
    )
    digest = hashlib.sha256(content.encode()).hexdigest()[:16]
    ordered: dict[str, Any] = {kind: tuple(found) for kind, found in items.items()}
    return Pack(info=info, digest=digest, **ordered)


def _pruned(entry: Entry, merged: Layer) -> Model:
    """Give an item without its links to what somebody disabled."""
    item: Model = entry.item
    links = pack_checks.LINKS.get(entry.kind, {})
    kept: dict[str, tuple[Any, ...]] = {
        field: tuple(name for name in getattr(item, field) if (kind, name) in merged) for field, kind in links.items()
    }
    if entry.kind == "practices":
        kept["principles"] = tuple(one for one in entry.item.principles if ("principles", one.principle) in merged)
    changed = {field: names for field, names in kept.items() if names != getattr(item, field)}
    return item.model_copy(update=changed) if changed else item


def _sort(items: dict[str, list[Any]]) -> None:
    """Put principles by number, levels from micro to macro, what belongs to both by both; else as in the files."""
    items["scales"].sort(key=lambda scale: str(scale.id))
    number = {principle.id: principle.number for principle in items["principles"]}
    items["principles"].sort(key=lambda principle: principle.number)
    items["levels"].sort(key=lambda level: LEVELS.index(level.id))
    items["weighing"].sort(key=lambda step: step.id == "choice")  # what is chosen, and may be read, comes last
    items["journeys"].sort(key=lambda journey: journey.number)
    for kind in ("questions", "recommendations"):
        items[kind].sort(key=lambda one: (number[one.principle], LEVELS.index(one.level)))
    items["blind_spots"].sort(key=lambda one: number[one.principle])
