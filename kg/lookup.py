"""Find what the names in a question's parameters mean in the triples that are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.names import Named, matches
from kg.rdf.iri import id_of, local_name
from kg.rdf.turtle import english, string

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.dataset import Dataset

__all__ = ["find_article", "find_entity", "term_of"]

_NAMES = ("rdfs:label", "skos:altLabel")
_SHOWN = 5


def term_of(dataset: Dataset, kind: str, value: str) -> str:
    """Give the term of SPARQL that a parameter's value means."""
    if kind == "article":
        return find_article(dataset, value)
    return find_entity(dataset, value)


def find_entity(dataset: Dataset, name: str) -> str:
    """Find the entity of a name; UnknownNameError suggests near names.

    The name as it is written is one look-up; only when that fails all names are read.
    """
    for predicate in _NAMES:
        rows = dataset.rows(
            f"SELECT DISTINCT ?e WHERE {{ ?e {predicate} {english(name)} ."
            " FILTER(STRSTARTS(STR(?e), STR(ent:))) }"
        )
        found = [f"<{row['e'].value}>" for row in rows]
        if found:
            return _most_mentioned(dataset, found)
    start = dataset.base + "entity/"
    keys = [named.key for named in matches(name, _named(dataset))]
    return _most_mentioned(dataset, [f"<{start}{local_name(key)}>" for key in keys])


def find_article(dataset: Dataset, value: str) -> str:
    """Find the article of an id; QueryError tells some that there are."""
    if not dataset.ask(f"ASK {{ ?article kg:articleId {string(value)} }}"):
        rows = dataset.rows("SELECT DISTINCT ?id WHERE { ?article kg:articleId ?id }")
        known = sorted(row["id"].value for row in rows)
        there = ", ".join(known[:_SHOWN]) + (" …" if known[_SHOWN:] else "")
        raise QueryError(f"no article {value!r}; there are {there}")
    return f"<{dataset.base}article/{local_name(value)}>"


def _most_mentioned(dataset: Dataset, found: list[str]) -> str:
    if len(found) == 1:
        return found[0]
    counts = {term: _mentions(dataset, term) for term in found}
    return min(found, key=lambda term: (-counts[term], term))


def _mentions(dataset: Dataset, term: str) -> int:
    rows = dataset.rows(
        f"SELECT (COUNT(DISTINCT ?m) AS ?n) WHERE {{ ?m itsrdf:taIdentRef {term} }}"
    )
    return next(int(row["n"].value) for row in rows)


def _named(dataset: Dataset) -> list[Named]:
    """Read the names of all entities."""
    labels = _names(dataset, _NAMES[0])
    aliases = _names(dataset, _NAMES[1])
    return [
        Named(key, min(names), tuple(sorted(aliases.get(key, ()))))
        for key, names in labels.items()
    ]


def _names(dataset: Dataset, predicate: str) -> dict[str, set[str]]:
    rows: ox.QuerySolutions = dataset.rows(
        f"SELECT DISTINCT ?e ?name WHERE {{ ?e {predicate} ?name ."
        " FILTER(STRSTARTS(STR(?e), STR(ent:))) }"
    )
    start = len(dataset.base + "entity/")
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(id_of(row["e"].value[start:]), set()).add(row["name"].value)
    return found
