"""Refuse what a read-only endpoint must not do: updates, and calls to elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qsl, urlencode

__all__ = ["Asked", "RefusedError", "parse_asked"]

_QUERY_TYPE = "application/sparql-query"
_UPDATE_TYPE = "application/sparql-update"
_FORM_TYPE = "application/x-www-form-urlencoded"
_GRAPHS = ("default-graph-uri", "named-graph-uri")
#: What may hold a keyword without being one: IRIs, strings, comments, variables, names.
_ASIDE = re.compile(
    r"<[^<>\"{}|^`\\\x00-\x20]*>"
    r'|"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\''
    r"|#[^\n\r]*"
    r"|[?$]\w+"
    r"|[\w.-]*:[\w.%-]*",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATE = re.compile(
    r"\s*(?:(?:PREFIX\s*|BASE\s*))*"
    r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_LAST = 0x10FFFF


class RefusedError(Exception):
    """A request is refused, with a status and a line that says why."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the graphs that the request limits it to."""

    sparql: str
    graphs: tuple[tuple[str, str], ...] = field(default=())

    @property
    def parameters(self) -> str:
        """The graphs as they are written in a URL."""
        return urlencode(self.graphs)


def parse_asked(method: str, search: str, kind: str, body: bytes) -> Asked | None:
    """Read the query of a request; None when it asks for the service description.

    The three ways of the protocol: in the URL, in a form, or as the body itself.
    """
    try:
        pairs = parse_qsl(search, keep_blank_values=True, max_num_fields=50)
        if method == "POST" and kind == _FORM_TYPE:
            pairs += parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=50)
        direct = body.decode() if kind == _QUERY_TYPE else None
    except ValueError as error:
        raise RefusedError(HTTPStatus.BAD_REQUEST, f"unreadable: {error}") from error
    if kind == _UPDATE_TYPE or any(name == "update" for name, _ in pairs):
        raise RefusedError(HTTPStatus.FORBIDDEN, "this endpoint only reads")
    if method == "POST" and kind not in {_QUERY_TYPE, _FORM_TYPE}:
        reason = f"want {_QUERY_TYPE} or {_FORM_TYPE}"
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, reason)
    queries = [value for name, value in pairs if name == "query"]
    queries += [direct] if direct is not None else []
    if not queries and method == "GET":
        return None
    if len(queries) != 1:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "want exactly one query")
    _check(queries[0])
    graphs = tuple((name, value) for name, value in pairs if name in _GRAPHS)
    return Asked(queries[0], graphs)


def _check(sparql: str) -> None:
    """Refuse updates and SERVICE, however they are written."""
    bare = _ASIDE.sub(" ", _ESCAPE.sub(_character, sparql))
    if _SERVICE.search(bare):
        raise RefusedError(HTTPStatus.FORBIDDEN, "SERVICE is not allowed here")
    if _UPDATE.match(bare):
        raise RefusedError(HTTPStatus.FORBIDDEN, "this endpoint only reads")


def _character(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= _LAST else " "
