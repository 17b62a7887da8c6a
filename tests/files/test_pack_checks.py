"""What only shows where everything of a pack is together: links, repeated ids, translations and sources."""

from __future__ import annotations

import copy
import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak_cli.domain.text import Text
from doorbraak_cli.domain.wording import LANGUAGES
from doorbraak_cli.files import bundled, pack_checks, packs, yaml_source
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.files.pack_file import KINDS

from .conftest import DATA, faults_in_shipped, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language, Wording
    from doorbraak_cli.files.yaml_source import Location, Source

PACKS = DATA / "packs"
FILES = sorted(path for name in bundled.SHIPPED for path in (content_root() / name).rglob("*.yaml"))
REPLACED = {
    "weighing": "premortems",
    "network": "meeting",
    "plan": "rhythm",
    "justification": "tried",
    "look_back": "lessons",
}
"""A step of each sheet on which nothing else leans."""
SOURCED = [kind for kind in KINDS if kind not in pack_checks.UNSOURCED]


def read(path: Path) -> Source:
    source, problems = yaml_source.read(path)
    assert source is not None
    assert not problems
    return source


def write(path: Path, data: object) -> None:
    """Write data as JSON, which is YAML too, on as many lines as there are values."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")


def item(pack: Pack, kind: str, number: int = 0) -> dict[str, Any]:
    """Give an item of the shipped pack as the data of a file."""
    found: dict[str, Any] = getattr(pack, kind)[number].model_dump(mode="json", exclude_defaults=True)
    if kind in pack_checks.SHEETS:  # what a step asks is asked once in a pack, and some can't do without what they ask
        found["id"] = REPLACED[kind]
        found["fields"] = [{"id": "eigen-vraag", "kind": "line", "text": {"nl": "En?"}}]
    return found


def fault(path: Path, location: Location, key: str, root: Path | None = None) -> str:
    """Give how a fault at a location of a file is told."""
    place = read(path).place(location)
    return f"{path.relative_to(root or path.parent)}:{place.line}:{place.column} {key}"


def walk(value: object, location: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Give every value below a value, with where it stands."""
    yield location, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from walk(one, (*location, key))


def shape(location: Location) -> tuple[str, ...]:
    """Give the names in a location, without the numbers of a list."""
    return tuple(part for part in location if isinstance(part, str))


# --- Links


def near(folder: Path) -> dict[str, object]:
    """Give what was probably meant, by what was written."""
    messages = [problem.message for problem in packs.examine(folder)[1]]
    return {str(one.values["id"]): one.values["near"] for one in messages if one.key == "pack.dangling-near"}


def test_suggestions_are_of_the_right_kind() -> None:
    """It suggests, for a link that leads nowhere, only what may stand there, also from one's own pack."""
    assert near(PACKS / "links") == {
        "bk-micro-risicoparadoks": "bk-micro-risicoparadox",
        "bk-meso-11": "bk-meso-1",
        "lege-stoell": "lege-stoel",
        "eigen-aanbevelling": "eigen-aanbeveling",
        "sw-meso-66": "sw-meso-6",
        "breed-kiken": "breed-kijken",
    }
    assert near(PACKS / "decision") == {"kinds": "kind", "leeftijdd": "leeftijd"}


def test_what_is_said_of_links(nl: Wording) -> None:
    """It names what leads nowhere, and the mirror that is on the same level."""
    said = [nl.message(problem.message) for problem in packs.examine(PACKS / "links")[1]]
    assert '"lege-stoell" bestaat niet; bedoelde je "lege-stoel"?' in said
    assert any(one.startswith('De spiegelvraag "bk-micro-2" staat op hetzelfde niveau;') for one in said)


