"""Tell a role that is over: a "former" minister is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.relation_words import relation_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["no_longer"]

_MODIFIERS = frozenset({"amod", "compound", "nmod"})


def no_longer(tree: Tree, noun: Token) -> str:
    """Give the word that takes a role back, as "former" does."""
    former = relation_words("no_longer")
    for child in tree.below[noun.i]:
        if tree.words[child] in former and tree.deps[child] in _MODIFIERS:
            return tree.words[child]
    return ""
