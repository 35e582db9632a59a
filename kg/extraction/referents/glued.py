"""Part a name of the model in which two are glued together: pieces in, pieces out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key
from kg.extraction.referents.cuts import Piece, clipped
from kg.extraction.referents.names import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon

__all__ = ["parted_names"]

_FINITE = {"VBD", "VBZ", "VBP"}
#: Labels of bodies and places, which the model glues together.
_GLUED = {"ORG", "FAC", "GPE", "LOC"}
_POSSESSIVES = {"'s", "’s"}
#: What goes on with one name behind which "and" stands: "Department of Oil and Gas".
_OPEN = {"of", "for", "on", ","}


def parted_names(doc: Doc, pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """Part "Oslo University's Choir", "Acme and Globex", "Acme bought Globex"."""
    parted: list[Piece] = []
    alone: set[str] | None = None
    for piece in pieces:
        if piece.label not in _GLUED or piece.end - piece.start < 2:  # noqa: PLR2004
            parted.append(piece)
            continue
        joint = _joint(doc, piece)
        if joint is None:
            parted.append(piece)
            continue
        if alone is None:
            alone = {text_of(doc, p.start, p.end) for p in pieces if p is not piece}
        if _are_two(doc, piece, joint, (lexicon, alone)):
            parted += _halves(doc, piece, joint, lexicon)
        else:
            parted.append(piece)
    return parted


def _joint(doc: Doc, piece: Piece) -> Token | None:
    """Give the word at which a name may fall apart."""
    for index in range(piece.start + 1, piece.end):
        token = doc[index]
        inside = token.i < piece.end - 1
        if token.pos_ == "VERB" and token.text.islower() and token.tag_ in _FINITE:
            return token
        if inside and (token.text in _POSSESSIVES or token.lower_ == "and"):
            return token
    return None


def _are_two(
    doc: Doc, piece: Piece, joint: Token, known: tuple[Lexicon, set[str]]
) -> bool:
    """Tell two names from one that has a joint: "Sam's Club", "Oil and Gas Office"."""
    if joint.pos_ == "VERB":
        return True
    lexicon, alone = known
    one, other = doc[piece.start : joint.i], doc[joint.i + 1 : piece.end]
    if joint.lower_ == "and":
        one_name = any(token.lower_ in _OPEN for token in one)
        return not one_name and bool({one.text, other.text} & alone)
    key = name_key(one.text)
    last = one[-1].lower_
    body = last in lexicon.words["organizations.words"]
    return (
        one.text in alone
        or key in lexicon.countries
        or key in lexicon.places
        or (body and (len(one) > 1 or last in lexicon.words["organizations.heads"]))
    )


def _halves(doc: Doc, piece: Piece, joint: Token, lexicon: Lexicon) -> Iterator[Piece]:
    for first, last in ((piece.start, joint.i), (joint.i + 1, piece.end)):
        start, end = clipped(doc, first, last, lexicon)
        if start < end and not _is_rank(doc, start, end, lexicon):
            yield Piece(start, end, piece.label)


def _is_rank(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell the field of an office: "Acme's Senior Bread Director Ann Lee"."""
    field = doc[start].lower_ in lexicon.words["persons.fields"]
    titles = lexicon.words["persons.titles"]
    return field and end < len(doc) and doc[end].lower_ in titles
