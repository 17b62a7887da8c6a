"""An answer in somebody's own editor. The only copy on disk stands in the folder of the case, and does not stay."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from doorbraak_cli.errors import Message, reason

_SCREEN = 2  # stderr: stdout may be a file
_WINDOWS = sys.platform == "win32"


class EditorFailedError(Exception):
    """The editor failed. `message` says why; `saved` is what was saved in it before that, "" for nothing."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.message = Message(key, values)
        self.saved = ""


def edit(text: str, folder: Path) -> str:
    """Give the text as somebody left it in their editor. Raises EditorFailedError.

    The draft stands in a folder of its own inside `folder`, so that what an editor leaves beside a file goes with it.
    """
    command = _command()
    try:
        with TemporaryDirectory(dir=folder, prefix=".draft-", ignore_cleanup_errors=True) as own:
            draft = Path(own, "antwoord.txt")
            _write(draft, text)
            try:
                _run([*command, str(draft)])
            except EditorFailedError as error:
                error.saved = _read(draft)
                raise
            return _read(draft)
    except OSError as error:
        raise EditorFailedError("prompt.editor-file", reason=reason(error)) from error


def _command() -> list[str]:
    chosen = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not chosen:
        return [_usual()]
    try:
        return [part if not _WINDOWS else part.strip('"') for part in shlex.split(chosen, posix=not _WINDOWS)]
    except ValueError as error:
        raise EditorFailedError("prompt.editor-missing", editor=chosen) from error


def _usual() -> str:
    if _WINDOWS:
        return "notepad"
    found = next((name for name in ("nano", "vi") if shutil.which(name)), None)
    if found is None:
        raise EditorFailedError("prompt.editor-none")
    return found


def _write(draft: Path, text: str) -> None:
    number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(text.encode("utf-8", "replace"))


def _run(command: list[str]) -> None:
    try:
        code = subprocess.run(command, stdout=_SCREEN, check=False).returncode  # noqa: S603 - the user's own choice
    except OSError as error:
        raise EditorFailedError("prompt.editor-missing", editor=command[0]) from error
    if code:
        raise EditorFailedError("prompt.editor-failed", editor=command[0])


def _read(draft: Path) -> str:
    """Read by its path, as an editor may have put a new file there; not in UTF-8 it is in the way of older Windows."""
    content = draft.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
