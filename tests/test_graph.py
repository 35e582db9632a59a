"""Joining extractions: equal contents meet, the order of articles does not matter."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from graphs import talks, visit

from kg.graph import build_graph, join, node_id
from kg.model import Argument, EntityType, Polarity


def edges(graph):
    return sorted(
        (fact.subject, fact.predicate.id, fact.object, len(fact.statements))
        for fact in graph.facts
    )


def test_one_content_in_two_articles_is_one_edge_with_two_evidences():
    graph = build_graph([visit(), talks()])
    (fact,) = [f for f in graph.facts if f.predicate.id == "visit"]
    assert [s.article for s in fact.statements] == list(fact.articles)
    assert len(fact.articles) == 2


def test_the_order_of_articles_does_not_change_the_graph():
    graphs = [build_graph(order) for order in permutations([visit(), talks()])]
    assert edges(graphs[0]) == edges(graphs[1])
    assert graphs[0].nodes == graphs[1].nodes
    assert graphs[0].facts == graphs[1].facts


def test_aliases_links_and_mentions_of_an_entity_are_joined():
    graph = build_graph([visit(), talks()])
    alone = [build_graph([one]).node("Ukraine") for one in (visit(), talks())]
    joined = graph.node("Ukraine")
    assert joined.mentions == sum(node.mentions for node in alone)
    assert set(joined.aliases) == {a for node in alone for a in node.aliases}
    assert joined.links == ("http://www.wikidata.org/entity/Q212",)


def test_an_affirmed_and_a_denied_statement_are_two_edges():
    extraction = visit()
    first = extraction.statements[0]
    denied = replace(first, id="0" * 16, polarity=Polarity.NEGATIVE)
    both = replace(extraction, statements=(first, denied))
    facts = build_graph([both]).facts
    assert sorted(fact.asserted for fact in facts) == [False, True]


def test_a_literal_is_a_node_of_its_quoted_words():
    graph = build_graph([visit()])
    node = graph.node('"“Ukraine’s courage”"')
    assert node.literal
    assert node_id(Argument("NATO", "NATO", EntityType.ORGANIZATION, "it")) == "NATO"


def test_facts_stand_in_the_order_of_the_text():
    starts = [f.first.evidence.span.start for f in build_graph([visit()]).facts]
    assert starts == sorted(starts)


def test_no_extraction_gives_an_empty_graph():
    graph = build_graph([])
    assert (graph.nodes, graph.facts, graph.statements) == ((), (), ())


def test_the_surest_reading_gives_the_confidence():
    extraction = visit()
    first = extraction.statements[0]
    twice = replace(extraction, statements=(first, replace(first, confidence=0.5)))
    (fact,) = build_graph([twice]).facts
    assert fact.confidence == first.confidence


def test_an_article_is_found_by_its_id_and_copies_of_one_count_as_one():
    copy = replace(talks(), article=replace(talks().article, copy_of="visit 1"))
    for extractions, count in (([visit(), talks()], 2), ([visit(), copy], 1)):
        graph = join(extractions)
        (fact,) = [f for f in graph.facts if f.predicate.id == "visit"]
        assert graph.support(fact) == count
        assert graph.article("talks") == extractions[1].article
        with pytest.raises(KeyError):
            graph.article("none")
