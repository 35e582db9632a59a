"""Join the pieces of one name: "Wi" and "Fi", "Washington" and "D.C."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key
from kg.extraction.referents.cuts import Piece
from kg.extraction.referents.names import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

    from kg.extraction.lexicon import Lexicon

__all__ = ["joined_halves"]

_OF_THE = 2
#: Labels of which a first word may have been left out by the model.
_SECOND_HALVES = {"PERSON", "ORG", "FAC", "PRODUCT", "EVENT"}
#: Further names of a text are not looked through, so that no cost is quadratic.
_MOST_PIECES = 200
#: What stands before a name with a hyphen and is no half of it.
_PREFIXES = {"pro", "anti", "non", "ex", "pan", "mid"}
#: Small words inside the name of a person.
_PARTICLES = {"van", "von", "de", "der", "den", "del", "di", "da", "bin", "ibn", "ter"}
#: Words inside a name behind which "and" goes on with it: "Center on Oil and Gas".
_OPEN = {"of", "for", "on"}
#: Last words before "of" with which a name goes on, if one thing is named so.
_CLASSES = ("organizations.words", "places.words", "laws.words")


def joined_halves(doc: Doc, pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Join the pieces of one name: "Washington" and ", D.C.", a half and its other."""
    joined: list[Piece] = []
    alone = _alone(doc, pieces)
    for piece in pieces:
        if joined and _is_hyphened(doc, joined[-1], piece, (lexicon, pieces)):
            label = joined[-1].label or piece.label
            joined[-1] = Piece(joined[-1].start, piece.end, label)
        elif joined and _is_half(doc, joined[-1], piece, (lexicon, alone)):
            joined[-1] = replace(joined[-1], end=piece.end)
        elif joined and _belong(doc, joined[-1], piece, lexicon):
            last = joined.pop()
            label = last.label or piece.label
            if "PERSON" in {last.label, piece.label}:
                label = "PERSON"
            if piece.start == last.end + _OF_THE:
                label = "WORK_OF_ART"  # "Man of the Match"
            elif doc[last.end].lower_ == "of" and piece.start > last.end:
                label = last.label or "ORG"
            joined.append(Piece(last.start, piece.end, label))
        else:
            joined.append(piece)
    return joined


