"""What a YAML file gives: its data, where everything stands, and every fault with its place."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from doorbraak_cli.domain.wording import LANGUAGES, Language
from doorbraak_cli.files import wordings, yaml_source
from doorbraak_cli.files.places import Place
from doorbraak_cli.files.yaml_source import DEPTH, MOST, Source, parse, read, read_bytes

if TYPE_CHECKING:
    from doorbraak_cli.errors import Problem

PACKAGE = Path(yaml_source.__file__).parents[1]

# Text, and every fault in it: line, column, key.
REFUSED = {
    "anchor": ("a: &x 1\n", [(1, 4, "anchor")]),
    "anchor on a mapping": ("a: &x\n  b: 1\n", [(1, 4, "anchor")]),
    "anchor on a key": ("&x a: 1\n", [(1, 1, "anchor")]),
    "alias": ("a: &x 1\nb: *x\n", [(1, 4, "anchor"), (2, 4, "alias")]),
    "alias as a key": ("*x : 1\n", [(1, 1, "complex-key"), (1, 1, "alias")]),
    "alias of nothing": ("- *x\n", [(1, 3, "alias")]),
    "tag": ("a: !!python/object:os.system x\n", [(1, 4, "tag")]),
    "tag on a list": ("a: !x\n  - 1\n", [(1, 4, "tag")]),
    "tag on a key": ("!!str a: 1\n", [(1, 1, "tag")]),
    "tag of its own type": ("a: ! b\n", [(1, 4, "tag")]),
    "merge key": ("a: {b: 1}\nc:\n  <<: {d: 1}\n", [(3, 3, "merge-key")]),
    "duplicate key": ("a: 1\nb: 2\na: 3\n", [(3, 1, "duplicate-key")]),
    "duplicate key in braces": ("a: {b: 1, b: 2}\n", [(1, 11, "duplicate-key")]),
    "duplicate key, once quoted": ('a: 1\n"a": 2\n', [(2, 1, "duplicate-key")]),
    "second document": ("a: 1\n---\nb: 1\n", [(2, 1, "second-document")]),
    "number as a key": ("a:\n  1: b\n", [(2, 3, "key-not-text")]),
    "nothing as a key": ("? \n: b\n", [(1, 2, "key-not-text")]),
    "boolean as a key": ("true: b\n", [(1, 1, "key-not-text")]),
    "list as a key": ("? [a, b]\n: c\n", [(1, 3, "complex-key")]),
    "mapping as a key": ("a: 1\n{b: 1}: 2\n", [(2, 1, "complex-key")]),
    "two keys of no use": ("[a]: 1\n? \n: 2\n", [(1, 1, "complex-key"), (2, 2, "key-not-text")]),
    "nothing": ("", [(0, 0, "empty")]),
    "only a comment": ("# later\n", [(0, 0, "empty")]),
    "only a line": ("---\n", [(0, 0, "empty")]),
    "only null": ("null\n", [(0, 0, "empty")]),
    "nothing, twice": ("---\n---\n", [(0, 0, "empty"), (2, 1, "second-document")]),
    "no": ("a: no\n", [(1, 4, "unquoted")]),
    "Yes in a list": ("a:\n  - Yes\n", [(2, 5, "unquoted")]),
    "TRUE": ("a: TRUE\n", [(1, 4, "unquoted")]),
    "y as a key": ("y: 1\n", [(1, 1, "unquoted")]),
    "tab": ("a:\n\tb: 1\n", [(2, 1, "tab")]),
    "tab after a value": ("a: 1\n\tb: 1\n", [(2, 1, "tab")]),
    "tab in a block of text": ("a: |\n\tb\n", [(2, 1, "tab")]),
    "no colon": ("a: 1\nb\nc: 1\n", [(2, 1, "colon-missing")]),
    "colon in a text": ("a: first: second\n", [(1, 9, "colon-in-text")]),
    "no space after a colon": ("a:1\nb: 1\n", [(2, 2, "colon-in-text")]),
    "unclosed quote": ("a: 1\nb: 'c\nd: 1\n", [(2, 4, "quote-open")]),
    "unclosed double quote": ('a: "b\n', [(1, 4, "quote-open")]),
    "unclosed list": ("a: [1,\n  2\nb: 1\n", [(1, 4, "bracket-open")]),
    "unclosed mapping": ("a: {b: 1\n", [(1, 4, "bracket-open")]),
    "unclosed list at the end": ("a: [1,\n", [(2, 1, "bracket-end")]),
    "comma too many": ("a: [1,, 2]\n", [(1, 7, "syntax")]),
    "bad indentation": ("a:\n  b: 1\n c: 1\n", [(3, 2, "indentation")]),
    "bad indentation in a list": ("- a: 1\n b: 1\n", [(2, 2, "indentation")]),
    "bad indentation of the first line": (" - a\n- b\n", [(2, 1, "indentation")]),
    "quote in a quote": ("a: 'it's'\n", [(1, 8, "line-not-ended")]),
    "text that starts with @": ("a: @home\n", [(1, 4, "quote-needed")]),
    "text in asterisks": ("- **bold** text\n", [(1, 3, "quote-needed")]),
    "text that starts with >": ("a: > 5 years\n", [(1, 4, "quote-needed")]),
    "backslash": ('a: "C:\\Users"\n', [(1, 4, "backslash")]),
    "backslash before a letter": ('a: "\\q"\n', [(1, 4, "backslash")]),
    "anything else": ("a: ]\n", [(1, 4, "syntax")]),
    "another YAML": ("%YAML 2.0\n---\na: 1\n", [(1, 1, "syntax")]),
    "control character": ("a: 1\nb: x\x07\n", [(2, 5, "control-character")]),
    "two control characters": ("\x00a: \x1b[31m\n", [(1, 1, "control-character"), (1, 5, "control-character")]),
}


WORDINGS = [wordings.load(lang) for lang in LANGUAGES]


def wording(lang: Language) -> dict[str, str]:
    return {key: text for key, text in wordings.load(lang).sentences.items() if key.startswith(("yaml.", "value."))}


def said(problem: Problem) -> list[str]:
    return [words.message(problem.message) for words in WORDINGS]


def places(problems: list[Problem]) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.message.key.removeprefix("yaml.")) for one in problems]


def data(text: str) -> object:
    source, problems = parse(text.encode(), "f.yaml")
    assert source is not None
    assert not problems
    return source.data


@pytest.mark.parametrize(("text", "faults"), REFUSED.values(), ids=REFUSED)
def test_refused(text: str, faults: list[tuple[int, int, str]]) -> None:
    """It tells every fault with its line and column, in both languages."""
    _, problems = parse(text.encode(), "f.yaml")
    assert places(problems) == faults
    assert all(problem.path == "f.yaml" for problem in problems)
    assert all(sentence.endswith(".") for problem in problems for sentence in said(problem))


@pytest.mark.parametrize(("text", "faults"), REFUSED.values(), ids=REFUSED)
def test_refused_without_libyaml(
    text: str, faults: list[tuple[int, int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It finds the same faults at the same places where PyYAML has no C reader."""
    monkeypatch.setattr(yaml_source, "LOADER", yaml.SafeLoader)
    assert places(parse(text.encode(), "f.yaml")[1]) == faults


