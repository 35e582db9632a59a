"""Remember what was worked out of the tokens of one article, by their numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Argument, Role

__all__ = ["Memo"]


@dataclass(frozen=True, slots=True)
class Memo:
    """What tokens mean: as arguments, names and concepts, and by their words.

    ``roles`` has further arguments by their heads and the first of their markers.
    """

    arguments: dict[int, tuple[Argument, ...]] = field(default_factory=dict)
    entities: dict[int, Argument] = field(default_factory=dict)
    commons: dict[int, Argument] = field(default_factory=dict)
    wordings: dict[int, str] = field(default_factory=dict)
    phrases: dict[int, tuple[int, int]] = field(default_factory=dict)
    roles: dict[tuple[int, int], Role] = field(default_factory=dict)
