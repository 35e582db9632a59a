"""Give the word lists of relations_read.toml as sets, each read once."""

from __future__ import annotations

from functools import cache

from kg.tables import read_toml

__all__ = ["relation_words"]


@cache
def relation_words(section: str) -> frozenset[str]:
    """Give the words of a section."""
    (words,) = read_toml("relations_read.toml")[section].values()
    return frozenset(words)
