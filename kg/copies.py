"""Tell which articles are copies of each other, as agencies' reports are.

Copies count as one source: what ten papers print of one report is said once.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import sha256
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from kg.memory import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from numpy import uint64
    from numpy.typing import NDArray

    from kg.model import Article

__all__ = [
    "Place",
    "bands_of",
    "copies_among",
    "find_copies",
    "mark_copies",
    "meetings",
    "signature",
]

#: Two articles are copies when they have in common this share of their runs of words.
_SHARE = 0.5
#: How many words make a run.
_RUN = 4
#: A text of fewer runs than this may be equal to another by chance.
_FEW = 20
#: Bands of a signature and numbers in each. Of the pairs that are just alike enough, 1
#: in 5,000 meets in no band (MinHash with banding, after Broder 1997).
_BANDS, _ROWS = 64, 3
_WORD = re.compile(r"\w+")
_Runs = frozenset[int]
_DIGITS = 8
#: How many articles' runs are kept at hand.
_HELD = 64
#: Where an article can be found again.
Place: TypeAlias = tuple[int, ...]
#: A band of an article: its number, the article's age, id and place.
Banded: TypeAlias = tuple[int, str, str, Place]
#: An article where it meets others: its age and id, the band, its place.
Meeting: TypeAlias = tuple[str, str, int, Place]


def mark_copies(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Give the articles with what they are copies of; what is known already stays."""
    articles = tuple(articles)
    copies = find_copies(articles)
    return tuple(
        replace(one, copy_of=copies[one.id]) if one.id in copies else one
        for one in articles
    )


def find_copies(articles: Iterable[Article]) -> Mapping[str, str]:
    """Give for each copy the article that stands for all of them, both by their ids.

    The earliest article stands for its copies, or else the first by its id, so the
    order in which articles come changes nothing.
    """
    by_number = dict(enumerate(articles))
    bands = sorted(
        (band, age, article.id, (number,))
        for number, article in by_number.items()
        for age, words in (signature(article),)
        for band in bands_of(words)
    )
    met = sorted(meetings(bands))
    return dict(copies_among(met, lambda place: by_number[place[0]].text))


def signature(article: Article) -> tuple[str, str]:
    """Give what sorts an article by age, and words that tell its copies; empty if few.

    The words are numbers of eight hexadecimal digits, one a band.
    """
    age = article.date.isoformat() if article.date else "~"
    runs = _runs(article.text)
    if len(runs) < _FEW:
        return age, ""
    return age, "".join(f"{crc32(band):08x}" for band in _bands(runs))


def bands_of(words: str) -> Iterator[int]:
    """Give the bands of a signature, as numbers that differ from band to band."""
    for band in range(len(words) // _DIGITS):
        digits = words[band * _DIGITS : (band + 1) * _DIGITS]
        yield (band << 32) + int(digits, 16)


def meetings(bands: Iterable[Banded]) -> Iterator[Meeting]:
    """Give where articles meet: those with a band in common, which comes in order."""
    for band, group in groupby(bands, key=itemgetter(0)):
        same = list(islice(group, 2))
        if len(same) > 1:
            for _, age, key, place in chain(same, group):
                yield age, key, band, place


def copies_among(
    met: Iterable[Meeting], text_of: Callable[[Place], str]
) -> Iterator[tuple[str, str]]:
    """Give the copies among articles that meet, which come in order, and what of."""
    originals = _Originals()
    runs = lru_cache(_HELD)(lambda place: _runs(text_of(place)))
    for (_, key), group in groupby(met, key=itemgetter(0, 1)):
        bands, places = zip(*((row[2], row[3]) for row in group), strict=True)
        near = originals.near(bands)
        own = runs(places[0]) if near else frozenset[int]()
        of = next((other for other, at in near if _alike(own, runs(at))), None)
        if of is not None:
            yield key, of
        else:
            originals.add(key, places[0], bands)


class _Originals:
    """Articles that are no copies, by their bands; on disk, if there are many."""

    def __init__(self) -> None:
        self._count = 0
        self._articles: Table[bytes] = Table()
        self._bands: Table[int] = Table()

    def add(self, key: str, place: Place, bands: Iterable[int]) -> None:
        """Take in an article with the bands in which it meets others."""
        own = _number(self._count)
        self._articles.add(own, json.dumps([key, *place]).encode())
        for band in bands:
            self._bands.add(_number(band) + own, self._count)
        self._count += 1

    def near(self, bands: Iterable[int]) -> list[tuple[str, Place]]:
        """Give the articles that have one of the bands, each with its place."""
        met = dict.fromkeys(n for b in bands for n in self._bands.below(_number(b)))
        rows = (json.loads(self._articles.get(_number(n)) or b"") for n in met)
        return [(key, tuple(place)) for key, *place in rows]


def _number(value: int) -> bytes:
    return value.to_bytes(8, "big")


def _runs(text: str) -> _Runs:
    """Give the runs of words of a text as numbers."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    return frozenset(
        crc32(b" ".join(words[n : n + _RUN])) for n in range(len(words) - _RUN + 1)
    )


@cache
def _factors() -> NDArray[uint64]:
    """Give an odd number for each hash, as chance as they come and always the same."""
    import numpy as np  # noqa: PLC0415 - heavy for those who only ask

    digests = (sha256(b"%d" % n).digest() for n in range(_BANDS * _ROWS))
    odd = [int.from_bytes(digest[:8], "big") | 1 for digest in digests]
    return np.array(odd, dtype=np.uint64)[:, None]


def _bands(runs: _Runs) -> tuple[bytes, ...]:
    """Give keys of which alike articles have one or more in common."""
    import numpy as np  # noqa: PLC0415 - heavy for those who only ask

    numbers = np.fromiter(runs, dtype=np.uint64, count=len(runs))
    # The upper half of a product with an odd number is a hash (Dietzfelbinger 1997).
    hashes = ((_factors() * numbers) >> np.uint64(32)).min(axis=1)
    rows = hashes.astype(np.uint32).reshape(_BANDS, _ROWS)
    return tuple(b"%d " % band + row.tobytes() for band, row in enumerate(rows))


def _alike(one: _Runs, other: _Runs) -> bool:
    return len(one & other) >= _SHARE * len(one | other)
