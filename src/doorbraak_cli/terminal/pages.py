"""A Markdown report as a page on the screen."""

from rich.console import Console
from rich.markdown import Markdown

WIDEST = 100


def show_markdown(text: str) -> None:
    """Show a report on stdout, without its front matter."""
    console = Console(highlight=False, markup=False, emoji=False)
    body = text.split("\n---\n", 1)[-1]
    console.print(Markdown(body, hyperlinks=False), width=min(console.width, WIDEST))
