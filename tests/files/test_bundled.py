"""The shipped content is found, in a checkout and in an installed wheel."""

from doorbraak_cli.files.bundled import content_root


def test_content_root() -> None:
    """It holds principles, questions and the cases of the demo."""
    found = {name: len(list((content_root() / name).rglob("*.yaml"))) for name in ("principles", "questions", "cases")}
    assert found["principles"] >= 4
    assert found["questions"] >= 11
    assert found["cases"] >= 2
