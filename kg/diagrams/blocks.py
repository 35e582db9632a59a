"""Set the words of boxes and lines into blocks whose sizes are known before layout."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.diagrams.layout import Size
from kg.diagrams.letters import Font, line_height, width_of, wrap
from kg.diagrams.shapes import inset
from kg.diagrams.styles import number, shape_of, wrap_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.diagrams.view import ShownEdge, ShownNode

__all__ = ["CROSS", "Block", "Ink", "TextLine", "edge_block", "node_block"]

CROSS = 12.0  # the room for the cross on a line that is denied


class Ink(StrEnum):
    """Which of the palette's colours a line of text has."""

    TEXT = "text"
    FAINT = "faint"
    STATUS = "status"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text with its font and colour."""

    text: str
    font: Font
    ink: Ink

    @property
    def height(self) -> float:
        """The room that the line takes, in points."""
        return line_height(self.font)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text one below the other; ``left`` is kept free beside them."""

    lines: tuple[TextLine, ...]
    size: Size
    left: float = 0.0

    @property
    def height(self) -> float:
        """The height of the lines alone."""
        return sum(line.height for line in self.lines)


def node_block(node: ShownNode) -> Block:
    """Set the words of a box."""
    lines = tuple(_card_lines(node) if node.card else _node_lines(node))
    width = max(width_of(line.text, line.font) for line in lines)
    height = sum(line.height for line in lines) + 7.0
    side = inset(shape_of(node.type), height)
    left = CROSS if node.denied else 0.0
    return Block(lines, Size(max(width + 2 * side + left, 34.0), height), left)


def _node_lines(node: ShownNode) -> Iterator[TextLine]:
    font = Font(number("font", "node"), bold=node.focus, italic=node.literal)
    for text in wrap(node.label, font, wrap_of("node")):
        yield TextLine(text, font, Ink.TEXT)


def _card_lines(node: ShownNode) -> Iterator[TextLine]:
    font = Font(number("font", "edge"))
    small = Font(number("font", "note"), italic=True)
    for text in wrap(node.label, font, wrap_of("card")):
        yield TextLine(text, font, Ink.DENIED if node.denied else Ink.TEXT)
    if node.note:
        for text in wrap(node.note, small, wrap_of("card")):
            yield TextLine(text, small, Ink.STATUS)


def edge_block(edge: ShownEdge) -> Block:
    """Set the words of a line: its relations, then its note."""
    lines = tuple(_edge_lines(edge))
    width = max(width_of(line.text, line.font) for line in lines)
    left = CROSS if edge.denied else 0.0
    height = sum(line.height for line in lines)
    return Block(lines, Size(width + 7.0 + left, height + 2.0), left)


def _edge_lines(edge: ShownEdge) -> Iterator[TextLine]:
    font = Font(number("font", "edge"))
    small = Font(number("font", "note"), italic=True)
    several = len(edge.lines) > 1
    for line in edge.lines:
        ink = Ink.DENIED if line.denied else Ink.TEXT
        mark = "• " if several else ""
        for text in wrap(mark + line.text, font, wrap_of("edge")):
            yield TextLine(text, font, ink)
        for text in wrap(line.time, small, wrap_of("note")) if line.time else ():
            yield TextLine(text, small, Ink.FAINT)
    if edge.note:
        for text in wrap(edge.note, small, wrap_of("note")):
            yield TextLine(text, small, Ink.STATUS)
