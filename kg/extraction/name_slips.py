"""Mend names that the parser hung beside their noun or on the wrong name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.mends import Mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.syntax import Tree

__all__ = ["name_beside_noun", "person_after_body"]

_NOUNS = {"NN", "NNS"}
_NAMES = {"NNP", "NNPS"}
_NAMED = {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"}


def name_beside_noun(tree: Tree) -> Iterator[Mend]:
    """A name read as a second subject or a measure: "the group Hamas claimed it"."""
    for name in tree.having("nsubj", "npadvmod"):
        if name.ent_type_ not in _NAMED or tree.tag(name) not in _NAMES:
            continue
        first = name.left_edge.i
        noun = tree.tokens[first - 1] if first else name
        if tree.tag(noun) not in _NOUNS or noun.ent_type_:
            continue
        measure = tree.dep(name) == "npadvmod" and tree.heads[name.i] == noun.i
        fellows = tree.heads[name.i] == tree.heads[noun.i]
        if measure and tree.dep(noun) in {"dobj", "pobj"}:
            yield Mend(name.i, tree.heads[noun.i], tree.dep(noun))
            yield from _before_name(tree, noun, name)
        elif fellows and tree.dep(noun) == tree.dep(name) and tree.child(noun, "det"):
            yield from _before_name(tree, noun, name)


def _before_name(tree: Tree, noun: Token, name: Token) -> Iterator[Mend]:
    """Make a noun part of the name after it, as in "the oil giant Shell"."""
    yield Mend(noun.i, name.i, "compound")
    yield from (Mend(d.i, name.i, "det") for d in tree.children(noun, "det"))


def person_after_body(tree: Tree) -> Iterator[Mend]:
    """A second person read as a body: "Lee of the union and Poe of the club"."""
    for second in tree.having("conj"):
        body = tree.head(second)
        if second.ent_type_ != "PERSON" or body.ent_type_ == "PERSON":
            continue
        if tree.dep(body) != "pobj" or tree.tag(body) not in _NAMES:
            continue
        first = _person_before(tree, tree.head(body))
        if first is not None and body.i < second.i:
            yield from _beside_first(tree, first, body, second)


def _beside_first(
    tree: Tree, first: Token, body: Token, second: Token
) -> Iterator[Mend]:
    of = tree.head(body)
    yield Mend(second.i, first.i, "conj")
    if tree.heads[of.i] != first.i:
        yield Mend(of.i, first.i, "prep")
    for word in (*tree.children(body), *tree.children(of), *tree.children(first)):
        if tree.dep(word) in {"cc", "punct"} and body.i < word.i < second.i:
            yield Mend(word.i, first.i, tree.dep(word))
        elif tree.dep(word) == "prep" and word.i == second.i + 1:
            yield Mend(word.i, second.i, "prep")


def _person_before(tree: Tree, of: Token) -> Token | None:
    """Give the person right before a preposition who has it, or whose noun has it."""
    before = tree.tokens[of.i - 1] if of.i else of
    if before.ent_type_ != "PERSON" or tree.tag(before) not in _NAMES:
        return None
    above = tree.heads[of.i]
    return before if above in {before.i, tree.heads[before.i]} else None