def test_every_kind_of_fault_is_refused() -> None:
    """It has an example of every fault a file can hold."""
    shown = {key for _, faults in REFUSED.values() for _, _, key in faults}
    elsewhere = {"not-utf8", "depth", "too-many"}
    assert {f"yaml.{key}" for key in shown | elsewhere} == {
        key for key in wording("nl") if key.startswith("yaml.") and not key.startswith("yaml.file-")
    }


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_wording(lang: Language) -> None:
    """It uses exactly the keys that the wording has, and the languages name the same values."""
    code = "".join(
        (PACKAGE / "files" / name).read_text("utf-8") for name in ("yaml_source.py", "yaml_syntax.py", "faults.py")
    )
    assert set(re.findall(r'"((?:yaml|value)\.[a-z0-9-]+)"', code)) == set(wording(lang))
    names = {key: set(re.findall(r"{\w+}", text)) for key, text in wording(lang).items()}
    assert names == {key: set(re.findall(r"{\w+}", text)) for key, text in wording("en").items()}


def test_all_faults_at_once() -> None:
    """It reports faults of different kinds in one run, in order of place, also before a syntax error."""
    text = "a: no\na: &x 1\nb: !t 1\nc: *x\n<<: *x\n3: off\nd: [1\n"
    assert places(parse(text.encode(), "f.yaml")[1]) == [
        (1, 4, "unquoted"),
        (2, 1, "duplicate-key"),
        (2, 4, "anchor"),
        (3, 4, "tag"),
        (4, 4, "alias"),
        (5, 1, "merge-key"),
        (5, 5, "alias"),
        (6, 1, "key-not-text"),
        (6, 4, "unquoted"),
        (7, 4, "bracket-open"),
    ]


