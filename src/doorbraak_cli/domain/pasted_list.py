"""Roles out of a list that somebody pasted: lines of a note, or the addressees of a message."""

import re

# A semicolon between quotes ends nothing; a quote that is never closed is a character like any other.
_PIECE = re.compile(r'(?:"[^"]*"|[^;])+')
_BULLET = re.compile(r"\A(?:[-*\u2022\u2013\u2014]|[0-9]{1,3}[.)])(?: |\Z)")
_BETWEEN_ANGLES = re.compile(r"<[^<>@]*@[^<>]*>")
_BARE = re.compile(r"[(\[<]?(?:mailto:)?(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w[)\]>]?")
_LOOSE_ENDS = " ,:|/-\u2013\u2014"
# Straight quotes, the curly ones of English and Dutch, and guillemets.
_PAIRS = ('""', "''", "\u201c\u201d", "\u2018\u2019", "\u201e\u201d", "\u201e\u201c", "«»")


def roles_in(text: str) -> list[str]:
    """Give what stands on each line, or between semicolons, as `role_in` gives it; what is empty is left out."""
    pieces = (piece for line in text.splitlines() for piece in _PIECE.findall(line))
    return [role for piece in pieces if (role := role_in(piece))]


def role_in(piece: str) -> str:
    """Give one item of a list on one line, without its bullet or number, e-mail addresses and quotes around it.

    An address stays where nothing else stands beside it, so that it can still be seen who was meant.
    """
    role = _BULLET.sub("", " ".join(piece.split()))
    for form in (_BETWEEN_ANGLES, _BARE):
        role = _without(form, role)
    return _unquoted(role.strip("<>") if _BARE.fullmatch(role) else role)


def _without(form: re.Pattern[str], role: str) -> str:
    rest = form.sub(" ", role)
    return " ".join(rest.split()).strip(_LOOSE_ENDS) if rest != role and re.search(r"\w", rest) else role


def _unquoted(role: str) -> str:
    inner = role[1:-1]
    if role[:1] + role[-1:] not in _PAIRS or {role[0], role[-1]} & set(inner):
        return role
    return inner.strip()
