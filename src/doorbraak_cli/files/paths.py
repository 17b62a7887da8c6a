"""Paths as people type them."""

import os.path
from pathlib import Path


def expanded(path: str | Path) -> Path:
    """Give the path with `~` as the user's home; one that names nobody stays as it is, and is then not found."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path.expanduser raises where this leaves the path alone
