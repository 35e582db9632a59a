"""Ask a graph in SPARQL 1.1: a file, folder, store or endpoint in, an answer out.

``query`` takes SPARQL, ``query_by_name`` a ready-made question; both give text. All of
kg's prefixes are known without being declared; one that a query declares wins.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.answers import Answer, Format, shown
from kg.dataset import Dataset
from kg.errors import QueryError
from kg.lookup import term_of
from kg.questions import fill, find_question
from kg.rdf.files import base_in, find_turtle, is_store
from kg.rdf.loading import load_turtle
from kg.vocabulary import DEFAULT_BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

__all__ = ["Dataset", "is_url", "open_dataset", "query", "query_by_name"]

_MARK = "ns#articleId"


def query(
    source: str | Path, sparql: str, *, written: Format | str = Format.TABLE
) -> str:
    """Answer a query in SPARQL about a file, a folder, a store or an endpoint."""
    with open_dataset(source) as dataset:
        return _answered(dataset, sparql, Format(written))


def query_by_name(
    source: str | Path,
    name: str,
    params: Mapping[str, str] | None = None,
    *,
    written: Format | str = Format.TABLE,
) -> str:
    """Answer a ready-made question; names in ``params`` are looked up in the graph."""
    question = find_question(name)
    with open_dataset(source) as dataset:
        sparql = fill(question, params or {}, partial(term_of, dataset))
        return _answered(dataset, sparql, Format(written))


def is_url(source: str | Path) -> bool:
    """Tell whether a graph or a store is an endpoint's URL.

    >>> is_url("http://localhost:7878"), is_url("stores/news")
    (True, False)
    """
    return str(source).startswith(("http://", "https://"))


@contextmanager
def open_dataset(source: str | Path) -> Iterator[Dataset]:
    """Open a Turtle file, an output folder, a store folder or an endpoint's URL."""
    if is_url(source):
        from kg.endpoint import Endpoint  # noqa: PLC0415 - not all queries go far

        yield _dataset(Endpoint(str(source)).query)
    elif is_store(source):
        from kg.store_folder import opened  # noqa: PLC0415 - the same

        with opened(source) as store:
            yield _dataset(partial(_ask_store, store))
    else:
        turtle = find_turtle(source)
        store = ox.Store()
        load_turtle(turtle, store)
        yield Dataset(partial(_ask_store, store), base_in(turtle))


def _ask_store(store: ox.Store, sparql: str, known: dict[str, str]) -> Answer:
    return store.query(sparql, prefixes=known)


def _dataset(answer: Callable[[str, dict[str, str]], Answer]) -> Dataset:
    return Dataset(answer, _base_of(answer))


def _answered(dataset: Dataset, sparql: str, written: Format) -> str:
    try:
        return shown(dataset.ask(sparql), written, dataset.prefixes)
    except (ValueError, OSError) as error:
        raise QueryError(" ".join(str(error).split())) from error


def _base_of(answer: Callable[[str, dict[str, str]], Answer]) -> str:
    """Find the base of the IRIs by a property that every article of kg's has."""
    found = answer(
        "SELECT ?p WHERE { ?article a schema:NewsArticle ; ?p ?id ."
        f" FILTER(STRENDS(STR(?p), '{_MARK}')) }} LIMIT 1",
        dict(PREFIXES),
    )
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101 - it is a SELECT
    for row in found:
        return str(row["p"].value).removesuffix(_MARK)
    return DEFAULT_BASE
