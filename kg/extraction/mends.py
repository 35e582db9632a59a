"""Correct the parse of a Doc in a copy of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Doc

__all__ = ["Mend", "corrected", "is_in_ring"]

_ATTRIBUTES: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_COARSE = {"JJ": "ADJ", "NN": "NOUN", "NNS": "NOUN"}


@dataclass(frozen=True, slots=True)
class Mend:
    """A token's new head and relation; its tag and lemma where these are wrong too."""

    index: int
    head: int
    dep: str
    tag: str = ""
    lemma: str = ""


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
