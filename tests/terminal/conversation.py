"""A little program that asks questions, for tests in a real terminal and for whoever wants to see how it looks.

    PYTHONPATH=src python tests/terminal/conversation.py [--plain] [NAME ...]

The answers go to stdout as JSON, a line each: the answer itself, or {"paused": draft} or {"back": draft}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak_cli.files import wordings
from doorbraak_cli.flows.prompter import Back, Form, Grid, Option, Paused, Prompter, Question, SkipStep
from doorbraak_cli.terminal.display import Display, console_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEADING = "Vraag 3 van 12 · Radicaal aansluiten · Microniveau"
LEAD = (
    "In hoeverre heb ik de leefwereld van alle gezinsleden leren kennen, ook van wie er niet bij was, "
    "voordat ik een oplossing koos?"
)
WHY = (
    "Wie het gezin maar half kent, kiest sneller een oplossing die niet past. De vraag helpt om te zien wiens verhaal "
    "je nog niet hoorde: vaak dat van de jongste, of van de ouder die er niet meer woont."
)
SCALE = ("helemaal niet", "een beetje", "grotendeels", "helemaal", "dat weet ik niet", "past hier niet")
LONG = tuple(
    f"{number}. In hoeverre heb ik met het gezin en met de mensen om hen heen besproken wat zij zelf al geprobeerd "
    f"hebben, wat dat opleverde en waarom het stokte (ronde {number})?"
    for number in range(1, 24)
)


def options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(f"o{number}", label) for number, label in enumerate(labels, start=1))


ROWS = (
    "Thuis blijven met dagelijks hulp", "Hotel", "Niets doen", "Moeder en kind samen in een gezinshuis",
    "Netwerkpleeggezin bij tante", "Logeren in het weekend", "Eigen kracht-conferentie", "Schuldsanering eerst",
    "Uithuisplaatsing", "Verhuizen naar oma", "Ambulante spoedhulp", "Vader neemt verlof", "Een time-out bij opa",
    "Kamertraining", "Alles tegelijk",
)  # fmt: skip


def table(rows: Sequence[str], held: Mapping[str, str]) -> Question:
    """Give a question with a grid: the cell with the id "2-3" is the third of row 2; `held` is what stands in some."""
    cells = (f"{row}-{column}" for row in range(1, len(rows) + 1) for column in range(1, 8))
    options = [Option(cell, "gevuld" if cell in held else "leeg", held.get(cell, "")) for cell in cells]
    groups = ("veiligheid", "bestaanszekerheid", "ontwikkeling", "")
    columns = ("kort", "lang", "kort", "lang", "kort", "lang", "rest")
    return Question(
        "table", Form.GRID, "Welke cel vul je in?", "Stap 4 van 7 · Wegen", why=WHY, step="weighing", required=True,
        hint="Een cel die leeg blijft, staat er straks als niet gewogen.",
        options=(*options, Option("done", "Klaar met de tabel")),
        grid=Grid(tuple(rows), groups, (2, 2, 2, 1), columns),
    )  # fmt: skip


QUESTIONS = {
    "grid": table(ROWS[:12], {"1-2": LEAD + WHY, "2-1": "Rust.", "5-7": "Geen tijd."}),
    "grid-15": table(ROWS, {"14-4": LEAD}),
    "choice": Question(
        "choice", Form.CHOICE, "Heb je het zelf gevraagd?", HEADING, LEAD, why=WHY, options=options(*SCALE)
    ),
    "levels": Question(
        "levels", Form.CHOICE, "Op welk niveau kijk je terug?", required=True,
        options=options(
            "Microniveau: professionals die met een gezin werken, alleen of samen met collega's",
            "Mesoniveau: teams, managers en gemeenten die het werk mogelijk maken",
            "Macroniveau: landelijk beleid, wetten en geldstromen",
        ),
    ),
    "choices": Question(
        "choices", Form.CHOICES, "Met welke principes ga je aan de slag?", why=WHY, required=True,
        options=options("Radicaal aansluiten (19 vragen)", "Breed kijken (20 vragen)", "Samen waarde toevoegen (18)"),
    ),
    "many": Question("many", Form.CHOICES, "Welke vragen kies je?", HEADING, options=options(*LONG), why=WHY),
    "line": Question("line", Form.LINE, "Wat is een volgende stap?", HEADING, LEAD, "Klein mag ook.", WHY),
    "title": Question(
        "title", Form.LINE, "Hoe noem je deze casus?", hint="Kies een schuilnaam, geen echte naam.", required=True
    ),
    "text": Question(
        "text", Form.TEXT, "Waar merkte je dat aan?", HEADING, LEAD,
        "Noem wat je zag of hoorde; een voorbeeld is genoeg.", WHY,
    ),
    "long": Question(
        "long", Form.TEXT, "\n".join(f"Regel {number} van de vraag." for number in range(1, 24)), HEADING
    ),
    "hostile": Question(
        "hostile", Form.CHOICE, "[bold]vet[/] \x1b[31mrood :smile:", "[dim]kop[/]",
        options=options("[red]een[/]", "\x1b[2Jtwee :bomb:", "drie"), why="[link]x[/] \x1b[1m",
    ),
}  # fmt: skip


def ask(prompter: Prompter, name: str) -> object:
    try:
        return prompter.ask(QUESTIONS[name])
    except Paused as paused:
        return {"paused": paused.draft}
    except Back as back:
        return {"back": back.draft}
    except SkipStep as skip:
        return {"skip": skip.draft}


def main(names: list[str]) -> None:
    plain = "--plain" in names
    say = wordings.load("nl")
    display = Display(say, console_for(sys.stderr, plain=plain))
    if plain:
        from doorbraak_cli.terminal.plain import PlainPrompter

        prompter: Prompter = PlainPrompter(say, display)
    else:
        from doorbraak_cli.terminal.keyboard import KeyboardPrompter

        prompter = KeyboardPrompter(say, display, Path.cwd())
    answers = [ask(prompter, name) for name in names or [*QUESTIONS] if not name.startswith("--")]
    for answer in answers:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
