"""Find what a saying in a parenthesis says: "the mill, he said, was old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.syntax import Tree
    from kg.extraction.things import Arguments
    from kg.model import Argument

__all__ = ["said_around", "said_words"]


def said_around(tree: Tree, verb: Token) -> Token | None:
    """Give the head of the clause in which a saying stands in passing."""
    around = tree.head(verb)
    if tree.deps[verb.i] != "parataxis" or not tree.is_verb(around):
        return None
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb.i])
    return around if row is not None and row.said else None


def said_words(arguments: Arguments, verb: Token, told: Token) -> Argument:
    """Give what is said as literal, without the saying itself where it stands in it."""
    whole = arguments.clause(told)
    if arguments.tree.heads[verb.i] != told.i:
        return whole
    words = whole.label
    aside = arguments.words(arguments.below(verb))
    before, found, after = words.partition(aside)
    if not found:
        return whole
    parts = (before.strip(" ,;-–—"), after.strip(" ,;-–—"))
    words = " ".join(part for part in parts if part)
    return type(whole)(None, words, whole.type, words)
