"""Place boxes and route labelled lines between them: Graphviz ``dot``, left to right.

A label is laid out as a box in the middle of its line, so that dot, which keeps boxes
apart, keeps labels clear of boxes and of each other. Connected parts are laid out one
by one and packed onto the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx

from kg.diagrams.packing import pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pygraphviz import AGraph

__all__ = [
    "RULE",
    "Curve",
    "Link",
    "Placement",
    "Point",
    "Size",
    "arrange",
    "label_key",
]

RULE = -1  # the number of curves that belong to no link
_INCH = 72.0
_CAPS = (None, 4, 3, 2)  # how many columns of boxes are tried
_MANY = 120  # more lines than anybody can read: placed at less cost


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the page, in points; y goes up."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Size:
    """The width and height of something, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Link:
    """A line with a label of a size; one of its two sides has one box only."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    label: Size


@dataclass(frozen=True, slots=True)
class Curve:
    """Béziers (3n + 1 points) between a box and the label of link number ``link``.

    They run in the direction of reading; ``into`` is true on the way from the label
    into a box, where an arrow ends.
    """

    link: int
    into: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where everything is: centres of boxes and labels by key, and the routed lines."""

    size: Size
    centres: Mapping[str, Point]
    curves: tuple[Curve, ...]

    def moved(self, x: float, y: float) -> Placement:
        """Give the same placement at another place."""
        return Placement(
            self.size,
            {key: Point(c.x + x, c.y + y) for key, c in self.centres.items()},
            tuple(
                Curve(
                    curve.link,
                    curve.into,
                    tuple(Point(p.x + x, p.y + y) for p in curve.points),
                )
                for curve in self.curves
            ),
        )


def label_key(link: int) -> str:
    """Give the key of the centre of a link's label."""
    return f"label {link}"


def arrange(boxes: Mapping[str, Size], links: Sequence[Link], page: Size) -> Placement:
    """Place boxes and lines so that they fill a page as largely as possible."""
    placements = (
        _packed(boxes, links, orientation, page)
        for orientation in _orientations(boxes, links)
    )
    return max(placements, key=lambda placed: round(_scale(placed.size, page), 2))


def _scale(size: Size, page: Size) -> float:
    return min(page.width / size.width, page.height / size.height, 1.0)


def _orientations(
    boxes: Mapping[str, Size], links: Sequence[Link]
) -> Iterator[tuple[bool, ...]]:
    """Tell which links run right to left, with fewer and fewer columns allowed."""
    seen = set()
    for cap in _CAPS if len(links) <= _MANY else (None,):
        orientation = tuple(_reversals(boxes, links, cap))
        if orientation not in seen:
            seen.add(orientation)
            yield orientation


def _reversals(
    boxes: Iterable[str], links: Sequence[Link], cap: int | None
) -> Iterator[bool]:
    order: nx.DiGraph[str] = nx.DiGraph()
    order.add_nodes_from(boxes)
    for link in links:
        ways = (_pairs(link, reverse=False), _pairs(link, reverse=True))
        fits = [_fits(order, pairs, cap) for pairs in ways]
        if not any(fits):
            fits = [_fits(order, pairs, None) for pairs in ways]
        reverse = fits == [False, True]
        order.add_edges_from((a, b) for a, b in ways[reverse] if a != b)
        yield reverse


def _pairs(link: Link, *, reverse: bool) -> list[tuple[str, str]]:
    pairs = [(a, b) for a in link.sources for b in link.targets]
    return [(b, a) for a, b in pairs] if reverse else pairs


def _fits(
    order: nx.DiGraph[str], pairs: list[tuple[str, str]], cap: int | None
) -> bool:
    """Tell whether lines keep the order free of circles, within so many columns."""
    if any(a != b and nx.has_path(order, b, a) for a, b in pairs):
        return False
    if cap is None:
        return True
    trial = order.copy()
    trial.add_edges_from((a, b) for a, b in pairs if a != b)
    length: int = nx.dag_longest_path_length(trial)
    return length < cap


