"""Gather what has an order of its own in the files, whichever article tells it."""

from __future__ import annotations

from array import array
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kg.facts import Node
from kg.kinds import EntityType
from kg.shares import NodeShare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.shares import FactShare, Share
    from kg.sorting import Sorter

__all__ = ["Rows"]


class Rows:
    """Rows of entities, times, literals and plain facts, and some names.

    If ``own`` is given, it gets the entities of each article as all of them name them.
    """

    def __init__(
        self, sorter: Callable[[str], Sorter[Any]], own: Sorter[Any] | None = None
    ) -> None:
        self._own = own
        self.triples = sorter("triples")
        self.times = sorter("times")
        self.literals = sorter("literals")
        self._nodes = sorter("nodes")
        self.relations: set[str] = set()
        self.publishers: set[str] = set()
        self.programs: set[str] = set()

    def add_article(self, share: Share, number: int) -> None:
        """Take in all of an article but its facts."""
        for key, *names in share.nodes:
            self._nodes.add((key, number, *names))
        for time in share.times:
            self.times.add(tuple(time))
        for literal in share.literals:
            self.literals.add(tuple(literal))
        self.programs.add(share.program)
        if share.publisher:
            self.publishers.add(share.publisher)

    def add_fact(self, fact: FactShare) -> None:
        """Take in a fact of all articles that tell it."""
        self.relations.add(fact.relation)
        if fact.triple:
            self.triples.add(tuple(fact.triple))

    def nodes(self) -> Iterator[Node]:
        """Give each entity with what all articles have for it.

        On the way ``own`` gets those of each article, by the article's number.
        """
        for key, rows in groupby(self._nodes, key=itemgetter(0)):
            node: Node | None = None
            numbers = array("Q")
            for row in rows:
                numbers.append(row[1])
                share = NodeShare(key, *row[2:])
                if node is None:
                    node = _node(share)
                elif share.named:
                    node = node.joined(_node(share))
            if node is None:
                continue
            yield node
            if self._own is not None:
                own = node.label, str(node.type), [*node.aliases], [*node.links]
                for number in numbers:
                    self._own.add((number, key, *own))


def _node(share: NodeShare) -> Node:
    return Node(
        id=share.id,
        label=share.label,
        type=EntityType(share.type),
        aliases=tuple(share.aliases),
        links=tuple(share.links),
        mentions=share.mentions,
    )
