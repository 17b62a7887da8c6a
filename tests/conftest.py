"""What many tests share: the shipped pack, both wordings, a home of their own, and golden files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from doorbraak_cli.files import packs, wordings

if TYPE_CHECKING:
    from pathlib import Path

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

settings.register_profile("doorbraak", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("doorbraak")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes golden files instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden files are to be written."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def pack() -> Pack:
    """Give the shipped pack."""
    return packs.load()


@pytest.fixture(scope="session")
def nl() -> Wording:
    """Give the Dutch wording."""
    return wordings.load("nl")


@pytest.fixture(scope="session")
def en() -> Wording:
    """Give the English wording."""
    return wordings.load("en")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which all tests keep the pack that was read, so that it is read once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the cases, settings, cache and screen of whoever runs it."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    for name in (
        "DOORBRAAK_HOME",
        "DOORBRAAK_LANG",
        "DOORBRAAK_PACK",
        "NO_COLOR",
        "EDITOR",
        "VISUAL",
        "COLUMNS",
        "LINES",
    ):
        monkeypatch.delenv(name, raising=False)
