"""Mend words of verbs that the model cut, or whose lemma it does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.mends import Mend
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.syntax import Tree

__all__ = ["lemma_without_e", "short_auxiliary", "split_prefix"]

_SHORT = re.compile(r"(?:qu|[^aeiou]*)[aeiouy][bcdfghjklmnpqrstvz]")
_INFLECTED = {"VBD", "VBG", "VBN", "VBZ"}
_VERBAL = {*_INFLECTED, "VB"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def split_prefix(tree: Tree) -> Iterator[Mend]:
    """A prefix read as a verb of its own: "was re-elected", "co-founded"."""
    prefixes = read_toml("repairs.toml")["prefixes"]["words"]
    for place, lemma in enumerate(tree.lemmas[1:-1], 1):
        index = place - 1
        if lemma != "-" or tree.tags[index] == "NNP":
            continue
        prefix, dash, verb = tree.tokens[index : index + 3]
        if prefix.lower_ not in prefixes or tree.tags[index + 2] not in _VERBAL:
            continue
        own = next((a for a in (prefix, dash) if _carries(tree, a, verb)), verb)
        outside = (
            own.i if tree.heads[own.i] in {index, index + 1} else tree.heads[own.i]
        )
        head = verb.i if outside == own.i else outside
        yield Mend(verb.i, head, tree.dep(own), lemma=f"{prefix.lower_}-{verb.lemma_}")
        yield Mend(prefix.i, verb.i, "prefix")
        yield Mend(dash.i, verb.i, "prefix")
        for part in (prefix, dash):
            for child in tree.children(part):
                if child.i not in {index, index + 1, index + 2}:
                    yield Mend(child.i, verb.i, tree.dep(child))


def _carries(tree: Tree, part: Token, verb: Token) -> bool:
    """Tell whether a part of "re-elected" has the verb's place in the sentence."""
    return tree.head(verb).i == part.i or tree.heads[part.i] == part.i


def short_auxiliary(tree: Tree) -> Iterator[Mend]:
    """A short form with a curly mark, whose lemma the model does not know: "he’s"."""
    lemmas = read_toml("repairs.toml")["short_forms"]
    for index, tag in enumerate(tree.tags):
        if tag not in _FINITE or tree.lemmas[index] not in {"’", "’s", "s"} | set(
            lemmas
        ):
            continue
        verb = tree.tokens[index]
        lemma = lemmas.get(verb.lower_)
        if lemma is None or verb.lemma_ == lemma:
            continue
        if verb.lower_ == "’s" and tree.dep(verb) == "aux":
            lemma = "have" if tree.tag(tree.head(verb)) == "VBN" else "be"
        yield Mend(index, tree.heads[index], tree.dep(verb), lemma=lemma)


def lemma_without_e(tree: Tree) -> Iterator[Mend]:
    """A short verb's lemma that lost its e: "hated", "fined", "rages".

    One syllable with one vowel would have doubled its consonant: "hatted", "finned".
    """
    for index, tag in enumerate(tree.tags):
        lemma = tree.lemmas[index]
        if tag not in _INFLECTED or not _SHORT.fullmatch(lemma):
            continue
        verb = tree.tokens[index]
        ending = verb.lower_.removeprefix(lemma)
        if ending in {"ed", "ing"} or (ending == "es" and not lemma.endswith("s")):
            yield Mend(verb.i, tree.heads[verb.i], tree.dep(verb), lemma=lemma + "e")
