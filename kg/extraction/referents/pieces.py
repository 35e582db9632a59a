"""Cut a Doc into pieces that may be names: the model's names, runs of proper nouns."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from kg.extraction.lexicon import ACRONYM
from kg.extraction.parse.words import tagged_numbers, token_numbers
from kg.extraction.referents.cuts import (
    PRODUCT,
    Piece,
    clipped,
    cut_piece,
    has_capital,
    is_class_of,
)
from kg.extraction.referents.glued import parted_names
from kg.extraction.referents.halves import joined_halves
from kg.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon

__all__ = ["find_pieces"]

#: Ends of common nouns: "management", "opposition", "industry".
_COMMON_ENDS = ("ment", "ion", "ing", "ity", "ness", "ship", "ism", "ry", "nce", "age")
_SHORTEST = 4
_KNOWN_NOUNS = (
    "organizations.nouns", "organizations.words", "places.nouns", "names.never",
    "groups.nouns", "products.nouns", "events.words", "laws.words",
)  # fmt: skip
_PREFIXES = {"pro", "anti", "non", "ex", "pan"}


def find_pieces(doc: Doc, lexicon: Lexicon) -> list[Piece]:
    """Find the model's names and the runs of proper nouns, halves joined."""
    pieces = [_without_prefix(doc, piece) for piece in _pieces(doc, lexicon)]
    whole = [_with_first(doc, p) for p in pieces if p.start < p.end]
    parted = parted_names(doc, whole, lexicon)
    return joined_halves(doc, parted, lexicon)


def _with_first(doc: Doc, piece: Piece) -> Piece:
    """Add a rare first name that the model took for another word: "Orvil Baker"."""
    if piece.end > piece.start + 1 or piece.label not in {"", "ORG", "PERSON"}:
        return piece
    first = doc[max(piece.start - 1, 0)]
    if first.pos_ == "PROPN" or not first.text.istitle() or first.ent_type_:
        return piece
    inside = not first.is_sent_start and first.is_alpha and first.whitespace_
    if not inside or not first.vocab[first.lower_].is_oov:
        return piece
    return Piece(piece.start - 1, piece.end, "PERSON" if piece.label else "")


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
        elif has_capital(doc, start, end):
            pieces += cut_piece(doc, Piece(start, end, label), lexicon)
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
        if not token.is_sent_start or token.n_lefts or token.n_rights:
            continue
        known = lemma in lexicon.person_nouns or any(
            lemma in lexicon.words[section] for section in _KNOWN_NOUNS
        )
        acts = token.head.lemma_.lower() in lexicon.words["acting.sayings"]
        if acts and not known:
            yield i


@remembered(1 << 13)
def _may_be_body(word: str) -> bool:
    small = not word[:1].isupper() or len(word) < _SHORTEST or not word.isalpha()
    return not small and not word.lower().endswith(_COMMON_ENDS)


def _coded(doc: Doc) -> list[int]:
    """Give the tokens that are names by their form, whatever their tag."""
    return token_numbers(doc, _is_coded)


@remembered(1 << 13)
def _is_coded(word: str) -> bool:
    return any(form.fullmatch(word) for form in (ACRONYM, PRODUCT))


def _is_loose(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token outside of the model's names may belong to one."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper():
        declared = ACRONYM.fullmatch(token.text) and _in_brackets(token)
        return bool(declared or PRODUCT.fullmatch(token.text))
    never = token.lower_ in lexicon.words["names.never"]
    if never and token.lower_ in lexicon.words["names.inside"]:
        near = [token.head, *token.lefts]
        never = not any(t.pos_ == "PROPN" and abs(t.i - token.i) == 1 for t in near)
    mark = token.is_punct or token.text[1:2] == "]"  # "[T]he mill"
    return not (never or mark or is_class_of(token, lexicon))


def _in_brackets(token: Token) -> bool:
    doc = token.doc
    if not 0 < token.i < len(doc) - 1:
        return False
    return doc[token.i - 1].text == "(" and doc[token.i + 1].text == ")"
