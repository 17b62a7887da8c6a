"""Which columns a list of participants can have, by the names that people and programs give them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doorbraak_cli.files.csv_rows import Row

FIELDS = ("safety", "livelihood", "development", "statutory", "bond")
NAMING = ("role", "organisation", "name", "name-part")

# What a column is for: the names it goes by. The first two are the ones we tell people of.
_NAMES = {
    "role": ("rol", "role", "rollen", "roles", "functie", "functies", "functietitel", "function", "jobtitle"),
    # Beside a column for the role this is how somebody is addressed, as in the contacts of a mail program.
    "title": ("titel", "title"),
    "organisation": (
        *("organisatie", "organisation", "organization", "organisaties", "organisations", "organizations"),
        *("instelling", "bedrijf", "company", "afdeling", "department"),
    ),
    "name": (
        *("naam", "name", "namen", "names", "volledige naam", "full name", "deelnemer", "deelnemers"),
        *("attendee", "attendees", "participant", "participants", "genodigde", "genodigden"),
    ),
    "name-part": (
        *("voornaam", "first name", "achternaam", "last name", "tussenvoegsel", "middle name"),
        *("voorletters", "initialen", "initials"),
    ),
    "safety": ("veiligheid", "safety"),
    "livelihood": ("bestaanszekerheid", "livelihood"),
    "development": ("ontwikkeling", "development"),
    "statutory": ("wettelijke taak", "statutory", "statutory task"),
    "bond": ("band", "bond"),
    "dropped": ("aanwezigheid", "attendance", "response", "reactie", "status", "tel", "telnr", "gsm"),
}
_WHOSE = "(?:zakelijke?|work|business|prive|home|other|primary|mobiele?)?"
_CONTACT = re.compile(
    rf"{_WHOSE}e?mail(?:adres|address)?\d?(?:adres|address|type|displayname|weergavenaam)?"
    rf"|{_WHOSE}(?:telefoon|tele?phone|phone|mobiel|mobile)(?:phone|nummer|number|nr)?\d?"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The header of a table, and what each of its columns is for; None for a name that is not known."""

    header: Row
    kinds: tuple[str | None, ...]

    def of(self, *kinds: str | None) -> list[int]:
        """Give the columns of these kinds, kind by kind."""
        return [at for kind in kinds for at, one in enumerate(self.kinds) if one == kind]

    def filled(self, row: Row, *kinds: str | None) -> list[int]:
        """Give those columns of these kinds in which a row has something."""
        return [at for at in self.of(*kinds) if any(row.cells[at : at + 1])]

    def texts(self, row: Row, *kinds: str) -> list[str]:
        """Give what a row has in the columns of these kinds, each text once."""
        return list(dict.fromkeys(row.cells[at] for at in self.filled(row, *kinds)))

    def headers(self, *kinds: str | None) -> tuple[str, ...]:
        """Give the names of the columns of these kinds as they stand, in their order; not of those that have none."""
        return tuple(name for at in sorted(self.of(*kinds)) if (name := self.header.cells[at]))


def columns_of(header: Row) -> Columns | None:
    """Give the columns that a row names, up to the last name; None where it names none that is known."""
    last = max(at for at, name in enumerate(header.cells) if name)
    kinds = [_kind(name) for name in header.cells[: last + 1]]
    if not any(kinds):
        return None
    title = "dropped" if "role" in kinds else "role"
    return Columns(header, tuple(title if kind == "title" else kind for kind in kinds))


def known_names() -> str:
    """Give the names of columns to choose from, in both languages."""
    kinds = ("role", "organisation", "name", *FIELDS)
    return ", ".join(dict.fromkeys(name for language in (0, 1) for kind in kinds for name in [_NAMES[kind][language]]))


def _kind(name: str) -> str | None:
    plain = _plain(name)
    if "@" in name:
        return None
    return "dropped" if _CONTACT.fullmatch(plain) else _KINDS.get(plain)


def _plain(name: str) -> str:
    """Give the letters and figures of a name: no case, accents, spaces or punctuation."""
    return "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if one.isalnum())


_KINDS = {_plain(name): kind for kind, names in _NAMES.items() for name in names}
