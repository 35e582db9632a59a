"""The outlines of boxes: a shape, a centre and a size in, polygons and curves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.diagrams.styles import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from matplotlib.path import Path

    from kg.diagrams.layout import Point, Size

__all__ = ["inset", "outline"]

_ARC = 0.5523  # how far control points stand from the ends of a quarter circle
_Corners = tuple[float, float, float, float]  # left, bottom, right, top


def inset(shape: Shape, height: float) -> float:
    """Give the width that a shape needs on each side of its words, in points."""
    wide = {Shape.HEXAGON: 0.32, Shape.PILL: 0.25, Shape.SIGN: 0.3, Shape.SLANT: 0.3}
    return 5.0 + min(height, 30) * wide.get(shape, 0.1)


def outline(shape: Shape, centre: Point, size: Size) -> Path:
    """Draw the outline of a box."""
    x, y = size.width / 2, size.height / 2
    corners = (centre.x - x, centre.y - y, centre.x + x, centre.y + y)
    return _OUTLINES[shape](corners)


def _polygon(points: list[tuple[float, float]]) -> Path:
    from matplotlib.path import Path  # noqa: PLC0415 - slow

    return Path([*points, points[0]], closed=True)


def _rounded(corners: _Corners, radius: float) -> Path:
    from matplotlib.path import Path  # noqa: PLC0415 - slow

    left, bottom, right, top = corners
    r, c = radius, radius * (1 - _ARC)
    points = [
        (left + r, bottom), (right - r, bottom),
        (right - c, bottom), (right, bottom + c), (right, bottom + r),
        (right, top - r),
        (right, top - c), (right - c, top), (right - r, top),
        (left + r, top),
        (left + c, top), (left, top - c), (left, top - r),
        (left, bottom + r),
        (left, bottom + c), (left + c, bottom), (left + r, bottom),
    ]  # fmt: skip
    line, curve = [Path.LINETO], [Path.CURVE4] * 3
    codes = [Path.MOVETO, *line, *curve, *line, *curve, *line, *curve, *line, *curve]
    return Path(points, codes)


def _pill(corners: _Corners) -> Path:
    height = corners[3] - corners[1]
    return _rounded(corners, min(height / 2, 13.0))


def _round(corners: _Corners) -> Path:
    return _rounded(corners, 4.0)


def _box(corners: _Corners) -> Path:
    left, bottom, right, top = corners
    return _polygon([(left, bottom), (right, bottom), (right, top), (left, top)])


def _hexagon(corners: _Corners) -> Path:
    left, bottom, right, top = corners
    middle, cut = (bottom + top) / 2, min((top - bottom) * 0.3, 9.0)
    return _polygon(
        [
            (left, middle), (left + cut, bottom), (right - cut, bottom),
            (right, middle), (right - cut, top), (left + cut, top),
        ]
    )  # fmt: skip


def _sign(corners: _Corners) -> Path:
    left, bottom, right, top = corners
    middle, cut = (bottom + top) / 2, min((top - bottom) * 0.3, 9.0)
    return _polygon(
        [
            (left, bottom), (right - cut, bottom), (right, middle),
            (right - cut, top), (left, top),
        ]
    )  # fmt: skip


def _slant(corners: _Corners) -> Path:
    left, bottom, right, top = corners
    cut = min((top - bottom) * 0.3, 8.0)
    return _polygon(
        [(left, bottom), (right - cut, bottom), (right, top), (left + cut, top)]
    )


def _octagon(corners: _Corners) -> Path:
    left, bottom, right, top = corners
    c = min((top - bottom) * 0.3, 5.0)
    return _polygon(
        [
            (left + c, bottom), (right - c, bottom), (right, bottom + c),
            (right, top - c), (right - c, top), (left + c, top),
            (left, top - c), (left, bottom + c),
        ]
    )  # fmt: skip


def _note(corners: _Corners) -> Path:
    from matplotlib.path import Path  # noqa: PLC0415 - slow

    left, bottom, right, top = corners
    c = 6.0
    page = _polygon(
        [
            (left, bottom),
            (right, bottom),
            (right, top - c),
            (right - c, top),
            (left, top),
        ]
    )
    fold = Path([(right - c, top), (right - c, top - c), (right, top - c)])
    return Path.make_compound_path(page, fold)


def _double(corners: _Corners) -> Path:
    from matplotlib.path import Path  # noqa: PLC0415 - slow

    left, bottom, right, top = corners
    inner = (left + 2.4, bottom + 2.4, right - 2.4, top - 2.4)
    return Path.make_compound_path(_round(corners), _rounded(inner, 2.5))


def _bracket(corners: _Corners) -> Path:
    from matplotlib.path import Path  # noqa: PLC0415 - slow

    left, bottom, right, top = corners
    c = 4.0
    ends = [
        [(x + step, bottom), (x, bottom), (x, top), (x + step, top)]
        for x, step in ((left, c), (right, -c))
    ]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO]
    return Path([*ends[0], *ends[1]], codes * 2)


_OUTLINES: Mapping[Shape, Callable[[_Corners], Path]] = {
    Shape.PILL: _pill,
    Shape.BOX: _box,
    Shape.HEXAGON: _hexagon,
    Shape.SIGN: _sign,
    Shape.DOUBLE: _double,
    Shape.SLANT: _slant,
    Shape.OCTAGON: _octagon,
    Shape.NOTE: _note,
    Shape.ROUND: _round,
    Shape.BRACKET: _bracket,
}
