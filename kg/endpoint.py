"""Speak to a SPARQL 1.1 endpoint: query it, put and remove the graphs of articles.

The URL is the server's, such as http://localhost:7878; queries go to its ``/query``,
graphs to its ``/update``, one request an article, so that each is there whole or not at
all. As in a folder the default graph is the union of the articles' graphs.
KG_STORE_USER and KG_STORE_PASSWORD are sent as they are in the environment. What fails
for a moment is tried again, at most three times.
"""

from __future__ import annotations

import base64
import http.client
import os
import re
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.errors import QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.answers import Answer

__all__ = ["Endpoint", "declared"]

_SECONDS = 60
_TRIES = 4
_PAUSE = 0.2
_AGAIN = {429, 502, 503, 504}
_MISSING = 404
_WRONG_QUERY = 400
_ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that speaks SPARQL 1.1, queries and updates."""

    url: str
    seconds: float = _SECONDS

    def query(self, sparql: str, known: Mapping[str, str]) -> Answer:
        """Answer a query over all graphs; prefixes that it lacks are declared."""
        headers = {"Content-Type": "application/sparql-query", "Accept": _ACCEPT}
        asked = f"{declared(sparql, known)}{sparql}".encode("utf-8", "replace")
        kind, body = self._send("POST", "query", asked, headers)
        try:
            if kind == "application/n-triples":
                return _triples(body)
            return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            reason = "answers with what is no SPARQL result; is it an endpoint?"
            raise StoreError(self.url, reason) from error

    def put_graph(self, name: str, triples: str) -> None:
        """Put a graph of N-Triples in place of the one of its name, in one step."""
        self._update(
            f"{_removal(name)} ;\nINSERT DATA {{ GRAPH <{name}> {{\n{triples}}} }} ;\n"
            f"INSERT DATA {{\n{triples}}}"
        )

    def remove_graph(self, name: str) -> None:
        """Remove a graph, and from the default graph what no other graph has."""
        self._update(_removal(name))

    def _update(self, update: str) -> None:
        headers = {"Content-Type": "application/sparql-update"}
        self._send("POST", "update", update.encode("utf-8", "replace"), headers)

    def has_graph(self, name: str) -> bool:
        """Tell whether there is a graph of a name."""
        answer = self.query(f"ASK {{ GRAPH <{name}> {{ ?s ?p ?o }} }}", {})
        return bool(answer)

    def _send(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> tuple[str, bytes]:
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise StoreError(self.url, "is no http URL")
        full = f"{self.url.rstrip('/')}/{path}"
        request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
            full, body, _with_login(headers), method=method
        )
        for number in range(_TRIES):
            try:
                with urllib.request.urlopen(request, timeout=self.seconds) as answer:  # noqa: S310
                    return answer.headers.get_content_type(), answer.read()
            except urllib.error.HTTPError as error:
                if error.code not in _AGAIN or number + 1 == _TRIES:
                    raise self._refusal(error) from error
            except (OSError, http.client.HTTPException) as error:
                if _is_timeout(error) or number + 1 == _TRIES:
                    raise StoreError(self.url, self._failure(error)) from error
            time.sleep(_PAUSE * 2**number)
        raise StoreError(self.url, "does not answer")

    def _refusal(self, error: urllib.error.HTTPError) -> QueryError | StoreError:
        told = " ".join(error.read(2000).decode("utf-8", "replace").split())
        if error.code == _WRONG_QUERY:
            return QueryError(told or "the endpoint calls it wrong")
        if error.code == _MISSING:
            return StoreError(self.url, "has nothing of that name, or is no store")
        return StoreError(
            self.url, f"answers {error.code} {error.reason} {told}".strip()
        )

    def _failure(self, error: OSError | http.client.HTTPException) -> str:
        if _is_timeout(error):
            return f"has not answered in {self.seconds:g} seconds"
        return f"cannot be reached ({getattr(error, 'reason', None) or error})"


def _is_timeout(error: Exception) -> bool:
    return isinstance(getattr(error, "reason", error), TimeoutError)


def _with_login(headers: Mapping[str, str]) -> dict[str, str]:
    user = os.environ.get("KG_STORE_USER", "")
    if not user:
        return dict(headers)
    password = os.environ.get("KG_STORE_PASSWORD", "")
    login = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {**headers, "Authorization": f"Basic {login}"}


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
