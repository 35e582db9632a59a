"""Write the answer to a query as a table, CSV, SPARQL results in JSON, or Turtle."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf.iri import is_plain
from kg.rdf.turtle import block_text, string
from kg.showing import Table, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Answer", "Format", "short", "shown"]

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TTL = "ttl"


#: Literals that Turtle writes without quotation marks.
_BARE = {
    "xsd:integer": re.compile(r"[+-]?[0-9]+"),
    "xsd:decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    "xsd:boolean": re.compile(r"true|false"),
}
_RESULTS = {
    Format.CSV: ox.QueryResultsFormat.CSV,
    Format.JSON: ox.QueryResultsFormat.JSON,
}


def shown(answer: Answer, written: Format, known: Mapping[str, str]) -> str:
    """Write an answer; QueryError when its kind and the format do not fit."""
    if isinstance(answer, ox.QueryTriples):
        if written not in {Format.TTL, Format.TABLE}:
            raise QueryError(f"triples cannot be written as {written}; want ttl")
        return _turtle(answer, known)
    if written is Format.TTL:
        raise QueryError("only CONSTRUCT and DESCRIBE can be written as ttl")
    if isinstance(answer, ox.QueryBoolean):
        if written is Format.JSON:
            return _serialized(answer, written)
        return "true\n" if answer else "false\n"
    if written is Format.TABLE:
        return _table(answer, known)
    return _serialized(answer, written)


def short(term: object, known: Mapping[str, str]) -> str:
    """Give a term as a reader wants it: words bare, IRIs with their prefix."""
    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        return term.value
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in known.items():
            if term.value.startswith(namespace) and term.value != namespace:
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        return term.value
    return str(term)


def _table(answer: ox.QuerySolutions, known: Mapping[str, str]) -> Table:
    heads = [variable.value.replace("_", " ") for variable in answer.variables]
    return table_of(heads, ([short(term, known) for term in row] for row in answer))


def _turtle(triples: Iterable[ox.Triple], known: Mapping[str, str]) -> str:
    """Write triples grouped by subject, in one order: a set has none of its own."""
    used: set[str] = set()
    groups: dict[str, dict[str, list[str]]] = {}
    for triple in sorted(set(triples), key=str):
        subject = _term(triple.subject, known, used)
        predicate = _term(triple.predicate, known, used)
        objects = groups.setdefault(subject, {}).setdefault(_a(predicate), [])
        objects.append(_term(triple.object, known, used))
    blocks = (
        (subject, [(name, pairs[name]) for name in sorted(pairs, key=_a_first)])
        for subject, pairs in groups.items()
    )
    body = "".join(block_text(block) for block in blocks)
    head = [f"@prefix {p}: <{space}> .\n" for p, space in known.items() if p in used]
    return "".join([*head, "\n" if head else "", body])


def _term(term: object, known: Mapping[str, str], used: set[str]) -> str:
    """Write a term in Turtle and note the prefix that it uses."""
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in known.items():
            local = term.value.removeprefix(namespace)
            if local != term.value and is_plain(local):
                used.add(prefix)
                return f"{prefix}:{local}"
    elif isinstance(term, ox.Literal) and not term.language:
        datatype = _term(term.datatype, known, set())
        if datatype in _BARE and _BARE[datatype].fullmatch(term.value):
            return term.value
        if datatype != "xsd:string":
            return f"{string(term.value)}^^{_term(term.datatype, known, used)}"
    return str(term)


def _a(predicate: str) -> str:
    return "a" if predicate == "rdf:type" else predicate


def _a_first(predicate: str) -> tuple[bool, str]:
    return predicate != "a", predicate


def _serialized(answer: ox.QuerySolutions | ox.QueryBoolean, written: Format) -> str:
    raw = answer.serialize(format=_RESULTS[written])
    text = raw.decode() if raw is not None else ""
    return text if text.endswith("\n") else f"{text}\n"
