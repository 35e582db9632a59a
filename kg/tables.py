"""Read kg's tables: TOML and tab-separated files under ``kg/data`` become rows.

A stage makes typed rows of them beside its engine; the digest of all tables goes into
the provenance, so that a graph tells which tables made it.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kg.errors import TableError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "data_names",
    "data_text",
    "read_toml",
    "read_tsv",
    "table_words",
    "tables_digest",
]

_TABLES = (".toml", ".tsv")


def _data() -> Traversable:
    return files("kg") / "data"


def data_text(name: str) -> str:
    """Give the text of a file under ``kg/data``."""
    return (_data() / name).read_text(encoding="utf-8")


def data_names(folder: str) -> tuple[str, ...]:
    """Give the names of the files in a folder under ``kg/data``, in order."""
    return tuple(sorted(entry.name for entry in (_data() / folder).iterdir()))


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Parse a TOML table; TableError tells the place of a mistake."""
    try:
        return tomllib.loads(data_text(name))
    except tomllib.TOMLDecodeError as error:
        raise TableError(name, "file", str(error)) from error


@cache
def table_words(name: str, section: str, key: str = "words") -> frozenset[str]:
    """Give a list of words as a set, made once: rules ask for it at every token."""
    return frozenset(read_toml(name)[section][key])


@cache
def read_tsv(name: str) -> tuple[dict[str, str], ...]:
    """Parse a tab-separated table with a heading; lines that start with # are notes."""
    lines = [line for line in data_text(name).splitlines() if line[:1] not in {"", "#"}]
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = []
    for number, row in enumerate(reader, 1):
        if None in row or None in row.values():
            raise TableError(name, f"row {number}", "wrong number of columns")
        rows.append(dict(row))
    return tuple(rows)


@cache
def tables_digest() -> str:
    """Give a hash of all tables, 12 hexadecimal digits."""
    digest = sha256()
    for entry in sorted(_data().iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(_TABLES):
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())
    return digest.hexdigest()[:12]
