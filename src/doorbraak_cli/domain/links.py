"""What belongs to a question: the recommendations and aids that help with it, and the questions that mirror it."""

from collections.abc import Iterable

from doorbraak_cli.domain.aid import Aid
from doorbraak_cli.domain.pack import Pack
from doorbraak_cli.domain.question import ReflectionQuestion
from doorbraak_cli.domain.recommendation import Recommendation

AT_MOST = 3
"""How many recommendations, and how many aids, are shown with one question."""


def recommendations_for(question: ReflectionQuestion, pack: Pack) -> tuple[Recommendation, ...]:
    """Give the recommendations that help with a question, most helpful first, three at the most."""
    found = (pack.recommendation(one) for one in question.recommendations)
    return tuple(one for one in found if one)[:AT_MOST]


def aids_for(recommendations: Iterable[Recommendation], pack: Pack) -> tuple[Aid, ...]:
    """Give the aids that go with these recommendations, each once."""
    named = dict.fromkeys(aid for one in recommendations for aid in one.aids)
    return tuple(aid for one in named if (aid := pack.aid(one)))


def mirrors_of(question: ReflectionQuestion, pack: Pack) -> tuple[ReflectionQuestion, ...]:
    """Give the questions that mirror this one, in the order of the pack, whichever of the two names the other."""
    return tuple(one for one in pack.questions if one.id in question.mirrors or question.id in one.mirrors)
