"""Choose the facts of a graph that a picture shows, best first."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import ceil, log2
from typing import TYPE_CHECKING

import networkx as nx

from kg.diagrams.styles import number, table
from kg.diagrams.view import Form
from kg.model import EntityType, Modality, Polarity
from kg.names import find_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.diagrams.view import DrawOptions
    from kg.graph import Fact, Graph, Node

__all__ = ["Choice", "Ranking", "choose", "rank_facts", "worth_of"]

_WORD = re.compile(r"\w+")
_STEM = 6
_LONGER = 4  # short words of a title are seldom its topic
#: The rows of the table that go by the relation's words.
_KINDS = ("vague", "loose")
_UNNAMED = (EntityType.CONCEPT, EntityType.TIME, EntityType.QUANTITY)


@dataclass(frozen=True, slots=True)
class Choice:
    """The facts that are shown, those of which they are, how many could be drawn."""

    shown: tuple[Fact, ...]
    candidates: tuple[Fact, ...]
    drawable: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """What can be chosen, in the order of the text, and how much each fact is worth.

    ``drawable`` is what the form of the picture can show.
    """

    candidates: tuple[Fact, ...]
    drawable: tuple[Fact, ...]
    worth: Mapping[str, float]


def rank_facts(graph: Graph, options: DrawOptions) -> Ranking:
    """Find what a picture could show, and tell how much each of it is worth."""
    candidates = tuple(_candidates(graph, options))
    nearness = _Nearness(_distances(graph, options))
    own = worth_of(graph)
    worth = {fact.id: own(fact) + nearness(fact) for fact in candidates}
    lines = options.form is Form.NETWORK
    drawable = tuple(
        fact for fact in candidates if fact.first.object.label or not lines
    )
    return Ranking(candidates, drawable, worth)


def choose(ranking: Ranking, *, top: int) -> Choice:
    """Choose the ``top`` facts most worth showing, in the order of the text.

    What is no fact keeps a fair share, and in it claims and denials. In a network facts
    without an object have no line to draw and are not shown.
    """
    ranked = sorted(ranking.drawable, key=lambda fact: -ranking.worth[fact.id])
    share = ceil(top * number("choice", "claims"))
    others = [fact for fact in ranked if not fact.asserted]
    claims = [fact for fact in others if fact.modality is Modality.ACTUAL]
    denials = [fact for fact in others if fact.polarity is Polarity.NEGATIVE]
    picked = _Picked(ranking.worth)
    for facts, most in (
        (claims, share // 5),
        (denials, share // 5 * 2),
        (others, share),
        (ranked, top),
    ):
        picked.fill(facts, most)
    return Choice(
        tuple(fact for fact in ranking.drawable if fact.id in picked.chosen),
        ranking.candidates,
        len(ranking.drawable),
    )


def _candidates(graph: Graph, options: DrawOptions) -> Iterable[Fact]:
    facts = graph.facts
    if options.form is Form.SPEAKERS:
        facts = tuple(fact for fact in facts if fact.first.attribution)
    if options.form is Form.TIMELINE:
        facts = tuple(
            fact for fact in facts if fact.first.time and fact.first.time.value
        )
    if options.facts_only:
        facts = tuple(fact for fact in facts if fact.asserted)
    if options.about is None:
        return facts
    near = _distances(graph, options)
    if options.form is Form.SPEAKERS:
        speaker = find_node(graph, options.about).id
        return (
            fact
            for fact in facts
            if fact.first.attribution and fact.first.attribution.id == speaker
        )
    return (
        fact
        for fact in facts
        if fact.subject in near
        and fact.object in near
        and min(near[fact.subject], near[fact.object]) < options.hops
    )


def _distances(graph: Graph, options: DrawOptions) -> dict[str, int]:
    """Count the lines between the entity in question and what is near it."""
    if options.about is None:
        return {}
    plain = nx.Graph(graph.network)
    start = find_node(graph, options.about).id
    distances: dict[str, int] = nx.single_source_shortest_path_length(
        plain, start, cutoff=options.hops
    )
    return distances


class _Nearness:
    """Prefer what is near the entity in question."""

    def __init__(self, distances: dict[str, int]) -> None:
        self.distances = distances

    def __call__(self, fact: Fact) -> float:
        if not self.distances:
            return 0.0
        ends = (fact.subject, fact.object)
        return -4.0 * min(self.distances.get(end, 9) for end in ends)


class _Topic:
    """Prefer what the titles of the articles speak of."""

    def __init__(self, graph: Graph) -> None:
        self.words = {
            article.id: frozenset(_stems(article.title, least=_LONGER))
            for article in graph.articles
        }

    def __call__(self, fact: Fact) -> float:
        title = self.words[fact.first.article]
        ends = (fact.first.subject.label, fact.first.object.label)
        relation = fact.predicate.label
        hits = sum(not title.isdisjoint(_stems(part)) for part in (*ends, relation))
        return hits * number("choice", "title")


def _stems(text: str, least: int = 3) -> Iterator[str]:
    """Give the longer words of a text, without what is often an ending."""
    words = _WORD.findall(text.casefold())
    return (word.rstrip("s")[:_STEM] for word in words if len(word) >= least)


def worth_of(graph: Graph) -> Callable[[Fact], float]:
    """Make what tells how much a fact is worth showing, by the weights of the table."""
    topical = _Topic(graph)
    return lambda fact: _worth(fact, graph) + topical(fact)


def _worth(fact: Fact, graph: Graph) -> float:
    ends = (fact.subject, fact.object)
    return (
        fact.confidence
        + sum(number("choice", reason) for reason in _reasons(fact, graph))
        + number("choice", "again") * log2(len(fact.statements))
        + sum(_worth_of_end(graph.node(end), graph.network.degree(end)) for end in ends)
    )


def _reasons(fact: Fact, graph: Graph) -> Iterator[str]:
    """Name the rows of the table that hold for a fact as a whole."""
    label, rates = fact.predicate.label, table("choice")
    target = graph.node(fact.object)
    weak = [kind for kind in _KINDS if label in rates[f"{kind}_words"]]
    yield from weak
    if fact.asserted:
        yield "asserted"
    if fact.polarity is Polarity.NEGATIVE:
        yield "denied"
    if fact.modality is Modality.ACTUAL:
        yield "claim"
    if fact.first.sentence < rates["lead_sentences"] and not weak:
        yield "lead"
    if fact.first.content and (target.literal or target.type is EntityType.GROUP):
        yield "saying"
    if not set(_stems(label)).isdisjoint(_stems(target.label)):
        yield "echo"


def _worth_of_end(node: Node, degree: int) -> float:
    seen = number("choice", "mention") * log2(1 + max(node.mentions, degree))
    if node.literal:
        long = len(node.label) > number("choice", "long")
        return number("choice", "long_literal" if long else "literal")
    if node.type is EntityType.GROUP:
        return seen + number("choice", "group")
    return seen + number("choice", "concept" if node.type in _UNNAMED else "named")


class _Picked:
    """Take the best facts one by one; what joins those taken is worth more."""

    def __init__(self, worth: Mapping[str, float]) -> None:
        rates = table("choice")
        self.worth = worth
        self.by_new_names = (rates["known"], rates["new_name"], rates["apart"])
        self.for_shared: float = rates["shared"]
        self.for_crowd: float = rates["crowd"]
        self.chosen: set[str] = set()
        self.ends: set[str] = set()
        self.labels: set[tuple[str, ...]] = set()
        self.articles: Counter[str] = Counter()

    def fill(self, ranked: list[Fact], most: int) -> None:
        """Take facts until so many are taken; far below the best none is looked at."""
        left = [fact for fact in ranked if fact.id not in self.chosen][: 20 * most]
        while left and len(self.chosen) < most:
            best = max(left, key=self._rate)
            left.remove(best)
            self.chosen.add(best.id)
            self.ends |= {best.subject, best.object}
            self.labels.update(_labels(best))
            self.articles[best.first.article] += 1

    def _rate(self, fact: Fact) -> float:
        new = len({fact.subject, fact.object} - self.ends)
        shared = not self.labels.isdisjoint(_labels(fact))
        # In one article all facts lose equally much by the crowd.
        crowd: int = self.articles[fact.first.article]
        bonus: float = self.by_new_names[new] + crowd * self.for_crowd
        return self.worth[fact.id] + bonus + shared * self.for_shared


def _labels(fact: Fact) -> tuple[tuple[str, ...], ...]:
    """Give what a line of this fact could have in common with another's."""
    kind = (fact.predicate.label, fact.polarity, fact.modality)
    return (*kind, "from", fact.subject), (*kind, "to", fact.object)
