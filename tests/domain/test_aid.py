"""Aids."""

from doorbraak_cli.domain.aid import Aid, CardField, Step
from doorbraak_cli.domain.text import Text

TEXT = Text(nl="x")


def aid(*steps: tuple[str, ...]) -> Aid:
    made = [
        Step(title=TEXT, text=TEXT, fields=tuple(CardField(id=name, kind="line", text=TEXT) for name in names))
        for names in steps
    ]
    return Aid(id="a", title=TEXT, gist=TEXT, when=TEXT, text=TEXT, steps=tuple(made))


def test_fields() -> None:
    """It gives all that is to be filled in, step by step."""
    assert [one.id for one in aid(("b", "a"), (), ("c",)).fields] == ["b", "a", "c"]


def test_aid_that_is_only_read() -> None:
    """It has nothing to fill in where no step asks for anything."""
    assert aid((), ()).fields == aid().fields == ()
