"""Draw a view: boxes, labelled lines and the frame around them on one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.diagrams.blocks import CROSS, Ink, edge_block, node_block
from kg.diagrams.canvas import Pen, blank
from kg.diagrams.layout import Link, Point, Size, arrange, label_key
from kg.diagrams.legend import draw_cross, draw_frame, frame_of, status_pen
from kg.diagrams.shapes import outline
from kg.diagrams.styles import number, palette_of, shape_of

if TYPE_CHECKING:
    from kg.diagrams.blocks import Block
    from kg.diagrams.canvas import Canvas
    from kg.diagrams.layout import Placement
    from kg.diagrams.legend import Frame
    from kg.diagrams.styles import Palette, Theme
    from kg.diagrams.view import ShownEdge, ShownNode, View

__all__ = ["draw_view", "fits_page", "place_view"]

_LEAST_WIDTH = 460.0
_ROOM = Size(36.0, 150.0)  # what the frame may take of a page


def page_room() -> Size:
    """Give the room that a page leaves for the graph itself."""
    return Size(
        number("page", "width") - _ROOM.width, number("page", "height") - _ROOM.height
    )


def place_view(view: View) -> Placement:
    """Lay out the boxes and lines of a view."""
    boxes = {node.id: node_block(node).size for node in view.nodes}
    links = [
        Link(edge.sources, edge.targets, edge_block(edge).size) for edge in view.edges
    ]
    return arrange(boxes, links, page_room())


def fits_page(placement: Placement) -> bool:
    """Tell whether letters stay above 7 points when it is printed on the page."""
    room = page_room()
    scale = min(
        room.width / placement.size.width, room.height / placement.size.height, 1.0
    )
    return scale * number("font", "note") >= number("page", "letters")


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
    for n, edge in enumerate(view.edges):
        _draw_edge(canvas, moved, n, edge, palette)
    for n, node in enumerate(view.nodes):
        _draw_node(canvas, moved.centres[node.id], n, node, palette)
    draw_frame(canvas, frame, palette)
    return canvas


def _page(placement: Placement, frame: Frame, width: float) -> Size:
    margin = number("page", "margin")
    height = placement.size.height + frame.above + frame.below
    return Size(width + 2 * margin, height + 2 * margin)


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
    colours = {
        Ink.TEXT: palette.text,
        Ink.FAINT: palette.faint,
        Ink.STATUS: palette.lines[edge.status],
        Ink.DENIED: palette.denied,
    }
    _write_block(canvas, block, centre, colours, f"label-{n}")
    canvas.titles[f"label-{n}-0"] = edge.title


def _draw_node(
    canvas: Canvas, centre: Point, n: int, node: ShownNode, palette: Palette
) -> None:
    paint = palette.boxes[node.type]
    block = node_block(node)
    gid = f"box-{n}"
    pen = Pen(paint.line, width=2.4 if node.focus else 1.2, fill=paint.fill)
    if node.literal:
        pen = Pen(paint.line, width=0.8, dashes=(2.0, 1.5), fill=palette.ground)
    path = outline(shape_of(node.type), centre, block.size)
    canvas.draw_path(path, pen, gid, zorder=2, url=node.link or None)
    _write_block(canvas, block, centre, {Ink.TEXT: palette.text}, f"words-{n}")
    canvas.titles[gid] = node.title


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
