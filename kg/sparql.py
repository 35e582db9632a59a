"""Ask a graph in SPARQL 1.1: a file, folder, store or endpoint in, an answer out.

``query`` takes SPARQL, ``query_by_name`` a ready-made question; both give text. All of
kg's prefixes are known without being declared; one that a query declares wins.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.answers import Answer, Format, shown
from kg.dataset import Dataset
from kg.errors import QueryError, ReadError
from kg.lookup import term_of
from kg.questions import fill, find_question
from kg.rdf.files import find_turtle, is_store
from kg.vocabulary import DEFAULT_BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

__all__ = ["Dataset", "open_dataset", "query", "query_by_name"]

_MARK = "ns#articleId"
_HEAD = 100
_PREFIX = re.compile(r"@?prefix\s+kg:\s+<([^>]*)ns#>", re.IGNORECASE)


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


@contextmanager
def open_dataset(source: str | Path) -> Iterator[Dataset]:
    """Open a Turtle file, an output folder, a store folder or an endpoint's URL."""
    if str(source).startswith(("http://", "https://")):
        from kg.endpoint import Endpoint  # noqa: PLC0415 - not all queries go far

        yield _dataset(Endpoint(str(source)).query)
    elif is_store(source):
        from kg.store_folder import opened  # noqa: PLC0415 - the same

        with opened(source) as store:
            yield _dataset(partial(_ask_store, store))
    else:
        turtle = find_turtle(source)
        store = _loaded(turtle)
        yield Dataset(partial(_ask_store, store), _base_in(turtle))


def _loaded(turtle: Path) -> ox.Store:
    store = ox.Store()
    try:
        store.bulk_load(path=str(turtle), format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise ReadError(str(turtle), f"is no Turtle: {error.msg}") from error
    except OSError as error:
        raise ReadError(str(turtle), error.strerror or str(error)) from error
    return store


def _base_in(turtle: Path) -> str:
    """Find the base of the IRIs by the prefixes at the head of a file."""
    with turtle.open(encoding="utf-8", errors="replace") as lines:
        for line in islice(lines, _HEAD):
            match = _PREFIX.match(line)
            if match:
                return match[1]
    return DEFAULT_BASE


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
