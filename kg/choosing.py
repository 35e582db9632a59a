"""Choose of an archive what a picture and a page can hold: what most articles tell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.copies import Place
    from kg.model import Extraction
    from kg.shares import FactShare

__all__ = ["ARTICLES", "FACTS", "READINGS", "Chooser", "part_in"]

#: The most that is chosen; a graph that is within all three is taken whole.
ARTICLES, FACTS, READINGS = 200, 5_000, 20_000
#: How many articles tell it, is it asserted, how sure is it; then what comes first.
_Rank: TypeAlias = tuple[int, bool, float, int, int, int, str]


@dataclass(slots=True)
class Chooser:
    """Keep the facts of the first rank, and where the articles lie that tell them."""

    articles: int = 0
    facts: int = 0
    readings: int = 0
    _best: list[tuple[_Rank, Place]] = field(default_factory=list)
    _first: list[Place] = field(default_factory=list)

    def add_article(self, place: Place) -> None:
        """Count an article."""
        self.articles += 1
        if self.articles <= ARTICLES:
            self._first.append(place)

    def add(self, fact: FactShare, support: int, number: int, place: Place) -> None:
        """Count a fact that so many articles tell, first the one of this number."""
        self.facts += 1
        self.readings += fact.readings
        rank: _Rank = (
            support,
            not fact.standing,
            fact.confidence,
            -number,
            -fact.start,
            -fact.end,
            fact.id,
        )
        if len(self._best) < FACTS:
            heappush(self._best, (rank, place))
        else:
            heappushpop(self._best, (rank, place))

    @property
    def whole(self) -> bool:
        """Tell whether all can be taken."""
        return (
            self.articles <= ARTICLES
            and self.facts <= FACTS
            and self.readings <= READINGS
        )

    def chosen(self) -> Mapping[Place, frozenset[str] | None]:
        """Give the places of the articles that are taken, and which of their facts.

        None stands for all facts.
        """
        if self.whole:
            return dict.fromkeys(self._first)
        places: dict[Place, None] = {}
        ids = set()
        for rank, place in sorted(self._best, reverse=True):
            if place in places or len(places) < ARTICLES:
                places[place] = None
                ids.add(rank[-1])
        return dict.fromkeys(places, frozenset(ids))


def part_in(extraction: Extraction, facts: frozenset[str] | None) -> Extraction:
    """Give what an extraction has of some facts, and of all that they speak of."""
    if facts is None:
        return extraction
    statements = tuple(s for s in extraction.statements if s.id in facts)
    ends = {end.id for s in statements for end in (s.subject, s.object)}
    ends |= {s.attribution.id for s in statements if s.attribution}
    ends |= {s.place.id for s in statements if s.place}
    ends |= {role.id for s in statements for role in s.arguments}
    return replace(
        extraction,
        statements=statements,
        entities=tuple(e for e in extraction.entities if e.id in ends),
        mentions=tuple(m for m in extraction.mentions if m.entity in ends),
    )
