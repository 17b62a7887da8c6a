"""Packs: the shipped content, a folder of one's own over it, and all that can be wrong with either."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak_cli.domain.case import Case, Reflection
from doorbraak_cli.domain.principle import LEVELS
from doorbraak_cli.files import bundled, pack_checks, packs
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.files.pack_file import KINDS
from doorbraak_cli.flows.reflection import ReflectionFlow
from doorbraak_cli.flows.session import FINISH, REVIEW

from .conftest import DATA, QUESTION, faults_in_shipped, refused, told

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

PACKS = DATA / "packs"


def faults_in(folder: Path) -> list[str]:
    """Give all that is wrong with a folder, which makes it no pack."""
    pack, problems = packs.examine(folder)
    assert pack is None
    assert problems == sorted(problems)
    assert refused(lambda: packs.load(folder), folder) == told(problems, folder)
    return told(problems, folder)


def ids(pack: Pack) -> list[str]:
    return [question.id for question in pack.questions]


# --- The shipped pack


def test_shipped(pack: Pack) -> None:
    """It loads without a fault, and everything is in the order in which it is shown."""
    assert packs.examine() == (pack, [])
    assert [one.number for one in pack.principles] == [1, 2, 3]
    assert tuple(level.id for level in pack.levels) == LEVELS
    assert len(pack.questions) == 57
    number = {one.id: one.number for one in pack.principles}
    places = [(number[one.principle], LEVELS.index(one.level)) for one in pack.questions]
    assert all(first <= second for first, second in pairwise(places))


def test_shipped_without_a_translation(shipped: Path) -> None:
    """It finds a text of shipped content that lacks a language, at its own line, in whatever it stands."""
    removed = {}
    for name in ("questions/scales.yaml", "questions/pack.yaml", "principles/breed-kijken.yaml"):
        lines = (shipped / name).read_text("utf-8").split("\n")
        at = next(number for number, line in enumerate(lines) if line.startswith(("      en:", "    en:")))
        removed[name] = at
        (shipped / name).write_text("\n".join(lines[:at] + lines[at + 1 :]), "utf-8")
    assert faults_in_shipped(shipped) == [
        f"principles/breed-kijken.yaml:{removed['principles/breed-kijken.yaml']}:7 pack.translation",
        f"questions/pack.yaml:{removed['questions/pack.yaml']}:5 pack.translation",
        f"questions/scales.yaml:{removed['questions/scales.yaml']}:7 pack.translation",
    ]


def test_shipped_without_a_translation_deeper(shipped: Path) -> None:
    """It looks at every word of a scale and every part of a question too."""
    texts = {
        "questions/scales.yaml": ('{nl: "helemaal niet", en: "not at all"}', '{nl: "helemaal niet"}'),
        "questions/reflection/ra-micro.yaml": ('          nl: "In hoeverre heb je het perspectief', ""),
    }
    expected = []
    for name, (old, new) in texts.items():
        lines = (shipped / name).read_text("utf-8").split("\n")
        at = next(number for number, line in enumerate(lines) if old in line)
        lines[at : at + 1] = [lines[at].replace(old, new)] if new else []
        (shipped / name).write_text("\n".join(lines), "utf-8")
        expected.append(f"{name}:{at + 1}:{lines[at].index('{' if new else 'en:') + 1} pack.translation")
    assert faults_in_shipped(shipped) == sorted(expected)


@pytest.mark.parametrize(
    "name",
    [
        "questions/pack.yaml",
        "questions/scales.yaml",
        "questions/reflection/bk-meso.yaml",
        "principles/breed-kijken.yaml",
        "principles/aids/lege-stoel.yaml",
        "principles/bottlenecks.yaml",
    ],
)
def test_shipped_with_a_broken_file(shipped: Path, name: str) -> None:
    """It tells what is wrong with a file, and not that what stands in it is missing elsewhere."""
    (shipped / name).write_text((shipped / name).read_text("utf-8") + "\nzzz: 1\n", "utf-8")
    (line,) = faults_in_shipped(shipped)
    assert re.fullmatch(rf"{name}:\d+:1 value\.unknown-key", line)


def test_shipped_without_a_file(shipped: Path) -> None:
    """It tells what doorbraak cannot do without."""
    for name in ("principles", "questions"):
        shutil.rmtree(shipped / name)
    keys = {name for names in pack_checks.NEEDED.values() for name in names} | {"questions"}
    _, problems = packs.examine()
    assert {problem.message.values["id"] for problem in problems} == keys
    assert set(told(problems)) == {"pack.lacks"}


# --- What can be wrong with a pack of one's own

FAULTS = {
    "broken": ["vragen.yaml:4:13 yaml.line-not-ended"],
    "duplicate-keys": ["vragen.yaml:5:5 yaml.duplicate-key", "vragen.yaml:7:31 yaml.duplicate-key"],
    "unknown-keys": [
        "vragen.yaml:1:1 value.unknown-key",
        "vragen.yaml:2:1 value.unknown-key",
        "vragen.yaml:8:5 value.unknown-key",
        "vragen.yaml:9:31 value.unknown-key",
        "vragen.yaml:11:13 value.missing-key",
        "vragen.yaml:11:26 value.unknown-key-near",
    ],
    "wrong-types": [
        "vragen.yaml:1:11 value.list",
        "vragen.yaml:3:7 value.id",
        "vragen.yaml:4:12 value.text-not-number",
        "vragen.yaml:5:10 value.mapping",
        "vragen.yaml:7:9 value.text-not-number",
        "vragen.yaml:9:12 value.choice-near",
        "vragen.yaml:10:11 value.choice",
        "vragen.yaml:11:11 value.mapping",
        "vragen.yaml:12:12 value.list",
        "vragen.yaml:13:15 value.text-empty",
        "vragen.yaml:13:23 value.text-not-boolean",
        "vragen.yaml:14:23 value.integer",
        "vragen.yaml:14:36 value.integer",
        "vragen.yaml:14:48 value.empty",
        "vragen.yaml:17:12 value.no-language",
        "vragen.yaml:19:7 value.few",
        "vragen.yaml:21:15 value.boolean",
    ],
    "unquoted": [
        "schalen.yaml:5:13 yaml.unquoted",
        "schalen.yaml:6:29 yaml.unquoted",
        "schalen.yaml:8:28 yaml.unquoted",
    ],
    "missing": [
        "vragen.yaml:2:5 value.missing-key",
        "vragen.yaml:6:9 value.empty",
        "vragen.yaml:7:13 value.missing-key",
        "vragen.yaml:8:4 value.empty",
    ],
    "dangling": [
        "vragen.yaml:2:5 pack.dangling-near",
        "vragen.yaml:3:5 pack.dangling",
        "vragen.yaml:6:16 pack.dangling-near",
        "vragen.yaml:13:16 pack.dangling",
    ],
    "repeated": ["b.yaml:7:13 pack.repeated-within", "b.yaml:10:9 pack.repeated", "b.yaml:27:13 pack.repeated-within"],
    "anchors": ["vragen.yaml:6:11 yaml.anchor", "vragen.yaml:7:10 yaml.alias"],
    "taken": ["vragen.yaml:2:9 pack.taken", "vragen.yaml:17:13 pack.taken"],
    "two-names": ["b.yaml:2:7 pack.repeated-info"],
    "links": [
        "a-vragen.yaml:8:49 pack.dangling-near",
        "a-vragen.yaml:8:76 pack.dangling",
        "a-vragen.yaml:8:83 pack.dangling",
        "a-vragen.yaml:11:9 pack.dangling-near",
        "a-vragen.yaml:12:9 pack.mirror-level",
        "a-vragen.yaml:13:9 pack.mirror-level",
        "a-vragen.yaml:14:9 pack.dangling",
        "a-vragen.yaml:22:26 pack.mirror-level",
        "b-rest.yaml:8:26 pack.dangling-near",
        "b-rest.yaml:8:41 pack.dangling",
        "b-rest.yaml:16:9 pack.dangling-near",
        "b-rest.yaml:17:28 pack.dangling",
        "b-rest.yaml:17:49 pack.dangling-near",
        "b-rest.yaml:25:20 pack.dangling-near",
    ],
    "card": [
        "hulpmiddelen.yaml:14:17 pack.taken",
        "hulpmiddelen.yaml:17:18 pack.taken",
        "hulpmiddelen.yaml:18:13 pack.choice-without",
        "hulpmiddelen.yaml:18:17 pack.taken",
        "hulpmiddelen.yaml:21:18 pack.taken",
        "hulpmiddelen.yaml:21:76 pack.choice-without",
        "hulpmiddelen.yaml:29:15 pack.options-without-choice",
        "hulpmiddelen.yaml:31:68 pack.options-without-choice",
        "hulpmiddelen.yaml:32:17 pack.repeated-within",
        "hulpmiddelen.yaml:35:17 pack.repeated-within",
        "hulpmiddelen.yaml:46:21 pack.repeated-within",
    ],
    "decision": [
        "hulpmiddelen.yaml:16:19 pack.repeated-within",
        "hulpmiddelen.yaml:18:15 pack.repeated-within",
        "hulpmiddelen.yaml:24:32 pack.dangling-near",
        "hulpmiddelen.yaml:25:13 pack.dangling-near",
        "hulpmiddelen.yaml:29:11 pack.route-always",
        "hulpmiddelen.yaml:33:11 pack.route-always",
        "hulpmiddelen.yaml:38:11 pack.route-last",
        "hulpmiddelen.yaml:38:15 pack.repeated-within",
        "hulpmiddelen.yaml:42:17 pack.dangling",
        "hulpmiddelen.yaml:43:13 pack.dangling",
    ],
    "weighing": [
        "a-stappen.yaml:7:40 pack.dangling-near",
        "a-stappen.yaml:9:9 pack.dangling-near",
        "a-stappen.yaml:11:13 pack.taken",
        "a-stappen.yaml:14:14 pack.taken",
        "a-stappen.yaml:15:9 pack.choice-without",
        "a-stappen.yaml:15:13 pack.taken",
        "a-stappen.yaml:18:68 pack.choice-without",
        "a-stappen.yaml:23:11 pack.options-without-choice",
        "a-stappen.yaml:25:64 pack.options-without-choice",
        "a-stappen.yaml:32:18 pack.repeated-within",
        "a-stappen.yaml:37:11 pack.dangling-near",
        "a-stappen.yaml:40:15 pack.dangling-near",
        "a-stappen.yaml:42:15 pack.dangling-near",
        "a-stappen.yaml:43:11 pack.dangling",
        "a-stappen.yaml:44:11 pack.dangling",
        "a-stappen.yaml:45:11 pack.dangling",
        "a-stappen.yaml:46:14 pack.head",
        "a-stappen.yaml:46:14 pack.repeated-within",
        "a-stappen.yaml:47:14 pack.repeated-within",
        "a-stappen.yaml:48:13 pack.head",
        "a-stappen.yaml:48:13 pack.repeated-within",
        "a-stappen.yaml:52:29 pack.dangling",
        "a-stappen.yaml:52:37 pack.dangling",
        "a-stappen.yaml:53:14 pack.repeated-within",
        "a-stappen.yaml:60:14 pack.repeated-within",
        "a-stappen.yaml:61:14 pack.repeated-within",
        "a-stappen.yaml:62:13 pack.repeated-within",
        "a-stappen.yaml:66:11 pack.options-without-choice",
        "b-rest.yaml:6:14 value.least",
        "b-rest.yaml:7:5 value.unknown-key",
        "b-rest.yaml:9:30 value.choice",
        "b-rest.yaml:10:74 value.few",
        "b-rest.yaml:10:84 value.choice",
        "b-rest.yaml:16:13 value.few",
        "b-rest.yaml:18:5 pack.lacks",
        "c-meer.yaml:8:64 pack.later",
        "c-meer.yaml:10:60 pack.no-table",
        "c-meer.yaml:11:13 pack.repeated-within",
        "c-meer.yaml:17:18 pack.numbered",
        "c-meer.yaml:19:14 pack.apart",
        "c-meer.yaml:26:7 pack.step-lacks",
    ],
    "several": [
        "a.yaml:2:5 value.missing-key",
        "a.yaml:4:13 value.integer",
        "a.yaml:9:5 value.unknown-key-near",
        "b.yaml:1:12 pack.lacks",
        "b.yaml:11:16 pack.dangling",
        "sub/c.yaml:3:16 yaml.quote-open",
        "sub/d.yml:3:5 yaml.unquoted",
        "sub/d.yml:3:5 pack.dangling",
        "sub/d.yml:6:5 pack.dangling",
    ],
}


@pytest.mark.parametrize("kind", FAULTS)
def test_faults(kind: str) -> None:
    """It tells every fault of every file in one run, in order, each with its file, line and column."""
    assert faults_in(PACKS / kind) == FAULTS[kind]


def test_every_pack_in_the_data_is_tested() -> None:
    """It leaves no folder of the test data aside."""
    assert {path.name for path in PACKS.iterdir()} == {*FAULTS, "overlay", "one-language"}


def said(kind: str, number: int, say: Wording) -> str:
    return say.message(packs.examine(PACKS / kind)[1][number].message)


def test_suggestions(nl: Wording) -> None:
    """It suggests what was probably meant, from all that there is, and names where an id stood first."""
    assert said("dangling", 0, nl) == '"ra-micro-55" bestaat niet; bedoelde je "ra-micro-5"?'
    assert said("dangling", 2, nl) == '"breed-kiken" bestaat niet; bedoelde je "breed-kijken"?'
    assert said("unknown-keys", 5, nl) == 'De sleutel "pagina" hoort hier niet; bedoelde je "page"?'
    assert f"{PACKS / 'repeated' / 'a.yaml'}:2;" in said("repeated", 1, nl)
    assert f"{PACKS / 'two-names' / 'a.yaml'}:2;" in said("two-names", 0, nl)


def test_no_pack_at_all(tmp_path: Path, own: Path) -> None:
    """It tells an empty folder from one that is not there, a file, and a name that cannot be."""
    (own / "lees-mij.txt").write_text(QUESTION, "utf-8")
    (tmp_path / "bestand.yaml").write_text(QUESTION, "utf-8")
    assert told(packs.examine(own)[1], tmp_path) == ["eigen pack.empty-folder"]
    assert told(packs.examine(tmp_path / "weg")[1], tmp_path) == ["weg pack.no-folder"]
    assert told(packs.examine(tmp_path / "bestand.yaml")[1], tmp_path) == ["bestand.yaml pack.not-a-folder"]
    assert told(packs.examine(tmp_path / ("x" * 300))[1], tmp_path) == [f"{'x' * 300} pack.no-folder"]


def test_odd_files(own: Path) -> None:
    """It tells every file that is too large, no text, empty, not there or no file, beside what is wrong in others."""
    (own / "a-groot.yaml").touch()
    os.truncate(own / "a-groot.yaml", 100_000_000)
    (own / "b-map.yaml").mkdir()
    (own / "b-map.yaml" / "goed.yaml").write_text(QUESTION, "utf-8")
    (own / "c-latin.yaml").write_bytes(QUESTION.replace("zag", "\xe9\xe9n").encode("latin-1"))
    (own / "d-leeg.yml").write_bytes(b"# niets\n")
    (own / "e-fout.YAML").write_bytes(b"a: 1\n")
    faults = [
        "a-groot.yaml yaml.file-large",
        "b-map.yaml yaml.file-directory",
        "c-latin.yaml:6:21 yaml.not-utf8",
        "d-leeg.yml yaml.empty",
        "e-fout.YAML:1:1 value.unknown-key",
    ]
    if os.name != "nt":
        (own / "f-weg.yaml").symlink_to(own / "nergens")
        os.mkfifo(own / "g-pijp.yaml")
        faults += ["f-weg.yaml yaml.file-missing", "g-pijp.yaml yaml.file-special"]
    assert faults_in(own) == faults


@pytest.mark.parametrize("content", [b"- a\n", b"hallo\n", b"5\n", b"questions: {a: b}\n", b"questions: [[]]\n"])
def test_odd_content(own: Path, content: bytes) -> None:
    """It refuses YAML that is something else than a pack."""
    (own / "a.yaml").write_bytes(content)
    assert all(re.fullmatch(r"a\.yaml:1:\d+ value\.(mapping|list)", line) for line in faults_in(own))


def test_hidden_files(pack: Pack, own: Path) -> None:
    """It leaves hidden files and folders alone, and files that are no YAML."""
    (own / ".git").mkdir()
    for name in (".vragen.yaml", ".git/vragen.yaml", "vragen.yaml~", "vragen.json"):
        (own / name).write_bytes(b"kapot: [\n")
    (own / "vragen.yaml").write_text(QUESTION, "utf-8")
    assert set(ids(packs.load(own))) - set(ids(pack)) == {"eigen-1"}


def test_pack_in_a_hidden_folder(own: Path) -> None:
    """It reads a pack that lives somewhere under a hidden folder, such as a settings folder."""
    (own / ".config" / "vragen").mkdir(parents=True)
    (own / ".config" / "vragen" / "a.yaml").write_text(QUESTION, "utf-8")
    assert "eigen-1" in ids(packs.load(own / ".config" / "vragen"))


def test_every_id_a_reflection_uses_is_taken(pack: Pack, nl: Wording) -> None:
    """It keeps packs from naming a question like one that doorbraak asks itself."""
    day = date(2026, 4, 30)
    reflection = Reflection(id="r", started=day, language="nl", pack=pack.ref)
    asked = ReflectionFlow(pack, nl, "r", day).catalogue(Case(about="case", created=day, reflections=(reflection,)))
    assert set(pack_checks.TAKEN) == {name for name in asked if name.split(".")[0] not in ids(pack)} | {REVIEW, FINISH}


# --- One's own pack over the shipped one


def test_overlay(pack: Pack) -> None:
    """It adds, replaces in place and leaves out, and takes over name and version."""
    own = packs.load(PACKS / "overlay")
    assert (own.info.id, own.info.version) == ("gemeente-duin", "2026.1")
    assert [one.id for one in own.principles] == ["radicaal-aansluiten", "breed-kijken", "erbij-blijven"]
    kept = [one for one in ids(pack) if one != "ra-micro-2" and not one.startswith("sw-")]
    last = max(at for at, one in enumerate(kept) if one.startswith("ra-micro-"))
    assert ids(own) == [*kept[: last + 1], "duin-1", *kept[last + 1 :]]
    replaced = own.question("ra-micro-4")
    assert replaced is not None
    assert (replaced.kind, replaced.text.pick("en")) == ("open", "What did you do to stay?")
    assert (own.levels, own.scales) == (pack.levels, pack.scales)
    assert own.digest != pack.digest


def test_one_language(pack: Pack) -> None:
    """It takes a pack in one language, and keeps name and version where it says nothing of them."""
    own = packs.load(PACKS / "one-language")
    question = own.question("ra-micro-1")
    assert question is not None
    assert question.text.pick("en") == "Wat zag je?"
    assert own.info == pack.info


@pytest.mark.parametrize(
    ("disabled", "faults"),
    [
        ('["extent"]', ["1:12 pack.lacks"]),
        ('["fact"]', ["1:12 pack.lacks"]),
        ('["ra-micro-1", "meso"]', ["1:26 pack.lacks"]),
        ('["radicaal-aansluiten", "breed-kijken", "samen-waarde-toevoegen"]', ["1:51 pack.lacks"]),
        ('["pack"]', ["1:12 pack.dangling-near"]),  # which is nothing that has an id, though one is near
        ('["handreiking-2026"]', ["1:12 pack.dangling-near"]),  # the pack itself, which is not to be had in parts
        ('["micro", "makro"]', ["1:12 pack.lacks", "1:21 pack.dangling-near"]),
    ],
)
def test_disable_too_much(own: Path, disabled: str, faults: list[str]) -> None:
    """It refuses, where it is said, to leave out what doorbraak needs or what is not there."""
    (own / "a.yaml").write_text(f"disabled: {disabled}\n", "utf-8")
    assert faults_in(own) == [f"a.yaml:{fault}" for fault in faults]


def test_disable_and_put_back(pack: Pack, own: Path) -> None:
    """It lets a pack change what it needs by replacing it."""
    words = "".join(f'      - id: "{one}"\n        text: {{nl: "{one}"}}\n' for one in ("ja", "nee"))
    (own / "a.yaml").write_text(f'scales:\n  - id: "fact"\n    title: {{nl: "?"}}\n    words:\n{words}', "utf-8")
    changed = packs.load(own)
    assert [word.id for word in changed.scale("fact").words] == ["ja", "nee"]
    assert changed.scale("extent") == pack.scale("extent")


def test_own_principle_and_its_questions(own: Path) -> None:
    """It takes questions on a principle of one's own, and lets go of both together."""
    principle = (PACKS / "overlay" / "vragen.yml").read_text("utf-8").partition("principles:\n")[2]
    (own / "b.yaml").write_text(f"principles:\n{principle}", "utf-8")
    (own / "a.yaml").write_text(QUESTION.replace("breed-kijken", "erbij-blijven"), "utf-8")
    assert ids(packs.load(own))[-1] == "eigen-1"
    (own / "c.yaml").write_text('disabled: ["erbij-blijven"]\n', "utf-8")
    assert "eigen-1" not in ids(packs.load(own))


