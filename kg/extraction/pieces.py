"""Cut a Doc into pieces that may be names: the model's names, runs of proper nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from kg.extraction.names import SUFFIXES
from kg.extraction.words import tagged_numbers, token_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon

__all__ = ["ACRONYM", "PRODUCT", "Piece", "clipped", "find_pieces"]

#: "F-16", "MH-370".
PRODUCT = re.compile(r"[A-Z]{1,4}-\d{1,4}[A-Z]?")
#: "WHO", "LSD", "UNHCR".
ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?")
_CLAUSAL = {"SCONJ", "CCONJ", "PRON", "VERB", "AUX"}
#: What ends a person's name that the model has drawn too long.
_OUTSIDE = {"of", "from", "in", "at"}
#: Ends of common nouns: "management", "opposition", "industry".
_COMMON_ENDS = ("ment", "ion", "ing", "ity", "ness", "ship", "ism", "ry", "nce", "age")
_SHORTEST = 4
_OF_THE = 2
_KNOWN_NOUNS = (
    "organizations.nouns", "organizations.words", "places.nouns", "names.never",
    "groups.nouns", "products.nouns", "events.words", "laws.words",
)  # fmt: skip
_PREFIXES = {"pro", "anti", "non", "ex", "pan"}
_DASHES = {"-", "–", "—", ":"}
_COMMON = {"ADJ", "NOUN", "ADV", "VERB", "DET", "ADP"}
_PREMODIFIERS = {
    "amod", "compound", "det", "advmod", "nmod", "poss", "prep", "npadvmod",
}  # fmt: skip
#: Labels of names in which no number stands.
_NO_NUMBER = {"PERSON", "GPE", "NORP", "ORG"}
#: What goes on with a person's name behind a comma.
_SUFFIXES = SUFFIXES | {"jr.", "sr."}


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens that may be a name, with the model's label, or none."""

    start: int
    end: int
    label: str = ""


def find_pieces(doc: Doc, lexicon: Lexicon) -> list[Piece]:
    """Find the model's names and the runs of proper nouns, halves joined."""
    pieces = [_without_prefix(doc, piece) for piece in _pieces(doc, lexicon)]
    return _joined(doc, [p for p in pieces if p.start < p.end], lexicon)


def _without_prefix(doc: Doc, piece: Piece) -> Piece:
    """Cut "pro-Beijing" off: who is for or against a name is not that name."""
    start = piece.start
    if doc[start].text == "-":
        start += 1
    elif doc[start].lower_ in _PREFIXES and start + 1 < len(doc):
        start += 2 if doc[start + 1].text == "-" else 0
    behind = start > 1 and doc[start - 1].text == "-"
    if not behind or doc[start - 2].lower_ not in _PREFIXES:
        return piece
    if doc[start - 2].text[:1].isupper() and start - 2 != doc[start].sent.start:
        return piece  # "the Anti-Nazi League"
    return replace(piece, start=min(start + 1, piece.end))


def _pieces(doc: Doc, lexicon: Lexicon) -> list[Piece]:
    """Cut the Doc's names and the proper nouns between them into pieces."""
    covered = bytearray(len(doc))
    pieces = []
    none = lexicon.words["names.none"]
    for ent in doc.ents:
        first, last, label = ent.start, ent.end, ent.label_
        covered[first:last] = b"\x01" * (last - first)
        named = label in lexicon.hints
        if not named and not (label.lower() in none and PRODUCT.fullmatch(ent.text)):
            continue
        start, end = clipped(doc, first, last, lexicon)
        if not named:
            pieces.append(Piece(start, end, "PRODUCT"))
        elif _has_capital(doc, start, end):
            pieces += _cut(doc, Piece(start, end, label), lexicon)
    numbers = sorted({*tagged_numbers(doc, "POS", {"PROPN"}), *_coded(doc)})
    free = [doc[i] for i in numbers if not covered[i]]
    loose = [token for token in free if _is_loose(token, lexicon)]
    pieces += [Piece(i, i + 1, "ORG") for i in _openers(doc, covered, lexicon)]
    for _, run in groupby(enumerate(loose), lambda pair: pair[1].i - pair[0]):
        tokens = [token for _, token in run]
        pieces.append(Piece(tokens[0].i, tokens[-1].i + 1))
    return sorted(pieces, key=lambda piece: piece.start)


def _openers(doc: Doc, covered: bytearray, lexicon: Lexicon) -> Iterator[int]:
    """Find bodies that only open a sentence: "Oxfam said", tagged as common nouns.

    A common noun without a determiner hardly ever says, calls or publishes anything.
    """
    for i in token_numbers(doc, _may_be_body):
        token = doc[i]
        if covered[i] or token.tag_ != "NN" or token.dep_ != "nsubj":
            continue
        lemma = token.lower_
        if i != token.sent.start or token.n_lefts or token.n_rights:
            continue
        known = lemma in lexicon.person_nouns or any(
            lemma in lexicon.words[section] for section in _KNOWN_NOUNS
        )
        acts = token.head.lemma_.lower() in lexicon.words["acting.sayings"]
        if acts and not known:
            yield i


@lru_cache(maxsize=1 << 13)
def _may_be_body(word: str) -> bool:
    small = not word[:1].isupper() or len(word) < _SHORTEST or not word.isalpha()
    return not small and not word.lower().endswith(_COMMON_ENDS)


def _coded(doc: Doc) -> list[int]:
    """Give the tokens that are names by their form, whatever their tag."""
    return token_numbers(doc, _is_coded)


