"""Join extractions into one graph: entities are nodes, merged statements are edges.

The graph is a networkx ``MultiDiGraph``; its attribute names are known here alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from kg.copies import mark_copies
from kg.facts import Fact, Node, node_id
from kg.showing import shown_as_svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from kg.model import (
        Article,
        Entity,
        Extraction,
        Mention,
        Provenance,
        Sentence,
        Span,
        Statement,
    )

__all__ = [
    "ArticleGraph",
    "Fact",
    "Graph",
    "Node",
    "Read",
    "build_graph",
    "join",
    "node_id",
    "part_of",
]


class Read(Protocol):
    """What was read of one article or of many; all but facts by the article's id."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order of their ids."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts, in the order of their first readings."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All readings, fact by fact."""

    @property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """The mentions of each article."""

    @property
    def sentences(self) -> Mapping[str, tuple[Sentence, ...]]:
        """The sentences of each article."""

    @property
    def provenance(self) -> Mapping[str, Provenance]:
        """What made each article's extraction."""


@dataclass(frozen=True, repr=False)
class Graph:
    """A joined graph with the articles and mentions that it rests on.

    ``network`` holds a ``Node`` under "node" at each node and a ``Fact`` under "fact"
    at each edge, whose key is the fact's id. Mentions, sentences and provenance are
    kept by the article's id. ``chosen_from`` counts the articles of the archive of
    which this graph is a part; 0 where it is the whole.
    """

    network: nx.MultiDiGraph[str]
    articles: tuple[Article, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    sentences: Mapping[str, tuple[Sentence, ...]]
    provenance: Mapping[str, Provenance]
    chosen_from: int = 0
    _repr_svg_ = shown_as_svg

    def __repr__(self) -> str:
        count = len(self.articles)
        articles = "1 article" if count == 1 else f"{count} articles"
        return (
            f"<Graph of {articles}: {len(self.network)} nodes, "
            f"{self.network.number_of_edges()} edges>"
        )

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes, by id."""
        return tuple(self.network.nodes[key]["node"] for key in sorted(self.network))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """All edges, in the order of their first readings in the articles."""
        edges = self.network.edges(data=True)
        facts: list[Fact] = [attributes["fact"] for _, _, attributes in edges]
        order = {article.id: n for n, article in enumerate(self.articles)}
        return tuple(
            sorted(facts, key=lambda fact: (order[fact.first.article], *_place(fact)))
        )

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All readings, article by article, in text order."""
        return tuple(s for fact in self.facts for s in fact.statements)

    def support(self, fact: Fact) -> int:
        """Count the articles that say a fact, copies of one as one."""
        articles = self._article_by_id
        return len({articles[key].copy_of or key for key in fact.articles})

    def article(self, key: str) -> Article:
        """Give the article with an id; KeyError when there is none."""
        return self._article_by_id[key]

    def node(self, key: str) -> Node:
        """Give the node with an id; KeyError when there is none."""
        found: Node = self.network.nodes[key]["node"]
        return found

    @cached_property
    def _article_by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """What was read of one article alone, as a graph has it."""

    extraction: Extraction
    facts: tuple[Fact, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The one article."""
        return (self.extraction.article,)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All readings, fact by fact."""
        return tuple(s for fact in self.facts for s in fact.statements)

    @property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """The mentions, by the article's id."""
        return {self.extraction.article.id: self.extraction.mentions}

    @property
    def sentences(self) -> Mapping[str, tuple[Sentence, ...]]:
        """The sentences, by the article's id."""
        return {self.extraction.article.id: self.extraction.sentences}

    @property
    def provenance(self) -> Mapping[str, Provenance]:
        """What made the extraction, by the article's id."""
        return {self.extraction.article.id: self.extraction.provenance}

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes, by id."""
        found = _joined_nodes([self.extraction])
        return tuple(sorted(found, key=lambda node: node.id))


def part_of(extraction: Extraction) -> ArticleGraph:
    """Give what a graph will hold of one article; this costs no network."""
    return ArticleGraph(
        extraction, tuple(sorted(_joined_facts([extraction]), key=_place))
    )


def _place(fact: Fact) -> tuple[Span, str]:
    return fact.first.evidence.span, fact.id


def build_graph(extractions: Iterable[Extraction]) -> Graph:
    """Join extractions; the order of the articles does not change the graph.

    Articles that are copies of others are marked as such.
    """
    extractions = list(extractions)
    marked = {a.id: a for a in mark_copies(e.article for e in extractions)}
    return join(replace(e, article=marked[e.article.id]) for e in extractions)


def join(extractions: Iterable[Extraction], *, chosen_from: int = 0) -> Graph:
    """Join extractions whose copies are marked already."""
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    import networkx as nx  # noqa: PLC0415 - slow, and not all that import this need it

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in _joined_nodes(ordered):
        network.add_node(node.id, node=node)
    for fact in _joined_facts(ordered):
        network.add_edge(fact.subject, fact.object, key=fact.id, fact=fact)
    return Graph(
        network=network,
        articles=tuple(e.article for e in ordered),
        mentions={e.article.id: e.mentions for e in ordered},
        sentences={e.article.id: e.sentences for e in ordered},
        provenance={e.article.id: e.provenance for e in ordered},
        chosen_from=chosen_from,
    )


def _joined_nodes(extractions: list[Extraction]) -> Iterator[Node]:
    nodes: dict[str, Node] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            known, node = nodes.get(entity.id), _node(entity)
            nodes[entity.id] = known.joined(node) if known else node
        for statement in extraction.statements:
            for argument in (statement.subject, statement.object):
                nodes.setdefault(
                    node_id(argument),
                    Node(
                        id=node_id(argument),
                        label=argument.label,
                        type=argument.type,
                        literal=argument.id is None,
                    ),
                )
    yield from nodes.values()


def _node(entity: Entity) -> Node:
    return Node(
        id=entity.id,
        label=entity.label,
        type=entity.type,
        aliases=entity.aliases,
        links=entity.links,
        mentions=entity.mentions,
    )


def _joined_facts(extractions: list[Extraction]) -> Iterator[Fact]:
    readings: dict[str, list[Statement]] = defaultdict(list)
    for extraction in extractions:
        for statement in extraction.statements:
            readings[statement.id].append(statement)
    for statements in readings.values():
        yield Fact(tuple(statements))
