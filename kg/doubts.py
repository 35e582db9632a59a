"""How unsure the parser was of what it attached, token by token.

A doubt is the negative natural logarithm of the probability that the parser gave to the
attachment it chose: 0 where it was sure, 0.7 where it could as well have tossed a coin.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

__all__ = ["Doubts", "join_doubts", "keep_doubts"]

_KEY = "doubts"


@dataclass(frozen=True, slots=True)
class Doubts:
    """The doubted tokens of a text in order, and the sums of the doubts before each."""

    places: tuple[int, ...]
    sums: tuple[float, ...]

    @classmethod
    def of(cls, doc: Doc) -> Doubts | None:
        """Give what is known of a Doc; None if its parser told nothing."""
        found: dict[int, float] | None = doc.user_data.get(_KEY)
        if found is None:
            return None
        places = tuple(sorted(found))
        return cls(places, tuple(accumulate((found[p] for p in places), initial=0.0)))

    def between(self, first: int, last: int) -> float:
        """Give the sum of the doubts from a token to another one, with both.

        >>> Doubts((2, 5), (0.0, 0.5, 1.5)).between(3, 5)
        1.0
        """
        start, end = bisect_left(self.places, first), bisect_right(self.places, last)
        return self.sums[end] - self.sums[start]


def keep_doubts(doc: Doc, doubts: Mapping[int, float]) -> None:
    """Keep doubts by token where ``Doubts.of`` finds them."""
    doc.user_data[_KEY] = dict(doubts)


def join_doubts(docs: Sequence[Doc], joined: Doc) -> None:
    """Keep for a Doc the doubts of those that it was made from, where these are."""
    if not all(_KEY in doc.user_data for doc in docs):
        return
    starts = accumulate((len(doc) for doc in docs), initial=0)
    pairs = zip(starts, docs, strict=False)
    found = {
        start + place: doubt
        for start, doc in pairs
        for place, doubt in doc.user_data[_KEY].items()
    }
    keep_doubts(joined, found)
