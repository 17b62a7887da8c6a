r"""JSON that reads as text and never acts: accents and emoji as they are, what could steer a screen as `\uXXXX`."""

from __future__ import annotations

import json
import re

# DEL and C1 controls, line and paragraph separators, marks and overrides of direction, byte order marks, half
# surrogates and what is no character. The C0 controls json escapes itself.
_ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")


def as_json(data: object, indent: int | None = None) -> str:
    """Give the data as JSON; reading it back gives the same data. One line where no indent is asked for."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _ACTING.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
