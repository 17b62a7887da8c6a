"""YAML as data, with the line and column of every value."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING, TypeAlias

import yaml

from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.errors import Message, Problem, reason
from doorbraak_cli.files.places import Lines, Place, problem_at
from doorbraak_cli.files.yaml_syntax import syntax_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from os import stat_result
    from pathlib import Path

Location: TypeAlias = tuple[str | int, ...]

LIMIT = 5_000_000
DEPTH = 50
MOST = 200
LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Python refuses to read integers of more than 4,300 digits, and a longer float would be infinite.
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,299})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,299})\.[0-9]+")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_BOOLEAN_ELSEWHERE = re.compile(r"y|n|yes|no|on|off|true|false", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """The data of one file, and where its values and keys stand; `path` is the file's name as shown to people."""

    path: str
    data: object
    values: Mapping[Location, Place]
    keys: Mapping[Location, Place]

    def place(self, location: Location) -> Place:
        """Give where a value stands, or else the nearest thing around it that the file does have."""
        prefixes = (location[:length] for length in range(len(location), -1, -1))
        return next((self.values[prefix] for prefix in prefixes if prefix in self.values), Place(1, 1))


def read(path: Path, *, limit: int = LIMIT) -> tuple[Source | None, list[Problem]]:
    """Read and parse a file; see `read_bytes` and `parse`."""
    content, problems = read_bytes(path, limit=limit)
    return (None, problems) if content is None else parse(content, str(path))


def read_bytes(path: Path, *, limit: int = LIMIT) -> tuple[bytes | None, list[Problem]]:
    """Give the bytes of a regular file of at most `limit` bytes, or the problem that stands in the way."""
    content = _content(path, limit)
    return (None, [Problem(str(path), 0, 0, content)]) if isinstance(content, Message) else (content, [])


def parse(content: bytes, path: str) -> tuple[Source | None, list[Problem]]:
    """Give the data of a YAML file and every fault found in it, in order of place.

    A file with problems must not be used. It may still come with a source, where its data is complete enough to look
    for more faults in (see `faults`): a repeated key counts as its first value, an unquoted `no` as text.
    """
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        return None, [problem_at(path, Lines(before).place(len(before)), "yaml.not-utf8")]
    lines = Lines(text)
    if forbidden := list(islice(_FORBIDDEN.finditer(text), MOST)):
        codes = ((lines.place(match.start()), f"U+{ord(match.group()):04X}") for match in forbidden)
        return None, [problem_at(path, place, "yaml.control-character", code=code) for place, code in codes]
    return _Builder(text, lines, path).result()


def _content(path: Path, limit: int) -> bytes | Message:
    try:
        if unfit := _unfit(path.stat(), limit):
            return unfit
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        return Message("yaml.file-missing")
    except PermissionError:
        return Message("yaml.file-forbidden")
    except (OSError, ValueError) as error:
        return Message("yaml.file-unreadable", {"reason": reason(error) if isinstance(error, OSError) else str(error)})
    return content if len(content) <= limit else _too_large(limit)


def _unfit(status: stat_result, limit: int) -> Message | None:
    if stat.S_ISDIR(status.st_mode):
        return Message("yaml.file-directory")
    if not stat.S_ISREG(status.st_mode):
        return Message("yaml.file-special")
    return _too_large(limit) if status.st_size > limit else None


def _too_large(limit: int) -> Message:
    return Message("yaml.file-large", {"limit": f"{limit / 1_000_000:g}"})


def _scalar(event: yaml.ScalarEvent) -> object:
    text = event.value
    if event.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


class _EnoughError(Exception):
    """Reading on is of no use."""


