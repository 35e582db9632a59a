"""Find the names in a Doc: the model's names mended, and those that it missed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key
from kg.extraction.referents.cuts import PRODUCT, Piece, clipped
from kg.extraction.referents.inner_names import (
    find_nested,
    find_prefixes,
    find_recurring,
)
from kg.extraction.referents.name_titles import (
    is_sure,
    is_title_word,
    last_title,
    title_before,
    title_start,
    without_role,
)
from kg.extraction.referents.names import Name, mark_covered, name_of, text_of
from kg.extraction.referents.openers import (
    in_title_case,
    is_common_elsewhere,
    is_common_plural,
    is_unusual,
    without_opener,
)
from kg.extraction.referents.pieces import find_pieces
from kg.extraction.referents.quoted_names import find_quoted
from kg.extraction.referents.states import find_seats
from kg.extraction.referents.whole_names import find_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.hints import Hints

__all__ = ["find_names"]

_SIZE = 4
_NUMBERED = ("products.indices", "events.numbered")
_MAY_BE_PERSON = {"", "PERSON", "ORG", "GPE"}
#: "D-N.Y." behind a politician's name.
#: "6th", "42nd", "Third".
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth")
_PARTY = re.compile(r"[dri]-[a-z][\w.]*")


def find_names(doc: Doc, lexicon: Lexicon, hints: Hints) -> tuple[Name, ...]:
    """Find all names in text order; a nested name follows the one around it."""
    names = list(_told(doc, hints))
    told = mark_covered(doc, names)
    for find in (find_quoted, find_whole, find_seats):
        names += [n for n in find(doc) if not any(told[n.start : n.end])]
        told = mark_covered(doc, names)
    pieces = find_pieces(doc, lexicon)
    names += [
        name
        for piece in pieces
        for name in _mended(doc, piece, lexicon)
        if not any(told[name.start : name.end])
    ]
    names += find_recurring(doc, names, lexicon)
    names += find_nested(doc, names, lexicon)
    names += find_prefixes(doc, names, lexicon)
    return tuple(sorted(set(names), key=lambda n: (n.start, -n.end)))


def _told(doc: Doc, hints: Hints) -> Iterator[Name]:
    """Find the names of the user's gazetteer, long ones first."""
    if not hints.known:
        return
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    taken = bytearray(len(doc))
    for first, last in hints.find(doc.text):
        start, end = starts.get(first), ends.get(last)
        if start is None or end is None or any(taken[start:end]):
            continue
        taken[start:end] = b"\x01" * (end - start)
        yield name_of(doc, start, end)


def _mended(doc: Doc, piece: Piece, lexicon: Lexicon) -> Iterator[Name]:
    """Cut titles off and make a name of what is left, if anything is."""
    piece = replace(piece, start=without_opener(doc, piece, lexicon))
    start, end = piece.start, piece.end
    if piece.label == "NORP" or (end - start == 1 and _is_demonym(doc[start], lexicon)):
        yield from _of_people(doc, start, end, lexicon)
        return
    first = start
    if piece.label in {"", "PERSON"}:
        last = last_title(doc, piece, lexicon)
        if last is not None:
            yield from _before_title(doc, start, last, lexicon)
            start = last + 1
            first = title_start(doc, last, lexicon)
    elif piece.label in {"ORG", "GPE"}:
        end = without_role(doc, (start, end), lexicon)
    if (start, end) != (piece.start, piece.end):
        start, end = clipped(doc, start, end, lexicon)
    if start < end and _stands(doc, (start, end), piece.label, lexicon):
        own = (first, start) if first < start else None
        title = own or title_before(doc, start, end, lexicon)
        start = _with_number(doc, (start, end), lexicon)
        end = _with_size(doc, (start, end), lexicon)
        yield _typed(doc, Piece(start, end, piece.label), title, lexicon)


def _with_number(doc: Doc, span: tuple[int, int], lexicon: Lexicon) -> int:
    """Give where a street or the like starts that has a number: "6th Avenue"."""
    start, end = span
    numbered = lexicon.words["places.numbered"]
    if not start or end > start + 2 or doc[start].lower_ not in numbered:
        return start
    return start - 1 if _ORDINAL.fullmatch(doc[start - 1].text) else start


def _with_size(doc: Doc, span: tuple[int, int], lexicon: Lexicon) -> int:
    """Give where an index ends that has a number: "S&P 500"."""
    start, end = span
    word = text_of(doc, start, end).lower()
    index = any(word in lexicon.words[section] for section in _NUMBERED)
    number = index and end < len(doc) and doc[end].is_digit
    return end + 1 if number and len(doc[end]) <= _SIZE else end


def _typed(
    doc: Doc, piece: Piece, title: tuple[int, int] | None, lexicon: Lexicon
) -> Name:
    """Make the name of a piece, with a hint of its type."""
    hint = lexicon.hints.get(piece.label, "")
    name = name_of(doc, piece.start, piece.end, hint, title)
    last = name.words.rpartition(" ")[2].lower()
    body = last in lexicon.words["organizations.words"]
    if (
        title
        and piece.label in _MAY_BE_PERSON
        and not body
        and is_sure(doc, title, lexicon)
    ):
        hint = "person"
    elif PRODUCT.fullmatch(name.words):
        hint = "product"
    else:
        longer = _class_behind(doc, name.end, lexicon)
        if longer and (longer == "group" or hint in {"", "place"}):
            return name_of(doc, name.start, name.end + 1, longer, title)
    return name if hint == name.hint else replace(name, hint=hint)


