"""Read the table of styles: colours, shapes, dashes, sizes and weights of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.model import EntityType, Modality
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "TABLE",
    "Paint",
    "Palette",
    "Shape",
    "Status",
    "Theme",
    "Wrap",
    "modality_words",
    "name_of",
    "number",
    "palette_of",
    "shape_of",
    "table",
    "wrap_of",
]

TABLE = "templates/diagrams.toml"


class Theme(StrEnum):
    """The ground on which a picture stands."""

    LIGHT = "light"
    DARK = "dark"


class Status(StrEnum):
    """How sure a line is: told by its dashes."""

    FACT = "fact"
    CLAIM = "claim"
    PROSPECT = "prospect"


class Shape(StrEnum):
    """The outlines of boxes."""

    PILL = "pill"
    BOX = "box"
    HEXAGON = "hexagon"
    SIGN = "sign"
    DOUBLE = "double"
    SLANT = "slant"
    OCTAGON = "octagon"
    NOTE = "note"
    ROUND = "round"
    BRACKET = "bracket"


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of a box."""

    fill: str
    line: str


@dataclass(frozen=True, slots=True)
class Wrap:
    """How wide a line of a label may be, in points, and how many there may be."""

    width: float
    lines: int


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme."""

    ground: str
    text: str
    faint: str
    focus: str
    denied: str
    lines: Mapping[Status, str]
    boxes: Mapping[EntityType, Paint]


def table(name: str) -> dict[str, Any]:
    """Give one section of the table of styles."""
    section: dict[str, Any] = read_toml(TABLE)[name]
    return section


def number(section: str, name: str) -> float:
    """Give one number of a section.

    >>> number("font", "node") >= 7
    True
    """
    return float(table(section)[name])


@cache
def palette_of(theme: Theme) -> Palette:
    """Give the colours of a theme."""
    rows = table(theme)
    return Palette(
        ground=rows["ground"],
        text=rows["text"],
        faint=rows["faint"],
        focus=rows["focus"],
        denied=rows["denied"],
        lines={status: rows[status] for status in Status},
        boxes={kind: Paint(**rows[kind]) for kind in EntityType},
    )


def shape_of(kind: EntityType) -> Shape:
    """Give the outline that tells a type of entity.

    >>> shape_of(EntityType.PERSON)
    <Shape.PILL: 'pill'>
    """
    return Shape(table("shapes")[kind])


def name_of(key: str) -> str:
    """Give the words by which a legend calls a type or a status.

    >>> name_of(EntityType.LAW)
    'work or law'
    """
    words: str = table("names")[key]
    return words


def modality_words(modality: Modality) -> str:
    """Give the words by which a label tells a modality; none for what is actual."""
    words: str = table("modalities")[modality]
    return words


@cache
def wrap_of(name: str) -> Wrap:
    """Give how labels of a kind are wrapped."""
    return Wrap(**table("wrap")[name])