def test_duplicate_key_names_the_first() -> None:
    """It tells on which line the key stood first, and keeps the first value and its place."""
    source, problems = parse(b"a: 1\nb: 2\na: 3\na: 4\n", "f.yaml")
    assert [problem.message.values for problem in problems] == [{"name": "a", "line": 1}] * 2
    assert source is not None
    assert source.data == {"a": 1, "b": 2}
    assert source.place(("a",)) == Place(1, 4)
    assert source.keys["a",] == Place(1, 1)


@pytest.mark.parametrize("text", ["a: *x\nb: 1\n", "<<: {a: 1}\n", "a: !x 1\n", "[a]: 1\n", "a: 1\nb\n"])
def test_no_source_where_data_is_missing(text: str) -> None:
    """It gives no source to look for more faults in, where that would find faults that are not there."""
    assert parse(text.encode(), "f.yaml")[0] is None


def test_source_beside_harmless_faults() -> None:
    """It gives the data along with the problems, where more faults can be looked for in it."""
    source, problems = parse(b"a: no\nb: &x 1\n2: c\n---\n", "f.yaml")
    assert len(problems) == 4
    assert source is not None
    assert source.data == {"a": "no", "b": 1, "2": "c"}


def test_stops_at_many_faults() -> None:
    """It stops after a number of faults, and says so as the last of them."""
    source, problems = parse(b"- no\n" * (MOST + 50), "f.yaml")
    assert source is None
    assert places(problems)[-2:] == [(MOST, 3, "unquoted"), (MOST, 3, "too-many")]
    assert len(problems) == MOST + 1
    assert str(MOST) in said(problems[-1])[0]


OPENINGS = [("[", 51), ("- ", 101), ("{a: ", 201)]


@pytest.mark.parametrize(("opening", "column"), OPENINGS)
def test_depth(opening: str, column: int) -> None:
    """It refuses what is nested too deep where it gets too deep."""
    _, problems = parse((opening * 900).encode(), "f.yaml")
    assert places(problems) == [(1, column, "depth")]


@pytest.mark.parametrize(("opening", "column"), OPENINGS)
def test_depth_without_end(opening: str, column: int) -> None:
    """It says the same, and never crashes, where the reader itself gives up because it looks further ahead."""
    source, problems = parse((opening * 100_000).encode(), "f.yaml")
    assert source is None
    ((line, at, key),) = places(problems)
    assert (line, key) == (1, "depth")
    assert at >= column
    assert str(DEPTH) in said(problems[0])[0]


def test_depth_of_keys() -> None:
    """It refuses keys within keys within keys in the same way."""
    _, problems = parse(b"? " * 100_000, "f.yaml")
    assert places(problems)[-1] == (1, 2 * DEPTH + 1, "depth")


def test_depth_that_is_allowed() -> None:
    """It reads nesting up to the limit, and not one more."""
    assert data("[" * DEPTH + "]" * DEPTH)
    assert places(parse(b"[" * (DEPTH + 1) + b"]" * (DEPTH + 1), "f.yaml")[1]) == [(1, DEPTH + 1, "depth")]


def test_alias_bomb() -> None:
    """It refuses aliases that multiply, without following them."""
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))]
    source, problems = parse("\n".join(lines).encode(), "f.yaml")
    assert source is None
    assert {problem.message.key for problem in problems} == {"yaml.anchor", "yaml.alias"}


TYPED = {"": None, "~": None, "null": None, "true": True, "false": False, "0": 0, "12": 12, "-3": -3, "1.10": 1.1}
UNTYPED = """
    0123 00 -01 1_000 0x1F 0o17 1:30 +31612345678 1e5 .5 5. 1.2.3 .inf .nan Null NULL 2026-11-23 <<
"""


def test_scalars() -> None:
    """It types only null, true, false, whole numbers and decimals; everything else stays the text it is."""
    assert data("\n".join(f"- {text}" for text in TYPED)) == list(TYPED.values())
    assert data("\n".join(f"- {text}" for text in UNTYPED.split())) == UNTYPED.split()


