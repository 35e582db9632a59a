"""A blank page to draw on: lines, outlines and words in points; nothing of graphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.diagrams.layout import Point
from kg.diagrams.letters import drawable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path

    from kg.diagrams.layout import Size
    from kg.diagrams.letters import Font

__all__ = ["Canvas", "Pen", "blank"]

_ARROW, _BARB = 7.0, 2.9  # length and half width of an arrow's head
_MIDDLE = 0.35  # how far the middle of small letters is above their baseline


@dataclass(frozen=True, slots=True)
class Pen:
    """Colour, width and dashes of a line; ``fill`` for what is closed."""

    colour: str
    width: float = 1.1
    dashes: tuple[float, ...] = ()
    fill: str = "none"


@dataclass(frozen=True, slots=True)
class Canvas:
    """A figure whose unit is the point, with the origin below left.

    ``titles`` tells by the id of a drawn thing what a reader may ask of it. Unless
    ``any_letters``, what no font has is drawn as a white box.
    """

    figure: Figure
    axes: Axes
    size: Size
    any_letters: bool = False
    titles: dict[str, str] = field(default_factory=dict)

    def draw_path(self, path: Path, pen: Pen, gid: str, **more: Any) -> None:  # noqa: ANN401
        """Draw an outline or a line."""
        from matplotlib.patches import PathPatch  # noqa: PLC0415 - slow

        style: Any = (0, pen.dashes) if pen.dashes else "solid"
        patch = PathPatch(
            path, facecolor=pen.fill, edgecolor=pen.colour, linewidth=pen.width,
            linestyle=style, joinstyle="round", capstyle="butt", gid=gid, **more,
        )  # fmt: skip
        self.axes.add_patch(patch)

    def draw_curve(
        self, points: Sequence[Point], pen: Pen, gid: str, *, arrow: bool
    ) -> None:
        """Draw Béziers, with an arrow's head at their end."""
        from matplotlib.path import Path  # noqa: PLC0415 - slow

        corners = [(point.x, point.y) for point in points]
        if arrow:
            head, neck = _head(points[-2], points[-1])
            corners[-1] = neck
            tip = Pen(pen.colour, width=0.4, fill=pen.colour)
            self.draw_path(Path([*head, head[0]], closed=True), tip, f"{gid}-arrow")
        codes = [Path.MOVETO] + [Path.CURVE4] * (len(corners) - 1)
        self.draw_path(Path(corners, codes), pen, gid)

    def write(
        self,
        text: str,
        place: Point,
        font: Font,
        colour: str,
        gid: str,
        **more: Any,  # noqa: ANN401
    ) -> None:
        """Write a line of text whose small letters are centred at a height."""
        text = text if self.any_letters else drawable(text)
        self.axes.text(
            place.x, place.y - _MIDDLE * font.size, text, parse_math=False,
            fontproperties=font.properties(), color=colour, gid=gid,
            verticalalignment="baseline", **more,
        )  # fmt: skip


def blank(size: Size, ground: str, *, any_letters: bool = False) -> Canvas:
    """Make an empty canvas of a size and colour."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - slow
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(size.width / 72, size.height / 72), facecolor=ground)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, size.width)
    axes.set_ylim(0, size.height)
    return Canvas(figure, axes, size, any_letters)


def _head(
    before: Point, tip: Point
) -> tuple[list[tuple[float, float]], tuple[float, float]]:
    """Give the three corners of an arrow's head, and where its line ends."""
    dx, dy = tip.x - before.x, tip.y - before.y
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    dx, dy = dx / length, dy / length
    base = Point(tip.x - _ARROW * dx, tip.y - _ARROW * dy)
    corners = [
        (tip.x, tip.y),
        (base.x - _BARB * dy, base.y + _BARB * dx),
        (base.x + _BARB * dy, base.y - _BARB * dx),
    ]
    return corners, (base.x + dx, base.y + dy)
