"""Did you mean …?"""

from doorbraak_cli.domain.near import nearest


def test_nearest() -> None:
    """It finds the word that was meant."""
    assert nearest("larglly", ["hardly", "largely", "fully"]) == "largely"


def test_nothing_near() -> None:
    """It finds nothing where nothing is like it."""
    assert nearest("zzz", ["hardly", "largely"]) is None
