"""What a picture shows: boxes, labelled lines between them, a title and a note."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.diagrams.styles import Status, Theme

if TYPE_CHECKING:
    from kg.model import EntityType

__all__ = ["DrawOptions", "Form", "Format", "Line", "ShownEdge", "ShownNode", "View"]


class Format(StrEnum):
    """The files that can be drawn."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


class Form(StrEnum):
    """What a picture is about."""

    NETWORK = "network"
    SPEAKERS = "speakers"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawOptions:
    """How to draw a graph.

    ``about`` is the id or a name of an entity, whose surroundings of ``hops`` lines are
    drawn alone. Without ``top`` as many statements are shown as a page holds readably.
    """

    format: Format = Format.PNG
    form: Form = Form.NETWORK
    theme: Theme = Theme.LIGHT
    about: str | None = None
    hops: int = 1
    facts_only: bool = False
    top: int | None = None

    def __post_init__(self) -> None:
        """Refuse numbers that would leave nothing to draw."""
        if self.hops < 1:
            raise ValueError(f"hops must be 1 or more, not {self.hops}")
        if self.top is not None and self.top < 1:
            raise ValueError(f"top must be 1 or more, not {self.top}")


@dataclass(frozen=True, slots=True)
class ShownNode:
    """A box: an entity, words of the text when ``literal``, or a whole statement.

    A statement's box tells its status as ``card``, and has a ``note`` below its words.
    """

    id: str
    label: str
    type: EntityType
    literal: bool = False
    focus: bool = False
    card: Status | None = None
    denied: bool = False
    note: str = ""
    title: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one relation on a line, when it was, and whether they deny it."""

    text: str
    time: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class ShownEdge:
    """A labelled line from one or several boxes to one or several others.

    Either ``sources`` or ``targets`` has one member only, so that no reader can mistake
    who does what to whom. ``facts`` are the ids of what it shows.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str
    status: Status
    title: str = ""
    facts: tuple[str, ...] = ()

    @property
    def denied(self) -> bool:
        """Whether every relation on this line is denied."""
        return all(line.denied for line in self.lines)


@dataclass(frozen=True, slots=True)
class View:
    """All that a picture shows; boxes in the order of their first lines."""

    title: str
    subtitle: str
    note: str
    nodes: tuple[ShownNode, ...] = ()
    edges: tuple[ShownEdge, ...] = ()
    form: Form = Form.NETWORK
