"""Say what the reading of an article rests on, without loading any of it."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.analysis import model_state
from kg.tables import tables_digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

__all__ = ["reading_versions"]

_NAME = re.compile(r"[A-Za-z0-9._-]+")
#: What spaCy computes with.
_BELOW = ("blis", "numpy", "thinc")


@cache
def reading_versions(model: str) -> str:
    """Give a hash of kg's code and tables, the model, and the packages kg needs.

    Where it is equal, the same article gives the same extraction.
    """
    parts = [model, model_state(model), tables_digest(), _code_digest()]
    parts.extend(f"{package} {_version(package)}" for package in _BELOW)
    for requirement in sorted(requires("newskg") or ()):
        found = _NAME.match(requirement)
        if found and "extra ==" not in requirement:
            parts.append(f"{found[0]} {_version(found[0])}")
    return sha256("\n".join(parts).encode()).hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _code_digest() -> str:
    digest = sha256()
    for path, entry in sorted(_modules(files("kg"), ""), key=lambda pair: pair[0]):
        digest.update(path.encode())
        digest.update(entry.read_bytes())
    return digest.hexdigest()


def _modules(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        inner = f"{path}/{entry.name}"
        if entry.name.endswith(".py"):
            yield inner, entry
        elif entry.is_dir() and entry.name != "data":
            yield from _modules(entry, inner)
