"""Write a page for every blind spot to docs/blind-spots, from the same text that `doorbraak explain` shows.

Usage: make_blind_spots.py [--check]     --check writes nothing and exits 1 when a page is stale, missing or left over.
"""

import sys
from pathlib import Path

from doorbraak_cli.domain.wording import LANGUAGES
from doorbraak_cli.files import packs, wordings
from doorbraak_cli.renderers import markdown
from doorbraak_cli.reports.blind_spots import goes_as, spot_page

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "blind-spots"


def pages() -> dict[str, str]:
    """Give every page by its file name: Dutch first, English below it, and an index."""
    pack = packs.load()
    says = [wordings.load(lang) for lang in LANGUAGES]
    found = {}
    for spot in pack.blind_spots:
        parts = [markdown.body(spot_page(spot, pack, say, goes_as(spot, say))) for say in says]
        found[f"{spot.code}.md"] = "\n\n---\n\n".join(part.strip() for part in parts) + "\n"
    lines = [f"- [{one.code}]({one.code}.md) {one.title.nl} / {one.title.en}" for one in pack.blind_spots]
    intro = "Made from principles/blind-spots by `make reference`; change the texts there, not these pages."
    found["README.md"] = "\n".join(["# Blinde vlekken / Blind spots", "", intro, "", *lines, ""])
    return found


def main() -> int:
    """Write or check the pages and give the exit code."""
    wanted = pages()
    there = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")} if FOLDER.is_dir() else {}
    if "--check" in sys.argv:
        return int(there != wanted)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in there.keys() - wanted.keys():
        (FOLDER / name).unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
