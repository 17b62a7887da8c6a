"""The program in this process and as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - pytest reads the annotations of fixtures
from typing import TYPE_CHECKING, Protocol, TypeAlias

import pytest

from doorbraak_cli.cli import wiring
from doorbraak_cli.cli.main import run

from .sheets import TODAY, Someone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Given: TypeAlias = Mapping[str, str | list[str] | None]
    Writer: TypeAlias = Callable[[Given], Path]


@dataclass
class Result:
    """What a run gave."""

    code: int
    out: str
    err: str


def flat(text: str) -> str:
    """Give a text without the ends of its lines."""
    return " ".join(text.split())


class Program(Protocol):
    def __call__(self, *arguments: str | Path) -> Result: ...


@pytest.fixture
def program(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Program:
    """Run the program in this process, in an empty folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def call(*arguments: str | Path) -> Result:
        code = run([str(one) for one in arguments])
        captured = capsysbinary.readouterr()
        return Result(code, captured.out.decode(), captured.err.decode())

    return call


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., Result]:
    """Run the program as a process of its own; `stdin` as subprocess takes it, `text` as what it reads."""

    def call(*arguments: str | Path, stdin: int | None = subprocess.DEVNULL, text: bytes | None = None) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "doorbraak_cli", *map(str, arguments)],
            stdin=None if text is not None else stdin,
            input=text,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    """Write answers to a file, each on a line of its own: the first answer stands on line 3."""

    def written(given: Given) -> Path:
        lines = [f"  {name}: {json.dumps(value, ensure_ascii=False)}" for name, value in given.items()]
        path = tmp_path / "gegeven.yaml"
        path.write_text("\n".join(['schema: "doorbraak-answers/1"', "answers:", *lines, ""]), "utf-8")
        return path

    return written


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the day on which the answers to sheets are given."""
    monkeypatch.setattr(wiring, "today", lambda: TODAY)


@pytest.fixture
def someone(monkeypatch: pytest.MonkeyPatch) -> Someone:
    """Give somebody at a terminal who can be asked without one."""
    person = Someone()
    monkeypatch.setattr(wiring, "require_terminal", lambda _: None)
    monkeypatch.setattr(wiring, "screen", lambda *_: (person, person))
    return person


ANSWERS = """\
schema: "doorbraak-answers/1"
answers:
  level: "micro"
  title: "Duin"
  situation: null
  role: "jeugdprofessional"
  principles:
    - "radicaal-aansluiten"
  selection: "pick"
  questions:
    - "ra-micro-5"
  ra-micro-5: "largely"
  ra-micro-5.evidence: |
    Ik bleef bellen.
    Ook toen het stil was.
  ra-micro-5.next: "Elke vrijdag langsgaan"
  ra-micro-5.who: "ik"
"""


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Give an answers file without faults."""
    path = tmp_path / "antwoorden.yaml"
    path.write_text(ANSWERS, "utf-8")
    return path
