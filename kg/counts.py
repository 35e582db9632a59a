"""Count what a build made, and what it did not read: in memory that does not grow."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from kg.graph import Graph

__all__ = ["Counts", "SkippedList", "count"]

#: How many skipped things are listed one by one.
_LISTED = 1_000


@dataclass(slots=True)
class SkippedList:
    """The first things that were skipped, and the rest counted by their reasons."""

    listed: list[Skipped] = field(default_factory=list)
    more: Counter[str] = field(default_factory=Counter)

    def add(self, skipped: Skipped) -> None:
        """Take in one thing."""
        if len(self.listed) < _LISTED:
            self.listed.append(skipped)
        elif len(self.more) < _LISTED or skipped.reason in self.more:
            self.more[skipped.reason] += 1
        else:
            self.more["of other kinds"] += 1

    def __len__(self) -> int:
        """Count all."""
        return len(self.listed) + self.more.total()

    def __iter__(self) -> Iterator[Skipped]:
        """Give those that are listed."""
        return iter(self.listed)


@dataclass(slots=True)
class Counts:
    """How many there are of everything; ``others`` by what keeps them from being facts.

    ``named`` counts the entities that are mentioned in a text.
    """

    articles: int = 0
    copies: int = 0
    entities: int = 0
    named: int = 0
    facts: int = 0
    others: Counter[str] = field(default_factory=Counter)
    skipped: SkippedList = field(default_factory=SkippedList)

    def to_plain(self) -> dict[str, Any]:
        """Give all as plain values; ``from_plain`` reads them back."""
        listed = [[s.source, s.reason, s.text] for s in self.skipped.listed]
        return {
            "articles": self.articles,
            "copies": self.copies,
            "entities": self.entities,
            "named": self.named,
            "facts": self.facts,
            "others": dict(self.others),
            "skipped": [listed, dict(self.skipped.more)],
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Counts:
        """Read back what ``to_plain`` gave; errors of many kinds on anything else."""
        listed, more = plain["skipped"]
        first = [Skipped(source, reason, text) for source, reason, text in listed]
        skipped = SkippedList(first, Counter(more))
        numbers = {name: int(plain[name]) for name in _NUMBERS}
        return cls(**numbers, others=Counter(plain["others"]), skipped=skipped)


_NUMBERS = ("articles", "copies", "entities", "named", "facts")


def count(graph: Graph) -> Counts:
    """Count what a graph in memory holds."""
    entities = [node for node in graph.nodes if not node.literal]
    standings = Counter(fact.standing for fact in graph.facts)
    skipped = SkippedList()
    for article in graph.articles:
        for one in article.skipped:
            skipped.add(one)
    return Counts(
        articles=len(graph.articles),
        copies=sum(bool(article.copy_of) for article in graph.articles),
        entities=len(entities),
        named=sum(1 for node in entities if node.mentions),
        facts=standings.pop("", 0),
        others=standings,
        skipped=skipped,
    )
