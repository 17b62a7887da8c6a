"""Showing pages of the guide, the same way in every command that does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.cli.results import print_bytes, print_text, screen_width
from doorbraak_cli.renderers import listing, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from doorbraak_cli.cli.settings import Settings
    from doorbraak_cli.domain.model import Model
    from doorbraak_cli.reports.document import Document


def show(document: Document, settings: Settings) -> None:
    """Show a page as text; with --plain nothing stands side by side."""
    print_text(plain_text.render(document, screen_width(), side_by_side=not settings.plain))


def show_or_list(items: Iterable[Model], page: Callable[[], Document], settings: Settings, *, as_json: bool) -> None:
    """Show a page, or give the items it is about as JSON."""
    if as_json:
        print_bytes(listing.render(items))
    else:
        show(page(), settings)
