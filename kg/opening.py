"""Open a graph wherever it is: a Turtle file, an output folder, a store, an endpoint.

Of a store all articles are read where these are few. Where they are more than ``MOST``,
those are read that speak most of an entity, or that hold the statements which an id or
words find; there must be words then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import StoreError, UnknownNameError
from kg.lookup import find_entity
from kg.rdf.files import base_in, find_turtle, is_store
from kg.rdf.reading import from_triples, open_graph
from kg.rdf.turtle import string
from kg.sparql import is_url, open_dataset

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyoxigraph as ox

    from kg.dataset import Dataset
    from kg.graph import Graph

__all__ = [
    "MOST",
    "Part",
    "article_graphs",
    "article_triples",
    "count_articles",
    "open_part",
]

#: Articles that are read at once: some seconds, and what a picture can show anyway.
MOST = 200
_ID = re.compile(r"[0-9a-f]{6,16}")
_ABOUT = """SELECT ?a (COUNT(*) AS ?n) WHERE {{
  ?m itsrdf:taIdentRef {entity} ; nif:referenceContext/nif:sourceUrl ?a
}} GROUP BY ?a ORDER BY DESC(?n) ?a LIMIT {most}"""
_WITH_ID = """SELECT DISTINCT ?a WHERE {{
  ?st a rdf:Statement ; prov:hadPrimarySource ?a
  FILTER(STRSTARTS(STR(?st), CONCAT(STR(st:), {key})))
}} ORDER BY ?a LIMIT {most}"""
_WITH_WORDS = """SELECT ?a (COUNT(*) AS ?n) WHERE {{
  ?st rdf:subject/rdfs:label ?s ; rdf:predicate/rdfs:label ?p ; rdf:object ?o ;
      prov:hadPrimarySource ?a ; kg:reading ?reading .
  ?reading kg:subjectText ?subject ; kg:predicateText ?relation .
  OPTIONAL {{ ?o rdfs:label ?label }}
  OPTIONAL {{ ?reading kg:objectText ?object }}
  BIND(CONCAT(" ", STR(?s), " ", STR(?p), " ", STR(COALESCE(?label, ?o)), " ", ?subject,
       " ", ?relation, " ", COALESCE(?object, "")) AS ?told)
  BIND(LCASE(?told) AS ?all)
  FILTER({test})
}} GROUP BY ?a ORDER BY DESC(?n) ?a LIMIT {most}"""


@dataclass(frozen=True, slots=True)
class Part:
    """A graph, the base of its IRIs, and of how many articles it has how many."""

    graph: Graph
    base: str
    articles: int
    of: int

    @property
    def note(self) -> str:
        """Say that it is a part; empty when it is all there is."""
        if self.articles == self.of:
            return ""
        return f"read {self.articles} of {self.of} articles: those that say most of it"


def open_part(source: str | Path, words: str = "", *, most: int = MOST) -> Part:
    """Open a graph, or of a large store the articles that words are about.

    StoreError when a store has more than ``most`` articles and there are no words, or
    when none has the words.
    """
    if is_url(source) or is_store(source):
        with open_dataset(source) as dataset:
            return _of_store(dataset, str(source), words, most)
    graph = open_graph(source)
    count = len(graph.articles)
    return Part(graph, base_in(find_turtle(source)), count, count)


def article_graphs(dataset: Dataset, store: str) -> Iterator[Graph]:
    """Give the graph of each article of a store, in the order of their IRIs."""
    for triples in article_triples(dataset, store):
        yield from_triples(triples, source=store)


def article_triples(dataset: Dataset, store: str) -> Iterator[list[ox.Triple]]:
    """Give the triples of each article of a store, in one order.

    Those of a server of a single file are in no graph of an article, and given at once.
    """
    articles = sorted(_ids(dataset))
    if not articles:
        raise StoreError(store, "holds no article")
    if not _is_named(dataset, articles[0]):
        yield sorted(_constructed(dataset, "?s ?p ?o"), key=str)
        return
    for article in articles:
        found = _constructed(dataset, f"GRAPH <{article}> {{ ?s ?p ?o }}")
        yield sorted(found, key=str)


def _of_store(dataset: Dataset, store: str, words: str, most: int) -> Part:
    count = count_articles(dataset)
    if count == 0:
        raise StoreError(store, "holds no article")
    articles = _ids(dataset) if count <= most else _articles(dataset, words, most)
    if not articles and not words.strip():
        reason = f"holds {count} articles, and at most {most} are read at once"
        raise StoreError(store, f"{reason}; name an entity, or ask with kg query")
    if not articles:
        raise StoreError(store, f"says nothing with the words {words!r}")
    triples = sorted(_triples(dataset, articles, count), key=str)
    graph = from_triples(triples, source=store)
    return Part(graph, dataset.base, len(articles), count)


def count_articles(dataset: Dataset) -> int:
    """Count the articles that there are."""
    rows = dataset.rows(
        "SELECT (COUNT(DISTINCT ?a) AS ?n) WHERE { ?a a schema:NewsArticle }"
    )
    return next(int(row["n"].value) for row in rows)


def _articles(dataset: Dataset, words: str, most: int) -> list[str]:
    """Find those that speak of an entity, or hold statements of an id or words."""
    if not words.strip():
        return []
    if _ID.fullmatch(words.strip()):
        query = _WITH_ID.format(key=string(words.strip()), most=most)
    else:
        query = _about(dataset, words, most) or _with_words(words, most)
    return [row["a"].value for row in dataset.rows(query)]


def _about(dataset: Dataset, words: str, most: int) -> str:
    try:
        return _ABOUT.format(entity=find_entity(dataset, words), most=most)
    except UnknownNameError:
        return ""


def _with_words(words: str, most: int) -> str:
    wanted = re.findall(r"\w+", words.lower()) or [words]
    tests = (f"CONTAINS(?all, {string(f' {word}')})" for word in wanted)
    return _WITH_WORDS.format(test=" && ".join(tests), most=most)


def _ids(dataset: Dataset) -> list[str]:
    rows = dataset.rows("SELECT DISTINCT ?a WHERE { ?a a schema:NewsArticle }")
    return [row["a"].value for row in rows]


def _triples(dataset: Dataset, articles: list[str], count: int) -> set[ox.Triple]:
    """Give the triples of articles, one request for each, or all in one request."""
    if not _is_named(dataset, articles[0]):
        # a server of a single file has its triples in no named graph
        return _constructed(dataset, "?s ?p ?o") if len(articles) == count else set()
    triples: set[ox.Triple] = set()
    for article in articles:
        triples |= _constructed(dataset, f"GRAPH <{article}> {{ ?s ?p ?o }}")
    return triples


def _is_named(dataset: Dataset, article: str) -> bool:
    return bool(dataset.ask(f"ASK {{ GRAPH <{article}> {{ ?s ?p ?o }} }}"))


def _constructed(dataset: Dataset, where: str) -> set[ox.Triple]:
    import pyoxigraph as ox  # noqa: PLC0415 - only for this

    found = dataset.ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}")
    assert isinstance(found, ox.QueryTriples)  # noqa: S101 - it is a CONSTRUCT
    return set(found)
