"""What a user means by a name."""

from __future__ import annotations

import pytest
from graphs import small_graph
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnknownNameError
from kg.lookup import find_entity
from kg.names import Named, choose, find_node
from kg.rdf import to_turtle
from kg.sparql import open_dataset


@pytest.mark.parametrize(
    "name", ["John_Healey", "john healey", "Healey", " HEALEY ", "the John Healey"]
)
def test_an_id_a_label_and_an_alias_mean_the_same(name):
    assert find_node(small_graph(), name).id == "John_Healey"


def test_a_label_comes_before_an_alias():
    named = [Named("a", "Paris Hilton", ("Paris",), 9), Named("b", "Paris", (), 1)]
    assert choose("paris", named) == "b"


def test_of_two_with_one_name_the_more_mentioned_is_meant():
    named = [Named("a", "Smith", (), 1), Named("b", "Smith", (), 2)]
    assert choose("Smith", named) == "b"


def test_an_unknown_name_suggests_near_ones():
    with pytest.raises(UnknownNameError) as caught:
        find_node(small_graph(), "Ukrane")
    assert caught.value.near[0] == "Ukraine"


@given(st.text(max_size=10))
def test_any_name_that_is_unknown_is_told_in_one_line(name):
    with pytest.raises(UnknownNameError) as caught:
        find_node(small_graph(), f"?{name}")
    assert "\n" not in str(caught.value)


def test_names_in_a_question_mean_what_they_mean_in_the_graph(tmp_path):
    graph = small_graph()
    (tmp_path / "graph.ttl").write_text(to_turtle(graph), encoding="utf-8")
    with open_dataset(tmp_path) as dataset:
        for name in ("John Healey", "healey", "Healey", "the us", "The US", "NATO"):
            found = find_entity(dataset, name)
            assert found.endswith(f"entity/{find_node(graph, name).id}>"), name


def test_of_several_in_a_question_the_one_mentioned_most_is_meant(tmp_path):
    text = to_turtle(small_graph()).replace('"NATO"@en', '"Ukraine"@en')
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")
    with open_dataset(tmp_path) as dataset:
        for name in ("Ukraine", "ukraine"):
            assert find_entity(dataset, name).endswith("/Ukraine>")
