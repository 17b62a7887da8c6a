"""The reflection questions and their scales."""

from doorbraak_cli.domain.pack import Pack


def test_fields_of_a_question_with_parts(pack: Pack) -> None:
    """It has an answer field per part, each with an id under the question's own."""
    question = pack.question("sw-meso-5")
    assert question is not None
    assert [question.field_id(part) for part in question.fields] == ["sw-meso-5.a", "sw-meso-5.b"]
    assert [question.kind_of(part) for part in question.fields] == ["open", "extent"]


def test_field_of_a_plain_question(pack: Pack) -> None:
    """It is its own only answer field."""
    question = pack.question("ra-micro-5")
    assert question is not None
    assert [question.field_id(part) for part in question.fields] == ["ra-micro-5"]


def test_words(pack: Pack) -> None:
    """It finds a word by id, and None for one it does not have."""
    hardly = pack.scale("extent").word("hardly")
    assert hardly is not None
    assert hardly.weak
    assert pack.scale("extent").word("nauwelijks") is None
