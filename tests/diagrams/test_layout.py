"""Boxes and lines are placed: left to right, packed, and the same every time."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.diagrams.layout import Link, Size, arrange, label_key
from kg.diagrams.packing import pack

_PAGE = Size(1100, 700)
_BOXES = {name: Size(80, 20) for name in "abcd"}
_LABEL = Size(50, 12)


def test_a_subject_stands_left_of_its_object():
    placed = arrange(_BOXES, [Link(("a",), ("b",), _LABEL)], _PAGE)
    xs = [placed.centres[key].x for key in ("a", label_key(0), "b")]
    assert xs == sorted(xs)


def test_lines_lead_from_the_subject_to_the_label_and_on_to_the_object():
    placed = arrange(_BOXES, [Link(("a",), ("b",), _LABEL)], _PAGE)
    out, into = placed.curves
    assert (out.into, into.into) == (False, True)
    assert abs(out.points[0].x - (placed.centres["a"].x + 40)) < 1
    assert abs(into.points[-1].x - (placed.centres["b"].x - 40)) < 1


def test_a_circle_is_drawn_with_one_line_from_right_to_left():
    links = [Link((a,), (b,), _LABEL) for a, b in ("ab", "bc", "ca")]
    placed = arrange(_BOXES, links, _PAGE)
    back = [curve for curve in placed.curves if curve.link == 2]
    assert back[0].points[0].x > back[-1].points[-1].x


def test_every_curve_is_made_of_whole_beziers():
    links = [Link((a,), (b,), _LABEL) for a, b in ("ab", "ba", "cc", "ad", "db")]
    for curve in arrange(_BOXES, links, _PAGE).curves:
        assert len(curve.points) % 3 == 1


def test_the_same_input_gives_the_same_placement():
    links = [Link((a,), (b,), _LABEL) for a, b in ("ab", "ba", "cc", "ad", "db")]
    assert arrange(_BOXES, links, _PAGE) == arrange(_BOXES, links, _PAGE)


def test_a_chain_is_folded_when_it_is_too_long_for_the_page():
    boxes = {name: Size(120, 20) for name in "abcdefgh"}
    links = [Link((a,), (b,), Size(100, 12)) for a, b in zip("abcdefg", "bcdefgh", strict=True)]  # fmt: skip  # noqa: E501
    assert arrange(boxes, links, _PAGE).size.width <= _PAGE.width


def test_hundreds_of_lines_are_placed_too():
    boxes = {str(n): Size(60, 20) for n in range(80)}
    pairs = [(n % 80, (n * n + 7) % 80) for n in range(160)]
    links = [Link((str(a),), (str(b),), _LABEL) for a, b in pairs]
    placed = arrange(boxes, links, _PAGE)
    assert len(placed.curves) == 320


_SIZE = st.tuples(st.floats(1, 900), st.floats(1, 500))


@given(st.lists(_SIZE, min_size=1, max_size=12))
def test_packed_rectangles_never_overlap(sizes):
    packed = pack(sizes, 1000, 700)
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(packed.places, sizes, strict=True)]  # fmt: skip  # noqa: E501
    for one, other in combinations(boxes, 2):
        wide = min(one[2], other[2]) - max(one[0], other[0])
        high = min(one[3], other[3]) - max(one[1], other[1])
        assert wide < 0.01 or high < 0.01
    assert all(x >= -0.01 and x2 <= packed.width + 0.01 for x, _, x2, _ in boxes)
    assert all(y >= -0.01 and y2 <= packed.height + 0.01 for _, y, _, y2 in boxes)