def _packed(
    boxes: Mapping[str, Size],
    links: Sequence[Link],
    orientation: tuple[bool, ...],
    page: Size,
) -> Placement:
    parts = [
        _laid_out(boxes, links, orientation, part) for part in _parts(boxes, links)
    ]
    packed = pack(
        [(p.size.width, p.size.height) for p in parts], page.width, page.height
    )
    moved = [
        part.moved(x, y) for part, (x, y) in zip(parts, packed.places, strict=True)
    ]
    return Placement(
        Size(packed.width, packed.height),
        {key: centre for part in moved for key, centre in part.centres.items()},
        tuple(curve for part in moved for curve in part.curves),
    )


def _parts(boxes: Mapping[str, Size], links: Sequence[Link]) -> list[list[str]]:
    """Split the boxes into what hangs together, in the order of the first boxes."""
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(boxes)
    for link in links:
        ends = (*link.sources, *link.targets)
        plain.add_edges_from(pairwise(ends))
    return [
        [key for key in boxes if key in part] for part in nx.connected_components(plain)
    ]


def _laid_out(
    boxes: Mapping[str, Size],
    links: Sequence[Link],
    orientation: tuple[bool, ...],
    part: list[str],
) -> Placement:
    import pygraphviz  # noqa: PLC0415 - slow

    inside = set(part)
    own = [n for n, link in enumerate(links) if link.sources[0] in inside]
    drawing = pygraphviz.AGraph(
        directed=True, strict=False, rankdir="LR", nodesep="0.13", ranksep="0.30"
    )
    if len(own) > _MANY:
        drawing.graph_attr.update(mclimit="0.3", nslimit="2", nslimit1="2")
    drawing.node_attr.update(shape="box", fixedsize="true", label="")
    drawing.edge_attr.update(dir="none")
    numbers = {key: str(n) for n, key in enumerate(part)}
    for key in part:
        _add_box(drawing, numbers[key], boxes[key])
    for n in own:
        _add_link(drawing, n, links[n], numbers, reverse=orientation[n])
    drawing.layout(prog="dot")
    names = {**numbers, **{label_key(n): f"L{n}" for n in own}}
    left, bottom, right, top = _numbers(drawing.graph_attr["bb"])
    curves = tuple(
        _curve(edge.attr["pos"], edge.attr["comment"]) for edge in drawing.edges()
    )
    centres = {
        key: Point(*_numbers(drawing.get_node(name).attr["pos"]))
        for key, name in names.items()
    }
    drawing.close()
    curves = tuple(sorted(curves, key=lambda curve: (curve.link, curve.into)))
    size = Size(right - left, top - bottom)
    return Placement(size, centres, curves).moved(-left, -bottom)


def _add_box(drawing: AGraph, name: str, size: Size) -> None:
    drawing.add_node(
        name, width=f"{size.width / _INCH:.4f}", height=f"{size.height / _INCH:.4f}"
    )


def _add_link(
    drawing: AGraph, n: int, link: Link, numbers: Mapping[str, str], *, reverse: bool
) -> None:
    """Draw both halves of a link; "comment" remembers which is which."""
    label = f"L{n}"
    _add_box(drawing, label, link.label)
    sides = (link.sources, link.targets)
    halves = ("out", "into")
    if reverse:
        sides, halves = sides[::-1], ("into reversed", "out reversed")
    for key in sides[0]:
        _add_half(drawing, (numbers[key], label), "e w", f"{n} {halves[0]}")
    for key in sides[1]:
        if link.sources == link.targets:
            # A loop leaves its box for the label and comes back from below.
            _add_half(drawing, (numbers[key], label), "s e", f"{n} into reversed")
        else:
            _add_half(drawing, (label, numbers[key]), "e w", f"{n} {halves[1]}")


def _add_half(drawing: AGraph, ends: tuple[str, str], ports: str, comment: str) -> None:
    tail, head = ports.split()
    drawing.add_edge(
        *ends, key=f"{comment} {ends}", comment=comment, tailport=tail, headport=head
    )


def _curve(position: str, comment: str) -> Curve:
    number, half, *reverse = comment.split()
    points = [Point(*_numbers(pair)) for pair in position.split()]
    if reverse:
        points.reverse()
    return Curve(int(number), half == "into", tuple(points))


def _numbers(text: str) -> list[float]:
    return [float(part) for part in text.split(",")]