def _class_behind(doc: Doc, end: int, lexicon: Lexicon) -> str:
    """Tell of what type "region", "family" or the like makes the name before it."""
    following = doc[end].lower_ if end < len(doc) else ""
    kind = ""
    if following in lexicon.words["places.regions"]:
        kind = "place"
    elif following in lexicon.words["groups.families"]:
        kind = "group"
    if not kind:
        return ""
    last = doc[end - 1]
    part = last.dep_ == "compound" and last.head.i == end
    return kind if part and not _is_known_country(last.text, lexicon) else ""


def _is_known_country(words: str, lexicon: Lexicon) -> bool:
    return name_key(words) in lexicon.countries


def _before_title(doc: Doc, start: int, last: int, lexicon: Lexicon) -> Iterator[Name]:
    """Give the country or body that stands before a title: "U.K. Defense Secretary"."""
    end = title_start(doc, last, lexicon)
    while start < end and is_title_word(doc[start], lexicon):
        start += 1
    if start < end and _stands(doc, (start, end), "", lexicon):
        if end - start == 1 and _is_demonym(doc[start], lexicon):
            yield from _of_people(doc, start, end, lexicon)
        else:
            yield name_of(doc, start, end)


def _of_people(doc: Doc, start: int, end: int, lexicon: Lexicon) -> Iterator[Name]:
    """Make names of a people: an adjective means the country, a plural people."""
    name = name_of(doc, start, end)
    token = doc[name.head]
    if end - start == 1 and _is_demonym(token, lexicon):
        modifies = token.dep_ in {"amod", "compound", "nmod", "poss", "acomp", "conj"}
        if modifies and token.tag_ in {"JJ", "NNP", "NN"}:
            yield replace(name, hint="country", demonym=True)
            return
    if _is_somebody(token, lexicon):
        return
    if token.tag_ in {"NNPS", "NNS", "NNP"} and token.dep_ not in {"amod", "compound"}:
        yield replace(name, hint="group")


def _is_somebody(token: Token, lexicon: Lexicon) -> bool:
    """Tell one of a people or party from it: "an Ohio Republican" is any one."""
    noun = token.lower_
    singular = token.tag_ in {"NNP", "NN"} and not noun.endswith("s")
    if not singular or noun not in lexicon.person_nouns:
        return False
    return any(child.dep_ in {"det", "nummod"} for child in token.lefts)


def _is_demonym(token: Token, lexicon: Lexicon) -> bool:
    return token.text[:1].isupper() and name_key(token.text) in lexicon.demonyms


def _stands(doc: Doc, span: tuple[int, int], label: str, lexicon: Lexicon) -> bool:
    """Tell whether these tokens can be a name at all."""
    words = [doc[i] for i in range(*span)]
    lower = [token.lower_ for token in words]
    if _is_idle(lower, lexicon) or _is_title_only(words, label, lexicon):
        return False
    common = label != "PERSON" and is_common_elsewhere(words)
    if common or is_common_plural(words, lexicon) or sum(map(len, lower)) == 1:
        return False
    if label:
        return any(c.isalpha() for word in lower for c in word)
    first = words[0]
    if _is_known(first.text, lexicon) or _is_known(text_of(doc, *span), lexicon):
        return True
    if in_title_case(first.sent):
        return False
    inner = len(words) > 1 or not first.is_sent_start
    return inner or first.text.isupper() or is_unusual(first)


def _is_idle(lower: list[str], lexicon: Lexicon) -> bool:
    """Tell whether words are only a date, or a party's letter behind a name."""
    never = lexicon.words["names.never"]
    if any(word in never for word in lower):
        return all(w in never or not any(c.isalpha() for c in w) for w in lower)
    return _PARTY.fullmatch("".join(lower)) is not None


def _is_title_only(words: list[Token], label: str, lexicon: Lexicon) -> bool:
    """Tell whether words are an office, and neither a surname nor a body.

    "Treasury" and "Congress" are bodies, but "Treasury Secretary" is an office.
    """
    if not all(is_title_word(token, lexicon) for token in words):
        role = words[-1].lower_ in lexicon.words["persons.only_roles"]
        return role and not label and len(words) > 1  # "Deputy News Director"
    end = words[-1].i + 1
    doc = words[0].doc
    if label == "PERSON":
        rank = end < len(doc) and words[-1].text.endswith(".")
        rank = rank and doc[end].ent_iob_ == "B" and doc[end].ent_type_ == "PERSON"
        return rank or any(child.dep_ == "det" for child in words[0].lefts)
    return label != "ORG" or (end < len(doc) and is_title_word(doc[end], lexicon))


def _is_known(words: str, lexicon: Lexicon) -> bool:
    key = name_key(words)
    return key in lexicon.countries or key in lexicon.places
