"""An aid that finds out which route applies: by asking, or from what somebody gave with --answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.cli import looking, options, wiring
from doorbraak_cli.cli.results import command_line, print_bytes
from doorbraak_cli.cli.telling import tell
from doorbraak_cli.domain.aid import Aid, Decision, DecisionQuestion, Route
from doorbraak_cli.errors import AppError, ExitCode, Problem, failure
from doorbraak_cli.flows.decision import decide, walk
from doorbraak_cli.flows.prompter import Back
from doorbraak_cli.renderers import listing
from doorbraak_cli.reports import aids as pages
from doorbraak_cli.terminal.interactive import is_interactive
from doorbraak_cli.terminal.interrupts import Interrupts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doorbraak_cli.cli.settings import Settings


def run(settings: Settings, aid: Aid, given: Iterable[str], *, as_json: bool) -> None:
    """Show which route applies, and why. Raises AppError (wrong usage) where nobody can be asked what lacks."""
    if aid.decision is None:
        raise LookupError(aid.id)
    say, decision = settings.say, aid.decision
    known = _known(aid.decision, given)
    answers, route = known, decide(decision, known)
    if isinstance(route, DecisionQuestion):
        try:
            answers, route = _asked(settings, aid, decision, known, route)
        except Back:
            tell(say("cli.interrupted"))
            return
        tell("")
    if as_json:
        print_bytes(listing.render_data({"aid": aid.id, "answers": answers, "route": route.model_dump(mode="json")}))
    else:
        looking.show(pages.answered(aid, decision, answers, route, say), settings)
    if answers != known:
        words = [word for name, value in answers.items() for word in ("--answer", f"{name}={value}")]
        tell("")
        tell(say("aid.same-again", command=command_line(settings, "aid", aid.id, *words)))


def _asked(
    settings: Settings, aid: Aid, decision: Decision, known: dict[str, str], first: DecisionQuestion
) -> tuple[dict[str, str], Route]:
    if not is_interactive():
        allowed = "|".join(one.id for one in first.options)
        asked = first.text.pick(settings.say.lang)
        raise failure("aid.open", exit_code=ExitCode.USAGE, asked=asked, option=f"--answer {first.id}={allowed}")
    interrupts = Interrupts()
    with interrupts.caught():
        prompter, display = wiring.screen(settings, None, interrupts)
        display.note(aid.when.pick(settings.say.lang))
        display.note(settings.say("aid.danger"))
        return walk(decision, settings.say.lang, prompter, known)


def _known(decision: Decision, given: Iterable[str]) -> dict[str, str]:
    """Give what was answered with --answer ID=WORD. Raises AppError (wrong usage) with all that is wrong."""
    known: dict[str, str] = {}
    problems: list[Problem] = []
    for one in given:
        name, _, value = one.partition("=")
        try:
            question = options.named(name, decision.questions, "--answer")
            word = options.named(value, question.options, f"--answer {question.id}=").id
            if known.setdefault(question.id, word) != word:
                raise failure("aid.answered-twice", id=question.id)
        except AppError as error:
            problems += error.problems
    if problems:
        raise AppError(*problems, exit_code=ExitCode.USAGE)
    return known
