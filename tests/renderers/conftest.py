"""Cases to render."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.domain.case import Case, Reflection
from doorbraak_cli.files import answers, wordings
from doorbraak_cli.files.bundled import content_root
from doorbraak_cli.flows.reflection import ReflectionFlow
from doorbraak_cli.flows.script import play

if TYPE_CHECKING:
    from collections.abc import Callable

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Language

DAY = date(2026, 4, 30)


@pytest.fixture
def new_case(pack: Pack) -> Case:
    """Give a case in which nothing was answered yet."""
    first = Reflection(id="reflection-1", started=DAY, language="nl", pack=pack.ref)
    return Case(about="case", created=DAY, reflections=(first,))


@pytest.fixture
def marianne(pack: Pack, new_case: Case) -> Callable[[Language], Case]:
    """Give the built-in case, answered in a language."""

    def answered(lang: Language) -> Case:
        flow = ReflectionFlow(pack, wordings.load(lang), "reflection-1", DAY)
        given, _, _ = answers.read(content_root() / "cases" / f"marianne.{lang}.yaml")
        first = new_case.reflections[0].model_copy(update={"language": lang})
        case, faults = play(flow, new_case.with_reflection(first), given)
        assert not faults
        return case

    return answered
