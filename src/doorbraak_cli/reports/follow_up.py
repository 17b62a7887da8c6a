"""What weak answers lead to: what may help, what to ask on another level, and which bottlenecks stood in the way."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from doorbraak_cli.domain.links import mirrors_of, recommendations_for
from doorbraak_cli.domain.model import Model
from doorbraak_cli.domain.text import Source  # noqa: TC001 - pydantic reads the annotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doorbraak_cli.domain.pack import Pack
    from doorbraak_cli.domain.question import ReflectionQuestion

    Tags = Mapping[str, tuple[str, ...]]


class RecommendationFacts(Model):
    """A recommendation in short, with where it stands in the guide."""

    id: str
    title: str
    gist: str
    source: Source | None = None


class HelpFacts(Model):
    """A question that was answered weakly, and what may help with it, most helpful first."""

    question: str
    text: str
    recommendations: tuple[RecommendationFacts, ...]


class MirrorFacts(Model):
    """A question for somebody on another level. `bottlenecks` are the ids of those it was asked for, if any."""

    question: str
    level: str
    text: str
    why: str
    bottlenecks: tuple[str, ...] = ()


class BottleneckFacts(Model):
    """A bottleneck that stood in the way, and the questions at which it was ticked. `title` is its id if it is gone."""

    id: str
    title: str
    text: str = ""
    levels: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


class FollowUp(Model):
    """All that the answers lead to; about the professional's own work and the system, never about a family."""

    helps: tuple[HelpFacts, ...] = ()
    mirrors: tuple[MirrorFacts, ...] = ()
    bottlenecks: tuple[BottleneckFacts, ...] = ()


def follow_up(weak: Iterable[str], tags: Tags, pack: Pack, lang: str) -> FollowUp:
    """Give what follows from the ids of the weakly answered questions, and the bottlenecks ticked at some of them."""
    questions = [one for name in weak if (one := pack.question(name))]
    return FollowUp(
        helps=tuple(_help(one, pack, lang) for one in questions if recommendations_for(one, pack)),
        mirrors=tuple(_mirrors(questions, tags, pack, lang)),
        bottlenecks=tuple(_bottlenecks(tags, pack, lang)),
    )


def _help(question: ReflectionQuestion, pack: Pack, lang: str) -> HelpFacts:
    found = tuple(
        RecommendationFacts(id=one.id, title=one.title.pick(lang), gist=one.gist.pick(lang), source=one.source)
        for one in recommendations_for(question, pack)
    )
    return HelpFacts(question=question.id, text=question.text.pick(lang), recommendations=found)


def _mirrors(questions: list[ReflectionQuestion], tags: Tags, pack: Pack, lang: str) -> Iterator[MirrorFacts]:
    """Give the questions for other levels: first those a bottleneck calls for, then those that mirror most answers."""
    # A manager's own "hardly" is no reason to send questions down to professionals.
    levels = {"micro", *(one.level for one in questions)}
    counts = Counter(mirror.id for one in questions for mirror in mirrors_of(one, pack))
    called = {name: _called_for(name, tags, pack) for name in _named(tags, pack)}
    wanted = [one for one in pack.questions if one.level not in levels and (counts[one.id] or called.get(one.id))]
    for one in sorted(wanted, key=lambda one: (one.id not in called, -counts[one.id])):
        yield MirrorFacts(
            question=one.id,
            level=one.level,
            text=one.text.pick(lang),
            why=one.why.pick(lang),
            bottlenecks=called.get(one.id, ()),
        )


def _named(tags: Tags, pack: Pack) -> list[str]:
    """Give the questions that the ticked bottlenecks call for."""
    ticked = {name for names in tags.values() for name in names}
    return [question for one in pack.bottlenecks if one.id in ticked for question in one.questions]


def _called_for(question: str, tags: Tags, pack: Pack) -> tuple[str, ...]:
    ticked = {name for names in tags.values() for name in names}
    return tuple(one.id for one in pack.bottlenecks if one.id in ticked and question in one.questions)


def _bottlenecks(tags: Tags, pack: Pack, lang: str) -> Iterator[BottleneckFacts]:
    """Give the ticked bottlenecks in the order of the pack, then those it no longer has."""
    ticked = {name: None for names in tags.values() for name in names}
    known = [one.id for one in pack.bottlenecks if one.id in ticked]
    for name in [*known, *(one for one in ticked if one not in known)]:
        at = tuple(question for question, names in tags.items() if name in names)
        one = pack.bottleneck(name)
        if one is None:
            yield BottleneckFacts(id=name, title=name, questions=at)
        else:
            told = {"title": one.title.pick(lang), "text": one.text.pick(lang)}
            yield BottleneckFacts(id=name, **told, levels=one.levels, questions=at)
