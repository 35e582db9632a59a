"""Tell how cost and memory of one process grow with the number of articles."""

from __future__ import annotations

import re
import resource
from array import array
from dataclasses import replace
from itertools import cycle, islice
from math import sqrt
from statistics import linear_regression, mean
from typing import TYPE_CHECKING
from zlib import crc32

import psutil

from kg.memory import collect_seldom
from kg.pipeline import ReadingOptions, read_extractions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.model import Article

__all__ = ["renamed_anew", "tell_growth"]

_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]
#: Windows of a series, and what makes a standard error of their line the half of an
#: interval that holds the slope 95 times of 100 (Student, 18 degrees of freedom).
_WINDOWS, _T = 20, 2.10
_ROWS = 10
#: What the second hundred articles cost is told as well: the first fill tables.
_EARLY = 100
#: The first articles fill what has an end.
_FIRST = 0.2


def renamed_anew(
    articles: list[Article], count: int, cut: int | None
) -> Iterator[Article]:
    """Give so many articles, each with an id and names that no other has."""
    for number, article in enumerate(islice(cycle(articles), count)):
        yield replace(
            article,
            id=f"{article.id}-{number}",
            text=_invented(article.text[:cut], number),
            title=_invented(article.title, number),
        )


def _invented(text: str, number: int) -> str:
    """Put an invented name in place of every second name."""

    def other(found: re.Match[str]) -> str:
        name = found[0]
        if crc32(name.encode()) % 2:
            return name
        left, syllables = crc32(f"{name}{number}".encode()), [name[:2]]
        for _ in range(4):
            left, one = divmod(left, len(_SYLLABLES))
            syllables.append(_SYLLABLES[one])
        return "".join(syllables)

    return _NAME.sub(other, text)


def tell_growth(path: Path, journal: Path, count: int) -> None:
    """Read so many articles of a file, with a journal as a build has one."""
    collect_seldom()  # as the program kg does
    process = psutil.Process()
    # The series is as long at the start as in the end, lest it be what grows.
    seconds, megabytes = array("d", [0] * count), array("d", [0] * count)
    seen = 0

    def note(_article: Article) -> None:
        nonlocal seen
        seconds[seen] = sum(process.cpu_times()[:2])
        megabytes[seen] = process.memory_info().rss / 1e6
        seen += 1
        if seen == 2 * _EARLY < count // _ROWS:
            _tell(seconds, megabytes, seen, _EARLY)
        if seen % max(1, count // _ROWS) == 0:
            _tell(seconds, megabytes, seen, max(2, count // _ROWS))

    reading = ReadingOptions(on_article=note, journal=journal)
    next(read_extractions([path], options=reading))
    late = megabytes[int(_FIRST * count) :]
    slope, around = _slope(late)
    print(
        f"slope of the last {len(late)}: {1000 * slope:.3f} kB/article, "
        f"± {1000 * around:.3f} (95 %); from {min(late):.2f} to {max(late):.2f} MB"
    )
    print(f"peak {_peak():.1f} MB")


def _tell(
    seconds: Sequence[float], megabytes: Sequence[float], end: int, width: int
) -> None:
    each = 1000 * (seconds[end - 1] - seconds[end - width]) / (width - 1)
    print(
        f"{end:7} articles  {each:7.1f} ms/article  {megabytes[end - 1]:8.2f} MB",
        flush=True,
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def _slope(values: Sequence[float]) -> tuple[float, float]:
    """Give the slope of values over their numbers, and the interval around it.

    It is taken from the means of twenty windows, since neighbours are all but equal.
    """
    width = max(1, len(values) // _WINDOWS)
    means = [mean(values[n : n + width]) for n in range(0, len(values), width)]
    slope, offset = linear_regression(range(len(means)), means)
    off = sum((m - offset - slope * n) ** 2 for n, m in enumerate(means))
    spread = sum((n - (len(means) - 1) / 2) ** 2 for n in range(len(means)))
    error = sqrt(off / (len(means) - 2) / spread)
    return slope / width, _T * error / width
