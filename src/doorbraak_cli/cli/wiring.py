"""Where flows, prompters, files and renderers meet."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from doorbraak_cli.cli import options
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.errors import AppError, ExitCode, Message, failure
from doorbraak_cli.flows.prompter import Back, Form, Guard, Option, Paused, Question
from doorbraak_cli.privacy import scan
from doorbraak_cli.reports.facts import summary_facts
from doorbraak_cli.terminal.interactive import is_interactive, wants_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.case import Case
    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.wording import Wording
    from doorbraak_cli.files.cases import CaseFile
    from doorbraak_cli.flows.prompter import Prompter
    from doorbraak_cli.reports.facts import SummaryFacts
    from doorbraak_cli.terminal.display import Display
    from doorbraak_cli.terminal.interrupts import Interrupts


def today() -> date:
    """Give the day it is in the Netherlands: what is due tomorrow there is so on a computer set to another time too."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def require_terminal(instead: str) -> None:
    """Raise AppError (wrong usage) where nobody can be asked anything, naming the option to use instead."""
    if not is_interactive():
        raise failure("cli.no-terminal", exit_code=ExitCode.USAGE, option=instead)


def screen(settings: Settings, drafts: Path | None, interrupts: Interrupts) -> tuple[Prompter, Display]:
    """Give who asks and what shows, for this terminal. Drafts for an editor are kept in the folder given."""
    from doorbraak_cli.terminal.display import Display, console_for  # noqa: PLC0415 - rich, only to ask

    plain = wants_plain(settings.plain)
    display = Display(settings.say, console_for(sys.stderr, plain=plain), append_only=plain)
    if plain:
        from doorbraak_cli.terminal.plain import PlainPrompter  # noqa: PLC0415 - one of the two is needed

        return PlainPrompter(settings.say, display, interrupts=interrupts), display
    from doorbraak_cli.terminal.keyboard import KeyboardPrompter  # noqa: PLC0415 - questionary, only to ask

    return KeyboardPrompter(settings.say, display, drafts, interrupts), display


def guard(say: Wording) -> Guard:
    """Give what refuses texts by which a person can be found, and says what it found without repeating it."""

    def refusal(text: str) -> Message | None:
        traces = dict.fromkeys(one.trace for one in scan.found(text))
        named = ", ".join(say(f"trace.{one}") for one in traces)
        return Message("trace.refused", {"what": named}) if named else None

    def found(text: str) -> list[str]:
        return [text[one.start : one.end] for one in scan.found(text)]

    return Guard(refusal, scan.masked, found)


def patient_save(file: CaseFile, prompter: Prompter, display: Display, settings: Settings) -> Callable[[Case], None]:
    """Give a save that, when the disk refuses, says so and tries again for as long as the person wants."""
    say = settings.say
    again, stop = Option("again", say("save.again")), Option("stop", say("save.stop"))
    retry = Question("save", Form.CHOICE, say("save.ask"), options=(again, stop), required=True)

    def save(case: Case) -> None:
        while True:
            try:
                file.save(case)
            except AppError as error:
                if any(problem.message.key != "case.no-write" for problem in error.problems):
                    raise
                for problem in error.problems:
                    display.note(say.problem(problem))
                if _stops(prompter, retry, stop.id):
                    raise
            else:
                return

    return save


def _stops(prompter: Prompter, question: Question, stop: str) -> bool:
    """Tell whether somebody gives up; leaving the question by Ctrl-C is giving up too."""
    try:
        return prompter.ask(question) == stop
    except Back:
        return False
    except Paused:
        return True


def rendered(
    case: Case, pack: Pack, settings: Settings, format_name: str, reader: str = "file", part: str = ""
) -> bytes:
    """Give the summary of a case in a format, for the file, the family or a meeting, or one part of it by itself.

    Raises AppError, as wrong usage for a format, a reader or a part we do not have.
    """
    render = options.summary_format(format_name, reader, part)
    facts = summary_facts(case, pack, settings.say.lang)
    if part:
        _refuse_missing(part, facts)
    elif reader == "family":
        _refuse_unshared(facts)
        tell(settings.say("family.before"))
    elif reader == "meeting":
        _refuse_no_meeting(facts)
    elif any(not question.principle for reflection in facts.reflections for question in reflection.questions):
        tell(settings.say("summary.no-question"))
    return render(facts, pack, settings.say)


def _refuse_missing(part: str, facts: SummaryFacts) -> None:
    """Refuse to write a part that is not in the case."""
    there = {
        "network": facts.network,
        "plan": facts.plan,
        "justification": facts.justifications,
        "look-back": facts.look_backs,
    }
    if not there[part]:
        key = f"sheet.not-there.{part}"
        raise failure(key)


def _refuse_no_meeting(facts: SummaryFacts) -> None:
    """Refuse a page for a meeting of which nothing is known: neither who is there nor what is planned."""
    if facts.network is None and facts.plan is None:
        raise failure("meeting.nothing")


def _refuse_unshared(facts: SummaryFacts) -> None:
    """Refuse to make something for the family of what nobody said they may read."""
    if facts.weighing is None:
        raise failure("family.no-weighing")
    if not facts.weighing.shared:
        raise failure("family.nothing-shared")