class _Builder:
    """Makes data of yaml's events. It calls itself for what is nested, which `DEPTH` keeps within bounds."""

    def __init__(self, text: str, lines: Lines, path: str) -> None:
        self._text, self._lines, self._path = text, lines, path
        self._events = yaml.parse(text, Loader=LOADER)
        self._values: dict[Location, Place] = {}
        self._keys: dict[Location, Place] = {}
        self._problems: list[Problem] = []
        self._whole = True

    def result(self) -> tuple[Source | None, list[Problem]]:
        data = self._read()
        if self._whole and data is None:
            self._problems.append(Problem(self._path, 0, 0, Message("yaml.empty")))
            self._whole = False
        source = Source(self._path, data, self._values, self._keys) if self._whole else None
        return source, sorted(self._problems)

    def _read(self) -> object:
        try:
            return self._document()
        except _EnoughError:
            self._whole = False
        # The Python reader lets the last two escape for a character code that is too high.
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._whole = False
            self._problems.append(syntax_problem(error, self._text, self._lines, self._path, depth=DEPTH))
        return None

    def _document(self) -> object:
        data: object = None
        starts = 0
        for event in self._events:
            starts += isinstance(event, yaml.DocumentStartEvent)
            if starts > 1:
                self._refuse(event, "yaml.second-document")
                break
            if isinstance(event, yaml.NodeEvent):
                data = self._value(event, ())
        return data

    def _children(self) -> Iterator[yaml.Event]:
        return takewhile(lambda event: not isinstance(event, yaml.CollectionEndEvent), self._events)

    def _value(self, event: yaml.Event, location: Location) -> object:
        self._values.setdefault(location, self._place(event))
        self._check_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            self._check_quotes(event)
            return _scalar(event)
        return self._collection(event, location) if isinstance(event, yaml.CollectionStartEvent) else None

    def _collection(self, event: yaml.CollectionStartEvent, location: Location) -> object:
        if len(location) >= DEPTH:
            self._refuse(event, "yaml.depth", most=DEPTH)
            raise _EnoughError
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(location)
        return [self._value(child, (*location, number)) for number, child in enumerate(self._children())]

    def _mapping(self, location: Location) -> dict[str, object]:
        data: dict[str, object] = {}
        for event in self._children():
            key = self._key(event, location, data)
            value = self._value(next(self._events), (*location, key))
            data.setdefault(key, value)
        return data

    def _key(self, event: yaml.Event, mapping: Location, data: Mapping[str, object]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "yaml.complex-key", spoils=True)
            self._value(event, (*mapping, ""))
            return ""
        self._check_properties(event)
        location = (*mapping, event.value)
        self._check_key(event, self._keys.get(location) if event.value in data else None)
        self._keys.setdefault(location, self._place(event))
        return event.value

    def _check_key(self, event: yaml.ScalarEvent, first: Place | None) -> None:
        if event.value == "<<" and not event.style:
            self._refuse(event, "yaml.merge-key", spoils=True)
        elif not isinstance(_scalar(event), str):
            self._refuse(event, "yaml.key-not-text", name=first_line(event.value))
        elif first:
            self._refuse(event, "yaml.duplicate-key", name=first_line(event.value), line=first.line)
        else:
            self._check_quotes(event)

    def _check_quotes(self, event: yaml.ScalarEvent) -> None:
        if isinstance(_scalar(event), str) and not event.style and _BOOLEAN_ELSEWHERE.fullmatch(event.value):
            self._refuse(event, "yaml.unquoted", value=event.value)

    def _check_properties(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "yaml.alias", spoils=True, name=first_line(event.anchor or ""))
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            self._refuse(event, "yaml.anchor", name=first_line(event.anchor))
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, "yaml.tag", spoils=True, tag=first_line(tag))

    def _place(self, event: yaml.Event) -> Place:
        return self._lines.place(event.start_mark.index if event.start_mark else 0)

    def _refuse(self, event: yaml.Event, key: str, /, *, spoils: bool = False, **values: object) -> None:
        self._whole = self._whole and not spoils
        self._problems.append(problem_at(self._path, self._place(event), key, **values))
        if len(self._problems) == MOST:
            self._problems.append(problem_at(self._path, self._place(event), "yaml.too-many", most=MOST))
            raise _EnoughError
