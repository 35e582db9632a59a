"""Every form holds what it says it holds, and a test says what is not carried."""

from __future__ import annotations

import csv
import io
import json

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from graphs import parts, small_graph

from kg.errors import WriteError
from kg.exports import CSV_COLUMNS, export
from kg.rdf import from_turtle, to_turtle
from kg.vocabulary import expand

GRAPH = small_graph()
FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


def triples(text, form=ox.RdfFormat.TURTLE):
    return {quad.triple for quad in ox.parse(text, format=form)}


@pytest.fixture
def exported(tmp_path):
    def write(ending, **options):
        export(GRAPH, tmp_path / f"graph{ending}", **options)
        return (tmp_path / f"graph{ending}").read_text(encoding="utf-8")

    return write


@pytest.mark.parametrize("ending", FORMATS)
def test_every_form_of_rdf_carries_the_same_triples(exported, ending):
    assert triples(exported(ending), FORMATS[ending]) == triples(to_turtle(GRAPH))


@pytest.mark.parametrize("ending", FORMATS)
def test_every_form_is_written_alike_twice_and_under_another_base(exported, ending):
    base = "https://news.example/"
    text = exported(ending, base=base)
    assert text == exported(ending, base=base)
    assert triples(text, FORMATS[ending]) == triples(to_turtle(GRAPH, base=base))


@pytest.mark.parametrize(
    ("ending", "name"),
    [(".nt", "nt"), (".nq", "nquads"), (".trig", "trig"), (".jsonld", "json-ld")],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rdflib_reads_as_many_triples(exported, ending, name):
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=exported(ending), format=name)
    assert len(set(dataset.triples((None, None, None)))) == len(
        triples(to_turtle(GRAPH))
    )


@pytest.mark.parametrize("ending", [".nq", ".trig"])
def test_quads_have_one_graph_an_article(exported, ending):
    quads = list(ox.parse(exported(ending), format=FORMATS[ending]))
    assert {quad.graph_name.value for quad in quads} == {
        "https://kg.example/article/talks",
        "https://kg.example/article/visit%201",
    }
    one = {q.triple for q in quads if q.graph_name.value.endswith("talks")}
    assert any("Three missiles" in str(triple) for triple in one)
    assert not any("visit%201" in str(triple) for triple in one)


def test_rdf_1_2_makes_each_statement_the_reifier_of_its_triple(exported):
    text = exported(".ttl", rdf12=True)
    reified = [t for t in triples(text) if t.predicate.value == expand("rdf:reifies")]
    assert len(reified) == len(GRAPH.facts)
    assert expand("rdf:subject") not in {t.predicate.value for t in triples(text)}


def test_rdf_1_2_is_asked_by_its_triple_and_reads_back(exported):
    text = exported(".ttl", rdf12=True)
    store = ox.Store()
    store.load(text, format=ox.RdfFormat.TURTLE)
    answer = store.query(
        "PREFIX rel: <https://kg.example/relation/> PREFIX kg: <https://kg.example/ns#>"
        "SELECT ?asserted WHERE { << ?s rel:visit ?o ~ ?st >> kg:asserted ?asserted }"
    )
    assert [row["asserted"].value for row in answer] == ["true"]
    assert parts(from_turtle(text)) == parts(GRAPH)


def test_rdf_1_2_differs_from_graph_ttl_in_nothing_else(exported):
    new, old = triples(exported(".ttl", rdf12=True)), triples(to_turtle(GRAPH))
    names = {"subject", "predicate", "object", "reifies"}
    assert {t.predicate.value.rpartition("#")[2] for t in new ^ old} == names


def test_no_form_of_rdf_says_a_triple_twice(exported):
    for ending in (".nt", ".nq"):
        lines = exported(ending).splitlines()
        assert len(lines) == len(set(lines))


def test_jsonld_has_short_names_and_whole_values(exported):
    document = json.loads(exported(".jsonld"))
    assert document["@context"]["kg"] == "https://kg.example/ns#"
    nodes = [node for node in document["@graph"] if node["@id"] == "ent:Ukraine"]
    assert {"@value": "Ukraine", "@language": "en"} in nodes[0]["rdfs:label"]


def test_csv_has_a_line_for_every_reading_and_no_entities_that_are_only_mentioned(
    exported,
):
    rows = list(csv.DictReader(io.StringIO(exported(".csv"))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert len(rows) == len(GRAPH.statements)
    ban = next(row for row in rows if row["relation"] == "ban")
    assert (ban["asserted"], ban["polarity"], ban["said_by"]) == (
        "false",
        "negative",
        "official",
    )
    assert "mentions" not in rows[0]


def test_graphml_has_merged_statements_and_no_offsets(exported):
    back = nx.read_graphml(io.StringIO(exported(".graphml")), force_multigraph=True)
    assert back.number_of_edges() == len(GRAPH.facts)
    assert all("start" not in attributes for _, _, attributes in back.edges(data=True))


@pytest.mark.parametrize(
    ("name", "rdf12", "words"),
    [
        ("g.docx", False, "unknown ending"),
        ("g", False, "want one"),
        ("g.nq", True, "1.2"),
    ],
)
def test_what_cannot_be_written_is_told(tmp_path, name, rdf12, words):
    with pytest.raises(WriteError, match=words):
        export(GRAPH, tmp_path / name, rdf12=rdf12)
    assert not (tmp_path / name).exists()
