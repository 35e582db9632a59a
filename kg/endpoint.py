"""Speak to a SPARQL 1.1 server: query it, put and remove the graphs of articles.

The URL is the server's, such as http://localhost:7878; queries go to its ``/query``.
An article is put or removed in one request, so that it is there whole or not at all.
Where the server says that its default graph is the union of all graphs, that request
is one of the Graph Store Protocol, at ``/store``. Elsewhere, and where that is missing,
it is an update, at ``/update``, which keeps the union in the default graph itself, as
in a folder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.remote import Remote, Reply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.answers import Answer

__all__ = ["Endpoint", "declared"]

_WRONG_QUERY = 400
_MISSING = 404
#: Answers of a server that does not speak a protocol.
_UNSPOKEN = {404, 405, 406, 415, 501}
_TRIPLES = "application/n-triples"
_ACCEPT = f"application/sparql-results+json, {_TRIPLES};q=0.9"
_DESCRIPTION = f"{_TRIPLES}, text/turtle;q=0.9"
_FORMATS = {_TRIPLES: ox.RdfFormat.N_TRIPLES, "text/turtle": ox.RdfFormat.TURTLE}
_UNION = "http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph"


@dataclass(frozen=True)
class Endpoint:
    """A server that speaks SPARQL 1.1, queries and updates."""

    url: str
    seconds: float = 60

    def query(self, sparql: str, known: Mapping[str, str]) -> Answer:
        """Answer a query over all graphs; prefixes that it lacks are declared."""
        headers = {"Content-Type": "application/sparql-query", "Accept": _ACCEPT}
        asked = f"{declared(sparql, known)}{sparql}".encode("utf-8", "replace")
        reply = self._checked(self._remote.send("POST", "query", asked, headers))
        try:
            if reply.kind == _TRIPLES:
                return _triples(reply.body)
            results = ox.QueryResultsFormat.JSON
            return ox.parse_query_results(reply.body, format=results)
        except (SyntaxError, ValueError) as error:
            reason = "answers with what is no SPARQL result; is it an endpoint?"
            raise StoreError(self.url, reason) from error

    def put_graph(self, name: str, triples: str) -> None:
        """Put a graph of N-Triples in place of the one of its name, in one step."""
        body = triples.encode("utf-8", "replace")
        insertion = f"INSERT DATA {{ GRAPH <{name}> {{\n{triples}}} }}"
        if not self.has_union:
            whole = f"{_removal(name)} ;\n{insertion} ;\nINSERT DATA {{\n{triples}}}"
            self._update(whole)
        elif not self._store("PUT", name, body):
            self._update(f"DROP SILENT GRAPH <{name}> ;\n{insertion}")

    def remove_graph(self, name: str) -> None:
        """Remove a graph, and from the default graph what no other graph has."""
        if not self.has_union:
            self._update(_removal(name))
        elif not self._store("DELETE", name, None):
            self._update(f"DROP SILENT GRAPH <{name}>")

    def has_graph(self, name: str) -> bool:
        """Tell whether there is a graph of a name."""
        answer = self.query(f"ASK {{ GRAPH <{name}> {{ ?s ?p ?o }} }}", {})
        return bool(answer)

    @cached_property
    def has_union(self) -> bool:
        """Whether the server's default graph is the union of all, as it says itself."""
        headers = {"Accept": _DESCRIPTION}
        return _says_union(self._remote.send("GET", "query", None, headers))

    @property
    def _remote(self) -> Remote:
        return Remote(self.url, self.seconds)

    def _store(self, method: str, name: str, body: bytes | None) -> bool:
        """Put or delete a graph; false when the server has no Graph Store Protocol."""
        path = f"store?graph={quote(name, safe='')}"
        reply = self._remote.send(method, path, body, {"Content-Type": _TRIPLES})
        if reply.status in _UNSPOKEN:
            return False
        self._checked(reply)
        return True

    def _update(self, update: str) -> None:
        headers = {"Content-Type": "application/sparql-update"}
        body = update.encode("utf-8", "replace")
        reply = self._remote.send("POST", "update", body, headers)
        if reply.status in _UNSPOKEN:
            reason = f"takes no updates ({reply.status} {reply.reason}); is it a store?"
            raise StoreError(self.url, reason)
        self._checked(reply)

    def _checked(self, reply: Reply) -> Reply:
        if reply.good:
            return reply
        if reply.status == _WRONG_QUERY:
            raise QueryError(reply.told or "the endpoint calls it wrong")
        if reply.status == _MISSING:
            raise StoreError(self.url, "has nothing of that name, or is no store")
        raise self._remote.refusal(reply)


def _says_union(reply: Reply) -> bool:
    """Read a service description; a server without one says nothing."""
    form = _FORMATS.get(reply.kind)
    if not reply.good or form is None:
        return False
    try:
        quads = list(ox.parse(reply.body, format=form))
    except SyntaxError:
        return False
    return any(str(quad.object) == f"<{_UNION}>" for quad in quads)


def _removal(name: str) -> str:
    only = f"FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{name}>) }}"
    return (
        f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} {only} }} ;\n"
        f"DROP SILENT GRAPH <{name}>"
    )


def declared(sparql: str, known: Mapping[str, str]) -> str:
    """Give declarations in one line, so that the lines of a mistake stay the same."""
    own = set(re.findall(r"(?i)\bPREFIX\s+([\w-]*):", sparql))
    return "".join(
        f"PREFIX {name}: <{space}> "
        for name, space in known.items()
        if name not in own and f"{name}:" in sparql
    )


def _triples(body: bytes) -> ox.QueryTriples:
    """Give triples as a query gives them."""
    store = ox.Store()
    store.load(body, format=ox.RdfFormat.N_TRIPLES)
    found = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(found, ox.QueryTriples)  # noqa: S101 - it is a CONSTRUCT
    return found