def test_quoted_scalars() -> None:
    """It leaves everything in quotes or in a block as text, also as a key."""
    text = "- 'no'\n- \"1\"\n- 'null'\n- |\n  true\n- >-\n  12\n- {'1': a, \"<<\": b, 'yes': c}\n"
    assert data(text) == ["no", "1", "null", "true\n", "12", {"1": "a", "<<": "b", "yes": "c"}]


def test_long_numbers() -> None:
    """It leaves numbers too long for a computer as text."""
    assert data(f"- {'9' * 5000}\n- {'9' * 5000}.5\n- 0.{'1' * 5000}\n") == ["9" * 5000, "9" * 5000 + ".5", 1 / 9]


def test_places() -> None:
    """It knows where every value and every key stands."""
    source, problems = parse(b'top:\n  - id: "x"\n    text: {nl: a, en: b}\n  -\nlast: 1\n', "f.yaml")
    assert not problems
    assert source == Source(
        path="f.yaml",
        data={"top": [{"id": "x", "text": {"nl": "a", "en": "b"}}, None], "last": 1},
        values={
            (): Place(1, 1),
            ("top",): Place(2, 3),
            ("top", 0): Place(2, 5),
            ("top", 0, "id"): Place(2, 9),
            ("top", 0, "text"): Place(3, 11),
            ("top", 0, "text", "nl"): Place(3, 16),
            ("top", 0, "text", "en"): Place(3, 23),
            ("top", 1): Place(4, 4),
            ("last",): Place(5, 7),
        },
        keys={
            ("top",): Place(1, 1),
            ("top", 0, "id"): Place(2, 5),
            ("top", 0, "text"): Place(3, 5),
            ("top", 0, "text", "nl"): Place(3, 12),
            ("top", 0, "text", "en"): Place(3, 19),
            ("last",): Place(5, 1),
        },
    )


def test_place_of_what_is_not_there() -> None:
    """It gives the nearest thing around it that is there."""
    source, _ = parse(b"# first\na:\n  - b: 1\n", "f.yaml")
    assert source is not None
    assert source.place(("a", 0, "missing", 3)) == Place(3, 5)
    assert source.place(("a", 7)) == Place(3, 3)
    assert source.place(("x",)) == Place(2, 1)
    assert Source("f.yaml", None, {}, {}).place(("a",)) == Place(1, 1)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_an_editor(newline: str) -> None:
    """It counts lines and columns as editors do: in characters, and not at Unicode's own line separators."""
    text = newline.join(["a: 'é😀 \u2028 \u2029 x'", "b: ['😀', no]", ""])
    assert places(parse(text.encode(), "f.yaml")[1]) == [(2, 10, "unquoted")]


def test_byte_order_mark() -> None:
    """It accepts a byte order mark and counts columns from after it."""
    source, problems = parse(b"\xef\xbb\xbfa: 1\n", "f.yaml")
    assert not problems
    assert source is not None
    assert source.data == {"a": 1}
    assert source.keys["a",] == Place(1, 1)


@pytest.mark.parametrize(
    ("content", "place"),
    [(b"a: 1\nb: caf\xe9\n", (2, 7)), (b"\xef\xbb\xbf\xff", (1, 1)), ("é: 'ü".encode() + b"\x80", (1, 6))],
)
def test_not_utf8(content: bytes, place: tuple[int, int]) -> None:
    """It tells where the first byte stands that is not UTF-8."""
    source, problems = parse(content, "f.yaml")
    assert source is None
    assert places(problems) == [(*place, "not-utf8")]


def test_utf16() -> None:
    """It refuses other encodings, with or without a byte order mark."""
    assert places(parse("a: 1\n".encode("utf-16"), "f.yaml")[1]) == [(1, 1, "not-utf8")]
    assert {key for _, _, key in places(parse("a".encode("utf-16-le"), "f.yaml")[1])} == {"control-character"}


def test_values_in_messages_are_harmless() -> None:
    """It shortens what it quotes and shows control characters instead of sending them to the screen."""
    key = '"\\e[31m' + "x" * 200 + '"'
    _, problems = parse(f"{key}: 1\n{key}: 2\n".encode(), "f.yaml")
    quoted = problems[0].message.values["name"]
    assert isinstance(quoted, str)
    assert quoted.startswith("␛[31mxxx")
    assert len(quoted) == 60


