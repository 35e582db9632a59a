"""Draw a view: boxes, labelled lines and the frame around them on one figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.diagrams.blocks import CROSS, Ink, edge_block, node_block
from kg.diagrams.canvas import Pen, blank
from kg.diagrams.layout import RULE, Point, Size, label_key
from kg.diagrams.legend import draw_cross, draw_frame, frame_of, status_pen
from kg.diagrams.placing import box_sizes
from kg.diagrams.shapes import outline
from kg.diagrams.styles import Status, number, palette_of, shape_of

if TYPE_CHECKING:
    from kg.diagrams.blocks import Block
    from kg.diagrams.canvas import Canvas
    from kg.diagrams.layout import Placement
    from kg.diagrams.legend import Frame
    from kg.diagrams.styles import Palette, Theme
    from kg.diagrams.view import ShownEdge, ShownNode, View

__all__ = ["draw_view"]

_LEAST_WIDTH = 460.0


def draw_view(
    view: View, placement: Placement, theme: Theme, *, any_letters: bool = False
) -> Canvas:
    """Draw a view that has been laid out.

    With ``any_letters`` words are kept as they are, for files whose reader brings the
    fonts; else letters that no font here has become white boxes.
    """
    margin = number("page", "margin")
    palette = palette_of(theme)
    width = max(placement.size.width, _LEAST_WIDTH)
    frame = frame_of(view, width)
    canvas = blank(
        _page(placement, frame, width), palette.ground, any_letters=any_letters
    )
    moved = placement.moved(
        margin + (width - placement.size.width) / 2, margin + frame.below
    )
    boxes = box_sizes(view)
    for n, edge in enumerate(view.edges):
        _draw_edge(canvas, moved, n, edge, palette)
    _draw_rules(canvas, moved, palette)
    for n, node in enumerate(view.nodes):
        size = boxes[node.id]
        _draw_box(canvas, moved.centres[node.id], size, (n, node), palette)
    draw_frame(canvas, frame, palette)
    canvas.titles["picture"] = view.title
    return canvas


def _page(placement: Placement, frame: Frame, width: float) -> Size:
    margin = number("page", "margin")
    height = placement.size.height + frame.above + frame.below
    return Size(width + 2 * margin, height + 2 * margin)


def _draw_rules(canvas: Canvas, placement: Placement, palette: Palette) -> None:
    for n, curve in enumerate(placement.curves):
        if curve.link == RULE:
            canvas.draw_curve(
                curve.points, Pen(palette.faint), f"rule-{n}", arrow=False
            )


def _draw_edge(
    canvas: Canvas, placement: Placement, n: int, edge: ShownEdge, palette: Palette
) -> None:
    pen = status_pen(edge.status, palette)
    curves = [curve for curve in placement.curves if curve.link == n]
    for m, curve in enumerate(curves):
        gid = f"line-{n}-{m}"
        canvas.draw_curve(curve.points, pen, gid, arrow=curve.into)
        canvas.titles[gid] = edge.title
    centre = placement.centres[label_key(n)]
    block = edge_block(edge)
    if edge.denied:
        cross = Point(centre.x - block.size.width / 2 + CROSS / 2, centre.y)
        draw_cross(canvas, cross, palette.denied, f"cross-{n}")
    colours = _inks(palette, edge.status)
    _write_block(canvas, block, centre, colours, f"label-{n}")
    canvas.titles[f"label-{n}-0"] = edge.title


def _draw_box(
    canvas: Canvas,
    centre: Point,
    size: Size,
    numbered: tuple[int, ShownNode],
    palette: Palette,
) -> None:
    n, node = numbered
    block = node_block(node)
    gid = f"box-{n}"
    path = outline(shape_of(node.type), centre, size)
    pen = _box_pen(node, palette)
    canvas.draw_path(path, pen, gid, zorder=2, url=node.link or None)
    colours = _inks(palette, node.card or Status.FACT)
    _write_block(canvas, block, centre, colours, f"words-{n}")
    canvas.titles[gid] = node.title
    if block.left:
        cross = Point(centre.x - size.width / 2 + block.left, centre.y)
        draw_cross(canvas, cross, palette.denied, f"cross-box-{n}")


def _box_pen(node: ShownNode, palette: Palette) -> Pen:
    paint = palette.boxes[node.type]
    if node.card is not None:
        return replace(status_pen(node.card, palette), fill=palette.ground)
    if node.literal:
        return Pen(paint.line, width=0.8, dashes=(2.0, 1.5), fill=palette.ground)
    return Pen(paint.line, width=2.4 if node.focus else 1.2, fill=paint.fill)


def _inks(palette: Palette, status: Status) -> dict[Ink, str]:
    return {
        Ink.TEXT: palette.text,
        Ink.FAINT: palette.faint,
        Ink.STATUS: palette.lines[status],
        Ink.DENIED: palette.denied,
    }


def _write_block(
    canvas: Canvas, block: Block, centre: Point, colours: dict[Ink, str], gid: str
) -> None:
    top = centre.y + block.height / 2
    x = centre.x + block.left / 2
    for n, line in enumerate(block.lines):
        place = Point(x, top - line.height / 2)
        canvas.write(
            line.text, place, line.font, colours[line.ink], f"{gid}-{n}",
            horizontalalignment="center", zorder=4,
        )  # fmt: skip
        top -= line.height
