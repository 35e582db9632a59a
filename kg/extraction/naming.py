"""Find the names in a Doc: the model's names mended, and those that it missed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.cuts import PRODUCT, Piece, clipped
from kg.extraction.inner_names import find_nested, find_prefixes, find_recurring
from kg.extraction.lexicon import name_key
from kg.extraction.names import Name, mark_covered, name_of
from kg.extraction.openers import (
    in_title_case,
    is_common_plural,
    is_unusual,
    without_opener,
)
from kg.extraction.pieces import find_pieces
from kg.extraction.quoted_names import find_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.hints import Hints
    from kg.extraction.lexicon import Lexicon

__all__ = ["find_names"]

_MAY_BE_PERSON = {"", "PERSON", "ORG", "GPE"}
#: "D-N.Y." behind a politician's name.
_PARTY = re.compile(r"[dri]-[a-z][\w.]*")


def find_names(doc: Doc, lexicon: Lexicon, hints: Hints) -> tuple[Name, ...]:
    """Find all names in text order; a nested name follows the one around it."""
    names = list(_told(doc, hints))
    told = mark_covered(doc, names)
    names += [n for n in find_quoted(doc) if not any(told[n.start : n.end])]
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
        last_title = _last_title(doc, piece, lexicon)
        if last_title is not None:
            yield from _before_title(doc, start, last_title, lexicon)
            start = last_title + 1
            first = _title_start(doc, last_title, lexicon)
    elif piece.label in {"ORG", "GPE"}:
        end = _without_role(doc, (start, end), lexicon)
    if (start, end) != (piece.start, piece.end):
        start, end = clipped(doc, start, end, lexicon)
    if start < end and _stands(doc, (start, end), piece.label, lexicon):
        own = (first, start) if first < start else None
        title = own or _title_before(doc, start, end, lexicon)
        yield _typed(doc, Piece(start, end, piece.label), title, lexicon)


def _without_role(doc: Doc, span: tuple[int, int], lexicon: Lexicon) -> int:
    """Give where a body's name ends behind which a role stands.

    Before a person any title counts: "Senate Majority Leader Ann Lee"; elsewhere only
    what no body is called: "State Department Spokesperson".
    """
    start, end = span
    if _opens_person(doc, end, lexicon):
        while end > start and _is_title(doc[end - 1], lexicon):
            end -= 1
    role = doc[end - 1].lower_ in lexicon.words["persons.only_roles"]
    if role and end > start + 1 and doc[end - 2].lower_ not in {"of", "the"}:
        end -= 1
    return end


def _opens_person(doc: Doc, i: int, lexicon: Lexicon) -> bool:
    """Tell whether a person's name or title starts here: "Senate Majority Leader"."""
    if i >= len(doc):
        return False
    title = doc[i].pos_ == "PROPN" and _is_title(doc[i], lexicon)
    return title or doc[i].ent_type_ == "PERSON"


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    return token.lower_ in lexicon.words["persons.titles"]


def _typed(
    doc: Doc, piece: Piece, title: tuple[int, int] | None, lexicon: Lexicon
) -> Name:
    """Make the name of a piece, with a hint of its type."""
    name = name_of(doc, piece.start, piece.end, "", title)
    hint = lexicon.hints.get(piece.label, "")
    last = name.words.rpartition(" ")[2].lower()
    body = last in lexicon.words["organizations.words"]
    if (
        title
        and piece.label in _MAY_BE_PERSON
        and not body
        and _is_sure(doc, title, lexicon)
    ):
        hint = "person"
    elif PRODUCT.fullmatch(name.words):
        hint = "product"
    else:
        longer = _class_behind(doc, name.end, lexicon)
        if longer and (longer == "group" or hint in {"", "place"}):
            return name_of(doc, name.start, name.end + 1, longer, title)
    return replace(name, hint=hint) if hint else name


def _is_sure(doc: Doc, title: tuple[int, int], lexicon: Lexicon) -> bool:
    """Tell whether only a person has this title: a rival may be a company."""
    return doc[title[1] - 1].lower_ not in lexicon.words["persons.or_bodies"]


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