def _belong(doc: Doc, one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    gap = other.start - one.end
    if gap == 1 and doc[one.end].text == ",":
        return doc[other.start : other.end].text.replace(".", "").upper() == "DC"
    if gap == 1 and doc[one.end].is_space and "\n" not in doc[one.end].text:
        gap = 0
    if not gap and one.label and other.label:
        return _is_seated(doc, one, other, lexicon)
    if gap:
        prize = gap == _OF_THE and _is_prize(doc, one, other, lexicon)
        return prize or _goes_on(doc, one, other, lexicon)
    unknown = not one.label and not other.label
    if unknown or (one.label != "PERSON" and _is_title(doc[other.start], lexicon)):
        return unknown
    head = doc[other.end - 1]
    last = doc[one.end - 1]
    if not one.label:
        # An unlabelled piece before a name: its first part, or a title (cut off later).
        half = other.label in _SECOND_HALVES and last.dep_ == "compound"
        return half and not _is_field(doc, one, other, lexicon)
    return last.head.i == head.i and one.label in {"PERSON", "ORG", "FAC", "LOC", "GPE"}


def _is_seated(doc: Doc, one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    """Tell a body by its town, whose head is a class: "New York Fed"."""
    if one.label != "GPE" or other.label != "ORG" or other.end > other.start + 1:
        return False
    kind = doc[other.start].lower_ in lexicon.words["organizations.kinds"]
    return kind and _is_land(doc[one.start : one.end], lexicon)


def _goes_on(doc: Doc, one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    """Tell the rest of a name: "van Dam" behind "Joost", "Treaty" of "Fort Hay"."""
    if other.start != one.end + 1 or (one.label and other.label):
        return False
    between = doc[one.end].lower_
    if between in _PARTICLES:
        people = {one.label, other.label} <= {"", "PERSON"}
        return people and doc[one.end].text.islower()
    last = doc[one.end - 1].lower_
    classed = any(last in lexicon.words[section] for section in _CLASSES)
    if one.label == "PERSON":
        return False
    if between == "and" and not other.label:
        opened = any(token.lower_ in _OPEN for token in doc[one.start + 1 : one.end])
        return opened and not _is_land(doc[one.end - 1 : one.end], lexicon)
    land = _is_land(doc[other.start : other.end], lexicon)
    return between == "of" and classed and not land


def _is_land(words: Span, lexicon: Lexicon) -> bool:
    key = name_key(words.text)
    return key in lexicon.countries or key in lexicon.places


def _is_hyphened(
    doc: Doc, one: Piece, other: Piece, known: tuple[Lexicon, Sequence[Piece]]
) -> bool:
    """Tell the halves of "Wi-Fi" from two names with a hyphen: "the Oslo-Rome line"."""
    lexicon, pieces = known
    if other.start != one.end + 1 or doc[one.end].text != "-":
        return False
    before, after = doc[one.end - 1], doc[other.start]
    if before.whitespace_ or doc[one.end].whitespace_ or (one.label and other.label):
        return False
    if len(before) == 1 or before.like_num or before.lower_ in _PREFIXES:
        return False
    lands = (lexicon.countries, lexicon.places, lexicon.demonyms, lexicon.bodies)
    halves = [doc[piece.start : piece.end].text for piece in (one, other)]
    own = any(name_key(half) in table for half in halves for table in lands)
    titled = _is_title(before, lexicon) or _is_title(after, lexicon)
    both = before.text.isupper() and after.text.isupper()  # "the NYC-DC train"
    return not (own or titled or both or _stand_apart(doc, pieces, halves))


def _stand_apart(doc: Doc, pieces: Sequence[Piece], halves: Sequence[str]) -> bool:
    """Tell two names from the halves of one: either stands elsewhere by itself."""
    return any(
        doc[piece.start : piece.end].text in halves
        for piece in pieces[:_MOST_PIECES]
        if not {"-"} & {t.text for t in doc[max(piece.start - 1, 0) : piece.end + 1]}
    )


def _is_field(doc: Doc, one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    """Tell words that are no part of a name: "Public Prosecution Ann Lee"."""
    if other.label != "PERSON" or one.end - one.start == 1:
        return False
    words = doc[one.start : one.end]
    titled = any(_is_title(token, lexicon) for token in words)
    named = words[0].lower_ in lexicon.first_names or words[0].is_oov
    return not (titled or named)


def _alone(doc: Doc, pieces: list[Piece]) -> set[str]:
    """Give the bodies that stand by themselves, with no name right behind them."""
    starts = {piece.start for piece in pieces}
    return {
        text_of(doc, piece.start, piece.end)
        for piece in pieces
        if piece.label == "ORG" and piece.end not in starts
    }


def _is_half(
    doc: Doc, one: Piece, other: Piece, known: tuple[Lexicon, set[str]]
) -> bool:
    """Tell "Lockheed" and "Martin", which the model took for two names, from two."""
    lexicon, alone = known
    if other.start != one.end or one.label != "ORG":
        return False
    if other.label not in {"PRODUCT", "GPE"}:
        return False
    last, head = doc[one.end - 1], doc[other.end - 1]
    key = name_key(doc[other.start : other.end].text)
    place = key in lexicon.countries or key in lexicon.places
    half = last.dep_ == "compound" and last.head.i == head.i and not place
    return half and doc[one.start : one.end].text not in alone


def _is_prize(doc: Doc, one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    """Tell whether two pieces are "Man of the Match" or the like."""
    honoured = doc[one.end - 1].lower_ in lexicon.words["names.honoured"]
    return honoured and doc[one.end : other.start].text.lower() == "of the"


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    return token.lower_ in lexicon.words["persons.titles"]
