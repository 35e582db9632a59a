"""Tell a part of a place from the place: "eastern Nebraska", "rural France"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.slugs import slug
from kg.model import EntityType
from kg.tables import table_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree
    from kg.model import Argument

__all__ = ["part_of"]

_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})


@cache
def _parts() -> frozenset[str]:
    return table_words("concepts.toml", "regions")


def part_of(tree: Tree, token: Token, place: Argument) -> Argument:
    """Give the part of a named place that a phrase means, or the place itself."""
    if place.type not in _PLACES:
        return place
    words = [
        child.lower_
        for child in tree.children(token, "amod", "compound", "nmod")
        if child.i < token.i and child.lower_ in _parts()
    ]
    named = place.label.lower().split()
    if not words or any(word in named for word in words):
        return place  # "Northern Ireland"
    label = " ".join([*words, place.label])
    return replace(place, id=slug(label), label=label, type=EntityType.PLACE)
