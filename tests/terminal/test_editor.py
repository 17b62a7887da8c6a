"""An answer in somebody's own editor."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

from doorbraak_cli.flows.prompter import Form, Question
from doorbraak_cli.terminal import editor, writing
from doorbraak_cli.terminal.display import Display
from doorbraak_cli.terminal.editor import EditorFailedError, edit
from doorbraak_cli.terminal.keyboard import KeyboardPrompter

from .conftest import CTRL_X_CTRL_E, ENTER, F2

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Typist

TEXT = Question("text", Form.TEXT, "Waar merkte je dat aan?")
LINE = Question("line", Form.LINE, "Wat nu?")
START = "import os, pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
ADD = "file.write_text(file.read_text('utf-8') + ' en méér\\n', 'utf-8')"


class Install(Protocol):
    def __call__(self, code: str, variable: str = "EDITOR") -> str: ...


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Make an editor of a piece of Python, in a folder with a space in its name."""
    folder = tmp_path / "eigen editor"
    folder.mkdir()

    def call(code: str, variable: str = "EDITOR") -> str:
        script = folder / f"{variable}.py"
        script.write_text(START + code, "utf-8")
        monkeypatch.setenv(variable, f'"{sys.executable}" "{script}"')
        return str(sys.executable)

    return call


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Give the folder of a case."""
    folder = tmp_path / "zaken"
    folder.mkdir()
    return folder


def test_text_is_edited(install: Install, cases: Path) -> None:
    """It gives the text as it was left, without the newline that editors put at the end, and leaves nothing behind."""
    install(ADD)
    assert edit("Zij zei: ja\n\n  twéé", cases) == "Zij zei: ja\n\n  twéé en méér"
    assert list(cases.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_the_owner_can_read(install: Install, cases: Path, tmp_path: Path) -> None:
    """It puts the draft in the folder of the case and nowhere else, for nobody but the owner."""
    install(
        f"log = pathlib.Path({str(tmp_path / 'log')!r})\n"
        "log.write_text(f'{file.parent.parent} {file.stat().st_mode:o} {file.parent.stat().st_mode:o}')"
    )
    edit("tekst", cases)
    assert (tmp_path / "log").read_text() == f"{cases} 100600 40700"


def test_editor_puts_a_new_file(install: Install, cases: Path) -> None:
    """It reads what stands there in the end, and takes away what an editor leaves beside it."""
    install(
        "new = file.with_name('nieuw'); new.write_text('Nieuw'); os.replace(new, file)\n"
        "file.with_name('antwoord.txt~').write_text('oud'); file.with_name('.antwoord.swp').write_text('oud')"
    )
    assert edit("Oud", cases) == "Nieuw"
    assert list(cases.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"een\r\ntwee\r\n", "een\ntwee"),
        (b"\xef\xbb\xbfmet BOM", "met BOM"),
        (b"caf\xe9", "café"),
        (b"", ""),
        (b"een\n\n", "een\n"),
    ],
)
def test_ways_to_write(install: Install, cases: Path, content: bytes, text: str) -> None:
    """It reads the ways in which editors write."""
    install(f"file.write_bytes({content!r})")
    assert edit("was", cases) == text


def test_visual_goes_first(install: Install, cases: Path) -> None:
    """It takes VISUAL before EDITOR."""
    install("file.write_text('editor')")
    install("file.write_text('visual')", "VISUAL")
    assert edit("was", cases) == "visual"


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("file.write_text('half'); sys.exit(3)", "prompt.editor-failed"),
        ("file.unlink()", "prompt.editor-file"),
    ],
)
def test_editor_fails(install: Install, cases: Path, code: str, key: str) -> None:
    """It says what went wrong, and leaves nothing behind."""
    install(code)
    with pytest.raises(EditorFailedError) as failed:
        edit("tekst", cases)
    assert failed.value.message.key == key
    assert list(cases.iterdir()) == []


@pytest.mark.parametrize("name", ["/er/is/geen/editor", "'niet gesloten"])
def test_editor_is_missing(cases: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """It names an editor that cannot start."""
    monkeypatch.setenv("EDITOR", name)
    with pytest.raises(EditorFailedError) as failed:
        edit("tekst", cases)
    assert failed.value.message.key == "prompt.editor-missing"
    assert failed.value.message.values["editor"] == name
    assert list(cases.iterdir()) == []


def test_folder_is_gone(install: Install, tmp_path: Path) -> None:
    """It says so when the folder of the case cannot be written in."""
    install(ADD)
    with pytest.raises(EditorFailedError) as failed:
        edit("tekst", tmp_path / "weg")
    assert failed.value.message.key == "prompt.editor-file"


@pytest.mark.parametrize(
    ("windows", "there", "command"),
    [(False, ("nano", "vi"), ["nano"]), (False, ("vi",), ["vi"]), (True, (), ["notepad"])],
)
def test_usual_editor(
    monkeypatch: pytest.MonkeyPatch, windows: bool, there: tuple[str, ...], command: list[str]
) -> None:
    """It takes an editor that is there when nobody chose one."""
    monkeypatch.setenv("EDITOR", " ")
    monkeypatch.setattr(editor, "_WINDOWS", windows)
    monkeypatch.setattr(shutil, "which", lambda name: name if name in there else None)
    assert editor._command() == command


def test_no_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It says so when there is none."""
    monkeypatch.setattr(editor, "_WINDOWS", False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(EditorFailedError) as failed:
        edit("tekst", tmp_path)
    assert failed.value.message.key == "prompt.editor-none"


def test_windows_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps the backslashes of a path of Windows."""
    monkeypatch.setattr(editor, "_WINDOWS", True)
    monkeypatch.setenv("EDITOR", r'"C:\Program Files\Kladblok\n.exe" -w')
    assert editor._command() == [r"C:\Program Files\Kladblok\n.exe", "-w"]


@pytest.fixture
def patient(typist: Typist, monkeypatch: pytest.MonkeyPatch) -> Typist:
    """Give somebody who ends the text as soon as the editor is done, by F2."""

    def after(then: Callable[[str, Path], str]) -> Callable[[str, Path], str]:
        def edited(text: str, folder: Path) -> str:
            try:
                return then(text, folder)
            finally:
                typist.send("!" + F2)

        return edited

    monkeypatch.setattr(writing, "edit", after(edit))
    return typist


def test_editor_key(patient: Typist, install: Install) -> None:
    """It opens the editor on what was typed, and goes on with what it gives, the cursor at the end."""
    install(ADD)
    assert patient.answer(TEXT, "ja" + CTRL_X_CTRL_E, "Draft: ") == "Draft: ja en méér!"


def test_draft_is_kept_when_the_editor_fails(patient: Typist, install: Install) -> None:
    """It keeps what was saved before the editor failed, and says why."""
    name = install("file.write_text('half'); sys.exit(3)")
    assert patient.answer(TEXT, "ja" + CTRL_X_CTRL_E) == "half!"
    said = f'De editor "{name}" stopte met een fout; wat je had bewaard of getypt staat er nog.'
    assert said.replace(" ", "") in patient.shown.replace("\n", "").replace(" ", "")


def test_draft_is_kept_when_the_editor_is_missing(patient: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps what was typed, and says which editor is not there."""
    monkeypatch.setenv("EDITOR", "geen-editor")
    assert patient.answer(TEXT, "ja" + CTRL_X_CTRL_E) == "ja!"
    assert 'De editor "geen-editor" kan niet starten' in patient.shown


def test_nothing_changed(patient: Typist, install: Install) -> None:
    """It says what may be the matter when an editor comes back at once."""
    install("")
    assert patient.answer(TEXT, "ja" + CTRL_X_CTRL_E) == "ja!"
    assert "De tekst is niet veranderd." in patient.shown


def test_no_folder_for_drafts(typist: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not open an editor where there is no folder for a draft, and says so."""
    prompter = KeyboardPrompter(typist.prompter.say, typist.prompter.display)
    notes: list[str] = []

    def note(_: Display, text: str) -> None:
        notes.append(text)
        typist.send(F2)

    monkeypatch.setattr(Display, "note", note)
    typist.send("ja" + CTRL_X_CTRL_E)
    assert prompter.ask(TEXT) == "ja"
    assert notes == ["Je editor kan bij deze vraag niet open; typ je antwoord hier."]


def test_not_on_a_line(typist: Typist, install: Install) -> None:
    """It has no editor where one line is asked for."""
    install("file.write_text('uit de editor')")
    assert typist.answer(LINE, "ja" + CTRL_X_CTRL_E + ENTER) == "ja"
