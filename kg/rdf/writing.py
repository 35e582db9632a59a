"""Write a graph as Turtle: facts first, each thing once, the same bytes every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.rdf.iri import checked_base
from kg.rdf.offices import office_blocks
from kg.rdf.statements import (
    entity_blocks,
    fact_blocks,
    literal_blocks,
    reading_blocks,
    relation_blocks,
    statement_blocks,
)
from kg.rdf.texts import article_blocks, run_blocks, span_blocks
from kg.rdf.times import time_blocks
from kg.rdf.turtle import Section, prefix_lines, written
from kg.vocabulary import DEFAULT_BASE, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph import Fact, Graph

__all__ = ["facts_lines", "sections", "to_facts", "to_turtle", "turtle_lines"]

_FACT_PREFIXES = ("ent", "kg", "rel", "rdfs", "schema", "skos", "time", "wd", "xsd")


def to_turtle(graph: Graph, *, base: str = DEFAULT_BASE) -> str:
    """Give all that a graph holds as Turtle; ``from_turtle`` reads it back."""
    return "".join(turtle_lines(graph, base=base))


def to_facts(graph: Graph, *, base: str = DEFAULT_BASE) -> str:
    """Give the entities and the plain facts alone as Turtle."""
    return "".join(facts_lines(graph, base=base))


def turtle_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give the text of ``to_turtle`` piece by piece, so that it need not fit memory."""
    yield from _document(sections(graph), prefixes(checked_base(base)), base)


def facts_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give the text of ``to_facts`` piece by piece."""
    known = prefixes(checked_base(base))
    used = {name: known[name] for name in _FACT_PREFIXES}
    yield from _document(_fact_sections(graph, graph.facts), used, base)


def sections(graph: Graph) -> Iterator[Section]:
    """Give all that a graph says, facts first, provenance last."""
    facts = graph.facts
    yield from _fact_sections(graph, facts)
    yield Section("relations", relation_blocks(facts))
    yield Section("offices as roles of schema.org", office_blocks(facts))
    yield Section(
        "statements: asserted or not", statement_blocks(facts, graph.provenance)
    )
    yield Section("readings: the place of each statement", reading_blocks(facts))
    readings = (statement for fact in facts for statement in fact.statements)
    yield Section("times", time_blocks(s.time for s in readings if s.time))
    yield Section("words that name no entity", literal_blocks(facts))
    yield Section("articles", article_blocks(graph))
    yield Section(
        "spans of text: sentences, evidence, mentions", span_blocks(graph, facts)
    )
    yield Section("runs of kg", run_blocks(graph))


def _fact_sections(graph: Graph, facts: Iterable[Fact]) -> Iterator[Section]:
    yield Section("facts: what the articles themselves state", fact_blocks(facts))
    yield Section("entities", entity_blocks(graph))


def _document(
    parts: Iterable[Section], known: dict[str, str], base: str
) -> Iterator[str]:
    yield from prefix_lines(known.items(), base)
    yield from written(parts)
