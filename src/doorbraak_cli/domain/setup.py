"""How a reflection is set up: what is asked before the questions of the guide, and which questions follow from it."""

from doorbraak_cli.domain.case import Record
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.principle import LEVELS, LevelId
from doorbraak_cli.domain.question import ReflectionQuestion

INTAKE = ("title", "situation")
"""What belongs to the case and not to one reflection on it."""

CHOOSING = ("level", "principles", "selection", "questions")
"""What decides which questions are asked."""

SETUP = ("subject", "role", *CHOOSING)
"""What is asked in every reflection."""

ALL, PICK = "all", "pick"
"""What can be answered to `selection`."""


def level_of(record: Record) -> LevelId | None:
    """Give the level a reflection is on, or None while that is not known."""
    value = record.text("level")
    return next((level for level in LEVELS if level == value), None)


def chosen(record: Record, pack: Pack) -> tuple[ReflectionQuestion, ...]:
    """Give the questions of the pack a reflection was set up for; none while the set-up is not done."""
    level, answers = level_of(record), record.by_id()
    principles, selection = answers.get("principles"), answers.get("selection")
    if level is None or principles is None or selection is None:
        return ()
    there = pack.select(level=level, principles=principles.value or ())
    if selection.value != PICK:
        return there
    picked = answers.get("questions")
    return tuple(one for one in there if picked and one.id in (picked.value or ()))