def links(one: Pack) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Give every list of links in a pack: by kind, id and field."""
    return {
        (kind, each.id, field): getattr(each, field)
        for kind, fields in pack_checks.LINKS.items()
        for each in getattr(one, kind)
        for field in fields
    }


@pytest.mark.parametrize("kind", ["recommendations", "aids", "questions"])
def test_links_go_with_what_is_disabled(pack: Pack, own: Path, kind: str) -> None:
    """It takes out links to what somebody disabled, wherever they stand, and leaves the others in their order."""
    targets = {(one, field): goal for one, fields in pack_checks.LINKS.items() for field, goal in fields.items()}
    victims = {
        name for (one, _, field), names in links(pack).items() if targets[one, field] == kind for name in names[:1]
    }
    assert victims
    write(own / "a.yaml", {"disabled": sorted(victims)})
    kept, problems = packs.examine(own)
    assert problems == []
    assert kept is not None
    assert {one.id for one in getattr(pack, kind)} - {one.id for one in getattr(kept, kind)} == victims
    assert links(kept) == {
        key: tuple(name for name in names if targets[key[0], key[2]] != kind or name not in victims)
        for key, names in links(pack).items()
        if key[:2] not in {(kind, victim) for victim in victims}
    }
    assert kept.digest != pack.digest


def test_links_go_with_a_principle(pack: Pack, own: Path) -> None:
    """It takes out links to all that goes with a principle, and what a practice says of that principle."""
    write(own / "a.yaml", {"disabled": ["breed-kijken"]})
    kept = packs.load(own)
    theirs = pack.select(principles=["breed-kijken"]), pack.select_recommendations(principles=["breed-kijken"])
    gone = {one.id for several in theirs for one in several}
    assert gone & {name for names in links(pack).values() for name in names}
    assert not gone & {name for names in links(kept).values() for name in names}
    assert [one.principle for one in kept.practices[0].principles] == ["radicaal-aansluiten", "samen-waarde-toevoegen"]


def test_own_links_to_what_is_disabled(pack: Pack, own: Path) -> None:
    """It takes no offence at links to what the same folder disables: they go with it."""
    question = item(pack, "questions") | {"id": "eigen-1", "recommendations": ["ra-micro-rust", "ra-micro-present"]}
    bottleneck = item(pack, "bottlenecks") | {"id": "eigen-2", "questions": ["eigen-1", "ra-macro-1", "ra-meso-1"]}
    write(own / "a.yaml", {"questions": [question], "bottlenecks": [bottleneck]})
    write(own / "b.yaml", {"disabled": ["ra-micro-rust", "ra-macro-1"]})
    kept = packs.load(own)
    assert links(kept)["questions", "eigen-1", "recommendations"] == ("ra-micro-present",)
    assert links(kept)["bottlenecks", "eigen-2", "questions"] == ("eigen-1", "ra-meso-1")


def test_mirror_that_is_disabled(pack: Pack, own: Path) -> None:
    """It does not look at the level of a mirror that is gone."""
    write(own / "a.yaml", {"questions": [item(pack, "questions") | {"mirrors": ["ra-micro-2"]}]})
    assert told(packs.examine(own)[1], own) == [
        fault(own / "a.yaml", ("questions", 0, "mirrors", 0), "pack.mirror-level")
    ]
    write(own / "b.yaml", {"disabled": ["ra-micro-2"]})
    assert links(packs.load(own))["questions", "ra-micro-1", "mirrors"] == ()


BROKEN = {
    "a fault in it": '{id: "eigen-9", principle: "breed-kijken", level: "meso"}',
    "another fault in it": '{id: "eigen-9", zzz: 1}',
    "no YAML": '{id: "eigen-9", principle: "',
    "an id in another form": "\n    'id' : eigen-9\n    level: no",
}


@pytest.mark.parametrize("kind", ["questions", "recommendations", "aids"])
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_ids_in_broken_files(pack: Pack, own: Path, kind: str, broken: str) -> None:
    """It does not say that something is missing that stands in a file with faults: mending the file brings it back."""
    items = {one: [item(pack, one) | {"id": "eigen-1"}] for one in pack_checks.LINKS}
    for one, fields in pack_checks.LINKS.items():
        items[one][0] |= {field: ["eigen-9"] if goal == kind else [] for field, goal in fields.items()}
    write(own / "a.yaml", items)
    missing = told(packs.examine(own)[1], own)
    assert missing
    assert all(line.startswith("a.yaml:") and line.split()[1].startswith("pack.dangling") for line in missing)
    (own / "b.yaml").write_text(f"{kind}:\n  - {broken}\n", "utf-8")
    lines = told(packs.examine(own)[1], own)
    assert lines
    assert all(line.startswith("b.yaml:") for line in lines)


# --- Ids


def test_every_level_of_ids() -> None:
    """It knows every list of things with an id, so that a new one is looked at here too."""
    assert NESTED.keys() == {
        ("scales", "words"),
        ("questions", "parts"),
        ("journeys", "moments"),
        ("aids", "steps", "fields"),
        ("aids", "steps", "fields", "options"),
        ("aids", "decision", "questions"),
        ("aids", "decision", "questions", "options"),
        ("aids", "decision", "routes"),
        ("weighing", "fields", "fixed"),
        *((kind, "fields") for kind in pack_checks.SHEETS),
        *((kind, "fields", "options") for kind in pack_checks.SHEETS),
    }


def _nested() -> dict[tuple[str, ...], tuple[Path, Location]]:
    """Give one example in the shipped content of every list of things with an id inside an item."""
    lists = [
        (shape(location), (path, location))
        for path in FILES
        for location, value in walk(read(path).data)
        if len(shape(location)) > 1 and isinstance(value, list) and isinstance(value[0], dict) and "id" in value[0]
    ]
    return dict(reversed(lists))


NESTED = _nested()


@pytest.mark.parametrize("names", NESTED, ids=".".join)
def test_repeated_at_any_depth(own: Path, names: tuple[str, ...]) -> None:
    """It tells of an id that stands twice among its neighbours, wherever that is, at the second one."""
    path, location = NESTED[names]
    data: Any = copy.deepcopy(read(path).data)
    value = data
    for part in location:
        value = value[part]
    value.append(copy.deepcopy(value[0]))
    write(own / "a.yaml", data)
    lines = [line for line in told(packs.examine(own)[1], own) if line.endswith(" pack.repeated-within")]
    assert lines == [fault(own / "a.yaml", (*location, len(value) - 1, "id"), "pack.repeated-within")]


@pytest.mark.parametrize("kind", KINDS)
def test_repeated_in_another_file(pack: Pack, own: Path, kind: str) -> None:
    """It tells of an id that two files of one folder have, at the second one, with where the first one is."""
    write(own / "a.yaml", {kind: [item(pack, kind)]})
    write(own / "b.yaml", {kind: [item(pack, kind)]})
    _, problems = packs.examine(own)
    assert told(problems, own) == [fault(own / "b.yaml", (kind, 0, "id"), "pack.repeated")]
    first = read(own / "a.yaml").place((kind, 0, "id"))
    assert problems[0].message.values["first"] == f"{own / 'a.yaml'}:{first.line}"


def test_one_id_for_two_kinds(pack: Pack, own: Path) -> None:
    """It lets things of different kinds have one id, and lets go of both when it is disabled."""
    write(own / "a.yaml", {"bottlenecks": [item(pack, "bottlenecks") | {"id": "lege-stoel"}]})
    there = packs.load(own)
    assert there.aid("lege-stoel")
    assert there.bottleneck("lege-stoel")
    write(own / "b.yaml", {"disabled": ["lege-stoel"]})
    kept = packs.load(own)
    assert (kept.aid("lege-stoel"), kept.bottleneck("lege-stoel")) == (None, None)


# --- Shipped content


@pytest.mark.parametrize("kind", SOURCED)
def test_shipped_without_a_source(shipped: Path, kind: str) -> None:
    """It tells of anything in the shipped content that does not say where it stands in the guide."""
    path = next(path for path in sorted(shipped.rglob("*.yaml")) if f"\n{kind}:\n" in f"\n{path.read_text('utf-8')}")
    data: Any = copy.deepcopy(read(path).data)
    del data[kind][-1]["source"]
    write(path, data)
    last = len(data[kind]) - 1
    assert faults_in_shipped(shipped) == [fault(path, (kind, last), "pack.source", shipped)]


@pytest.mark.parametrize("kind", SOURCED)
def test_own_without_a_source(pack: Pack, own: Path, kind: str) -> None:
    """It asks no source of what somebody made."""
    one = item(pack, kind) | {"id": "eigen-1"}
    del one["source"]
    if kind == "blind_spots":
        one["gap"] = {"sheet": "plan", "empty": "evaluation-next", "filled": "procedure"}
    write(own / "a.yaml", {kind: [one]})
    assert packs.examine(own)[1] == []


@pytest.mark.parametrize("kind", ["questions", "recommendations", "aids"])
def test_shipped_with_an_item_that_is_broken(shipped: Path, kind: str) -> None:
    """It tells what is wrong with one item of the shipped content, beside a text of another that lacks a language."""
    path = next(path for path in sorted(shipped.rglob("*.yaml")) if f"\n{kind}:\n" in f"\n{path.read_text('utf-8')}")
    data: Any = copy.deepcopy(read(path).data)
    data[kind].append(copy.deepcopy(data[kind][0]) | {"id": "nog-een", "zzz": 1})
    del data[kind][0]["text"]["en"]
    write(path, data)
    place = read(path).keys[kind, len(data[kind]) - 1, "zzz"]
    assert faults_in_shipped(shipped) == [
        fault(path, (kind, 0, "text"), "pack.translation", shipped),
        f"{path.relative_to(shipped)}:{place.line}:{place.column} value.unknown-key",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_shipped_without_translations(shipped: Path, lang: Language) -> None:
    """It tells of every text that lacks a language, in an example of every place a text can stand, all in one run."""
    expected: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for path in sorted(shipped.rglob("*.yaml")):
        data: Any = copy.deepcopy(read(path).data)
        places = list(_first_texts(data, seen))
        for _, text in places:
            del text[lang]
        write(path, data)
        expected += [fault(path, location, "pack.translation", shipped) for location, _ in places]
    assert {names[0] for names in seen} == {*KINDS, "pack"}
    assert len(seen) > 50
    assert sorted(faults_in_shipped(shipped)) == sorted(expected)


def _first_texts(data: object, seen: set[tuple[str, ...]]) -> Iterator[tuple[Location, dict[str, str]]]:
    for location, value in walk(data):
        if isinstance(value, dict) and value.keys() == set(Text.model_fields) and shape(location) not in seen:
            seen.add(shape(location))
            yield location, value


# --- Whatever somebody links to, adds, replaces and disables

TEXT = {"nl": "Tekst", "en": "Text"}
SOURCE = {"chapter": 1, "page": 4, "item": "hier"}
MADE: dict[str, dict[str, Any]] = {
    "questions": {"principle": "een", "kind": "open", "text": TEXT, "why": TEXT},
    "recommendations": {"principle": "een", "level": "micro", "title": TEXT, "gist": TEXT, "text": TEXT},
    "aids": {"title": TEXT, "gist": TEXT, "when": TEXT, "text": TEXT},
    "bottlenecks": {"title": TEXT, "text": TEXT},
}
THERE = {kind: [f"{kind}-{number}" for number in (1, 2, 3)] for kind in MADE}
NEW = {kind: [f"nieuw-{kind}-{number}" for number in (4, 5)] for kind in MADE}
Ids = dict[tuple[str, str], dict[str, tuple[str, ...]]]
Links = dict[str, tuple[str, ...]]


def made(kind: str, name: str, named: Links) -> dict[str, Any]:
    """Give an item; questions with an even number are on the micro level, others on the meso level."""
    level = {"level": level_of(name)} if kind == "questions" else {}
    return {
        "id": name,
        **MADE[kind],
        **level,
        **{field: list(names) for field, names in named.items()},
        "source": SOURCE,
    }


def level_of(name: str) -> str:
    return "micro" if int(name[-1]) % 2 == 0 else "meso"


def linked(goals: dict[str, list[str]], kind: str) -> st.SearchStrategy[Links]:
    fields = pack_checks.LINKS.get(kind, {})
    return st.fixed_dictionaries(
        {field: st.lists(st.sampled_from(goals[goal]), max_size=3).map(tuple) for field, goal in fields.items()}
    )


class Overlay(NamedTuple):
    """A folder of somebody's own: what it holds with its links, and what it disables."""

    items: Ids
    disabled: tuple[str, ...]


