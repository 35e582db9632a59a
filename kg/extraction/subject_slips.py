"""Mend subjects that the parser cut in two, or hung on the wrong word."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.mends import Mend, as_subject, in_place_of, taken_over
from kg.extraction.verb_slips import is_finite
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.syntax import Tree

__all__ = ["inverted_copula", "joined_subjects", "opening_participle"]

_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = {"NN", "NNS", "NNP", "NNPS", "PRP", "CD"}
_PAST = {"VBD", "VBZ", "VBP", "MD"}
#: "what it got was less", "the most expensive is this one": a subject comes first.
_OPENING = {"WP", "WDT", "WRB", "DT"}
_ONE_BY_ONE = {"appos", "conj"}


def joined_subjects(tree: Tree) -> Iterator[Mend]:
    """Joined subjects read as two: "miners as well as drivers left"."""
    for first, second in _pairs(tree):
        joint = second.left_edge.i - 1
        if {tree.tag(first), tree.tag(second)} - _NOUNS or first.right_edge.i < joint:
            continue
        if any(tag in _PAST for tag in tree.tags[first.i : joint]):
            continue
        if tree.deps[joint] == "cc" and tree.heads[joint] == first.i:
            yield Mend(second.i, first.i, "conj")
            yield from (Mend(t.i, first.i, "conj") for t in _listed(tree, first, joint))


def _pairs(tree: Tree) -> Iterator[tuple[Token, Token]]:
    """Give the subjects that are next to each other under one verb."""
    order = sorted(tree.having(*_SUBJECTS), key=lambda t: (tree.heads[t.i], t.i))
    for first, second in pairwise(order):
        if tree.heads[first.i] == tree.heads[second.i]:
            yield first, second


def _listed(tree: Tree, first: Token, joint: int) -> Iterator[Token]:
    """Give what stands between commas in "banks, the fund, and some firms"."""
    for token in tree.children(first, "appos"):
        before = tree.tokens[token.left_edge.i - 1]
        after = tree.tokens[token.right_edge.i + 1]
        if before.text == "," == after.text and after.i == joint - 1:
            yield token


def inverted_copula(tree: Tree) -> Iterator[Mend]:
    """What something is, set first: "Most striking was the closing"."""
    intransitive = table_words("verbs.toml", "intransitive")
    for word in tree.having("acomp"):
        be, subject = tree.head(word), tree.child(tree.head(word), "attr")
        if tree.lemma(be) != "be" or subject is None or not word.i < be.i < subject.i:
            continue
        if (
            tree.child(be, *_SUBJECTS, "expl")
            or tree.tags[word.left_edge.i] in _OPENING
        ):
            continue
        if tree.tag(word) != "VBN" or tree.lemma(word) in intransitive:
            yield Mend(subject.i, be.i, "nsubj")
            continue
        yield in_place_of(tree, be, word)
        yield Mend(be.i, word.i, "auxpass")
        yield Mend(subject.i, word.i, "nsubjpass")
        yield from taken_over(tree, be, word, subject)


def opening_participle(tree: Tree) -> Iterator[Mend]:
    """A participle read as subject: "Taking a break in Rome, Ann Lee wrote a book"."""
    for verb in tree.having("csubj"):
        above = tree.head(verb)
        commas = [i for i in range(verb.i, above.i) if tree.tags[i] == ","]
        if tree.tag(verb) != "VBG" or not commas or not is_finite(tree, above):
            continue
        if tree.tags[verb.left_edge.i] != "VBG":
            continue
        found = tree.child(above, *_SUBJECTS)
        if found is None:
            found = _after(tree, verb, commas, above.i)
            if found is None:
                continue
            yield as_subject(tree, found, above)
        if found.i > verb.i:
            yield Mend(verb.i, above.i, "advcl")


def _after(tree: Tree, verb: Token, commas: list[int], end: int) -> Token | None:
    """Give the noun phrase that opens after a comma and hangs on the participle's."""
    for index in range(commas[0] + 1, end):
        if tree.deps[index] not in _ONE_BY_ONE or tree.tags[index] not in _NOUNS:
            continue
        token = tree.tokens[index]
        inside = any(above.i == verb.i for above in tree.above(token))
        if inside and token.left_edge.i - 1 in commas:
            return token
    return None
