"""Tell which articles are copies of each other, as agencies' reports are.

Copies count as one source: what ten papers print of one report is said once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy import uint64
    from numpy.typing import NDArray

    from kg.model import Article

__all__ = ["find_copies", "mark_copies"]

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
    ordered = sorted(articles, key=_age)
    originals: dict[bytes, list[Article]] = defaultdict(list)
    found: dict[str, str] = {}
    for article in ordered:
        runs = _runs(article)
        if len(runs) < _FEW:
            continue
        bands = _bands(runs)
        near = {one.id: one for band in bands for one in originals.get(band, ())}
        original = next((one for one in near.values() if _alike(runs, one)), None)
        if original is not None:
            found[article.id] = original.id
            continue
        for band in bands:
            originals[band].append(article)
    return found


def _age(article: Article) -> tuple[str, str]:
    return (article.date.isoformat() if article.date else "~", article.id)


def _runs(article: Article) -> _Runs:
    """Give the runs of words of an article as numbers."""
    words = [word.encode() for word in _WORD.findall(article.text.casefold())]
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


def _alike(runs: _Runs, other: Article) -> bool:
    others = _runs(other)
    return len(runs & others) >= _SHARE * len(runs | others)