def _last_title(doc: Doc, piece: Piece, lexicon: Lexicon) -> int | None:
    """Give the last word of the title in a piece, before at least one word of name.

    In what the model calls a person only a title in front counts: "Luther King".
    """
    heads = lexicon.words["persons.title_heads"]
    titles = lexicon.words["persons.titles"]
    fields = lexicon.words["persons.fields"]
    last = None
    for i in range(piece.start, piece.end - 1):
        if doc[i].lower_ in heads:
            last = i
        elif piece.label == "PERSON" and doc[i].lower_ not in titles | fields:
            break
    return last


def _title_start(doc: Doc, last: int, lexicon: Lexicon) -> int:
    start = last
    titles, fields = lexicon.words["persons.titles"], lexicon.words["persons.fields"]
    while start > 0 and doc[start - 1].lower_ in titles:
        start -= 1
    while start > 0 and _is_field(doc[start - 1], fields):
        start -= 1
    return start


def _is_field(token: Token, fields: frozenset[str]) -> bool:
    """Tell whether a word says of what somebody is minister or professor."""
    return token.text[:1].isupper() and token.lower_ in fields


def _before_title(doc: Doc, start: int, last: int, lexicon: Lexicon) -> Iterator[Name]:
    """Give the country or body that stands before a title: "U.K. Defense Secretary"."""
    end = _title_start(doc, last, lexicon)
    if start < end and _stands(doc, (start, end), "", lexicon):
        if end - start == 1 and _is_demonym(doc[start], lexicon):
            yield from _of_people(doc, start, end, lexicon)
        else:
            yield name_of(doc, start, end)


def _title_before(
    doc: Doc, start: int, end: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    if start == 0 or not _is_role(doc[start - 1], lexicon):
        return None
    office = doc[start - 1].lower_ in lexicon.words["persons.title_heads"]
    if not office and _is_known_country(doc[start:end].text, lexicon):
        return None  # "communist Albania"
    if doc[start - 1].tag_ in {"NNS", "NNPS"}:
        return None
    return _title_start(doc, start - 1, lexicon), start


def _is_role(token: Token, lexicon: Lexicon) -> bool:
    if token.lower_ in lexicon.words["persons.title_heads"]:
        as_adjective = lexicon.words["persons.adjectives_too"]
        return token.tag_ != "JJ" or token.lower_ not in as_adjective
    noun = token.tag_ == "NN" and token.dep_ != "conj"
    return noun and token.lower_ in lexicon.person_nouns


def _of_people(doc: Doc, start: int, end: int, lexicon: Lexicon) -> Iterator[Name]:
    """Make names of a people: an adjective means the country, a plural people."""
    name = name_of(doc, start, end)
    token = doc[name.head]
    if end - start == 1 and _is_demonym(token, lexicon):
        modifies = token.dep_ in {"amod", "compound", "nmod", "poss", "acomp", "conj"}
        if modifies and token.tag_ in {"JJ", "NNP", "NN"}:
            yield replace(name, hint="country", demonym=True)
            return
    if token.tag_ in {"NNPS", "NNS", "NNP"} and token.dep_ not in {"amod", "compound"}:
        yield replace(name, hint="group")


def _is_demonym(token: Token, lexicon: Lexicon) -> bool:
    return token.text[:1].isupper() and name_key(token.text) in lexicon.demonyms


def _stands(doc: Doc, span: tuple[int, int], label: str, lexicon: Lexicon) -> bool:
    """Tell whether these tokens can be a name at all."""
    words = list(doc[slice(*span)])
    lower = [token.lower_ for token in words]
    if _is_idle(lower, lexicon) or _is_title_only(words, label, lexicon):
        return False
    if is_common_plural(words, lexicon) or sum(map(len, lower)) == 1:
        return False
    if label:
        return any(c.isalpha() for word in lower for c in word)
    first = words[0]
    if _is_known(first.text, lexicon) or _is_known(
        first.doc[slice(*span)].text, lexicon
    ):
        return True
    if in_title_case(first.sent):
        return False
    inner = len(words) > 1 or first.i != first.sent.start
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
    if not all(_is_title(token, lexicon) for token in words):
        return False
    if label == "PERSON":
        return any(child.dep_ == "det" for child in words[0].lefts)
    end = words[-1].i + 1
    doc = words[0].doc
    return label != "ORG" or (end < len(doc) and _is_title(doc[end], lexicon))


def _is_known(words: str, lexicon: Lexicon) -> bool:
    key = name_key(words)
    return key in lexicon.countries or key in lexicon.places
