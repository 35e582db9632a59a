"""Mend nouns that the parser hung in the wrong place: lists, names, appositions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.mends import Mend
from kg.extract.verb_slips import is_finite
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extract.syntax import Tree

__all__ = [
    "ampersand",
    "apposition_to_name",
    "country_list",
    "list_of_three",
    "lost_name",
    "second_subject",
    "split_compound",
]

_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_CLOSING = {",", "-", "–", "—", ")", "."}


def second_subject(tree: Tree) -> Iterator[Mend]:
    """An apposition read as a second subject: "Bluth, patriarch of the house, is"."""
    for verb in tree.tokens:
        if not tree.is_verb(verb):
            continue
        subjects = tree.children(verb, *_SUBJECTS)
        for first, second in pairwise(subjects):
            if tree.tag(second) not in {*_NOUNS, "CD", "DT"}:
                continue
            if tree.tokens[second.left_edge.i - 1].text == ",":
                yield Mend(second.i, first.i, "appos")


def split_compound(tree: Tree) -> Iterator[Mend]:
    """Parts of one noun read as two objects: "non - residents", "President Putin"."""
    for preposition in tree.tokens:
        nouns = tree.children(preposition, "pobj", "dobj")
        for first, second in pairwise(nouns):
            if tree.dep(first) == tree.dep(second) and _is_one(tree, first, second):
                yield Mend(first.i, nouns[-1].i, "compound")


def _is_one(tree: Tree, first: Token, second: Token) -> bool:
    if "-" in {first.text, second.text}:
        return True
    if tree.tag(second) != "NNP" or second.left_edge.i != first.i + 1:
        return False
    return tree.tag(first).startswith("NN") and not tree.child(second, "det")


def ampersand(tree: Tree) -> Iterator[Mend]:
    """A firm's name read as two firms: "Fraser & Neave Ltd."."""
    for sign in tree.tokens:
        if sign.text != "&" or tree.dep(sign) != "cc":
            continue
        first = tree.head(sign)
        joined = tree.child(first, "conj")
        if joined is None or tree.dep(first) == "compound" or joined.i < sign.i:
            continue
        head = joined.i if tree.heads[first.i] == first.i else tree.heads[first.i]
        yield Mend(joined.i, head, tree.dep(first))
        yield Mend(first.i, joined.i, "compound")
        for child in tree.children(first):
            if child.i > joined.i:
                yield Mend(child.i, joined.i, tree.dep(child))


def list_of_three(tree: Tree) -> Iterator[Mend]:
    """The second of a list read as an apposition: "the mayor, the bishop and I"."""
    for second in tree.tokens:
        if tree.dep(second) != "appos" or not tree.child(second, "cc"):
            continue
        last = second.right_edge.i + 1
        if tree.tokens[second.left_edge.i - 1].text != "," or last >= len(tree.tokens):
            continue
        if tree.child(second, "conj") and tree.tokens[last].text not in _CLOSING:
            yield Mend(second.i, tree.heads[second.i], "conj")


def country_list(tree: Tree) -> Iterator[Mend]:
    """A list of countries read as one's name: "from Denmark, the Netherlands"."""
    for second in tree.tokens:
        first = tree.head(second)
        if tree.dep(second) != "appos" or not tree.child(second, "det"):
            continue
        if first.ent_type_ == second.ent_type_ == "GPE":
            yield Mend(second.i, first.i, "conj")


def apposition_to_name(tree: Tree) -> Iterator[Mend]:
    """An apposition hung on a noun far before the name that it explains."""
    classes = read_toml("repairs.toml")["apposition"]
    for noun in tree.tokens:
        far = tree.head(noun)
        if tree.dep(noun) != "appos" or far.ent_type_ or tree.tag(noun) not in _NOUNS:
            continue
        for row in classes:
            names = [
                t
                for t in tree.tokens[far.i + 1 : noun.left_edge.i]
                if t.ent_type_ in row["names"] and tree.dep(t) in {"pobj", "conj"}
            ]
            if tree.lemma(noun) in row["words"] and names:
                yield Mend(noun.i, names[-1].i, "appos")
                break


def lost_name(tree: Tree) -> Iterator[Mend]:
    """A person read as a measure: "Barbara, unable to leave, fought"."""
    for noun in tree.tokens:
        if tree.dep(noun) != "npadvmod" or noun.ent_type_ != "PERSON":
            continue
        for verb in tree.above(noun):
            if is_finite(tree, verb) and noun.i < verb.i:
                if not tree.child(verb, *_SUBJECTS, "expl"):
                    yield Mend(noun.i, verb.i, "nsubj")
                break
