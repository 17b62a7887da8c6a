"""`doorbraak aid`: work with an aid: read it, let it ask what decides, or fill it in about a case."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from doorbraak_cli.cli import help_text, looking, options, parameters
from doorbraak_cli.cli.settings import Settings
from doorbraak_cli.domain.aid import Aid
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.errors import ExitCode, failure
from doorbraak_cli.reports import aids as pages


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody gave beside the aid."""

    case: str
    answer: list[str]
    answers: Path | None
    template: bool
    new: bool
    card: bool
    output: Path | None
    force: bool
    as_json: bool

    def filling(self, case: str) -> dict[str, object]:
        """Give all that is about filling in, by the name it has on the command line; `case` is that of the argument."""
        return {
            case: self.case,
            "--answers-template": self.template,
            **self.ways,
            "-o": self.output,
            "--force": self.force,
        }

    @property
    def ways(self) -> dict[str, object]:
        """Give what says how to fill in."""
        return {"--card": self.card, "--answers": self.answers, "--new": self.new}

    @property
    def beside(self) -> dict[str, object]:
        """Give what has nothing to do with filling in."""
        return {"--answer": self.answer, "--json": self.as_json}


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
        asked = Asked(case, answer or [], answers, template, new, card, output, force, as_json)
        run(settings, pack, options.named(item, pack.aids), asked)


def run(settings: Settings, pack: Pack, aid: Aid, asked: Asked) -> None:
    """Fill in the aid, let it ask what decides, or show it. Raises AppError (wrong usage) for what does nothing."""
    filling = asked.filling(settings.say("metavar.case"))
    _refuse_what_it_is_not(aid, ", ".join(name for name, there in filling.items() if there), asked)
    if asked.case or asked.template:
        _fill_in(settings, pack, aid, asked)
    elif any(filling.values()):
        raise options.which_case(settings, "aid", aid.id)
    elif aid.decision:
        from doorbraak_cli.cli import deciding  # noqa: PLC0415 - only to ask

        deciding.run(settings, aid, asked.answer, as_json=asked.as_json)
    else:
        looking.show_or_list([aid], lambda: pages.aid(aid, pack, settings.say), settings, as_json=asked.as_json)


def _fill_in(settings: Settings, pack: Pack, aid: Aid, asked: Asked) -> None:
    from doorbraak_cli.cli import cards  # noqa: PLC0415 - loads yaml and the flows, only to fill in

    filler = cards.Filler(settings, pack, aid)
    word = settings.say("metavar.case")
    if asked.template:
        options.refuse_idle("--answers-template", {word: asked.case, **asked.ways, **asked.beside})
        filler.template(asked.output, force=asked.force)
    elif asked.card:
        options.refuse_idle("--card", {"--answers": asked.answers, "--new": asked.new, **asked.beside})
        filler.again(asked.case, asked.output, force=asked.force)
    else:
        options.refuse_idle(word, asked.beside)
        filler.fill_in(asked.case, asked.answers, asked.output, new=asked.new, force=asked.force)


def _refuse_what_it_is_not(aid: Aid, filling: str, asked: Asked) -> None:
    """Refuse to fill in an aid that is only read, and answers to one that asks nothing."""
    if filling and not aid.fields:
        raise failure("aid.fills-nothing", exit_code=ExitCode.USAGE, id=aid.id, options=filling)
    if asked.answer and not aid.decision:
        raise failure("aid.decides-nothing", exit_code=ExitCode.USAGE, id=aid.id)
