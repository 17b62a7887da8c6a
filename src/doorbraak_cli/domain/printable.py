"""Text that is safe to show, whatever characters it holds."""

import re

_SYMBOLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"} | {0x7F: "\u2421"}
_NAMED = re.compile("[\x80-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """Give the text with every control character as a symbol, so that it can be shown and never acts.

    C0 controls become Unicode's control pictures; C1 controls, line and paragraph separators, direction overrides,
    lone surrogates and what is no character become their code, such as `<U+202E>`. Newline and tab stay; CR LF and CR
    become a newline.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NAMED.sub(lambda match: f"<U+{ord(match.group()):04X}>", lines.translate(_SYMBOLS))


def capital(text: str) -> str:
    """Give the text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def first_line(text: str, width: int = 60) -> str:
    """Give the start of a text on one line of at most `width` characters, with an ellipsis where it was cut."""
    flat = " ".join(visible(text[: width * 4]).split())
    return flat if len(flat) <= width and len(text) <= width * 4 else flat[: width - 1].rstrip() + "…"
