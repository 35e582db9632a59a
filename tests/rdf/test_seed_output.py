"""The seed article's output stands up: for rdflib, for pyoxigraph, for the shapes."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.rdf import open_graph, to_facts, to_turtle
from kg.records import entity_lines, mention_lines, statement_lines
from kg.shapes import shown_report, validate

OUTPUT = Path(__file__).parents[2] / "output" / "000_b3681564877a6439"


def triples(data, form=ox.RdfFormat.TURTLE):
    return {quad.triple for quad in ox.parse(data, format=form)}


@pytest.fixture(scope="module")
def turtle():
    return (OUTPUT / "graph.ttl").read_text(encoding="utf-8")


def test_it_conforms_to_the_shapes():
    assert shown_report(validate(OUTPUT)).startswith("conforms")


def test_rdflib_and_pyoxigraph_read_the_same_triples(turtle):
    parsed = rdflib.Graph().parse(data=turtle, format="turtle")
    written = parsed.serialize(format="nt", encoding="utf-8")
    assert triples(written, ox.RdfFormat.N_TRIPLES) == triples(turtle)


def test_a_store_keeps_every_literal(turtle):
    store = ox.Store()
    store.bulk_load(turtle.encode(), format=ox.RdfFormat.TURTLE)
    assert {quad.triple for quad in store} == triples(turtle)


def test_it_reads_back_to_the_same_bytes(turtle):
    graph = open_graph(OUTPUT)
    assert to_turtle(graph) == turtle
    assert to_facts(graph) == (OUTPUT / "facts.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("statements.jsonl", statement_lines),
        ("entities.jsonl", entity_lines),
        ("mentions.jsonl", mention_lines),
    ],
)
def test_its_records_come_out_of_the_turtle_alone(name, lines):
    kept = (OUTPUT / name).read_text(encoding="utf-8")
    assert records("".join(lines(open_graph(OUTPUT)))) == records(kept)


def records(text):
    """Give records in one order; aliases have none in RDF."""
    found = [json.loads(line) for line in text.splitlines()]
    for record in found:
        record.get("aliases", []).sort()
    return sorted(found, key=json.dumps)


def test_it_names_every_iri_in_full_and_no_blank_node(turtle):
    for triple in triples(turtle):
        for term in (triple.subject, triple.object):
            assert not isinstance(term, ox.BlankNode)
            if isinstance(term, ox.NamedNode):
                assert term.value.startswith(("http://", "https://"))


def test_facts_alone_are_a_part_of_the_whole(turtle):
    facts = triples((OUTPUT / "facts.ttl").read_text(encoding="utf-8"))
    assert facts < triples(turtle)
