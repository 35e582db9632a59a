"""Cut a name of the model where no name goes on: pieces in, pieces out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.referents.names import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon

__all__ = ["PRODUCT", "Piece", "clipped", "cut_piece", "has_capital", "is_class_of"]

#: "F-16", "MH-370".
PRODUCT = re.compile(r"[A-Z]{1,4}-\d{1,4}[A-Z]?")
_CLAUSAL = {"SCONJ", "CCONJ", "PRON", "VERB", "AUX"}
#: What ends a person's name that the model has drawn too long.
_OUTSIDE = {"of", "from", "in", "at"}
_DASHES = {"-", "–", "—", ":"}
_COMMON = {"ADJ", "NOUN", "ADV", "VERB", "DET", "ADP"}
_PREMODIFIERS = {
    "amod", "compound", "det", "advmod", "nmod", "poss", "prep", "npadvmod",
}  # fmt: skip
#: Labels of names in which no number stands.
_NO_NUMBER = {"PERSON", "GPE", "NORP", "ORG"}
#: Labels of names of which a comma makes a list, unless "and" follows it.
_LISTED = {"GPE", "ORG", "FAC", "PRODUCT"}
#: Marks that may end a name: "Yahoo!", "Disney+".
_OWN_MARKS = {"!", "?", "+"}
#: What goes on with a person's name behind a comma.
_SUFFIXES = SUFFIXES | {"jr.", "sr."}
_AND = {"and", "&"}
#: Small words that may stand inside a person's name are short: "van", "bin".
_SHORT = 4
_SCORE = 2
_DC = {"d.c.", "d.c", "dc"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens that may be a name, with the model's label, or none."""

    start: int
    end: int
    label: str = ""


def cut_piece(doc: Doc, piece: Piece, lexicon: Lexicon) -> Iterator[Piece]:
    """Cut a name of the model where no name goes on: a line's end, after a person."""
    start = piece.start
    label = piece.label
    several = piece.end > piece.start + 1
    for index in range(piece.start, piece.end) if several else ():
        token = doc[index]
        number = label in _NO_NUMBER and token.like_num and token.i > start
        number = (number and not token.text.isalpha()) or _opens_score(token)
        person = label == "PERSON" and _ends_person(token, start)
        between = _is_between(token, piece)
        ends = number or person or between or _is_border(token, piece, lexicon)
        line = token.is_space and "\n" in token.text
        if line or ends or is_class_of(token, lexicon):
            first = "" if between else label
            yield from _piece(doc, Piece(start, token.i, first), lexicon)
            start = token.i + 1
            label = "" if person or between else label
    yield from _piece(doc, Piece(start, piece.end, label), lexicon)


def _is_border(token: Token, piece: Piece, lexicon: Lexicon) -> bool:
    """Tell a mark over which no name goes: "@", a bracket that stays open, a comma."""
    text = token.text
    if text[0].isalnum() or token.i == piece.start:
        return False
    if text == ",":
        return piece.label in _LISTED and _parts_list(token, piece, lexicon)
    rest = token.doc[token.i + 1 : piece.end].text
    if text in {"(", "["}:
        return ")" not in rest and "]" not in rest
    if text in _DASHES:
        return bool(token.nbor(-1).whitespace_ and token.whitespace_) and text != ":"
    return text in lexicon.words["names.borders"]


def _parts_list(comma: Token, piece: Piece, lexicon: Lexicon) -> bool:
    """Tell the comma of "Porto, Real Madrid" from that of "Acme, Inc."."""
    doc, start, end = comma.doc, piece.start, piece.end
    rest = doc[comma.i + 1 : end]
    if not rest or any(token.lower_ in _AND for token in rest):
        return False
    if start and doc[start - 1].lower_ == "the" and end < len(doc):
        return doc[end].lower_ not in _AND  # "the Planning, Building and Land Office"
    following = rest[0].lower_.rstrip(".")
    if following in lexicon.words["organizations.corporate"] or rest[0].lower_ in _DC:
        return False
    return doc[start].lower_ not in lexicon.words["organizations.words"]


def _opens_score(token: Token) -> bool:
    """Tell a number of a score: "Tunisia 1 – 2 England", "Jets 2, Kings 1:"."""
    if not token.is_digit or token.i + 2 >= len(token.doc):
        return False
    following = token.doc[token.i + 1 : token.i + 6]
    if len(token) <= _SCORE and following[0].text == ",":
        digits = [other for other in following[1:-1] if other.is_digit]
        return any(other.nbor(1).text == ":" for other in digits)
    if len(token) <= _SCORE and following[0].text == ":":
        before = token.doc[max(token.i - 4, 0) : token.i]
        return any(other.text == "," and other.nbor(-1).is_digit for other in before)
    return token.nbor(1).text in _DASHES and token.nbor(2).is_digit


def _ends_person(token: Token, start: int) -> bool:
    """Tell whether a word ends a person's name that the model has drawn too long."""
    if token.lower_ in _OUTSIDE:
        return token.i > start + 1  # not in "Battle of Hastings"
    if token.text == "," and token.i + 1 < len(token.doc):
        return token.nbor(1).lower_ not in _SUFFIXES
    return token.text.islower() and token.pos_ in _CLAUSAL


def _is_between(token: Token, piece: Piece) -> bool:
    """Tell a common noun between two names: "Dow component Home Depot"."""
    if token.pos_ != "NOUN" or len(token) <= _SHORT or piece.label not in _NO_NUMBER:
        return False
    inside = piece.start < token.i < piece.end - 1
    return inside and token.text.islower() and token.nbor(1).text[0].isupper()


def _piece(doc: Doc, piece: Piece, lexicon: Lexicon) -> Iterator[Piece]:
    start, end = clipped(doc, piece.start, piece.end, lexicon)
    if start < end and has_capital(doc, start, end):
        yield Piece(start, end, piece.label)


def clipped(doc: Doc, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Cut off what never starts or ends a name."""
    left, right = lexicon.words["names.clip_left"], lexicon.words["names.clip_right"]
    while start < end:
        token = doc[start]
        small = end - start > 1 and token.text.islower() and _is_common(token)
        if not (small or token.lower_ in left or token.is_space or _is_mark(token)):
            break
        start += 1
    while start < end:
        token = doc[end - 1]
        mark = _is_mark(token) and token.text not in _OWN_MARKS
        if not (token.lower_ in right or token.is_space or mark):
            break
        end -= 1
    return start, end


def _is_mark(token: Token) -> bool:
    """Tell a dash, an emoji or the like, and the first word of "[T]he mill"."""
    word = token.text
    return word[1:2] == "]" or not (
        word.isalnum() or any(character.isalnum() for character in word)
    )


def _is_common(token: Token) -> bool:
    """Tell whether a small word before a name is no part of it ("pro-Beijing X")."""
    return token.pos_ in _COMMON and token.dep_ in _PREMODIFIERS


def has_capital(doc: Doc, start: int, end: int) -> bool:
    """Tell whether any of some tokens opens with a capital or a digit."""
    for index in range(start, end):
        first = doc[index].text[:1]
        if first.isupper() or first.isdigit():
            return True
    return False


def is_class_of(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is the class of the product before it: "F-16 Jets"."""
    if not token.i or token.lower_ not in lexicon.words["products.nouns"]:
        return False
    return PRODUCT.fullmatch(token.nbor(-1).text) is not None
