"""A digest inside a report, by which a later run sees that a file is ours and that nobody changed it since."""

from __future__ import annotations

import hashlib
import re

UNSEALED = "0" * 64
_SEAL = re.compile(r'^ *"?digest"?: "([0-9a-f]{64})"', re.MULTILINE)


def seal(text: str) -> str:
    """Give the text with its first digest line filled in."""
    return _with(text, _digest(text))


def is_sealed(content: bytes) -> bool:
    """Tell whether this is a report as we wrote it, down to the last character."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    found = _SEAL.search(text)
    return found is not None and _digest(_with(text, UNSEALED)) == found.group(1)


def _with(text: str, digest: str) -> str:
    """Put a digest in the first digest line, and nowhere else: what people typed may look like one."""
    found = _SEAL.search(text)
    return text if found is None else text[: found.start(1)] + digest + text[found.end(1) :]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
