"""The text of a CSV file, whichever program wrote it."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

_WORKBOOK = b"PK\x03\x04"
_BREAK = re.compile(r"\r\n?")


def text_of(content: bytes) -> str | None:
    """Give the text, each line ended by a newline; None where it is none, such as a workbook of a spreadsheet.

    It is UTF-8 or, where a mark at the start says so, UTF-16; what is neither is taken for Windows' own code page.
    """
    text = None if content.startswith(_WORKBOOK) else _decoded(content)
    return None if text is None or "\0" in text else _BREAK.sub("\n", text)


def _decoded(content: bytes) -> str | None:
    for encoding in _encodings(content):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    return None


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith(codecs.BOM_UTF8):
        return ("utf-8-sig",)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    return ("utf-8", "cp1252")
