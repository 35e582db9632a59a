"""Ask triples wherever they are, with kg's prefixes known and mistakes told well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.vocabulary import prefixes

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.answers import Answer

__all__ = ["Dataset"]

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_AROUND = 40
_OWN_PREFIXES = " (declare it; kg, ent, rel, st, art and the usual ones are known)"
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
    hint = _OWN_PREFIXES if "Prefix not found" in match[3] else ""
    return f"{place}: {_expected(match[3])}{hint}; at {before}<here>{after}"


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