@st.composite
def overlays(draw: st.DrawFn, *, astray: bool) -> Overlay:
    """Draw a folder; `astray` lets links lead nowhere and to mirrors on the same level."""
    names = {kind: draw(st.lists(st.sampled_from(THERE[kind] + NEW[kind]), unique=True)) for kind in MADE}
    goals = {kind: THERE[kind] + (NEW[kind] + ["nergens"] if astray else names[kind]) for kind in MADE}
    items = {(kind, name): draw(linked(goals, kind)) for kind, several in names.items() for name in several}
    if not astray:
        items = {key: _across(key[1], named) for key, named in items.items()}
    known = sorted({name for kind in MADE for name in THERE[kind] + names[kind]})
    return Overlay(items, tuple(draw(st.lists(st.sampled_from(known), unique=True, max_size=4))))


def _across(name: str, named: Links) -> Links:
    """Give the links without mirrors that are on the level of the item itself."""
    return {
        field: tuple(one for one in names if field != "mirrors" or level_of(one) != level_of(name))
        for field, names in named.items()
    }


ONCE = ("levels", "scales")
SHIPPED: Ids = {
    (kind, name): _across(name, {field: tuple(THERE[goal]) for field, goal in pack_checks.LINKS.get(kind, {}).items()})
    for kind in MADE
    for name in THERE[kind]
}


