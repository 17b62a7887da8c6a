"""Where the shipped content is."""

from pathlib import Path

SHIPPED = ("principles", "questions")
"""The folders of the shipped content."""

_PACKAGE = Path(__file__).resolve().parent.parent


def content_root() -> Path:
    """Give the folder that holds principles/, questions/ and cases/.

    In an installed wheel that is inside the package, in a checkout it is the top of the repository.
    """
    inside = _PACKAGE / "content"
    return inside if inside.is_dir() else _PACKAGE.parent.parent


def yaml_files(folder: Path) -> list[Path]:
    """Give the YAML files below a folder, but for hidden ones, in an order that is always the same."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in {".yaml", ".yml"})
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))
