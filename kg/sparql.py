"""Ask a graph in SPARQL 1.1: a file, folder, store or endpoint in, an answer out.

``query`` takes SPARQL, ``query_by_name`` a ready-made question; both give text. All of
kg's prefixes are known without being declared; one that a query declares wins.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyoxigraph as ox

from kg.answers import Answer, Format, shown
from kg.errors import QueryError, ReadError
from kg.names import Named, choose
from kg.questions import fill, find_question
from kg.rdf.files import find_turtle, is_store
from kg.rdf.iri import local_name
from kg.vocabulary import DEFAULT_BASE, PREFIXES, prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

__all__ = ["Dataset", "open_dataset", "query", "query_by_name"]

_MARK = "ns#articleId"
_HEAD = 100
_PREFIX = re.compile(r"@?prefix\s+kg:\s+<([^>]*)ns#>", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_AROUND = 40
_NAMED = 8
#: Alternatives in the parser's messages: "sign" or KEYWORD, and classes of characters.
_TOKEN = re.compile(r'"([^"\\]+)"|\b([A-Z]{2,}(?: [A-Z]+)*)\b')
_CLASS = re.compile(r"\['?.*?'?\](?=,|$)")
_COMMENT = re.compile(r"^(?:\s*#.*\n|\s*(?:PREFIX|BASE)\b.*\n)*", re.IGNORECASE)
_UPDATE = re.compile(
    r"\s*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Triples to ask, with the base of their IRIs."""

    answer: Callable[[str, dict[str, str]], Answer]
    base: str

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that a query need not declare."""
        return prefixes(self.base)

    def ask(self, sparql: str) -> Answer:
        """Answer a query; QueryError tells the place of a mistake."""
        try:
            return self.answer(sparql, self.prefixes)
        except SyntaxError as error:
            raise QueryError(_mistake(sparql, str(error))) from error
        except (ValueError, OSError) as error:
            raise QueryError(" ".join(str(error).split())) from error

    def rows(self, sparql: str) -> ox.QuerySolutions:
        """Answer a SELECT."""
        found = self.ask(sparql)
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("want a SELECT")
        return found


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
        sparql = fill(question, params or {}, partial(term, dataset))
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
    return store.query(sparql, prefixes=known, use_default_graph_as_union=True)


def _dataset(answer: Callable[[str, dict[str, str]], Answer]) -> Dataset:
    return Dataset(answer, _base_of(answer))


def term(dataset: Dataset, kind: str, value: str) -> str:
    """Give the term of SPARQL that a parameter's value means in a graph."""
    if kind == "article":
        return _article(dataset, value)
    return f"<{dataset.base}entity/{local_name(choose(value, _named(dataset)))}>"


def _answered(dataset: Dataset, sparql: str, written: Format) -> str:
    try:
        return shown(dataset.ask(sparql), written, dataset.prefixes)
    except (ValueError, OSError) as error:
        raise QueryError(" ".join(str(error).split())) from error


def _named(dataset: Dataset) -> list[Named]:
    """Find the entities of a graph with their names and numbers of mentions."""
    known: dict[str, tuple[set[str], set[str], set[str]]] = {}
    rows = dataset.rows(
        "SELECT ?e ?label ?alias ?span WHERE { ?e rdfs:label ?label ."
        " FILTER(STRSTARTS(STR(?e), STR(ent:)))"
        " OPTIONAL {"
        " { ?e skos:altLabel ?alias } UNION { ?span itsrdf:taIdentRef ?e } } }"
    )
    for entity, *values in rows:
        names = known.setdefault(entity.value, (set(), set(), set()))
        for found, each in zip(values, names, strict=True):
            if found is not None:
                each.add(found.value)
    start = len(dataset.base + "entity/")
    return [
        Named(unquote(key[start:]), min(labels), tuple(sorted(aliases)), len(spans))
        for key, (labels, aliases, spans) in known.items()
    ]


def _article(dataset: Dataset, value: str) -> str:
    rows = dataset.rows("SELECT ?id WHERE { ?article kg:articleId ?id } ORDER BY ?id")
    known = [row["id"].value for row in rows]
    if value not in known:
        there = ", ".join(known[:5]) + (" …" if len(known) > 5 else "")  # noqa: PLR2004
        raise QueryError(f"no article {value!r}; there are {there}")
    return f"<{dataset.base}article/{local_name(value)}>"


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


def _mistake(sparql: str, message: str) -> str:
    """Tell in one line where a query is wrong, with the words around the place."""
    if _UPDATE.match(_COMMENT.sub("", sparql)):
        return "this is an update; kg query only reads"
    match = _PLACE.fullmatch(message.strip())
    if match is None:
        return " ".join(message.split())
    number, column = int(match[1]), int(match[2])
    lines = sparql.splitlines() or [""]
    line = lines[min(number, len(lines)) - 1]
    before, after = line[: column - 1][-_AROUND:], line[column - 1 :][:_AROUND]
    place = f"line {number}, column {column}"
    return f"{place}: {_expected(match[3])}; at {before}<here>{after}"


def _expected(message: str) -> str:
    """Give what the parser expected without its classes of characters."""
    for told in ("Prefix not found", "The SELECT overrides"):
        if told in message:
            return message[message.index(told) :].partition(", [")[0].lower()
    bare = message.removeprefix("expected ").removeprefix("one of ")
    found = [name or f'"{sign}"' for sign, name in _TOKEN.findall(_CLASS.sub("", bare))]
    if not found:
        return "this is not expected here"
    return f"expected {', '.join(found[:_NAMED])}" + (" …" if found[_NAMED:] else "")
