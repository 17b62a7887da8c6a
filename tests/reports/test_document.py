"""Neutral blocks."""

from __future__ import annotations

import pytest

from doorbraak_cli.reports.document import Document, Heading, Paragraph, labelled, page


@pytest.mark.parametrize(
    ("label", "shown"),
    [("Rol", "Rol:"), ("Lukt het?", "Lukt het?"), ("Zo:", "Zo:"), ("Klaar.", "Klaar."), ("Nu!", "Nu!"), ("En…", "En…")],
)
def test_labelled(label: str, shown: str) -> None:
    """It puts a colon after a label, unless that ends a sentence by itself."""
    assert labelled(label) == shown


def test_page() -> None:
    """It makes a document of blocks, without facts for machines."""
    assert page(Heading(1, "x"), Paragraph("y")) == Document({}, (Heading(1, "x"), Paragraph("y")))
