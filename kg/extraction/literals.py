"""Make literal arguments: words that stand for themselves, without an id."""

from __future__ import annotations

from kg.extraction.relation_words import relation_words
from kg.model import Argument, EntityType

__all__ = ["is_worth", "literal", "without_determiner"]

#: Words before a noun that only point at it or tell whose it is.
_DETERMINERS = frozenset(
    {"a", "an", "the", "this", "that", "these", "those"}
    | {"my", "our", "your", "his", "her", "its", "their"}
)


def literal(words: str, kind: EntityType = EntityType.CONCEPT) -> Argument:
    """Give words as the argument that they are.

    >>> literal("that he left").id is None
    True
    """
    return Argument(None, words, kind, words)


def without_determiner(words: str) -> str:
    """Leave out what only points before a noun.

    >>> without_determiner("their fifteen minutes")
    'fifteen minutes'
    >>> without_determiner("This")
    'This'
    """
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in _DETERMINERS else words


def is_worth(argument: Argument) -> bool:
    """Tell words from a lone letter or mark."""
    words = argument.label.strip()
    if words.lower() in relation_words("empty"):
        return False
    if len(words) == 1:
        return words.isdigit()
    return words.isalnum() or any(character.isalnum() for character in words)
