"""Did you mean …? The nearest known word to one that is not known."""

from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Give the choice most like the word, or None where none is near; `cutoff` is how near, up to 1."""
    from difflib import get_close_matches  # noqa: PLC0415 - needed only once something is wrong

    return next(iter(get_close_matches(word, list(choices), n=1, cutoff=cutoff)), None)
