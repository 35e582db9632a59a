"""Answer the requests of browsers and SPARQL clients, within limits."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from kg.endpoint import declared
from kg.errors import StoreError
from kg.questions import show_questions
from kg.server.child import OverrunError, TooLargeError
from kg.server.guard import RefusedError, parse_asked

if TYPE_CHECKING:
    import threading
    from collections.abc import Mapping

    from kg.server.child import Answered, Oxigraph

__all__ = ["Handler", "Site"]

_ENDPOINTS: Final = {"/sparql", "/query"}
_TURTLE: Final = "text/turtle"
_JSON: Final = "application/json"
_HTML: Final = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Site:
    """What a server serves: the child that answers, its pages, its limits."""

    oxigraph: Oxigraph
    prefixes: Mapping[str, str]
    explorer: bytes
    query_page: bytes
    assets: Mapping[str, Answered]
    turns: threading.Semaphore
    seconds: float
    most: int
    largest_body: int


class Handler(BaseHTTPRequestHandler):
    """Read requests, refuse what is not allowed, hand the rest to oxigraph."""

    protocol_version = "HTTP/1.1"
    server_version = "kg"
    sys_version = ""
    timeout = 30
    site: Site

    def do_GET(self) -> None:
        """Answer a page, an asset of the query page, or a query in the URL."""
        path = urlsplit(self.path).path
        if path in _ENDPOINTS:
            self._answer("GET", b"")
        elif path == "/":
            self._send(HTTPStatus.OK, self.site.explorer, _HTML)
        elif path == "/query.html":
            self._send(HTTPStatus.OK, self.site.query_page, _HTML)
        elif path == "/prefixes.json":
            names = json.dumps(dict(self.site.prefixes)).encode()
            self._send(HTTPStatus.OK, names, _JSON)
        elif path == "/questions.json":
            listed = show_questions(as_json=True).encode()
            self._send(HTTPStatus.OK, listed, _JSON)
        elif path in self.site.assets:
            self._pass_on(self.site.assets[path])
        else:
            self._tell(HTTPStatus.NOT_FOUND, "there are /, /query.html and /sparql")

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

    def do_POST(self) -> None:
        """Answer a query in a form or as the body itself."""
        if urlsplit(self.path).path not in _ENDPOINTS:
            self._tell(HTTPStatus.NOT_FOUND, "queries go to /sparql")
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            self._tell(HTTPStatus.LENGTH_REQUIRED, "want a Content-Length")
        elif int(length) > self.site.largest_body:
            reason = f"want at most {self.site.largest_body} bytes"
            self._tell(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)
        else:
            self._answer("POST", self.rfile.read(int(length)))

    def do_OPTIONS(self) -> None:
        """Answer a browser that asks whether it may ask."""
        self._send(HTTPStatus.NO_CONTENT, b"", "text/plain")

    def _refuse_method(self) -> None:
        self._tell(HTTPStatus.METHOD_NOT_ALLOWED, "this endpoint only reads")

    do_PUT = do_DELETE = do_PATCH = _refuse_method  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: results go to clients, and errors have their answers."""

    def _answer(self, method: str, body: bytes) -> None:
        if not self.site.turns.acquire(timeout=self.site.seconds):
            self._tell(HTTPStatus.SERVICE_UNAVAILABLE, "too many queries; try again")
            return
        try:
            self._pass_on(self._asked(method, body))
        except RefusedError as error:
            self._tell(error.status, error.reason)
        except OverrunError:
            reason = f"the query takes longer than {self.site.seconds:g} seconds"
            self._tell(HTTPStatus.SERVICE_UNAVAILABLE, reason)
        except TooLargeError:
            reason = f"the answer is larger than {self.site.most} bytes; use LIMIT"
            self._tell(HTTPStatus.BAD_REQUEST, reason)
        except StoreError as error:
            self._tell(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        finally:
            self.site.turns.release()

    def _asked(self, method: str, body: bytes) -> Answered:
        kind = self.headers.get_content_type()
        asked = parse_asked(method, urlsplit(self.path).query, kind, body)
        accept = self.headers.get("Accept", "*/*")
        if asked is None:
            return self.site.oxigraph.ask("GET", "/query", None, {"Accept": accept})
        text = f"{declared(asked.sparql, self.site.prefixes)}{asked.sparql}"
        headers = {"Accept": accept, "Content-Type": "application/sparql-query"}
        return self.site.oxigraph.ask(
            "POST", f"/query?{asked.parameters}", text.encode(), headers
        )

    def _pass_on(self, answered: Answered) -> None:
        body = answered.body
        kind = answered.headers.get("content-type", "text/plain")
        if kind == _TURTLE and b"sparql-service-description#" in body:
            body = body.replace(b"sd:BasicFederatedQuery , ", b"")
        self._send(answered.status, body, kind)

    def _tell(self, status: HTTPStatus, reason: str) -> None:
        # the rest of the request may be unread: no other may follow on this connection
        self.close_connection = True
        self._send(status, f"{reason}\n".encode(), "text/plain; charset=utf-8")

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        self.send_header("Access-Control-Allow-Headers", "Content-Type, Accept")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
