"""Cut a Doc into pieces that may be names: the model's names, runs of proper nouns."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from kg.extraction.lexicon import ACRONYM, name_key
from kg.extraction.parse.words import tagged_numbers, token_numbers
from kg.extraction.referents.cuts import (
    PRODUCT,
    Piece,
    clipped,
    cut_piece,
    has_capital,
    is_class_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon

__all__ = ["find_pieces"]

#: Ends of common nouns: "management", "opposition", "industry".
_COMMON_ENDS = ("ment", "ion", "ing", "ity", "ness", "ship", "ism", "ry", "nce", "age")
_SHORTEST = 4
_OF_THE = 2
#: Labels of which a first word may have been left out by the model.
_SECOND_HALVES = {"PERSON", "ORG", "FAC", "PRODUCT", "EVENT"}
_KNOWN_NOUNS = (
    "organizations.nouns", "organizations.words", "places.nouns", "names.never",
    "groups.nouns", "products.nouns", "events.words", "laws.words",
)  # fmt: skip
#: Further names of a text are not looked through, so that no cost is quadratic.
_MOST_PIECES = 200
_PREFIXES = {"pro", "anti", "non", "ex", "pan"}


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


def _joined(doc: Doc, pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
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
        half = other.label in _SECOND_HALVES and last.dep_ == "compound"
        return half and not _is_field(doc, one, other, lexicon)
    return last.head.i == head.i and one.label in {"PERSON", "ORG", "FAC", "LOC", "GPE"}


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
        doc[piece.start : piece.end].text
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
