"""Write a view that has been laid out as plain data, for a page that draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.diagrams.blocks import edge_block, node_block
from kg.diagrams.layout import RULE, label_key
from kg.diagrams.placing import box_sizes

if TYPE_CHECKING:
    from kg.diagrams.blocks import Block
    from kg.diagrams.layout import Placement, Point, Size
    from kg.diagrams.view import View

__all__ = ["scene_of"]


def scene_of(view: View, placement: Placement) -> dict[str, Any]:
    """Give boxes, labels and curves with their places; y goes down, as on pages."""
    sizes = box_sizes(view)
    flip = _Flip(placement.size)
    labels = [(n, edge, edge_block(edge)) for n, edge in enumerate(view.edges)]
    return {
        "width": _short(placement.size.width),
        "height": _short(placement.size.height),
        "boxes": [
            {
                "node": node.id,
                **flip.place(placement.centres[node.id], sizes[node.id]),
                "lines": _lines(node_block(node)),
            }
            for node in view.nodes
        ],
        "labels": [
            {
                "facts": list(edge.facts),
                **flip.place(placement.centres[label_key(n)], block.size),
                "lines": _lines(block),
                "denied": edge.denied,
                "status": edge.status,
            }
            for n, edge, block in labels
        ],
        "curves": [
            {
                "label": curve.link,
                "into": curve.into,
                "points": [xy for point in curve.points for xy in flip.point(point)],
            }
            for curve in placement.curves
            if curve.link != RULE
        ],
    }


class _Flip:
    """Turn the page over: its origin is above left."""

    def __init__(self, size: Size) -> None:
        self.height = size.height

    def point(self, point: Point) -> tuple[float, float]:
        return _short(point.x), _short(self.height - point.y)

    def place(self, centre: Point, size: Size) -> dict[str, float]:
        x, y = self.point(centre)
        return {"x": x, "y": y, "w": _short(size.width), "h": _short(size.height)}


def _lines(block: Block) -> list[dict[str, Any]]:
    return [
        {
            "text": line.text,
            "size": line.font.size,
            "italic": line.font.italic,
            "ink": line.ink,
        }
        for line in block.lines
    ]


def _short(number: float) -> float:
    return round(number, 1)
