"""Part a joined graph into the graphs of its articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.graph import build_graph
from kg.model import Entity, Extraction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph import Graph, Node
    from kg.model import Statement

__all__ = ["extractions", "split"]


def split(graph: Graph) -> Iterator[tuple[str, Graph]]:
    """Give each article's id with the graph of that article alone, in their order."""
    for extraction in extractions(graph):
        yield extraction.article.id, build_graph([extraction])


def extractions(graph: Graph) -> Iterator[Extraction]:
    """Give what was read of each article, as the joined graph has it.

    An entity has its joined name and aliases in every article that speaks of it; one
    that none speaks of goes to the first.
    """
    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement in graph.statements:
        statements[statement.article].append(statement)
    nodes = {node.id: node for node in graph.nodes if not node.literal}
    left = dict(nodes)
    found = []
    for article in graph.articles:
        mentions = graph.mentions.get(article.id, ())
        own = sorted(_ids(statements[article.id]) | {m.entity for m in mentions})
        for key in own:
            left.pop(key, None)
        counts = Counter(mention.entity for mention in mentions)
        found.append([(key, counts[key]) for key in own if key in nodes])
    if found:
        found[0] = sorted([*found[0], *((key, 0) for key in left)])
    for article, counted in zip(graph.articles, found, strict=True):
        yield Extraction(
            article=article,
            sentences=graph.sentences.get(article.id, ()),
            entities=tuple(_entity(nodes[key], count) for key, count in counted),
            mentions=graph.mentions.get(article.id, ()),
            statements=tuple(statements[article.id]),
            provenance=graph.provenance[article.id],
        )


def _ids(statements: list[Statement]) -> set[str]:
    found = set()
    for statement in statements:
        said, place = statement.attribution, statement.place
        found |= {statement.subject.id, statement.object.id}
        found |= {role.id for role in statement.arguments}
        found |= {said.id if said else None, place.id if place else None}
    return {key for key in found if key is not None}


def _entity(node: Node, count: int) -> Entity:
    return Entity(
        id=node.id,
        label=node.label,
        type=node.type,
        aliases=node.aliases,
        links=node.links,
        mentions=count,
    )
