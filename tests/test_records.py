"""Statements, entities and mentions as data for programs."""

from __future__ import annotations

import io
import json

import networkx as nx
from graphs import small_graph, talks, visit

from kg.graph import build_graph
from kg.records import entity_lines, mention_lines, statement_lines, to_graphml


def records(lines):
    return [json.loads(line) for line in lines]


def test_a_statement_has_the_fields_that_users_rely_on():
    found = records(statement_lines(build_graph([visit()])))
    assert found[0] == {
        "id": "57d0b14a56898960",
        "article": "visit 1",
        "sentence": 1,
        "subject": {
            "id": "John_Healey",
            "label": "John Healey",
            "type": "person",
            "text": "Healey",
        },
        "predicate": {"id": "visit", "label": "visited"},
        "object": {
            "id": "Ukraine",
            "label": "Ukraine",
            "type": "country",
            "text": "Ukraine",
        },
        "asserted": True,
        "polarity": "positive",
        "modality": "actual",
        "attribution": None,
        "time": {
            "text": "on Saturday",
            "value": "2024-07-06",
            "grain": "day",
            "end": None,
        },
        "place": None,
        "arguments": [],
        "content": [],
        "evidence": {
            "start": 23,
            "end": 58,
            "text": "Healey visited Ukraine on Saturday.",
        },
        "confidence": 0.93,
        "pattern": "clause-transitive",
    }


def test_attribution_place_arguments_and_content_are_told():
    found = {r["predicate"]["id"]: r for r in records(statement_lines(small_graph()))}
    assert found["ban"]["attribution"] == {
        "id": "official",
        "label": "official",
        "text": "officials",
        "cue": "said",
        "quoted": False,
    }
    assert found["ban"]["asserted"] is False
    assert found["praise"]["place"]["label"] == "Kyiv"
    assert found["praise"]["arguments"][1] == {
        "role": "manner",
        "text": "warmly",
        "id": "NATO",
    }
    assert found["say"]["content"] == [found["ban"]["id"]]


def test_every_reading_is_a_line():
    ids = [record["id"] for record in records(statement_lines(small_graph()))]
    assert ids.count("57d0b14a56898960") == 2


def test_entities_and_mentions_are_told():
    entities = {r["id"]: r for r in records(entity_lines(small_graph()))}
    assert entities["Ukraine"] == {
        "id": "Ukraine",
        "label": "Ukraine",
        "type": "country",
        "aliases": [],
        "links": ["http://www.wikidata.org/entity/Q212"],
        "mentions": 3,
    }
    assert not any(key.startswith('"') for key in entities)
    assert records(mention_lines(build_graph([visit()])))[2] == {
        "article": "visit 1",
        "start": 59,
        "end": 61,
        "text": "He",
        "entity": "John_Healey",
        "kind": "pronoun",
        "how": "pronoun",
    }


def test_graphml_reads_back_with_all_edges_and_lists_as_json():
    graph = small_graph()
    back = nx.read_graphml(io.BytesIO(to_graphml(graph)), force_multigraph=True)
    assert set(back.nodes) == set(graph.network.nodes)
    assert {key for _, _, key in back.edges(keys=True)} == {f.id for f in graph.facts}
    edge = back.edges["John_Healey", "Ukraine", "57d0b14a56898960"]
    assert json.loads(edge["articles"]) == ["talks", "visit 1"]
    assert edge["asserted"] is True
    assert edge["confidence"] == 0.93
    assert json.loads(back.nodes["Ukraine"]["links"])[0].endswith("Q212")


def test_graphml_has_no_character_that_xml_has_not():
    extraction = talks()
    graph = build_graph([extraction])
    graph.network.add_node("a\x00b", node=graph.nodes[0])
    back = nx.read_graphml(io.BytesIO(to_graphml(graph)), force_multigraph=True)
    assert len(back) == len(graph.network) - 1


def test_the_bytes_are_always_the_same():
    one, other = build_graph([visit(), talks()]), build_graph([talks(), visit()])
    assert to_graphml(one) == to_graphml(other)
    assert list(statement_lines(one)) == list(statement_lines(other))
