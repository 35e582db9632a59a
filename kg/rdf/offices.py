"""Say offices as roles of schema.org too: who is affiliated with whom, as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import vocabulary as v
from kg.rdf.iri import hashed, iri
from kg.rdf.relations import mapping_of, words_of
from kg.rdf.turtle import english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph import Fact
    from kg.rdf.turtle import Block

__all__ = ["office_blocks"]

#: Properties of Wikidata under which offices fall: position held, chairperson, chief
#: executive officer, director or manager.
_OFFICES = {"wdt:P39", "wdt:P488", "wdt:P169", "wdt:P1037"}


def office_blocks(facts: Iterable[Fact]) -> Iterator[Block]:
    """Describe each office that is asserted of somebody as an OrganizationRole.

    As schema.org has it, the role stands between the two ends of one property.
    """
    for fact in facts:
        first, relation = fact.first, fact.predicate.id
        if not (fact.asserted and _OFFICES & set(mapping_of(relation).broader)):
            continue
        if first.subject.id is None or first.object.id is None:
            continue
        role = f"<role/{hashed(first.subject.id, relation, first.object.id)}>"
        yield iri("entity", first.subject.id), [(v.AFFILIATION, [role])]
        yield (
            role,
            [
                ("a", [v.OFFICE]),
                (v.AFFILIATION, [iri("entity", first.object.id)]),
                (v.ROLE_NAME, [english(words_of(relation).rpartition(" ")[0])]),
                (v.WAS_DERIVED_FROM, [iri("statement", fact.id)]),
            ],
        )
