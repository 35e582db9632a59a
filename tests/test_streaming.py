"""A large store is written whole, article by article, and in flat memory."""

from __future__ import annotations

import csv
import tracemalloc
from dataclasses import replace
from itertools import pairwise

import pyoxigraph as ox
import pytest
from graphs import parts, renamed, small_graph, talks, visit
from test_export import FORMATS

from kg import commands, streaming
from kg.errors import StoreError
from kg.graph import build_graph, join
from kg.rdf import from_turtle, to_turtle
from kg.server import ServeOptions, serving
from kg.store import add_articles


def triples(path, form=ox.RdfFormat.TURTLE):
    return {quad.triple for quad in ox.parse(path=str(path), format=form)}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large") / "s"
    add_articles(small_graph(), folder)
    return folder


@pytest.mark.parametrize("ending", FORMATS)
def test_every_form_of_rdf_carries_the_same_triples(store, tmp_path, ending):
    streaming.export_stream(store, tmp_path / f"g{ending}")
    commands.export(small_graph(), tmp_path / f"once{ending}")
    form = FORMATS[ending]
    found = triples(tmp_path / f"g{ending}", form)
    assert found == triples(tmp_path / f"once{ending}", form)


def test_turtle_of_both_kinds_is_read_back_to_the_same_graph(store, tmp_path):
    for rdf12 in (False, True):
        streaming.export_stream(store, tmp_path / "g.ttl", rdf12=rdf12)
        back = from_turtle((tmp_path / "g.ttl").read_bytes())
        assert parts(back) == parts(small_graph())


def test_csv_has_one_heading_and_every_reading(store, tmp_path):
    streaming.export_stream(store, tmp_path / "g.csv")
    with (tmp_path / "g.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(small_graph().statements)
    assert {row["article"] for row in rows} == {"visit 1", "talks"}


def test_a_server_is_written_as_its_store_is(store, tmp_path):
    streaming.export_stream(store, tmp_path / "a.nq", base="https://news.example/")
    with serving(store, ServeOptions(port=0)) as url:
        streaming.export_stream(url, tmp_path / "b.nq", base="https://news.example/")
    assert (tmp_path / "a.nq").read_bytes() == (tmp_path / "b.nq").read_bytes()
    assert b"<https://news.example/article/talks>" in (tmp_path / "a.nq").read_bytes()


def test_a_copy_is_still_one_when_it_is_written_alone(tmp_path):
    copy = replace(talks(), article=replace(talks().article, copy_of="visit 1"))
    graph = join([visit(), copy])
    add_articles(graph, tmp_path / "s")
    streaming.export_stream(tmp_path / "s", tmp_path / "g.ttl")
    text = to_turtle(graph)
    wanted = {q.triple for q in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert triples(tmp_path / "g.ttl") == wanted


def test_more_articles_than_are_read_at_once_are_all_written(
    store, tmp_path, monkeypatch
):
    monkeypatch.setattr(streaming.is_large, "__kwdefaults__", {"most": 1})
    commands.export(store, tmp_path / "g.ttl")
    assert parts(from_turtle((tmp_path / "g.ttl").read_bytes())) == parts(small_graph())
    with pytest.raises(StoreError, match="GraphML is written of at most"):
        commands.export(store, tmp_path / "g.graphml")
    assert not (tmp_path / "g.graphml").exists()


def test_memory_does_not_grow_with_the_articles(tmp_path):
    peaks = []
    for count in (30, 240):
        many = build_graph(renamed(talks(), f"a{n}") for n in range(count))
        add_articles(many, tmp_path / str(count))
        tracemalloc.start()
        streaming.export_stream(tmp_path / str(count), tmp_path / "g.ttl")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # what is thrown away is collected at times; kept graphs would give eight times
    assert all(after < 2.5 * before for before, after in pairwise(peaks))
