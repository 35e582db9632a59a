"""Tell who speaks in a quotation, and to whom: neither is "he" there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.tables import table_words

if TYPE_CHECKING:
    from kg.extraction.frames import Quote

__all__ = ["parties_of"]

_ADDRESSED = {"dobj", "dative"}


def parties_of(quote: Quote) -> frozenset[int]:
    """Give the heads of who speaks and who is told: "Lee told Poe", "said to Poe".

    Who is blamed or called something is no such one.
    """
    cue, speaker = quote.cue, quote.speaker
    parties = set() if speaker is None else {speaker.i}
    if cue is None:
        return frozenset(parties)
    tells = cue.lemma_.lower() in table_words("verbs.toml", "telling")
    for child in cue.children:
        if tells and child.dep_ in _ADDRESSED:
            parties |= {child.i, *(c.i for c in child.children if c.dep_ == "pobj")}
        elif child.dep_ == "prep" and child.lower_ == "to":
            parties |= {c.i for c in child.children if c.dep_ == "pobj"}
    return frozenset(parties)
