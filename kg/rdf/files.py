"""Find what a path of the user's means: a Turtle file, an output folder, a store."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from kg.errors import ReadError
from kg.vocabulary import DEFAULT_BASE

__all__ = ["CURRENT", "base_in", "find_turtle", "is_store"]

#: The link in a store that names the version that holds.
CURRENT = "current"
_TURTLE = "graph.ttl"
_HEAD = 100
_PREFIX = re.compile(r"@?prefix\s+kg:\s+<([^>]*)ns#>", re.IGNORECASE)


def find_turtle(path: str | Path) -> Path:
    """Give the Turtle file that a path means; ReadError when there is none."""
    path = Path(path)
    turtle = path / _TURTLE if path.is_dir() else path
    if not path.exists():
        raise ReadError(str(path), "no such file or folder")
    if not turtle.is_file():
        raise ReadError(str(path), f"has no {_TURTLE}; want a folder that kg built")
    return turtle


def is_store(path: str | Path) -> bool:
    """Tell whether a path is a store of kg's."""
    return (Path(path) / CURRENT).is_symlink()


def base_in(turtle: Path) -> str:
    """Find the base of the IRIs by the prefixes at the head of a file."""
    with turtle.open(encoding="utf-8", errors="replace") as lines:
        for line in islice(lines, _HEAD):
            match = _PREFIX.match(line)
            if match:
                return match[1]
    return DEFAULT_BASE
