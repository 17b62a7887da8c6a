"""`doorbraak aid`: work with an aid: read it, let it ask what decides, or fill it in about a case."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import cards, deciding, help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.domain.aid import Aid
from doorbraak_cli.errors import ExitCode, failure
from doorbraak_cli.reports import aids as pages


def register(app: typer.Typer, settings: Settings) -> None:
    """Add the command to the app."""
    say = settings.say

    @app.command("aid", help=say("help.aid"), cls=help_text.command(say))
    def aid(
        item: Annotated[str, parameters.item(settings, "aids", "help.aid-id")] = "",
        case: Annotated[str, parameters.case(say)] = "",
        answer: Annotated[list[str] | None, parameters.text(say, "help.answer", "--answer")] = None,
        answers: Annotated[Path | None, parameters.file(say, "help.answers", "--answers")] = None,
        template: Annotated[bool, parameters.flag(say, "--answers-template", "help.answers-template")] = False,
        new: Annotated[bool, parameters.flag(say, "--new", "help.new-card")] = False,
        card: Annotated[bool, parameters.flag(say, "--card", "help.card")] = False,
        output: Annotated[Path | None, parameters.output(say, "help.output")] = None,
        force: Annotated[bool, parameters.flag(say, "--force", "help.force")] = False,
        as_json: Annotated[bool, parameters.flag(say, "--json", "help.json")] = False,
    ) -> None:
        pack = settings.pack()
        if not item:
            raise failure("aid.which", exit_code=ExitCode.USAGE, known=", ".join(each.id for each in pack.aids))
        one = options.named(item, pack.aids)
        word = say("metavar.case")
        beside = {"--answer": answer, "--json": as_json}
        ways = {"--card": card, "--answers": answers, "--new": new}
        filling = {word: case, "--answers-template": template, **ways, "-o": output, "--force": force}
        _refuse_what_it_is_not(one, filling, answer)
        filler = cards.Filler(settings, pack, one)
        if template:
            options.refuse_idle("--answers-template", {word: case, **ways, **beside})
            filler.template(output, force=force)
        elif case and card:
            options.refuse_idle("--card", {"--answers": answers, "--new": new, **beside})
            filler.again(case, output, force=force)
        elif case:
            options.refuse_idle(word, beside)
            filler.fill_in(case, answers, output, new=new, force=force)
        elif any(filling.values()):
            raise options.which_case(settings, "aid", one.id)
        elif one.decision:
            deciding.run(settings, one, answer or (), as_json=as_json)
        else:
            looking.show_or_list([one], lambda: pages.aid(one, pack, say), settings, as_json=as_json)


def _refuse_what_it_is_not(aid: Aid, filling: Mapping[str, object], answer: list[str] | None) -> None:
    """Refuse to fill in an aid that is only read, and answers to one that asks nothing."""
    given = ", ".join(name for name, there in filling.items() if there)
    if given and not aid.fields:
        raise failure("aid.fills-nothing", exit_code=ExitCode.USAGE, id=aid.id, options=given)
    if answer and not aid.decision:
        raise failure("aid.decides-nothing", exit_code=ExitCode.USAGE, id=aid.id)
