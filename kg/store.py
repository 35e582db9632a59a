"""Keep articles' graphs in a store, which is a folder or the URL of an endpoint.

``add_articles`` puts them in place of older ones of their ids, ``remove_article`` takes
one out with what only it said. Queries go through ``kg.sparql``, as for files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import store_folder
from kg.errors import StoreError
from kg.rdf.forms import ntriples_lines, ntriples_of, trig_of
from kg.rdf.iri import checked_base
from kg.rdf.parts import split
from kg.sparql import is_url, open_dataset
from kg.store_folder import graph_name
from kg.vocabulary import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.graph import Graph

__all__ = ["add_articles", "add_parts", "article_ids", "remove_article"]


def add_articles(
    graph: Graph, store: str | Path, *, base: str = DEFAULT_BASE
) -> tuple[str, ...]:
    """Put the articles of a graph into a store and give their ids.

    In a folder all appear at one stroke, at an endpoint each article does.
    """
    if not is_url(store):
        return store_folder.add_articles(graph, store, base=base)
    from kg.endpoint import Endpoint  # noqa: PLC0415 - only far stores need it

    endpoint = Endpoint(str(store))
    for key, part in split(graph):
        name = graph_name(key, checked_base(base))
        endpoint.put_graph(name, "".join(ntriples_lines(part, base=base)))
    return tuple(article.id for article in graph.articles)


def add_parts(
    union: Path, parts: Iterable[tuple[str, str]], store: str | Path, *, base: str
) -> None:
    """Put many articles into a store without holding them in memory.

    ``union`` is the Turtle file of all, ``parts`` has each one's id and own graph, as
    Turtle without prefixes.
    """
    if is_url(store):
        from kg.endpoint import Endpoint  # noqa: PLC0415 - only far stores need it

        endpoint = Endpoint(str(store))
        for key, turtle in parts:
            triples = "".join(ntriples_of(turtle, base=base))
            endpoint.put_graph(graph_name(key, base), triples)
        return
    ids: list[str] = []
    named = union.with_name("parts.trig")
    with named.open("w", encoding="utf-8") as file:
        file.writelines(trig_of(_noted(parts, ids), base=base))
    store_folder.load_files(union, named, store, ids, base=base)
    named.unlink()


def _noted(
    parts: Iterable[tuple[str, str]], ids: list[str]
) -> Iterator[tuple[str, str]]:
    for key, turtle in parts:
        ids.append(key)
        yield key, turtle


def remove_article(article: str, store: str | Path) -> None:
    """Take one article, and what only it said, out of a store."""
    if not is_url(store):
        store_folder.remove_article(article, store)
        return
    from kg.endpoint import Endpoint  # noqa: PLC0415 - only far stores need it

    endpoint = Endpoint(str(store))
    with open_dataset(store) as dataset:
        name = graph_name(article, dataset.base)
    if not endpoint.has_graph(name):
        raise StoreError(str(store), f"has no article {article!r}")
    endpoint.remove_graph(name)


def article_ids(store: str | Path) -> tuple[str, ...]:
    """Give the ids of the articles in a store, in order."""
    with open_dataset(store) as dataset:
        rows = dataset.rows("SELECT ?id WHERE { ?article kg:articleId ?id }")
        return tuple(sorted({row["id"].value for row in rows}))
