"""What is looked up: terms in plain words, and the products and publications that stand beside the guide."""

from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Id, Source, Text


class Term(Model):
    """A term and one plain sentence on it; `stands_for` is an abbreviation in full.

    `source` is there where the guide itself says what it is.
    """

    id: Id
    term: Text
    stands_for: Text | None = None
    text: Text
    source: Source | None = None


class Product(Model):
    """Something to read on in, and what it is for."""

    id: Id
    title: Text
    text: Text
    source: Source | None = None
