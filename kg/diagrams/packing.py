"""Pack rectangles onto a page: sizes in, places and the size of all of them out."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Packed", "pack"]

_GAP = 26.0
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Packed:
    """The lower left corners of rectangles in the order given; y goes up."""

    width: float
    height: float
    places: tuple[tuple[float, float], ...]


def pack(
    sizes: Sequence[tuple[float, float]], page_width: float, page_height: float
) -> Packed:
    """Pack rectangles so that all of them can be drawn as large as possible.

    >>> pack([(10, 10), (10, 10)], 100, 20).places
    ((0.0, 0.0), (36.0, 0.0))
    """
    if not sizes:
        return Packed(1.0, 1.0, ())
    widths = sorted({ceil(width) for width in _widths(sizes, page_width)})
    trials = [_shelved(sizes, width) for width in widths]
    return min(
        trials,
        key=lambda p: (
            round(max(p.width / page_width, p.height / page_height), 3),
            p.width * p.height,
        ),
    )


def _widths(sizes: Sequence[tuple[float, float]], page: float) -> Iterator[float]:
    widest = max(width for width, _ in sizes)
    total = sum(width + _GAP for width, _ in sizes)
    yield from (max(widest, page * part / 10) for part in range(3, 16))
    yield max(widest, total)


def _shelved(sizes: Sequence[tuple[float, float]], limit: float) -> Packed:
    """Put the tallest first at the lowest place from the top where it still fits.

    The skyline is kept as columns (left, right, depth), the page growing downwards.
    """
    order = sorted(range(len(sizes)), key=lambda n: (-sizes[n][1], -sizes[n][0], n))
    skyline: list[tuple[float, float, float]] = [(0.0, limit + _GAP, 0.0)]
    corners: dict[int, tuple[float, float]] = {}
    for n in order:
        width, height = sizes[n][0] + _GAP, sizes[n][1] + _GAP
        left, depth = _place(skyline, width, limit + _GAP)
        corners[n] = (left, depth)
        skyline = _raised(skyline, left, left + width, depth + height)
    full_width = max(corners[n][0] + sizes[n][0] for n in order)
    full_height = max(corners[n][1] + sizes[n][1] for n in order)
    places = tuple(
        (corners[n][0], full_height - corners[n][1] - sizes[n][1])
        for n in range(len(sizes))
    )
    return Packed(full_width, full_height, places)


def _place(
    skyline: list[tuple[float, float, float]], width: float, limit: float
) -> tuple[float, float]:
    spots = []
    for left, _, _ in skyline:
        if left + width <= limit + _TINY:
            under = [d for a, b, d in skyline if a < left + width - _TINY and b > left]
            spots.append((max(under), left))
    depth, left = min(spots)
    return left, depth


def _raised(
    skyline: list[tuple[float, float, float]], left: float, right: float, depth: float
) -> list[tuple[float, float, float]]:
    parts = [(left, right, depth)]
    for a, b, d in skyline:
        if a < left:
            parts.append((a, min(b, left), d))
        if b > right:
            parts.append((max(a, right), b, d))
    return sorted(part for part in parts if part[1] - part[0] > _TINY)
