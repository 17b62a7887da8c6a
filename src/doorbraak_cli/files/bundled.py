"""Where the shipped content is."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def content_root() -> Path:
    """Give the folder that holds principles/, questions/ and cases/.

    In an installed wheel that is inside the package, in a checkout it is the top of the repository.
    """
    inside = _PACKAGE / "content"
    return inside if inside.is_dir() else _PACKAGE.parent.parent
