"""Cases to render."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from doorbraak_cli.cli import built_in
from doorbraak_cli.domain.case import Case, Reflection
from doorbraak_cli.files import wordings

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


@pytest.fixture(scope="session")
def marianne(pack: Pack) -> Callable[[Language], Case]:
    """Give the built-in case in a language: looked back on, weighed, with a network, a plan and an exception."""

    @cache
    def answered(lang: Language) -> Case:
        return built_in.marianne(pack, wordings.load(lang), DAY)

    return answered


@pytest.fixture(scope="session")
def full_table(pack: Pack) -> Callable[[Language], Case]:
    """Give the built-in case to practise on, in a language."""

    @cache
    def answered(lang: Language) -> Case:
        return built_in.full_table(pack, wordings.load(lang), DAY)

    return answered
