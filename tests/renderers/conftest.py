"""Cases to render."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Case, Reflection
from doorbraak_cli.files import answers, wordings
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.flows.beginning import Weighings
from doorbraak_cli.flows.reflection import ReflectionFlow
from doorbraak_cli.flows.script import play

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language
    from doorbraak_cli.flows.flow import Flow

DAY = date(2026, 4, 30)


@pytest.fixture
def new_case(pack: Pack) -> Case:
    """Give a case in which nothing was answered yet."""
    first = Reflection(id="reflection-1", started=DAY, language="nl", pack=pack.ref)
    return Case(about="case", created=DAY, reflections=(first,))


@pytest.fixture(scope="session")
def marianne(pack: Pack) -> Callable[[Language], Case]:
    """Give the built-in case, looked back on and weighed in a language."""

    @cache
    def answered(lang: Language) -> Case:
        say = wordings.load(lang)
        first = Reflection(id="reflection-1", started=DAY, language=lang, pack=pack.ref)
        flow = ReflectionFlow(pack, say, first.id, DAY)
        case = Case(about="case", created=DAY, reflections=(first,))
        start = Weighings(pack, say, DAY).begin(_played(flow, case, f"marianne.{lang}"), {})
        return _played(start.flow, start.case, f"marianne-weighing.{lang}")

    return answered


def _played(flow: Flow, case: Case, name: str) -> Case:
    given, _, _ = answers.read(content_root() / "cases" / f"{name}.yaml")
    done, faults = play(flow, case, given)
    assert not faults
    return done