# --- What one's own pack does


def test_changes(pack: Pack) -> None:
    """It counts what is new, what takes the place of something, and all that goes, also with its principle."""
    merged = packs.load(PACKS / "overlay")
    before, after = (Counter({kind: len(getattr(one, kind)) for kind in KINDS}) for one in (pack, merged))
    done = packs.changes(PACKS / "overlay")
    assert (done.added, done.replaced) == (2, 1)
    assert done.gone == before.total() + done.added - after.total()
    assert done.gone > len(pack.select(principles=["samen-waarde-toevoegen"]))


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ('pack:\n  id: "naam"\n  version: "1"\n  title: {nl: "Naam"}\n', (0, 0, 0)),
        (QUESTION, (1, 0, 0)),
        (QUESTION.replace("eigen-1", "bk-micro-1"), (0, 1, 0)),
        (
            QUESTION.replace("eigen-1", "bk-micro-1") + 'disabled: ["ra-micro-1", "lege-stoel", "ra-micro-1"]\n',
            (0, 1, 2),
        ),
        (QUESTION.replace("eigen-1", "lege-stoel"), (1, 0, 0)),
    ],
    ids=["a name", "a question", "another question", "and less", "an id of another kind"],
)
def test_changes_one_by_one(own: Path, text: str, done: tuple[int, int, int]) -> None:
    """It counts items, each once; a name and a version are none."""
    (own / "a.yaml").write_text(text, "utf-8")
    assert packs.examine(own)[1] == []
    assert packs.changes(own) == packs.Changes(*done)


