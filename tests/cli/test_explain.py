"""`doorbraak explain`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from .conftest import flat

if TYPE_CHECKING:
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording

    from .conftest import Program


@pytest.mark.parametrize("code", ["BK05", "bk05", " Bk05 "])
def test_page(program: Program, pack: Pack, nl: Wording, code: str) -> None:
    """It gives the page of a code, in capitals or not: when it speaks, why, what to do, when it may be left."""
    spot = pack.blind_spot("bk05")
    assert spot
    result = program("explain", code)
    assert (result.code, result.err) == (0, "")
    texts = (
        f"BK05 {spot.title.pick('nl')}",
        spot.says.pick("nl"),
        *(nl("check.why"), spot.why.pick("nl")),
        *(nl("check.do"), spot.do.pick("nl")),
        "Ga naar: doorbraak weigh CASUS --at table",
        *(nl("check.leave"), spot.leave.pick("nl")),
        nl("check.set-aside", code="BK05"),
    )
    told = flat(result.out)
    places = [told.find(one) for one in texts]
    assert -1 not in places
    assert places == sorted(places)


def test_every_code(program: Program, pack: Pack) -> None:
    """It has a page for every code there is, with where to go and its place in the guide."""
    assert len(pack.blind_spots) > 40
    for spot in pack.blind_spots:
        result = program("explain", spot.code)
        assert result.code == 0
        assert f"doorbraak {spot.goes_to.command} CASUS" in flat(result.out)
        assert spot.source
        assert f"hfst. {spot.source.chapter}, p. {spot.source.page}" in flat(result.out)


def test_list(program: Program, pack: Pack) -> None:
    """It lists every code with its title where none is named, under the principles in their order."""
    result = program("explain")
    assert (result.code, result.err) == (0, "")
    told = flat(result.out)
    assert len(pack.blind_spots) > 40
    titles = {one.code: re.escape(one.title.pick("nl")) for one in pack.blind_spots}
    assert [code for code, title in titles.items() if not re.search(rf"{code}\W+{title}", told)] == []
    principles = [told.index(one.title.pick("nl")) for one in pack.principles]
    assert principles == sorted(principles)
    assert all(told.count(one.title.pick("nl")) == 1 for one in pack.principles)
    assert principles[0] < told.index("RA01") < principles[1] < told.index("BK01") < principles[2] < told.index("SW01")


def test_family(program: Program, pack: Pack) -> None:
    """It lists the codes of one family, in any case, and gives those as JSON."""
    result = program("explain", "sw")
    assert (result.code, result.err) == (0, "")
    assert ("SW01" in result.out, "SW15" in result.out, "BK01" in result.out) == (True, True, False)
    there = [one["id"] for one in json.loads(program("explain", "SW", "--json").out)]
    assert there == [one.id for one in pack.blind_spots if one.code.startswith("SW")]


@pytest.mark.parametrize(("given", "near"), [("BK99", "BK09"), ("bk99", "BK09"), ("sw144", "SW14")])
def test_unknown_code(program: Program, given: str, near: str) -> None:
    """It says which code was meant, shows nothing and exits 2."""
    result = program("explain", given)
    assert (result.code, result.out) == (2, "")
    assert f'"{given}" is er niet; bedoelde je {near}?' in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("given", ["x", "[bold]", "\x1b[31m", "B", "9" * 500])
def test_no_code(program: Program, given: str) -> None:
    """It refuses what is no code, in one line."""
    result = program("explain", given)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "\x1b" not in result.err


def test_json(program: Program, pack: Pack) -> None:
    """It gives one, or all of them, as data with both languages in it."""
    (one,) = json.loads(program("explain", "SW14", "--json").out)
    spot = pack.blind_spot("sw14")
    assert spot
    assert one == spot.model_dump(mode="json")
    assert {*one["says"]} == {"nl", "en"}
    listed = json.loads(program("explain", "--json").out)
    assert [each["id"] for each in listed] == [each.id for each in pack.blind_spots]


def test_dutch_name_and_english(program: Program, pack: Pack) -> None:
    """It works by its Dutch name, and speaks English when asked."""
    spot = pack.blind_spot("bk05")
    assert spot
    assert spot.says.pick("nl") in flat(program("uitleg", "bk05").out)
    told = flat(program("--lang", "en", "explain", "bk05").out)
    assert f"BK05 {spot.title.pick('en')}" in told
    assert spot.leave.pick("en") in told
    assert "Go to: doorbraak --lang=en weigh CASE --at table" in told


def test_narrow(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """It fits on a narrow screen."""
    monkeypatch.setenv("COLUMNS", "40")
    for arguments in (("explain",), ("explain", "bk05")):
        lines = program(*arguments).out.splitlines()
        assert len(lines) > 10
        assert max(map(len, lines)) <= 40
