"""Filling in an aid about a case, and handing over the card it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.cli import sitting, wiring
from doorbraak_cli.cli.results import command_line, hand_over, show_page
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.errors import failure
from doorbraak_cli.files import cases
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.flows.beginning import Cards, Start, filled_in
from doorbraak_cli.privacy import scan
from doorbraak_cli.renderers import answers_template, markdown
from doorbraak_cli.reports import cards as pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.aid import Aid
    from doorbraak_cli.domain.case import Card, Case
    from doorbraak_cli.domain.pack import Pack


class Filler:
    """Fills in an aid about a case, and hands over the card."""

    def __init__(self, settings: Settings, pack: Pack, aid: Aid) -> None:
        self._settings, self._pack, self._aid = settings, pack, aid
        self._cards = Cards(aid, pack, settings.say, wiring.today(), wiring.guard(settings.say))

    def fill_in(
        self, name: str, answers: Path | None, output: Path | None, *, new: bool = False, force: bool = False
    ) -> None:
        """Ask a person, or take the answers from a file, and hand over the card."""
        if answers is not None:
            done = sitting.from_file(name, expanded(answers), self._cards.begin, {})
        else:
            done = self._at_keyboard(name, new=new)
        card = next(one for one in done.case.cards if one.id == done.sitting.id)
        self._hand_over(done.case, card, name, output, force=force)

    def again(self, name: str, output: Path | None, *, force: bool) -> None:
        """Hand over the last card once more, without asking anything."""
        case = cases.read(cases.locate(name))
        card = self._last(case)
        if card is None:
            raise failure("aid.no-card", path=str(cases.locate(name)))
        self._hand_over(case, card, name, output, force=force)

    def template(self, output: Path | None, *, force: bool) -> None:
        """Hand over an answers file to fill in."""
        content = answers_template.render(
            filled_in(self._cards.begin(None), {}), self._settings.say, "aid", self._aid.id
        )
        hand_over(content, output, self._settings, force=force)

    def _at_keyboard(self, name: str, *, new: bool) -> Start:
        def start_of(case: Case | None) -> Start:
            return (None if new else self._cards.go_on(case)) or self._cards.begin(case)

        return sitting.at_keyboard(self._settings, name, start_of, self._welcome, "aid", self._aid.id, name)

    def _welcome(self, start: Start, file: cases.CaseFile) -> Iterator[str]:
        say = self._settings.say
        title = self._aid.title.pick(say.lang)
        yield say("aid.resumed" if start.resumed else "aid.welcome", aid=title, path=str(file.path))
        if not start.resumed and file.case and self._last(file.case):
            yield say("aid.again")
        yield say("aid.no-names")

    def _hand_over(self, case: Case, card: Card, name: str, output: Path | None, *, force: bool) -> None:
        say = self._settings.say
        self._refuse_traces(card, name)
        content = markdown.render(pages.card(self._aid, card, scan.masked(case.title), say))
        tell(say("aid.kept", path=str(cases.locate(name))))
        if output is not None:
            hand_over(content, output, self._settings, force=force)
            return
        show_page(content)
        if card == self._last(case):  # --card gives no other
            again = command_line(
                self._settings, "aid", self._aid.id, name, "--card", "-o", say("aid.file", name=cases.locate(name).stem)
            )
            tell(say("aid.write-it", command=again))

    def _last(self, case: Case) -> Card | None:
        """Give the card that was begun last of those that are finished, or of all where none is."""
        found = [one for one in case.cards if one.aid == self._aid.id]
        return next((one for one in reversed(found) if one.finished), found[-1] if found else None)

    def _refuse_traces(self, card: Card, name: str) -> None:
        """Refuse to hand over what a card must not hold: a file can be changed by hand."""
        named = {field.id: field.text.pick(self._settings.say.lang) for field in self._aid.fields}
        traced = [named.get(one.id, one.id) for one in card.answers if scan.found(str(one.stands or ""))]
        if traced:
            raise failure("aid.traceable", path=str(cases.locate(name)), asked="; ".join(traced))