# --- Whether it is still the same pack

CHANGES = [
    ("principles/breed-kijken.yaml", "safety", "security"),
    ("principles/levels.yaml", "Microniveau", "Micro-niveau"),
    ("questions/scales.yaml", "grotendeels", "vooral"),
    ("questions/scales.yaml", 'weak: true', 'weak: false'),
    ("questions/reflection/bk-meso.yaml", 'kind: "', 'kind:   "'),
    ("questions/reflection/ra-micro.yaml", "page: 27", "page: 28"),
    ("questions/reflection/ra-micro.yaml", '- id: "a"', '- id: "z"'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new"), CHANGES)
def test_digest_follows_the_content(pack: Pack, shipped: Path, name: str, old: str, new: str) -> None:
    """It gives another digest for other content, and the same for other spacing."""
    text = (shipped / name).read_text("utf-8")
    assert old in text
    (shipped / name).write_text(text.replace(old, new, 1), "utf-8")
    assert (packs.load().digest == pack.digest) == (old.split() == new.split())


def test_digest_leaves_files_aside(pack: Pack, shipped: Path) -> None:
    """It gives the same digest wherever the same content stands."""
    shutil.move(shipped / "principles" / "levels.yaml", shipped / "questions" / "zz.yml")
    shutil.move(shipped / "principles" / "breed-kijken.yaml", shipped / "principles" / "aa.yaml")
    scales = (shipped / "questions" / "scales.yaml").read_text("utf-8")
    head, extent, fact = re.split(r"(?m)^(?=scales:|  - id: \"fact\")", scales)
    (shipped / "questions" / "scales.yaml").write_text(head + extent, "utf-8")
    (shipped / "principles" / "a.yaml").write_text(f"scales:\n{fact}", "utf-8")
    assert packs.load() == pack


def test_digest_in_another_run(pack: Pack) -> None:
    """It gives the same digest in every run."""
    code = "from doorbraak_cli.files import packs; print(packs.load().digest)"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
        assert done.stdout.decode().strip() == pack.digest


# --- Whatever else a file may hold

FILES = sorted(path for name in bundled.SHIPPED for path in (content_root() / name).rglob("*.yaml"))
PIECES = st.binary(max_size=8) | st.sampled_from(
    [
        b"\n",
        b"  ",
        b"- ",
        b": ",
        b'"',
        b"[",
        b"{",
        b"&a ",
        b"*a",
        b"!t ",
        b"#",
        b"\t",
        b"no",
        b"1",
        b"~",
        b"\xff",
        b"\x85",
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    content = bytearray(draw(st.sampled_from([path.read_bytes() for path in FILES])))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        content[at : at + draw(st.sampled_from((0, 1, 5, 200)))] = draw(PIECES)
    return bytes(content)


@settings(max_examples=60)
@given(mutated())
def test_mutations(content: bytes) -> None:
    """It makes a pack of whatever a file holds, or tells in words what is wrong with it; it never breaks down."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.yaml").write_bytes(content)
        pack, problems = packs.examine(Path(folder))
        assert (pack is None) == bool(problems)
        assert all(line.startswith("a.yaml") for line in told(problems, Path(folder)))


@settings(max_examples=30)
@given(st.permutations(range(5)))
def test_order_of_making_files(order: list[int]) -> None:
    """It does not matter in which order files came into the folder."""
    with tempfile.TemporaryDirectory() as folder:
        for number in order:
            (Path(folder) / f"{number}.yaml").write_text(QUESTION.replace("eigen-1", f"eigen-{number}"), "utf-8")
        assert [one for one in ids(packs.load(Path(folder))) if one.startswith("eigen")] == [
            f"eigen-{number}" for number in range(5)
        ]