@lru_cache(maxsize=1 << 13)
def _is_coded(word: str) -> bool:
    return any(form.fullmatch(word) for form in (ACRONYM, PRODUCT))


def _cut(doc: Doc, piece: Piece, lexicon: Lexicon) -> Iterator[Piece]:
    """Cut a name of the model where no name goes on: a line's end, after a person."""
    start = piece.start
    label = piece.label
    words = doc[piece.start : piece.end] if piece.end > piece.start + 1 else ()
    for token in words:
        number = label in _NO_NUMBER and token.like_num and token.i > start
        number = (number and not token.text.isalpha()) or _opens_score(token)
        person = label == "PERSON" and _ends_person(token, start)
        if token.is_space or number or person or _is_class(token, lexicon):
            yield from _piece(doc, Piece(start, token.i, label), lexicon)
            start = token.i + 1
            label = "" if person else label
    yield from _piece(doc, Piece(start, piece.end, label), lexicon)


def _opens_score(token: Token) -> bool:
    """Tell whether a number opens a score: "Tunisia 1 – 2 England"."""
    if not token.is_digit or token.i + 2 >= len(token.doc):
        return False
    return token.nbor(1).text in _DASHES and token.nbor(2).is_digit


def _ends_person(token: Token, start: int) -> bool:
    """Tell whether a word ends a person's name that the model has drawn too long."""
    if token.lower_ in _OUTSIDE:
        return token.i > start + 1  # not in "Battle of Hastings"
    if token.text == "," and token.i + 1 < len(token.doc):
        return token.nbor(1).lower_ not in _SUFFIXES
    return token.text.islower() and token.pos_ in _CLAUSAL


def _piece(doc: Doc, piece: Piece, lexicon: Lexicon) -> Iterator[Piece]:
    start, end = clipped(doc, piece.start, piece.end, lexicon)
    if start < end and _has_capital(doc, start, end):
        yield replace(piece, start=start, end=end)


def clipped(doc: Doc, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Cut off what never starts or ends a name."""
    left, right = lexicon.words["names.clip_left"], lexicon.words["names.clip_right"]
    while start < end:
        token = doc[start]
        small = end - start > 1 and token.text.islower() and _is_common(token)
        if not (small or token.lower_ in left or token.is_space):
            break
        start += 1
    while start < end:
        token = doc[end - 1]
        if token.lower_ not in right and not token.is_space:
            break
        end -= 1
    return start, end


def _is_common(token: Token) -> bool:
    """Tell whether a small word before a name is no part of it ("pro-Beijing X")."""
    return token.pos_ in _COMMON and token.dep_ in _PREMODIFIERS


def _has_capital(doc: Doc, start: int, end: int) -> bool:
    return any(
        token.text[:1].isupper() or token.text[:1].isdigit() for token in doc[start:end]
    )


def _is_loose(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token outside of the model's names may belong to one."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper():
        declared = ACRONYM.fullmatch(token.text) and _in_brackets(token)
        return bool(declared or PRODUCT.fullmatch(token.text))
    never = token.lower_ in lexicon.words["names.never"]
    if never and token.lower_ in lexicon.words["names.inside"]:
        following = token.head if token.head.i == token.i + 1 else None
        never = following is None or following.pos_ != "PROPN"
    return not (never or token.is_punct or _is_class(token, lexicon))


def _is_class(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is the class of the product before it: "F-16 Jets"."""
    if not token.i or token.lower_ not in lexicon.words["products.nouns"]:
        return False
    return PRODUCT.fullmatch(token.nbor(-1).text) is not None


def _in_brackets(token: Token) -> bool:
    doc = token.doc
    if not 0 < token.i < len(doc) - 1:
        return False
    return doc[token.i - 1].text == "(" and doc[token.i + 1].text == ")"


def _joined(doc: Doc, pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Join the pieces of one name: "Washington" and ", D.C.", a half and its other."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _belong(doc, joined[-1], piece, lexicon):
            last = joined.pop()
            label = last.label or piece.label
            if "PERSON" in {last.label, piece.label}:
                label = "PERSON"
            if piece.start > last.end and doc[last.end].lower_ == "of":
                label = "WORK_OF_ART"
            joined.append(Piece(last.start, piece.end, label))
        else:
            joined.append(piece)
    return joined


def _belong(doc: Doc, one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    gap = other.start - one.end
    if gap == 1 and doc[one.end].text == ",":
        return doc[other.start : other.end].text.replace(".", "").upper() == "DC"
    if gap or (one.label and other.label):
        return gap == _OF_THE and _is_prize(doc, one, other, lexicon)
    if not one.label and not other.label:
        return True
    if one.label != "PERSON" and _is_title(doc[other.start], lexicon):
        return False
    head = doc[other.end - 1]
    last = doc[one.end - 1]
    if not one.label:
        # An unlabelled piece before a name: its first part, or a title (cut off later).
        return other.label in {"PERSON", "ORG", "FAC"} and last.dep_ == "compound"
    return last.head.i == head.i and one.label in {"PERSON", "ORG", "FAC", "LOC", "GPE"}


def _is_prize(doc: Doc, one: Piece, other: Piece, lexicon: Lexicon) -> bool:
    """Tell whether two pieces are "Man of the Match" or the like."""
    honoured = doc[one.end - 1].lower_ in lexicon.words["names.honoured"]
    return honoured and doc[one.end : other.start].text.lower() == "of the"


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    return token.lower_ in lexicon.words["persons.titles"]