@pytest.fixture(scope="module")
def world(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a small shipped pack, with links between all that is in it."""
    root = tmp_path_factory.mktemp("wereld")
    for name in bundled.SHIPPED:
        (root / name).mkdir()
    base: dict[str, Any] = {kind: [item(pack, kind, at) for at in range(len(getattr(pack, kind)))] for kind in ONCE}
    base["pack"] = pack.info.model_dump(mode="json")
    base["principles"] = [item(pack, "principles") | {"id": "een"}]
    items = {kind: [made(kind, name, SHIPPED[kind, name]) for name in THERE[kind]] for kind in MADE}
    write(root / "principles" / "a.yaml", base)
    write(
        root / "questions" / "a.yaml", items | {"questions": [*items["questions"], made("questions", "blijft-6", {})]}
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packs, "content_root", lambda: root)
        yield root


def examined(overlay: Overlay) -> tuple[Pack | None, Counter[tuple[str, str]]]:
    """Give the pack with this folder over it, and what is told: key without "-near", and id, as often as it is."""
    with tempfile.TemporaryDirectory() as folder:
        for number, ((kind, name), named) in enumerate(overlay.items.items()):
            write(Path(folder) / f"{number}.yaml", {kind: [made(kind, name, named)]})
        write(Path(folder) / "uit.yaml", {"disabled": list(overlay.disabled)})
        found, problems = packs.examine(Path(folder))
        told(problems)
    messages = [problem.message for problem in problems]
    return found, Counter((one.key.removesuffix("-near"), str(one.values["id"])) for one in messages)


def remaining(overlay: Overlay) -> Ids:
    everything = SHIPPED | overlay.items
    return {key: named for key, named in everything.items() if key[1] not in overlay.disabled}


def named_in(items: Ids) -> Iterable[tuple[str, str, str, str]]:
    """Give every link: the id of the item, the field, and the kind and id it leads to."""
    for (kind, name), named in items.items():
        for field, goal in pack_checks.LINKS.get(kind, {}).items():
            for one in named.get(field, ()):
                yield name, field, goal, one


@settings(max_examples=60)
@given(overlays(astray=True))
def test_links_that_lead_nowhere(world: Path, overlay: Overlay) -> None:
    """It tells of every link to what nobody has and every mirror on the same level, and of nothing else."""
    kept, there = remaining(overlay), SHIPPED | overlay.items
    expected = Counter(
        ("pack.dangling" if (goal, one) not in there else "pack.mirror-level", one)
        for name, field, goal, one in named_in(kept)
        if (goal, one) not in there or (field == "mirrors" and (goal, one) in kept and level_of(name) == level_of(one))
    )
    found, problems = examined(overlay)
    assert problems == expected
    assert (found is None) == bool(expected)


@settings(max_examples=60)
@given(overlays(astray=False))
def test_links_that_lead_somewhere(world: Path, overlay: Overlay) -> None:
    """It makes a pack of whatever leads somewhere, in which every link is kept that can be followed, and no other."""
    kept = remaining(overlay)
    found, problems = examined(overlay)
    assert problems == Counter()
    assert found is not None
    assert {(kind, one.id) for kind in MADE for one in getattr(found, kind)} == {*kept, ("questions", "blijft-6")}
    goals = {(kind, field): goal for kind, fields in pack_checks.LINKS.items() for field, goal in fields.items()}
    assert {key: names for key, names in links(found).items() if key[1] != "blijft-6"} == {
        (kind, name, field): tuple(one for one in named.get(field, ()) if (goals[kind, field], one) in kept)
        for (kind, name), named in kept.items()
        for field in pack_checks.LINKS.get(kind, {})
    }