def test_read(tmp_path: Path) -> None:
    """It reads a file and a link to it, and names the file as it was given."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert read(path) == parse(b"a: 1\n", str(path))
    assert read(link) == parse(b"a: 1\n", str(link))
    assert read_bytes(path) == (b"a: 1\n", [])


def refused(path: Path, *, limit: int = 1000) -> str:
    source, problems = read(path, limit=limit)
    assert source is None
    assert [(one.path, one.line, one.column) for one in problems] == [(str(path), 0, 0)]
    assert all(said(problems[0]))
    return problems[0].message.key


def test_read_what_is_not_there(tmp_path: Path) -> None:
    """It tells a file that is not there from a folder and from a path that cannot be."""
    assert refused(tmp_path / "none.yaml") == "yaml.file-missing"
    assert refused(tmp_path) == "yaml.file-directory"
    assert refused(tmp_path / ("x" * 5000)) == "yaml.file-unreadable"
    assert refused(Path("a\0b")) == "yaml.file-unreadable"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refused(tmp_path / "loop") == "yaml.file-unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_read_a_pipe(tmp_path: Path) -> None:
    """It refuses a named pipe at once, without waiting for somebody to write to it."""
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "yaml.file-special"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero here")
def test_read_a_device() -> None:
    """It refuses a file that never ends."""
    assert refused(Path("/dev/zero")) == "yaml.file-special"


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (PermissionError(13, "Permission denied"), "yaml.file-forbidden"),
        (OSError(5, "Input/output error"), "yaml.file-unreadable"),
        (FileNotFoundError(2, "No such file"), "yaml.file-missing"),
    ],
)
def test_read_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, key: str) -> None:
    """It tells why a file could not be opened, also when it was there a moment ago."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    (tmp_path / "a.yaml").write_bytes(b"a: 1\n")
    monkeypatch.setattr(Path, "open", fail)
    assert refused(tmp_path / "a.yaml") == key


def test_read_a_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It refuses a large file by its size, without opening it."""
    path = tmp_path / "large.yaml"
    path.touch()
    os.truncate(path, 100_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("was opened"))
    source, problems = read(path)
    assert source is None
    assert problems[0].message.key == "yaml.file-large"
    assert "5 MB" in said(problems[0])[0]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc here")
def test_read_a_file_that_hides_its_size() -> None:
    """It reads no further than the limit, whatever size the file says it has."""
    assert refused(Path("/proc/self/status"), limit=10) == "yaml.file-large"


def test_read_up_to_the_limit(tmp_path: Path) -> None:
    """It reads a file of exactly the limit, and refuses one byte more."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1")
    assert read(path, limit=4)[0]
    assert refused(path, limit=3) == "yaml.file-large"


LOADERS = st.sampled_from([yaml_source.LOADER, yaml.SafeLoader])
YAMLISH = st.text(st.sampled_from("ab:-[]{}&*!|>'\"%@#?,~<01.\n\r\t \\xuU\x85\u2028\ufeff\x07é😀"), max_size=60)


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode) | YAMLISH.map(str.encode), LOADERS)
@example(b'"\\UFFFFFFFF"', yaml.SafeLoader)
@example(b'"\\U00110000"', yaml.SafeLoader)
def test_never_raises(content: bytes, loader: type[yaml.SafeLoader]) -> None:
    """It gives a source or problems for whatever bytes there are, at lines that exist, in words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_source, "LOADER", loader)
        source, problems = parse(content, "f.yaml")
    assert source is not None or problems
    assert problems == sorted(problems)
    last = len(re.findall(rb"\r\n?|\n", content)) + 1
    assert all(0 <= problem.line <= last and all(said(problem)) for problem in problems)


NESTED = st.recursive(
    st.text(), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=30
)


@settings(deadline=None)
@given(NESTED, LOADERS)
def test_round_trip(value: object, loader: type[yaml.SafeLoader]) -> None:
    """It gives back what was dumped with every text in quotes, with a place for every value."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_source, "LOADER", loader)
        source, problems = parse(yaml.safe_dump(value, default_style='"').encode(), "f.yaml")
    assert not problems
    assert source is not None
    assert source.data == value
    assert len(source.values) == _count(value)


def _count(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(_count(one) for one in inner)
