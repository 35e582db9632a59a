"""Write a graph as Turtle: facts first, each thing once, the same bytes every time."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kg.rdf.iri import checked_base
from kg.rdf.offices import office_blocks
from kg.rdf.statements import (
    entity_blocks,
    fact_blocks,
    fact_triple,
    literal_blocks,
    reading_blocks,
    relation_blocks,
    statement_blocks,
)
from kg.rdf.texts import (
    article_blocks,
    program_block,
    publisher_block,
    run_blocks,
    span_blocks,
)
from kg.rdf.times import time_blocks, time_rows
from kg.rdf.turtle import Section, prefix_lines, written
from kg.vocabulary import DEFAULT_BASE, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.graph import Fact, Graph
    from kg.rdf.statements import Triple
    from kg.rdf.turtle import Block

__all__ = [
    "HEADINGS",
    "facts_lines",
    "opening",
    "sections",
    "to_facts",
    "to_turtle",
    "turtle_lines",
]

#: The parts of a file, in their order.
HEADINGS: Mapping[str, str] = {
    "facts": "facts: what the articles themselves state",
    "entities": "entities",
    "relations": "relations",
    "offices": "offices as roles of schema.org",
    "statements": "statements: asserted or not",
    "readings": "readings: the place of each statement",
    "times": "times",
    "literals": "words that name no entity",
    "articles": "articles",
    "spans": "spans of text: sentences, evidence, mentions",
    "runs": "runs of kg",
}
_FACT_PREFIXES = ("ent", "kg", "rel", "rdfs", "schema", "skos", "time", "wd", "xsd")


def to_turtle(graph: Graph, *, base: str = DEFAULT_BASE) -> str:
    """Give all that a graph holds as Turtle; ``from_turtle`` reads it back."""
    return "".join(turtle_lines(graph, base=base))


def to_facts(graph: Graph, *, base: str = DEFAULT_BASE) -> str:
    """Give the entities and the plain facts alone as Turtle."""
    return "".join(facts_lines(graph, base=base))


def turtle_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give the text of ``to_turtle`` piece by piece, so that it need not fit memory."""
    yield from opening(base)
    yield from written(sections(graph))


def facts_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give the text of ``to_facts`` piece by piece."""
    yield from opening(base, facts_only=True)
    yield from written(_fact_sections(graph))


def opening(base: str = DEFAULT_BASE, *, facts_only: bool = False) -> Iterator[str]:
    """Give the first lines of a file: its base and prefixes."""
    known = prefixes(checked_base(base))
    if facts_only:
        known = {name: known[name] for name in _FACT_PREFIXES}
    yield from prefix_lines(known.items(), base)


def sections(graph: Graph) -> Iterator[Section]:
    """Give all that a graph says, facts first, provenance last."""
    facts = graph.facts
    statements = (statement for fact in facts for statement in fact.statements)
    relations = (fact.predicate.id for fact in facts)
    times = sorted(set(time_rows(s.time for s in statements if s.time)))
    publishers = sorted({a.publisher for a in graph.articles if a.publisher})
    programs = sorted({run.kg for run in graph.provenance.values()})
    blocks: dict[str, Iterable[Block]] = {
        "facts": fact_blocks(_triples(facts)),
        "entities": entity_blocks(graph.nodes),
        "relations": relation_blocks(relations),
        "offices": office_blocks(facts),
        "statements": statement_blocks(facts, graph.provenance),
        "readings": reading_blocks(facts),
        "times": time_blocks(times),
        "literals": literal_blocks(facts),
        "articles": chain(
            article_blocks(graph.articles), map(publisher_block, publishers)
        ),
        "spans": span_blocks(graph, facts),
        "runs": chain(run_blocks(graph), map(program_block, programs)),
    }
    return (Section(heading, blocks[name]) for name, heading in HEADINGS.items())


def _fact_sections(graph: Graph) -> Iterator[Section]:
    yield Section(HEADINGS["facts"], fact_blocks(_triples(graph.facts)))
    yield Section(HEADINGS["entities"], entity_blocks(graph.nodes))


def _triples(facts: Iterable[Fact]) -> list[Triple]:
    return sorted({triple for fact in facts if (triple := fact_triple(fact))})
