"""Correct the parse of a Doc in a copy of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "Mend",
    "as_perfect",
    "as_subject",
    "corrected",
    "in_place_of",
    "is_in_ring",
    "taken_over",
]

_ATTRIBUTES: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_COARSE = {"JJ": "ADJ", "NN": "NOUN", "NNS": "NOUN", "POS": "PART"}


@dataclass(frozen=True, slots=True)
class Mend:
    """A token's new head and relation; its tag and lemma where these are wrong too."""

    index: int
    head: int
    dep: str
    tag: str = ""
    lemma: str = ""


def in_place_of(tree: Tree, old: Token, new: Token, tag: str = "") -> Mend:
    """Give a token the place that another has in the sentence, be that its root."""
    is_root = tree.heads[old.i] == old.i
    return Mend(new.i, new.i if is_root else tree.heads[old.i], tree.dep(old), tag)


def taken_over(tree: Tree, old: Token, new: Token, *but: Token) -> Iterator[Mend]:
    """Hang on a token what hangs on another, but for itself and some."""
    kept = {new.i, *(token.i for token in but)}
    for child in tree.children(old):
        if child.i not in kept:
            yield Mend(child.i, new.i, tree.dep(child))


def as_subject(tree: Tree, noun: Token, verb: Token) -> Mend:
    """Make a noun the subject of a verb, by its voice."""
    passive = tree.child(verb, "auxpass") is not None
    return Mend(noun.i, verb.i, "nsubjpass" if passive else "nsubj")


def as_perfect(tree: Tree, have: Token, verb: Token) -> Iterator[Mend]:
    """Make a "have" the auxiliary of a participle that the parser hung below it."""
    yield in_place_of(tree, have, verb)
    yield from taken_over(tree, have, verb)
    yield Mend(have.i, verb.i, "aux")


def corrected(doc: Doc, mends: Collection[Mend]) -> Doc:
    """Give a copy with some tokens mended; the same Doc when that would be no tree."""
    rows = doc.to_array(_ATTRIBUTES)
    strings = doc.vocab.strings
    steps = rows[:, 0].astype("int64").tolist()
    heads = [index + step for index, step in enumerate(steps)]
    mended = [mend.index for mend in mends]
    for mend in mends:
        heads[mend.index] = mend.head
        rows[mend.index, 0] = (mend.head - mend.index) % 2**64
        rows[mend.index, 1] = strings.add(mend.dep)
        if mend.tag:
            rows[mend.index, 2] = strings.add(mend.tag)
            rows[mend.index, 3] = strings.add(_COARSE.get(mend.tag, "VERB"))
        if mend.lemma:
            rows[mend.index, 4] = strings.add(mend.lemma)
    if any(is_in_ring(heads, index) for index in mended):
        return doc
    # spaCy's stubs take the array for one of floats.
    return doc.copy().from_array(_ATTRIBUTES, rows)  # type: ignore[arg-type]


def is_in_ring(heads: list[int], start: int) -> bool:
    """Tell whether a token is among those above itself; a ring has a mended token."""
    seen = {start}
    index = heads[start]
    while index not in seen:
        if heads[index] == index:
            return False
        seen.add(index)
        index = heads[index]
    return heads[start] != start
