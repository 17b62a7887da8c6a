"""What is due over many cases, as a list with what should have been done before on top."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotations of a model
from typing import TYPE_CHECKING

from doorbraak_cli.domain.due import Due, DueKind  # noqa: TC001 - as above
from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.printable import first_line
from doorbraak_cli.reports.document import Block, Document, Heading, Paragraph, Table, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doorbraak_cli.domain.wording import Wording

_LONGEST = 160  # characters of what people wrote; the rest is in the case


class DueFacts(Model):
    """Something that is due in a case: `case` is how its file is named here, `title` the pseudonym in it.

    `id` is that of the thing it is about, such as "action-2".
    """

    case: str
    title: str
    day: date
    kind: DueKind
    id: str
    number: int
    what: str
    who: str
    overdue: bool


def due_facts(found: Iterable[tuple[str, str, Due]], today: date) -> tuple[DueFacts, ...]:
    """Give what is due, each with the title and the name of its case, the first day first, and per day by title."""
    facts = (
        DueFacts(case=name, title=title, id=due.thing, overdue=due.day < today, **due.model_dump(exclude={"thing"}))
        for title, name, due in found
    )
    return tuple(sorted(facts, key=lambda one: (one.day, one.title.casefold(), one.case)))


def due_list(found: Sequence[DueFacts], until: date, count: int, say: Wording) -> Document:
    """Give what should have been done, and what comes up to and with a day; `count` is how many cases were read."""
    if not found:
        return page(Paragraph(say("due.nothing", date=say.day(until), count=count)))
    overdue, coming = ([one for one in found if one.overdue is late] for late in (True, False))
    title = say("due.coming", date=say.day(until))
    done = [Paragraph(say("due.done"))] if any(one.kind == "action" for one in found) else []
    return page(*_table(say("due.overdue"), overdue, say), *_table(title, coming, say), *done)


def thing_named(kind: DueKind, number: int, say: Wording) -> str:
    """Give what kind of thing is due, with its number where it has one: "actie 2"."""
    name = say(f"due.kind.{kind}")
    return f"{name} {number}" if number else name


def _table(title: str, found: Sequence[DueFacts], say: Wording) -> Iterator[Block]:
    if found:
        yield Heading(2, title)
        header = (say("due.when"), say("due.case"), say("due.what"), say("due.who"))
        yield Table(header, tuple(_row(one, say) for one in found))


def _row(one: DueFacts, say: Wording) -> tuple[str, ...]:
    thing = thing_named(one.kind, one.number, say)
    what = f"{thing} · {first_line(one.what, _LONGEST)}" if one.what else thing
    return say.weekday(one.day), _case(one), what, first_line(one.who, _LONGEST) or say("summary.not-given")


def _case(one: DueFacts) -> str:
    """Give the title of a case, and the name of its file where that is another one."""
    title = first_line(one.title) or one.case
    return title if title.casefold() == one.case.casefold() else f"{title} ({one.case})"
