"""Check a drawn figure: what lies over what, and what is cut off by the border."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kg.diagrams.letters import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.transforms import Bbox

__all__ = ["overlaps", "small_letters"]

_SLACK = 1.0  # points by which the boxes of two fonts' letters may touch


def overlaps(figure: Figure) -> tuple[str, ...]:
    """Name what overlaps or is cut off in a figure drawn by kg; nothing is best.

    The boxes are those of the drawn letters and outlines, not those of the layout:
    labels against labels, labels against boxes that are not theirs, boxes against
    boxes, words against their own box, and everything against the border.
    """
    figure.draw_without_rendering()
    parts = {gid: (artist, _extent(artist)) for gid, artist in _artists(figure)}
    words = [
        gid for gid in parts if _kind(gid) in {"words", "label", "frame", "legend"}
    ]
    words = [gid for gid in words if _is_text(parts[gid][0])]
    boxes = [gid for gid in parts if _kind(gid) == "box"]
    return (
        *_crossing(parts, words, boxes),
        *_leaving(parts, words, boxes),
        *_cut(figure, parts),
    )


def small_letters(figure: Figure, least: float) -> tuple[str, ...]:
    """Name the labels whose letters are smaller than so many points."""
    return tuple(
        f"{text.get_gid()} has {text.get_fontsize()} pt"
        for text in figure.axes[0].texts
        if float(text.get_fontsize()) < least
    )


def _artists(figure: Figure) -> Iterator[tuple[str, Artist]]:
    for artist in (*figure.axes[0].texts, *figure.axes[0].patches):
        gid = artist.get_gid()
        if gid:
            yield gid, artist


def _is_text(artist: Artist) -> bool:
    return hasattr(artist, "get_fontsize")


def _extent(artist: Artist) -> Bbox:
    return artist.get_window_extent()


def _kind(gid: str) -> str:
    return gid.partition("-")[0]


def _owner(gid: str) -> str:
    """Give what a line of text belongs to: lines of one label may touch."""
    return gid.rpartition("-")[0]


def _crossing(
    parts: dict[str, tuple[Artist, Bbox]], words: list[str], boxes: list[str]
) -> Iterator[str]:
    for one, other in combinations((*words, *boxes), 2):
        if _owner(one) == _owner(other) and one in words and other in words:
            continue
        if other in boxes and _owner(one).replace("words", "box") == other:
            continue
        if _overlap(parts[one][1], parts[other][1]):
            yield f"{_named(parts, one)} overlaps {_named(parts, other)}"


def _leaving(
    parts: dict[str, tuple[Artist, Bbox]], words: list[str], boxes: list[str]
) -> Iterator[str]:
    for gid in words:
        box = _owner(gid).replace("words", "box")
        if _kind(gid) == "words" and box in boxes:
            inner, outer = parts[gid][1], parts[box][1]
            if inner.x0 < outer.x0 or inner.x1 > outer.x1:
                yield f"{_named(parts, gid)} is wider than its box"
            if inner.y0 < outer.y0 - 1 or inner.y1 > outer.y1 + 1:
                yield f"{_named(parts, gid)} is higher than its box"


def _cut(figure: Figure, parts: dict[str, tuple[Artist, Bbox]]) -> Iterator[str]:
    page = figure.bbox
    for gid, (_, box) in parts.items():
        inside = page.x0 <= box.x0 and box.x1 <= page.x1
        if not (inside and page.y0 <= box.y0 and box.y1 <= page.y1):
            yield f"{_named(parts, gid)} is cut by the border"


def _overlap(one: Bbox, other: Bbox) -> bool:
    wide = float(min(one.x1, other.x1) - max(one.x0, other.x0))
    high = float(min(one.y1, other.y1) - max(one.y0, other.y0))
    return wide > _SLACK and high > _SLACK


def _named(parts: dict[str, tuple[Artist, Bbox]], gid: str) -> str:
    artist = parts[gid][0]
    return f"{gid} {clean(artist.get_text())!r}" if hasattr(artist, "get_text") else gid
