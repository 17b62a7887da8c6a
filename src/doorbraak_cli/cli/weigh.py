"""`doorbraak weigh`: weigh options broadly, and lay two weighings side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters, sitting, wiring
from doorbraak_cli.cli.results import command_line, hand_over
from doorbraak_cli.cli.seeing import seeing
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain.case import Case, Value
from doorbraak_cli.domain.near import nearest
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.weighed import DEPTH, SHORT
from doorbraak_cli.errors import ExitCode, failure
from doorbraak_cli.files import answers as answers_files
from doorbraak_cli.files import cases
from doorbraak_cli.files.paths import expanded
from doorbraak_cli.flows.beginning import Start, Weighings, filled_in
from doorbraak_cli.renderers import answers_template, markdown
from doorbraak_cli.reports.comparison import comparison
from doorbraak_cli.reports.facts import summary_facts


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("weigh", help=say("help.weigh"), cls=help_text.command(say))
    def weigh(
        case: Annotated[str, parameters.case(say)] = "",
        depth: Annotated[str, typer.Option(help=say("help.depth"), metavar="short|full", show_default=False)] = "",
        deepen: Annotated[bool, parameters.flag(say, "--deepen", "help.deepen")] = False,
        edit: Annotated[bool, parameters.flag(say, "--edit", "help.edit")] = False,
        new: Annotated[bool, parameters.flag(say, "--new", "help.new-weighing")] = False,
        at: Annotated[str, parameters.step(say)] = "",
        compare: Annotated[bool, parameters.flag(say, "--compare", "help.compare-weighings")] = False,
        answers: Annotated[Path | None, parameters.file(say, "help.answers", "--answers")] = None,
        template: Annotated[bool, parameters.flag(say, "--answers-template", "help.answers-template")] = False,
        output: Annotated[Path | None, parameters.output(say, "help.result-output")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
    ) -> None:
        weigher = Weigher(settings, settings.pack(), options.depth(depth))
        ways = {"--deepen": deepen, "--edit": edit, "--new": new, "--at": at, "--answers": answers}
        if output is not None and not (template or compare):
            raise failure("weigh.only-result", exit_code=ExitCode.USAGE)
        if template:
            options.refuse_idle("--answers-template", {say("metavar.case"): case, "--compare": compare, **ways})
            weigher.template(output, force=force)
        elif not case:
            raise options.which_case(settings, "weigh")
        elif compare:
            options.refuse_idle("--compare", {**ways, "--depth": depth})
            weigher.compare(case, output, force=force)
        elif answers is not None:
            options.refuse_idle("--answers", {"--deepen": deepen, "--edit": edit, "--new": new, "--at": at})
            weigher.from_file(case, expanded(answers))
        else:
            options.refuse_idle("--deepen", {"--edit": edit, "--new": new, "--depth": depth} if deepen else {})
            options.refuse_idle("--edit", {"--new": new, "--depth": depth} if edit else {})
            options.refuse_idle("--at", {"--new": new, "--depth": depth} if at else {})
            weigher.at_keyboard(case, new=new, deepen=deepen, edit=edit, step=at)


@dataclass(frozen=True, slots=True)
class Weigher:
    """Weighs the options in a case; `depth` is how deep somebody asked to go, "" where they did not say."""

    settings: Settings
    pack: Pack
    depth: str = ""

    def at_keyboard(
        self, name: str, *, new: bool = False, deepen: bool = False, edit: bool = False, step: str = ""
    ) -> None:
        """Weigh with a person at the keyboard; go on where an unfinished weighing stopped, or at a step of the last."""

        def start_of(case: Case | None) -> Start:
            self._refuse_other_file(case, name)
            if deepen:
                start = self._deepened(case, name)
            elif edit or step:
                start = self._reopened(case, name, at=bool(step))
            else:
                going_on = None if new else self._weighings.go_on(case, self._known)
                start = going_on or self._weighings.begin(case, self._known)
                self._refuse_other_depth(start)
            return seeing(start, self.settings, self.pack, "weigh")

        def welcome(start: Start, file: cases.CaseFile) -> Iterator[str]:
            return self._welcome(start, file, deepen=deepen)

        opened = ("--deepen",) if deepen else ("--edit",) if edit else ()
        sitting.at_keyboard(self.settings, name, start_of, welcome, "weigh", name, step=step, opened=opened)
        self._tell_done(name)

    def from_file(self, name: str, answers: Path) -> None:
        """Weigh with answers from a file; with any fault in it, tell them all and write nothing."""
        if self.depth and DEPTH in answers_files.read(answers)[0]:
            raise failure("weigh.twice", exit_code=ExitCode.USAGE)

        def start_of(case: Case | None) -> Start:
            self._refuse_other_file(case, name)
            return self._weighings.begin(case, {})

        sitting.from_file(name, answers, start_of, self._known)
        self._tell_done(name)

    def template(self, output: Path | None, *, force: bool) -> None:
        """Hand over an answers file to fill in."""
        questions = filled_in(self._weighings.begin(None, {}), self._known)
        hand_over(answers_template.render(questions, self.settings.say, "weigh"), output, self.settings, force=force)

    def compare(self, name: str, output: Path | None, *, force: bool) -> None:
        """Hand over the last two weighings side by side."""
        facts = summary_facts(cases.read(cases.locate(name)), self.pack, self.settings.say.lang)
        if len(facts.weighings) < 2:  # noqa: PLR2004 - two stand side by side
            raise failure("weigh.nothing-to-compare", count=len(facts.weighings))
        document = comparison(facts, self.settings.say)
        if output is None:
            looking.show(document, self.settings)
        else:
            hand_over(markdown.render(document), output, self.settings, force=force)

    @property
    def _weighings(self) -> Weighings:
        return Weighings(self.pack, self.settings.say, wiring.today())

    @property
    def _known(self) -> dict[str, Value]:
        return {DEPTH: self.depth} if self.depth else {}

    def _refuse_other_file(self, case: Case | None, name: str) -> None:
        """Refuse to weigh about a family in a file about a team or a policy."""
        if case is not None and case.about != "case":
            raise failure("weigh.not-a-case", path=str(cases.locate(name)))

    def _deepened(self, case: Case | None, name: str) -> Start:
        last = case.last_weighing if case else None
        start = self._weighings.deepen(case)
        if start is None or last is None:
            raise failure("weigh.nothing-to-deepen", path=str(cases.locate(name)))
        if last.text(DEPTH) != SHORT:
            raise failure("weigh.deep-already", path=str(cases.locate(name)))
        return start

    def _reopened(self, case: Case | None, name: str, *, at: bool) -> Start:
        start = self._weighings.reopen(case, {})
        if start is None:
            raise failure("weigh.nothing-at" if at else "weigh.nothing-to-edit", path=str(cases.locate(name)))
        return start

    def _refuse_other_depth(self, start: Start) -> None:
        """Refuse a depth the weighing that goes on doesn't have, instead of leaving it aside."""
        if self.depth and start.flow.answers(start.case)[DEPTH].value != self.depth:
            raise failure("weigh.other-depth", exit_code=ExitCode.USAGE)

    def _welcome(self, start: Start, file: cases.CaseFile, *, deepen: bool) -> Iterator[str]:
        say, case = self.settings.say, start.case
        yield say("reflect.welcome")
        date = say.day(start.sitting.started)
        if file.case is None:
            near = nearest(file.path.stem, [path.stem for path in cases.listed()])
            yield say("weigh.new-near" if near else "weigh.new", path=str(file.path), near=near)
        elif start.resumed:
            yield say("weigh.deepened" if deepen else "weigh.resumed", title=case.title, date=date)
            if start.sitting.pack.digest != self.pack.digest:
                yield say("reflect.pack-changed")
        elif len(case.weighings) > 1:
            yield say("weigh.again", title=case.title, date=say.day(case.weighings[-2].started))
        else:
            yield say("weigh.first", title=case.title)

    def _tell_done(self, name: str) -> None:
        command = command_line(self.settings, "summary", name)
        family = command_line(self.settings, "summary", name, "--for", "family")
        tell(self.settings.say("weigh.done", path=str(cases.locate(name)), command=command, family=family))
