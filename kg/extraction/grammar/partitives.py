"""Find what a word of quantity is about: "five of his guards", "a number of talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.subjects import antecedent
from kg.extraction.grammar.telling_numbers import is_telling_number
from kg.extraction.relation_words import relation_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["count_of", "counted_nouns"]

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
#: Words that tell how much of something is meant, as a number does.
_PORTIONS = frozenset(
    {"most", "some", "many", "much", "few", "several", "half", "both", "all"}
)
_COUNTS = frozenset({"", "CARDINAL", "ORDINAL"})


def counted_nouns(tree: Tree, token: Token) -> tuple[Token, ...] | None:
    """Give the nouns after the "of" of a quantity; None if it is none."""
    if "prep" not in tree.kinds[token.i] or not _is_quantity(tree, token):
        return None
    for preposition in tree.children(token, "prep"):
        noun = tree.child(preposition, "pobj")
        if preposition.lower_ == "of" and noun is not None:
            if token.lower_ == "half" and tree.tags[noun.i] == "NN":
                return None  # "half of the problem" is not the problem
            noun = antecedent(tree, noun) or noun  # "some of which"
            return (noun,) if token.lower_ == "one" else tree.coordinated(noun)
    return None


def count_of(tree: Tree, token: Token) -> tuple[int, int] | None:
    """Give the first and last token of what tells how many: "nearly 900" soldiers."""
    if counted_nouns(tree, token) is not None:
        digits = tree.tags[token.i] == "CD" and token.lower_ != "one"
        told = digits or token.lower_ in _PORTIONS
        told = told or tree.lemmas[token.i] in relation_words("quantities")
        return (token.left_edge.i, token.i) if told else None
    if tree.tags[token.i][0] != "N" or token.ent_type_ not in _COUNTS:
        return None
    if "nummod" not in tree.kinds[token.i]:
        return None
    for number in tree.children(token, "nummod"):
        counts = tree.tags[number.i] == "CD" and number.ent_type_ in _COUNTS
        if counts and number.i < token.i and not is_telling_number(number):
            return number.left_edge.i, number.right_edge.i
    return None


def _is_quantity(tree: Tree, token: Token) -> bool:
    if tree.words[token.i] in relation_words("partitives"):
        return True
    number = tree.tags[token.i] == "CD"
    if not number and tree.lemmas[token.i] not in relation_words("quantities"):
        return False
    if token.ent_type_ not in _COUNTS:
        return False
    if number:
        return True
    if tree.lemmas[token.i] == "majority":
        return True  # "the majority of farmers" are farmers
    # "the number of deaths" is a number, "a number of deaths" are deaths
    words = [tree.words[i] for i in tree.below[token.i]]
    return tree.tags[token.i] == "NNS" or _DEFINITE.isdisjoint(words)
