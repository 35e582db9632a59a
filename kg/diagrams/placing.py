"""Place a view on the page: a network by dot, a timeline as columns of moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.diagrams.blocks import edge_block, node_block
from kg.diagrams.layout import RULE, Curve, Link, Placement, Point, Size, arrange
from kg.diagrams.styles import number
from kg.diagrams.view import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.diagrams.view import ShownNode, View

__all__ = ["box_sizes", "fits_page", "place_view"]

_ROOM = Size(36.0, 150.0)  # what the frame may take of a page
_BETWEEN = 7.0  # between two boxes of a column
_AXIS = 16.0  # from a moment to the axis, and from there to what happened
_COLUMN = 34.0  # between two columns


def place_view(view: View) -> Placement:
    """Lay out the boxes and lines of a view."""
    boxes = box_sizes(view)
    if view.form is Form.TIMELINE and view.nodes:
        return _stacked(view, boxes)
    links = [
        Link(edge.sources, edge.targets, edge_block(edge).size) for edge in view.edges
    ]
    return arrange(boxes, links, _page_room())


def box_sizes(view: View) -> dict[str, Size]:
    """Give the sizes of a view's boxes; those of statements are equally wide."""
    sizes = {node.id: node_block(node).size for node in view.nodes}
    cards = [node.id for node in view.nodes if node.card is not None]
    widest = max((sizes[card].width for card in cards), default=0.0)
    wide = {card: Size(widest, sizes[card].height) for card in cards}
    return {**sizes, **wide}


def fits_page(placement: Placement) -> bool:
    """Tell whether letters stay above 7 points when it is printed on the page."""
    room = _page_room()
    scale = min(
        room.width / placement.size.width, room.height / placement.size.height, 1.0
    )
    return scale * number("font", "note") >= number("page", "letters")


def _page_room() -> Size:
    return Size(
        number("page", "width") - _ROOM.width, number("page", "height") - _ROOM.height
    )


def _stacked(view: View, boxes: dict[str, Size]) -> Placement:
    """Put moments left of an axis and what happened then right of it."""
    moments = [node for node in view.nodes if node.card is None]
    cards = [node for node in view.nodes if node.card is not None]
    left = max(boxes[node.id].width for node in moments)
    wide = left + 2 * _AXIS + max(boxes[node.id].width for node in cards)
    columns = list(_columns(_groups(view.nodes), boxes))
    height = max(_height(column, boxes) for column in columns)
    centres: dict[str, Point] = {}
    curves: list[Curve] = []
    for n, column in enumerate(columns):
        start = n * (wide + _COLUMN)
        _fill(column, boxes, Point(start + left + _AXIS, height), (centres, curves))
    size = Size(len(columns) * (wide + _COLUMN) - _COLUMN, height)
    return Placement(size, centres, tuple(curves))


def _groups(nodes: Sequence[ShownNode]) -> list[list[ShownNode]]:
    """Split boxes into moments, each with the statements that follow it."""
    groups: list[list[ShownNode]] = []
    for node in nodes:
        if node.card is None:
            groups.append([])
        groups[-1].append(node)
    return groups


def _columns(
    groups: list[list[ShownNode]], boxes: dict[str, Size]
) -> Iterator[list[list[ShownNode]]]:
    """Break the groups into columns that fit the height of a page."""
    column: list[list[ShownNode]] = []
    for group in groups:
        if column and _height([*column, group], boxes) > _page_room().height:
            yield column
            column = []
        column.append(group)
    yield column


def _height(column: list[list[ShownNode]], boxes: dict[str, Size]) -> float:
    cards = [node for group in column for node in group[1:]]
    return sum(boxes[card.id].height + _BETWEEN for card in cards) + _BETWEEN * len(
        column
    )


def _fill(
    column: list[list[ShownNode]],
    boxes: dict[str, Size],
    top: Point,
    found: tuple[dict[str, Point], list[Curve]],
) -> None:
    """Place one column whose axis starts at a point; add to centres and rules."""
    centres, curves = found
    y = top.y
    for moment, *cards in column:
        for n, card in enumerate(cards):
            size = boxes[card.id]
            middle = y - _BETWEEN - size.height / 2
            right = top.x + _AXIS
            centres[card.id] = Point(right + size.width / 2, middle)
            start = top.x
            if n == 0:
                start = top.x - _AXIS
                own = boxes[moment.id].width
                centres[moment.id] = Point(start - own / 2, middle)
            curves.append(_rule(Point(start, middle), Point(right, middle)))
            y -= size.height + _BETWEEN
        y -= _BETWEEN
    curves.append(_rule(top, Point(top.x, y)))


def _rule(start: Point, end: Point) -> Curve:
    third = Point((end.x - start.x) / 3, (end.y - start.y) / 3)
    points = tuple(
        Point(start.x + n * third.x, start.y + n * third.y) for n in range(4)
    )
    return Curve(RULE, into=False, points=points)
