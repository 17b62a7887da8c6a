"""Looking through cases for what they have not looked at yet, one case after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from doorbraak_cli.checks.catalogue import RULES
from doorbraak_cli.checks.many import MANY, Bottlenecks
from doorbraak_cli.cli import looking, wiring
from doorbraak_cli.cli.many_cases import name_of
from doorbraak_cli.cli.results import command_line, print_bytes, print_text
from doorbraak_cli.errors import AppError, failure
from doorbraak_cli.files import cases
from doorbraak_cli.renderers.json_text import as_json
from doorbraak_cli.reports.blind_spots import (
    FindingFacts,
    SpotFacts,
    findings_page,
    many_facts,
    over_cases_page,
    unseen_in,
    words_to,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.errors import Problem


@dataclass(frozen=True, slots=True)
class Checker:
    """Shows what is found at once and keeps none of the cases; `problems` are those with files that could not be read.

    `chosen` are the ids of the blind spots that are looked for.
    """

    settings: Settings
    pack: Pack
    chosen: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    bottlenecks: Bottlenecks = field(default_factory=Bottlenecks)

    def show(self, paths: Iterable[Path]) -> int:
        """Show what is found, case by case, then what only shows over them all; give how many findings stand."""
        count = 0
        for path, case, facts in self._cases(paths):
            count += sum(not one.why_aside for one in facts)
            self._show_case(path, case, facts)
        over = [*self._over_cases()]
        count += len(over)
        if count:
            explain = command_line(self.settings, "explain")
            looking.show(over_cases_page(over, explain, self.settings.say), self.settings)
        return count

    def write_json(self, paths: Iterable[Path]) -> int:
        """Write what is found as one JSON list, finding by finding, and give how many there are."""
        count = 0
        for one in self._as_facts(paths):
            print_bytes(("[\n" if not count else ",\n").encode() + as_json(one.model_dump(mode="json")).encode())
            count += 1
        print_bytes(b"\n]\n" if count else b"[]\n")
        return count

    def _show_case(self, path: Path, case: Case, facts: tuple[SpotFacts, ...]) -> None:
        say = self.settings.say
        title = say("check.case", title=case.title or say("summary.untitled"), name=name_of(path))
        if facts:
            looking.show(findings_page(title, facts, self.pack, say, self._command(path, case)), self.settings)
            print_text("")
        elif case.sittings:
            is_all = len(self.chosen) == len(self.pack.blind_spots)
            print_text(say("check.clean" if is_all else "check.clean-chosen", case=title))
        else:
            begin = command_line(self.settings, "weigh" if case.about == "case" else "reflect", name_of(path))
            print_text(say("check.empty", case=title, command=begin))

    def _as_facts(self, paths: Iterable[Path]) -> Iterator[FindingFacts]:
        for path, case, facts in self._cases(paths):
            command = self._command(path, case)
            for one in facts:
                if not one.why_aside:
                    yield FindingFacts(**dict(one), case=name_of(path), title_of_case=case.title, command=command(one))
        for one in self._over_cases():
            yield FindingFacts(**dict(one))

    def _over_cases(self) -> Iterator[SpotFacts]:
        """Give what only shows over many cases."""
        spots = (one for one in self.pack.blind_spots if one.id in MANY and one.id in self.chosen)
        for spot in spots:
            if found := self.bottlenecks.found(spot):
                yield many_facts(spot, found, self.pack, self.settings.say.lang)

    def _cases(self, paths: Iterable[Path]) -> Iterator[tuple[Path, Case, tuple[SpotFacts, ...]]]:
        lang, today = self.settings.say.lang, wiring.today()
        for path in paths:
            try:
                case = cases.read(path)
            except AppError as error:
                self.problems.extend(error.problems)
                continue
            self.problems.extend(self._unknown_codes(case, path))
            self.bottlenecks.add(case)
            facts = unseen_in(case, self.pack, lang, today)
            yield path, case, tuple(one for one in facts if one.code.casefold() in self.chosen)

    def _command(self, path: Path, case: Case) -> Callable[[SpotFacts], str]:
        def command(one: SpotFacts) -> str:
            words = words_to(one.goes_to, case, self.pack, one.of)
            return command_line(self.settings, one.goes_to.command, name_of(path), *words)

        return command

    def _unknown_codes(self, case: Case, path: Path) -> Iterator[Problem]:
        ids = (*RULES, *MANY, *(one.id for one in self.pack.blind_spots))  # also what a pack took out
        known = {one.upper() for one in ids}
        for code in case.set_aside:
            if code.upper() not in known:
                yield from failure("check.unknown-code", path=str(path), code=code).problems
