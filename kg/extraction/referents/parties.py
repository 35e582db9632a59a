"""Tell who speaks in a quotation, and to whom: neither is "he" there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.frames import Quote

__all__ = ["parties_of"]

_ADDRESSED = {"dobj", "dative"}


def parties_of(quote: Quote) -> frozenset[int]:
    """Give the heads of who speaks and who is told: "Lee told Poe", "said to Poe"."""
    cue, speaker = quote.cue, quote.speaker
    parties = set() if speaker is None else {speaker.i}
    if cue is None:
        return frozenset(parties)
    for child in cue.children:
        if child.dep_ in _ADDRESSED:
            parties |= {child.i, *(c.i for c in child.children if c.dep_ == "pobj")}
        elif child.dep_ == "prep" and child.lower_ == "to":
            parties |= {c.i for c in child.children if c.dep_ == "pobj"}
    return frozenset(parties)
