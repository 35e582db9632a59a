"""A graph opens wherever it is; of a large store, the part that words are about."""

from __future__ import annotations

import pytest
from graphs import parts, small_graph, talks, visit

from kg.commands import draw, explain
from kg.errors import ReadError, StoreError
from kg.graph import build_graph
from kg.opening import open_part
from kg.rdf import to_turtle
from kg.server import ServeOptions, serving
from kg.store import add_articles

BASE = "https://news.example/"


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """Give one graph as a file, as a store's folder, and as two servers."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "g.ttl").write_text(to_turtle(small_graph()), encoding="utf-8")
    add_articles(small_graph(), folder / "s")
    free = ServeOptions(port=0)
    with serving(folder / "g.ttl", free) as one, serving(folder / "s", free) as other:
        yield {
            "file": folder / "g.ttl",
            "store": folder / "s",
            "server of a file": f"{one}/",
            "server of a store": f"{other}/",
        }


PLACES = ["file", "store", "server of a file", "server of a store"]


@pytest.mark.parametrize("place", PLACES)
def test_a_graph_is_the_same_from_everywhere(places, place):
    part = open_part(places[place])
    assert parts(part.graph) == parts(small_graph())
    assert (part.articles, part.of, part.note) == (2, 2, "")


@pytest.mark.parametrize("place", PLACES)
def test_explaining_and_drawing_do_not_mind_where_a_graph_is(places, place, tmp_path):
    graph, notes = small_graph(), []
    for words in ("Healey visit Ukraine", "NATO"):
        told = explain(places[place], words, on_part=notes.append)
        assert told == explain(graph, words)
    draw(places[place], tmp_path / "a.svg", about="Healey", on_part=notes.append)
    draw(graph, tmp_path / "b.svg", about="Healey")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert notes == []


@pytest.mark.parametrize("place", ["store", "server of a store"])
@pytest.mark.parametrize(
    ("words", "graph"),
    [
        ("John Healey", [visit()]),
        ("hit town", [talks()]),
        (talks().statements[1].id, [talks()]),
        ("US ban", [visit()]),
    ],
    ids=["an entity", "words", "an id", "words of an alias"],
)
def test_of_many_articles_those_are_read_that_words_are_about(
    places, place, words, graph
):
    part = open_part(places[place], words, most=1)
    found = {article.id for article in part.graph.articles}
    assert found == {extraction.article.id for extraction in graph}
    assert part.note.startswith("read 1 of 2 articles")


def test_many_articles_and_no_words_is_told(places):
    with pytest.raises(StoreError, match="holds 2 articles, and at most 1 are read"):
        open_part(places["store"], most=1)
    with pytest.raises(StoreError, match="says nothing with the words 'quokka'"):
        open_part(places["store"], "quokka", most=1)


def test_the_base_is_that_of_the_graph(tmp_path):
    text = to_turtle(small_graph(), base=BASE)
    (tmp_path / "g.ttl").write_text(text, encoding="utf-8")
    add_articles(build_graph([visit()]), tmp_path / "s", base=BASE)
    assert open_part(tmp_path / "g.ttl").base == BASE
    part = open_part(tmp_path / "s")
    assert part.base == BASE
    assert parts(part.graph) == parts(build_graph([visit()]))


def test_what_is_no_graph_is_told(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        open_part(tmp_path / "none")
    with pytest.raises(StoreError, match="cannot be reached"):
        open_part("http://127.0.0.1:9/")
