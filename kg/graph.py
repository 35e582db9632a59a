"""Join extractions into one graph: entities are nodes, merged statements are edges.

The graph is a networkx ``MultiDiGraph``; its attribute names are known here alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.copies import mark_copies
from kg.showing import shown_as_html, shown_as_svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

    from kg.model import (
        Argument,
        Article,
        Entity,
        EntityType,
        Extraction,
        Mention,
        Modality,
        Polarity,
        Predicate,
        Provenance,
        Sentence,
        Statement,
    )

__all__ = ["Fact", "Graph", "Node", "build_graph", "node_id"]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity, or a literal: then ``literal`` is true and the id its words."""

    id: str
    label: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    mentions: int = 0
    literal: bool = False
    _repr_html_ = shown_as_html


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge: all readings of one content, in the order in which they were read."""

    statements: tuple[Statement, ...]
    _repr_html_ = shown_as_html

    @property
    def first(self) -> Statement:
        """The first reading; what is equal in all of them can be asked of it."""
        return self.statements[0]

    @property
    def id(self) -> str:
        """The content's id."""
        return self.first.id

    @property
    def subject(self) -> str:
        """The id of the node at which the edge starts."""
        return node_id(self.first.subject)

    @property
    def object(self) -> str:
        """The id of the node at which the edge ends."""
        return node_id(self.first.object)

    @property
    def predicate(self) -> Predicate:
        """The relation."""
        return self.first.predicate

    @property
    def asserted(self) -> bool:
        """Whether an article states it in its own voice as done or so."""
        return self.first.asserted

    @property
    def polarity(self) -> Polarity:
        """Whether it is affirmed or denied."""
        return self.first.polarity

    @property
    def modality(self) -> Modality:
        """How it stands to what happened."""
        return self.first.modality

    @property
    def confidence(self) -> float:
        """The confidence of the surest reading, from 0 to 1."""
        return max(statement.confidence for statement in self.statements)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that say it, each once, in the order read."""
        return tuple(dict.fromkeys(s.article for s in self.statements))


@dataclass(frozen=True, repr=False)
class Graph:
    """A joined graph with the articles and mentions that it rests on.

    ``network`` holds a ``Node`` under "node" at each node and a ``Fact`` under "fact"
    at each edge, whose key is the fact's id. Mentions, sentences and provenance are
    kept by the article's id.
    """

    network: nx.MultiDiGraph[str]
    articles: tuple[Article, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    sentences: Mapping[str, tuple[Sentence, ...]]
    provenance: Mapping[str, Provenance]
    _repr_svg_ = shown_as_svg

    def __repr__(self) -> str:
        return (
            f"<Graph of {len(self.articles)} articles: {len(self.network)} nodes, "
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
            sorted(
                facts,
                key=lambda fact: (
                    order[fact.first.article],
                    fact.first.evidence.span,
                    fact.id,
                ),
            )
        )

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All readings, article by article, in text order."""
        return tuple(s for fact in self.facts for s in fact.statements)

    def support(self, fact: Fact) -> int:
        """Count the articles that say a fact, copies of one as one."""
        originals = {a.id: a.copy_of for a in self.articles if a.copy_of}
        return len({originals.get(key, key) for key in fact.articles})

    def article(self, key: str) -> Article:
        """Give the article with an id; KeyError when there is none."""
        for article in self.articles:
            if article.id == key:
                return article
        raise KeyError(key)

    def node(self, key: str) -> Node:
        """Give the node with an id; KeyError when there is none."""
        found: Node = self.network.nodes[key]["node"]
        return found


def node_id(argument: Argument) -> str:
    """Give the id of an argument's node: the entity's, or the quoted literal."""
    return argument.id if argument.id is not None else f'"{argument.label}"'


def build_graph(extractions: Iterable[Extraction]) -> Graph:
    """Join extractions; the order of the articles does not change the graph."""
    ordered = sorted(extractions, key=lambda extraction: extraction.article.id)
    import networkx as nx  # noqa: PLC0415 - slow, and not all that import this need it

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in _joined_nodes(ordered):
        network.add_node(node.id, node=node)
    for fact in _joined_facts(ordered):
        network.add_edge(fact.subject, fact.object, key=fact.id, fact=fact)
    return Graph(
        network=network,
        articles=mark_copies(e.article for e in ordered),
        mentions={e.article.id: e.mentions for e in ordered},
        sentences={e.article.id: e.sentences for e in ordered},
        provenance={e.article.id: e.provenance for e in ordered},
    )


def _joined_nodes(extractions: list[Extraction]) -> Iterator[Node]:
    nodes: dict[str, Node] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            known = nodes.get(entity.id)
            nodes[entity.id] = _merged(known, entity) if known else _node(entity)
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


def _merged(node: Node, entity: Entity) -> Node:
    aliases = {*node.aliases, *entity.aliases, entity.label} - {node.label}
    return replace(
        node,
        aliases=tuple(sorted(aliases)),
        links=tuple(sorted({*node.links, *entity.links})),
        mentions=node.mentions + entity.mentions,
    )


def _joined_facts(extractions: list[Extraction]) -> Iterator[Fact]:
    readings: dict[str, list[Statement]] = defaultdict(list)
    for extraction in extractions:
        for statement in extraction.statements:
            readings[statement.id].append(statement)
    for statements in readings.values():
        yield Fact(tuple(statements))
