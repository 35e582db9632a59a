"""Describe relations: their words, event classes and well-known properties."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kg.errors import TableError
from kg.tables import read_toml

__all__ = ["Mapping", "mapping_of", "words_of"]

_TABLE = "relations.toml"
_KEYS = {"plover", "schema", "wikidata", "relations"}


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a relation is mapped to: broader terms as short names, inverse relations."""

    broader: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()


def words_of(relation: str) -> str:
    """Give the words that a relation's id is made of.

    >>> words_of("presidentOf")
    'president of'
    """
    return re.sub(r"(?<=[^\W_])(?=[A-Z])", " ", relation).lower()


def mapping_of(relation: str) -> Mapping:
    """Give what the table maps a relation to; nothing when it has no row."""
    return _mappings().get(relation, Mapping())


@cache
def _mappings() -> dict[str, Mapping]:
    table = read_toml(_TABLE)
    broader: dict[str, list[str]] = defaultdict(list)
    inverse: dict[str, set[str]] = defaultdict(set)
    for number, row in enumerate(table["mapping"], 1):
        if not set(row) <= _KEYS or len(row) < 2:  # noqa: PLR2004 - relations and one term
            raise TableError(_TABLE, f"mapping {number}", "has wrong keys")
        terms = [name for name in (_term(key, row) for key in row) if name]
        for relation in row["relations"]:
            broader[relation] += terms
    for row in table["inverse"]:
        one, other = row["relations"]
        inverse[one].add(other)
        inverse[other].add(one)
    return {
        relation: Mapping(
            tuple(sorted(broader.get(relation, ()))),
            tuple(sorted(inverse.get(relation, ()))),
        )
        for relation in {**broader, **inverse}
    }


def _term(key: str, row: dict[str, str]) -> str:
    prefix = {"plover": "plover", "schema": "schema", "wikidata": "wdt"}.get(key)
    return f"{prefix}:{row[key]}" if prefix else ""
