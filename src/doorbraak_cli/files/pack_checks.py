"""What one file cannot see: repeated ids, references that lead nowhere, texts without translation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.principle import LEVELS
from doorbraak_cli.domain.question import FOLLOW_UPS
from doorbraak_cli.domain.setup import INTAKE, SETUP
from doorbraak_cli.domain.sheet import SheetKind
from doorbraak_cli.domain.text import Text
from doorbraak_cli.errors import Message, Problem
from doorbraak_cli.files.aid_checks import checked_aid, dangling
from doorbraak_cli.files.pack_file import LOOSE, PRINCIPLED
from doorbraak_cli.files.sheet_checks import checked_across, checked_step
from doorbraak_cli.files.spot_checks import checked_spot
from doorbraak_cli.flows.session import FINISH, REVIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from doorbraak_cli.files.pack_file import Entry
    from doorbraak_cli.files.yaml_source import Location

NEEDED = {"pack": ("pack",), "scales": ("extent", "fact"), "levels": LEVELS}
SHEETS: tuple[SheetKind, ...] = get_args(SheetKind)
STEPS: dict[str, tuple[str, ...]] = {
    "weighing": ("danger", "options", "table", "choice"),
    "network": ("participants",),
    "plan": ("actions",),
}
"""The steps no sheet of a kind can do without."""
TAKEN = (*INTAKE, *SETUP, REVIEW, FINISH)
"""Ids that doorbraak asks or offers things under itself, beside the questions of a pack."""
LINKS: dict[str, dict[str, str]] = {
    "questions": {"recommendations": "recommendations", "mirrors": "questions"},
    "recommendations": {"aids": "aids"},
    "bottlenecks": {"recommendations": "recommendations", "questions": "questions"},
} | {kind: {"recommendations": "recommendations", "aids": "aids"} for kind in SHEETS}
"""The fields in which items of a kind name others, and which kind those are."""
UNSOURCED = ("levels", "principles", "scales", "terms", "pack")
"""The kinds that say for themselves whether they need a source."""


def within_layer(entries: Sequence[Entry]) -> list[Problem]:
    """Give the faults that show in one layer by itself: ids that stand twice, and ids that cannot be."""
    first: dict[tuple[str, str], Entry] = {}
    repeated = [entry for entry in entries if first.setdefault((entry.kind, entry.id), entry) is not entry]
    problems = [_repeated(entry, first[entry.kind, entry.id]) for entry in repeated]
    return problems + [
        problem for entry in first.values() for problem in (*_repeats_within(entry), *_taken(entry), *_inside(entry))
    ]


def references(
    merged: Mapping[tuple[str, str], Entry],
    layered: Collection[tuple[str, str]],
    mentioned: Collection[str],
    disabled: Iterable[Entry],
    shipped: Collection[int] = (),
) -> list[Problem]:
    """Give a problem for every reference to something that is not there, and for a pack that lacks what it needs.

    `layered` are the kind and id of all there is, also of what somebody disabled: a link to that goes with it.
    `mentioned` are ids in files with faults: those are not missed, mending the file brings them back. What is lacking
    because somebody disabled it is told where they did. `shipped` are entries, by identity, below somebody's own.
    """
    principles = {name for kind, name in merged if kind == "principles"}
    problems = [
        _dangling(entry, ("principle",), entry.item.principle, principles)
        for entry in merged.values()
        if entry.kind in {*PRINCIPLED, LOOSE} and entry.item.principle not in principles | set(mentioned)
    ]
    problems += [problem for entry in merged.values() for problem in _links(entry, merged, layered, mentioned)]
    for kind in SHEETS:
        steps = [entry for entry in merged.values() if entry.kind == kind]
        problems += [*_asked_twice(steps), *_across(steps, kind, mentioned, shipped)]
    steps = [entry for entry in merged.values() if entry.kind in SHEETS]
    for entry in (one for one in merged.values() if one.kind == "blind_spots" and id(one) not in shipped):
        found = checked_spot(entry.item, steps, mentioned)
        problems += [_problem(entry, where, message) for where, message in found]
    there = {kind for kind, _ in merged}
    needed = {**NEEDED, **{kind: names for kind, names in STEPS.items() if kind in there}}
    lacking = {name for kind, names in needed.items() for name in names if (kind, name) not in merged} - set(mentioned)
    if not mentioned and not any(kind == "questions" for kind, _ in merged):
        lacking.add("questions")
    return problems + [_lacking(name, list(disabled)) for name in sorted(lacking)]


def _across(
    steps: Sequence[Entry], kind: SheetKind, mentioned: Collection[str], shipped: Collection[int]
) -> Iterator[Problem]:
    """Give the problems between the steps of a sheet; those of a weighing wait for nothing in another step.

    What waits for something in a step that somebody took out or replaced is never asked, and no fault of theirs.
    """
    if kind != "weighing":
        for number, location, name, message in checked_across([entry.item for entry in steps]):
            if name not in mentioned and id(steps[number]) not in shipped:
                yield _problem(steps[number], location, message)


def _asked_twice(steps: Iterable[Entry]) -> Iterator[Problem]:
    """Give a problem for every field of a sheet whose answer would be kept where that of another step is."""
    first: dict[tuple[str | None, str], str] = {}
    for entry in steps:
        for index, field in enumerate(entry.item.fields):
            owner = first.setdefault((field.per, field.id), entry.id)
            if owner != entry.id:
                message = Message("pack.repeated-within", {"id": field.id, "owner": owner})
                yield _problem(entry, ("fields", index, "id"), message)


def _links(
    entry: Entry,
    merged: Mapping[tuple[str, str], Entry],
    layered: Collection[tuple[str, str]],
    mentioned: Collection[str],
) -> Iterator[Problem]:
    for location, kind, name in _named(entry):
        if (kind, name) not in layered and name not in mentioned:
            yield _dangling(entry, location, name, {one for each, one in layered if each == kind})
        elif location[0] == "mirrors" and _on_one_level(entry, merged.get((kind, name))):
            yield _problem(entry, location, Message("pack.mirror-level", {"id": name}))


def _named(entry: Entry) -> Iterator[tuple[Location, str, str]]:
    """Give where an item names another one, of which kind, and its id."""
    for field, kind in LINKS.get(entry.kind, {}).items():
        for index, name in enumerate(getattr(entry.item, field)):
            yield (field, index), kind, name
    if entry.kind == "practices":
        for index, one in enumerate(entry.item.principles):
            yield ("principles", index, "principle"), "principles", one.principle


def _on_one_level(one: Entry, other: Entry | None) -> bool:
    return other is not None and one.item.level == other.item.level


def unknown(entry: Entry, known: Collection[str]) -> Problem:
    """Give the problem of an id that is named and is nowhere."""
    return _dangling(entry, (), entry.id, known)


def both_languages(entry: Entry) -> list[Problem]:
    """Give a problem for every text of shipped content that lacks Dutch or English."""
    return [
        _problem(entry, location, Message("pack.translation", {"lang": lang}))
        for location, text in _texts(entry.item, ())
        for lang in text.missing
    ]


def sourced(entry: Entry) -> list[Problem]:
    """Give a problem for an item of shipped content that does not say where it stands in the guide."""
    missing = entry.kind not in UNSOURCED and entry.item.source is None
    return [_problem(entry, (), Message("pack.source"))] if missing else []


def _inside(entry: Entry) -> list[Problem]:
    """Give what is wrong inside one item, whatever else there is."""
    checks: dict[str, Callable[[Any], Iterable[tuple[Location, Message]]]]
    checks = {"aids": checked_aid, **{kind: partial(checked_step, kind=kind) for kind in SHEETS}}
    found = checks[entry.kind](entry.item) if entry.kind in checks else ()
    return [_problem(entry, location, message) for location, message in found]


def _repeated(entry: Entry, first: Entry) -> Problem:
    place = first.source.place((*first.location, "id"))
    key = "pack.repeated-info" if entry.kind == "pack" else "pack.repeated"
    return _problem(entry, ("id",), Message(key, {"id": entry.id, "first": f"{first.source.path}:{place.line}"}))


def _lacking(name: str, disabled: Sequence[Entry]) -> Problem:
    message = Message("pack.lacks", {"id": name})
    off = [entry for entry in disabled if entry.id == name] or disabled
    return _problem(off[-1], (), message) if off else Problem("", 0, 0, message)


def _taken(entry: Entry) -> Iterator[Problem]:
    if entry.kind != "questions":
        return
    if entry.id in TAKEN:
        yield _problem(entry, ("id",), Message("pack.taken", {"id": entry.id}))
    for index, part in enumerate(entry.item.parts):
        if part.id in FOLLOW_UPS:
            yield _problem(entry, ("parts", index, "id"), Message("pack.taken", {"id": part.id}))


def _repeats_within(entry: Entry) -> Iterator[Problem]:
    """Give a problem for every id that stands twice among its neighbours, at whatever depth."""
    for location, neighbours in _lists(entry.item, ()):
        seen: set[tuple[object, str]] = set()
        for index, one in enumerate(neighbours):
            if (per := getattr(one, "per", None), one.id) in seen:  # fields of a sheet are known by both
                message = Message("pack.repeated-within", {"id": one.id, "owner": entry.id})
                yield _problem(entry, (*location, index, "id"), message)
            seen.add((per, one.id))


def _lists(item: object, location: Location) -> Iterator[tuple[Location, tuple[Any, ...]]]:
    """Give every list of things with an id inside an item, with where it stands."""
    if not isinstance(item, Model):
        return
    for name, value in item:
        if isinstance(value, tuple) and value and hasattr(value[0], "id"):
            yield (*location, name), value
        for place, one in _spread(name, value):
            yield from _lists(one, (*location, *place))


def _texts(item: Model, location: Location) -> Iterator[tuple[Location, Text]]:
    for name, value in item:
        for place, one in _spread(name, value):
            if isinstance(one, Text):
                yield (*location, *place), one
            elif isinstance(one, Model):
                yield from _texts(one, (*location, *place))


def _spread(name: str, value: object) -> list[tuple[Location, object]]:
    if isinstance(value, tuple):
        return [((name, index), one) for index, one in enumerate(value)]
    return [((name,), value)]


def _dangling(entry: Entry, location: Location, name: str, known: Collection[str]) -> Problem:
    return _problem(entry, location, dangling(name, known))


def _problem(entry: Entry, location: Location, message: Message) -> Problem:
    where = (*entry.location, *location)
    # What stands under `when` names a question by its key; all else that is named is a value.
    place = entry.source.keys[where] if where[-2:-1] == ("when",) else entry.source.place(where)
    return Problem(entry.source.path, place.line, place.column, message)
