"""Find the Turtle file that a path of the user's means."""

from __future__ import annotations

from pathlib import Path

from kg.errors import ReadError

__all__ = ["find_turtle"]

_TURTLE = "graph.ttl"


def find_turtle(path: str | Path) -> Path:
    """Give the Turtle file that a path means; ReadError when there is none."""
    path = Path(path)
    turtle = path / _TURTLE if path.is_dir() else path
    if not path.exists():
        raise ReadError(str(path), "no such file or folder")
    if not turtle.is_file():
        raise ReadError(str(path), f"has no {_TURTLE}; want a folder that kg built")
    return turtle
