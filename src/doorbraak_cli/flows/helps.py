"""What helps with a question, as it is shown beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorbraak_cli.domain.links import AT_MOST
from doorbraak_cli.flows.prompter import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doorbraak_cli.domain.aid import Aid
    from doorbraak_cli.domain.recommendation import Recommendation
    from doorbraak_cli.domain.wording import Wording


def helps(recommendations: Sequence[Recommendation], aids: Sequence[Aid], say: Wording) -> tuple[Section, ...]:
    """Give the recommendations and aids that go with a question; nothing where there are none."""
    lang = say.lang
    titles = tuple(f"{one.title.pick(lang)} ({one.id})" for one in recommendations)
    told = tuple(f"{one.title.pick(lang)}: {one.gist.pick(lang)}" for one in recommendations)
    ways = tuple(f"{one.title.pick(lang)} ({say.program} aid {one.id})" for one in aids[:AT_MOST])
    sections = (Section(say("prompt.helps"), told, titles), Section(say("prompt.aids"), ways, ways))
    return tuple(one for one in sections if one.lines)
